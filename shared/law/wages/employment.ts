import type { PlainDate } from '../../kernel/date.ts';
import type { ArrearsCheck, Employment } from './types.ts';

interface Days {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/**
 * Which end of a pay period lies outside the employment: pay is owed for work done, so one of the dates is wrong.
 * What is not known is not doubted.
 */
export function outsideEmployment(
  period: Days,
  { start, end }: Employment,
): { readonly beforeStart: PlainDate | null; readonly afterEnd: PlainDate | null } {
  return {
    beforeStart: start !== null && period.from !== null && period.from < start ? start : null,
    afterEnd: end !== null && period.to !== null && period.to > end ? end : null,
  };
}

/** As sentences: `period-before-employment`, `period-after-employment`; `row` is the period's place in the list. */
export function employmentChecks(periods: readonly Days[], employment: Employment): ArrearsCheck[] {
  return periods.flatMap((period, row) => {
    const { beforeStart, afterEnd } = outsideEmployment(period, employment);
    const out: ArrearsCheck[] = [];
    if (beforeStart !== null) {
      out.push({
        code: 'period-before-employment',
        row,
        field: 'period',
        text: {
          zh: `第${row + 1}行的期间自${period.from}起，早于入职（进场）日期${beforeStart}，请核对。`,
          en: `The period of row ${row + 1} begins on ${period.from}, before the first day of work, ${beforeStart}: check the dates.`,
        },
      });
    }
    if (afterEnd !== null) {
      out.push({
        code: 'period-after-employment',
        row,
        field: 'period',
        text: {
          zh: `第${row + 1}行的期间至${period.to}止，晚于离职（离场）日期${afterEnd}，请核对。`,
          en: `The period of row ${row + 1} ends on ${period.to}, after the last day of work, ${afterEnd}: check the dates.`,
        },
      });
    }
    return out;
  });
}
