import { describe, expect, test } from 'vitest';
import { bearers } from '../../shared/law/common.ts';
import {
  type CaseEvent,
  deriveDates,
  isOpen,
  limitOfStep,
  listTracks,
  stageOf,
  type TrackDefinition,
} from '../../shared/law/index.ts';
import { handOverRoutes } from '../../shared/law/tracks/routes.ts';
import { ctx, d } from './support.ts';
import { statesOf } from './walks.ts';

/**
 * What comes next when a state has just been entered: the step of the procedure, `→ track` where it has a result and goes
 * on in another one, `close` where only the file is left to be closed.
 */
const expected: Readonly<Record<string, string>> = {
  'mediation/not-applied': 'mediation-applied',
  'mediation/applied': 'mediation-accepted',
  'mediation/mediating': 'mediation-agreed',
  'mediation/agreed': 'agreement-performed',
  'mediation/refused': '→ arbitration',
  'mediation/failed': '→ arbitration',
  'mediation/withdrawn': '→ arbitration',
  'mediation/in-review': 'agreement-performed → review',
  'mediation/in-confirmation': 'agreement-performed → confirmation',
  'mediation/performed': 'close',
  'mediation/defaulted': '→ payment-order',
  'arbitration/not-filed': 'application-submitted',
  'arbitration/submitted': 'accepted',
  'arbitration/correcting': 'materials-corrected',
  'arbitration/deferred': 'deferral-ended',
  'arbitration/accepted': 'copy-served',
  'arbitration/rejected': '→ litigation',
  'arbitration/redirected': 'application-submitted',
  'arbitration/sue-able': '→ litigation',
  'arbitration/defence': 'answer-received',
  'arbitration/ready': 'hearing-set',
  'arbitration/outside-mediation': 'entrusted-mediation-ended',
  'arbitration/scheduled': 'hearing-held',
  'arbitration/suspended': 'resumed',
  'arbitration/heard': 'award-made',
  'arbitration/partial': 'award-made',
  'arbitration/mediated': 'mediation-signed',
  'arbitration/mediation-effective': '→ enforcement',
  'arbitration/withdrawn': 'close',
  'arbitration/deemed-withdrawn': 'close',
  'arbitration/cancelled': 'close',
  'arbitration/transferred': 'accepted',
  'arbitration/awarded': 'award-received-by-applicant → litigation',
  'arbitration/awarded-final': 'award-received-by-applicant → litigation',
  'arbitration/awarded-nonfinal': 'award-received-by-applicant → litigation',
  'arbitration/awarded-both': 'award-received-by-applicant → litigation',
  'arbitration/terminated': '→ litigation',
  'arbitration/archived': 'close',
  'review/not-filed': 'review-applied',
  'review/filed': 'review-accepted',
  'review/refused': '→ arbitration',
  'review/accepted': 'review-document-issued',
  'review/document-issued': 'mediation-signed',
  'review/effective': '→ enforcement',
  'review/ended': '→ arbitration',
  'confirmation/not-filed': 'confirmation-applied',
  'confirmation/filed': 'confirmation-accepted',
  'confirmation/accepted': 'confirmed',
  'confirmation/confirmed': '→ enforcement',
  'confirmation/dismissed': '→ arbitration',
  'payment-order/not-filed': 'payment-order-applied',
  'payment-order/filed': 'payment-order-accepted',
  'payment-order/accepted': 'payment-order-issued',
  'payment-order/refused': '→ arbitration',
  'payment-order/issued': 'payment-order-served',
  'payment-order/dismissed': '→ arbitration',
  'payment-order/served': 'payment-order-final',
  'payment-order/void': '→ arbitration',
  'payment-order/enforceable': '→ enforcement',
  'payment-order/closed': 'close',
  'litigation/not-sued': 'suit-filed-by-worker',
  'litigation/filed': 'case-docketed',
  'litigation/refused': '→ arbitration',
  'litigation/first': 'complaint-received',
  'litigation/judged': 'judgment-served-on-worker',
  'litigation/second': 'appeal-received',
  'litigation/suspended': 'suit-resumed',
  'litigation/mediated': '→ enforcement',
  'litigation/withdrawn': 'close',
  'litigation/terminated': 'close',
  'litigation/effective': '→ enforcement',
  'set-aside/not-applied': 'setaside-filed',
  'set-aside/filed': 'setaside-dismissed',
  'set-aside/blocked': 'worker-suit-ended',
  'set-aside/reopened': 'setaside-filed',
  'set-aside/effective': '→ enforcement',
  'set-aside/set-aside': 'setaside-ruling-received',
  'set-aside/sued': '→ litigation',
  'enforcement/not-due': 'award-effective',
  'enforcement/effective': 'award-performance-due',
  'enforcement/due': 'enforcement-applied',
  'enforcement/filed': 'enforcement-notice-issued',
  'enforcement/executing': 'paid-in-full',
  'enforcement/stayed': 'enforcement-resumed',
  'enforcement/refused': 'nonenforcement-ruling-received → litigation',
  'enforcement/ended-this-time': 'close',
  'enforcement/closed': 'close',
  'legal-aid/not-applied': 'aid-applied',
  'legal-aid/applied': 'aid-granted',
  'legal-aid/supplement': 'aid-supplemented',
  'legal-aid/deemed-withdrawn': 'close',
  'legal-aid/urgent': 'aid-granted',
  'legal-aid/granted': 'aid-assigned',
  'legal-aid/refused': 'close',
  'legal-aid/assigned': 'aid-signed',
  'legal-aid/active': 'aid-result-received',
  'legal-aid/terminated': 'close',
  'legal-aid/objected': 'aid-objection-upheld',
  'legal-aid/closing': 'aid-file-submitted',
  'legal-aid/file-review': 'aid-closed',
  'legal-aid/closed': 'close',
  'inspection/no-complaint': 'complaint-made',
  'inspection/received': 'complaint-docketed',
  'inspection/refused': '→ arbitration',
  'inspection/redirected': '→ arbitration',
  'inspection/docketed': 'investigation-complete',
  'inspection/concluded': 'pay-ordered',
  'inspection/closed': 'close',
  'inspection/ordered': 'pay-order-met',
  'inspection/penalised': 'pay-order-met',
  'inspection/default': 'inspection-enforcement-applied',
  'inspection/enforcing': 'inspection-enforced',
  'inspection/transferred': 'close',
  'inspection/enforced': 'close',
  'work-injury/no-injury': 'injury-occurred',
  'work-injury/occurred': 'recognition-applied-by-worker',
  'work-injury/filed': 'recognition-accepted',
  'work-injury/correcting': 'recognition-corrected',
  'work-injury/accepted': 'recognised',
  'work-injury/refused': '→ arbitration',
  'work-injury/suspended': 'recognition-resumed',
  'work-injury/recognised': 'recognition-known → capacity-appraisal',
  'work-injury/denied': 'recognition-known',
  'capacity-appraisal/not-applied': 'appraisal-applied',
  'capacity-appraisal/filed': 'appraisal-concluded',
  'capacity-appraisal/graded': 'appraisal-received → arbitration',
  'capacity-appraisal/again': 'appraisal-again-concluded',
  'capacity-appraisal/final': 'appraisal-received → arbitration',
  'capacity-appraisal/recheck': 'appraisal-recheck-concluded',
  'capacity-appraisal/ended': 'close',
};

/** Steps that no paper goes with: a day that passes. */
const withoutPaper = [
  'acceptance-overdue',
  'answer-period-over',
  'award-performance-due',
  'payment-order-final',
  'setaside-period-lapsed',
];

const track = (id: string): TrackDefinition => listTracks().find((t) => t.id === id) as TrackDefinition;

describe.each(listTracks().map((t) => t.id))('%s', (id) => {
  const walks = statesOf(track(id));

  test('every state can be reached, and proposes what comes next', () => {
    const { states, initial } = track(id);
    expect(walks.map((w) => w.state).sort()).toEqual([initial, ...states].map((s) => s.id).sort());
    const said = walks.map(({ state, events }) => {
      const { ahead } = stageOf(events, id);
      const route = handOverRoutes.find((r) => r.follows?.includes(state) && isOpen(r, id, state, events));
      return [`${id}/${state}`, [ahead, route && `→ ${route.to}`].filter(Boolean).join(' ') || 'close'];
    });
    const own = Object.entries(expected).filter(([key]) => key.startsWith(`${id}/`));
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(own));
  });

  test('a pending procedure always has a step ahead, which is the first of those offered', () => {
    for (const { events } of walks) {
      const { state, ahead, next } = stageOf(events, id);
      if (state.open) expect(ahead, state.id).not.toBeNull();
      if (ahead) expect(next[0]?.event, state.id).toBe(ahead);
    }
  });

  test('every step says who, by when or why there is no day, and which paper', () => {
    for (const { state, events } of walks) {
      const facts = { wageClaim: true, workers: 12, migrantWorkers: true };
      const dates = deriveDates(events, facts, ctx, id);
      for (const step of stageOf(events, id).next) {
        const where = `${state}: ${step.event}`;
        expect(bearers, where).toContain(step.actor);
        const { due, why } = limitOfStep(id, step.event, events, facts, dates);
        expect(due === null, where).toBe(why !== null);
        if (why)
          expect(
            [why.zh, why.en].every((text) => text.length > 3),
            where,
          ).toBe(true);
        if (!withoutPaper.includes(step.event)) expect(step.documents.length, where).toBeGreaterThan(0);
      }
    }
  });
});

const log = (text: string): CaseEvent[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [type = '', date = '', until] = line.trim().split(/\s+/);
      return { type, date: d(date), ...(until ? { until: d(until) } : {}) };
    });
const aheadOf = (id: Parameters<typeof stageOf>[1], text: string) => stageOf(log(text), id).ahead;

describe('what comes next after a turn', () => {
  test('a suit of the employer is docketed next, not met by a suit of the worker', () => {
    expect(aheadOf('litigation', 'suit-filed-by-employer 2026-03-02')).toBe('case-docketed');
  });

  test('a remanded suit is not served once more, but heard', () => {
    const whole = `suit-filed-by-worker 2026-03-02
      case-docketed 2026-03-04
      complaint-received 2026-03-06
      defence-filed 2026-03-16
      court-hearing-set 2026-04-01
      court-hearing-held 2026-04-01
      first-judgment 2026-04-20
      appeal-filed 2026-04-28
      remanded 2026-06-01`;
    expect(aheadOf('litigation', whole)).toBe('court-hearing-set');
  });

  test('a hearing that was put off is fixed again', () => {
    const put = `application-submitted 2026-03-02
      accepted 2026-03-04
      copy-served 2026-03-06
      answer-received 2026-03-16
      hearing-set 2026-04-01
      hearing-postponed 2026-03-30`;
    expect(aheadOf('arbitration', put.replace('2026-04-01', '2026-03-29'))).toBe('hearing-set');
  });

  test('what was done before a stay is not asked for again after it', () => {
    const stayed = `suit-filed-by-worker 2026-03-02
      case-docketed 2026-03-04
      complaint-received 2026-03-06
      defence-filed 2026-03-16
      court-hearing-set 2026-04-01
      suit-suspended 2026-04-02
      suit-resumed 2026-05-06`;
    expect(aheadOf('litigation', stayed)).toBe('court-hearing-held');
  });

  test('filing away an arbitration that has ended is offered and never proposed', () => {
    for (const { state, events } of statesOf(track('arbitration'))) {
      const stage = stageOf(events, 'arbitration');
      expect(stage.ahead).not.toBe('archived');
      const offered = stage.next.map((t) => t.event).includes('archived');
      expect(offered, state).toBe(!stage.state.open && state !== 'archived');
    }
    const received = `application-submitted 2026-03-02
      accepted 2026-03-04
      award-made-final 2026-04-01
      award-received-by-respondent 2026-04-02
      award-received-by-applicant 2026-04-03`;
    expect(aheadOf('arbitration', received)).toBeNull();
  });
});

describe('by when', () => {
  const limit = (id: Parameters<typeof stageOf>[1], event: string, text: string) => {
    const events = log(text);
    return limitOfStep(id ?? 'arbitration', event, events, {}, deriveDates(events, {}, ctx, id));
  };

  test('the soonest open limit that the step meets', () => {
    expect(limit('arbitration', 'accepted', 'application-submitted 2026-03-02')).toEqual({
      due: '2026-03-09',
      why: null,
    });
  });

  test('the reason where there is none', () => {
    const cases = [
      limit(
        'arbitration',
        'award-made',
        'application-submitted 2026-03-02\n accepted 2026-03-04\n suspended 2026-03-10',
      ),
      limit('mediation', 'agreement-performed', 'mediation-agreed 2026-03-02'),
      limit('legal-aid', 'aid-objected', 'aid-applied 2026-03-02\n aid-refused 2026-03-04'),
      limit('capacity-appraisal', 'appraisal-recheck-applied', 'appraisal-concluded 2026-03-02'),
      limit('capacity-appraisal', 'appraisal-again-applied', 'appraisal-concluded 2026-03-02'),
      limit('arbitration', 'hearing-set', 'application-submitted 2026-03-02'),
    ];
    expect(cases.map((c) => c.due)).toEqual(cases.map(() => null));
    expect(limit('payment-order', 'payment-order-final', 'payment-order-served 2026-03-02').why?.zh).toBe(
      '2026-03-17期满后才能登记',
    );
    const zh = cases.map((c) => c.why?.zh ?? '');
    expect(zh[0]).toContain('停止计算');
    expect(zh[1]).toContain('登记后才有截止日');
    expect(zh[2]).toBe('法律没有规定天数');
    expect(zh[3]).toMatch(/自2027-\d\d-\d\d起可以办理/);
    expect(zh[4]).toContain('尚未登记');
    expect(zh[5]).toBe('没有法定期限');
  });
});

test('a second appraisal is the last one', () => {
  const again = `appraisal-applied 2026-03-02
    appraisal-concluded 2026-04-01
    appraisal-received 2026-04-03
    appraisal-again-applied 2026-04-10
    appraisal-again-concluded 2026-05-20`;
  const dates = (text: string) => deriveDates(log(text), {}, ctx, 'capacity-appraisal');
  const served = dates(again).obligations.find((o) => o.ruleId === 'cap-serve');
  expect(served).toMatchObject({ trigger: '2026-05-20', status: 'open' });
  const final = dates(`${again}\n appraisal-received 2026-05-25`);
  expect(final.obligations.filter((o) => o.ruleId === 'cap-again')).toEqual([]);
  expect(final.withoutDate.map((n) => n.ruleId)).toContain('cap-again');
  // A re-check makes a new conclusion, against which a further appraisal is open again.
  const rechecked = dates(
    `${again}\n appraisal-recheck-applied 2027-06-01\n appraisal-recheck-concluded 2027-07-01\n appraisal-received 2027-07-03`,
  );
  expect(rechecked.obligations.find((o) => o.ruleId === 'cap-again')).toMatchObject({ status: 'open' });
});
