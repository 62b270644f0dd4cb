import { inFewLengths, portions } from '../../db/portions.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import type { SearchSource, SourceText } from './source.ts';

/** Records behind the rows of the index, each read once for one search. */
export interface Records {
  /** Learns which records stand behind rows. */
  know(rowids: readonly number[]): Promise<void>;
  /** The records of one kind behind rows, by row; without those that are not there for this reader. */
  of(source: SearchSource, rowids: readonly number[]): Promise<ReadonlyMap<number, SourceText>>;
}

export function recordsOf(db: ReadHandle): Records {
  const refs = new Map<number, string>();
  const texts = new Map<number, SourceText>();
  const asked = new Set<number>();
  async function know(rowids: readonly number[]): Promise<void> {
    for (const part of portions(rowids.filter((id) => !refs.has(id))))
      for (const { id, ref_id } of await db
        .selectFrom('search_text')
        .select(['id', 'ref_id'])
        .where('id', 'in', inFewLengths(part))
        .execute())
        refs.set(id, ref_id);
  }
  return {
    know,
    async of(source, rowids) {
      const fresh = rowids.filter((id) => !asked.has(id));
      if (fresh.length === 0) return texts;
      await know(fresh);
      const own = new Map(
        fresh.flatMap((id): [string, number][] => {
          asked.add(id);
          const ref = refs.get(id);
          return ref === undefined ? [] : [[ref, id]];
        }),
      );
      for (const text of await source.texts(db, inFewLengths([...own.keys()]))) {
        const id = own.get(text.id);
        if (id !== undefined) texts.set(id, text);
      }
      return texts;
    },
  };
}
