import { addDays, type PlainDate } from '../../kernel/date.ts';
import { AppError } from '../../kernel/errors.ts';
import { formatYuan } from '../../kernel/money.ts';
import type { Member } from '../cases/case.schemas.ts';
import { calculatorInfo } from './claim-items.rules.ts';
import { baseOf, type EffectiveMonth, wageTableOf } from './wage-months.rules.ts';

/** What the record knows that a calculator may take. */
export interface ClaimFacts {
  readonly job: Member['job'];
  readonly months: readonly EffectiveMonth[];
  /** Division code of the office. */
  readonly region: string | null;
  readonly today: PlainDate;
  /** The day of the application; today while it is not filed. */
  readonly filedOn: PlainDate | null;
  /** The day the worker knew, where the case records it. */
  readonly knownOn: PlainDate | null;
  /** Demands, promises and complaints: each lets a fresh year run. */
  readonly interruptions: readonly PlainDate[];
}

/**
 * The last day of work: the worker's own record, or the day of the case where only that says when the work ended; it
 * then ended for everyone whose own record does not say that it goes on.
 */
export function endOfWork(
  job: Pick<Member['job'], 'end' | 'endKind'>,
  events: readonly { readonly type: string; readonly date: PlainDate }[],
): PlainDate | null {
  if (job.end !== null || job.endKind === 'ongoing') return job.end;
  return events.find((e) => e.type === 'employment-ended')?.date ?? null;
}

type Inputs = Record<string, unknown>;

/** Ends of work that name a ground by themselves; who proposed an agreed end is not recorded. */
const reasons: Readonly<Partial<Record<NonNullable<Member['job']['endKind']>, string>>> = {
  'left-for-arrears': 'forced-resignation',
  resigned: 'voluntary-resignation',
  expired: 'contract-expiry',
  'work-finished': 'task-completed',
};

// Only these cannot do without the place; elsewhere the office's own region is the calculator's default.
const needPlace: readonly string[] = ['minimum-wage-differential', 'high-temperature-allowance'];

const monthlyWageFields = [
  'monthlyWage',
  'contractWage',
  'monthlyBase',
  'originalMonthlyWage',
  'normalMonthlyWage',
  'postProbationMonthlyWage',
] as const;

/**
 * A calculator's inputs as far as the record knows them. The month table goes before the agreed monthly wage; what is
 * not recorded is left out, never guessed.
 */
export function prefill(calculator: string, facts: ClaimFacts): Inputs {
  const info = calculatorInfo(calculator);
  const takes = Object.keys((info?.inputSchema.properties as object | undefined) ?? {});
  const { job } = facts;
  const table = takes.includes('wageTable') && isUsable(facts) ? wageTableOf(facts.months) : undefined;
  const agreed =
    job.wageUnit === 'month' && job.rateFen !== null ? formatYuan(job.rateFen, false) : undefined;
  const filingDate = facts.filedOn ?? facts.today;
  const known: Inputs = {
    hireDate: job.start ?? undefined,
    lastDay: job.end ?? undefined,
    lastWorkDay: job.end ?? undefined,
    terminationDate: job.end ?? undefined,
    employmentEnd: job.end ?? undefined,
    knownDate: facts.knownOn ?? undefined,
    wageTable: table,
    reason: job.endKind === null ? undefined : reasons[job.endKind],
    from: calculator === 'reinstatement-wages' && job.end ? addDays(job.end, 1) : undefined,
    areaCode: needPlace.includes(calculator) ? (facts.region ?? undefined) : undefined,
    filingDate,
    interruptions: facts.interruptions.length > 0 ? [...facts.interruptions] : undefined,
    limitation: limitationOf(info?.limitation, facts, filingDate),
    ...(table ? {} : Object.fromEntries(monthlyWageFields.map((name) => [name, agreed]))),
  };
  return Object.fromEntries(takes.flatMap((n) => (known[n] === undefined ? [] : [[n, known[n]] as const])));
}

/**
 * A table that somebody filled in is taken with its holes, which the calculator then names. Months that only the pay
 * periods tell must be whole for a base: arrears of a few months are no wage history.
 */
function isUsable({ months, job, today }: ClaimFacts): boolean {
  if (months.length === 0) return false;
  if (months.some((m) => m.origin === 'own')) return true;
  try {
    return baseOf(months, 'average-12-months', job.end ?? today, job.start).months.length > 0;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** Left out where the claim's year has no known start: the calculator would ask for it instead of computing. */
function limitationOf(
  kind: string | undefined,
  facts: ClaimFacts,
  filingDate: PlainDate,
): Inputs | undefined {
  const { end } = facts.job;
  if (kind !== 'remuneration' && end === null && facts.knownOn === null) return undefined;
  return {
    filingDate,
    ...(end ? { employmentEnd: end } : {}),
    ...(facts.knownOn ? { knownDate: facts.knownOn } : {}),
    ...(facts.interruptions.length > 0 ? { interruptions: [...facts.interruptions] } : {}),
  };
}

/** The inputs of everybody, with the worker's own beneath: what was filled in for all goes before the record. */
export function withShared(own: Inputs, shared: Inputs): Inputs {
  return {
    ...own,
    ...shared,
    ...(own.limitation && shared.limitation
      ? { limitation: { ...(own.limitation as object), ...(shared.limitation as object) } }
      : {}),
  };
}

// What a stored item took from the record; when the record says otherwise now, the item is pointed out.
const compared = ['hireDate', 'lastDay', 'lastWorkDay', 'terminationDate', 'wageTable'] as const;

/** Inputs of a stored item that the record tells differently today. */
export function outdatedInputs(inputs: Inputs, now: Inputs): string[] {
  return compared.filter(
    (name) =>
      inputs[name] !== undefined &&
      now[name] !== undefined &&
      JSON.stringify(inputs[name]) !== JSON.stringify(now[name]),
  );
}
