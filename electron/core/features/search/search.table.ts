export interface SearchTextTable {
  /** The row of `search_index`: the kind's number × 2^40 and a running number, so that each kind is a range. */
  id: number;
  kind: string;
  ref_id: string;
  hash: string;
}

/** Full-text index; its columns are written and matched, never read back. */
export interface SearchIndexTable {
  rowid: number;
}

/** What the index itself keeps of each of its rows. */
export interface SearchIndexSizeTable {
  id: number;
}
