import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IntakeInput } from '../../shared/features/cases/cases.contract.ts';
import type { ClosingItemId } from '../../shared/features/closing/closing.contract.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { days, failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

const call: TestApp['client']['call'] = (name, input) => app.client.call(name, input);
const get = (caseId: string) => call('cases.get', { caseId });
const since = '2026-01-01T00:00:00.000Z';

async function take(more: Partial<IntakeInput> = {}): Promise<string> {
  const made = await call(
    'cases.create',
    intake({ workers: [worker('样例甲', { arrears: [days('20')] })], respondents: [respondent], ...more }),
  );
  return made.caseId;
}

const base = async (caseId: string) => ({ caseId, expectedVersion: (await get(caseId)).version });
const stateOf = async (caseId: string) =>
  Object.fromEntries((await call('closing.check', { caseId })).items.map((i) => [i.id, i.state]));
const tick = async (caseId: string, item: ClosingItemId, done = true) =>
  call('closing.tick', { ...(await base(caseId)), item, done, note: null });

const awarded: Partial<IntakeInput> = {
  events: [
    { type: 'application-submitted', date: '2026-05-06' },
    { type: 'accepted', date: '2026-05-08' },
    { type: 'copy-served', date: '2026-05-10' },
    { type: 'answer-received', date: '2026-05-18' },
    { type: 'hearing-set', date: '2026-06-10' },
    { type: 'hearing-held', date: '2026-06-10' },
    { type: 'award-made-nonfinal', date: '2026-06-20' },
    { type: 'award-received-by-applicant', date: '2026-11-16' },
  ],
  evidence: [
    { group: 'arrears', name: '样例欠条', kind: 'documentary', form: 'original', holder: '样例甲' },
    { group: 'arrears', name: '样例流水', kind: 'documentary', form: 'copy' },
  ],
};

test('the record shows what it can, a person ticks off the rest', async () => {
  const caseId = await take(awarded);
  const { items } = await call('closing.check', { caseId });
  expect(await stateOf(caseId)).toEqual({
    outcome: 'done',
    steps: 'done',
    dates: 'open',
    next: 'open',
    service: 'open',
    claims: 'open',
    instalments: 'not-needed',
    finality: 'not-needed',
    // The award is recorded, its sums are not.
    payments: 'open',
    originals: 'open',
    fees: 'not-needed',
    handin: 'open',
  });
  const of = (id: ClosingItemId) => items.find((i) => i.id === id);
  expect(of('service')?.events.map((e) => e.event)).toEqual(['award-received-by-respondent']);
  expect(of('originals')?.lines.map((l) => l.text.zh)).toEqual(['样例欠条（样例甲）']);
  expect(of('dates')?.lines[0]).toMatchObject({ date: '2026-12-01' });
  expect(of('handin')?.events.map((e) => e.event)).toEqual(['archived']);
  await call('cases.recordEvent', {
    ...(await base(caseId)),
    eventId: null,
    event: { type: 'award-received-by-respondent', date: '2026-11-16' },
  });
  await tick(caseId, 'originals');
  expect(await stateOf(caseId)).toMatchObject({ service: 'done', originals: 'ticked' });
  await tick(caseId, 'originals', false);
  expect(await stateOf(caseId)).toMatchObject({ originals: 'open' });
  expect((await failureOf(tick(caseId, 'outcome'))).details).toEqual({ rule: 'tick-not-possible' });
});

test('only steps that the procedure has a place for are offered', async () => {
  const events = async (caseId: string) =>
    Object.fromEntries(
      (await call('closing.check', { caseId })).items.map((i) => [i.id, i.events.map((e) => e.event)]),
    );
  const caseId = await take({ events: awarded.events?.slice(0, 5) ?? [] });
  const open = await events(caseId);
  expect(open.outcome?.length).toBeGreaterThan(0);
  expect(open.handin).toEqual([]);
  for (const type of Object.values(open).flat()) {
    const preview = await call('deadlines.whatIf', {
      caseId,
      change: { kind: 'add', event: { type, date: '2026-11-23' } },
    });
    expect([type, preview.refusal]).toEqual([type, null]);
  }
  await tick(caseId, 'handin');
  expect(await stateOf(caseId)).toMatchObject({ handin: 'ticked' });

  // A receipt that was forgotten is offered although the case has gone on.
  const done = await take({ events: [...(awarded.events ?? []), { type: 'archived', date: '2026-11-20' }] });
  expect((await events(done)).service).toEqual(['award-received-by-respondent']);
});

test('an open item needs a reason; the file can be reopened with one, and both can be undone', async () => {
  const caseId = await take({
    track: 'mediation',
    events: [{ type: 'mediation-applied', date: '2026-11-20' }],
  });
  const close = async (note: string | null) =>
    call('closing.close', { ...(await base(caseId)), closedOn: '2026-11-23', note });
  expect((await failureOf(close(null))).issues).toEqual([{ path: 'note', code: 'closing-reason-needed' }]);
  expect((await get(caseId)).status).toBe('open');
  await close('当事人失联，内部结案');
  expect(await get(caseId)).toMatchObject({ status: 'closed', nextDate: null });
  const reopen = async () => call('closing.reopen', { ...(await base(caseId)), reason: '当事人回来了' });
  expect((await failureOf(call('closing.reopen', { caseId, expectedVersion: 0, reason: '旧页' }))).code).toBe(
    'conflict',
  );
  await reopen();
  const { history } = await call('closing.check', { caseId });
  expect(history).toMatchObject([
    {
      closedOn: '2026-11-23',
      note: '当事人失联，内部结案',
      reopenedOn: '2026-11-23',
      reopenReason: '当事人回来了',
    },
  ]);
  expect(history[0]?.openItems).toContain('outcome');
  expect((await failureOf(reopen())).details).toEqual({ rule: 'case-open' });
  const undo = async () => {
    const { act } = await call('undo.last', { scope: caseId, since });
    await call('undo.undo', { actId: act?.id ?? '' });
  };
  await undo();
  expect((await get(caseId)).status).toBe('closed');
  await undo();
  expect((await get(caseId)).status).toBe('open');
  expect((await call('closing.check', { caseId })).history).toEqual([]);
  const audit = await call('audit.list', { caseId, cursor: null });
  expect(audit.items.map((i) => i.verb)).toEqual(expect.arrayContaining(['case.closed', 'case.reopened']));
});

test('a performed agreement has little left to do', async () => {
  const caseId = await take({
    track: 'mediation',
    events: [
      { type: 'mediation-applied', date: '2026-06-01' },
      { type: 'mediation-agreed', date: '2026-06-10' },
      { type: 'agreement-performed', date: '2026-06-12' },
    ],
  });
  expect(await stateOf(caseId)).toMatchObject({
    outcome: 'done',
    dates: 'done',
    next: 'not-needed',
    originals: 'not-needed',
  });
  // That money was agreed is recorded, how much is not.
  for (const item of ['service', 'claims', 'payments', 'handin'] as const) await tick(caseId, item);
  await call('closing.close', { ...(await base(caseId)), closedOn: '2026-11-23', note: null });
  expect((await call('closing.check', { caseId })).history[0]?.openItems).toEqual([]);
});

test('sums unpaid, an award without finality and payments nobody wrote down are items, and go as they are put right', async () => {
  const caseId = await take(awarded);
  const [member] = await call('cases.members', { caseId });
  const memberId = member?.id ?? '';
  const itemOf = async (id: ClosingItemId) =>
    (await call('closing.check', { caseId })).items.find((i) => i.id === id);
  const line = { memberId, item: 'arrears', claimedFen: 600_000, amountFen: 500_000 };
  const award = {
    kind: 'award' as const,
    state: 'in-force' as const,
    number: '样劳人仲裁字〔2026〕1号',
    madeOn: '2026-06-20',
    lines: [line],
    plan: {
      instalments: [
        { due: '2026-11-10', amountFen: 200_000 },
        { due: '2026-12-10', amountFen: 300_000 },
      ],
    },
  };
  const saved = await call('outcomes.save', { ...(await base(caseId)), outcomeId: null, outcome: award });
  expect((await itemOf('instalments'))?.lines).toEqual([
    {
      text: {
        zh: '裁决样劳人仲裁字〔2026〕1号第1期2,000.00元，尚欠2,000.00元',
        en: 'Award 样劳人仲裁字〔2026〕1号, payment 1 of 2,000.00 yuan, 2,000.00 still owed',
      },
      date: '2026-11-10',
    },
    expect.objectContaining({ date: '2026-12-10' }),
  ]);
  expect((await itemOf('finality'))?.lines.map((l) => l.text.zh)).toEqual([
    '裁决样劳人仲裁字〔2026〕1号：未登记是否终局',
    '裁决样劳人仲裁字〔2026〕1号：未登记生效日期',
  ]);
  expect(await stateOf(caseId)).toMatchObject({ payments: 'done' });
  await call('outcomes.save', {
    ...(await base(caseId)),
    outcomeId: saved.id,
    outcome: { ...award, finality: 'non-final', effectiveOn: '2026-11-16' },
  });
  expect(await stateOf(caseId)).toMatchObject({ finality: 'done', instalments: 'open' });
  // Somebody records that all was paid, and the payments are not there.
  await call('cases.recordEvent', {
    ...(await base(caseId)),
    eventId: null,
    event: { type: 'paid-in-full', date: '2026-11-20' },
  });
  expect((await itemOf('payments'))?.lines.map((l) => l.text.zh)).toEqual([
    '已登记全部履行，付款记录还差5,000.00元',
  ]);
  await call('outcomes.savePayment', {
    ...(await base(caseId)),
    paymentId: null,
    payment: { date: '2026-11-20', amountFen: 500_000, payer: '样例公司', allocation: 'oldest' },
  });
  expect(await stateOf(caseId)).toMatchObject({ payments: 'done', instalments: 'done' });
});

test('a right whose time is over holds nothing up and is not proposed', async () => {
  const received = (date: string): Partial<IntakeInput> => ({
    events: [
      { type: 'application-submitted', date: '2026-05-06' },
      { type: 'accepted', date: '2026-05-08' },
      { type: 'award-made-final', date: '2026-06-20' },
      { type: 'award-received-by-applicant', date },
      { type: 'award-received-by-respondent', date },
    ],
  });
  const told = async (caseId: string) =>
    (await call('families.next', { caseId }))
      .filter((w) => w.by !== null)
      .map((w) => [w.routeId, w.by, w.lapsed, w.follows]);
  const late = await take(received('2026-06-22'));
  expect(await told(late)).toEqual([
    ['arbitration-to-litigation', '2026-07-07', true, false],
    ['arbitration-to-set-aside', '2026-07-22', true, false],
  ]);
  expect((await stateOf(late)).next).toBe('not-needed');
  const running = await take(received('2026-11-16'));
  expect(await told(running)).toEqual([
    ['arbitration-to-litigation', '2026-12-01', false, true],
    ['arbitration-to-set-aside', '2026-12-16', false, true],
  ]);
  expect((await stateOf(running)).next).toBe('open');
});

test('a mediation that a party ended goes on in arbitration', async () => {
  const caseId = await take({
    track: 'mediation',
    events: [
      { type: 'mediation-applied', date: '2026-11-02' },
      { type: 'mediation-withdrawn', date: '2026-11-05' },
    ],
  });
  const [way] = await call('families.next', { caseId });
  // When the mediation should have ended is no last day for arbitration.
  expect(way).toMatchObject({ routeId: 'mediation-to-arbitration', follows: true, by: null });
});
