import type { Bilingual } from '../../common.ts';
import type { Period } from '../../counting/types.ts';
import { days, months, say, workingDays } from '../define.ts';
import type { Disagreement, Reading } from '../types.ts';

function lengthReading(id: string, zh: string, en: string, period: Period | null): Reading {
  return { id, text: say(zh, en), effect: { period } };
}

/** Working or natural days for the same number of 日. */
function dayUnitDisagreement(length: number, usual: 'working' | 'natural', why: Bilingual): Disagreement {
  return {
    id: 'day-unit',
    question: say(
      `“${length}日”是工作日还是自然日？`,
      `Are the “${length} days” working days or natural days?`,
    ),
    readings: [
      lengthReading('working', `${length}个工作日`, `${length} working days`, workingDays(length)),
      lengthReading('natural', `${length}个自然日`, `${length} natural days`, days(length)),
    ],
    default: usual,
    why,
  };
}

/** Days of the arbitration rules that the Act itself leaves undefined. */
export function arbitrationDays(length: number): Disagreement {
  return dayUnitDisagreement(
    length,
    'working',
    say(
      '法律没有定义，办案规则第80条规定为工作日，仲裁委按此办理；不少网站和软件误按自然日。自己要办的事按自然日更稳妥。',
      'The Act is silent, Case Rules art. 80 says working days and commissions follow it; many sites use natural days, which is safer for what you must do yourself.',
    ),
  );
}

export function legalAidDays(length: number): Disagreement {
  return dayUnitDisagreement(
    length,
    'natural',
    say(
      '法律援助法只写“日”，未见工作日的规定；2012年旧规定和一些地方规定为工作日。',
      'The Act says “days” without a working-day clause; the 2012 rule and some local rules say working days.',
    ),
  );
}

export const lapseConvention: Disagreement = {
  id: 'lapse-day',
  question: say(
    '“经过若干日即视为送达”，送达日是哪一天？',
    '“Served once the days have passed”: on which day?',
  ),
  readings: [
    { id: 'last-day', text: say('经过期间的最后一日', 'The last day of the lapse'), effect: {} },
    { id: 'next-day', text: say('经过期间的次日', 'The day after it'), effect: { thenDays: 1 } },
  ],
  default: 'last-day',
  why: say(
    '取较早的一日，对期限开始计算的一方稳妥。',
    'The earlier day is safe for the party whose period starts.',
  ),
};

export const limitationRestart: Disagreement = {
  id: 'limitation-restart',
  question: say('时效中断后从何时重新计算？', 'From when does an interrupted limitation run again?'),
  readings: [
    {
      id: 'interruption',
      text: say('从中断时起（办案规则第27条）', 'From the interruption (Case Rules art. 27)'),
      effect: { restart: 'interruption' },
    },
    {
      id: 'procedure-end',
      text: say(
        '有关程序终结时起（民法典第195条；撤回申请的，劳办发〔1997〕61号为撤回之日）',
        'From the end of the procedure (Civil Code art. 195; after a withdrawal the day of the withdrawal)',
      ),
      effect: { restart: 'procedure-end' },
    },
  ],
  default: 'interruption',
  why: say(
    '取较早的日期；两个日期并列，按较早的提醒。',
    'The earlier date is used; both can be shown side by side.',
  ),
};

export const limitationSuspension: Disagreement = {
  id: 'suspension-model',
  question: say('时效中止如何计算？', 'What does a suspension of limitation do?'),
  readings: [
    {
      id: 'remainder',
      text: say(
        '任何时候发生均中止，余下期间继续计算（调解仲裁法第27条）',
        'At any time; the remainder continues (Act art. 27)',
      ),
      effect: { suspension: 'anywhere' },
    },
    {
      id: 'civil-code',
      text: say(
        '仅最后六个月内中止，原因消除后满六个月届满（民法典第194条）',
        'Only in the last six months; ends six months after the obstacle (Civil Code art. 194)',
      ),
      effect: { suspension: 'six-months-after' },
    },
  ],
  default: 'remainder',
  why: say(
    '调解仲裁法是特别规定，优先适用。',
    'The Mediation and Arbitration Law is the special rule and prevails.',
  ),
};

export const enforcementSuspension: Disagreement = {
  id: 'suspension-model',
  question: say('申请执行时效中止后如何计算？', 'What does a suspension of the enforcement period do?'),
  readings: [
    {
      id: 'remainder',
      text: say(
        '最后六个月内中止，余下期间继续计算（执行程序解释第19条）',
        'In the last six months; the remainder continues (Enforcement Interpretation art. 19)',
      ),
      effect: { suspension: 'last-six-months' },
    },
    {
      id: 'civil-code',
      text: say(
        '最后六个月内中止，原因消除后满六个月届满（民法典第194条）',
        'In the last six months; ends six months after the obstacle (Civil Code art. 194)',
      ),
      effect: { suspension: 'six-months-after' },
    },
  ],
  default: 'remainder',
  why: say('执行程序解释是专门规定，且日期较早。', 'The special rule, and the earlier date.'),
};

export const mediationTime: Disagreement = {
  id: 'mediation-time',
  question: say('劳动争议调解期限是多少？', 'How long may mediation of a labour dispute take?'),
  readings: [
    lengthReading('act-15-days', '15日（调解仲裁法第14条）', '15 days (Act art. 14)', days(15)),
    lengthReading(
      'people-1-month',
      '一般一个月（人民调解工作若干规定第33条）',
      'generally one month (People’s mediation rule art. 33)',
      months(1),
    ),
    lengthReading(
      'beijing-30-days',
      '30日（北京朝阳告知书）',
      '30 days (Chaoyang notice, Beijing)',
      days(30),
    ),
  ],
  default: 'act-15-days',
  why: say(
    '法律优先；15日届满即可申请仲裁，不必等待。',
    'The Act prevails: after 15 days arbitration is open.',
  ),
};

export const confirmationTime: Disagreement = {
  id: 'confirmation-time',
  question: say('司法确认的审查期限是多少？', 'How long may judicial confirmation take?'),
  readings: [
    lengthReading(
      'rule-15-days',
      '15日，可延长10日（2011年规定第5条）',
      '15 days, +10 (2011 rule art. 5)',
      days(15),
    ),
    lengthReading(
      'cap-30-days',
      '30日（民事诉讼法第187条）',
      '30 days (Civil Procedure Law art. 187)',
      days(30),
    ),
  ],
  default: 'rule-15-days',
  why: say('15日（延长为25日）作为目标，30日作为上限。', '15 (25) days as the target, 30 as the cap.'),
};

export const suitAfterRefusal: Disagreement = {
  id: 'suit-after-refusal',
  question: say(
    '不予受理或逾期未裁后起诉有无期限？',
    'Is there a time limit to sue after a refusal or an overdue award?',
  ),
  readings: [
    lengthReading('notice-15-days', '按通知书所载15日', 'The 15 days printed on the notice', days(15)),
    lengthReading('none', '法律未规定期限', 'The law sets none', null),
  ],
  default: 'notice-15-days',
  why: say(
    '法律没有规定，无锡中院认为逾期起诉仍应受理；为稳妥按通知书15日掌握。',
    'The law sets none and a court has admitted a later suit; to be safe keep to the 15 days on the notice.',
  ),
};

export const inspectionRoll: Disagreement = {
  id: 'inspection-roll',
  question: say(
    '两年查处期限的最后一日遇休息日是否顺延？',
    'Does the last day of the two years move off a rest day?',
  ),
  readings: [
    { id: 'rolls', text: say('顺延', 'It moves'), effect: {} },
    { id: 'fixed', text: say('不顺延', 'It does not'), effect: { rolls: false } },
  ],
  default: 'rolls',
  why: say(
    '条例未规定，顺延是本系统约定；投诉请在未顺延的日期之前提出。',
    'The Regulation is silent and rolling is our convention; complain before the unrolled day.',
  ),
};

export const hearingMargin = (length: number): Disagreement => ({
  id: 'backward-margin',
  question: say(
    '“开庭若干日前”要不要多留一个工作日？',
    '“Days before the hearing”: is one more working day needed?',
  ),
  readings: [
    lengthReading(
      'on-or-before',
      '开庭日不计，当日办理有效',
      'The hearing day is not counted',
      workingDays(length),
    ),
    lengthReading(
      'clear-days',
      '另留一个工作日（完整日数）',
      'One more working day (clear days)',
      workingDays(length + 1),
    ),
  ],
  default: 'on-or-before',
  why: say(
    '办案规则未写倒算方法；要留余地的选第二种。',
    'The Rules do not say how to count back; choose the second for a margin.',
  ),
});

export const serveDays: Disagreement = dayUnitDisagreement(
  7,
  'working',
  say(
    '行政处罚决定适用行政处罚法第85条，为工作日；其他处理决定未见规定。',
    'For penalties art. 85 of the Penalty Law says working days; for other decisions nothing was found.',
  ),
);
