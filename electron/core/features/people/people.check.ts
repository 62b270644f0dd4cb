import type { z } from 'zod';
import { maskNumber, maskPhone } from '../../../../shared/features/people/mask.ts';
import {
  type checkInput,
  type checkOutput,
  type Match,
  matchReasons,
} from '../../../../shared/features/people/people.contract.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import { addressParts, coreName, foldName, foldNumber, foldPhone } from './names.ts';
import { rolesOf } from './people.repo.ts';
import { idsOf, type Lookup, soundOf } from './people.search.ts';

type Sought = z.output<typeof checkInput>['self'];
type Reason = (typeof matchReasons)[number];

/** Of each kind of likeness so many are looked at; a name that hundreds bear says nothing without a number. */
const perReason = 40;
const shown = 30;

function lookupsOf(who: Sought): { reason: Reason; lookup: Lookup }[] {
  const found: { reason: Reason; lookup: Lookup }[] = [];
  const add = (reason: Reason, kind: Lookup['kind'], value: string, whole: boolean): void => {
    found.push({ reason, lookup: { kind, value, whole } });
  };
  const number = foldNumber(who.number);
  if (number.length >= 15) add('number', 'c', number, true);
  else if (number.length === 4) add('tail', 't', number, true);
  else if (number.length >= 6) add('number', 'c', number, false);
  const phone = foldPhone(who.phone);
  if (phone.length >= 7) add('phone', 'd', phone, true);
  const name = foldName(who.name);
  const letters = [...name];
  if (letters.length >= 2 && /\p{Script=Han}/u.test(name)) {
    const core = coreName(name);
    add('name', 'n', name, true);
    if (core !== name) add('part', 'n', core, true);
    if (letters.length >= 3) add('part', 'n', core, false);
    add('sound', 'p', soundOf(letters.length <= 4 ? name : core), true);
  } else if (/^[a-z]{2,}$/.test(name)) {
    add('sound', 'p', name, false);
    if (name.length <= 5) add('initials', 'i', name, true);
    add('name', 'n', name, true);
  } else if (letters.length >= 2) add('name', 'n', name, true);
  const address = addressParts(who.address).at(-1) ?? '';
  if (letters.length > 0 || address.length >= 4) if (address !== '') add('address', 'a', address, false);
  return found;
}

/**
 * Everybody the office has met who is like one of the two sides, with what they were in which case. Reads only the
 * index of keys and the few people it finds: its cost does not grow with the office.
 */
export async function checkPeople(
  db: ReadHandle,
  sought: z.output<typeof checkInput>,
): Promise<z.output<typeof checkOutput>> {
  let more = false;
  const hits = new Map<string, { side: 'self' | 'other'; personId: string; reasons: Set<Reason> }>();
  for (const side of ['self', 'other'] as const)
    for (const { reason, lookup } of lookupsOf(sought[side])) {
      const ids = await idsOf(db, lookup, perReason + 1);
      if (ids.length > perReason) more = true;
      for (const personId of ids.slice(0, perReason)) {
        const key = `${side}${personId}`;
        const hit = hits.get(key) ?? { side, personId, reasons: new Set<Reason>() };
        hits.set(key, { ...hit, reasons: hit.reasons.add(reason) });
      }
    }
  if (hits.size === 0) return { matches: [], more };
  const ids = [...new Set([...hits.values()].map((h) => h.personId))];
  const rows = await db
    .selectFrom('person')
    .select(['id', 'kind', 'name', 'id_number', 'uscc', 'phone'])
    .where('id', 'in', ids)
    .where('status', '=', 'here')
    .execute();
  const roles = await rolesOf(db, ids, 20);
  const all: Match[] = [];
  for (const hit of hits.values()) {
    const row = rows.find((r) => r.id === hit.personId);
    if (!row) continue;
    // The whole name says all that its parts and its sound say.
    const whole = hit.reasons.has('name');
    const reasons = matchReasons.filter((r) => hit.reasons.has(r) && !(whole && implied.includes(r)));
    all.push({
      side: hit.side,
      personId: row.id,
      kind: row.kind === 'organisation' ? 'organisation' : 'person',
      name: row.name,
      number: row.kind === 'organisation' ? row.uscc : maskNumber(row.id_number),
      phone: maskPhone(row.phone),
      reasons,
      sure: isSure(reasons),
      weight: 'seen',
      roles: roles.get(row.id) ?? [],
    });
  }
  const weighed = all.map((m) => ({ ...m, weight: weigh(m, all) }));
  weighed.sort((a, b) => rank(a) - rank(b));
  return { matches: weighed.slice(0, shown), more: more || weighed.length > shown };
}

const implied: readonly Reason[] = ['part', 'sound', 'initials'];

const isSure = (reasons: readonly Reason[]): boolean =>
  reasons.some((r) => r === 'number' || r === 'phone' || r === 'name') ||
  (reasons.includes('tail') && (reasons.includes('sound') || reasons.includes('part')));

/** The enquirer once answered a case, or the other side was helped by this office: nobody serves both. */
function weigh(m: Match, all: readonly Match[]): Match['weight'] {
  const contrary = m.side === 'self' ? 'respondent' : 'applicant';
  if (m.roles.some((r) => r.role === contrary)) return 'conflict';
  if (m.side === 'other' && m.roles.some((r) => r.role === 'agent')) return 'conflict';
  const own = m.side === 'self' ? 'applicant' : 'respondent';
  const opposite = all.filter((o) => o.side !== m.side);
  const same = m.roles.some(
    (r) =>
      r.role === own &&
      r.status === 'open' &&
      opposite.some((o) => o.roles.some((x) => x.caseId === r.caseId)),
  );
  return same ? 'duplicate' : 'seen';
}

const weights = { conflict: 0, duplicate: 1, seen: 2 } as const;
const rank = (m: Match): number =>
  (m.sure ? 0 : 100) + weights[m.weight] * 10 + Math.min(...m.reasons.map((r) => matchReasons.indexOf(r)));
