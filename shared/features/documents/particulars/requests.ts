import { choice, choices, day, line, money, paragraphs, rows, topic } from './particular.ts';

/** Either side may ask; most offices ask for workers. */
export const by = choice('提出方（不选为申请人）', 'Made by (the applicant if none is chosen)', {
  applicant: ['申请人', 'The applicant'],
  respondent: ['被申请人', 'The respondent'],
});

export const forum = choice('提交给（不选为仲裁委员会）', 'Goes to (the commission if none is chosen)', {
  tribunal: ['仲裁委员会', 'The commission'],
  court: ['人民法院', "The people's court"],
});

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

/** 延期开庭 (劳动争议调解仲裁法 art. 35; 办案规则 art. 38) or 延期举证 (办案规则 art. 15) 申请书. */
export const extensionTopic = topic({
  id: 'extension',
  title: { zh: '延期申请', en: 'Request for more time' },
  scope: 'case',
  fields: {
    by,
    kind: choice('申请事项', 'What is asked', {
      hearing: ['延期开庭', 'A later hearing'],
      evidence: ['延期举证', 'More time for evidence'],
    }),
    until: day('申请延期至', 'Until', {
      zh: '申请延期开庭的，填写可以到庭的日期。',
      en: 'For a hearing: from when on the party can attend.',
    }),
    ground: choice('理由类别', 'Ground', {
      illness: ['生病住院', 'Illness'],
      summons: ['与其他案件开庭冲突', 'Another hearing at the same time'],
      travel: ['交通、天气等客观原因', 'Traffic, weather'],
      evidence: ['证据由他人保管或者正在调取', 'Evidence is held by others or being obtained'],
      other: ['其他正当理由', 'Other good cause'],
    }),
    reason: paragraphs('具体理由', 'Reason in full'),
    items: paragraphs('延期提交的证据', 'Evidence concerned', {
      zh: '申请延期举证时填写证据名称和证明内容。',
      en: 'For more time for evidence: what it is and what it proves.',
    }),
    proof: paragraphs('证明材料', 'Proof of the reason', {
      zh: '例如诊断证明、其他案件的开庭通知、停运通知。',
      en: 'For example a medical certificate or the notice of another hearing.',
    }),
  },
});

/** 回避申请书 (劳动争议调解仲裁法 art. 33; 办案规则 arts 11–12). */
export const recusalTopic = topic({
  id: 'recusal',
  title: { zh: '申请回避', en: 'Recusal' },
  scope: 'case',
  fields: {
    by,
    person: line('被申请回避的人员', 'Who is to step back'),
    office: choice('职务', 'Office', {
      arbitrator: ['仲裁员', 'Arbitrator'],
      clerk: ['记录人员', 'Clerk'],
      appraiser: ['鉴定人', 'Appraiser'],
      interpreter: ['翻译人员', 'Interpreter'],
    }),
    grounds: choices('回避事由', 'Grounds', {
      kinship: ['是本案当事人或者当事人、代理人的近亲属', 'Party, or close relative of a party or agent'],
      interest: ['与本案有利害关系', 'Interest in the case'],
      relation: [
        '与本案当事人、代理人有其他关系，可能影响公正裁决',
        'Another relation to a party or agent that may affect impartiality',
      ],
      contact: [
        '私自会见当事人、代理人，或者接受当事人、代理人的请客送礼',
        'Private meetings with a party or agent, or entertainment or gifts from them',
      ],
    }),
    learned: day('知道该事由的日期', 'Day on which it was learned'),
    facts: paragraphs('具体事实', 'Facts'),
    evidence: paragraphs('证据或者线索', 'Evidence or leads'),
  },
});

/** 增加（变更）仲裁请求申请书 (办案规则 arts 44, 46). */
export const claimChangeTopic = topic({
  id: 'claim-change',
  title: { zh: '增加、变更仲裁请求', en: 'Added or changed claims' },
  scope: 'case',
  fields: {
    changes: rows('增加或者变更的请求', 'Claims added or changed', {
      kind: choice('方式', 'How', {
        add: ['增加', 'Added'],
        change: ['变更', 'Changed'],
        drop: ['放弃', 'Dropped'],
      }),
      before: line('原请求内容', 'Claim as filed'),
      beforeAmount: money('原请求金额', 'Amount as filed'),
      after: line('现请求内容', 'Claim now'),
      afterAmount: money('现请求金额', 'Amount now'),
    }),
    reason: paragraphs('事实与理由', 'Facts and reasons'),
    evidence: paragraphs('新增证据', 'New evidence'),
  },
});

/** 调查取证申请书 (办案规则 art. 16; 民事诉讼法 art. 67; 民事证据规定 art. 20). */
export const evidenceRequestTopic = topic({
  id: 'evidence-request',
  title: { zh: '调查取证', en: 'Collecting evidence' },
  scope: 'case',
  fields: {
    by,
    forum,
    kind: choice('申请事项', 'What is asked', {
      collect: ['向第三方调查收集证据', 'Collecting evidence from others'],
      produce: ['责令对方提供其掌握管理的证据', 'Ordering the other side to produce what it holds'],
    }),
    items: rows('调查取证事项', 'What is to be collected', {
      holder: line('被调查单位或者个人', 'Holder'),
      address: line('住所或者地址', 'Address'),
      evidence: line('证据名称或者内容', 'Evidence'),
      fact: line('待证事实', 'Fact to be proved'),
    }),
    obstacle: paragraphs('不能自行收集的原因', 'Why the party cannot obtain it'),
    lead: paragraphs('线索', 'Leads'),
  },
});
