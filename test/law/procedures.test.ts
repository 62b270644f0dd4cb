import { describe, expect, test } from 'vitest';
import { trackIds } from '../../shared/law/common.ts';
import {
  type CaseEvent,
  canRecord,
  deriveDates,
  listTracks,
  ruleOf,
  stageOf,
  standingOf,
  trackOf,
  whatIf,
} from '../../shared/law/index.ts';
import { wholeCases } from './fixtures/whole-cases.ts';
import { ctx, d, events, failureOf } from './support.ts';

const hanzi = /[\u4e00-\u9fff]/;
const ev = (type: string, date: string, more: Partial<CaseEvent> = {}): CaseEvent => ({
  type,
  date: d(date),
  ...more,
});

test('every track but the wage duties has states', () => {
  expect(new Set(listTracks().map((t) => t.id))).toEqual(
    new Set(trackIds.filter((t) => t !== 'wage-duties')),
  );
  expect(failureOf(() => trackOf('wage-duties')).code).toBe('not-found');
});

describe.each(listTracks().map((t) => [t.id, t] as const))('%s', (_, track) => {
  const all = [track.initial, ...track.states];

  test('no state is unreachable', () => {
    const reached = new Set([track.initial.id]);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const t of track.transitions) {
        if (t.to === 'same' || t.to === 'previous') continue;
        const from = all.filter((s) =>
          t.from === 'start'
            ? s === track.initial
            : t.from === 'any'
              ? true
              : t.from === 'any-open'
                ? s.open && s !== track.initial
                : t.from.includes(s.id),
        );
        if (from.some((s) => reached.has(s.id))) reached.add(t.to);
      }
    }
    expect(all.filter((s) => !reached.has(s.id)).map((s) => s.id)).toEqual([]);
  });

  test('states are named once, and moves name only states that exist', () => {
    const ids = all.map((s) => s.id);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set([...ids, 'same', 'previous']);
    for (const t of track.transitions) {
      expect(known.has(t.to)).toBe(true);
      if (typeof t.from !== 'string') for (const from of t.from) expect(ids).toContain(from);
    }
  });

  test('every word is there in both languages', () => {
    const texts = [
      track.title,
      ...all.map((s) => s.title),
      ...track.facts.map((f) => f.words),
      ...track.transitions.flatMap((t) => [t.words, ...t.documents, ...(t.guard ? [t.guard] : [])]),
    ];
    for (const text of texts) {
      expect(text.zh).toMatch(hanzi);
      expect(text.en).toMatch(/[a-z]/i);
      expect(text.en).not.toMatch(hanzi);
    }
  });

  test('every rule and every event it names exists', () => {
    const types = new Set([...track.transitions.map((t) => t.event), ...track.facts.map((f) => f.event)]);
    for (const t of track.transitions) {
      for (const id of [...t.opens, ...t.closes]) ruleOf(id);
      for (const type of [...(t.requires ?? []), ...(t.barredBy ?? [])]) expect(types).toContain(type);
    }
    for (const p of track.plansFor(
      { wageClaim: true, otherClaims: true, workers: 12, migrantWorkers: true },
      [],
    ).obligations) {
      ruleOf(p.ruleId);
      const named = [
        p.metBy,
        p.endedBy,
        p.impliedBy,
        p.extendedBy,
        p.restartedBy,
        p.interruptedBy,
        p.reopenedBy,
      ];
      for (const type of [...p.opensOn, ...named.flatMap((n) => n ?? []), ...(p.pausedBy ?? []).flat()]) {
        expect([type, types.has(type)]).toEqual([type, true]);
      }
    }
  });

  test('an event it does not know is refused', () => {
    expect(canRecord(track.id, [], ev('moon-landing', '2026-03-02'))).toMatchObject({
      ok: false,
      code: 'unknown-event',
    });
  });
});

describe.each(wholeCases)('a whole case of %s', (track, log, state, dates) => {
  test('ends where it should, with its dates', () => {
    const list = events(log);
    const stage = stageOf(list, track);
    expect([stage.state.id, stage.unexpected]).toEqual([state, []]);
    const { obligations } = deriveDates(list, {}, ctx, track);
    expect(obligations.map((o) => `${o.ruleId} ${o.due} ${o.status}`)).toEqual(dates);
    for (const o of obligations) {
      expect(o.explanation.zh).toMatch(hanzi);
      expect(o.explanation.en).not.toMatch(hanzi);
    }
  });

  test('every step could be recorded when it came', () => {
    const list = events(log);
    list.forEach((event, i) => {
      expect([event.type, canRecord(track, list.slice(0, i), event).ok]).toEqual([event.type, true]);
    });
  });
});

describe('illegal moves', () => {
  test('an award before acceptance is refused, with what is possible', () => {
    const filed = events('application-submitted 2026-03-02');
    const answer = canRecord('arbitration', filed, ev('hearing-held', '2026-03-05'));
    expect(answer).toMatchObject({ ok: false, code: 'wrong-state' });
    if (!answer.ok) {
      expect(answer.reason.zh).toContain('已提交申请');
      expect(answer.reason.zh).toContain('受理');
      expect(answer.reason.en).toContain('Submitted');
    }
  });

  test('a step that needs another names it', () => {
    const log = events(`enforcement-applied 2026-03-09
      award-performance-due 2026-03-02`);
    const answer = canRecord('enforcement', log, ev('objection-ruling-served', '2026-03-20'));
    expect(answer).toMatchObject({
      ok: false,
      code: 'step-missing',
      reason: { zh: '请先登记：提出执行异议。（《民事诉讼法》第236条）' },
    });
  });

  test('a barred step names what bars it', () => {
    const log = events('award-made-final 2026-03-02');
    expect(canRecord('litigation', log, ev('suit-filed-by-employer', '2026-03-09'))).toMatchObject({
      ok: false,
      code: 'barred',
    });
    expect(canRecord('litigation', log, ev('suit-filed-by-worker', '2026-03-09')).ok).toBe(true);
    expect(
      canRecord('review', events('confirmed 2026-03-02'), ev('review-applied', '2026-03-09')),
    ).toMatchObject({
      code: 'barred',
    });
  });

  test('an earlier step that would break a later one is refused', () => {
    const log = events(`application-submitted 2026-03-02
      accepted 2026-03-06
      copy-served 2026-03-10`);
    expect(canRecord('arbitration', log, ev('rejected', '2026-03-04'))).toMatchObject({
      ok: false,
      code: 'breaks-later-step',
    });
  });

  test('a closed procedure takes nothing more', () => {
    const closed = events(`aid-applied 2026-08-03
      aid-granted 2026-08-07
      aid-assigned 2026-08-10
      aid-signed 2026-08-13
      aid-result-received 2026-09-07
      aid-file-submitted 2026-10-08
      aid-closed 2026-10-20`);
    const answer = canRecord('legal-aid', closed, ev('aid-signed', '2026-10-21'));
    expect(answer).toMatchObject({ ok: false, reason: { zh: expect.stringContaining('程序已经结束') } });
  });

  test('a fact can always be recorded, and a guard is said', () => {
    expect(canRecord('arbitration', [], ev('demand-made', '2026-03-02'))).toEqual({
      ok: true,
      to: null,
      guard: null,
    });
    const answer = canRecord('set-aside', [], ev('setaside-filed', '2026-03-02'));
    expect(answer).toMatchObject({
      ok: true,
      to: { id: 'filed' },
      guard: { zh: expect.stringContaining('三十日') },
    });
  });
});

describe('what a change would do', () => {
  const log = events(`application-submitted 2026-01-12
    accepted 2026-01-16
    copy-served 2026-01-20`);
  const names = (list: readonly { ruleId: string }[]) => list.map((o) => o.ruleId);

  test('adding an answer meets and opens', () => {
    const result = whatIf(
      'arbitration',
      log,
      { kind: 'add', event: ev('answer-received', '2026-01-30') },
      {},
      ctx,
    );
    expect([result.stageBefore.id, result.stageAfter.id]).toEqual(['defence', 'ready']);
    expect(names(result.added)).toEqual(['arb-serve-answer']);
    expect(result.met.map((p) => p.after.ruleId)).toEqual(['arb-answer']);
    expect(result.moved).toEqual([]);
    expect(result.removed).toEqual([]);
  });

  test('an extension moves the award', () => {
    const event = ev('extension-approved', '2026-02-25', { days: 15 });
    const { moved } = whatIf('arbitration', log, { kind: 'add', event }, {}, ctx);
    expect(moved.map((p) => [p.after.ruleId, p.before.due, p.after.due])).toEqual([
      ['arb-award', '2026-03-02', '2026-03-17'],
    ]);
  });

  test('a corrected date moves what hangs on it, and a removed one takes it away', () => {
    const replaced = whatIf(
      'arbitration',
      log,
      { kind: 'replace', index: 2, event: ev('copy-served', '2026-01-22') },
      {},
      ctx,
    );
    expect(replaced.moved.map((p) => p.after.ruleId)).toContain('arb-answer');
    const removed = whatIf('arbitration', log, { kind: 'remove', index: 2 }, {}, ctx);
    expect(names(removed.removed)).toContain('arb-answer');
    expect(removed.reopened.map((p) => p.after.ruleId)).toContain('arb-serve-copy');
  });

  test('a withdrawal closes what was open', () => {
    const result = whatIf('arbitration', log, { kind: 'add', event: ev('withdrawn', '2026-01-26') }, {}, ctx);
    expect(result.closed.map((p) => p.after.ruleId)).toContain('arb-award');
    expect(result.stageAfter.id).toBe('withdrawn');
  });
});

describe('a day before which one may not act', () => {
  const waiting = (log: string) => {
    const found = deriveDates(events(log), {}, ctx, 'inspection').obligations.find(
      (o) => o.ruleId === 'ins-inaction',
    );
    return found ?? expect.unreachable('no such date');
  };

  test('neither lapses nor is met late', () => {
    const open = waiting('complaint-made 2026-03-02');
    expect(open).toMatchObject({ due: '2026-05-06', sense: 'earliest', status: 'open' });
    expect(['2026-05-06', '2026-07-01'].map((day) => standingOf(open, d(day)))).toEqual([
      'running',
      'running',
    ]);
    expect(open.explanation.zh).toContain('之后方可');
    const used = waiting(`complaint-made 2026-03-02
      reconsideration-applied 2026-06-01`);
    expect(used.status).toBe('met');
  });

  test('an order that could not be served is void', () => {
    const [, , order] = deriveDates(
      events(`payment-order-applied 2025-09-01
        payment-order-accepted 2025-09-04
        payment-order-issued 2025-09-15`),
      {},
      ctx,
      'payment-order',
    ).obligations;
    expect(order?.ruleId).toBe('po-undeliverable');
    if (order) expect(standingOf(order, d('2025-10-16'))).toBe('lapsed');
  });
});

test('a limit that an organ fixes is read from its event', () => {
  const log = [
    ...events(`complaint-made 2026-04-28
    complaint-docketed 2026-05-08
    investigation-complete 2026-06-10`),
    ev('pay-ordered', '2026-06-24', { until: d('2026-07-10') }),
  ];
  const order = deriveDates(log, {}, ctx, 'inspection').obligations.find((o) => o.ruleId === 'ins-pay-order');
  expect(order).toMatchObject({ due: '2026-07-10', status: 'open' });
});
