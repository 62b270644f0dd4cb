import type { Glyph } from '../fonts/book.ts';
import type { Align } from '../model/blocks.ts';
import type { Line } from './breaker.ts';
import { trait } from './characters.ts';
import type { Op, TextOp } from './laid-out.ts';
import { hintScale, type InlineBox, isBox, type Piece, type TextRun } from './text.ts';

/** Height of the middle of a Han character over the baseline, in em. */
export const middle = 0.38;

/** The most that justifying may add at one place, in em: beyond it a ragged line looks better than a torn one. */
const maxStretchChinese = 0.17;
const maxStretchEnglish = 0.5;

export interface Place {
  readonly x: number;
  readonly width: number;
  readonly baseline: number;
  readonly size: number;
  readonly align: Align;
}

/** Points, to a thousandth: enough for print, short in the file. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Puts one line in its place: further up or down than it stood before, or anew. */
export function placeLine(run: TextRun, line: Line, place: Place): Op[] {
  const before = line.placed;
  if (before && isBeside(before.place, place)) {
    const y = round(place.baseline);
    return before.ops.map((op) => ({ ...op, y }));
  }
  const ops = placedAnew(run, line, place);
  if (ops.every((op) => op.kind === 'text')) line.placed = { place, ops };
  return ops;
}

const isBeside = (one: Place, other: Place): boolean =>
  one.x === other.x && one.width === other.width && one.size === other.size && one.align === other.align;

function placedAnew(run: TextRun, line: Line, place: Place): Op[] {
  const { size, baseline } = place;
  const em = size / 1000;
  const slack = place.width - line.width * em;
  const stretch = place.align === 'justify' && !line.last ? stretchOf(run, line, slack, size) : 0;
  let pen = place.x;
  if (place.align === 'center') pen += slack / 2;
  else if (place.align === 'right') pen += slack;

  const ops: Op[] = [];
  const text = new GlyphRow(ops, size, baseline, run.english ? 0 : stretch);
  for (let k = line.start; k < line.end; k++) {
    const piece = run.pieces[k] as Piece;
    if (isBox(piece)) {
      // Reading order: what stands before the box is drawn before it.
      text.flush();
      ops.push(...drawBox(piece, pen, baseline, size));
    } else text.add(piece, pen - (run.pulls[k] as number) * em);
    pen += (run.advances[k] as number) * em;
    if (stretch > 0 && stretches(run, k + 1)) pen += stretch;
  }
  text.flush();
  return ops;
}

function stretchOf(run: TextRun, line: Line, slack: number, size: number): number {
  let places = 0;
  for (let k = line.start + 1; k < line.end; k++) if (stretches(run, k)) places++;
  if (places === 0 || slack <= 0) return 0;
  const each = slack / places;
  return each > size * (run.english ? maxStretchEnglish : maxStretchChinese) ? 0 : each;
}

/** May the gap before piece `k` grow? Never inside a word or number. */
function stretches(run: TextRun, k: number): boolean {
  const before = run.traits[k - 1] as number;
  if (run.english) return (before & trait.space) !== 0;
  return (before & (run.traits[k] ?? 0) & trait.word) === 0;
}

/** Gathers neighbouring glyphs of one font into one operation. */
class GlyphRow {
  private readonly ops: Op[];
  private readonly size: number;
  private readonly baseline: number;
  private readonly spacing: number;
  private glyphs: Glyph[] = [];
  private shifts: number[] = [];
  private x = 0;
  private expected = 0;
  private shifted = false;

  constructor(ops: Op[], size: number, baseline: number, spacing: number) {
    this.ops = ops;
    this.size = size;
    this.baseline = baseline;
    this.spacing = spacing;
  }

  add(glyph: Glyph, x: number): void {
    const last = this.glyphs[this.glyphs.length - 1];
    if (last && (last.font !== glyph.font || last.thicken !== glyph.thicken)) this.flush();
    if (this.glyphs.length === 0) this.x = x;
    else {
      const shift = x - this.expected;
      const counts = Math.abs(shift) > 0.004;
      this.shifts.push(counts ? round(shift) : 0);
      if (counts) this.shifted = true;
    }
    this.glyphs.push(glyph);
    this.expected = x + (glyph.width * this.size) / 1000 + this.spacing;
  }

  flush(): void {
    if (this.glyphs.length === 0) return;
    const op: TextOp = {
      kind: 'text',
      x: round(this.x),
      y: round(this.baseline),
      size: this.size,
      glyphs: this.glyphs,
      spacing: round(this.spacing),
      grey: 0,
    };
    this.ops.push(this.shifted ? { ...op, shifts: this.shifts } : op);
    this.glyphs = [];
    this.shifts = [];
    this.shifted = false;
  }
}

const hairline = 0.5;

function drawBox(box: InlineBox, x: number, baseline: number, size: number): Op[] {
  const width = (box.width * size) / 1000;
  if (box.box === 'checkbox') return [drawCheckbox(x, baseline, size, box.checked)];
  if (box.box === 'missing') return [drawMissing(box, x, baseline, size)];
  const rule: Op = {
    kind: 'line',
    x1: round(x + size * 0.05),
    y1: round(baseline + size * 0.16),
    x2: round(x + width - size * 0.05),
    y2: round(baseline + size * 0.16),
    thickness: hairline,
  };
  if (box.box === 'blank') return [rule];
  const tint: Op = {
    kind: 'fill',
    x: round(x + size * 0.05),
    y: round(baseline - size * 0.9),
    width: round(width - size * 0.1),
    height: round(size * 1.06),
    grey: 0.94,
  };
  const hintSize = size * hintScale;
  const hintWidth = (box.hint.reduce((sum, g) => sum + g.width, 0) * hintSize) / 1000;
  return [
    tint,
    rule,
    ...codeRow(box.hint, x + (width - hintWidth) / 2, baseline - size * 0.08, hintSize, 0.45),
  ];
}

function drawCheckbox(x: number, baseline: number, size: number, checked: boolean): Op {
  const side = round(size * 0.78);
  const left = round(x + size * 0.08);
  const top = round(baseline - size * middle - side / 2);
  const frame: Op = { kind: 'frame', x: left, y: top, width: side, height: side, thickness: 0.7 };
  return checked
    ? { kind: 'actual', text: '☑', ops: [frame, { kind: 'tick', x: left, y: top, size: side }] }
    : { kind: 'actual', text: '☐', ops: [frame] };
}

/** The code's hexadecimal digits in two rows inside a box, as browsers show an unknown character. */
function drawMissing(box: InlineBox & { box: 'missing' }, x: number, baseline: number, size: number): Op {
  const side = size * 0.92;
  const left = x + size * 0.04;
  const top = baseline - size * middle - side / 2;
  const half = Math.ceil(box.code.length / 2);
  const digits = size * 0.42;
  const rows = [box.code.slice(0, half), box.code.slice(half)];
  const ops: Op[] = [
    {
      kind: 'frame',
      x: round(left),
      y: round(top),
      width: round(side),
      height: round(side),
      thickness: hairline,
    },
  ];
  rows.forEach((row, i) => {
    const width = (row.reduce((sum, g) => sum + g.width, 0) * digits) / 1000;
    ops.push(...codeRow(row, left + (side - width) / 2, top + side * (i === 0 ? 0.46 : 0.9), digits, 0));
  });
  return { kind: 'actual', text: box.character, ops };
}

function codeRow(glyphs: readonly Glyph[], x: number, y: number, size: number, grey: number): TextOp[] {
  const ops: TextOp[] = [];
  let pen = x;
  for (let i = 0; i < glyphs.length; ) {
    const first = glyphs[i] as Glyph;
    const row: Glyph[] = [];
    const from = pen;
    while (i < glyphs.length && glyphs[i]?.font === first.font) {
      row.push(glyphs[i] as Glyph);
      pen += ((glyphs[i] as Glyph).width * size) / 1000;
      i++;
    }
    ops.push({ kind: 'text', x: round(from), y: round(y), size: round(size), glyphs: row, spacing: 0, grey });
  }
  return ops;
}
