import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { realDisk } from '../../electron/shells/common/world.ts';
import type { Input, Output } from '../../shared/contract/api.ts';
import { openTestApp, type TestApp, testWorld } from '../support/open-test-app.ts';
import { agent, days, failureOf, intake, respondent, worker } from '../support/records.ts';

const world = testWorld();
let app: TestApp;
let caseId: string;
let memberIds: string[];
const folders: string[] = [];
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);

const names = Array.from({ length: 24 }, (_, i) => `样${'甲乙丙丁戊己庚辛'[i % 8]}${'一二三'[Math.floor(i / 8)]}`);

beforeAll(async () => {
  app = await openTestApp({
    ...world,
    paperThread: path.resolve('test/support/ending-thread.ts'),
    disk: { ...realDisk, writeFile: (file, bytes) => disk.writeFile(file, bytes) },
  });
  const workers = names.map((name) => worker(name, { arrears: [days('20')] }));
  ({ caseId } = await call('cases.create', intake({ workers, respondents: [respondent], agents: [agent] })));
  memberIds = (await call('cases.members', { caseId })).map((m) => m.id);
});
/** What a test puts in the way of the real disk. */
let disk: Pick<typeof realDisk, 'writeFile'> = realDisk;
afterEach(() => {
  disk = realDisk;
});
afterAll(async () => {
  await app.core.close();
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-batch-'));
  folders.push(folder);
  return folder;
}

const papers = (more: Partial<Input<'batches.check'>['papers']> = {}) => ({
  cases: [{ caseId, memberIds }],
  forms: ['power-of-attorney' as const],
  ...more,
});
type Start = Input<'batches.start'>;
async function start(folder: string, more: Partial<Start> = {}): Promise<string> {
  const asked: Start = { papers: papers(), pattern: '{姓名}_{文书}', gaps: 'blank', folder, ...more };
  return (await call('batches.start', asked)).batchId;
}
const run = (batchId: string, workers = 2) => call('batches.run', { batchId, workers });
const get = (batchId: string): Promise<Output<'batches.get'>> => call('batches.get', { batchId });
const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    fs
      .readdirSync(folder)
      .sort()
      .map((f) => [f, createHash('sha256').update(fs.readFileSync(path.join(folder, f))).digest('hex')]),
  );

test('one paper for each worker lies in the folder, as the record of the batch says', async () => {
  const folder = newFolder();
  const batchId = await start(folder);
  const batch = await run(batchId);
  expect(batch).toMatchObject({ state: 'done', total: 24, made: 24, failed: 0, leftOut: 0 });
  const files = filesIn(folder);
  expect(Object.keys(files)).toEqual(names.map((n) => `${n}_授权委托书.pdf`).sort());
  const { items } = await get(batchId);
  expect(Object.fromEntries(items.map((i) => [i.fileName, i.sha256]))).toEqual(files);
  // The same paper as the one that is made for the case.
  const { documents } = await call('documents.make', {
    caseId,
    papers: [{ formId: 'power-of-attorney', memberId: memberIds[0] ?? '' }],
  });
  expect(documents[0]?.sha256).toBe(items[0]?.sha256);
  const order = app.events.flatMap((e) => (e.type === 'progress' && e.stage === 'making-batch' ? [e.done] : []));
  expect(order.at(-1)).toBe(24);
});
