import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseTrack, EventInput } from '../../shared/features/cases/case.schemas.ts';
import { tracks } from '../../shared/features/cases/case.schemas.ts';
import type { PlainDate } from '../../shared/kernel/date.ts';
import { listTracks, stateOf, trackIds, trackOf } from '../../shared/law/index.ts';
import { wholeCases } from '../law/fixtures/whole-cases.ts';
import { pageTexts } from '../paper/support/read.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { failureOf, intake } from '../support/records.ts';

let app: TestApp;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

/** `type date [days]` a line. */
const eventsOf = (log: string): EventInput[] =>
  log
    .trim()
    .split('\n')
    .map((line) => {
      const [type = '', date = '', days] = line.trim().split(/\s+/);
      return { type, date, ...(days ? { days: Number(days) } : {}) };
    });
const newCase = (track: CaseTrack) => call('cases.create', intake({ track, cause: 'severance' }));

test('a case can be in every procedure that has states', () => {
  expect([...tracks].sort()).toEqual(trackIds.filter((t) => t !== 'wage-duties').sort());
  expect(new Set(wholeCases.map(([track]) => track))).toEqual(new Set(listTracks().map((t) => t.id)));
});

/** An event that the procedure cannot begin with. */
function laterMove(track: CaseTrack): string {
  const { transitions } = trackOf(track);
  const first = new Set(transitions.filter((m) => m.from === 'start').map((m) => m.event));
  const initial = trackOf(track).initial.id;
  const late = transitions.find(
    (m) =>
      !first.has(m.event) &&
      m.from !== 'any' &&
      m.from !== 'start' &&
      !m.from.includes(initial) &&
      !m.requires,
  );
  if (!late) throw new Error(track);
  return late.event;
}

describe.each(wholeCases)('%s from beginning to end', (trackId, log, state, dates) => {
  const track = trackId as CaseTrack;

  test('records every step, opens and closes its dates, refuses what is out of turn, prints every date', async () => {
    const { caseId, version } = await newCase(track);
    const empty = await call('cases.get', { caseId });
    expect([empty.track, empty.stage]).toEqual([track, trackOf(track).initial.id]);

    const type = laterMove(track);
    const refused = await failureOf(
      call('cases.recordEvent', {
        caseId,
        expectedVersion: version,
        eventId: null,
        event: { type, date: '2020-01-02' },
      }),
    );
    expect(refused).toMatchObject({ code: 'rule-violation', details: { rule: 'event-refused' } });
    expect(refused.details?.zh).toContain(stateOf(track, empty.stage).title.zh);
    expect(refused.details?.zh).toMatch(/此时可以登记/);
    expect(refused.details?.en).toMatch(/Possible now/);
    expect((await call('cases.get', { caseId })).events).toEqual([]);

    let last = version;
    for (const event of eventsOf(log)) {
      const before = await call('cases.get', { caseId });
      const preview = await call('deadlines.whatIf', { caseId, change: { kind: 'add', event } });
      expect(preview.refusal).toBeNull();
      const saved = await call('cases.recordEvent', { caseId, expectedVersion: last, eventId: null, event });
      last = saved.version;
      const after = await call('cases.get', { caseId });
      const { initial, states } = trackOf(track);
      const name = (id: string) => [initial, ...states].find((s) => s.id === id)?.title;
      expect([preview.stageBefore, preview.stageAfter]).toEqual([name(before.stage), name(after.stage)]);
      expect(after.unexpectedEventIds).toEqual([]);
      // How many dates it leaves open is told before it is recorded.
      expect(preview.left).toBe((await call('calendar.left', { caseId })).open);
    }
    const file = await call('cases.get', { caseId });
    expect(file.stage).toBe(state);
    const found = await call('deadlines.forCase', { caseId });
    const derived = found.filter((d) => d.trigger.type !== null);
    expect(derived.map((d) => `${d.ruleId} ${d.due}`).sort()).toEqual(
      dates.map((line) => line.split(' ').slice(0, 2).join(' ')).sort(),
    );
    for (const d of derived) expect(d.trigger.event?.zh).toMatch(/[\u4e00-\u9fff]/);

    // What stands open is on the board and in the list.
    const listed = await call('cases.list', {
      filter: { track, stage: state, status: 'all' },
      sort: { by: 'number', direction: 'asc' },
    });
    expect(listed.items.map((row) => row.id)).toContain(caseId);

    for (const d of derived) {
      if (d.due === null || d.trigger.date === null) continue;
      const made = await call('deadlines.receipt', {
        caseId,
        ruleId: d.ruleId,
        trigger: d.trigger.date,
        due: d.due,
        language: 'zh-CN',
      });
      expect(made.pages, d.ruleId).toBe(1);
      const file = await app.core.fileFor(app.caller, made.token);
      const [page = ''] = await pageTexts(file?.bytes ?? new Uint8Array());
      expect(page).toContain(d.due);
      expect(page).toContain(d.trigger.event?.zh.replace(/\s+/g, ''));
    }
  });
});

describe('a step against the procedure', () => {
  const record = (caseId: string, expectedVersion: number, event: EventInput) =>
    call('cases.recordEvent', { caseId, expectedVersion, eventId: null, event });

  test('needs a reason while the procedure is open, and keeps it in the record', async () => {
    const { caseId, version } = await newCase('mediation');
    const agreed: EventInput = { type: 'agreement-performed', date: '2026-11-02' };
    const refused = await failureOf(record(caseId, version, agreed));
    expect(refused.details).toMatchObject({ refusal: 'wrong-state', overridable: true });
    const preview = await call('deadlines.whatIf', { caseId, change: { kind: 'add', event: agreed } });
    expect(preview.refusal?.overridable).toBe(true);
    const saved = await record(caseId, version, { ...agreed, reason: '调解协议在本机构立案前已履行' });
    const file = await call('cases.get', { caseId });
    expect(file.stage).toBe('performed');
    expect(file.unexpectedEventIds).toEqual([saved.id]);
    expect(file.events[0]?.reason).toBe('调解协议在本机构立案前已履行');
    const trail = await call('cases.timeline', { caseId });
    expect(trail.items.find((i) => i.kind === 'event')?.eventWords?.zh).toBe('调解协议履行完毕');

    // The procedure has ended: no reason helps.
    const over = await failureOf(
      record(caseId, saved.version, { type: 'mediation-accepted', date: '2026-11-05', reason: '补登' }),
    );
    expect(over.details).toMatchObject({ refusal: 'wrong-state', overridable: false });
    // A note may still be put right.
    await call('cases.recordEvent', {
      caseId,
      expectedVersion: saved.version,
      eventId: saved.id,
      event: { ...agreed, note: '履行回执', reason: '调解协议在本机构立案前已履行' },
    });
  });

  test('is never possible where the law bars it or the procedure does not know it', async () => {
    const { caseId, version } = await newCase('payment-order');
    const taken = await record(caseId, version, { type: 'preservation-taken', date: '2026-11-02' });
    const barred = await failureOf(
      record(caseId, taken.version, { type: 'payment-order-applied', date: '2026-11-03', reason: '仍要' }),
    );
    expect(barred.details).toMatchObject({ refusal: 'barred', overridable: false });
    const unknown = await failureOf(
      record(caseId, taken.version, { type: 'hearing-held', date: '2026-11-03', reason: '仍要' }),
    );
    expect(unknown.details).toMatchObject({ refusal: 'unknown-event', overridable: false });
    const nothing = await failureOf(
      record(caseId, taken.version, { type: 'moon-landing', date: '2026-11-03' }),
    );
    expect(nothing.issues).toEqual([{ path: 'event.type', code: 'event-unknown' }]);
  });

  test('an intake is held to it too', async () => {
    const events = [{ type: 'hearing-held', date: '2026-11-03' }];
    expect((await failureOf(call('cases.create', intake({ events })))).details).toMatchObject({
      rule: 'event-refused',
    });
  });

  test('removing a step shows which later ones lose their ground', async () => {
    const { caseId } = await call(
      'cases.create',
      intake({
        track: 'mediation',
        events: eventsOf(
          'mediation-applied 2026-11-02\nmediation-accepted 2026-11-03\nmediation-agreed 2026-11-10',
        ),
      }),
    );
    const { events } = await call('cases.get', { caseId });
    const eventId = events.find((e) => e.type === 'mediation-applied')?.id ?? '';
    const preview = await call('deadlines.whatIf', { caseId, change: { kind: 'remove', eventId } });
    expect(preview.unexpected.map((e) => e.words.zh)).toEqual(['双方同意，受理调解']);
    expect(preview.removed.map((d) => d.ruleId)).toEqual(
      expect.arrayContaining(['med-accept', 'med-conclude']),
    );
  });
});

test('a moved day moves what rests on it, with the day before and after', async () => {
  const { caseId } = await call(
    'cases.create',
    intake({
      track: 'enforcement',
      events: eventsOf('award-effective 2026-03-02\naward-performance-due 2026-03-17'),
    }),
  );
  const { events } = await call('cases.get', { caseId });
  const event = events.find((e) => e.type === 'award-performance-due');
  const preview = await call('deadlines.whatIf', {
    caseId,
    change: {
      kind: 'replace',
      eventId: event?.id ?? '',
      event: { type: 'award-performance-due', date: '2026-03-20' },
    },
  });
  expect(preview.moved).toMatchObject([{ ruleId: 'enf-apply', before: '2028-03-17', after: '2028-03-20' }]);
});

test('a procedure can be changed only while it knows all that is recorded', async () => {
  const { caseId, version } = await newCase('mediation');
  const { version: next } = await call('cases.update', {
    caseId,
    expectedVersion: version,
    patch: { track: 'enforcement' },
  });
  expect((await call('cases.get', { caseId })).stage).toBe('not-due');
  const { version: filed } = await call('cases.recordEvent', {
    caseId,
    expectedVersion: next,
    eventId: null,
    event: { type: 'award-effective', date: '2026-11-02' },
  });
  const refused = await failureOf(
    call('cases.update', { caseId, expectedVersion: filed, patch: { track: 'inspection' } }),
  );
  expect(refused.details).toMatchObject({ rule: 'track-has-events', date: '2026-11-02' });
});

describe('the running account', () => {
  const ledgers = async (track: CaseTrack, log: string, cause: 'wages' | 'severance' = 'severance') => {
    const { caseId } = await call('cases.create', intake({ track, cause, events: eventsOf(log) }));
    return call('deadlines.ledger', { caseId });
  };

  test('of the two years for enforcement stops, resumes and starts again', async () => {
    const [ledger] = await ledgers(
      'enforcement',
      `award-effective 2025-01-06
       award-performance-due 2025-01-21
       demand-made 2025-06-02
       limitation-suspended 2027-03-01
       limitation-resumed 2027-03-11`,
    );
    expect(ledger).toMatchObject({ ruleId: 'enf-apply' });
    expect(ledger?.segments.map((s) => s.state)).toEqual(['running', 'restarted', 'stopped', 'running']);
    expect(ledger?.segments[1]?.event?.zh).toBe('向对方主张权利');
  });

  test('of limitation goes on during mediation, a complaint, aid and a payment order', async () => {
    for (const [track, step] of [
      ['mediation', 'mediation-applied'],
      ['inspection', 'complaint-made'],
      ['payment-order', 'payment-order-applied'],
    ] as const) {
      const [ledger] = await ledgers(track, `employment-ended 2026-03-02\n${step} 2026-05-06`, 'wages');
      expect(ledger).toMatchObject({ ruleId: 'lim-wage-ended', state: 'restarted', lastDay: '2027-05-06' });
    }
    const [aided] = await ledgers(
      'legal-aid',
      'employment-ended 2026-03-02\naid-applied 2026-05-06',
      'wages',
    );
    expect(aided).toMatchObject({ ruleId: 'lim-wage-ended', state: 'running', lastDay: '2027-03-02' });
  });

  test('of the year for recognition leaves out a delay nobody is to blame for', async () => {
    const [ledger] = await ledgers(
      'work-injury',
      'injury-occurred 2026-01-05\nown-fault-free-delay 2026-03-02\ndelay-ended 2026-03-12',
    );
    expect(ledger?.ruleId).toBe('inj-worker');
    expect(ledger?.segments.map((s) => s.state)).toEqual(['running', 'stopped', 'running']);
  });
});

describe('a reading chosen for a case', () => {
  const dateOf = async (caseId: string, ruleId: string) => {
    const found = (await call('deadlines.forCase', { caseId })).find((d) => d.ruleId === ruleId);
    if (!found?.due || !found.trigger.date) throw new Error(ruleId);
    return { ...found, due: found.due, trigger: { ...found.trigger, date: found.trigger.date as PlainDate } };
  };

  test('moves the date, is shown, printed, audited and taken back', async () => {
    const { caseId, version } = await call(
      'cases.create',
      intake({ track: 'mediation', events: eventsOf('mediation-applied 2026-06-05') }),
    );
    const before = await dateOf(caseId, 'med-conclude');
    const reading = before.readings.find((r) => r.id === 'weekend-roll');
    expect(reading).toMatchObject({ chosen: 'with-weekends', usual: 'with-weekends' });
    const other = reading?.options.find((o) => o.id === 'holidays-only');
    const choice = { variant: null, readings: { 'weekend-roll': 'holidays-only' }, reason: '本地一贯如此' };
    const preview = await call('deadlines.whatIf', {
      caseId,
      change: { kind: 'choose', ruleId: 'med-conclude', choice },
    });
    const chosen = await call('deadlines.choose', {
      caseId,
      expectedVersion: version,
      ruleId: 'med-conclude',
      choice,
    });
    const after = await dateOf(caseId, 'med-conclude');
    expect(after.due).toBe(other?.due);
    expect(preview.moved.map((m) => [m.before, m.after])).toEqual(
      before.due === after.due ? [] : [[before.due, after.due]],
    );
    expect(after.choice).toMatchObject({ reason: '本地一贯如此', on: '2026-11-23' });
    const made = await call('deadlines.receipt', {
      caseId,
      ruleId: 'med-conclude',
      trigger: after.trigger.date,
      due: after.due,
      language: 'zh-CN',
    });
    const file = await app.core.fileFor(app.caller, made.token);
    const [page = ''] = await pageTexts(file?.bytes ?? new Uint8Array());
    expect(page).toContain('本地一贯如此');
    const trail = await call('audit.list', {});
    expect(JSON.stringify(trail.items)).toContain('deadlines.reading-chosen');

    await call('deadlines.unchoose', { caseId, expectedVersion: chosen.version, id: chosen.id });
    expect(await dateOf(caseId, 'med-conclude')).toMatchObject({ due: before.due, choice: null });
  });

  test('may be another region’s rule; what the rule does not have is refused', async () => {
    const { caseId, version } = await call(
      'cases.create',
      intake({ track: 'legal-aid', events: eventsOf('aid-applied 2026-06-05') }),
    );
    const before = await dateOf(caseId, 'la-decide');
    expect(before.variants.length).toBeGreaterThan(0);
    const variant = before.variants[0]?.region ?? '';
    const choose = (choice: object) =>
      call('deadlines.choose', {
        caseId,
        expectedVersion: version,
        ruleId: 'la-decide',
        choice: { reason: '案件由该地承办', ...choice },
      });
    expect((await failureOf(choose({ variant: '990000' }))).code).toBe('invalid-input');
    expect((await failureOf(choose({ readings: { 'no-such': 'x' } }))).code).toBe('invalid-input');
    expect((await failureOf(choose({ reason: ' ' }))).code).toBe('invalid-input');
    await choose({ variant });
    const after = await dateOf(caseId, 'la-decide');
    expect(after.localRule?.zh).toBe(before.variants[0]?.name.zh);
    expect(after.due).not.toBe(before.due);
  });
});
