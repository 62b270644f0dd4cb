import { pinyin } from 'pinyin-pro';
import { cleanLine } from '../../../../shared/kernel/text.ts';
import { simplified } from '../../text/index.ts';

/** Characters that one person writes this way and another that way in the same name. */
const variants: Readonly<Record<string, string>> = Object.fromEntries(
  [
    '𠮷吉',
    '喆哲',
    '堃坤',
    '峯峰',
    '羣群',
    '昇升',
    '陞升',
    '邨村',
    '珎珍',
    '淸清',
    '靑青',
    '髙高',
    '煕熙',
    '勣绩',
    '琹琴',
    '鋭锐',
    '栢柏',
    '菓果',
    '祕秘',
    '囯国',
  ].map((pair) => [...pair] as [string, string]),
);

/** A name as it is compared: one case, no blanks, dots, brackets or pictures, variant characters unified. */
export function foldName(name: string): string {
  return [
    ...cleanLine(name)
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ]
    .map((c) => variants[c] ?? c)
    .join('');
}

/** A folded name as it is written, and as it is written on the mainland: 歐陽 is 欧阳, too. */
export const spellings = (folded: string): string[] => [
  ...new Set([folded, foldName([...folded].map(simplified).join(''))]),
];

const legalForm =
  /(股份有限公司|有限责任公司|有限公司|集团公司|分公司|公司|集团|合伙企业|个人独资企业|经营部|个体工商户|工作室|商行|厂)$/;
const place =
  /^(?:\p{Script=Han}{2,7}?(?:省|自治区|特别行政区))?(?:\p{Script=Han}{2,6}?市)?(?:\p{Script=Han}{1,6}?[区县])?/u;

/** What tells one company from another: without the place before and the legal form behind. Never empty. */
export function coreName(folded: string): string {
  let core = folded;
  for (let i = 0; i < 2; i++) core = core.replace(legalForm, '');
  const bare = core.replace(place, '');
  if (bare.length >= 2) return bare;
  return core === '' ? folded : core;
}

/** Syllables without tones, a surname read as one (单 shan, 曾 zeng). Other letters stand for themselves. */
export function syllables(folded: string): string[] {
  return pinyin(folded, { toneType: 'none', surname: 'head', type: 'array', v: true });
}

export interface Key {
  readonly kind: KeyKind;
  readonly value: string;
}
/** n name · p pinyin · i initials · d phone · c ID number or credit code · t its last four · a address */
export type KeyKind = 'n' | 'p' | 'i' | 'd' | 'c' | 't' | 'a';

/** Digits of a phone, without the country's. */
export const foldPhone = (phone: string): string => {
  const digits = phone.normalize('NFKC').replace(/\D/g, '');
  return digits.length === 13 && digits.startsWith('86') ? digits.slice(2) : digits;
};

export const foldNumber = (number: string): string =>
  number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');

/** An address from each of its parts on, the smallest last: whatever part somebody remembers is a beginning. */
export function addressParts(address: string): string[] {
  const folded = foldName(address);
  const parts = [
    folded,
    ...[...folded.matchAll(/[省市区县镇乡]|街道/gu)].map((m) => folded.slice(m.index + m[0].length)),
  ];
  return [...new Set(parts.map((p) => [...p].slice(0, 24).join('')).filter((p) => [...p].length >= 4))].slice(
    -3,
  );
}

export interface Findable {
  readonly kind: string;
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly numbers: readonly string[];
  readonly addresses: readonly string[];
}

/** Everything that a person or organisation is found by. Values are compared from their beginning. */
export function keysOf(who: Findable): Key[] {
  const keys = new Map<string, Key>();
  const add = (kind: KeyKind, value: string): void => {
    if (value !== '') keys.set(`${kind}${value}`, { kind, value });
  };
  for (const name of who.names) {
    const folded = foldName(name);
    const organisation = who.kind === 'organisation';
    const core = organisation ? coreName(folded) : folded;
    for (const written of spellings(folded)) {
      add('n', written);
      add('n', organisation ? coreName(written) : written);
    }
    const letters = [...core];
    // From each letter on, so that a piece of a company's name finds it; of a person's, the given name.
    const last = organisation ? Math.min(letters.length - 2, 8) : Math.min(letters.length - 2, 2);
    for (let i = 1; i <= last; i++) add('n', letters.slice(i).join(''));
    const said = syllables(core);
    add('p', said.join('').slice(0, 40));
    add(
      'i',
      said
        .map((s) => [...s][0] ?? '')
        .join('')
        .slice(0, 20),
    );
  }
  for (const phone of who.phones) add('d', foldPhone(phone));
  for (const number of who.numbers.map(foldNumber)) {
    add('c', number);
    if (number.length >= 15) add('t', number.slice(-4));
  }
  for (const address of who.addresses) for (const part of addressParts(address)) add('a', part);
  return [...keys.values()];
}

/** The order of a directory: by sound, then by letter. */
export function sortKey(name: string): string {
  const folded = foldName(name);
  return `${syllables(folded).join(' ')} ${folded}`.slice(0, 120);
}
