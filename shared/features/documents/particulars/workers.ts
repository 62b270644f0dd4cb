import { choice, day, due, line, moment, money, paragraphs, rows, topic } from './particular.ts';

const byName = {
  zh: '每名劳动者一行，姓名与案件中登记的一致。',
  en: 'A row for each, by the name recorded in the case.',
};

/** What papers ask of a worker's employment beyond the record. A row is found by the worker's name. */
export const employmentTopic = topic({
  id: 'employment',
  title: { zh: '用工补充信息', en: 'More on the employment' },
  scope: 'case',
  fields: {
    list: rows(
      '各劳动者的补充信息',
      'Further particulars of each worker',
      {
        name: line('姓名', 'Name'),
        contractParty: line('劳动合同签订主体', 'Parties to the contract'),
        contractDate: day('劳动合同签订日期', 'Contract signed on'),
        contractPlace: line('劳动合同签订地点', 'Contract signed at'),
        contractName: line('劳动合同名称、期限', 'Name and term of the contract'),
        composition: line('工资构成', 'What the wage consists of'),
        insured: choice('社会保险', 'Social insurance', {
          insured: ['已参保', 'Insured'],
          'not-insured': ['未参保', 'Not insured'],
        }),
        insuranceDetail: line('参保时间、险种', 'Insured since, and for what'),
        compensation: line('解除、终止时已经支付的补偿', 'Compensation already paid at the end'),
      },
      byName,
    ),
  },
});

/** The workers' own accounts, which enforcement, an inspection and a demand for payment name. */
export const bankTopic = topic({
  id: 'bank-account',
  title: { zh: '收款账户', en: 'Bank accounts' },
  scope: 'case',
  fields: {
    list: rows(
      '各劳动者的收款账户',
      'Account of each worker',
      {
        name: line('姓名', 'Name'),
        number: line('银行账号', 'Account number'),
        bank: line('开户行', 'Bank'),
        holder: line('开户名（不填为本人）', 'Account holder (the worker if empty)'),
      },
      byName,
    ),
  },
});

/** An accident or occupational disease (工伤保险条例 arts 14, 15, 17–20; 工伤认定办法). */
export const injuryTopic = topic({
  id: 'work-injury',
  title: { zh: '工伤', en: 'Work injury' },
  scope: 'member',
  fields: {
    at: moment('事故时间', 'Time of the accident'),
    place: line('事故地点', 'Place of the accident'),
    cause: paragraphs('事故主要原因', 'Main cause', {
      zh: '写明是否在工作时间、工作场所、因工作原因。',
      en: 'Whether at work, in working time and because of the work.',
    }),
    diagnosedOn: day('诊断时间', 'Diagnosed on'),
    part: line('受伤害部位', 'Part of the body injured'),
    disease: line('职业病名称', 'Occupational disease'),
    exposure: line('接触职业病危害岗位、时间', 'Post and time of exposure'),
    story: paragraphs('受伤害经过简述', 'How it happened'),
    workingSince: day('参加工作时间', 'In work since'),
    postcode: line('家庭邮政编码', 'Postcode'),
    unitPostcode: line('单位邮政编码', 'Postcode of the unit'),
    by: choice('申请人（不选为职工本人）', 'Applied for by (the worker if none is chosen)', {
      worker: ['职工本人', 'The worker'],
      kin: ['近亲属', 'Close relative'],
      union: ['工会组织', 'Trade union'],
      unit: ['用人单位', 'The employer'],
    }),
    applicant: line('申请人姓名（名称）', 'Name of the applicant', {
      zh: '由近亲属、工会申请时填写。',
      en: 'Where a relative or the union applies.',
    }),
    relation: line('申请人与受伤害职工的关系', "The applicant's relation to the worker"),
    authority: line('社会保险行政部门', 'Social insurance department', {
      zh: '与印章一致的全称。',
      en: 'The full name as on its seal.',
    }),
    article: choice('申请认定的情形', 'Ground', {
      '14-1': [
        '在工作时间和工作场所内，因工作原因受到事故伤害（第十四条第一项）',
        'Accident at work because of the work (art. 14(1))',
      ],
      '14-2': [
        '工作时间前后在工作场所内，从事预备性或者收尾性工作受到事故伤害（第十四条第二项）',
        'Preparing or finishing work (art. 14(2))',
      ],
      '14-3': [
        '在工作时间和工作场所内，因履行工作职责受到暴力等意外伤害（第十四条第三项）',
        'Violence because of duties (art. 14(3))',
      ],
      '14-4': ['患职业病（第十四条第四项）', 'Occupational disease (art. 14(4))'],
      '14-5': [
        '因工外出期间，由于工作原因受到伤害或者发生事故下落不明（第十四条第五项）',
        'Away on work (art. 14(5))',
      ],
      '14-6': [
        '在上下班途中，受到非本人主要责任的交通事故等伤害（第十四条第六项）',
        'On the way to or from work (art. 14(6))',
      ],
      '15-1': [
        '在工作时间和工作岗位，突发疾病死亡或者在四十八小时之内经抢救无效死亡（第十五条第一项）',
        'Sudden illness and death at work (art. 15(1))',
      ],
      '15-2': [
        '在抢险救灾等维护国家利益、公共利益活动中受到伤害（第十五条第二项）',
        'Injured in rescue work (art. 15(2))',
      ],
    }),
    finding: line('工伤认定情况', 'Recognition', {
      zh: '已经认定的，填写决定书文号和日期。',
      en: 'The number and date of the decision, if there is one.',
    }),
    grade: line('伤残等级', 'Grade of disability'),
    cost: money('工伤费用', 'Costs of the injury'),
    applyBy: due('职工方申请工伤认定的最后一日', 'Last day for the worker to apply', 'inj-worker', 'at'),
    unitBy: due('用人单位申请工伤认定的最后一日', 'Last day for the employer to apply', 'inj-employer', 'at'),
  },
});
