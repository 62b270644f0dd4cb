import type { PlainDate } from '../../kernel/date.ts';

export interface ActDone {
  readonly due: PlainDate;
  /** The day the paper reached the organ. */
  readonly received?: PlainDate;
  /** The day it was handed to the post (postmark). */
  readonly posted?: PlainDate;
}

/**
 * Whether a procedural document was filed in time: what is handed to the post before expiry is in time, the journey
 * does not count (民事诉讼法 art. 85(4); in arbitration by reference, 办案规则 art. 19). It does not clearly hold for
 * limitation or for filings with administrative bodies: there pass only `received`.
 * Null when neither day is known.
 */
export function actedInTime(act: ActDone): boolean | null {
  const day = act.posted ?? act.received;
  return day === undefined ? null : day <= act.due;
}
