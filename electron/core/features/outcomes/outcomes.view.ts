import type { OutputOf } from '../../../../shared/contract/builders.ts';
import { calculatorInfo, isMoneyItem } from '../../../../shared/features/claims/claim-items.rules.ts';
import {
  awardVerdicts,
  effectiveBy,
  refusedOf,
  windowsOf,
} from '../../../../shared/features/outcomes/award.rules.ts';
import type { Ledger } from '../../../../shared/features/outcomes/ledger.rules.ts';
import {
  isEnforceable,
  nextStepsOf,
  type StepFacts,
} from '../../../../shared/features/outcomes/next-steps.rules.ts';
import { arrearsItem } from '../../../../shared/features/outcomes/outcome.schemas.ts';
import type { Basis, outcomesContract } from '../../../../shared/features/outcomes/outcomes.contract.ts';
import { fitsPaymentOrder, isWageItem } from '../../../../shared/features/outcomes/settlement.rules.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { type Fen, fen, formatYuan } from '../../../../shared/kernel/money.ts';
import { type Bilingual, calculate, type Finality } from '../../../../shared/law/index.ts';
import { cite } from '../../../../shared/law/sources.ts';
import type { LawData } from '../../kernel/law-data.ts';
import type { loadClaimCase } from '../claim-items/index.ts';
import { isOwed } from './outcomes.dues.ts';
import type { StoredLine, StoredOutcome } from './outcomes.repo.ts';

type ClaimCase = Awaited<ReturnType<typeof loadClaimCase>>;
type View = OutputOf<(typeof outcomesContract)['outcomes.forCase']>;

const wages: Bilingual = { zh: '拖欠劳动报酬', en: 'Wages in arrears' };

/** What every worker asks for, head by head: the arrears first, then the items in the order of adding. */
export function basisOf(file: ClaimCase): Basis[] {
  return file.members.flatMap((m) => [
    ...(m.owedFen > 0
      ? [
          {
            memberId: m.id,
            item: arrearsItem,
            title: wages,
            calculator: 'unpaid-wages',
            claimedFen: m.owedFen,
            computedFen: m.owedFen,
          },
        ]
      : []),
    ...file.items
      .filter((i) => i.memberId === m.id && i.amountFen !== null)
      .flatMap((i) => {
        const info = calculatorInfo(i.calculator);
        return info && isMoneyItem(info)
          ? [
              {
                memberId: m.id,
                item: i.id,
                title: info.title,
                calculator: i.calculator,
                claimedFen: i.amountFen ?? 0,
                computedFen: i.kept.amountFen ?? 0,
              },
            ]
          : [];
      }),
  ]);
}

const finalityOf = (calculator: string | null): Finality =>
  calculator === 'unpaid-wages' ? 'amount' : (calculatorInfo(calculator ?? '')?.finality ?? 'none');

/** Lines whose worker is in the case; the others wait for the worker to come back. */
export function presentLines(o: StoredOutcome, members: ReadonlySet<string>): StoredLine[] {
  return o.lines.filter((l) => members.has(l.memberId));
}

/** One outcome for the screen, without the days that the procedure does not hold. */
export function outcomeView(
  o: StoredOutcome,
  members: ReadonlySet<string>,
  law: LawData,
  limitFen: Fen | null,
): Omit<View['outcomes'][number], 'unrecorded'> {
  const { events: _events, ...own } = o;
  const lines = presentLines(o, members);
  const { verdicts, workers, whole } = awardVerdicts(
    lines.map((l) => ({
      memberId: l.memberId,
      finality: finalityOf(l.calculator),
      amountFen: l.amountFen,
    })),
    limitFen,
  );
  return {
    ...own,
    lines: lines.map((l, i) => ({
      ...l,
      refusedFen: refusedOf(l.claimedFen, l.amountFen),
      verdict: verdicts[i] ?? 'none',
    })),
    effectiveBy: effectiveBy(o, law),
    windows: windowsOf(o, law).map((w) => ({ ...w, working: [...w.working] })),
    workerVerdicts: Object.fromEntries(workers),
    verdict: whole,
  };
}

/** What the steps and the interest of an outcome rest on. */
function factsOf(o: StoredOutcome, ledger: Ledger, law: LawData): StepFacts {
  const dues = ledger.dues.filter((d) => d.outcomeId === o.id);
  const said = o.lines.filter((l) => (l.amountFen ?? 0) > 0);
  return {
    outcome: o,
    effectiveOn: o.effectiveOn ?? effectiveBy(o, law),
    lastDay:
      dues
        .map((d) => d.lastDay)
        .sort()
        .at(-1) ?? null,
    missedOn: dues.find((d) => d.state === 'overdue')?.lastDay ?? null,
    paymentOrder: said.length > 0 && said.every((l) => fitsPaymentOrder(l.calculator)),
    wagesOnly: said.length > 0 && said.every((l) => isWageItem(l.calculator)),
  };
}

export function stepsOf(
  outcomes: readonly StoredOutcome[],
  ledger: Ledger,
  law: LawData,
  today: PlainDate,
): View['nextSteps'] {
  return outcomes.filter(isOwed).flatMap((o) => {
    const open = ledger.dues.some((d) => d.outcomeId === o.id && d.openFen > 0);
    return open
      ? nextStepsOf(factsOf(o, ledger, law), law, today).map((s) => ({
          ...s,
          working: [...s.working],
          outcomeId: o.id,
        }))
      : [];
  });
}

/**
 * 迟延履行利息 up to today on what an enforceable document leaves unpaid, worker by worker and instalment by instalment
 * (民事诉讼法 art. 264; 法释〔2014〕8号). Part payments go to the principal first.
 */
export function interestOf(
  outcomes: readonly StoredOutcome[],
  ledger: Ledger,
  law: LawData,
  today: PlainDate,
): { byWorker: Map<string, Fen>; lines: Bilingual[] } | null {
  const enforceable = new Set(
    outcomes.filter((o) => isOwed(o) && isEnforceable(factsOf(o, ledger, law))).map((o) => o.id),
  );
  if (enforceable.size === 0) return null;
  const byWorker = new Map<string, Fen>();
  const lines: Bilingual[] = [];
  for (const w of ledger.workers) {
    let sum = 0;
    for (const cell of w.cells) {
      const { lastDay } = cell;
      if (!enforceable.has(cell.outcomeId) || lastDay === null || lastDay >= today) continue;
      const settled = cell.openFen === 0 ? cell.payments.at(-1)?.date : today;
      if (settled === undefined || settled <= lastDay) continue;
      const found = calculate(
        'delayed-performance-interest',
        {
          principal: formatYuan(cell.amountFen, false),
          performanceDeadline: lastDay,
          paidDate: settled,
          payments: cell.payments.map((p) => ({
            // What came before the last day is off the principal from the start.
            date: p.date < lastDay ? lastDay : p.date,
            amount: formatYuan(p.amountFen, false),
          })),
        },
        law,
      );
      sum += found.amountFen ?? 0;
      if (ledger.workers.length === 1) lines.push(...found.lines);
    }
    byWorker.set(w.memberId, fen(sum));
  }
  return { byWorker, lines };
}

export const interestSource = cite('civilProcedureLaw', '264');
