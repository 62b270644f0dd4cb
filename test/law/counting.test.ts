import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, type PlainDate } from '../../shared/kernel/date.ts';
import {
  actedInTime,
  addWorkingDays,
  type CountRequest,
  countLimitation,
  countPeriod,
  dayUnit,
  workingDaysBetween,
} from '../../shared/law/index.ts';
import { calendar, d, failureOf } from './support.ts';

const day = fc.integer({ min: 0, max: 1095 }).map((n) => addDays(d('2024-01-01'), n));
const count = (request: CountRequest) => countPeriod(request, calendar);

describe('properties', () => {
  test('a working-day period ends on a working day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (trigger, length) => {
        const result = count({ trigger, length, unit: 'working-day' });
        expect(calendar.isWorkingDay(result.due)).toBe(true);
        expect(workingDaysBetween(trigger, result.due, calendar)).toBe(length);
      }),
    );
  });

  test('adding working days and taking them away again meets on the same working day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (start, n) => {
        fc.pre(calendar.isWorkingDay(start));
        expect(addWorkingDays(addWorkingDays(start, n, calendar), -n, calendar)).toBe(start);
      }),
    );
  });

  test('a later trigger never ends earlier', () => {
    const unit = fc.constantFrom('natural-day', 'working-day', 'month', 'year');
    fc.assert(
      fc.property(day, day, unit, fc.integer({ min: 0, max: 20 }), (a, b, u, length) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        const [x, y] = [early, late].map((trigger) => count({ trigger, length, unit: u }).due) as [
          PlainDate,
          PlainDate,
        ];
        expect(x <= y).toBe(true);
      }),
    );
  });

  test('a natural-day period ends on a working day, on its last day or straight after rest days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 90 }), (trigger, length) => {
        const { due, unrolled } = count({ trigger, length, unit: 'natural-day' });
        expect(daysBetween(trigger, unrolled)).toBe(length);
        expect(calendar.isWorkingDay(due)).toBe(true);
        for (let x = unrolled; x < due; x = addDays(x, 1)) expect(calendar.isRestDay(x)).toBe(true);
      }),
    );
  });

  test('the working names every day once: counted, skipped or excluded', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 20 }),
        (trigger, length, offset, gap) => {
          const from = addDays(trigger, offset);
          for (const unit of ['natural-day', 'working-day'] as const) {
            const result = count({ trigger, length, unit, excluded: [{ from, to: addDays(from, gap) }] });
            const roles = new Set(['counted', 'skipped', 'excluded']);
            let at = trigger;
            for (const step of result.steps.filter((s) => roles.has(s.role))) {
              expect(step.from).toBe(addDays(at, 1));
              at = step.to;
            }
            expect(at).toBe(result.unrolled);
          }
        },
      ),
    );
  });

  test('an excluded span that the period reaches moves a natural-day end by its days', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 45 }),
        fc.integer({ min: 1, max: 30 }),
        (trigger, offset, gap) => {
          const from = addDays(trigger, offset);
          const plain = count({ trigger, length: 45, unit: 'natural-day' });
          const tolled = count({
            trigger,
            length: 45,
            unit: 'natural-day',
            excluded: [{ from, to: addDays(from, gap) }],
          });
          expect(daysBetween(plain.unrolled, tolled.unrolled)).toBe(gap);
        },
      ),
    );
  });
});

describe('tolling, restart and extension', () => {
  const accepted = { trigger: d('2026-03-02'), length: 45, unit: 'natural-day' } as const;

  test('overlapping spans do not count twice', () => {
    const result = count({
      ...accepted,
      excluded: [
        { from: d('2026-03-10'), to: d('2026-03-20') },
        { from: d('2026-03-15'), to: d('2026-03-25') },
      ],
    });
    expect(daysBetween(accepted.trigger, result.unrolled)).toBe(60);
  });

  test('a span before the trigger or after the end changes nothing', () => {
    const plain = count(accepted).due;
    const spans = [
      { from: d('2026-01-01'), to: d('2026-02-01') },
      { from: d('2026-06-01'), to: d('2026-06-10') },
    ];
    expect(count({ ...accepted, excluded: spans }).due).toBe(plain);
  });

  test('the latest restart counts, and time excluded before it is gone', () => {
    const result = count({
      ...accepted,
      restarts: [d('2026-03-20'), d('2026-03-10')],
      excluded: [{ from: d('2026-03-11'), to: d('2026-03-18') }],
    });
    expect(result.base).toBe('2026-03-20');
    expect(result.unrolled).toBe('2026-05-04');
    expect(result.due).toBe('2026-05-06');
  });

  test('an extension runs from the unrolled last day and only the result rolls', () => {
    const result = count({
      trigger: d('2024-08-20'),
      length: 45,
      unit: 'natural-day',
      extension: { length: 15, unit: 'natural-day' },
    });
    expect(result.unrolled).toBe('2024-10-19');
    expect(result.due).toBe('2024-10-21');
  });

  test('C30 five working days and five more', () => {
    const five = { trigger: d('2025-09-30'), length: 5, unit: 'working-day' } as const;
    expect(count(five).due).toBe('2025-10-14');
    expect(count({ ...five, extension: { length: 5, unit: 'working-day' } }).due).toBe('2025-10-21');
  });

  test('C35 sixty and ninety working days', () => {
    const sixty = { trigger: d('2024-08-01'), length: 60, unit: 'working-day' } as const;
    expect(count(sixty).due).toBe('2024-10-30');
    expect(count({ ...sixty, extension: { length: 30, unit: 'working-day' } }).due).toBe('2024-12-11');
  });

  test('C46 six months from the end of August end on a make-up Saturday', () => {
    expect(count({ trigger: d('2025-08-31'), length: 6, unit: 'month' }).due).toBe('2026-02-28');
  });
});

describe('edges', () => {
  test('29 February and the 31st', () => {
    expect(count({ trigger: d('2024-02-29'), length: 1, unit: 'year' }).unrolled).toBe('2025-02-28');
    expect(count({ trigger: d('2024-01-31'), length: 1, unit: 'month' }).unrolled).toBe('2024-02-29');
    expect(addMonths(d('2025-12-31'), 2)).toBe('2026-02-28');
  });

  test('natural days over the end of a loaded year are sure while the last day is known', () => {
    const result = count({ trigger: d('2023-12-20'), length: 15, unit: 'natural-day' });
    expect(result).toMatchObject({ due: '2024-01-04', provisional: false });
  });

  test('working days through an unloaded year are provisional', () => {
    const result = count({ trigger: d('2026-12-30'), length: 5, unit: 'working-day' });
    expect(result.provisional).toBe(true);
    expect(result.warnings.map((w) => w.code)).toContain('calendar-missing');
  });

  test('the last days of December wait for the next notice', () => {
    const codes = (trigger: string) =>
      count({ trigger: d(trigger), length: 15, unit: 'natural-day' }).warnings.map((w) => w.code);
    expect(codes('2026-12-15')).toEqual(['next-year-notice-pending']);
    expect(codes('2025-12-15')).toEqual([]);
  });

  test('a backward count does not count the hearing day and lists the days passed over', () => {
    const result = count({ trigger: d('2025-02-10'), length: 5, unit: 'working-day', direction: 'before' });
    const skipped = result.steps.filter((s) => s.role === 'skipped');
    expect(result.due).toBe('2025-01-27');
    expect(skipped).toHaveLength(9);
    expect(result.steps.find((s) => s.from === '2025-02-08')).toMatchObject({
      role: 'counted',
      kind: 'make-up',
    });
  });

  test('a skipped holiday names its festival and notice', () => {
    const result = count({ trigger: d('2025-01-20'), length: 10, unit: 'working-day' });
    const step = result.steps.find((s) => s.from === '2025-01-29');
    expect(step?.name?.zh).toBe('春节');
    expect(step?.notice).toContain('2025年');
  });

  test('impossible requests name the field', () => {
    const base = { trigger: d('2025-01-01'), unit: 'working-day' } as const;
    expect(failureOf(() => count({ ...base, length: -1 })).issues?.[0]?.path).toBe('length');
    expect(failureOf(() => count({ ...base, length: 1.5 })).issues?.[0]?.path).toBe('length');
    expect(
      failureOf(() => count({ ...base, length: 5, direction: 'before', restarts: [d('2025-01-02')] }))
        .issues?.[0]?.path,
    ).toBe('restarts');
    expect(
      failureOf(() =>
        count({ ...base, length: 5, excluded: [{ from: d('2025-01-09'), to: d('2025-01-03') }] }),
      ).issues?.[0]?.path,
    ).toBe('excluded.0.to');
  });
});

describe('limitation', () => {
  const year = { trigger: d('2025-03-10'), length: 1, unit: 'year' } as const;

  test('each interruption in time starts a new year', () => {
    const result = countLimitation({ ...year, interruptions: [d('2026-08-01'), d('2025-11-05')] }, calendar);
    expect(result.due).toBe('2027-08-02');
    expect(result.effective).toEqual(['2025-11-05', '2026-08-01']);
    expect(result.steps.filter((s) => s.role === 'restart').map((s) => s.from)).toEqual(result.effective);
  });

  test('an interruption after expiry revives nothing', () => {
    const result = countLimitation({ ...year, interruptions: [d('2026-03-11')] }, calendar);
    expect(result.due).toBe('2026-03-10');
    expect(result.warnings.map((w) => w.code)).toContain('interruption-after-expiry');
  });

  test('an interruption on the last day is in time', () => {
    expect(countLimitation({ ...year, interruptions: [d('2026-03-10')] }, calendar).effective).toHaveLength(
      1,
    );
  });

  test('suspended days are added and the remainder continues', () => {
    const excluded = [{ from: d('2025-06-01'), to: d('2025-07-01') }];
    expect(countLimitation({ ...year, interruptions: [], excluded }, calendar).unrolled).toBe('2026-04-09');
  });
});

test.each([
  ['arbitration-case-rules', 10, 'working-day'],
  ['arbitration-case-rules', 15, 'natural-day'],
  ['administrative-reconsideration-law', 7, 'working-day'],
  ['administrative-reconsideration-law', 60, 'natural-day'],
  ['administrative-compulsion-law', 10, 'working-day'],
  ['administrative-compulsion-law', 15, 'natural-day'],
  ['administrative-penalty-law', 7, 'working-day'],
  ['administrative-penalty-law', 10, 'natural-day'],
  ['other', 5, 'natural-day'],
] as const)('%s: %i 日 are %ss', (law, days, unit) => {
  expect(dayUnit(law, days)).toBe(unit);
});

test('what was posted by the last day is in time, whenever it arrived', () => {
  const due = d('2026-03-17');
  expect(actedInTime({ due, posted: d('2026-03-17'), received: d('2026-03-20') })).toBe(true);
  expect(actedInTime({ due, received: d('2026-03-18') })).toBe(false);
  expect(actedInTime({ due })).toBeNull();
});
