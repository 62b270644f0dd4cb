import type { LegalSource, TrackId } from '../../common.ts';
import { cite } from '../../sources.ts';
import { days, doubt, months, on, provision, rule, say, urge, years } from '../define.ts';
import type { ProvisionDefinition, RuleDefinition } from '../types.ts';
import { enforcementSuspension } from './disagreements.ts';

const law = (article: string) => cite('civilProcedureLaw', article);
const interpretation = (article: string) => cite('civilProcedureInterpretation', article);

export const enforcementRules: readonly RuleDefinition[] = [
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
    interruptionSources: [cite('enforcementInterpretation', '20')],
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
  rule({
    id: 'perform-instalment',
    title: say('约定或判定款项到期', 'Agreed or awarded payment due'),
    tracks: ['mediation', 'enforcement'],
    trigger: on(
      'instalment-agreed',
      '协议或法律文书确定付款日',
      'the agreement or document names a day of payment',
    ),
    period: null,
    fixed: { by: say('协议或法律文书确定', 'the agreement or document'), unit: 'natural-day' },
    bearer: 'employer',
    ifMissed: say(
      '逾期未付的，按文书性质申请审查、司法确认、支付令或者强制执行；有加速到期约定的，可以主张全部余款。',
      'If it is missed: review, confirmation, payment order or enforcement, as the document allows; with an acceleration clause the whole rest.',
    ),
    source: cite('mediationArbitrationLaw', '14, 51'),
    status: 'verified',
  }),
  rule({
    id: 'enf-notice',
    title: say('发出执行通知', 'Enforcement notice'),
    tracks: ['enforcement'],
    trigger: on('enforcement-applied', '收到申请执行书之日', 'the application is received'),
    period: days(10),
    bearer: 'court',
    ifMissed: urge,
    source: interpretation('480'),
    status: 'verified',
  }),
  rule({
    id: 'enf-6mo',
    title: say('六个月未执行，可向上级法院申请', 'Not enforced for six months'),
    tracks: ['enforcement'],
    trigger: on('enforcement-applied', '法院收到申请执行书之日', 'the application is received'),
    period: months(6),
    sense: 'earliest',
    bearer: 'creditor',
    ifMissed: say(
      '超过六个月未执行的，可以向上一级法院申请执行。',
      'After more than six months the creditor may go to the next higher court.',
    ),
    source: law('237'),
    furtherSources: [cite('enforcementInterpretation', '10')],
    status: 'verified',
  }),
  rule({
    id: 'enf-objection',
    title: say('执行异议审查', 'Review of an objection'),
    tracks: ['enforcement'],
    trigger: on('enforcement-objected', '收到书面异议之日', 'the written objection is received'),
    period: days(15),
    bearer: 'court',
    ifMissed: urge,
    source: law('236'),
    status: 'verified',
  }),
  rule({
    id: 'enf-objection-review',
    title: say('对异议裁定申请复议', 'Reconsideration of the ruling on the objection'),
    tracks: ['enforcement'],
    trigger: on('objection-ruling-served', '裁定送达之日', 'the ruling is served'),
    period: days(10),
    bearer: 'either-party',
    ifMissed: say('裁定生效。', 'The ruling stands.'),
    source: law('236'),
    status: 'verified',
  }),
];

function entry(
  id: string,
  tracks: readonly TrackId[],
  [zh, en]: readonly [string, string],
  [textZh, textEn]: readonly [string, string],
  [source, ...furtherSources]: readonly [LegalSource, ...LegalSource[]],
): ProvisionDefinition {
  return provision({
    id,
    title: say(zh, en),
    tracks,
    text: say(textZh, textEn),
    source,
    furtherSources,
    status: 'verified',
  });
}

export const enforcementProvisions: readonly ProvisionDefinition[] = [
  entry(
    'enf-instalment-old',
    ['enforcement'],
    ['“每期分别计算”是旧规定', '“Each instalment separately” is the old text'],
    [
      '分期履行的，自最后一期履行期限届满之日起算；引用“每次履行期间”的网页反映的是旧文本。',
      'With instalments the period runs from the last one; pages quoting “each instalment” reflect the older text.',
    ],
    [law('250')],
  ),
  entry(
    'enf-interest',
    ['enforcement'],
    ['迟延履行利息', 'Interest for late performance'],
    [
      '自文书确定的履行期间届满之日起（未确定的自生效之日起），按未清偿本金每日万分之一点七五计付，至付清之日；非因被执行人申请的中止、暂缓期间不计。',
      '0.0175 % a day on the unpaid principal from the end of the performance period (none: effective date) until paid; stays the debtor did not ask for are excluded.',
    ],
    [law('264'), cite('delayedInterest', '1, 2, 3')],
  ),
  entry(
    'enf-stay-setaside',
    ['enforcement', 'set-aside'],
    ['申请撤销期间中止执行', 'Enforcement stays during setting aside'],
    [
      '用人单位申请撤销的，法院中止执行；申请被驳回或撤回的恢复执行，裁决被撤销的终结执行。',
      'Suspended by the employer’s application; resumed if it is refused or withdrawn; ended if the award is set aside.',
    ],
    [cite('labourInterpretation1', '25')],
  ),
  entry(
    'enf-zhongben',
    ['enforcement'],
    ['终结本次执行后再申请', 'After enforcement ended for lack of property'],
    [
      '发现被执行人有可供执行财产的，可以再次申请执行，不受申请执行时效限制。',
      'When property is found the creditor may apply again at any time.',
    ],
    [interpretation('517')],
  ),
];

const orderReceived = on('payment-order-served', '债务人收到支付令之日', 'the debtor receives the order');

export const paymentOrderRules: readonly RuleDefinition[] = [
  rule({
    id: 'po-accept',
    title: say('支付令申请受理', 'Acceptance of the application'),
    tracks: ['payment-order'],
    trigger: on('payment-order-applied', '法院收到申请之日', 'the court receives the application'),
    period: days(5),
    bearer: 'court',
    ifMissed: urge,
    source: law('226'),
    furtherSources: [interpretation('427')],
    status: 'verified',
  }),
  rule({
    id: 'po-issue',
    title: say('发出支付令', 'Issuing the order'),
    tracks: ['payment-order'],
    trigger: on('payment-order-accepted', '受理之日', 'acceptance'),
    period: days(15),
    bearer: 'court',
    ifMissed: urge,
    source: law('227'),
    furtherSources: [interpretation('428')],
    status: 'verified',
    notes: [say('在此期限内发出支付令或者裁定驳回。', 'To issue or dismiss.')],
  }),
  rule({
    id: 'po-undeliverable',
    title: say('支付令无法送达', 'Order that cannot be served'),
    tracks: ['payment-order'],
    trigger: on('payment-order-issued', '发出支付令之日', 'the order is issued'),
    period: days(30),
    sense: 'lapse',
    rolls: false,
    bearer: 'court',
    ifMissed: say(
      '三十日内无法送达的，裁定终结督促程序，支付令失效。',
      'If not served in 30 days the procedure ends and the order is void.',
    ),
    source: interpretation('430[2]'),
    status: 'verified',
  }),
  rule({
    id: 'po-respond',
    title: say('清偿或书面异议', 'Payment or written objection'),
    tracks: ['payment-order'],
    trigger: orderReceived,
    period: days(15),
    bearer: 'employer',
    ifMissed: say(
      '不异议又不履行的，可以申请强制执行。口头异议、逾期异议、仅称无力清偿或要求延期的，不是异议。',
      'Silence makes it enforceable. An oral or late objection, or “no money, need time”, is none.',
    ),
    source: law('227'),
    furtherSources: [interpretation('431, 436')],
    status: 'verified',
  }),
  rule({
    id: 'po-to-suit',
    title: say('不同意转入诉讼的表示', 'Saying no to the change into a suit'),
    tracks: ['payment-order', 'litigation'],
    trigger: on(
      'termination-ruling-received',
      '申请人收到终结督促程序裁定之日',
      'the creditor receives the termination ruling',
    ),
    period: days(7),
    bearer: 'worker',
    ifMissed: say(
      '未表示不同意的，视为自申请支付令时起诉；直接以欠薪申请的，告知先申请仲裁。',
      'Silence counts as a suit from the day of the application; on bare arrears the worker is sent to arbitration.',
    ),
    source: law('228'),
    furtherSources: [interpretation('438, 439')],
    status: 'verified',
    doubts: [doubt('与劳动争议先裁程序的衔接系推论。', 'The interplay with arbitration is an inference.')],
  }),
  rule({
    id: 'po-enforce',
    title: say('申请执行支付令', 'Enforcing the order'),
    tracks: ['payment-order', 'enforcement'],
    trigger: on('payment-order-final', '十五日届满之日', 'the 15 days have expired'),
    period: years(2),
    bearer: 'worker',
    ifMissed: say(
      '法院仍受理；对方提出时效异议成立的，不予执行。',
      'Still accepted; refused only if the debtor objects.',
    ),
    excludable: true,
    interruptible: true,
    interruptionSources: [cite('enforcementInterpretation', '20')],
    suspension: 'last-six-months',
    disagreements: [enforcementSuspension],
    source: interpretation('440'),
    furtherSources: [law('250')],
    status: 'verified',
  }),
];

export const paymentOrderProvisions: readonly ProvisionDefinition[] = [
  entry(
    'po-route-a',
    ['payment-order'],
    ['支付令：以欠薪直接申请', 'Payment order on bare arrears'],
    [
      '拖欠或未足额支付劳动报酬的，可以直接申请；督促程序终结后，法院告知先申请仲裁。',
      'No agreement needed; after the order ends the court sends the worker to arbitration first.',
    ],
    [cite('labourContractLaw', '30(2)'), cite('labourInterpretation1', '13(2)')],
  ),
  entry(
    'po-route-b',
    ['payment-order', 'mediation'],
    ['支付令：以调解协议申请', 'Payment order on a mediation agreement'],
    [
      '因支付劳动报酬、工伤医疗费、经济补偿或赔偿金达成调解协议而不履行的，可以申请；督促程序终结后，可以就协议起诉。',
      'On an unperformed agreement on pay, injury costs, compensation or damages; after the order ends the court accepts a suit on the agreement.',
    ],
    [cite('mediationArbitrationLaw', '16'), cite('labourInterpretation1', '13(3)')],
  ),
  entry(
    'po-blockers',
    ['payment-order'],
    ['不予受理支付令的情形', 'When a payment order is refused'],
    [
      '债务人下落不明、已采取诉前保全、双方有其他债务纠纷、数额不确定的，不予受理。',
      'Debtor missing, pre-suit preservation taken, other debts between the parties, or the amount uncertain.',
    ],
    [law('225'), interpretation('427')],
  ),
];
