import { type PlainDate, partsOf } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import type { LawContext } from '../context.ts';
import { incomeName } from './lookup.ts';
import { areaStem, noData, provinceOf } from './row.ts';
import type {
  DisposableIncomeTable,
  HeatAllowanceTable,
  InjuryLumpTable,
  LegalAidMeansTable,
  WageCrimeFigures,
} from './tables.ts';
import { noteUsed } from './used.ts';

interface Local {
  readonly area: string;
  readonly validFrom: PlainDate | null;
}

/**
 * The row of a place on a day: the most local one that had begun, of these the latest, of these the one added last.
 * Without a day the newest counts.
 */
export function mostLocal<R extends Local>(
  rows: readonly R[],
  area: string,
  date?: PlainDate | null,
): R | undefined {
  let best: R | undefined;
  for (const row of rows) {
    if (!area.startsWith(areaStem(row.area))) continue;
    if (date && row.validFrom !== null && row.validFrom > date) continue;
    const nearer = best ? areaStem(row.area).length - areaStem(best.area).length : 1;
    if (nearer > 0 || (nearer === 0 && (row.validFrom ?? '') >= (best?.validFrom ?? ''))) best = row;
  }
  return best;
}

/**
 * The heat allowance of a place, the most local rule known.
 * @throws AppError `no-data`; `reason: range` when the city chooses within a range, which is named.
 */
export function heatAllowanceAt(ctx: LawContext, area: string, date?: PlainDate): HeatAllowanceTable[number] {
  const row = mostLocal(ctx.heatAllowances ?? [], area, date);
  const details = { area, ...(date ? { date } : {}) };
  if (!row) throw noData('heatAllowances', details);
  if (row.rate === undefined) {
    const [from, to] = row.range ?? [0, 0];
    throw noData('heatAllowances', { ...details, reason: 'range', fromFen: from, toFen: to });
  }
  noteUsed(ctx, { zh: `${row.name.zh}高温津贴标准`, en: `${row.name.en} heat allowance` }, row);
  return row;
}

type LumpRow = InjuryLumpTable[number];
export type LumpCell = NonNullable<LumpRow['medical']['5']>;

/**
 * Months or amounts of the two lump sums of a grade in a place when the relationship ended.
 * @throws AppError `no-data` naming place, day and grade.
 */
export function injuryLumpAt(
  ctx: LawContext,
  area: string,
  grade: number,
  date: PlainDate | undefined,
): { readonly row: LumpRow; readonly medical: LumpCell; readonly employment: LumpCell } {
  const key = String(grade) as keyof LumpRow['medical'];
  const rows = (ctx.injuryLumps ?? []).filter((r) => r.medical[key] && r.employment[key]);
  const row = mostLocal(rows, area, date);
  const [medical, employment] = [row?.medical[key], row?.employment[key]];
  if (!row || !medical || !employment)
    throw noData('injuryLumps', { area: provinceOf(area), date: date ?? null, grade });
  const name = {
    zh: `${row.name.zh}一次性工伤医疗补助金和伤残就业补助金标准`,
    en: `${row.name.en} injury medical and employment lump sums`,
  };
  noteUsed(ctx, name, row);
  return { row, medical, employment };
}

/** The rule of a place for the means test of legal aid; undefined where none is known. */
export function aidMeansAt(
  ctx: LawContext,
  area: string,
  date?: PlainDate,
): LegalAidMeansTable[number] | undefined {
  const row = mostLocal(ctx.legalAidMeans ?? [], area, date);
  if (row) noteUsed(ctx, { zh: `${row.name.zh}经济困难标准`, en: `${row.name.en} hardship threshold` }, row);
  return row;
}

/** The provincial figures for refusing to pay wages; undefined where none are known. */
export function crimeFiguresAt(
  ctx: LawContext,
  area: string,
  date?: PlainDate,
): WageCrimeFigures[number] | undefined {
  const row = mostLocal(ctx.wageCrimeFigures ?? [], area, date);
  if (row) noteUsed(ctx, { zh: `${row.name.zh}数额标准`, en: `${row.name.en} thresholds` }, row);
  return row;
}

/**
 * Last year's urban disposable income of the place itself, or that of the year before while last year's is not known.
 * Neither an older figure nor the national one stands in for it.
 */
export function localIncomeAt(
  ctx: LawContext,
  area: string,
  date: PlainDate | undefined,
): DisposableIncomeTable[number] | undefined {
  if (date === undefined) return undefined;
  const { year } = partsOf(date);
  const of = (y: number) =>
    mostLocal(
      (ctx.disposableIncome ?? []).filter((r) => r.area !== '000000' && r.year === y),
      area,
    );
  const row = of(year - 1) ?? of(year - 2);
  if (row) noteUsed(ctx, incomeName(row), row);
  return row;
}

/**
 * The code of a province by its name as people say it (`四川`, `四川省`), from the division table.
 * @throws AppError `invalid-input` naming `province` when none is called so.
 */
export function provinceNamed(ctx: LawContext, name: string): string {
  const short = name.trim().replace(/[省市]$/, '');
  const found = Object.entries(ctx.divisions?.divisions ?? {}).find(
    ([stem, full]) => stem.length === 2 && short.length >= 2 && full.startsWith(short),
  );
  if (found) return `${found[0]}0000`;
  throw fieldError('province', 'region-unknown');
}
