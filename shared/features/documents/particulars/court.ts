import { choice, choices, day, due, line, money, paragraphs, rows, topic, yesNo } from './particular.ts';

/** What the court's element forms ask of both sides about mediation. */
const wishes = {
  knowsMediation: yesNo('了解调解这种纠纷解决方式', 'Knows of mediation'),
  knows: choices('已经了解的事项', 'What is understood', {
    speed: ['先行调解可以缩短时间，不成的及时立案审理', 'Mediation saves time'],
    fees: ['调解成功、司法确认的费用优惠', 'Lower or no fees'],
    mediator: ['可以选择、更换调解员', 'Choice and change of mediator'],
    secret: ['调解保密', 'Mediation is confidential'],
    force: ['确认后的协议具有强制执行力', 'A confirmed agreement is enforceable'],
  }),
  mediateFirst: choice('是否考虑先行调解', 'Mediation first', {
    yes: ['是', 'Yes'],
    no: ['否', 'No'],
    undecided: ['暂不确定', 'Undecided'],
  }),
};

/** 民事起诉状（劳动争议纠纷） (民事诉讼法 arts 123–124; 法〔2025〕82号). */
export const suitTopic = topic({
  id: 'suit',
  title: { zh: '起诉', en: 'Suit' },
  scope: 'case',
  fields: {
    plaintiff: choice('原告（不选为劳动者）', 'Plaintiff (the workers if none is chosen)', {
      workers: ['劳动者', 'The workers'],
      unit: ['用人单位', 'The employer'],
    }),
    entry: choice('起诉依据', 'Basis of the suit', {
      award: ['不服仲裁裁决', 'Does not accept the award'],
      refused: ['仲裁委员会不予受理', 'Arbitration was refused'],
      overdue: ['仲裁委员会逾期未作出决定或者裁决', 'No decision or award in time'],
      iou: ['以工资欠条为证据直接起诉', 'A wage IOU, without arbitration'],
      agreement: ['不履行仅就劳动报酬达成的调解协议', 'A mediation agreement on pay alone is not performed'],
    }),
    requests: paragraphs('诉讼请求', 'Claims', {
      zh: '劳动者起诉且与仲裁请求相同的不填；用人单位起诉的写明。不能增加未经仲裁的独立请求。',
      en: 'Empty where the worker repeats the claims of the arbitration; no independent new claim.',
    }),
    story: paragraphs('事实与理由', 'Facts and reasons', {
      zh: '劳动者起诉的可以不填，由各项要素写明。',
      en: 'May stay empty for a worker: the elements tell it.',
    }),
    costs: yesNo('请求对方承担诉讼费用', 'Asks that the other side bear the costs'),
    preserved: yesNo('已经诉前保全', 'Preserved before suit'),
    preservedCourt: line('保全法院', 'Court of the preservation'),
    preservedAt: day('保全时间', 'Preserved on'),
    preservedNumber: line('保全案号', 'Its case number'),
    arbitrationResult: paragraphs('仲裁结果', 'Result of the arbitration'),
    further: paragraphs('其他相关情况', 'Other circumstances'),
    ...wishes,
  },
});

/** 民事答辩状（劳动争议纠纷） (民事诉讼法 art. 128), of each defendant. */
export const courtAnswerTopic = topic({
  id: 'court-answer',
  title: { zh: '应诉答辩', en: 'Answer in court' },
  scope: 'respondent',
  fields: {
    points: rows(
      '对各项诉请的意见',
      'Answer to each item',
      {
        item: choice('事项', 'Item', {
          wages: ['工资支付', 'Wages'],
          'double-wage': ['未签订书面劳动合同双倍工资', 'Second wage'],
          overtime: ['加班费', 'Overtime pay'],
          'annual-leave': ['未休年休假工资', 'Annual leave'],
          'social-insurance': ['社会保险损失', 'Loss from unpaid insurance'],
          severance: ['经济补偿', 'Economic compensation'],
          'unlawful-termination': ['违法解除赔偿金', 'Damages for termination'],
          arbitration: ['劳动仲裁相关情况', 'The arbitration'],
          other: ['其他', 'Other'],
        }),
        stance: choice('意见', 'Answer', { confirm: ['确认', 'Admitted'], dispute: ['异议', 'Disputed'] }),
        reason: line('事由', 'Reason'),
      },
      { zh: '起诉状中有的事项每项一行。', en: 'A row for each item of the complaint.' },
    ),
    basis: paragraphs('答辩的依据', 'Basis of the answer', {
      zh: '写明法律、司法解释的具体条文。',
      en: 'Laws and articles.',
    }),
    ...wishes,
    answerBy: due('提交答辩状的最后一日', 'Last day of the answer', 'lit-answer', 'event:complaint-received'),
  },
});

/** 撤销仲裁裁决申请书 (劳动争议调解仲裁法 art. 49; 法释〔2020〕26号 arts 21–23, 25). */
export const setAsideTopic = topic({
  id: 'set-aside',
  title: { zh: '撤销仲裁裁决', en: 'Setting aside an award' },
  scope: 'case',
  fields: {
    grounds: rows(
      '撤销事由',
      'Grounds',
      {
        ground: choice('事由', 'Ground', {
          law: ['适用法律、法规确有错误', 'The law was applied wrongly'],
          jurisdiction: ['劳动争议仲裁委员会无管辖权', 'No jurisdiction'],
          procedure: ['违反法定程序', 'The procedure broke the law'],
          forged: ['裁决所根据的证据是伪造的', 'Forged evidence'],
          withheld: ['对方当事人隐瞒了足以影响公正裁决的证据', 'Evidence was withheld'],
          corrupt: [
            '仲裁员在仲裁该案时有索贿受贿、徇私舞弊、枉法裁决行为',
            'An arbitrator took bribes or perverted the law',
          ],
        }),
        facts: line('事实和理由（适用法律错误的写明条文）', 'Facts and reasons (with the article)'),
        proof: line('证据', 'Proof'),
      },
      {
        zh: '每个事由一行。对事实认定的争议不是撤销事由。',
        en: 'A row for each; a dispute of fact is no ground.',
      },
    ),
    enforcement: choice('裁决执行情况', 'Enforcement', {
      none: ['尚未申请执行', 'Not applied for'],
      applied: ['已经申请执行', 'Applied for'],
      done: ['已经履行或者执行完毕', 'Performed or enforced'],
    }),
    workerSued: yesNo('劳动者已就同一裁决向基层人民法院起诉', 'The worker has sued against the award'),
    fileBy: due(
      '申请撤销裁决的最后一日',
      'Last day to apply',
      'setaside',
      'event:award-received-by-respondent',
    ),
  },
});

/** 强制执行申请书 (劳动争议调解仲裁法 art. 51; 民事诉讼法 arts 235, 247, 250, 264). */
export const enforcementTopic = topic({
  id: 'enforcement',
  title: { zh: '申请执行', en: 'Enforcement' },
  scope: 'case',
  fields: {
    basis: choice('执行依据', 'Document to enforce', {
      award: ['仲裁裁决书', 'Arbitral award'],
      'arbitral-mediation': ['仲裁调解书', 'Arbitral mediation statement'],
      judgment: ['民事判决书', 'Judgment'],
      'court-mediation': ['民事调解书', 'Court mediation statement'],
      confirmation: ['司法确认裁定书', 'Ruling of judicial confirmation'],
      'payment-order': ['支付令', 'Payment order'],
      advance: ['先予执行裁决书', 'Award of advance enforcement'],
    }),
    maker: line('作出机构', 'Made by', {
      zh: '仲裁裁决书、仲裁调解书不填，为本案仲裁委员会。',
      en: 'Empty for a paper of the commission of this case.',
    }),
    number: line('文书号', 'Number', {
      zh: '仲裁裁决书、仲裁调解书不填，取自其登记的文号。',
      en: 'Empty for an award or statement whose number is recorded.',
    }),
    effectiveOn: day('生效日期', 'Effective on'),
    terms: paragraphs('判项主文', 'Operative terms', {
      zh: '仲裁裁决不填，由裁决项目生成。',
      en: 'Empty for an award: made from its items.',
    }),
    shares: rows(
      '各申请人的金额',
      'Sum of each applicant',
      {
        name: line('姓名', 'Name'),
        principal: money('文书确定的金额', 'Sum under the document', {
          zh: '仲裁裁决不填，取自裁决项目。',
          en: 'Empty for an award: taken from its items.',
        }),
        paid: money('已经收到的金额', 'Received since'),
      },
      { zh: '没有部分履行的仲裁裁决不填。', en: 'Empty for an award of which nothing was paid.' },
    ),
    performBy: day('履行期限届满之日', 'Last day of the performance period'),
    ordinaryInterest: line('一般债务利息', 'Ordinary interest', {
      zh: '文书确定有利息、违约金的填写。',
      en: 'Where the document awards interest.',
    }),
    otherCosts: line('其他费用', 'Other costs'),
    acts: paragraphs('行为执行', 'Acts to be done', {
      zh: '例如出具解除劳动合同证明。',
      en: 'For example to issue the certificate that employment ended.',
    }),
    handover: line('交付特定物', 'Things to hand over'),
    preserved: yesNo('有诉前、诉讼保全', 'Property is preserved'),
    preservedNumber: line('保全案号', 'Its case number'),
    preservedUntil: day('保全最早到期时间', 'First expiry of the preservation'),
    applyBy: due('申请执行的最后一日', 'Last day to apply', 'enf-apply', 'performBy'),
  },
});

/** 缓交、减交、免交诉讼费用 (诉讼费用交纳办法 arts 44–48; 法律援助法 art. 53). */
export const feeReliefTopic = topic({
  id: 'fee-relief',
  title: { zh: '诉讼费用缓减免', en: 'Relief of court fees' },
  scope: 'case',
  fields: {
    relief: choice('申请事项', 'Relief', {
      defer: ['缓交', 'Deferral'],
      reduce: ['减交', 'Reduction'],
      waive: ['免交', 'Waiver'],
    }),
    fees: rows('诉讼费用', 'Fees', {
      kind: choice('种类', 'Kind', {
        acceptance: ['案件受理费', 'Fee of the case'],
        preservation: ['财产保全申请费', 'Fee for preservation'],
        'payment-order': ['支付令申请费', 'Fee of a payment order'],
        'set-aside': ['撤销仲裁裁决申请费', 'Fee for setting aside'],
        other: ['其他申请费', 'Other'],
      }),
      amount: money('金额', 'Amount'),
    }),
    grounds: choices('申请理由', 'Grounds', {
      'legal-aid': ['正在接受法律援助', 'Receives legal aid'],
      injury: ['因工伤事故请求赔偿', 'Claims for a work injury'],
      insurance: ['追索社会保险金、经济补偿金', 'Claims social insurance or economic compensation'],
      'minimum-living': ['最低生活保障对象、特困人员', 'Receives minimum living support'],
      disabled: ['残疾人，无固定生活来源', 'Disabled, without steady income'],
      disaster: ['自然灾害等不可抗力造成生活困难', 'Hardship from a disaster'],
      hardship: ['生活确实困难', 'In real hardship'],
    }),
    facts: paragraphs('经济困难的事实', 'Facts of the hardship'),
    proof: paragraphs('证明材料', 'Proof'),
    deferTo: line('申请缓交至', 'Deferred until', {
      zh: '申请缓交时填写，例如“本案判决前”。',
      en: 'For a deferral, for example “until judgment”.',
    }),
  },
});
