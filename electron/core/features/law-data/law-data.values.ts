import type { LawTable, LawValue } from '../../../../shared/features/law-data/law-data.contract.ts';
import { fieldError } from '../../../../shared/kernel/errors.ts';
import { type Fen, formatYuan } from '../../../../shared/kernel/money.ts';
import { type Bilingual, cityOf, divisionOf } from '../../../../shared/law/index.ts';
import type { LawData } from '../../kernel/law-data.ts';
import type { Row } from './law-data.tables.ts';

const yuan = (amount: Fen): string => formatYuan(amount).replaceAll(',', '');

/**
 * The value as a row of its table. A place is named as the division table names it; an average wage is that of the
 * city, also where a district was named.
 * @throws AppError `invalid-input`: `value.area` `region-unknown`.
 */
export function rowOf(value: LawValue, law: LawData): Row {
  const common = { source: value.source, status: 'secondary' };
  const place = (area: string) => {
    if (area === '000000') return { area, name: { zh: '全国', en: 'the whole country' } };
    const division = divisionOf(law.divisions?.divisions ?? {}, area);
    if (!division) throw fieldError('value.area', 'region-unknown', { area });
    return { area, name: { zh: division.name, en: division.name } };
  };
  switch (value.kind) {
    case 'minimum-wages':
      return {
        ...place(value.area),
        validFrom: value.validFrom,
        monthly: [yuan(value.monthlyFen)],
        hourly: value.hourlyFen === null ? null : [yuan(value.hourlyFen)],
        ...common,
      };
    case 'average-wages':
      return {
        ...place(value.area.endsWith('0000') ? value.area : cityOf(value.area)),
        year: value.year,
        series: value.series,
        annual: yuan(value.annualFen),
        validFrom: `${value.year + 1}-01-01`,
        ...common,
      };
    case 'lpr':
      return { area: '000000', term: '1Y', validFrom: value.validFrom, percent: value.percent, ...common };
    case 'disposable-income':
      return {
        ...place(value.area),
        year: value.year,
        annual: yuan(value.annualFen),
        validFrom: `${value.year + 1}-01-01`,
        ...common,
      };
    case 'heat-allowance':
      return {
        ...place(value.area),
        validFrom: value.validFrom,
        unit: value.unit,
        rate: yuan(value.rateFen),
        ...common,
      };
    case 'injury-lumps':
      return { ...place(value.area), validFrom: value.validFrom, ...lumpsOf(value), ...common };
    case 'legal-aid-means': {
      const { threshold } = value;
      return {
        ...place(value.area),
        validFrom: value.validFrom,
        ...(threshold.unit === 'percent'
          ? { percentOfMonthlyUrbanIncome: threshold.percent }
          : { monthlyThreshold: yuan(threshold.monthlyFen) }),
        rule: ruleText(threshold),
        ...common,
      };
    }
    case 'wage-crime':
      return {
        ...place(value.area),
        validFrom: value.validFrom,
        single: yuan(value.singleFen),
        group: yuan(value.groupFen),
        ...common,
      };
  }
}

function lumpsOf({ lumps, baseScope, grade }: Extract<LawValue, { kind: 'injury-lumps' }>) {
  const cell = (months: number | null, fen: Fen | null) => ({
    [String(grade)]: { ...(fen === null ? { months } : { yuan: yuan(fen) }), status: 'secondary' },
  });
  const base: Bilingual =
    lumps.unit === 'yuan'
      ? { zh: '定额', en: 'fixed amounts' }
      : baseScope === 'province'
        ? { zh: '上年度全省职工月平均工资', en: 'previous-year monthly average wage of the province' }
        : {
            zh: '统筹地区上年度职工月平均工资',
            en: 'previous-year monthly average wage of the pooling area',
          };
  const both =
    lumps.unit === 'month'
      ? { medical: cell(lumps.medical, null), employment: cell(lumps.employment, null) }
      : { medical: cell(null, lumps.medicalFen), employment: cell(null, lumps.employmentFen) };
  return { grade, base, baseScope, ...both };
}

function ruleText(threshold: Extract<LawValue, { kind: 'legal-aid-means' }>['threshold']): Bilingual {
  return threshold.unit === 'percent'
    ? {
        zh: `家庭人均收入低于当地城镇居民人均可支配收入月平均数的${threshold.percent}%`,
        en: `household income per head below ${threshold.percent}% of the monthly urban disposable income of the place`,
      }
    : {
        zh: `家庭人均月收入低于${yuan(threshold.monthlyFen)}元`,
        en: `monthly household income per head below ${yuan(threshold.monthlyFen)} yuan`,
      };
}

/** What a row entered by hand says, for the list of what was added. Null for tables that take no single values. */
export function figureOf(kind: LawTable, row: Row): Bilingual | null {
  const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
  const first = (value: unknown): string => text(Array.isArray(value) ? value[0] : value);
  switch (kind) {
    case 'minimum-wages': {
      const [month, hour] = [first(row.monthly), first(row.hourly)];
      return {
        zh: `每月${month}元${hour && `、每小时${hour}元`}`,
        en: `${month} yuan a month${hour && `, ${hour} an hour`}`,
      };
    }
    case 'average-wages':
    case 'disposable-income':
      return { zh: `全年${text(row.annual)}元`, en: `${text(row.annual)} yuan a year` };
    case 'lpr':
      return { zh: `年利率${text(row.percent)}%`, en: `${text(row.percent)}% a year` };
    case 'heat-allowance':
      return {
        zh: `每${row.unit === 'day' ? '日' : '月'}${text(row.rate)}元`,
        en: `${text(row.rate)} yuan a ${text(row.unit)}`,
      };
    case 'injury-lumps':
      return lumpFigure(row);
    case 'legal-aid-means':
      return row.rule as Bilingual;
    case 'wage-crime':
      return {
        zh: `单人${text(row.single)}元、多人${text(row.group)}元`,
        en: `${text(row.single)} yuan for one worker, ${text(row.group)} for a group`,
      };
    case 'holidays':
    case 'working-time':
      return null;
  }
}

function lumpFigure(row: Row): Bilingual {
  const cell = (value: unknown) =>
    Object.values(value as Record<string, { months?: number; yuan?: string }>)[0];
  const [medical, employment] = [cell(row.medical), cell(row.employment)];
  const zh = (c: typeof medical): string => (c?.yuan ? `${c.yuan}元` : `${c?.months}个月`);
  const en = (c: typeof medical): string => (c?.yuan ? `${c.yuan} yuan` : `${c?.months} months`);
  return {
    zh: `医疗${zh(medical)}、就业${zh(employment)}`,
    en: `medical ${en(medical)}, employment ${en(employment)}`,
  };
}
