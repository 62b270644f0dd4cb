import { describe, expect, test } from 'vitest';
import { type ServiceRoute, servedOn, serviceRoutes } from '../../shared/law/index.ts';
import { ctx, failureOf } from './support.ts';

const commission = (more: object) => ({ by: 'commission', ...more });
const court = (more: object) => ({ by: 'court', ...more });
const day = (route: ServiceRoute, facts: object, region?: string) =>
  servedOn(route, facts, region ? { ...ctx, region } : ctx).date;

test('svc-receipt, svc-mail: the day on the slip', () => {
  expect(day('receipt', commission({ dates: ['2026-03-02'] }))).toBe('2026-03-02');
  expect(day('mail', court({ dates: ['2026-03-03'] }))).toBe('2026-03-03');
  expect(failureOf(() => day('receipt', commission({ dates: ['2026-03-02', '2026-03-03'] })))).toMatchObject({
    issues: [{ path: 'dates', code: 'one-date-expected' }],
  });
});

describe('svc-post-3wd', () => {
  const posted = { dates: ['2026-09-30'], recorded: true };

  test('three working days after a refusal, the lapse itself does not roll', () => {
    const service = servedOn('posting', commission({ ...posted, refusedToSign: true }), ctx);
    expect(service).toMatchObject({ date: '2026-10-10', ruleId: 'svc-post-3wd', status: 'verified' });
    expect(service.working.length).toBeGreaterThan(3);
  });

  test('an employer that shut down needs ten workers, and a record is needed', () => {
    expect(day('posting', commission({ ...posted, employerShutDown: true, workers: 9 }))).toBeNull();
    expect(day('posting', commission({ ...posted, employerShutDown: true, workers: 10 }))).toBe('2026-10-10');
    expect(day('posting', commission({ dates: ['2026-09-30'], refusedToSign: true }))).toBeNull();
    expect(day('posting', court({ ...posted, refusedToSign: true }))).toBeNull();
  });

  test('the other reading is the day after', () => {
    const options = { readings: { 'lapse-day': 'next-day' } };
    expect(servedOn('posting', commission({ ...posted, refusedToSign: true }), ctx, options).date).toBe(
      '2026-10-11',
    );
  });
});

test('svc-leave: at once, in court only', () => {
  const left = { dates: ['2026-03-02'], recorded: true };
  expect(day('leaving', court(left))).toBe('2026-03-02');
  expect(day('leaving', commission(left))).toBeNull();
  expect(day('leaving', court({ dates: ['2026-03-02'] }))).toBeNull();
});

test('svc-mail-return: only with a signed address confirmation', () => {
  expect(day('mail-returned', commission({ dates: ['2026-03-09'] }))).toBeNull();
  const service = servedOn('mail-returned', commission({ dates: ['2026-03-09'], agreed: true }), ctx);
  expect(service).toMatchObject({ date: '2026-03-09', status: 'secondary' });
  expect(service.warnings.map((w) => w.code)).toEqual(['local-practice']);
});

test('svc-electronic: with consent, the earliest address', () => {
  const sent = { dates: ['2026-03-04', '2026-03-03'] };
  expect(day('electronic', court(sent))).toBeNull();
  expect(day('electronic', court({ ...sent, agreed: true }))).toBe('2026-03-03');
});

test('svc-simple-means: not for the award; an unconfirmed hearing notice is pointed out', () => {
  expect(day('simple-means', commission({ dates: ['2026-03-02'], document: 'award' }))).toBeNull();
  const notice = servedOn(
    'simple-means',
    commission({ dates: ['2026-03-02'], document: 'hearing-notice' }),
    ctx,
  );
  expect(notice.date).toBe('2026-03-02');
  expect(notice.warnings.map((w) => w.code)).toEqual(['hearing-notice-unconfirmed']);
});

describe('svc-public-30d', () => {
  test('30 days from the last notice, without rolling', () => {
    expect(day('public-notice', court({ dates: ['2026-08-20', '2026-09-02'] }))).toBe('2026-10-02');
    expect(day('public-notice', court({ dates: ['2026-09-02'], simpleProcedure: true }))).toBeNull();
  });

  test('svc-public-zj-10d: to the employer in a collective case of Zhejiang', () => {
    const facts = commission({ dates: ['2026-09-02'], workers: 10, toEmployer: true });
    expect(day('public-notice', facts, '330106')).toBe('2026-09-12');
    expect(day('public-notice', facts, '510104')).toBe('2026-10-02');
    expect(day('public-notice', { ...facts, workers: 9 }, '330106')).toBe('2026-10-02');
    const national = { variant: 'national', reason: '按全国规定办理' };
    expect(servedOn('public-notice', facts, { ...ctx, region: '330106' }, national).date).toBe('2026-10-02');
    const silent = () =>
      servedOn('public-notice', facts, { ...ctx, region: '330106' }, { variant: 'national' });
    expect(failureOf(silent)).toMatchObject({ issues: [{ path: 'reason', code: 'required' }] });
  });
});

test('svc-mediation-doc: when both have signed, by no other route', () => {
  expect(day('mediation-document', commission({ dates: ['2026-03-02'] }))).toBeNull();
  expect(day('mediation-document', commission({ dates: ['2026-03-05', '2026-03-02'] }))).toBe('2026-03-05');
  const facts = {
    dates: ['2026-03-02'],
    recorded: true,
    agreed: true,
    refusedToSign: true,
    document: 'mediation-document',
  };
  for (const route of serviceRoutes) {
    if (route === 'receipt' || route === 'mail' || route === 'mediation-document') continue;
    const by = route === 'leaving' ? court(facts) : commission(facts);
    expect([route, servedOn(route, by, ctx).notServed?.zh.length ?? 0]).not.toEqual([route, 0]);
  }
});
