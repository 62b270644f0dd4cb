import { z } from 'zod';
import { isPlainDate, type PlainDate, plainDate } from '../../kernel/date.ts';
import { AppError, fieldError } from '../../kernel/errors.ts';
import type { Fen } from '../../kernel/money.ts';
import type { Bilingual, LawWarning } from '../common.ts';
import { bilingualSchema, parseInput, yuanSchema } from '../input.ts';

const rowSchema = z.object({
  area: z.string().regex(/^\d{6}$/),
  name: bilingualSchema,
  /** First day in force; null when only a snapshot is known. */
  validFrom: z.string().refine(isPlainDate, 'date-invalid').nullable(),
  /** For a snapshot: the day it is known to have been in force. */
  asOf: z.string().refine(isPlainDate, 'date-invalid').optional(),
  /** Highest tier first, yuan. */
  monthly: z.array(yuanSchema).min(1),
  hourly: z.array(yuanSchema).nullable(),
  /** Tier (from 1) of each division that the notice lists. */
  tiers: z.record(z.string().regex(/^\d{6}$/), z.int().min(1)).optional(),
  /** True when the source printed only the highest tier of several. */
  firstTierOnly: z.boolean().optional(),
  source: z.string().min(1),
  status: z.enum(['verified', 'secondary', 'from-memory']),
  note: z.string().optional(),
});

const tableSchema = z.object({ minimumWages: z.array(rowSchema) });

export type MinimumWageRow = z.output<typeof rowSchema>;

export interface MinimumWageTable {
  readonly rows: readonly MinimumWageRow[];
}

/** @throws AppError `invalid-input` naming the bad field of the data file. */
export function parseMinimumWages(data: unknown): MinimumWageTable {
  const rows = parseInput(tableSchema, data).minimumWages;
  rows.forEach((row, i) => {
    if (!row.validFrom && !row.asOf) throw fieldError(`minimumWages.${i}.validFrom`, 'required');
  });
  return { rows };
}

export interface MinimumWage {
  readonly row: MinimumWageRow;
  /** From 1, the highest. */
  readonly tier: number;
  readonly monthlyFen: Fen;
  readonly hourlyFen: Fen | null;
  readonly warnings: readonly LawWarning[];
}

const covers = (row: MinimumWageRow, code: string): boolean =>
  code.startsWith(row.area.replace(/(00)+$/, ''));
const since = (row: MinimumWageRow): PlainDate => plainDate(row.validFrom ?? row.asOf ?? '');

function warn(code: string, zh: string, en: string): LawWarning {
  return { code, text: { zh, en } };
}

/**
 * The minimum wage in force at a place on a day. The most local standard known wins, then the latest.
 * `tier` is needed where a province has several and its notice does not say which holds in this division.
 * @throws AppError `no-data`: nothing known for the place and day, or (`reason: tier-needed`) the tier must be given.
 */
export function minimumWageAt(
  table: MinimumWageTable,
  areaCode: string,
  date: PlainDate,
  tier?: number,
): MinimumWage {
  const known = table.rows
    .filter((row) => covers(row, areaCode) && since(row) <= date)
    .sort((a, b) => localness(b) - localness(a) || since(b).localeCompare(since(a)));
  const row = known[0];
  if (!row) throw new AppError('no-data', { details: { table: 'minimumWages', area: areaCode, date } });
  const listed = row.tiers?.[areaCode];
  const single = row.monthly.length === 1 && !row.firstTierOnly ? 1 : undefined;
  const chosen = tier ?? listed ?? single;
  const monthly = chosen === undefined ? undefined : row.monthly[chosen - 1];
  if (chosen === undefined || monthly === undefined) {
    throw new AppError('no-data', {
      details: {
        table: 'minimumWages',
        area: areaCode,
        date,
        reason: 'tier-needed',
        tiers: row.monthly.length,
      },
    });
  }
  const warnings: LawWarning[] = [];
  if (!row.validFrom) {
    warnings.push(
      warn(
        'minimum-wage-snapshot',
        `仅知${row.asOf}时的标准，此后可能已调整，请核对当地最新文件。`,
        `Only the standard as of ${row.asOf} is known; it may have changed since. Check the local notice.`,
      ),
    );
  }
  const own = laterLocal(table, areaCode, row, date);
  if (own) {
    warnings.push(
      warn(
        'minimum-wage-local-later',
        `本地自己的标准自${own}起才执行，此前可能仍适用上一次的标准，请核对当时的当地文件。`,
        `The place’s own standard took effect only on ${own}; until then the previous one may have applied. Check the local notice of that time.`,
      ),
    );
  }
  if (listed !== undefined && tier !== undefined && tier !== listed) {
    warnings.push(
      warn(
        'minimum-wage-tier-differs',
        `文件列明该地适用第${listed}档，现按所选第${tier}档计算。`,
        `The notice puts this place in tier ${listed}; tier ${tier} was chosen.`,
      ),
    );
  }
  return { row, tier: chosen, monthlyFen: monthly, hourlyFen: row.hourly?.[chosen - 1] ?? null, warnings };
}

/** A city carries out a provincial standard by its own notice, often months later: the first day of such a notice. */
function laterLocal(
  table: MinimumWageTable,
  areaCode: string,
  used: MinimumWageRow,
  date: PlainDate,
): PlainDate | null {
  const next = table.rows
    .filter((row) => covers(row, areaCode) && localness(row) > localness(used) && since(row) > date)
    .sort((a, b) => since(a).localeCompare(since(b)))[0];
  if (!next) return null;
  // A standard of the province that came in between has its own notice, which is not known.
  const between = table.rows.some(
    (row) =>
      covers(row, areaCode) &&
      row.area === used.area &&
      since(row) > since(used) &&
      since(row) <= since(next),
  );
  return between ? null : since(next);
}

function localness(row: MinimumWageRow): number {
  return row.area.replace(/(00)+$/, '').length;
}

/** `四川最低工资`; a standard that an office entered carries the bare name of its place. */
export function minimumWageTitle({ name }: MinimumWageRow): Bilingual {
  return {
    zh: name.zh.includes('最低工资') ? name.zh : `${name.zh}最低工资`,
    en: name.en.includes('minimum') ? name.en : `${name.en} minimum wage`,
  };
}

/** `四川最低工资（2025-01-01起）` for a printed line. */
export function minimumWageName(row: MinimumWageRow): Bilingual {
  const day = row.validFrom ?? row.asOf ?? '';
  const { zh, en } = minimumWageTitle(row);
  return { zh: `${zh}（${day}起）`, en: `${en} (from ${day})` };
}
