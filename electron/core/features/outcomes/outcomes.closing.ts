import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { fen, formatYuan } from '../../../../shared/kernel/money.ts';
import type { Bilingual } from '../../../../shared/law/index.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { isOwed, ledgerFor } from './outcomes.dues.ts';
import { loadOutcomes, loadPayments, type StoredOutcome } from './outcomes.repo.ts';

interface Line {
  readonly text: Bilingual;
  readonly date: PlainDate | null;
}

/** What the outcomes of a case still leave open when its file is to be closed. */
export interface OutcomesLeft {
  /** Whether some document grants money. */
  readonly granted: boolean;
  /** Whether the case has an award or a judgment in force. */
  readonly decided: boolean;
  readonly unpaid: readonly Line[];
  /** Awards of which finality or effect is not recorded. */
  readonly notFinal: readonly Line[];
  /** Where what happened and what is written down of the money do not meet. */
  readonly unrecorded: readonly Line[];
  /** Everything is paid, and no step of the procedure says so. */
  readonly performed: boolean;
}

/** Events that tell of a document with sums, which the outcomes should then hold. */
const granting: readonly string[] = [
  'mediation-agreed',
  'mediation-signed',
  'award-made',
  'award-made-final',
  'award-made-nonfinal',
  'award-made-both',
  'first-judgment',
  'final-judgment',
  'court-mediated',
];
const performing: readonly string[] = ['agreement-performed', 'paid-in-full', 'pay-order-met'];

const kinds: Readonly<Record<StoredOutcome['kind'], Bilingual>> = {
  settlement: { zh: '调解、和解协议', en: 'Settlement' },
  award: { zh: '裁决', en: 'Award' },
  judgment: { zh: '判决', en: 'Judgment' },
};

function named(o: StoredOutcome): Bilingual {
  const number = o.number ?? '';
  return { zh: `${kinds[o.kind].zh}${number}`, en: `${kinds[o.kind].en} ${number}`.trim() };
}

export async function outcomesLeft(
  db: ReadHandle,
  caseId: string,
  memberIds: readonly string[],
  events: readonly { readonly type: string; readonly date: PlainDate }[],
  law: LawData,
  today: PlainDate,
): Promise<OutcomesLeft> {
  const outcomes = await loadOutcomes(db, caseId);
  const payments = await loadPayments(db, caseId);
  const ledger = ledgerFor(outcomes, payments, memberIds, law, today);
  const { grantedFen, openFen, paidFen } = ledger.totals;
  const byId = new Map(outcomes.map((o) => [o.id, o]));
  const unpaid = ledger.dues
    .filter((d) => d.openFen > 0)
    .map((d): Line => {
      const of = byId.get(d.outcomeId);
      const name = of ? named(of) : { zh: '', en: '' };
      const [sum, left] = [formatYuan(d.amountFen), formatYuan(d.openFen)];
      return {
        text: {
          zh: `${name.zh}第${d.n}期${sum}元，尚欠${left}元`,
          en: `${name.en}, payment ${d.n} of ${sum} yuan, ${left} still owed`,
        },
        date: d.lastDay,
      };
    });
  const owed = outcomes.filter(isOwed);
  const decided = owed.filter((o) => o.kind !== 'settlement');
  const performedOn = events.findLast((e) => performing.includes(e.type))?.date ?? null;
  const made = events.findLast((e) => granting.includes(e.type));
  return {
    granted: grantedFen > 0,
    decided: decided.length > 0,
    unpaid,
    notFinal: decided.flatMap((o) => lacks(o).map((text): Line => ({ text, date: o.madeOn }))),
    unrecorded: [
      ...(made && owed.length === 0 ? [{ text: noSums, date: made.date }] : []),
      ...(performedOn !== null && grantedFen > 0 && openFen > 0
        ? [{ text: performedBut(openFen), date: performedOn }]
        : []),
    ],
    performed: grantedFen > 0 && openFen === 0 && paidFen > 0 && performedOn === null,
  };
}

function lacks(o: StoredOutcome): Bilingual[] {
  const { zh, en } = named(o);
  const missing: Bilingual[] = [];
  if (o.kind === 'award' && o.finality === null)
    missing.push({ zh: `${zh}：未登记是否终局`, en: `${en}: whether it is final is not recorded` });
  if (o.effectiveOn === null)
    missing.push({ zh: `${zh}：未登记生效日期`, en: `${en}: the day it took effect is not recorded` });
  return missing;
}

const noSums: Bilingual = {
  zh: '已有协议、裁决或者判决，各人金额尚未登记',
  en: 'There is an agreement, an award or a judgment, and its sums are not recorded',
};
const performedBut = (openFen: number): Bilingual => ({
  zh: `已登记全部履行，付款记录还差${formatYuan(fen(openFen))}元`,
  en: `Performance is recorded, and payments of ${formatYuan(fen(openFen))} yuan are missing`,
});
