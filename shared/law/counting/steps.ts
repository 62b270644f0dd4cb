import type { PlainDate } from '../../kernel/date.ts';
import { weekday } from '../../kernel/date.ts';
import type { DayInfo } from '../calendar/types.ts';
import type { Bilingual } from '../common.ts';
import type { DayStep, TimeUnit } from './types.ts';

const weekdaysZh = ['日', '一', '二', '三', '四', '五', '六'];
const weekdaysEn = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `2026-02-14（星期六）` / `2026-02-14 (Sat)`. */
function dayText(date: PlainDate): Bilingual {
  const d = weekday(date);
  return { zh: `${date}（星期${weekdaysZh[d]}）`, en: `${date} (${weekdaysEn[d]})` };
}

/** `15日` / `15 days`; working days are named as such. */
export function lengthText(length: number, unit: TimeUnit): Bilingual {
  if (length === 0) return { zh: '当日', en: 'the same day' };
  const s = length === 1 ? '' : 's';
  switch (unit) {
    case 'hour':
      return { zh: `${length}小时`, en: `${length} hour${s}` };
    case 'natural-day':
      return { zh: `${length}日`, en: `${length} day${s}` };
    case 'working-day':
      return { zh: `${length}个工作日`, en: `${length} working day${s}` };
    case 'month':
      return { zh: `${length}个月`, en: `${length} month${s}` };
    case 'year':
      return { zh: `${length}年`, en: `${length} year${s}` };
  }
}

/** Why a day is no working day, in words. */
function restReason(day: DayInfo): Bilingual {
  if (day.kind === 'holiday' && day.name) {
    const notice = day.notice ? `，依《${day.notice}》` : '';
    return { zh: `${day.name.zh}放假${notice}`, en: `${day.name.en} holiday` };
  }
  return { zh: '周末', en: 'weekend' };
}

function reasonFields(day: DayInfo): Pick<DayStep, 'kind' | 'name' | 'notice'> {
  return {
    kind: day.kind,
    ...(day.name ? { name: day.name } : {}),
    ...(day.notice ? { notice: day.notice } : {}),
  };
}

/** `sameDay`: a period of no length, due on the day of the event itself. */
export function triggerStep(date: PlainDate, sameDay = false): DayStep {
  const day = dayText(date);
  return {
    role: 'trigger',
    from: date,
    to: date,
    text: sameDay
      ? { zh: `${day.zh}：事由发生，期限即为当日`, en: `${day.en}: the event; the limit is this day itself` }
      : { zh: `${day.zh}：起算事由发生，当日不计`, en: `${day.en}: the event; this day is not counted` },
  };
}

export function restartStep(date: PlainDate): DayStep {
  const day = dayText(date);
  return {
    role: 'restart',
    from: date,
    to: date,
    text: {
      zh: `${day.zh}：期间重新计算，当日不计`,
      en: `${day.en}: the period starts again; this day is not counted`,
    },
  };
}

/** Counted days `from`–`to` are days `first`–`last` of the period; `day` is given for a single make-up day. */
export function countedStep(
  from: PlainDate,
  to: PlainDate,
  first: number,
  last: number,
  day?: DayInfo,
): DayStep {
  const [a, b] = [dayText(from), dayText(to)];
  const makeUp = day?.kind === 'make-up';
  const zhTail = makeUp ? '（调休上班日，计入）' : '';
  const enTail = makeUp ? ' (make-up working day, counts)' : '';
  const text =
    from === to
      ? { zh: `${a.zh}：第${first}日${zhTail}`, en: `${a.en}: day ${first}${enTail}` }
      : {
          zh: `${a.zh}至${b.zh}：第${first}日至第${last}日`,
          en: `${a.en} to ${b.en}: days ${first}–${last}`,
        };
  return { role: 'counted', from, to, first, last, ...(makeUp && day ? reasonFields(day) : {}), text };
}

/** Months and years have no day numbers: the corresponding date is what counts. */
export function monthsStep(base: PlainDate, end: PlainDate, length: number, unit: TimeUnit): DayStep {
  const [a, b, n] = [dayText(base), dayText(end), lengthText(length, unit)];
  return {
    role: 'counted',
    from: base,
    to: end,
    text: {
      zh: `自${a.zh}起${n.zh}，期满日为对应日${b.zh}（无对应日的为月末日）`,
      en: `${n.en} from ${a.en} ${length === 1 ? 'ends' : 'end'} on the corresponding date ${b.en} (or the last day of that month)`,
    },
  };
}

/** Hours run from the next full hour (民诉法解释 art. 125). */
export function hoursStep(
  from: PlainDate,
  to: PlainDate,
  length: number,
  start: string,
  end: string,
): DayStep {
  return {
    role: 'counted',
    from,
    to,
    text: {
      zh: `自${from} ${start}（次时）起${length}小时，至${to} ${end}`,
      en: `${length} hours from the next hour, ${from} ${start}, to ${to} ${end}`,
    },
  };
}

export function lapsedStep(date: PlainDate): DayStep {
  const d = dayText(date);
  return {
    role: 'counted',
    from: date,
    to: date,
    text: { zh: `${d.zh}：期间经过后的次日`, en: `${d.en}: the day after the period has passed` },
  };
}

// Every count over a rest day shows the same step: a calendar has one record of each day, and it never changes.
const skipped = new WeakMap<DayInfo, DayStep>();

export function skippedStep(day: DayInfo): DayStep {
  const known = skipped.get(day);
  if (known) return known;
  const [d, r] = [dayText(day.date), restReason(day)];
  const step: DayStep = {
    role: 'skipped',
    from: day.date,
    to: day.date,
    ...reasonFields(day),
    text: { zh: `${d.zh}：${r.zh}，不计`, en: `${d.en}: ${r.en}, not counted` },
  };
  skipped.set(day, step);
  return step;
}

export function excludedStep(from: PlainDate, to: PlainDate, reason: string | undefined): DayStep {
  const [a, b] = [dayText(from), dayText(to)];
  const why = reason ? `（${reason}）` : '';
  return {
    role: 'excluded',
    from,
    to,
    text: {
      zh: `${a.zh}至${b.zh}：依法不计入期间${why}`,
      en: `${a.en} to ${b.en}: excluded from the period`,
    },
  };
}

export function extensionStep(from: PlainDate, to: PlainDate, length: number, unit: TimeUnit): DayStep {
  const [a, b, n] = [dayText(from), dayText(to), lengthText(length, unit)];
  return {
    role: 'extension',
    from,
    to,
    text: {
      zh: `自未顺延的原期满日${a.zh}起延长${n.zh}，至${b.zh}`,
      en: `extended by ${n.en} from the unrolled last day ${a.en}, to ${b.en}`,
    },
  };
}

export function lastDayStep(date: PlainDate, day: DayInfo, rolls: boolean): DayStep {
  const d = dayText(date);
  const tail: Bilingual =
    day.kind === 'make-up' && rolls
      ? { zh: '，系调休上班日，不顺延', en: ', a make-up working day: not moved' }
      : { zh: '', en: '' };
  return {
    role: 'last-day',
    from: date,
    to: date,
    ...reasonFields(day),
    text: { zh: `${d.zh}：期间最后一日${tail.zh}`, en: `${d.en}: last day of the period${tail.en}` },
  };
}

export function rolledStep(day: DayInfo): DayStep {
  const [d, r] = [dayText(day.date), restReason(day)];
  return {
    role: 'rolled-over',
    from: day.date,
    to: day.date,
    ...reasonFields(day),
    text: { zh: `${d.zh}：${r.zh}，期满日顺延`, en: `${d.en}: ${r.en}, the last day moves on` },
  };
}

export function rolledBackStep(day: DayInfo): DayStep {
  const [d, r] = [dayText(day.date), restReason(day)];
  return {
    role: 'rolled-over',
    from: day.date,
    to: day.date,
    ...reasonFields(day),
    text: {
      zh: `${d.zh}：${r.zh}，提前到最近的工作日`,
      en: `${d.en}: ${r.en}, brought forward to the working day before`,
    },
  };
}

export function dueStep(date: PlainDate, backward: boolean): DayStep {
  const d = dayText(date);
  return {
    role: 'due',
    from: date,
    to: date,
    text: backward
      ? { zh: `至迟应于${d.zh}完成`, en: `to be done on or before ${d.en}` }
      : { zh: `截止日：${d.zh}`, en: `due: ${d.en}` },
  };
}
