import type { FilingFacts } from '../../../../../shared/features/documents/filing-facts.ts';
import type { FormId } from '../../../../../shared/features/documents/form-ids.ts';
import type { FormLayout } from '../../../../../shared/features/documents/form-warning.ts';
import { documentSets, type SetId } from '../../../../../shared/features/documents/sets.ts';
import type { FormDefinition, NamedTarget } from './definition.ts';
import { paperFileName } from './file-name.ts';
import type { Copies } from './kit/copies.ts';
import { type FormTarget, partyLabel } from './kit/paper.ts';
import { forms } from './registry.ts';

export type { Copies } from './kit/copies.ts';
export type { FormTarget } from './kit/paper.ts';
export { partyId, partyName } from './kit/parties.ts';
export { partiesOf } from './kit/sides.ts';
export type { FormLanguage } from './kit/wording.ts';
export { formList, forms } from './registry.ts';

/** One paper of a filing set. */
export interface SetEntry {
  readonly formId: FormId;
  readonly target: FormTarget;
  /** Counts from 1, in filing order. */
  readonly order: number;
  readonly title: string;
  /** Without extension. */
  readonly fileName: string;
  readonly copies: Copies;
}

/**
 * Every applicable paper of a set, in its order: one per worker where the paper is a worker's own.
 * @param factsFor the facts of those workers whom a form names.
 */
export function documentSet(
  whole: FilingFacts,
  set: SetId = 'arbitration-filing',
  factsFor: (form: FormDefinition) => FilingFacts = () => whole,
): readonly SetEntry[] {
  return entriesOf(documentSets[set].forms, whole, set, factsFor);
}

/** As `documentSet`, of forms chosen one by one; each as it stands in `set`. */
export function entriesOf(
  formIds: readonly FormId[],
  whole: FilingFacts,
  set: SetId = 'all',
  factsFor: (form: FormDefinition) => FilingFacts = () => whole,
): readonly SetEntry[] {
  const entries: SetEntry[] = [];
  for (const formId of formIds) {
    const form = forms[formId];
    const facts = factsFor(form);
    if (!form.applicable(facts)) continue;
    for (const { target, who, title = form.title.zh } of targetsOf(form, facts, set)) {
      const order = entries.length + 1;
      entries.push({
        formId,
        target,
        order,
        title,
        fileName: paperFileName(order, title, who, facts.preparedOn),
        copies: copiesOf(form, facts),
      });
    }
  }
  return entries;
}

/** As the form counts them, or as the office has set for it. */
function copiesOf(form: FormDefinition, facts: FilingFacts): Copies {
  const copies = form.copies(facts);
  return { ...copies, total: facts.face?.copies[form.id] ?? copies.total };
}

function targetsOf(form: FormDefinition, facts: FilingFacts, set: SetId): readonly NamedTarget[] {
  if (form.targets) return form.targets(facts, set);
  return form.scope === 'member'
    ? facts.applicants.map((a) => ({ target: { applicantId: a.id }, who: a.name }))
    : [{ target: {}, who: partyLabel(facts) }];
}

/** Stands in the title and the file name of a paper with boxes, and tells such a paper from the one in prose. */
const elementMark = '（要素式）';

/**
 * The entry for the wanted layout of its form; null when the form has no such layout. The mark in the file name is
 * the only record of the layout.
 */
export function inLayout(entry: SetEntry, layout: FormLayout): SetEntry | null {
  if (layout === 'narrative') return entry;
  if (!forms[entry.formId].element) return null;
  const base = forms[entry.formId].title.zh;
  return {
    ...entry,
    target: { ...entry.target, layout },
    title: `${entry.title}${elementMark}`,
    fileName: entry.fileName.replace(base, (name) => `${name}${elementMark}`),
  };
}

/** The layout of a paper that was made before, from its file name. */
export function layoutOfFile(formId: FormId, fileName: string): FormLayout {
  const { element, title } = forms[formId];
  return element && fileName.includes(`${title.zh}${elementMark}`) ? 'element' : 'narrative';
}
