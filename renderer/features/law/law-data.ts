import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import aidAndCrime from '../../../resources/law/aid-and-crime.json';
import averageWages from '../../../resources/law/average-wages.json';
import courtFees from '../../../resources/law/court-fees.json';
import disposableIncome from '../../../resources/law/disposable-income.json';
import divisions from '../../../resources/law/divisions.json';
import heatAllowance from '../../../resources/law/heat-allowance.json';
import holidays from '../../../resources/law/holidays.json';
import injuryLumps from '../../../resources/law/injury-lumps.json';
import injuryRates from '../../../resources/law/injury-rates.json';
import lpr from '../../../resources/law/lpr.json';
import medicalPeriod from '../../../resources/law/medical-period.json';
import minimumWages from '../../../resources/law/minimum-wages.json';
import workingTime from '../../../resources/law/working-time.json';
import type { Output } from '../../../shared/contract/api.ts';
import {
  type LawContext,
  parseCalendar,
  parseMinimumWages,
  parseReferenceTables,
  type ReferenceFile,
} from '../../../shared/law/index.ts';
import { callQuery } from '../../app/query.ts';

const files: Readonly<Record<ReferenceFile, unknown>> = {
  'aid-and-crime.json': aidAndCrime,
  'average-wages.json': averageWages,
  'court-fees.json': courtFees,
  'disposable-income.json': disposableIncome,
  'divisions.json': divisions,
  'heat-allowance.json': heatAllowance,
  'injury-lumps.json': injuryLumps,
  'injury-rates.json': injuryRates,
  'lpr.json': lpr,
  'medical-period.json': medicalPeriod,
  'working-time.json': workingTime,
};

const shipped: Readonly<Record<string, unknown>> = {
  ...files,
  'holidays.json': holidays,
  'minimum-wages.json': minimumWages,
};

function parse(all: Readonly<Record<string, unknown>>): LawContext {
  return {
    calendar: parseCalendar(all['holidays.json']),
    minimumWages: parseMinimumWages(all['minimum-wages.json']),
    ...parseReferenceTables((file) => all[file]),
  };
}

let parsed: LawContext | null = null;

/** Every table shipped with the program; read when first asked for. */
export function lawTables(): LawContext {
  parsed ??= parse(shipped);
  return parsed;
}

export type LawAdditions = Output<'lawData.current'>;

/** The shipped tables with what the open office added over them. */
export function lawTablesWith(added: LawAdditions | undefined): LawContext {
  return added && added.additions.length > 0 ? parse({ ...shipped, ...added.files }) : lawTables();
}

/** The data that the core of the open office computes with, and what of it the office itself brought. */
export function useLawData(): { readonly tables: LawContext; readonly additions: LawAdditions['additions'] } {
  const query = useQuery(callQuery(['office', 'law-data', 'current'] as const, 'lawData.current', {}));
  const { data } = query;
  return useMemo(() => ({ tables: lawTablesWith(data), additions: data?.additions ?? [] }), [data]);
}
