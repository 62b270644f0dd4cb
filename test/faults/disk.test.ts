import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { createCore } from '../../electron/core/app.ts';
import { clientOf } from '../../electron/core/client.ts';
import {
  openTestApp,
  type TestApp,
  testKdfCost,
  testPassphrase,
  testUser,
  testWorld,
} from '../support/open-test-app.ts';
import { agent, days, failureOf, give, intake, rosterLines, worker } from '../support/records.ts';
import { sentence } from '../support/sentence.ts';

const mounted: string[] = [];
let app: TestApp | undefined;
afterEach(() => app?.core.close());
afterAll(() => {
  for (const at of mounted) {
    execFileSync('umount', ['-l', at]);
    fs.rmSync(at, { recursive: true });
  }
});

/** A small disk of its own; null where this user may not mount one. */
function smallDisk(size: string): string | null {
  const at = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', at], { stdio: 'pipe' });
  } catch {
    fs.rmSync(at, { recursive: true });
    return null;
  }
  mounted.push(at);
  return at;
}
const mayMount = smallDisk('64k') !== null;
if (!mayMount) console.warn('Skipped: full and read-only disks need the right to mount one.');

function office(at: string): Promise<TestApp> {
  return openTestApp({ ...testWorld(), suggestedOfficeFolder: path.join(at, 'office') });
}
const gdf = (folder: string): string[] =>
  fs
    .readdirSync(path.join(folder, 'files'), { recursive: true, withFileTypes: true })
    .flatMap((e) => (e.isFile() ? e.name : []));

/** Takes all but so many bytes of the disk. */
function fill(at: string, leave: number): string {
  const file = path.join(at, `filler-${fs.readdirSync(at).length}`);
  const { bavail, bsize } = fs.statfsSync(at);
  fs.writeFileSync(file, Buffer.alloc(Math.max(0, Number(bavail) * Number(bsize) - leave)));
  return file;
}

test.runIf(mayMount)(
  'a disk that fills up in an import: nothing is kept, and with room it goes on',
  async () => {
    const at = smallDisk('24m') ?? '';
    app = await office(at);
    const { caseId, version } = await app.client.call('cases.create', intake());
    const filler = fill(at, 200_000);
    const lines = rosterLines(1500);
    const run = async () =>
      app?.client.call('transfer.import', {
        caseId,
        expectedVersion: version,
        token: await give(app, lines),
        sheet: 0,
      });
    expect((await failureOf(run())).code).toBe('disk-full');
    expect(await app.client.call('cases.members', { caseId })).toEqual([]);
    expect((await app.client.call('audit.verify', {})).intact).toBe(true);
    fs.rmSync(filler);
    expect((await run())?.added).toBe(1500);
  },
);

test.runIf(mayMount)(
  'on a full disk all can still be read, and what happened is told as it was',
  async () => {
    const at = smallDisk('24m') ?? '';
    app = await office(at);
    const { client, folder } = app;
    const { caseId, version } = await client.call('cases.create', intake());
    const { documents } = await client.call('documents.make', { caseId, papers: null });
    const documentId = documents[0]?.id ?? '';
    const filler = fill(at, 0);
    const change = async () =>
      client.call('transfer.import', {
        caseId,
        expectedVersion: version,
        token: await give(app as TestApp, rosterLines(1500)),
        sheet: 0,
      });
    const read = async (): Promise<void> => {
      await client.call('cases.get', { caseId });
      await client.call('cases.members', { caseId });
      await client.call('documents.open', { documentId });
      await client.call('documents.preview', {
        caseId,
        paper: { formId: 'arb-application', memberId: null },
      });
      await client.call('audit.verify', {});
    };
    await read();
    const unsaved = await failureOf(change());
    expect(unsaved.code).toBe('disk-full');
    expect(sentence(unsaved, 'zh-CN')).toContain('没有保存');
    expect(sentence(unsaved, 'en')).toContain('not saved');
    await read();

    // Without a byte to spare the database's log cannot be opened, and nobody wanted to save.
    await app.core.close();
    const more = fill(at, 0);
    const core = createCore(app.world, { kdfCost: testKdfCost });
    const again = clientOf(core, app.caller);
    await again.call('office.choose', { folder });
    const open = () => again.call('office.unlock', { userName: testUser, passphrase: testPassphrase });
    const unread = await failureOf(open());
    expect(unread.code).toBe('disk-full');
    expect(sentence(unread, 'zh-CN')).toContain('无法读取');
    expect(sentence(unread, 'en')).toContain('could not be read');
    for (const file of [filler, more]) fs.rmSync(file);
    expect((await open()).status).toBe('open');
    expect((await again.call('documents.list', { caseId })).length).toBe(documents.length);
    await core.close();
  },
);

test.runIf(mayMount)('a disk that fills up while papers are made: no paper and no file is kept', async () => {
  const at = smallDisk('24m') ?? '';
  app = await office(at);
  const workers = ['赵样一', '钱样二', '孙样三', '李样四'].map((name) =>
    worker(name, { arrears: [days('20')] }),
  );
  const { caseId } = await app.client.call('cases.create', intake({ workers, agents: [agent] }));
  const filler = fill(at, 150_000);
  const make = () => app?.client.call('documents.make', { caseId, papers: null }) ?? Promise.reject();
  expect((await failureOf(make())).code).toBe('disk-full');
  expect(await app.client.call('documents.list', { caseId })).toEqual([]);
  expect(gdf(app.folder)).toEqual([]);
  fs.rmSync(filler);
  const { documents } = await make();
  expect(gdf(app.folder)).toHaveLength(documents.length);
});

test.runIf(mayMount)(
  'a disk too small for an office leaves no office, and the open one stays open',
  async () => {
    app = await office(smallDisk('24m') ?? '');
    const at = smallDisk('100k') ?? '';
    const create = (folder: string) =>
      app?.client.call('office.create', {
        folder,
        name: '另一个机构',
        kinds: ['legal-aid-centre'],
        regionCode: '510104',
        userName: '另一人',
        passphrase: testPassphrase,
      }) ?? Promise.reject();
    const folder = path.join(at, 'office');
    expect((await failureOf(create(folder))).code).toBe('disk-full');
    expect(fs.existsSync(path.join(folder, 'keyring.json'))).toBe(false);
    expect((await app.client.call('office.state', {})).user?.name).toBe(testUser);
    execFileSync('mount', ['-o', 'remount,size=24m', at]);
    await create(folder);
    expect((await app.client.call('office.state', {})).user?.name).toBe('另一人');
  },
);

test.runIf(mayMount)('a folder that cannot be written is told as such', async () => {
  const at = smallDisk('24m') ?? '';
  app = await office(at);
  await app.core.close();
  execFileSync('mount', ['-o', 'remount,ro', at]);
  const core = createCore(app.world, { kdfCost: testKdfCost });
  const client = clientOf(core, app.caller);
  await client.call('office.choose', { folder: app.folder });
  const unlock = (passphrase: string) => client.call('office.unlock', { userName: testUser, passphrase });
  expect((await failureOf(unlock(testPassphrase))).code).toBe('office-read-only');
  // The delay cannot be written down here; it holds all the same.
  expect((await failureOf(unlock('not the passphrase'))).code).toBe('wrong-passphrase');
  expect((await failureOf(unlock('not the passphrase'))).code).toBe('too-many-attempts');
  execFileSync('mount', ['-o', 'remount,rw', at]);
  app.world.setNow('2026-11-23T03:00:00Z');
  expect((await unlock(testPassphrase)).status).toBe('open');
  await core.close();
});

test('a folder whose keyring is gone is not taken for a new office', async () => {
  app = await openTestApp();
  const { folder } = app;
  await app.core.close();
  const keyring = path.join(folder, 'keyring.json');
  fs.renameSync(keyring, `${folder}.keyring`);
  const core = createCore(app.world, { kdfCost: testKdfCost });
  const client = clientOf(core, app.caller);
  const input = {
    folder,
    name: '另一个机构',
    kinds: ['legal-aid-centre' as const],
    regionCode: '510104',
    userName: '另一人',
    passphrase: testPassphrase,
  };
  expect((await failureOf(client.call('office.choose', { folder }))).code).toBe('office-not-found');
  expect((await failureOf(client.call('office.create', input))).issues).toEqual([
    { path: 'folder', code: 'folder-not-empty' },
  ]);
  fs.renameSync(`${folder}.keyring`, keyring);
  expect((await failureOf(client.call('office.create', input))).code).toBe('office-exists');
  await client.call('office.choose', { folder });
  const unlock = () => client.call('office.unlock', { userName: testUser, passphrase: testPassphrase });
  expect((await unlock()).status).toBe('open');
  await client.call('office.lock', {});

  // What an interrupted creation leaves is thrown away; a database that vanished or was emptied is not made anew.
  for (const damage of [(f: string) => fs.rmSync(f), (f: string) => fs.writeFileSync(f, '')]) {
    const database = path.join(folder, 'gongdao.db');
    const whole = fs.readFileSync(database);
    damage(database);
    expect((await failureOf(unlock())).code).toBe('database-damaged');
    fs.rmSync(`${database}-wal`, { force: true });
    fs.rmSync(`${database}-shm`, { force: true });
    fs.writeFileSync(database, whole);
  }
  expect((await unlock()).status).toBe('open');
  await core.close();
  fs.rmSync(keyring);
  fs.writeFileSync(path.join(folder, 'office.new'), '');
  await client.call('office.create', input);
  expect((await client.call('office.state', {})).user?.name).toBe('另一人');
  await core.close();
});
