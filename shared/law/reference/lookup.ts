import { type PlainDate, partsOf } from '../../kernel/date.ts';
import type { Bilingual, LawWarning } from '../common.ts';
import type { LawContext } from '../context.ts';
import { decimal, ofFen, over, type Rational, rational } from '../numbers/rational.ts';
import { cityOf, inForce, noData, provinceOf } from './row.ts';
import type { AverageWageSeries, AverageWageTable, InjuryRateTable, WorkingTimeTable } from './tables.ts';
import { noteUsed } from './used.ts';

function warn(code: string, zh: string, en: string): LawWarning {
  return { code, text: { zh, en } };
}

type AverageRow = AverageWageTable['averageWages'][number];

export interface AverageWage {
  /** Fen a month, exact: a yearly figure is divided by twelve without rounding. */
  readonly monthly: Rational;
  readonly row: AverageRow;
  readonly name: Bilingual;
  readonly warnings: readonly LawWarning[];
}

/** Fen a month of one row, exact. */
function monthlyOf(row: AverageRow): Rational {
  if (row.monthly !== undefined) return ofFen(row.monthly);
  return over(ofFen(row.annual ?? noRowValue(row)), rational(12n));
}

function noRowValue(row: AverageRow): never {
  throw noData('averageWages', { area: row.area, year: row.year });
}

/**
 * The previous-year monthly average wage that applies on `date` in the city (`scope: 'city'`, 劳动合同法 art. 47) or
 * the province. The figure of last year is used; before August, where it is not known, the one before, as offices do.
 * @throws AppError `no-data` naming table, area, year; `reason: series-needed` when several series are published.
 */
export function averageWageAt(
  ctx: LawContext,
  request: {
    readonly area: string;
    readonly date: PlainDate;
    readonly scope: 'city' | 'province';
    readonly series?: AverageWageSeries | undefined;
  },
): AverageWage {
  const table = ctx.averageWages;
  const area = request.scope === 'city' ? cityOf(request.area) : provinceOf(request.area);
  const { year, month } = partsOf(request.date);
  if (!table) throw noData('averageWages', { area, date: request.date, year: year - 1 });
  const of = (y: number): AverageRow[] =>
    table.averageWages.filter(
      (r) => r.area === area && r.year === y && (!request.series || r.series === request.series),
    );
  const warnings: LawWarning[] = [];
  let rows = of(year - 1);
  if (rows.length === 0 && month < 8) {
    rows = of(year - 2);
    if (rows.length > 0) {
      warnings.push(
        warn(
          'average-wage-year-before',
          `${year - 1}年数据未收录，按${year - 2}年数据计算；新数据公布后请复核。`,
          `No figure for ${year - 1}: the one for ${year - 2} was used. Check again once it is published.`,
        ),
      );
    }
  } else if (rows.length > 0 && month < 7) {
    warnings.push(
      warn(
        'average-wage-maybe-unpublished',
        `${year - 1}年数据一般在年中公布，此前实务上仍用上一期数据，请核对。`,
        `The ${year - 1} figure usually appears mid-year; until then offices use the one before.`,
      ),
    );
  }
  const details = { area, date: request.date, year: year - 1 };
  if (rows.length > 1) {
    const series = rows.map((r) => r.series).join(', ');
    throw noData('averageWages', { ...details, reason: 'series-needed', series });
  }
  const row = rows[0];
  if (!row) throw noData('averageWages', details);
  const words = table.series[row.series] ?? { zh: row.series, en: row.series };
  const name = {
    zh: `${row.name.zh}${row.year}年${words.zh}月平均工资`,
    en: `${row.name.en} ${row.year} monthly average wage (${words.en})`,
  };
  noteUsed(ctx, name, row);
  return {
    monthly: monthlyOf(row),
    row,
    name,
    warnings: [...warnings, ...unverified(row)],
  };
}

/** A warning for a value whose source was not the notice itself. */
export function unverified(row: { readonly status: string; readonly source: string }): LawWarning[] {
  if (row.status === 'verified') return [];
  return [
    warn(
      'reference-not-verified',
      `所用数据未经核对原文，请核实。来源：${row.source}`,
      // A source may be written in Chinese only; the Chinese sentence names it.
      'The figure used was not checked against the notice itself: verify it before relying on it.',
    ),
  ];
}

/** `全国城镇居民2024年人均可支配收入`. */
export function incomeName(row: { readonly name: Bilingual; readonly year: number }): Bilingual {
  return {
    zh: `${row.name.zh}${row.year}年人均可支配收入`,
    en: `disposable income per head of ${row.year}, ${row.name.en}`,
  };
}

/**
 * Per-head disposable income of urban residents in `year`, fen.
 * @throws AppError `no-data` naming area and year.
 */
export function disposableIncomeOf(ctx: LawContext, area: string, year: number) {
  const row = ctx.disposableIncome?.find((r) => r.area === area && r.year === year);
  if (!row) throw noData('disposableIncome', { area, year });
  noteUsed(ctx, incomeName(row), row);
  return row;
}

/** @throws AppError `no-data` naming the date. */
export function workingTimeAt(ctx: LawContext, date: PlainDate): WorkingTimeTable[number] {
  const row = inForce(ctx.workingTime ?? [], date);
  if (!row) throw noData('workingTime', { area: '000000', date });
  noteUsed(ctx, { zh: '工作日和计薪天数', en: 'working days and paid days' }, row);
  return row;
}

/**
 * One statutory figure of the work-injury tables, such as months of pay for a grade.
 * @throws AppError `no-data` naming table and entry.
 */
export function injuryRate(
  ctx: LawContext,
  table: keyof InjuryRateTable,
  entry: string,
): { readonly value: Rational; readonly text: string } {
  const rates = ctx.injuryRates?.[table];
  const value = rates?.values[entry];
  if (!rates || value === undefined) throw noData(`injuryRates.${table}`, { area: '000000', entry });
  noteUsed(ctx, { zh: '工伤待遇标准', en: 'work-injury rates' }, rates);
  return { value: decimal(String(value)), text: String(value) };
}
