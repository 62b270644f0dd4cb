import { cite } from '../../sources.ts';
import { days, doubt, on, provision, rule, say, years } from '../define.ts';
import type { ProvisionDefinition, RuleDefinition } from '../types.ts';
import { limitationRestart, limitationSuspension } from './disagreements.ts';

const civil = say(
  '超过诉讼时效且对方提出抗辩的，不予支持；法院不得主动适用。',
  'The claim fails if the other side raises the defence; the court does not raise it.',
);

export const specialLimitationRules: readonly RuleDefinition[] = [
  rule({
    id: 'lim-double-wage',
    title: say('二倍工资差额时效', 'Limitation for the second half of double wages'),
    tracks: ['arbitration'],
    trigger: on('double-wage-day', '应付二倍工资的当日（逐日）', 'each day for which double wages were due'),
    period: years(1),
    bearer: 'worker',
    ifMissed: say(
      '时效逐日届满，届满部分在对方抗辩时不予支持。',
      'Limitation runs out day by day; what has lapsed fails if the defence is raised.',
    ),
    excludable: true,
    interruptible: true,
    interruptionSources: [cite('mediationArbitrationLaw', '27(2)'), cite('caseRules', '27')],
    disagreements: [limitationRestart, limitationSuspension],
    source: cite('labourInterpretation2', '6, 7, 8, 9'),
    furtherSources: [cite('mediationArbitrationLaw', '27(1)')],
    status: 'verified',
    notes: [
      say(
        '二倍工资的加付部分具有惩罚性，适用一般时效；首次合同最多十一个月，续订最多十二个月。各省算法不同。',
        'The added half is punitive and follows the general year; at most 11 months (first contract) or 12. Provinces differ.',
      ),
    ],
    variants: [
      {
        region: '11',
        name: say('北京', 'Beijing'),
        mode: 'mention',
        text: say(
          '北京：自主张之日起往前逐日计算一年。',
          'Beijing: one year is counted back day by day from the claim.',
        ),
        source: cite('beijingAnswers', '41'),
        status: 'verified',
      },
    ],
  }),
  rule({
    id: 'lim-civil-servant',
    title: say('聘任制公务员仲裁时效', 'Limitation for contract civil servants'),
    tracks: ['arbitration'],
    trigger: on('dispute-arose', '争议发生之日', 'the dispute arises'),
    period: days(60),
    bearer: 'either-party',
    ifMissed: say('逾期申请的，不予支持。', 'The claim fails.'),
    source: cite('civilServants', '105'),
    furtherSources: [cite('caseRules', '26(2)')],
    status: 'verified',
  }),
  rule({
    id: 'lim-iou-civil',
    title: say('持工资欠条直接起诉', 'Suit on a wage IOU'),
    tracks: ['litigation'],
    trigger: on(
      'iou-due',
      '欠条载明的履行期限届满或知道权利受损之日',
      'the IOU falls due or the breach is known',
    ),
    period: years(3),
    bearer: 'worker',
    ifMissed: civil,
    excludable: true,
    interruptible: true,
    interruptionSources: [cite('civilCode', '195')],
    suspension: 'six-months-after',
    source: cite('labourInterpretation1', '15'),
    furtherSources: [cite('civilCode', '188, 194, 195')],
    status: 'verified',
    notes: [
      say(
        '诉讼请求不涉及劳动关系其他争议的，按普通民事纠纷受理，不必仲裁。',
        'If no other labour issue is raised it is an ordinary civil case and needs no arbitration.',
      ),
    ],
  }),
  rule({
    id: 'lim-mediation-agreement',
    title: say('就工资调解协议直接起诉', 'Suit on a wage-only mediation agreement'),
    tracks: ['litigation', 'mediation'],
    trigger: on(
      'agreement-defaulted',
      '调解协议履行期限届满未履行之日',
      'default on the mediation agreement',
    ),
    period: years(3),
    bearer: 'worker',
    ifMissed: civil,
    excludable: true,
    interruptible: true,
    interruptionSources: [cite('civilCode', '195')],
    suspension: 'six-months-after',
    source: cite('labourInterpretation1', '51(2)'),
    furtherSources: [cite('civilCode', '188')],
    status: 'verified',
    doubts: [doubt('两条规定的衔接系推论。', 'Reading the two provisions together is an inference.')],
  }),
];

const arbitration = ['arbitration'] as const;

export const limitationProvisions: readonly ProvisionDefinition[] = [
  provision({
    id: 'lim-overtime',
    title: say('加班费的时效', 'Limitation for overtime pay'),
    tracks: arbitration,
    text: say(
      '加班费属于劳动报酬：劳动关系存续期间不受一年限制，终止后一年内提出。',
      'Overtime pay is remuneration: no limit while employment lasts, one year after it ends.',
    ),
    source: cite('mediationArbitrationLaw', '27(1), 27(4)'),
    furtherSources: [cite('overtimeCase', '')],
    status: 'verified',
  }),
  provision({
    id: 'lim-defence-once',
    title: say('时效抗辩只在仲裁时提出', 'The defence must be raised in arbitration'),
    tracks: ['arbitration', 'litigation'],
    text: say(
      '用人单位因自身原因在仲裁期间未提出时效抗辩的，诉讼、再审中再提的不予支持，有新证据的除外。',
      'An employer that for its own reasons did not raise limitation in arbitration cannot raise it in court or retrial, save on new evidence.',
    ),
    source: cite('labourInterpretation2', '20'),
    status: 'verified',
  }),
  provision({
    id: 'lim-employer-too',
    title: say('用人单位的请求同样适用时效', 'Limitation binds employers too'),
    tracks: arbitration,
    text: say(
      '一年时效适用于“当事人”，用人单位提出的请求同样适用。',
      'The year binds “the parties”, so an employer’s claims as well.',
    ),
    source: cite('mediationArbitrationLaw', '27'),
    status: 'verified',
  }),
];
