import type { PlainDate } from '../../kernel/date.ts';

/** How a worker stands in the group. */
export const memberStatuses = ['active', 'settled', 'withdrawn'] as const;
export type MemberStatus = (typeof memberStatuses)[number];

/** What a part of the group may do; `return` takes a worker back among those who go on. */
export const actKinds = ['settle', 'withdraw', 'return'] as const;
export type ActKind = (typeof actKinds)[number];

const statusAfter: Readonly<Record<ActKind, MemberStatus>> = {
  settle: 'settled',
  withdraw: 'withdrawn',
  return: 'active',
};

export interface GroupAct {
  readonly id: string;
  readonly kind: ActKind;
  readonly on: PlainDate;
  readonly note: string | null;
  readonly memberIds: readonly string[];
}

export interface Standing {
  readonly status: MemberStatus;
  readonly on: PlainDate | null;
  readonly note: string | null;
}

export const going: Standing = { status: 'active', on: null, note: null };

/** How each worker stands after the acts, in the order of their days and, within a day, of their recording. */
export function standingsOf(acts: readonly GroupAct[]): Map<string, Standing> {
  const standings = new Map<string, Standing>();
  const inOrder = [...acts].sort((a, b) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id));
  for (const { kind, on, note, memberIds } of inOrder)
    for (const id of memberIds)
      standings.set(id, kind === 'return' ? going : { status: statusAfter[kind], on, note });
  return standings;
}

/** Whether a worker who stands so can do this: only who goes on can leave, only who left can come back. */
export function mayAct(kind: ActKind, status: MemberStatus): boolean {
  return kind === 'return' ? status === 'settled' || status === 'withdrawn' : status === 'active';
}
