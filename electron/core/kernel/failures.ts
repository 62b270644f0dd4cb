import type { z } from 'zod';
import type { Procedure } from '../../../shared/contract/builders.ts';
import { AppError, type Failure, type FieldIssue } from '../../../shared/kernel/errors.ts';

/**
 * Turns whatever was thrown into data for the page. `unexpected` tells the log that this was our mistake; a value of
 * our own that does not fit its schema is one, so a `ZodError` that arrives here is never the caller's.
 */
export function toFailure(error: unknown, reference: string): { failure: Failure; unexpected: boolean } {
  if (error instanceof AppError) return { failure: error.failure, unexpected: false };
  const known = byCode(codeOf(error));
  if (known) return { failure: known, unexpected: false };
  return { failure: { code: 'internal', details: { reference } }, unexpected: true };
}

/**
 * The failure with what was going on, where the sentence for it depends on that: `open` when the office was in use
 * already, `reading` when nothing was to be saved.
 */
export function inSituation(failure: Failure, procedure: Procedure | undefined): Failure {
  if (procedure?.access !== 'session' || failure.details?.part === 'file') return failure;
  const during =
    failure.code === 'database-damaged'
      ? 'open'
      : failure.code === 'disk-full' && procedure.kind !== 'mutation'
        ? 'reading'
        : null;
  return during === null ? failure : { ...failure, details: { ...failure.details, during } };
}

/** The error of an act that saves nothing of the person's, such as opening an office: a full disk is told as such. */
export function whileReading(error: unknown): unknown {
  const { failure } = toFailure(error, '');
  if (failure.code !== 'disk-full') return error;
  const details = { ...failure.details, during: 'reading' };
  return new AppError(failure.code, { details }, { cause: error });
}

/** @throws AppError `invalid-input` naming each bad field. */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new AppError('invalid-input', { issues: issuesOf(parsed.error) });
  return parsed.data;
}

/**
 * Where an error came from, without what it says: function names, files without their folders (which may carry a
 * person's name) and lines.
 */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  // The message may quote a person's data, also over several lines; V8 puts it whole before the first frame.
  const frames = (error.stack ?? '').replace(`${error.name}: ${error.message}`, '').split('\n    at ');
  return frames
    .slice(1, 8)
    .map((frame) => frame.replace(/\(?(?:file:\/\/)?(?:[A-Za-z]:)?[\\/].*[\\/]([^\\/]+)$/, '($1'))
    .join(' < ');
}

/** zod's own words become our keys: `required`, `text-too-long`, … */
function issuesOf(error: z.ZodError): FieldIssue[] {
  return error.issues.map((issue) => {
    const path = issue.path.join('.');
    if (issue.code === 'custom' || /^[a-z][a-z-]+$/.test(issue.message)) {
      const params = paramsOf(issue);
      return { path, code: issue.message, ...(params && { params }) };
    }
    if (issue.code === 'unrecognized_keys') return { path, code: 'unknown-field' };
    if (issue.code === 'invalid_type')
      return { path, code: issue.message.includes('undefined') ? 'required' : 'value-invalid' };
    if (issue.code === 'too_big')
      return { path, code: 'too-many', params: { maximum: Number(issue.maximum) } };
    if (issue.code === 'too_small')
      return { path, code: 'too-few', params: { minimum: Number(issue.minimum) } };
    return { path, code: 'value-invalid' };
  });
}

/** What the sentence of an issue names: the issue's own facts, or the bound of a number. */
function paramsOf(issue: z.core.$ZodIssue): FieldIssue['params'] {
  if (issue.code === 'custom') return issue.params as FieldIssue['params'];
  return issue.code === 'too_big' ? { max: Number(issue.maximum) } : undefined;
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

function byCode(code: string): Failure | null {
  // EFBIG: a disk whose format holds no larger file (FAT32: 4 GiB).
  if (['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return { code: 'disk-full' };
  if (/^SQLITE_IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE)$/.test(code)) return { code: 'file-write-failed' };
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return { code: 'office-read-only' };
  if (code.startsWith('SQLITE_CANTOPEN')) return { code: 'office-read-only' };
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return { code: 'database-damaged', details: { part: 'database' } };
  if (code.startsWith('SQLITE_BUSY')) return { code: 'office-in-use' };
  if (code === 'ENOENT') return { code: 'office-not-found' };
  return null;
}
