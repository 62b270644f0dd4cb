import type { LawWarning } from '../common.ts';
import { compact } from './normalise.ts';
import type { CreditCodeReason, CreditCodeVerdict } from './types.ts';

// Without I, O, Z, S and V, which are too easily misread (GB 32100).
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const innerWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of the first 17 (GB 32100). */
export function creditCodeCheck(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += alphabet.indexOf(first17[i] ?? '') * (weights[i] ?? 0);
  return alphabet[(31 - (sum % 31)) % 31] ?? '';
}

/** The check character inside the organisation code, positions 9–17 (GB 11714). */
function innerCheck(first8: string): string {
  let sum = 0;
  for (let i = 0; i < 8; i++) {
    const c = first8.charCodeAt(i);
    sum += (c <= 57 ? c - 48 : c - 55) * (innerWeights[i] ?? 0);
  }
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/**
 * Judges a unified social credit code. The first character may be a letter: rural collectives begin with N. A wrong
 * inner organisation-code check is only pointed out. Full-width input, blanks and small letters are accepted.
 */
export function creditCode(input: string): CreditCodeVerdict {
  const normalised = compact(input);
  const refuse = (reason: CreditCodeReason): CreditCodeVerdict => ({ ok: false, normalised, reason });
  if (normalised === '') return refuse('empty');
  if (normalised.length !== 18) return refuse('length');
  if ([...normalised].some((c) => !alphabet.includes(c))) return refuse('characters');
  if (!/^\d{6}$/.test(normalised.slice(2, 8))) return refuse('characters');
  if (creditCodeCheck(normalised) !== normalised[17]) return refuse('checksum');
  const organisationCode = normalised.slice(8, 17);
  const warnings: LawWarning[] =
    innerCheck(organisationCode) === organisationCode[8]
      ? []
      : [
          {
            code: 'organisation-code-check',
            text: {
              zh: '第9至17位组织机构代码校验不符，请核对营业执照。',
              en: 'The organisation code in positions 9–17 fails its own check: compare with the licence.',
            },
          },
        ];
  return { ok: true, normalised, regionCode: normalised.slice(2, 8), organisationCode, warnings };
}
