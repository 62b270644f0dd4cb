import type zh from '../../../../../../resources/forms/zh-CN/arb-award.json';
import {
  calculatorInfo,
  type Verdict,
  verdictOf,
} from '../../../../../../shared/features/claims/claim-items.rules.ts';
import type {
  Applicant,
  Claim,
  FilingFacts,
} from '../../../../../../shared/features/documents/filing-facts.ts';
import { awardReasonsTopic } from '../../../../../../shared/features/documents/particulars/commission.ts';
import { awardTopic } from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import { addFen, type Fen, formatYuan, zeroFen } from '../../../../../../shared/kernel/money.ts';
import type { Finality } from '../../../../../../shared/law/index.ts';
import { claimSentence } from '../arb-application/claims.ts';
import { applicationWords } from '../kit/asked.ts';
import { type Content, type Draft, fill, text } from '../kit/draft.ts';
import { moneyInWords } from '../kit/format.ts';
import { readTopic } from '../kit/particulars.ts';
import { unasked } from '../kit/settlement.ts';
import { isMoneyClaim, shareOf, sumOrNull } from '../kit/sums.ts';

type Words = typeof zh;

/** What the award says of one claim. */
export interface Decided {
  readonly claim: Claim;
  /** From 1. */
  readonly number: number;
  readonly outcome: 'allow' | 'part' | 'reject' | null;
  /** What is allowed, in fen: all of the claim, or the part entered. */
  readonly amount: Fen | null;
}

/** The decision on each claim; what is allowed in full is the claim's own sum, so that it cannot drift from it. */
export function decidedClaims(facts: FilingFacts, draft: Draft): Decided[] {
  const own = readTopic(draft, facts, awardReasonsTopic);
  const { items } = own.values;
  return facts.claims.map((claim, i): Decided => {
    const row = items.find((item) => item.claim === i + 1);
    const outcome = row?.outcome ?? null;
    const amount = outcome === 'allow' ? claim.amount : outcome === 'part' ? (row?.amount ?? null) : null;
    // 不得超请求裁决.
    if (outcome === 'part' && amount !== null && claim.amount !== null && amount > claim.amount) {
      draft.warn(own.path('items'), 'rule', 'error', 'awardAbove', {
        n: String(i + 1),
        claimed: formatYuan(claim.amount),
      });
    }
    return { claim, number: i + 1, outcome, amount };
  });
}

export const isAllowed = ({ outcome }: Decided): boolean => outcome === 'allow' || outcome === 'part';

/** A worker's part of what is allowed on a claim; null while it is not known. */
export function awardedPart(
  facts: FilingFacts,
  decided: Decided,
  worker: Applicant,
  draft: Draft,
): Fen | null {
  if (!isAllowed(decided) || !isMoneyClaim(decided.claim)) return zeroFen;
  if (facts.applicants.length === 1) return decided.amount;
  if (decided.outcome === 'allow') return shareOf(facts, decided.claim, worker);
  const { parts } = readTopic(draft, facts, awardReasonsTopic).values;
  const own = parts.filter((row) => row.claim === decided.number);
  if (own.length === 0) return null;
  return own.find((row) => row.name?.trim() === worker.name)?.amount ?? zeroFen;
}

/** Who pays what to whom for one allowed claim, without its full stop. */
export function awardSentence(facts: FilingFacts, decided: Decided, words: Words, draft: Draft): Content {
  const own = readTopic(draft, facts, awardReasonsTopic);
  const { claim, number, outcome, amount } = decided;
  const asked = { ...applicationWords(draft.language), sharesInRoster: words.sharesInAnnex };
  const at = number - 1;
  const sentence = (): Content => {
    if (outcome === 'allow') return unasked(claimSentence(facts, claim, at, asked, draft));
    const gap = (): Content => own.gap('items', { widthEm: 8 });
    const plain =
      claim.text !== null || claim.kind === 'other' || claim.kind === 'work-injury' || amount === null;
    const base = plain
      ? fill(words.partItem, {
          n: String(number),
          amount: amount === null ? gap() : moneyInWords(amount, draft.common),
        })
      : unasked(
          claimSentence(
            { ...facts, applicants: facts.applicants.slice(0, 1) },
            { ...claim, amount, shares: [] },
            at,
            asked,
            draft,
          ),
        );
    return facts.applicants.length > 1 ? [...base, ...text(words.seeAnnex)] : base;
  };
  if (!isMoneyClaim(claim)) return sentence();
  return fill(words.item, { sentence: sentence(), days: own.need('within', { widthEm: 3 }) });
}

/** How art. 47 looks at a claim: pay, compensation and damages by their amount; the bare relation never. */
function finalityOf(claim: Claim): Finality {
  if (claim.kind === 'confirm-relation') return 'never';
  if (claim.kind === 'other' || claim.kind === 'work-injury') {
    return calculatorInfo(claim.id)?.finality ?? 'contested';
  }
  return 'amount';
}

/** What an item is under art. 47, for the worst placed of the workers. */
function verdict(facts: FilingFacts, decided: Decided, draft: Draft): Verdict {
  const { claim } = decided;
  const finality = finalityOf(claim);
  const all = facts.applicants.map((worker) => {
    const part = awardedPart(facts, decided, worker, draft);
    return finality === 'amount' && part === zeroFen ? 'none' : verdictOf(finality, part, facts.finalLimit);
  });
  return (
    all.find((v) => v === 'non-final') ??
    all.find((v) => v === 'contested') ??
    all.find((v) => v !== 'none') ??
    'none'
  );
}

/**
 * Compares the kind of award with art. 47 item by item (解释（一） arts 19, 20): one paper for final and other items is
 * treated as not final. Silent where the local minimum wage is not loaded.
 */
export function checkFinality(facts: FilingFacts, decided: readonly Decided[], draft: Draft): void {
  const { finality } = readTopic(draft, facts, awardTopic).values;
  const verdicts = decided
    .filter(isAllowed)
    .map((one) => ({ n: one.number, verdict: verdict(facts, one, draft) }))
    .filter((one) => one.verdict !== 'none');
  if (finality === null || verdicts.length === 0 || verdicts.some((v) => v.verdict === 'unknown')) return;
  const other = verdicts.find((v) => v.verdict !== 'final');
  const path = 'particulars.award.finality';
  if (other && verdicts.some((v) => v.verdict === 'final')) draft.warn(path, 'rule', 'advice', 'awardMixed');
  if (finality === 'final' && other) {
    draft.warn(path, 'rule', 'error', 'awardFinalDoubt', { n: String(other.n) });
  }
  if (finality === 'non-final' && !other) draft.warn(path, 'rule', 'advice', 'awardNonFinalDoubt');
}

/** Each worker's sum over all allowed items, and the check of entered parts; null where a part is missing. */
export function awardedSums(facts: FilingFacts, decided: readonly Decided[], draft: Draft): (Fen | null)[] {
  const own = readTopic(draft, facts, awardReasonsTopic);
  const several = facts.applicants.length > 1;
  for (const one of decided) {
    if (one.outcome !== 'part' || !several || one.amount === null) continue;
    const sum = sumOrNull(facts.applicants.map((worker) => awardedPart(facts, one, worker, draft)));
    if (sum === null) own.gap('parts', { widthEm: 6 });
    else if (sum !== one.amount) {
      draft.warn(own.path('parts'), 'rule', 'error', 'awardParts', {
        n: String(one.number),
        sum: formatYuan(sum),
        stated: formatYuan(one.amount),
      });
    }
  }
  return facts.applicants.map((worker) => {
    const parts = decided.map((one) => awardedPart(facts, one, worker, draft));
    const sum = sumOrNull(parts);
    return sum === null ? null : addFen(zeroFen, sum);
  });
}
