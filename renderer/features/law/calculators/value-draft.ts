import { type LawValue, lawValueSchema } from '../../../../shared/features/law-data/law-data.contract.ts';
import { parseYuan } from '../../../../shared/kernel/money.ts';
import { parseInput } from '../../../../shared/law/input.ts';
import type { MissingValue } from './missing-value.ts';

/** A missing value as it is typed. */
export interface Draft {
  readonly area: string;
  readonly year: string;
  readonly from: string;
  /** The figure; of two figures the first. */
  readonly amount: string;
  readonly second: string;
  readonly series: string;
  readonly unit: string;
  readonly grade: string;
  readonly scope: string;
  readonly title: string;
  readonly number: string;
  readonly url: string;
}

const firstUnit: Partial<Record<LawValue['kind'], string>> = {
  'heat-allowance': 'day',
  'injury-lumps': 'month',
  'legal-aid-means': 'percent',
};

export function emptyDraft(missing: MissingValue): Draft {
  return {
    area: missing.area,
    year: missing.year === null ? '' : String(missing.year),
    from: '',
    amount: '',
    second: '',
    series: 'all-units',
    unit: missing.unit || (firstUnit[missing.kind] ?? ''),
    grade: missing.grade,
    scope: 'city',
    title: '',
    number: '',
    url: '',
  };
}

/** Where the value was found, in one line: title, number of the document, address. */
const sourceOf = ({ title, number, url }: Draft): string =>
  [title, number, url]
    .map((s) => s.trim())
    .filter(Boolean)
    .join('；');

const yuan = (text: string, field: string): number | undefined =>
  text.trim() === '' ? undefined : parseYuan(text, field);
const decimal = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));
const whole = (text: string): number | undefined => (/^\d{1,4}$/.test(text) ? Number(text) : undefined);

/** @throws AppError `invalid-input` naming the field, also those of the draft: `amount`, `second`. */
export function lawValueOf(kind: LawValue['kind'], draft: Draft): LawValue {
  const { area, from: validFrom, unit } = draft;
  const first = (): number | undefined => yuan(draft.amount, 'amount');
  const second = (): number | undefined => yuan(draft.second, 'second');
  const of: Record<LawValue['kind'], () => object> = {
    'minimum-wages': () => ({ area, validFrom, monthlyFen: first(), hourlyFen: second() ?? null }),
    'average-wages': () => ({ area, year: whole(draft.year), series: draft.series, annualFen: first() }),
    'disposable-income': () => ({ area, year: whole(draft.year), annualFen: first() }),
    'heat-allowance': () => ({ area, validFrom, unit, rateFen: first() }),
    lpr: () => ({ validFrom, percent: draft.amount.trim() }),
    'injury-lumps': () => ({
      area,
      validFrom,
      grade: whole(draft.grade),
      baseScope: draft.scope,
      lumps:
        unit === 'month'
          ? { unit, medical: decimal(draft.amount), employment: decimal(draft.second) }
          : { unit, medicalFen: first(), employmentFen: second() },
    }),
    'legal-aid-means': () => ({
      area,
      validFrom,
      threshold:
        unit === 'percent' ? { unit, percent: decimal(draft.amount) } : { unit, monthlyFen: first() },
    }),
    'wage-crime': () => ({ area, validFrom, singleFen: first(), groupFen: second() }),
  };
  return parseInput(lawValueSchema, { kind, source: sourceOf(draft), ...of[kind]() });
}

const fieldOf: Readonly<Record<string, keyof Draft>> = {
  monthlyFen: 'amount',
  annualFen: 'amount',
  rateFen: 'amount',
  percent: 'amount',
  value: 'amount',
  medical: 'amount',
  medicalFen: 'amount',
  singleFen: 'amount',
  hourlyFen: 'second',
  employment: 'second',
  employmentFen: 'second',
  groupFen: 'second',
  validFrom: 'from',
  source: 'title',
  baseScope: 'scope',
};

/** The field of the draft that an issue of the value means. */
export function draftField(path: string): string {
  const last = path.split('.').at(-1) ?? '';
  return fieldOf[last] ?? last;
}
