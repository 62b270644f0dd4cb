import type { z } from 'zod';
import type { checkInput, matchReasons } from '../../../../shared/features/people/people.contract.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import { addressParts, coreName, foldName, foldNumber, foldPhone, type KeyKind, spellings } from './names.ts';
import { idsOf, soundOf, typedSound } from './people.search.ts';

export type Sought = z.output<typeof checkInput>['self'];
export type Reason = (typeof matchReasons)[number];
interface Likeness {
  readonly reason: Reason;
  readonly kind: KeyKind;
  /** Any of these. */
  readonly values: readonly string[];
  /** Equal, or beginning with it. */
  readonly whole: boolean;
  /**
   * So many are looked at. What says who somebody is must be found even where hundreds bear the name; what is only
   * alike says nothing any more when that many are.
   */
  readonly most: number;
}

const [many, some] = [200, 40];

// Binding more values than this in one statement is slow to compile.
const chunk = 400;

/** Beginnings of a text in code points, the whole left out: a shorter record of the same thing. */
const beginnings = (text: string, from: number): string[] => {
  const letters = [...text];
  return letters.slice(from, -1).map((_, i) => letters.slice(0, from + i).join(''));
};

function likenesses(who: Sought): Likeness[] {
  const found: Likeness[] = [];
  const add = (reason: Reason, kind: KeyKind, most: number, whole: boolean, ...values: string[]): void => {
    if (values.length > 0) found.push({ reason, kind, values: [...new Set(values)], whole, most });
  };
  const number = foldNumber(who.number);
  if (number.length >= 18) add('number', 'c', many, true, number);
  else if (number.length === 4) add('tail', 't', many, true, number);
  else if (number.length >= 6) add('number', 'c', many, false, number);
  const phone = foldPhone(who.phone);
  if (phone.length >= 7) add('phone', 'd', many, true, phone);
  const name = foldName(who.name);
  const letters = [...name];
  if (letters.length >= 2 && /\p{Script=Han}/u.test(name)) {
    const core = coreName(name);
    add('name', 'n', many, true, ...spellings(name).flatMap((n) => [n, coreName(n)]));
    if (letters.length >= 3) add('part', 'n', some, false, core);
    add('part', 'n', some, true, ...beginnings(core, 4));
    add('sound', 'p', many, true, ...soundsOf(name));
  } else if (/^[a-zü]{2,}$/.test(name)) {
    add('sound', 'p', some, false, typedSound(name));
    if (name.length <= 5) add('initials', 'i', some, true, name);
    add('name', 'n', many, true, name);
  } else if (letters.length >= 2) add('name', 'n', many, true, name);
  const address = addressParts(who.address).at(-1) ?? '';
  if (address !== '') {
    add('address', 'a', some, false, address);
    add('address', 'a', some, true, ...beginnings(address, 5));
  }
  return found;
}

/** A name as it sounds, and as a company's sounds without place and legal form. */
const soundsOf = (name: string): string[] => [soundOf(name), soundOf(coreName(name))];

const fits = (l: Likeness, kind: string, value: string): boolean =>
  l.kind === kind && l.values.some((v) => (l.whole ? value === v : value.startsWith(v)));

export interface Alike {
  /** Ids of people, each with everything that is like. */
  readonly people: Map<string, ReadonlySet<Reason>>;
  /** More were alike than were looked at. */
  readonly more: boolean;
}

/** Who is like what was typed. Reads the index of keys only: its cost does not grow with the office. */
export async function alikeTo(db: ReadHandle, who: Sought): Promise<Alike> {
  const asked = likenesses(who);
  let more = false;
  const ids = new Set<string>();
  for (const likeness of asked) {
    const found = await idsAlike(db, likeness);
    if (found.length > likeness.most) more = true;
    for (const id of found.slice(0, likeness.most)) ids.add(id);
  }
  // By which of the others are they found, too? A lookup that was cut short does not say.
  const keys = Map.groupBy(await keysOfPeople(db, [...ids], asked), (k) => k.person_id);
  const names = spellings(foldName(who.name));
  const sounds = names.flatMap(soundsOf);
  const people = new Map<string, ReadonlySet<Reason>>();
  for (const [id, own] of keys) {
    const reasons = new Set<Reason>();
    for (const { kind, value } of own)
      for (const likeness of asked) if (fits(likeness, kind, value)) reasons.add(likeness.reason);
    // A piece of a name has a key like the name itself, but no sound of its own.
    if (reasons.has('name') && !isWholeName(own, names, sounds)) {
      reasons.delete('name');
      reasons.add('part');
    }
    if (reasons.size > 0) people.set(id, reasons);
  }
  return { people, more };
}

const isWholeName = (
  own: readonly { kind: string; value: string }[],
  names: readonly string[],
  sounds: readonly string[],
): boolean =>
  own.some((k) => k.kind === 'n' && names.includes(k.value)) &&
  own.some((k) => k.kind === 'p' && sounds.includes(k.value));

async function idsAlike(db: ReadHandle, { kind, values, whole, most }: Likeness): Promise<string[]> {
  const [only] = values;
  if (!whole && only !== undefined) return idsOf(db, { kind, value: only, whole }, most + 1);
  const rows = await db
    .selectFrom('person_key')
    .select('person_id')
    .where('kind', '=', kind)
    .where('value', 'in', values)
    .limit(most + 1)
    .execute();
  return rows.map((r) => r.person_id);
}

async function keysOfPeople(db: ReadHandle, ids: readonly string[], asked: readonly Likeness[]) {
  // The sound tells a whole name from a piece of one.
  const kinds = [...new Set([...asked.map((a) => a.kind), 'p'])];
  const rows: { kind: string; value: string; person_id: string }[] = [];
  for (let i = 0; i < ids.length; i += chunk)
    rows.push(
      ...(await db
        .selectFrom('person_key')
        .selectAll()
        .where('person_id', 'in', ids.slice(i, i + chunk))
        .where('kind', 'in', kinds)
        .execute()),
    );
  return rows;
}
