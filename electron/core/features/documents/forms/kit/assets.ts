import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import { assetsTopic } from '../../../../../../shared/features/documents/particulars/interim.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { type Content, type Draft, fill, joined, text } from './draft.ts';
import { plain } from './paper.ts';
import { readTopic } from './particulars.ts';

/** The debtor's property as far as it is known, a line each; nothing where nothing is. */
export function assetLines(facts: FilingFacts, draft: Draft): Block[] {
  const { common } = draft;
  const own = readTopic(draft, facts, assetsTopic);
  return own.values.list.map((_, i) => {
    const parts = (['holder', 'detail', 'value'] as const).flatMap((key): Content[] => {
      const value = own.showCell('list', i, key);
      return value === null ? [] : [text(value)];
    });
    const kind = own.needCell('list', i, 'kind', { widthEm: 6 });
    const line = fill(common.labelled, { label: kind, value: joined(parts, common.comma) });
    return plain([...text(`${i + 1}. `), ...line], { leftEm: 2 });
  });
}
