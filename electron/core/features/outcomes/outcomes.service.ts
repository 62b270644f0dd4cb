import {
  type ClauseFacts,
  clauseIssues,
  tokensOf,
} from '../../../../shared/features/outcomes/clauses.rules.ts';
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

/**
 * What keeps an outcome from being saved.
 * @throws AppError `invalid-input` with every fault.
 */
export function checkOutcome(o: Outcome, lines: readonly StoredLine[], facts: ClauseFacts): void {
  const issues: FieldIssue[] = [];
  const total = lines.reduce((s, l) => s + (l.amountFen ?? 0), 0);
  const { instalments } = o.plan;
  const planned = instalments.reduce((s, i) => s + i.amountFen, 0);
  if (instalments.length > 0 && planned !== total)
    issues.push({
      path: 'plan.instalments',
      code: 'plan-not-total',
      params: { planned: yuan(planned), total: yuan(total) },
    });
  const backwards = instalments.findIndex((i, n) => n > 0 && i.due < (instalments[n - 1]?.due ?? i.due));
  if (backwards >= 0) issues.push({ path: `plan.instalments.${backwards}.due`, code: 'plan-not-in-order' });
  if (o.state === 'in-force') {
    if (o.madeOn === null) issues.push({ path: 'madeOn', code: 'required' });
    if (lines.some((l) => l.amountFen === null)) issues.push({ path: 'lines', code: 'amounts-missing' });
    else if (o.kind === 'settlement' && total === 0) issues.push({ path: 'lines', code: 'nothing-agreed' });
  }
  for (const [path, day] of [
    ['servedWorkerOn', o.servedWorkerOn],
    ['servedEmployerOn', o.servedEmployerOn],
    ['effectiveOn', o.effectiveOn],
    ['securedOn', o.securedOn],
    ['performBy', o.performBy],
  ] as const)
    if (day !== null && o.madeOn !== null && day < o.madeOn) issues.push({ path, code: 'before-made' });
  const first = instalments[0];
  if (first && o.madeOn !== null && first.due < o.madeOn)
    issues.push({ path: 'plan.instalments.0.due', code: 'before-made' });
  if (o.clauses) issues.push(...clauseIssues(o.clauses, tokensOf(facts)));
  if (issues.length > 0) throw new AppError('invalid-input', { issues });
}

const yuan = (amount: number): string => (amount / 100).toFixed(2);
