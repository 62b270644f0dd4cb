import fs from 'node:fs';
import path from 'node:path';
import { parseCalendar } from '../../../shared/law/calendar/calendar.ts';
import type { LawContext } from '../../../shared/law/context.ts';
import { parseReferenceTables, referenceFiles } from '../../../shared/law/reference/tables.ts';
import { parseMinimumWages } from '../../../shared/law/wages/minimum-wage.ts';

/** Holidays, rates and standards, parsed once: as shipped, with what the open office added. */
export type LawData = LawContext;

/** The JSON of the files under `resources/law`, by file name. */
export type LawFiles = Readonly<Record<string, unknown>>;

const lawFiles = ['holidays.json', 'minimum-wages.json', ...referenceFiles];

export function readLawFiles(resources: string): LawFiles {
  return Object.fromEntries(
    lawFiles.map((name) => [
      name,
      JSON.parse(fs.readFileSync(path.join(resources, 'law', name), 'utf8')) as unknown,
    ]),
  );
}

/** @throws AppError `invalid-input` naming the bad field when a file is damaged. */
export function parseLawFiles(files: LawFiles): LawData {
  return {
    calendar: parseCalendar(files['holidays.json']),
    minimumWages: parseMinimumWages(files['minimum-wages.json']),
    ...parseReferenceTables((name) => files[name]),
  };
}

/** What is shipped, without any office. @throws AppError `invalid-input` when a data file is damaged. */
export function loadLawData(resources: string): LawData {
  return parseLawFiles(readLawFiles(resources));
}

/**
 * The data in force at this moment. Whoever computes asks for `current` once and goes on with it: an import may
 * replace it between two calls, never within one result.
 */
export interface LawSource {
  readonly current: LawData;
}

export interface LawHolder extends LawSource {
  readonly shipped: LawFiles;
  use(law: LawData): void;
  /** Back to what is shipped: imported data belong to the office and leave with it. */
  reset(): void;
}

/** @throws AppError `invalid-input` when a shipped data file is damaged. */
export function createLawHolder(resources: string): LawHolder {
  const shipped = readLawFiles(resources);
  const own = parseLawFiles(shipped);
  let current = own;
  return {
    shipped,
    get current() {
      return current;
    },
    use(law) {
      current = law;
    },
    reset() {
      current = own;
    },
  };
}
