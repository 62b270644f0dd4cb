import type { PlainDate } from '../../kernel/date.ts';
import {
  type Bilingual,
  dueDate,
  type LawContext,
  type LegalSource,
  provisionOf,
  ruleOf,
} from '../../law/index.ts';
import { cite } from '../../law/sources.ts';
import type { Outcome } from './outcome.schemas.ts';

export type StepId = 'review' | 'confirmation' | 'payment-order' | 'suit' | 'arbitration' | 'enforcement';

export interface NextStep {
  readonly id: StepId;
  readonly title: Bilingual;
  readonly text: Bilingual;
  /** The last day; null where the law sets none, or what it counts from is not known. */
  readonly due: PlainDate | null;
  readonly from: PlainDate | null;
  readonly provisional: boolean;
  readonly state: 'open' | 'lapsed' | 'not-yet';
  /** Both sides must apply together. */
  readonly joint: boolean;
  readonly working: readonly Bilingual[];
  readonly source: LegalSource;
}

export interface StepFacts {
  readonly outcome: Pick<
    Outcome,
    'kind' | 'form' | 'madeOn' | 'secured' | 'securedOn' | 'effectiveOn' | 'finality' | 'instance'
  >;
  /** The day it took effect, entered or found; null while it has not. */
  readonly effectiveOn: PlainDate | null;
  /** Last day of the last instalment or of the performance period. */
  readonly lastDay: PlainDate | null;
  /** The last day of the oldest instalment that was missed; null when nothing is late. */
  readonly missedOn: PlainDate | null;
  /** Every item may be asked for by payment order. */
  readonly paymentOrder: boolean;
  readonly wagesOnly: boolean;
}

/** Whether a court will enforce the document as it stands. */
export function isEnforceable({ outcome, effectiveOn }: Pick<StepFacts, 'outcome' | 'effectiveOn'>): boolean {
  if (outcome.kind !== 'settlement') return effectiveOn !== null;
  return outcome.form === 'arbitral' || outcome.form === 'court' || outcome.secured !== null;
}

/**
 * What can be done when a payment is missed, most direct first, each with its window counted by rule. An agreement that
 * no organ has made enforceable is first to be secured or sued on; what is enforceable goes to the court.
 */
export function nextStepsOf(facts: StepFacts, law: LawContext, today: PlainDate): NextStep[] {
  const { outcome } = facts;
  const step = (
    id: StepId,
    ruleId: string,
    from: PlainDate | null,
    text: Bilingual,
    joint = false,
  ): NextStep => {
    const rule = ruleOf(ruleId);
    const found = from === null ? null : dueDate(ruleId, { trigger: from }, law);
    const due = found?.due ?? null;
    return {
      id,
      title: rule.title,
      text,
      due,
      from,
      provisional: found?.provisional ?? false,
      state: due !== null && due < today ? 'lapsed' : facts.missedOn === null && !joint ? 'not-yet' : 'open',
      joint,
      working: found?.working.map((s) => s.text) ?? [],
      source: rule.source,
    };
  };
  const free = (id: StepId, title: Bilingual, text: Bilingual, source: LegalSource): NextStep => ({
    id,
    title,
    text,
    due: null,
    from: null,
    provisional: false,
    state: facts.missedOn === null ? 'not-yet' : 'open',
    joint: false,
    working: [],
    source,
  });
  if (isEnforceable(facts)) {
    const from = facts.lastDay ?? facts.effectiveOn;
    return [
      step('enforcement', 'enf-apply', from, {
        zh: '逾期未付即可向法院申请强制执行，并计迟延履行利息。分期履行的，两年自最后一期届满起算。',
        en: 'What is late can be enforced at once, with interest for late performance. With instalments the two years run from the last.',
      }),
    ];
  }
  if (outcome.kind !== 'settlement') return [];
  const steps: NextStep[] = [];
  if (outcome.form === 'mediation') {
    steps.push(
      step(
        'review',
        'rev-apply',
        outcome.madeOn,
        {
          zh: '双方共同向仲裁委申请审查，换取调解书后可以强制执行。',
          en: 'Both apply to the commission; its mediation document can be enforced.',
        },
        true,
      ),
      step(
        'confirmation',
        'jc-apply',
        outcome.madeOn,
        {
          zh: '双方共同向法院申请司法确认，裁定有效后可以强制执行。',
          en: 'Both apply to the court; a confirmed agreement can be enforced.',
        },
        true,
      ),
    );
    if (facts.paymentOrder) {
      const route = provisionOf('po-route-b');
      steps.push(free('payment-order', { zh: '申请支付令', en: 'Payment order' }, route.text, route.source));
    }
    if (facts.wagesOnly)
      steps.push(
        step('suit', 'lim-mediation-agreement', facts.missedOn, {
          zh: '仅就劳动报酬达成的调解协议，用人单位不履行的，可以直接向法院起诉。',
          en: 'On a wage-only mediation agreement that is not performed the worker may sue directly.',
        }),
      );
  } else if (facts.wagesOnly) {
    const route = provisionOf('po-route-a');
    steps.push(free('payment-order', { zh: '申请支付令', en: 'Payment order' }, route.text, route.source));
  }
  steps.push(
    free(
      'arbitration',
      { zh: '申请仲裁', en: 'Arbitration' },
      {
        zh: '一方不履行协议的，另一方可以依法申请仲裁；时效自对方同意履行时重新计算，见“日期”。',
        en: 'If the agreement is not performed the other side may go to arbitration; limitation restarted with the promise, see Dates.',
      },
      cite('mediationArbitrationLaw', '15'),
    ),
  );
  return steps;
}
