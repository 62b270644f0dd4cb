import { cite, citeUnnumbered } from '../../sources.ts';
import { days, doubt, months, on, rule, say, urge, workingDays } from '../define.ts';
import type { RuleDefinition } from '../types.ts';
import { confirmationTime, mediationTime } from './disagreements.ts';

const agreementStands = say(
  '逾期不予受理；调解协议仍有合同约束力，但不能强制执行。',
  'Refused as late; the agreement keeps contractual force but is not enforceable.',
);

const alternatives = say(
  '仲裁审查与司法确认择一：法院已确认的不再审查；确认劳动关系的争议不适用。',
  'Review and confirmation are alternatives: none after the court has confirmed, and neither covers confirmation of the employment relationship.',
);

const takesEffect = on('mediation-agreed', '调解协议生效之日', 'the mediation agreement takes effect');

export const mediationRules: readonly RuleDefinition[] = [
  rule({
    id: 'med-conclude',
    title: say('调解期限', 'Time for mediation'),
    tracks: ['mediation'],
    trigger: {
      event: 'mediation-applied',
      words: say('调解组织收到调解申请之日', 'the mediation body receives the application'),
    },
    period: { length: 15, unit: 'natural-day' },
    bearer: 'mediation-body',
    ifMissed: say(
      '未达成调解协议的，当事人可以依法申请仲裁；调解不是仲裁的前置程序。',
      'The parties may go to arbitration; mediation is never a precondition.',
    ),
    source: cite('mediationArbitrationLaw', '14(3)'),
    status: 'verified',
    openExtension: {
      approver: say('双方当事人约定', 'agreement of both parties'),
      source: citeUnnumbered('negotiationMediation'),
    },
    disagreements: [mediationTime],
    notes: [
      say(
        '双方当事人可以约定延长（企业劳动争议协商调解规定）。',
        'Both parties may agree to extend (Provisions on Negotiation and Mediation).',
      ),
      say(
        '人民调解“一般一个月”与本条不一致，劳动争议以十五日为准。',
        'People’s mediation says “generally one month”; use 15 days for labour cases.',
      ),
    ],
    variants: [
      {
        region: '33',
        name: say('浙江', 'Zhejiang'),
        mode: 'mention',
        text: say(
          '浙江：双方当事人同意的，调解期限可以延长。',
          'Zhejiang: both parties may agree to extend.',
        ),
        source: cite('zhejiangArbitration', '10'),
        status: 'verified',
      },
      {
        region: '110105',
        name: say('北京朝阳', 'Chaoyang, Beijing'),
        mode: 'mention',
        period: { length: 30, unit: 'natural-day' },
        text: say('北京朝阳的告知书写三十日。', 'The notice used in Chaoyang says 30 days.'),
        source: cite('chaoyangForm', ''),
        status: 'secondary',
      },
    ],
  }),
  rule({
    id: 'neg-reply',
    title: say('对协商要求的回应', 'Reply to a request to negotiate'),
    tracks: ['mediation'],
    trigger: on('negotiation-requested', '一方提出协商要求之日', 'a party asks to negotiate'),
    period: days(5),
    bearer: 'either-party',
    ifMissed: say('视为不愿协商。', 'Deemed unwilling to negotiate.'),
    source: citeUnnumbered('negotiationMediation'),
    status: 'secondary',
    doubts: [
      doubt('条号未核（有作第8条、有作第10条）。', 'The article number is unchecked (given as 8 and as 10).'),
    ],
  }),
  rule({
    id: 'med-accept',
    title: say('企业调解委员会受理', 'Acceptance by the enterprise mediation committee'),
    tracks: ['mediation'],
    trigger: on('mediation-applied', '收到调解申请之日', 'the application is received'),
    period: workingDays(3),
    bearer: 'mediation-body',
    ifMissed: urge,
    source: citeUnnumbered('negotiationMediation'),
    status: 'secondary',
    notes: [
      say(
        '属于受理范围且双方同意的受理；一方不愿调解或不属受理范围的，记录并书面通知。',
        'If in scope and both are willing; otherwise it is recorded and a written notice given.',
      ),
    ],
  }),
  rule({
    id: 'med-people-1mo',
    title: say('人民调解期限', 'People’s mediation'),
    tracks: ['mediation'],
    trigger: on(
      'peoples-mediation-accepted',
      '人民调解委员会受理之日',
      'the people’s mediation committee takes the case',
    ),
    period: months(1),
    bearer: 'mediation-body',
    ifMissed: say('无法律后果。', 'No effect.'),
    force: 'advisory',
    source: cite('peoplesMediationWork', '33'),
    status: 'verified',
    notes: [
      say(
        '“一般在一个月内”与调解仲裁法十五日不一致，劳动争议以十五日为准。',
        '“Generally one month” conflicts with the Act’s 15 days; use 15 days for labour cases.',
      ),
    ],
  }),
  rule({
    id: 'med-perform',
    title: say('履行调解协议', 'Performance of the mediation agreement'),
    tracks: ['mediation'],
    trigger: takesEffect,
    period: null,
    fixed: { by: say('调解协议约定', 'the agreement'), unit: 'natural-day' },
    bearer: 'either-party',
    ifMissed: say(
      '对方可以申请仲裁；涉及劳动报酬、工伤医疗费、经济补偿或赔偿金的，劳动者可以申请支付令；仅就劳动报酬达成协议的，可以直接起诉。',
      'The other side may go to arbitration; for pay, injury costs, compensation or damages the worker may ask for a payment order; on a wage-only agreement the worker may sue directly.',
    ),
    source: cite('mediationArbitrationLaw', '15, 16'),
    furtherSources: [cite('labourInterpretation1', '51')],
    status: 'verified',
  }),
  rule({
    id: 'med-arb-entrust',
    title: say('委托调解期限', 'Entrusted mediation'),
    tracks: ['arbitration', 'mediation'],
    trigger: on('entrusted-mediation', '委托调解之日', 'mediation is entrusted'),
    period: workingDays(10),
    bearer: 'commission',
    ifMissed: say('期满未调解成功的，应当开庭。', 'The commission must open the hearing.'),
    source: cite('caseRules', '70, 80'),
    status: 'verified',
    notes: [say('双方同意，在开庭前进行。', 'Both agree, before the hearing.')],
  }),
  rule({
    id: 'med-arb-defer',
    title: say('先行调解，暂缓受理', 'Mediation first, acceptance deferred'),
    tracks: ['arbitration', 'mediation'],
    trigger: on(
      'mediation-deferred',
      '申请人接受调解建议之日',
      'the applicant accepts the suggestion to mediate',
    ),
    period: null,
    bearer: 'commission',
    ifMissed: say(
      '暂缓受理没有固定期限；时效已中断，应留意重新计算后的届满日。',
      'The deferral has no fixed length; limitation was interrupted, watch its new last day.',
    ),
    source: cite('caseRules', '69'),
    status: 'verified',
  }),
  rule({
    id: 'rev-apply',
    title: say('共同申请仲裁审查', 'Joint application for arbitral review'),
    tracks: ['review', 'mediation'],
    trigger: takesEffect,
    period: days(15),
    bearer: 'either-party',
    ifMissed: agreementStands,
    source: cite('caseRules', '74, 75'),
    status: 'verified',
    notes: [say('须双方共同申请。', 'Both parties apply together.'), alternatives],
  }),
  rule({
    id: 'rev-decide',
    title: say('仲裁审查决定', 'Decision on the review'),
    tracks: ['review'],
    trigger: on('review-accepted', '受理审查申请之日', 'the review application is accepted'),
    period: workingDays(5),
    bearer: 'commission',
    ifMissed: urge,
    extension: {
      max: workingDays(5),
      approver: say('仲裁委主任或者其委托的仲裁院负责人', 'director of the commission or the delegated head'),
      source: cite('caseRules', '76'),
    },
    source: cite('caseRules', '76, 80'),
    status: 'verified',
  }),
  rule({
    id: 'jc-apply',
    title: say('共同申请司法确认', 'Joint application for judicial confirmation'),
    tracks: ['confirmation', 'mediation'],
    trigger: takesEffect,
    period: days(30),
    bearer: 'either-party',
    ifMissed: agreementStands,
    source: cite('civilProcedureLaw', '205'),
    furtherSources: [cite('peoplesMediation', '33')],
    status: 'verified',
    notes: [
      alternatives,
      say(
        '人民调解达成的只涉及给付义务的协议，可以申请司法确认（解释（一）第52条）。',
        'Agreements of people’s mediation limited to payment may be confirmed (Interpretation (I) art. 52).',
      ),
    ],
  }),
  rule({
    id: 'jc-accept',
    title: say('司法确认受理', 'Acceptance of the confirmation'),
    tracks: ['confirmation'],
    trigger: on('confirmation-applied', '法院收到申请之日', 'the court receives the application'),
    period: days(3),
    bearer: 'court',
    ifMissed: urge,
    source: cite('confirmationProvisions', '4'),
    status: 'verified',
  }),
  rule({
    id: 'jc-decide',
    title: say('司法确认裁定', 'Ruling on the confirmation'),
    tracks: ['confirmation'],
    trigger: on('confirmation-accepted', '受理之日', 'acceptance'),
    period: days(15),
    bearer: 'court',
    ifMissed: urge,
    extension: {
      max: days(10),
      approver: say('本院院长', 'president of the court'),
      source: cite('confirmationProvisions', '5'),
    },
    source: cite('confirmationProvisions', '5'),
    furtherSources: [cite('civilProcedureLaw', '187')],
    status: 'verified',
    disagreements: [confirmationTime],
  }),
  rule({
    id: 'jc-decide-cap',
    title: say('司法确认的最长期限', 'Cap on the confirmation'),
    tracks: ['confirmation'],
    trigger: on('confirmation-accepted', '立案之日', 'docketing'),
    period: days(30),
    bearer: 'court',
    ifMissed: urge,
    openExtension: {
      approver: say('本院院长', 'president of the court'),
      source: cite('civilProcedureLaw', '187'),
    },
    source: cite('civilProcedureLaw', '187'),
    status: 'verified',
    notes: [say('特别程序案件的一般期限。', 'The general period of special procedures.')],
  }),
];
