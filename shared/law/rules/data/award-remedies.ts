import type { LegalSource } from '../../common.ts';
import { cite } from '../../sources.ts';
import { days, doubt, on, provision, rule, say } from '../define.ts';
import type { ProvisionDefinition, RuleDefinition } from '../types.ts';

const stands = say('逾期申请的，裁决维持。', 'The award stands.');

export const awardRemedyRules: readonly RuleDefinition[] = [
  rule({
    id: 'setaside-reopen',
    title: say('劳动者诉讼终结后申请撤销', 'Setting aside after the worker’s suit ended'),
    tracks: ['set-aside', 'arbitration'],
    trigger: on(
      'worker-suit-ended',
      '收到劳动者起诉被驳回或撤诉的裁定之日',
      'the ruling that the worker’s suit was dismissed or withdrawn is received',
    ),
    period: days(30),
    bearer: 'employer',
    ifMissed: stands,
    source: cite('labourInterpretation1', '21(2)'),
    status: 'verified',
  }),
  rule({
    id: 'setaside-misfiled',
    title: say('误向基层法院起诉后申请撤销', 'Setting aside after a suit in the wrong court'),
    tracks: ['set-aside', 'arbitration'],
    trigger: on(
      'misfiled-suit-refused',
      '收到基层法院以裁决系终局为由不予受理或驳回起诉的裁定之日',
      'the ruling refusing the employer’s suit on an unlabelled award found final is received',
    ),
    period: days(30),
    bearer: 'employer',
    ifMissed: stands,
    source: cite('labourInterpretation1', '18[2]'),
    status: 'verified',
    notes: [
      say(
        '条文只写自收到不予受理裁定书之日；已受理后驳回起诉的，同样自收到裁定之日计算。',
        'The text names the ruling that refuses the suit; after a dismissal the days run from that ruling likewise.',
      ),
    ],
  }),
  rule({
    id: 'suit-after-setaside',
    title: say('裁决被撤销后起诉', 'Suit after the award was set aside'),
    tracks: ['set-aside', 'litigation'],
    trigger: on('setaside-ruling-received', '收到撤销裁定之日', 'the set-aside ruling is received'),
    period: days(15),
    bearer: 'either-party',
    ifMissed: say('丧失就该争议起诉的权利。', 'The right to sue on the dispute is lost.'),
    source: cite('mediationArbitrationLaw', '49(3)'),
    status: 'verified',
  }),
  rule({
    id: 'suit-after-nonenforce',
    title: say('不予执行后起诉', 'Suit after enforcement was refused'),
    tracks: ['enforcement', 'litigation'],
    trigger: on(
      'nonenforcement-ruling-received',
      '收到不予执行裁定之日（次日起算）',
      'the ruling refusing enforcement is received (from the next day)',
    ),
    period: days(30),
    bearer: 'either-party',
    ifMissed: say('丧失就该争议起诉的权利。', 'The right to sue on the dispute is lost.'),
    source: cite('labourInterpretation1', '24(2)'),
    status: 'verified',
  }),
];

function effect(
  id: string,
  [zh, en]: readonly [string, string],
  [textZh, textEn]: readonly [string, string],
  [source, ...furtherSources]: readonly [LegalSource, ...LegalSource[]],
  further: Partial<Pick<ProvisionDefinition, 'status' | 'doubts'>> = {},
): ProvisionDefinition {
  return provision({
    id,
    title: say(zh, en),
    tracks: ['arbitration', 'litigation', 'set-aside', 'enforcement'],
    text: say(textZh, textEn),
    source,
    furtherSources,
    status: 'verified',
    ...further,
  });
}

/** When an award takes effect, and what keeps it from doing so. */
export const awardEffectProvisions: readonly ProvisionDefinition[] = [
  effect(
    'setaside-blocked',
    ['劳动者起诉的，撤销申请不受理', 'The worker’s suit blocks setting aside'],
    [
      '劳动者就同一终局裁决起诉的，中级人民法院不予受理用人单位的撤销申请；已受理的驳回。',
      'If the worker sues on the same final award the intermediate court refuses or dismisses the employer’s application.',
    ],
    [cite('labourInterpretation1', '21(1)')],
  ),
  effect(
    'eff-nonfinal',
    ['非终局裁决的生效', 'When a non-final award takes effect'],
    [
      '双方十五日均届满未起诉的，裁决生效；以较晚的一方为准。',
      'When both parties’ 15 days have expired unused; the later of the two counts.',
    ],
    [cite('mediationArbitrationLaw', '50')],
  ),
  effect(
    'eff-part-sued',
    ['一方就部分事项起诉', 'Suit on part of the award'],
    [
      '一方就部分事项起诉的，整个裁决不发生法律效力。',
      'If one side sues on part, the whole award does not take effect.',
    ],
    [cite('labourInterpretation1', '16')],
  ),
  effect(
    'eff-multi-worker',
    ['多名劳动者部分起诉', 'Some of several workers sue'],
    [
      '多名劳动者中部分起诉的，裁决对未起诉的劳动者发生效力。',
      'If some of several workers sue, the award takes effect for those who do not.',
    ],
    [cite('labourInterpretation1', '17')],
  ),
  effect(
    'eff-suit-withdrawn',
    ['撤诉或逾期起诉后的生效', 'After a withdrawn or late suit'],
    [
      '法院准予撤诉的，裁决自准予撤诉裁定送达之日起生效；因超过起诉期限被驳回的，自起诉期限届满次日起生效；因主体资格错误或不属于劳动争议被驳回的，裁决不生效。',
      'If the court allows withdrawal the award takes effect when that ruling is served; if the suit was out of time, on the day after the period to sue; if it was dismissed for a wrong party or for being no labour dispute, the award has no effect.',
    ],
    [cite('awardEffect', '1, 2, 3')],
    {
      status: 'secondary',
      doubts: [
        doubt('该解释是否仍有效待核。', 'Whether this interpretation is still in force is to be checked.'),
      ],
    },
  ),
  effect(
    'eff-mediation-doc',
    ['仲裁调解书的生效', 'When a mediation document takes effect'],
    [
      '双方签收后生效，可以强制执行；再起诉的不予受理。',
      'When both have signed; it is enforceable and a later suit is refused.',
    ],
    [cite('mediationArbitrationLaw', '42'), cite('labourInterpretation1', '11')],
  ),
];
