import { z } from 'zod';
import type { PlainDate } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import { formatYuan } from '../../kernel/money.ts';
import type { LawWarning } from '../common.ts';
import type { LawContext } from '../context.ts';
import { dateSchema, quantitySchema, yuanSchema } from '../input.ts';
import { compare, ofFen, type Rational, rational, times, toFen } from '../numbers/rational.ts';
import { monthSchema } from '../wages/history.ts';
import { cap, exactText, line, noteOfBase, warning } from './define.ts';
import { statedTenure, type Tenure, tenureOf } from './tenure.ts';
import type { CalculationLine, CapNote, WageBaseNote } from './types.ts';
import {
  averageFields,
  averageOf,
  greater,
  localAverage,
  localAverageFields,
  minimumWage,
  minimumWageFields,
  noCapCheck,
  noFloorCheck,
} from './values.ts';

/** Inputs that N and 2N share. */
export const severanceFields = {
  serviceYears: z.int().min(0).max(80).optional(),
  serviceMonths: quantitySchema.optional(),
  hireDate: dateSchema.optional(),
  lastDay: dateSchema.optional(),
  /** Where only the months are known; whole months, both included. */
  hireMonth: monthSchema.optional(),
  lastMonth: monthSchema.optional(),
  /** First day with an earlier employer from which service was carried over. */
  transferredFrom: dateSchema.optional(),
  /** True when that service was already paid out: it then does not count again. */
  transferredPaid: z.boolean().optional(),
  ...averageFields,
  ...localAverageFields,
  ...minimumWageFields,
  threeTimesLocalAvg: yuanSchema.optional(),
  /** For a count of months where the amounts are not known. */
  above3x: z.boolean().optional(),
  /** Leave overtime out of the average, as some provinces do. */
  excludeOvertime: z.boolean().optional(),
  /** Leave months of sick leave, stoppage or unpaid leave out of the average. */
  normalMonthsOnly: z.boolean().optional(),
};

const shape = z.strictObject(severanceFields);
export type SeveranceInput = z.output<typeof shape>;

export interface Service {
  readonly tenure: Tenure;
  /** Known when service was given by dates. */
  readonly first?: PlainDate;
  readonly last?: PlainDate;
  readonly line: CalculationLine;
}

/** @throws AppError `invalid-input` naming the field: `required`, `end-before-start`. */
export function serviceOf(input: SeveranceInput): Service | null {
  if (input.hireDate !== undefined) {
    if (input.lastDay === undefined) throw fieldError('lastDay', 'required');
    if (input.lastDay < input.hireDate) throw fieldError('lastDay', 'end-before-start');
    const carried = input.transferredFrom !== undefined && input.transferredPaid !== true;
    const first = carried && input.transferredFrom ? input.transferredFrom : input.hireDate;
    if (first > input.hireDate) throw fieldError('transferredFrom', 'end-before-start');
    return byDates(first, input.lastDay, carried);
  }
  if (input.hireMonth !== undefined && input.lastMonth !== undefined) {
    const last = lastDayOf(input.lastMonth);
    return byDates(`${input.hireMonth}-01` as PlainDate, last, false, 'lastMonth');
  }
  if (input.serviceYears === undefined && input.serviceMonths === undefined) return null;
  const tenure = statedTenure(input.serviceYears ?? 0, input.serviceMonths ?? '0');
  const text = `${tenure.years}年${input.serviceMonths ?? 0}个月`;
  return {
    tenure,
    line: line(`工作年限${text}`, `service ${tenure.years} years ${input.serviceMonths ?? 0} months`),
    ...(input.lastDay ? { last: input.lastDay } : {}),
  };
}

function lastDayOf(month: string): PlainDate {
  const [y, m] = month.split('-').map(Number) as [number, number];
  const days = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return `${month}-${days}` as PlainDate;
}

const restText = {
  none: { zh: '整', en: ' exactly' },
  'six-months': { zh: '又六个月以上', en: ' and six months or more' },
  'under-six-months': { zh: '又不满六个月', en: ' and less than six months' },
};

function byDates(first: PlainDate, last: PlainDate, carried: boolean, endField = 'lastDay'): Service {
  const tenure = tenureOf(first, last, endField);
  const rest = restText[tenure.rest];
  return {
    tenure,
    first,
    last,
    line: line(
      `工作年限${first}至${last}（含最后一日${carried ? '，含转入年限' : ''}）：${tenure.years}年${rest.zh}`,
      `service ${first} to ${last} (last day included${carried ? ', carried-over service included' : ''}): ${tenure.years} years${rest.en}`,
    ),
  };
}

export interface SeveranceBase {
  /** Fen a month after floor and cap, exact; null when the wage, or above the cap the local average, is not known. */
  readonly value: Rational | null;
  /** Fen a month before the threefold cap. */
  readonly uncapped: Rational | null;
  /** True when both caps bite: three times the average and twelve months (劳动合同法 art. 47(2)). */
  readonly above: boolean;
  readonly lines: readonly CalculationLine[];
  readonly caps: readonly CapNote[];
  readonly warnings: readonly LawWarning[];
  readonly note?: WageBaseNote;
}

/**
 * The monthly base of N and 2N: twelve-month gross average, not below the minimum wage, and three times the local
 * average where it is higher. At exactly three times neither cap applies; one fen above, both do.
 */
export function severanceBase(input: SeveranceInput, ctx: LawContext, last?: PlainDate): SeveranceBase {
  const average = averageOf(input, {
    base: 'average-12-months',
    until: last,
    hire: input.hireDate,
    withoutOvertime: input.excludeOvertime,
    normalMonthsOnly: input.normalMonthsOnly,
  });
  if (!average)
    return { value: null, uncapped: null, above: input.above3x === true, lines: [], caps: [], warnings: [] };
  const lines: CalculationLine[] = [...average.lines];
  const caps: CapNote[] = [];
  const warnings: LawWarning[] = [...average.warnings];
  let value = average.value;
  const floor = minimumWage(ctx, input, last);
  if (floor) {
    const applied = compare(value, floor.value) < 0;
    if (applied) lines.push(...floor.lines);
    warnings.push(...(applied ? floor.warnings : []));
    caps.push(floorNote(floor.value, applied));
    value = greater(value, floor.value);
  }
  const uncapped = value;
  const ceiling = ceilingOf(input, ctx, last, lines, warnings);
  // No minimum wage is above the average wage.
  const clear = ceiling && compare(times(value, rational(3n)), ceiling) >= 0;
  if (!floor && !clear) warnings.push(noFloorCheck);
  let above = input.above3x === true;
  if (ceiling) {
    above = compare(value, ceiling) > 0;
    caps.push(
      cap(
        'three-times-average',
        toFen(ceiling),
        above,
        above
          ? `月工资高于当地月平均工资三倍${exactText(ceiling)}元：按三倍计算，年限最高十二年`
          : `月工资不高于当地月平均工资三倍${exactText(ceiling)}元：不封顶，年限也不受十二年限制`,
        above
          ? `pay above three times the local average (${exactText(ceiling)}): the base is three times it and at most twelve years count`
          : `pay not above three times the local average (${exactText(ceiling)}): neither cap applies`,
      ),
    );
    if (above) value = ceiling;
  } else if (input.above3x === undefined) warnings.push(noCapCheck);
  if (input.excludeOvertime === undefined && input.wageTable?.some((m) => (m.overtime ?? 0) > 0)) {
    warnings.push(
      warning(
        'overtime-in-base',
        '平均工资已含加班费；部分省份不计入，可按当地口径剔除。',
        'The average includes overtime pay; some provinces leave it out.',
        'excludeOvertime',
      ),
    );
  }
  return {
    value: above && !ceiling ? null : value,
    uncapped,
    above,
    lines,
    caps,
    warnings,
    note: noteOfBase('average-12-months', value),
  };
}

/** @throws AppError `invalid-input` naming what the base lacks: the wage, or the local average above the cap. */
export function knownBase(base: SeveranceBase): Rational {
  if (base.value) return base.value;
  throw fieldError(base.uncapped ? 'localAvgMonthlyWage' : 'avgMonthlyWage12m', 'required');
}

function floorNote(floor: Rational, applied: boolean): CapNote {
  const fen = toFen(floor);
  return cap(
    'minimum-wage-floor',
    fen,
    applied,
    applied
      ? `平均工资低于当地最低工资，按${formatYuan(fen)}元计算`
      : `不低于当地最低工资${formatYuan(fen)}元`,
    applied
      ? `below the minimum wage: ${formatYuan(fen)} is used`
      : `not below the minimum wage ${formatYuan(fen)}`,
  );
}

function ceilingOf(
  input: SeveranceInput,
  ctx: LawContext,
  last: PlainDate | undefined,
  lines: CalculationLine[],
  warnings: LawWarning[],
): Rational | null {
  if (input.threeTimesLocalAvg !== undefined) return ofFen(input.threeTimesLocalAvg);
  if (input.above3x !== undefined && input.localAvgMonthlyWage === undefined && input.areaCode === undefined)
    return null;
  const local = localAverage(ctx, input, last);
  if (!local) return null;
  lines.push(...local.lines);
  warnings.push(...local.warnings);
  return times(local.value, rational(3n));
}
