import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf } from '../../electron/core/client.ts';
import { caseSortKeys } from '../../shared/features/cases/cases.contract.ts';
import { openTestApp, type TestApp, testPassphrase, testUser } from '../support/open-test-app.ts';
import { agent, days, failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);
const filter = (text: string) => ({ text, status: 'all' as const });
const numbersOf = async (text: string): Promise<number> =>
  (await call('cases.count', { filter: filter(text) })).count;

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

const listed = 1000;

test('a thousand cases with equal values: every order shows each of them once', async () => {
  // Names whose order differs between UTF-8 and UTF-16, and many that are equal.
  const names = ['𠮷样', '（样', '甲样', '甲样', '𬭎样', 'ａ样'];
  for (let i = 0; i < listed; i++) {
    if (i % 100 === 0) app.world.setNow(`2026-11-23T02:${String(i / 100).padStart(2, '0')}:00Z`);
    const { caseId, version } = await call(
      'cases.create',
      intake({
        cause: i % 2 ? 'wages' : 'severance',
        workers: [worker(names[i % names.length] ?? '', { arrears: i % 3 ? [days(String(i % 5))] : [] })],
        events: i % 4 ? [{ type: 'employment-ended', date: `2026-0${1 + (i % 9)}-10` }] : [],
      }),
    );
    if (i % 2)
      await call('closing.close', {
        caseId,
        expectedVersion: version,
        closedOn: '2026-11-23',
        note: '已付清',
      });
  }
  for (const by of caseSortKeys)
    for (const direction of ['asc', 'desc'] as const)
      for (const status of ['all', 'open'] as const) {
        const ids: string[] = [];
        let cursor: string | null = null;
        do {
          const page: Awaited<ReturnType<typeof call<'cases.list'>>> = await call('cases.list', {
            filter: { status },
            sort: { by, direction },
            cursor,
            limit: 170,
          });
          ids.push(...page.items.map((c) => c.id));
          cursor = page.next;
        } while (cursor !== null);
        const wanted = status === 'all' ? listed : listed / 2;
        expect(ids.length, `${by} ${direction} ${status}`).toBe(wanted);
        expect(new Set(ids).size, `${by} ${direction} ${status}`).toBe(wanted);
      }
  for (const cursor of [
    'x',
    '',
    Buffer.from('[1]').toString('base64url'),
    Buffer.from('{}').toString('base64url'),
  ])
    if (cursor !== '')
      expect(
        (
          await failureOf(
            call('cases.list', { filter: {}, sort: { by: 'number', direction: 'asc' }, cursor }),
          )
        ).issues,
      ).toEqual([{ path: 'cursor', code: 'value-invalid' }]);
});

test('the filter finds numbers in brackets of any style, and takes every sign for itself', async () => {
  await call(
    'cases.create',
    intake({
      workers: [worker(`百分之%_样'"\\*`)],
      respondents: [{ ...respondent, name: '示例（集团）ＡＢ公司' }],
    }),
  );
  for (const text of [
    '〔2026〕第0001号',
    '[2026]第0001',
    '(2026)',
    '（2026）第0001号',
    '【2026】',
    '［2026］',
  ])
    expect(await numbersOf(text), text).toBeGreaterThan(0);
  expect(await numbersOf('〔2026〕第0001号')).toBe(1);
  for (const text of ['%', '_', "'", '"', '\\', '*', '%_样', '示例(集团)ab', '示例〔集团〕 百分之', 'ab公司'])
    expect(await numbersOf(text), text).toBe(1);
  for (const text of ['%%', '示例_集团', "' or 1=1 --", '[a-z]', '示例 没有这个词'])
    expect(await numbersOf(text), text).toBe(0);
});

test('a group of two thousand: taken in, removed, restored and represented', async () => {
  const workers = Array.from({ length: 2000 }, (_v, i) => worker(`样${i}`, { arrears: [days('1')] }));
  let { caseId, version } = await call('cases.create', intake({ workers }));
  const members = await call('cases.members', { caseId });
  expect(members.map((m) => m.name)).toEqual(workers.map((w) => w.name));
  const ids = members.map((m) => m.id);
  const change = (): { caseId: string; expectedVersion: number } => ({ caseId, expectedVersion: version });
  const elect = (memberIds: string[]) => call('cases.setRepresentatives', { ...change(), memberIds });

  for (const wrong of [ids.slice(0, 1), ids.slice(0, 2), ids.slice(0, 6)])
    expect((await failureOf(elect(wrong))).issues?.[0]?.code).toBe('representatives-three-to-five');
  expect((await failureOf(elect([ids[0] ?? '', ids[0] ?? '', ids[1] ?? '']))).code).toBe('invalid-input');
  expect((await failureOf(elect([...ids.slice(0, 2), '0'.repeat(26)]))).code).toBe('not-found');
  ({ version } = await elect(ids.slice(0, 5)));
  ({ version } = await elect(ids.slice(1, 4)));
  expect((await call('cases.get', { caseId })).representativeIds).toEqual(ids.slice(1, 4));

  ({ version } = await call('cases.removeMembers', { ...change(), memberIds: ids.slice(1, 1900) }));
  let file = await call('cases.get', { caseId });
  expect([file.applicantCount, file.amountFen]).toEqual([101, 101 * 30_000]);
  expect(file.representativeIds).toEqual([]);
  expect(
    (await failureOf(call('cases.removeMembers', { ...change(), memberIds: ids.slice(1, 3) }))).code,
  ).toBe('not-found');
  ({ version } = await call('cases.restoreMembers', { ...change(), memberIds: ids.slice(1, 1900) }));
  file = await call('cases.get', { caseId });
  expect([file.applicantCount, file.amountFen]).toEqual([2000, 2000 * 30_000]);
  expect(file.representativeIds).toEqual(ids.slice(1, 4));
  expect((await call('cases.members', { caseId })).map((m) => m.id)).toEqual(ids);
});

test('agents are at most two, also by restoring', async () => {
  let { caseId, version } = await call('cases.create', intake({ agents: [agent, agent] }));
  const [first] = (await call('cases.get', { caseId })).agents;
  const change = () => ({ caseId, expectedVersion: version });
  const add = () => call('cases.saveAgent', { ...change(), agentId: null, agent });
  expect((await failureOf(add())).issues?.[0]?.code).toBe('agents-at-most-two');
  const agentId = first?.id ?? '';
  ({ version } = await call('cases.removeAgent', { ...change(), agentId }));
  ({ version } = await add());
  expect((await failureOf(call('cases.restoreAgent', { ...change(), agentId }))).issues?.[0]?.code).toBe(
    'agents-at-most-two',
  );
  expect((await failureOf(call('cases.create', intake({ agents: [agent, agent, agent] })))).code).toBe(
    'invalid-input',
  );
});

test('a closed case refuses every change and can be opened again', async () => {
  let { caseId, version } = await call(
    'cases.create',
    intake({
      workers: [worker('样一')],
      respondents: [respondent],
      events: [{ type: 'employment-ended', date: '2026-06-10' }],
    }),
  );
  const [member] = await call('cases.members', { caseId });
  const memberId = member?.id ?? '';
  expect((await call('cases.get', { caseId })).nextDate).not.toBeNull();
  ({ version } = await call('closing.close', {
    caseId,
    expectedVersion: version,
    closedOn: '2026-11-23',
    note: '已付清',
  }));
  expect(await call('cases.get', { caseId })).toMatchObject({ nextDate: null, status: 'closed' });
  const board = await call('deadlines.board', {});
  const rows = [...board.overdue, ...board.dueToday, ...board.nextSevenDays, ...board.later];
  expect(rows.some((r) => r.caseId === caseId)).toBe(false);
  const change = { caseId, expectedVersion: version };
  const refused = [
    call('cases.update', { ...change, patch: { cause: 'other' } }),
    call('cases.saveMember', { ...change, memberId: null, worker: worker('样二') }),
    call('cases.removeMembers', { ...change, memberIds: [memberId] }),
    call('cases.saveRespondent', { ...change, respondentId: null, respondent }),
    call('cases.saveAgent', { ...change, agentId: null, agent }),
    call('cases.setRepresentatives', { ...change, memberIds: [] }),
    call('cases.recordEvent', { ...change, eventId: null, event: { type: 'accepted', date: '2026-11-20' } }),
    call('claims.saveArrears', { ...change, memberId, rows: [] }),
    call('transfer.import', { ...change, token: 'x', sheet: 0 }),
  ];
  for (const r of refused)
    expect(await failureOf(r)).toEqual({ code: 'rule-violation', details: { rule: 'case-closed' } });
  ({ version } = await call('closing.reopen', { ...change, reason: '有新情况' }));
  expect((await call('cases.get', { caseId })).nextDate).not.toBeNull();
  await call('cases.update', { caseId, expectedVersion: version, patch: { cause: 'other' } });
});

test('an event that moves takes its dates along', async () => {
  let { caseId, version } = await call(
    'cases.create',
    intake({
      workers: [worker('样一')],
      events: [
        { type: 'employment-ended', date: '2026-06-10' },
        { type: 'application-submitted', date: '2026-11-02' },
        { type: 'accepted', date: '2026-11-06' },
      ],
    }),
  );
  const record = (eventId: string | null, date: string) =>
    call('cases.recordEvent', {
      caseId,
      expectedVersion: version,
      eventId,
      event: { type: 'hearing-set', date },
    });
  const dues = async () =>
    (await call('deadlines.forCase', { caseId })).map((d) => `${d.ruleId} ${d.trigger.date} ${d.due}`).sort();
  const without = await dues();
  const set = await record(null, '2026-12-10');
  version = set.version;
  const first = await dues();
  ({ version } = await record(set.id, '2026-12-24'));
  const second = await dues();
  expect(first).not.toEqual(without);
  expect(second).not.toEqual(first);
  ({ version } = await record(set.id, '2026-12-10'));
  expect(await dues()).toEqual(first);
  ({ version } = await call('cases.removeEvent', { caseId, expectedVersion: version, eventId: set.id }));
  expect(await dues()).toEqual(without);
  ({ version } = await call('cases.restoreEvent', { caseId, expectedVersion: version, eventId: set.id }));
  expect(await dues()).toEqual(first);
});

test('text of a change is cleaned like text of an intake', async () => {
  const { caseId, version } = await call('cases.create', intake());
  const patch = { tribunalName: ' 示例\u202e仲裁委\u2f00\n ', tribunalCaseNumber: '   ' };
  await call('cases.update', { caseId, expectedVersion: version, patch });
  expect(await call('cases.get', { caseId })).toMatchObject({
    tribunalName: '示例仲裁委一',
    tribunalCaseNumber: null,
  });
});

test('the draft is kept for the user, over a lock, until it is cleared', async () => {
  const draft = JSON.stringify({ name: '半个案件𠮷' });
  await call('cases.saveDraft', { draft: '{}' });
  await call('cases.saveDraft', { draft });
  await call('office.lock', {});
  const other = clientOf(app.core, { sessionId: 'next-day' });
  await other.call('office.unlock', { userName: testUser, passphrase: testPassphrase });
  expect((await other.call('cases.draft', {})).draft).toBe(draft);
  await other.call('cases.saveDraft', { draft: null });
  expect(await other.call('cases.draft', {})).toEqual({ draft: null, savedAt: null });
  await call('office.unlock', { userName: testUser, passphrase: testPassphrase });
});

test('a draft goes on from the one that it knows, and takes nothing of another window away', async () => {
  const save = (draft: string | null, basis: string | null) => call('cases.saveDraft', { draft, basis });
  const kept = async () => (await call('cases.draft', {})).draft;
  const first = await save('一', null);
  const second = await save('一，续', first.savedAt);
  expect(second.savedAt).not.toBe(first.savedAt);
  for (const stale of [null, first.savedAt]) {
    expect(await failureOf(save('二', stale))).toMatchObject({ code: 'conflict' });
    await save(null, stale);
    expect(await kept()).toBe('一，续');
  }
  await save(null, second.savedAt);
  expect(await kept()).toBeNull();
});

test('numbers are given once, run within the year, and survive a change of the pattern', async () => {
  const create = (receivedOn: string) => call('cases.create', intake({ receivedOn }));
  const many = await Promise.all(Array.from({ length: 40 }, () => create('2024-03-01')));
  expect(many.map((c) => c.number).sort()).toEqual(
    Array.from({ length: 40 }, (_v, i) => `〔2024〕第${String(i + 1).padStart(4, '0')}号`),
  );
  expect((await create('2025-12-31')).number).toBe('〔2025〕第0001号');
  expect((await create('2024-12-31')).number).toBe('〔2024〕第0041号');

  const setPattern = async (caseNumberPattern: string) => {
    const { version, cipher: _, folder: __, ...settings } = await call('office.settings', {});
    await call('office.saveSettings', { ...settings, caseNumberPattern, expectedVersion: version });
  };
  await setPattern('援{seq}');
  expect((await create('2024-01-01')).number).toBe('援0001');
  expect((await create('2025-01-01')).number).toBe('援0002');
  await setPattern('〔2024〕第{seq}号');
  expect((await create('2026-01-01')).number).toBe('〔2024〕第0042号');
  await setPattern('〔{year}〕第{seq}号');
  expect((await create('2024-01-01')).number).toBe('〔2024〕第0043号');
  expect((await failureOf(setPattern('没有序号'))).issues?.[0]?.code).toBe('pattern-needs-seq');
});
