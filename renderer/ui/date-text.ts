import { addDays, isPlainDate, type PlainDate } from '../../shared/kernel/date.ts';

const relativeWords: Readonly<Record<string, number>> = {
  前天: -2,
  昨天: -1,
  今天: 0,
  今日: 0,
  明天: 1,
  后天: 2,
  yesterday: -1,
  today: 0,
  tomorrow: 1,
};

/**
 * A date as people type it: 20260412, 2026-4-12, 2026.4.12, 2026年4月12日, 4.12 (the year of `today`), 今天, 明天, +3,
 * 3天后. Full-width digits and signs are read as plain ones. Null when it is no existing date; nothing is guessed.
 */
export function parseDateText(text: string, today: PlainDate): PlainDate | null {
  const s = text.normalize('NFKC').replace(/\s+/g, '').replace(/[。]/g, '.').toLowerCase();
  const offset = relativeWords[s] ?? shift(s);
  if (offset !== null) return bounded(addDays(today, offset));
  const whole =
    /^(\d{4})(\d{2})(\d{2})$/.exec(s) ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(s);
  if (whole) return exact(whole[1], whole[2], whole[3]);
  const short = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(s);
  return short ? exact(today.slice(0, 4), short[1], short[2]) : null;
}

// At most four digits: a longer number is a mistyped date, not a distance.
function shift(s: string): number | null {
  const signed = /^([+-])(\d{1,4})[天日]?$/.exec(s);
  if (signed) return Number(signed[2]) * (signed[1] === '-' ? -1 : 1);
  const worded = /^(\d{1,4})[天日]([后前])$/.exec(s);
  return worded ? Number(worded[1]) * (worded[2] === '前' ? -1 : 1) : null;
}

const bounded = (date: PlainDate): PlainDate | null => (isPlainDate(date) ? date : null);

function exact(year = '', month = '', day = ''): PlainDate | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(date) ? date : null;
}
