import { choice, count, line, money, paragraphs, rows, topic } from './particular.ts';

/** 仲裁答辩书 (劳动争议调解仲裁法 art. 30; 办案规则 art. 33). */
export const defenceTopic = topic({
  id: 'defence',
  title: { zh: '答辩', en: 'Defence' },
  scope: 'respondent',
  fields: {
    request: choice('答辩请求', 'What the respondent asks', {
      reject: ['请求驳回全部仲裁请求', 'Reject all claims'],
      part: ['部分认可，请求驳回其余请求', 'Admits part and asks to reject the rest'],
      admit: ['认可全部仲裁请求', 'Admits all claims'],
    }),
    points: rows('对各项请求的意见', 'Answer to each claim', {
      claim: count('第几项请求', 'Number of the claim'),
      stance: choice('意见', 'Answer', {
        confirm: ['确认', 'Admitted'],
        dispute: ['异议', 'Disputed'],
        part: ['部分确认', 'Admitted in part'],
      }),
      amount: money('认可的金额', 'Amount admitted'),
      reason: line('事由', 'Reason'),
    }),
    relation: paragraphs('关于劳动关系', 'On the employment relation'),
    wages: paragraphs('关于工资标准、金额和支付情况', 'On wages, amounts and payments'),
    limitation: paragraphs('关于仲裁时效', 'On limitation'),
    termination: paragraphs('关于解除、终止劳动关系', 'On the end of the relation'),
    other: paragraphs('其他答辩意见', 'Further points'),
    evidence: paragraphs('提交的证据', 'Evidence handed in', {
      zh: '工资支付台账、考勤记录等由用人单位掌握管理，不提供的承担不利后果。',
      en: 'Payroll and attendance records are for the employer to produce.',
    }),
  },
});

/** 反申请书 (办案规则 art. 36). */
export const counterclaimTopic = topic({
  id: 'counterclaim',
  title: { zh: '反申请', en: 'Counter-application' },
  scope: 'respondent',
  fields: {
    claims: rows('反申请请求', 'Claims', {
      text: line('请求内容（含期间）', 'Claim with its period'),
      amount: money('金额', 'Amount'),
      working: line('计算方式', 'How it is worked out'),
    }),
    facts: paragraphs('事实与理由', 'Facts and reasons'),
    evidence: paragraphs('证据和证据来源', 'Evidence and its sources'),
  },
});

/** 管辖异议申请书 (劳动争议调解仲裁法 art. 21; 办案规则 arts 8, 10). */
export const jurisdictionTopic = topic({
  id: 'jurisdiction',
  title: { zh: '管辖异议', en: 'Objection to jurisdiction' },
  scope: 'respondent',
  fields: {
    to: line('应当移送的仲裁委员会', 'Commission that should hear the case', {
      zh: '与印章一致的全称。',
      en: 'The full name as on its seal.',
    }),
    ground: choice('管辖依据', 'Ground', {
      performance: ['劳动合同履行地', 'Place of performance'],
      seat: ['用人单位所在地', "The employer's seat"],
    }),
    place: line('履行地（实际工作地点）或者所在地', 'The place', {
      zh: '具体到街道门牌或者工地；劳动者的户籍地、住所地不是管辖依据。',
      en: "As exact as an address; the worker's own domicile is no ground.",
    }),
    reason: paragraphs('事实与理由', 'Facts and reasons'),
    evidence: paragraphs('证据', 'Evidence', {
      zh: '例如考勤记录、项目地址证明、登记信息。',
      en: 'For example attendance records, the address of the project, the register.',
    }),
  },
});
