import { createHash } from 'node:crypto';
import type { Member } from '../../../../shared/features/cases/case.schemas.ts';
import {
  amountBy,
  calculatorInfo,
  type ItemOverlap,
  isMoneyItem,
  itemCalculators,
  type OverlapSource,
  overlapsOf,
  periodOf,
} from '../../../../shared/features/claims/claim-items.rules.ts';
import type { KeptResult } from '../../../../shared/features/claims/claims.contract.ts';
import { type ClaimFacts, endOfWork, prefill } from '../../../../shared/features/claims/prefill.rules.ts';
import {
  type EffectiveMonth,
  effectiveMonths,
  monthsOfPeriods,
} from '../../../../shared/features/claims/wage-months.rules.ts';
import type { WageMonthRecord } from '../../../../shared/features/claims/wage-months.schemas.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import { type Fen, fen } from '../../../../shared/kernel/money.ts';
import { type CalculationResult, calculate, type LawContext } from '../../../../shared/law/index.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { loadEventRows, loadMemberRows, toEvent, toMember } from '../cases/index.ts';
import { arrearsOf } from '../claims/index.ts';
import { loadOffice } from '../office/index.ts';
import { loadItems, loadWages, type StoredItem } from './claim-items.repo.ts';

type Inputs = Readonly<Record<string, unknown>>;

/** Everything that the items of one case rest on, read once. */
export interface ClaimCase {
  readonly caseId: string;
  readonly region: string;
  readonly today: PlainDate;
  readonly members: readonly Member[];
  readonly items: readonly StoredItem[];
  readonly wages: ReadonlyMap<string, readonly WageMonthRecord[]>;
  readonly events: readonly { readonly type: string; readonly date: PlainDate }[];
}

export async function loadClaimCase(db: ReadHandle, caseId: string, today: PlainDate): Promise<ClaimCase> {
  return {
    caseId,
    today,
    region: (await loadOffice(db)).region_code,
    members: (await loadMemberRows(db, caseId)).map((m) => toMember(m)),
    items: await loadItems(db, caseId),
    wages: await loadWages(db, caseId),
    events: (await loadEventRows(db, caseId)).map(toEvent),
  };
}

/** The data of the law as this office applies them on a day. */
export const lawAt = (law: LawData, region: string, today: PlainDate): LawContext => ({
  ...law,
  region,
  asOf: today,
});

/** Names the state of the law's data: the same text means that nothing was added or taken out between. */
export async function lawVersionOf(db: ReadHandle): Promise<string> {
  const packs = await db
    .selectFrom('law_data')
    .select('id')
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();
  if (packs.length === 0) return 'shipped';
  const digest = createHash('sha256').update(packs.map((p) => p.id).join(' '));
  return `shipped+${packs.length}.${digest.digest('hex').slice(0, 8)}`;
}

/** A worker's pay by month: what was entered, and what the pay periods tell. */
export function monthsOf(
  member: Member,
  wages: ClaimCase['wages'],
  today: PlainDate,
  law: LawData,
): EffectiveMonth[] {
  const computed = arrearsOf(member.arrears, law, today);
  const periods = monthsOfPeriods(
    member.arrears,
    computed.rows.map((r) => r.grossFen),
  );
  return effectiveMonths(wages.get(member.id) ?? [], periods);
}

const interrupting = ['demand-made', 'promise-made', 'complaint-made', 'mediation-applied'];

export function factsFor(file: ClaimCase, member: Member, law: LawData): ClaimFacts {
  const dayOf = (type: string): PlainDate | null => file.events.find((e) => e.type === type)?.date ?? null;
  return {
    job: { ...member.job, end: endOfWork(member.job, file.events) },
    months: monthsOf(member, file.wages, file.today, law),
    region: file.region,
    today: file.today,
    filedOn: dayOf('application-submitted'),
    knownOn: dayOf('right-known'),
    interruptions: file.events.filter((e) => interrupting.includes(e.type)).map((e) => e.date),
  };
}

export const prefilled = (file: ClaimCase, member: Member, calculator: string, law: LawData) =>
  prefill(calculator, factsFor(file, member, law));

/** @throws AppError `not-found`. */
export function memberOf(file: ClaimCase, memberId: string): Member {
  const found = file.members.find((m) => m.id === memberId);
  if (!found) throw new AppError('not-found', { details: { what: 'member' } });
  return found;
}

export interface ComputedItem {
  readonly amountFen: Fen | null;
  readonly kept: KeptResult;
}

const kept = (r: CalculationResult): KeptResult =>
  // A calculation is plain data; by way of JSON it is exactly what will be read again.
  JSON.parse(
    JSON.stringify({
      result: r.result ?? null,
      amountFen: r.amountFen,
      lines: r.lines,
      warnings: r.warnings,
      caps: r.caps,
      methods: r.methods,
      wageBase: r.wageBase ?? null,
      totals: r.totals ?? null,
      sources: r.sources,
      status: r.status,
    }),
  );

/** Fields of a calculator's refusal as fields of the item. */
function underInputs(error: unknown): unknown {
  if (!(error instanceof AppError) || !error.failure.issues) return error;
  return new AppError(error.failure.code, {
    ...error.failure,
    issues: error.failure.issues.map((i) => ({ ...i, path: i.path === '' ? 'inputs' : `inputs.${i.path}` })),
  });
}

/**
 * @throws AppError `invalid-input`: `calculator` (`claim-not-kept`), `inputs.…`, `method`, `methodReason`; `no-data`.
 */
export function computeItem(
  item: { calculator: string; inputs: Inputs; method: string | null; methodReason: string | null },
  ctx: LawContext,
): ComputedItem {
  if (!itemCalculators().some((c) => c.id === item.calculator))
    throw fieldError('calculator', 'claim-not-kept', { calculator: item.calculator });
  let result: CalculationResult;
  try {
    result = calculate(item.calculator, item.inputs, ctx);
  } catch (error) {
    throw underInputs(error);
  }
  if (item.method !== null && !result.methods.some((m) => m.id === item.method))
    throw fieldError('method', 'value-not-allowed');
  const amountFen = amountBy(result, item.method);
  if (amountFen !== result.amountFen && item.methodReason === null)
    throw fieldError('methodReason', 'required');
  return { amountFen, kept: kept(result) };
}

/** The amount of a stored item by another state of the data; a failure is its code. */
export function amountNow(
  item: Pick<StoredItem, 'calculator' | 'inputs' | 'method'>,
  ctx: LawContext,
): { readonly amountFen: Fen | null; readonly failure: string | null } {
  try {
    return { amountFen: amountBy(calculate(item.calculator, item.inputs, ctx), item.method), failure: null };
  } catch (error) {
    if (error instanceof AppError) return { amountFen: null, failure: error.failure.code };
    throw error;
  }
}

/** Arrears of the pay periods as one more item, for what they may overlap with. */
function arrearsSource(member: Member): OverlapSource[] {
  if (member.owedFen === 0) return [];
  const from = member.arrears.map((r) => r.period.from).sort()[0];
  const to = member.arrears
    .map((r) => r.period.to)
    .sort()
    .at(-1);
  return [{ id: null, calculator: 'unpaid-wages', inputs: { from, to }, result: null }];
}

export function overlapsFor(member: Member, items: readonly Omit<OverlapSource, never>[]): ItemOverlap[] {
  return overlapsOf([...arrearsSource(member), ...items]);
}

export const asSource = (item: Pick<StoredItem, 'id' | 'calculator' | 'inputs' | 'kept'>): OverlapSource => ({
  id: item.id,
  calculator: item.calculator,
  inputs: item.inputs,
  result: item.kept.result,
});

/**
 * Refuses an item that the law excludes beside the worker's others.
 * @throws AppError `invalid-input`: `calculator` `overlap-…`.
 */
export function refuseExcluded(member: Member, items: readonly OverlapSource[], id: string): void {
  const blocked = overlapsFor(member, items).find((o) => o.severity === 'block' && o.itemIds.includes(id));
  if (blocked) throw fieldError('calculator', `overlap-${blocked.code}`);
}

/** Sum of the items that ask for money, by worker. */
export function itemSums(items: readonly Pick<StoredItem, 'memberId' | 'calculator' | 'amountFen'>[]) {
  const sums = new Map<string, number>();
  for (const item of items) {
    const info = calculatorInfo(item.calculator);
    if (info && isMoneyItem(info))
      sums.set(item.memberId, fen((sums.get(item.memberId) ?? 0) + (item.amountFen ?? 0)));
  }
  return sums;
}

/** The time that an item covers, for the sentence of a paper. */
export const periodOfItem = (item: StoredItem) => periodOf(item.inputs, item.kept.result);
