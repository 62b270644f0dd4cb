import {
  choice,
  choices,
  count,
  day,
  due,
  line,
  moment,
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
