import { unifyRadicals } from '../../../shared/kernel/text.ts';
import type { FontBook, Glyph, Style } from '../fonts/book.ts';
import type { Face, Inline } from '../model/blocks.ts';
import type { Line, Whole } from './breaker.ts';
import { isHalfEmptyLeft, isHalfEmptyRight, trait, traitsOf } from './characters.ts';
import { type KeptRuns, keyOf } from './kept-runs.ts';
import type { PaperWarning } from './laid-out.ts';

/** Something in a line that is no glyph. Widths in 1/1000 em. */
export type InlineBox =
  | { readonly box: 'gap'; readonly width: number; readonly hint: readonly Glyph[] }
  | { readonly box: 'blank'; readonly width: number }
  | { readonly box: 'checkbox'; readonly width: number; readonly checked: boolean }
  | {
      readonly box: 'missing';
      readonly width: number;
      readonly character: string;
      readonly code: readonly Glyph[];
    };

export type Piece = Glyph | InlineBox;

export function isBox(piece: Piece): piece is InlineBox {
  return 'box' in piece;
}

/** The pieces of one paragraph or cell, ready for line breaking. Parallel arrays, indexed alike. */
export interface TextRun {
  readonly pieces: readonly Piece[];
  readonly traits: readonly number[];
  /** Advance in 1/1000 em after squeezing and spacing against the neighbour; never counts at a line's end. */
  readonly advances: number[];
  /** Where the ink starts before the pen, in 1/1000 em: openers that gave up their empty left half. */
  readonly pulls: number[];
  readonly english: boolean;
  /** What was found out about it already. */
  readonly found: FoundOut;
}

interface FoundOut {
  /** How it was broken last: a run that is set again is mostly set to the same measure. */
  broken: { first: number; rest: number; justified: boolean; lines: readonly Line[] } | null;
  /** Width of its longest stretch that no line may part. */
  widest: number | null;
  /** Where the words of its ticked options stand. */
  options: Whole | null;
}

/** Collects what the text of a paper needs from outside and reports. */
export interface TextContext {
  readonly book: FontBook;
  readonly kept: KeptRuns;
  readonly face: Face;
  readonly english: boolean;
  /** Index of the block in work, for warnings. */
  block: number;
  readonly warnings: PaperWarning[];
}

/** Between Han and narrow characters. Under a tenth of an em, so that copied text gains no spaces. */
const hanLatinGap = 90;

export interface RunOptions {
  /** Draws every inline bold, as headings and table headers do. */
  readonly bold?: boolean;
  readonly face?: Face;
  /** The longest line in 1/1000 em: a blank is never wider. */
  readonly room?: number;
}

export function textRun(context: TextContext, content: readonly Inline[], options: RunOptions = {}): TextRun {
  const { bold = false, face = context.face, room } = options;
  const setting = `${context.english ? 'e' : 'c'}${bold ? 'b' : 't'}${face} ${room ?? ''}`;
  const key = keyOf(setting, content);
  const known = context.kept.get(key);
  if (known !== undefined) return known;
  const before = context.warnings.length;
  const run = measured(context, content, { bold, face, ...(room === undefined ? {} : { room }) });
  if (context.warnings.length === before) context.kept.keep(key, run);
  return run;
}

function measured(context: TextContext, content: readonly Inline[], options: RunOptions): TextRun {
  const { bold = false, face, room = Number.POSITIVE_INFINITY } = options;
  const pieces: Piece[] = [];
  const traits: number[] = [];
  const add = (piece: Piece, bits: number): void => {
    pieces.push(piece);
    traits.push(bits);
  };
  for (const inline of content) {
    if (inline.kind === 'text') {
      const style = styleOf(inline.face ?? face ?? context.face, bold || inline.bold === true);
      addText(context, style, inline.text, inline.field, add);
    } else if (inline.kind === 'gap') {
      context.warnings.push({ kind: 'gap', field: inline.field, block: context.block });
      const hint = [...(inline.hint ?? '')].flatMap(
        (c) => context.book.glyph(context.face, c.codePointAt(0) as number) ?? [],
      );
      const hintWidth = hint.reduce((sum, g) => sum + g.width, 0) * hintScale;
      add(
        { box: 'gap', width: Math.min(room, Math.max(inline.widthEm * 1000, hintWidth + 300)), hint },
        blankTraits,
      );
    } else if (inline.kind === 'blank') {
      add({ box: 'blank', width: Math.min(room, inline.widthEm * 1000) }, blankTraits);
    } else {
      add({ box: 'checkbox', width: 1080, checked: inline.checked }, trait.open);
    }
  }
  return spaced(pieces, traits, context.english);
}

/** Size of a gap's hint against the text around it. */
export const hintScale = 0.7;

// A blank stands for a number or name: 年 after it stays with it, but nothing forbids a break before it.
const blankTraits = trait.digit;

function styleOf(face: Face, bold: boolean): Style {
  return bold ? `${face}-bold` : face;
}

function addText(
  context: TextContext,
  style: Style,
  text: string,
  field: string | undefined,
  add: (piece: Piece, bits: number) => void,
): void {
  const { book, english } = context;
  const characters = [...unifyRadicals(text).normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' ')];
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i] as string;
    const bits = traitsOf(character, english);
    if (bits & trait.invisible) continue;
    if (bits & trait.newline) {
      add(book.glyph(style, 0x20) as Glyph, bits);
      continue;
    }
    if (character === '—' && characters[i + 1] === '—') {
      const dash = book.longDash(style);
      if (dash) {
        add(dash, bits);
        i++;
        continue;
      }
    }
    const codePoint = character.codePointAt(0) as number;
    const glyph = bits & trait.shaped ? null : book.glyph(style, codePoint);
    if (glyph) add(glyph, bits);
    else {
      const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
      context.warnings.push({
        kind: 'missing-glyph',
        character,
        codePoint: name,
        block: context.block,
        ...(field === undefined ? {} : { field }),
      });
      const code = [...name.slice(2)].map((c) => book.glyph('song', c.codePointAt(0) as number) as Glyph);
      add({ box: 'missing', width: 1000, character, code }, bits & ~trait.narrow);
    }
  }
}

const fullWidth = 900;

/** Squeezes neighbouring punctuation and sets narrow characters off from Han. */
function spaced(pieces: readonly Piece[], traits: readonly number[], english: boolean): TextRun {
  const count = pieces.length;
  const advances = new Array<number>(count);
  const pulls = new Array<number>(count).fill(0);
  const found = { broken: null, widest: null, options: null };
  const run: TextRun = { pieces, traits, advances, pulls, english, found };
  for (let i = 0; i < count; i++) advances[i] = (pieces[i] as Piece).width;
  if (english) {
    narrowQuotes(run);
    return run;
  }
  for (let i = 0; i + 1 < count; i++) {
    const here = pieces[i] as Piece;
    const next = pieces[i + 1] as Piece;
    const bits = traits[i] as number;
    const nextBits = traits[i + 1] as number;
    if (bits & trait.space || nextBits & trait.space) continue;
    if (isMark(here) && isMark(next)) {
      if (isHalfEmptyRight(here.text)) advances[i] = (advances[i] as number) - here.width / 2;
      else if (isHalfEmptyLeft(here.text) && isHalfEmptyLeft(next.text)) {
        pulls[i + 1] = next.width / 2;
        advances[i + 1] = next.width / 2;
      }
    } else if (
      ((bits ^ nextBits) & trait.narrow) !== 0 &&
      !((bits | nextBits) & (trait.open | trait.close))
    ) {
      if (!isBox(here) && !isBox(next)) advances[i] = (advances[i] as number) + hanLatinGap;
    }
  }
  return run;
}

function isMark(piece: Piece): piece is Glyph {
  return (
    !isBox(piece) && piece.width >= fullWidth && (isHalfEmptyRight(piece.text) || isHalfEmptyLeft(piece.text))
  );
}

/** Chinese fonts draw “ ” ‘ ’ in a full square; English wants them tight against the word. */
function narrowQuotes(run: TextRun): void {
  run.pieces.forEach((piece, i) => {
    if (isBox(piece) || piece.width < fullWidth) return;
    const narrow = piece.text === '‘' || piece.text === '’' ? 235 : 430;
    if (piece.text === '“' || piece.text === '‘') {
      run.pulls[i] = piece.width - narrow - 30;
      run.advances[i] = narrow;
    } else if (piece.text === '”' || piece.text === '’') {
      run.pulls[i] = 40;
      run.advances[i] = narrow;
    }
  });
}
