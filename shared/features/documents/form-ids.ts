import type { LocalText } from './filing-facts.ts';

// The filing documents by their catalogue names, with their titles. In each part in the order of the catalogue.

const ofParties = {
  'arb-application': {
    zh: '劳动人事争议仲裁申请书',
    en: 'Application for labour and personnel dispute arbitration',
  },
  'arb-party-info': { zh: '当事人基本情况', en: 'Party particulars sheet' },
  'arb-group-roster': { zh: '集体争议申请人名册', en: 'Roster of collective applicants' },
  'arb-group-rep': { zh: '推举代表人书', en: 'Instrument appointing representatives' },
  'evidence-list': { zh: '证据清单', en: 'List of evidence' },
  'power-of-attorney': { zh: '授权委托书', en: 'Power of attorney' },
  'legal-rep-certificate': {
    zh: '法定代表人（主要负责人）身份证明书',
    en: 'Certificate of legal representative',
  },
  'service-address': { zh: '送达地址确认书', en: 'Confirmation of address for service' },
  'arb-defence': { zh: '仲裁答辩书', en: 'Statement of defence (arbitration)' },
  'arb-counterclaim': { zh: '反申请书', en: 'Counter-application' },
  'jurisdiction-objection': { zh: '管辖异议申请书', en: 'Objection to jurisdiction' },
  'extension-request': {
    zh: '延期开庭、延期举证申请书',
    en: 'Request to postpone the hearing or extend time for evidence',
  },
  'recusal-request': { zh: '回避申请书', en: 'Request for recusal' },
  'arb-withdrawal': { zh: '撤回仲裁申请书', en: 'Withdrawal of application for arbitration' },
  'advance-enforcement': { zh: '先予执行申请书', en: 'Application for advance enforcement' },
  'property-preservation': { zh: '财产保全申请书', en: 'Application for preservation of property' },
  'claim-change': { zh: '增加（变更）仲裁请求申请书', en: 'Amendment of claims' },
  'evidence-collection': { zh: '调查取证申请书', en: 'Request to collect evidence' },
  'witness-request': { zh: '证人出庭作证申请书', en: 'Request to call a witness' },
} as const;

const ofMediation = {
  'med-application': { zh: '调解申请书', en: 'Application for mediation' },
  'med-register': { zh: '调解受理登记表', en: 'Mediation intake register' },
  'med-acceptance': { zh: '调解受理通知书', en: 'Notice of acceptance for mediation' },
  'med-transcript': { zh: '调解笔录', en: 'Mediation record' },
  'med-agreement': { zh: '调解协议书', en: 'Mediation agreement' },
  'med-termination': { zh: '调解终止通知书', en: 'Notice that mediation has ended' },
  'arb-review-application': {
    zh: '仲裁审查申请书',
    en: 'Joint application for arbitral review of a mediation agreement',
  },
  'judicial-confirmation': { zh: '司法确认申请书', en: 'Joint application for judicial confirmation' },
  'payment-order': { zh: '支付令申请书', en: 'Application for payment order' },
} as const;

const ofCommission = {
  'arb-receipt-supplement': { zh: '收件回执·材料补正通知书', en: 'Filing receipt and notice to supplement' },
  'arb-acceptance': { zh: '受理通知书', en: 'Notice of acceptance' },
  'arb-nonacceptance': { zh: '不予受理通知书', en: 'Notice of non-acceptance' },
  'arb-respond': { zh: '应诉通知书', en: 'Notice to respond' },
  'arb-evidence-notice': { zh: '举证通知书', en: 'Notice on evidence' },
  'arb-hearing-notice': { zh: '组庭与开庭通知书', en: 'Notice of tribunal and hearing' },
  'arb-hearing-transcript': { zh: '庭审笔录', en: 'Hearing record' },
  'arb-mediation-statement': { zh: '仲裁调解书', en: 'Arbitral mediation statement' },
  'arb-award': { zh: '仲裁裁决书', en: 'Arbitral award' },
  'arb-decision': { zh: '仲裁决定书', en: 'Arbitral decision' },
  'service-receipt': { zh: '送达回证', en: 'Proof of service' },
} as const;

const ofCourt = {
  'court-complaint': { zh: '民事起诉状（劳动争议纠纷）', en: 'Civil complaint (labour dispute)' },
  'court-answer': { zh: '民事答辩状（劳动争议纠纷）', en: 'Civil answer (labour dispute)' },
  'set-aside-award': { zh: '撤销仲裁裁决申请书', en: 'Application to set aside an award' },
  'enforcement-application': { zh: '强制执行申请书', en: 'Application for enforcement' },
  'fee-relief': { zh: '诉讼费用缓交、减交、免交申请书', en: 'Application for relief of court fees' },
} as const;

const ofLegalAid = {
  'la-application': { zh: '法律援助申请表', en: 'Legal-aid application form' },
  'la-hardship': {
    zh: '经济困难状况说明表',
    en: 'Statement of financial hardship',
  },
  'la-grant': { zh: '给予法律援助决定书', en: 'Decision granting legal aid' },
  'la-refusal': { zh: '不予法律援助决定书', en: 'Decision refusing legal aid' },
  'la-assignment': { zh: '指派通知书', en: 'Notice of assignment' },
  'la-letter': { zh: '法律援助公函、律师事务所函', en: 'Official letters of agency and firm' },
  'la-engagement': { zh: '法律援助委托代理协议', en: 'Legal-aid engagement agreement' },
  'la-closing-report': { zh: '结案报告表', en: 'Closing report' },
} as const;

const ofOffices = {
  'file-cover-index': {
    zh: '卷宗封面、卷内目录、备考表',
    en: 'File cover, contents and end sheet',
  },
  'wage-complaint': {
    zh: '劳动保障监察投诉书',
    en: 'Complaint of wage arrears to the labour inspection',
  },
  'work-injury-application': {
    zh: '工伤认定申请表',
    en: 'Application for work-injury recognition',
  },
  'wage-schedule': { zh: '工资清单·欠薪明细表', en: 'Wage list and arrears schedule' },
  'wage-settlement': {
    zh: '工资结算确认单（工资欠条）',
    en: 'Wage settlement acknowledgement (IOU)',
  },
  'lawyer-letter': { zh: '律师函', en: "Lawyer's letter" },
} as const;

const titles = {
  ...ofParties,
  ...ofMediation,
  ...ofCommission,
  ...ofCourt,
  ...ofLegalAid,
  ...ofOffices,
};

export type FormId = keyof typeof titles;

export const formIds = Object.keys(titles) as [FormId, ...FormId[]];

export const formTitles: Readonly<Record<FormId, LocalText>> = titles;
