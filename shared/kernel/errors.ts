/**
 * Every way a call can fail, as data. Failures cross process borders as `Failure`, never as thrown objects;
 * the sentence a user reads lives in `resources/locales/<locale>/errors.json` under the same code.
 */
export const failureCodes = [
  'invalid-input',
  'not-found',
  'conflict',
  'locked',
  'permission-denied',
  'wrong-passphrase',
  'wrong-recovery-key',
  'too-many-attempts',
  'office-exists',
  'office-not-found',
  'office-in-use',
  'office-read-only',
  'disk-full',
  'database-damaged',
  'database-newer',
  'file-not-spreadsheet',
  'file-encrypted',
  'file-old-format',
  'file-too-large',
  'file-empty',
  'file-expired',
  'file-write-failed',
  'unknown-procedure',
  'cancelled',
  'rule-violation',
  'no-data',
  'internal',
] as const;

export type FailureCode = (typeof failureCodes)[number];

/** JSON-safe facts that the sentence may quote. Never personal data: a failure may be logged. */
export type FailureDetails = Readonly<Record<string, string | number | boolean | null>>;

/** One bad field: `path` in dot form (`members.3.idNumber`), `code` a key of `errors.json`. */
export interface FieldIssue {
  readonly path: string;
  readonly code: string;
  readonly params?: FailureDetails;
}

export interface Failure {
  readonly code: FailureCode;
  readonly issues?: readonly FieldIssue[];
  readonly details?: FailureDetails;
}

/**
 * Keys of `errors.json` for a failure, the most fitting first: the same damage or full disk is told in other words when
 * an office is open already, or when nothing was to be saved. A broken rule is told by its name.
 */
export function sentenceKeys({ code, details = {} }: Failure): readonly string[] {
  if (typeof details.rule === 'string') return [details.rule, code];
  if (details.part === 'file') return [`${code}-file`, code];
  return typeof details.during === 'string' ? [`${code}-${details.during}`, code] : [code];
}

/** Thrown inside the core and the law; the call pipeline turns it into a `Failure`. */
export class AppError extends Error {
  readonly failure: Failure;

  constructor(code: FailureCode, extra: Omit<Failure, 'code'> = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.failure = { code, ...extra };
  }
}

/** A single bad field, the commonest failure. */
export function fieldError(path: string, code: string, params?: FailureDetails): AppError {
  return new AppError('invalid-input', { issues: [params ? { path, code, params } : { path, code }] });
}
