import type { Bilingual } from '../common.ts';

/** How the articles that are cited were compared with the wording of the law. */
interface Comparison {
  /** Day of adoption, or of the last amendment, of the full text that lay open. */
  readonly text: string;
  /** Day of the comparison. */
  readonly on: string;
  /** Month of a later full text in which the same articles read the same. */
  readonly unchangedIn?: string;
}

/** A text that rules and calculators cite, in the version that was read. */
export interface Instrument {
  readonly name: Bilingual;
  readonly version: string;
  readonly url?: string;
  /** Absent: no full text was at hand, each rule’s status says what was seen of it. */
  readonly compared?: Comparison;
}

export const compared = (text: string, unchangedIn?: string): Comparison => ({
  text,
  on: '2026-11-22',
  ...(unchangedIn ? { unchangedIn } : {}),
});
