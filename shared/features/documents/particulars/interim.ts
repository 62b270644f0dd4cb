import { choice, due, line, money, paragraphs, rows, topic } from './particular.ts';

/** What a debtor owns, for preservation and enforcement. */
export const assetsTopic = topic({
  id: 'assets',
  title: { zh: '财产线索', en: 'Property of the debtor' },
  scope: 'case',
  fields: {
    list: rows('财产或者线索', 'Property or leads', {
      kind: choice('种类', 'Kind', {
        account: ['银行存款', 'Bank account'],
        receivable: ['应收工程款、货款', 'Receivable'],
        vehicle: ['车辆', 'Vehicle'],
        'real-estate': ['不动产', 'Real estate'],
        equipment: ['机器设备、存货', 'Equipment or stock'],
        platform: ['支付平台账户', 'Payment platform'],
        other: ['其他', 'Other'],
      }),
      holder: line('所有人（户名）', 'Owner'),
      detail: line('账号、债务人、号牌、坐落等', 'Number, debtor, plate or place'),
      value: money('金额或者估值', 'Value'),
    }),
  },
});

/** Grounds of 先予执行申请书 (劳动争议调解仲裁法 art. 44; 办案规则 art. 51). */
export const advanceTopic = topic({
  id: 'advance-enforcement',
  title: { zh: '先予执行', en: 'Advance enforcement' },
  scope: 'case',
  fields: {
    shares: rows(
      '各申请人的金额和困难情况',
      'Sum and hardship of each applicant',
      {
        name: line('姓名', 'Name'),
        amount: money('申请先予执行的金额', 'Sum asked for', {
          zh: '不超过双方没有争议的部分。',
          en: 'Not more than what is undisputed.',
        }),
        hardship: line('生活困难情况', 'Hardship', {
          zh: '例如房租、医疗、子女上学、没有其他收入。',
          en: 'For example rent, medical costs, school fees, no other income.',
        }),
      },
      {
        zh: '每名申请人一行，姓名与案件中登记的一致。',
        en: 'A row for each, by the name recorded in the case.',
      },
    ),
    clear: paragraphs('权利义务明确的依据', 'Why the right is clear', {
      zh: '例如工资结算单、欠条、对方对欠款的确认。',
      en: 'For example a settlement sheet, an IOU, an admission.',
    }),
    payment: paragraphs('被申请人的财产情况', "The respondent's means", {
      zh: '账户、工程款等线索也可以记在“财产线索”。',
      en: 'Leads may also stand under property of the debtor.',
    }),
    proof: paragraphs('证明材料', 'Proof'),
  },
});

/** 财产保全申请书 (财产保全规定 arts 1, 3, 9; 劳动争议解释（一） art. 49). */
export const preservationTopic = topic({
  id: 'preservation',
  title: { zh: '财产保全', en: 'Preservation of property' },
  scope: 'case',
  fields: {
    stage: choice('阶段', 'Stage', {
      arbitration: ['仲裁中（经仲裁委员会转交）', 'During arbitration, through the commission'],
      litigation: ['诉讼中', 'During litigation'],
      before: ['申请仲裁、起诉前', 'Before arbitration or suit'],
    }),
    amount: money('请求保全的金额', 'Sum to be preserved', {
      zh: '不填为全部仲裁请求的合计。',
      en: 'The total of the claims if left empty.',
    }),
    danger: paragraphs('保全的必要性', 'Why it is needed', {
      zh: '例如停工、转移设备、负责人失联。',
      en: 'For example work stopped, stock moved, the owner cannot be reached.',
    }),
    security: choice('担保', 'Security', {
      waived: ['申请免予担保（追索劳动报酬等）', 'Waiver asked for (wages and the like)'],
      hardship: ['经济困难，申请减免担保', 'Waiver or reduction for hardship'],
      given: ['提供担保', 'Security is given'],
    }),
    guarantee: line('担保情况', 'The security', {
      zh: '提供担保时填写担保人、方式和金额。',
      en: 'Where security is given: by whom, how and how much.',
    }),
    enforceBy: due(
      '裁决生效后申请执行的最后一日（逾期解除保全）',
      'Last day to apply for enforcement, or the preservation is lifted',
      'pres-enforce',
      'event:award-effective',
    ),
  },
});
