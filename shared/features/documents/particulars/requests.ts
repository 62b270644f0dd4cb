import { choice, line, money, paragraphs, topic } from './particular.ts';

/** 撤回仲裁申请书 (劳动争议调解仲裁法 art. 41; 办案规则 art. 35). */
export const withdrawalTopic = topic({
  id: 'withdrawal',
  title: { zh: '撤回申请', en: 'Withdrawal' },
  scope: 'case',
  fields: {
    extent: choice('撤回范围', 'Extent', {
      all: ['撤回全部仲裁申请', 'The whole application'],
      claims: ['撤回部分仲裁请求', 'Some of the claims'],
      respondent: ['撤回对部分被申请人的申请', 'The application against some respondents'],
    }),
    part: line('撤回的请求或被申请人', 'Claims or respondents withdrawn', {
      zh: '只撤回一部分时填写，例如“第二项仲裁请求”。',
      en: 'Only for a part, for example “the second claim”.',
    }),
    reason: choice('撤回理由', 'Reason', {
      settled: ['双方已和解并履行', 'Settled and performed'],
      evidence: ['证据不足，补充后另行申请', 'Evidence to be completed before applying anew'],
      other: ['其他', 'Other'],
    }),
    explanation: paragraphs('理由说明', 'Explanation'),
    received: money('已收到的款项', 'Sum received'),
  },
});
