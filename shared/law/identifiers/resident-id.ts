import { daysInMonth, type PlainDate } from '../../kernel/date.ts';
import type { LawWarning } from '../common.ts';
import { compact } from './normalise.ts';
import type { ResidentIdReason, ResidentIdVerdict } from './types.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

// First two digits of GB/T 2260 codes; 81–83 are residence permits of people from Hong Kong, Macau and Taiwan.
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

const plausibleAgeYears = 130;

/** The check character of the first 17 digits (GB 11643). */
export function residentIdCheck(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(first17[i]) * (weights[i] ?? 0);
  return checks[sum % 11] ?? '';
}

/**
 * Judges a citizen identification number: form, province, birth date and check character. Old district codes are
 * normal, so only the province is checked. Full-width input, blanks and a small x are accepted.
 * @param asOf today, to refuse births in the future and point out implausible ages; without it neither is checked.
 */
export function residentId(input: string, asOf?: PlainDate): ResidentIdVerdict {
  const normalised = compact(input);
  const refuse = (reason: ResidentIdReason): ResidentIdVerdict => ({ ok: false, normalised, reason });
  if (normalised === '') return refuse('empty');
  if (/^\d{15}$/.test(normalised)) return refuse('fifteen-digits');
  if (!/^[0-9X]*$/.test(normalised)) return refuse('characters');
  if (normalised.length !== 18) return refuse('length');
  if (!/^\d{17}[0-9X]$/.test(normalised)) return refuse('characters');
  if (!provinces.has(normalised.slice(0, 2))) return refuse('region');
  const birth = `${normalised.slice(6, 10)}-${normalised.slice(10, 12)}-${normalised.slice(12, 14)}`;
  if (!isBirth(birth)) return refuse('birth-date');
  if (asOf !== undefined && birth > asOf) return refuse('birth-future');
  if (residentIdCheck(normalised) !== normalised[17]) return refuse('checksum');
  return {
    ok: true,
    normalised,
    regionCode: normalised.slice(0, 6),
    birth,
    sex: Number(normalised[16]) % 2 === 1 ? 'male' : 'female',
    warnings: asOf === undefined ? [] : ageWarnings(birth, asOf),
  };
}

/** The standard's own sample was born in 1880, so this reaches further back than a PlainDate does. */
function isBirth(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  return (
    year >= 1800 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

function ageWarnings(birth: string, asOf: PlainDate): LawWarning[] {
  // Text order is date order, also for years before a PlainDate begins.
  const oldest = `${Number(asOf.slice(0, 4)) - plausibleAgeYears}${asOf.slice(4)}`;
  if (birth >= oldest) return [];
  return [
    {
      code: 'age-over-130',
      text: { zh: '按出生日期已超过130岁，请核对。', en: 'By the birth date over 130 years old: check.' },
    },
  ];
}
