import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../shared/kernel/date.ts';
import {
  compareReadings,
  disagreementsOf,
  dueDate,
  listRules,
  type RuleDefinition,
} from '../../shared/law/index.ts';
import { calendar, ctx, d } from './support.ts';

const first = d('2024-01-02');
const someDay = fc.integer({ min: 0, max: 900 }).map((n) => addDays(first, n));

function dueOf(rule: RuleDefinition, trigger: string) {
  const input = { trigger, ...(rule.fixed ? { length: rule.fixed.min ?? rule.fixed.max ?? 7 } : {}) };
  return dueDate(rule.id, input, ctx);
}

const dated = listRules().filter((r) => r.period !== null || r.fixed !== null);

describe.each(dated.map((r) => [r.id, r] as const))('%s', (_, rule) => {
  test('is on the right side of its trigger, monotonic, and off rest days where it must be', () => {
    fc.assert(
      fc.property(someDay, (trigger) => {
        const result = dueOf(rule, trigger);
        const due = result.due ?? expect.unreachable('no due date');
        const { unit } = result.period ?? expect.unreachable('no period');
        if (rule.direction === 'after') expect(due >= trigger).toBe(true);
        else expect(due <= trigger).toBe(true);
        const next = dueOf(rule, addDays(trigger, 1)).due ?? due;
        expect(next >= due).toBe(true);
        const countsWorkingDays = unit === 'working-day' && (result.period?.length ?? 0) > 0;
        const rolls = rule.rolls === 'back' || (rule.rolls && rule.direction === 'after');
        if (countsWorkingDays || rolls) expect(calendar.isWorkingDay(due)).toBe(true);
        expect(result.working.at(-1)).toMatchObject({ role: 'due', from: due });
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(
  listRules()
    .filter((r) => disagreementsOf(r).length > 0)
    .map((r) => [r.id, r] as const),
)('readings of %s', (id, rule) => {
  test('the usual reading gives the usual date, and each has a name', () => {
    const input = { trigger: '2025-09-20', ...(rule.fixed ? { length: 7 } : {}) };
    const usual = dueDate(id, input, ctx);
    const all = compareReadings(id, input, ctx);
    for (const disagreement of disagreementsOf(rule)) {
      expect(disagreement.readings.length).toBeGreaterThan(1);
      expect(disagreement.readings.map((r) => r.id)).toContain(disagreement.default);
      const same = all.find((a) => a.disagreement === disagreement.id && a.reading === disagreement.default);
      expect(same?.result.due).toBe(usual.due);
    }
    expect(usual.readings.every((r) => r.isDefault)).toBe(true);
  });
});
