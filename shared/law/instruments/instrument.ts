import type { Bilingual } from '../common.ts';

/** A text that rules and calculators cite, in the version that was read. */
export interface Instrument {
  readonly name: Bilingual;
  readonly version: string;
  readonly url?: string;
}
