import fs from 'node:fs';
import path from 'node:path';
import { parseCalendar } from '../../../shared/law/calendar/calendar.ts';
import type { LawContext } from '../../../shared/law/context.ts';
import { parseReferenceTables } from '../../../shared/law/reference/tables.ts';
import { parseMinimumWages } from '../../../shared/law/wages/minimum-wage.ts';

/** Holidays, rates and standards as shipped under `resources/law`, parsed once. */
export type LawData = LawContext;

/** @throws AppError `invalid-input` naming the bad field when a data file is damaged. */
export function loadLawData(resources: string): LawData {
  const read = (name: string): unknown =>
    JSON.parse(fs.readFileSync(path.join(resources, 'law', name), 'utf8'));
  return {
    calendar: parseCalendar(read('holidays.json')),
    minimumWages: parseMinimumWages(read('minimum-wages.json')),
    ...parseReferenceTables(read),
  };
}
