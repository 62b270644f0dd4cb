import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf } from '../../electron/core/client.ts';
import { openTestApp, type TestApp, testPassphrase } from '../support/open-test-app.ts';
import { days, failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
let caseId = '';
let memberId = '';
const ids: Record<string, string> = {};
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);
const change = async () => ({ caseId, expectedVersion: (await call('cases.get', { caseId })).version });
const since = '2026-01-01T00:00:00.000Z';
const month = { subsidyFen: 0, overtimeFen: 0, bonusFen: 0 };

beforeAll(async () => {
  app = await openTestApp();
  ({ caseId } = await call(
    'cases.create',
    intake({ workers: [worker('样例甲', { arrears: [days('10')] })], respondents: [respondent] }),
  ));
  memberId = (await call('cases.members', { caseId }))[0]?.id ?? '';
  ({ id: ids.outcome = '' } = await call('outcomes.save', {
    ...(await change()),
    outcomeId: null,
    outcome: {
      kind: 'settlement',
      state: 'in-force',
      number: '样调协〔2026〕第0077号',
      payer: '样例总包集团',
      madeOn: '2026-10-08',
      lines: [{ memberId, item: 'arrears', claimedFen: 300_000, amountFen: 250_000 }],
      plan: {
        instalments: [
          { due: '2026-11-14', amountFen: 130_000 },
          { due: '2026-12-15', amountFen: 120_000 },
        ],
      },
      clauses: [{ id: 'sum', text: '{付款方}自愿向{劳动者}支付{总额}，互谅互让。' }],
    },
  }));
  ({ id: ids.payment = '' } = await call('outcomes.savePayment', {
    ...(await change()),
    paymentId: null,
    payment: {
      date: '2026-11-10',
      amountFen: 45_600,
      payer: '样例劳务班组',
      voucher: '回单7788',
      note: '现场发放，签字领取',
      allocation: 'oldest',
    },
  }));
  await call('claims.saveItem', {
    ...(await change()),
    itemId: null,
    memberId,
    calculator: 'economic-compensation',
    inputs: {
      hireDate: '2023-03-01',
      lastDay: '2026-08-31',
      avgMonthlyWage12m: '6000',
      reason: 'forced-resignation',
    },
  });
  await call('claims.saveWages', {
    ...(await change()),
    memberId,
    months: [{ month: '2026-03', baseFen: 512_300, ...month }],
  });
  await call('documents.saveParticulars', {
    caseId,
    topic: 'settlement',
    expectedVersion: 0,
    values: { relation: '劳动关系已于月底解除', undisputed: 98_700 },
  });
});
afterAll(() => app.core.close());

const find = async (text: string) =>
  (await call('search.find', { text })).groups.flatMap((g) =>
    g.kind === 'rule' ? [] : g.hits.map((h) => h.kind),
  );

test.each([
  ['样调协', 'outcome'],
  ['第77号', 'outcome'],
  ['互谅互让', 'outcome'],
  ['样例总包', 'outcome'],
  ['1300元', 'outcome'],
  ['2,500.00', 'outcome'],
  ['2026-12-15', 'outcome'],
  ['劳务班组', 'payment'],
  ['lwbz', 'payment'],
  ['回单7788', 'payment'],
  ['签字领取', 'payment'],
  ['456', 'payment'],
  ['经济补偿', 'claim'],
  ['jjbc', 'claim'],
  ['5123元', 'wages'],
  ['2026-03', 'wages'],
  ['月底解除', 'particulars'],
  ['987元', 'particulars'],
])('%s finds the %s', async (text, kind) => {
  expect(await find(text)).toContain(kind);
  expect(await call('search.verify', {})).toMatchObject({ missing: 0, stale: 0, orphaned: 0 });
});

test('a figure in a clause is a token and not found by its name', async () => {
  expect(await find('总额')).not.toContain('outcome');
});

test('a lawyer finds what a case brought in only while it is theirs', async () => {
  const texts = ['样调协', '回单7788', 'jjbc', '5123元', '月底解除'];
  const { id, passphrase } = await call('users.add', { name: '样律师', role: 'lawyer' });
  const lawyer = clientOf(app.core, { sessionId: 'lawyer' });
  await lawyer.call('office.unlock', { userName: '样律师', passphrase: passphrase ?? '' });
  await lawyer.call('office.changePassphrase', { current: passphrase ?? '', next: '样律师自己的口令' });
  const kinds = async () => {
    const found = [];
    for (const text of texts)
      for (const g of (await lawyer.call('search.find', { text })).groups)
        if (g.kind !== 'rule' && g.hits.length > 0) found.push(g.kind);
    return [...new Set(found)].sort();
  };
  expect(await kinds()).toEqual([]);
  const { handlerId } = await call('cases.get', { caseId });
  const give = async (toId: string) => call('cases.handOver', { cases: [await change()], toId });
  await give(id);
  expect(await kinds()).toEqual(
    expect.arrayContaining(['claim', 'outcome', 'particulars', 'payment', 'wages']),
  );
  await give(handlerId);
  expect(await kinds()).toEqual([]);
});

test('what was entered last is taken back, found no more, and can be entered again', async () => {
  const undo = async () => {
    const { act } = await call('undo.last', { scope: caseId, since });
    await call('undo.undo', { actId: act?.id ?? '' });
    return act;
  };
  expect(await undo()).toMatchObject({
    verb: 'document.particulars-saved',
    kind: 'particulars',
    label: 'settlement',
  });
  // What the outcomes tell stays; of what was typed nothing is left.
  const left = await call('documents.particulars', { caseId });
  expect(left.map((p) => [p.topic, p.version, p.kept])).toEqual([
    ['settlement', 0, []],
    ['payment-order', 0, []],
  ]);
  expect(left[0]?.values).not.toHaveProperty('relation');
  expect(await find('月底解除')).toEqual([]);
  const { version } = await call('documents.saveParticulars', {
    caseId,
    topic: 'settlement',
    expectedVersion: 0,
    values: { relation: '另行约定交接', undisputed: null },
  });
  expect(
    await failureOf(
      call('documents.saveParticulars', {
        caseId,
        topic: 'settlement',
        expectedVersion: 0,
        values: { relation: '第二人所填' },
      }),
    ),
  ).toMatchObject({ code: 'conflict' });
  await call('documents.saveParticulars', {
    caseId,
    topic: 'settlement',
    expectedVersion: version,
    values: { relation: '改为协商一致' },
  });
  expect(await find('协商一致')).toEqual(['particulars']);
  await undo();
  expect(await find('另行约定交接')).toEqual(['particulars']);
  await undo();
  // The month table.
  expect(await undo()).toMatchObject({ kind: 'wages', label: '' });
  expect((await call('claims.wages', { caseId, memberId })).months).toEqual([]);
  expect(await find('5123元')).toEqual([]);
  await call('claims.saveWages', {
    ...(await change()),
    memberId,
    months: [{ month: '2026-04', baseFen: 600_100, ...month }],
  });
  await call('claims.saveWages', { ...(await change()), memberId, months: [] });
  expect(await find('6001元')).toEqual([]);
  await undo();
  expect(await find('6001元')).toContain('wages');
  expect(await call('search.verify', {})).toMatchObject({ missing: 0, stale: 0, orphaned: 0 });
});

test('what hangs on a worker in the bin, and a case in the bin, is nobody’s to see', async () => {
  await call('cases.saveMember', { ...(await change()), memberId: null, worker: worker('样例乙') });
  await call('cases.removeMembers', { ...(await change()), memberIds: [memberId] });
  for (const text of ['经济补偿', '6001元']) expect(await find(text), text).toEqual([]);
  await call('cases.restoreMembers', { ...(await change()), memberIds: [memberId] });
  expect(await find('6001元')).toContain('wages');
  await call('cases.remove', { cases: [await change()] });
  for (const text of ['样调协', '劳务班组', '经济补偿', '6001元']) {
    const kinds = await find(text);
    expect(
      kinds.filter((k) => k !== 'rule'),
      text,
    ).toEqual([]);
  }
});

test('somebody whose passphrase another has chosen finds nothing', async () => {
  await call('users.add', { name: '样新人', role: 'reader', passphrase: testPassphrase });
  const fresh = clientOf(app.core, { sessionId: 'fresh' });
  await fresh.call('office.unlock', { userName: '样新人', passphrase: testPassphrase });
  expect(await failureOf(fresh.call('search.find', { text: '样调协' }))).toMatchObject({
    code: 'permission-denied',
  });
});

test('agreements without a number are told apart by their workers and sums, in the search and in the bin', async () => {
  const pair = await call(
    'cases.create',
    intake({ workers: [worker('同日甲'), worker('同日乙')], respondents: [respondent] }),
  );
  const members = (await call('cases.members', { caseId: pair.caseId })).map((m) => m.id);
  const save = async (of: readonly string[], amountFen: number) =>
    call('outcomes.save', {
      caseId: pair.caseId,
      expectedVersion: (await call('cases.get', { caseId: pair.caseId })).version,
      outcomeId: null,
      outcome: {
        kind: 'settlement',
        state: 'in-force',
        payer: '同日付款公司',
        madeOn: '2026-10-09',
        lines: of.map((id) => ({ memberId: id, item: 'arrears', claimedFen: 500_000, amountFen })),
        plan: { instalments: [] },
      },
    });
  await save(members.slice(0, 1), 100_000);
  const { id } = await save(members, 123_400);
  const { groups } = await call('search.find', { text: '同日付款公司' });
  const titles = ['2026-10-09 同日甲 1,000.00', '2026-10-09 同日甲（2） 2,468.00'];
  const found = groups.flatMap((g) => g.hits).filter((h) => h.kind === 'outcome');
  expect(found.map((h) => h.title).sort()).toEqual(titles);
  const { version } = await call('cases.get', { caseId: pair.caseId });
  await call('outcomes.remove', {
    caseId: pair.caseId,
    expectedVersion: version,
    outcomeId: id,
  });
  const [gone] = (await call('bin.list', {})).items;
  expect(gone).toMatchObject({ kind: 'outcome', label: titles[1] });
});
