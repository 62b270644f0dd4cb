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
import {
  type Calendar,
  type LawContext,
  parseCalendar,
  parseMinimumWages,
  parseReferenceTables,
  type ReferenceFile,
} from '../../../shared/law/index.ts';

/** The State Council's holiday notices as shipped with the program. */
export const calendar: Calendar = parseCalendar(holidays);

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

let parsed: LawContext | null = null;

/** Every table shipped with the program; read when first asked for, because rules need the calendar alone. */
export function lawTables(): LawContext {
  parsed ??= lawTablesWith({});
  return parsed;
}

/** As `lawTables`, with the files that an office has added to in the place of those that are shipped. */
export function lawTablesWith(added: Readonly<Record<string, unknown>>): LawContext {
  const own = added['holidays.json'];
  return {
    calendar: own === undefined ? calendar : parseCalendar(own),
    minimumWages: parseMinimumWages(added['minimum-wages.json'] ?? minimumWages),
    ...parseReferenceTables((file) => added[file] ?? files[file]),
  };
}
