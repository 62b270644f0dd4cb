import type {
  Applicant,
  Claim,
  FilingFacts,
} from '../../../../../../shared/features/documents/filing-facts.ts';
import { addFen, type Fen, formatYuan, zeroFen } from '../../../../../../shared/kernel/money.ts';
import { outsideEmployment } from '../../../../../../shared/law/wages/employment.ts';
import { type Draft, fillText } from './draft.ts';
import { longDate } from './format.ts';

/** Sum in fen; null as soon as one amount is missing, because a total with a hole in it is no total. */
export function sumOrNull(amounts: readonly (Fen | null)[]): Fen | null {
  let sum = zeroFen;
  for (const amount of amounts) {
    if (amount === null) return null;
    sum = addFen(sum, amount);
  }
  return sum;
}

/** Reports a stated figure that is not the sum of its items. A figure that is missing has its own warning. */
export function crossCheck(
  path: string,
  stated: Fen | null,
  sum: Fen | null,
  what: string,
  draft: Draft,
): void {
  if (stated === null || sum === null || stated === sum) return;
  draft.warn(path, 'sum-mismatch', 'error', 'sum', {
    what,
    stated: formatYuan(stated),
    sum: formatYuan(sum),
  });
}

/** Claims that ask for money; the bare relation has no sum, and another claim may have none (离职证明). */
export function isMoneyClaim(claim: Claim): boolean {
  return claim.kind !== 'confirm-relation' && !(claim.kind === 'other' && claim.amount === null);
}

/** Claims for 劳动报酬: what 先行清偿 covers and what art. 27(4) frees from the year while employed. */
export function isRemuneration(claim: Claim): boolean {
  return (
    claim.kind === 'unpaid-wages' || claim.kind === 'overtime-pay' || claim.kind === 'minimum-wage-difference'
  );
}

/** One worker's part of a claim; null when it is not recorded. */
export function shareOf(facts: FilingFacts, claim: Claim, applicant: Applicant): Fen | null {
  const share = claim.shares.find((s) => s.applicantId === applicant.id);
  if (share) return share.amount;
  if (facts.applicants.length === 1) return claim.amount;
  // A claim that names shares leaves out those who have no part in it.
  return claim.shares.length > 0 ? zeroFen : null;
}

/** Sum of all claims and its check against the recorded total. */
export function claimedTotal(facts: FilingFacts, draft: Draft): Fen | null {
  const sum = sumOrNull(facts.claims.filter(isMoneyClaim).map((claim) => claim.amount));
  crossCheck('totals.claimed', facts.totals.claimed, sum, draft.common.sums.claimed, draft);
  return sum;
}

/** A worker's arrears: the recorded total, which must be the sum of the rows where there are rows. */
export function arrearsOf(applicant: Applicant, index: number, draft: Draft): Fen | null {
  const { total, rows } = applicant.arrears;
  if (rows.length === 0) return total;
  const sum = sumOrNull(rows.map((row) => row.owed));
  crossCheck(
    `applicants.${index}.arrears.total`,
    total,
    sum,
    fillText(draft.common.sums.workerArrears, { name: applicant.name ?? String(index + 1) }),
    draft,
  );
  return sum;
}

/** Points out a pay period that begins before the first or ends after the last day of work. */
export function checkPeriod(
  applicant: Applicant,
  period: Pick<Applicant['arrears'], 'from' | 'to'>,
  path: string,
  what: string,
  draft: Draft,
): void {
  const { beforeStart, afterEnd } = outsideEmployment(period, applicant.job);
  const { common } = draft;
  if (beforeStart !== null) {
    draft.warn(`${path}from`, 'rule', 'advice', 'periodBeforeStart', {
      what,
      date: longDate(beforeStart, common),
    });
  }
  if (afterEnd !== null) {
    draft.warn(`${path}to`, 'rule', 'advice', 'periodAfterEnd', { what, date: longDate(afterEnd, common) });
  }
}

/** The periods of all workers as their totals span them, for papers that print no rows. */
export function checkPeriods(facts: FilingFacts, draft: Draft): void {
  facts.applicants.forEach((applicant, i) => {
    const what = fillText(draft.common.sums.workerPeriod, { name: applicant.name ?? String(i + 1) });
    checkPeriod(applicant, applicant.arrears, `applicants.${i}.arrears.`, what, draft);
  });
}

/** Sum of all workers' arrears and its check against the recorded total. */
export function arrearsTotal(facts: FilingFacts, draft: Draft): Fen | null {
  const sum = sumOrNull(facts.applicants.map((applicant, i) => arrearsOf(applicant, i, draft)));
  crossCheck('totals.arrears', facts.totals.arrears, sum, draft.common.sums.arrears, draft);
  return sum;
}

/** The claim for wages must be what the schedule and the roster say. */
export function checkWageClaims(facts: FilingFacts, draft: Draft): void {
  const index = facts.claims.findIndex((claim) => claim.kind === 'unpaid-wages');
  if (index < 0 || facts.claims.filter((claim) => claim.kind === 'unpaid-wages').length > 1) return;
  crossCheck(
    `claims.${index}.amount`,
    facts.claims[index]?.amount ?? null,
    sumOrNull(facts.applicants.map((a) => a.arrears.total)),
    draft.common.sums.wageClaims,
    draft,
  );
}
