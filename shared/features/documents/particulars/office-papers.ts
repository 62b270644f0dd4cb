import { choice, choices, count, day, line, money, paragraphs, rows, topic, yesNo } from './particular.ts';

/** 卷宗封面、卷内目录、备考表 (办案规则 arts 22–24). */
export const archiveTopic = topic({
  id: 'file-archive',
  title: { zh: '立卷归档', en: 'File for the archive' },
  scope: 'case',
  fields: {
    kind: choice('卷宗类别', 'Kind of file', {
      main: ['正卷', 'Main file'],
      side: ['副卷', 'Side file'],
      aid: ['法律援助卷', 'Legal-aid file'],
      mediation: ['调解卷', 'Mediation file'],
    }),
    number: line('卷宗号', 'File number'),
    secret: yesNo('密卷（涉及国家秘密、商业秘密或者个人隐私）', 'Secret or private'),
    result: line('处理结果', 'Result', {
      zh: '裁决结案的写明是否终局。',
      en: 'For an award, whether it is final.',
    }),
    closing: choice('结案方式', 'How it was closed', {
      award: ['裁决', 'Award'],
      mediation: ['调解', 'Mediation'],
      withdrawal: ['撤回', 'Withdrawal'],
      other: ['其他', 'Other'],
    }),
    closedOn: day('结案日期', 'Closed on'),
    archivedOn: day('归档日期', 'Archived on'),
    years: count('保管期限（年，永久保管的不填）', 'Kept for years (empty if for ever)'),
    forever: yesNo('永久保管', 'Kept for ever'),
    contents: rows(
      '卷内文件',
      'Contents',
      {
        name: line('文件名称', 'Paper'),
        number: line('文号', 'Number'),
        author: line('责任者', 'Made by'),
        date: day('日期', 'Date'),
        from: count('起始页码', 'First page'),
        to: count('终止页码', 'Last page'),
        note: line('备注', 'Note'),
      },
      {
        zh: '一件一行，按归档顺序；正反面有文字的都编页码。',
        en: 'A row for each, in order; both sides of a sheet count.',
      },
    ),
    remarks: paragraphs('卷内情况说明', 'Remarks on the file', {
      zh: '缺损、修改、补充、移出等情况。',
      en: 'What is missing, mended, added or taken out.',
    }),
    filer: line('立卷人', 'Filed by'),
    checker: line('检查人', 'Checked by'),
    filedOn: day('立卷日期', 'Filed on'),
  },
});

/** 劳动保障监察投诉书 (劳动保障监察条例 arts 9, 13, 14, 20, 21; 保障农民工工资支付条例 arts 10, 41–42). */
export const wageComplaintTopic = topic({
  id: 'wage-complaint',
  title: { zh: '欠薪投诉', en: 'Complaint to the inspection' },
  scope: 'case',
  fields: {
    authority: line('受理投诉的机关', 'Authority', {
      zh: '用人单位用工所在地的劳动保障监察机构，与印章一致的全称。',
      en: 'The inspection at the place of employment, by the name on its seal.',
    }),
    sector: choice('行业', 'Sector', {
      construction: ['工程建设领域', 'Construction'],
      other: ['非工程建设领域', 'Other'],
    }),
    requests: choices('投诉请求', 'What is asked', {
      pay: ['责令支付拖欠的工资', 'Order the wages paid'],
      verify: ['核实用工和工资支付情况', 'Verify employment and payments'],
      account: ['查询相关单位账户和工程款拨付情况', 'Look into accounts and project payments'],
      penalty: ['逾期不支付的，责令加付赔偿金', 'Additional damages if not paid in time'],
      decision: ['拒不支付的，依法作出行政处理决定', 'Administrative decision on refusal'],
      police: ['涉嫌拒不支付劳动报酬罪的，移送公安机关', 'Refer a suspected crime to the police'],
    }),
    elsewhere: choice('是否已经申请仲裁或者起诉', 'Arbitration or suit already', {
      none: ['没有', 'None'],
      arbitration: ['已经申请仲裁', 'Arbitration applied for'],
      suit: ['已经起诉', 'Suit filed'],
    }),
    further: paragraphs('其他情况', 'Further circumstances'),
  },
});

/** 工资结算确认单、工资欠条 (法释〔2020〕26号 art. 15). */
export const wageSettlementTopic = topic({
  id: 'wage-settlement',
  title: { zh: '工资结算与欠条', en: 'Wage settlement and IOU' },
  scope: 'case',
  fields: {
    work: line('工作内容', 'Work done', {
      zh: '写劳动内容，不要写“工程款”“借款”。',
      en: 'The labour, never project money or a loan.',
    }),
    payOn: day('约定付款日期', 'Payable on'),
    late: paragraphs('逾期利息或者违约金', 'Interest or penalty if late', {
      zh: '以后申请支付令要求利息的，必须在这里约定。',
      en: 'A payment order grants interest only if it is agreed here.',
    }),
    advances: yesNo('预支的生活费已经扣除', 'Advances are accounted for'),
    head: line('单位负责人', 'Responsible person of the unit'),
    headTitle: line('负责人职务', 'Post of that person'),
    guarantor: line('承担连带责任或者先行清偿的单位', 'Guarantor', {
      zh: '例如施工总承包单位的全称。',
      en: 'For example the general contractor.',
    }),
    guarantee: choice('承担方式', 'Its footing', {
      'joint-and-several': ['连带责任', 'Joint and several'],
      'pays-first': ['先行清偿', 'Pays first'],
    }),
    witness: line('见证人', 'Witness'),
    place: line('签订地点', 'Signed at'),
  },
});

/** 律师函 */
export const lawyerLetterTopic = topic({
  id: 'lawyer-letter',
  title: { zh: '律师函', en: "Lawyer's letter" },
  scope: 'case',
  fields: {
    number: line('函件编号', 'Number of the letter'),
    subject: line('事由', 'Subject'),
    facts: paragraphs('事实', 'Facts', {
      zh: '不填的，由入职、欠薪期间和金额的记录生成。',
      en: 'Made from the record if left empty.',
    }),
    opinion: paragraphs('法律意见', 'Legal position', {
      zh: '不填的，引用劳动合同法、保障农民工工资支付条例的规定。',
      en: 'The usual articles if left empty.',
    }),
    payBy: day('要求付款的最后日期', 'To be paid by'),
    address: line('律师事务所地址', 'Address of the firm'),
    service: choice('送达方式', 'Sent by', {
      ems: ['邮政特快专递（面单注明内件）', 'EMS, with its content named'],
      hand: ['当面送交', 'By hand'],
      electronic: ['电子方式', 'Electronically'],
    }),
    amount: money('要求支付的金额', 'Sum demanded', {
      zh: '不填为全部请求的合计。',
      en: 'The total of the claims if left empty.',
    }),
  },
});
