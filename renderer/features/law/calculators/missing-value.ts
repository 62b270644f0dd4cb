import type { LawValue } from '../../../../shared/features/law-data/law-data.contract.ts';
import type { LawContext } from '../../../../shared/law/index.ts';
import type { Outcome } from './outcome.ts';
import { type Raw, textOf } from './values.ts';

/** A value of the reference tables that a calculation could not find, as far as the calculation names it. */
export interface MissingValue {
  readonly kind: LawValue['kind'];
  readonly area: string;
  /** Year of the figure; null where the value holds from a day, which only the notice tells. */
  readonly year: number | null;
  /** What the form says already; empty where it does not. */
  readonly unit: string;
  readonly grade: string;
}

const kinds: Readonly<Record<string, LawValue['kind']>> = {
  minimumWages: 'minimum-wages',
  averageWages: 'average-wages',
  lpr: 'lpr',
  disposableIncome: 'disposable-income',
  heatAllowances: 'heat-allowance',
  injuryLumps: 'injury-lumps',
  legalAidMeans: 'legal-aid-means',
  wageCrime: 'wage-crime',
};

const yearly: readonly LawValue['kind'][] = ['average-wages', 'disposable-income'];

const dates = ['lastDay', 'lastWorkDay', 'date', 'terminationDate', 'injuryDate', 'month', 'deathDate'];

const province = (area: string): string => `${area.slice(0, 2)}0000`;
// Average wages and incomes are published by city, also for its districts; a municipality is one place.
const city = (area: string): string =>
  /^(11|12|31|50)/.test(area) ? province(area) : area.endsWith('0000') ? area : `${area.slice(0, 4)}00`;

/** Who sets the value: the province, or the city where the province leaves it to the city. */
function placeOf(kind: LawValue['kind'], area: string, reason: unknown): string {
  switch (kind) {
    case 'average-wages':
      return city(area);
    case 'disposable-income':
      return area === '000000' ? area : city(area);
    case 'heat-allowance':
      return reason === 'range' ? city(area) : province(area);
    case 'injury-lumps':
    case 'legal-aid-means':
    case 'wage-crime':
      return province(area);
    case 'minimum-wages':
    case 'lpr':
      return area;
  }
}

/** Warnings of a finished calculation that say a value was not there. */
const warned: Readonly<Record<string, string>> = {
  'cap-not-checked': 'averageWages',
  'threshold-missing': 'legalAidMeans',
  'urban-income-missing': 'disposableIncome',
  'lpr-missing': 'lpr',
};

/** Fields that a refusal asks for because only the office's own region was known and has no value. */
const stoodIn: readonly [string, string][] = [
  ['areaAvgMonthlyWage', 'averageWages'],
  ['localMinWage', 'minimumWages'],
];

/**
 * What to ask for: named by a refusal, or left unchecked because only the office's own region was known. Null when
 * nothing is missing, or the table takes no single values.
 */
export function missingValue(outcome: Outcome, raw: Raw, ctx: LawContext): MissingValue | null {
  const area = textOf(raw.areaCode) || ctx.region;
  const day = dates.map((name) => textOf(raw[name])).find((text) => text !== '') ?? ctx.asOf ?? '';
  const ask = (
    table: string,
    at: string | undefined,
    when: string,
    reason?: unknown,
  ): MissingValue | null => {
    const kind = kinds[table];
    if (!kind || !at || !/^\d{6}$/.test(at)) return null;
    const common = {
      kind,
      area: placeOf(kind, at, reason),
      unit: kind === 'heat-allowance' ? textOf(raw.unit) : '',
      grade: textOf(raw.grade),
    };
    // A figure of a year is the one before the day; a refusal that names a year means that very year.
    const year = /^\d{4}$/.test(when) ? Number(when) : Number(when.slice(0, 4)) - 1;
    return yearly.includes(kind)
      ? { ...common, year: Number.isFinite(year) ? year : null }
      : { ...common, year: null };
  };
  if (outcome.state === 'refused' && outcome.missing) {
    const { year, reason } = outcome.failure.details ?? {};
    const { table, area: at, when } = outcome.missing;
    // Several series are known: one is chosen. Before the first quote there was no LPR. Neither is a missing value.
    if (reason === 'series-needed' || reason === 'before-first') return null;
    return ask(table.split('.')[0] ?? '', at, typeof year === 'number' ? String(year) : when, reason);
  }
  if (outcome.state === 'refused') {
    const { issues } = outcome;
    const [, table] = stoodIn.find(([field]) => issues.get(field)?.code === 'required') ?? [];
    return table === undefined ? null : ask(table, area, day);
  }
  if (outcome.state !== 'done') return null;
  const table = outcome.result.warnings.map((w) => warned[w.code]).find((t) => t !== undefined);
  return table === undefined ? null : ask(table, table === 'lpr' ? '000000' : area, day);
}
