import type { Output } from '../../../shared/contract/api.ts';
import type { DocumentRecord, PaperWarning } from '../../../shared/features/documents/documents.contract.ts';
import type { FormLayout } from '../../../shared/features/documents/form-warning.ts';

export type PlanEntry = Output<'documents.plan'>[number];

/** One paper of the set, told apart by form and worker. */
export const paperKey = (p: { formId: string; memberId: string | null }): string =>
  `${p.formId}/${p.memberId ?? ''}`;

/** What is asked of the core for a paper; only the application comes in more than one layout. */
export function choiceOf(
  { formId, memberId }: PlanEntry,
  layout: FormLayout,
): { formId: PlanEntry['formId']; memberId: string | null; layout: FormLayout } {
  return { formId, memberId, layout: hasLayouts(formId) ? layout : 'narrative' };
}

export const hasLayouts = (formId: PlanEntry['formId']): boolean => formId === 'arb-application';

/** The newest made paper of each kind and language; what was made before is history. */
export function newestPapers(
  made: readonly DocumentRecord[],
  language: DocumentRecord['language'],
): Map<string, DocumentRecord> {
  const newest = new Map<string, DocumentRecord>();
  for (const paper of made) {
    if (paper.language !== language) continue;
    const before = newest.get(paperKey(paper));
    if (!before || paper.madeAt > before.madeAt) newest.set(paperKey(paper), paper);
  }
  return newest;
}

/** What of a paper stays blank or must be put right; advice is no gap. */
export const lackingOf = (warnings: readonly Pick<PaperWarning, 'severity'>[]): number =>
  warnings.filter((w) => w.severity !== 'advice').length;

/** What a paper lacks: of one that was drawn as the record is now, with the characters that no font has. */
export const lackingIn = (entry: PlanEntry, made: DocumentRecord | undefined): number =>
  lackingOf(made && !made.outdated ? made.warnings : entry.warnings);

export type PaperMark = 'missing-facts' | 'ready' | 'made' | 'marked' | 'final' | 'served' | 'outdated';

/**
 * What the list says of a paper, the main thing first. A draft that was made with gaps still has them: only what is
 * final was looked at and accepted as it is.
 */
export function paperMarks(entry: PlanEntry, made: DocumentRecord | undefined): PaperMark[] {
  const gaps: PaperMark[] = lackingIn(entry, made) > 0 ? ['missing-facts'] : [];
  if (!made) return gaps.length > 0 ? gaps : ['ready'];
  const changed: PaperMark[] = made.outdated ? ['outdated'] : [];
  if (made.state !== 'draft') return [made.state, ...changed];
  if (made.marked) return ['marked', ...changed, ...gaps];
  return [...(made.outdated ? changed : (['made'] as const)), ...gaps];
}

export interface PlanGroup {
  readonly formId: PlanEntry['formId'];
  readonly title: PlanEntry['title'];
  readonly entries: readonly PlanEntry[];
}

/** Papers of one kind together, in the order of the plan: 300 powers of attorney are one line that opens. */
export function groupPlan(plan: readonly PlanEntry[]): PlanGroup[] {
  const groups = new Map<
    string,
    { formId: PlanEntry['formId']; title: PlanEntry['title']; entries: PlanEntry[] }
  >();
  for (const entry of plan) {
    const group = groups.get(entry.formId);
    if (group) group.entries.push(entry);
    else groups.set(entry.formId, { formId: entry.formId, title: entry.title, entries: [entry] });
  }
  return [...groups.values()];
}
