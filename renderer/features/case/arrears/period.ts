import {
  addDays,
  dateOf,
  daysInMonth,
  isPlainDate,
  type PlainDate,
  partsOf,
} from '../../../../shared/kernel/date.ts';

export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const year = String.raw`(\d{4})\s*(?:年|[-/.])\s*`;
const month = String.raw`(\d{1,2})\s*(?:月份?)?`;
const monthOnly = new RegExp(`^${year}${month}$`);
const compactMonth = /^(\d{4})(\d{2})$/;
const day = new RegExp(`^${year}(\\d{1,2})\\s*(?:月|[-/.])\\s*(\\d{1,2})\\s*日?$`);
const compactDay = /^(\d{4})(\d{2})(\d{2})$/;
const looseMonth = /^(\d{1,2})\s*月份?$/;

/** A whole month; null when month is not 1–12 or the year is outside 1900–2199. */
export function monthPeriod(y: number, m: number): Period | null {
  if (!(y >= 1900 && y <= 2199 && m >= 1 && m <= 12)) return null;
  return { from: dateOf(y, m, 1), to: dateOf(y, m, daysInMonth(y, m)) };
}

function parseDay(text: string): PlainDate | null {
  const m = day.exec(text) ?? compactDay.exec(text);
  if (!m) return null;
  const iso = `${m[1]}-${(m[2] ?? '').padStart(2, '0')}-${(m[3] ?? '').padStart(2, '0')}`;
  return isPlainDate(iso) ? iso : null;
}

function parseOne(text: string, defaultYear: number | null): Period | null {
  const m = monthOnly.exec(text) ?? compactMonth.exec(text);
  if (m) return monthPeriod(Number(m[1]), Number(m[2]));
  const d = parseDay(text);
  if (d) return { from: d, to: d };
  const loose = looseMonth.exec(text);
  return loose && defaultYear !== null ? monthPeriod(defaultYear, Number(loose[1])) : null;
}

/**
 * Pay period as people write it: `2026-01`, `2026年1月`, `202601`, `2026-01-05~2026-01-20`, `2026.1.5至2026.2.28`,
 * `2026-01 to 2026-03`; `3月` only with a default year. Null when it says no period or its ends are reversed.
 */
export function parsePeriod(text: string, defaultYear: number | null = null): Period | null {
  const clean = text.normalize('NFKC').trim();
  if (clean === '') return null;
  const parts = clean.split(/\s*(?:~|～|至|到|—+|–|\s-\s|\bto\b)\s*/).filter((p) => p !== '');
  if (parts.length === 1) return parseOne(parts[0] ?? '', defaultYear);
  if (parts.length !== 2) return null;
  const start = parseOne(parts[0] ?? '', defaultYear);
  const end = parseOne(parts[1] ?? '', start ? partsOf(start.from).year : defaultYear);
  return start && end && start.from <= end.to ? { from: start.from, to: end.to } : null;
}

/** `2026-01` for a whole month, else `2026-01-05~2026-01-20`; what `parsePeriod` reads back. */
export function formatPeriod(period: { readonly from: string; readonly to: string }): string {
  const { from, to } = period;
  if (isPlainDate(from) && isPlainDate(to)) {
    const { year: y, month: m } = partsOf(from);
    const whole = monthPeriod(y, m);
    if (whole?.from === from && whole.to === to) return from.slice(0, 7);
  }
  return from === to ? from : `${from}~${to}`;
}

/** Whole months from the first to the last, both included; empty when reversed or longer than 240 months. */
export function monthsBetween(first: Period, last: Period): Period[] {
  const a = partsOf(first.from);
  const b = partsOf(last.to);
  const count = (b.year - a.year) * 12 + (b.month - a.month) + 1;
  if (count < 1 || count > 240) return [];
  return Array.from({ length: count }, (_, i) => {
    const index = a.year * 12 + a.month - 1 + i;
    return monthPeriod(Math.floor(index / 12), (index % 12) + 1);
  }).filter((p): p is Period => p !== null);
}

/** The period right after: the next month of a whole month, else as many days again. */
export function nextPeriod(period: Period): Period {
  const { year: y, month: m } = partsOf(period.from);
  const whole = monthPeriod(y, m);
  const after = addDays(period.to, 1);
  if (whole && whole.to === period.to) {
    const next = partsOf(after);
    return monthPeriod(next.year, next.month) ?? { from: after, to: after };
  }
  return { from: after, to: after };
}
