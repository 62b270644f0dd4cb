import type { LawValue } from '../../../../shared/features/law-data/law-data.contract.ts';
import type { LawContext } from '../../../../shared/law/index.ts';
import type { Outcome } from './outcome.ts';
import { type Raw, textOf } from './values.ts';

/** A value of the reference tables that a calculation could not find, as far as the calculation names it. */
export interface MissingValue {
  readonly kind: LawValue['kind'];
  readonly area: string;
  /** Year of the figure; null where the value holds from a day. */
  readonly year: number | null;
  readonly from: string | null;
}

const kinds: Readonly<Record<string, LawValue['kind']>> = {
  minimumWages: 'minimum-wages',
  averageWages: 'average-wages',
  lpr: 'lpr',
  disposableIncome: 'disposable-income',
  heatAllowances: 'heat-allowance',
};

const yearly: readonly LawValue['kind'][] = ['average-wages', 'disposable-income'];

const dates = ['lastDay', 'lastWorkDay', 'date', 'terminationDate', 'injuryDate', 'month', 'deathDate'];

/**
 * What to ask for: named by a refusal, or left unchecked because only the office's own region was known. Null when
 * nothing is missing, or the table takes no single values.
 */
export function missingValue(outcome: Outcome, raw: Raw, ctx: LawContext): MissingValue | null {
  const area = textOf(raw.areaCode) || ctx.region;
  const day = dates.map((name) => textOf(raw[name])).find((text) => text !== '') ?? ctx.asOf ?? '';
  const ask = (table: string, at: string | undefined, when: string): MissingValue | null => {
    const kind = kinds[table];
    if (!kind || !at) return null;
    // A figure of a year is the one before the day; a refusal that names a year means that very year.
    const year = /^\d{4}$/.test(when) ? Number(when) : Number(when.slice(0, 4)) - 1;
    return yearly.includes(kind)
      ? { kind, area: cityOf(kind, at), year: Number.isFinite(year) ? year : null, from: null }
      : { kind, area: at, year: null, from: when.length === 7 ? `${when}-01` : when || null };
  };
  if (outcome.state === 'refused' && outcome.missing) {
    const { year } = outcome.failure.details ?? {};
    const { table, area: at, when } = outcome.missing;
    return ask(table.split('.')[0] ?? '', at, typeof year === 'number' ? String(year) : when);
  }
  if (outcome.state === 'refused') {
    const needed = outcome.issues;
    if (needed.get('areaAvgMonthlyWage')?.code === 'required') return ask('averageWages', area, day);
    if (needed.get('localMinWage')?.code === 'required') return ask('minimumWages', area, day);
    return null;
  }
  if (outcome.state === 'done' && outcome.result.warnings.some((w) => w.code === 'cap-not-checked'))
    return ask('averageWages', area, day);
  return null;
}

// Average wages are published by city, also for its districts.
const cityOf = (kind: LawValue['kind'], area: string): string =>
  kind === 'average-wages' && !area.endsWith('0000')
    ? `${area.slice(0, 4)}00`
    : kind === 'disposable-income'
      ? '000000'
      : area;
