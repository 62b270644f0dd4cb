import type { Measures } from '../../layout/measures.ts';
import { mm } from '../../layout/measures.ts';
import type { Block, Heading, Inline, PaperModel, Paragraph, Signature } from '../../model/blocks.ts';
import { inlineRuns, type Numbers, type RunContext } from './runs.ts';
import { bodySize, styleIds } from './styles.ts';
import { tableXml } from './table.ts';
import { element, setting, twips } from './xml.ts';

/** A round seal is at most 45 mm wide. */
const sealSide = 45 * mm;
/** Paragraphs that a signature takes along to the next page: 此致, the addressee, one closing line. */
const closingParagraphs = 3;

/** The red of official heads. */
const redInk = 'CC0000';

export interface BodyContext {
  readonly measures: Measures;
  readonly size: number;
  /** Width of the text in points. */
  readonly width: number;
  readonly numbers: Numbers;
}

export function bodyContext(measures: Measures): BodyContext {
  let last = 0;
  return {
    measures,
    size: bodySize(measures),
    width: measures.width - measures.left - measures.right,
    numbers: { next: () => ++last },
  };
}

/** Space and a page break that the blocks around have asked for; a block takes them along. */
interface Pending {
  before: number;
  after: number;
  pageBreak: boolean;
}

/** White space between a table and what stands around it, as a share of the line distance. */
const tableGap = 0.25;

/** The blocks as Word's paragraphs and tables, in their order. */
export function bodyXml(model: PaperModel, context: BodyContext): string {
  const glued = gluedBlocks(model.blocks, context);
  const out: string[] = [];
  const pending: Pending = { before: 0, after: 0, pageBreak: false };
  let afterTable = false;
  model.blocks.forEach((block, i) => {
    if (block.kind === 'space') {
      pending.before += block.points;
      return;
    }
    if (block.kind === 'page-break') {
      pending.pageBreak = true;
      return;
    }
    if (block.kind === 'table') {
      // Two tables that touch would become one; a table takes neither space nor a page break of its own.
      if (afterTable || pending.before > 0 || pending.pageBreak) out.push(spacer(pending, context));
      out.push(tableXml(block, context, glued.has(i)));
    } else {
      const gap = context.measures.pitch * tableGap;
      if (afterTable) pending.before = Math.max(pending.before, gap);
      pending.after = model.blocks[i + 1]?.kind === 'table' ? gap : 0;
      out.push(blockXml(block, context, { ...pending }, glued.has(i)));
    }
    afterTable = block.kind === 'table';
    pending.before = 0;
    pending.pageBreak = false;
  });
  // A table may not be the last thing in a section.
  if (afterTable || out.length === 0) out.push(spacer({ before: 0, after: 0, pageBreak: false }, context));
  return out.join('');
}

function blockXml(
  block: Paragraph | Heading | Signature,
  context: BodyContext,
  pending: Pending,
  glued: boolean,
): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphXml(block, context, pending, glued);
    case 'heading':
      return headingXml(block, context, pending);
    case 'signature':
      return signatureXml(block, context, pending);
  }
}

/** What stays on one page with the signature after it, as the laid-out paper keeps it. */
function gluedBlocks(blocks: readonly Block[], { width, size }: BodyContext): ReadonlySet<number> {
  const glued = new Set<number>();
  blocks.forEach((block, signature) => {
    if (block.kind !== 'signature') return;
    let taken = 0;
    for (let i = signature - 1; i >= 0 && taken < closingParagraphs; i--) {
      const before = blocks[i] as Block;
      if (before.kind === 'page-break') return;
      if (before.kind === 'space') continue;
      glued.add(i);
      if (before.kind !== 'paragraph' || lengthEm(before.content) * size > 3 * width) return;
      taken++;
    }
  });
  return glued;
}

const lengthEm = (content: readonly Inline[]): number =>
  content.reduce(
    (sum, part) =>
      sum + (part.kind === 'text' ? [...part.text].length : 'widthEm' in part ? part.widthEm : 1),
    0,
  );

function spacer({ before, pageBreak }: Pending, { measures }: BodyContext): string {
  const height = Math.max(before, measures.pitch * tableGap);
  const properties =
    (pageBreak ? '<w:pageBreakBefore/>' : '') +
    '<w:snapToGrid w:val="0"/>' +
    element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': twips(height), 'w:lineRule': 'exact' }) +
    '<w:ind w:firstLine="0" w:firstLineChars="0"/>';
  return element(
    'w:p',
    {},
    element('w:pPr', {}, properties + element('w:rPr', {}, '<w:sz w:val="2"/><w:szCs w:val="2"/>')),
  );
}

function paragraphXml(
  block: Paragraph,
  { measures, size: usual, width, numbers }: BodyContext,
  pending: Pending,
  glued: boolean,
): string {
  const size = block.sizePt ?? usual;
  const own = block.sizePt !== undefined && block.sizePt !== usual;
  const left = (block.leftEm ?? 0) * size;
  const before = (block.spaceBeforePt ?? (measures.english ? measures.pitch * 0.35 : 0)) + pending.before;
  const properties =
    (block.keepWithNext || glued ? '<w:keepNext/>' : '') +
    (pending.pageBreak ? '<w:pageBreakBefore/>' : '') +
    (block.redRule
      ? element(
          'w:pBdr',
          {},
          // 4 mm under the letters, as GB/T 9704 has it.
          element('w:bottom', { 'w:val': 'single', 'w:sz': 12, 'w:space': 11, 'w:color': redInk }),
        )
      : '') +
    (own
      ? element('w:spacing', {
          'w:before': twips(before),
          'w:after': twips(pending.after),
          'w:line': twips((measures.pitch * size) / measures.size),
          'w:lineRule': 'exact',
        })
      : block.spaceBeforePt !== undefined || pending.before > 0 || pending.after > 0
        ? element('w:spacing', { 'w:before': twips(before), 'w:after': twips(pending.after) })
        : '') +
    indent(block, size) +
    (block.align ? setting('jc', block.align === 'justify' ? 'both' : block.align) : '');
  const context: RunContext = {
    english: measures.english,
    size,
    roomEm: (width - left) / size,
    ...(own || block.red
      ? { style: { ...(own ? { size } : {}), ...(block.red ? { colour: redInk } : {}) } }
      : {}),
  };
  return element(
    'w:p',
    {},
    (properties === '' ? '' : element('w:pPr', {}, properties)) + inlineRuns(block.content, context, numbers),
  );
}

/** Indents in characters, which follow when a person changes the size, with their length for programs that know none. */
function indent({ indentEm = 0, leftEm = 0 }: Paragraph, size: number): string {
  if (indentEm === 0 && leftEm === 0) return '';
  return element('w:ind', {
    'w:leftChars': leftEm === 0 ? undefined : Math.round(leftEm * 100),
    'w:left': leftEm === 0 ? undefined : twips(leftEm * size),
    'w:firstLineChars': indentEm === 0 ? undefined : Math.round(indentEm * 100),
    'w:firstLine': indentEm === 0 ? undefined : twips(indentEm * size),
  });
}

function headingXml(block: Heading, { measures, width, numbers }: BodyContext, pending: Pending): string {
  const style = measures.headings[block.level - 1] as Measures['headings'][number];
  const properties =
    setting('pStyle', styleIds.heading[block.level - 1] as string) +
    (pending.pageBreak ? '<w:pageBreakBefore/>' : '') +
    (pending.before > 0 || pending.after > 0
      ? element('w:spacing', {
          'w:before': twips(style.before + pending.before),
          'w:after': twips(style.after + pending.after),
        })
      : '');
  const context: RunContext = { english: measures.english, size: style.size, roomEm: width / style.size };
  const id = numbers.next();
  return element(
    'w:p',
    {},
    element('w:pPr', {}, properties) +
      element('w:bookmarkStart', { 'w:id': id, 'w:name': `heading_${id}` }) +
      inlineRuns([{ kind: 'text', text: block.text }], context, numbers) +
      element('w:bookmarkEnd', { 'w:id': id }),
  );
}

function signatureXml(
  block: Signature,
  { measures, size, width, numbers }: BodyContext,
  pending: Pending,
): string {
  const align = block.align ?? (measures.english ? 'left' : 'right');
  const tail = align === 'right' ? measures.signatureEm * size : 0;
  const inked = block.lines.length * measures.pitch * 1.25;
  // The seal rides over the lines: half of what it needs beyond them stands above, half below.
  const spare = block.seal ? Math.max(0, (sealSide - inked) / 2) : 0;
  const last = block.lines.length - 1;
  const context: RunContext = { english: measures.english, size, roomEm: (width - tail) / size };
  return block.lines
    .map((content, i) => {
      const before = i === 0 ? measures.pitch * 0.5 + pending.before + spare : 0;
      const after = i === last ? spare + pending.after : 0;
      const properties =
        setting('pStyle', styleIds.signature) +
        (i < last ? '<w:keepNext/>' : '') +
        (i === 0 && pending.pageBreak ? '<w:pageBreakBefore/>' : '') +
        (before > 0 || after > 0
          ? element('w:spacing', { 'w:before': twips(before), 'w:after': twips(after) })
          : '') +
        (align === 'left' && !measures.english
          ? '<w:ind w:right="0" w:rightChars="0"/><w:jc w:val="left"/>'
          : '');
      return element('w:p', {}, element('w:pPr', {}, properties) + inlineRuns(content, context, numbers));
    })
    .join('');
}
