import { choice, day, line, moment, money, paragraphs, rows, topic, yesNo } from './particular.ts';

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
    mediators: rows('调解员', 'Mediators', {
      name: line('姓名', 'Name'),
      phone: line('联系电话', 'Phone'),
    }),
    sessions: rows('调解会', 'Sessions', {
      at: moment('时间', 'Time'),
      place: line('地点或方式', 'Place or means'),
      result: line('结果', 'Result'),
    }),
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
    total: money('约定支付总额', 'Sum agreed'),
    composition: paragraphs('款项构成', 'What the sum consists of'),
    instalments: rows('支付安排', 'Payments', {
      due: day('支付日期', 'Payable on'),
      amount: money('金额', 'Amount'),
      payer: line('付款人', 'Payer'),
      method: line('支付方式与收款账户', 'Method and account'),
    }),
    lateConsequence: paragraphs('逾期责任', 'If payment is late'),
    relation: paragraphs('劳动关系的处理', 'The employment relation'),
    otherTerms: paragraphs('其他约定', 'Further terms'),
    settlesAll: yesNo('是否了结双方全部劳动争议', 'Settles all labour disputes between the parties'),
    effect: choice('协议效力的固定方式', 'How the agreement is secured', {
      'arbitral-review': ['共同申请仲裁审查', 'Joint application for arbitral review'],
      'judicial-confirmation': ['共同申请司法确认', 'Joint application for judicial confirmation'],
      'payment-order': ['逾期不付时申请支付令', 'Payment order if it is not paid'],
      none: ['暂不申请', 'None for now'],
    }),
  },
});
