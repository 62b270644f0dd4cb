import type { PlainDate } from '../../kernel/date.ts';
import type { Calendar } from '../calendar/types.ts';
import type { LawContext } from '../context.ts';
import { dueDate } from './due.ts';
import type { DueInput, DueOptions } from './types.ts';

/** An open date as it was counted. `key` is the caller's own name for it. */
export interface OpenDateInput {
  readonly key: string;
  readonly ruleId: string;
  readonly input: DueInput;
  readonly region?: string;
  readonly options?: DueOptions;
}

export interface Recheck {
  readonly key: string;
  readonly ruleId: string;
  readonly before: PlainDate | null;
  readonly after: PlainDate | null;
  readonly moved: boolean;
  readonly provisionalBefore: boolean;
  readonly provisionalAfter: boolean;
}

/**
 * Which open dates a newly loaded year of holidays changes: those that move, and those that are no longer (or newly)
 * provisional. Dates that stay as they were are left out.
 */
export function recheck(
  dates: readonly OpenDateInput[],
  before: Calendar,
  after: Calendar,
  ctx: Omit<LawContext, 'calendar'> = {},
): readonly Recheck[] {
  return dates.flatMap(({ key, ruleId, input, region, options }) => {
    const place = region === undefined ? ctx : { ...ctx, region };
    const was = dueDate(ruleId, input, { ...place, calendar: before }, options);
    const is = dueDate(ruleId, input, { ...place, calendar: after }, options);
    const moved = was.due !== is.due;
    if (!moved && was.provisional === is.provisional) return [];
    return [
      {
        key,
        ruleId,
        before: was.due,
        after: is.due,
        moved,
        provisionalBefore: was.provisional,
        provisionalAfter: is.provisional,
      },
    ];
  });
}
