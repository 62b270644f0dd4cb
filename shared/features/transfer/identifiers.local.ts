import { isPlainDate, type PlainDate } from '../../kernel/date.ts';

/** What the roster needs to know about identifiers; an implementation of the law room can take its place. */
export interface IdentifierChecks {
  /** `id` is already compact: no blanks, upper-case X. */
  checkResidentId(id: string): ResidentIdResult;
  /** Returns the number without blanks, hyphens and +86, or null when it is no telephone number. */
  checkPhone(text: string): string | null;
}

export type ResidentIdResult =
  | { readonly ok: true; readonly birth: PlainDate; readonly sex: 'male' | 'female' }
  | { readonly ok: false; readonly reason: 'length' | 'characters' | 'birth' | 'checksum' };

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643-1999: 6 digits area, 8 birth, 3 sequence (odd: male), 1 check (mod 11). Areas may be historical. */
function checkResidentId(id: string): ResidentIdResult {
  if (id.length !== 18) return { ok: false, reason: 'length' };
  if (!/^\d{17}[\dX]$/.test(id)) return { ok: false, reason: 'characters' };
  const birth = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  if (!isPlainDate(birth)) return { ok: false, reason: 'birth' };
  const sum = weights.reduce((s, w, i) => s + w * Number(id[i]), 0);
  if ('10X98765432'[sum % 11] !== id[17]) return { ok: false, reason: 'checksum' };
  return { ok: true, birth, sex: Number(id[16]) % 2 === 1 ? 'male' : 'female' };
}

/** Mobile 1[3-9] and nine digits; landline with area code and optional extension; 400 and 800 numbers. */
function checkPhone(text: string): string | null {
  const s = text
    .normalize('NFKC')
    .replace(/[\s\-—–()]/g, '')
    .replace(/^(?:\+|00)86/, '')
    .replace(/^86(?=1[3-9]\d{9}$)/, '');
  if (/^1[3-9]\d{9}$/.test(s)) return s;
  if (/^0\d{2,3}[2-9]\d{6,7}(?:[转x,#]\d{1,6})?$/i.test(s)) return s;
  return /^[48]00\d{7}$/.test(s) ? s : null;
}

export const localIdentifiers: IdentifierChecks = { checkResidentId, checkPhone };
