import type { AidLawyer, AidRecordOf } from './aid.schemas.ts';

/** One who may be assigned, as the record has them. */
export interface Candidate extends Pick<AidLawyer, 'name' | 'specialities' | 'onRota' | 'mostOpen'> {
  readonly id: string;
  /** Open cases that they have, and the workers in each. */
  readonly open: readonly { readonly workers: number }[];
  readonly lastAssignedOn: string | null;
  /** Cases in which they acted for the other side. */
  readonly conflicts: readonly string[];
  /** They had this case before and gave it up, or it was taken from them. */
  readonly hadIt: boolean;
  /** Their account can no longer open the office. */
  readonly left: boolean;
}

export const assignReasons = [
  'left',
  'conflict',
  'had-it',
  'off-rota',
  'full',
  'speciality',
  'least-load',
  'longest-since',
  'never-yet',
] as const;
export type AssignReason = (typeof assignReasons)[number];

export interface Proposal {
  readonly id: string;
  /** 1 is proposed; null: not to be assigned, and `reasons` says why. */
  readonly rank: number | null;
  /** A group counts one more for each further ten workers. */
  readonly load: number;
  readonly reasons: readonly AssignReason[];
}

/** What somebody's open cases weigh: one each, and one more for each further ten workers of a group. */
export const loadOf = (open: Candidate['open']): number =>
  open.reduce((sum, c) => sum + 1 + Math.floor(Math.max(c.workers - 1, 0) / 10), 0);

/**
 * Who is next: nobody who has left, with a conflict, off the rota, full or who had the case before; then who knows the matter, then
 * the smaller load, then whose last assignment is longest ago. A person decides; this only proposes.
 */
export function propose(
  candidates: readonly Candidate[],
  matter: AidRecordOf<'application'>['matter'] | null,
): Proposal[] {
  const rows = candidates.map((c) => {
    const load = loadOf(c.open);
    const against: AssignReason[] = [
      ...(c.left ? (['left'] as const) : []),
      ...(c.conflicts.length > 0 ? (['conflict'] as const) : []),
      ...(c.hadIt ? (['had-it'] as const) : []),
      ...(c.onRota ? [] : (['off-rota'] as const)),
      ...(c.mostOpen !== null && load >= c.mostOpen ? (['full'] as const) : []),
    ];
    return { c, load, against, knows: matter !== null && c.specialities.includes(matter) };
  });
  const able = rows.filter((r) => r.against.length === 0);
  able.sort(
    (a, b) =>
      Number(b.knows) - Number(a.knows) ||
      a.load - b.load ||
      (a.c.lastAssignedOn ?? '').localeCompare(b.c.lastAssignedOn ?? '') ||
      a.c.id.localeCompare(b.c.id),
  );
  const least = Math.min(...able.map((r) => r.load));
  return [
    ...able.map(({ c, load, knows }, i): Proposal => {
      const reasons: AssignReason[] = [
        ...(knows ? (['speciality'] as const) : []),
        ...(load === least ? (['least-load'] as const) : []),
        c.lastAssignedOn === null ? 'never-yet' : 'longest-since',
      ];
      return { id: c.id, rank: i + 1, load, reasons };
    }),
    ...rows
      .filter((r) => r.against.length > 0)
      .map(({ c, load, against }): Proposal => ({ id: c.id, rank: null, load, reasons: against })),
  ];
}
