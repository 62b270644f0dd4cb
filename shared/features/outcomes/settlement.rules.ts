import { type Fen, fen } from '../../kernel/money.ts';
import type { Bilingual, LegalSource } from '../../law/index.ts';
import { cite } from '../../law/sources.ts';
import type { OutcomeLine } from './outcome.schemas.ts';
import { apportion } from './split.rules.ts';

/** A line with what the record computes for it. */
export interface SettlementLine extends Omit<OutcomeLine, 'memberId' | 'item'> {
  readonly memberId: string;
  readonly item: string;
  readonly computedFen: Fen;
  /** Calculator of the claim item; `unpaid-wages` for the arrears, null where the item is gone. */
  readonly calculator: string | null;
}

export interface ColumnSums {
  readonly claimedFen: Fen;
  readonly computedFen: Fen;
  readonly lowFen: Fen;
  readonly amountFen: Fen;
  /** Lines to which nothing has been said yet; they count in no agreed sum. */
  readonly open: number;
  /** Computed less agreed over the lines to which something was said, never below nothing on any of them. */
  readonly givenUpFen: Fen;
  /** Of the computed sum of those lines, in hundredths of a per cent, rounded to the nearest; null of nothing. */
  readonly givenUpBp: number | null;
}

/** Sums of the three columns. The lowest acceptable sum takes the computed one where none was named. */
export function columnSums(lines: readonly SettlementLine[]): ColumnSums {
  const sum = (of: (l: SettlementLine) => number): Fen => fen(lines.reduce((s, l) => s + of(l), 0));
  const said = lines.filter((l) => l.amountFen !== null);
  const base = said.reduce((s, l) => s + l.computedFen, 0);
  const givenUp = said.reduce((s, l) => s + givenUpOf(l), 0);
  return {
    claimedFen: sum((l) => l.claimedFen),
    computedFen: sum((l) => l.computedFen),
    lowFen: sum((l) => l.lowFen ?? l.computedFen),
    amountFen: sum((l) => l.amountFen ?? 0),
    open: lines.length - said.length,
    givenUpFen: fen(givenUp),
    givenUpBp: basisPoints(givenUp, base),
  };
}

/** What one line gives up against what the law computes; more than computed gives up nothing. */
export function givenUpOf(line: Pick<SettlementLine, 'computedFen' | 'amountFen'>): Fen {
  return line.amountFen === null ? fen(0) : fen(Math.max(0, line.computedFen - line.amountFen));
}

/** A part of a whole in hundredths of a per cent, half up; null when the whole is nothing. */
export function basisPoints(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const exact = BigInt(part) * 20_000n + BigInt(whole);
  return Number(exact / (2n * BigInt(whole)));
}

/** `2550` → `25.5%`. */
export function percentText(bp: number): string {
  return `${(bp / 100).toFixed(2).replace(/\.?0+$/, '')}%`;
}

/** A share of an amount, half up to the fen. @param percent 0–100, at most two decimals, as text. */
export function partOf(amountFen: Fen, percent: string): Fen {
  const [whole = '0', decimals = ''] = percent.split('.');
  const bp = BigInt(whole) * 100n + BigInt(decimals.padEnd(2, '0').slice(0, 2) || '0');
  return fen(Number((BigInt(amountFen) * bp * 2n + 10_000n) / 20_000n));
}

/** One sum for a worker over the worker's lines, by what each computes; where nothing computes, by what is claimed. */
export function spread<L extends Pick<SettlementLine, 'computedFen' | 'claimedFen'>>(
  total: Fen,
  lines: readonly L[],
): (L & { amountFen: Fen })[] {
  const weights = lines.map((l) => l.computedFen as number);
  const claimed = lines.map((l) => l.claimedFen as number);
  const by = [weights, claimed, lines.map(() => 1)].find((w) => w.some((v) => v > 0)) ?? [];
  const shares = apportion(total, by);
  return lines.map((l, i) => ({ ...l, amountFen: shares[i] ?? fen(0) }));
}

export type SettlementWarningCode =
  | 'below-undisputed'
  | 'wages-given-up'
  | 'below-lowest'
  | 'injury-below-law'
  | 'insurance-waived'
  | 'above-claimed'
  | 'no-authority'
  | 'no-day';

export interface SettlementWarning {
  readonly code: SettlementWarningCode;
  readonly text: Bilingual;
  readonly source: LegalSource | null;
  /** Indices of the lines concerned. */
  readonly lines: readonly number[];
}

const wageItems: ReadonlySet<string> = new Set([
  'unpaid-wages',
  'overtime-pay',
  'minimum-wage-differential',
  'annual-leave-pay',
  'high-temperature-allowance',
  'sick-leave-pay',
  'shutdown-pay',
]);
const isInjury = (calculator: string): boolean => calculator.startsWith('work-injury');
const isInsurance = (calculator: string): boolean => calculator.startsWith('social-insurance');

/** 劳动报酬、工伤医疗费、经济补偿或者赔偿金: what a payment order on an agreement may be for (调解仲裁法 art. 16). */
export function fitsPaymentOrder(calculator: string | null): boolean {
  return calculator !== null && !isInsurance(calculator) && calculator !== 'late-interest';
}

export const isWageItem = (calculator: string | null): boolean =>
  calculator !== null && wageItems.has(calculator);

const unfair = cite('labourInterpretation1', '35');

/**
 * Where the law protects the worker in a settlement. Nothing is forbidden by it: the worker decides, but knowingly.
 * @param more `workers` in the settlement; `dated`: a day of payment is named.
 */
export function settlementWarnings(
  lines: readonly SettlementLine[],
  more: { readonly workers: number; readonly dated: boolean },
): SettlementWarning[] {
  const found: SettlementWarning[] = [];
  const add = (
    code: SettlementWarningCode,
    of: (l: SettlementLine) => boolean,
    zh: string,
    en: string,
    source: LegalSource | null,
  ): void => {
    const at = lines.flatMap((l, i) => (of(l) ? [i] : []));
    if (at.length > 0) found.push({ code, text: { zh, en }, source, lines: at });
  };
  const below = (l: SettlementLine): boolean => l.amountFen !== null && l.amountFen < l.computedFen;
  add(
    'below-undisputed',
    (l) => l.amountFen !== null && l.undisputedFen !== null && l.amountFen < l.undisputedFen,
    '低于对方已认可的金额。无争议的劳动报酬应当足额支付，不宜在和解中让掉；显失公平的，可以请求撤销。',
    'Less than the other side itself concedes. Undisputed pay is due in full; a manifestly unfair agreement can be rescinded.',
    unfair,
  );
  add(
    'wages-given-up',
    (l) => isWageItem(l.calculator) && below(l),
    '劳动报酬低于依法计算的金额。请向劳动者说明放弃了多少，并记明其自愿。',
    'Pay below what the law computes. Tell the worker how much is given up and put on record that it is of free will.',
    cite('labourContractLaw', '30'),
  );
  add(
    'below-lowest',
    (l) => l.amountFen !== null && l.lowFen !== null && l.amountFen < l.lowFen,
    '低于劳动者可以接受的底线。',
    'Below the lowest sum that the worker accepts.',
    null,
  );
  add(
    'injury-below-law',
    (l) => l.calculator !== null && isInjury(l.calculator) && below(l),
    '工伤待遇低于法定标准。明显低于法定标准的，劳动者可以显失公平为由请求撤销。',
    'Injury benefits below the statutory ones. If plainly so, the worker can have the agreement rescinded as unfair.',
    unfair,
  );
  add(
    'insurance-waived',
    (l) => l.calculator !== null && isInsurance(l.calculator) && below(l),
    '缴纳社会保险费的义务不能约定免除；协议只能处理赔偿。',
    'The duty to pay social insurance cannot be agreed away; only damages can be settled.',
    cite('labourInterpretation2', '19'),
  );
  add(
    'above-claimed',
    (l) => l.amountFen !== null && l.amountFen > l.claimedFen,
    '高于请求的金额，请核对。',
    'More than was asked for: look again.',
    null,
  );
  if (more.workers > 1)
    found.push({
      code: 'no-authority',
      text: {
        zh: '代表人和解须经被代表的劳动者同意：请逐人签名，或附授权。',
        en: 'A representative may settle only with the consent of those represented: each signs, or gives authority.',
      },
      source: cite('civilProcedureLaw', '56'),
      lines: [],
    });
  if (!more.dated)
    found.push({
      code: 'no-day',
      text: {
        zh: '没有约定付款日期，逾期无从判断，也难以申请执行。',
        en: 'No day of payment: nothing can be late, and enforcement has nothing to start from.',
      },
      source: null,
      lines: [],
    });
  return found;
}

/** Workers of an outcome and what each gets, in the order of the lines; who gets nothing is not among them. */
export function workerSums(
  lines: readonly { readonly memberId: string; readonly amountFen: number | null }[],
): Map<string, Fen> {
  const sums = new Map<string, Fen>();
  for (const { memberId, amountFen } of lines)
    if (amountFen !== null && amountFen > 0) sums.set(memberId, fen((sums.get(memberId) ?? 0) + amountFen));
  return sums;
}
