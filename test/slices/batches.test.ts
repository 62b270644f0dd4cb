import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { realDisk } from '../../electron/shells/common/world.ts';
import type { Input, Output } from '../../shared/contract/api.ts';
import { openTestApp, type TestApp, testPassphrase, testUser, testWorld } from '../support/open-test-app.ts';
import { agent, days, failureOf, intake, respondent, worker } from '../support/records.ts';

const world = testWorld();
let app: TestApp;
let caseId: string;
let memberIds: string[];
const folders: string[] = [];
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);

const names = Array.from(
  { length: 24 },
  (_, i) => `样${'甲乙丙丁戊己庚辛'[i % 8]}${'一二三'[Math.floor(i / 8)]}`,
);

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
      .map((f) => [
        f,
        createHash('sha256')
          .update(fs.readFileSync(path.join(folder, f)))
          .digest('hex'),
      ]),
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
  const order = app.events.flatMap((e) =>
    e.type === 'progress' && e.stage === 'making-batch' ? [e.done] : [],
  );
  expect(order.at(-1)).toBe(24);
});

test('stopped in the middle and gone on with, it lies there as if it had never been stopped', async () => {
  const whole = newFolder();
  await run(await start(whole));
  const folder = newFolder();
  const batchId = await start(folder);
  let writes = 0;
  disk = {
    async writeFile(file, bytes) {
      writes++;
      if (writes === 8) await call('system.cancel', { callId: 'stopped-run' });
      await realDisk.writeFile(file, bytes);
    },
  };
  const stopped = await app.client.call('batches.run', { batchId, workers: 2 }, { callId: 'stopped-run' });
  expect(stopped).toMatchObject({ state: 'cancelled', stop: null, failed: 0 });
  expect(stopped.made).toBeGreaterThanOrEqual(8);
  expect(stopped.made).toBeLessThan(24);
  const reached = filesIn(folder);
  expect(Object.keys(reached)).toHaveLength(stopped.made);
  const before = writes;
  expect(await run(batchId)).toMatchObject({ state: 'done', made: 24 });
  // Only what was missing was made.
  expect(writes - before).toBe(24 - stopped.made);
  expect(filesIn(folder)).toEqual(filesIn(whole));
});

test('a full disk stops it where it can go on, with nothing half-written', async () => {
  const folder = newFolder();
  const batchId = await start(folder);
  let writes = 0;
  disk = {
    async writeFile(file, bytes) {
      if (++writes <= 6) return realDisk.writeFile(file, bytes);
      // As a disk does it: a part is there before it refuses.
      await realDisk.writeFile(file, bytes.subarray(0, 1000));
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    },
  };
  const stopped = await run(batchId);
  expect(stopped).toMatchObject({ state: 'stopped', stop: 'disk-full', made: 6, failed: 0, folder });
  const reached = filesIn(folder);
  expect(Object.keys(reached)).toHaveLength(6);
  for (const file of Object.keys(reached)) {
    expect(file).toMatch(/\.pdf$/);
    expect(fs.readFileSync(path.join(folder, file)).subarray(-6).toString()).toContain('%%EOF');
  }
  disk = realDisk;
  expect(await run(batchId)).toMatchObject({ state: 'done', made: 24, stop: null });
  expect(Object.keys(filesIn(folder))).toHaveLength(24);
  expect(filesIn(folder)).toMatchObject(reached);
});

test.each([
  ['EACCES', 'folder-closed'],
  ['ENOENT', 'folder-missing'],
])('a folder that refuses with %s stops it as %s', async (code, stop) => {
  const batchId = await start(newFolder());
  disk = { writeFile: () => Promise.reject(Object.assign(new Error(code), { code })) };
  expect(await run(batchId)).toMatchObject({ state: 'stopped', stop, made: 0 });
});

test('a folder that is removed meanwhile is named, and taken again when it is back', async () => {
  const folder = newFolder();
  const batchId = await start(folder);
  fs.rmSync(folder, { recursive: true });
  expect(await run(batchId)).toMatchObject({ state: 'stopped', stop: 'folder-missing', folder });
  fs.mkdirSync(folder);
  expect(await run(batchId)).toMatchObject({ state: 'done', made: 24 });
});

test('a thread that ends is replaced, and the paper with which it ended is named', async () => {
  const whole = newFolder();
  await run(await start(whole));
  const folder = newFolder();
  const batchId = await start(folder);
  process.env.GONGDAO_ENDS_AT = memberIds[9];
  const batch = await run(batchId, 3);
  delete process.env.GONGDAO_ENDS_AT;
  expect(batch).toMatchObject({ state: 'done', made: 23, failed: 1 });
  const failed = (await get(batchId)).items.filter((i) => i.state === 'failed');
  expect(failed).toMatchObject([{ memberId: memberIds[9], name: names[9], fault: 'worker-ended' }]);
  expect(await run(batchId, 3)).toMatchObject({ state: 'done', made: 24, failed: 0 });
  expect(filesIn(folder)).toEqual(filesIn(whole));
});

test('in one file each paper has its bookmark and its own page numbers; the same papers give the same bytes', async () => {
  const folder = newFolder();
  const batchId = await start(folder, { oneFile: true, pattern: '{姓名}_{文书}' });
  const batch = await run(batchId);
  expect(batch).toMatchObject({ state: 'done', made: 24, fileName: '24份_授权委托书.pdf' });
  const bytes = fs.readFileSync(path.join(folder, batch.fileName ?? ''));
  const { items } = await get(batchId);
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const outline = await pdf.getOutline();
  expect(outline.map((o) => o.title)).toEqual(names);
  expect(pdf.numPages).toBe(items.reduce((n, i) => n + (i.pages ?? 0), 0));
  const [target] = (outline[1]?.dest ?? []) as never[];
  const second = await pdf.getPageIndex(target as never);
  expect(second).toBe(items[0]?.pages);
  const text = await (await pdf.getPage(second + 1)).getTextContent();
  const words = text.items.map((i) => ('str' in i ? i.str : '')).join('');
  expect(words).toContain(names[1]);
  expect(words.replace(/\s/g, '')).toContain('第1页');

  const again = newFolder();
  const other = await start(again, { oneFile: true, pattern: '{姓名}_{文书}' });
  process.env.GONGDAO_ENDS_AT = memberIds[5];
  const broken = await run(other);
  delete process.env.GONGDAO_ENDS_AT;
  expect(broken).toMatchObject({ state: 'done', made: 23, failed: 1 });
  fs.rmSync(path.join(again, broken.fileName ?? ''));
  await run(other);
  expect(Object.values(filesIn(again))).toEqual(Object.values(filesIn(folder)));
});

test('papers with gaps are found across the whole batch, and marked or left out as chosen', async () => {
  const workers = [
    worker('全样', { idNumber: null, phone: '13900000000', mailAddress: '样例路1号', arrears: [days('20')] }),
    worker('缺样'),
  ];
  const made = await call('cases.create', intake({ workers, respondents: [respondent] }));
  const asked = { cases: [{ caseId: made.caseId, memberIds: null }], forms: ['service-address' as const] };
  const { papers: checked } = await call('batches.check', { papers: asked });
  const gapsOf = (name: string): number =>
    checked.find((p) => p.parts.name === name)?.warnings.filter((w) => w.severity !== 'advice').length ?? -1;
  expect(gapsOf('缺样')).toBeGreaterThan(0);
  // For the workers of the case, not for the other side, whose own confirmation the set of its answer holds.
  expect(checked.map((p) => p.parts.name)).toEqual(['全样', '缺样']);

  const left = newFolder();
  const leaving = await run(await start(left, { papers: asked, gaps: 'leave-out' }));
  const whole = checked.filter((p) => gapsOf(p.parts.name) === 0).length;
  expect(leaving).toMatchObject({ state: 'done', made: whole, leftOut: checked.length - whole });
  expect(Object.keys(filesIn(left))).toHaveLength(whole);

  const marked = newFolder();
  const drafts = await run(await start(marked, { papers: asked, gaps: 'draft' }));
  expect(drafts).toMatchObject({ made: checked.length, withGaps: checked.length - whole });
  expect(Object.keys(filesIn(marked)).filter((f) => f.endsWith('_草稿.pdf'))).toHaveLength(
    checked.length - whole,
  );
});

test('a paper of the whole case is made for each worker alone; Word files and a whole set as well', async () => {
  const folder = newFolder();
  const some = { cases: [{ caseId, memberIds: memberIds.slice(0, 3) }] };
  const single = await start(folder, {
    papers: papers({ ...some, forms: ['arb-application'], each: 'worker' }),
  });
  expect(await run(single)).toMatchObject({ made: 3 });
  const word = await start(folder, { papers: papers(some), format: 'docx' });
  expect(await run(word)).toMatchObject({ made: 3 });
  const everybody = { cases: [{ caseId, memberIds: null }], forms: { set: 'arbitration-filing' as const } };
  const set = await run(await start(newFolder(), { papers: everybody, pattern: '{序号}_{文书}_{姓名}' }));
  const plan = await call('documents.plan', { caseId });
  expect(set).toMatchObject({ state: 'done', made: plan.length, total: plan.length, failed: 0 });
  expect(Object.keys(filesIn(folder))).toEqual(
    names
      .slice(0, 3)
      .flatMap((n) => [`${n}_劳动人事争议仲裁申请书.pdf`, `${n}_授权委托书.docx`])
      .sort(),
  );
});

test('a file that is there already stays as it is', async () => {
  const folder = newFolder();
  const mine = path.join(folder, `${names[0]}_授权委托书.pdf`);
  fs.writeFileSync(mine, 'signed by hand');
  await run(await start(folder));
  expect(fs.readFileSync(mine, 'utf8')).toBe('signed by hand');
  expect(fs.existsSync(path.join(folder, `${names[0]}_授权委托书 (2).pdf`))).toBe(true);
  expect(fs.readdirSync(folder)).toHaveLength(25);
});

test('others are answered while it runs, and a lock ends it where it can go on', async () => {
  const folder = newFolder();
  const batchId = await start(folder);
  let locked: Promise<unknown> | null = null;
  let answered = false;
  let writes = 0;
  disk = {
    async writeFile(file, bytes) {
      writes++;
      if (writes === 4) {
        await call('cases.get', { caseId });
        await call('cases.saveDraft', { draft: 'x' });
        answered = true;
        locked = call('office.lock', {});
      }
      await realDisk.writeFile(file, bytes);
    },
  };
  expect((await failureOf(run(batchId))).code).toBe('locked');
  expect(answered).toBe(true);
  await locked;
  await call('office.unlock', { userName: testUser, passphrase: testPassphrase });
  disk = realDisk;
  expect((await get(batchId)).batch).toMatchObject({ state: 'stopped', stop: 'program-ended' });
  expect(await run(batchId)).toMatchObject({ state: 'done', made: 24 });
  // What was written and not noted any more is there once.
  expect(fs.readdirSync(folder)).toHaveLength(24);
});

test('what cannot be made is refused before anything is written down', async () => {
  const folder = newFolder();
  expect((await failureOf(start(path.join(folder, 'none')))).issues).toMatchObject([
    { code: 'folder-unknown' },
  ]);
  expect((await failureOf(start('relative'))).issues).toMatchObject([{ code: 'folder-unknown' }]);
  const link = path.join(newFolder(), 'link');
  fs.symlinkSync(app.folder, link, 'junction');
  for (const inside of [app.folder, path.join(app.folder, 'files'), link])
    expect((await failureOf(start(inside))).issues).toMatchObject([{ code: 'folder-in-office' }]);
  expect((await failureOf(start(folder, { pattern: '{姓氏}' }))).issues).toMatchObject([
    { code: 'pattern-unknown' },
  ]);
  const none = papers({ cases: [{ caseId, memberIds: [caseId] }] });
  expect((await failureOf(start(folder, { papers: none }))).details).toMatchObject({ rule: 'batch-empty' });
  const other = await openTestApp({ ...testWorld(), paperThread: path.join(folder, 'gone.js') });
  const one = await other.client.call(
    'cases.create',
    intake({ workers: [worker('样')], respondents: [respondent] }),
  );
  const asked = { cases: [{ caseId: one.caseId, memberIds: null }], forms: ['service-address' as const] };
  const { batchId } = await other.client.call('batches.start', { papers: asked, pattern: '{姓名}', folder });
  expect((await failureOf(other.client.call('batches.run', { batchId }))).code).toBe('internal');
  const [left] = await other.client.call('batches.list', {});
  expect(left).toMatchObject({ state: 'stopped', stop: 'internal', made: 0 });
  await other.core.close();
  expect(fs.readdirSync(folder)).toEqual([]);
});
