import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf } from '../../electron/core/client.ts';
import { mentionsIn } from '../../electron/core/features/tasks/mentions.ts';
import type { Client, Input } from '../../shared/contract/api.ts';
import type { Role } from '../../shared/contract/roles.ts';
import { pageTexts, squash } from '../paper/support/read.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
let manager: Client;
let lawyer: { id: string; client: Client };
let caseId = '';

async function colleague(name: string, role: Role) {
  const { id, passphrase } = await app.client.call('users.add', { name, role });
  const client = clientOf(app.core, { sessionId: `window-${name}` });
  await client.call('office.unlock', { userName: name, passphrase: passphrase ?? '' });
  const next = `${name}自己的口令八位以上`;
  await client.call('office.changePassphrase', { current: passphrase ?? '', next });
  return { id, client };
}

const newCase = async (name: string): Promise<string> =>
  (await manager.call('cases.create', intake({ workers: [worker(name)], respondents: [respondent] }))).caseId;

beforeAll(async () => {
  app = await openTestApp();
  manager = app.client;
  lawyer = await colleague('李明华', 'mediator');
  caseId = await newCase('赵甲');
});
afterAll(() => app.core.close());

const titles = async (view: Parameters<typeof manager.call<'tasks.list'>>[1]['view'], client = manager) =>
  (await client.call('tasks.list', { view })).items.map((t) => t.title);

test('a task is given, found by whoever has it, done and taken up again', async () => {
  const about = { caseId };
  const { id } = await manager.call('tasks.save', {
    about,
    title: '核对考勤记录',
    assigneeId: lawyer.id,
    dueOn: '2026-11-24',
  });
  await manager.call('tasks.save', { about, title: '没有日期的事', assigneeId: lawyer.id });
  await manager.call('tasks.save', {
    about,
    title: '昨天就该做的事',
    assigneeId: lawyer.id,
    dueOn: '2026-11-22',
  });
  expect(await titles('mine', lawyer.client)).toEqual(['昨天就该做的事', '核对考勤记录', '没有日期的事']);
  expect(await titles('mine')).toEqual([]);
  const [, task] = (await lawyer.client.call('tasks.list', { view: 'mine' })).items;
  expect(task).toMatchObject({ assigneeName: '李明华', who: '赵甲 / 样例建筑劳务有限公司', version: 1 });
  expect(await lawyer.client.call('tasks.waiting', {})).toMatchObject({ overdue: 1, today: 0 });
  await lawyer.client.call('tasks.complete', { id, expectedVersion: 1, done: true });
  expect(await titles({ caseId })).toEqual(['昨天就该做的事', '没有日期的事']);
  expect((await manager.call('tasks.list', { view: { caseId }, done: true })).items).toMatchObject([
    { title: '核对考勤记录', doneBy: '李明华' },
  ]);
  // The other has not seen that it is done.
  const stale = manager.call('tasks.complete', { id, expectedVersion: 1, done: true });
  expect((await failureOf(stale)).code).toBe('conflict');
  // What the other is told, and with which he can put it back.
  expect(await lawyer.client.call('tasks.get', { id })).toMatchObject({
    removed: false,
    task: { doneBy: '李明华', version: 2 },
  });
  await manager.call('tasks.complete', { id, expectedVersion: 2, done: false });
  await lawyer.client.call('tasks.remove', { ids: [id] });
  expect(await manager.call('tasks.get', { id })).toMatchObject({ removed: true });
  expect(await manager.call('tasks.restore', { id })).toEqual({ version: 5 });
  expect(await manager.call('tasks.restore', { id })).toEqual({ version: 5 });
  expect(await titles({ caseId })).toHaveLength(3);
});

test('a list of tasks counts its days from the day of use and makes nothing twice', async () => {
  const own = await newCase('孙丙');
  const [given] = await manager.call('tasks.templates', { track: 'arbitration' });
  const use = { caseId: own, templateId: given?.id ?? '' };
  const first = await manager.call('tasks.useTemplate', use);
  expect(first).toEqual({ made: given?.items.length, leftOut: 0 });
  expect(await manager.call('tasks.useTemplate', use)).toEqual({ made: 0, leftOut: given?.items.length });
  const { items } = await manager.call('tasks.list', { view: { caseId: own } });
  expect(items[0]).toMatchObject({ title: '核对身份证件并留存复印件', dueOn: '2026-11-24' });
  // A list for another procedure is not offered and cannot be used.
  const [mediation] = await manager.call('tasks.templates', { track: 'mediation' });
  expect(
    (await failureOf(manager.call('tasks.useTemplate', { ...use, templateId: mediation?.id ?? '' }))).code,
  ).toBe('not-found');
  const saved = await manager.call('tasks.saveTemplate', {
    track: 'arbitration',
    name: '本机构的清单',
    items: [{ title: '给当事人打电话', afterDays: 0 }, { title: '整理卷宗' }],
  });
  const names = (await manager.call('tasks.templates', { track: 'arbitration', language: 'en' })).map(
    (t) => t.name,
  );
  expect(names).toEqual(['本机构的清单', 'Arbitration: usual list']);
  await manager.call('tasks.removeTemplate', { id: saved.id, expectedVersion: saved.version });
  expect(await manager.call('tasks.templates', { track: 'arbitration' })).toHaveLength(1);
  // Taken back where lists are used, beside what was done in the case; the office's own page knows nothing of them.
  const last = async (scope: string, beside?: 'task-lists') =>
    (await manager.call('undo.last', { scope, beside, since: '2026-01-01T00:00:00.000Z' })).act;
  expect((await last(own))?.kind).toBe('task');
  expect((await last('office'))?.kind).not.toBe('task-template');
  const removed = await last(own, 'task-lists');
  expect(removed).toMatchObject({ kind: 'task-template', label: '本机构的清单', deleted: 1 });
  await manager.call('undo.undo', { actId: removed?.id ?? '' });
  expect(await manager.call('tasks.templates', { track: 'arbitration' })).toHaveLength(2);
});

test('of two names the longer one is called', () => {
  const people = ['李明', '李明华', 'Ann'].map((name) => ({ name, id: name }));
  const called = (text: string) => mentionsIn(text, people).map((p) => p.name);
  expect(called('@李明华，请看')).toEqual(['李明华']);
  expect(called('请＠李明 和 @李明华 一起')).toEqual(['李明', '李明华']);
  expect(called('@李明明')).toEqual(['李明']);
  expect(called('李明@')).toEqual([]);
  expect(called('a@b @@Ann')).toEqual(['Ann']);
});

test('a note calls a colleague until it is seen, and only its author changes it', async () => {
  const about = { caseId };
  const { id, version, mentioned } = await manager.call('notes.save', {
    about,
    body: '工人说𬭎字要写对。@李明华 请核对身份证',
  });
  expect(mentioned).toEqual(['李明华']);
  const waiting = await lawyer.client.call('tasks.waiting', {});
  expect(waiting.mentions).toMatchObject([{ id, author: '测试员', mentioned: ['李明华'] }]);
  expect((await manager.call('tasks.waiting', {})).mentions).toEqual([]);
  await lawyer.client.call('notes.seen', { ids: [id] });
  expect((await lawyer.client.call('tasks.waiting', {})).mentions).toEqual([]);
  const changed = lawyer.client.call('notes.save', { id, expectedVersion: version, about, body: '改掉' });
  expect((await failureOf(changed)).details).toMatchObject({ rule: 'not-the-author' });
  // A corrected word does not call again.
  await manager.call('notes.save', { id, expectedVersion: version, about, body: '@李明华 请核对身份证原件' });
  expect((await lawyer.client.call('tasks.waiting', {})).mentions).toEqual([]);
  expect((await failureOf(manager.call('notes.save', { about, body: '  ' }))).issues?.[0]?.path).toBe('body');
  // What is noted is found.
  const { groups } = await manager.call('search.find', { text: '身份证原件' });
  expect(groups.flatMap((g) => g.hits)).toMatchObject([{ kind: 'note', caseId }]);
});

test('a note on a person follows a merge and is taken back by undo', async () => {
  await newCase('钱乙');
  const [person] = (await manager.call('people.list', { text: '钱乙' })).items;
  const about = { personId: person?.id ?? '' };
  const { id, version } = await manager.call('notes.save', { about, body: '下午三点以后能接电话' });
  const since = '2026-11-23T00:00:00.000Z';
  await manager.call('notes.remove', { id, expectedVersion: version });
  expect((await manager.call('notes.list', { about })).items).toEqual([]);
  const { act } = await manager.call('undo.last', { scope: person?.id ?? '', since });
  expect(act).toMatchObject({ kind: 'note', label: '下午三点以后能接电话', caseId: null });
  await manager.call('undo.undo', { actId: act?.id ?? '' });
  expect((await manager.call('notes.list', { about })).items).toHaveLength(1);
});

test('time is kept by cause, at most a day in a day, and nobody writes that of others', async () => {
  const own = await newCase('王辛');
  const entry = { caseId: own, workedOn: '2026-11-20', cause: 'drafting' } as const;
  const { id, version } = await lawyer.client.call('time.save', { ...entry, minutes: 90 });
  await lawyer.client.call('time.save', { ...entry, minutes: 30, cause: 'travel' });
  const { totals } = await manager.call('time.list', { caseId: own });
  expect(totals).toEqual([
    { cause: 'drafting', minutes: 90 },
    { cause: 'travel', minutes: 30 },
  ]);
  const issue = async (call: Promise<unknown>) => (await failureOf(call)).issues?.[0];
  expect(await issue(lawyer.client.call('time.save', { ...entry, minutes: 1321 }))).toMatchObject({
    path: 'minutes',
    code: 'minutes-of-day',
  });
  expect(await issue(manager.call('time.save', { ...entry, minutes: 0 }))).toMatchObject({ path: 'minutes' });
  expect(
    await issue(manager.call('time.save', { ...entry, minutes: 5, workedOn: '2026-11-24' })),
  ).toMatchObject({
    path: 'workedOn',
  });
  const others = manager.call('time.save', { ...entry, id, expectedVersion: version, minutes: 5 });
  expect((await failureOf(others)).details).toMatchObject({ rule: 'not-the-author' });
});

test('what somebody had who left is nobody’s until it is handed over', async () => {
  const leaving = await colleague('吴离职', 'mediator');
  const own = await newCase('郑庚');
  await manager.call('tasks.save', { about: { caseId: own }, title: '等人接手', assigneeId: leaving.id });
  const user = (await manager.call('users.list', {})).find((u) => u.id === leaving.id);
  expect(user?.openTasks).toBe(1);
  await manager.call('users.deactivate', { userId: leaving.id, expectedVersion: user?.version ?? 0 });
  const { items } = await manager.call('tasks.list', { view: 'orphaned' });
  const [orphan] = items.filter((t) => t.title === '等人接手');
  expect(orphan).toMatchObject({ assigneeName: '吴离职', assigneeLeft: true });
  const given = manager.call('tasks.save', { about: { caseId: own }, title: '新的', assigneeId: leaving.id });
  expect((await failureOf(given)).issues?.[0]).toMatchObject({ path: 'assigneeId', code: 'user-unknown' });
  await manager.call('tasks.assign', { ids: items.map((t) => t.id), assigneeId: lawyer.id });
  expect(await manager.call('tasks.waiting', {})).toMatchObject({ orphaned: 0, departed: [] });
  // Their cases are named to everybody who sees them, until somebody has them.
  const { version } = await manager.call('cases.get', { caseId: own });
  const { handlerId } = await manager.call('cases.get', { caseId: own });
  const giveTo = async (toId: string, expectedVersion: number) =>
    manager.call('cases.handOver', { cases: [{ caseId: own, expectedVersion }], toId });
  await manager.call('users.reactivate', { userId: leaving.id, expectedVersion: (user?.version ?? 0) + 1 });
  await giveTo(leaving.id, version);
  await manager.call('users.deactivate', { userId: leaving.id, expectedVersion: (user?.version ?? 0) + 2 });
  const named = [{ userId: leaving.id, name: '吴离职', openCases: 1, openAssignments: 0 }];
  expect((await lawyer.client.call('tasks.waiting', {})).departed).toEqual(named);
  await giveTo(handlerId, (await manager.call('cases.get', { caseId: own })).version);
  expect((await lawyer.client.call('tasks.waiting', {})).departed).toEqual([]);
});

test('the handover pack names every open case, date and task of one person', async () => {
  const { token, fileName, pages } = await manager.call('tasks.handoverPack', {
    userId: lawyer.id,
    language: 'zh-CN',
  });
  expect(fileName).toBe('工作交接清单-李明华-2026-11-23.pdf');
  expect(pages).toBeLessThanOrEqual(2);
  const file = await app.core.fileFor(app.caller, token);
  const text = squash((await pageTexts(file?.bytes ?? new Uint8Array())).join(''));
  for (const { title } of (await lawyer.client.call('tasks.list', { view: 'mine' })).items)
    expect(text).toContain(title);
  expect(text).toContain('接收人');
  const unknown = manager.call('tasks.handoverPack', { userId: caseId, language: 'en' });
  expect((await failureOf(unknown)).code).toBe('not-found');
});

test('the handover pack has hearings, own dates, calls, enquiries and cases assigned by legal aid', async () => {
  const workers = [worker('曹受援', { isMigrant: true })];
  const aidFile = intake({ track: 'legal-aid', workers, respondents: [respondent] });
  const { caseId: aided } = await manager.call('cases.create', aidFile);
  const outside = await colleague('华援助', 'lawyer');
  const { id: lawyerId } = await manager.call('aid.saveLawyer', {
    lawyer: { name: '华援助', userId: outside.id },
  });
  const version = async () => (await manager.call('cases.get', { caseId: aided })).version;
  const papers = { application: 'in', identity: 'in', matter: 'in', 'exemption-proof': 'in' } as const;
  const form = 'arbitration-mediation';
  const steps: Input<'aid.save'>['record'][] = [
    { kind: 'application', receivedOn: '2026-11-18', channel: 'counter', matter: 'wages', form, papers },
    { kind: 'decision', decidedOn: '2026-11-19', result: 'granted' },
    { kind: 'assignment', lawyerId, assignedOn: '2026-11-20' },
    { kind: 'visit', visitedOn: '2026-11-20', how: 'call', followUp: '补会见笔录', followUpOn: '2026-12-03' },
    {
      ...{ kind: 'visit', visitedOn: '2026-11-21', how: 'call' },
      ...{ followUp: '已经补过', followUpOn: '2026-11-22', followUpDoneOn: '2026-11-22' },
    },
  ];
  for (const record of steps)
    await manager.call('aid.save', {
      caseId: aided,
      expectedVersion: await version(),
      recordId: null,
      record,
    });
  const onCase = { caseId: aided, expectedVersion: 0, recordVersion: 0 };
  const hearing = { kind: 'mediation', date: '2026-12-01', start: '09:00', end: '10:00' } as const;
  await manager.call('hearings.save', { ...onCase, hearingId: null, hearing });
  const predate = { title: '催交考勤表', anchorKind: 'date', anchor: '2026-12-10' } as const;
  await manager.call('calendar.savePredate', { ...onCase, predateId: null, predate });
  // Past midnight at the office it is still the day before in UTC.
  app.world.setNow('2026-11-23T16:30:00Z');
  await manager.call('notes.save', { about: { caseId: aided }, body: '@华援助 银行卡号已核对' });
  const blank = { name: '', phone: '', number: '', address: '' };
  const asked = async (name: string, about: string) =>
    outside.client.call('enquiries.save', {
      self: { ...blank, name },
      other: { ...blank, name: '样例劳务公司' },
      cause: 'wages',
      about,
      conclusion: 'clear',
    });
  const { number } = await asked('咨询样甲', '拖欠两个月工资');
  const settled = await asked('咨询样乙', '已经转介的事');
  await outside.client.call('enquiries.settle', {
    enquiryId: settled.id,
    expectedVersion: settled.version,
    status: 'referred',
    result: '已转介',
  });
  const pack = await manager.call('tasks.handoverPack', { userId: outside.id, language: 'zh-CN' });
  const file = await app.core.fileFor(app.caller, pack.token);
  const text = squash((await pageTexts(file?.bytes ?? new Uint8Array())).join(''));
  for (const part of [
    '曹受援',
    '2026-12-01',
    '09:00调解会',
    '催交考勤表',
    '2026-11-24测试员：@华援助银行卡号已核对',
    '补会见笔录',
    '2026-12-03',
  ])
    expect(text).toContain(part);
  expect(text).toContain(`未处理的咨询编号当事人事由${number}咨询样甲/样例劳务公司拖欠两个月工资`);
  for (const part of ['咨询样乙', '已经转介的事', '已经补过']) expect(text).not.toContain(part);
  app.world.setNow('2026-11-23T02:00:00Z');
});

test('a case in the bin takes its tasks and notes out of sight', async () => {
  const own = await newCase('冯壬');
  await manager.call('tasks.save', { about: { caseId: own }, title: '随案件走', assigneeId: lawyer.id });
  const { version } = await manager.call('cases.get', { caseId: own });
  await manager.call('cases.remove', { cases: [{ caseId: own, expectedVersion: version }] });
  expect(await titles('mine', lawyer.client)).not.toContain('随案件走');
  const late = manager.call('tasks.save', { about: { caseId: own }, title: '太迟了' });
  expect((await failureOf(late)).code).toBe('not-found');
});
