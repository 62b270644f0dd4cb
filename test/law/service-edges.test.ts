import { describe, expect, test } from 'vitest';
import { type ServiceRoute, servedOn } from '../../shared/law/index.ts';
import { ctx, failureOf } from './support.ts';

const serve = (route: ServiceRoute, facts: object, region?: string, options = {}) =>
  servedOn(route, facts, region ? { ...ctx, region } : ctx, options);

const commission = { by: 'commission', dates: ['2026-03-02'] };
const court = { by: 'court', dates: ['2026-03-02'] };

test('a day of service is one line of working, in both languages, and sure', () => {
  expect(serve('receipt', commission)).toMatchObject({
    route: 'receipt',
    date: '2026-03-02',
    notServed: null,
    provisional: false,
    warnings: [],
    working: [
      {
        role: 'due',
        from: '2026-03-02',
        to: '2026-03-02',
        text: {
          zh: '2026-03-02：在送达回证上签收，为送达日',
          en: '2026-03-02: signed on the receipt; the day of service',
        },
      },
    ],
  });
});

test('a route that does not serve says why and has neither day nor working', () => {
  expect(serve('leaving', commission)).toMatchObject({
    date: null,
    notServed: {
      zh: '仲裁留置、张贴适用三个工作日的规定。',
      en: 'In arbitration leaving takes three working days (posting).',
    },
    working: [],
    provisional: false,
    warnings: [],
  });
});

describe('an award, a judgment and a mediation document', () => {
  const agreed = { agreed: true, recorded: true, refusedToSign: true };

  test.each([
    ['electronic', commission, 'mediation-document', null],
    ['electronic', court, 'mediation-document', '2026-03-02'],
    ['electronic', commission, 'award', '2026-03-02'],
    ['leaving', court, 'mediation-document', null],
    ['leaving', court, 'judgment', '2026-03-02'],
    ['mail-returned', commission, 'mediation-document', null],
    ['mail-returned', commission, 'award', '2026-03-02'],
    ['posting', commission, 'mediation-document', null],
    ['posting', commission, 'award', '2026-03-05'],
    ['simple-means', commission, 'mediation-document', null],
    ['simple-means', commission, 'award', null],
    ['simple-means', commission, 'other', '2026-03-02'],
    ['simple-means', court, 'other', null],
    ['public-notice', commission, 'mediation-document', null],
    ['public-notice', commission, 'award', '2026-04-01'],
  ] as const)('%s by %o of %s', (route, by, document, date) => {
    expect(serve(route, { ...by, ...agreed, document }).date).toBe(date);
  });
});

test('an electronic message needs consent, whoever sends it', () => {
  expect(serve('electronic', court).notServed?.zh).toBe('须经受送达人同意。');
  expect(serve('electronic', commission).date).toBeNull();
});

test('only a hearing notice that nobody confirmed is pointed out', () => {
  const codes = (facts: object) => serve('simple-means', { ...commission, ...facts }).warnings;
  expect(codes({ document: 'hearing-notice' })).toHaveLength(1);
  expect(codes({ document: 'hearing-notice', agreed: true })).toEqual([]);
  expect(codes({ document: 'other' })).toEqual([]);
});

test('public notice is closed only to a court in simple procedure', () => {
  const simple = { simpleProcedure: true };
  expect(serve('public-notice', { ...court, ...simple }).date).toBeNull();
  expect(serve('public-notice', { ...commission, ...simple }).date).toBe('2026-04-01');
  expect(serve('public-notice', court).date).toBe('2026-04-01');
});

describe('public notice in Zhejiang', () => {
  const collective = { ...commission, workers: 10, toEmployer: true };

  test.each([
    [collective, '330106', 'svc-public-zj-10d'],
    [{ ...collective, by: 'court' }, '330106', 'svc-public-30d'],
    [{ ...collective, toEmployer: false }, '330106', 'svc-public-30d'],
    [{ ...collective, workers: 9 }, '330106', 'svc-public-30d'],
    [collective, '320106', 'svc-public-30d'],
    [collective, undefined, 'svc-public-30d'],
  ])('%o in %s: %s', (facts, region, ruleId) => {
    expect(serve('public-notice', facts, region).ruleId).toBe(ruleId);
  });

  test('the national period by choice, with a reason', () => {
    const choose = (reason?: string) =>
      serve('public-notice', collective, '330106', { variant: 'national', ...(reason ? { reason } : {}) });
    expect(choose('按全国规定办理').ruleId).toBe('svc-public-30d');
    for (const reason of [undefined, '  ']) {
      expect(failureOf(() => choose(reason))).toMatchObject({
        issues: [{ path: 'reason', code: 'required' }],
      });
    }
  });
});

test('a lapse through an unloaded year is provisional', () => {
  const facts = { by: 'commission', dates: ['2026-12-30'], refusedToSign: true, recorded: true };
  const service = serve('posting', facts);
  expect(service.provisional).toBe(true);
  expect(service.warnings.map((w) => w.code)).toContain('calendar-missing');
});

test('no date, a bad date and an unknown field are named', () => {
  const issue = (facts: object) => failureOf(() => serve('receipt', facts)).issues?.[0]?.path;
  expect(issue({ by: 'court', dates: [] })).toBe('dates');
  expect(issue({ by: 'court', dates: ['2026-02-30'] })).toBe('dates.0');
  expect(issue({ by: 'court', dates: ['2026-03-02'], agreed: 'yes' })).toBe('agreed');
});
