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
  type TrackId,
  trackOf,
  whatIf,
} from '../../shared/law/index.ts';
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

// One whole case per procedure: it must run through without an unexpected step and give these dates.
const cases: readonly [TrackId, string, string, readonly string[]][] = [
  [
    'mediation',
    `mediation-applied 2026-04-20
     mediation-accepted 2026-04-21
     mediation-agreed 2026-04-29
     agreement-performed 2026-05-07`,
    'performed',
    [
      'med-accept 2026-04-23 met',
      'med-conclude 2026-05-06 met',
      'rev-apply 2026-05-14 superseded',
      'jc-apply 2026-05-29 superseded',
      'med-perform null met',
    ],
  ],
  [
    'review',
    `mediation-agreed 2025-09-12
     review-applied 2025-09-26
     review-accepted 2025-09-30
     review-extended 2025-10-13 5
     review-document-issued 2025-10-20
     mediation-signed 2025-10-22`,
    'effective',
    ['rev-apply 2025-09-28 met', 'rev-decide 2025-10-21 met'],
  ],
  [
    'confirmation',
    `mediation-agreed 2026-03-02
     confirmation-applied 2026-03-16
     confirmation-accepted 2026-03-18
     confirmed 2026-04-10`,
    'confirmed',
    [
      'jc-accept 2026-03-19 met',
      'jc-apply 2026-04-01 met',
      'jc-decide 2026-04-02 met-late',
      'jc-decide-cap 2026-04-17 met',
    ],
  ],
  [
    'payment-order',
    `payment-order-applied 2025-09-01
     payment-order-accepted 2025-09-04
     payment-order-issued 2025-09-15
     payment-order-served 2025-09-20
     payment-order-final 2025-10-09`,
    'enforceable',
    [
      'po-accept 2025-09-08 met',
      'po-issue 2025-09-19 met',
      'po-respond 2025-10-09 open',
      'po-undeliverable 2025-10-15 met',
      'po-enforce 2027-10-11 open',
    ],
  ],
  [
    'litigation',
    `suit-filed-by-worker 2026-03-02
     case-docketed 2026-03-06
     complaint-received 2026-03-10
     defence-filed 2026-03-20
     first-judgment 2026-06-10
     judgment-served-on-worker 2026-06-12
     judgment-served-on-employer 2026-06-15
     appeal-filed 2026-06-29
     final-judgment 2026-09-10`,
    'effective',
    [
      'lit-file 2026-03-09 met',
      'lit-serve 2026-03-11 met',
      'lit-answer 2026-03-25 met',
      'lit-appeal 2026-06-29 met',
      'lit-appeal 2026-06-30 met',
      'lit-appeal-chain 2026-07-06 lapsed',
      'lit-1st 2026-09-07 met',
      'lit-retrial 2027-03-10 open',
    ],
  ],
  [
    'set-aside',
    `award-received-by-employer 2025-01-03
     setaside-filed 2025-01-20
     setaside-granted 2025-03-03
     setaside-ruling-received 2025-03-10
     suit-filed-after-setaside 2025-03-20`,
    'sued',
    ['setaside 2025-02-05 met', 'suit-after-setaside 2025-03-25 met'],
  ],
  [
    'enforcement',
    `award-effective 2024-09-01
     award-performance-due 2024-10-01
     enforcement-applied 2024-11-04
     enforcement-notice-issued 2024-11-12
     enforcement-stayed 2024-12-02
     enforcement-resumed 2025-01-06
     enforcement-ended-this-time 2025-04-10`,
    'ended-this-time',
    ['enf-notice 2024-11-14 met', 'enf-6mo 2025-05-06 superseded', 'enf-apply 2026-10-08 met'],
  ],
  [
    'legal-aid',
    `aid-applied 2026-08-03
     aid-granted 2026-08-07
     aid-assigned 2026-08-10
     aid-signed 2026-08-13
     aid-result-received 2026-09-07
     aid-file-submitted 2026-10-08
     aid-closed 2026-10-20`,
    'closed',
    [
      'la-decide 2026-08-10 met',
      'la-assign 2026-08-10 met',
      'la-sign 2026-08-17 met',
      'la-closing 2026-10-08 met',
      'la-file-review 2026-11-09 met',
    ],
  ],
  [
    'inspection',
    `violation-ended 2024-10-05
     complaint-made 2026-04-28
     complaint-docketed 2026-05-08
     investigation-complete 2026-06-10
     pay-ordered 2026-06-24
     pay-order-defaulted 2026-07-13`,
    'default',
    [
      'ins-accept 2026-05-08 met',
      'ins-inaction 2026-06-29 superseded',
      'ins-decide 2026-07-02 met',
      'ins-investigate 2026-07-31 met',
      'ins-lookback 2026-10-08 met',
      'ins-pay-order null open',
    ],
  ],
  [
    'work-injury',
    `injury-occurred 2025-10-03
     recognition-applied-by-worker 2026-03-02
     recognition-accepted 2026-03-10
     recognition-suspended 2026-03-20
     recognition-resumed 2026-04-20
     recognised 2026-05-11
     recognition-known 2026-05-18`,
    'recognised',
    [
      'inj-employer 2025-11-03 lapsed',
      'inj-accept 2026-03-17 met',
      'inj-serve 2026-06-01 met',
      'inj-decide 2026-06-09 met',
      'inj-review 2026-07-17 open',
      'inj-worker 2026-10-08 met',
      'inj-suit 2026-11-18 open',
    ],
  ],
  [
    'capacity-appraisal',
    `appraisal-applied 2025-11-03
     appraisal-concluded 2026-01-20
     appraisal-received 2026-01-30
     appraisal-again-applied 2026-02-13
     appraisal-again-concluded 2026-04-10`,
    'final',
    [
      'cap-correct 2025-11-10 met',
      'cap-serve 2026-02-04 met',
      'cap-again 2026-02-14 met',
      'cap-decide 2026-04-14 met',
      'cap-recheck 2027-01-20 open',
    ],
  ],
];

describe.each(cases)('a whole case of %s', (track, log, state, dates) => {
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
      reason: { zh: '请先登记：提出执行异议。' },
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
