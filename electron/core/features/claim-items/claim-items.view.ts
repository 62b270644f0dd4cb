import type { Member } from '../../../../shared/features/cases/case.schemas.ts';
import {
  calculatorInfo,
  isMoneyItem,
  verdictOf,
  workerVerdict,
} from '../../../../shared/features/claims/claim-items.rules.ts';
import type { ClaimItemView } from '../../../../shared/features/claims/claims.contract.ts';
import { outdatedInputs } from '../../../../shared/features/claims/prefill.rules.ts';
import { type PlainDate, plainDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { type Fen, fen } from '../../../../shared/kernel/money.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { arrearsOf, minimumWageIn } from '../claims/index.ts';
import type { StoredItem } from './claim-items.repo.ts';
import {
  amountNow,
  asSource,
  type ClaimCase,
  itemSums,
  lawAt,
  overlapsFor,
  prefilled,
} from './claim-items.service.ts';

/** One worker's arrears and items, each with its working and how it stands. */
export function memberClaim(file: ClaimCase, m: Member, law: LawData, limitFen: Fen | null) {
  const computed = arrearsOf(m.arrears, law, file.today, {
    employment: m.job,
    minimumWage: minimumWageIn(law, file.region),
  });
  const own = file.items.filter((i) => i.memberId === m.id);
  const items = own.map((item) => itemView(file, m, item, law, limitFen));
  const arrearsVerdict = computed.owedFen > 0 ? verdictOf('amount', fen(computed.owedFen), limitFen) : 'none';
  return {
    memberId: m.id,
    name: m.name,
    owedFen: computed.owedFen,
    overpaidFen: computed.overpaidFen,
    from: m.arrears.map((r) => r.period.from).sort()[0] ?? null,
    to:
      m.arrears
        .map((r) => r.period.to)
        .sort()
        .at(-1) ?? null,
    rows: computed.rows.map((r, i) => {
      const { from, to } = m.arrears[i]?.period ?? unreachable();
      return {
        from,
        to,
        grossFen: r.grossFen,
        deductedFen: r.deductFen,
        paidFen: r.paidFen,
        owedFen: r.owedFen,
        overpaidFen: r.overpaidFen,
        line: r.line,
      };
    }),
    warnings: computed.checks.map((c) => ({ code: c.code, message: c.text })),
    items,
    itemsFen: itemSums(own).get(m.id) ?? 0,
    overlaps: overlapsFor(m, own.map(asSource)).map((o) => ({ ...o, itemIds: [...o.itemIds] })),
    arrearsVerdict,
    verdict: workerVerdict([arrearsVerdict, ...items.map((i) => i.verdict)]),
  };
}

function itemView(
  file: ClaimCase,
  member: Member,
  item: StoredItem,
  law: LawData,
  limitFen: Fen | null,
): ClaimItemView {
  const info = calculatorInfo(item.calculator);
  const amountFen = item.amountFen === null ? null : fen(item.amountFen);
  return {
    id: item.id,
    memberId: item.memberId,
    calculator: item.calculator,
    title: info?.title ?? { zh: item.calculator, en: item.calculator },
    inputs: item.inputs,
    method: item.method,
    methodReason: item.methodReason,
    amountFen,
    computedFen: item.computedFen,
    claimedFen: item.claimedFen,
    counts: info !== undefined && isMoneyItem(info) && amountFen !== null,
    kept: item.kept,
    verdict: verdictOf(info?.finality ?? 'none', amountFen, limitFen),
    lawVersion: item.lawVersion,
    computedOn: plainDate(item.computedOn),
    now: differenceNow(item, law, file.region, file.today),
    outdated: outdatedInputs(item.inputs, prefilled(file, member, item.calculator, law)),
  };
}

/** What the data of today would give, where that is another amount; the item itself stays as it was kept. */
function differenceNow(
  item: StoredItem,
  law: LawData,
  region: string,
  today: PlainDate,
): ClaimItemView['now'] {
  // Nothing was computed that could have become another amount.
  if (item.kept.result === null) return null;
  const now = amountNow(item, lawAt(law, region, today));
  if (now.amountFen === item.computedFen) return null;
  const differenceFen =
    now.amountFen === null || item.computedFen === null ? null : now.amountFen - item.computedFen;
  return { ...now, differenceFen };
}

function unreachable(): never {
  throw new AppError('internal', { details: { arrears: 'row-count' } });
}
