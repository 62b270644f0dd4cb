import { cite } from '../../sources.ts';
import { rule, say } from '../define.ts';
import type { RuleDefinition } from '../types.ts';

const ownReceipt = say(
  '各方当事人自各自收到裁决书之日起分别计算；裁决书落款日期无关。',
  'Each party counts from its own receipt; the date on the document is irrelevant.',
);

export const afterAwardRules: readonly RuleDefinition[] = [
  rule({
    id: 'suit-nonfinal',
    title: say('非终局裁决起诉', 'Suit against a non-final award'),
    tracks: ['arbitration', 'litigation'],
    trigger: { event: 'award-received', words: say('当事人收到裁决书之日', 'the party receives the award') },
    period: { length: 15, unit: 'natural-day' },
    bearer: 'either-party',
    ifMissed: say('期满不起诉的，裁决书发生法律效力。', 'The award takes effect.'),
    source: cite('mediationArbitrationLaw', '50'),
    status: 'verified',
    notes: [
      ownReceipt,
      say(
        '一方对部分事项起诉的，整个裁决不发生效力（解释（一）第16条）。',
        'If one side sues on part, the whole award is not effective (Interpretation (I) art. 16).',
      ),
    ],
  }),
  rule({
    id: 'suit-final-worker',
    title: say('劳动者对终局裁决起诉', 'Worker’s suit against a final award'),
    tracks: ['arbitration', 'litigation'],
    trigger: {
      event: 'award-received-by-worker',
      words: say('劳动者收到终局裁决书之日', 'the worker receives the final award'),
    },
    period: { length: 15, unit: 'natural-day' },
    bearer: 'worker',
    ifMissed: say(
      '逾期丧失起诉权；终局裁决自作出之日起已生效。',
      'The right to sue is lost; the award has been effective since it was made.',
    ),
    source: cite('mediationArbitrationLaw', '48'),
    furtherSources: [cite('mediationArbitrationLaw', '47')],
    status: 'verified',
    notes: [ownReceipt],
  }),
  rule({
    id: 'setaside',
    title: say('用人单位申请撤销终局裁决', 'Employer’s application to set a final award aside'),
    tracks: ['arbitration', 'set-aside'],
    trigger: {
      event: 'award-received-by-employer',
      words: say('用人单位收到终局裁决书之日', 'the employer receives the final award'),
    },
    period: { length: 30, unit: 'natural-day' },
    bearer: 'employer',
    ifMissed: say('逾期申请的，裁决维持。', 'The award stands.'),
    source: cite('mediationArbitrationLaw', '49'),
    furtherSources: [cite('labourInterpretation1', '21, 22')],
    status: 'verified',
    notes: [
      say(
        '劳动者就同一裁决起诉的，中级人民法院不受理或驳回撤销申请（解释（一）第21条）。',
        'If the worker sues on the same award the intermediate court refuses or dismisses the application (Interpretation (I) art. 21).',
      ),
    ],
  }),
];
