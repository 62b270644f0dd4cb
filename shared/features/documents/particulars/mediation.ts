import {
  choice,
  choices,
  day,
  due,
  line,
  moment,
  money,
  paragraphs,
  rows,
  topic,
  yesNo,
} from './particular.ts';

/** Mediation before a mediation organisation (劳动争议调解仲裁法 arts 10–16; 人民调解法). */
export const mediationTopic = topic({
  id: 'mediation',
  title: { zh: '调解', en: 'Mediation' },
  scope: 'case',
  fields: {
    organisation: line('调解组织', 'Mediation organisation', {
      zh: '与印章一致的全称。',
      en: 'The full name as on its seal.',
    }),
    caseNumber: line('调解案号', 'Mediation case number'),
    address: line('调解组织地址', 'Address of the organisation'),
    phone: line('调解组织联系电话', 'Phone of the organisation'),
    mediators: rows('调解员', 'Mediators', {
      name: line('姓名', 'Name'),
      phone: line('联系电话', 'Phone'),
    }),
    recorder: line('记录人', 'Who keeps the record'),
    sessions: rows('调解会', 'Sessions', {
      at: moment('时间', 'Time'),
      place: line('地点或方式', 'Place or means'),
      result: line('结果', 'Result'),
    }),
    concludeBy: due(
      '调解期限届满之日（期满未达成协议可以申请仲裁）',
      'Last day of the mediation, after which arbitration is open',
      'med-conclude',
      'event:mediation-applied',
    ),
  },
});

/** How a mediation organisation took the case up (劳动争议调解仲裁法 art. 12; 人民调解法 art. 27). */
export const mediationIntakeTopic = topic({
  id: 'mediation-intake',
  title: { zh: '调解登记与受理', en: 'Register of the mediation' },
  scope: 'case',
  fields: {
    oral: yesNo('口头申请', 'Oral application', {
      zh: '口头申请的，调解申请书印成当场记录的笔录。',
      en: 'An oral application is printed as a record taken on the spot.',
    }),
    afterwards: choices('调解不成或者达成协议后的意愿', 'Wishes for afterwards', {
      arbitration: ['调解不成，愿意申请仲裁', 'Arbitration if it fails'],
      review: ['达成协议，愿意共同申请仲裁审查', 'Arbitral review of an agreement'],
      confirmation: ['达成协议，愿意共同申请司法确认', 'Judicial confirmation of an agreement'],
    }),
    source: choice('来源', 'Source', {
      application: ['当事人申请', 'Application'],
      appointed: ['委派', 'Appointed'],
      entrusted: ['委托', 'Entrusted'],
      transferred: ['移送', 'Transferred'],
      platform: ['线索平台', 'Reporting platform'],
      initiative: ['主动介入', 'Own initiative'],
    }),
    industry: line('行业', 'Industry'),
    size: choice('企业规模', 'Size of the enterprise', {
      large: ['大型', 'Large'],
      medium: ['中型', 'Medium'],
      small: ['小型', 'Small'],
      micro: ['微型', 'Micro'],
    }),
    ownership: choice('所有制', 'Ownership', {
      state: ['国有', 'State'],
      collective: ['集体', 'Collective'],
      private: ['民营', 'Private'],
      foreign: ['外商、港澳台投资', 'Foreign, Hong Kong, Macao or Taiwan'],
      other: ['其他', 'Other'],
    }),
    wishes: rows('调解意愿', 'Willingness', {
      party: line('当事人', 'Party'),
      answer: choice('意愿', 'Answer', {
        agree: ['同意调解', 'Agrees'],
        refuse: ['不同意调解', 'Does not agree'],
        none: ['尚未答复', 'No answer yet'],
      }),
      at: day('征询日期', 'Asked on'),
      means: line('征询方式', 'How'),
    }),
    decision: choice('审查结论', 'Decision', {
      accept: ['受理', 'Accepted'],
      refuse: ['不予受理', 'Not accepted'],
    }),
    reason: paragraphs('不予受理的理由', 'Why it is not accepted'),
    elsewhere: line('不予受理时告知的其他途径', 'Where the party is sent instead'),
    bring: paragraphs('调解时应当携带的材料', 'What to bring to the session'),
    registrar: line('登记人', 'Registered by'),
    approver: line('负责人', 'Approved by'),
    decideBy: due(
      '决定是否受理的最后一日',
      'Last day to decide on acceptance',
      'med-accept',
      'event:mediation-applied',
    ),
  },
});

/** One session with what was said at it (劳动争议调解仲裁法 art. 13). */
export const mediationRecordTopic = topic({
  id: 'mediation-record',
  title: { zh: '调解笔录', en: 'Record of a session' },
  scope: 'case',
  fields: {
    from: moment('开始时间', 'From'),
    to: moment('结束时间', 'To'),
    place: line('地点', 'Place'),
    mode: choice('方式', 'Way', {
      'in-person': ['现场', 'In person'],
      online: ['线上', 'Online'],
    }),
    present: rows('参加人', 'Present', {
      name: line('姓名', 'Name'),
      role: line('身份和权限', 'Capacity and authority'),
      checked: yesNo('身份已核对', 'Identity checked'),
    }),
    statements: rows('各方陈述', 'Statements', {
      speaker: line('发言人', 'Speaker'),
      text: line('内容', 'Words'),
    }),
    focus: paragraphs('争议焦点', 'Points in dispute'),
    proposal: paragraphs('调解方案', 'Proposal'),
    opinions: rows('各方意见', 'Opinions', {
      speaker: line('当事人', 'Party'),
      text: line('意见', 'Opinion'),
    }),
    confirmed: money('双方确认的欠款金额', 'Sum that both sides confirm', {
      zh: '单独确认金额，避免日后对数额再起争议。',
      en: 'Confirmed by itself, so that it is not disputed again.',
    }),
    result: choice('结果', 'Result', {
      agreed: ['达成协议', 'Agreement'],
      failed: ['未达成协议', 'No agreement'],
      adjourned: ['另行安排调解', 'To be continued'],
    }),
    next: line('另行安排的时间地点或者其他说明', 'When and where it goes on, or another note'),
  },
});

/** What the parties agreed; the figures of the workers' parts come from the claims. */
export const settlementTopic = topic({
  id: 'settlement',
  title: { zh: '协议内容', en: 'Terms agreed' },
  scope: 'case',
  fields: {
    number: line('协议书编号', 'Number of the agreement'),
    date: day('签订日期', 'Date of the agreement'),
    facts: paragraphs('纠纷主要事实', 'Facts of the dispute', {
      zh: '不填的，由入职、欠薪期间和金额的记录生成。',
      en: 'Made from the record if left empty.',
    }),
    undisputed: money('其中双方无争议的金额', 'Of which undisputed'),
    total: money('约定支付总额', 'Sum agreed'),
    composition: paragraphs('款项构成', 'What the sum consists of', {
      zh: '约定总额等于请求合计时可以不填，按各项请求列明。',
      en: 'May stay empty where the sum is that of the claims.',
    }),
    shares: rows(
      '各劳动者的金额',
      'Sum of each worker',
      { name: line('姓名', 'Name'), amount: money('金额', 'Amount') },
      {
        zh: '约定总额等于请求合计时不填，各人金额取自请求；否则每人一行，合计等于总额。',
        en: 'Empty where the sum is that of the claims; otherwise a row for each.',
      },
    ),
    concession: paragraphs('劳动者让步的说明', 'Why the worker accepts less', {
      zh: '约定总额低于请求合计时写明，表明劳动者知情、自愿。',
      en: 'Where the sum agreed is below the claims.',
    }),
    instalments: rows('支付安排', 'Payments', {
      due: day('支付日期', 'Payable on'),
      amount: money('金额', 'Amount'),
      payer: line('付款人', 'Payer'),
      method: line('支付方式与收款账户', 'Method and account'),
    }),
    lateConsequence: paragraphs('逾期责任', 'If payment is late'),
    relation: paragraphs('劳动关系的处理', 'The employment relation'),
    handover: paragraphs('应当交付的材料', 'Papers to hand over', {
      zh: '例如解除、终止劳动合同证明，社会保险关系转移材料。',
      en: 'For example the certificate that employment ended.',
    }),
    tax: paragraphs('个人所得税和社会保险费', 'Income tax and social insurance'),
    otherTerms: paragraphs('其他约定', 'Further terms'),
    settlesAll: yesNo('是否了结双方全部劳动争议', 'Settles all labour disputes between the parties'),
    effect: choice('协议效力的固定方式', 'How the agreement is secured', {
      'arbitral-review': ['共同申请仲裁审查', 'Joint application for arbitral review'],
      'judicial-confirmation': ['共同申请司法确认', 'Joint application for judicial confirmation'],
      'payment-order': ['逾期不付时申请支付令', 'Payment order if it is not paid'],
      none: ['暂不申请', 'None for now'],
    }),
    reviewBy: due(
      '共同申请仲裁审查的最后一日',
      'Last day of a joint application for arbitral review',
      'rev-apply',
      'event:mediation-agreed',
    ),
    confirmBy: due(
      '共同申请司法确认的最后一日',
      'Last day of a joint application for judicial confirmation',
      'jc-apply',
      'event:mediation-agreed',
    ),
  },
});

/** Why the mediation ended without agreement (人民调解法 art. 26). */
export const mediationEndTopic = topic({
  id: 'mediation-end',
  title: { zh: '调解终止', en: 'End of the mediation' },
  scope: 'case',
  fields: {
    ground: choice('终止事由', 'Ground', {
      refused: ['一方当事人不同意调解', 'One side does not agree to mediation'],
      expired: ['自收到调解申请之日起十五日内未达成协议', 'No agreement within fifteen days'],
      withdrawn: ['申请人撤回调解申请', 'The applicant withdrew'],
      unreachable: ['无法与被申请人取得联系', 'The respondent cannot be reached'],
      scope: ['不属于本组织调解范围', 'Outside the scope of the organisation'],
      other: ['其他', 'Other'],
    }),
    explanation: paragraphs('情况说明', 'Explanation'),
  },
});

const compared = {
  zh: '与“协议内容”或者“工资结算”中的不一致，文书按后者印出。核对后更正错误的一处；此处有误的，清空。',
  en: 'Differs from the terms agreed or the wage settlement, which the paper prints. Mend what is wrong; if it is this, empty it.',
};

/**
 * 支付令申请书 (劳动争议调解仲裁法 art. 16; 劳动合同法 art. 30; 民事诉讼法 arts 225–228). The day of payment and what was
 * agreed for delay stand with the terms of the agreement or the wage settlement; what was typed here before that is kept
 * for a person to compare.
 */
export const paymentOrderTopic = topic({
  id: 'payment-order',
  title: { zh: '支付令', en: 'Payment order' },
  scope: 'case',
  fields: {
    door: choice('申请依据', 'Ground', {
      agreement: ['调解协议到期未履行（调解仲裁法第十六条）', 'Mediation agreement not performed'],
      wages: ['拖欠或者未足额支付劳动报酬（劳动合同法第三十条）', 'Wages in arrears'],
    }),
    document: choice('债权文书', 'Document of the debt', {
      agreement: ['调解协议书', 'Mediation agreement'],
      iou: ['工资欠条', 'IOU'],
      settlement: ['工资结算确认单', 'Wage settlement'],
    }),
    documentDate: day('债权文书日期', 'Its date', {
      zh: '调解协议书的编号和日期取自“协议内容”。',
      en: 'Number and date of a mediation agreement stand under the terms agreed.',
    }),
    payments: rows(
      '各劳动者已经收到的金额',
      'Received by each worker since',
      { name: line('姓名', 'Name'), amount: money('金额', 'Amount') },
      { zh: '没有支付的不填。', en: 'Empty where nothing was paid.' },
    ),
    interest: yesNo('一并请求约定的利息或者违约金', 'Ask for the agreed interest or penalty too', {
      zh: '约定取自调解协议的“逾期责任”，或者工资结算的“逾期利息或者违约金”。没有约定的，不要请求，否则可能被驳回。',
      en: 'As agreed in the terms or in the wage settlement. Ask for none that was not agreed: the application may be dismissed.',
    }),
    dueOn: {
      ...day('原来在此填写的付款日期', 'Day of payment typed here earlier', compared),
      former: true,
    },
    interestBefore: {
      ...line('原来在此填写的利息或者违约金', 'Interest typed here earlier', compared),
      former: true,
    },
  },
});
