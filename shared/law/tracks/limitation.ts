import type { LawWarning } from '../common.ts';
import { say } from '../rules/define.ts';
import { cite } from '../sources.ts';
import { commonFacts } from './common-facts.ts';
import { factsWhen, type When } from './transition.ts';
import type { CaseEvent, CaseFacts, ObligationPlan, Plans, TrackDefinition } from './types.ts';

const interruptions = [
  'demand-made',
  'promise-made',
  'complaint-made',
  'mediation-applied',
  'payment-order-applied',
  'suit-filed',
  'application-submitted',
];

function limitationPlan(ruleId: string, opensOn: string, events: readonly CaseEvent[]): ObligationPlan {
  return {
    ruleId,
    nature: 'right',
    opensOn: [opensOn],
    take: 'latest',
    metBy: ['application-submitted'],
    reopenedBy: ['withdrawn', 'redirected'],
    lookBack: true,
    pausedBy: [['limitation-suspended', 'limitation-resumed']],
    interruptedBy: interruptions,
    warnings: restartConflict(events),
  };
}

/** The Rules restart from the interruption, other texts from the end of the procedure: the earlier date is used. */
function restartConflict(events: readonly CaseEvent[]): LawWarning[] {
  const withdrawn = events.findLast((e) => e.type === 'withdrawn');
  if (!withdrawn) return [];
  return [
    {
      code: 'restart-date-conflict',
      text: {
        zh: `撤回申请后时效自何日重新计算有不同规定：此处按提交申请之日（较早）掌握；另有意见自撤回之日${withdrawn.date}起算。`,
        en: `Texts differ on when limitation restarts after a withdrawal: the day of filing (the earlier) is used here; others count from the withdrawal on ${withdrawn.date}.`,
      },
    },
  ];
}

/** The time for applying for arbitration: pay runs from the end of work, all else from knowing (调解仲裁法 art. 27). */
export function limitationPlans(facts: CaseFacts, events: readonly CaseEvent[]): Plans {
  const obligations: ObligationPlan[] = [];
  const withoutLimit: Plans['withoutLimit'][number][] = [];
  if (facts.wageClaim) {
    obligations.push(limitationPlan('lim-wage-ended', 'employment-ended', events));
    if (!events.some((e) => e.type === 'employment-ended')) {
      withoutLimit.push({
        ruleId: 'lim-wage-employed',
        explanation: say(
          '劳动关系存续期间拖欠劳动报酬的，申请仲裁不受一年时效限制；登记劳动关系终止日期后开始计算一年。',
          'While employment lasts a claim for pay has no one-year limit; the year starts once the end of employment is recorded.',
        ),
      });
    }
  }
  if (!facts.wageClaim || facts.otherClaims) {
    obligations.push(limitationPlan('lim-general', 'right-known', events));
  }
  return { obligations, withoutLimit };
}

/** What happens in the arbitration, which is another procedure: at any stage of this one. */
const inArbitration: When = {
  from: 'any',
  why: say('属于仲裁程序的事项，与本程序阶段无关', 'it belongs to the arbitration, whatever the stage here'),
  source: cite('mediationArbitrationLaw', '27(2)'),
};

const limitationFacts: TrackDefinition['facts'] = [
  ...commonFacts.filter((f) =>
    [
      'right-known',
      'employment-ended',
      'limitation-suspended',
      'limitation-resumed',
      ...interruptions,
    ].includes(f.event),
  ),
  ...factsWhen(
    inArbitration,
    ['suit-filed', '向法院起诉（仲裁前）', 'suit filed before arbitration'],
    ['application-submitted', '申请仲裁', 'arbitration applied for'],
    [
      'withdrawn',
      '撤回仲裁申请',
      'arbitration application withdrawn',
      { requires: ['application-submitted'] },
    ],
    [
      'redirected',
      '仲裁委告知向他处申请',
      'redirected by the commission',
      { requires: ['application-submitted'] },
    ],
  ),
];

/**
 * A procedure before arbitration during which the time for applying for arbitration runs on: its file watches that limit
 * too, with the facts it rests on.
 */
export function watchingLimitation(track: TrackDefinition): TrackDefinition {
  const known = new Set([...track.transitions, ...track.facts].map((e) => e.event));
  return {
    ...track,
    facts: [...track.facts, ...limitationFacts.filter((f) => !known.has(f.event))],
    plansFor: (facts, events) => {
      const own = track.plansFor(facts, events);
      const limitation = limitationPlans(facts, events);
      return {
        obligations: [...own.obligations, ...limitation.obligations],
        withoutLimit: [...own.withoutLimit, ...limitation.withoutLimit],
      };
    },
  };
}
