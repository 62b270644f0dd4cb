import type { ReadHandle } from '../../kernel/context.ts';
import { foldName, foldNumber, foldPhone, type KeyKind, spellings, syllables } from './names.ts';

export interface Lookup {
  readonly kind: KeyKind;
  readonly value: string;
  /** Equal, or beginning with it. */
  readonly whole: boolean;
}

/** Past every letter: what begins with a text lies between it and this. */
const end = '\u{10ffff}';

/** Whom a lookup finds, at most `limit`. */
export async function idsOf(db: ReadHandle, lookup: Lookup, limit: number): Promise<string[]> {
  let query = db.selectFrom('person_key').select('person_id').where('kind', '=', lookup.kind).limit(limit);
  query = lookup.whole
    ? query.where('value', '=', lookup.value)
    : query.where('value', '>=', lookup.value).where('value', '<', lookup.value + end);
  return (await query.execute()).map((r) => r.person_id);
}

/** What a text typed into one search field may mean. */
export function meanings(text: string): Lookup[] {
  const folded = foldName(text);
  const number = foldNumber(text);
  const phone = foldPhone(text);
  const found: Lookup[] = [];
  if (/^\d{3}[\dX]$/.test(number)) found.push({ kind: 't', value: number, whole: true });
  if (phone.length >= 4 && /^[\d\s+-]+$/.test(text.trim()))
    found.push({ kind: 'd', value: phone, whole: false });
  if (number.length >= 6 && /^[0-9A-Z]+$/.test(number))
    found.push({ kind: 'c', value: number, whole: false });
  if (/\p{Script=Han}/u.test(folded)) {
    for (const value of spellings(folded)) found.push({ kind: 'n', value, whole: false });
    if ([...folded].length >= 4) found.push({ kind: 'a', value: folded, whole: false });
  } else if (/^[a-zü]{2,}$/.test(folded)) {
    found.push({ kind: 'p', value: typedSound(folded), whole: false });
    if (folded.length <= 6) found.push({ kind: 'i', value: folded, whole: false });
    found.push({ kind: 'n', value: folded, whole: false });
  } else if (folded !== '' && found.length === 0) found.push({ kind: 'n', value: folded, whole: false });
  return found;
}

/** Sounds as somebody types them: lü and lv are one. */
export const typedSound = (folded: string): string => folded.replaceAll('ü', 'v');

export const soundOf = (folded: string): string => syllables(folded).join('').slice(0, 40);
