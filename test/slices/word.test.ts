import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { agent, days, failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

async function bytesOf(token: string): Promise<Uint8Array> {
  return (await app.core.fileFor(app.caller, token))?.bytes ?? new Uint8Array();
}

/** What a Word document says, its paragraphs run together. */
function textOf(bytes: Uint8Array): string {
  const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((m) => m[1]).join('');
}

async function groupCase(): Promise<string> {
  const workers = ['赵样', '钱样'].map((name) => worker(name, { arrears: [days('20')] }));
  return (await call('cases.create', intake({ workers, respondents: [respondent], agents: [agent] }))).caseId;
}

test('one paper is a Word document, a set is packed with one for each', async () => {
  const caseId = await groupCase();
  const one = await call('word.make', { caseId, papers: [{ formId: 'arb-application', memberId: null }] });
  expect(one).toMatchObject({ count: 1 });
  expect(one.fileName).toMatch(/劳动人事争议仲裁申请书-.*\.docx$/);
  expect(textOf(await bytesOf(one.token))).toContain('赵样');

  const plan = await call('documents.plan', { caseId });
  const set = await call('word.make', { caseId, papers: null });
  const files = unzipSync(await bytesOf(set.token));
  // What lacks a fact goes out as a marked draft.
  const named = plan.map((p) =>
    p.warnings.some((w) => w.code === 'missing') ? `${p.fileName}-草稿 DRAFT.docx` : `${p.fileName}.docx`,
  );
  expect(Object.keys(files).sort()).toEqual(named.sort());
  expect(set.count).toBe(plan.length);
});

test('a paper that was made goes out as it was made, whatever the record says since', async () => {
  const caseId = await groupCase();
  const { documents } = await call('documents.make', {
    caseId,
    papers: [{ formId: 'arb-application', memberId: null, layout: 'element' }],
  });
  const [made] = documents;
  if (!made) throw new Error('nothing was made');
  const [member] = await call('cases.members', { caseId });
  await call('cases.removeMembers', {
    caseId,
    expectedVersion: (await call('cases.get', { caseId })).version,
    memberIds: [member?.id ?? ''],
  });
  const word = await call('word.ofMade', { documentIds: [made.id] });
  expect(word.fileName).toBe(made.fileName.replace('.pdf', '.docx'));
  const text = textOf(await bytesOf(word.token));
  expect(text).toContain('赵样');
  expect(text).toContain('☑');
  const now = await call('word.make', { caseId, papers: [{ formId: 'arb-application', memberId: null }] });
  expect(textOf(await bytesOf(now.token))).not.toContain('赵样');
});

test('an English copy says that it is a translation', async () => {
  const caseId = await groupCase();
  const papers = [{ formId: 'arb-application' as const, memberId: null }];
  const { token, fileName } = await call('word.make', { caseId, papers, language: 'en' });
  expect(fileName).toMatch(/-en-草稿 DRAFT\.docx$/);
  expect(new TextDecoder().decode(unzipSync(await bytesOf(token))['word/header.xml'])).toContain(
    'translation',
  );
});

test('a paper that was made as a marked draft is one in Word too', async () => {
  const caseId = await groupCase();
  const papers = [{ formId: 'arb-application' as const, memberId: null }];
  const { documents } = await call('documents.make', { caseId, papers, asDraft: true });
  const { token, fileName } = await call('word.ofMade', { documentIds: [documents[0]?.id ?? ''] });
  expect(fileName).toMatch(/[^T]-草稿 DRAFT\.docx$/);
  const header = new TextDecoder().decode(unzipSync(await bytesOf(token))['word/header.xml']);
  expect(header).toContain('草稿 DRAFT');
});

test('a paper that the case does not have is named as missing', async () => {
  const caseId = await groupCase();
  const papers = [{ formId: 'arb-application' as const, memberId: caseId }];
  expect((await failureOf(call('word.make', { caseId, papers }))).code).toBe('not-found');
  expect((await failureOf(call('word.ofMade', { documentIds: [caseId] }))).code).toBe('not-found');
});
