import { addDays, addMonths, maxDate, type PlainDate } from '../../kernel/date.ts';
import type { Calendar } from '../calendar/types.ts';
import type { LawWarning } from '../common.ts';
import { countPeriod } from './count.ts';
import { excludedStep, restartStep, triggerStep } from './steps.ts';
import type { CountRequest, CountResult, ExcludedSpan } from './types.ts';

/**
 * What a suspension (中止) does to a limitation period.
 * `anywhere`: the clock stops at any time and the remainder continues (调解仲裁法 art. 27(3)).
 * `last-six-months`: it stops only in the last six months and the remainder continues (执行程序解释 art. 19).
 * `six-months-after`: only in the last six months, and the period ends six months after the obstacle (民法典 art. 194).
 */
export type SuspensionModel = 'anywhere' | 'last-six-months' | 'six-months-after';

/** As `countPeriod`, with suspended time read by one of the three models. */
export function countSuspended(
  request: CountRequest,
  model: SuspensionModel,
  calendar: Calendar,
): CountResult {
  if (model === 'anywhere' || !request.excluded?.length) return countPeriod(request, calendar);
  const accepted: ExcludedSpan[] = [];
  const warnings: LawWarning[] = [];
  let result = countPeriod({ ...request, excluded: [] }, calendar);
  for (const span of [...request.excluded].sort((a, b) => a.from.localeCompare(b.from))) {
    const window = firstOfLastSixMonths(result.unrolled);
    if (span.to <= window || span.from > result.unrolled) {
      warnings.push(outsideWindow(span, window));
      continue;
    }
    if (model === 'last-six-months') {
      accepted.push({ ...span, from: maxDate(span.from, window) });
      result = countPeriod({ ...request, excluded: accepted }, calendar);
    } else {
      accepted.push(span);
      result = sixMonthsAfter(request, result, span.to, accepted, calendar);
    }
  }
  return { ...result, warnings: [...result.warnings, ...warnings] };
}

/** The day after the corresponding date, which itself still belongs to the months before. */
export function firstOfLastSixMonths(lastDay: PlainDate): PlainDate {
  return addDays(addMonths(lastDay, -6), 1);
}

function sixMonthsAfter(
  request: CountRequest,
  before: CountResult,
  ended: PlainDate,
  spans: readonly ExcludedSpan[],
  calendar: Calendar,
): CountResult {
  const { rolls, rollsOver } = request;
  const tail = countPeriod(
    {
      trigger: ended,
      length: 6,
      unit: 'month',
      ...(rolls === undefined ? {} : { rolls }),
      ...(rollsOver ? { rollsOver } : {}),
    },
    calendar,
  );
  return {
    ...tail,
    trigger: before.trigger,
    base: before.base,
    steps: [
      triggerStep(before.trigger),
      ...(before.base === before.trigger ? [] : [restartStep(before.base)]),
      ...spans.map((s) => excludedStep(s.from, addDays(s.to, -1), s.reason)),
      ...tail.steps.slice(1),
    ],
  };
}

function outsideWindow(span: ExcludedSpan, window: PlainDate): LawWarning {
  return {
    code: 'suspension-outside-last-six-months',
    field: 'excluded',
    text: {
      zh: `${span.from}起的障碍不在期间最后六个月内（${window}起），不发生中止。`,
      en: `The obstacle from ${span.from} is outside the last six months (from ${window}) and suspends nothing.`,
    },
  };
}
