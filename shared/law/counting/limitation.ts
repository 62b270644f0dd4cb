import type { PlainDate } from '../../kernel/date.ts';
import type { Calendar } from '../calendar/types.ts';
import type { LawWarning } from '../common.ts';
import { restartStep } from './steps.ts';
import { countSuspended, type SuspensionModel } from './suspension.ts';
import type { CountRequest, CountResult } from './types.ts';

export interface LimitationRequest extends Omit<CountRequest, 'direction' | 'restarts'> {
  /** Days on which a demand, a claim to an authority or a promise interrupted the period (中断). */
  readonly interruptions: readonly PlainDate[];
  /** Default `anywhere`, as for labour arbitration. */
  readonly suspension?: SuspensionModel;
}

export interface LimitationResult extends CountResult {
  /** Interruptions that started the period again, in order. */
  readonly effective: readonly PlainDate[];
}

/**
 * A limitation period: each interruption within the running period starts it again in full (调解仲裁法 art. 27(2));
 * suspended time is left out and the remainder continues (art. 27(3)). An interruption after expiry revives nothing.
 * @throws AppError `invalid-input` naming the field.
 */
export function countLimitation(request: LimitationRequest, calendar: Calendar): LimitationResult {
  const { interruptions, suspension = 'anywhere', ...period } = request;
  const warnings: LawWarning[] = [];
  const effective: PlainDate[] = [];
  let running = countSuspended(period, suspension, calendar);
  for (const date of [...interruptions].sort()) {
    if (date <= running.base) {
      if (date < request.trigger) warnings.push(beforeTrigger(date));
      continue;
    }
    if (date > running.due) {
      warnings.push(afterExpiry(date, running.due));
      continue;
    }
    effective.push(date);
    running = countSuspended({ ...period, restarts: [date] }, suspension, calendar);
  }
  // The last interruption is already in the working; the ones before it are shown too, so that the chain can be checked.
  const [trigger, ...rest] = running.steps;
  const earlier = effective.slice(0, -1).map(restartStep);
  const steps = trigger ? [trigger, ...earlier, ...rest] : rest;
  return { ...running, steps, effective, warnings: [...running.warnings, ...warnings] };
}

function beforeTrigger(date: PlainDate): LawWarning {
  return {
    code: 'interruption-before-trigger',
    field: 'interruptions',
    text: {
      zh: `${date}的事由发生在时效起算之前，不产生中断。`,
      en: `The event of ${date} is before the period began and interrupts nothing.`,
    },
  };
}

function afterExpiry(date: PlainDate, due: PlainDate): LawWarning {
  return {
    code: 'interruption-after-expiry',
    field: 'interruptions',
    text: {
      zh: `${date}的事由发生在时效届满（${due}）之后，不再中断；对方同意履行的，可另按放弃时效抗辩主张。`,
      en: `The event of ${date} is after expiry (${due}) and interrupts nothing; a promise to perform made then may waive the defence.`,
    },
  };
}
