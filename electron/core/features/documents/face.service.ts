import {
  type FilingFace,
  faceSchema,
  familiesOf,
  numberBy,
  numberPlaces,
  type OfficeFace,
  plainFace,
} from '../../../../shared/features/documents/face.ts';
import type { FilingFacts, TopicValues } from '../../../../shared/features/documents/filing-facts.ts';
import { mediationTopic } from '../../../../shared/features/documents/particulars/mediation.ts';
import type { officeKinds } from '../../../../shared/features/office/office.contract.ts';
import type { ReadHandle } from '../../kernel/context.ts';

type OfficeKind = (typeof officeKinds)[number];

/** Whose papers an office of a kind issues under its own head and seal. */
const issuersOf: Readonly<Record<OfficeKind, readonly string[]>> = {
  'mediation-committee': ['committee'],
  'arbitration-commission': ['commission'],
  'legal-aid-centre': ['agency'],
};

export interface SavedFace {
  readonly face: OfficeFace;
  /** 0 while nothing was ever saved. */
  readonly version: number;
  readonly savedAt: string | null;
  readonly savedBy: string | null;
}

export async function loadFace(db: ReadHandle): Promise<SavedFace> {
  const row = await db
    .selectFrom('office_face')
    .selectAll()
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row
    ? { face: faceOf(row.body), version: row.version, savedAt: row.saved_at, savedBy: row.saved_by }
    : { face: plainFace, version: 0, savedAt: null, savedBy: null };
}

/** What a newer program added, or named by a form that is no more, is left out. */
export function faceOf(body: string): OfficeFace {
  const found = faceSchema.safeParse({ ...plainFace, ...JSON.parse(body) });
  return found.success ? found.data : plainFace;
}

export const filingFace = (face: OfficeFace, kinds: readonly OfficeKind[]): FilingFace => ({
  ...face,
  issues: kinds.flatMap((kind) => issuersOf[kind]),
});

export interface OwnNumbers {
  readonly caseNumber: string;
  /** The pattern by which the office numbers its cases. */
  readonly casePattern: string;
}

/**
 * Facts with what the office's face adds where the record says nothing: the name on the seal and the paper's number,
 * the name and all numbers but the archive's only for an institution that the office itself is.
 */
export function withFace(
  facts: FilingFacts,
  face: FilingFace,
  { caseNumber, casePattern }: OwnNumbers,
): FilingFacts {
  const number = (pattern: string | null | undefined): string | null =>
    pattern ? numberBy(pattern, caseNumber, casePattern) : null;
  const commission = face.issues.includes('commission');
  const given: Given[] = face.issues.includes('committee')
    ? [{ topic: mediationTopic.id, field: 'organisation', value: face.sealName }]
    : [];
  for (const family of familiesOf(face.issues)) {
    const { topic, field } = numberPlaces[family];
    if (topic !== null) given.push({ topic, field, value: number(face.numbers[family]) });
  }
  return {
    ...facts,
    face,
    tribunal: commission
      ? { ...facts.tribunal, sealName: facts.tribunal.sealName ?? face.sealName }
      : facts.tribunal,
    matter: commission
      ? { ...facts.matter, number: facts.matter.number ?? number(face.numbers.arbitration) }
      : facts.matter,
    particulars: { ...facts.particulars, case: filledIn(facts.particulars.case, given) },
  };
}

interface Given {
  readonly topic: string;
  readonly field: string;
  readonly value: string | null;
}

/** The values entered, and what is given where nothing was. */
function filledIn(
  entered: FilingFacts['particulars']['case'],
  given: readonly Given[],
): FilingFacts['particulars']['case'] {
  const all = { ...entered };
  for (const { topic, field, value } of given) {
    const of: TopicValues = all[topic] ?? { entered: {}, dues: {} };
    const own = of.entered[field];
    if (value !== null && (own === undefined || own === null || own === ''))
      all[topic] = { ...of, entered: { ...of.entered, [field]: value } };
  }
  return all;
}
