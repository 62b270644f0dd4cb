import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf } from '../../electron/core/client.ts';
import type { Client } from '../../shared/contract/api.ts';
import { openTestApp, type TestApp, testPassphrase, testUser } from '../support/open-test-app.ts';
import { agent, days, failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
let other: Client;

beforeAll(async () => {
  app = await openTestApp();
  other = clientOf(app.core, { sessionId: 'second-window' });
  await other.call('office.unlock', { userName: testUser, passphrase: testPassphrase });
});
afterAll(() => app.core.close());

const since = '2026-01-01T00:00:00.000Z';
const newCase = () =>
  app.client.call(
    'cases.create',
    intake({
      workers: [worker('甲样', { arrears: [days('40')] }), worker('乙样'), worker('丙样')],
      respondents: [respondent],
      agents: [agent],
      evidence: [{ group: 'arrears', name: '欠条', kind: 'documentary', form: 'copy' }],
      events: [{ type: 'employment-ended', date: '2026-09-30', note: null }],
    }),
  );
const get = (caseId: string) => app.client.call('cases.get', { caseId });
const last = async (scope: string) => (await app.client.call('undo.last', { scope, since })).act;
const undo = (actId: string, client = app.client) => client.call('undo.undo', { actId });
const ruleOf = async (call: Promise<unknown>) => (await failureOf(call)).details?.rule;

test('a change is taken back, step by step, and the record keeps both', async () => {
  const { caseId, version } = await newCase();
  expect(await last(caseId)).toBeNull();
  const [member] = await app.client.call('cases.members', { caseId });
  if (!member) throw new Error('no member');
  const before = await get(caseId);
  const changed = await app.client.call('cases.saveMember', {
    caseId,
    expectedVersion: version,
    memberId: member.id,
    worker: worker('甲改', { arrears: [days('10')] }),
  });
  await app.client.call('cases.update', {
    caseId,
    expectedVersion: changed.version,
    patch: { cause: 'severance' },
  });
  const second = await last(caseId);
  expect(second).toMatchObject({ verb: 'case.changed', kind: 'case', rows: 1, deleted: 0 });
  await undo(second?.id ?? '');
  expect(await get(caseId)).toMatchObject({ cause: 'wages', amountFen: 300_000 });
  const first = await last(caseId);
  expect(first).toMatchObject({ verb: 'case.member-saved', label: '甲改' });
  await undo(first?.id ?? '');
  expect(await get(caseId)).toMatchObject({
    cause: before.cause,
    firstApplicant: '甲样',
    amountFen: before.amountFen,
    nextDate: before.nextDate,
  });
  expect(await last(caseId)).toBeNull();
  const { items } = await app.client.call('audit.list', { caseId, cursor: null });
  expect(items.map((i) => i.verb)).toEqual([
    'undo.done',
    'undo.done',
    'case.changed',
    'case.member-saved',
    'case.created',
  ]);
  expect((await app.client.call('audit.verify', {})).intact).toBe(true);
});

test('a deleted event brings its dates back', async () => {
  const { caseId, version } = await newCase();
  const { events, nextDate } = await get(caseId);
  expect(nextDate).not.toBeNull();
  const ids = events.map((e) => e.id);
  await app.client.call('cases.removeEvent', { caseId, expectedVersion: version, eventId: ids[0] ?? '' });
  expect((await get(caseId)).nextDate).toBeNull();
  await undo((await last(caseId))?.id ?? '');
  expect((await get(caseId)).nextDate).toBe(nextDate);
});

test('a whole case goes to the bin and comes back with everything', async () => {
  const { caseId, version, number } = await newCase();
  await app.client.call('documents.make', { caseId, papers: [{ formId: 'evidence-list', memberId: null }] });
  const before = await get(caseId);
  const board = await app.client.call('deadlines.board', {});
  const dependents = await app.client.call('bin.dependents', { kind: 'case', ids: [caseId] });
  expect(Object.fromEntries(dependents.map((d) => [d.what, d.count]))).toMatchObject({
    members: 3,
    respondents: 1,
    evidence: 1,
    papers: 1,
  });
  await app.client.call('cases.remove', { cases: [{ caseId, expectedVersion: version }] });
  expect(await failureOf(get(caseId))).toMatchObject({ code: 'not-found', details: { what: 'case-in-bin' } });
  for (const status of ['open', 'closed', 'all'] as const) {
    const { items } = await app.client.call('cases.list', {
      filter: { status },
      sort: { by: 'updated', direction: 'desc' },
    });
    expect(items.map((i) => i.id)).not.toContain(caseId);
  }
  expect(JSON.stringify(await app.client.call('deadlines.board', {}))).not.toContain(caseId);
  expect((await app.client.call('search.find', { text: number })).groups.flatMap((g) => g.hits)).toEqual([]);
  const { items } = await app.client.call('bin.list', {});
  expect(items[0]).toMatchObject({
    kind: 'case',
    label: number,
    who: testUser,
    purgedOn: '2026-12-23',
    verb: 'case.removed',
  });
  await undo((await last('cases'))?.id ?? '');
  expect(await get(caseId)).toMatchObject({
    nextDate: before.nextDate,
    amountFen: before.amountFen,
    status: 'open',
  });
  expect(await app.client.call('deadlines.board', {})).toEqual(board);
  expect(await app.client.call('documents.list', { caseId })).toHaveLength(1);
  expect((await app.client.call('bin.list', {})).items.map((i) => i.id)).not.toContain(items[0]?.id);
});

test('what was changed again since is not overwritten', async () => {
  const { caseId, version } = await newCase();
  const [member] = await app.client.call('cases.members', { caseId });
  const memberId = member?.id ?? '';
  const first = await app.client.call('cases.saveMember', {
    caseId,
    expectedVersion: version,
    memberId,
    worker: worker('甲二'),
  });
  const act = await last(caseId);
  await other.call('cases.saveMember', {
    caseId,
    expectedVersion: first.version,
    memberId,
    worker: worker('甲三'),
  });
  expect(await ruleOf(undo(act?.id ?? ''))).toBe('changed-since');
  expect((await app.client.call('cases.members', { caseId }))[0]?.name).toBe('甲三');
  // The later change first, then the earlier one.
  await undo((await last(caseId))?.id ?? '');
  await undo(act?.id ?? '');
  expect((await app.client.call('cases.members', { caseId }))[0]?.name).toBe('甲样');
});

test('of two people who undo the same at once one is told that it is done', async () => {
  const { caseId, version } = await newCase();
  const members = await app.client.call('cases.members', { caseId });
  await app.client.call('cases.removeMembers', {
    caseId,
    expectedVersion: version,
    memberIds: members.slice(0, 2).map((m) => m.id),
  });
  const act = (await last(caseId))?.id ?? '';
  const results = await Promise.allSettled([undo(act), undo(act, other)]);
  expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await ruleOf(undo(act))).toBe('already-undone');
  expect(await app.client.call('cases.members', { caseId })).toHaveLength(3);
});

test('a record of a case in the bin or closed waits for its case', async () => {
  const { caseId, version } = await newCase();
  const [member] = await app.client.call('cases.members', { caseId });
  const removed = await app.client.call('cases.removeMembers', {
    caseId,
    expectedVersion: version,
    memberIds: [member?.id ?? ''],
  });
  const act = (await last(caseId))?.id ?? '';
  await app.client.call('cases.remove', { cases: [{ caseId, expectedVersion: removed.version }] });
  expect(await ruleOf(undo(act))).toBe('case-in-bin');
  const { items } = await app.client.call('bin.list', {});
  expect(items.find((i) => i.id === act)).toMatchObject({ caseInBin: true });
  await undo((await last('cases'))?.id ?? '');
  const { version: now } = await get(caseId);
  await app.client.call('closing.close', {
    caseId,
    expectedVersion: now,
    closedOn: '2026-11-23',
    note: '已付清',
  });
  expect(await ruleOf(undo(act))).toBe('case-closed');
  await undo((await last(caseId))?.id ?? '');
  expect((await get(caseId)).status).toBe('open');
  await undo(act);
  expect(await app.client.call('cases.members', { caseId })).toHaveLength(3);
});

test('a restore by its own call empties the bin of it as well', async () => {
  const { caseId, version } = await newCase();
  const { respondents } = await get(caseId);
  const respondentId = respondents[0]?.id ?? '';
  expect(await app.client.call('bin.dependents', { kind: 'respondent', ids: [respondentId] })).toEqual([
    { what: 'lastParty', count: 1 },
  ]);
  const gone = await app.client.call('cases.removeRespondent', {
    caseId,
    expectedVersion: version,
    respondentId,
  });
  const act = (await last(caseId))?.id ?? '';
  await app.client.call('cases.restoreRespondent', { caseId, expectedVersion: gone.version, respondentId });
  expect((await app.client.call('bin.list', {})).items.map((i) => i.id)).not.toContain(act);
  expect(await ruleOf(undo(act))).toBe('already-undone');
});

test('the day on which it goes is counted from the day at the office', async () => {
  // Half past midnight there, and still the 23rd in UTC.
  app.world.setNow('2026-11-23T16:30:00Z');
  const { caseId } = await newCase();
  const { version, number } = await get(caseId);
  await app.client.call('cases.remove', { cases: [{ caseId, expectedVersion: version }] });
  const [gone] = (await app.client.call('bin.list', {})).items.filter((a) => a.caseNumber === number);
  expect(gone?.purgedOn).toBe('2026-12-24');
  await undo(gone?.id ?? '');
  app.world.setNow('2026-11-23T02:00:00Z');
});

test('after thirty days it is gone for good, and the record says so', async () => {
  const { caseId, version } = await newCase();
  await app.client.call('documents.make', { caseId, papers: [{ formId: 'evidence-list', memberId: null }] });
  const kept = await newCase();
  // A room that the office no longer has; the hearing that was held in it goes on naming it.
  const room = { id: null, recordVersion: 0, name: '样例旧庭' };
  const { id: roomId } = await app.client.call('hearings.saveRoom', room);
  await app.client.call('hearings.save', {
    caseId: kept.caseId,
    hearingId: null,
    expectedVersion: 0,
    recordVersion: 0,
    hearing: { kind: 'meeting', date: '2026-11-30', start: '09:00', end: '10:00', roomId },
  });
  await app.client.call('hearings.removeRoom', { id: roomId, gone: true });
  await app.client.call('cases.remove', { cases: [{ caseId, expectedVersion: version }] });
  const act = (await last('cases'))?.id ?? '';
  app.world.setNow('2026-12-22T02:00:00Z');
  expect(await app.client.call('bin.purge', {})).toEqual({ records: 0 });
  app.world.setNow('2026-12-24T02:00:00Z');
  const { records } = await app.client.call('bin.purge', {});
  expect(records).toBeGreaterThanOrEqual(8);
  expect(await ruleOf(undo(act))).toBe('gone-for-good');
  expect(await failureOf(get(caseId))).toMatchObject({ details: { what: 'case' } });
  expect((await get(kept.caseId)).number).toBe(kept.number);
  expect((await app.client.call('hearings.rooms', {})).map((r) => r.id)).not.toContain(roomId);
  const [held] = await app.client.call('hearings.forCase', { caseId: kept.caseId });
  expect(held?.roomName).toBe('样例旧庭');
  expect((await app.client.call('bin.list', {})).items).toEqual([]);
  const { items } = await app.client.call('audit.list', { caseId: null, cursor: null });
  expect(items[0]?.verb).toBe('bin.purged');
  expect(await app.client.call('audit.verify', {})).toMatchObject({ intact: true });
  expect((await app.client.call('search.verify', {})).faults).toEqual([]);
});

test('items of a claim go to the bin and come back with their sums', async () => {
  const { caseId } = await newCase();
  const [member] = await app.client.call('cases.members', { caseId });
  await app.client.call('claims.saveItem', {
    caseId,
    expectedVersion: (await get(caseId)).version,
    itemId: null,
    memberId: member?.id ?? '',
    calculator: 'economic-compensation',
    inputs: {
      hireDate: '2023-03-01',
      lastDay: '2026-08-31',
      avgMonthlyWage12m: '6000',
      reason: 'forced-resignation',
    },
  });
  const claims = () => app.client.call('claims.forCase', { caseId });
  const before = await claims();
  const [item] = before.members.flatMap((m) => m.items);
  expect(item?.id).toBeTruthy();
  await app.client.call('claims.removeItems', {
    caseId,
    expectedVersion: (await get(caseId)).version,
    itemIds: [item?.id ?? ''],
  });
  expect((await claims()).totalFen).not.toBe(before.totalFen);
  const act = await last(caseId);
  expect(act).toMatchObject({ kind: 'claim', label: 'economic-compensation', deleted: 1 });
  await undo(act?.id ?? '');
  expect(await claims()).toMatchObject({ totalFen: before.totalFen });
  expect((await claims()).members.flatMap((m) => m.items).map((i) => i.id)).toEqual([item?.id]);
});

test('rooms, phrases and reminder rules of the office are taken back like everything else', async () => {
  const { id: room } = await app.client.call('hearings.saveRoom', {
    id: null,
    recordVersion: 0,
    name: '样例一庭',
    place: '二楼',
  });
  await app.client.call('hearings.saveRoom', { id: room, recordVersion: 1, name: '样例二庭', place: null });
  const rooms = async () => (await app.client.call('hearings.rooms', {})).map((r) => [r.name, r.place]);
  await undo((await last('office'))?.id ?? '');
  expect(await rooms()).toEqual([['样例一庭', '二楼']]);
  await app.client.call('hearings.removeRoom', { id: room, gone: true });
  expect(await rooms()).toEqual([]);
  const gone = (await app.client.call('bin.list', {})).items.find((a) => a.kind === 'room');
  expect(gone).toMatchObject({ label: '样例一庭', verb: 'room.removed', deleted: 1 });
  await undo(gone?.id ?? '', other);
  expect(await rooms()).toEqual([['样例一庭', '二楼']]);

  const phrase = { kind: 'phrase' as const, title: '样例用语', body: '无异议。' };
  const { id: phraseId } = await app.client.call('hearings.savePhrase', {
    id: null,
    recordVersion: 0,
    ...phrase,
  });
  await app.client.call('hearings.removePhrase', { id: phraseId, gone: true });
  await undo((await last('office'))?.id ?? '');
  expect(await app.client.call('hearings.phrases', {})).toMatchObject([phrase]);

  // A rule dates the cases it fits; taken back, the dates that it made go with it.
  const { caseId } = await newCase();
  const hearing = { kind: 'hearing' as const, date: '2026-12-10', start: '09:00', end: '11:00', people: [] };
  await app.client.call('hearings.save', {
    caseId,
    hearingId: null,
    expectedVersion: 0,
    recordVersion: 0,
    hearing,
    record: false,
  });
  const rule = { anchor: 'hearing', shift: -3, unit: 'working-day' as const, title: '核对出庭人员' };
  const { id: ruleId } = await app.client.call('calendar.saveRule', { id: null, recordVersion: 0, ...rule });
  const dates = async () => (await app.client.call('calendar.predates', { caseId })).map((p) => p.title);
  expect(await dates()).toEqual(['核对出庭人员']);
  expect(await last('office')).toMatchObject({ kind: 'predate-rule', label: '核对出庭人员' });
  await undo((await last('office'))?.id ?? '');
  expect(await dates()).toEqual([]);
  expect(await app.client.call('calendar.rules', {})).toEqual([]);
  await app.client.call('calendar.removeRule', { id: ruleId, gone: false });
  await app.client.call('calendar.removeRule', { id: ruleId, gone: true });
  await undo((await last('office'))?.id ?? '');
  expect((await app.client.call('calendar.rules', {})).map((r) => r.title)).toEqual(['核对出庭人员']);
});

test('a handler whose name was changed since is in no one’s way, and the case shows the new name', async () => {
  const { id } = await app.client.call('users.add', { name: '样例旧名', role: 'mediator' });
  const { caseId, version } = await newCase();
  await app.client.call('cases.handOver', { cases: [{ caseId, expectedVersion: version }], toId: id });
  const given = await get(caseId);
  await app.client.call('cases.remove', { cases: [{ caseId, expectedVersion: given.version }] });
  const removed = await last('cases');
  const user = (await app.client.call('users.list', {})).find((u) => u.id === id);
  await app.client.call('users.change', {
    userId: id,
    expectedVersion: user?.version ?? 0,
    name: '样例新名',
    role: 'mediator',
  });
  await undo(removed?.id ?? '');
  expect(await get(caseId)).toMatchObject({ handlerId: id, handlerName: '样例新名' });
  const handedOver = await last('cases');
  expect(handedOver?.verb).toBe('case.handed-over');
  await undo(handedOver?.id ?? '');
  expect((await get(caseId)).handlerId).not.toBe(id);
});

test('cases handed over in bulk take their open tasks along, all or none, and one undo brings them back', async () => {
  const { id: toId } = await app.client.call('users.add', { name: '样例接手', role: 'mediator' });
  const [one, two] = [await newCase(), await newCase()];
  const { handlerId } = await get(one.caseId);
  const task = { about: { caseId: one.caseId }, title: '样例事项', assigneeId: handlerId };
  await app.client.call('tasks.save', task);
  const give = (stale = 0) =>
    app.client.call('cases.handOver', {
      cases: [one, two].map((c, i) => ({
        caseId: c.caseId,
        expectedVersion: c.version - (i === 1 ? stale : 0),
      })),
      toId,
    });
  expect((await failureOf(give(1))).code).toBe('conflict');
  expect((await get(one.caseId)).handlerId).toBe(handlerId);
  expect(await give()).toEqual({ cases: 2, tasks: 1 });
  for (const { caseId } of [one, two]) expect(await get(caseId)).toMatchObject({ handlerName: '样例接手' });
  const tasks = async () =>
    (await app.client.call('tasks.list', { view: { caseId: one.caseId } })).items.map((t) => t.assigneeId);
  expect(await tasks()).toEqual([toId]);
  const act = await last('cases');
  expect(act).toMatchObject({ verb: 'case.handed-over', kind: 'case' });
  await undo(act?.id ?? '');
  for (const { caseId } of [one, two]) expect((await get(caseId)).handlerId).toBe(handlerId);
  expect(await tasks()).toEqual([handlerId]);
});

test('the answer names its act; each page takes back what was done on it and nothing else', async () => {
  const { caseId } = await newCase();
  const { call } = app.client;
  const said = async (name: string, input: unknown) => {
    const reply = await app.core.dispatch(app.caller, { id: name, name, input });
    if (!reply.ok) throw new Error(reply.failure.code);
    return reply.act;
  };
  const { id } = await call('tasks.save', { about: { caseId }, title: '核对考勤' });
  const done = await said('tasks.complete', { id, expectedVersion: 1, done: true });
  const lawyer = await said('aid.saveLawyer', { lawyer: { name: '页样律师' } });
  const predate = { title: '催办', anchorKind: 'date', anchor: '2026-11-30' };
  const own = await said('calendar.savePredate', {
    caseId,
    predateId: null,
    expectedVersion: 0,
    recordVersion: 0,
    predate,
  });
  expect((await last('tasks'))?.id).toBe(done);
  expect((await last('dates'))?.id).toBe(own);
  expect((await last('legal-aid'))?.id).toBe(lawyer);
  expect((await last(caseId))?.id).toBe(own);
  // Changes that are not kept name none, and one that changes nothing says so.
  expect(await said('search.rebuild', { keep: true })).toBeUndefined();
  expect(await said('tasks.restore', { id })).toBeNull();
});
