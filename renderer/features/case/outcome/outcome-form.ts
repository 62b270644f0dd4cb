import type { Output } from '../../../../shared/contract/api.ts';
import { outcomeIssues } from '../../../../shared/features/outcomes/check.rules.ts';
import type { ClauseFacts } from '../../../../shared/features/outcomes/clauses.rules.ts';
import {
  type Outcome,
  type OutcomeKind,
  outcomeSchema,
} from '../../../../shared/features/outcomes/outcome.schemas.ts';
import type { OutcomeView } from '../../../../shared/features/outcomes/outcomes.contract.ts';
import type { FieldIssue } from '../../../../shared/kernel/errors.ts';
import { fen } from '../../../../shared/kernel/money.ts';
import { issuesOf } from '../../../ui/failure-text.ts';
import type { FormLine } from './LinesTable.tsx';

export type OutcomeData = Output<'outcomes.forCase'>;

export interface OutcomeForm extends Omit<Outcome, 'lines' | 'number' | 'payer'> {
  readonly lines: readonly FormLine[];
  readonly number: string;
  readonly payer: string;
}

/** A head of the claims as a line to which nothing has been said. */
export function fromBasis(b: OutcomeData['basis'][number]): FormLine {
  return {
    memberId: b.memberId,
    item: b.item,
    title: b.title,
    calculator: b.calculator,
    claimedFen: fen(b.claimedFen),
    computedFen: fen(b.computedFen),
    lowFen: null,
    undisputedFen: null,
    amountFen: null,
    verdict: 'none',
  };
}

export const toLines = (o: Pick<OutcomeView, 'lines'>): FormLine[] =>
  o.lines.map((l) => ({ ...l, computedFen: fen(l.computedFen) }));

export function newForm(kind: OutcomeKind, data: OutcomeData): OutcomeForm {
  // What an award decides takes the place of nothing; a judgment as a rule of the award before it.
  const award = data.outcomes.findLast((o) => o.kind === 'award' && o.replacedBy === null);
  return {
    kind,
    state: kind === 'settlement' ? 'draft' : 'in-force',
    form: 'mediation',
    number: '',
    madeOn: null,
    servedWorkerOn: null,
    servedEmployerOn: null,
    finality: null,
    instance: 'first',
    effectiveOn: null,
    performBy: null,
    secured: null,
    securedOn: null,
    payer: '',
    replaces: kind === 'judgment' ? (award?.id ?? null) : null,
    lines: data.basis.map(fromBasis),
    plan: { instalments: [], restDay: 'next', remainder: 'last', acceleration: true },
    clauses: null,
    settlesAll: false,
  };
}

export function formOf(o: OutcomeView): OutcomeForm {
  const {
    id: _id,
    version: _version,
    replacedBy: _replaced,
    effectiveBy: _by,
    windows: _windows,
    workerVerdicts: _workers,
    verdict: _verdict,
    unrecorded: _unrecorded,
    ...own
  } = o;
  return { ...own, number: own.number ?? '', payer: own.payer ?? '', lines: toLines(o) };
}

/** The form as the contract takes it. */
export function toInput(form: OutcomeForm) {
  return {
    ...form,
    lines: form.lines.map(({ memberId, item, claimedFen, lowFen, undisputedFen, amountFen }) => ({
      memberId,
      item,
      claimedFen,
      lowFen,
      undisputedFen,
      amountFen,
    })),
  };
}

export function formIssues(form: OutcomeForm, facts: ClauseFacts): FieldIssue[] {
  const checked = outcomeSchema.safeParse(toInput(form));
  return checked.success ? outcomeIssues(checked.data, form.lines, facts) : issuesOf(checked.error);
}
