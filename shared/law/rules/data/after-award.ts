import { cite } from '../../sources.ts';
import { rule, say } from '../define.ts';
import type { RuleDefinition } from '../types.ts';
import { enforcementSuspension } from './disagreements.ts';

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
  rule({
    id: 'enf-apply',
    title: say('申请强制执行', 'Application for enforcement'),
    tracks: ['arbitration', 'enforcement'],
    trigger: {
      event: 'award-performance-due',
      words: say(
        '法律文书规定履行期间的最后一日；分期履行的，最后一期届满之日；未规定的，文书生效之日',
        'last day of the performance period; with instalments the last one; with none, the effective date',
      ),
    },
    period: { length: 2, unit: 'year' },
    bearer: 'creditor',
    ifMissed: say(
      '法院仍应受理；被执行人提出时效异议成立的，裁定不予执行。',
      'The court still accepts; it refuses only if the debtor objects.',
    ),
    excludable: true,
    interruptible: true,
    suspension: 'last-six-months',
    disagreements: [enforcementSuspension],
    source: cite('civilProcedureLaw', '250'),
    furtherSources: [
      cite('civilProcedureInterpretation', '481'),
      cite('enforcementInterpretation', '19, 20'),
    ],
    status: 'verified',
    notes: [
      say(
        '申请执行、达成和解、主张权利或对方同意履行的中断；最后六个月内因不可抗力等障碍中止。',
        'Interrupted by application, settlement, demand or promise; suspended by an obstacle in the last six months.',
      ),
      say('“每期分别计算”是2021年以前的旧规定。', '“Each instalment separately” is the text before 2021.'),
    ],
  }),
];
