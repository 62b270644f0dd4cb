import { cleanLine } from '../../kernel/text.ts';
import type { PhoneReason, PhoneVerdict } from './types.ts';

const extension = /(?:转|#|EXT\.?|X)(\d{1,6})$/i;

/**
 * Judges a telephone number: mobile, landline with area code and optional extension (转801), 400/800 numbers and short
 * service numbers such as 12333. Strips +86, blanks, hyphens and brackets. Never used to tell carrier or place.
 */
export function phone(input: string): PhoneVerdict {
  const cleaned = cleanLine(input)
    .normalize('NFKC')
    .replace(/[()\s]/g, '')
    .replace(/[‐-―]/g, '-');
  const bare = cleaned.replace(/^(\+|00)86-?/, '');
  const refuse = (reason: PhoneReason): PhoneVerdict => ({ ok: false, normalised: bare, reason });
  if (bare === '') return refuse('empty');
  const dashed = bare.replace(extension, '-$1');
  if (!/^[\d-]+$/.test(dashed)) return refuse('characters');
  const digits = dashed.replaceAll('-', '');
  if (dashed.startsWith('0')) return landline(dashed) ?? refuse('landline');
  if (/^[48]00\d{7}$/.test(digits)) return { ok: true, normalised: digits, kind: 'service' };
  if (/^(12\d{3}|9[56]\d{3}|1[12]\d)$/.test(digits)) return { ok: true, normalised: digits, kind: 'service' };
  if (/^1[3-9]\d{9}$/.test(digits)) return { ok: true, normalised: digits, kind: 'mobile' };
  if (/^861[3-9]\d{9}$/.test(digits)) return { ok: true, normalised: digits.slice(2), kind: 'mobile' };
  if (/^1\d{10}$/.test(digits)) return refuse('mobile-prefix');
  if (/^1[3-9]/.test(digits)) return refuse('mobile-length');
  // Seven or eight digits are a landline whose area code is missing.
  if (/^[2-8]\d{6,7}$/.test(digits)) return refuse('landline');
  return refuse('unknown');
}

function landline(dashed: string): PhoneVerdict | null {
  const m = /^(010|02\d|0[3-9]\d{2})-?([1-9]\d{6,7})(?:-(\d{1,6}))?$/.exec(dashed);
  if (!m) return null;
  return { ok: true, normalised: `${m[1]}-${m[2]}${m[3] ? `-${m[3]}` : ''}`, kind: 'landline' };
}
