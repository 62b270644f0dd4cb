import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createCore } from '../../electron/core/app.ts';
import { clientOf } from '../../electron/core/client.ts';
import { verifyAudit } from '../../electron/core/features/audit/audit.repo.ts';
import { createOfficeHost } from '../../electron/core/features/office/index.ts';
import type { MutationContext, QueryContext } from '../../electron/core/kernel/context.ts';
import { createHandoff } from '../../electron/core/kernel/handoff.ts';
import { createIds } from '../../electron/core/kernel/ids.ts';
import { createPipeline, type Pipeline } from '../../electron/core/kernel/pipeline.ts';
import { command, mutation, query } from '../../shared/contract/builders.ts';
import type { CoreEvent, Reply } from '../../shared/contract/wire.ts';
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
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

const secret = '张某某110101199001010023';
const anything = z.strictObject({ text: z.string().default('') });
const said = z.object({ said: z.string() });
const writes = { permission: 'case.write', audit: 'test.done', input: anything, output: said } as const;

/** Procedures of the test's own on a real office: what the pipeline does with them is what it does with all. */
async function openPipeline(handlers: {
  change?: (ctx: MutationContext) => Promise<unknown>;
  look?: (ctx: QueryContext) => Promise<unknown>;
}) {
  const world = testWorld();
  const newId = createIds(world.clock, world.random);
  const host = createOfficeHost(world, newId, () => pipeline.drain(5000), testKdfCost);
  const caller = { sessionId: 'w' };
  const events: CoreEvent[] = [];
  const pipeline: Pipeline = createPipeline({
    world,
    newId,
    handoff: createHandoff(world.clock, world.random),
    contract: {
      change: mutation(writes),
      look: query({ permission: 'case.read', input: anything, output: said }),
      act: command({ permission: 'none', input: anything, output: said }),
    },
    handlers: {
      change: (handlers.change ?? (async () => ({ said: 'x' }))) as never,
      look: (handlers.look ?? (async () => ({ said: 'x' }))) as never,
      act: (async () => ({ said: 1 })) as never,
    },
    emit: (e) => void events.push(e),
    settle: () => Promise.resolve(undefined),
    sessionOf: ({ sessionId }) => {
      const actor = host.actorOf(sessionId);
      return actor && host.office ? { office: host.office, actor } : null;
    },
  });
  await host.create('w', {
    folder: world.suggestedOfficeFolder,
    name: '测试机构',
    kinds: ['legal-aid-centre'],
    regionCode: '510104',
    tribunalName: null,
    userName: testUser,
    passphrase: testPassphrase,
    isSample: false,
  });
  const call = (name: string, id = name): Promise<Reply> =>
    pipeline.dispatch(caller, { id, name, input: {} });
  const verbs = async (): Promise<string[]> =>
    ((await host.office?.db.read.selectFrom('audit').select('verb').execute()) ?? []).map((r) => r.verb);
  return { world, host, pipeline, events, call, verbs, caller };
}

test('an unknown name is refused, names of every object included', async () => {
  for (const name of ['cases.nothing', 'constructor', '__proto__', 'toString', ''])
    expect(await app.core.dispatch(app.caller, { id: '1', name, input: {} })).toEqual({
      id: '1',
      ok: false,
      failure: { code: 'unknown-procedure' },
    });
});

test('bad input names its fields', async () => {
  const input = intake({ receivedOn: '2026-02-30', workers: [{ name: ' ', job: {} }] });
  const failure = await failureOf(app.client.call('cases.create', input));
  expect(failure).toEqual({
    code: 'invalid-input',
    issues: [
      { path: 'receivedOn', code: 'date-invalid' },
      { path: 'workers.0.name', code: 'required' },
    ],
  });
  const stray = { ...intake(), stray: 1 } as never;
  expect((await failureOf(app.client.call('cases.create', stray))).issues?.[0]?.code).toBe('unknown-field');
  expect((await failureOf(app.client.call('cases.get', {} as never))).issues).toEqual([
    { path: 'caseId', code: 'required' },
  ]);
});

test('a person without the right is refused', async () => {
  const other = await openTestApp();
  await other.core.close();
  // The role as a later user administration will write it.
  const world = other.world;
  const host = createOfficeHost(world, createIds(world.clock, world.random), async () => {}, testKdfCost);
  await host.choose(other.folder);
  await host.unlock('w', testUser, testPassphrase);
  await host.office?.db.write.updateTable('app_user').set({ role: 'clerk' }).execute();
  await host.leave();
  const core = createCore(world, { kdfCost: testKdfCost });
  const client = clientOf(core, other.caller);
  await client.call('office.choose', { folder: other.folder });
  await client.call('office.unlock', { userName: testUser, passphrase: testPassphrase });
  const { version, cipher: _, folder: __, ...settings } = await client.call('office.settings', {});
  const save = client.call('office.saveSettings', { ...settings, expectedVersion: version });
  expect((await failureOf(save)).code).toBe('permission-denied');
  expect((await failureOf(client.call('office.renewRecoveryKey', { passphrase: 'x' }))).code).toBe(
    'permission-denied',
  );
  await client.call('cases.create', intake());
  await core.close();
});

test('a change that fails leaves no trace: no row, no entry, no event, and its files are undone', async () => {
  const undone: string[] = [];
  const p = await openPipeline({
    async change(ctx) {
      ctx.onRollback(() => {
        throw new Error('an undo that fails');
      });
      ctx.onRollback(() => undone.push('second'));
      await ctx.db.updateTable('office').set({ name: '改名' }).execute();
      ctx.changed('office', 'x');
      throw new TypeError(`${secret}\n    at ${secret} (/home/${secret}/x.js:1:1)`);
    },
  });
  const reply = await p.call('change');
  expect(reply).toMatchObject({ ok: false, failure: { code: 'internal' } });
  const reference = reply.ok ? '' : String(reply.failure.details?.reference);
  expect(reference).toMatch(/^[0-9A-Z]{8}$/);
  expect(undone).toEqual(['second']);
  expect(p.events).toEqual([]);
  expect(await p.verbs()).toEqual(['office.created']);
  expect((await p.host.office?.db.read.selectFrom('office').select('name').executeTakeFirst())?.name).toBe(
    '测试机构',
  );
  const line = p.world.lines.find((l) => l.includes('"unexpected"')) ?? '';
  expect(line).toContain(reference);
  expect(line).toContain('pipeline.test.ts');
  expect(p.world.lines.join('')).not.toContain(secret);
  expect(line).not.toContain(import.meta.dirname);
  await p.host.leave();
});

test('an answer that does not fit its schema is our mistake: nothing was changed', async () => {
  const p = await openPipeline({
    async change(ctx) {
      await ctx.db.updateTable('office').set({ name: '改名' }).execute();
      return { said: 1 };
    },
    look: async () => ({ said: 'kept', stray: secret }),
  });
  expect(await p.call('change')).toMatchObject({ ok: false, failure: { code: 'internal' } });
  expect(await p.call('act')).toMatchObject({ ok: false, failure: { code: 'internal' } });
  expect(await p.verbs()).toEqual(['office.created']);
  expect(await p.call('look')).toEqual({ id: 'look', ok: true, value: { said: 'kept' } });
  await p.host.leave();
});

test('changes run one after the other; a look beside them does not wait', async () => {
  const steps: string[] = [];
  let go: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const p = await openPipeline({
    async change(ctx) {
      steps.push(`${ctx.callId} in`);
      await ctx.db.updateTable('office').set({ name: ctx.callId }).execute();
      if (ctx.callId === 'first') await gate;
      ctx.changed('office', ctx.callId);
      steps.push(`${ctx.callId} out`);
      return { said: 'x' };
    },
    async look(ctx) {
      const row = await ctx.db.selectFrom('office').select('name').executeTakeFirstOrThrow();
      return { said: row.name };
    },
  });
  const changes = [p.call('change', 'first'), p.call('change', 'second')];
  expect(await p.call('look')).toMatchObject({ value: { said: '测试机构' } });
  expect(p.events).toEqual([]);
  go();
  await Promise.all(changes);
  expect(steps).toEqual(['first in', 'first out', 'second in', 'second out']);
  expect(p.events.map((e) => e.type === 'changed' && e.ids[0])).toEqual(['first', 'second']);
  expect(await p.call('look')).toMatchObject({ value: { said: 'second' } });
  await p.host.leave();
});

test('a look that reads twice sees one moment, whatever is saved between', async () => {
  let reading: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    reading = resolve;
  });
  let go: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const p = await openPipeline({
    async change(ctx) {
      await ctx.db.updateTable('office').set({ name: '改名' }).execute();
      return { said: 'x' };
    },
    async look(ctx) {
      const name = async (): Promise<string> =>
        (await ctx.db.selectFrom('office').select('name').executeTakeFirstOrThrow()).name;
      const first = await name();
      reading();
      await gate;
      return { said: `${first} ${await name()}` };
    },
  });
  const look = p.call('look');
  await begun;
  expect(await p.call('change')).toMatchObject({ ok: true });
  go();
  expect(await look).toMatchObject({ value: { said: '测试机构 测试机构' } });
  expect(await p.call('look')).toMatchObject({ value: { said: '改名 改名' } });
  await p.host.leave();
});

test('calls of the same id are kept apart; only the own one is cancelled', async () => {
  let go: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const p = await openPipeline({
    async look(ctx) {
      await gate;
      await ctx.breathe();
      return { said: ctx.caller.sessionId };
    },
  });
  await p.host.unlock('other', testUser, testPassphrase);
  const input = { id: 'same', name: 'look', input: {} };
  const mine = p.pipeline.dispatch({ sessionId: 'w' }, input);
  const theirs = p.pipeline.dispatch({ sessionId: 'other' }, input);
  expect(p.pipeline.cancel({ sessionId: 'stranger' }, 'same')).toBe(false);
  expect(p.pipeline.cancel({ sessionId: 'w' }, 'same')).toBe(true);
  go();
  expect(await mine).toMatchObject({ failure: { code: 'cancelled' } });
  expect(await theirs).toMatchObject({ value: { said: 'other' } });
  expect(p.pipeline.cancel({ sessionId: 'w' }, 'same')).toBe(false);
  await p.host.leave();
});

test('a listener that throws does not turn a saved change into a failure', async () => {
  const stop = app.core.subscribe(() => {
    throw new Error('a window that is going away');
  });
  const { caseId } = await app.client.call('cases.create', intake());
  stop();
  expect((await app.client.call('cases.get', { caseId })).version).toBe(1);
});

test('cancelling an import leaves nothing of it, and progress was told', async () => {
  const { caseId, version } = await app.client.call('cases.create', intake());
  const before = await app.client.call('audit.verify', {});
  const token = await give(app, rosterLines(600));
  let cancelled: Promise<unknown> | undefined;
  app.events.length = 0;
  const stop = app.core.subscribe((e) => {
    if (e.type === 'progress' && e.stage === 'saving-workers' && !cancelled)
      cancelled = app.client.call('system.cancel', { callId: e.callId });
  });
  const failure = await failureOf(
    app.client.call(
      'transfer.import',
      { caseId, expectedVersion: version, token, sheet: 0 },
      { callId: 'import-1' },
    ),
  );
  stop();
  expect(failure.code).toBe('cancelled');
  expect(await cancelled).toEqual({ found: true });
  const progress = app.events.filter((e) => e.type === 'progress');
  expect(progress.every((e) => e.callId === 'import-1')).toBe(true);
  expect(new Set(progress.map((e) => e.stage))).toContain('reading-file');
  expect(app.events.some((e) => e.type === 'changed')).toBe(false);
  expect(await app.client.call('cases.members', { caseId })).toEqual([]);
  expect(await app.client.call('audit.verify', {})).toEqual(before);
});

test('a change based on an older state is a conflict', async () => {
  const { caseId, version } = await app.client.call('cases.create', intake());
  const update = () =>
    app.client.call('cases.update', { caseId, expectedVersion: version, patch: { cause: 'severance' } });
  const both = await Promise.allSettled([update(), update()]);
  expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await failureOf(update())).toEqual({
    code: 'conflict',
    details: { expected: version, actual: version + 1 },
  });
});

test('the record tells what was changed, taken out, moved or cut off in it', async () => {
  const p = await openPipeline({});
  for (let i = 0; i < 5; i++) await p.call('change');
  const db = p.host.office?.db.write;
  if (!db) throw new Error('not open');
  expect(await verifyAudit(db)).toEqual({ entries: 6, brokenAt: null });
  const harms: [string, number][] = [
    ["update audit set verb = 'x' where sequence = 3", 3],
    ["update audit set actor_name = 'x' where sequence = 6", 6],
    ["update audit set details = '{ }' where sequence = 1", 1],
    ['delete from audit where sequence = 4', 5],
    ['delete from audit where sequence = 6', 6],
    ['delete from audit', 1],
    ['update audit set sequence = case sequence when 2 then -3 else -2 end where sequence in (2, 3)', 2],
  ];
  for (const [harm, at] of harms) {
    const seen = new Error('seen');
    const damaged = db.transaction().execute(async (trx) => {
      await sql.raw(harm).execute(trx);
      await sql`update audit set sequence = -sequence where sequence < 0`.execute(trx);
      expect((await verifyAudit(trx)).brokenAt, harm).toBe(at);
      throw seen;
    });
    await expect(damaged).rejects.toBe(seen);
  }
  expect((await verifyAudit(db)).brokenAt).toBeNull();
  await p.host.leave();
});
