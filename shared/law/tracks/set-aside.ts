import { say } from '../rules/define.ts';
import { cite } from '../sources.ts';
import { closedState, factsWhen, move, openState, plainTrack, plan } from './transition.ts';
import type { TrackDefinition } from './types.ts';

/** The employer's application to set a final award aside (申请撤销裁决). A suit of the worker blocks it. */
export const setAsideTrack: TrackDefinition = plainTrack({
  id: 'set-aside',
  title: say('撤销裁决', 'Setting aside'),
  initial: openState('not-applied', '未申请撤销', 'Not applied for', 'setaside-filed'),
  states: [
    openState('filed', '已申请撤销', 'Filed', 'setaside-dismissed'),
    openState('blocked', '劳动者已起诉，不能申请撤销', 'Blocked by the worker’s suit', 'worker-suit-ended'),
    openState('reopened', '劳动者诉讼终结，可申请撤销', 'Open again', 'setaside-filed'),
    closedState('effective', '裁决维持', 'Award stands'),
    openState(
      'set-aside',
      '裁决已撤销',
      'Set aside',
      'setaside-ruling-received',
      'suit-filed-after-setaside',
    ),
    closedState('sued', '撤销后已起诉', 'Sued after setting aside'),
  ],
  transitions: [
    move({
      event: 'setaside-filed',
      words: say('用人单位申请撤销裁决', 'employer applies'),
      actor: 'employer',
      from: ['not-applied', 'reopened'],
      to: 'filed',
      guard: say(
        '终局裁决，收到裁决书三十日内，劳动者未起诉',
        'final award, within 30 days, the worker has not sued',
      ),
      documents: [say('撤销仲裁裁决申请书', 'application to set aside')],
      closes: ['setaside', 'setaside-reopen'],
    }),
    move({
      event: 'suit-filed-by-worker',
      words: say('劳动者就同一裁决起诉', 'worker sues on the same award'),
      actor: 'worker',
      from: ['not-applied', 'filed'],
      to: 'blocked',
      documents: [say('起诉状', 'complaint')],
      closes: ['setaside'],
    }),
    move({
      event: 'worker-suit-ended',
      words: say('收到劳动者起诉被驳回或撤诉的裁定', 'ruling ending the worker’s suit received'),
      actor: 'court',
      from: ['blocked'],
      to: 'reopened',
      documents: [say('裁定书', 'ruling')],
      opens: ['setaside-reopen'],
    }),
    move({
      event: 'setaside-dismissed',
      words: say('驳回撤销申请', 'dismissed'),
      actor: 'court',
      from: ['filed', 'blocked'],
      to: 'effective',
      source: cite('labourInterpretation1', '22'),
      documents: [say('终审裁定书', 'final ruling')],
    }),
    move({
      event: 'setaside-withdrawn',
      words: say('撤回撤销申请', 'withdrawn'),
      actor: 'employer',
      from: ['filed'],
      to: 'effective',
      source: cite('labourInterpretation1', '25'),
      documents: [say('准予撤回裁定', 'ruling allowing withdrawal')],
    }),
    move({
      event: 'setaside-period-lapsed',
      after: 'setaside',
      words: say('期满未申请撤销', 'no application in time'),
      actor: 'employer',
      from: ['not-applied', 'reopened'],
      to: 'effective',
    }),
    move({
      event: 'setaside-granted',
      words: say('裁定撤销裁决', 'award set aside'),
      actor: 'court',
      from: ['filed'],
      to: 'set-aside',
      documents: [say('撤销裁定书', 'ruling')],
      opens: ['suit-after-setaside'],
    }),
    move({
      event: 'setaside-ruling-received',
      words: say('收到撤销裁定', 'set-aside ruling received'),
      actor: 'either-party',
      from: ['set-aside'],
      to: 'same',
      documents: [say('送达回证', 'proof of service')],
      opens: ['suit-after-setaside'],
    }),
    move({
      event: 'suit-filed-after-setaside',
      words: say('撤销后起诉', 'suit after setting aside'),
      actor: 'either-party',
      from: ['set-aside'],
      to: 'sued',
      guard: say('收到撤销裁定十五日内', 'within 15 days of receiving the ruling'),
      documents: [say('起诉状', 'complaint')],
      closes: ['suit-after-setaside'],
    }),
  ],
  facts: factsWhen(
    {
      from: ['not-applied', 'blocked'],
      why: say('应在申请撤销之前收到', 'it is received before the application'),
      source: cite('mediationArbitrationLaw', '49'),
    },
    ['award-received-by-employer', '用人单位收到终局裁决书', 'employer receives the final award'],
    [
      'misfiled-suit-refused',
      '收到基层法院不予受理裁定',
      'basic court’s refusal received',
      { source: cite('labourInterpretation1', '18[2]') },
    ],
  ),
  plans: [
    plan('setaside', 'right', ['award-received-by-employer'], ['setaside-filed'], {
      endedBy: ['suit-filed-by-worker'],
      lookBack: true,
    }),
    plan('setaside-reopen', 'right', ['worker-suit-ended'], ['setaside-filed']),
    plan('setaside-misfiled', 'right', ['misfiled-suit-refused'], ['setaside-filed']),
    plan('suit-after-setaside', 'right', ['setaside-ruling-received'], ['suit-filed-after-setaside'], {
      take: 'each',
    }),
  ],
});
