import type { Bilingual } from '../common.ts';
import type { Transition } from './types.ts';

export interface TransitionRow {
  readonly event: string;
  readonly words: Bilingual;
  readonly actor: Transition['actor'];
  readonly from: Transition['from'];
  readonly to: string;
  readonly documents?: readonly Bilingual[];
  readonly opens?: readonly string[];
  readonly closes?: readonly string[];
  readonly guard?: Bilingual;
}

/** A transition with empty lists filled in. */
export const move = (row: TransitionRow): Transition => ({ documents: [], opens: [], closes: [], ...row });
