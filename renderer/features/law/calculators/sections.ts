import type { FieldSpec } from './fields.ts';

/** Folded parts of a form, below what is nearly always filled in. */
export const foldedSections = ['service', 'wage', 'local', 'limitation', 'more'] as const;
export type FoldedSection = (typeof foldedSections)[number];

const members: Readonly<Record<Exclude<FoldedSection, 'more'>, readonly string[]>> = {
  service: [
    'hireDate',
    'lastDay',
    'hireMonth',
    'lastMonth',
    'serviceYears',
    'serviceMonths',
    'transferredFrom',
    'transferredPaid',
    'pre2008Years',
    'post2008Years',
  ],
  wage: [
    'avgMonthlyWage12m',
    'avgMonthlyWage12mExclOvertime',
    'avgExact',
    'wagesByMonth',
    'wageTable',
    'lastMonthWage',
    'monthlyWages',
    'ownWage',
    'above3x',
    'excludeOvertime',
    'normalMonthsOnly',
  ],
  local: [
    'localAvgMonthlyWage',
    'areaAvgMonthlyWage',
    'averageWageSeries',
    'threeTimesLocalAvg',
    'areaCode',
    'localMinWage',
    'tier',
    'province',
    'provinceTable',
  ],
  limitation: [
    'filingDate',
    'interruptions',
    'suspensions',
    'defenceRaisedInArbitration',
    'stage',
    'limitationMethod',
    'limitationDefenceRaised',
  ],
};

/** What stands open beyond the required inputs and those of the example, in this order. */
export const mainFields: Readonly<Record<string, readonly string[]>> = {
  'unpaid-wages': ['monthlyWage', 'unpaidMonths', 'dayRate', 'days', 'paid', 'months'],
  'overtime-pay': [
    'from',
    'to',
    'scheme',
    'monthlyBase',
    'workdayHours',
    'restDayHours',
    'holidayHours',
    'alreadyPaid',
  ],
  'minimum-wage-differential': ['type', 'areaCode', 'month', 'gross', 'overtime', 'nightAllowance', 'months'],
  'sick-leave-pay': ['areaCode', 'month', 'localMinWage', 'contractSickPay', 'months'],
  'double-wage-no-contract': ['kind', 'hireDate', 'contractSignedDate', 'lastWorkDay', 'monthlyWage'],
  'economic-compensation': [
    'reason',
    'hireDate',
    'lastDay',
    'avgMonthlyWage12m',
    'areaCode',
    'localAvgMonthlyWage',
  ],
  'payment-in-lieu-notice': ['ground', 'noticeGiven', 'lastMonthWage'],
  'unlawful-termination': ['hireDate', 'lastDay', 'avgMonthlyWage12m', 'areaCode', 'localAvgMonthlyWage'],
  'annual-leave-days': ['event', 'entitlement', 'cumulativeServiceYears', 'lastDay', 'hireDate', 'taken'],
  'annual-leave-pay': ['claimYears', 'avgMonthlyWage12mExclOvertime', 'multiplier', 'paid'],
  'probation-limit': ['contractType', 'contractTermMonths'],
  'delayed-performance-interest': ['principal', 'performanceDeadline', 'paidDate', 'payments'],
  'late-interest-lpr': ['principal', 'from', 'to', 'method', 'dayBase'],
  'final-award-test': ['monthlyMinWage', 'items', 'workers'],
  limitation: ['claim', 'employmentEnd', 'knownDate', 'filingDate', 'interruptions'],
  'court-fee': ['type', 'procedure', 'amount'],
  'social-insurance-loss': [
    'kind',
    'enrolmentPossible',
    'benefitMonthly',
    'months',
    'preLeaveMonthlyWage',
    'birth',
  ],
};

/** Columns that a wide table shows before others are asked for. */
export const mainColumns: Readonly<Record<string, readonly string[]>> = {
  'unpaid-wages-roster.workers': ['name', 'monthlyWage', 'unpaidMonths', 'dayRate', 'days', 'paid'],
  'final-award-test.workers': ['unpaidWages', 'economicCompensation', 'doubleWage'],
  wageTable: ['month', 'gross', 'overtime', 'bonus', 'kind'],
};

export interface FormSections {
  readonly main: readonly FieldSpec[];
  readonly folded: readonly (readonly [FoldedSection, readonly FieldSpec[]])[];
}

function sectionOf(field: FieldSpec): FoldedSection {
  if (field.path.startsWith('limitation.')) return 'limitation';
  return (
    (['service', 'wage', 'local', 'limitation'] as const).find((s) => members[s].includes(field.name)) ??
    'more'
  );
}

/** What a form shows at once, and what it keeps folded by subject. */
export function sectionsOf(
  id: string,
  fields: readonly FieldSpec[],
  example: Readonly<Record<string, unknown>>,
): FormSections {
  const listed = mainFields[id] ?? [];
  const order = (f: FieldSpec): number => {
    const at = listed.indexOf(f.path);
    return at < 0 ? listed.length : at;
  };
  const isMain = (f: FieldSpec) =>
    listed.includes(f.path) || (!f.path.includes('.') && (f.required || f.path in example));
  const main = fields.filter(isMain).sort((a, b) => order(a) - order(b));
  const rest = fields.filter((f) => !isMain(f));
  return {
    main,
    folded: foldedSections.flatMap((section) => {
      const own = rest.filter((f) => sectionOf(f) === section);
      return own.length > 0 ? [[section, own] as const] : [];
    }),
  };
}
