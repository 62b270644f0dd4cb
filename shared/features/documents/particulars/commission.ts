import {
  choice,
  choices,
  count,
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

/** What a commission received, and what is still missing (办案规则 arts 29, 46(2)). */
export const arbIntakeTopic = topic({
  id: 'arb-intake',
  title: { zh: '收件与补正', en: 'Papers received' },
  scope: 'case',
  fields: {
    receivedAt: moment('收件时间', 'Received at'),
    receiver: line('收件人', 'Received by'),
    received: rows('收到的材料', 'Papers received', {
      name: line('材料名称', 'Paper'),
      copies: count('份数', 'Copies'),
      pages: count('页数', 'Pages'),
      form: choice('原件或者复印件', 'Original or copy', {
        original: ['原件', 'Original'],
        copy: ['复印件', 'Copy'],
        electronic: ['电子数据', 'Electronic'],
      }),
    }),
    defects: choices('需要补正的事项', 'To be completed', {
      identity: ['申请人身份证明', "Proof of the applicant's identity"],
      extract: ['被申请人登记信息', 'Register extract of the respondent'],
      claim: ['仲裁请求不明确（金额、期间、计算方式）', 'Claims unclear (sum, period, computation)'],
      copies: ['申请书副本份数不足', 'Too few copies of the application'],
      mandate: ['授权委托书及代理人身份材料', "Power of attorney and the agent's papers"],
      roster: ['申请人名册、推举代表人书', 'Roster, instrument appointing representatives'],
      address: ['送达地址确认书', 'Confirmation of address for service'],
      evidence: ['证据材料及证据清单', 'Evidence with its list'],
    }),
    defectNotes: paragraphs('补正说明', 'What exactly is missing', {
      zh: '应当一次性告知，不得分次要求补正。',
      en: 'Everything is named at once; a second request is a fault of procedure.',
    }),
    supplementBy: day('补正期限', 'To be completed by', {
      zh: '由仲裁委员会指定。',
      en: 'Set by the commission.',
    }),
    tellBy: due(
      '一次性告知补正的最后一日',
      'Last day to name what is missing',
      'arb-correct-notice',
      'receivedAt',
    ),
    decideBy: due(
      '决定是否受理的最后一日',
      'Last day to decide on acceptance',
      'arb-accept-decision',
      'receivedAt',
    ),
  },
});

/** 受理通知书 and the approval behind it (办案规则 art. 30). */
export const arbAcceptanceTopic = topic({
  id: 'arb-acceptance',
  title: { zh: '立案与组庭审批', en: 'Docketing and tribunal' },
  scope: 'case',
  fields: {
    mandateBy: day('提交代理手续的期限', "Agents' papers due by", {
      zh: '由仲裁委员会指定。',
      en: 'Set by the commission.',
    }),
    furtherProof: paragraphs('需要补充的证明材料', 'Further proof asked for'),
    furtherBy: day('补充材料的期限', 'Due by'),
    clerkOpinion: paragraphs('经办人意见', "Clerk's opinion"),
    clerk: line('经办人', 'Clerk'),
    leader: line('负责人', 'Approved by'),
    awardBy: due('审理期限届满之日', 'Last day for the award', 'arb-award', 'event:accepted'),
    serveBy: due(
      '向被申请人送达申请书副本的最后一日',
      'Last day to serve the copy',
      'arb-serve-copy',
      'event:accepted',
    ),
    panelBy: due(
      '书面告知组庭情况的最后一日',
      'Last day to name the tribunal',
      'arb-panel',
      'event:accepted',
    ),
  },
});

/** 不予受理通知书, or the written explanation of want of jurisdiction (办案规则 arts 30, 31). */
export const nonAcceptanceTopic = topic({
  id: 'non-acceptance',
  title: { zh: '不予受理', en: 'Non-acceptance' },
  scope: 'case',
  fields: {
    ground: choice('不予受理的理由', 'Ground', {
      scope: ['不属于劳动人事争议的受理范围', 'Not a labour or personnel dispute'],
      respondent: ['没有明确的被申请人', 'No clear respondent'],
      claims: ['没有明确的仲裁请求和事实、理由', 'No clear claims, facts and reasons'],
      jurisdiction: ['不属于本仲裁委员会管辖', 'No jurisdiction'],
    }),
    reason: paragraphs('具体理由', 'Reasons in full'),
    right: line('有管辖权的仲裁委员会', 'Commission with jurisdiction'),
    fifteenDays: yesNo('告知十五日内起诉（按当地做法）', 'Name fifteen days to sue (local practice)', {
      zh: '法律没有规定期间，当地要求告知时选择。',
      en: 'The law sets no period; choose it where the local practice asks for it.',
    }),
    tellBy: due(
      '书面通知不予受理的最后一日',
      'Last day of the written notice',
      'arb-reject-notice',
      'event:application-submitted',
    ),
  },
});

/** What was said at a hearing, step by step (劳动争议调解仲裁法 art. 40; 办案规则 arts 41, 42). */
export const hearingRecordTopic = topic({
  id: 'hearing-record',
  title: { zh: '庭审笔录', en: 'Hearing record' },
  scope: 'case',
  fields: {
    from: moment('开始时间', 'From'),
    to: moment('结束时间', 'To'),
    present: rows('到庭人员', 'Present', {
      name: line('姓名', 'Name'),
      role: line('身份和权限', 'Capacity and authority'),
      checked: yesNo('身份已核对', 'Identity checked'),
    }),
    absent: line('未到庭的当事人及原因', 'Who is absent and why'),
    recusal: choice('是否申请回避', 'Recusal asked for', {
      none: ['均不申请回避', 'By nobody'],
      asked: ['申请回避', 'Asked for'],
    }),
    recusalNote: line('回避申请及处理', 'The request and what became of it'),
    speeches: rows('庭审发言', 'Speeches', {
      step: choice('环节', 'Step', {
        claim: ['申请人陈述请求、事实和理由', 'Claims, facts and reasons'],
        defence: ['被申请人答辩', 'Defence'],
        inquiry: ['仲裁庭调查', 'Inquiry'],
        debate: ['辩论', 'Debate'],
        final: ['最后意见', 'Last opinions'],
      }),
      speaker: line('发言人', 'Speaker'),
      text: line('内容', 'Words'),
    }),
    evidence: rows('举证和质证', 'Evidence', {
      side: choice('提交方', 'Handed in by', {
        applicant: ['申请人', 'Applicant'],
        respondent: ['被申请人', 'Respondent'],
      }),
      number: count('证据清单序号', 'Number in its list'),
      name: line('证据名称（申请人的证据可不填）', "Evidence (empty for the applicant's)"),
      authenticity: yesNo('真实性认可', 'Authenticity admitted'),
      legality: yesNo('合法性认可', 'Legality admitted'),
      relevance: yesNo('关联性认可', 'Relevance admitted'),
      purpose: yesNo('证明目的认可', 'Object of proof admitted'),
      opinion: line('质证意见', 'Opinion'),
    }),
    focus: paragraphs('争议焦点', 'Points in dispute'),
    mediation: choice('调解情况', 'Mediation', {
      agreed: ['经调解达成一致', 'Agreement reached'],
      failed: ['经调解未能达成一致', 'No agreement'],
      refused: ['一方或者双方不同意调解', 'Not wanted'],
    }),
    corrections: paragraphs('申请补正笔录的情况', 'Corrections asked for'),
    unsigned: line('拒绝签名的记明情况', 'Refusal to sign'),
  },
});

/** 仲裁调解书 (劳动争议调解仲裁法 art. 42); its terms are those agreed, which stand under the settlement. */
export const statementTopic = topic({
  id: 'mediation-statement',
  title: { zh: '仲裁调解书', en: 'Mediation statement' },
  scope: 'case',
  fields: {
    number: line('调解书文号', 'Number'),
    date: day('调解书日期', 'Date'),
    basis: choice('制作依据', 'Made on', {
      hearing: ['仲裁庭主持调解', "The tribunal's mediation"],
      review: ['审查调解协议', 'Review of a mediation agreement'],
    }),
  },
});

/** The reasons and the items of an award (劳动争议调解仲裁法 arts 46–50; 办案规则 arts 49, 50, 53). */
export const awardReasonsTopic = topic({
  id: 'award-reasons',
  title: { zh: '裁决书正文', en: 'Text of the award' },
  scope: 'case',
  fields: {
    procedure: paragraphs('审理经过', 'Procedure', {
      zh: '不填的，由受理、组庭和开庭的记录生成。',
      en: 'Made from the record if left empty.',
    }),
    defence: paragraphs('被申请人的答辩意见', 'The defence'),
    evidence: paragraphs('举证和质证情况', 'Evidence'),
    findings: paragraphs('查明的事实', 'Findings'),
    reasons: paragraphs('裁决理由', 'Reasons'),
    law: line('裁决依据的法律条文', 'Provisions applied', {
      zh: '写明法律名称和条文，以顿号分隔。',
      en: 'Titles and articles.',
    }),
    items: rows(
      '对各项请求的裁决',
      'Decision on each claim',
      {
        claim: count('第几项请求', 'Number of the claim'),
        outcome: choice('裁决', 'Decision', {
          allow: ['支持', 'Allowed'],
          part: ['部分支持', 'Allowed in part'],
          reject: ['驳回', 'Rejected'],
        }),
        amount: money('支持的金额', 'Sum allowed', {
          zh: '只在部分支持时填写；全部支持的，金额取自请求。',
          en: 'Only where a part is allowed; otherwise it is that of the claim.',
        }),
      },
      { zh: '每项请求一行。', en: 'A row for each claim.' },
    ),
    parts: rows(
      '部分支持时各劳动者的金额',
      "Workers' parts where a part is allowed",
      {
        claim: count('第几项请求', 'Number of the claim'),
        name: line('姓名', 'Name'),
        amount: money('金额', 'Amount'),
      },
      {
        zh: '有多名劳动者且部分支持的，每人一行，合计等于支持的金额。',
        en: 'A row for each of several workers.',
      },
    ),
    within: count('履行期限（裁决生效之日起几日内）', 'Days for performance after it takes effect'),
    court: line('起诉的基层人民法院', 'Court in which to sue'),
    intermediate: line('申请撤销的中级人民法院', 'Intermediate court for setting aside'),
  },
});

/** 仲裁决定书 on a matter of procedure. */
export const decisionTopic = topic({
  id: 'decision',
  title: { zh: '仲裁决定', en: 'Decision' },
  scope: 'case',
  fields: {
    number: line('决定书文号', 'Number'),
    date: day('决定日期', 'Date'),
    kind: choice('决定事项', 'Matter', {
      jurisdiction: ['管辖异议', 'Objection to jurisdiction'],
      recusal: ['回避', 'Recusal'],
      withdrawal: ['准许撤回仲裁申请', 'Withdrawal allowed'],
      absence: ['按撤回仲裁申请处理', 'Held to be withdrawn'],
      suspension: ['中止审理', 'Suspension'],
      cancellation: ['撤销案件', 'Case cancelled'],
      correction: ['补正裁决书、调解书', 'Correction of an award or statement'],
      extension: ['延长审理期限', 'Longer period for the award'],
    }),
    matter: paragraphs('事由', 'Matter'),
    found: paragraphs('查明事项', 'Findings'),
    decision: paragraphs('决定内容', 'Decision'),
  },
});

/** What was served on one party, when and how (办案规则 art. 20; 民事诉讼法 arts 87–95). */
export const deliveryTopic = topic({
  id: 'delivery',
  title: { zh: '送达', en: 'Service' },
  scope: 'member',
  fields: {
    documents: rows('送达的文书', 'Documents', {
      name: line('文书名称', 'Document'),
      number: line('文号', 'Number'),
      pages: count('页数', 'Pages'),
      copies: count('份数', 'Copies'),
      issuer: line('签发人', 'Issued by'),
      server: line('送达人', 'Served by'),
      at: moment('收到时间', 'Received at', {
        zh: '由受送达人当场签写的，不填。',
        en: 'Empty where the recipient writes it by hand.',
      }),
    }),
    place: line('送达地点', 'Place'),
    means: choice('送达方式', 'Way of service', {
      direct: ['直接送达', 'Direct'],
      mail: ['邮寄送达', 'Mail'],
      electronic: ['电子送达', 'Electronic'],
      entrusted: ['委托送达', 'Entrusted'],
      left: ['留置送达', 'Left at the address'],
      posted: ['张贴送达', 'Posted'],
      public: ['公告送达', 'Public notice'],
    }),
    refusal: paragraphs('拒收事由和经过', 'Refusal and what happened'),
    witnesses: line('见证人', 'Witnesses'),
    postedOn: day('留置或者张贴并拍照、录像之日', 'Left or posted, with photo or video, on'),
    servedBy: due('留置、张贴视为送达之日', 'Held to be served on', 'svc-post-3wd', 'postedOn'),
    copyReceivedOn: day('收到申请书副本之日', 'Copy of the application received on', {
      zh: '答辩期自该日起算；各被申请人收到日期不同的，分别填写。',
      en: 'The time for the defence runs from it, for each respondent its own.',
    }),
    answerBy: due('提交答辩书的最后一日', 'Last day of the defence', 'arb-answer', 'copyReceivedOn'),
    note: line('备注', 'Note'),
  },
});
