import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createCore } from '../../electron/core/app.ts';
import { clientOf } from '../../electron/core/client.ts';
import { createOfficeHost } from '../../electron/core/features/office/index.ts';
import { createIds } from '../../electron/core/kernel/ids.ts';
import { api } from '../../shared/contract/api.ts';
import {
  openTestApp,
  type TestApp,
  testKdfCost,
  testPassphrase,
  testUser,
  testWorld,
} from '../support/open-test-app.ts';
import { failureOf, give, intake, rosterLines } from '../support/records.ts';

let app: TestApp;
const unlockAs = (a: TestApp, passphrase: string, userName = testUser) =>
  a.client.call('office.unlock', { userName, passphrase });
const unlock = () => unlockAs(app, testPassphrase);

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());
let now = Date.parse('2026-11-23T02:00:00Z');
const later = (seconds: number): void => {
  now += seconds * 1000;
  app.world.setNow(new Date(now).toISOString());
};
beforeEach(async () => {
  // Longer than any delay that an earlier test has left.
  later(3600);
  if ((await app.client.call('office.state', {})).status !== 'open') await unlock();
});

test('after locking every procedure of the office answers that it is locked', async () => {
  await app.client.call('office.lock', {});
  for (const [name, procedure] of Object.entries(api)) {
    if (procedure.access !== 'session') continue;
    const reply = await app.core.dispatch(app.caller, { id: name, name, input: {} });
    expect(reply, name).toMatchObject({ ok: false, failure: { code: 'locked' } });
  }
});

test('locking does not wait for itself', async () => {
  // A lock that waits for its own call would only end when the wait for running calls runs out, after five seconds.
  const asked: number[] = [];
  const original = globalThis.setTimeout;
  globalThis.setTimeout = ((fn: () => void, ms?: number) => {
    const timer = original(() => {
      asked.push(ms ?? 0);
      fn();
    }, ms);
    return timer;
  }) as typeof setTimeout;
  try {
    await app.client.call('office.lock', {});
    await unlock();
    await app.client.call('office.leave', {});
    await app.client.call('office.choose', { folder: app.folder });
    await unlock();
  } finally {
    globalThis.setTimeout = original;
  }
  expect(asked.filter((ms) => ms >= 5000)).toEqual([]);
});

test('wrong passphrases wait longer and longer, over a restart too', async () => {
  await app.client.call('office.lock', {});
  const waits: unknown[] = [];
  for (let i = 0; i < 4; i++) {
    const failure = await failureOf(unlockAs(app, 'not the passphrase'));
    expect(failure.code).toBe('wrong-passphrase');
    waits.push(failure.details?.retryAfterSeconds);
    expect((await failureOf(unlock())).code).toBe('too-many-attempts');
    later(Number(failure.details?.retryAfterSeconds));
  }
  expect(waits).toEqual([1, 2, 4, 8]);
  await failureOf(unlockAs(app, 'not the passphrase', '无此人'));

  await app.core.close();
  const core = createCore(app.world, { kdfCost: testKdfCost });
  const again = { ...app, core, client: clientOf(core, app.caller) };
  app = again;
  await again.client.call('office.choose', { folder: again.folder });
  expect(await failureOf(unlock())).toMatchObject({
    code: 'too-many-attempts',
    details: { retryAfterSeconds: 16 },
  });
  later(16);
  expect((await unlock()).status).toBe('open');
});

test('a clock that was set back does not keep the office shut', async () => {
  await app.client.call('office.lock', {});
  app.world.setNow('2036-01-01T00:00:00Z');
  await failureOf(unlockAs(app, 'not the passphrase'));
  later(0);
  expect((await unlock()).status).toBe('open');
});

test('an unknown user is told the same as a wrong passphrase', async () => {
  await app.client.call('office.lock', {});
  const wrong = await failureOf(unlockAs(app, 'not the passphrase'));
  later(1);
  await unlock();
  await app.client.call('office.lock', {});
  expect(await failureOf(unlockAs(app, 'not the passphrase', '无此人'))).toEqual(wrong);
});

test('a passphrase may have ten thousand characters, and not one more', async () => {
  const change = (current: string, next: string) =>
    app.client.call('office.changePassphrase', { current, next });
  const long = '𠮷'.repeat(10_000);
  await change(testPassphrase, long);
  await app.client.call('office.lock', {});
  expect((await unlockAs(app, long)).status).toBe('open');
  for (const next of ['𠮷'.repeat(10_001), '七个字的口令呀']) {
    const failure = await failureOf(change(long, next));
    expect(failure.issues?.[0]?.path).toBe('next');
  }
  await change(long, testPassphrase);
  expect((await failureOf(change(long, testPassphrase))).code).toBe('wrong-passphrase');
});

test('another window unlocks for itself and reads no token of this one', async () => {
  const other = { sessionId: 'other-window' };
  const client = clientOf(app.core, other);
  expect((await failureOf(client.call('office.users', {}))).code).toBe('locked');
  expect(await client.call('office.state', {})).toMatchObject({ status: 'locked', officeName: null });
  await client.call('office.unlock', { userName: testUser, passphrase: testPassphrase });
  expect(await client.call('office.users', {})).toHaveLength(1);
  const { token } = await app.client.call('transfer.template', {});
  expect(await app.core.fileFor(app.caller, token)).not.toBeNull();
  expect(await app.core.fileFor(other, token)).toBeNull();
  expect((await failureOf(client.call('transfer.read', { token }))).code).toBe('file-expired');
  await app.client.call('office.lock', {});
  expect(await app.core.fileFor(app.caller, token)).toBeNull();
  expect((await failureOf(client.call('office.users', {}))).code).toBe('locked');
});

test('windows that unlock, lock and unlock at once neither fail nor open twice', async () => {
  await app.client.call('office.lock', {});
  const clients = [1, 2, 3].map((n) => clientOf(app.core, { sessionId: `window-${n}` }));
  const states = await Promise.all(
    clients.map((c) => c.call('office.unlock', { userName: testUser, passphrase: testPassphrase })),
  );
  expect(states.map((s) => s.status)).toEqual(['open', 'open', 'open']);
  const [one, , three] = await Promise.all([
    app.client.call('office.lock', {}),
    clients[0]?.call('office.unlock', { userName: testUser, passphrase: testPassphrase }),
    app.client.call('office.lock', {}),
    unlock(),
  ]);
  expect(one.status).toBe('locked');
  expect(three.status).toBe('locked');
  expect(await app.client.call('cases.count', { filter: {} })).toEqual({ count: 0 });
});

test('locking in the middle of an import leaves no half of it', async () => {
  const { caseId, version } = await app.client.call('cases.create', intake());
  const token = await give(app, rosterLines(1500));
  const started = new Promise<void>((resolve) => {
    const stop = app.core.subscribe((e) => {
      if (e.type !== 'progress' || e.stage !== 'saving-workers') return;
      stop();
      resolve();
    });
  });
  const importing = failureOf(
    app.client.call('transfer.import', { caseId, expectedVersion: version, token, sheet: 0 }),
  );
  await started;
  await app.client.call('office.lock', {});
  expect((await importing).code).toBe('cancelled');
  await unlock();
  expect(await app.client.call('cases.members', { caseId })).toEqual([]);
  expect(await app.client.call('audit.verify', {})).toMatchObject({ intact: true });
});

test('locking in the middle of a preview hands nothing out', async () => {
  const token = await give(app, rosterLines(500));
  const started = new Promise<void>((resolve) => {
    const stop = app.core.subscribe((e) => {
      if (e.type !== 'progress') return;
      stop();
      resolve();
    });
  });
  const previewing = failureOf(app.client.call('transfer.preview', { token, sheet: 0 }));
  await started;
  await app.client.call('office.lock', {});
  expect((await previewing).code).toBe('cancelled');
  expect(await app.core.fileFor(app.caller, token)).toBeNull();
});

test('changing the passphrase while another window locks ends one way or the other', async () => {
  const next = '另一个足够长的口令';
  const [changed] = await Promise.allSettled([
    app.client.call('office.changePassphrase', { current: testPassphrase, next }),
    app.client.call('office.lock', {}),
  ]);
  const now = changed.status === 'fulfilled' ? next : testPassphrase;
  expect((await unlockAs(app, now)).status).toBe('open');
  if (now === next) await app.client.call('office.changePassphrase', { current: next, next: testPassphrase });
});

test('the recovery key sets a new passphrase, and stands in the record', async () => {
  await app.client.call('office.lock', {});
  const recover = (recoveryKey: string, userName = testUser) =>
    app.client.call('office.recover', { recoveryKey, userName, newPassphrase: '恢复以后的新口令' });
  expect((await failureOf(recover('AAAA'.repeat(8)))).code).toBe('wrong-recovery-key');
  later(1);
  expect((await failureOf(recover(app.recoveryKey, '无此人'))).issues).toEqual([
    { path: 'userName', code: 'user-unknown' },
  ]);
  expect((await app.client.call('office.state', {})).status).toBe('locked');
  expect((await recover(app.recoveryKey.toLowerCase().replaceAll('-', ' '))).status).toBe('open');
  const { items } = await app.client.call('audit.list', {});
  expect(items[0]).toMatchObject({ verb: 'office.passphrase-recovered', who: testUser });

  // A name mistyped here must not throw out those who are in.
  const other = clientOf(app.core, { sessionId: 'recovering' });
  await failureOf(
    other.call('office.recover', {
      recoveryKey: app.recoveryKey,
      userName: '无此人',
      newPassphrase: '恢复以后的新口令',
    }),
  );
  expect((await app.client.call('office.state', {})).status).toBe('open');

  const { recoveryKey } = await app.client.call('office.renewRecoveryKey', {
    passphrase: '恢复以后的新口令',
  });
  expect((await app.client.call('office.state', {})).recoveryConfirmed).toBe(false);
  const confirm = (key: string) => app.client.call('office.confirmRecoveryKey', { recoveryKey: key });
  expect((await failureOf(confirm(app.recoveryKey))).code).toBe('wrong-recovery-key');
  await confirm(recoveryKey);
  await app.client.call('office.changePassphrase', { current: '恢复以后的新口令', next: testPassphrase });
  await app.client.call('office.lock', {});
  expect((await failureOf(recover(app.recoveryKey))).code).toBe('wrong-recovery-key');
});

test('a change of the keyring that cannot be recorded is taken back', async () => {
  const world = testWorld();
  const host = createOfficeHost(world, createIds(world.clock, world.random), async () => {}, testKdfCost);
  const folder = world.suggestedOfficeFolder;
  await host.create('w', {
    folder,
    name: '测试机构',
    kinds: ['legal-aid-centre'],
    regionCode: '510104',
    tribunalName: null,
    userName: testUser,
    passphrase: testPassphrase,
    isSample: false,
  });
  const actor = host.actorOf('w');
  if (!actor) throw new Error('not open');
  const { undo } = await host.changePassphrase(actor, testPassphrase, '另一个足够长的口令');
  undo();
  const renewed = await host.renewRecoveryKey(actor, testPassphrase);
  renewed.undo();
  expect(host.checkRecoveryKey(renewed.recoveryKey)).toBe(false);
  await host.leave();
});

test('locking wipes the key; a slot of lower cost is made stronger when it is opened', async () => {
  const world = testWorld();
  const ids = createIds(world.clock, world.random);
  const weak = createOfficeHost(world, ids, async () => {}, testKdfCost);
  const folder = world.suggestedOfficeFolder;
  await weak.create('w', {
    folder,
    name: '测试机构',
    kinds: ['legal-aid-centre'],
    regionCode: '510104',
    tribunalName: null,
    userName: testUser,
    passphrase: testPassphrase,
    isSample: false,
  });
  const key = weak.office?.key ?? Buffer.from('none');
  expect(key.every((b) => b === 0)).toBe(false);
  const files = weak.office?.files;
  await weak.leave();
  expect(key.every((b) => b === 0)).toBe(true);
  expect(weak.office).toBeNull();
  expect(() => files?.read('0'.repeat(26), '')).toThrow();

  const strong = createOfficeHost(world, ids, async () => {}, { ...testKdfCost, passes: 2 });
  await strong.choose(`${folder}/`);
  await strong.unlock('w', testUser, testPassphrase);
  expect(strong.folder).toBe(folder);
  expect(strong.office?.keyring.slots[0]?.kdf.passes).toBe(2);
  expect(JSON.parse(fs.readFileSync(path.join(folder, 'keyring.json'), 'utf8')).slots[0].kdf.passes).toBe(2);
  await strong.lock();
  await strong.unlock('w', testUser, testPassphrase);
  await strong.leave();
});

test('a damaged keyring is told as damage and left as it is', async () => {
  const file = path.join(app.folder, 'keyring.json');
  const good = fs.readFileSync(file);
  await app.client.call('office.lock', {});
  const bad = good.toString().replace(/"wrapped": "(.)/, (_, c) => `"wrapped": "${c === 'A' ? 'B' : 'A'}`);
  for (const text of [bad, good.subarray(0, 200).toString(), '']) {
    fs.writeFileSync(file, text);
    expect(await failureOf(unlock())).toMatchObject({
      code: 'database-damaged',
      details: { part: 'keyring' },
    });
    expect(fs.readFileSync(file, 'utf8')).toBe(text);
  }
  fs.writeFileSync(file, good);
  expect((await unlock()).status).toBe('open');
});
