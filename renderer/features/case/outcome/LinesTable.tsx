// biome-ignore-all lint/a11y/useSemanticElements: a table of thousands of rows is drawn only where it is seen
// biome-ignore-all lint/a11y/useFocusableInteractive: the cells hold the controls
import { useVirtualizer } from '@tanstack/react-virtual';
import { Button, Input } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../../../shared/features/claims/claim-items.rules.ts';
import type { OutcomeKind } from '../../../../shared/features/outcomes/outcome.schemas.ts';
import { givenUpOf, type SettlementLine } from '../../../../shared/features/outcomes/settlement.rules.ts';
import { type Fen, fen } from '../../../../shared/kernel/money.ts';
import type { Bilingual } from '../../../../shared/law/index.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { EmptyState } from '../../../ui/DataState.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { VerdictChip } from '../claims/VerdictChip.tsx';
import { MoneyCell } from './MoneyCell.tsx';

export interface FormLine extends SettlementLine {
  readonly title: Bilingual;
  readonly verdict: Verdict;
}

type Column = 'claimedFen' | 'lowFen' | 'undisputedFen' | 'amountFen';

const rowHeight = 36;
/** Rows that fit without scrolling of their own. */
const fitting = 14;

/** Lines of a settlement or an award; of thousands only those in sight are drawn. */
export function LinesTable(props: {
  readonly kind: OutcomeKind;
  readonly lines: readonly FormLine[];
  readonly names: Readonly<Record<string, string>>;
  /** Absent: to read only. */
  readonly onChange?: ((index: number, column: Column, value: Fen | null) => void) | undefined;
  readonly onRemove?: ((index: number) => void) | undefined;
  /** Told which lines are found, to fill them at once. */
  readonly onFound?: ((indices: readonly number[]) => void) | undefined;
}) {
  const { kind, lines, names, onChange, onRemove, onFound } = props;
  const { t } = useTranslation('outcome');
  const bilingual = useBilingual();
  const [find, setFind] = useState('');
  const scroll = useRef<HTMLDivElement>(null);
  const settles = kind === 'settlement';
  const shown = useMemo(() => foundBy(find, lines, names), [lines, find, names]);
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  const total = (of: (l: FormLine) => number): Fen =>
    fen(shown.reduce((s, i) => s + (lines[i] ? of(lines[i]) : 0), 0));
  const columns: readonly { key: string; label: string; sum: Fen | null }[] = [
    { key: 'claimedFen', label: t('line.claimed'), sum: total((l) => l.claimedFen) },
    { key: 'computedFen', label: t('line.computed'), sum: total((l) => l.computedFen) },
    ...(settles
      ? [
          { key: 'lowFen', label: t('line.low'), sum: total((l) => l.lowFen ?? 0) },
          { key: 'undisputedFen', label: t('line.undisputed'), sum: total((l) => l.undisputedFen ?? 0) },
        ]
      : []),
    {
      key: 'amountFen',
      label: t(settles ? 'line.amount' : 'line.awarded'),
      sum: total((l) => l.amountFen ?? 0),
    },
    settles
      ? { key: 'givenUp', label: t('line.givenUp'), sum: total(givenUpOf) }
      : { key: 'refused', label: t('line.refused'), sum: total((l) => refused(l)) },
  ];
  const search = (text: string): void => {
    setFind(text);
    onFound?.(foundBy(text, lines, names));
  };
  const cell = (l: FormLine, i: number, key: string) => {
    const fixed = key === 'computedFen' || key === 'givenUp' || key === 'refused';
    const value =
      key === 'givenUp'
        ? givenUpOf(l)
        : key === 'refused'
          ? refused(l)
          : (l[key as Column | 'computedFen'] as Fen | null);
    if (onChange && !fixed)
      return (
        <MoneyCell
          value={value}
          label={t('line.of', {
            worker: names[l.memberId] ?? '',
            item: bilingual(l.title),
            column: columns.find((c) => c.key === key)?.label ?? '',
          })}
          onChange={(v) => onChange(i, key as Column, v)}
        />
      );
    return value === null ? <span className="gd-quiet">—</span> : <MoneyText fen={value} />;
  };
  return (
    <div className={`outcome-lines ${settles ? 'outcome-settles' : 'outcome-awards'}`}>
      {lines.length > 8 && (
        <div className="outcome-find">
          <Input
            allowClear
            value={find}
            onChange={(e) => search(e.target.value)}
            placeholder={t('line.find')}
            aria-label={t('line.find')}
            prefix={<Icon name="search" size={14} />}
          />
          <span className="gd-quiet" role="status">
            {t('line.count', { count: shown.length })}
          </span>
        </div>
      )}
      <div role="table" className="outcome-table" aria-rowcount={shown.length + 2}>
        <div role="row" className="outcome-row outcome-head">
          <span role="columnheader">{t('line.worker')}</span>
          <span role="columnheader">{t('line.item')}</span>
          {columns.map((c) => (
            <span key={c.key} role="columnheader" className="gd-num">
              {c.label}
            </span>
          ))}
          {!settles && <span role="columnheader">{t('line.verdict')}</span>}
          <span role="columnheader" />
        </div>
        <div
          ref={scroll}
          role="rowgroup"
          className="outcome-scroll"
          style={{ height: Math.min(shown.length, fitting) * rowHeight + 1 }}
        >
          <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
            {rows.getVirtualItems().map((virtual) => {
              const i = shown[virtual.index] ?? -1;
              const l = lines[i];
              if (!l) return null;
              return (
                <div
                  key={`${l.memberId}/${l.item}`}
                  role="row"
                  aria-rowindex={virtual.index + 2}
                  className="outcome-row"
                  style={{ position: 'absolute', transform: `translateY(${virtual.start}px)` }}
                >
                  <span role="cell" className="gd-name" title={names[l.memberId]}>
                    {names[l.memberId]}
                  </span>
                  <span role="cell" className="gd-name" title={bilingual(l.title)}>
                    {bilingual(l.title)}
                  </span>
                  {columns.map((c) => (
                    <span
                      key={c.key}
                      role="cell"
                      className={c.key === 'givenUp' && givenUpOf(l) > 0 ? 'gd-num gd-amber' : 'gd-num'}
                    >
                      {cell(l, i, c.key)}
                    </span>
                  ))}
                  {!settles && (
                    <span role="cell">
                      <VerdictChip verdict={l.verdict} />
                    </span>
                  )}
                  {onRemove && (
                    <span role="cell">
                      <button
                        type="button"
                        className="gd-icon-button"
                        aria-label={t('line.remove', {
                          worker: names[l.memberId] ?? '',
                          item: bilingual(l.title),
                        })}
                        onClick={() => onRemove(i)}
                      >
                        <Icon name="close" size={12} />
                      </button>
                    </span>
                  )}
                </div>
              );
            })}
          </div>
        </div>
        {shown.length === 0 && (
          <EmptyState title={t('line.noMatch')}>
            <Button onClick={() => search('')}>{t('line.clear')}</Button>
          </EmptyState>
        )}
        <div role="row" className="outcome-row outcome-sum">
          <span role="rowheader">{t('line.total')}</span>
          <span role="cell" />
          {columns.map((c) => (
            <span key={c.key} role="cell" className="gd-num">
              {c.sum === null ? '' : <MoneyText fen={c.sum} />}
            </span>
          ))}
          {!settles && <span role="cell" />}
          <span role="cell" />
        </div>
      </div>
    </div>
  );
}

const refused = (l: FormLine): Fen =>
  l.amountFen === null ? fen(0) : fen(Math.max(0, l.claimedFen - l.amountFen));

/** Places of the lines whose worker or item has the text in it. */
function foundBy(
  text: string,
  lines: readonly FormLine[],
  names: Readonly<Record<string, string>>,
): number[] {
  const wanted = text.trim().toLowerCase();
  const has = (l: FormLine): boolean =>
    `${names[l.memberId] ?? ''} ${l.title.zh} ${l.title.en}`.toLowerCase().includes(wanted);
  return lines.flatMap((l, i) => (wanted === '' || has(l) ? [i] : []));
}
