import { describe, expect, test } from 'vitest';
import {
  deriveDates,
  eventDetails,
  eventWords,
  knownOptions,
  knowsEvent,
  listEventTypes,
  listTracks,
  ruleOf,
  stateOf,
  trackOf,
} from '../../shared/law/index.ts';
import { ctx, events, failureOf } from './support.ts';

describe('what a procedure knows', () => {
  test('its states by id, the first one where the id is not its own', () => {
    expect(stateOf('arbitration', 'accepted').title.zh).toBe('已受理');
    expect(stateOf('arbitration', 'nowhere')).toBe(trackOf('arbitration').initial);
    expect(failureOf(() => trackOf('wage-duties'))).toEqual({
      code: 'not-found',
      details: { track: 'wage-duties' },
    });
  });

  test('its moves and its facts, and no others', () => {
    expect(knowsEvent('arbitration', 'accepted')).toBe(true);
    expect(knowsEvent('arbitration', 'demand-made')).toBe(true);
    expect(knowsEvent('arbitration', 'appraisal-applied')).toBe(false);
    const types = listEventTypes();
    expect(new Set(types).size).toBe(types.length);
    for (const track of listTracks())
      for (const e of [...track.transitions, ...track.facts]) expect(types).toContain(e.event);
  });

  test('the words for an event: its own, another’s, or the bare name', () => {
    const own = trackOf('arbitration').transitions.find((t) => t.event === 'accepted')?.words;
    expect(eventWords('arbitration', 'accepted')).toBe(own);
    expect(eventWords('set-aside', 'demand-made').zh).toMatch(/[\u4e00-\u9fff]/);
    expect(eventWords('arbitration', 'moon-landing')).toEqual({ zh: 'moon-landing', en: 'moon-landing' });
  });
});

describe('what may be recorded of an event beside its day', () => {
  const none = { extension: null, fixes: null, extendsTo: null, setOn: false };

  test('nothing, for most', () => {
    expect(eventDetails('arbitration', 'accepted')).toEqual(none);
  });

  test('the days of an extension and who grants it', () => {
    const { extension, ...rest } = eventDetails('arbitration', 'extension-approved');
    expect(extension).toEqual({ max: 15, approver: ruleOf('arb-award').extension?.approver });
    expect({ extension: null, ...rest }).toEqual(none);
  });

  test('the day of fixing a hearing', () => {
    expect(eventDetails('arbitration', 'hearing-set')).toEqual({ ...none, setOn: true });
    expect(eventDetails('litigation', 'court-hearing-set').setOn).toBe(true);
  });

  test('a length or a last day that somebody fixes', () => {
    expect(eventDetails('inspection', 'pay-ordered')).toEqual({
      ...none,
      fixes: ruleOf('ins-pay-order').fixed?.by,
    });
  });

  test('the day to which an organ extended', () => {
    const found = eventDetails('mediation', 'mediation-extended');
    expect(found).toEqual({ ...none, extendsTo: ruleOf('med-conclude').openExtension?.approver });
  });
});

describe('a choice made earlier', () => {
  const rule = ruleOf('arb-award');

  test('stands while the data still have it', () => {
    const options = { variant: '330106', reason: '简易程序', readings: { 'weekend-roll': 'holidays-only' } };
    expect(knownOptions(rule, options)).toEqual(options);
    expect(knownOptions(rule, { variant: 'national', reason: '普通程序' })).toEqual({
      variant: 'national',
      reason: '普通程序',
    });
  });

  test('is left out once they have not', () => {
    expect(
      knownOptions(rule, { variant: '510104', readings: { 'weekend-roll': 'never', moon: 'full' } }),
    ).toEqual({});
    expect(knownOptions(ruleOf('med-conclude'), { variant: '330106', reason: '无期限' })).toEqual({
      reason: '无期限',
    });
    expect(knownOptions(rule, {})).toEqual({});
  });
});

test('a procedure before arbitration watches the time for applying, too', () => {
  const log = events('right-known 2025-03-03\nemployment-ended 2025-06-02');
  const rulesOf = (facts: object, track: 'mediation' | 'inspection' | 'litigation') => {
    const { obligations, withoutDate } = deriveDates(log, facts, ctx, track);
    const ids = [...obligations, ...withoutDate].map((o) => o.ruleId);
    return ids.filter((id) => id.startsWith('lim-')).sort();
  };
  expect(rulesOf({}, 'mediation')).toEqual(['lim-general']);
  expect(rulesOf({ wageClaim: true }, 'mediation')).toEqual(['lim-wage-ended']);
  expect(rulesOf({ wageClaim: true, otherClaims: true }, 'inspection')).toEqual([
    'lim-general',
    'lim-wage-ended',
  ]);
  expect(rulesOf({ wageClaim: true }, 'litigation')).toEqual([]);
  const types = trackOf('mediation').facts.map((f) => f.event);
  expect(new Set(types).size).toBe(types.length);
  expect(types).toContain('demand-made');
});
