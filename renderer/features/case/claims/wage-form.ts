import { daysOf, type WageMonthRecord } from '../../../../shared/features/claims/wage-months.schemas.ts';
import { AppError, type FieldIssue } from '../../../../shared/kernel/errors.ts';
import { type Fen, fen, formatYuan, parseYuan, zeroFen } from '../../../../shared/kernel/money.ts';
import type { FieldSpec } from '../../law/calculators/fields.ts';
import { isBlankRow, type RawRow } from '../../law/calculators/values.ts';

const column = (name: string, kind: FieldSpec['kind'], options: readonly string[] = []): FieldSpec => ({
  path: name,
  name,
  kind,
  required: ['month', 'base'].includes(name),
  options,
  columns: [],
  bare: false,
  source: null,
});

/** The month table as the grid shows it. `gross` is another way to give what is due: the base is what is left of it. */
export const wageField: FieldSpec = {
  path: 'months',
  name: 'months',
  kind: 'list',
  required: false,
  options: [],
  bare: false,
  source: null,
  columns: [
    column('month', 'month'),
    column('base', 'money'),
    column('subsidy', 'money'),
    column('overtime', 'money'),
    column('bonus', 'money'),
    column('gross', 'money'),
    column('paid', 'money'),
    column('contribution', 'money'),
    column('days', 'number'),
    column('kind', 'choice', ['full', 'part', 'abnormal']),
  ],
};

const yuanText = (amount: Fen): string => formatYuan(amount, false).replace(/\.00$/, '');
const some = (amount: Fen | null): string => (amount === null || amount === 0 ? '' : yuanText(amount));

/** A stored month as it would have been typed. */
export function rowOfMonth(m: WageMonthRecord): RawRow {
  return {
    month: m.month,
    base: yuanText(m.baseFen),
    subsidy: some(m.subsidyFen),
    overtime: some(m.overtimeFen),
    bonus: some(m.bonusFen),
    paid: m.paidFen === null ? '' : yuanText(m.paidFen),
    contribution: m.contributionFen === null ? '' : yuanText(m.contributionFen),
    days: m.days ?? '',
    kind: m.kind ?? '',
  };
}

const monthPattern = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;

/** Reads the grid. Rows that cannot be read leave their sentence under `months.<row>.<column>`. */
export function readMonths(rows: readonly RawRow[]): {
  readonly months: WageMonthRecord[];
  readonly issues: FieldIssue[];
} {
  const issues: FieldIssue[] = [];
  const months: WageMonthRecord[] = [];
  const seen = new Set<string>();
  rows.forEach((row, i) => {
    if (isBlankRow(row)) return;
    const bad = (name: string, code: string, params?: FieldIssue['params']): void =>
      void issues.push({ path: `months.${i}.${name}`, code, ...(params && { params }) });
    const text = (name: string): string => (row[name] ?? '').normalize('NFKC').trim();
    const money = (name: string): Fen | null => {
      if (text(name) === '') return null;
      try {
        const amount = parseYuan(text(name));
        if (amount >= 0) return amount;
        bad(name, 'amount-negative');
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        bad(name, error.failure.issues?.[0]?.code ?? 'amount-invalid');
      }
      return null;
    };
    const month = text('month');
    if (!monthPattern.test(month)) bad('month', month === '' ? 'required' : 'month-invalid');
    else if (seen.has(month)) bad('month', 'month-twice');
    seen.add(month);
    const days = text('days');
    if (days !== '' && !/^\d{1,9}(\.\d{1,4})?$/.test(days)) bad('days', 'quantity-invalid');
    else if (monthPattern.test(month) && Number(days) > daysOf(month))
      bad('days', 'number-too-large', { max: daysOf(month) });
    const [subsidyFen, overtimeFen, bonusFen] = [money('subsidy'), money('overtime'), money('bonus')];
    const gross = money('gross');
    const parts = (subsidyFen ?? 0) + (overtimeFen ?? 0) + (bonusFen ?? 0);
    let baseFen = money('base');
    if (baseFen === null && gross !== null && gross < parts) bad('gross', 'less-than-parts');
    else if (baseFen === null && gross !== null) baseFen = fen(gross - parts);
    else if (baseFen === null && text('base') === '') bad('base', 'required');
    else if (baseFen !== null && gross !== null && baseFen + parts !== gross) bad('gross', 'gross-not-sum');
    const kind = (['full', 'part', 'abnormal'] as const).find((k) => k === text('kind')) ?? null;
    months.push({
      month,
      baseFen: baseFen ?? zeroFen,
      subsidyFen: subsidyFen ?? zeroFen,
      overtimeFen: overtimeFen ?? zeroFen,
      bonusFen: bonusFen ?? zeroFen,
      paidFen: money('paid'),
      contributionFen: money('contribution'),
      days: days === '' ? null : days,
      kind,
    });
  });
  return { months, issues };
}
