import { describe, expect, test } from 'vitest';
import {
  type LedgerEvent,
  ledgerEventsOf,
  ledgerPlans,
  limitationLedger,
  type ObligationPlan,
  trackOf,
} from '../../shared/law/index.ts';
import { ctx, d, events } from './support.ts';

const quiet = { calendar: ctx.calendar };
const on = (asOf: string) => ({ calendar: ctx.calendar, asOf: d(asOf) });

/** Lines of `kind date [ended]`. */
function entries(text: string): LedgerEvent[] {
  return text
    .trim()
    .split('\n')
    .map((row) => {
      const [kind = '', date = '', ended] = row.trim().split(' ');
      return { kind: kind as LedgerEvent['kind'], date: d(date), ...(ended ? { ended: d(ended) } : {}) };
    });
}

const ledger = (text: string, options = {}, at: Parameters<typeof limitationLedger>[1] = quiet) =>
  limitationLedger(entries(text), at, options);
const drawn = (text: string, options = {}, at: Parameters<typeof limitationLedger>[1] = quiet) =>
  ledger(text, options, at).segments.map((s) => `${s.state} ${s.from} ${s.to} ${s.lastDay}`);

describe('what happened before the period began', () => {
  test('a demand made during the employment interrupts nothing and is not drawn', () => {
    const text = `interrupt 2024-02-01
      start 2024-03-04`;
    expect(drawn(text)).toEqual(['running 2024-03-04 2025-03-04 2025-03-04']);
    expect(ledger(text).warnings.map((w) => w.code)).toEqual(['interruption-before-trigger']);
    expect(ledger(text).segments[0]?.notes).toEqual([]);
  });

  test('a demand on the first day changes nothing either', () => {
    expect(drawn('start 2024-03-04\ninterrupt 2024-03-04')).toHaveLength(1);
  });

  test('an obstacle that lasts into the period stops it from its first day', () => {
    const text = `suspend 2024-02-01
      start 2024-03-04
      resume 2024-03-14`;
    expect(drawn(text).slice(1)).toEqual([
      'stopped 2024-03-04 2024-03-13 null',
      'running 2024-03-14 2025-03-13 2025-03-13',
    ]);
  });

  test('an obstacle that was over before is not drawn', () => {
    const text = `suspend 2024-02-01
      resume 2024-02-10
      start 2024-03-04`;
    expect(drawn(text)).toEqual(['running 2024-03-04 2025-03-04 2025-03-04']);
  });

  test('an application made before keeps the period from its first day', () => {
    const kept = ledger(`exercise 2024-02-01
      start 2024-03-04`);
    expect(kept).toMatchObject({ state: 'exercised', lastDay: '2025-03-04' });
    expect(kept.segments.at(-1)).toMatchObject({ from: '2024-03-04', to: null });
  });
});

describe('used in time or not', () => {
  test('on the last day it is in time, on the day after it is not', () => {
    expect(ledger('start 2024-03-04\nexercise 2025-03-04').state).toBe('exercised');
    const late = ledger('start 2024-03-04\nexercise 2025-03-05');
    expect(late).toMatchObject({ state: 'expired', lastDay: '2025-03-04' });
    expect(late.segments.at(-1)).toMatchObject({
      from: '2025-03-05',
      to: null,
      event: null,
      remainingDays: null,
      notes: [],
    });
  });

  test('what comes after it was used is not drawn; the stretch has no last day', () => {
    expect(drawn('start 2024-03-04\nexercise 2024-06-03\ninterrupt 2024-07-01')).toEqual([
      'running 2024-03-04 2024-06-02 2025-03-04',
      'exercised 2024-06-03 null 2025-03-04',
    ]);
  });

  test('expired from the day after the last one, not on it', () => {
    expect(ledger('start 2024-03-04', {}, on('2025-03-04')).state).toBe('running');
    expect(ledger('start 2024-03-04', {}, on('2025-03-05')).state).toBe('expired');
    expect(ledger('start 2024-03-04').state).toBe('running');
  });

  test('a demand on the last day restarts it', () => {
    expect(drawn('start 2024-03-04\ninterrupt 2025-03-04').at(-1)).toBe(
      'restarted 2025-03-04 2026-03-04 2026-03-04',
    );
  });
});

describe('an obstacle without an end', () => {
  const open = 'start 2024-03-04\nsuspend 2024-06-03';

  test('keeps the period from expiring, and there are no other readings to compare', () => {
    const stopped = ledger(open, {}, on('2026-11-21'));
    expect(stopped).toMatchObject({ state: 'stopped', lastDay: null, otherReadings: [] });
    expect(stopped.segments.at(-1)).toMatchObject({ to: null, remainingDays: 274 });
  });

  test('a demand meanwhile restarts the period, which still stands still', () => {
    expect(drawn(`${open}\ninterrupt 2024-09-02`)).toEqual([
      'running 2024-03-04 2024-06-02 2025-03-04',
      'stopped 2024-06-03 2024-09-01 null',
      'stopped 2024-09-02 null null',
    ]);
  });

  test('a second obstacle during the first changes nothing', () => {
    expect(drawn(`${open}\nsuspend 2024-06-10\nresume 2024-07-03`)).toEqual([
      'running 2024-03-04 2024-06-02 2025-03-04',
      'stopped 2024-06-03 2024-07-02 null',
      'running 2024-07-03 2025-04-03 2025-04-03',
    ]);
  });
});

describe('an end without an obstacle', () => {
  test.each([
    ['resume 2024-05-06', 1],
    ['suspend 2024-05-01\nresume 2024-05-06', 0],
    ['suspend 2024-05-01\nresume 2024-05-06\nresume 2024-05-10', 1],
    ['resume 2024-04-06\nsuspend 2024-05-01', 1],
  ])('%s', (text, times) => {
    const { warnings } = ledger(`start 2024-03-04\n${text}`);
    expect(warnings.filter((w) => w.code === 'resume-without-suspension')).toHaveLength(times);
  });

  test('and a second beginning are told in both languages', () => {
    const texts = ledger('start 2024-03-04\nstart 2024-04-01\nresume 2024-05-06').warnings.map((w) => w.text);
    expect(texts).toEqual([
      {
        zh: '2024-04-01的起算未采用，以最早的起算日为准。',
        en: 'The start of 2024-04-01 was not used; the earliest counts.',
      },
      {
        zh: '2024-05-06登记了中止原因消除，但没有登记中止。',
        en: 'On 2024-05-06 an obstacle ended that was never recorded.',
      },
    ]);
  });
});

// 执行程序解释 art. 19: enforcement, two years from 4 March 2024; its last six months begin on 5 September 2025.
describe('an obstacle that counts only in the last six months', () => {
  const rule = { rule: 'enf-apply' };
  const start = 'start 2024-03-04';

  test('began early and lasted into them: the clock stops when they begin', () => {
    const text = `${start}\nsuspend 2025-05-06\nresume 2025-10-09`;
    expect(drawn(text, rule)).toEqual([
      'running 2024-03-04 2025-09-04 2026-03-04',
      'stopped 2025-09-05 2025-10-08 null',
      'running 2025-10-09 2026-04-07 2026-04-07',
    ]);
  });

  test('was over when they began: nothing stops', () => {
    const text = `${start}\nsuspend 2025-05-06\nresume 2025-09-05`;
    expect(drawn(text, rule)).toHaveLength(1);
    expect(ledger(text, rule).segments[0]?.notes).toEqual([]);
    expect(ledger(text, rule).warnings.map((w) => w.code)).toEqual(['suspension-outside-last-six-months']);
  });

  test('has no end yet: it stops once they have begun, not before', () => {
    const text = `${start}\nsuspend 2025-05-06`;
    expect(ledger(text, rule, on('2025-09-04'))).toMatchObject({ state: 'running', lastDay: '2026-03-04' });
    expect(ledger(text, rule, on('2025-09-05'))).toMatchObject({ state: 'stopped', lastDay: null });
    expect(ledger(text, rule).segments.at(-1)).toMatchObject({ state: 'stopped', from: '2025-09-05' });
    expect(drawn(`${start}\nsuspend 2025-11-03`, rule).at(-1)).toBe('stopped 2025-11-03 null null');
    expect(ledger(`${start}\nsuspend 2025-11-03`, rule, on('2025-10-01')).state).toBe('stopped');
  });

  test('a demand in between gives two new years, whose end is far off', () => {
    const text = `${start}\nsuspend 2025-11-03\ninterrupt 2025-12-01`;
    expect(drawn(text, rule, on('2026-01-05'))).toEqual([
      'running 2024-03-04 2025-11-02 2026-03-04',
      'stopped 2025-11-03 2025-11-30 null',
      'restarted 2025-12-01 2027-12-01 2027-12-01',
    ]);
  });

  test('or gives six more months after it, by the other reading', () => {
    const options = { ...rule, readings: { 'suspension-model': 'civil-code' } };
    const text = `${start}\nsuspend 2025-12-01\nresume 2025-12-11`;
    expect(drawn(text, rule).at(-1)).toBe('running 2025-12-11 2026-03-16 2026-03-16');
    expect(drawn(text, options).at(-1)).toBe('running 2025-12-11 2026-06-11 2026-06-11');
  });
});

describe('the notes of a stretch', () => {
  test('carry what the counting warns of, but for the denial of the interruption', () => {
    const result = ledger('start 2026-03-02\ninterrupt 2026-06-01');
    expect(result.segments[0]?.notes.map((n) => n.zh)).toEqual([
      '2027年放假安排尚未载入，结果为暂定，只按周六、周日推算。',
    ]);
    expect(result.warnings.map((w) => w.code)).toEqual(['calendar-missing']);
    expect(result.result?.warnings.map((w) => w.code)).toContain('without-interruption');
    expect(result.segments.every((s) => s.provisional)).toBe(true);
  });

  test('nothing begun: nothing to say', () => {
    expect(limitationLedger([], quiet)).toEqual({
      ruleId: 'lim-general',
      segments: [],
      state: 'not-started',
      lastDay: null,
      provisional: false,
      result: null,
      otherReadings: [],
      warnings: [],
    });
  });
});

describe('the events of a case as entries', () => {
  const plans = trackOf('arbitration').plansFor({ wageClaim: true, otherClaims: true }, []).obligations;
  const startingOn = (type: string): ObligationPlan =>
    plans.find((p) => p.opensOn.includes(type)) ?? expect.unreachable('no such plan');
  const entriesOf = (log: string, startOn: string) => ledgerEventsOf(events(log), startingOn(startOn));

  test('the latest end of employment begins the period', () => {
    const log = `employment-ended 2025-08-01
      employment-ended 2025-03-10
      right-known 2025-01-05`;
    expect(entriesOf(log, 'employment-ended')).toEqual([
      { kind: 'start', date: '2025-08-01', type: 'employment-ended' },
    ]);
    expect(entriesOf(log, 'right-known')).toEqual([
      { kind: 'start', date: '2025-01-05', type: 'right-known' },
    ]);
  });

  test.each([
    ['mediation-applied', 'mediation-failed'],
    ['mediation-applied', 'mediation-refused'],
    ['complaint-made', 'complaint-redirected'],
    ['complaint-made', 'complaint-refused'],
    ['payment-order-applied', 'payment-order-refused'],
    ['payment-order-applied', 'payment-order-dismissed'],
    ['payment-order-applied', 'payment-order-undelivered'],
    ['application-submitted', 'withdrawn'],
    ['application-submitted', 'redirected'],
  ])('%s interrupts, %s ends it', (began, ended) => {
    const log = `${ended} 2025-02-01
      ${began} 2025-04-01
      ${ended} 2025-09-01
      ${ended} 2025-06-01`;
    expect(entriesOf(log, 'right-known')).toEqual([
      { kind: 'interrupt', date: '2025-04-01', type: began, ended: '2025-06-01' },
    ]);
    const sameDay = `${began} 2025-04-01\n${ended} 2025-04-01`;
    expect(entriesOf(sameDay, 'right-known')[0]?.ended).toBe('2025-04-01');
  });

  test.each(['demand-made', 'promise-made', 'suit-filed', 'complaint-made', 'mediation-applied'])(
    '%s without an end only interrupts',
    (type) => {
      expect(entriesOf(`${type} 2025-04-01`, 'right-known')).toEqual([
        { kind: 'interrupt', date: '2025-04-01', type },
      ]);
    },
  );

  test('other events are no entries', () => {
    expect(entriesOf('hearing-held 2025-04-01', 'right-known')).toEqual([]);
  });

  test('a period of its own: what meets it keeps it, what reopens it leaves it running', () => {
    const plan: ObligationPlan = {
      ruleId: 'la-objection-review',
      nature: 'right',
      opensOn: ['opened'],
      take: 'latest',
      metBy: ['used'],
      reopenedBy: ['taken-back'],
      pausedBy: [['stopped', 'went-on']],
    };
    const kinds = (log: string, more: Partial<ObligationPlan> = {}) =>
      ledgerEventsOf(events(log), { ...plan, ...more }).map((e) => [e.kind, e.type, e.ended ?? null]);
    const log = `opened 2025-01-06
      stopped 2025-02-03
      went-on 2025-03-03
      used 2025-04-01`;
    expect(kinds(log)).toEqual([
      ['start', 'opened', null],
      ['suspend', 'stopped', null],
      ['resume', 'went-on', null],
      ['exercise', 'used', null],
    ]);
    const back = `${log}\ntaken-back 2025-05-06`;
    expect(kinds(back).map((k) => k[0])).toEqual(['start', 'suspend', 'resume']);
    expect(kinds(back, { interruptedBy: ['asked'] }).at(-1)).toEqual(['interrupt', 'used', '2025-05-06']);
    expect(kinds('asked 2025-01-06\ntaken-back 2025-05-06', { interruptedBy: ['asked'] })).toEqual([
      ['interrupt', 'asked', null],
    ]);
    const { pausedBy: _none, ...unpaused } = plan;
    expect(ledgerEventsOf(events('stopped 2025-02-03\nasked 2025-03-03'), unpaused)).toEqual([]);
  });

  test('rights with a period that can stop or start again have an account, duties have none', () => {
    const drawable = ledgerPlans(plans).map((p) => p.ruleId);
    expect(drawable).toEqual(['lim-wage-ended', 'lim-general', 'enf-apply']);
    const [first] = plans;
    if (!first) return expect.unreachable('no plan');
    const words = { zh: '不适用', en: 'not here' };
    expect(ledgerPlans([{ ...first, notApplicable: words }])).toEqual([]);
    expect(ledgerPlans([{ ...first, nature: 'duty' }])).toEqual([]);
    const pausable = { ...first, ruleId: 'inj-review' };
    expect(ledgerPlans([pausable])).toHaveLength(1);
    const { pausedBy: _none, ...unpaused } = pausable;
    expect(ledgerPlans([unpaused])).toEqual([]);
    expect(ledgerPlans([{ ...first, ruleId: 'suit-nonfinal' }])).toEqual([]);
  });
});
