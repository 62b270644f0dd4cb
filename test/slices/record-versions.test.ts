import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { agent, failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

const call: TestApp['client']['call'] = (name, input) => app.client.call(name, input);

async function twoWorkers() {
  const made = await call(
    'cases.create',
    intake({ workers: [worker('样一'), worker('样二')], respondents: [respondent], agents: [agent] }),
  );
  const [first, second] = await call('cases.members', { caseId: made.caseId });
  if (!first || !second) throw new Error('no members');
  return { caseId: made.caseId, expectedVersion: made.version, first, second };
}
const conflict = { code: 'conflict' };

test('two people change two workers of a case, both from what they read', async () => {
  const { caseId, expectedVersion, first, second } = await twoWorkers();
  const save = (m: typeof first, phone: string) =>
    call('cases.saveMember', {
      caseId,
      expectedVersion,
      recordVersion: m.version,
      memberId: m.id,
      worker: worker(m.name, { phone }),
    });
  await save(first, '13900000001');
  await save(second, '13900000002');
  const phones = (await call('cases.members', { caseId })).map((m) => [m.phone, m.version]);
  expect(phones).toEqual([
    ['13900000001', first.version + 1],
    ['13900000002', second.version + 1],
  ]);
  // The same worker, from what was read before: nothing is overwritten.
  expect(await failureOf(save(first, '13900000009'))).toMatchObject(conflict);
  const arrears = { caseId, expectedVersion, recordVersion: first.version, memberId: first.id, rows: [] };
  expect(await failureOf(call('claims.saveArrears', arrears))).toMatchObject(conflict);
  expect((await call('cases.members', { caseId }))[0]?.phone).toBe('13900000001');
  // Without a version of its own, the case must be as it was read.
  const { recordVersion: _, ...whole } = arrears;
  expect(await failureOf(call('claims.saveArrears', whole))).toMatchObject(conflict);
});

test('removed meanwhile or brought back is a change too; a closed case takes none', async () => {
  const { caseId, expectedVersion, first, second } = await twoWorkers();
  const own = { caseId, expectedVersion, recordVersion: first.version };
  const { version } = await call('cases.removeMembers', { ...own, memberIds: [first.id] });
  await call('cases.restoreMembers', { caseId, expectedVersion: version, memberIds: [first.id] });
  const save = call('cases.saveMember', { ...own, memberId: first.id, worker: worker('样一') });
  expect(await failureOf(save)).toMatchObject(conflict);
  expect(await failureOf(call('cases.removeMembers', { ...own, memberIds: [first.id] }))).toMatchObject(
    conflict,
  );
  // Of several at once no single version can speak.
  const both = call('cases.removeMembers', { ...own, memberIds: [first.id, second.id] });
  expect(await failureOf(both)).toMatchObject(conflict);
  const { version: now } = await call('cases.get', { caseId });
  await call('closing.close', { caseId, expectedVersion: now, closedOn: '2026-11-23', note: '已付清' });
  const late = { caseId, expectedVersion, recordVersion: second.version, memberId: second.id };
  expect((await failureOf(call('cases.saveMember', { ...late, worker: worker('样二') }))).code).toBe(
    'rule-violation',
  );
});

test('respondents, agents, events and evidence rise on their own; a new record is in nobody’s way', async () => {
  const { caseId, expectedVersion } = await twoWorkers();
  const base = { caseId, expectedVersion };
  const file = await call('cases.get', { caseId });
  const respondentId = file.respondents[0]?.id ?? '';
  const agentId = file.agents[0]?.id ?? '';
  const event = { type: 'employment-ended' as const, date: '2026-06-10' };
  const item = {
    group: 'relation' as const,
    name: '工牌',
    kind: 'physical' as const,
    form: 'original' as const,
  };
  const { id: eventId } = await call('cases.recordEvent', {
    ...base,
    recordVersion: 0,
    eventId: null,
    event,
  });
  const { id: evidenceId } = await call('evidence.save', {
    ...base,
    recordVersion: 0,
    evidenceId: null,
    item,
  });
  const saves = [
    () => call('cases.saveRespondent', { ...base, recordVersion: 1, respondentId, respondent }),
    () => call('cases.saveAgent', { ...base, recordVersion: 1, agentId, agent }),
    () => call('cases.recordEvent', { ...base, recordVersion: 1, eventId, event }),
    () => call('evidence.save', { ...base, recordVersion: 1, evidenceId, item }),
  ];
  for (const save of saves) await save();
  for (const save of saves) expect(await failureOf(save())).toMatchObject(conflict);
  const after = await call('cases.get', { caseId });
  expect(after.respondents[0]?.version).toBe(2);
  expect(after.agents[0]?.version).toBe(2);
  expect(after.events[0]?.version).toBe(2);
  expect((await call('evidence.list', { caseId }))[0]?.version).toBe(2);
});

test('a version alone makes no paper out of date', async () => {
  const { caseId, expectedVersion, first } = await twoWorkers();
  await call('documents.make', { caseId, papers: null });
  const before = await call('documents.list', { caseId });
  const {
    id: _,
    position: __,
    owedFen: ___,
    itemsFen: _____,
    isRepresentative: ____,
    version,
    ...same
  } = first;
  await call('cases.saveMember', {
    caseId,
    expectedVersion,
    recordVersion: version,
    memberId: first.id,
    worker: same,
  });
  expect((await call('cases.members', { caseId }))[0]?.version).toBe(version + 1);
  expect(await call('documents.list', { caseId })).toEqual(before);
  await call('cases.saveMember', {
    caseId,
    expectedVersion,
    recordVersion: version + 1,
    memberId: first.id,
    worker: { ...same, name: '样甲' },
  });
  expect(await call('documents.list', { caseId })).not.toEqual(before);
});
