import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf } from '../../electron/core/client.ts';
import type { Client } from '../../shared/contract/api.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { days, failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
let colleague: Client;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);
beforeAll(async () => {
  app = await openTestApp();
  const { passphrase } = await call('users.add', { name: '样例同事', role: 'mediator' });
  colleague = clientOf(app.core, { sessionId: 'colleague' });
  await colleague.call('office.unlock', { userName: '样例同事', passphrase: passphrase ?? '' });
  await colleague.call('office.changePassphrase', { current: passphrase ?? '', next: '样例同事自己的口令' });
});
afterAll(() => app.core.close());

const change = async (caseId: string) => ({
  caseId,
  expectedVersion: (await call('cases.get', { caseId })).version,
});
const since = '2026-01-01T00:00:00.000Z';

/** 3,000 yuan agreed, due on 14 November, a Saturday; and its payment. */
async function paid(): Promise<{ caseId: string; paymentId: string }> {
  const { caseId } = await call(
    'cases.create',
    intake({
      track: 'mediation',
      workers: [worker('误样甲', { arrears: [days('10')] })],
      respondents: [respondent],
      events: [{ type: 'mediation-applied', date: '2026-09-20', note: null }],
    }),
  );
  const [member] = await call('cases.members', { caseId });
  await call('outcomes.save', {
    ...(await change(caseId)),
    outcomeId: null,
    outcome: {
      kind: 'settlement',
      state: 'in-force',
      form: 'mediation',
      madeOn: '2026-10-08',
      lines: [{ memberId: member?.id ?? '', item: 'arrears', claimedFen: 300_000, amountFen: 300_000 }],
      plan: { instalments: [{ due: '2026-11-14', amountFen: 300_000 }] },
    },
  });
  const { id } = await call('outcomes.savePayment', {
    ...(await change(caseId)),
    paymentId: null,
    payment: {
      date: '2026-11-16',
      amountFen: 300_000,
      payer: '样例建筑劳务有限公司',
      allocation: 'oldest',
    },
  });
  return { caseId, paymentId: id };
}

test('a payment undone after a colleague filed the next remedy stays on record with it', async () => {
  const { caseId, paymentId } = await paid();
  await colleague.call('cases.recordEvent', {
    ...(await change(caseId)),
    eventId: null,
    event: { type: 'agreement-defaulted', date: '2026-11-17', note: null },
  });
  const { act } = await call('undo.last', { scope: caseId, since });
  expect(act).toMatchObject({ verb: 'payment.saved', kind: 'payment' });
  await call('undo.undo', { actId: act?.id ?? '' });
  const { payments, ledger } = await call('outcomes.forCase', { caseId });
  expect(payments).toMatchObject([
    { id: paymentId, removedAt: expect.any(String), remedies: [{ date: '2026-11-17' }] },
  ]);
  expect(ledger.totals).toMatchObject({ paidFen: 0, openFen: 300_000 });
  // What was filed is no less filed.
  expect((await call('cases.get', { caseId })).events.map((e) => e.type)).toContain('agreement-defaulted');
});

test('a payment taken back before the next remedy was filed is no reason to check that remedy', async () => {
  const { caseId, paymentId } = await paid();
  await call('outcomes.removePayment', { ...(await change(caseId)), paymentId });
  const now = app.world.clock.now();
  app.world.setNow(new Date(now + 60_000).toISOString());
  await call('cases.recordEvent', {
    ...(await change(caseId)),
    eventId: null,
    event: { type: 'agreement-defaulted', date: '2026-11-23', note: null },
  });
  const { payments } = await call('outcomes.forCase', { caseId });
  expect(payments).toMatchObject([{ id: paymentId, removedAt: expect.any(String), remedies: [] }]);
  app.world.setNow(new Date(now).toISOString());
});

test('a payment that a colleague changed since is not undone, and both are told', async () => {
  const { caseId, paymentId } = await paid();
  const { act } = await call('undo.last', { scope: caseId, since });
  const [held] = (await call('outcomes.forCase', { caseId })).payments;
  await colleague.call('outcomes.savePayment', {
    ...(await change(caseId)),
    paymentId,
    payment: {
      date: '2026-11-16',
      amountFen: 200_000,
      payer: held?.payer ?? '',
      allocation: 'oldest',
    },
  });
  const refused = await failureOf(call('undo.undo', { actId: act?.id ?? '' }));
  expect(refused.details).toEqual({ rule: 'changed-since' });
  expect((await call('outcomes.forCase', { caseId })).ledger.totals.paidFen).toBe(200_000);
  const { items } = await call('audit.list', { caseId });
  expect(items.slice(0, 2).map((i) => [i.verb, i.who])).toEqual([
    ['payment.saved', '样例同事'],
    ['payment.saved', '测试员'],
  ]);
});

test('a payment on the working day after a rest day is in time', async () => {
  const { caseId } = await paid();
  const { ledger } = await call('outcomes.forCase', { caseId });
  expect(ledger.dues.map((d) => [d.due, d.lastDay, d.state])).toEqual([['2026-11-14', '2026-11-16', 'paid']]);
});
