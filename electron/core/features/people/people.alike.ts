import { maskNumber, maskPhone } from '../../../../shared/features/people/mask.ts';
import {
  type AlikePerson,
  matchReasons,
  type personKinds,
} from '../../../../shared/features/people/people.contract.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import { foldNumber } from './names.ts';
import { alikeTo, type Reason } from './people.likeness.ts';
import { partyTables, rolesOf } from './people.repo.ts';

const shown = 5;
const rolesShown = 3;

interface Typed {
  readonly kind: (typeof personKinds)[number];
  readonly name: string;
  readonly phone: string;
  readonly number: string;
  readonly partyId: string | null;
}

/** By a number or a phone, or by the whole name; an ID number that differs in full says that it is somebody else. */
export async function alikePeople(db: ReadHandle, typed: Typed): Promise<AlikePerson[]> {
  const { name, phone, number, partyId } = typed;
  const { people } = await alikeTo(db, { name, phone, number, address: '' });
  // The end of a number that was typed whole is looked for, too: one of the two may have a slip in it.
  const tail = foldNumber(number).length >= 15 ? foldNumber(number).slice(-4) : '';
  if (tail !== '') {
    const ends = await alikeTo(db, { name, phone: '', number: tail, address: '' });
    for (const [id, reasons] of ends.people)
      if (reasons.has('tail') && !people.get(id)?.has('number'))
        people.set(id, new Set([...(people.get(id) ?? []), ...reasons]));
  }
  const likely = [...people].filter(([, reasons]) => isLikely(reasons));
  if (likely.length === 0) return [];
  const linked = partyId === null ? null : await personOf(db, partyId);
  const rows = await db
    .selectFrom('person')
    .select(['id', 'kind', 'name', 'id_number', 'uscc', 'phone', 'status'])
    .where(
      'id',
      'in',
      likely.map(([id]) => id),
    )
    .execute();
  const known = new Map(rows.map((r) => [r.id, r]));
  const found = likely
    .filter(([id, reasons]) => {
      const row = known.get(id);
      if (row?.status !== 'here' || row.kind !== typed.kind || id === linked) return false;
      const own = row.kind === 'organisation' ? row.uscc : row.id_number;
      const differs = own !== null && foldNumber(number).length >= own.length && foldNumber(number) !== own;
      return !differs || reasons.has('phone') || reasons.has('tail');
    })
    .sort(([a, x], [b, y]) => rank(x) - rank(y) || (a < b ? 1 : -1))
    .slice(0, shown);
  const roles = await rolesOf(
    db,
    found.map(([id]) => id),
    rolesShown,
  );
  return found.flatMap(([id, reasons]): AlikePerson[] => {
    const row = known.get(id);
    if (!row) return [];
    return [
      {
        personId: id,
        kind: typed.kind,
        name: row.name,
        number: row.kind === 'organisation' ? row.uscc : maskNumber(row.id_number),
        phone: maskPhone(row.phone),
        reasons: matchReasons.filter((r) => shownReasons.includes(r) && reasons.has(r)),
        sure: reasons.has('number'),
        roles: roles.get(id) ?? [],
      },
    ];
  });
}

const shownReasons: readonly Reason[] = ['number', 'phone', 'name', 'tail', 'sound'];

const isLikely = (r: ReadonlySet<Reason>): boolean =>
  r.has('number') || r.has('phone') || r.has('name') || (r.has('tail') && (r.has('sound') || r.has('part')));

/** Fewer is likelier. */
const rank = (r: ReadonlySet<Reason>): number =>
  (r.has('number') ? 0 : 100) -
  (r.has('phone') ? 30 : 0) -
  (r.has('name') ? 20 : 0) -
  (r.has('tail') ? 25 : 0);

/** Whom a party is linked to, whichever of the three it is. */
async function personOf(db: ReadHandle, partyId: string): Promise<string | null> {
  for (const table of partyTables) {
    const row = await db.selectFrom(table).select('person_id').where('id', '=', partyId).executeTakeFirst();
    if (row) return row.person_id;
  }
  return null;
}
