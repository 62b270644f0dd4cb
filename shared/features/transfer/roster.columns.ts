import { isPlainDate, partsOf } from '../../kernel/date.ts';
import { genericLeaf, ignoredHeader, synonyms } from './roster.synonyms.ts';
import type {
  ColumnMatch,
  MonthAmount,
  MonthColumn,
  Period,
  RosterField,
  RosterLayout,
  WageUnit,
} from './roster.types.ts';
import { type Cell, emptyCell, type Sheet } from './sheet.ts';
import { compact, monthPeriod, readPeriod, readWageUnit } from './text.values.ts';

/** A header stands among the first rows; below it there are only workers. */
const searchedRows = 40;
const tallestHeader = 3;
const exactScore = 1;
const partScore = 0.6;
/** Characters of a group above month columns: 2026年, 2026年3月工资. */
const longestGroup = 12;

/**
 * Finds the header of a roster and proposes what each column holds. Title lines, a 单位：元 line and headers of up to
 * three rows with merged groups are understood.
 * @returns null when no row looks like a header (no column of names and one more known column).
 */
export function matchColumns(sheet: Sheet): ColumnMatch | null {
  let best: FoundHeader | null = null;
  const end = Math.min(sheet.rows.length, searchedRows);
  for (let top = 0; top < end; top++) {
    for (let height = 1; height <= tallestHeader && top + height <= sheet.rows.length; height++) {
      const match = matchHeader(sheet, top, height);
      if (match && match.score > (best?.match.score ?? 0) + 1e-9) best = { match, top, height };
    }
  }
  if (!best) return null;
  const { match, top, height } = withMergedTop(sheet, best);
  const titles = titleTexts(sheet, top);
  const title = readTitle(titles);
  const rateColumn = match.fields.rate;
  return {
    headerTop: top,
    dataTop: top + height,
    headers: match.headers,
    fields: match.fields,
    alsoPaid: match.alsoPaid,
    months: fillYears(match.months, title.year),
    confidence: match.confidence,
    amountUnit: titles.some((t) => /单位[:：]?\s*万元/.test(t)) ? 'wan' : 'yuan',
    wageUnit: rateColumn === undefined ? null : rateUnit(match.headers[rateColumn] ?? ''),
    titlePeriod: title.period,
    titleYear: title.year,
  };
}

/** The layout with some fields moved by the user; null takes a field away. A column serves one field only. */
export function overrideColumns(
  layout: RosterLayout,
  changes: Readonly<Partial<Record<RosterField, number | null>>>,
): RosterLayout {
  const taken = new Set(Object.values(changes).filter((c) => c !== null));
  const kept = Object.entries(layout.fields).filter(
    ([, c]) => c !== null && c !== undefined && !taken.has(c),
  );
  const fields = { ...(Object.fromEntries(kept) as RosterLayout['fields']), ...changes };
  const rate = fields.rate;
  return {
    ...layout,
    fields,
    alsoPaid: layout.alsoPaid.filter((c) => !taken.has(c)),
    months: layout.months.filter((m) => !taken.has(m.column)),
    wageUnit: rate === null || rate === undefined ? null : rateUnit(layout.headers[rate] ?? ''),
  };
}

interface FoundHeader {
  readonly match: HeaderMatch;
  readonly top: number;
  readonly height: number;
}

/** A merged header is as good in its last row alone; the group above it belongs to the header too. */
function withMergedTop(sheet: Sheet, found: FoundHeader): FoundHeader {
  const origins = (sheet.rows[found.top] ?? []).map((c) => c.mergedFrom?.row ?? found.top);
  const top = Math.max(Math.min(found.top, ...origins), found.top + found.height - tallestHeader);
  if (top === found.top) return found;
  const height = found.top + found.height - top;
  const match = matchHeader(sheet, top, height);
  return match ? { match, top, height } : found;
}

interface HeaderMatch {
  readonly score: number;
  readonly headers: string[];
  readonly fields: Partial<Record<RosterField, number>>;
  readonly alsoPaid: number[];
  readonly confidence: Partial<Record<RosterField, number>>;
  readonly months: MonthColumn[];
}

function matchHeader(sheet: Sheet, top: number, height: number): HeaderMatch | null {
  const rows = sheet.rows.slice(top, top + height);
  const width = Math.max(...rows.map((r) => r.length));
  const columns = Array.from({ length: width }, (_, c) => headerParts(rows, c));
  const headers = columns.map((parts) => parts.map(shownPart).join(' '));
  const months: MonthColumn[] = [];
  let monthScore = 0;
  const candidates: { field: RosterField; column: number; score: number }[] = [];
  columns.forEach((parts, column) => {
    if (parts.length === 0) return;
    // A title merged over the whole table stands above every column and names a month of its own.
    const short = parts.filter((p) => [...p.text].length <= longestGroup);
    const month = monthColumn(short, column);
    if (month) {
      months.push(month);
      monthScore += short.length > 1 ? 0.6 : 0.5;
    } else {
      const weight = spansColumns(rows, column) ? 0.5 : 1;
      for (const [field, score] of fieldScores(parts))
        candidates.push({ field, column, score: score * weight });
    }
  });
  // Best pairs first; of equals the left column.
  candidates.sort((a, b) => b.score - a.score || a.column - b.column);
  const fields: Partial<Record<RosterField, number>> = {};
  const confidence: Partial<Record<RosterField, number>> = {};
  const used = new Set<number>();
  for (const { field, column, score } of candidates) {
    if (fields[field] !== undefined || used.has(column)) continue;
    fields[field] = column;
    confidence[field] = score;
    used.add(column);
  }
  // On a payroll 应发 | 扣款 | 实发 the last is what should be paid out, not what was: only a column of arrears beside it
  // makes it a payment. Taken for one, it would cancel the whole debt.
  const netPay = fields.paid !== undefined && /实发|实付/.test(headers[fields.paid] ?? '');
  if (netPay && fields.owed === undefined) {
    delete fields.paid;
    delete confidence.paid;
  }
  const alsoPaid =
    fields.paid === undefined || /合计|累计|共/.test(headers[fields.paid] ?? '')
      ? []
      : candidates.filter((c) => c.field === 'paid' && !used.has(c.column)).map((c) => c.column);
  const known = Object.keys(fields).length + (months.length > 0 ? 1 : 0);
  if (fields.name === undefined || known < 2) return null;
  const matched = Object.values(confidence).reduce((s, v) => s + v, 0) + monthScore;
  // A row of the body inside the header shows by its numbers. The first row may have them: days 1 to 31.
  const foreign = rows
    .slice(1)
    .flat()
    .filter((c) => !c.mergedFrom && (c.kind === 'number' || /^\d{6,}/.test(c.text))).length;
  return {
    score: matched - foreign * 0.5 - (height - 1) * 0.05,
    headers,
    fields,
    alsoPaid,
    confidence,
    months,
  };
}

/** A group that spreads over several columns (考勤 above the days of a month) is no column of its own. */
function spansColumns(rows: readonly (readonly Cell[])[], column: number): boolean {
  const cells = rows.findLast((r) => (r[column] ?? emptyCell).kind !== 'empty') ?? [];
  const origin = cells[column]?.mergedFrom?.column ?? column;
  const nextOrigin = cells[column + 1]?.mergedFrom?.column;
  return origin !== column || nextOrigin === column;
}

/** The different texts of one header column from top to bottom; a vertical merge counts once. */
function headerParts(rows: readonly (readonly Cell[])[], column: number): Cell[] {
  const parts: Cell[] = [];
  for (const row of rows) {
    const cell = row[column] ?? emptyCell;
    if (cell.kind === 'empty') continue;
    if (parts.at(-1)?.text !== cell.text) parts.push(cell);
  }
  return parts;
}

function shownPart(cell: Cell): string {
  if (cell.kind !== 'date' || !isPlainDate(cell.text)) return cell.text.replace(/\s+/g, '');
  const { year, month } = partsOf(cell.text);
  return `${year}年${month}月`;
}

/** Header without blanks, brackets, units and signs. */
function bare(text: string): string {
  // 姓名 Name: a gloss beside the Chinese word says nothing more.
  return compact(text.replace(/^(\S*\p{Script=Han}\S*)\s+[A-Za-z][A-Za-z ]*$/u, '$1'))
    .replace(/[（([【<].*?[)）\]】>]/g, '')
    .replace(/[:：*★、,，.。/_\-—]/g, '')
    .toLowerCase();
}

function fieldScores(parts: readonly Cell[]): Map<RosterField, number> {
  const leaf = bare(parts.at(-1)?.text ?? '');
  const joined = bare(parts.map((p) => p.text).join(''));
  const scores = new Map<RosterField, number>();
  if (leaf === '' || ignoredHeader.test(leaf)) return scores;
  // 起 and 止 mean the wage period, except under a group about coming to and leaving the site.
  if (/^[起始自止终至]$/.test(leaf) && /进[退出离]?场|入[离退]?场|在岗|入离?职/.test(joined)) {
    return scores.set(/^[起始自]$/.test(leaf) ? 'startDate' : 'endDate', 0.95);
  }
  const alone = parts.length === 1 || !genericLeaf.test(leaf);
  for (const { field, exact, part, not } of synonyms) {
    let score = 0;
    if (exact.includes(joined)) score = exactScore;
    else if (alone && exact.includes(leaf)) score = parts.length === 1 ? exactScore : 0.95;
    else if (!alone && exact.includes(bare(parts[0]?.text ?? ''))) score = 0.75;
    // Long sentences are notes, not headers.
    else if (part && [...joined].length <= 16 && part.test(joined) && !not?.test(joined)) score = partScore;
    if (score > 0) scores.set(field, Math.max(score, scores.get(field) ?? 0));
  }
  // 合计, 金额 and the like are the gross amount only where nothing says it better.
  if (scores.get('gross') && /^(合计|金额|总计|总额|工资|total|amount)$/.test(leaf)) scores.set('gross', 0.7);
  if (scores.get('paid') && /^(实发|实付|实发工资|实发金额|实付工资)$/.test(leaf)) scores.set('paid', 0.65);
  return scores;
}

const monthText = /^(?:(\d{4})[年.\-/]?)?(\d{1,2})月份?/;

function monthColumn(parts: readonly Cell[], column: number): MonthColumn | null {
  let year: number | null = null;
  let month: number | null = null;
  let rest = '';
  for (const part of parts) {
    if (part.kind === 'date' && isPlainDate(part.text)) {
      ({ year, month } = partsOf(part.text));
      continue;
    }
    const text = compact(part.text);
    const m =
      monthText.exec(text) ?? /^(\d{4})[.\-/](\d{1,2})$/.exec(text) ?? /^(20\d{2})(\d{2})$/.exec(text);
    const y = /^(\d{4})年度?/.exec(text)?.[1];
    if (m && month === null) {
      year = m[1] ? Number(m[1]) : year;
      month = Number(m[2]);
      rest += text.slice(m[0].length);
    } else if (y) year = Number(y);
    else rest += text;
  }
  if (month === null || month < 1 || month > 12) return null;
  if (year !== null && (year < 1950 || year > 2100)) return null;
  const amount = monthAmount(bare(rest));
  return amount && { column, year, month, amount };
}

/** What a month's column counts. Null: a day (3月1日) or something that is no amount. */
function monthAmount(rest: string): MonthAmount | null {
  if (/欠|未付|未发|未结/.test(rest)) return 'owed';
  if (/已付|已发|已支|预支|借支|生活费|实发|实付/.test(rest)) return 'paid';
  if (/出勤|天数|工日|工时|工数|出工/.test(rest)) return 'quantity';
  return rest === '' || /工资|应发|应付|金额|薪|合计|小计|元/.test(rest) ? 'gross' : null;
}

/** A month without a year follows the month before it: 11月, 12月, 1月 runs into the next year. */
function fillYears(months: readonly MonthColumn[], titleYear: number | null): MonthColumn[] {
  const filled: MonthColumn[] = [];
  const anyYear = months.some((m) => m.year !== null) || titleYear !== null;
  for (const m of months) {
    const before = filled.at(-1);
    let year = m.year;
    if (year === null && before?.year) year = m.month < before.month ? before.year + 1 : before.year;
    else if (year === null && anyYear) year = titleYear;
    filled.push({ ...m, year });
  }
  return filled;
}

function titleTexts(sheet: Sheet, top: number): string[] {
  return sheet.rows
    .slice(0, top)
    .flatMap((row) => row.filter((c) => c.kind !== 'empty' && !c.mergedFrom))
    .map((c) => c.text);
}

/** 某某项目2026年3月工人工资表, 2026年1月至3月工资, 二〇二六年 is not read. */
function readTitle(titles: readonly string[]): { period: Period | null; year: number | null } {
  const one = '\\d{4}\\s*年\\s*\\d{1,2}\\s*月(?:份)?(?:\\s*\\d{1,2}\\s*[日号])?';
  const later = '(?:\\d{4}\\s*年\\s*)?(?:\\d{1,2}\\s*月(?:份)?(?:\\s*\\d{1,2}\\s*[日号])?)';
  for (const title of titles) {
    // The day on which the list was made is no wage period.
    if (/制表|填表|日期|打印/.test(title)) continue;
    const text = title.normalize('NFKC');
    const found = new RegExp(`${one}(?:\\s*[-~—–至到]+\\s*${later})?`).exec(text)?.[0];
    if (!found) continue;
    const reading = readPeriod({ kind: 'text', text: found }, null);
    // A single day in a title is a date, not a period.
    if ('value' in reading && reading.value.from !== reading.value.to) {
      return { period: reading.value, year: partsOf(reading.value.from).year };
    }
  }
  for (const title of titles) {
    const year = /(20\d{2})\s*年/.exec(title.normalize('NFKC'))?.[1];
    if (year) return { period: null, year: Number(year) };
  }
  return { period: null, year: null };
}

function rateUnit(header: string): WageUnit | null {
  return (
    readWageUnit(header.replace(/单价|标准/g, '')) ??
    (/单价|计件/.test(header) ? null : readWageUnit(bare(header)))
  );
}

/** The period of a month column. */
export function monthColumnPeriod(column: MonthColumn, defaultYear: number | null): Period | null {
  const year = column.year ?? defaultYear;
  return year === null ? null : monthPeriod(year, column.month);
}
