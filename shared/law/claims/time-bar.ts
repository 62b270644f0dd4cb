import { z } from 'zod';
import type { PlainDate } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import { zeroFen } from '../../kernel/money.ts';
import type { LawWarning } from '../common.ts';
import type { LawContext } from '../context.ts';
import { dateSchema } from '../input.ts';
import { dueDate } from '../rules/due.ts';
import type { DueResult } from '../rules/types.ts';
import type { Computation, LimitationKind } from './types.ts';

/** Events and stage that every limitation test takes. */
export const timeBarEvents = {
  filingDate: dateSchema,
  interruptions: z.array(dateSchema).max(200).optional(),
  suspensions: z
    .array(
      z
        .strictObject({ from: dateSchema, to: dateSchema })
        .refine(({ from, to }) => to >= from, { path: ['to'], error: 'end-before-start' }),
    )
    .max(50)
    .optional(),
  defenceRaisedInArbitration: z.boolean().optional(),
  stage: z.enum(['arbitration', 'first-instance', 'second-instance', 'retrial']).optional(),
};

export const timeBarField = z
  .strictObject({
    ...timeBarEvents,
    employmentEnd: dateSchema.optional(),
    /** The day the party knew or should have known. */
    knownDate: dateSchema.optional(),
  })
  .optional();

export type TimeBarInput = NonNullable<z.output<typeof timeBarField>>;
type Events = Omit<TimeBarInput, 'employmentEnd' | 'knownDate'>;

export interface TimeBar {
  readonly timeBarred: boolean;
  /** Null while nothing runs: pay claimed during employment. */
  readonly lastDay: PlainDate | null;
  readonly due: DueResult | null;
  readonly effect: 'defence lost' | 'defence available' | null;
  readonly warnings: readonly LawWarning[];
}

/**
 * Whether a claim is filed in time. Pay: no limit during employment, then one year from its end; anything else one year
 * from when the party knew or should have known (调解仲裁法 art. 27).
 * @throws AppError `invalid-input` naming `knownDate` when an ordinary claim has no start.
 */
export function timeBar(
  kind: 'remuneration' | 'ordinary',
  start: { readonly employmentEnd?: PlainDate | undefined; readonly knownDate?: PlainDate | undefined },
  events: Events,
  ctx: LawContext,
): TimeBar {
  const trigger = kind === 'remuneration' ? start.employmentEnd : (start.knownDate ?? start.employmentEnd);
  if (trigger === undefined) {
    if (kind === 'ordinary') throw fieldError('knownDate', 'required');
    return { timeBarred: false, lastDay: null, due: null, effect: null, warnings: [] };
  }
  const due = dueDate(
    kind === 'remuneration' ? 'lim-wage-ended' : 'lim-general',
    { trigger, interruptions: events.interruptions ?? [], excluded: events.suspensions ?? [] },
    ctx,
  );
  const lastDay = due.due ?? trigger;
  const timeBarred = events.filingDate > lastDay;
  if (!timeBarred) return { timeBarred, lastDay, due, effect: null, warnings: due.warnings };
  const effect = effectOf(events);
  return { timeBarred, lastDay, due, effect: effect.effect, warnings: [...due.warnings, effect.warning] };
}

/** What being out of time means at this stage (解释（二） art. 20). */
function effectOf(events: Events): { effect: 'defence lost' | 'defence available'; warning: LawWarning } {
  const inCourt = events.stage !== undefined && events.stage !== 'arbitration';
  if (inCourt && events.defenceRaisedInArbitration === false) {
    return {
      effect: 'defence lost',
      warning: {
        code: 'defence-lost',
        text: {
          zh: '对方在仲裁中未提出时效抗辩，诉讼中再提不予支持，有新证据的除外。请求仍可主张。',
          en: 'The defence was not raised in arbitration and cannot be raised in court, save on new evidence: the claim stands.',
        },
      },
    };
  }
  return {
    effect: 'defence available',
    warning: {
      code: 'time-barred',
      text: {
        zh: '已超过仲裁时效；对方提出抗辩才会影响请求，仲裁委不主动适用。请核对有无中断、中止事由。',
        en: 'Out of time; it matters only if the other side raises it. Look for interruptions and suspensions.',
      },
    },
  };
}

/** Flags a computed claim that is out of time and shows both totals; the claim itself is never reduced. */
export function withTimeBar(
  computation: Computation,
  kind: LimitationKind,
  input: TimeBarInput,
  ctx: LawContext,
): Computation {
  const read = (k: 'remuneration' | 'ordinary'): TimeBar => {
    try {
      return timeBar(k, input, input, ctx);
    } catch (error) {
      throw underLimitation(error);
    }
  };
  // Where both readings are argued the claim is shown as barred only when the stricter one bars it, with a word on it.
  const tested = read(kind === 'remuneration' ? 'remuneration' : 'ordinary');
  const warnings = [...tested.warnings];
  if (kind === 'contested' && tested.timeBarred) {
    const mild = read('remuneration');
    warnings.push({
      code: 'limitation-contested',
      text: mild.timeBarred
        ? {
            zh: '该请求适用何种时效各地看法不一；两种算法均已超过。',
            en: 'Which limitation applies is contested; the claim is late under both readings.',
          }
        : {
            zh: '该请求适用何种时效各地看法不一；按劳动报酬时效计算尚未超过。',
            en: 'Which limitation applies is contested; read as remuneration the claim is in time.',
          },
    });
  }
  const amount = computation.amountFen;
  const barred = tested.timeBarred && tested.effect !== 'defence lost';
  return {
    ...computation,
    warnings: [...computation.warnings, ...warnings],
    ...(amount === null || computation.totals
      ? {}
      : { totals: { claimedFen: amount, recoverableFen: barred ? zeroFen : amount } }),
  };
}

function underLimitation(error: unknown): unknown {
  const issue = (error as { failure?: { issues?: readonly { path: string; code: string }[] } }).failure
    ?.issues?.[0];
  return issue ? fieldError(`limitation.${issue.path}`, issue.code) : error;
}
