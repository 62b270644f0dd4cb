import type { PlainDate } from '../../kernel/date.ts';
import { type Fen, formatYuan } from '../../kernel/money.ts';

interface Named {
  readonly number: string | null;
  readonly madeOn: PlainDate | null;
  readonly lines: readonly { readonly memberId: string; readonly amountFen: number | null }[];
}

/** The workers of a document: the first by name, and how many in all where they are several. */
export function workersOf(lines: Named['lines'], nameOf: (memberId: string) => string | undefined): string {
  const ids = [...new Set(lines.map((l) => l.memberId))];
  const names = ids.flatMap((id) => nameOf(id) ?? []);
  return names.length === 0 ? '' : `${names[0]}${names.length > 1 ? `（${names.length}）` : ''}`;
}

/**
 * What a settlement, an award or a judgment is called, in any language: its number, and without one its day, its workers
 * and its sum, because several are made on one day.
 */
export function outcomeTitle(o: Named, nameOf: (memberId: string) => string | undefined): string {
  if (o.number !== null) return o.number;
  const sum = o.lines.reduce((all, l) => all + (l.amountFen ?? 0), 0);
  return [o.madeOn, workersOf(o.lines, nameOf), sum > 0 ? formatYuan(sum as Fen) : '']
    .filter(Boolean)
    .join(' ');
}
