import { closedState as closed, openState as open } from './transition.ts';
import type { StateDefinition } from './types.ts';

export const notFiled: StateDefinition = open(
  'not-filed',
  '未申请仲裁',
  'Not filed',
  'application-submitted',
);

export const arbitrationStates: readonly StateDefinition[] = [
  open('submitted', '已提交申请', 'Submitted', 'accepted'),
  open('correcting', '补正中', 'Being corrected', 'materials-corrected'),
  open('deferred', '暂缓受理（先行调解）', 'Acceptance deferred for mediation', 'deferral-ended'),
  open('accepted', '已受理', 'Accepted', 'copy-served'),
  closed('rejected', '不予受理', 'Refused'),
  closed('redirected', '告知向有管辖权的仲裁委申请', 'Redirected', 'application-submitted'),
  closed('sue-able', '逾期未受理，可起诉', 'No decision in time, may sue'),
  open('defence', '答辩、举证', 'Defence and evidence', 'answer-received'),
  open('ready', '待开庭', 'Ready for hearing', 'hearing-set'),
  open('outside-mediation', '委托调解', 'Entrusted mediation', 'entrusted-mediation-ended'),
  open('scheduled', '已定开庭', 'Hearing fixed', 'hearing-held'),
  open('suspended', '中止审理', 'Suspended', 'resumed'),
  open('heard', '已开庭，待裁决', 'Heard', 'award-made'),
  open('partial', '已先行裁决，其余待裁决', 'Partly awarded', 'award-made'),
  open('mediated', '达成调解，待签收', 'Settled, to be signed', 'mediation-signed'),
  closed('mediation-effective', '调解书生效', 'Mediation document effective'),
  closed('withdrawn', '已撤回', 'Withdrawn'),
  closed('deemed-withdrawn', '按撤回处理', 'Deemed withdrawn'),
  closed('cancelled', '撤销案件', 'Cancelled'),
  closed('transferred', '已移送', 'Transferred', 'accepted'),
  closed('awarded', '已裁决', 'Awarded', 'award-received-by-applicant', 'award-received-by-respondent'),
  closed(
    'awarded-final',
    '已裁决（终局）',
    'Awarded (final)',
    'award-received-by-applicant',
    'award-received-by-respondent',
  ),
  closed(
    'awarded-nonfinal',
    '已裁决（非终局）',
    'Awarded (non-final)',
    'award-received-by-applicant',
    'award-received-by-respondent',
  ),
  closed(
    'awarded-both',
    '已分别裁决（终局与非终局）',
    'Awarded (final and non-final)',
    'award-received-by-applicant',
    'award-received-by-respondent',
  ),
  closed('terminated', '终止审理', 'Terminated'),
  closed('archived', '已归档', 'Archived'),
];

/** From acceptance to the result: the time in which the commission decides. */
export const pending: readonly string[] = [
  'accepted',
  'defence',
  'ready',
  'outside-mediation',
  'scheduled',
  'suspended',
  'heard',
  'partial',
  'mediated',
];
