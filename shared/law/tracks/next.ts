import type { PlainDate } from '../../kernel/date.ts';
import type { Bilingual, TrackId } from '../common.ts';
import { say } from '../rules/define.ts';
import { ruleOf } from '../rules/registry.ts';
import { eventWords, trackOf } from './catalogue.ts';
import type { CaseEvent, CaseFacts, DerivedDates, Obligation, ObligationPlan } from './types.ts';

/** By when a step has to be taken, or why there is no day for it. One of the two is null. */
export interface StepLimit {
  readonly due: PlainDate | null;
  readonly why: Bilingual | null;
}

/**
 * The last day of a step: the soonest open limit that it meets. Where there is none, the reason: the clock stands still,
 * the law names no number of days, what starts the limit has not been recorded, or no rule bounds the step.
 * @param derived the dates of the same events and facts.
 */
export function limitOfStep(
  trackId: TrackId,
  event: string,
  events: readonly CaseEvent[],
  facts: CaseFacts,
  derived: DerivedDates,
): StepLimit {
  const { after } = trackOf(trackId).transitions.find((t) => t.event === event) ?? {};
  const over = after === undefined ? [] : derived.obligations.filter((o) => o.ruleId === after && o.due);
  const last = over
    .map((o) => o.due ?? '')
    .sort()
    .at(-1);
  if (last) return { due: null, why: say(`${last}期满后才能登记`, `to be recorded once ${last} is over`) };
  const met = derived.obligations.filter(
    (o) => o.metByTypes.includes(event) && (o.status === 'open' || o.status === 'suspended'),
  );
  const [soonest] = met
    .flatMap((o) => (o.due && (o.sense === 'deadline' || o.sense === 'lapse') ? [o.due] : []))
    .sort();
  if (soonest) return { due: soonest, why: null };
  const undated = met.find((o) => o.due === null) ?? met[0];
  if (undated) return { due: null, why: whyUndated(undated) };
  const plans = trackOf(trackId)
    .plansFor(facts, events)
    .obligations.filter((p) => !p.notApplicable && p.metBy.includes(event));
  const waiting = plans.find((p) => !events.some((e) => p.opensOn.includes(e.type)));
  return { due: null, why: waiting ? notStarted(trackId, waiting) : noLimit };
}

const noLimit = say('没有法定期限', 'no statutory limit');

function whyUndated(o: Obligation): Bilingual {
  if (o.status === 'suspended')
    return say(
      `“${o.title.zh}”期间已停止计算，恢复后才有截止日`,
      `the clock of “${o.title.en}” stands still; the last day is known once it resumes`,
    );
  if (o.due !== null) return say(`自${o.due}起可以办理`, `possible from ${o.due}`);
  const by = ruleOf(o.ruleId).fixed?.by;
  if (by)
    return say(
      `期限由${by.zh}确定，登记后才有截止日`,
      `the limit is fixed by ${by.en}; it has a last day once that is recorded`,
    );
  return say('法律没有规定天数', 'the law names no number of days');
}

function notStarted(trackId: TrackId, { opensOn, ruleId }: ObligationPlan): Bilingual {
  const words = opensOn.map((type) => eventWords(trackId, type));
  const { title } = ruleOf(ruleId);
  return say(
    `“${title.zh}”自${words.map((w) => `“${w.zh}”`).join('或')}起算，尚未登记`,
    `“${title.en}” runs from “${words.map((w) => w.en).join('” or “')}”, not recorded yet`,
  );
}
