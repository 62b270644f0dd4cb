import type { z } from 'zod';
import type { arrearsRowSchema } from '../../../../shared/features/cases/case.schemas.ts';
import {
  calculatorInfo,
  verdictOf,
  workerVerdict,
} from '../../../../shared/features/claims/claim-items.rules.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { type Fen, fen } from '../../../../shared/kernel/money.ts';
import {
  type ArrearsOptions,
  type ArrearsResult,
  type ArrearsRow,
  type Finality,
  type MinimumWage,
  minimumWageAt,
  minimumWageName,
} from '../../../../shared/law/index.ts';
import { computeArrears } from '../../../../shared/law/wages/arrears.ts';
import type { LawData } from '../../kernel/law-data.ts';

type RecordRow = z.output<typeof arrearsRowSchema>;

/** The record's pay periods as the law engine takes them: what is unknown is absent, not null. */
export function toLawRows(rows: readonly RecordRow[]): ArrearsRow[] {
  return rows.map((row) => ({
    period: row.period,
    unit: row.unit,
    quantity: row.quantity,
    rateFen: row.rateFen,
    otherFen: row.otherFen,
    deductions: row.deductions.map((d) => ({
      amountFen: d.amountFen,
      ...(d.basis !== null && { basis: d.basis }),
    })),
    paid: row.paid.map((p) => ({
      amountFen: p.amountFen,
      ...(p.date !== null && { date: p.date }),
      ...(p.method !== null && { method: p.method }),
    })),
    ...(row.note !== null && { note: row.note }),
  }));
}

/**
 * Wage arrears of one worker with the working; with the employment, periods outside it are pointed out, with the
 * minimum wage, rates below it.
 */
export function arrearsOf(
  rows: readonly RecordRow[],
  _law: LawData,
  today: PlainDate,
  options: Pick<ArrearsOptions, 'employment' | 'minimumWage'> = {},
): ArrearsResult {
  return computeArrears(toLawRows(rows), { asOf: today, ...options });
}

/** The minimum wage of a division by day; null where its standard or tier is not known, for nothing is guessed. */
export function minimumWageIn(law: LawData, region: string) {
  const known = new Map<PlainDate, MinimumWage | null>();
  return (date: PlainDate): MinimumWage | null => {
    let wage = known.get(date);
    if (wage === undefined) {
      wage = minimumWageOrNull(law, region, date);
      known.set(date, wage);
    }
    return wage;
  };
}

function minimumWageOrNull(law: LawData, region: string, date: PlainDate): MinimumWage | null {
  if (!law.minimumWages) return null;
  try {
    return minimumWageAt(law.minimumWages, region, date);
  } catch (error) {
    if (error instanceof AppError && error.failure.code === 'no-data') return null;
    throw error;
  }
}

/** Fen owed over all rows of one worker. */
export function owedBy(rows: readonly RecordRow[], law: LawData, today: PlainDate): number {
  return arrearsOf(rows, law, today).owedFen;
}

/** What one worker asks for, item by item, with how an award on each would stand. */
export interface MemberAmounts {
  readonly amounts: readonly { readonly finality: Finality; readonly amountFen: Fen | null }[];
}

/** The arrears and the other items of each worker. */
export function amountsByMember(
  members: readonly { readonly id: string; readonly owedFen: number }[],
  items: readonly {
    readonly memberId: string;
    readonly calculator: string;
    readonly amountFen: number | null;
  }[],
): MemberAmounts[] {
  return members.map((m) => ({
    amounts: [
      ...(m.owedFen > 0 ? [{ finality: 'amount' as const, amountFen: fen(m.owedFen) }] : []),
      ...items
        .filter((i) => i.memberId === m.id)
        .map((i) => ({
          finality: calculatorInfo(i.calculator)?.finality ?? ('none' as const),
          amountFen: i.amountFen === null ? null : fen(i.amountFen),
        })),
    ],
  }));
}

/** Twelve local monthly minimum wages on a day; null where the region's standard or its tier is not known. */
export function limitAt(
  law: LawData,
  region: string,
  today: PlainDate,
): { readonly limitFen: Fen; readonly wage: MinimumWage } | null {
  const wage = minimumWageOrNull(law, region, today);
  return wage && { limitFen: fen(wage.monthlyFen * 12), wage };
}

/** 一裁终局, item by item and worker by worker (劳动争议调解仲裁法 art. 47; 解释（一）第19、20条). */
export function finalityAt(
  law: LawData,
  region: string,
  today: PlainDate,
  members: readonly MemberAmounts[],
) {
  const limit = limitAt(law, region, today);
  if (!limit) return null;
  const { limitFen, wage } = limit;
  const verdicts = members
    .map((m) => workerVerdict(m.amounts.map((a) => verdictOf(a.finality, a.amountFen, limitFen))))
    .filter((v) => v !== 'none');
  const finalCount = verdicts.filter((v) => v === 'final').length;
  const name = minimumWageName(wage.row);
  return {
    finalCount,
    nonFinalCount: verdicts.length - finalCount,
    limitFen,
    note: {
      zh: `按${name.zh}第${wage.tier}档计算，逐项、逐人判断。${wage.warnings.map((w) => w.text.zh).join('')}`,
      en: `By ${name.en}, tier ${wage.tier}, item by item and worker by worker. ${wage.warnings.map((w) => w.text.en).join(' ')}`,
    },
  };
}
