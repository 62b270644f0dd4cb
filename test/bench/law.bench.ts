import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { addDays, type PlainDate, plainDate } from '../../shared/kernel/date.ts';
import {
  calculate,
  dueDate,
  type LawContext,
  otherReadings,
  parseCalendar,
  parseMinimumWages,
  parseReferenceTables,
} from '../../shared/law/index.ts';

export interface LawBenchRow {
  readonly name: string;
  readonly count: number;
  readonly totalMs: number;
  readonly perSecond: number;
  /** One call by itself, after warming up, in milliseconds. */
  readonly oneMs: number;
  /** Changes when any result changes, and keeps the work from being optimised away. */
  readonly checksum: number;
}

function json(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../resources/law/${name}`, import.meta.url), 'utf8'));
}

function run(name: string, count: number, task: (i: number) => number): LawBenchRow {
  for (let i = 0; i < 200; i++) task(i);
  const single = performance.now();
  task(0);
  const oneMs = performance.now() - single;
  let checksum = 0;
  const start = performance.now();
  for (let i = 0; i < count; i++) checksum = (checksum * 31 + task(i)) % 1_000_000_007;
  const totalMs = performance.now() - start;
  return { name, count, totalMs, perSecond: Math.round((count / totalMs) * 1000), oneMs, checksum };
}

/**
 * Ten thousand statutory dates and ten thousand compensation claims, each different, input checks included. The dates
 * stand here as one reading of the law alone, then as `law due --batch` answers a line: with the day that every other
 * reading gives, as JSON; once for the rule with the most readings, once for the longest count of working days.
 */
export function benchLaw(count = 10_000): LawBenchRow[] {
  const ctx: LawContext = {
    calendar: parseCalendar(json('holidays.json')),
    minimumWages: parseMinimumWages(json('minimum-wages.json')),
    ...parseReferenceTables(json),
  };
  const first = plainDate('2025-01-01');
  const hire = plainDate('2009-01-01');
  const answer = (rule: string, trigger: PlainDate): number => {
    const found = dueDate(rule, { trigger }, ctx);
    return JSON.stringify({ ...found, rule, otherReadings: otherReadings(found, ctx) }).length;
  };
  return [
    run('law.dates', count, (i) => {
      const due = dueDate('lim-general', { trigger: addDays(first, i % 700) }, ctx).due;
      return Number((due ?? '0').slice(8));
    }),
    run('law.dates, all readings as JSON', count, (i) => answer('lim-general', addDays(first, i % 700))),
    run('law.dates, sixty working days as JSON', count, (i) =>
      answer('ins-investigate', addDays(first, i % 700)),
    ),
    run('law.economic-compensation', count, (i) => {
      const inputs = {
        hireDate: addDays(hire, i % 3000),
        lastDay: '2025-06-30',
        avgMonthlyWage12m: 3000 + (i % 30_000),
        localAvgMonthlyWage: 7646,
        localMinWage: 2330,
      };
      return calculate('economic-compensation', inputs, ctx).amountFen ?? 0;
    }),
  ];
}
