import { z } from 'zod';
import type { PlainDate } from '../../kernel/date.ts';
import { AppError, fieldError } from '../../kernel/errors.ts';
import { addFen, type Fen, formatYuan } from '../../kernel/money.ts';
import type { LawWarning } from '../common.ts';
import type { LawContext } from '../context.ts';
import { yuanSchema } from '../input.ts';
import { decimal, minus, ofFen, over, plus, type Rational, rational, times } from '../numbers/rational.ts';
import { averageWageAt } from '../reference/lookup.ts';
import { areaSchema } from '../reference/row.ts';
import { averageWageSeries } from '../reference/tables.ts';
import { noteUsed } from '../reference/used.ts';
import { type BaseRequest, deriveBase, wageHistory, wageTableSchema } from '../wages/history.ts';
import { minimumWageAt, minimumWageName, minimumWageTitle } from '../wages/minimum-wage.ts';
import { equalsText, exactText, line, warning } from './define.ts';
import type { CalculationLine } from './types.ts';

/** Where a figure that the user entered comes from; printed beside it. */
export const sourceText = z.string().min(1).max(300).optional();
const tierField = z.int().min(1).max(9).optional();

/** Pay divisor of the month in days (人社部发〔2025〕2号). */
export const payDays = rational(2175n, 100n);

/** A value with the line that prints it. */
export interface Known {
  readonly value: Rational;
  readonly lines: readonly CalculationLine[];
  readonly warnings: readonly LawWarning[];
}

function entered(amount: Fen, source: string | undefined, zh: string, en: string): Known {
  const text = formatYuan(amount);
  return {
    value: ofFen(amount),
    lines: [
      line(
        `${zh}${text}元（${source ?? '由填报人提供'}）`,
        `${en} ${text} (${source ?? 'as entered'})`,
        amount,
      ),
    ],
    warnings: [],
  };
}

export const localAverageFields = {
  /** Previous-year monthly average wage of the place, yuan. */
  localAvgMonthlyWage: yuanSchema.optional(),
  localAvgMonthlyWageSource: sourceText,
  areaAvgMonthlyWage: yuanSchema.optional(),
  areaAvgMonthlyWageSource: sourceText,
  averageWageSeries: z.enum(averageWageSeries).optional(),
  areaCode: areaSchema.optional(),
};
type LocalAverageInput = {
  readonly [K in keyof typeof localAverageFields]?: z.output<(typeof localAverageFields)[K]>;
};

/**
 * The local average wage: as entered, else from the table of the place named in the input. Null when neither is given,
 * or when only the office's own region is known and its table has no figure.
 * @throws AppError `no-data` naming table, area and year; `invalid-input` naming `dateField` when the day is missing.
 */
export function localAverage(
  ctx: LawContext,
  input: LocalAverageInput,
  date: PlainDate | undefined,
  options: { readonly scope?: 'city' | 'province'; readonly dateField?: string } = {},
): Known | null {
  const stated = input.localAvgMonthlyWage ?? input.areaAvgMonthlyWage;
  if (stated !== undefined) {
    const source = input.localAvgMonthlyWageSource ?? input.areaAvgMonthlyWageSource;
    return entered(stated, source, '当地上年度职工月平均工资', 'local monthly average wage');
  }
  const area = input.areaCode ?? ctx.region;
  if (area === undefined) return null;
  if (date === undefined) {
    if (input.areaCode === undefined) return null;
    throw fieldError(options.dateField ?? 'lastDay', 'required');
  }
  const request = { area, date, scope: options.scope ?? 'city', series: input.averageWageSeries };
  const found = orNull(input.areaCode === undefined, () => averageWageAt(ctx, request));
  if (!found) return null;
  const text = exactText(found.monthly);
  return {
    value: found.monthly,
    lines: [line(`${found.name.zh}${text}元`, `${found.name.en}: ${text}`)],
    warnings: found.warnings,
  };
}

/** As `localAverage`, where the claim cannot be computed without it. */
export function requiredAverage(
  ctx: LawContext,
  input: LocalAverageInput,
  date: PlainDate | undefined,
  options: { readonly scope?: 'city' | 'province'; readonly dateField?: string } = {},
): Known {
  const found = localAverage(ctx, input, date, options);
  if (!found) throw fieldError('areaAvgMonthlyWage', 'required');
  return found;
}

export const minimumWageFields = {
  /** Monthly minimum wage of the place, yuan. */
  localMinWage: yuanSchema.optional(),
  localMinWageSource: sourceText,
  areaCode: areaSchema.optional(),
  tier: tierField,
};
type MinimumWageInput = {
  readonly [K in keyof typeof minimumWageFields]?: z.output<(typeof minimumWageFields)[K]>;
};

/** The monthly minimum wage, by the same order as `localAverage`. @throws AppError `no-data`, `invalid-input`. */
export function minimumWage(
  ctx: LawContext,
  input: MinimumWageInput,
  date: PlainDate | undefined,
  dateField = 'lastDay',
): Known | null {
  if (input.localMinWage !== undefined) {
    return entered(input.localMinWage, input.localMinWageSource, '当地最低工资', 'local minimum wage');
  }
  const area = input.areaCode ?? ctx.region;
  if (area === undefined) return null;
  if (date === undefined) {
    if (input.areaCode === undefined) return null;
    throw fieldError(dateField, 'required');
  }
  const table = ctx.minimumWages;
  const found = orNull(input.areaCode === undefined, () => {
    if (!table) throw new AppError('no-data', { details: { table: 'minimumWages', area, date } });
    return minimumWageAt(table, area, date, input.tier);
  });
  if (!found) return null;
  noteUsed(ctx, minimumWageTitle(found.row), found.row);
  const name = minimumWageName(found.row);
  const text = formatYuan(found.monthlyFen);
  return {
    value: ofFen(found.monthlyFen),
    lines: [line(`${name.zh}${text}元`, `${name.en}: ${text}`, found.monthlyFen)],
    warnings: found.warnings,
  };
}

export function requiredMinimum(
  ctx: LawContext,
  input: MinimumWageInput,
  date: PlainDate | undefined,
  dateField?: string,
): Known {
  const found = minimumWage(ctx, input, date, dateField);
  if (!found) throw fieldError('localMinWage', 'required');
  return found;
}

/** The office's region is only a default: where its table has no figure the check is skipped with a word, not refused. */
function orNull<T>(optional: boolean, find: () => T): T | null {
  try {
    return find();
  } catch (error) {
    if (optional && error instanceof AppError && error.failure.code === 'no-data') return null;
    throw error;
  }
}

export const averageFields = {
  avgMonthlyWage12m: yuanSchema.optional(),
  /** The average as an exact fraction of yuan, `280000/12`. */
  avgExact: z
    .string()
    .regex(/^\d{1,12}(\.\d{1,2})?\/[1-9]\d{0,2}$/, 'number-invalid')
    .optional(),
  /** Gross pay of each month of the window, oldest first. */
  wagesByMonth: z.array(yuanSchema).min(1).max(12).optional(),
  wageTable: wageTableSchema.optional(),
};
type AverageInput = { readonly [K in keyof typeof averageFields]?: z.output<(typeof averageFields)[K]> };

/**
 * The average wage in whichever form it was given: table, months, fraction, figure. Null when in none.
 * @throws AppError `invalid-input` naming the table's row, or `dateField` when a table needs the day it ends.
 */
export function averageOf(
  input: AverageInput,
  request: Omit<BaseRequest, 'until'> & { readonly until: PlainDate | undefined },
  dateField = 'lastDay',
): Known | null {
  if (input.wageTable) {
    if (request.until === undefined) throw fieldError(dateField, 'required');
    return deriveBase(wageHistory(input.wageTable), { ...request, until: request.until });
  }
  if (input.wagesByMonth) {
    const sum = addFen(...input.wagesByMonth);
    const n = input.wagesByMonth.length;
    const list = input.wagesByMonth.map((w) => formatYuan(w)).join(' + ');
    return {
      value: over(ofFen(sum), rational(BigInt(n))),
      lines: [line(`(${list}) ÷ ${n}个月`, `(${list}) ÷ ${n} months`)],
      warnings: [],
    };
  }
  if (input.avgExact !== undefined) {
    const [sum = '', n = ''] = input.avgExact.split('/');
    const value = times(over(decimal(sum), decimal(n)), rational(100n));
    return {
      value,
      lines: [line(`${sum} ÷ ${n}个月 ${equalsText(value)}元`, `${sum} ÷ ${n} months ${equalsText(value)}`)],
      warnings: [],
    };
  }
  if (input.avgMonthlyWage12m === undefined) return null;
  return { value: ofFen(input.avgMonthlyWage12m), lines: [], warnings: [] };
}

/** A claim for money that needs a wage says so of the first way to give it. */
export function requiredWage(known: Known | null, field: string): Known {
  if (!known) throw fieldError(field, 'required');
  return known;
}

/** Never below zero. */
export function atLeastZero(value: Rational): Rational {
  return value.n < 0n ? rational(0n) : value;
}

export function lesser(a: Rational, b: Rational): Rational {
  return minus(a, b).n <= 0n ? a : b;
}

export function greater(a: Rational, b: Rational): Rational {
  return minus(a, b).n >= 0n ? a : b;
}

export function percentOf(value: Rational, percent: string | number | bigint): Rational {
  return times(value, over(decimal(String(percent)), rational(100n)));
}

export function total(...values: readonly Rational[]): Rational {
  return values.reduce((a, b) => plus(a, b), rational(0n));
}

export const noFloorCheck = warning(
  'floor-not-checked',
  '未提供当地最低工资，未核对月工资是否低于最低工资。',
  'No minimum wage given: whether the base is below it was not checked.',
  'localMinWage',
);

export const noCapCheck = warning(
  'cap-not-checked',
  '未提供当地上年度职工月平均工资，未核对三倍封顶。',
  'No local average wage given: the threefold cap was not checked.',
  'localAvgMonthlyWage',
);
