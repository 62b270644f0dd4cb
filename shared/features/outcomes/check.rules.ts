import type { FieldIssue } from '../../kernel/errors.ts';
import { type ClauseFacts, clauseIssues, tokensOf } from './clauses.rules.ts';
import type { Outcome } from './outcome.schemas.ts';

/**
 * What keeps an outcome from being saved, each fault at its field. A draft may be incomplete; what is there must agree.
 */
export function outcomeIssues(
  o: Outcome,
  lines: readonly { readonly amountFen: number | null }[],
  facts: ClauseFacts,
): FieldIssue[] {
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
  return issues;
}

const yuan = (amount: number): string => (amount / 100).toFixed(2);
