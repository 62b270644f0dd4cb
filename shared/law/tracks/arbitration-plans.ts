import type { LawWarning } from '../common.ts';
import { say } from '../rules/define.ts';
import { limitationPlans } from './limitation.ts';
import type { CaseEvent, CaseFacts, ObligationPlan, Plans } from './types.ts';

const awardMade = [
  'award-made',
  'award-made-final',
  'award-made-nonfinal',
  'award-made-both',
  'mediation-signed',
];
const awardReceived = ['award-received-by-applicant', 'award-received-by-respondent'];
const ended = ['withdrawn', 'applicant-absent', 'case-cancelled', 'terminated', 'transferred', 'archived'];
const over = [...awardMade, ...awardReceived, ...ended];
const heard = ['hearing-held', 'respondent-absent'];

function beforeAcceptance(): ObligationPlan[] {
  const decision: Omit<ObligationPlan, 'ruleId' | 'metBy' | 'endedBy'> = {
    nature: 'duty',
    opensOn: ['application-submitted'],
    take: 'latest',
    restartedBy: ['materials-corrected'],
    pausedBy: [
      ['correction-requested', 'materials-corrected'],
      ['mediation-deferred', 'deferral-ended'],
    ],
  };
  const reviewed = ['accepted', 'rejected', 'redirected', 'correction-requested', 'mediation-deferred'];
  return [
    {
      ruleId: 'arb-receipt',
      nature: 'duty',
      opensOn: ['application-submitted'],
      take: 'latest',
      metBy: ['receipt-issued'],
      impliedBy: reviewed,
      endedBy: ['withdrawn'],
    },
    {
      ruleId: 'arb-correct-notice',
      nature: 'duty',
      opensOn: ['application-submitted'],
      take: 'latest',
      metBy: ['correction-requested'],
      endedBy: ['accepted', 'rejected', 'redirected', ...ended],
    },
    {
      ...decision,
      ruleId: 'arb-accept-decision',
      metBy: ['accepted', 'rejected', 'redirected'],
      endedBy: [...ended, 'acceptance-overdue'],
    },
    {
      ...decision,
      ruleId: 'arb-reject-notice',
      metBy: ['rejected', 'redirected'],
      endedBy: ['accepted', ...ended, 'acceptance-overdue'],
    },
    {
      ruleId: 'arb-suit-after-reject',
      nature: 'right',
      opensOn: ['rejected'],
      take: 'latest',
      metBy: ['suit-filed-by-worker', 'suit-filed-by-employer'],
    },
  ];
}

function afterAcceptance(facts: CaseFacts): ObligationPlan[] {
  const once = { opensOn: ['accepted'], take: 'latest' } as const;
  const collective = (facts.workers ?? 1) >= 10;
  const migrantWages = facts.migrantWorkers === true && facts.wageClaim === true;
  const pausedBy: ObligationPlan['pausedBy'] = [
    ['suspended', 'resumed'],
    ['public-notice-issued', 'public-notice-served'],
  ];
  return [
    {
      ...once,
      ruleId: 'arb-serve-copy',
      nature: 'duty',
      metBy: ['copy-served'],
      impliedBy: ['answer-received'],
      endedBy: over,
    },
    {
      ...once,
      ruleId: 'arb-panel',
      nature: 'duty',
      metBy: ['tribunal-formed'],
      impliedBy: [...heard],
      endedBy: over,
    },
    {
      ...once,
      ruleId: 'arb-coll-onenotice',
      nature: 'duty',
      metBy: ['single-notice-served'],
      impliedBy: heard,
      endedBy: over,
      ...(collective
        ? {}
        : {
            notApplicable: say(
              '劳动者不足十人，不属于集体劳动争议。',
              'Fewer than ten workers: no collective case.',
            ),
          }),
    },
    {
      ...once,
      ruleId: 'arb-award',
      nature: 'duty',
      metBy: awardMade,
      impliedBy: awardReceived,
      endedBy: ended,
      restartedBy: ['party-joined', 'claims-changed', 'counterclaim-joined'],
      extendedBy: ['extension-approved'],
      pausedBy,
    },
    ...(migrantWages
      ? [
          {
            ...once,
            ruleId: 'arb-migrant-30d',
            nature: 'duty',
            metBy: awardMade,
            impliedBy: awardReceived,
            endedBy: ended,
            pausedBy,
          } satisfies ObligationPlan,
        ]
      : []),
  ];
}

function hearingPlans(): ObligationPlan[] {
  const answerPeriod: Pick<ObligationPlan, 'opensOn' | 'take' | 'endedBy' | 'restartedBy' | 'bearer'> = {
    opensOn: ['copy-served'],
    take: 'latest',
    restartedBy: ['claims-changed'],
    bearer: 'respondent',
    endedBy: over,
  };
  return [
    { ...answerPeriod, ruleId: 'arb-answer', nature: 'right', metBy: ['answer-received'] },
    {
      ...answerPeriod,
      ruleId: 'arb-counterclaim',
      nature: 'right',
      metBy: ['counterclaim-filed', 'counterclaim-joined'],
    },
    {
      ...answerPeriod,
      ruleId: 'arb-jur-objection',
      nature: 'right',
      metBy: ['jurisdiction-objected'],
      endedBy: over.filter((e) => e !== 'transferred'),
      impliedBy: ['transferred', 'objection-refused'],
    },
    {
      ruleId: 'arb-counterclaim-decision',
      nature: 'duty',
      opensOn: ['counterclaim-filed'],
      take: 'latest',
      metBy: ['counterclaim-joined', 'counterclaim-refused'],
      endedBy: over,
    },
    {
      ruleId: 'arb-evidence',
      nature: 'right',
      opensOn: ['evidence-notified'],
      take: 'latest',
      metBy: ['evidence-filed'],
      endedBy: [...over, ...heard],
      extendedBy: ['evidence-extended'],
    },
    {
      ruleId: 'med-arb-entrust',
      nature: 'duty',
      opensOn: ['entrusted-mediation'],
      take: 'latest',
      metBy: ['entrusted-mediation-ended', 'settled'],
      endedBy: over,
    },
    {
      ruleId: 'arb-serve-answer',
      nature: 'duty',
      opensOn: ['answer-received'],
      take: 'latest',
      metBy: ['answer-served'],
      impliedBy: heard,
      endedBy: over,
    },
    {
      ruleId: 'arb-hearing-notice',
      nature: 'duty',
      opensOn: ['hearing-set'],
      take: 'each',
      metBy: ['hearing-notice-served'],
      impliedBy: heard,
      endedBy: [...over, 'hearing-postponed', 'hearing-set'],
    },
    {
      ruleId: 'arb-postpone-request',
      nature: 'right',
      opensOn: ['hearing-set'],
      take: 'each',
      metBy: ['postponement-requested'],
      endedBy: [...over, ...heard, 'hearing-postponed', 'hearing-set'],
    },
    {
      ruleId: 'arb-recuse-request',
      nature: 'right',
      opensOn: ['hearing-set'],
      take: 'each',
      metBy: ['recusal-requested'],
      lookBack: true,
      endedBy: [...over, ...heard, 'hearing-postponed', 'hearing-set'],
    },
    {
      ruleId: 'arb-recuse-decision',
      nature: 'duty',
      opensOn: ['recusal-requested'],
      take: 'each',
      metBy: ['recusal-decided'],
      endedBy: over,
    },
    {
      ruleId: 'arb-cancel-case',
      nature: 'duty',
      opensOn: ['case-cancelled'],
      take: 'latest',
      metBy: ['cancellation-notified'],
      endedBy: ['archived'],
    },
  ];
}

const kindUnknown: LawWarning = {
  code: 'award-kind-unknown',
  field: 'award',
  text: say(
    '尚未登记裁决是否终局：劳动者起诉均为15日；用人单位非终局起诉15日、终局申请撤销30日。请按裁决书所载登记。',
    'Whether the award is final is not recorded: the worker has 15 days either way, the employer 15 days to sue (non-final) or 30 days to apply to set aside (final).',
  ),
};

function afterAward(facts: CaseFacts, events: readonly CaseEvent[]): ObligationPlan[] {
  const recorded = facts.award ?? 'unknown';
  const made = (type: string): boolean => events.some((e) => e.type === type);
  const kind =
    recorded !== 'unknown'
      ? recorded
      : made('award-made-both')
        ? 'both'
        : made('award-made-final')
          ? 'final'
          : made('award-made-nonfinal')
            ? 'non-final'
            : 'unknown';
  const worker = facts.applicant === 'employer' ? 'respondent' : 'applicant';
  const employer = worker === 'applicant' ? 'respondent' : 'applicant';
  const warnings = kind === 'unknown' ? [kindUnknown] : [];
  const onlyFinal = say('裁决为终局裁决，适用第48条、第49条。', 'The award is final: arts 48 and 49 apply.');
  const onlyNonFinal = say('裁决为非终局裁决，适用第50条。', 'The award is non-final: art. 50 applies.');
  const nonFinal = (party: 'worker' | 'employer', side: 'applicant' | 'respondent'): ObligationPlan => ({
    ruleId: 'suit-nonfinal',
    nature: 'right',
    bearer: party,
    opensOn: [`award-received-by-${side}`],
    take: 'latest',
    metBy: [`suit-filed-by-${party}`],
    warnings,
    ...(kind === 'final' ? { notApplicable: onlyFinal } : {}),
  });
  const forFinal = kind === 'non-final' ? { notApplicable: onlyNonFinal } : {};
  const effective = events.some((e) => e.type === 'award-performance-due')
    ? 'award-performance-due'
    : 'award-effective';
  return [
    nonFinal('worker', worker),
    nonFinal('employer', employer),
    {
      ruleId: 'suit-final-worker',
      nature: 'right',
      opensOn: [`award-received-by-${worker}`],
      take: 'latest',
      metBy: ['suit-filed-by-worker'],
      warnings,
      ...forFinal,
    },
    {
      ruleId: 'setaside',
      nature: 'right',
      opensOn: [`award-received-by-${employer}`],
      take: 'latest',
      metBy: ['setaside-filed'],
      endedBy: ['suit-filed-by-worker'],
      lookBack: true,
      warnings,
      ...forFinal,
    },
    {
      ruleId: 'enf-apply',
      nature: 'right',
      opensOn: [effective],
      take: 'latest',
      metBy: ['enforcement-applied'],
      endedBy: ['paid-in-full'],
      interruptedBy: ['demand-made', 'promise-made', 'enforcement-settlement'],
      pausedBy: [['limitation-suspended', 'limitation-resumed']],
    },
  ];
}

/** How long the file is kept: ten years after an award, five where the case ended otherwise (办案规则 art. 24). */
function keeping(events: readonly CaseEvent[]): ObligationPlan {
  const byAward = events.some((e) => /^(partial-)?award-made/.test(e.type) || awardReceived.includes(e.type));
  return {
    ruleId: byAward ? 'arb-archive' : 'arb-archive-other',
    nature: 'duty',
    opensOn: ['archived'],
    take: 'latest',
    metBy: [],
  };
}

// Limits of neighbouring procedures that a case file keeps beside the arbitration.
const besideArbitration: readonly ObligationPlan[] = [
  {
    ruleId: 'med-conclude',
    nature: 'duty',
    opensOn: ['mediation-applied'],
    take: 'latest',
    metBy: ['mediation-agreed', 'mediation-failed'],
  },
  {
    ruleId: 'la-decide',
    nature: 'duty',
    opensOn: ['aid-applied'],
    take: 'latest',
    metBy: ['aid-granted', 'aid-refused'],
  },
];

/** What the rules mean for an arbitration case with these facts and events. */
export function arbitrationPlans(facts: CaseFacts, events: readonly CaseEvent[]): Plans {
  const limitation = limitationPlans(facts, events);
  return {
    obligations: [
      ...limitation.obligations,
      ...besideArbitration,
      ...beforeAcceptance(),
      ...afterAcceptance(facts),
      ...hearingPlans(),
      ...afterAward(facts, events),
      keeping(events),
    ],
    withoutLimit: limitation.withoutLimit,
  };
}
