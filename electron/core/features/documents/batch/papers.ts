import type { BatchPapers } from '../../../../../shared/features/documents/batch.contract.ts';
import type { NameParts } from '../../../../../shared/features/documents/file-pattern.ts';
import type { FilingFacts } from '../../../../../shared/features/documents/filing-facts.ts';
import type { FormId } from '../../../../../shared/features/documents/form-ids.ts';
import { documentSets } from '../../../../../shared/features/documents/sets.ts';
import type { PlainDate } from '../../../../../shared/kernel/date.ts';
import type { ReadHandle } from '../../../kernel/context.ts';
import type { LawData } from '../../../kernel/law-data.ts';
import { loadCaseRow } from '../../cases/index.ts';
import { gatherFacts } from '../documents.service.ts';
import {
  entriesOf,
  type FormTarget,
  forms,
  inLayout,
  partiesOf,
  partyId,
  partyName,
} from '../forms/index.ts';
import { partyLabel } from '../forms/kit/paper.ts';

/** One paper that a batch is to make. */
export interface BatchPaper {
  readonly caseId: string;
  readonly formId: FormId;
  /** Whose own paper it is; null for one of the whole case. */
  readonly memberId: string | null;
  readonly target: FormTarget;
  readonly title: string;
  /** All but its place in the batch. */
  readonly parts: NameParts;
  /** From the record; narrowed to one worker only when it is asked for. */
  readonly facts: () => FilingFacts;
  /** Whether other papers are made from the same facts. */
  readonly shared: boolean;
}

export const paperKey = (p: { formId: string; memberId: string | null }): string =>
  `${p.formId}/${p.memberId ?? ''}`;

type Asked = BatchPapers['cases'][number];

/**
 * The papers that a batch wants of one case, in the order of the set or of the forms as they were named.
 * @throws AppError `not-found` for a case that is not there.
 */
export async function papersOfCase(
  db: ReadHandle,
  law: LawData,
  asked: BatchPapers,
  { caseId, memberIds }: Asked,
  day: PlainDate,
): Promise<BatchPaper[]> {
  const { number } = await loadCaseRow(db, caseId);
  const facts = await gatherFacts(db, law, caseId, day);
  const [formIds, set] = Array.isArray(asked.forms)
    ? ([asked.forms, 'all'] as const)
    : ([documentSets[asked.forms.set].forms, asked.forms.set] as const);
  const wanted = memberIds && new Set(memberIds);
  const entries = entriesOf(formIds, facts.all, set, facts.of).map(
    (entry) => inLayout(entry, asked.layout) ?? entry,
  );
  const owner = (target: FormTarget): string | null => target.applicantId ?? target.partyId ?? null;
  const hasOwn = new Set(entries.filter((e) => owner(e.target) !== null).map((e) => e.formId));
  // Forms that are named for the workers of a case are not made for the other side as well; a set has its own order.
  const forWorkers = new Set(
    Array.isArray(asked.forms) && facts.all.applicantSide === 'workers'
      ? entries.filter((e) => e.target.applicantId !== undefined).map((e) => e.formId)
      : [],
  );
  const paper = (
    entry: (typeof entries)[number],
    memberId: string | null,
    of: () => FilingFacts,
    shared: boolean,
  ): BatchPaper => {
    const whole = facts.of(forms[entry.formId]);
    const worker = whole.applicants.find((a) => a.id === memberId);
    const party = partiesOf(whole).find((p) => partyId(p.party) === memberId)?.party;
    const [first] = whole.respondents;
    const title = asked.language === 'en' ? forms[entry.formId].title.en : entry.title;
    return {
      caseId,
      formId: entry.formId,
      memberId,
      target: entry.target,
      title,
      parts: {
        case: number,
        name: worker?.name ?? (party ? (partyName(party) ?? '') : (partyLabel(whole) ?? '')),
        paper: title,
        unit: first ? (partyName(first.party) ?? '') : '',
        team: worker?.job.team ?? '',
        number: '',
        date: day,
      },
      facts: of,
      shared,
    };
  };
  return entries.flatMap((entry): BatchPaper[] => {
    const form = forms[entry.formId];
    const own = owner(entry.target);
    if (entry.target.partyId !== undefined && forWorkers.has(entry.formId)) return [];
    if (own !== null)
      return wanted === null || wanted.has(own) ? [paper(entry, own, () => facts.of(form), true)] : [];
    if (asked.each === 'worker' && !hasOwn.has(entry.formId))
      return facts
        .of(form)
        .applicants.filter((a) => wanted === null || wanted.has(a.id))
        .map(({ id }) => paper(entry, id, () => facts.only(new Set([id])), false));
    // Beside workers' own papers of a form, what sums them up was not asked for by choosing workers.
    if (wanted !== null && hasOwn.has(entry.formId)) return [];
    return [paper(entry, null, () => facts.of(form), true)];
  });
}

/** The same with each paper's place in the batch, in digits enough to sort by. */
export function numbered<P extends { readonly parts: NameParts }>(papers: readonly P[]): P[] {
  const digits = String(papers.length).length;
  return papers.map((p, i) => ({
    ...p,
    parts: { ...p.parts, number: String(i + 1).padStart(Math.max(2, digits), '0') },
  }));
}
