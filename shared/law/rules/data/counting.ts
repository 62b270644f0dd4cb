import type { LegalSource, VerificationStatus } from '../../common.ts';
import { trackIds } from '../../common.ts';
import { cite } from '../../sources.ts';
import { provision, rule, say } from '../define.ts';
import type { ProvisionDefinition, RuleDefinition } from '../types.ts';

/** How to count: holds in every procedure. */
function counting(
  id: string,
  [zh, en]: readonly [string, string],
  [textZh, textEn]: readonly [string, string],
  [source, ...furtherSources]: readonly [LegalSource, ...LegalSource[]],
  status: VerificationStatus = 'verified',
): ProvisionDefinition {
  return provision({
    id,
    title: say(zh, en),
    tracks: trackIds,
    text: say(textZh, textEn),
    source,
    furtherSources,
    status,
  });
}

export const countingProvisions: readonly ProvisionDefinition[] = [
  counting(
    'cnt-start-excluded',
    ['开始的当日不计入', 'The day of the event is not counted'],
    [
      '按日、月、年计算的期间，开始的当日不计入，自下一日起算；诉讼中以时计算的从次时起算。',
      'In days, months and years the first day is not counted; in court hours run from the next hour.',
    ],
    [
      cite('civilCode', '201'),
      cite('civilProcedureLaw', '85(2)'),
      cite('civilProcedureInterpretation', '125'),
    ],
  ),
  counting(
    'cnt-natural-default',
    ['未定义的“日”为自然日', '“Days” are natural days by default'],
    [
      '民法典、调解仲裁法、工伤保险条例、法律援助法、民事诉讼法没有工作日的定义，“日”按自然日。',
      'The Civil Code, the Mediation and Arbitration Law, the injury Regulation, the Legal Aid Law and the Civil Procedure Law define no working days.',
    ],
    [cite('civilCode', '200')],
  ),
  counting(
    'cnt-wd-arb',
    ['办案规则的3日、5日、10日为工作日', 'Arbitration rules: 3, 5, 10 days are working days'],
    [
      '办案规则中的“3日”“5日”“10日”指工作日，“15日”“45日”指自然日；法律本身未定义，仲裁委按规则办理。',
      'In the Case Rules 3, 5 and 10 days are working days, 15 and 45 natural days; the Act is silent and commissions run on the Rules.',
    ],
    [cite('caseRules', '80')],
  ),
  counting(
    'cnt-wd-reconsideration',
    ['行政复议法的工作日', 'Working days of the Reconsideration Law'],
    [
      '3日、5日、7日、10日指工作日；60日、30日为自然日。',
      '3, 5, 7 and 10 days are working days; 60 and 30 natural days.',
    ],
    [cite('reconsideration', '88(2)')],
  ),
  counting(
    'cnt-wd-enforce-act',
    ['行政强制法的工作日', 'Working days of the Compulsion Law'],
    ['十日以内期限的规定指工作日。', 'Every period of ten days or fewer is in working days.'],
    [cite('compulsion', '69')],
  ),
  counting(
    'cnt-wd-penalty',
    ['行政处罚法的工作日', 'Working days of the Penalty Law'],
    ['2日、3日、5日、7日指工作日。', '2, 3, 5 and 7 days are working days.'],
    [cite('penalties', '85')],
  ),
  counting(
    'cnt-explicit-wd',
    ['条文写明工作日', 'Working days written in the text'],
    [
      '监察条例的60日、30日和若干规定的5日、15日，条文写明“工作日”。',
      'The 60 and 30 days of the Inspection Regulation and the 5 and 15 days of its rules say “working days”.',
    ],
    [cite('inspectionRegulation', '17'), cite('inspectionRules', '18')],
    'secondary',
  ),
  counting(
    'cnt-month-year',
    ['月、年的期满日', 'Where months and years end'],
    [
      '到期月的对应日为期间的最后一日；没有对应日的，月末日为最后一日。不得从起算日的次日再加整月。',
      'They end on the corresponding date of the end month, or on its last day; the period is not added to the day after the event.',
    ],
    [cite('civilCode', '202'), cite('courtReply2014', '')],
  ),
  counting(
    'cnt-roll-forward',
    ['最后一日遇休息日顺延', 'A last day on a rest day moves on'],
    [
      '期间的最后一日是法定休假日的，以其结束的次日为最后一日；周六、周日和公布的连休日同样顺延。仲裁参照适用。',
      'If the last day is a holiday the period ends on the first day after it; so for weekends and the whole announced block. Arbitration borrows it.',
    ],
    [
      cite('civilCode', '203'),
      cite('civilProcedureLaw', '85(3)'),
      cite('caseRules', '19'),
      cite('courtReply2014', ''),
    ],
  ),
  counting(
    'cnt-roll-lastday-only',
    ['期间中的节假日照计', 'Holidays inside the period count'],
    [
      '自然日期间中的节假日计算在内，只有最后一日顺延。',
      'Holidays inside a natural-day period count; only the last day moves.',
    ],
    [cite('civilCode', '203'), cite('civilProcedureLaw', '85(3)'), cite('courtReply2014', '')],
  ),
  counting(
    'cnt-makeup-day',
    ['调休上班日', 'Make-up working days'],
    [
      '通知安排上班的周六、周日按普通工作日对待：计入工作日，期间在该日届满的不顺延。没有资料就顺延明确这一点。',
      'A weekend day the notice makes a working day counts as one, and a period ending on it does not move. No source says so expressly.',
    ],
    [cite('ownConvention', ''), cite('holidayNotice', '')],
    'design',
  ),
  counting(
    'cnt-working-day-def',
    ['哪些日子是工作日', 'Which days are working days'],
    [
      '通知安排的上班日，以及不在放假日内的周一至周五。放假日不列出相邻的普通周末。',
      'Make-up days, and Mondays to Fridays that are not days off. The days off omit ordinary weekends beside them.',
    ],
    [cite('ownConvention', ''), cite('holidayNotice', '')],
    'design',
  ),
  counting(
    'cnt-cutoff',
    ['最后一日的截止时间', 'The hour of the last day'],
    [
      '最后一日的截止时间为二十四时；有业务时间的，停止业务活动的时间为截止时间。网上提交与窗口提交因此不同。',
      'The last day ends at 24:00, or at close of business where there are business hours; online and counter filing differ.',
    ],
    [cite('civilCode', '203(2)')],
  ),
  counting(
    'cnt-mail',
    ['在途时间不计', 'Travel time is not counted'],
    [
      '诉讼文书在期满前交邮的，不算过期；仲裁参照适用。不当然适用于时效和向行政机关的申请。',
      'A procedural document posted before expiry is in time; in arbitration by reference. It does not clearly hold for limitation or for filings with administrative bodies.',
    ],
    [cite('civilProcedureLaw', '85(4)'), cite('caseRules', '19')],
  ),
  counting(
    'cnt-backward',
    ['“开庭若干日前”的倒算', 'Counting back from a hearing'],
    [
      '开庭日不计，按工作日倒数，在该日或之前办理；要留余地的再提前一个工作日。',
      'The hearing day is not counted; count working days back and act on or before that day. For a margin use one more.',
    ],
    [cite('ownConvention', ''), cite('caseRules', '38')],
    'design',
  ),
  counting(
    'cnt-extension-base',
    ['延长从何日起算', 'Where an extension starts'],
    [
      '延长自未顺延的原期满日起算，只对最终期满日顺延。',
      'An extension runs from the unrolled last day; only the final day moves.',
    ],
    [cite('ownConvention', '')],
    'design',
  ),
  counting(
    'cnt-tolling',
    ['不计入与重新计算', 'Excluded time and restarts'],
    [
      '“不计入”的日数加在期间之末；“重新计算”的，自该事由之日起重新计算全部期间，取最后一次。',
      'Excluded days are added at the end; a restart gives the full period anew from that day, the latest one counting.',
    ],
    [cite('caseRules', '46')],
  ),
  counting(
    'cnt-calendar-missing',
    ['放假安排未载入', 'Holiday notice not loaded'],
    [
      '用到的日子在尚未载入放假安排的年份的，结果标为暂定。',
      'If a day that decides the result lies in a year without a loaded notice, the result is provisional.',
    ],
    [cite('ownConvention', '')],
    'design',
  ),
  counting(
    'cnt-rollback-pay',
    ['发薪日遇休息日提前', 'Pay days move back'],
    [
      '工资支付日遇法定节假日或休息日的，在之前最近的工作日支付。',
      'Pay due on a holiday or rest day is paid on the nearest working day before it.',
    ],
    [cite('migrantWages', '14'), cite('wagePayment', '7')],
  ),
  counting(
    'cnt-other-agreement',
    ['另有约定的从约定', 'Agreements may count differently'],
    [
      '期间的计算方法法律另有规定或当事人另有约定的，从其规定或约定。',
      'Contractual periods may define their own counting.',
    ],
    [cite('civilCode', '204')],
  ),
  counting(
    'cnt-statutory-holidays',
    ['法定节假日十三天', 'Thirteen statutory holidays'],
    [
      '2025年起：元旦1天、春节4天（除夕至初三）、清明1天、劳动节2天、端午1天、中秋1天、国庆3天。用于计算加班费，不用于顺延。',
      'Since 2025: New Year 1, Spring Festival 4, Qingming 1, Labour Day 2, Dragon Boat 1, Mid-Autumn 1, National Day 3. For overtime pay, not for moving last days.',
    ],
    [cite('holidayMeasures', '2')],
  ),
];

export const countingRules: readonly RuleDefinition[] = [
  rule({
    id: 'cnt-restore-10d',
    title: say('申请顺延期限', 'Request to restore a missed period'),
    tracks: ['arbitration', 'litigation'],
    trigger: {
      event: 'obstacle-ended',
      words: say('不可抗拒的事由或其他正当理由消除之日', 'the obstacle ends'),
    },
    period: { length: 10, unit: 'natural-day' },
    bearer: 'either-party',
    ifMissed: say('不能再申请顺延，耽误的期限不恢复。', 'The missed period can no longer be restored.'),
    source: cite('civilProcedureLaw', '86'),
    furtherSources: [cite('caseRules', '19')],
    status: 'verified',
    notes: [
      say(
        '是否准许由人民法院决定；仲裁参照适用，由仲裁委决定。',
        'The court decides; in arbitration by reference the commission.',
      ),
    ],
  }),
];
