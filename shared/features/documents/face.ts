import { z } from 'zod';
import { optionalLine, optionalText, requiredLine } from '../../contract/schemas.ts';
import { formIds } from './form-ids.ts';

// The office's own face: what its papers carry beside the record.

/** What an office numbers by a pattern of its own. */
export const numberFamilies = [
  'mediation',
  'mediation-agreement',
  'arbitration',
  'mediation-statement',
  'award',
  'decision',
  'legal-aid-application',
  'legal-aid-decision',
  'legal-aid-assignment',
  'legal-aid-letter',
  'legal-aid-engagement',
  'archive',
] as const;
type NumberFamily = (typeof numberFamilies)[number];

/** Whose number it is, and the field of the papers' facts that it stands in where the record has none. */
export const numberPlaces: Readonly<
  Record<NumberFamily, { readonly issuer: string; readonly topic: string | null; readonly field: string }>
> = {
  mediation: { issuer: 'committee', topic: 'mediation', field: 'caseNumber' },
  'mediation-agreement': { issuer: 'committee', topic: 'settlement', field: 'number' },
  // The number of the case itself.
  arbitration: { issuer: 'commission', topic: null, field: 'number' },
  'mediation-statement': { issuer: 'commission', topic: 'mediation-statement', field: 'number' },
  award: { issuer: 'commission', topic: 'award', field: 'number' },
  decision: { issuer: 'commission', topic: 'decision', field: 'number' },
  'legal-aid-application': { issuer: 'agency', topic: 'legal-aid-applicant', field: 'number' },
  'legal-aid-decision': { issuer: 'agency', topic: 'legal-aid-decision', field: 'number' },
  'legal-aid-assignment': { issuer: 'agency', topic: 'legal-aid-assignment', field: 'number' },
  'legal-aid-letter': { issuer: 'agency', topic: 'legal-aid-letter', field: 'agencyNumber' },
  'legal-aid-engagement': { issuer: 'agency', topic: 'legal-aid-engagement', field: 'number' },
  // 卷宗号: whatever an office is, it numbers the files that it keeps.
  archive: { issuer: 'office', topic: 'file-archive', field: 'number' },
};

/** The families that an office numbers, by whose papers it issues. */
export const familiesOf = (issues: readonly string[]): readonly NumberFamily[] =>
  numberFamilies.filter((family) => ['office', ...issues].includes(numberPlaces[family].issuer));

/** `{year}` and `{n}` are filled in from the case's own number, so that both count alike. */
const numberPattern = optionalLine(60).refine((v) => v === null || v.includes('{n}'), 'pattern-needs-n');

const sentenceSchema = z.strictObject({
  /** Papers that carry it; empty for every paper that the office issues. */
  forms: z.array(z.enum(formIds)).max(formIds.length),
  /** Before the signature, or after everything else. */
  place: z.enum(['before-signature', 'end']),
  zh: requiredLine(500),
  /** For the English copy; without it the copy leaves the sentence out. */
  en: optionalText(1000),
});

export const faceSchema = z.strictObject({
  /** Over the title of papers that the office issues; without lines the issuer's name stands there. */
  letterhead: z.array(requiredLine(40)).max(3),
  /** 红头: the head in red over a red rule, for an organ that issues official papers. */
  redHead: z.boolean(),
  /** Exactly as on the seal, where the record of a case names none. */
  sealName: optionalLine(80),
  numbers: z.partialRecord(z.enum(numberFamilies), numberPattern),
  /** Copies to print of a form in place of what the law and the number of parties come to. */
  copies: z.partialRecord(z.enum(formIds), z.number().int().min(1).max(99)),
  sentences: z.array(sentenceSchema).max(50),
});
export type OfficeFace = z.output<typeof faceSchema>;

/**
 * A face as somebody saves it. Stricter than what is read: an older face that has a brace too many is still the
 * office's face.
 */
export const savedFaceSchema = faceSchema.superRefine(({ numbers }, issues) => {
  for (const [family, pattern] of Object.entries(numbers)) {
    const rest = pattern?.replaceAll('{year}', '').replaceAll('{n}', '') ?? '';
    if (/[{}｛｝]/u.test(rest))
      issues.addIssue({ code: 'custom', path: ['numbers', family], message: 'number-pattern-unknown' });
  }
});

export const plainFace: OfficeFace = {
  letterhead: [],
  redHead: false,
  sealName: null,
  numbers: {},
  copies: {},
  sentences: [],
};

/** The face as papers take it: with whom the office issues papers as. */
export interface FilingFace extends OfficeFace {
  /** Whose papers bear the head: those of its own kinds of institution. */
  readonly issues: readonly string[];
}

/**
 * A paper's number by its pattern: year and running number are those of the case's own number, read by the pattern
 * that made it. Null where that number does not follow the pattern: a guessed number would be wrong.
 */
export function numberBy(pattern: string, caseNumber: string, casePattern: string): string | null {
  const escaped = casePattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const reader = escaped.replace('\\{year\\}', '(?<year>\\d{4})').replace('\\{seq\\}', '(?<seq>\\d+)');
  const found = new RegExp(`^${reader}$`, 'u').exec(caseNumber)?.groups;
  if (!found?.seq || (pattern.includes('{year}') && !found.year)) return null;
  return pattern.replaceAll('{year}', found.year ?? '').replaceAll('{n}', String(Number(found.seq)));
}
