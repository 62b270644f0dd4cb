import type { Output } from '../../../../shared/contract/api.ts';
import { topicOf } from '../../../../shared/features/documents/particulars/topics.ts';

type Entry = Output<'documents.plan'>[number];

/** Whether a person writes a text of this paper. */
export function hasText({ formId, topics }: Pick<Entry, 'formId' | 'topics'>): boolean {
  return (
    formId === 'arb-application' ||
    formId === 'med-application' ||
    topics.some((id) => Object.values(topicOf(id)?.fields ?? {}).some((f) => f.type.kind === 'text'))
  );
}
