import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clientOf } from '../../electron/core/client.ts';
import type { Client } from '../../shared/contract/api.ts';
import { permissionsOf, roles } from '../../shared/contract/roles.ts';
import { openTestApp, type TestApp, testPassphrase, testUser } from '../support/open-test-app.ts';
import { failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
let manager: Client;
let windows = 0;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());
beforeEach(async () => {
  manager = app.client;
});

/** Another window of the same program. */
const window = (): Client => clientOf(app.core, { sessionId: `other-${windows++}` });

const versionOf = async (id: string): Promise<number> =>
  (await manager.call('users.list', {})).find((u) => u.id === id)?.version ?? -1;

async function add(name: string, role: (typeof roles)[number]) {
  const { id, passphrase } = await manager.call('users.add', { name, role });
  return { id, name, passphrase: passphrase ?? '' };
}

/** Adds somebody who has already chosen a passphrase of their own. */
async function settled(name: string, role: (typeof roles)[number]) {
  const { id, passphrase } = await add(name, role);
  const client = window();
  await client.call('office.unlock', { userName: name, passphrase });
  const own = `${name}自己的口令八位以上`;
  await client.call('office.changePassphrase', { current: passphrase, next: own });
  return { id, client, own };
}

test('a first passphrase opens nothing but its own change', async () => {
  const { passphrase, id } = await add('赵调解', 'mediator');
  expect(passphrase).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/);
  const client = window();
  const state = await client.call('office.unlock', { userName: '赵调解', passphrase });
  expect(state.user).toMatchObject({ id, role: 'mediator', mustChangePassphrase: true });
  for (const call of [
    client.call('cases.count', { filter: {} }),
    client.call('office.settings', {}),
    client.call('office.users', {}),
    client.call('audit.list', {}),
  ])
    expect((await failureOf(call)).code).toBe('permission-denied');
  await client.call('office.changePassphrase', { current: passphrase, next: '只有我知道的口令' });
  expect((await client.call('cases.count', { filter: {} })).count).toBe(0);
  expect((await client.call('office.state', {})).user?.mustChangePassphrase).toBe(false);
  // The first one opens nothing any more.
  expect((await failureOf(window().call('office.unlock', { userName: '赵调解', passphrase }))).code).toBe(
    'wrong-passphrase',
  );
  app.world.setNow('2026-11-23T03:00:00Z');
});

test('each role may do what its permissions say, and no more', async () => {
  const clerk = await settled('孙书记', 'clerk');
  const reader = await settled('李看看', 'reader');
  const made = await clerk.client.call(
    'cases.create',
    intake({ workers: [worker('王甲')], respondents: [respondent] }),
  );
  expect((await reader.client.call('cases.get', { caseId: made.caseId })).handlerName).toBe('孙书记');
  const denied = [
    reader.client.call('cases.create', intake()),
    reader.client.call('closing.close', {
      caseId: made.caseId,
      expectedVersion: 1,
      closedOn: '2026-11-23',
      note: '已付清',
    }),
    clerk.client.call('users.list', {}),
    clerk.client.call('users.add', { name: '混进来', role: 'manager' }),
    clerk.client.call('office.saveSettings', { expectedVersion: 1 } as never),
  ];
  for (const call of denied) expect((await failureOf(call)).code).toBe('permission-denied');
  for (const role of roles) expect(permissionsOf(role, true)).toEqual(['none']);
  expect(permissionsOf('reader')).not.toContain('case.write');
});

test('a manager resets a passphrase without knowing it, and open windows of that person are shut', async () => {
  const user = await settled('周重设', 'lawyer');
  const { passphrase } = await manager.call('users.resetPassphrase', {
    userId: user.id,
    expectedVersion: await versionOf(user.id),
  });
  expect((await failureOf(user.client.call('cases.count', { filter: {} }))).code).toBe('locked');
  expect(
    (await failureOf(window().call('office.unlock', { userName: '周重设', passphrase: user.own }))).code,
  ).toBe('wrong-passphrase');
  app.world.setNow('2026-11-23T04:00:00Z');
  const state = await user.client.call('office.unlock', { userName: '周重设', passphrase: passphrase ?? '' });
  expect(state.user?.mustChangePassphrase).toBe(true);
});

test('somebody who leaves keeps what is assigned until it is handed over', async () => {
  const leaving = await settled('吴离职', 'mediator');
  const staying = await settled('郑留任', 'mediator');
  const made = await leaving.client.call(
    'cases.create',
    intake({ workers: [worker('王乙')], respondents: [respondent] }),
  );
  await leaving.client.call('tasks.save', {
    about: { caseId: made.caseId },
    title: '核对考勤',
    assigneeId: leaving.id,
  });
  const gone = await manager.call('users.deactivate', {
    userId: leaving.id,
    expectedVersion: await versionOf(leaving.id),
  });
  expect(gone.openCases).toBe(1);
  expect((await failureOf(leaving.client.call('cases.count', { filter: {} }))).code).toBe('locked');
  expect(
    (await failureOf(window().call('office.unlock', { userName: '吴离职', passphrase: leaving.own }))).code,
  ).toBe('wrong-passphrase');
  app.world.setNow('2026-11-23T05:00:00Z');
  const file = await manager.call('cases.get', { caseId: made.caseId });
  expect(file.handlerName).toBe('吴离职');
  expect((await manager.call('office.users', {})).find((u) => u.id === leaving.id)?.active).toBe(false);
  // Nothing new goes to them, but the rest of the case can still be saved.
  const refused = manager.call('cases.create', intake({ handlerId: leaving.id }));
  expect((await failureOf(refused)).issues?.[0]?.code).toBe('user-unknown');
  await manager.call('cases.update', {
    caseId: made.caseId,
    expectedVersion: file.version,
    patch: { handlerId: leaving.id, tribunalCaseNumber: '测劳人仲案〔2026〕1号' },
  });
  expect(await manager.call('users.handOver', { fromId: leaving.id, toId: staying.id })).toEqual({
    cases: 1,
    tasks: 1,
    assignments: 0,
    assignmentsLeft: 0,
  });
  const after = await manager.call('cases.get', { caseId: made.caseId });
  expect(after).toMatchObject({ handlerId: staying.id, handlerName: '郑留任', version: file.version + 2 });
  expect(
    (await failureOf(manager.call('users.handOver', { fromId: staying.id, toId: leaving.id }))).code,
  ).toBe('invalid-input');
  // Coming back takes a new first passphrase.
  const back = await manager.call('users.reactivate', {
    userId: leaving.id,
    expectedVersion: await versionOf(leaving.id),
    passphrase: '经理给的首个口令',
  });
  expect(back.passphrase).toBeNull();
  const again = await window().call('office.unlock', { userName: '吴离职', passphrase: '经理给的首个口令' });
  expect(again.user?.mustChangePassphrase).toBe(true);
});

test('an old keyring lets nobody in who was deactivated since', async () => {
  const user = await settled('冯旧钥', 'clerk');
  const file = path.join(app.folder, 'keyring.json');
  const old = fs.readFileSync(file);
  await manager.call('users.deactivate', { userId: user.id, expectedVersion: await versionOf(user.id) });
  const now = fs.readFileSync(file);
  fs.writeFileSync(file, old);
  const failure = await failureOf(
    window().call('office.unlock', { userName: '冯旧钥', passphrase: user.own }),
  );
  fs.writeFileSync(file, now);
  expect(failure.code).toBe('permission-denied');
  await manager.call('cases.count', { filter: {} });
});

test('the last manager stays, nobody shuts themselves out, names are taken once', async () => {
  const [me] = await manager.call('users.list', {});
  if (!me) throw new Error('nobody here');
  const change = { userId: me.id, expectedVersion: me.version };
  expect((await failureOf(manager.call('users.deactivate', change))).details?.rule).toBe('not-yourself');
  expect(
    (await failureOf(manager.call('users.change', { ...change, name: testUser, role: 'reader' }))).details
      ?.rule,
  ).toBe('last-manager');
  for (const name of [testUser, ` ${testUser} `, '吴离职'])
    expect((await failureOf(manager.call('users.add', { name, role: 'clerk' }))).issues?.[0]?.code).toBe(
      'user-name-taken',
    );
  const stale = manager.call('users.change', { ...change, expectedVersion: 99, name: 'x', role: 'manager' });
  expect((await failureOf(stale)).code).toBe('conflict');
  expect(
    (await failureOf(manager.call('users.add', { name: '短口令', role: 'clerk', passphrase: '短' }))).code,
  ).toBe('invalid-input');
});

test('a person is renamed without their passphrase; rare characters and emoji are names like others', async () => {
  const user = await settled('𠮷田😀', 'mediator');
  await user.client.call('cases.create', intake({ workers: [worker('王丙')], respondents: [respondent] }));
  await manager.call('users.change', {
    userId: user.id,
    expectedVersion: await versionOf(user.id),
    name: '𬭎宇',
    role: 'arbitrator',
  });
  expect((await user.client.call('office.state', {})).user).toMatchObject({
    name: '𬭎宇',
    role: 'arbitrator',
  });
  const state = await window().call('office.unlock', { userName: '𬭎宇', passphrase: user.own });
  expect(state.user?.id).toBe(user.id);
  const list = await manager.call('cases.list', {
    filter: { handlerId: user.id },
    sort: { by: 'updated', direction: 'desc' },
  });
  expect(list.items[0]?.handlerName).toBe('𬭎宇');
});

test('the keyring names nobody, and every act stands in the record', async () => {
  const keyring = fs.readFileSync(path.join(app.folder, 'keyring.json'), 'utf8');
  for (const user of await manager.call('users.list', {})) expect(keyring).not.toContain(user.name);
  const { items } = await manager.call('audit.list', {});
  for (const verb of [
    'user.added',
    'user.changed',
    'user.deactivated',
    'user.reactivated',
    'user.passphrase-reset',
  ])
    expect(items.some((e) => e.verb === verb)).toBe(true);
  expect((await manager.call('audit.verify', {})).intact).toBe(true);
});

test('the second confirmation of a date needs a second person', async () => {
  const second = await settled('第二人', 'arbitrator');
  const made = await manager.call(
    'cases.create',
    intake({
      workers: [worker('王丁')],
      respondents: [respondent],
      events: [{ type: 'employment-ended', date: '2026-09-30' }],
    }),
  );
  const date = async () => {
    const found = (await manager.call('deadlines.forCase', { caseId: made.caseId })).find(
      (d) => d.due && d.trigger?.date,
    );
    if (!found?.due || !found.trigger?.date) throw new Error('no date');
    return {
      found,
      seen: { caseId: made.caseId, ruleId: found.ruleId, trigger: found.trigger.date, due: found.due },
    };
  };
  const { seen } = await date();
  await manager.call('deadlines.confirm', seen);
  expect((await failureOf(manager.call('deadlines.confirm', seen))).code).toBe('rule-violation');
  await second.client.call('deadlines.confirm', seen);
  expect((await date()).found.confirmations.map((c) => c.userName)).toEqual([testUser, '第二人']);
});

test('the recovery key brings a person back to whom the office had given a first passphrase', async () => {
  await add('陈恢复', 'clerk');
  const client = window();
  const state = await client.call('office.recover', {
    recoveryKey: app.recoveryKey,
    userName: '陈恢复',
    newPassphrase: testPassphrase,
  });
  expect(state.user?.mustChangePassphrase).toBe(false);
});
