import { daysInMonth, isPlainDate, type PlainDate } from '../../kernel/date.ts';
import type { Fen } from '../../kernel/money.ts';
import {
  type Bilingual,
  type CalculationMethod,
  type CalculatorInfo,
  type ClaimItem,
  checkOverlaps,
  type Finality,
  type LegalSource,
  listCalculators,
} from '../../law/index.ts';

let infos: ReadonlyMap<string, CalculatorInfo> | null = null;

/** The list is made once, when first asked for: describing every input takes a hundredth of a second. */
function allCalculators(): ReadonlyMap<string, CalculatorInfo> {
  infos ??= new Map(listCalculators().map((c) => [c.id, c]));
  return infos;
}

/** A calculator's facts and input schema; undefined for an unknown id. */
export function calculatorInfo(id: string): CalculatorInfo | undefined {
  return allCalculators().get(id);
}

/** Arrears come from the worker's pay periods, which every paper reads; as items they would be typed twice. */
const fromPeriods: readonly string[] = ['unpaid-wages', 'unpaid-wages-roster'];

/** Calculators that can stand in the record as a worker's item, in the order of the list. */
export function itemCalculators(): CalculatorInfo[] {
  return [...allCalculators().values()].filter((c) => c.group !== 'format' && !fromPeriods.includes(c.id));
}

/** Whether an item of this calculator asks the other side for money; the others are findings beside the claims. */
export function isMoneyItem(info: Pick<CalculatorInfo, 'finality'>): boolean {
  return info.finality !== 'none';
}

type Outcome = { readonly amountFen: Fen | null; readonly methods: readonly CalculationMethod[] };

/** The amount by the chosen method, else the calculator's own. */
export function amountBy(result: Outcome, method: string | null): Fen | null {
  const chosen = method === null ? undefined : result.methods.find((m) => m.id === method);
  return chosen ? chosen.amountFen : result.amountFen;
}

type Json = Readonly<Record<string, unknown>>;

const day = (value: unknown): PlainDate | undefined => (isPlainDate(value) ? value : undefined);

const months = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [])
    .flatMap((row: Json) => (typeof row?.month === 'string' ? [row.month] : []))
    .sort();

/** The calendar years that an item names: leave is claimed by the year. */
function yearsOf(inputs: Json): number[] {
  const named = (Array.isArray(inputs.claimYears) ? inputs.claimYears : []).map((row: Json) => row?.year);
  // A year beside a shorter cycle only dates the cycle: the second quarter of a year is not the year.
  if (inputs.period === undefined || inputs.period === 'year') named.push(inputs.year);
  return named.filter((year) => typeof year === 'number');
}

/** The time that an item covers, as far as its inputs or its result say. */
export function periodOf(
  inputs: Json,
  result: unknown,
): { readonly from?: PlainDate; readonly to?: PlainDate } {
  const own = (result ?? {}) as Json;
  const list = months(inputs.months);
  const single = typeof inputs.month === 'string' ? inputs.month : undefined;
  const years = yearsOf(inputs);
  const first = list[0] ?? single;
  const last = list.at(-1) ?? single;
  const from =
    day(own.from) ??
    day(inputs.from) ??
    (first ? day(`${first}-01`) : years.length > 0 ? day(`${Math.min(...years)}-01-01`) : undefined);
  const to =
    day(own.to) ??
    day(inputs.to) ??
    (last ? day(lastDayOf(last)) : years.length > 0 ? day(`${Math.max(...years)}-12-31`) : undefined);
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

function lastDayOf(month: string): string {
  const [y = 0, m = 0] = month.split('-').map(Number);
  return `${month}-${daysInMonth(y, m)}`;
}

export interface OverlapSource {
  /** Null for the arrears of the pay periods. */
  readonly id: string | null;
  readonly calculator: string;
  readonly inputs: Json;
  readonly result: unknown;
}

export interface ItemOverlap {
  readonly code: string;
  readonly severity: 'block' | 'warn' | 'note';
  readonly itemIds: readonly (string | null)[];
  readonly text: Bilingual;
  readonly source: LegalSource | null;
}

/** How the items of one worker stand beside each other and beside the arrears, given as one more item. */
export function overlapsOf(items: readonly OverlapSource[]): ItemOverlap[] {
  const claims = items.map((item): ClaimItem => {
    const { ground, orderIssued } = item.inputs;
    const period = periodOf(item.inputs, item.result);
    const years = day(item.inputs.from) ? [] : yearsOf(item.inputs);
    return {
      calculator: item.calculator,
      ...period,
      ...(years.length > 0 ? { years } : {}),
      ...(typeof ground === 'string' ? { ground } : {}),
      ...(typeof orderIssued === 'boolean' ? { orderIssued } : {}),
    };
  });
  return checkOverlaps(claims).map(({ code, severity, items: at, text, source }) => ({
    code,
    severity,
    itemIds: at.map((i) => items[i]?.id ?? null),
    text,
    source,
  }));
}

/** `unknown`: the local minimum wage is not loaded. `contested` is to be read as not final. */
export type Verdict = 'final' | 'non-final' | 'contested' | 'unknown' | 'none';

/** 调解仲裁法 art. 47 for one item of one worker: at exactly twelve monthly minimum wages it is still final. */
export function verdictOf(finality: Finality, amountFen: Fen | null, limitFen: Fen | null): Verdict {
  switch (finality) {
    case 'none':
      return 'none';
    case 'standard':
      return 'final';
    case 'never':
      return 'non-final';
    case 'contested':
      return 'contested';
    case 'amount':
      if (amountFen === null) return 'none';
      if (limitFen === null) return 'unknown';
      return amountFen <= limitFen ? 'final' : 'non-final';
  }
}

/** A worker's items together: `mixed` needs separate awards, or one award is treated as not final (解释（一）第20条). */
export function workerVerdict(verdicts: readonly Verdict[]): Verdict | 'mixed' {
  const real = verdicts.filter((v) => v !== 'none');
  if (real.length === 0) return 'none';
  if (real.includes('unknown')) return 'unknown';
  if (real.every((v) => v === 'final')) return 'final';
  return real.includes('final') ? 'mixed' : 'non-final';
}
