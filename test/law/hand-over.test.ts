import { describe, expect, test } from 'vitest';
import { plainDate } from '../../shared/kernel/date.ts';
import {
  type CaseEvent,
  canRecord,
  carriedEvents,
  deriveDates,
  knowsEvent,
  listTracks,
  provisionOf,
  routeOf,
  routesFrom,
  ruleOf,
  stageOf,
  trackOf,
} from '../../shared/law/index.ts';
import { handOverRoutes } from '../../shared/law/tracks/routes.ts';
import { ctx } from './support.ts';

const ev = (type: string, date: string): CaseEvent => ({ type, date: plainDate(date) });
const carried = (id: string, events: readonly CaseEvent[]) =>
  carriedEvents(routeOf(id), events, 'respondent').map((e) => `${e.type} ${e.date}`);

describe('every way', () => {
  test('has an id of its own', () => {
    expect(new Set(handOverRoutes.map((r) => r.id)).size).toBe(handOverRoutes.length);
  });

  test.each(handOverRoutes)('$id names states, events and rules that exist', (route) => {
    const from = trackOf(route.from);
    const states = [from.initial, ...from.states].map((s) => s.id);
    if (route.states !== 'any') for (const state of route.states) expect(states).toContain(state);
    const moves = trackOf(route.to).transitions.map((t) => t.event);
    expect(moves).toContain(route.opening);
    if (route.mark !== null) expect(knowsEvent(route.from, route.mark)).toBe(true);
    for (const need of route.needs ?? []) expect(knowsEvent(route.from, need)).toBe(true);
    for (const { from: types, to } of route.carry ?? []) {
      expect(knowsEvent(route.to, to)).toBe(true);
      for (const type of types)
        if (type !== 'award-received-by-employer-side') expect(knowsEvent(route.from, type)).toBe(true);
    }
    expect(route.rules.length).toBeGreaterThan(0);
    for (const id of route.rules) {
      const known = [ruleOf, provisionOf].some((of) => {
        try {
          return of(id).id === id;
        } catch {
          return false;
        }
      });
      expect(known, id).toBe(true);
    }
  });

  test('each procedure is left or reached by one', () => {
    for (const { id } of listTracks())
      expect(handOverRoutes.some((r) => r.from === id || r.to === id)).toBe(true);
  });
});

test('a mediation that failed goes on with what interrupts limitation, never with steps of arbitration', () => {
  const events = [
    ev('right-known', '2026-01-05'),
    ev('mediation-applied', '2026-06-01'),
    ev('mediation-accepted', '2026-06-02'),
    ev('demand-made', '2026-06-03'),
    ev('mediation-refused', '2026-06-12'),
  ];
  expect(carried('mediation-to-arbitration', events)).toEqual([
    'right-known 2026-01-05',
    'mediation-applied 2026-06-01',
    'demand-made 2026-06-03',
    'mediation-failed 2026-06-12',
  ]);
  const target = carriedEvents(routeOf('mediation-to-arbitration'), events, 'respondent');
  const { obligations } = deriveDates(target, { otherClaims: true }, ctx, 'arbitration');
  // 调解仲裁法 art. 27(2): the demand of 3 June is the last interruption; a year from it.
  expect(obligations.find((o) => o.ruleId === 'lim-general')).toMatchObject({
    base: '2026-06-03',
    due: '2027-06-03',
  });
});

test('an award leads to suit, setting aside and enforcement as its kind allows', () => {
  const ways = (state: string, events: readonly CaseEvent[]) =>
    routesFrom('arbitration', state, events).map((r) => r.id);
  const award = [ev('award-made-final', '2026-07-10'), ev('award-received-by-respondent', '2026-07-15')];
  expect(ways('awarded-final', award)).toEqual([
    'arbitration-to-litigation',
    'arbitration-to-set-aside',
    'arbitration-to-enforcement',
    'arbitration-to-legal-aid',
  ]);
  expect(ways('awarded-nonfinal', award)).toContain('arbitration-to-litigation-by-unit');
  expect(ways('awarded-nonfinal', award)).not.toContain('arbitration-to-set-aside');
  // An archived file that had no award: nothing to sue against.
  expect(ways('archived', [ev('withdrawn', '2026-07-10')])).toEqual(['arbitration-to-legal-aid']);
  // 调解仲裁法 art. 49: thirty days from the employer's receipt, whichever side it was on.
  expect(carried('arbitration-to-set-aside', award)).toEqual(['award-received-by-employer 2026-07-15']);
  const kept = carriedEvents(routeOf('arbitration-to-set-aside'), award, 'respondent');
  expect(deriveDates(kept, {}, ctx, 'set-aside').obligations[0]).toMatchObject({
    ruleId: 'setaside',
    due: '2026-08-14',
  });
});

test('what takes effect is enforced from the day it did', () => {
  const order = [ev('payment-order-served', '2026-03-01'), ev('payment-order-final', '2026-03-16')];
  const kept = carriedEvents(routeOf('payment-order-to-enforcement'), order, 'respondent');
  expect(kept).toMatchObject([{ type: 'award-performance-due', date: '2026-03-16' }]);
  expect(stageOf(kept, 'enforcement').state.id).toBe('due');
  const there = deriveDates(kept, {}, ctx, 'enforcement').obligations[0];
  const here = deriveDates(
    [ev('payment-order-issued', '2026-02-20'), ...order],
    {},
    ctx,
    'payment-order',
  ).obligations.find((o) => o.ruleId === 'po-enforce');
  expect(there?.due).toBe(here?.due);
  expect(canRecord('enforcement', kept, ev('enforcement-applied', '2026-04-01')).ok).toBe(true);
  expect(carried('confirmation-to-enforcement', [ev('confirmed', '2026-05-06')])).toEqual([
    'award-effective 2026-05-06',
  ]);
});

test('a day of which two events say the same goes on once', () => {
  const events = [
    ev('mediation-applied', '2026-06-01'),
    ev('mediation-failed', '2026-06-12'),
    ev('mediation-failed', '2026-06-12'),
  ];
  expect(carried('mediation-to-arbitration', events)).toEqual([
    'mediation-applied 2026-06-01',
    'mediation-failed 2026-06-12',
  ]);
});
