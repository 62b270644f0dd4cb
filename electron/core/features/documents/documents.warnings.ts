import type { PaperWarning } from '../../../../shared/features/documents/documents.contract.ts';
import type { FilingFacts } from '../../../../shared/features/documents/filing-facts.ts';
import type { PaperInfo } from '../../../paper/index.ts';
import { numberWarnings } from './documents.numbers.ts';
import { recordPath } from './documents.paths.ts';
import { textWarnings } from './editing/text-warnings.ts';
import { forms, type SetEntry } from './forms/index.ts';

// What a paper's making needs besides its form, apart from any database: a batch's threads load it as well.

/** On every page of a paper that is not ready, and in the name of its file. */
export const draftMark = '草稿 DRAFT';

/** Day and author of a file, from the facts: the same facts give the same bytes. */
export function infoOf(facts: FilingFacts): PaperInfo {
  return {
    creationDate: new Date(`${facts.preparedOn ?? '2000-01-01'}T00:00:00Z`),
    ...(facts.preparedBy !== null && { author: facts.preparedBy }),
  };
}

/** All that is missing or wrong on one paper. */
export function paperWarnings(
  facts: FilingFacts,
  entry: Pick<SetEntry, 'formId' | 'target'>,
): PaperWarning[] {
  return [...numberWarnings(facts, entry), ...warningsOf(facts, entry), ...textWarnings(facts, entry)];
}

function warningsOf(facts: FilingFacts, entry: Pick<SetEntry, 'formId' | 'target'>): PaperWarning[] {
  const form = forms[entry.formId];
  const zh = form.build(facts, 'zh-CN', entry.target).warnings;
  // The same facts give the same warnings in the same order; only the sentences differ.
  const en = form.build(facts, 'en', entry.target).warnings;
  return zh.map((w, i) => ({
    field: recordPath(w.field, facts),
    severity: w.severity,
    code: w.code,
    label: { zh: w.label, en: en[i]?.label ?? w.label },
  }));
}
