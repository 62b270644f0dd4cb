import type { PlainDate } from '../../kernel/date.ts';
import { type Fen, fen, zeroFen } from '../../kernel/money.ts';
import { apportion } from './split.rules.ts';

export interface DueRef {
  readonly outcomeId: string;
  /** From 1. */
  readonly n: number;
}

/** One instalment of one outcome in force. */
export interface DueSum extends DueRef {
  /** As the document has it; null where it names no day. */
  readonly due: PlainDate | null;
  /** The last day on which it is still in time: `due` unless a rest day moves it. */
  readonly lastDay: PlainDate | null;
  /** One missed instalment of the outcome makes this one claimable. */
  readonly acceleration: boolean;
  /** Worker → fen. */
  readonly shares: ReadonlyMap<string, Fen>;
}

export interface PaidSum {
  readonly id: string;
  readonly date: PlainDate;
  readonly parts: readonly { readonly memberId: string; readonly amountFen: Fen }[];
  /** Belongs to nobody: kept as an overpayment. */
  readonly overFen: Fen;
  readonly toDue: DueRef | null;
}

export type DueState = 'paid' | 'undated' | 'upcoming' | 'due-today' | 'overdue';

/** One worker's share of one instalment and what was paid on it. */
export interface DueCell extends DueRef {
  readonly due: PlainDate | null;
  readonly lastDay: PlainDate | null;
  readonly amountFen: Fen;
  readonly openFen: Fen;
  readonly payments: readonly { readonly id: string; readonly date: PlainDate; readonly amountFen: Fen }[];
}

interface Sums {
  readonly grantedFen: Fen;
  /** Applied to what is owed. */
  readonly paidFen: Fen;
  readonly openFen: Fen;
  readonly overdueFen: Fen;
  /** Overdue, and what became claimable with it. */
  readonly claimableFen: Fen;
  /** Paid beyond what is owed. Never set off against another worker. */
  readonly overFen: Fen;
}

export interface WorkerLedger extends Sums {
  readonly memberId: string;
  readonly cells: readonly DueCell[];
}

export interface DueRow extends DueRef {
  readonly due: PlainDate | null;
  readonly lastDay: PlainDate | null;
  readonly amountFen: Fen;
  readonly paidFen: Fen;
  readonly openFen: Fen;
  readonly state: DueState;
  /** The day of the payment that settled it. */
  readonly paidOn: PlainDate | null;
  readonly accelerated: boolean;
}

export interface Ledger {
  readonly workers: readonly WorkerLedger[];
  readonly dues: readonly DueRow[];
  readonly totals: Sums;
}

const same = (a: DueRef, b: DueRef): boolean => a.outcomeId === b.outcomeId && a.n === b.n;

/** Oldest first; what has no day comes last. */
function byDay(a: { due: PlainDate | null }, b: { due: PlainDate | null }): number {
  return (a.due ?? '9999') < (b.due ?? '9999') ? -1 : (a.due ?? '9999') > (b.due ?? '9999') ? 1 : 0;
}

type OpenCell = { -readonly [K in keyof DueCell]: DueCell[K] } & { payments: DueCell['payments'][number][] };

function stateOf(cell: { openFen: number; lastDay: PlainDate | null }, today: PlainDate): DueState {
  if (cell.openFen === 0) return 'paid';
  if (cell.lastDay === null) return 'undated';
  return cell.lastDay < today ? 'overdue' : cell.lastDay === today ? 'due-today' : 'upcoming';
}

/**
 * What is owed, paid and left, worker by worker and in all. A payment fills the instalment it was meant for, then the
 * oldest (as 民法典 art. 560 has it for debts of equal kind: the one due first).
 * @param payments in any order; they count by date, on the same day as recorded.
 * @param today what is past its last day is overdue.
 */
export function ledgerOf(dues: readonly DueSum[], payments: readonly PaidSum[], today: PlainDate): Ledger {
  const sorted = [...dues].sort(byDay);
  const cells = new Map<string, OpenCell[]>();
  for (const { shares, outcomeId, n, due, lastDay } of sorted)
    for (const [memberId, amountFen] of shares) {
      const own = cells.get(memberId) ?? [];
      own.push({ outcomeId, n, due, lastDay, amountFen, openFen: amountFen, payments: [] });
      cells.set(memberId, own);
    }
  const over = new Map<string, number>();
  let overFen = 0;
  const inOrder = [...payments].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1,
  );
  for (const payment of inOrder) {
    overFen += payment.overFen;
    for (const { memberId, amountFen } of payment.parts) {
      const left = fill(cells.get(memberId) ?? [], payment, amountFen);
      if (left > 0) over.set(memberId, (over.get(memberId) ?? 0) + left);
    }
  }
  const broken = new Set<string>();
  for (const own of cells.values())
    for (const cell of own) if (stateOf(cell, today) === 'overdue') broken.add(cell.outcomeId);
  const accelerated = (ref: DueRef): boolean =>
    broken.has(ref.outcomeId) && (dues.find((d) => same(d, ref))?.acceleration ?? false);
  const speeds = new Map(sorted.map((d) => [`${d.outcomeId}/${d.n}`, accelerated(d)]));
  const ids = new Set([...cells.keys(), ...over.keys()]);
  const workers = [...ids].map((memberId): WorkerLedger => {
    const own = cells.get(memberId) ?? [];
    const sum = (of: (cell: OpenCell) => number): Fen => fen(own.reduce((s, c) => s + of(c), 0));
    const late = (c: OpenCell): boolean => stateOf(c, today) === 'overdue';
    return {
      memberId,
      cells: own,
      grantedFen: sum((c) => c.amountFen),
      paidFen: sum((c) => c.amountFen - c.openFen),
      openFen: sum((c) => c.openFen),
      overdueFen: sum((c) => (late(c) ? c.openFen : 0)),
      claimableFen: sum((c) => (late(c) || speeds.get(`${c.outcomeId}/${c.n}`) ? c.openFen : 0)),
      overFen: fen(over.get(memberId) ?? 0),
    };
  });
  const total = (of: (w: WorkerLedger) => number): Fen => fen(workers.reduce((s, w) => s + of(w), 0));
  return {
    workers,
    dues: sorted.map((d): DueRow => dueRow(d, cells, today, speeds)),
    totals: {
      grantedFen: total((w) => w.grantedFen),
      paidFen: total((w) => w.paidFen),
      openFen: total((w) => w.openFen),
      overdueFen: total((w) => w.overdueFen),
      claimableFen: total((w) => w.claimableFen),
      overFen: fen(total((w) => w.overFen) + overFen),
    },
  };
}

function dueRow(
  d: DueSum,
  cells: ReadonlyMap<string, readonly OpenCell[]>,
  today: PlainDate,
  speeds: ReadonlyMap<string, boolean>,
): DueRow {
  let amount = 0;
  let open = 0;
  let paidOn: PlainDate | null = null;
  for (const memberId of d.shares.keys()) {
    const cell = cells.get(memberId)?.find((c) => same(c, d));
    if (!cell) continue;
    amount += cell.amountFen;
    open += cell.openFen;
    for (const p of cell.payments) if (paidOn === null || p.date > paidOn) paidOn = p.date;
  }
  const state = stateOf({ openFen: open, lastDay: d.lastDay }, today);
  return {
    outcomeId: d.outcomeId,
    n: d.n,
    due: d.due,
    lastDay: d.lastDay,
    amountFen: fen(amount),
    paidFen: fen(amount - open),
    openFen: fen(open),
    state,
    paidOn: state === 'paid' ? paidOn : null,
    accelerated: state !== 'paid' && state !== 'overdue' && (speeds.get(`${d.outcomeId}/${d.n}`) ?? false),
  };
}

/** @returns fen that found nothing open. */
function fill(own: readonly OpenCell[], payment: PaidSum, amountFen: Fen): number {
  let left: number = amountFen;
  const { toDue } = payment;
  const meant = toDue ? own.filter((c) => same(c, toDue)) : [];
  for (const cell of [...meant, ...own.filter((c) => !meant.includes(c))]) {
    if (left === 0) break;
    const paid = Math.min(left, cell.openFen);
    if (paid === 0) continue;
    cell.openFen = fen(cell.openFen - paid);
    cell.payments.push({ id: payment.id, date: payment.date, amountFen: fen(paid) });
    left -= paid;
  }
  return left;
}

/**
 * Shares a payment among workers: the instalment it is meant for first, then the oldest; within an instalment by what
 * each still has open there.
 * @param ledger without this payment. @param memberIds null: everybody.
 * @returns what each gets, and what is left when nothing more is owed to them.
 */
export function allocate(
  amountFen: Fen,
  ledger: Pick<Ledger, 'workers' | 'dues'>,
  memberIds: readonly string[] | null,
  toDue: DueRef | null,
): { readonly parts: { memberId: string; amountFen: Fen }[]; readonly overFen: Fen } {
  const wanted = memberIds === null ? null : new Set(memberIds);
  const chosen = ledger.workers.filter((w) => wanted === null || wanted.has(w.memberId));
  const meant = toDue ? ledger.dues.filter((d) => same(d, toDue)) : [];
  const sums = new Map<string, number>();
  let left: number = amountFen;
  for (const due of [...meant, ...ledger.dues.filter((d) => !meant.includes(d))]) {
    if (left === 0) break;
    const open = chosen.map((w) => w.cells.find((c) => same(c, due))?.openFen ?? zeroFen);
    const all = open.reduce((s, o) => s + o, 0);
    const now = Math.min(left, all);
    if (now === 0) continue;
    for (const [i, share] of apportion(fen(now), open).entries()) {
      const id = chosen[i]?.memberId ?? '';
      if (share > 0) sums.set(id, (sums.get(id) ?? 0) + share);
    }
    left -= now;
  }
  return {
    parts: [...sums].map(([memberId, amount]) => ({ memberId, amountFen: fen(amount) })),
    overFen: fen(left),
  };
}
