import type { Permission } from '../../../../shared/contract/builders.ts';
import type { RecordKind } from '../../../../shared/features/search/search.contract.ts';
import type { WatchedTable } from '../../db/changes.ts';
import type { ReadHandle } from '../../kernel/context.ts';

/** A record as it is looked for and shown. */
export interface SourceText {
  readonly id: string;
  readonly caseId: string;
  readonly title: string;
  /** Names and numbers: found at once, also by sound. */
  readonly names: readonly string[];
  readonly texts: readonly string[];
  /** In fen. */
  readonly amounts: readonly number[];
  /** Type of an event, form of a paper. */
  readonly what: string | null;
  /** Its worker or party is in the bin: it stays in the index, which knows its own row only, and is shown to nobody. */
  readonly hidden?: boolean;
}

/** Where a kind of record comes from. A new kind is one file with one of these and a line in `sources/index.ts`. */
export interface SearchSource {
  readonly kind: RecordKind;
  /** Its place in the index, never given twice and never changed: rowids begin at `number` × 2^40. */
  readonly number: number;
  /** A change of a row of this table brings the index up to date within the same transaction. */
  readonly table: WatchedTable;
  readonly permission: Permission;
  /** The records of these ids that are not in the bin; those without anything to find may be left out. */
  texts(db: ReadHandle, ids: readonly string[]): Promise<SourceText[]>;
}

export const present = (...values: readonly (string | null | undefined)[]): string[] =>
  values.filter((v): v is string => v !== null && v !== undefined && v !== '');
