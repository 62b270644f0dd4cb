import { isHalfEmptyRight, trait } from './characters.ts';
import type { TextOp } from './laid-out.ts';
import type { Place } from './place.ts';
import { isBox, type TextRun } from './text.ts';

/** Pieces `start` up to `end` of a run; blanks at the edges are left out. Widths in 1/1000 em. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly width: number;
  /** Ends its paragraph or a forced line: never justified. */
  readonly last: boolean;
  /** Its closing mark keeps only the inked half. */
  readonly squeezed: boolean;
  /** Where it stood last, where it is nothing but text. */
  placed: { readonly place: Place; readonly ops: readonly TextOp[] } | null;
}

/**
 * Breaks a run into lines of at most `first` and then `rest` 1/1000 em. No closing mark begins a line and no opening
 * mark ends one; numbers with their units, dates and identifiers stay whole unless longer than a line. In `justified`
 * text a date may part before its month or day where the line would otherwise stay too short to be justified.
 */
export function breakLines(run: TextRun, first: number, rest: number, justified = false): readonly Line[] {
  const known = run.found.broken;
  if (known?.first === first && known.rest === rest && known.justified === justified) return known.lines;
  const lines = linesOf(run, first, rest, justified);
  run.found.broken = { first, rest, justified, lines };
  return lines;
}

function linesOf(run: TextRun, first: number, rest: number, justified: boolean): Line[] {
  const { pieces, traits, advances } = run;
  const count = pieces.length;
  const lines: Line[] = [];
  let start = 0;
  while (start < count) {
    const room = (lines.length === 0 ? first : rest) + 0.01;
    let width = 0;
    let end = start;
    // The last piece of a line needs its ink width only: no gap towards what follows.
    while (end < count && !(at(traits, end) & trait.newline)) {
      if (width + Math.min(at(advances, end), widthAt(run, end)) > room && end > start) break;
      width += at(advances, end);
      end++;
    }
    if (end === count || at(traits, end) & trait.newline) {
      lines.push(lineOf(run, start, end, true, false));
      start = end + 1;
      continue;
    }
    const whole = justified ? null : optionsOf(run);
    if (at(traits, end) & trait.space && canBreak(run, end) && !whole?.has(end)) {
      lines.push(lineOf(run, start, end, false, false));
      start = skipSpaces(run, end);
      continue;
    }
    const squeezed = canSqueeze(run, end) && width + widthAt(run, end) / 2 <= room && canBreak(run, end + 1);
    if (squeezed) end++;
    else {
      const limit = end;
      end = lastBreak(run, start, limit, whole);
      if (justified) end = dateBreak(run, end, limit, lineOf(run, start, end, false, false).width, room);
    }
    lines.push(lineOf(run, start, end, false, squeezed));
    start = skipSpaces(run, end);
  }
  if (lines.length === 0 || at(traits, count - 1) & trait.newline) {
    lines.push({ start: count, end: count, width: 0, last: true, squeezed: false, placed: null });
  }
  return lines;
}

/** May a line end before piece `k`? */
export function canBreak(run: TextRun, k: number): boolean {
  const { traits, pieces } = run;
  if (k <= 0 || k >= traits.length) return true;
  const before = at(traits, k - 1);
  const after = at(traits, k);
  if ((before | after) & (trait.space | trait.newline)) {
    // A box and the word that it ticks are one, with or without a space between them.
    if (isCheckbox(run, k - 1) || (before & trait.space && isCheckbox(run, k - 2))) return false;
    return !(after & trait.close && !run.english);
  }
  if (before & trait.open || after & trait.close) return false;
  if (before & after & trait.word) return run.english && breaksWord(run, k);
  if (before & trait.digit && after & trait.unit) return false;
  if (isInsideDate(run, k)) return false;
  // 第39条 stays whole.
  const sign = pieces[k - 1];
  return !(after & trait.digit && sign && !isBox(sign) && sign.text === '第');
}

/** 2024年12月: a digit on both sides of 年 or 月 makes it part of one date. */
function isInsideDate(run: TextRun, k: number): boolean {
  const sign = run.pieces[k - 1];
  if (!sign || isBox(sign) || (sign.text !== '年' && sign.text !== '月')) return false;
  return k >= 2 && (at(run.traits, k) & at(run.traits, k - 2) & trait.digit) !== 0;
}

function isCheckbox(run: TextRun, k: number): boolean {
  const piece = run.pieces[k];
  return piece !== undefined && isBox(piece) && piece.box === 'checkbox';
}

/** A line less full than this cannot be justified without holes. */
const fullEnough = 0.85;

/** Moves a break into the date behind it when the line would be too short without. */
function dateBreak(run: TextRun, end: number, limit: number, width: number, room: number): number {
  if (width >= room * fullEnough) return end;
  for (let k = limit; k > end; k--) if (isInsideDate(run, k)) return k;
  return end;
}

/** English words may break after a hyphen or slash between letters, and around a dash. */
function breaksWord(run: TextRun, k: number): boolean {
  const sign = run.pieces[k - 1];
  if (!sign || isBox(sign)) return false;
  if (sign.text === '—' || sign.text === '–') return true;
  if (sign.text !== '-' && sign.text !== '/') return false;
  return isLetter(run, k - 2) && isLetter(run, k);
}

function isLetter(run: TextRun, k: number): boolean {
  const piece = run.pieces[k];
  return piece !== undefined && !isBox(piece) && /\p{L}/u.test(piece.text);
}

/** Places inside the words of ticked options, where a line ends only if it cannot end elsewhere. */
export type Whole = ReadonlySet<number>;

/** An option longer than this, in 1/1000 em, is a sentence and parts like one. */
const longestOption = 14_000;

function optionsOf(run: TextRun): Whole | null {
  run.found.options ??= findOptions(run);
  return run.found.options.size > 0 ? run.found.options : null;
}

function findOptions(run: TextRun): Whole {
  const inside = new Set<number>();
  const count = run.pieces.length;
  const ends = (k: number): boolean => {
    if (k >= count || isCheckbox(run, k) || at(run.traits, k) & trait.newline) return true;
    return isWideSpace(run, k);
  };
  for (let box = 0; box < count; box++) {
    if (!isCheckbox(run, box)) continue;
    let end = box + 1;
    let width = 0;
    while (!ends(end)) width += at(run.advances, end++);
    while (at(run.traits, end - 1) & trait.space) end--;
    if (width <= longestOption) for (let k = box + 1; k < end; k++) inside.add(k);
  }
  return inside;
}

/** The furthest break at or before `limit`, not inside `whole` if it can be helped; inside an overlong token, the furthest one that leaves no bad edge. */
function lastBreak(run: TextRun, start: number, limit: number, whole: Whole | null): number {
  if (whole) for (let k = limit; k > start; k--) if (canBreak(run, k) && !whole.has(k)) return k;
  for (let k = limit; k > start; k--) if (canBreak(run, k)) return k;
  for (let k = limit; k > start + 1; k--) {
    if (!(at(run.traits, k) & trait.close) && !(at(run.traits, k - 1) & trait.open)) return k;
  }
  return limit;
}

function canSqueeze(run: TextRun, k: number): boolean {
  const piece = run.pieces[k];
  return piece !== undefined && !isBox(piece) && piece.width >= 900 && isHalfEmptyRight(piece.text);
}

/** Width of the longest stretch that no line may part, in 1/1000 em. */
export function widestWord(run: TextRun): number {
  run.found.widest ??= widestIn(run);
  return run.found.widest;
}

function widestIn(run: TextRun): number {
  let widest = 0;
  let width = 0;
  run.pieces.forEach((_, k) => {
    if (k > 0 && canBreak(run, k)) width = 0;
    widest = Math.max(widest, width + endWidth(run, k));
    width += at(run.traits, k) & (trait.space | trait.newline) ? 0 : at(run.advances, k);
  });
  return widest;
}

/** U+3000, with which Chinese sets things apart: nothing where a line ends between them, but wanted at a text's end. */
function isWideSpace(run: TextRun, k: number): boolean {
  const piece = run.pieces[k];
  return piece !== undefined && !isBox(piece) && piece.text === '\u3000';
}

function skipSpaces(run: TextRun, from: number): number {
  let k = from;
  while (k < run.traits.length && (at(run.traits, k) & trait.space || isWideSpace(run, k))) k++;
  return k;
}

function lineOf(run: TextRun, start: number, to: number, last: boolean, squeezed: boolean): Line {
  let end = to;
  while (end > start && (at(run.traits, end - 1) & trait.space || (!last && isWideSpace(run, end - 1))))
    end--;
  let width = 0;
  for (let k = start; k < end - 1; k++) width += at(run.advances, k);
  if (end > start) width += squeezed ? widthAt(run, end - 1) / 2 : endWidth(run, end - 1);
  return { start, end, width, last, squeezed, placed: null };
}

/** Width of a piece that ends a line: without the gap towards its neighbour. */
function endWidth(run: TextRun, k: number): number {
  return Math.min(at(run.advances, k), widthAt(run, k));
}

function widthAt(run: TextRun, k: number): number {
  return (run.pieces[k] as { width: number }).width;
}

function at(values: readonly number[], k: number): number {
  return values[k] as number;
}
