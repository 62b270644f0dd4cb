import { diffArrays } from 'diff';

interface Part {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

interface Comparison {
  /** One entry for each paragraph. */
  readonly blocks: Part[][];
  /** Code points. */
  readonly added: number;
  readonly removed: number;
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Beyond this many changes two paragraphs have nothing to do with each other: the whole of them is shown. */
const mostEdits = 4000;

/**
 * Two papers, paragraph by paragraph and in changed ones word by word. Neighbouring paragraphs that went and came are
 * taken for one that was changed, in their order.
 */
export function compareTexts(older: readonly string[], newer: readonly string[]): Comparison {
  const blocks: Part[][] = [];
  const changes = diffArrays([...older], [...newer], { maxEditLength: mostEdits }) ?? [
    { value: [...older], removed: true, added: false },
    { value: [...newer], removed: false, added: true },
  ];
  for (let i = 0; i < changes.length; i++) {
    const change = changes[i];
    if (!change) continue;
    const next = changes[i + 1];
    if (change.removed && next?.added) {
      const pairs = Math.max(change.value.length, next.value.length);
      for (let n = 0; n < pairs; n++) blocks.push(compareWords(change.value[n] ?? '', next.value[n] ?? ''));
      i++;
      continue;
    }
    const kind = change.removed ? 'removed' : change.added ? 'added' : 'same';
    for (const text of change.value) blocks.push([{ kind, text }]);
  }
  const count = (kind: Part['kind']): number =>
    blocks.flat().reduce((sum, part) => sum + (part.kind === kind ? [...part.text].length : 0), 0);
  return { blocks, added: count('added'), removed: count('removed') };
}

function compareWords(older: string, newer: string): Part[] {
  const of = (text: string): string[] => [...words.segment(text)].map((s) => s.segment);
  const changes = diffArrays(of(older), of(newer), { maxEditLength: mostEdits });
  const parts: Part[] = changes
    ? changes.map(({ value, added, removed }) => ({
        kind: added ? 'added' : removed ? 'removed' : 'same',
        text: value.join(''),
      }))
    : [
        { kind: 'removed', text: older },
        { kind: 'added', text: newer },
      ];
  return parts.filter((part) => part.text !== '');
}
