import type { RecordKind } from '../../../../../shared/features/search/search.contract.ts';
import type { SearchSource } from '../source.ts';
import { caseSource } from './cases.ts';
import { documentSource, eventSource, evidenceSource } from './papers.ts';
import { agentSource, memberSource, respondentSource } from './people.ts';

/** Every kind of record in the index, in the order in which they are shown. */
export const sources: readonly SearchSource[] = [
  caseSource,
  memberSource,
  respondentSource,
  agentSource,
  documentSource,
  evidenceSource,
  eventSource,
];

export function sourceOf(kind: RecordKind): SearchSource {
  const found = sources.find((s) => s.kind === kind);
  if (!found) throw new Error(`No source for ${kind}`);
  return found;
}
