import { AppError, type Failure } from '../../kernel/errors.ts';

/** Which input stands in for a table that has no figure: the first of them that the calculator takes. */
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

/** A `no-data` failure that names the field to fill in instead, where the calculator has one; others as they are. */
export function namingField(error: unknown, fields: readonly string[]): unknown {
  if (!(error instanceof AppError) || error.failure.code !== 'no-data') return error;
  const issue = missingField(error.failure, fields);
  return issue ? new AppError('no-data', { ...error.failure, issues: [issue] }, { cause: error }) : error;
}

function missingField(failure: Failure, fields: readonly string[]): { path: string; code: string } | null {
  const { table, reason } = failure.details ?? {};
  const choice = byReason[String(reason)];
  // A refusal may name the field itself, as where one of two figures is wanted.
  const names = choice ?? [String(reason), ...(standIns[String(table)] ?? [])];
  const path = names.find((name) => fields.includes(name));
  return path ? { path, code: choice ? `no-data-${String(reason)}` : 'no-data-field' } : null;
}
