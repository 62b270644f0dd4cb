import { calculatorInfo, isMoneyItem } from '../../../../shared/features/claims/claim-items.rules.ts';
import type { Applicant, Claim, ClaimKind } from '../../../../shared/features/documents/filing-facts.ts';
import { addFen, fen, formatYuan } from '../../../../shared/kernel/money.ts';
import { rmbUppercase } from '../../../../shared/law/index.ts';
import { periodOfItem, type StoredItem } from '../claim-items/index.ts';

/** Items for which the application has a sentence of its own; every other is written out. */
const kinds: Readonly<Record<string, ClaimKind>> = {
  'overtime-pay': 'overtime-pay',
  'minimum-wage-differential': 'minimum-wage-difference',
  'annual-leave-pay': 'annual-leave-pay',
  'double-wage-no-contract': 'double-wage',
  'economic-compensation': 'severance',
  'unlawful-termination': 'unlawful-termination',
  'payment-in-lieu-notice': 'notice-pay',
};

/** Above this the arithmetic of each worker would bury the claim. */
const namedAtMost = 3;

/**
 * The workers' items as claims of the application, one for each kind, with every worker's part and the arithmetic.
 * The late fee of contributions goes to the agency and is no claim (社会保险法 art. 86); findings without an amount are none.
 */
export function itemClaims(items: readonly StoredItem[], applicants: readonly Applicant[]): Claim[] {
  const asked = items.filter((item) => {
    const info = calculatorInfo(item.calculator);
    return (
      info !== undefined &&
      isMoneyItem(info) &&
      item.calculator !== 'social-insurance-late-fee' &&
      (item.amountFen ?? 0) > 0 &&
      applicants.some((a) => a.id === item.memberId)
    );
  });
  const calculators = [...new Set(asked.map((item) => item.calculator))];
  return calculators.map((calculator) => claimOf(calculator, asked, applicants));
}

function claimOf(calculator: string, asked: readonly StoredItem[], applicants: readonly Applicant[]): Claim {
  const own = asked.filter((item) => item.calculator === calculator);
  const amount = addFen(...own.map((item) => fen(item.amountFen ?? 0)));
  const holders = applicants.filter((a) => own.some((item) => item.memberId === a.id));
  const info = calculatorInfo(calculator);
  const kind = kinds[calculator] ?? 'other';
  const froms = own.flatMap(
    (item) => periodOfItem(item).from ?? applicantOf(item, applicants)?.job.start ?? [],
  );
  const tos = own.flatMap((item) => periodOfItem(item).to ?? applicantOf(item, applicants)?.job.end ?? []);
  return {
    id: calculator,
    kind,
    text:
      kind === 'other'
        ? `请求裁决被申请人支付申请人${info?.title.zh ?? calculator}人民币${formatYuan(amount)}元（大写：${rmbUppercase(amount).replace('人民币', '')}）`
        : null,
    amount,
    from: froms.sort()[0] ?? null,
    to: tos.sort().at(-1) ?? null,
    working: workingOf(own, holders),
    // The application cites the articles of the claims that it words itself.
    articles:
      kind === 'other' ? (info?.sources ?? []).map((s) => ({ law: s.instrument, article: s.article })) : [],
    shares:
      applicants.length > 1
        ? holders.map((a) => ({
            applicantId: a.id,
            amount: addFen(
              ...own.filter((item) => item.memberId === a.id).map((item) => fen(item.amountFen ?? 0)),
            ),
          }))
        : [],
    payers: null,
  };
}

const applicantOf = (item: StoredItem, applicants: readonly Applicant[]) =>
  applicants.find((a) => a.id === item.memberId);

/** The arithmetic behind the amount; by name where several claim, and left to the roster where they are many. */
function workingOf(own: readonly StoredItem[], holders: readonly Applicant[]): Claim['working'] {
  if (holders.length > namedAtMost) return null;
  const parts = own.flatMap((item) => {
    const name = holders.length > 1 ? holders.find((a) => a.id === item.memberId)?.name : null;
    const lines = linesOf(item);
    if (lines.length === 0) return [];
    return {
      zh: `${name ? `${name}：` : ''}${lines.map((l) => l.zh).join('；')}`,
      en: `${name ? `${name}: ` : ''}${lines.map((l) => l.en).join('; ')}`,
    };
  });
  if (parts.length === 0) return null;
  return { zh: parts.map((p) => p.zh).join('。'), en: parts.map((p) => p.en).join('. ') };
}

/** The lines of the chosen method where it gives the amount that is claimed; none for a sum that was only stated. */
function linesOf({ kept, method, amountFen, computedFen }: StoredItem) {
  if (amountFen !== computedFen) return [];
  const chosen = kept.methods.find((m) => m.id === method);
  return chosen && chosen.lines.length > 0 && chosen.amountFen === amountFen ? chosen.lines : kept.lines;
}
