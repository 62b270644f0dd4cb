import { addDays, dateOf, daysInMonth, isPlainDate, type PlainDate, partsOf } from '../../kernel/date.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Fen, fen, parseYuan } from '../../kernel/money.ts';
import { cleanLine } from '../../kernel/text.ts';
import type { Period, ProblemCode, WageUnit } from './roster.types.ts';
import type { Cell } from './sheet.ts';

/** A value read from a cell, or why it could not be read. `note` is a remark on a value that was read. */
export type Reading<T> =
  | {
      readonly value: T;
      readonly note?: ProblemCode;
      readonly params?: Readonly<Record<string, string | number>>;
    }
  | { readonly problem: ProblemCode };

/** True for a cell that says "nothing": blank, a dash, a stroke, 无. */
export function saysNothing(text: string): boolean {
  return /^(?:[-—–－_/／\\.、]*|无|没有|暂无|未知|不详|null|n\/?a)$/i.test(text.trim());
}

/** One line with half-width digits, letters and signs, no blanks at all: for numbers and codes. */
export function compact(text: string): string {
  return text.normalize('NFKC').replace(/[\s'‘’`]/gu, '');
}

/** Digits of an amount in fen: sums of a row must stay safe integers. */
const mostDigits = 13;

/**
 * An amount in yuan: a number, or text such as `3,500元`, `１２０００`, `1.2万`, `（500）`. Half a fen and more rounds
 * up, with a remark when the rest is more than binary noise.
 * @param scale 10000 when the table is in 万元; a unit in the cell itself wins.
 */
export function readAmount(cell: Cell, scale: 1 | 10_000): Reading<Fen> {
  if (cell.kind === 'date') return { problem: 'amount-invalid' };
  if (cell.kind === 'number') return roundToFen(cell.text, scale);
  let text = compact(cell.text)
    .replace(/^(?:约|共|计|合计|人民币)+/, '')
    .replace(/\/?(?:每)?(?:人|月|天|日|工日|个工|工|小时|时|h)$/i, '')
    .replace(/(?:元整|圆整|元正|块钱)$/, '元');
  // Accountants write a negative amount in brackets.
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed) text = `-${bracketed[1]}`;
  if (/^[-+]?[\d,]+(?:\.\d*)?$/.test(text)) return roundToFen(text.replace(/[,+]/g, ''), scale);
  try {
    const value = parseYuan(text);
    return String(Math.abs(value)).length > mostDigits ? { problem: 'amount-invalid' } : { value };
  } catch (error) {
    if (error instanceof AppError && error.failure.issues?.[0]?.code === 'amount-too-precise') {
      const plain = text.replace(/[^\d.-]/g, '');
      if (!/[万千]/.test(text)) return roundToFen(plain, 1);
    }
    return { problem: 'amount-invalid' };
  }
}

function roundToFen(decimal: string, scale: 1 | 10_000): Reading<Fen> {
  const m = /^(-?)(\d+)(?:\.(\d*))?$/.exec(decimal);
  if (!m) return { problem: 'amount-invalid' };
  const shift = scale === 1 ? 2 : 6;
  const decimals = (m[3] ?? '').padEnd(shift, '0');
  const digits = `${m[2]}${decimals.slice(0, shift)}`.replace(/^0+(?=\d)/, '');
  if (digits.length > mostDigits) return { problem: 'amount-invalid' };
  const rest = decimals.slice(shift);
  const up = /^[5-9]/.test(rest) ? 1 : 0;
  const n = Number(digits) + up;
  const value = fen(m[1] && n !== 0 ? -n : n);
  return /^(?:0{4,}\d*|9{4,}\d*|0*)$/.test(rest) ? { value } : { value, note: 'amount-rounded' };
}

/** A count of days, hours or pieces as canonical decimal text: `22.5天` → `22.5`, `半天` → `0.5`. */
export function readQuantity(cell: Cell): Reading<string> {
  if (cell.kind === 'date') return { problem: 'quantity-invalid' };
  const text = compact(cell.text);
  if (/^半(?:天|日|工|个工)$/.test(text)) return { value: '0.5' };
  const m =
    /^(\d[\d,]*)(?:\.(\d+))?(个?半)?(?:[天日工时个件]|小时|工日|个工|工时|平方米?|平米|立方米?|㎡|m[23²³]?|米|吨|t|h)*$/i.exec(
      text,
    );
  if (!m) return { problem: 'quantity-invalid' };
  const whole = (m[1] ?? '').replace(/,/g, '').replace(/^0+(?=\d)/, '');
  const decimals = (m[2] ?? (m[3] ? '5' : '')).slice(0, 4).replace(/0+$/, '');
  if (whole.length > 9) return { problem: 'quantity-invalid' };
  return { value: decimals ? `${whole}.${decimals}` : whole };
}

/** `元/天`, `日薪`, `计件`, `包月`. Null when the text names no unit. */
export function readWageUnit(text: string): WageUnit | null {
  const t = compact(text);
  if (/小时|时薪|计时|工时|[/每]时|[/每]h$/i.test(t)) return 'hour';
  if (/月薪|包月|月工资|按月|[/每]月|^月$|元月$/.test(t)) return 'month';
  if (/日薪|日工资|点工|天工|工日|按[日天]|[/每]个?[天日工]|^[天日工]$/.test(t)) return 'day';
  if (/计件|件|包工|计量|平方|平米|立方|㎡|m2|m3|m²|m³|[/每](?:米|吨|个|套|根|块|平|方|m|t)$/i.test(t))
    return 'piece';
  return null;
}

/** A serial number in a date column: Excel counts days from 1899-12-30 (after February 1900) or 1904-01-01. */
function serialDate(serial: number, system: '1900' | '1904'): PlainDate | null {
  const day = Math.floor(serial);
  // 1954 to 2119: outside of it the number is something else.
  const inRange = system === '1900' ? day >= 20_000 && day <= 80_000 : day >= 18_538 && day <= 78_538;
  if (!inRange) return null;
  return addDays(
    system === '1900' ? dateOf(1900, 1, 1) : dateOf(1904, 1, 1),
    system === '1900' ? day - 2 : day,
  );
}

/** A full date. The day is never guessed: a wrong date loses somebody's wages. */
export function readDate(
  cell: Cell,
  system: '1900' | '1904',
  defaultYear: number | null,
): Reading<PlainDate> {
  if (cell.kind === 'date') return validDate(cell.text);
  const text = compact(cell.text);
  if (cell.kind === 'number') {
    const serial = serialDate(Number(text), system);
    if (serial) return { value: serial };
  }
  let m = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  m ??=
    /^(\d{4})[年.\-/、](\d{1,2})[月.\-/、](\d{1,2})[日号]?(?:T?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?$/.exec(
      text,
    );
  if (m) return partsDate(Number(m[1]), Number(m[2]), Number(m[3]));
  m = /^(\d{2})[年.\-/](\d{1,2})[月.\-/](\d{1,2})[日号]?$/.exec(text);
  if (m) return partsDate(2000 + Number(m[1]), Number(m[2]), Number(m[3]), 'date-year-assumed');
  if (/^(\d{4})[年.\-/](\d{1,2})月?(?:份|初|中旬|上旬|下旬|底|末)?$/.test(text))
    return { problem: 'date-day-missing' };
  if (/^\d{4}年?$/.test(text)) return { problem: 'date-day-missing' };
  m = /^(\d{1,2})(?:月|[.\-/])(\d{1,2})[日号]?$/.exec(text);
  if (m) {
    if (defaultYear === null) return { problem: 'date-year-missing' };
    return partsDate(defaultYear, Number(m[1]), Number(m[2]), 'date-year-assumed');
  }
  return { problem: 'date-invalid' };
}

function validDate(text: string): Reading<PlainDate> {
  return isPlainDate(text) ? { value: text } : { problem: 'date-invalid' };
}

function partsDate(year: number, month: number, day: number, note?: ProblemCode): Reading<PlainDate> {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (!isPlainDate(text)) return { problem: 'date-invalid' };
  return note ? { value: text, note, params: { date: text } } : { value: text };
}

export function monthPeriod(year: number, month: number): Period {
  return { from: dateOf(year, month, 1), to: dateOf(year, month, daysInMonth(year, month)) };
}

/**
 * A wage period: `2026年3月`, `202603`, `3月` (with a default year), `2026.3-5`, `2026年11月至2027年1月`,
 * `2026.3.1-2026.3.20`, a date cell (its month).
 */
export function readPeriod(cell: Cell, defaultYear: number | null): Reading<Period> {
  if (cell.kind === 'date' && isPlainDate(cell.text)) {
    const { year, month } = partsOf(cell.text);
    return inYears(year, month, year, month);
  }
  const text = compact(cell.text).replace(/份|工资|[（(].*[)）]$/g, '');
  const halves = text.split(/[-~—–至到]+/).filter((h) => h !== '');
  // `2026-03` and `2026-3-5` are single dates written with hyphens.
  if (/^\d{4}-\d{1,2}$/.test(text)) return span(text.replace('-', '.'), text.replace('-', '.'), defaultYear);
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(text))
    return span(text.replaceAll('-', '.'), text.replaceAll('-', '.'), defaultYear);
  const hyphenated = /^(\d{4}-\d{1,2}(?:-\d{1,2})?)(?:[~—–至到]+)(\d{4}-\d{1,2}(?:-\d{1,2})?)$/.exec(text);
  if (hyphenated?.[1] && hyphenated[2]) {
    return span(hyphenated[1].replaceAll('-', '.'), hyphenated[2].replaceAll('-', '.'), defaultYear);
  }
  const [first, last] = halves;
  if (halves.length === 1 && first) return span(first, first, defaultYear);
  if (halves.length === 2 && first && last) return span(first, last, defaultYear);
  return { problem: 'period-invalid' };
}

interface Point {
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
}

function span(first: string, last: string, defaultYear: number | null): Reading<Period> {
  const a = point(first, null);
  if (!a) return { problem: 'period-invalid' };
  const b = point(last, a);
  if (!b) return { problem: 'period-invalid' };
  const year = a.year ?? defaultYear;
  if (year === null) return { problem: 'date-year-missing' };
  // `11月至1月` runs into the next year.
  const endYear = b.year ?? (b.month < a.month ? year + 1 : year);
  const whole = inYears(year, a.month, endYear, b.month);
  if (!('value' in whole)) return whole;
  const from = a.day === null ? { value: whole.value.from } : partsDate(year, a.month, a.day);
  const to = b.day === null ? { value: whole.value.to } : partsDate(endYear, b.month, b.day);
  if (!('value' in from) || !('value' in to) || from.value > to.value) return { problem: 'period-invalid' };
  const value = { from: from.value, to: to.value };
  if (a.year !== null) return { value };
  return { value, note: 'date-year-assumed', params: { date: `${value.from} – ${value.to}` } };
}

/** `2026年3月`, `2026.3`, `202603`, `3月`, `3`, `2026.3.15`; a bare number is a month only after a first half. */
function point(text: string, before: Point | null): Point | null {
  let m = /^(\d{4})(?:年|[./])?(\d{1,2})(?:月|[./])?(?:(\d{1,2})[日号]?)?$/.exec(text);
  if (m) return { year: Number(m[1]), month: Number(m[2]), day: m[3] ? Number(m[3]) : null };
  m = /^(\d{1,2})月?[./]?(?:(\d{1,2})[日号]?)?$/.exec(text);
  if (!m) return null;
  if (m[2]) return { year: null, month: Number(m[1]), day: Number(m[2]) };
  // `3月1日至20日`: the second half is a day of the same month.
  if (before?.day !== null && before !== null && /[日号]?$/.test(text) && !text.includes('月')) {
    return { year: before.year, month: before.month, day: Number(m[1]) };
  }
  return { year: null, month: Number(m[1]), day: null };
}

function inYears(y1: number, m1: number, y2: number, m2: number): Reading<Period> {
  const ok = (y: number, m: number): boolean => y >= 1950 && y <= 2100 && m >= 1 && m <= 12;
  if (!ok(y1, m1) || !ok(y2, m2)) return { problem: 'period-invalid' };
  const value = { from: monthPeriod(y1, m1).from, to: monthPeriod(y2, m2).to };
  return value.from > value.to ? { problem: 'period-invalid' } : { value };
}

export interface NameReading {
  readonly name: string;
  /** What stood in brackets behind the name. */
  readonly aside: string | null;
}

/** `王 二` → 王二; 买买提•艾力 gets the standard dot; Latin names keep their blanks; `王二（班长）` is split. */
export function readName(text: string): NameReading {
  let name = cleanLine(text).replace(/[•・‧∙⋅]/g, '·');
  let aside: string | null = null;
  const bracket = /^(.+?)\s*[（(]([^（）()]+)[)）]$/.exec(name);
  if (bracket?.[1] && bracket[2]) [name, aside] = [bracket[1], bracket[2].trim()];
  if (!/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]/u.test(name)) name = name.replace(/\s/g, '');
  return { name, aside };
}
