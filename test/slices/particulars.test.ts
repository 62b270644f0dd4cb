import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleGroup } from '../../electron/core/sample/sample.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';

let app: TestApp;
let caseId = '';

beforeAll(async () => {
  app = await openTestApp();
  ({ caseId } = await sampleGroup(app.core, app.caller, app.client, app.world));
});
afterAll(() => app.core.close());

const plan = async () => {
  const papers = await app.client.call('documents.plan', { caseId, set: 'arbitration-pending' });
  return papers.find((p) => p.formId === 'arb-withdrawal');
};
const save = (values: Record<string, unknown>, expectedVersion: number) =>
  app.client.call('documents.saveParticulars', { caseId, topic: 'withdrawal', expectedVersion, values });

test('what a paper asks for is entered once, kept, and no longer missing', async () => {
  const before = (await plan())?.warnings.map((w) => w.field) ?? [];
  expect(before).toContain('particulars.withdrawal.extent');
  expect(before).toContain('events.application-submitted');
  await expect(save({ extent: 'all', reason: 'settled', received: 1_200_050 }, 0)).resolves.toEqual({
    version: 1,
  });
  const after = (await plan())?.warnings.map((w) => w.field) ?? [];
  expect(after.filter((f) => f?.startsWith('particulars.'))).toEqual([]);
  const [kept] = await app.client.call('documents.particulars', { caseId });
  expect(kept).toMatchObject({
    topic: 'withdrawal',
    memberId: null,
    version: 1,
    values: { extent: 'all', reason: 'settled', received: 1_200_050 },
  });
});

test('a change of what was entered makes the made paper out of date', async () => {
  const paper = { formId: 'arb-withdrawal', memberId: null } as const;
  const { documents } = await app.client.call('documents.make', { caseId, papers: [paper] });
  const state = async () =>
    (await app.client.call('documents.list', { caseId })).find((d) => d.id === documents[0]?.id)?.outdated;
  expect(await state()).toBe(false);
  await save({ extent: 'all', reason: 'settled', received: 1_200_051 }, 1);
  expect(await state()).toBe(true);
});

test('who was second is told, and nothing is lost', async () => {
  await expect(save({ extent: 'claims' }, 1)).rejects.toMatchObject({
    failure: { code: 'conflict', details: { expected: 1, actual: 2 } },
  });
});

test('a party on the other side has an address for service of its own', async () => {
  const papers = await app.client.call('documents.plan', { caseId, set: 'arbitration-answer' });
  const paper = papers.find((p) => p.formId === 'service-address');
  const memberId = paper?.memberId ?? '';
  expect(paper?.memberName).toMatch(/公司$/);
  const place = { caseId, topic: 'service-address', expectedVersion: 0 } as const;
  await app.client.call('documents.saveParticulars', { ...place, memberId, values: { electronic: 'agree' } });
  const [warning] = (await app.client.call('documents.plan', { caseId, set: 'arbitration-answer' }))
    .filter((p) => p.formId === 'service-address' && p.memberId === memberId)
    .flatMap((p) => p.warnings.filter((w) => w.code === 'rule'));
  expect(warning?.field).toBe(`particulars.service-address/${memberId}.electronic`);
  await expect(
    app.client.call('documents.saveParticulars', {
      ...place,
      memberId: '01JSTRANGER0000000000000AA',
      values: {},
    }),
  ).rejects.toMatchObject({ failure: { code: 'not-found' } });
});

test('each party on the other side may answer for itself, a worker only with the others', async () => {
  const papers = await app.client.call('documents.plan', { caseId, set: 'arbitration-answer' });
  const [first, second] = papers.filter((p) => p.formId === 'arb-defence').map((p) => p.memberId ?? '');
  const place = { caseId, topic: 'defence', expectedVersion: 0 } as const;
  const values = { request: 'reject' };
  await app.client.call('documents.saveParticulars', { ...place, values });
  await app.client.call('documents.saveParticulars', {
    ...place,
    memberId: first,
    values: { request: 'admit' },
  });
  const kept = (await app.client.call('documents.particulars', { caseId })).filter(
    (p) => p.topic === 'defence',
  );
  expect(kept.map((p) => [p.memberId, p.values.request])).toEqual(
    expect.arrayContaining([
      [null, 'reject'],
      [first, 'admit'],
    ]),
  );
  expect(second).not.toBe(first);
  const [worker] = await app.client.call('cases.members', { caseId });
  await expect(
    app.client.call('documents.saveParticulars', { ...place, memberId: worker?.id ?? '', values }),
  ).rejects.toMatchObject({ failure: { code: 'not-found', details: { what: 'member' } } });
});

test.each([
  [{ extent: 'everything' }, 'values.extent'],
  [{ received: -1 }, 'values.received'],
  [{ received: 1.5 }, 'values.received'],
  [{ explanation: 'x'.repeat(100_001) }, 'values.explanation'],
  [{ part: '字'.repeat(501) }, 'values.part'],
  [{ nonsense: 'x' }, 'values'],
])('bad input names its field: %#', async (values, path) => {
  await expect(save(values, 2)).rejects.toMatchObject({
    failure: { code: 'invalid-input', issues: [{ path }] },
  });
});

test('a topic or a worker that is not there is refused', async () => {
  await expect(
    app.client.call('documents.saveParticulars', {
      caseId,
      topic: 'nowhere',
      expectedVersion: 0,
      values: {},
    }),
  ).rejects.toMatchObject({ failure: { code: 'not-found', details: { what: 'topic' } } });
  await expect(
    app.client.call('documents.saveParticulars', {
      caseId,
      topic: 'withdrawal',
      memberId: '01JD0000000000000000000000',
      expectedVersion: 0,
      values: {},
    }),
  ).rejects.toMatchObject({ failure: { code: 'not-found' } });
});

test('a last day among them is computed from its event, with its article', async () => {
  await app.client.call('documents.saveParticulars', {
    caseId,
    topic: 'award',
    expectedVersion: 0,
    values: { number: '云劳人仲案〔2026〕1号' },
  });
  const dues = async () =>
    (await app.client.call('documents.particulars', { caseId })).find((p) => p.topic === 'award')?.dues;
  expect(await dues()).toEqual({});
  const { version } = await app.client.call('cases.get', { caseId });
  await app.client.call('cases.recordEvent', {
    caseId,
    expectedVersion: version,
    eventId: null,
    event: {
      type: 'award-received-by-applicant',
      date: '2026-10-15',
      reason: '仲裁阶段由他人代理，此前步骤未登记',
    },
  });
  expect(await dues()).toMatchObject({
    workerSuesBy: { due: '2026-10-30', article: { zh: expect.stringContaining('50') } },
  });
});
