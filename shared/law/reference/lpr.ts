import { addDays, daysBetween, maxDate, type PlainDate } from '../../kernel/date.ts';
import type { LawContext } from '../context.ts';
import { noData } from './row.ts';
import type { LprTable } from './tables.ts';
import { noteUsed } from './used.ts';

/** A quote and the last day for which it is known to have held. */
export interface LprQuote {
  readonly from: PlainDate;
  readonly percent: string;
  readonly knownThrough: PlainDate;
  readonly source: string;
}

/** Notes that a quote went into the result. */
export function noteLpr(ctx: LawContext, quote: Pick<LprQuote, 'from' | 'source'>): void {
  noteUsed(ctx, { zh: '一年期LPR', en: 'one-year LPR' }, { source: quote.source, validFrom: quote.from });
}

// Quotes come out on the 20th of each month, later where that is no working day: a longer pause means that one is missing.
const longestPause = 45;

/**
 * Every quote of the table, oldest first. Up to `verifiedThrough` the table is complete; after it a quote holds until
 * the next month's, and over a gap of more than a month only on its own day: a rate is never carried forward silently.
 */
export function lprQuotes(table: LprTable): LprQuote[] {
  return table.lpr.map(({ validFrom, percent, source }, i) => {
    const base = maxDate(validFrom, table.verifiedThrough);
    const next = table.lpr[i + 1]?.validFrom;
    const joined = next !== undefined && daysBetween(base, next) <= longestPause;
    return { from: validFrom, percent, knownThrough: joined ? addDays(next, -1) : base, source };
  });
}

export type LprOfDay =
  | { readonly state: 'known'; readonly percent: string }
  /** No LPR existed yet. */
  | { readonly state: 'before-first'; readonly first: PlainDate }
  /** The quote of that time is not in the table, which is known through this day. */
  | { readonly state: 'missing'; readonly knownThrough: PlainDate };

/** The one-year LPR of a day, in percent. @throws AppError `no-data` when there is no table at all. */
export function lprOf(ctx: LawContext, date: PlainDate): LprOfDay {
  const quotes = ctx.lpr ? lprQuotes(ctx.lpr) : [];
  const [first] = quotes;
  if (!first) throw noData('lpr', { area: '000000', date });
  const quote = quotes.findLast((q) => q.from <= date);
  if (!quote) return { state: 'before-first', first: first.from };
  if (date > quote.knownThrough) return { state: 'missing', knownThrough: quote.knownThrough };
  noteLpr(ctx, quote);
  return { state: 'known', percent: quote.percent };
}
