import { AppError, type Failure, type FieldIssue } from '../../../../shared/kernel/errors.ts';
import { type CalculationResult, calculate, type LawContext } from '../../../../shared/law/index.ts';
import type { FieldSpec } from './fields.ts';
import { type Raw, toInput } from './values.ts';

export interface MissingData {
  readonly table: string;
  readonly area: string;
  /** Day or year that was looked for. */
  readonly when: string;
}

/** What the form's present text comes to. */
export type Outcome =
  | { readonly state: 'empty' }
  | { readonly state: 'done'; readonly result: CalculationResult }
  | {
      readonly state: 'refused';
      readonly failure: Failure;
      /** By field; `no-data` where a figure must be entered because no table has it. */
      readonly issues: ReadonlyMap<string, FieldIssue>;
      readonly missing: MissingData | null;
    };

// Which input stands in for a table that has no figure: the first one that the calculator takes.
const standIns: Readonly<Record<string, readonly string[]>> = {
  minimumWages: ['localMinWage', 'monthlyMinWage', 'areaCode'],
  averageWages: ['localAvgMonthlyWage', 'areaAvgMonthlyWage', 'areaAvgAnnualWage'],
  lpr: ['annualRatePct', 'rates', 'date'],
  disposableIncome: ['nationalUrbanDisposableIncomePrevYear', 'provinceThreshold', 'annualUrbanIncome'],
  injuryLumps: ['medicalMonths', 'employmentMonths'],
  heatAllowances: ['rate', 'monthlyRate'],
  legalAidMeans: ['provinceThreshold'],
  wageCrime: ['provinceSingle', 'provinceGroup'],
  workingTime: ['date'],
  divisions: ['code'],
};
const byReason: Readonly<Record<string, readonly string[]>> = {
  'tier-needed': ['tier'],
  'series-needed': ['averageWageSeries'],
  'before-first': ['annualRatePct', 'date'],
};

function standInFor(failure: Failure, fields: readonly FieldSpec[]): string | null {
  const { table, reason } = failure.details ?? {};
  const names = byReason[String(reason)] ?? standIns[String(table)] ?? [];
  return names.find((name) => fields.some((f) => f.path === name)) ?? null;
}

function refused(failure: Failure, fields: readonly FieldSpec[]): Outcome {
  const issues = new Map<string, FieldIssue>();
  // Of several issues of one field the first says most.
  for (const issue of failure.issues ?? []) if (!issues.has(issue.path)) issues.set(issue.path, issue);
  if (failure.code !== 'no-data') return { state: 'refused', failure, issues, missing: null };
  const { table, area, date, year, reason } = failure.details ?? {};
  const path = standInFor(failure, fields);
  const code = byReason[String(reason)] ? `no-data-${String(reason)}` : 'no-data-field';
  if (path) issues.set(path, { path, code });
  const when = date ?? year ?? '';
  return {
    state: 'refused',
    failure,
    issues,
    missing: { table: String(table ?? ''), area: String(area ?? ''), when: String(when) },
  };
}

/** Runs the calculator on what was typed; every refusal comes back as data. */
export function outcomeOf(id: string, fields: readonly FieldSpec[], raw: Raw, ctx: LawContext): Outcome {
  const input = toInput(fields, raw);
  if (Object.keys(input).length === 0) return { state: 'empty' };
  try {
    return { state: 'done', result: calculate(id, input, ctx) };
  } catch (error) {
    if (error instanceof AppError) return refused(error.failure, fields);
    throw error;
  }
}
