import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf } from '../../electron/core/client.ts';
import { readSpreadsheet } from '../../electron/core/spreadsheet/index.ts';
import type { Client, Input } from '../../shared/contract/api.ts';
import type { OutcomeInput } from '../../shared/features/outcomes/outcome.schemas.ts';
import { openTestApp, type TestApp, testPassphrase, testUser } from '../support/open-test-app.ts';
import { days, failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
let other: Client;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);

beforeAll(async () => {
  app = await openTestApp();
  other = clientOf(app.core, { sessionId: 'second-window' });
  await other.call('office.unlock', { userName: testUser, passphrase: testPassphrase });
});
afterAll(() => app.core.close());

const since = '2026-01-01T00:00:00.000Z';
const change = async (caseId: string) => ({
  caseId,
  expectedVersion: (await call('cases.get', { caseId })).version,
});
const view = (caseId: string) => call('outcomes.forCase', { caseId });
const codesOf = async (of: Promise<unknown>) =>
  ((await failureOf(of)).issues ?? []).map((i) => `${i.path} ${i.code}`);
const ruleOf = async (of: Promise<unknown>) => (await failureOf(of)).details?.rule;

/** Two workers, 3,000 and 6,000 yuan owed. */
async function newCase(more: Parameters<typeof intake>[0] = {}) {
  const { caseId } = await call(
    'cases.create',
    intake({
      workers: [worker('样例甲', { arrears: [days('10')] }), worker('样例乙', { arrears: [days('20')] })],
      respondents: [respondent],
      project: { name: '样例花园', site: null, teamLeader: null },
      ...more,
    }),
  );
  const [a = '', b = ''] = (await call('cases.members', { caseId })).map((m) => m.id);
  return { caseId, a, b };
}

const line = (memberId: string, claimedFen: number, amountFen: number | null, more = {}) => ({
  memberId,
  item: 'arrears',
  claimedFen,
  amountFen,
  ...more,
});
const plan = (...instalments: (readonly [due: string, amountFen: number])[]) => ({
  instalments: instalments.map(([due, amountFen]) => ({ due, amountFen })),
});
const settlement = (lines: OutcomeInput['lines'], more: Partial<OutcomeInput> = {}): OutcomeInput => ({
  kind: 'settlement',
  state: 'in-force',
  form: 'mediation',
  madeOn: '2026-10-08',
  lines,
  plan: plan(),
  ...more,
});
const saveOutcome = async (caseId: string, outcome: OutcomeInput, outcomeId: string | null = null) =>
  call('outcomes.save', { ...(await change(caseId)), outcomeId, outcome });
type Payment = Input<'outcomes.savePayment'>['payment'];
const pay = async (caseId: string, date: string, amountFen: number, more: Partial<Payment> = {}) =>
  call('outcomes.savePayment', {
    ...(await change(caseId)),
    paymentId: null,
    payment: { date, amountFen, payer: '样例建筑劳务有限公司', allocation: 'oldest', ...more },
  });

/** 4,500 of 9,000 yuan agreed in two instalments, the first of which falls on a Saturday. */
async function agreed() {
  const made = await newCase({
    track: 'mediation',
    events: [
      { type: 'mediation-applied', date: '2026-09-20', note: null },
      { type: 'mediation-accepted', date: '2026-09-22', note: null },
    ],
  });
  const { id } = await saveOutcome(
    made.caseId,
    settlement([line(made.a, 300_000, 150_000), line(made.b, 600_000, 300_000)], {
      plan: plan(['2026-11-14', 225_000], ['2026-12-15', 225_000]),
    }),
  );
  return { ...made, id };
}

test('an agreement shows three columns, opens its windows and puts its payments on the board', async () => {
  const { caseId, id } = await agreed();
  const { outcomes, ledger, nextSteps, recovery, basis } = await view(caseId);
  expect(basis.map((b) => [b.claimedFen, b.computedFen])).toEqual([
    [300_000, 300_000],
    [600_000, 600_000],
  ]);
  expect(outcomes).toMatchObject([{ id, state: 'in-force', unrecorded: [] }]);
  // 14 November 2026 is a Saturday: in time until Monday, and nothing came.
  expect(ledger.dues.map((d) => [d.due, d.lastDay, d.amountFen, d.state, d.accelerated])).toEqual([
    ['2026-11-14', '2026-11-16', 225_000, 'overdue', false],
    ['2026-12-15', '2026-12-15', 225_000, 'upcoming', true],
  ]);
  expect(ledger.totals).toMatchObject({ overdueFen: 225_000, claimableFen: 450_000, interestFen: null });
  // 仲裁审查 15 days from 8 October is out, 司法确认 30 days ended on Saturday 7 November and rolled to the 9th.
  expect(nextSteps.map((s) => [s.id, s.due, s.state])).toEqual([
    ['review', '2026-10-23', 'lapsed'],
    ['confirmation', '2026-11-09', 'lapsed'],
    ['payment-order', null, 'open'],
    ['suit', '2029-11-16', 'open'],
    ['arbitration', null, 'open'],
  ]);
  expect(recovery).toEqual({
    claimedFen: 900_000,
    computedFen: 900_000,
    grantedFen: 450_000,
    paidFen: 0,
    owedFen: 450_000,
    overFen: 0,
  });
  const board = await call('deadlines.board', {});
  expect(board.overdue.find((r) => r.caseId === caseId)).toMatchObject({
    ruleId: 'perform-instalment',
    due: '2026-11-16',
  });
  expect((await call('cases.get', { caseId })).events.map((e) => e.type)).toContain('mediation-agreed');
  expect(await call('cases.list', { filter: {}, sort: { by: 'nextDate', direction: 'asc' } })).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ id: caseId, nextDate: '2026-11-16' })]),
  });
});

test('a payment goes to the oldest instalment, shared by what each is owed, and clears the board', async () => {
  const { caseId, a, b } = await agreed();
  await pay(caseId, '2026-11-20', 100_000);
  const { ledger, payments } = await view(caseId);
  expect(payments[0]?.parts).toEqual([
    { memberId: a, amountFen: 33_333 },
    { memberId: b, amountFen: 66_667 },
  ]);
  expect(ledger.totals).toMatchObject({ paidFen: 100_000, openFen: 350_000, overdueFen: 125_000 });
  await pay(caseId, '2026-11-21', 350_000);
  const done = await view(caseId);
  expect(done.ledger.totals).toMatchObject({ paidFen: 450_000, openFen: 0 });
  expect(done.closing.map((c) => c.event)).toEqual(['agreement-performed']);
  expect(done.nextSteps).toEqual([]);
  const board = await call('deadlines.board', {});
  expect(
    [...board.overdue, ...board.later].some((r) => r.caseId === caseId && r.ruleId === 'perform-instalment'),
  ).toBe(false);
});

test('more than is owed is refused, or kept by an explicit choice and set off against nobody', async () => {
  const { caseId, a } = await agreed();
  const failure = await failureOf(pay(caseId, '2026-11-20', 500_000));
  expect(failure.issues).toEqual([
    { path: 'amountFen', code: 'payment-above-owed', params: { owed: '4,500.00', over: '500.00' } },
  ]);
  expect((await view(caseId)).payments).toEqual([]);
  const toOne = { allocation: 'chosen' as const, parts: [{ memberId: a, amountFen: 160_000 }] };
  expect(await codesOf(pay(caseId, '2026-11-20', 160_000, toOne))).toEqual(['amountFen payment-above-owed']);
  await pay(caseId, '2026-11-20', 160_000, { ...toOne, overpayment: 'keep' });
  const { ledger, recovery } = await view(caseId);
  expect(ledger.totals).toMatchObject({ paidFen: 150_000, openFen: 300_000, overFen: 10_000 });
  expect(recovery).toMatchObject({ paidFen: 150_000, owedFen: 300_000, overFen: 10_000 });
  await pay(caseId, '2026-11-21', 400_000, { overpayment: 'keep' });
  expect((await view(caseId)).ledger.totals).toMatchObject({ openFen: 0, overFen: 110_000 });
});

test('bad payments are refused by name, and nothing changes', async () => {
  const { caseId, a } = await agreed();
  expect(await codesOf(pay(caseId, '2026-11-20', 0))).toEqual(['payment.amountFen amount-not-positive']);
  expect(await codesOf(pay(caseId, '2026-11-20', -5))).toEqual(
    expect.arrayContaining(['payment.amountFen amount-negative']),
  );
  expect(await codesOf(pay(caseId, '2026-12-20', 100))).toEqual(['date payment-in-future']);
  expect(
    await codesOf(
      pay(caseId, '2026-11-20', 100, { allocation: 'chosen', parts: [{ memberId: a, amountFen: 90 }] }),
    ),
  ).toEqual(['parts parts-not-total']);
  expect(await ruleOf(pay((await newCase()).caseId, '2026-11-20', 100))).toBe('payment-before-outcome');
  expect((await view(caseId)).payments).toEqual([]);
});

test('before a case or a worker goes, its agreement, payments, hearings, tasks and family are said', async () => {
  const { caseId, a } = await agreed();
  const of = async (kind: 'case' | 'member', id: string) =>
    Object.fromEntries(
      (await call('bin.dependents', { kind, ids: [id] })).map((d) => [d.what, d.count] as const),
    );
  expect(await of('member', a)).toMatchObject({ granted: 1 });
  const single = await of('case', caseId);
  expect(single).toMatchObject({ outcomes: 1 });
  for (const what of ['payments', 'tasks', 'cases', 'sessions']) expect(single).not.toHaveProperty(what);
  await pay(caseId, '2026-11-17', 1_000);
  await call('tasks.save', { about: { caseId }, title: '样例：催款' });
  const other = (await newCase()).caseId;
  await call('families.link', { ...(await change(caseId)), otherId: other, kind: 'related', note: null });
  expect(await of('case', caseId)).toMatchObject({ outcomes: 1, payments: 1, tasks: 1, cases: 1 });
  // What goes along is no case that stays.
  const both = await call('bin.dependents', { kind: 'case', ids: [caseId, other] });
  expect(both.map((d) => d.what)).not.toContain('cases');
});

test('a payment taken back after the next step was filed is warned of, allowed and on record', async () => {
  const { caseId } = await agreed();
  const { id } = await pay(caseId, '2026-11-17', 225_000);
  expect(await call('bin.dependents', { kind: 'payment', ids: [id] })).toEqual([]);
  await call('cases.recordEvent', {
    ...(await change(caseId)),
    eventId: null,
    event: { type: 'agreement-defaulted', date: '2026-11-18', note: null },
  });
  expect(await call('bin.dependents', { kind: 'payment', ids: [id] })).toEqual([
    { what: 'remedies', count: 1 },
  ]);
  await call('outcomes.removePayment', { ...(await change(caseId)), paymentId: id });
  const { payments, ledger } = await view(caseId);
  expect(payments).toMatchObject([{ id, removedAt: expect.any(String), remedies: [{ date: '2026-11-18' }] }]);
  expect(ledger.totals.paidFen).toBe(0);
  const { items } = await call('audit.list', { caseId });
  expect(items[0]).toMatchObject({ verb: 'payment.removed' });
  await call('outcomes.restorePayment', { ...(await change(caseId)), paymentId: id });
  expect((await view(caseId)).ledger.totals.paidFen).toBe(225_000);
});

test('every act can be taken back, and what follows from it comes back with it', async () => {
  const { caseId, a, b, id } = await agreed();
  const last = async () => (await call('undo.last', { scope: caseId, since })).act?.id ?? '';
  await pay(caseId, '2026-11-20', 100_000);
  await call('undo.undo', { actId: await last() });
  expect((await view(caseId)).recovery).toMatchObject({ paidFen: 0, owedFen: 450_000 });
  await call('outcomes.remove', { ...(await change(caseId)), outcomeId: id });
  expect((await view(caseId)).recovery).toMatchObject({ grantedFen: 0, owedFen: 0 });
  expect((await call('cases.get', { caseId })).events.map((e) => e.type)).not.toContain('mediation-agreed');
  await call('undo.undo', { actId: await last() });
  expect((await view(caseId)).recovery).toMatchObject({ grantedFen: 450_000 });
  expect((await call('cases.get', { caseId })).events.map((e) => e.type)).toContain('mediation-agreed');
  await saveOutcome(
    caseId,
    settlement([line(a, 300_000, 300_000), line(b, 600_000, 600_000)], { performBy: '2026-12-01' }),
    id,
  );
  expect((await view(caseId)).recovery.grantedFen).toBe(900_000);
  await call('undo.undo', { actId: await last() });
  expect((await view(caseId)).recovery.grantedFen).toBe(450_000);
});

test('a settlement that does not add up is refused, each fault by its field', async () => {
  const { caseId, a, b } = await newCase();
  const lines = [line(a, 300_000, 150_000), line(b, 600_000, 300_000)];
  const codes = (outcome: OutcomeInput) => codesOf(saveOutcome(caseId, outcome));
  expect(await codes(settlement(lines, { plan: plan(['2026-11-14', 449_999]) }))).toEqual([
    'plan.instalments plan-not-total',
  ]);
  expect(await codes(settlement(lines, { madeOn: null }))).toEqual(['madeOn required']);
  expect(await codes(settlement([line(a, 300_000, null)]))).toEqual(['lines amounts-missing']);
  expect(await codes(settlement([line(a, 300_000, 0)]))).toEqual(['lines nothing-agreed']);
  expect(await codes(settlement([...lines, line(a, 1, 1)]))).toEqual(['lines.2.item line-twice']);
  expect(await codes(settlement(lines, { performBy: '2026-10-01' }))).toEqual(['performBy before-made']);
  expect(await codes(settlement(lines, { clauses: [{ id: 'sum', text: '{付款方}支付4500元。' }] }))).toEqual([
    'clauses.0 clause-figure-typed',
  ]);
  expect(await codes(settlement([line(a, -1, 1)]))).toContain('outcome.lines.0.claimedFen amount-negative');
  expect((await view(caseId)).outcomes).toEqual([]);
  // A draft may be incomplete, and is owed by nobody.
  await saveOutcome(caseId, settlement([line(a, 300_000, null)], { state: 'draft', madeOn: null }));
  expect((await view(caseId)).recovery.grantedFen).toBe(0);
});

test('an award: final item by item, windows from each receipt, interest once it is due', async () => {
  const { caseId, a, b } = await newCase({
    events: [
      { type: 'application-submitted', date: '2026-08-03', note: null },
      { type: 'accepted', date: '2026-08-06', note: null },
      { type: 'copy-served', date: '2026-08-07', note: null },
      { type: 'hearing-set', date: '2026-09-01', setOn: '2026-08-17', note: null },
      { type: 'hearing-held', date: '2026-09-01', note: null },
    ],
  });
  await saveOutcome(caseId, {
    kind: 'award',
    state: 'in-force',
    finality: 'final',
    number: '测劳人仲案字〔2026〕第1号',
    madeOn: '2026-09-10',
    servedWorkerOn: '2026-09-16',
    servedEmployerOn: '2026-09-17',
    effectiveOn: '2026-09-10',
    performBy: '2026-09-25',
    lines: [line(a, 300_000, 300_000), line(b, 600_000, 0)],
    plan: plan(),
  });
  const { outcomes, ledger, nextSteps } = await view(caseId);
  const [award] = outcomes;
  expect(award?.lines.map((l) => [l.refusedFen, l.verdict])).toEqual([
    [0, 'final'],
    [600_000, 'none'],
  ]);
  expect(award?.workerVerdicts).toEqual({ [a]: 'final', [b]: 'none' });
  // 15 days from 16 September end on 1 October and roll over the holidays; 30 days from the 17th on Saturday the 17th.
  expect(award?.windows.map((w) => [w.ruleId, w.who, w.due])).toEqual([
    ['suit-final-worker', 'worker', '2026-10-08'],
    ['setaside', 'employer', '2026-10-19'],
  ]);
  const { events } = await call('cases.get', { caseId });
  expect(events.map((e) => e.type)).toEqual(
    expect.arrayContaining([
      'award-made-final',
      'award-received-by-applicant',
      'award-received-by-respondent',
    ]),
  );
  const dates = await call('deadlines.forCase', { caseId });
  expect(dates.find((d) => d.ruleId === 'suit-final-worker')).toMatchObject({ due: '2026-10-08' });
  // 25 September 2026 is a holiday: in time until the 28th. To 23 November: 56 days × 0.0175% × 3,000 yuan.
  expect(ledger.dues[0]).toMatchObject({ due: '2026-09-25', lastDay: '2026-09-28', state: 'overdue' });
  expect(ledger.totals.interestFen).toBe(2_940);
  expect(nextSteps).toMatchObject([{ id: 'enforcement', state: 'open', due: '2028-09-28' }]);
  await pay(caseId, '2026-10-28', 100_000);
  // 30 days on 3,000, 26 days on 2,000.
  expect((await view(caseId)).ledger.totals.interestFen).toBe(1_575 + 910);
});

test('a judgment takes the award’s place, and what was paid carries over', async () => {
  const { caseId, a, b } = await newCase();
  const award: OutcomeInput = {
    kind: 'award',
    state: 'in-force',
    finality: 'non-final',
    madeOn: '2026-06-10',
    performBy: '2026-07-10',
    lines: [line(a, 300_000, 200_000), line(b, 600_000, 400_000)],
    plan: plan(),
  };
  const first = await saveOutcome(caseId, award);
  await pay(caseId, '2026-08-01', 150_000);
  const second = await saveOutcome(caseId, {
    ...award,
    kind: 'judgment',
    instance: 'second',
    finality: null,
    madeOn: '2026-10-12',
    performBy: '2026-10-30',
    lines: [line(a, 300_000, 300_000), line(b, 600_000, 600_000)],
    replaces: first.id,
  });
  const now = await view(caseId);
  expect(now.recovery).toMatchObject({ grantedFen: 900_000, paidFen: 150_000, owedFen: 750_000 });
  expect(now.outcomes.map((o) => o.replacedBy)).toEqual([second.id, null]);
  // The case is in arbitration: the judgment's days are shown as not in its procedure, and lost nowhere.
  expect(now.outcomes[1]?.unrecorded.map((u) => u.event)).toEqual(['final-judgment']);
  await call('outcomes.remove', { ...(await change(caseId)), outcomeId: second.id });
  expect((await view(caseId)).recovery).toMatchObject({ grantedFen: 600_000, paidFen: 150_000 });
});

test('two people at once: the slower one is told, and two payments do not cross', async () => {
  const { caseId, a, b, id } = await agreed();
  const { version } = await call('cases.get', { caseId });
  const outcome = settlement([line(a, 300_000, 1), line(b, 600_000, 2)], { performBy: '2026-12-01' });
  const based = { caseId, expectedVersion: version, recordVersion: 0, outcomeId: id, outcome };
  await call('outcomes.save', based);
  expect((await failureOf(other.call('outcomes.save', based))).code).toBe('conflict');
  const payment: Payment = { date: '2026-11-20', amountFen: 1, payer: '样例', allocation: 'oldest' };
  const one = { caseId, expectedVersion: version, recordVersion: 0, paymentId: null, payment };
  await call('outcomes.savePayment', one);
  await other.call('outcomes.savePayment', one);
  expect((await view(caseId)).ledger.totals).toMatchObject({ paidFen: 2, openFen: 1 });
});

test('a worker who leaves the case takes the share along, and brings it back', async () => {
  const { caseId, b } = await agreed();
  const removed = await call('cases.removeMembers', { ...(await change(caseId)), memberIds: [b] });
  expect((await view(caseId)).recovery).toMatchObject({ grantedFen: 150_000, claimedFen: 300_000 });
  await call('cases.restoreMembers', { caseId, expectedVersion: removed.version, memberIds: [b] });
  expect((await view(caseId)).recovery).toMatchObject({ grantedFen: 450_000, claimedFen: 900_000 });
});

test('what was recovered adds up the same by worker, case, employer and project, and is exported', async () => {
  const lists = await Promise.all(
    (['worker', 'case', 'employer', 'project'] as const).map((by) => call('recovered.list', { by })),
  );
  const [first] = lists;
  expect(first?.totals.grantedFen).toBeGreaterThan(0);
  for (const { rows, totals } of lists) {
    expect(totals).toEqual(first?.totals);
    for (const key of ['claimedFen', 'computedFen', 'grantedFen', 'paidFen', 'owedFen', 'overFen'] as const)
      expect(rows.reduce((s, r) => s + r[key], 0)).toBe(totals[key]);
  }
  expect(lists[2]?.rows).toMatchObject([{ label: '样例建筑劳务有限公司', cases: lists[1]?.count }]);
  expect(lists[3]?.rows).toMatchObject([{ label: '样例花园' }]);
  const owed = await call('recovered.list', { by: 'case', owedOnly: true, text: '2026' });
  expect(owed.rows.every((r) => r.owedFen > 0)).toBe(true);
  const { token, rows } = await call('recovered.export', { by: 'case', format: 'xlsx' });
  const file = await app.core.fileFor(app.caller, token);
  const [sheet] = (await readSpreadsheet('x.xlsx', file?.bytes ?? new Uint8Array())).sheets;
  expect(sheet?.rows).toHaveLength(rows + 2);
  expect(sheet?.rows[0]?.map((c) => c.text).slice(0, 5)).toEqual([
    '案件',
    '案件编号',
    '案件数',
    '人数',
    '请求',
  ]);
  const csv = await call('recovered.export', { by: 'worker', format: 'csv', language: 'en' });
  expect(new TextDecoder().decode((await app.core.fileFor(app.caller, csv.token))?.bytes)).toContain(
    '样例甲',
  );
});
