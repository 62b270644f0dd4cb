import { z } from 'zod';
import { AppError, type Failure, type FieldIssue } from '../../../shared/kernel/errors.ts';

/** Turns whatever was thrown into data for the page. `unexpected` tells the log that this was our mistake. */
export function toFailure(error: unknown, reference: string): { failure: Failure; unexpected: boolean } {
  if (error instanceof AppError) return { failure: error.failure, unexpected: false };
  if (error instanceof z.ZodError)
    return { failure: { code: 'invalid-input', issues: issuesOf(error) }, unexpected: false };
  const known = byCode(codeOf(error));
  if (known) return { failure: known, unexpected: false };
  return { failure: { code: 'internal', details: { reference } }, unexpected: true };
}

/** zod's own words become our keys: `required`, `text-too-long`, … */
export function issuesOf(error: z.ZodError): FieldIssue[] {
  return error.issues.map((issue) => {
    const path = issue.path.join('.');
    if (issue.code === 'custom' || /^[a-z][a-z-]+$/.test(issue.message)) return { path, code: issue.message };
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

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

function byCode(code: string): Failure | null {
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk-full' };
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return { code: 'office-read-only' };
  if (code.startsWith('SQLITE_CANTOPEN')) return { code: 'office-read-only' };
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return { code: 'database-damaged', details: { part: 'database' } };
  if (code.startsWith('SQLITE_BUSY')) return { code: 'office-in-use' };
  if (code === 'ENOENT') return { code: 'office-not-found' };
  return null;
}
