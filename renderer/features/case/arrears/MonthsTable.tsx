import { Button, Input } from 'antd';
import { useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wageUnits } from '../../../../shared/features/cases/case.schemas.ts';
import { partsOf } from '../../../../shared/kernel/date.ts';
import type { Fen } from '../../../../shared/kernel/money.ts';
import type { WageUnit } from '../../../../shared/law/wages/types.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { issueSentence } from '../../../ui/failure-text.ts';
import { Icon } from '../../../ui/icons.tsx';
import { isEnter } from '../../../ui/keyboard.ts';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useToday } from '../../../ui/today.ts';
import { useShownIssues } from '../form/issues.tsx';
import { amountInWords, doubtsOf, owedOf } from './compute.ts';
import { looksLikeBlock, parseMonthsBlock } from './paste.ts';
import { RowDetails } from './RowDetails.tsx';
import {
  blankPayment,
  emptyRow,
  followingRow,
  isBlankRow,
  type MonthRow,
  quickFillRows,
  singleDeduction,
  singlePayment,
} from './rows.ts';

interface Props {
  readonly rows: readonly MonthRow[];
  readonly onChange: (rows: readonly MonthRow[]) => void;
  /** From the work's own fields: what a new row starts with. */
  readonly unit: WageUnit;
  readonly rate: string;
  /** First and last day of work as typed: periods outside them are pointed out. */
  readonly job: { readonly start: string; readonly end: string };
  /** Goes before `arrears.…` and `months` in paths. */
  readonly prefix?: string;
  readonly readOnly?: boolean;
}

const columns = ['period', 'unit', 'quantity', 'rate', 'other', 'deduct', 'paid'] as const;
type Column = (typeof columns)[number];

/** The pay periods of one worker with what is owed for each, computed while typing. Takes a block from a spreadsheet. */
export function MonthsTable({
  rows: given,
  onChange,
  unit,
  rate,
  job,
  prefix = '',
  readOnly = false,
}: Props) {
  const { t } = useTranslation('case');
  const { t: te } = useTranslation('errors');
  const { shown, leave } = useShownIssues();
  const table = useRef<HTMLTableElement>(null);
  // An empty table shows a line to type or paste into; untouched it is not saved.
  const blank = useMemo(() => emptyRow({ unit, rate }), [unit, rate]);
  const rows = given.length === 0 && !readOnly ? [blank] : given;
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set());
  const [pasted, setPasted] = useState<string | null>(null);
  const year = partsOf(useToday()).year;
  const owed = useMemo(() => owedOf(given), [given]);
  const doubts = useMemo(() => doubtsOf(given, job), [given, job]);
  const bilingual = useBilingual();

  const replace = (index: number, row: MonthRow): void =>
    onChange(rows.map((r, i) => (i === index ? row : r)));
  const focusCell = (row: number, column: Column): void => {
    requestAnimationFrame(() => {
      table.current?.querySelector<HTMLInputElement>(`[data-cell="${row}.${column}"]`)?.focus();
    });
  };
  const add = (column: Column = 'period'): void => {
    onChange([...rows, followingRow(rows.at(-1), unit, rate)]);
    focusCell(rows.length, column);
  };
  const paste = (index: number, e: React.ClipboardEvent): void => {
    const text = e.clipboardData.getData('text/plain');
    if (!looksLikeBlock(text)) return;
    const block = parseMonthsBlock(text, unit, year);
    if (block.rows.length === 0) return;
    e.preventDefault();
    const filled = block.rows.map((r) => (r.rate === '' ? { ...r, rate } : r));
    const before = rows.slice(0, index);
    const after = rows.slice(index).filter((r) => !isBlankRow(r));
    onChange([...before, ...filled, ...after]);
    setPasted(t('months.pasted', { count: filled.length, skipped: block.skipped }));
  };
  const onKey = (e: React.KeyboardEvent, index: number, column: Column): void => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    if (isEnter(e) || e.key === 'ArrowDown') {
      e.preventDefault();
      if (index + 1 < rows.length) focusCell(index + 1, column);
      else if (isEnter(e)) add();
    } else if (e.key === 'ArrowUp' && index > 0) {
      e.preventDefault();
      focusCell(index - 1, column);
    }
  };

  const cell = (
    row: MonthRow,
    index: number,
    column: Exclude<Column, 'unit'>,
    value: string,
    set: (text: string) => void,
  ) => {
    const field = column === 'deduct' ? 'deductions.0' : column === 'paid' ? 'paid.0' : column;
    const path = `${prefix}arrears.${index}.${field}`;
    const issue = shown.get(path);
    return (
      <td data-field={path} className={column === 'period' ? 'gd-c-period' : 'gd-num'}>
        <input
          className="gd-cell"
          data-cell={`${index}.${column}`}
          aria-label={t('months.cell', { row: index + 1, column: t(`months.${column}`) })}
          {...(issue ? { 'aria-invalid': true, title: issueSentence(te, issue) } : {})}
          value={value}
          readOnly={readOnly}
          disabled={row.unit === 'fixed' && column === 'quantity'}
          inputMode={column === 'period' ? 'text' : 'decimal'}
          onChange={(e) => set(e.target.value)}
          onBlur={() => leave(path)}
          onPaste={(e) => paste(index, e)}
          onKeyDown={(e) => onKey(e, index, column)}
        />
      </td>
    );
  };

  const listCell = (row: MonthRow, index: number, column: 'deduct' | 'paid') => {
    const list = column === 'deduct' ? row.deductions : row.paid;
    if (list.length <= 1) {
      const [only] = list;
      return cell(row, index, column, only?.amount ?? '', (text) =>
        replace(
          index,
          column === 'deduct'
            ? {
                ...row,
                deductions:
                  text === '' ? singleDeduction('') : [{ basis: '', ...row.deductions[0], amount: text }],
              }
            : {
                ...row,
                paid: text === '' ? singlePayment('') : [{ ...blankPayment, ...row.paid[0], amount: text }],
              },
        ),
      );
    }
    return (
      <td className="gd-num">
        <button type="button" className="gd-linkish" onClick={() => toggle(row.key)}>
          {t('months.several', { count: list.length })}
        </button>
      </td>
    );
  };
  const toggle = (key: string): void =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });

  const faults = [...shown.entries()].filter(([path]) => path.startsWith(`${prefix}arrears.`));
  return (
    <div className="gd-months" data-field={`${prefix}months`}>
      {!readOnly && (
        <QuickFill
          unit={unit}
          rate={rate}
          onFill={(filled) => onChange([...rows.filter((r) => !isBlankRow(r)), ...filled])}
        />
      )}
      {rows.length > 0 && (
        <div className="gd-months-scroll">
          <table ref={table} className="gd-table gd-months-table">
            <thead>
              <tr>
                {columns.map((c) => (
                  <th key={c} scope="col" className={c === 'period' || c === 'unit' ? '' : 'gd-num'}>
                    {t(`months.${c}`)}
                  </th>
                ))}
                <th scope="col" className="gd-num">
                  {t('months.owed')}
                </th>
                <th aria-label={t('months.actions')} />
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => {
                const result = owed.rows[index] ?? null;
                return [
                  <tr key={row.key}>
                    {cell(row, index, 'period', row.period, (period) => replace(index, { ...row, period }))}
                    <td>
                      <Select<WageUnit>
                        className="gd-cell-choice"
                        variant="borderless"
                        aria-label={t('months.cell', { row: index + 1, column: t('months.unit') })}
                        value={row.unit}
                        disabled={readOnly}
                        popupMatchSelectWidth={false}
                        options={wageUnits.map((value) => ({ value, label: t(`unit.${value}`) }))}
                        onChange={(next) =>
                          replace(index, {
                            ...row,
                            unit: next,
                            ...(next === 'fixed' ? { quantity: '1' } : {}),
                          })
                        }
                      />
                    </td>
                    {cell(row, index, 'quantity', row.quantity, (quantity) =>
                      replace(index, { ...row, quantity }),
                    )}
                    {cell(row, index, 'rate', row.rate, (v) => replace(index, { ...row, rate: v }))}
                    {cell(row, index, 'other', row.other, (other) => replace(index, { ...row, other }))}
                    {listCell(row, index, 'deduct')}
                    {listCell(row, index, 'paid')}
                    <td className="gd-num gd-owed">
                      {result === null ? (
                        <span className="gd-quiet">—</span>
                      ) : (
                        <MoneyText fen={result.owedFen} />
                      )}
                      {result !== null && result.overpaidFen > 0 && (
                        <div className="gd-amber">
                          {t('months.overpaid')} <MoneyText fen={result.overpaidFen} />
                        </div>
                      )}
                    </td>
                    <td className="gd-row-actions">
                      <button
                        type="button"
                        className="gd-icon-button"
                        aria-expanded={open.has(row.key)}
                        aria-label={t('months.details', { row: index + 1 })}
                        title={t('months.detailsTitle')}
                        onClick={() => toggle(row.key)}
                      >
                        <Icon name={open.has(row.key) ? 'up' : 'down'} size={14} />
                      </button>
                      {!readOnly && (
                        <button
                          type="button"
                          className="gd-icon-button"
                          aria-label={t('months.remove', { row: index + 1 })}
                          title={t('months.removeTitle')}
                          onClick={() => onChange(rows.filter((_, i) => i !== index))}
                        >
                          <Icon name="close" size={14} />
                        </button>
                      )}
                    </td>
                  </tr>,
                  open.has(row.key) && (
                    <tr key={`${row.key}-details`} className="gd-details">
                      <td colSpan={9}>
                        <RowDetails row={row} readOnly={readOnly} onChange={(next) => replace(index, next)} />
                      </td>
                    </tr>
                  ),
                ];
              })}
            </tbody>
            <tfoot>
              <tr>
                <td colSpan={7}>
                  {t('months.total')} <span className="gd-quiet">{amountInWords(owed.totalFen)}</span>
                </td>
                <td className="gd-num gd-owed">
                  <MoneyText fen={owed.totalFen as Fen} />
                </td>
                <td />
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      {faults.length > 0 && (
        <ul className="gd-faults" role="alert">
          {faults.slice(0, 4).map(([path, issue]) => (
            <li key={path}>
              {t('months.fault', { row: Number(path.slice(`${prefix}arrears.`.length).split('.')[0]) + 1 })}{' '}
              {issueSentence(te, issue)}
            </li>
          ))}
        </ul>
      )}
      {doubts.length > 0 && (
        <ul className="gd-faults gd-amber" role="status">
          {doubts.slice(0, 4).map((check) => (
            <li key={`${check.row} ${check.code}`}>{bilingual(check.text)}</li>
          ))}
        </ul>
      )}
      {!readOnly && (
        <div className="gd-months-foot">
          <Button size="small" icon={<Icon name="plus" size={14} />} onClick={() => add()}>
            {t('months.add')}
          </Button>
          <span className="gd-quiet" role="status">
            {pasted ?? t('months.pasteHint')}
          </span>
        </div>
      )}
    </div>
  );
}

function QuickFill({
  unit,
  rate,
  onFill,
}: {
  unit: WageUnit;
  rate: string;
  onFill: (rows: MonthRow[]) => void;
}) {
  const { t } = useTranslation('case');
  const id = useId();
  const [fill, setFill] = useState({
    from: '',
    to: '',
    quantity: '',
    rate: '',
    paid: '',
    unit: null as WageUnit | null,
  });
  const chosen = fill.unit ?? unit;
  const ready = quickFillRows({ ...fill, unit: chosen, rate: fill.rate || rate });
  const apply = (): void => {
    if (ready.length === 0) return;
    onFill(ready);
    setFill({ from: '', to: '', quantity: '', rate: '', paid: '', unit: fill.unit });
  };
  const input = (key: 'from' | 'to' | 'quantity' | 'rate' | 'paid', placeholder: string, width: number) => (
    <label htmlFor={`${id}${key}`}>
      <span>{t(`fill.${key}`)}</span>
      <Input
        id={`${id}${key}`}
        size="small"
        style={{ width }}
        value={fill[key]}
        placeholder={placeholder}
        autoComplete="off"
        onChange={(e) => setFill({ ...fill, [key]: e.target.value })}
        onKeyDown={(e) => {
          if (isEnter(e) && !e.ctrlKey && !e.metaKey) apply();
        }}
      />
    </label>
  );
  return (
    <div className="gd-fill">
      {input('from', '2026-01', 92)}
      {input('to', '2026-06', 92)}
      <label htmlFor={`${id}unit`}>
        <span>{t('months.unit')}</span>
        <Select<WageUnit>
          id={`${id}unit`}
          size="small"
          value={chosen}
          onChange={(v) => setFill({ ...fill, unit: v })}
          options={wageUnits.map((value) => ({ value, label: t(`unit.${value}`) }))}
          style={{ width: 86 }}
        />
      </label>
      {chosen !== 'fixed' && input('quantity', chosen === 'month' ? '1' : '26', 60)}
      {input('rate', rate || '6000', 92)}
      {input('paid', '0', 80)}
      <Button size="small" disabled={ready.length === 0} onClick={apply}>
        {ready.length > 0 ? t('fill.apply', { count: ready.length }) : t('fill.button')}
      </Button>
    </div>
  );
}
