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

function refused(failure: Failure): Outcome {
  const issues = new Map<string, FieldIssue>();
  // Of several issues of one field the first says most.
  for (const issue of failure.issues ?? []) if (!issues.has(issue.path)) issues.set(issue.path, issue);
  if (failure.code !== 'no-data') return { state: 'refused', failure, issues, missing: null };
  const { table, area, date, year } = failure.details ?? {};
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
    if (error instanceof AppError) return refused(error.failure);
    throw error;
  }
}
