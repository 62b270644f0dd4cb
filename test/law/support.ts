import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { type PlainDate, plainDate } from '../../shared/kernel/date.ts';
import { AppError, type Failure } from '../../shared/kernel/errors.ts';
import {
  type CaseEvent,
  type LawContext,
  parseCalendar,
  parseMinimumWages,
  parseReferenceTables,
} from '../../shared/law/index.ts';

function json(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
}

export const holidaysFile = json('resources/law/holidays.json');
export const calendar = parseCalendar(holidaysFile);
export const ctx: LawContext = {
  calendar,
  minimumWages: parseMinimumWages(json('resources/law/minimum-wages.json')),
  ...parseReferenceTables((file) => json(`resources/law/${file}`)),
  asOf: plainDate('2026-11-21'),
};

export const d = (text: string): PlainDate => plainDate(text);

/** Lines of `type date [days]` → events. */
export function events(text: string): CaseEvent[] {
  return text
    .trim()
    .split('\n')
    .map((row) => {
      const [type = '', date = '', days] = row.trim().split(/\s+/);
      return { type, date: d(date), ...(days ? { days: Number(days) } : {}) };
    });
}

/** The failure a call ends in; a call that succeeds, or throws anything but an AppError, fails the test. */
export function failureOf(call: () => unknown): Failure {
  try {
    call();
  } catch (error) {
    if (error instanceof AppError) return error.failure;
    throw error;
  }
  return expect.unreachable('expected a failure');
}
