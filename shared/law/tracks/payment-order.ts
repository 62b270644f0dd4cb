import { say } from '../rules/define.ts';
import { cite } from '../sources.ts';
import { demands } from './common-facts.ts';
import { watchingLimitation } from './limitation.ts';
import { closedState, factsWhen, move, openState, plainTrack, plan } from './transition.ts';
import type { TrackDefinition } from './types.ts';

const ended = ['payment-order-undelivered', 'payment-order-withdrawn', 'creditor-sued'];
const terminationRuling = [say('终结督促程序裁定', 'ruling ending the procedure')];

/** Payment order (支付令). */
export const paymentOrderTrack: TrackDefinition = watchingLimitation(
  plainTrack({
    id: 'payment-order',
    title: say('支付令', 'Payment order'),
    initial: openState('not-filed', '未申请支付令', 'Not filed', 'payment-order-applied'),
    states: [
      openState('filed', '已申请', 'Filed', 'payment-order-accepted'),
      openState('accepted', '已受理', 'Accepted', 'payment-order-issued'),
      closedState('refused', '不予受理', 'Refused'),
      openState('issued', '已发出支付令', 'Issued', 'payment-order-served'),
      closedState('dismissed', '驳回申请', 'Dismissed'),
      openState('served', '已送达', 'Served', 'payment-order-final'),
      closedState('void', '支付令失效', 'Void'),
      closedState('enforceable', '可申请执行', 'Enforceable'),
      closedState('closed', '已清偿', 'Paid'),
    ],
    transitions: [
      move({
        event: 'payment-order-applied',
        words: say('申请支付令', 'applied for'),
        actor: 'worker',
        from: ['not-filed', 'refused', 'dismissed'],
        to: 'filed',
        guard: say(
          '欠薪，或者未履行的调解协议；未采取诉前保全',
          'arrears or an unperformed agreement; no pre-suit preservation',
        ),
        barredBy: ['preservation-taken'],
        documents: [say('支付令申请书', 'application')],
        opens: ['po-accept'],
      }),
      move({
        event: 'payment-order-accepted',
        words: say('法院受理', 'accepted'),
        actor: 'court',
        from: ['filed'],
        to: 'accepted',
        documents: [say('受理通知书', 'notice of acceptance')],
        opens: ['po-issue'],
        closes: ['po-accept'],
      }),
      move({
        event: 'payment-order-refused',
        words: say('法院不予受理', 'refused'),
        actor: 'court',
        from: ['filed'],
        to: 'refused',
        documents: [say('不予受理通知书', 'notice of refusal')],
        closes: ['po-accept'],
      }),
      move({
        event: 'payment-order-issued',
        words: say('发出支付令', 'issued'),
        actor: 'court',
        from: ['accepted'],
        to: 'issued',
        documents: [say('支付令', 'payment order')],
        opens: ['po-undeliverable'],
        closes: ['po-issue'],
      }),
      move({
        event: 'payment-order-dismissed',
        words: say('裁定驳回申请', 'dismissed'),
        actor: 'court',
        from: ['accepted'],
        to: 'dismissed',
        documents: [say('驳回裁定', 'ruling of dismissal')],
        closes: ['po-issue'],
      }),
      move({
        event: 'payment-order-served',
        words: say('送达债务人', 'served'),
        actor: 'court',
        from: ['issued'],
        to: 'served',
        documents: [say('送达回证', 'proof of service')],
        opens: ['po-respond'],
        closes: ['po-undeliverable'],
      }),
      move({
        event: 'payment-order-undelivered',
        words: say('三十日内无法送达', 'not served in 30 days'),
        actor: 'court',
        from: ['issued'],
        to: 'void',
        source: cite('civilProcedureInterpretation', '430[2]'),
        documents: terminationRuling,
      }),
      move({
        event: 'creditor-sued',
        words: say('债权人起诉', 'creditor sues'),
        actor: 'worker',
        from: ['issued', 'served'],
        to: 'void',
        source: cite('civilProcedureInterpretation', '430[1]'),
        documents: terminationRuling,
      }),
      move({
        event: 'payment-order-withdrawn',
        words: say('撤回申请', 'withdrawn'),
        actor: 'worker',
        from: ['filed', 'accepted', 'issued'],
        to: 'void',
        documents: terminationRuling,
        source: cite('civilProcedureInterpretation', '430[3]'),
      }),
      move({
        event: 'paid-in-full',
        words: say('全部清偿', 'paid in full'),
        actor: 'employer',
        from: ['issued', 'served', 'enforceable'],
        to: 'closed',
        documents: [say('清偿凭证', 'proof of payment')],
        closes: ['po-respond', 'po-enforce'],
      }),
      move({
        event: 'written-objection',
        words: say('书面异议成立', 'valid written objection'),
        actor: 'employer',
        from: ['served'],
        to: 'void',
        guard: say('收到支付令十五日内书面提出', 'in writing within 15 days of receipt'),
        documents: terminationRuling,
        opens: ['po-to-suit'],
        closes: ['po-respond'],
      }),
      move({
        event: 'payment-order-final',
        after: 'po-respond',
        words: say('十五日届满，未异议也未清偿', '15 days over, neither paid nor objected'),
        actor: 'employer',
        from: ['served'],
        to: 'enforceable',
        opens: ['po-enforce'],
      }),
    ],
    facts: [
      ...factsWhen(
        {
          from: 'any',
          why: say('诉前保全是另一程序', 'preservation is a procedure of its own'),
          source: cite('civilProcedureInterpretation', '427'),
        },
        ['preservation-taken', '已采取诉前保全', 'preservation taken'],
      ),
      ...factsWhen(
        {
          from: ['void'],
          why: say('须先终结督促程序', 'the procedure has to have been ended'),
          source: cite('civilProcedureLaw', '228'),
        },
        ['termination-ruling-received', '收到终结督促程序裁定', 'termination ruling received'],
        ['suit-declined', '表示不同意起诉', 'refuses to sue', { requires: ['termination-ruling-received'] }],
      ),
      ...factsWhen(
        {
          from: ['enforceable'],
          why: say(
            '支付令送达满十五日未异议、未清偿才可以执行',
            'an order is enforced once fifteen days have passed without payment or objection',
          ),
          source: cite('civilProcedureLaw', '227'),
        },
        ['enforcement-applied', '申请强制执行', 'enforcement applied for'],
        ['enforcement-settlement', '达成执行和解', 'enforcement settlement'],
      ),
      ...demands,
    ],
    plans: [
      plan(
        'po-accept',
        'duty',
        ['payment-order-applied'],
        ['payment-order-accepted', 'payment-order-refused'],
        {
          endedBy: ended,
        },
      ),
      plan(
        'po-issue',
        'duty',
        ['payment-order-accepted'],
        ['payment-order-issued', 'payment-order-dismissed'],
        {
          endedBy: ended,
        },
      ),
      plan('po-undeliverable', 'duty', ['payment-order-issued'], ['payment-order-served'], {
        endedBy: ended,
      }),
      plan('po-respond', 'right', ['payment-order-served'], ['paid-in-full', 'written-objection'], {
        endedBy: [...ended, 'payment-order-final'],
      }),
      plan('po-to-suit', 'right', ['termination-ruling-received'], ['suit-declined']),
      plan('po-enforce', 'right', ['payment-order-final'], ['enforcement-applied'], {
        endedBy: ['paid-in-full'],
        interruptedBy: ['demand-made', 'promise-made', 'enforcement-settlement'],
        pausedBy: [['limitation-suspended', 'limitation-resumed']],
      }),
    ],
  }),
);
