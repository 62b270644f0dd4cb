import type { FilingFacts } from '../../../../../../../shared/features/documents/filing-facts.ts';
import type { Block } from '../../../../../../paper/model/blocks.ts';
import { blank, type Content, startDraft, text } from '../../kit/draft.ts';
import { addressed, type BuiltForm, finish, heading, plain, signature } from '../../kit/paper.ts';
import { unitFiles } from '../../kit/sides.ts';
import { checkPeriods, checkWageClaims } from '../../kit/sums.ts';
import type { FormWording } from '../../kit/wording.ts';
import { claimBlocks } from '../claims.ts';
import type { ApplicationWording } from '../index.ts';
import { limitationBlocks } from '../limitation.ts';
import { attachments, checkMigrants, signatureLines } from '../parts.ts';
import { unitAttachments, unitNarrative, unitSignature } from '../unit.ts';
import { claimRows } from './claims.ts';
import { evidenceRows, factRows } from './facts.ts';
import { partyRows } from './parties.ts';
import { type ElementRow, elementTable } from './rows.ts';

/** What stands in paragraphs of the prose, as lines of one cell. */
function linesOf(blocks: readonly Block[]): Content[] {
  return blocks.flatMap((b): Content[] => (b.kind === 'paragraph' ? [b.content] : []));
}

/**
 * 劳动人事争议仲裁申请书（要素式）: the same application as a table of elements with boxes, as offices of some cities
 * hand it out. The elements follow the court's 劳动争议纠纷 complaint form (法〔2025〕82号), without what belongs to a
 * court alone; the layout itself is ours and no official form.
 */
export function buildElementApplication(
  facts: FilingFacts,
  wording: FormWording<ApplicationWording>,
): BuiltForm {
  const { form: words, common, language } = wording;
  const e = words.element;
  const draft = startDraft(common, language);
  if (unitFiles(facts)) {
    const own: ElementRow[] = [
      { label: words.claims, lines: linesOf(claimBlocks(facts, words, draft)) },
      { label: words.facts, lines: linesOf(unitNarrative(facts, words, draft)) },
      { label: words.limitation, lines: limitationBlocks(facts, words, draft).map((p) => p.content) },
    ];
    const blocks: Block[] = [
      plain([...text(words.receipt), blank(8)], { align: 'right', sizePt: 10.5 }),
      plain(text(e.notes), { sizePt: 10.5, align: 'justify' }),
      elementTable([...partyRows(facts, words, draft), ...own, ...evidenceRows(facts, words, draft)]),
      ...addressed(facts, words.to, draft),
      unitSignature(facts, draft),
      ...unitAttachments(facts, words),
    ];
    return finish(draft, { title: e.title, language, blocks });
  }
  const blocks: Block[] = [
    plain([...text(words.receipt), blank(8)], { align: 'right', sizePt: 10.5 }),
    plain(text(e.notes), { sizePt: 10.5, align: 'justify' }),
    heading(2, e.parties),
    elementTable(partyRows(facts, words, draft)),
    heading(2, words.claims),
    elementTable(claimRows(facts, words, draft)),
    heading(2, words.facts),
    elementTable(factRows(facts, words, draft)),
  ];
  checkWageClaims(facts, draft);
  checkMigrants(facts, draft);
  checkPeriods(facts, draft);
  blocks.push(
    heading(2, e.evidence),
    elementTable(evidenceRows(facts, words, draft)),
    ...addressed(facts, words.to, draft),
    signature(signatureLines(facts, words, common)),
    ...attachments(facts, words),
  );
  return finish(draft, { title: e.title, language, blocks });
}
