import type { z } from 'zod';
import { maskNumber, maskPhone } from '../../../../shared/features/people/mask.ts';
import {
  type checkInput,
  type checkOutput,
  type Match,
  matchReasons,
  type PersonRole,
} from '../../../../shared/features/people/people.contract.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import { alikeTo, type Reason } from './people.likeness.ts';
import { rolesOf } from './people.repo.ts';
import { sameMatter, standingIn } from './people.roles.ts';

const shown = 30;
/** Of each role of somebody who is shown, the newest. */
const rolesShown = 5;

interface Hit {
  readonly side: 'self' | 'other';
  readonly personId: string;
  readonly reasons: readonly Reason[];
  readonly sure: boolean;
  readonly weight: Match['weight'];
}

/**
 * Everybody the office has met who is like one of the two sides, with what they were in which case. Looks only into
 * indexes and at the few people it shows: its cost does not grow with the office.
 */
export async function checkPeople(
  db: ReadHandle,
  sought: z.output<typeof checkInput>,
): Promise<z.output<typeof checkOutput>> {
  const self = await alikeTo(db, sought.self);
  const other = await alikeTo(db, sought.other);
  const sides = { self: self.people, other: other.people };
  const ids = { self: [...self.people.keys()], other: [...other.people.keys()] };
  const contrary = {
    self: await standingIn(db, 'respondent', ids.self),
    other: new Set([
      ...(await standingIn(db, 'case_member', ids.other)),
      ...(await standingIn(db, 'agent', ids.other)),
    ]),
  };
  const same = await sameMatter(db, ids.self, ids.other);
  const hits = (['self', 'other'] as const).flatMap((side) =>
    [...sides[side]].map(([personId, found]): Hit => {
      // The whole name says all that its parts and its sound say.
      const reasons = matchReasons.filter((r) => found.has(r) && !(found.has('name') && implied.includes(r)));
      // The enquirer once answered a case, or the office helped the other side or met its agent: nobody serves both.
      const weight = contrary[side].has(personId) ? 'conflict' : same.has(personId) ? 'duplicate' : 'seen';
      return { side, personId, reasons, sure: isSure(reasons), weight };
    }),
  );
  hits.sort((a, b) => rank(a) - rank(b) || (a.personId < b.personId ? 1 : -1));
  const { people, roles } = await details(db, hits.slice(0, shown));
  const matches = hits.slice(0, shown).flatMap(({ personId, ...hit }): Match[] => {
    const row = people.get(personId);
    if (!row) return [];
    const held = contraryFirst(hit.side, roles.get(personId) ?? []);
    // A case in the bin makes no conflict.
    const binned = hit.weight === 'conflict' && !opposing[hit.side].includes(held[0]?.role ?? '');
    return [
      {
        ...hit,
        weight: binned ? 'seen' : hit.weight,
        personId,
        reasons: [...hit.reasons],
        kind: row.kind === 'organisation' ? 'organisation' : 'person',
        name: row.name,
        number: row.kind === 'organisation' ? row.uscc : maskNumber(row.id_number),
        phone: maskPhone(row.phone),
        roles: held,
      },
    ];
  });
  return { matches, more: self.more || other.more || hits.length > shown };
}

async function details(db: ReadHandle, hits: readonly Hit[]) {
  const ids = [...new Set(hits.map((h) => h.personId))];
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('person')
          .select(['id', 'kind', 'name', 'id_number', 'uscc', 'phone', 'status'])
          .where('id', 'in', ids)
          .execute();
  // Asked for in the statement, the status would tempt SQLite to walk through everybody who is here.
  const here = rows.filter((r) => r.status === 'here');
  return { people: new Map(here.map((r) => [r.id, r])), roles: await rolesOf(db, ids, rolesShown) };
}

const implied: readonly Reason[] = ['part', 'sound', 'initials'];

const isSure = (reasons: readonly Reason[]): boolean =>
  reasons.some((r) => r === 'number' || r === 'phone' || r === 'name') ||
  (reasons.includes('tail') && (reasons.includes('sound') || reasons.includes('part')));

const opposing = { self: ['respondent'], other: ['applicant', 'agent'] };

/** Few roles are shown: that which makes the conflict must be among them. */
const contraryFirst = (side: Match['side'], roles: readonly PersonRole[]): PersonRole[] => [
  ...roles.filter((r) => opposing[side].includes(r.role)),
  ...roles.filter((r) => !opposing[side].includes(r.role)),
];

const weights = { conflict: 0, duplicate: 1, seen: 2 } as const;
const rank = (h: Hit): number =>
  (h.sure ? 0 : 100) + weights[h.weight] * 10 + Math.min(...h.reasons.map((r) => matchReasons.indexOf(r)));
