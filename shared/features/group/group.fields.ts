/** Columns of the workers' matrix: facts of the worker and of the job, the arrears, and one for each kind of claim. */

export const factIds = [
  'name',
  'idNumber',
  'phone',
  'team',
  'post',
  'start',
  'end',
  'endKind',
  'wageUnit',
  'rate',
  'period',
  'site',
  'recruiter',
  'payDay',
  'contractSigned',
  'bankHolder',
  'bankName',
  'bankAccount',
] as const;
export type FactId = (typeof factIds)[number];

/** Facts that are mostly the same for everybody: set once for the group, with exceptions by worker. */
export const sharedIds = [
  'team',
  'post',
  'start',
  'end',
  'endKind',
  'wageUnit',
  'rate',
  'period',
  'site',
  'recruiter',
  'payDay',
  'contractSigned',
] as const satisfies readonly FactId[];
export type SharedId = (typeof sharedIds)[number];

export type ColumnId = FactId | 'arrears' | `claim:${string}`;

export type CellKind =
  | 'name'
  | 'text'
  | 'id'
  | 'phone'
  | 'date'
  | 'money'
  | 'unit'
  | 'jobEnd'
  | 'flag'
  | 'period'
  | 'account';

interface Fact {
  readonly kind: CellKind;
  /** Longest text in code points, as the record takes it. */
  readonly max?: number;
  /** Shown only when more columns are asked for. */
  readonly extra?: true;
}

export const facts: Readonly<Record<FactId, Fact>> = {
  name: { kind: 'name', max: 80 },
  idNumber: { kind: 'id', max: 40 },
  phone: { kind: 'phone', max: 40 },
  team: { kind: 'text', max: 200 },
  post: { kind: 'text', max: 200 },
  start: { kind: 'date' },
  end: { kind: 'date' },
  endKind: { kind: 'jobEnd', extra: true },
  wageUnit: { kind: 'unit' },
  rate: { kind: 'money' },
  period: { kind: 'period' },
  site: { kind: 'text', max: 200, extra: true },
  recruiter: { kind: 'text', max: 60, extra: true },
  payDay: { kind: 'text', max: 60, extra: true },
  contractSigned: { kind: 'flag', extra: true },
  bankHolder: { kind: 'text', max: 200, extra: true },
  bankName: { kind: 'text', max: 200, extra: true },
  bankAccount: { kind: 'account', max: 40, extra: true },
};

const claimPrefix = 'claim:';

export const claimColumn = (calculator: string): ColumnId => `claim:${calculator}`;

/** The calculator of a claim's column; null for any other. */
export function calculatorOfColumn(column: string): string | null {
  return column.startsWith(claimPrefix) ? column.slice(claimPrefix.length) : null;
}

export const isFact = (column: string): column is FactId => (factIds as readonly string[]).includes(column);
export const isShared = (column: string): column is SharedId =>
  (sharedIds as readonly string[]).includes(column);

export function kindOf(column: ColumnId): CellKind {
  return isFact(column) ? facts[column].kind : 'money';
}

/**
 * What a cell holds: money in fen, dates and periods (`2026-03-01/2026-05-31`) as ISO text, choices by their ids; null
 * for nothing.
 */
export type CellValue = string | number | boolean | null;
export type Values = Readonly<Partial<Record<ColumnId, CellValue>>>;
