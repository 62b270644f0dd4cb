import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../shared/kernel/date.ts';
import {
  type LedgerEvent,
  ledgerEventsOf,
  limitationLedger,
  type ObligationPlan,
  trackOf,
} from '../../shared/law/index.ts';
import { ctx, d, events } from './support.ts';

const quiet = { calendar: ctx.calendar };
const e = (kind: LedgerEvent['kind'], date: string, ended?: string): LedgerEvent => ({
  kind,
  date: d(date),
  ...(ended ? { ended: d(ended) } : {}),
});
const drawn = (list: readonly LedgerEvent[], options = {}) =>
  limitationLedger(list, quiet, options).segments.map((s) => `${s.state} ${s.from} ${s.to} ${s.lastDay}`);

test('nothing started', () => {
  expect(limitationLedger([e('interrupt', '2025-01-06')], quiet)).toMatchObject({
    state: 'not-started',
    segments: [],
  });
});

test('running, restarted by a demand', () => {
  expect(drawn([e('start', '2024-03-04'), e('interrupt', '2024-10-10')])).toEqual([
    'running 2024-03-04 2024-10-09 2025-03-04',
    'restarted 2024-10-10 2025-10-10 2025-10-10',
  ]);
});

test('stopped by an obstacle: no last day while it lasts, the remainder after it', () => {
  const open = [e('start', '2024-03-04'), e('suspend', '2024-06-03')];
  expect(limitationLedger(open, quiet)).toMatchObject({ state: 'stopped', lastDay: null });
  expect(drawn([...open, e('resume', '2024-07-03')])).toEqual([
    'running 2024-03-04 2024-06-02 2025-03-04',
    'stopped 2024-06-03 2024-07-02 null',
    'running 2024-07-03 2025-04-03 2025-04-03',
  ]);
});

test('remaining days on the first day of each stretch', () => {
  const { segments } = limitationLedger(
    [e('start', '2024-03-04'), e('suspend', '2024-06-03'), e('resume', '2024-07-03')],
    quiet,
  );
  expect(segments.map((s) => s.remainingDays)).toEqual([365, 274, 274]);
});

test('expired: a later demand revives nothing', () => {
  const list = [e('start', '2024-03-04'), e('interrupt', '2025-06-02')];
  expect(drawn(list)).toEqual([
    'running 2024-03-04 2025-03-04 2025-03-04',
    'expired 2025-03-05 null 2025-03-04',
  ]);
});

test('expired as of today, kept when it was used in time', () => {
  expect(limitationLedger([e('start', '2024-03-04')], ctx).state).toBe('expired');
  expect(limitationLedger([e('start', '2024-03-04'), e('exercise', '2025-02-10')], ctx)).toMatchObject({
    state: 'exercised',
    lastDay: '2025-03-04',
  });
});

test('a withdrawn application: the earlier date, with the other beside it', () => {
  const ledger = limitationLedger(
    [e('start', '2024-03-04'), e('interrupt', '2024-06-03', '2025-05-08')],
    quiet,
  );
  expect(ledger.lastDay).toBe('2025-06-03');
  expect(ledger.otherReadings).toContainEqual(
    expect.objectContaining({ reading: 'procedure-end', lastDay: '2026-05-08' }),
  );
  const chosen = { readings: { 'limitation-restart': 'procedure-end' } };
  expect(
    limitationLedger([e('start', '2024-03-04'), e('interrupt', '2024-06-03', '2025-05-08')], quiet, chosen)
      .lastDay,
  ).toBe('2026-05-08');
});

test('enforcement stops only in its last six months', () => {
  const early = [e('start', '2024-03-04'), e('suspend', '2024-05-06'), e('resume', '2024-06-06')];
  expect(drawn(early, { rule: 'enf-apply' })).toEqual(['running 2024-03-04 2026-03-04 2026-03-04']);
});

test('records that do not fit are pointed out', () => {
  const ledger = limitationLedger(
    [e('start', '2024-03-04'), e('start', '2024-04-01'), e('resume', '2024-05-06')],
    quiet,
  );
  expect(ledger.warnings.map((w) => w.code)).toEqual(['second-start', 'resume-without-suspension']);
  expect(ledger.lastDay).toBe('2025-03-04');
});

test('a last day in a year without a notice is provisional', () => {
  expect(limitationLedger([e('start', '2026-03-02')], quiet)).toMatchObject({
    provisional: true,
    lastDay: '2027-03-02',
  });
});

describe('from the events of a case', () => {
  const plan = trackOf('arbitration')
    .plansFor({ wageClaim: true }, [])
    .obligations.find((p) => p.ruleId === 'lim-wage-ended') as ObligationPlan;
  const log = `employment-ended 2025-03-10
    demand-made 2025-06-03
    limitation-suspended 2025-07-01
    limitation-resumed 2025-07-15
    application-submitted 2025-09-01
    withdrawn 2025-10-09`;

  test('a withdrawn application only interrupts', () => {
    const list = ledgerEventsOf(events(log), plan);
    expect(list.map((x) => x.kind)).toEqual(['start', 'interrupt', 'suspend', 'resume', 'interrupt']);
    expect(limitationLedger(list, quiet, { rule: 'lim-wage-ended' }).lastDay).toBe('2026-09-01');
  });

  test('one that stands keeps the period', () => {
    const standing = events(log).filter((x) => x.type !== 'withdrawn');
    expect(limitationLedger(ledgerEventsOf(standing, plan), quiet).state).toBe('exercised');
  });
});

test('stretches follow each other without gap or overlap', () => {
  const kinds = fc.constantFrom('interrupt' as const, 'suspend' as const, 'resume' as const);
  const event = fc.record({ kind: kinds, day: fc.integer({ min: 1, max: 700 }) });
  fc.assert(
    fc.property(fc.uniqueArray(event, { maxLength: 8, selector: (x) => x.day }), (list) => {
      const start = d('2024-01-02');
      const all = [
        { kind: 'start' as const, date: start },
        ...list.map((x) => ({ kind: x.kind, date: addDays(start, x.day) })),
      ];
      const { segments } = limitationLedger(all, quiet);
      segments.forEach((s, i) => {
        const next = segments[i + 1];
        if (next) expect(s.to === null ? null : addDays(s.to, 1)).toBe(next.from);
      });
      expect(segments[0]).toMatchObject({ from: start });
    }),
  );
});
