import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSpreadsheet } from '../../electron/core/spreadsheet/index.ts';
import type { Input, Output } from '../../shared/contract/api.ts';
import type { WorkerInput } from '../../shared/features/cases/case.schemas.ts';
import { checksOf, totalsOf } from '../../shared/features/group/group.checks.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { days, failureOf, halfYear, intake, respondent, rosterLines, worker } from '../support/records.ts';

let app: TestApp;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);

beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.core.close());

type Row = Input<'group.save'>['rows'][number];
type Matrix = Output<'group.matrix'>;

async function newCase(...workers: WorkerInput[]): Promise<string> {
  const { caseId } = await call('cases.create', intake({ workers, respondents: [respondent] }));
  return caseId;
}
const matrixOf = (caseId: string): Promise<Matrix> => call('group.matrix', { caseId });
const change = async (caseId: string) => ({
  caseId,
  expectedVersion: (await call('cases.get', { caseId })).version,
});
const save = async (caseId: string, rows: Row[]) => call('group.save', { ...(await change(caseId)), rows });
const undoLast = async (caseId: string): Promise<void> => {
  const { act } = await call('undo.last', { scope: caseId, since: '2020-01-01T00:00:00Z' });
  await call('undo.undo', { actId: act?.id ?? '' });
};
const plain = (name: string): WorkerInput => ({ name, job: {} });
/** Rows without what rises with every change. */
const content = ({ rows, ...rest }: Matrix) => ({ ...rest, rows: rows.map(({ version: _, ...r }) => r) });

test('cells of many workers are saved at once, with one entry, and one undo takes all of it back', async () => {
  const caseId = await newCase(plain('样例甲'), plain('样例乙'), worker('样例丙', { arrears: [days('10')] }));
  const before = await matrixOf(caseId);
  const [a, b, c] = before.rows;
  const { added, changed } = await save(caseId, [
    {
      memberId: a?.memberId ?? '',
      set: { start: '2024-01-02', rate: 600_000, 'claim:annual-leave-pay': 150_000 },
    },
    { memberId: b?.memberId ?? '', set: { arrears: 500_000, period: '2026-03-01/2026-05-31' } },
    {
      memberId: null,
      set: { name: '样例丁', phone: '13800000004', arrears: 70_050, period: '2026-04-01/2026-04-30' },
    },
  ]);
  expect({ added: added.length, changed }).toEqual({ added: 1, changed: 2 });
  const after = await matrixOf(caseId);
  expect(after.rows.map((r) => r.claimedFen)).toEqual([150_000, 500_000, 300_000, 70_050]);
  expect(after.rows[0]?.values).toMatchObject({ start: '2024-01-02', rate: 600_000, wageUnit: 'month' });
  expect(after.rows[0]?.claims['annual-leave-pay']).toMatchObject({ claimedFen: 150_000, typed: true });
  expect(after.rows[1]).toMatchObject({ arrears: { direct: true, owedFen: 500_000 } });
  expect(after.rows[2]?.values).toEqual(c?.values);
  expect(after.totalFen).toBe(1_020_050);
  const { items } = await call('audit.list', {});
  expect(items.filter((e) => e.verb === 'group.saved')).toHaveLength(1);
  await undoLast(caseId);
  expect(content(await matrixOf(caseId))).toEqual(content(before));
  expect((await call('cases.get', { caseId })).amountFen).toBe(300_000);
});

test('a row that cannot be kept refuses all of them by row and column', async () => {
  const caseId = await newCase(
    plain('样例甲'),
    worker('样例乙', { arrears: [days('10'), days('5', '2026-04')] }),
  );
  const before = await matrixOf(caseId);
  const [a = '', b = ''] = before.rows.map((r) => r.memberId);
  const issuesOf = async (...rows: Row[]) => (await failureOf(save(caseId, rows))).issues;
  expect(
    await issuesOf({ memberId: a, set: { phone: '13800000001' } }, { memberId: b, set: { arrears: 1 } }),
  ).toEqual([{ path: 'rows.1.set.arrears', code: 'several-periods' }]);
  expect(await issuesOf({ memberId: a, set: { start: '2026-05-01', end: '2026-04-01' } })).toMatchObject([
    { path: 'rows.0.set.end', code: 'end-before-start' },
  ]);
  expect(await issuesOf({ memberId: a, set: { name: '' } })).toMatchObject([{ path: 'rows.0.set.name' }]);
  expect(await issuesOf({ memberId: a, set: { arrears: 100 } })).toMatchObject([{ code: 'period-needed' }]);
  expect(await issuesOf({ memberId: a, set: { 'claim:no-such-claim': 100 } })).toMatchObject([
    { path: 'rows.0.set.claim:no-such-claim', code: 'unknown-field' },
  ]);
  expect(
    await issuesOf({
      memberId: a,
      set: { 'claim:economic-compensation': 100, 'claim:unlawful-termination': 100 },
    }),
  ).toMatchObject([{ code: 'overlap-2n-excludes-n' }]);
  expect(content(await matrixOf(caseId))).toEqual(content(before));
});

test('a row that somebody else has changed is a conflict; another row is none', async () => {
  const caseId = await newCase(plain('样例甲'), plain('样例乙'));
  const { rows } = await matrixOf(caseId);
  const [a, b] = rows;
  const stale = await change(caseId);
  const row = (r: typeof a, phone: string): Row => ({
    memberId: r?.memberId ?? '',
    version: r?.version ?? 0,
    set: { phone },
  });
  await call('group.save', { ...stale, rows: [row(a, '13800000001')] });
  await call('group.save', { ...stale, rows: [row(b, '13800000002')] });
  expect((await failureOf(call('group.save', { ...stale, rows: [row(a, '13800000003')] }))).code).toBe(
    'conflict',
  );
  expect((await matrixOf(caseId)).rows.map((r) => r.values.phone)).toEqual(['13800000001', '13800000002']);
  // An amount of a claim is of the row, too.
  const [now] = (await matrixOf(caseId)).rows;
  const amount = (fen: number): Row => ({
    memberId: now?.memberId ?? '',
    version: now?.version ?? 0,
    set: { 'claim:economic-compensation': fen },
  });
  await call('group.save', { ...stale, rows: [amount(100_000)] });
  expect((await failureOf(call('group.save', { ...stale, rows: [amount(200_000)] }))).code).toBe('conflict');
  expect((await matrixOf(caseId)).rows[0]?.claims['economic-compensation']?.claimedFen).toBe(100_000);
});

test('an amount that was changed in the sheet of its claim is a conflict in the row, also when it is undone', async () => {
  const caseId = await newCase(halfYear('样例甲'), halfYear('样例乙'));
  const { rows } = await matrixOf(caseId);
  const [a, b] = rows;
  const versions = async () => (await matrixOf(caseId)).rows.map((r) => r.version);
  const typed = (row: typeof a): Row => ({
    memberId: row?.memberId ?? '',
    version: row?.version ?? 0,
    set: { 'claim:economic-compensation': 1_000_000 },
  });
  const item = {
    memberId: a?.memberId ?? '',
    calculator: 'economic-compensation',
    inputs: {
      hireDate: '2024-03-01',
      lastDay: '2026-06-30',
      avgMonthlyWage12m: '6000',
      reason: 'forced-resignation',
    },
  };
  await call('claims.saveItem', { ...(await change(caseId)), itemId: null, ...item });
  expect((await failureOf(save(caseId, [typed(a)]))).code).toBe('conflict');
  // The other worker's row is the same as before.
  expect((await versions())[1]).toBe(b?.version);
  const [before = 0] = await versions();
  await undoLast(caseId);
  expect((await versions())[0]).toBeGreaterThan(before);
  await save(caseId, [typed(b)]);
});

test('an amount typed over a computed one is what is asked for, everywhere, until it is taken back', async () => {
  const caseId = await newCase(halfYear('样例甲'), plain('样例乙'));
  const [a = '', b = ''] = (await matrixOf(caseId)).rows.map((r) => r.memberId);
  const column = 'claim:economic-compensation';
  await save(caseId, [
    { memberId: a, set: { [column]: 600_000 } },
    { memberId: b, set: { [column]: 900_000 } },
  ]);
  let cells = (await matrixOf(caseId)).rows.map((r) => r.claims['economic-compensation']);
  // Of the first the record knows everything: half a year is a month of 6,000.
  expect(cells[0]).toMatchObject({ claimedFen: 600_000, computedFen: 600_000, typed: false });
  expect(cells[1]).toMatchObject({ claimedFen: 900_000, computedFen: null, typed: true });
  await save(caseId, [{ memberId: a, set: { [column]: 500_000 } }]);
  cells = (await matrixOf(caseId)).rows.map((r) => r.claims['economic-compensation']);
  expect(cells[0]).toMatchObject({ claimedFen: 500_000, computedFen: 600_000, typed: true });
  const claims = await call('claims.forCase', { caseId });
  expect(claims.totalFen).toBe(3_600_000 + 1_400_000);
  expect(claims.members[0]?.items[0]).toMatchObject({
    amountFen: 500_000,
    computedFen: 600_000,
    now: null,
  });
  expect((await call('cases.get', { caseId })).amountFen).toBe(3_600_000 + 1_400_000);
  await save(caseId, [
    { memberId: a, set: { [column]: null } },
    { memberId: b, set: { [column]: null } },
  ]);
  const back = await matrixOf(caseId);
  expect(back.rows[0]?.claims['economic-compensation']).toMatchObject({
    claimedFen: 600_000,
    typed: false,
  });
  // Nothing was ever computed for the second: without its sum there is no claim.
  expect(back.rows[1]?.claims['economic-compensation']).toBeUndefined();
});

test('facts of the group are told once; who differs is an exception that stays until it is reset', async () => {
  const caseId = await newCase(plain('样例甲'), plain('样例乙'), {
    name: '样例丙',
    job: { end: '2026-02-28' },
  });
  const set = async (field: string, value: string | null, toAll = false) =>
    call('group.setShared', { ...(await change(caseId)), facts: [{ field, value, toAll }] });
  expect(await set('end', '2026-06-30')).toMatchObject({ changed: 2, exceptions: 1 });
  expect(await set('end', '2026-07-31')).toMatchObject({ changed: 2, exceptions: 1 });
  const { rows, shared } = await matrixOf(caseId);
  expect(shared).toEqual({ end: '2026-07-31' });
  expect(rows.map((r) => r.values.end)).toEqual(['2026-07-31', '2026-07-31', '2026-02-28']);
  await set('period', '2026-03-01/2026-07-31');
  const { added } = await save(caseId, [{ memberId: null, set: { name: '样例丁', arrears: 100_000 } }]);
  const fresh = (await matrixOf(caseId)).rows.find((r) => r.memberId === added[0]);
  expect(fresh?.values).toMatchObject({ end: '2026-07-31', period: '2026-03-01/2026-07-31' });
  expect(await set('period', '2026-04-01/2026-07-31')).toMatchObject({ changed: 1 });
  expect(await set('end', '2026-07-31', true)).toMatchObject({ changed: 1, exceptions: 0 });
  await undoLast(caseId);
  expect((await matrixOf(caseId)).rows[2]?.values.end).toBe('2026-02-28');
  await set('end', null);
  expect((await matrixOf(caseId)).shared).toEqual({ period: '2026-04-01/2026-07-31' });
  expect((await matrixOf(caseId)).rows[0]?.values.end).toBe('2026-07-31');
});

test('claims that stand on former facts are computed anew for the workers chosen', async () => {
  const caseId = await newCase(halfYear('样例甲'), halfYear('样例乙'));
  const ids = (await matrixOf(caseId)).rows.map((r) => r.memberId);
  await save(
    caseId,
    ids.map((memberId) => ({ memberId, set: { 'claim:economic-compensation': 600_000 } })),
  );
  await save(
    caseId,
    ids.map((memberId) => ({ memberId, set: { end: '2026-05-31' } })),
  );
  const stale = await matrixOf(caseId);
  expect(stale.rows.map((r) => r.claims['economic-compensation']?.outdated)).toEqual([true, true]);
  expect(stale.totalFen).toBe(8_400_000);
  const result = await call('group.recompute', { ...(await change(caseId)), memberIds: ids.slice(0, 1) });
  // Five months are half a month.
  expect(result).toMatchObject({ recomputed: 1, failed: 0, differenceFen: -300_000 });
  expect((await matrixOf(caseId)).rows.map((r) => r.claimedFen)).toEqual([3_900_000, 4_200_000]);
});

test('a part of the group settles, comes back, withdraws; each is recorded and can be undone', async () => {
  const caseId = await newCase(plain('样例甲'), plain('样例乙'), plain('样例丙'));
  const [a = '', b = '', c = ''] = (await matrixOf(caseId)).rows.map((r) => r.memberId);
  const act = async (
    kind: 'settle' | 'withdraw' | 'return',
    memberIds: string[],
    on: string,
    note: string | null = null,
  ) => call('group.act', { ...(await change(caseId)), kind, memberIds, on, note });
  const statuses = async () => (await matrixOf(caseId)).rows.map((r) => r.status);
  await act('settle', [a, b], '2026-11-01', '和解协议样例1号');
  expect((await matrixOf(caseId)).rows[0]).toMatchObject({
    status: 'settled',
    statusOn: '2026-11-01',
    statusNote: '和解协议样例1号',
  });
  expect((await failureOf(act('withdraw', [a, c], '2026-11-02'))).issues).toMatchObject([
    { code: 'group-status' },
  ]);
  expect((await failureOf(act('return', [a], '2026-10-01'))).issues).toMatchObject([
    { code: 'group-act-order' },
  ]);
  expect((await failureOf(act('settle', [c], '2026-12-01'))).issues).toMatchObject([
    { code: 'date-in-future' },
  ]);
  await act('return', [a], '2026-11-03');
  const { id: actId } = await act('withdraw', [c], '2026-11-04');
  expect(await statuses()).toEqual(['active', 'settled', 'withdrawn']);
  await call('group.removeAct', { ...(await change(caseId)), actId });
  expect(await statuses()).toEqual(['active', 'settled', 'active']);
  await call('group.restoreAct', { ...(await change(caseId)), actId });
  expect(await statuses()).toEqual(['active', 'settled', 'withdrawn']);
  await undoLast(caseId);
  expect(await statuses()).toEqual(['active', 'settled', 'active']);
});

test('a part that is split off takes its claims along, and the two cases make up the whole', async () => {
  const caseId = await newCase(plain('样例甲'), plain('样例乙'), plain('样例丙'));
  const ids = (await matrixOf(caseId)).rows.map((r) => r.memberId);
  await save(
    caseId,
    ids.map((memberId, i) => ({ memberId, set: { 'claim:annual-leave-pay': 100_000 * (i + 1) } })),
  );
  const made = await call('families.separate', {
    ...(await change(caseId)),
    memberIds: ids.slice(1),
    reason: '另行主张',
  });
  const left = await matrixOf(caseId);
  const split = await matrixOf(made.caseId);
  expect(left.rows.map((r) => r.memberId)).toEqual(ids.slice(0, 1));
  expect(split.rows.map((r) => r.claims['annual-leave-pay']?.claimedFen)).toEqual([200_000, 300_000]);
  expect(left.totalFen + split.totalFen).toBe(600_000);
});

test('representatives are recorded with how they were elected, and the instrument prints it', async () => {
  const caseId = await newCase(...Array.from({ length: 12 }, (_, i) => plain(`样例${i}`)));
  const ids = (await matrixOf(caseId)).rows.map((r) => r.memberId);
  const election = {
    method: 'meeting' as const,
    heldOn: '2026-11-10',
    place: '样例镇活动室',
    presentCount: 12,
    signedCount: 12,
    powers: ['settle' as const],
    consent: 'each-in-writing' as const,
    term: '至仲裁裁决作出之日',
    note: null,
  };
  const set = async (memberIds: string[], record: typeof election | null) =>
    call('group.saveElection', { ...(await change(caseId)), memberIds, election: record });
  expect((await failureOf(set(ids.slice(0, 2), election))).issues).toMatchObject([
    { path: 'memberIds', code: 'representatives-three-to-five' },
  ]);
  expect((await failureOf(set(ids.slice(0, 3), { ...election, heldOn: '2026-12-24' }))).issues).toMatchObject(
    [{ path: 'election.heldOn', code: 'date-in-future' }],
  );
  await set(ids.slice(0, 3), election);
  const matrix = await matrixOf(caseId);
  expect(matrix.election).toEqual(election);
  expect(matrix.rows.filter((r) => r.isRepresentative).map((r) => r.memberId)).toEqual(ids.slice(0, 3));
  await undoLast(caseId);
  expect((await matrixOf(caseId)).rows.some((r) => r.isRepresentative)).toBe(false);
});

test('the payout list is a spreadsheet whose last line is the sum', async () => {
  const caseId = await newCase(
    worker('样例甲', { arrears: [days('10')], bankAccount: '6222000000000000001', bankName: '样例银行' }),
    worker('样例乙', { arrears: [days('5')] }),
    plain('样例丙'),
  );
  const ids = (await matrixOf(caseId)).rows.map((r) => r.memberId);
  await call('group.act', {
    ...(await change(caseId)),
    kind: 'withdraw',
    memberIds: ids.slice(2),
    on: '2026-11-02',
  });
  const { token, rows } = await call('group.export', {
    caseId,
    what: 'payout',
    statuses: ['active', 'settled'],
  });
  expect(rows).toBe(2);
  const file = await app.core.fileFor(app.caller, token);
  const book = await readSpreadsheet('领款表.xlsx', file?.bytes ?? new Uint8Array());
  const cells = book.sheets[0]?.rows.map((r) => r.map((c) => c.text)) ?? [];
  expect(cells).toHaveLength(4);
  expect(cells[1]?.slice(0, 8)).toEqual([
    '1',
    '样例甲',
    '',
    '',
    '样例甲',
    '样例银行',
    '6222000000000000001',
    '3000.00',
  ]);
  expect(cells[3]?.[7]).toBe('4500.00');
  const all = await call('group.export', {
    caseId,
    what: 'matrix',
    statuses: ['active', 'settled', 'withdrawn'],
    language: 'en',
  });
  expect(all.rows).toBe(3);
});

test('the payout list holds what each was granted and paid, as the outcomes have it', async () => {
  const caseId = await newCase(
    worker('样例甲', { arrears: [days('10')] }),
    worker('样例乙', { arrears: [days('20')] }),
    plain('样例丙'),
  );
  const [a = '', b = ''] = (await matrixOf(caseId)).rows.map((r) => r.memberId);
  const line = (memberId: string, fen: number) => ({
    memberId,
    item: 'arrears',
    claimedFen: fen,
    amountFen: fen,
  });
  const save = async (outcome: Input<'outcomes.save'>['outcome']) =>
    call('outcomes.save', { ...(await change(caseId)), outcomeId: null, outcome });
  const inForce = { state: 'in-force' as const, madeOn: '2026-10-08', plan: { instalments: [] } };
  await save({ ...inForce, kind: 'settlement', lines: [line(a, 250_000)] });
  await save({ ...inForce, kind: 'award', finality: 'final', lines: [line(b, 600_000)] });
  await call('outcomes.savePayment', {
    ...(await change(caseId)),
    paymentId: null,
    payment: {
      date: '2026-11-20',
      amountFen: 100_000,
      payer: respondent.name,
      allocation: 'oldest',
      memberIds: [b],
    },
  });
  const { rows } = await matrixOf(caseId);
  expect(rows.map((r) => Object.values(r.money))).toEqual([
    [250_000, 0, 0, 250_000, 0],
    [0, 600_000, 100_000, 500_000, 0],
    [0, 0, 0, 0, 0],
  ]);
  // One truth: the account of the outcomes says the same.
  const { ledger } = await call('outcomes.forCase', { caseId });
  const sums = totalsOf(rows, []).money;
  expect(sums).toMatchObject({
    paidFen: ledger.totals.paidFen,
    openFen: ledger.totals.openFen,
    overFen: ledger.totals.overFen,
  });
  expect(sums.settledFen + sums.awardedFen).toBe(ledger.totals.grantedFen);
  const { token } = await call('group.export', { caseId, what: 'payout', statuses: ['active'] });
  const file = await app.core.fileFor(app.caller, token);
  const cells =
    (await readSpreadsheet('领款表.xlsx', file?.bytes ?? new Uint8Array())).sheets[0]?.rows.map((r) =>
      r.map((c) => c.text),
    ) ?? [];
  expect(cells.map((r) => r.slice(9, 13))).toEqual([
    ['协议金额', '裁决、判决金额', '已付', '未付'],
    ['2500.00', '0.00', '0.00', '2500.00'],
    ['0.00', '6000.00', '1000.00', '5000.00'],
    ['', '', '', ''],
    ['2500.00', '6000.00', '1000.00', '7500.00'],
  ]);
  expect(cells.map((r) => r[16] ?? '')).toEqual(['领款金额', '2500.00', '5000.00', '', '7500.00']);
});

const amounts = fc.option(fc.integer({ min: 1, max: 5_000_000 }), { nil: null });
const rowsArb = fc.array(
  fc.record({ arrears: amounts, leave: amounts, overtime: amounts, notice: amounts }),
  { minLength: 1, maxLength: 8 },
);

test('the foot is the sum of the rows, of the columns, and what the case says, whatever is typed', async () => {
  const caseId = await newCase(plain('样例零'));
  await call('group.setShared', {
    ...(await change(caseId)),
    facts: [{ field: 'period', value: '2026-03-01/2026-05-31' }],
  });
  await fc.assert(
    fc.asyncProperty(rowsArb, async (typed) => {
      const { rows } = await matrixOf(caseId);
      await save(
        caseId,
        typed.map((t, i) => ({
          memberId: rows[i]?.memberId ?? null,
          set: {
            ...(rows[i] ? {} : { name: `样例${i}` }),
            arrears: t.arrears,
            'claim:annual-leave-pay': t.leave,
            'claim:overtime-pay': t.overtime,
            'claim:payment-in-lieu-notice': t.notice,
          },
        })),
      );
      const after = await matrixOf(caseId);
      const foot = totalsOf(after.rows, after.calculators);
      const columns = foot.arrearsFen + Object.values(foot.claims).reduce((a, b) => a + b, 0);
      const sum = after.rows.reduce((total, r) => total + r.claimedFen, 0);
      const claims = await call('claims.forCase', { caseId });
      const { amountFen } = await call('cases.get', { caseId });
      expect(new Set([foot.claimedFen, columns, sum, after.totalFen, claims.totalFen, amountFen])).toEqual(
        new Set([sum]),
      );
    }),
    { numRuns: 6, seed: 7 },
  );
});

test('two thousand workers are taken at once, and the next one is refused', async () => {
  const caseId = await newCase();
  const lines = rosterLines(2000);
  const rows: Row[] = lines.map((l) => ({
    memberId: null,
    set: { name: l.name, idNumber: l.id, team: l.team, arrears: 500_000, period: '2026-03-01/2026-03-31' },
  }));
  const { added } = await save(caseId, rows);
  expect(added).toHaveLength(2000);
  const matrix = await matrixOf(caseId);
  expect(matrix.totalFen).toBe(2000 * 500_000);
  expect(checksOf(matrix.rows).filter((c) => c.severity === 'error')).toEqual([]);
  expect((await failureOf(save(caseId, [{ memberId: null, set: { name: '样例多' } }]))).issues).toMatchObject(
    [{ code: 'too-many-workers' }],
  );
  await undoLast(caseId);
  expect((await matrixOf(caseId)).rows).toEqual([]);
});
