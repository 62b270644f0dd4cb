import { say } from '../rules/define.ts';
import { cite, citeUnnumbered } from '../sources.ts';
import { demands } from './common-facts.ts';
import { watchingLimitation } from './limitation.ts';
import { closedState, factsWhen, move, openState, plainTrack, plan } from './transition.ts';
import type { TrackDefinition } from './types.ts';

const over = ['mediation-agreed', 'mediation-failed', 'mediation-refused', 'mediation-withdrawn'];

/** Mediation of a labour dispute (调解). */
export const mediationTrack: TrackDefinition = watchingLimitation(
  plainTrack({
    id: 'mediation',
    title: say('调解', 'Mediation'),
    initial: openState('not-applied', '未申请调解', 'Not applied for', 'mediation-applied'),
    states: [
      openState('applied', '已申请调解', 'Applied for', 'mediation-accepted'),
      closedState('refused', '不受理或对方不愿调解', 'Refused'),
      openState('mediating', '调解中', 'In mediation', 'mediation-agreed'),
      openState('agreed', '达成调解协议', 'Agreed', 'agreement-performed'),
      closedState('failed', '调解不成', 'Failed'),
      closedState('withdrawn', '当事人终止调解', 'Ended by a party'),
      closedState('in-review', '转仲裁审查', 'Sent to arbitral review', 'agreement-performed'),
      closedState('in-confirmation', '转司法确认', 'Sent to judicial confirmation', 'agreement-performed'),
      closedState('performed', '已履行', 'Performed'),
      closedState('defaulted', '逾期未履行', 'In default'),
    ],
    transitions: [
      move({
        event: 'mediation-applied',
        words: say('申请调解', 'mediation applied for'),
        actor: 'either-party',
        from: ['not-applied', 'failed', 'refused', 'withdrawn'],
        to: 'applied',
        source: cite('mediationArbitrationLaw', '14(3)'),
        documents: [say('调解申请书或口头申请笔录', 'application or record of an oral one')],
        opens: ['med-accept', 'med-conclude'],
      }),
      move({
        event: 'mediation-refused',
        words: say('对方不愿调解或不属受理范围', 'other side refuses, or out of scope'),
        actor: 'mediation-body',
        from: ['applied'],
        to: 'refused',
        documents: [say('书面通知', 'written notice')],
        opens: ['lim-general'],
        closes: ['med-accept', 'med-conclude'],
      }),
      move({
        event: 'mediation-accepted',
        words: say('双方同意，受理调解', 'both willing, accepted'),
        actor: 'mediation-body',
        from: ['applied'],
        to: 'mediating',
        documents: [say('受理登记', 'entry in the register')],
        closes: ['med-accept'],
      }),
      move({
        event: 'mediation-extended',
        words: say('双方同意延长调解', 'both agree to extend'),
        actor: 'either-party',
        from: ['mediating'],
        to: 'same',
        source: citeUnnumbered('negotiationMediation'),
        documents: [say('延期同意书', 'consent to the extension')],
      }),
      move({
        event: 'mediation-agreed',
        words: say('达成调解协议', 'mediation agreement'),
        actor: 'either-party',
        from: ['applied', 'mediating'],
        to: 'agreed',
        guard: say('双方签名或盖章，调解员签名并加盖印章', 'signed by both and the mediator, with the seal'),
        documents: [say('调解协议书', 'mediation agreement')],
        opens: ['rev-apply', 'jc-apply', 'med-perform'],
        closes: ['med-conclude'],
      }),
      move({
        event: 'mediation-failed',
        words: say('调解不成或期满', 'failed or out of time'),
        actor: 'mediation-body',
        from: ['applied', 'mediating'],
        to: 'failed',
        documents: [say('调解不成告知书', 'notice of failure')],
        opens: ['lim-general'],
        closes: ['med-conclude'],
      }),
      move({
        event: 'mediation-withdrawn',
        words: say('当事人撤回申请、要求终止调解', 'withdrawn, or a party asks to end it'),
        actor: 'either-party',
        from: ['applied', 'mediating'],
        to: 'withdrawn',
        documents: [say('终止调解告知书', 'notice that the mediation ended')],
        opens: ['lim-general'],
        closes: ['med-accept', 'med-conclude'],
        source: cite('peoplesMediation', '23'),
      }),
      move({
        event: 'review-applied',
        words: say('共同申请仲裁审查', 'joint application for review'),
        actor: 'either-party',
        from: ['agreed'],
        to: 'in-review',
        guard: say('协议生效十五日内', 'within 15 days of the agreement'),
        documents: [say('仲裁审查申请书', 'application for review')],
        closes: ['rev-apply'],
      }),
      move({
        event: 'confirmation-applied',
        words: say('共同申请司法确认', 'joint application for confirmation'),
        actor: 'either-party',
        from: ['agreed'],
        to: 'in-confirmation',
        guard: say('协议生效三十日内', 'within 30 days of the agreement'),
        documents: [say('司法确认申请书', 'application for confirmation')],
        closes: ['jc-apply'],
      }),
      move({
        event: 'agreement-performed',
        words: say('调解协议履行完毕', 'agreement performed'),
        actor: 'either-party',
        from: ['agreed', 'in-review', 'in-confirmation', 'defaulted'],
        to: 'performed',
        documents: [say('履行回执', 'receipt of performance')],
        closes: ['med-perform'],
      }),
      move({
        event: 'agreement-defaulted',
        words: say('逾期未履行调解协议', 'default on the agreement'),
        actor: 'either-party',
        from: ['agreed'],
        to: 'defaulted',
        documents: [say('违约记录', 'record of the default')],
        opens: ['lim-mediation-agreement'],
      }),
    ],
    facts: [
      ...factsWhen(
        {
          from: ['applied', 'mediating'],
          why: say('须先申请调解', 'mediation has to have been applied for'),
          source: cite('peoplesMediationWork', '33'),
        },
        ['peoples-mediation-accepted', '人民调解委员会受理', 'people’s mediation accepted'],
      ),
      ...factsWhen(
        {
          from: 'any',
          why: say('协商不受程序阶段限制', 'the parties may negotiate at any stage'),
          source: citeUnnumbered('negotiationMediation'),
        },
        ['negotiation-requested', '提出协商要求', 'asked to negotiate'],
        [
          'negotiation-answered',
          '回应协商要求',
          'reply to the request',
          { requires: ['negotiation-requested'] },
        ],
      ),
      ...demands,
      ...factsWhen(
        {
          from: ['defaulted'],
          why: say('须先有到期不履行的调解协议', 'there has to be an agreement that was not kept'),
          source: cite('labourInterpretation1', '51(2)'),
        },
        ['suit-filed', '就调解协议起诉', 'suit on the agreement'],
      ),
    ],
    plans: [
      plan('neg-reply', 'right', ['negotiation-requested'], ['negotiation-answered']),
      plan('med-accept', 'duty', ['mediation-applied'], ['mediation-accepted', 'mediation-refused'], {
        impliedBy: ['mediation-agreed'],
        endedBy: ['mediation-failed', 'mediation-withdrawn'],
      }),
      plan('med-conclude', 'duty', ['mediation-applied'], ['mediation-agreed', 'mediation-failed'], {
        endedBy: ['mediation-refused', 'mediation-withdrawn'],
        extendedBy: ['mediation-extended'],
      }),
      plan('med-people-1mo', 'duty', ['peoples-mediation-accepted'], over),
      plan('rev-apply', 'right', ['mediation-agreed'], ['review-applied'], {
        endedBy: ['confirmation-applied', 'agreement-performed'],
      }),
      plan('jc-apply', 'right', ['mediation-agreed'], ['confirmation-applied'], {
        endedBy: ['review-applied', 'agreement-performed'],
      }),
      plan('med-perform', 'duty', ['mediation-agreed'], ['agreement-performed']),
      plan('lim-mediation-agreement', 'right', ['agreement-defaulted'], ['suit-filed'], {
        endedBy: ['agreement-performed'],
        interruptedBy: ['demand-made', 'promise-made'],
        pausedBy: [['limitation-suspended', 'limitation-resumed']],
      }),
    ],
  }),
);
