import { cite } from '../../sources.ts';
import { rule, say } from '../define.ts';
import type { RuleDefinition } from '../types.ts';
import { limitationRestart, limitationSuspension } from './disagreements.ts';

const defenceOnly = say(
  '超过时效的，对方提出时效抗辩时请求不予支持；时效不是受理条件，仲裁委、法院不得主动适用。',
  'Once expired the claim fails if the other side raises the defence; it is no condition of acceptance and is not applied ex officio.',
);

const interruption = say(
  '向对方主张权利、向有关部门请求救济（投诉、调解、仲裁、起诉、支付令）或对方同意履行的，时效中断，重新计算一年。',
  'A demand, a request to an authority (complaint, mediation, arbitration, suit, payment order) or the other side’s promise starts a fresh year.',
);

const interruptionSources = [cite('mediationArbitrationLaw', '27(2)'), cite('caseRules', '27')];

const restartConflict = say(
  '办案规则第27条“从中断时起”与民法典第195条“从中断、有关程序终结时起”不一致；撤回仲裁申请的，有意见自撤回之日起算。按较早日期掌握。',
  'Case Rules art. 27 restarts “from the interruption”, Civil Code art. 195 also “from the end of the procedure”; after a withdrawn application some count from the withdrawal. Work to the earlier date.',
);

const suspension = say(
  '不可抗力或其他正当理由在一年内任何时候发生均中止，原因消除后继续计算余下期间，不适用民法典“最后六个月”的条件。',
  'Force majeure or other good cause at any time in the year stops the clock; the remainder continues. The Civil Code’s “last six months” condition does not apply.',
);

export const limitationRules: readonly RuleDefinition[] = [
  rule({
    id: 'lim-general',
    title: say('仲裁时效（一般）', 'Limitation for arbitration (general)'),
    tracks: ['arbitration', 'mediation', 'inspection'],
    trigger: {
      event: 'right-known',
      words: say(
        '知道或者应当知道权利被侵害之日',
        'the day the party knew or should have known of the infringement',
      ),
    },
    period: { length: 1, unit: 'year' },
    bearer: 'either-party',
    ifMissed: defenceOnly,
    excludable: true,
    interruptible: true,
    interruptionSources,
    disagreements: [limitationRestart, limitationSuspension],
    source: cite('mediationArbitrationLaw', '27(1)'),
    furtherSources: [cite('caseRules', '26'), cite('civilCode', '193, 198')],
    status: 'verified',
    notes: [
      interruption,
      restartConflict,
      suspension,
      say(
        '用人单位的请求同样适用一年时效。用人单位仲裁时未提出时效抗辩的，诉讼中不得再提，有新证据的除外（解释（二）第20条）。',
        'The year binds employers too. A defence not raised in arbitration cannot be raised in court, save on new evidence (Interpretation (II) art. 20).',
      ),
    ],
    variants: [],
  }),
  rule({
    id: 'lim-wage-employed',
    title: say('劳动报酬时效：劳动关系存续期间', 'Limitation for pay: while employment lasts'),
    tracks: ['arbitration', 'mediation', 'inspection'],
    trigger: {
      event: 'right-known',
      words: say('劳动关系存续期间拖欠劳动报酬', 'pay fell due and was not paid while employment continues'),
    },
    period: null,
    bearer: 'worker',
    ifMissed: say(
      '劳动关系存续期间不受一年时效限制；劳动关系终止后应在一年内提出。',
      'No one-year limit while employment lasts; after it ends the claim must be made within a year.',
    ),
    source: cite('mediationArbitrationLaw', '27(4)'),
    furtherSources: [cite('caseRules', '26')],
    status: 'verified',
    notes: [
      say(
        '加班费属于劳动报酬，同样适用。二倍工资差额不属于劳动报酬，适用一般时效。',
        'Overtime pay is remuneration and follows this rule. The second half of double wages is not, and follows the general rule.',
      ),
      say(
        '劳动保障监察对超过二年的违法行为不再查处，不因本条延长。',
        'Labour inspection does not pursue violations older than two years; this rule does not extend that.',
      ),
    ],
  }),
  rule({
    id: 'lim-wage-ended',
    title: say('劳动报酬时效：劳动关系终止后', 'Limitation for pay: after employment ended'),
    tracks: ['arbitration', 'mediation', 'inspection'],
    trigger: { event: 'employment-ended', words: say('劳动关系终止之日', 'the day employment ended') },
    period: { length: 1, unit: 'year' },
    bearer: 'worker',
    ifMissed: defenceOnly,
    excludable: true,
    interruptible: true,
    interruptionSources,
    disagreements: [limitationRestart, limitationSuspension],
    source: cite('mediationArbitrationLaw', '27(4)'),
    furtherSources: [cite('caseRules', '26')],
    status: 'verified',
    notes: [
      say('一年适用于整个用工期间的全部欠薪。', 'The year covers all arrears of the whole employment.'),
      interruption,
      restartConflict,
      suspension,
    ],
  }),
  rule({
    id: 'lim-interrupt',
    title: say('时效中断后重新计算', 'Limitation after an interruption'),
    tracks: ['arbitration', 'mediation', 'inspection'],
    trigger: {
      event: 'interrupted',
      words: say(
        '主张权利、请求救济或对方同意履行之日',
        'the day of the demand, the request for relief or the promise',
      ),
    },
    period: { length: 1, unit: 'year' },
    bearer: 'either-party',
    ifMissed: defenceOnly,
    excludable: true,
    interruptible: true,
    interruptionSources: [cite('caseRules', '27')],
    disagreements: [limitationRestart, limitationSuspension],
    source: cite('mediationArbitrationLaw', '27(2)'),
    furtherSources: [
      cite('caseRules', '27'),
      cite('limitationProvisions', '8, 9, 12, 13, 14'),
      cite('civilCode', '195'),
    ],
    status: 'verified',
    notes: [
      restartConflict,
      say(
        '信息自到达或应当到达对方时生效；主张部分债权及于全部；分期履行、部分支付、还款计划视为同意履行（诉讼时效规定，参照适用）。',
        'A message counts when it reaches or should reach the other side; a part claim covers the whole; instalments, part payment or a plan are a promise (by analogy).',
      ),
    ],
  }),
  rule({
    id: 'lim-suspend',
    title: say('时效中止', 'Suspension of limitation'),
    tracks: ['arbitration', 'mediation', 'inspection'],
    trigger: { event: 'right-known', words: say('时效起算之日', 'the day limitation began') },
    period: { length: 1, unit: 'year' },
    bearer: 'either-party',
    ifMissed: defenceOnly,
    excludable: true,
    interruptible: true,
    interruptionSources,
    disagreements: [limitationRestart, limitationSuspension],
    source: cite('mediationArbitrationLaw', '27(3)'),
    furtherSources: [cite('caseRules', '28')],
    status: 'verified',
    notes: [suspension],
  }),
];
