/** One page of a list read by key, not by offset: `next` is opaque and null on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}
