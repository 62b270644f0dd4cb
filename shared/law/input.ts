import { z } from 'zod';
import { addMonths, existingDate, isPlainDate, type PlainDate } from '../kernel/date.ts';
import { AppError, type FieldIssue, fieldError } from '../kernel/errors.ts';
import { type Fen, parseYuan } from '../kernel/money.ts';

/** A plain date as text, for the schemas of rules and calculators. */
export const dateSchema = z
  .string()
  .superRefine(existingDate)
  .transform((text) => text as PlainDate)
  .meta({ format: 'date', description: 'YYYY-MM-DD' });

// A hundred thousand million yuan, the most that a case can hold.
const mostFen = 1e13;

/**
 * Yuan as a JSON number or as text, read by its decimal digits and never through float arithmetic → fen.
 * Negative amounts are refused.
 */
export const yuanSchema = z
  .union([z.number(), z.string()])
  .transform((value, ctx): Fen => {
    try {
      const amount = parseYuan(String(value));
      if (amount >= 0 && amount <= mostFen) return amount;
      ctx.addIssue({ code: 'custom', message: amount < 0 ? 'amount-negative' : 'amount-too-large' });
    } catch (error) {
      const code = error instanceof AppError ? error.failure.issues?.[0]?.code : undefined;
      ctx.addIssue({ code: 'custom', message: code ?? 'amount-invalid' });
    }
    return z.NEVER;
  })
  .meta({ description: 'yuan, at most two decimals' });

/** A quantity such as 26 or 25.5: number or plain decimal text, not negative → decimal text. */
export const quantitySchema = z
  .union([z.number(), z.string()])
  .transform((value, ctx): string => {
    const text = String(value).normalize('NFKC').trim();
    if (/^\d{1,9}(\.\d{1,6})?$/.test(text)) return text;
    ctx.addIssue({ code: 'custom', message: 'quantity-invalid' });
    return z.NEVER;
  })
  .meta({ description: 'decimal number, not negative' });

/** As `quantitySchema`, up to what the unit can hold. */
export const quantityUpTo = (max: number) =>
  quantitySchema.refine((text) => Number(text) <= max, {
    error: 'number-too-large',
    params: { max },
  });

// Sixty years of work, every day of them: more is a slip of the keyboard, and nothing real comes near it.
const longestWork = 60;
/** Hours, days and months of a whole working life; years of a life at work. */
export const lifetimeHours = quantityUpTo(longestWork * 366 * 24);
export const lifetimeDays = quantityUpTo(longestWork * 366);
export const lifetimeMonths = quantityUpTo(longestWork * 12);
export const serviceYears = quantityUpTo(80);
export const hoursOfMonth = quantityUpTo(31 * 24);
export const daysOfMonth = quantityUpTo(31);
export const daysOfYear = quantityUpTo(366);

export const bilingualSchema = z.object({ zh: z.string().min(1), en: z.string().min(1) });

// Our own codes are passed as messages of custom issues; zod's built-in issues get a code by their kind.
function codeOf(issue: z.core.$ZodIssue, root: unknown): string {
  if (issue.code === 'custom' || /^[a-z]+(-[a-z]+)*$/.test(issue.message)) return issue.message;
  if (issue.code !== 'unrecognized_keys' && valueAt(root, issue.path) === undefined) return 'required';
  if (issue.code === 'unrecognized_keys') return 'unknown-field';
  return issue.code.replaceAll('_', '-');
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) value = value == null ? undefined : (value as Record<PropertyKey, unknown>)[key];
  return value;
}

function issuesOf(error: z.ZodError, root: unknown): FieldIssue[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    const code = codeOf(issue, root);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...path, key].join('.'), code }));
    }
    const params = issue.code === 'custom' ? (issue.params as FieldIssue['params']) : undefined;
    return [{ path: path.join('.'), code, ...(params ? { params } : {}) }];
  });
}

/** @throws AppError `invalid-input` with one issue per bad field. */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid-input', { issues: issuesOf(parsed.error, value) });
}

/** Paths of every date in plain JSON input, with the date; a month goes by its first day. */
function datesIn(value: unknown, path: string): { path: string; date: string }[] {
  if (typeof value === 'string') {
    const date = /^\d{4}-\d{2}$/.test(value) ? `${value}-01` : value;
    return isPlainDate(date) ? [{ path, date }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, v]) => datesIn(v, path === '' ? key : `${path}.${key}`));
}

/**
 * Runs a computation on checked input; where it leaves the years 1900 to 2199 the failure names the field that led
 * there: the latest date, before 1900 the earliest.
 * @throws AppError as `task`, with `date-out-of-range` at the input's own field.
 */
export function withinYears<T>(input: unknown, task: () => T): T {
  try {
    return task();
  } catch (error) {
    const issue = error instanceof AppError ? error.failure.issues?.[0] : undefined;
    if (issue?.code !== 'date-out-of-range') throw error;
    const dates = datesIn(input, '').sort((a, b) => a.date.localeCompare(b.date));
    const named = Number(issue.params?.year) < 1900 ? dates[0] : dates.at(-1);
    throw fieldError(named?.path ?? issue.path, issue.code, issue.params);
  }
}

/**
 * Refuses days that no work can have: more than ten years ahead, as when 2062 is typed for 2026, or a first day of work
 * more than eighty years ago. Without `today` nothing is known to be too far.
 * @throws AppError `invalid-input` naming the field: `date-too-far`, `date-too-early`.
 */
export function refuseFarDates(input: unknown, today: PlainDate | undefined): void {
  if (today === undefined) return;
  const [first, last] = [addMonths(today, -80 * 12), addMonths(today, 10 * 12)];
  for (const { path, date } of datesIn(input, '')) {
    if (date > last) throw fieldError(path, 'date-too-far', { latest: last });
    if (date < first && /(^|\.)(hireDate|transferredFrom)$/.test(path))
      throw fieldError(path, 'date-too-early', { earliest: first });
  }
}

/** The field of the latest date after `today`; null when every day of the input has come. */
export function fieldToCome(input: unknown, today: PlainDate | undefined): string | null {
  if (today === undefined) return null;
  const later = datesIn(input, '').filter(({ date }) => date > today);
  return later.sort((a, b) => a.date.localeCompare(b.date)).at(-1)?.path ?? null;
}
