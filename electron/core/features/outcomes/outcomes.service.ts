import type { Outcome } from '../../../../shared/features/outcomes/outcome.schemas.ts';
import type { Basis } from '../../../../shared/features/outcomes/outcomes.contract.ts';
import { AppError, type FieldIssue } from '../../../../shared/kernel/errors.ts';
import type { Bilingual } from '../../../../shared/law/index.ts';
import type { StoredLine, StoredOutcome } from './outcomes.repo.ts';

const unnamed: Bilingual = { zh: '其他款项', en: 'Other sum' };

/**
 * The lines with what the record computes for them. Once a document is in force its computed column stands still: what
 * was given up was given up against what was known then. Lines of workers who have left the case are kept.
 * @throws AppError `invalid-input`: `lines.<n>.memberId` `not-in-case`, `lines.<n>.item` `line-twice`.
 */
export function withComputed(
  input: Outcome,
  basis: readonly Basis[],
  members: ReadonlySet<string>,
  before: StoredOutcome | null,
): StoredLine[] {
  const issues: FieldIssue[] = [];
  const key = (l: { memberId: string; item: string }): string => `${l.memberId}/${l.item}`;
  const now = new Map(basis.map((b) => [key(b), b]));
  const was = new Map((before?.lines ?? []).map((l) => [key(l), l]));
  const seen = new Set<string>();
  const frozen = before?.state === 'in-force' && input.state === 'in-force';
  const lines = input.lines.map((l, i): StoredLine => {
    if (!members.has(l.memberId)) issues.push({ path: `lines.${i}.memberId`, code: 'not-in-case' });
    if (seen.has(key(l))) issues.push({ path: `lines.${i}.item`, code: 'line-twice' });
    seen.add(key(l));
    const kept = was.get(key(l));
    const found = now.get(key(l));
    const { title, calculator, computedFen } =
      (frozen ? (kept ?? found) : (found ?? kept)) ??
      ({ title: unnamed, calculator: null, computedFen: 0 } as const);
    return { ...l, title, calculator, computedFen };
  });
  if (issues.length > 0) throw new AppError('invalid-input', { issues });
  return [...lines, ...(before?.lines ?? []).filter((l) => !members.has(l.memberId))];
}
