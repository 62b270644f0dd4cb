import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, testPassphrase, testUser } from '../support/open-test-app.ts';
import { days, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

test('what was agreed and awarded stands in the papers’ facts and moves with the columns', async () => {
  const { caseId } = await call(
    'cases.create',
    intake({
      workers: [worker('样例甲', { arrears: [days('10')] }), worker('样例乙', { arrears: [days('20')] })],
      respondents: [respondent],
    }),
  );
  const [a = '', b = ''] = (await call('cases.members', { caseId })).map((m) => m.id);
  const change = async () => ({ caseId, expectedVersion: (await call('cases.get', { caseId })).version });
  const line = (memberId: string, claimedFen: number, amountFen: number) => ({
    memberId,
    item: 'arrears' as const,
    claimedFen,
    amountFen,
  });
  const outcome = (first: number) => ({
    kind: 'settlement' as const,
    state: 'in-force' as const,
    number: '样协1号',
    madeOn: '2026-10-08',
    lines: [line(a, 300_000, first), line(b, 600_000, 300_000)],
    plan: {
      instalments: [
        { due: '2026-11-14', amountFen: 200_000 },
        { due: '2026-12-15', amountFen: first + 100_000 },
      ],
    },
    settlesAll: true,
  });
  const { id } = await call('outcomes.save', {
    ...(await change()),
    outcomeId: null,
    outcome: outcome(150_000),
  });
  const topic = async (name: string) =>
    (await call('documents.particulars', { caseId })).find((t) => t.topic === name)?.values;
  expect(await topic('settlement')).toEqual({
    number: '样协1号',
    date: '2026-10-08',
    total: 450_000,
    composition: '拖欠劳动报酬4,500.00元',
    shares: [
      { name: '样例甲', amount: 150_000 },
      { name: '样例乙', amount: 300_000 },
    ],
    instalments: [
      { due: '2026-11-14', amount: 200_000, payer: '样例建筑劳务有限公司', method: null },
      { due: '2026-12-15', amount: 250_000, payer: '样例建筑劳务有限公司', method: null },
    ],
    settlesAll: true,
  });
  // A figure typed beside it does not drift: what the columns say stands.
  await call('documents.saveParticulars', {
    caseId,
    topic: 'settlement',
    expectedVersion: 0,
    values: { total: 1, relation: '协商解除' },
  });
  await call('outcomes.save', { ...(await change()), outcomeId: id, outcome: outcome(200_000) });
  expect(await topic('settlement')).toMatchObject({ total: 500_000, relation: '协商解除' });
  await call('outcomes.savePayment', {
    ...(await change()),
    paymentId: null,
    payment: { date: '2026-11-10', amountFen: 100_000, payer: '样例公司', allocation: 'oldest' },
  });
  const { payments } = (await topic('payment-order')) as { payments: { name: string; amount: number }[] };
  expect(payments.reduce((sum, p) => sum + p.amount, 0)).toBe(100_000);
  await call('outcomes.save', {
    ...(await change()),
    outcomeId: null,
    outcome: {
      kind: 'award',
      state: 'in-force',
      number: '样裁〔2026〕第9号',
      madeOn: '2026-11-02',
      finality: 'final',
      lines: [line(a, 300_000, 250_000)],
      plan: { instalments: [] },
    },
  });
  expect(await topic('award')).toEqual({
    number: '样裁〔2026〕第9号',
    date: '2026-11-02',
    finality: 'final',
  });
});

test('an instalment is told of once when due and once when missed, also after a lock', async () => {
  const { caseId } = await call(
    'cases.create',
    intake({ workers: [worker('样例丙', { arrears: [days('10')] })], respondents: [respondent] }),
  );
  const [memberId = ''] = (await call('cases.members', { caseId })).map((m) => m.id);
  await call('outcomes.save', {
    caseId,
    expectedVersion: (await call('cases.get', { caseId })).version,
    outcomeId: null,
    outcome: {
      kind: 'settlement',
      state: 'in-force',
      madeOn: '2026-10-08',
      lines: [{ memberId, item: 'arrears', claimedFen: 300_000, amountFen: 300_000 }],
      // 28 November 2026 is a Saturday: payable in time until Monday.
      plan: { instalments: [{ due: '2026-11-28', amountFen: 300_000 }] },
    },
  });
  const dated = async () =>
    (await call('deadlines.forCase', { caseId }))
      .filter((d) => d.ruleId === 'perform-instalment')
      .map((d) => [d.title.zh, d.unrolled, d.due, d.status, d.skipped.length]);
  const title = '约定或判定款项到期：3,000.00元';
  expect(await dated()).toEqual([[title, '2026-11-28', '2026-11-30', 'open', 1]]);
  const told = async () =>
    (await call('calendar.remind', {})).filter((r) => r.caseId === caseId).map((r) => [r.kind, r.date]);
  app.world.setNow('2026-11-26T02:00:00Z');
  expect(await told()).toEqual([]);
  app.world.setNow('2026-11-27T02:00:00Z');
  expect(await told()).toEqual([['instalment', '2026-11-30']]);
  await call('office.lock', {});
  await call('office.unlock', { userName: testUser, passphrase: testPassphrase });
  expect(await told()).toEqual([]);
  app.world.setNow('2026-12-02T02:00:00Z');
  expect(await told()).toEqual([['instalment-missed', '2026-11-30']]);
  expect(await told()).toEqual([]);
  expect(await dated()).toEqual([[title, '2026-11-28', '2026-11-30', 'overdue', 1]]);
  const pay = async (amountFen: number) =>
    call('outcomes.savePayment', {
      caseId,
      expectedVersion: (await call('cases.get', { caseId })).version,
      paymentId: null,
      payment: { date: '2026-12-01', amountFen, payer: '样例公司', allocation: 'oldest' },
    });
  await pay(100_000);
  expect((await dated()).map(([words, , , status]) => [words, status])).toEqual([
    [`${title}，尚欠2,000.00元`, 'overdue'],
  ]);
  await pay(200_000);
  expect((await dated()).map(([words, , , status]) => [words, status])).toEqual([[title, 'met']]);
});
