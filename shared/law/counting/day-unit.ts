import type { TimeUnit } from './types.ts';

/**
 * Laws that say which of their “days” (日) are working days. Every other law read has no such clause, so its days are
 * natural days (民法典 art. 200).
 */
const workingDaysIn = {
  /** 劳动人事争议仲裁办案规则 art. 80; 15日 and 45日 are natural days. */
  'arbitration-case-rules': (days: number) => days === 3 || days === 5 || days === 10,
  /** 行政复议法 (2023) art. 88. */
  'administrative-reconsideration-law': (days: number) => [3, 5, 7, 10].includes(days),
  /** 行政强制法 art. 69: ten days or fewer. */
  'administrative-compulsion-law': (days: number) => days <= 10,
  /** 行政处罚法 (2021) art. 85. */
  'administrative-penalty-law': (days: number) => [2, 3, 5, 7].includes(days),
} as const;

export type LawWithWorkingDays = keyof typeof workingDaysIn;

/** Whether “`days` 日” under a law means natural or working days; `other` for laws without a clause of their own. */
export function dayUnit(law: LawWithWorkingDays | 'other', days: number): TimeUnit {
  return law !== 'other' && workingDaysIn[law](days) ? 'working-day' : 'natural-day';
}
