import { choice, day, due, line, moment, rows, topic } from './particular.ts';

/** The commission that hears the case, beyond its name and number, which stand in the case itself. */
export const tribunalTopic = topic({
  id: 'tribunal',
  title: { zh: '仲裁委员会', en: 'Arbitration commission' },
  scope: 'case',
  fields: {
    address: line('办公地址', 'Address'),
    phone: line('联系电话', 'Phone'),
    contact: line('联系人', 'Contact'),
    clerk: line('书记员', 'Clerk'),
  },
});

/** Tribunal, time and place of a hearing (劳动争议调解仲裁法 arts 31–35). */
export const hearingTopic = topic({
  id: 'hearing',
  title: { zh: '组庭与开庭', en: 'Tribunal and hearing' },
  scope: 'case',
  fields: {
    panel: rows('仲裁庭', 'Tribunal', {
      name: line('姓名', 'Name'),
      role: choice('职务', 'Office', {
        presiding: ['首席仲裁员', 'Presiding arbitrator'],
        arbitrator: ['仲裁员', 'Arbitrator'],
        sole: ['独任仲裁员', 'Sole arbitrator'],
      }),
    }),
    at: moment('开庭时间', 'Time of hearing', {
      zh: '开庭日与“日期”中登记的开庭日应当一致。',
      en: 'The day must be the one recorded among the dates.',
    }),
    place: line('开庭地点', 'Place of hearing'),
    mode: choice('开庭方式', 'Way of hearing', {
      'in-person': ['现场开庭', 'In person'],
      online: ['线上开庭', 'Online'],
    }),
    link: line('线上开庭的平台或者链接', 'Platform or link of an online hearing'),
    open: choice('公开', 'Open to the public', {
      public: ['公开', 'Public'],
      'not-public': ['不公开', 'Not public'],
    }),
    evidenceBy: day('举证期限', 'Evidence due by', {
      zh: '由仲裁委员会指定。',
      en: 'Set by the commission.',
    }),
    notifyBy: due(
      '书面通知开庭的最后一日',
      'Last day to give notice of the hearing',
      'arb-hearing-notice',
      'at',
    ),
    postponeBy: due(
      '申请延期开庭的最后一日',
      'Last day to ask for a later hearing',
      'arb-postpone-request',
      'at',
    ),
    recuseBy: due('申请回避的最后一日', 'Last day to ask for recusal', 'arb-recuse-request', 'at'),
    changeBy: due(
      '增加、变更仲裁请求的最后一日',
      'Last day to add or change claims',
      'arb-amend-claim',
      'evidenceBy',
    ),
  },
});

export const courtTopic = topic({
  id: 'court',
  title: { zh: '人民法院', en: "People's court" },
  scope: 'case',
  fields: {
    name: line('法院名称', 'Court'),
    caseNumber: line('案号', 'Case number'),
  },
});

/** The award that later papers rest on. The day it was received is an event of the case. */
export const awardTopic = topic({
  id: 'award',
  title: { zh: '仲裁裁决', en: 'Award' },
  scope: 'case',
  fields: {
    number: line('裁决书文号', 'Number of the award'),
    date: day('裁决日期', 'Date of the award'),
    finality: choice('裁决类型', 'Kind of award', {
      final: ['终局裁决', 'Final'],
      'non-final': ['非终局裁决', 'Not final'],
    }),
    workerSuesBy: due(
      '劳动者起诉的最后一日',
      'Last day for the worker to sue',
      'suit-nonfinal',
      'event:award-received-by-applicant',
    ),
  },
});
