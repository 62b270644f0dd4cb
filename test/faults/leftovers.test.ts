import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCore } from '../../electron/core/app.ts';
import { clientOf } from '../../electron/core/client.ts';
import { startChild } from '../support/children.ts';
import {
  openTestApp,
  type TestApp,
  testKdfCost,
  testPassphrase,
  testUser,
} from '../support/open-test-app.ts';
import { agent, days, intake, worker } from '../support/records.ts';

let app: TestApp;
let home = '';
let caseId = '';

async function reopened(): Promise<TestApp> {
  const core = createCore(app.world, { kdfCost: testKdfCost });
  const client = clientOf(core, app.caller);
  await client.call('office.choose', { folder: app.folder });
  await client.call('office.unlock', { userName: testUser, passphrase: testPassphrase });
  return { ...app, core, client };
}

/** Names of the encrypted files, those put aside or the others. */
function stored(aside: boolean): string[] {
  const found = fs.readdirSync(path.join(app.folder, 'files'), { recursive: true, encoding: 'utf8' });
  const files = found.filter((f) => /\.gdf(\.new)?$/.test(f));
  return files.filter((f) => f.startsWith('trash') === aside).map((f) => path.basename(f));
}
const trash = (): string => path.join(app.folder, 'files', 'trash');

beforeAll(async () => {
  app = await openTestApp();
  home = path.dirname(app.folder);
  const workers = ['赵样一', '钱样二', '孙样三'].map((name) => worker(name, { arrears: [days('20')] }));
  ({ caseId } = await app.client.call('cases.create', intake({ workers, agents: [agent] })));
  await app.client.call('documents.make', { caseId, papers: null });
  await app.core.close();
});
afterAll(() => fs.rmSync(home, { recursive: true }));

test('what a program killed at its papers leaves is put aside, and nothing else', async () => {
  const before = stored(false);
  const child = startChild(['papers', home, caseId]);
  await child.reached('making-papers');
  await child.kill();
  const left = stored(false).filter((f) => !before.includes(f));
  expect(left.length).toBeGreaterThanOrEqual(2);
  // And the half of a file, as a power cut leaves it.
  const shelf = path.join(app.folder, 'files', 'zz');
  fs.mkdirSync(shelf, { recursive: true });
  fs.writeFileSync(path.join(shelf, '01AAAAAAAAAAAAAAAAAAAAAAZZ.gdf.new'), 'GDF1');

  const again = await reopened();
  expect(stored(false).sort()).toEqual(before.sort());
  expect(stored(true).sort()).toEqual(left.sort());
  const documents = await again.client.call('documents.list', { caseId });
  expect(documents).toHaveLength(before.length);
  for (const { id } of documents) await again.client.call('documents.open', { documentId: id });

  // A paper made now is no leftover for the next who comes in.
  await again.client.call('documents.make', { caseId, papers: null });
  const now = stored(false);
  expect(now.length).toBe(2 * before.length);
  await again.client.call('office.lock', {});
  await again.client.call('office.unlock', { userName: testUser, passphrase: testPassphrase });
  expect(stored(false)).toEqual(now);
  await again.core.close();
});

test('what the record names comes back from aside; the rest goes after thirty days', async () => {
  const [name = ''] = stored(false);
  const shelf = path.join(app.folder, 'files', name.slice(24, 26).toLowerCase());
  fs.renameSync(path.join(shelf, name), path.join(trash(), name));
  const aside = stored(true).length;
  expect(aside).toBeGreaterThan(1);
  app.world.setNow('2026-12-10T02:00:00Z');
  await (await reopened()).core.close();
  expect(stored(false)).toContain(name);
  expect(stored(true)).toHaveLength(aside - 1);
  app.world.setNow('2027-01-10T02:00:00Z');
  await (await reopened()).core.close();
  expect(stored(true)).toEqual([]);
  expect(stored(false)).toContain(name);
});

test.skipIf(process.platform === 'win32')(
  'nobody else on this computer may read anything of an office',
  async () => {
    const open = () =>
      fs
        .readdirSync(app.folder, { recursive: true, encoding: 'utf8' })
        .filter((f) => (fs.statSync(path.join(app.folder, f)).mode & 0o077) !== 0);
    // As an earlier version, or a copy from another disk, left them.
    for (const f of ['gongdao.db', 'keyring.json', 'office.lock'])
      fs.chmodSync(path.join(app.folder, f), 0o644);
    for (const f of ['.', 'files']) fs.chmodSync(path.join(app.folder, f), 0o755);
    const before = process.umask(0o022);
    const again = await reopened();
    await again.client.call('documents.make', { caseId, papers: null });
    expect(fs.existsSync(path.join(app.folder, 'gongdao.db-wal'))).toBe(true);
    expect(open()).toEqual([]);
    expect(fs.statSync(app.folder).mode & 0o777).toBe(0o700);
    await again.core.close();
    expect(open()).toEqual([]);
    process.umask(before);
  },
);
