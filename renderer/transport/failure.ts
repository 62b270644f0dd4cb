import type { Failure, FailureCode } from '../../shared/kernel/errors.ts';

/** A call that failed, as a thrown value; the failure itself is data from the core. */
export class CallFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'CallFailure';
    this.failure = failure;
  }
}

/** Whatever was thrown, as a failure: an unknown thing is `internal`. */
export function failureOf(error: unknown): Failure {
  return error instanceof CallFailure ? error.failure : { code: 'internal' };
}

export const hasCode = (error: unknown, code: FailureCode): boolean => failureOf(error).code === code;
