import { say } from '../rules/define.ts';
import { cite } from '../sources.ts';
import { closedState, factsWhen, move, openState, plainTrack, plan } from './transition.ts';
import type { Fact, TrackDefinition } from './types.ts';

const reviewOver = ['review-document-issued', 'review-ended', 'review-withdrawn'];

/** The agreement that is to be looked at goes before the application. */
const agreed = (source: Fact['source']): Fact[] =>
  factsWhen(
    {
      from: ['not-filed'],
      why: say('协议应在申请之前达成', 'the agreement goes before the application'),
      source,
    },
    ['mediation-agreed', '达成调解协议', 'mediation agreement'],
  );

/** Review of a mediation agreement by the commission (仲裁审查). */
export const reviewTrack: TrackDefinition = plainTrack({
  id: 'review',
  title: say('仲裁审查', 'Arbitral review'),
  initial: openState('not-filed', '未申请审查', 'Not filed', 'review-applied'),
  states: [
    openState('filed', '已申请审查', 'Filed', 'review-accepted'),
    closedState('refused', '不予受理', 'Refused'),
    openState('accepted', '审查中', 'Accepted', 'review-document-issued'),
    openState('document-issued', '已出具调解书，待签收', 'Document issued, to be signed', 'mediation-signed'),
    closedState('effective', '调解书生效', 'Effective'),
    closedState('ended', '终止审查', 'Ended'),
  ],
  transitions: [
    move({
      event: 'review-applied',
      words: say('共同申请仲裁审查', 'joint application for review'),
      actor: 'either-party',
      from: 'start',
      to: 'filed',
      guard: say(
        '协议生效十五日内，双方共同申请，法院未确认',
        'within 15 days, jointly, not confirmed by a court',
      ),
      barredBy: ['confirmed'],
      documents: [
        say('仲裁审查申请书', 'application'),
        say('调解协议', 'agreement'),
        say('身份材料', 'identity papers'),
      ],
      closes: ['rev-apply'],
    }),
    move({
      event: 'review-accepted',
      words: say('受理审查申请', 'accepted'),
      actor: 'commission',
      from: ['filed'],
      to: 'accepted',
      documents: [say('受理通知书', 'notice of acceptance')],
      opens: ['rev-decide'],
    }),
    move({
      event: 'review-refused',
      words: say('不予受理审查申请', 'refused'),
      actor: 'commission',
      from: ['filed'],
      to: 'refused',
      source: cite('caseRules', '75'),
      guard: say('办案规则第75条列明的情形', 'grounds of Case Rules art. 75'),
      documents: [say('不予受理通知书', 'notice of refusal')],
    }),
    move({
      event: 'review-extended',
      words: say('延长审查期限', 'review extended'),
      actor: 'commission',
      from: ['accepted'],
      to: 'same',
      source: cite('caseRules', '76'),
      documents: [say('延期审批表', 'approval of the extension')],
    }),
    move({
      event: 'review-document-issued',
      words: say('协议有效，制作调解书', 'valid, mediation document issued'),
      actor: 'commission',
      from: ['accepted'],
      to: 'document-issued',
      documents: [say('调解书', 'mediation document')],
      closes: ['rev-decide'],
    }),
    move({
      event: 'mediation-signed',
      words: say('双方签收调解书', 'signed by both'),
      actor: 'either-party',
      from: ['document-issued'],
      to: 'effective',
      documents: [say('送达回证', 'proof of service')],
      opens: ['enf-apply'],
    }),
    move({
      event: 'review-ended',
      words: say('协议有瑕疵，终止审查', 'defects, review ended'),
      actor: 'commission',
      from: ['accepted'],
      to: 'ended',
      guard: say('办案规则第78条列明的情形', 'grounds of Case Rules art. 78'),
      documents: [say('书面通知', 'written notice')],
      closes: ['rev-decide'],
    }),
    move({
      event: 'review-withdrawn',
      words: say('撤回审查申请', 'withdrawn'),
      actor: 'either-party',
      from: ['filed', 'accepted'],
      to: 'ended',
      documents: [say('书面通知', 'written notice')],
      closes: ['rev-decide'],
    }),
  ],
  facts: [
    ...agreed(cite('caseRules', '74, 75')),
    ...factsWhen(
      {
        from: 'any',
        why: say('司法确认由法院另行办理', 'confirmation is a procedure of the court'),
        source: cite('caseRules', '75'),
      },
      ['confirmed', '法院已确认', 'confirmed by the court'],
    ),
  ],
  plans: [
    plan('rev-apply', 'right', ['mediation-agreed'], ['review-applied'], { endedBy: ['confirmed'] }),
    plan('rev-decide', 'duty', ['review-accepted'], reviewOver, { extendedBy: ['review-extended'] }),
  ],
});

const ruled = ['confirmed', 'confirmation-dismissed'];
const gone = ['confirmation-withdrawn', 'confirmation-deemed-withdrawn'];

/** Judicial confirmation of a mediation agreement (司法确认). */
export const confirmationTrack: TrackDefinition = plainTrack({
  id: 'confirmation',
  title: say('司法确认', 'Judicial confirmation'),
  initial: openState('not-filed', '未申请确认', 'Not filed', 'confirmation-applied'),
  states: [
    openState('filed', '已申请确认', 'Filed', 'confirmation-accepted'),
    openState('accepted', '审查中', 'Accepted', 'confirmed'),
    closedState('confirmed', '已确认', 'Confirmed'),
    closedState('dismissed', '未予确认', 'Dismissed'),
  ],
  transitions: [
    move({
      event: 'confirmation-applied',
      words: say('共同申请司法确认', 'joint application for confirmation'),
      actor: 'either-party',
      from: 'start',
      to: 'filed',
      guard: say('协议生效三十日内，双方共同申请', 'within 30 days, jointly'),
      documents: [say('司法确认申请书（可口头）', 'application (may be oral)')],
      opens: ['jc-accept'],
      closes: ['jc-apply'],
    }),
    move({
      event: 'confirmation-accepted',
      words: say('法院受理', 'accepted'),
      actor: 'court',
      from: ['filed'],
      to: 'accepted',
      documents: [say('受理通知书', 'notice of acceptance')],
      opens: ['jc-decide', 'jc-decide-cap'],
      closes: ['jc-accept'],
    }),
    move({
      event: 'confirmation-refused',
      words: say('法院不予受理', 'refused'),
      actor: 'court',
      from: ['filed'],
      to: 'dismissed',
      documents: [say('不予受理裁定', 'ruling of refusal')],
      closes: ['jc-accept'],
    }),
    move({
      event: 'confirmation-extended',
      words: say('延长审查期限', 'extended'),
      actor: 'court',
      from: ['accepted'],
      to: 'same',
      source: cite('confirmationProvisions', '5'),
      documents: [say('延长审查期限审批表', 'approval of the extension')],
    }),
    move({
      event: 'confirmed',
      words: say('裁定确认有效', 'confirmed'),
      actor: 'court',
      from: ['accepted'],
      to: 'confirmed',
      documents: [say('确认裁定书', 'ruling of confirmation')],
      opens: ['enf-apply'],
      closes: ['jc-decide', 'jc-decide-cap'],
    }),
    move({
      event: 'confirmation-dismissed',
      words: say('裁定驳回', 'dismissed'),
      actor: 'court',
      from: ['accepted'],
      to: 'dismissed',
      documents: [say('驳回裁定', 'ruling of dismissal')],
      closes: ['jc-decide', 'jc-decide-cap'],
    }),
    move({
      event: 'confirmation-withdrawn',
      words: say('撤回确认申请', 'withdrawn'),
      actor: 'either-party',
      from: ['filed', 'accepted'],
      to: 'dismissed',
      documents: [say('准予撤回裁定', 'ruling allowing withdrawal')],
      closes: ['jc-decide', 'jc-decide-cap'],
      source: cite('civilProcedureInterpretation', '357(1)'),
    }),
    move({
      event: 'confirmation-deemed-withdrawn',
      words: say('不补充材料或拒不接受询问，按撤回处理', 'papers or answers refused, held to be withdrawn'),
      actor: 'court',
      from: ['filed', 'accepted'],
      to: 'dismissed',
      documents: [say('按撤回申请处理裁定', 'ruling holding it withdrawn')],
      closes: ['jc-decide', 'jc-decide-cap'],
      source: cite('civilProcedureInterpretation', '357(2)'),
    }),
  ],
  facts: agreed(cite('civilProcedureLaw', '205')),
  plans: [
    plan('jc-apply', 'right', ['mediation-agreed'], ['confirmation-applied']),
    plan('jc-accept', 'duty', ['confirmation-applied'], ['confirmation-accepted', 'confirmation-refused'], {
      endedBy: gone,
    }),
    plan('jc-decide', 'duty', ['confirmation-accepted'], ruled, {
      endedBy: gone,
      extendedBy: ['confirmation-extended'],
    }),
    plan('jc-decide-cap', 'duty', ['confirmation-accepted'], ruled, { endedBy: gone }),
  ],
});
