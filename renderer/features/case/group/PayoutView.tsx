// biome-ignore-all lint/a11y/useSemanticElements: a table of 2,000 rows is drawn only where it is seen
// biome-ignore-all lint/a11y/useFocusableInteractive: nothing in the table takes the focus
import { useVirtualizer } from '@tanstack/react-virtual';
import { Button, Checkbox } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api.ts';
import { totalsOf } from '../../../../shared/features/group/group.checks.ts';
import type { WorkerMoney } from '../../../../shared/features/group/group.contract.ts';
import type { FactId } from '../../../../shared/features/group/group.fields.ts';
import { type MemberStatus, memberStatuses } from '../../../../shared/features/group/group.status.ts';
import { platform } from '../../../transport/platform.ts';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import type { TabProps } from '../tabs/tab.ts';
import { statusTones } from './GridRow.tsx';

const rowHeight = 32;
const moneyParts = ['settledFen', 'awardedFen', 'paidFen', 'openFen'] as const;

/** What was granted, paid and is left; blank for whom no document speaks. */
function Granted({ money }: { readonly money: WorkerMoney }) {
  const none = money.settledFen + money.awardedFen === 0;
  return moneyParts.map((part) => (
    <span
      key={part}
      role="cell"
      className={part === 'openFen' && money.openFen > 0 ? 'gd-num gd-amber' : 'gd-num'}
    >
      {none && money[part] === 0 ? '' : <MoneyText fen={money[part]} />}
    </span>
  ));
}

/** Who is to be paid what and where: for the screen, and as a spreadsheet with columns for the sum and the receipt. */
export function PayoutView(
  props: Pick<TabProps, 'file'> & { readonly matrix: Output<'group.matrix'>; readonly views: ReactNode },
) {
  const { file, matrix } = props;
  const { t, i18n } = useTranslation('group');
  const { say, fail } = useNotices();
  const [statuses, setStatuses] = useState<readonly MemberStatus[]>(['active', 'settled']);
  const scroll = useRef<HTMLDivElement>(null);
  const rows = matrix.rows.filter((r) => statuses.includes(r.status));
  const sums = totalsOf(rows, []);
  const lacking = rows.filter((r) => !r.values.bankAccount).length;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const save = async (): Promise<void> => {
    try {
      const made = await platform().client.call('group.export', {
        caseId: file.id,
        what: 'payout',
        statuses: [...statuses],
        language: i18n.language === 'en' ? 'en' : 'zh-CN',
      });
      if (await platform().saveFile(made.token, made.fileName)) say(t('export.done', { count: made.rows }));
    } catch (error) {
      fail(error);
    }
  };
  const text = (row: (typeof rows)[number], field: FactId): string => String(row.values[field] ?? '');
  return (
    <div className="gm-page">
      <header className="gd-bar">
        {props.views}
        {memberStatuses
          .filter((s) => matrix.rows.some((r) => r.status === s) || statuses.includes(s))
          .map((s) => (
            <Checkbox
              key={s}
              checked={statuses.includes(s)}
              onChange={() =>
                setStatuses(statuses.includes(s) ? statuses.filter((x) => x !== s) : [...statuses, s])
              }
            >
              {t(`status.${s}`)}
            </Checkbox>
          ))}
        <span className="gd-spring" />
        {lacking > 0 && <span className="gd-amber">{t('payout.lacking', { count: lacking })}</span>}
        <Button type="primary" disabled={rows.length === 0} onClick={() => void save()}>
          {t('payout.export')}
        </Button>
      </header>
      <p className="gd-quiet">{t('payout.lead')}</p>
      <div role="table" className="gm-payout" aria-rowcount={rows.length + 2} aria-label={t('view.payout')}>
        <div role="row" className="gm-pay-row gm-pay-head">
          <span role="columnheader">{t('payout.number')}</span>
          <span role="columnheader">{t('column.name')}</span>
          <span role="columnheader">{t('column.idNumber')}</span>
          <span role="columnheader">{t('column.bankHolder')}</span>
          <span role="columnheader">{t('column.bankName')}</span>
          <span role="columnheader">{t('column.bankAccount')}</span>
          <span role="columnheader" className="gd-num">
            {t('payout.claimed')}
          </span>
          <span role="columnheader" className="gd-num">
            {t('payout.computed')}
          </span>
          {moneyParts.map((part) => (
            <span key={part} role="columnheader" className="gd-num">
              {t(`payout.${part}`)}
            </span>
          ))}
          <span role="columnheader">{t('payout.status')}</span>
          <span role="columnheader">{t('payout.note')}</span>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <div ref={scroll} className="gm-pay-scroll" role="rowgroup" tabIndex={0}>
          <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {virtual.getVirtualItems().map((v) => {
              const row = rows[v.index];
              if (!row) return null;
              return (
                <div
                  key={row.memberId}
                  role="row"
                  aria-rowindex={v.index + 2}
                  className="gm-pay-row"
                  style={{ transform: `translateY(${v.start}px)` }}
                >
                  <span role="cell" className="gd-quiet tabular">
                    {v.index + 1}
                  </span>
                  <span role="cell">{text(row, 'name')}</span>
                  <span role="cell" className="tabular">
                    {text(row, 'idNumber')}
                  </span>
                  <span role="cell">{text(row, 'bankHolder') || text(row, 'name')}</span>
                  <span role="cell">{text(row, 'bankName')}</span>
                  <span role="cell" className={row.values.bankAccount ? 'tabular' : 'gd-amber'}>
                    {text(row, 'bankAccount') || t('payout.noBank')}
                  </span>
                  <span role="cell" className="gd-num">
                    <MoneyText fen={row.claimedFen} />
                  </span>
                  <span
                    role="cell"
                    className={row.computedFen === row.claimedFen ? 'gd-num' : 'gd-num gd-amber'}
                  >
                    <MoneyText fen={row.computedFen} />
                  </span>
                  <Granted money={row.money} />
                  <span role="cell">
                    <StatusChip tone={statusTones[row.status]}>{t(`status.${row.status}`)}</StatusChip>
                  </span>
                  <span role="cell" title={row.statusNote ?? ''}>
                    {[row.statusOn, row.statusNote].filter(Boolean).join(' ')}
                  </span>
                </div>
              );
            })}
          </div>
        </div>
        <div role="row" className="gm-pay-row gm-pay-foot">
          <span role="cell" />
          <span role="cell">{t('sums', { count: sums.count })}</span>
          <span role="cell" />
          <span role="cell" />
          <span role="cell" />
          <span role="cell" />
          <span role="cell" className="gd-num">
            <MoneyText fen={sums.claimedFen} />
          </span>
          <span role="cell" className="gd-num">
            <MoneyText fen={sums.computedFen} />
          </span>
          <Granted money={sums.money} />
          <span role="cell" />
          <span role="cell" />
        </div>
      </div>
    </div>
  );
}
