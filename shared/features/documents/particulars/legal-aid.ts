import {
  choice,
  choices,
  count,
  day,
  due,
  line,
  money,
  paragraphs,
  rows,
  topic,
  yesNo,
} from './particular.ts';

/** Forms of legal aid (法律援助法 art. 22). */
const forms = choices('法律援助形式', 'Forms of legal aid', {
  advice: ['法律咨询', 'Advice'],
  drafting: ['代拟法律文书', 'Drafting papers'],
  mediation: ['劳动争议调解代理', 'Agency in mediation'],
  arbitration: ['劳动争议仲裁代理', 'Agency in arbitration'],
  litigation: ['民事诉讼代理', 'Agency in court'],
  other: ['其他非诉讼代理', 'Other agency'],
});

const stage = choice('案件所处阶段', 'Stage of the matter', {
  none: ['未进入程序', 'No proceedings yet'],
  mediation: ['调解', 'Mediation'],
  arbitration: ['仲裁', 'Arbitration'],
  'first-instance': ['一审', 'First instance'],
  'second-instance': ['二审', 'Second instance'],
  enforcement: ['执行', 'Enforcement'],
});

/** The agency that grants the aid. */
export const aidAgencyTopic = topic({
  id: 'legal-aid-agency',
  title: { zh: '法律援助机构', en: 'Legal-aid agency' },
  scope: 'case',
  fields: {
    name: line('法律援助机构全称', 'Name of the agency', {
      zh: '与印章一致的全称；不填为本机构名称。',
      en: 'The name on its seal; this office if left empty.',
    }),
    department: line('设立该机构的司法行政部门', 'Its department of justice'),
    address: line('地址', 'Address'),
    phone: line('联系电话', 'Phone'),
  },
});

/** The matter for which aid is asked (法律援助法 arts 22, 31, 38). */
export const aidMatterTopic = topic({
  id: 'legal-aid-matter',
  title: { zh: '法律援助事项', en: 'Matter of the legal aid' },
  scope: 'case',
  fields: {
    forms,
    stage,
    organ: line('办案机关', 'Organ that handles the matter', {
      zh: '不填为本案仲裁委员会。',
      en: 'The commission of the case if left empty.',
    }),
    summary: paragraphs('案情及申请理由概述', 'Summary and reasons', {
      zh: '八百字以内；不填的，由入职、欠薪期间和金额的记录生成。',
      en: 'Up to eight hundred characters; made from the record if left empty.',
    }),
    materials: choices('提交的材料', 'Papers handed in', {
      identity: ['身份证件', 'Identity document'],
      case: ['与申请事项有关的案件材料', 'Papers of the matter'],
      hardship: ['经济困难状况说明或者诚信承诺书', 'Statement of hardship or pledge'],
      exemption: ['免予核查经济困难状况的证明', 'Proof of exemption from the means test'],
      agent: ['代理人身份和代理权证明', "Agent's identity and authority"],
    }),
  },
});

/** What the application asks of each applicant (法律援助法 arts 41, 42, 44). */
export const aidApplicantTopic = topic({
  id: 'legal-aid-applicant',
  title: { zh: '法律援助申请人', en: 'Applicant for legal aid' },
  scope: 'member',
  fields: {
    number: line('申请编号', 'Number of the application'),
    categories: choices('人群类别', 'Groups', {
      migrant: ['农民工（进城务工人员）', 'Migrant worker'],
      disabled: ['残疾人', 'Disabled'],
      elderly: ['老年人', 'Elderly'],
      minor: ['未成年人', 'Minor'],
      woman: ['妇女', 'Woman'],
      military: ['军人军属', 'Military family'],
      veteran: ['退役军人', 'Veteran'],
      'minimum-living': ['低保对象', 'Minimum living support'],
      other: ['其他', 'Other'],
    }),
    postcode: line('邮政编码', 'Postcode'),
    education: line('文化程度', 'Education'),
    health: line('身体状况', 'Health'),
    exempt: choice('免予核查经济困难状况（第四十二条）', 'Exempt from the means test (art. 42)', {
      none: ['不属于免予核查的情形', 'Not exempt'],
      vulnerable: [
        '无固定生活来源的未成年人、老年人、残疾人等特定群体',
        'Minor, elderly or disabled without steady income',
      ],
      relief: ['社会救助、司法救助或者优抚对象', 'Receives social or judicial relief'],
      migrant: [
        '申请支付劳动报酬或者请求工伤事故人身损害赔偿的进城务工人员',
        'Migrant worker who claims pay or damages for a work injury',
      ],
      other: ['法律、法规、规章规定的其他人员', 'Others named by law'],
    }),
    proof: choices('证明', 'Proof', {
      residence: ['居住证', 'Residence permit'],
      employment: ['务工证明、劳动合同', 'Proof of work'],
      iou: ['工资欠条、结算单', 'Wage IOU or settlement'],
      fellow: ['工友证明', 'Statement of fellow workers'],
      insurance: ['社会保险记录', 'Social-insurance record'],
      relief: ['救助、优抚证件', 'Relief document'],
      other: ['其他', 'Other'],
    }),
    urgent: choice('先行提供法律援助的情形（第四十四条）', 'Aid at once (art. 44)', {
      limit: [
        '距法定时效或者期限届满不足七日，需要及时提起诉讼或者申请仲裁、行政复议',
        'A time limit ends within seven days',
      ],
      preservation: [
        '需要立即申请财产保全、证据保全或者先予执行',
        'Preservation or advance enforcement is needed at once',
      ],
    }),
  },
});

/** 经济困难状况 (法律援助法 arts 34, 41). */
export const aidHardshipTopic = topic({
  id: 'legal-aid-hardship',
  title: { zh: '经济困难状况', en: 'Financial hardship' },
  scope: 'member',
  fields: {
    family: rows('共同生活的家庭成员', 'Family in the household', {
      name: line('姓名', 'Name'),
      relation: line('与申请人关系', 'Relation'),
      age: count('年龄', 'Age'),
      job: line('职业', 'Occupation'),
      health: line('健康状况', 'Health'),
    }),
    income: rows('家庭月收入', 'Monthly income', {
      source: line('来源', 'Source'),
      amount: money('金额', 'Amount'),
    }),
    assets: rows('主要财产', 'Property', {
      kind: choice('种类', 'Kind', {
        house: ['房产', 'House'],
        vehicle: ['车辆', 'Vehicle'],
        deposit: ['存款', 'Deposit'],
        other: ['其他', 'Other'],
      }),
      detail: line('情况', 'Detail'),
      value: money('价值', 'Value'),
    }),
    expenses: rows('重大支出', 'Large expenses', {
      kind: choice('种类', 'Kind', {
        medical: ['医疗', 'Medical'],
        education: ['教育', 'Education'],
        sudden: ['突发事件', 'Emergency'],
        other: ['其他', 'Other'],
      }),
      amount: money('金额', 'Amount'),
      note: line('说明', 'Note'),
    }),
    relief: line('低保、救助情况和证件号', 'Relief received, with the number'),
    threshold: money('当地经济困难标准（每人每月）', 'Local standard (a head, a month)', {
      zh: '由省、自治区、直辖市人民政府制定。',
      en: 'Set by the province.',
    }),
  },
});

/** 给予、不予法律援助决定 (法律援助法 arts 43, 44, 48, 49). */
export const aidDecisionTopic = topic({
  id: 'legal-aid-decision',
  title: { zh: '法律援助决定', en: 'Decision on legal aid' },
  scope: 'case',
  fields: {
    number: line('决定书文号', 'Number of the decision'),
    date: day('决定日期', 'Date of the decision'),
    facts: paragraphs('审查认定的事实', 'Facts found'),
    means: choice('经济困难状况', 'Means', {
      hardship: ['符合经济困难标准（第三十四条、第四十一条）', 'In hardship (arts 34, 41)'],
      exempt: ['不受经济困难条件限制（第三十二条）', 'No means test by law (art. 32)'],
      unchecked: ['免予核查经济困难状况（第四十二条）', 'Exempt from the check (art. 42)'],
    }),
    urgent: yesNo('先行提供法律援助（第四十四条）', 'Aid at once (art. 44)'),
    supplement: paragraphs('受援人应当补交的材料', 'Papers to be supplied'),
    supplementBy: day('补交材料的期限', 'To be supplied by'),
    refusal: choice('不予法律援助的理由', 'Ground of refusal', {
      scope: ['申请事项不属于法律援助范围', 'Outside the scope of legal aid'],
      means: ['不符合经济困难标准', 'Not in hardship'],
      competence: ['不属于本机构受理', 'Another agency is competent'],
      missing: ['未按要求补充材料或者作出说明', 'Papers were not supplied'],
      other: ['其他法定情形', 'Other ground of the law'],
    }),
    explanation: paragraphs('具体理由', 'Reasons in full'),
    refer: line('有权受理的法律援助机构', 'Agency that is competent'),
    article: line('不予援助依据的条文', 'Provisions of the refusal', {
      zh: '例如“《中华人民共和国法律援助法》第三十一条”。',
      en: 'For example Legal Aid Law, art. 31.',
    }),
    decideBy: due('作出决定的最后一日', 'Last day of the decision', 'la-decide', 'event:aid-applied'),
  },
});

/** 指派 (法律援助法 art. 43; 办理法律援助案件程序规定). */
export const aidAssignmentTopic = topic({
  id: 'legal-aid-assignment',
  title: { zh: '法律援助指派', en: 'Assignment of the legal aid' },
  scope: 'case',
  fields: {
    number: line('指派通知书文号', 'Number of the notice'),
    date: day('指派日期', 'Date of the assignment'),
    firm: line('承办单位', 'Firm assigned', {
      zh: '不填为代理人的执业机构。',
      en: "The agent's firm if left empty.",
    }),
    lawyer: line('法律援助人员', 'Lawyer assigned', {
      zh: '不填为代理人。',
      en: 'The agent if left empty.',
    }),
    chosen: yesNo('受援人指名', 'Chosen by the client'),
    papers: paragraphs('移交的材料', 'Papers handed over'),
    dialect: line('受援人使用的语言、方言', 'Language or dialect of the client'),
    contactDays: count('几日内与受援人联系', 'Days within which to contact the client'),
    urgency: line('时限提醒', 'Time limit to note', {
      zh: '不填的，写案件记录中的仲裁时效届满日。',
      en: 'The last day for filing on record if left empty.',
    }),
    fileRules: paragraphs('卷宗要求', 'Requirements of the file'),
    assignBy: due('指派的最后一日', 'Last day of the assignment', 'la-assign', 'event:aid-granted'),
    signBy: due(
      '签订委托代理协议的最后一日',
      'Last day to sign the agreement',
      'la-sign',
      'event:aid-assigned',
    ),
  },
});

/** 法律援助公函、律师事务所函 (民诉法解释 art. 88). */
export const aidLetterTopic = topic({
  id: 'legal-aid-letter',
  title: { zh: '公函与所函', en: 'Official letters' },
  scope: 'case',
  fields: {
    agencyNumber: line('法律援助公函文号', "Number of the agency's letter"),
    firmNumber: line('律师事务所函文号', "Number of the firm's letter"),
    to: line('致送机关', 'Addressed to', {
      zh: '不填为本案仲裁委员会；仲裁用的函不得用于诉讼。',
      en: 'The commission if left empty; a letter is for one body and stage.',
    }),
    stage,
    assistant: line('协助办案人员及身份', 'Assistant and status'),
  },
});

/** 法律援助委托代理协议 */
export const aidEngagementTopic = topic({
  id: 'legal-aid-engagement',
  title: { zh: '法律援助协议', en: 'Legal-aid agreement' },
  scope: 'case',
  fields: {
    number: line('协议编号', 'Number of the agreement'),
    special: choices('特别授权事项', 'Special powers', {
      admit: ['承认请求', 'Admit claims'],
      waive: ['放弃请求', 'Waive claims'],
      change: ['变更请求', 'Change claims'],
      settle: ['和解', 'Settle'],
      mediate: ['接受调解', 'Accept mediation'],
      appeal: ['上诉', 'Appeal'],
    }),
    further: paragraphs('其他约定', 'Further terms'),
  },
});

/** 结案报告 (法律援助法 art. 50; 办理法律援助案件程序规定). */
export const aidClosingTopic = topic({
  id: 'legal-aid-closing',
  title: { zh: '法律援助结案', en: 'Closing of the legal aid' },
  scope: 'case',
  fields: {
    closedOn: day('结案日期', 'Closed on'),
    outcome: choice('结案方式', 'Outcome', {
      mediation: ['调解', 'Mediation'],
      settlement: ['和解', 'Settlement'],
      award: ['裁决', 'Award'],
      judgment: ['判决', 'Judgment'],
      withdrawal: ['撤回', 'Withdrawal'],
      termination: ['终止法律援助', 'Aid ended'],
    }),
    work: rows(
      '办理情况',
      'Work done',
      {
        date: day('日期', 'Date'),
        kind: choice('事项', 'Kind', {
          meeting: ['会见', 'Meeting'],
          evidence: ['调查取证', 'Evidence'],
          paper: ['提交文书', 'Paper filed'],
          mediation: ['参加调解', 'Mediation'],
          hearing: ['开庭', 'Hearing'],
          other: ['其他', 'Other'],
        }),
        note: line('内容', 'Detail'),
      },
      { zh: '一事一行，按日期排列。', en: 'A row for each, by date.' },
    ),
    awarded: money('裁判或者协议金额', 'Sum awarded or agreed'),
    received: money('实际到手金额', 'Sum received', {
      zh: '只填受援人已经收到的，与裁判金额分开。',
      en: 'Only what the client has in hand.',
    }),
    benefit: money('取得利益、避免损失金额', 'Benefit gained or loss avoided'),
    support: choice('支持程度', 'Support of the claims', {
      all: ['全部支持', 'In full'],
      part: ['部分支持', 'In part'],
      none: ['未支持', 'Not at all'],
    }),
    typical: yesNo('推荐为典型案例', 'Proposed as a model case'),
    summary: paragraphs('办案小结', 'Summary'),
    papers: paragraphs('附材料目录', 'Papers attached', {
      zh: '包括裁判文书、送达凭证、委托代理协议、受援人反馈。',
      en: 'The closing document, proof of its service, the agreement, the feedback.',
    }),
    handInBy: due(
      '提交结案材料的最后一日',
      'Last day to hand in the file',
      'la-closing',
      'event:aid-result-received',
    ),
  },
});
