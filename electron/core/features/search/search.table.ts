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

/** How far a filling of the index has come; one row while it is under way. */
export interface SearchFillTable {
  id: number;
  /** 1 when the index was emptied before. */
  emptied: number;
  /** Place in the list of sources; behind the last one, the joining of pieces. */
  kind: number;
  /** Last id that was looked at. */
  after: string;
  done: number;
  total: number;
}

/** What the index itself keeps of each of its rows. */
export interface SearchIndexSizeTable {
  id: number;
}
