// biome-ignore-all lint/a11y/useSemanticElements: the rows of a virtual list are placed by hand, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Checkbox } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseRow, caseSortKeys } from '../../../shared/features/cases/cases.contract.ts';
import { usePreferences } from '../../app/preferences.ts';
import { DateText } from '../../ui/DateText.tsx';
import { Icon } from '../../ui/icons.tsx';
import { isEnter } from '../../ui/keyboard.ts';
import { MoneyText } from '../../ui/MoneyText.tsx';
import { ProvisionalMark, StatusChip } from '../../ui/StatusChip.tsx';
import { useRuleName } from '../law/rule-names.ts';
import type { CaseSort } from './cases.queries.ts';
import { stageTone, useStageName } from './names.ts';
import { usePartiesText } from './parties.ts';

type SortKey = (typeof caseSortKeys)[number];

/** Columns in order; one may carry two sorts. */
const columns: readonly { readonly sorts: readonly SortKey[]; readonly end?: true }[] = [
  { sorts: ['number'] },
  { sorts: ['applicants'] },
  { sorts: ['cause'] },
  { sorts: ['track', 'stage'] },
  { sorts: ['handler'] },
  { sorts: ['nextDate'] },
  { sorts: ['amount'], end: true },
];

/** Where each list was left, so that going back from a case returns to its row. Positions only. */
const leftAt = new Map<string, number>();

/** Of the heading row, which stays while the rows scroll beneath it. */
const headHeight = 29;

/** 25 compact rows fit a window of 1280 × 800. */
const rowHeight = { compact: 26, comfortable: 32 } as const;

export function CaseTable(props: {
  rows: readonly CaseRow[];
  total: number | null;
  sort: CaseSort;
  /** The rows are still those of the previous filter. */
  stale: boolean;
  memory: string;
  onSort: (sort: CaseSort) => void;
  onOpen: (row: CaseRow) => void;
  /** Ids of the rows that an act on several is for. */
  chosen: ReadonlySet<string>;
  onChoose: (ids: ReadonlySet<string>) => void;
  onNeedMore: () => void;
  foot: ReactNode;
}) {
  const { rows, total, sort, stale, memory, onSort, onOpen, chosen, onChoose, onNeedMore, foot } = props;
  const { t } = useTranslation('cases');
  const { density } = usePreferences();
  const height = rowHeight[density];
  const scroller = useRef<HTMLDivElement>(null);
  const lastChosen = useRef(0);
  const [at, setAt] = useState(() => leftAt.get(memory) ?? 0);
  const active = Math.min(at, rows.length - 1);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialOffset: () => Math.max(0, (leftAt.get(memory) ?? 0) - 10) * height,
  });
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new height is measured anew
  useEffect(() => virtual.measure(), [height]);
  useEffect(() => {
    if (lastShown > rows.length - 40) onNeedMore();
  }, [lastShown, rows.length, onNeedMore]);
  useEffect(() => {
    setAt(leftAt.get(memory) ?? 0);
  }, [memory]);
  useEffect(() => {
    if (!document.activeElement || document.activeElement === document.body) scroller.current?.focus();
  }, []);

  function move(to: number): void {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setAt(next);
    leftAt.set(memory, next);
    virtual.scrollToIndex(next);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + pageRows,
      PageUp: active - pageRows,
      Home: 0,
      End: rows.length - 1,
    };
    const row = rows[active];
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      move(step);
    } else if (event.key === ' ' && row) {
      event.preventDefault();
      choose(active, event.shiftKey);
    } else if (isEnter(event) && row) open(row, active);
  }

  /** Puts a row in or out; with Shift all rows from the one before it on. */
  function choose(index: number, range: boolean): void {
    const id = rows[index]?.id;
    if (id === undefined) return;
    const next = new Set(chosen);
    const from = range ? Math.min(lastChosen.current, index) : index;
    const to = range ? Math.max(lastChosen.current, index) : index;
    const adds = !chosen.has(id);
    for (const row of rows.slice(from, to + 1))
      if (adds) next.add(row.id);
      else next.delete(row.id);
    lastChosen.current = index;
    onChoose(next);
  }

  function open(row: CaseRow, index: number): void {
    leftAt.set(memory, index);
    onOpen(row);
  }

  return (
    <div
      id="case-grid"
      ref={scroller}
      className={stale ? 'case-grid case-grid-stale' : 'case-grid'}
      role="grid"
      aria-label={t('grid')}
      aria-rowcount={(total ?? rows.length) + 1}
      aria-busy={stale}
      aria-activedescendant={`case-row-${active}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <Head
        sort={sort}
        onSort={onSort}
        chosen={chosen.size === 0 ? 'none' : rows.every((row) => chosen.has(row.id)) ? 'all' : 'some'}
        onChooseAll={(all) => onChoose(new Set(all ? rows.map((row) => row.id) : []))}
      />
      <div role="rowgroup" className="case-rows" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <Row
              key={row.id}
              row={row}
              index={item.index}
              top={item.start - headHeight}
              height={height}
              active={item.index === active}
              onOpen={() => open(row, item.index)}
              chosen={chosen.has(row.id)}
              onChoose={(range) => choose(item.index, range)}
            />
          );
        })}
      </div>
      {foot}
    </div>
  );
}

function Head(props: {
  sort: CaseSort;
  onSort: (sort: CaseSort) => void;
  chosen: 'none' | 'some' | 'all';
  onChooseAll: (all: boolean) => void;
}) {
  const { sort, onSort, chosen, onChooseAll } = props;
  const { t } = useTranslation('cases');
  return (
    <div role="rowgroup" className="case-head">
      <div role="row" aria-rowindex={1} className="case-row-grid">
        <div role="columnheader" className="case-choose">
          <Checkbox
            aria-label={t('bulk.all')}
            checked={chosen === 'all'}
            indeterminate={chosen === 'some'}
            onChange={(e) => onChooseAll(e.target.checked)}
          />
        </div>
        {columns.map(({ sorts, end }) => {
          const sorted = sorts.includes(sort.by);
          return (
            <div
              key={sorts[0]}
              role="columnheader"
              aria-sort={sorted ? (sort.direction === 'asc' ? 'ascending' : 'descending') : 'none'}
              className={end ? 'case-cell-end' : ''}
            >
              {sorts.map((by) => {
                const on = sort.by === by;
                const next = on && sort.direction === 'asc' ? 'desc' : 'asc';
                return (
                  <button
                    key={by}
                    type="button"
                    className={on ? 'case-sort case-sort-on' : 'case-sort'}
                    title={t('sortBy', { column: t(`column.${by}`) })}
                    onClick={() => onSort({ by, direction: next })}
                  >
                    {t(`column.${by}`)}
                    {on && <Icon name={sort.direction === 'asc' ? 'up' : 'down'} size={12} />}
                  </button>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Row(props: {
  row: CaseRow;
  index: number;
  top: number;
  height: number;
  active: boolean;
  onOpen: () => void;
  chosen: boolean;
  onChoose: (range: boolean) => void;
}) {
  const { row, index, top, height, active, onOpen, chosen, onChoose } = props;
  const { t } = useTranslation('cases');
  const parties = usePartiesText();
  const ruleName = useRuleName();
  const stageName = useStageName();
  const title = parties(row);
  const rule = row.nextRuleId ? ruleName(row.nextRuleId) : '';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles Enter for its active row
    <div
      id={`case-row-${index}`}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={active}
      className="case-row case-row-grid"
      style={{ transform: `translateY(${top}px)`, height }}
      onClick={onOpen}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: only keeps a click on the box from opening the case */}
      <div role="gridcell" className="case-choose" onClick={(e) => e.stopPropagation()}>
        <Checkbox
          tabIndex={-1}
          aria-label={t('bulk.choose', { number: row.number })}
          checked={chosen}
          onChange={(e) => onChoose(e.nativeEvent.shiftKey)}
        />
      </div>
      <div role="gridcell" className="cut tabular" title={row.number}>
        {row.number}
      </div>
      <div role="gridcell" className="cut case-parties" title={title}>
        <Link
          to="/cases/$caseId"
          params={{ caseId: row.id }}
          search={{}}
          tabIndex={-1}
          onClick={(e) => e.stopPropagation()}
        >
          {title}
        </Link>
      </div>
      <div role="gridcell" className="cut">
        {t(`cause.${row.cause}`)}
      </div>
      <div role="gridcell" className="cut case-stage">
        <span>{t(`trackShort.${row.track}`)}</span>
        {row.status === 'closed' ? (
          <StatusChip>{t('status.closed')}</StatusChip>
        ) : (
          <StatusChip tone={stageTone(row.track, row.stage)}>{stageName(row.track, row.stage)}</StatusChip>
        )}
      </div>
      <div role="gridcell" className="cut" title={row.handlerName}>
        {row.handlerName}
      </div>
      <div role="gridcell" className="cut case-next">
        {row.nextDate && row.status === 'open' ? (
          <>
            <DateText date={row.nextDate} due />
            {row.nextProvisional && <ProvisionalMark short />}
            <span className="quiet cut" title={rule}>
              {rule}
            </span>
          </>
        ) : (
          <span className="quiet">—</span>
        )}
      </div>
      <div role="gridcell" className="case-cell-end">
        <MoneyText fen={row.amountFen} />
      </div>
    </div>
  );
}
