import { z } from 'zod';
import { fieldError } from '../../kernel/errors.ts';
import { bilingualSchema, dateSchema, parseInput, yuanSchema } from '../input.ts';
import { decimalSchema, named, sourced, statusSchema } from './row.ts';

const year = z.int().min(1990).max(2199);

export const averageWageSeries = ['non-private', 'private', 'all-units', 'non-private-on-post'] as const;
export type AverageWageSeries = (typeof averageWageSeries)[number];

const averageWages = z.object({
  series: z.record(z.enum(averageWageSeries), bilingualSchema),
  averageWages: z.array(
    z
      .object({
        ...named,
        series: z.enum(averageWageSeries),
        year,
        annual: yuanSchema.optional(),
        monthly: yuanSchema.optional(),
      })
      .refine((r) => (r.annual === undefined) !== (r.monthly === undefined), {
        path: ['annual'],
        message: 'one-form-only',
      }),
  ),
});

const lpr = z.object({
  /** The last day for which a quote is known to have held. */
  verifiedThrough: dateSchema,
  lpr: z
    .array(z.object({ ...sourced, validFrom: dateSchema, term: z.literal('1Y'), percent: decimalSchema }))
    .min(1),
});

const disposableIncome = z.object({
  disposableIncome: z.array(z.object({ ...named, year, annual: yuanSchema })),
});

const lumpCell = z
  .object({
    months: z.number().positive().optional(),
    yuan: yuanSchema.optional(),
    status: statusSchema,
  })
  .refine((c) => (c.months === undefined) !== (c.yuan === undefined), {
    path: ['months'],
    message: 'one-form-only',
  });
const grade = z.enum(['5', '6', '7', '8', '9', '10']);
const injuryLumps = z.object({
  injuryLumps: z.array(
    z.object({
      ...named,
      /** A row for this grade alone: what an office entered by hand where the province's table lacks it. */
      grade: z.int().min(5).max(10).optional(),
      base: bilingualSchema,
      /** Whose average wage the months multiply; the pooling area's unless the province says otherwise. */
      baseScope: z.enum(['city', 'province']).default('city'),
      medical: z.partialRecord(grade, lumpCell),
      employment: z.partialRecord(grade, lumpCell),
      nearRetirement: bilingualSchema.optional(),
    }),
  ),
});

const valueTable = z.object({ ...sourced, values: z.record(z.string(), z.number().positive()) });
const injuryRates = z.object({
  injuryRates: z.object({
    disabilityGrantMonths: valueTable,
    disabilityAllowancePercent: valueTable,
    nursingPercent: valueTable,
    dependantPercent: valueTable,
    deathMonths: valueTable,
    deathLumpMultiple: valueTable,
    ownWageClampPercent: valueTable,
    suspensionMonths: valueTable,
    illegalUnitMultiple: valueTable,
  }),
});

const years = z.number().min(0);
const medicalPeriod = z.object({
  medicalPeriod: z.object({
    ...sourced,
    rows: z
      .array(
        z.object({
          totalFrom: years,
          totalBelow: years.nullable(),
          unitFrom: years,
          unitBelow: years.nullable(),
          months: z.int().positive(),
          window: z.int().positive(),
        }),
      )
      .min(1),
  }),
});

const workingTime = z.object({
  workingTime: z
    .array(
      z.object({
        ...sourced,
        validFrom: dateSchema,
        annualWorkDays: decimalSchema,
        quarterWorkDays: decimalSchema,
        monthWorkDays: decimalSchema,
        payDaysPerMonth: decimalSchema,
        payHoursPerMonth: decimalSchema,
        statutoryHolidays: z.int().positive(),
        holidays: z.record(z.string(), z.int().positive()),
      }),
    )
    .min(1),
});

const heatAllowances = z.object({
  heatAllowances: z.array(
    z
      .object({
        ...named,
        unit: z.enum(['day', 'month']),
        rate: yuanSchema.optional(),
        range: z.tuple([yuanSchema, yuanSchema]).optional(),
        season: z.string().optional(),
        conflict: z.boolean().optional(),
      })
      .refine((r) => (r.rate === undefined) !== (r.range === undefined), {
        path: ['rate'],
        message: 'one-form-only',
      }),
  ),
});

const scale = z.object({
  first: yuanSchema,
  upTo: yuanSchema,
  bands: z.array(z.object({ to: yuanSchema.nullable(), percent: decimalSchema })).min(1),
  cap: yuanSchema.optional(),
});
const courtFees = z.object({
  courtFees: z.object({
    ...sourced,
    labourCase: yuanSchema,
    setAside: yuanSchema,
    paymentOrderDivisor: z.int().positive(),
    property: scale,
    enforcement: scale,
    preservation: scale,
  }),
});

const pair = z.tuple([yuanSchema, yuanSchema]);
const aidAndCrime = z.object({
  legalAidMeans: z.array(
    z
      .object({
        ...named,
        percentOfMonthlyUrbanIncome: z.number().positive().optional(),
        /** A fixed amount a month and head, yuan. */
        monthlyThreshold: yuanSchema.optional(),
        rule: bilingualSchema,
      })
      .refine((r) => (r.percentOfMonthlyUrbanIncome === undefined) !== (r.monthlyThreshold === undefined), {
        path: ['percentOfMonthlyUrbanIncome'],
        message: 'one-form-only',
      }),
  ),
  wageCrime: z.object({
    ...sourced,
    singleRange: pair,
    groupRange: pair,
    months: z.int().positive(),
    workers: z.int().positive(),
  }),
  wageCrimeFigures: z.array(z.object({ ...named, single: yuanSchema, group: yuanSchema })),
});

const divisions = z.object({
  asOf: dateSchema,
  source: z.string().min(1),
  status: statusSchema,
  divisions: z.record(z.string().regex(/^\d{2}(\d{2}){0,2}$/, 'area-code-invalid'), z.string().min(1)),
});

export type AverageWageTable = z.output<typeof averageWages>;
export type LprTable = z.output<typeof lpr>;
export type DisposableIncomeTable = z.output<typeof disposableIncome>['disposableIncome'];
export type InjuryLumpTable = z.output<typeof injuryLumps>['injuryLumps'];
export type InjuryRateTable = z.output<typeof injuryRates>['injuryRates'];
export type MedicalPeriodTable = z.output<typeof medicalPeriod>['medicalPeriod'];
export type WorkingTimeTable = z.output<typeof workingTime>['workingTime'];
export type HeatAllowanceTable = z.output<typeof heatAllowances>['heatAllowances'];
export type CourtFeeTable = z.output<typeof courtFees>['courtFees'];
export type FeeScale = CourtFeeTable['property'];
export type LegalAidMeansTable = z.output<typeof aidAndCrime>['legalAidMeans'];
export type WageCrimeTable = z.output<typeof aidAndCrime>['wageCrime'];
export type WageCrimeFigures = z.output<typeof aidAndCrime>['wageCrimeFigures'];
export type DivisionTable = z.output<typeof divisions>;

/** Tables that calculators look values up in. Each is optional: without it the value is asked for. */
export interface ReferenceTables {
  readonly averageWages?: AverageWageTable;
  readonly lpr?: LprTable;
  readonly disposableIncome?: DisposableIncomeTable;
  readonly injuryLumps?: InjuryLumpTable;
  readonly injuryRates?: InjuryRateTable;
  readonly medicalPeriod?: MedicalPeriodTable;
  readonly workingTime?: WorkingTimeTable;
  readonly heatAllowances?: HeatAllowanceTable;
  readonly courtFees?: CourtFeeTable;
  readonly legalAidMeans?: LegalAidMeansTable;
  readonly wageCrime?: WageCrimeTable;
  readonly wageCrimeFigures?: WageCrimeFigures;
  readonly divisions?: DivisionTable;
}

/** Files under `resources/law` that `parseReferenceTables` reads. */
export const referenceFiles = [
  'average-wages.json',
  'lpr.json',
  'disposable-income.json',
  'injury-lumps.json',
  'injury-rates.json',
  'medical-period.json',
  'working-time.json',
  'heat-allowance.json',
  'court-fees.json',
  'aid-and-crime.json',
  'divisions.json',
] as const;
export type ReferenceFile = (typeof referenceFiles)[number];

function ascending(rows: readonly { readonly validFrom: string }[], path: string): void {
  rows.forEach((row, i) => {
    const before = rows[i - 1];
    if (before && before.validFrom >= row.validFrom)
      throw fieldError(`${path}.${i}.validFrom`, 'not-ascending');
  });
}

function unique(rows: readonly unknown[], key: (i: number) => string, path: string): void {
  const seen = new Set<string>();
  rows.forEach((_, i) => {
    const k = key(i);
    if (seen.has(k)) throw fieldError(`${path}.${i}`, 'row-twice', { key: k });
    seen.add(k);
  });
}

/**
 * All reference tables from their files' JSON.
 * @throws AppError `invalid-input` naming the bad field (`averageWages.3.annual`); tables of quotes must ascend, a place
 * may have one average per series and year.
 */
export function parseReferenceTables(read: (file: ReferenceFile) => unknown): Required<ReferenceTables> {
  const wages = parseInput(averageWages, read('average-wages.json'));
  unique(
    wages.averageWages,
    (i) => {
      const r = wages.averageWages[i];
      return `${r?.area} ${r?.series} ${r?.year}`;
    },
    'averageWages',
  );
  const rates = parseInput(lpr, read('lpr.json'));
  ascending(rates.lpr, 'lpr');
  const time = parseInput(workingTime, read('working-time.json')).workingTime;
  ascending(time, 'workingTime');
  const aid = parseInput(aidAndCrime, read('aid-and-crime.json'));
  return {
    averageWages: wages,
    lpr: rates,
    disposableIncome: parseInput(disposableIncome, read('disposable-income.json')).disposableIncome,
    injuryLumps: parseInput(injuryLumps, read('injury-lumps.json')).injuryLumps,
    injuryRates: parseInput(injuryRates, read('injury-rates.json')).injuryRates,
    medicalPeriod: parseInput(medicalPeriod, read('medical-period.json')).medicalPeriod,
    workingTime: time,
    heatAllowances: parseInput(heatAllowances, read('heat-allowance.json')).heatAllowances,
    courtFees: parseInput(courtFees, read('court-fees.json')).courtFees,
    legalAidMeans: aid.legalAidMeans,
    wageCrime: aid.wageCrime,
    wageCrimeFigures: aid.wageCrimeFigures,
    divisions: parseInput(divisions, read('divisions.json')),
  };
}
