import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleGroup } from '../../electron/core/sample/sample.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';

let app: TestApp;
let caseId = '';

beforeAll(async () => {
  app = await openTestApp();
  const group = await sampleGroup(app.core, app.caller, app.client, app.world);
  caseId = group.caseId;
  expect(group.added).toBe(21);
});
afterAll(() => app.core.close());

test('the sample roster becomes a group whose total is the sum of its workers', async () => {
  const claims = await app.client.call('claims.forCase', { caseId });
  expect(claims.members).toHaveLength(21);
  expect(claims.totalFen).toBe(claims.members.reduce((s, m) => s + m.owedFen, 0));
  const row = (await app.client.call('cases.get', { caseId })) as { amountFen: number };
  expect(row.amountFen).toBe(claims.totalFen);
});

test('the limitation date is there', async () => {
  const dates = await app.client.call('deadlines.forCase', { caseId });
  expect(dates.find((d) => d.ruleId === 'lim-wage-ended')).toMatchObject({ status: 'open' });
  const board = await app.client.call('deadlines.board', {});
  expect([...board.later, ...board.nextSevenDays].map((r) => r.caseId)).toContain(caseId);
});

test('the filing set is made, kept and read back', async () => {
  const plan = await app.client.call('documents.plan', { caseId });
  const { documents } = await app.client.call('documents.make', { caseId, papers: null });
  expect(documents).toHaveLength(plan.length);
  const [first] = documents;
  const opened = await app.client.call('documents.open', { documentId: first?.id ?? '' });
  const file = await app.core.fileFor(app.caller, opened.token);
  expect(
    Buffer.from(file?.bytes ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

test('the application is also made as a table with boxes, told by its name and kept up to date', async () => {
  const paper = { formId: 'arb-application', memberId: null, layout: 'element' } as const;
  const preview = await app.client.call('documents.preview', { caseId, paper });
  expect(preview.fileName).toContain('申请书（要素式）');
  const { documents } = await app.client.call('documents.make', {
    caseId,
    papers: [paper, { formId: 'arb-application', memberId: null }],
  });
  const [boxes, prose] = documents;
  expect(boxes?.fileName).toBe(preview.fileName);
  expect(prose?.fileName).not.toContain('要素式');
  expect(boxes?.sha256).not.toBe(prose?.sha256);
  const listed = await app.client.call('documents.list', { caseId });
  const kept = listed.filter((d) => documents.some((made) => made.id === d.id));
  expect(kept.map((d) => d.outdated)).toEqual([false, false]);
  await expect(
    app.client.call('documents.preview', {
      caseId,
      paper: { formId: 'evidence-list', memberId: null, layout: 'element' },
    }),
  ).rejects.toMatchObject({ failure: { code: 'not-found' } });
});
