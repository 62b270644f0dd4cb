// biome-ignore-all lint/a11y/useSemanticElements: a table of thousands of rows is drawn only where it is seen
// biome-ignore-all lint/a11y/useFocusableInteractive: its cells are read, not operated
import { useVirtualizer } from '@tanstack/react-virtual';
import { Input, Segmented } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/icons.tsx';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import type { OutcomeData } from './outcome-form.ts';

const rowHeight = 34;
const fitting = 15;
const filters = ['all', 'onlyOpen', 'onlyOverdue'] as const;

/** The account worker by worker. */
export function LedgerTable({ data }: { readonly data: OutcomeData }) {
  const { t } = useTranslation('outcome');
  const [find, setFind] = useState('');
  const [filter, setFilter] = useState<(typeof filters)[number]>('all');
  const scroll = useRef<HTMLDivElement>(null);
  const { workers } = data.ledger;
  const shown = useMemo(
    () =>
      workers.filter(
        (w) =>
          (data.names[w.memberId] ?? '').includes(find.trim()) &&
          (filter === 'all' || (filter === 'onlyOpen' ? w.openFen > 0 : w.overdueFen > 0)),
      ),
    [workers, data.names, find, filter],
  );
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const interest = data.ledger.totals.interestFen !== null;
  const over = data.ledger.totals.overFen > 0;
  const columns = [
    ['granted', 'grantedFen'],
    ['paid', 'paidFen'],
    ['open', 'openFen'],
    ['overdue', 'overdueFen'],
    ['claimable', 'claimableFen'],
    ...(interest ? [['interest', 'interestFen'] as const] : []),
    ...(over ? [['over', 'overFen'] as const] : []),
  ] as const;
  const style = { gridTemplateColumns: `minmax(90px, 1.4fr) repeat(${columns.length}, minmax(84px, 1fr))` };
  return (
    <section className="outcome-lines">
      <div className="gd-bar">
        <h3>{t('ledger.workers')}</h3>
        <Input
          allowClear
          value={find}
          onChange={(e) => setFind(e.target.value)}
          placeholder={t('ledger.find')}
          aria-label={t('ledger.find')}
          prefix={<Icon name="search" size={14} />}
          style={{ width: 200 }}
        />
        <Segmented<(typeof filters)[number]>
          size="small"
          value={filter}
          onChange={setFilter}
          options={filters.map((value) => ({ value, label: t(`ledger.${value}`) }))}
        />
        <span className="gd-quiet" role="status">
          {t('line.count', { count: shown.length })}
        </span>
      </div>
      <div
        role="table"
        className="outcome-table"
        aria-rowcount={shown.length + 1}
        aria-label={t('ledger.workers')}
      >
        <div role="row" className="outcome-row outcome-head" style={style}>
          <span role="columnheader">{t('line.worker')}</span>
          {columns.map(([label]) => (
            <span key={label} role="columnheader" className="gd-num">
              {label === 'granted' ? t('ledger.amount') : t(`ledger.${label}`)}
            </span>
          ))}
        </div>
        <div
          ref={scroll}
          role="rowgroup"
          className="outcome-scroll"
          style={{ height: Math.min(shown.length, fitting) * rowHeight + 1 }}
        >
          <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
            {rows.getVirtualItems().map((virtual) => {
              const w = shown[virtual.index];
              if (!w) return null;
              return (
                <div
                  key={w.memberId}
                  role="row"
                  aria-rowindex={virtual.index + 2}
                  className="outcome-row"
                  style={{ ...style, position: 'absolute', transform: `translateY(${virtual.start}px)` }}
                >
                  <span role="cell" className="gd-name" title={data.names[w.memberId]}>
                    {data.names[w.memberId]}
                  </span>
                  {columns.map(([label, key]) => (
                    <span
                      key={label}
                      role="cell"
                      className={label === 'overdue' && w.overdueFen > 0 ? 'gd-num gd-red' : 'gd-num'}
                    >
                      <MoneyText fen={w[key] ?? 0} />
                    </span>
                  ))}
                </div>
              );
            })}
          </div>
        </div>
      </div>
    </section>
  );
}
