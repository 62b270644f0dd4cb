import type zh from '../../../../../../resources/forms/zh-CN/enforcement-application.json';
import type { Applicant, FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import { enforcementTopic } from '../../../../../../shared/features/documents/particulars/court.ts';
import { daysBetween } from '../../../../../../shared/kernel/date.ts';
import { addFen, type Fen, fen, zeroFen } from '../../../../../../shared/kernel/money.ts';
import { doubledInterest } from '../../../../../../shared/law/index.ts';
import { awardedPart, decidedClaims } from '../arb-award/items.ts';
import { type Content, type Draft, fill, text } from '../kit/draft.ts';
import { longDate, money, moneyInWords } from '../kit/format.ts';
import { readTopic } from '../kit/particulars.ts';
import { rowNamed } from '../kit/request.ts';
import { settledShare } from '../kit/settlement.ts';
import { sumOrNull } from '../kit/sums.ts';

type Words = typeof zh;

/** What a worker is owed under the document and what was paid since, in fen. */
export interface Due {
  readonly owed: Fen | null;
  readonly paid: Fen;
  readonly balance: Fen | null;
}

/** The document to enforce; while nobody has said which, the award of the case, so that one question stands for all. */
export function documentOf(facts: FilingFacts, draft: Draft) {
  return readTopic(draft, facts, enforcementTopic).values.basis ?? 'award';
}

/** The sum is entered by name, or read from the award's items or from the terms agreed. */
export function dueOf(facts: FilingFacts, worker: Applicant, draft: Draft): Due {
  const { shares } = readTopic(draft, facts, enforcementTopic).values;
  const basis = documentOf(facts, draft);
  const row = shares[rowNamed(shares, worker.name)];
  const awarded = (): Fen | null => {
    if (basis === 'award') {
      return sumOrNull(decidedClaims(facts, draft).map((one) => awardedPart(facts, one, worker, draft)));
    }
    return basis === 'arbitral-mediation' || basis === 'confirmation'
      ? settledShare(facts, worker, draft)
      : null;
  };
  const owed = row?.principal ?? awarded();
  const paid = row?.paid ?? zeroFen;
  return { owed, paid, balance: owed === null || owed < paid ? null : fen(owed - paid) };
}

/** 本金 with what was paid, 一般债务利息, 迟延履行利息 and other costs, a line each. */
export function moneyLines(facts: FilingFacts, worker: Applicant, words: Words, draft: Draft): Content[] {
  const { common } = draft;
  const own = readTopic(draft, facts, enforcementTopic);
  const { performBy, ordinaryInterest, otherCosts } = own.values;
  const { owed, paid, balance } = dueOf(facts, worker, draft);
  if (owed !== null && owed <= paid) {
    draft.warn(own.path('shares'), 'rule', 'error', 'enforceNothing', { name: worker.name ?? '' });
  }
  const amount: Content =
    owed === null
      ? own.gap('shares', { widthEm: 10 })
      : text(moneyInWords(balance ?? addFen(zeroFen), common));
  const lines: Content[] = [
    [
      ...fill(words.principal, { amount }),
      ...(owed !== null && paid > 0
        ? fill(words.balance, { owed: money(owed, common), paid: money(paid, common) })
        : []),
    ],
  ];
  if (ordinaryInterest !== null) lines.push(fill(words.ordinary, { text: ordinaryInterest }));
  const end = facts.preparedOn;
  if (performBy === null) lines.push(fill(words.doubledFrom, { date: own.need('performBy') }));
  else if (end === null || end <= performBy || balance === null) {
    lines.push(fill(words.doubledFrom, { date: longDate(performBy, common) }));
  } else {
    lines.push(
      fill(words.doubled, {
        date: longDate(end, common),
        amount: money(doubledInterest(balance, performBy, end), common),
        days: String(daysBetween(performBy, end)),
      }),
    );
  }
  if (otherCosts !== null) lines.push(fill(words.others, { text: otherCosts }));
  return lines;
}
