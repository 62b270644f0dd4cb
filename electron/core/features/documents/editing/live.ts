import { createHash } from 'node:crypto';
import type { OutputOf, ParsedOf } from '../../../../../shared/contract/builders.ts';
import type { editingContract } from '../../../../../shared/features/documents/editing.contract.ts';
import type { FilingFacts } from '../../../../../shared/features/documents/filing-facts.ts';
import { fillPlaceholders } from '../../../../../shared/features/documents/placeholders.ts';
import { AppError } from '../../../../../shared/kernel/errors.ts';
import type { BlockPlace, PaperEngine } from '../../../../paper/index.ts';
import type { Inline, PaperModel } from '../../../../paper/model/blocks.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import type { LawData } from '../../../kernel/law-data.ts';
import { choosePapers, gatherFacts } from '../documents.service.ts';
import { paperWarnings } from '../documents.warnings.ts';
import { forms } from '../forms/index.ts';
import { blockTexts } from './content.ts';
import { textFields, withTextsOf } from './fields.ts';

type Live = (typeof editingContract)['documents.live'];
type Places = OutputOf<Live>['places'];

/** The paper with texts that are still being written, and where the paragraph in work stands on it. */
export async function livePaper(
  ctx: CommandContext,
  law: LawData,
  engine: PaperEngine,
  { caseId, paper, language, texts, focus, seen, release }: ParsedOf<Live>,
): Promise<OutputOf<Live>> {
  if (release !== null) ctx.handoff.drop(ctx.caller.sessionId, release);
  const recorded = await gatherFacts(ctx.reading().db, law, caseId, ctx.today);
  const [entry] = choosePapers(recorded, [paper]);
  if (!entry) throw new AppError('not-found', { details: { what: 'paper' } });
  const facts = withTextsOf(recorded.of(forms[entry.formId]), texts);
  const { model } = forms[entry.formId].build(facts, language, entry.target);
  const hash = createHash('sha256').update(JSON.stringify(model)).digest('base64url');
  const wanted = focus === null ? [] : spotsOf(model, paragraphAt(facts, entry, language, focus));
  const warnings = paperWarnings(facts, entry);
  if (hash === seen) {
    const { places, pages } = engine.layout(model);
    return { token: null, seen: hash, pages: pages.length, warnings, places: placesOf(places, wanted) };
  }
  const { bytes, pages, places } = await engine.renderPdf(model, {
    creationDate: new Date(`${ctx.today}T00:00:00Z`),
  });
  const token = ctx.handoff.put(ctx.caller.sessionId, {
    name: `${entry.fileName}.pdf`,
    type: 'application/pdf',
    bytes,
  });
  return { token, seen: hash, pages, warnings, places: placesOf(places, wanted) };
}

interface Wanted {
  /** As the paper prints it. */
  readonly text: string;
  /** How many paragraphs of the same words come before it in its field. */
  readonly before: number;
}

/** What the paragraph in work looks like on the paper; null for an empty one. */
function paragraphAt(
  facts: FilingFacts,
  entry: Parameters<typeof paperWarnings>[1],
  language: 'zh-CN' | 'en',
  focus: { readonly field: string; readonly paragraph: number },
): Wanted | null {
  const field = textFields(facts, entry.formId, entry.target, ['text', 'line']).find(
    (one) => one.field === focus.field,
  );
  if (!field || field.text === null) return null;
  const scene = { facts, language, applicantId: entry.target.applicantId ?? null };
  const lines = field.text.split('\n').map((line) => fillPlaceholders(line.trim(), scene));
  const text = lines[focus.paragraph] ?? '';
  if (text === '') return null;
  return { text, before: lines.slice(0, focus.paragraph).filter((line) => line === text).length };
}

/** A block, or one row of a table. */
interface Spot {
  readonly block: number;
  readonly row?: number;
}

/** What prints a paragraph: a paragraph of its own, else one that holds it, else the row of a table. */
function spotsOf(model: PaperModel, wanted: Wanted | null): Spot[] {
  if (wanted === null) return [];
  const said = model.blocks.map((block) => (block.kind === 'paragraph' ? blockTexts([block])[0] : undefined));
  const own = said.flatMap((text, i) => (text === wanted.text ? [i] : []));
  const one = own[Math.min(wanted.before, own.length - 1)];
  if (one !== undefined) return [{ block: one }];
  const within = said.findIndex((text) => text?.includes(wanted.text));
  if (within >= 0) return [{ block: within }];
  const rows = model.blocks.flatMap((block, i) =>
    block.kind === 'table'
      ? block.rows.map((row, r) => ({
          spot: { block: i, row: r },
          cells: row.map(({ content }) => textOf(content)),
        }))
      : [],
  );
  // A short word may stand in other cells too: the whole cell first.
  const found =
    rows.find(({ cells }) => cells.includes(wanted.text)) ??
    rows.find(({ cells }) => cells.some((cell) => cell.includes(wanted.text)));
  return found ? [found.spot] : [];
}

const textOf = (content: readonly Inline[]): string =>
  content.map((part) => (part.kind === 'text' ? part.text : '')).join('');

/** Neighbouring lines of one page as one place. */
function placesOf(places: readonly BlockPlace[], spots: readonly Spot[]): Places {
  const found: Places = [];
  for (const { block, row, page, top, bottom } of places) {
    if (!spots.some((spot) => spot.block === block && (spot.row === undefined || spot.row === row))) continue;
    const last = found.at(-1);
    if (last?.page === page) last.bottom = Math.max(last.bottom, bottom);
    else found.push({ page, top, bottom });
  }
  return found;
}
