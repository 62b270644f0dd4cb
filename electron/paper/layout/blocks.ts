import type { Align, Block, Heading, Inline, PaperModel, Paragraph, Signature } from '../model/blocks.ts';
import { breakLines, type Line } from './breaker.ts';
import type { PageStack, Unit } from './flow.ts';
import type { Bookmark, Role } from './laid-out.ts';
import { type HeadingMeasure, mm } from './measures.ts';
import { middle, placeLine } from './place.ts';
import { tableUnits } from './table.ts';
import { type TextContext, type TextRun, textRun } from './text.ts';

/** A round seal is at most 45 mm wide. */
const sealSide = 45 * mm;

/** Turns blocks into units with their glue: what must stay together on one page. */
export function unitsOf(
  model: PaperModel,
  context: TextContext,
  pages: PageStack,
  bookmarks: Bookmark[],
): Unit[] {
  const parts = model.blocks.map((block, i) => {
    context.block = i;
    const units = blockUnits(block, context, pages, bookmarks);
    for (const unit of units) unit.block = i;
    return units;
  });
  model.blocks.forEach((block, i) => {
    if (block.kind === 'signature') glueBefore(model.blocks, parts, i);
  });
  return parts.flat();
}

function blockUnits(block: Block, context: TextContext, pages: PageStack, bookmarks: Bookmark[]): Unit[] {
  const { measures } = pages;
  switch (block.kind) {
    case 'paragraph':
      return paragraphUnits(block, context, pages);
    case 'heading':
      return headingUnits(block, context, pages, bookmarks);
    case 'table':
      return tableUnits(context, block, pages, measures.height - measures.top - measures.bottom);
    case 'signature':
      return signatureUnits(block, context, pages);
    case 'space':
      return [{ height: 0, before: block.points, keep: false, draw: () => {} }];
    case 'page-break':
      return [{ height: 0, before: 0, keep: false, breakBefore: true, draw: () => {} }];
  }
}

/** Lines of text that a signature takes along; more would leave a hole before them. */
const closingLines = 3;
/** A longer paragraph gives its last lines only. */
const shortParagraph = 3;

/** No signature stands alone on a page: it takes along 此致 and the addressee, and what was said before them. */
function glueBefore(blocks: readonly Block[], parts: readonly (readonly Unit[])[], signature: number): void {
  let taken = 0;
  for (let i = signature - 1; i >= 0 && taken < closingLines; i--) {
    const block = blocks[i];
    const units = parts[i] ?? [];
    const last = units[units.length - 1];
    if (!last || last.breakBefore) return;
    const formula = last.keep;
    last.keep = true;
    if (block?.kind === 'space') continue;
    if (block?.kind !== 'paragraph' || units.length > shortParagraph) return;
    for (const unit of units) unit.keep = true;
    if (!formula) taken += units.length;
  }
}

function paragraphUnits(block: Paragraph, context: TextContext, pages: PageStack): Unit[] {
  const { measures } = pages;
  const size = block.sizePt ?? measures.size;
  const pitch = (measures.pitch * size) / measures.size;
  const left = (block.leftEm ?? 0) * size;
  const width = measures.width - measures.left - measures.right - left;
  const run = textRun(context, block.content, { room: (width * 1000) / size });
  const indent = (block.indentEm ?? 0) * size;
  const align = block.align ?? (measures.english ? 'left' : 'justify');
  const justified = align === 'justify';
  const lines = breakLines(run, ((width - indent) * 1000) / size, (width * 1000) / size, justified);
  const units = lineUnits(pages, run, lines, 'P', {
    size,
    pitch,
    align,
    x: measures.left + left,
    width,
    indent,
    red: block.red === true,
  });
  if (block.redRule) units.push(redRule(pages));
  (units[0] as Unit).before = block.spaceBeforePt ?? (measures.english ? pitch * 0.35 : 0);
  if (block.redRule) for (const unit of units) unit.keep = true;
  if (block.keepWithNext) (units[units.length - 1] as Unit).keep = true;
  return units;
}

interface LineBlock {
  readonly size: number;
  readonly pitch: number;
  readonly align: Align;
  readonly x: number;
  readonly width: number;
  readonly indent: number;
  readonly red?: boolean;
}

/** GB/T 9704: a red line as wide as the text, 4 mm under the head. */
const redRuleGap = 4 * mm;

function redRule({ measures }: PageStack): Unit {
  const { left, right, width, pitch } = measures;
  return {
    height: redRuleGap + pitch / 2,
    before: 0,
    keep: true,
    draw: (pages, y) => {
      const at = Math.round((y + redRuleGap) * 1000) / 1000;
      const line = {
        kind: 'line',
        x1: left,
        y1: at,
        x2: width - right,
        y2: at,
        thickness: 1.5,
        red: true,
      } as const;
      pages.mark(null, [line]);
    },
  };
}

/** One unit for each line; the first two and the last two lines stay together. */
function lineUnits(
  pages: PageStack,
  run: TextRun,
  lines: readonly Line[],
  role: Role,
  block: LineBlock,
  onFirst?: (y: number) => void,
): Unit[] {
  let node: number | undefined;
  return lines.map((line, i): Unit => {
    const indent = i === 0 ? block.indent : 0;
    return {
      height: block.pitch,
      before: 0,
      keep: lines.length > 1 && (i === 0 || i === lines.length - 2),
      draw: (_, y) => {
        if (i === 0) onFirst?.(y);
        node ??= pages.node(role);
        const ops = placeLine(run, line, {
          x: block.x + indent,
          width: block.width - indent,
          baseline: y + block.pitch / 2 + block.size * middle,
          size: block.size,
          align: block.align,
        });
        pages.mark(node, block.red ? ops.map((op) => (op.kind === 'text' ? { ...op, red: true } : op)) : ops);
      },
    };
  });
}

function headingUnits(block: Heading, context: TextContext, pages: PageStack, bookmarks: Bookmark[]): Unit[] {
  const { measures } = pages;
  const style = measures.headings[block.level - 1] as HeadingMeasure;
  const content: readonly Inline[] = [{ kind: 'text', text: block.text }];
  const run = textRun(context, content, { bold: style.bold, face: style.face });
  const width = measures.width - measures.left - measures.right;
  const indent = style.indentEm * style.size;
  const lines = breakLines(run, ((width - indent) * 1000) / style.size, (width * 1000) / style.size);
  const units = lineUnits(
    pages,
    run,
    style.align === 'center' ? balanced(run, lines, (width * 1000) / style.size) : lines,
    `H${block.level}`,
    { size: style.size, pitch: style.pitch, align: style.align, x: measures.left, width, indent },
    (y) => {
      const title = block.text.replace(/\s+/g, ' ').trim();
      bookmarks.push({ title, level: block.level, page: pages.current, y });
    },
  );
  for (const unit of units) unit.keep = true;
  (units[0] as Unit).before = style.before;
  (units[units.length - 1] as Unit).after = style.after;
  return units;
}

/** A centred title of several lines is set in lines of about equal length, not full lines and a short last one. */
function balanced(run: TextRun, lines: readonly Line[], room: number): readonly Line[] {
  if (lines.length < 2) return lines;
  const whole = lines.reduce((sum, line) => sum + line.width, 0);
  for (let width = whole / lines.length; width < room; width += 500) {
    const even = breakLines(run, width, width);
    if (even.length === lines.length) return even;
  }
  return lines;
}

/** A list of signatures taller than this share of a page would leave a hole if it were kept whole. */
const flowingShare = 0.5;

function signatureUnits(block: Signature, context: TextContext, pages: PageStack): Unit[] {
  const { measures } = pages;
  const { size, pitch } = measures;
  const align = block.align ?? (measures.english ? 'left' : 'right');
  const tail = align === 'right' ? measures.signatureEm * size : 0;
  const width = measures.width - measures.left - measures.right - tail;
  const room = (width * 1000) / size;
  const linePitch = pitch * 1.25;
  const rows = block.lines.flatMap((content) => {
    const run = textRun(context, content, { room });
    return breakLines(run, room, room).map((line) => ({ run, line }));
  });
  let node: number | undefined;
  const unitOf = (part: typeof rows, height: number, before: number): Unit => ({
    height,
    before,
    keep: false,
    draw: (_, y) => {
      node ??= pages.node('P');
      const first = y + (height - part.length * linePitch) / 2;
      part.forEach(({ run, line }, i) => {
        const baseline = first + i * linePitch + linePitch / 2 + size * middle;
        pages.mark(node as number, placeLine(run, line, { x: measures.left, width, baseline, size, align }));
      });
    },
  });
  const before = pitch * 0.5;
  const inked = rows.length * linePitch;
  // A long list of signatories flows over pages, two lines at least on each.
  const page = measures.height - measures.top - measures.bottom;
  if (inked > (block.seal ? page : page * flowingShare)) {
    const units = rows.map((row, i) => unitOf([row], linePitch, i === 0 ? before : 0));
    units.forEach((unit, i) => {
      unit.keep = i === 0 || i === units.length - 2;
    });
    return units;
  }
  return [unitOf(rows, block.seal ? Math.max(inked, sealSide) : inked, before)];
}
