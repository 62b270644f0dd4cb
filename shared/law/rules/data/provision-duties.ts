import type { Bearer } from '../../common.ts';
import type { ProvisionDuty } from '../types.ts';

const none: ProvisionDuty = { trigger: null, bearer: null, ifMissed: null };

const duty = (
  bearer: Bearer,
  [event, zh, en]: readonly [string, string, string],
  [missedZh, missedEn]: readonly [string, string],
): ProvisionDuty => ({
  trigger: { event, words: { zh, en } },
  bearer,
  ifMissed: { zh: missedZh, en: missedEn },
});

/** Provisions that bind somebody from a day on, although they set no length. */
const duties: Readonly<Record<string, ProvisionDuty>> = {
  'lim-overtime': duty(
    'worker',
    ['employment-ended', '劳动关系终止之日', 'employment ends'],
    ['对方提出时效抗辩的，请求不予支持。', 'The claim fails if the other side pleads limitation.'],
  ),
  'lim-defence-once': duty(
    'employer',
    ['application-submitted', '申请仲裁之日', 'arbitration is applied for'],
    [
      '诉讼、再审中再提出的不予支持，有新证据的除外。',
      'Not heard in court or on retrial, save on new evidence.',
    ],
  ),
  'arb-noshow-applicant': duty(
    'applicant',
    ['hearing-set', '开庭之日', 'the day of the hearing'],
    [
      '可以按撤回申请处理，再次申请的不予受理。',
      'May be held to have withdrawn; a new application is not taken.',
    ],
  ),
  'arb-noshow-respondent': duty(
    'respondent',
    ['hearing-set', '开庭之日', 'the day of the hearing'],
    ['可以缺席裁决。', 'An award may be made by default.'],
  ),
  'setaside-blocked': duty(
    'employer',
    ['suit-filed-by-worker', '劳动者起诉之日', 'the worker sues'],
    ['撤销申请不予受理；已受理的，驳回。', 'The application to set aside is refused or dismissed.'],
  ),
  'enf-interest': duty(
    'employer',
    [
      'award-performance-due',
      '履行期间届满之日；未规定的，文书生效之日',
      'the period for performance ends; with none, the day the document takes effect',
    ],
    [
      '按未付本金每日万分之一点七五加付迟延履行利息，至付清为止。',
      '0.0175% a day on the unpaid principal is owed on top until it is paid.',
    ],
  ),
  'la-supplement': duty(
    'applicant',
    ['aid-supplement-requested', '收到一次性补充材料通知之日', 'the notice of missing papers is received'],
    ['视为撤回申请。', 'The application is deemed withdrawn.'],
  ),
  'la-urgent': duty(
    'legal-aid-agency',
    ['aid-urgent', '发现时效或者期限不足七日等情形之日', 'fewer than seven days are found to be left'],
    ['时效或者期限可能届满。', 'The limitation or period may run out.'],
  ),
};

/** Whom a provision binds, from when, and what follows; all null where it only says how something is done. */
export function dutyOf(id: string): ProvisionDuty {
  return duties[id] ?? none;
}
