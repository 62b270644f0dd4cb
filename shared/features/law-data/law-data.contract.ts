import { z } from 'zod';
import { command, mutation, query } from '../../contract/builders.ts';
import {
  bilingualSchema,
  dateSchema,
  empty,
  fenSchema,
  idSchema,
  instantSchema,
  requiredLine,
} from '../../contract/schemas.ts';

/** The tables that a data file can add to. Each bears the name of its file under `resources/law`. */
export const lawTables = [
  'holidays',
  'minimum-wages',
  'average-wages',
  'lpr',
  'disposable-income',
  'injury-lumps',
  'heat-allowance',
  'working-time',
  'legal-aid-means',
  'wage-crime',
] as const;
export type LawTable = (typeof lawTables)[number];

/** The mark by which a data file is known. */
export const lawDataFormat = 'gongdao-law-data';

/**
 * A data file: rows of one table in the form that they have under `resources/law`, and who answers for them. What the
 * rows leave out (`source`, `status`, `validFrom`) is taken from here.
 */
export const lawDataFileSchema = z.strictObject({
  format: z.literal(lawDataFormat, 'law-file-unknown'),
  version: z.literal(1, 'law-file-newer'),
  kind: z.enum(lawTables, 'law-table-unknown'),
  /** The notice that set the values: issuer, title, number. */
  source: requiredLine(400),
  validFrom: dateSchema.nullable().default(null),
  /** Who compared the rows with the notice, and when. */
  signedOffBy: requiredLine(80),
  signedOffOn: dateSchema,
  /** Only for `lpr`: the last day for which a quote is known to have held. */
  verifiedThrough: dateSchema.optional(),
  rows: z.array(z.record(z.string(), z.json())).min(1, 'required').max(2000),
});
export type LawDataFile = z.output<typeof lawDataFileSchema>;

const tableStateSchema = z.object({
  kind: z.enum(lawTables),
  rows: z.number().int(),
  /** Rows that a file brought, and values entered by hand. */
  imported: z.number().int(),
  byHand: z.number().int(),
  years: z.array(z.number().int()),
  /** Six-digit division codes that have a row of their own. */
  areas: z.number().int(),
  /** The newest row: its place, the day or year it is of, and where it stands. */
  newest: z
    .object({
      name: bilingualSchema.nullable(),
      since: z.string(),
      source: z.string(),
      status: z.string(),
    })
    .nullable(),
  verifiedThrough: dateSchema.nullable(),
});

const packSchema = z.object({
  id: idSchema,
  kind: z.enum(lawTables),
  origin: z.enum(['file', 'hand']),
  fileName: z.string().nullable(),
  /** Names of the rows, such as `2027` or `锦江区（510104） 2027-01-01`; at most 20. */
  keys: z.array(z.string()),
  rows: z.number().int(),
  /** What a value entered by hand comes to, in words. */
  figure: bilingualSchema.nullable(),
  source: z.string(),
  validFrom: dateSchema.nullable(),
  signedOffBy: z.string(),
  signedOffOn: dateSchema,
  addedAt: instantSchema,
  addedBy: z.string(),
  removedAt: instantSchema.nullable(),
  removedBy: z.string().nullable(),
  /** False where this version of the program cannot read it any more; the values before it are used. */
  usable: z.boolean(),
  /** Whether whoever asks may take it out, or put it back. */
  mayChange: z.boolean(),
});
export type LawDataPack = z.output<typeof packSchema>;

const changedDateSchema = z.object({
  caseId: idSchema,
  number: z.string(),
  firstApplicant: z.string(),
  ruleId: z.string(),
  title: bilingualSchema,
  before: dateSchema.nullable(),
  after: dateSchema.nullable(),
  provisionalBefore: z.boolean(),
  provisionalAfter: z.boolean(),
});
export type ChangedDate = z.output<typeof changedDateSchema>;

const changedClaimSchema = z.object({
  caseId: idSchema,
  number: z.string(),
  firstApplicant: z.string(),
  /** The item of the claim and its worker; null for what concerns the case as a whole. */
  itemId: idSchema.nullable(),
  worker: z.string().nullable(),
  title: bilingualSchema,
  /** Fen; null where that version of the data gives no figure. */
  beforeFen: z.number().int().nullable(),
  afterFen: z.number().int().nullable(),
  differenceFen: z.number().int().nullable(),
  /** Workers whose award would no longer be, or would now be, final at first instance. */
  note: bilingualSchema.nullable(),
});
export type ChangedClaim = z.output<typeof changedClaimSchema>;

const effectsSchema = z.object({
  casesChecked: z.number().int(),
  /** Every open date that moves or whose provisional mark comes or goes. */
  dates: z.array(changedDateSchema),
  /** Dates, not cases, that come to lie on another day, are new or are gone. */
  datesMoved: z.number().int(),
  /** Same day as before, no longer provisional. */
  datesSettled: z.number().int(),
  claims: z.array(changedClaimSchema),
  claimsChanged: z.number().int(),
});
export type LawDataEffects = z.output<typeof effectsSchema>;

const area = z.string().regex(/^\d{6}$/, 'region-invalid');
const yearSchema = z.number().int().min(1990, 'value-invalid').max(2199, 'value-invalid');
const sourceText = requiredLine(400);
/** More than nothing and at most `yuan`: a slip of some zeros would be used by every later calculation. */
const amount = (yuan: number) =>
  fenSchema.refine((v) => v > 0, 'value-invalid').refine((v) => v <= yuan * 100, 'amount-too-large');
const between = (from: number, to: number) =>
  fenSchema.refine((v) => v >= from * 100 && v <= to * 100, 'number-out-of-range');
const months = z.number('number-invalid').positive('value-invalid').max(240, 'number-too-large');
const dated = { area, validFrom: dateSchema, source: sourceText };
const yearly = { area, year: yearSchema, source: sourceText };

/** One value that a calculation lacked, with the text in which the person found it. */
export const lawValueSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('minimum-wages'),
    ...dated,
    /** A month, full time. */
    monthlyFen: amount(100_000),
    /** An hour, part time. */
    hourlyFen: amount(10_000).nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal('average-wages'),
    ...yearly,
    series: z.enum(['non-private', 'private', 'all-units', 'non-private-on-post']),
    annualFen: amount(10_000_000),
  }),
  z.strictObject({
    kind: z.literal('lpr'),
    validFrom: dateSchema,
    /** Percent a year, as printed: `3.10`. */
    percent: z.string().regex(/^\d{1,2}(\.\d{1,4})?$/, 'number-invalid'),
    source: sourceText,
  }),
  z.strictObject({ kind: z.literal('disposable-income'), ...yearly, annualFen: amount(10_000_000) }),
  z.strictObject({
    kind: z.literal('heat-allowance'),
    ...dated,
    unit: z.enum(['day', 'month']),
    rateFen: amount(10_000),
  }),
  /** Both lump sums of one grade (工伤保险条例 arts 36, 37). */
  z.strictObject({
    kind: z.literal('injury-lumps'),
    ...dated,
    grade: z.number().int().min(5, 'number-out-of-range').max(10, 'number-out-of-range'),
    /** Whose previous-year average wage the months multiply. */
    baseScope: z.enum(['city', 'province']).default('city'),
    lumps: z.discriminatedUnion('unit', [
      z.strictObject({ unit: z.literal('month'), medical: months, employment: months }),
      z.strictObject({
        unit: z.literal('yuan'),
        medicalFen: amount(10_000_000),
        employmentFen: amount(10_000_000),
      }),
    ]),
  }),
  /** Below what income a household counts as poor (法律援助法 art. 34). */
  z.strictObject({
    kind: z.literal('legal-aid-means'),
    ...dated,
    threshold: z.discriminatedUnion('unit', [
      z.strictObject({
        unit: z.literal('percent'),
        /** Of the monthly urban disposable income of the place. */
        percent: z.number('number-invalid').positive('value-invalid').max(300, 'number-too-large'),
      }),
      z.strictObject({ unit: z.literal('yuan'), monthlyFen: amount(100_000) }),
    ]),
  }),
  /** Within the bounds that 法释〔2013〕3号 art. 3 leaves to the provinces. */
  z.strictObject({
    kind: z.literal('wage-crime'),
    ...dated,
    singleFen: between(5000, 20_000),
    groupFen: between(30_000, 100_000),
  }),
]);
export type LawValue = z.output<typeof lawValueSchema>;

/** `datesMoved` counts as in the preview. */
const change = z.object({ id: idSchema, casesDated: z.number().int(), datesMoved: z.number().int() });

export const lawDataContract = {
  /** What the law is applied with here: every table, and what this office added to it, newest first. */
  'lawData.state': query({
    permission: 'office.read',
    input: empty,
    output: z.object({
      tables: z.array(tableStateSchema),
      packs: z.array(packSchema),
      calendarThrough: z.number().int(),
    }),
  }),
  /**
   * What this office added to the shipped data and is in force: the JSON of each file that it changed, by its name under
   * `resources/law`, for whoever applies the law beside the core; and the names of the rows, for saying so.
   */
  'lawData.current': query({
    permission: 'law.use',
    input: empty,
    output: z.object({
      files: z.record(z.string(), z.json()),
      additions: z.array(
        z.object({ kind: z.enum(lawTables), keys: z.array(z.string()), rows: z.number().int() }),
      ),
    }),
  }),
  /** What importing a chosen file would do; nothing is kept. Fails as `lawData.import` does. */
  'lawData.preview': command({
    permission: 'office.read',
    input: z.strictObject({ token: z.string().min(1).max(200) }),
    output: z.object({
      file: lawDataFileSchema.omit({ rows: true }),
      fileName: z.string(),
      rows: z.number().int(),
      /** Names of rows that are new, that replace another, and that say what is loaded already. */
      added: z.array(z.string()),
      replaced: z.array(z.string()),
      unchanged: z.array(z.string()),
      effects: effectsSchema,
    }),
  }),
  /** Adds the rows and dates every open case anew, all or nothing. */
  'lawData.import': mutation({
    permission: 'office.admin',
    audit: 'law-data.imported',
    input: z.strictObject({ token: z.string().min(1).max(200) }),
    output: change,
  }),
  /**
   * Takes an import or a value out again and dates every open case anew; `lawData.restore` undoes it. Without
   * `office.admin` only a value that one entered, and put back only what one took out oneself: else `permission-denied`.
   */
  'lawData.remove': mutation({
    permission: 'case.write',
    audit: 'law-data.removed',
    input: z.strictObject({ id: idSchema }),
    output: change,
  }),
  'lawData.restore': mutation({
    permission: 'case.write',
    audit: 'law-data.restored',
    input: z.strictObject({ id: idSchema }),
    output: change,
  }),
  /** What remembering a value would change; nothing is kept. Fails as `lawData.setValue` does. */
  'lawData.previewValue': command({
    permission: 'office.read',
    input: z.strictObject({ value: lawValueSchema }),
    output: z.object({ effects: effectsSchema }),
  }),
  /** Remembers one value that was missing. What is loaded already is not overwritten: `value-present`. */
  'lawData.setValue': mutation({
    permission: 'case.write',
    audit: 'law-data.value-set',
    input: z.strictObject({ value: lawValueSchema }),
    output: change,
  }),
};
