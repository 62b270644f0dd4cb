import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { clientOf } from '../../electron/core/client.ts';
import { api, type Client, type ProcedureName } from '../../shared/contract/api.ts';
import type { Procedure } from '../../shared/contract/builders.ts';
import { permissionsOf } from '../../shared/contract/roles.ts';
import { AppError } from '../../shared/kernel/errors.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { days, failureOf, intake, worker } from '../support/records.ts';

/** Every text of the case that the lawyer must not see bears it; so does nothing else. */
const secret = '密';
let app: TestApp;
let manager: Client;
let lawyer: Client;
let lawyerId: string;
/** Ids of the other case, by the name of the field that takes them. */
const ids: Record<string, string> = {};
let own: string;

const contract: Readonly<Record<string, Procedure>> = api;

beforeAll(async () => {
  app = await openTestApp();
  manager = app.client;
  const { id, passphrase } = await manager.call('users.add', { name: '林指派', role: 'lawyer' });
  lawyerId = id;
  lawyer = clientOf(app.core, { sessionId: 'lawyer' });
  await lawyer.call('office.unlock', { userName: '林指派', passphrase: passphrase ?? '' });
  await lawyer.call('office.changePassphrase', { current: passphrase ?? '', next: '林指派自己的口令' });
  const mine = await manager.call(
    'cases.create',
    intake({ workers: [worker('王甲')], handlerId: id, track: 'legal-aid' }),
  );
  own = mine.caseId;
  await fillSecretCase();
});
afterAll(() => app.core.close());

async function fillSecretCase(): Promise<void> {
  const made = await manager.call(
    'cases.create',
    intake({
      track: 'arbitration',
      project: { name: '密工程', site: null, teamLeader: null },
      workers: [worker('密工人', { phone: '13900009999', arrears: [days('20')] }), worker('密工友')],
      respondents: [{ kind: 'organisation', name: '密建筑公司', capacity: 'employer', footing: 'principal' }],
      agents: [{ kind: 'lawyer', name: '密律师', stages: ['arbitration'] }],
      evidence: [{ group: 'arrears', name: '密欠条', kind: 'documentary', form: 'original' }],
      events: [{ type: 'application-submitted', date: '2026-11-20' }],
    }),
  );
  ids.caseId = made.caseId;
  ids.fromCaseId = made.caseId;
  ids.toCaseId = made.caseId;
  ids.otherId = made.caseId;
  const file = await manager.call('cases.get', { caseId: made.caseId });
  const [member] = await manager.call('cases.members', { caseId: made.caseId });
  ids.memberId = member?.id ?? '';
  ids.respondentId = file.respondents[0]?.id ?? '';
  ids.agentId = file.agents[0]?.id ?? '';
  ids.eventId = file.events[0]?.id ?? '';
  const people = await manager.call('people.list', { text: '密' } as never);
  ids.personId = people.items[0]?.id ?? '';
  const about = { caseId: made.caseId };
  ids.id = (await manager.call('tasks.save', { about, title: '密任务', dueOn: '2026-11-23' })).id;
  await manager.call('notes.save', { about, body: '密备注' });
  await manager.call('notes.save', { about: { personId: ids.personId }, body: '密人备注' });
  await manager.call('time.save', {
    caseId: made.caseId,
    workedOn: '2026-11-20',
    minutes: 30,
    cause: 'meeting',
    detail: '密会见',
  });
  const aided = await manager.call(
    'cases.create',
    intake({ track: 'legal-aid', workers: [worker('密受援人')], receivedOn: '2026-11-20' }),
  );
  const { version } = await manager.call('cases.get', { caseId: aided.caseId });
  const step = await manager.call('aid.save', {
    caseId: aided.caseId,
    expectedVersion: version,
    recordId: null,
    record: {
      kind: 'application',
      receivedOn: '2026-11-20',
      channel: 'counter',
      matter: 'wages',
      form: 'drafting',
      reason: '密理由',
    },
  });
  ids.recordId = step.id;
  const task = await manager.call('tasks.save', { about, title: '密旧任务' });
  await manager.call('tasks.remove', { ids: [task.id] });
  const bin = await manager.call('bin.list', {} as never);
  ids.actId = bin.items[0]?.id ?? '';
}

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly default?: unknown;
}

const isId = (s: Schema): boolean => s.pattern?.includes('HJKMNP') ?? false;
const singular = (key: string): string => key.replace(/Ids$/, 'Id').replace(/^ids$/, 'id');

/** An input that asks for the other case wherever a field takes an id. */
function inputFor(s: Schema, key: string): unknown {
  if (s.const !== undefined) return s.const;
  const choices = s.anyOf ?? s.oneOf;
  if (choices) {
    const withId = choices.find((c) => isId(c) || c.properties?.caseId);
    return inputFor(withId ?? choices[0] ?? {}, key);
  }
  if (isId(s)) return ids[key] ?? ids.caseId;
  if (s.enum) return s.enum[0];
  if (s.type === 'object')
    return Object.fromEntries(
      Object.entries(s.properties ?? {}).flatMap(([name, p]) =>
        s.required?.includes(name) || /id$|ids$|caseId|about/i.test(name) ? [[name, inputFor(p, name)]] : [],
      ),
    );
  if (s.type === 'array')
    return s.items && (isId(s.items) || s.minItems) ? [inputFor(s.items, singular(key))] : [];
  if (s.type === 'integer' || s.type === 'number') return Math.max(s.minimum ?? 0, 0);
  if (s.type === 'boolean') return false;
  if (/text|query|name/i.test(key)) return secret;
  if (/date|day|on$|from|to$/i.test(key)) return '2026-11-23';
  if (s.type === 'null') return null;
  return s.default ?? secret;
}

const schemaOf = (p: Procedure): Schema =>
  z.toJSONSchema(p.input, { io: 'input', unrepresentable: 'any' }) as Schema;

/** What would lock the office, or ends the session that asks. */
const leftOut = (name: string): boolean =>
  /^office\.(create|open|close|lock|unlock|leave|sample|recover|changePassphrase|state|copy|restore|forget)/.test(
    name,
  );

const names = Object.keys(contract).filter(
  (n) => contract[n]?.access === 'session' && !leftOut(n),
) as ProcedureName[];

async function answer(client: Client, name: ProcedureName): Promise<string> {
  const procedure = contract[name];
  if (!procedure) throw new Error(name);
  try {
    return JSON.stringify(await client.call(name, inputFor(schemaOf(procedure), '') as never));
  } catch (error) {
    if (error instanceof AppError) return `failure ${JSON.stringify(error.failure)}`;
    throw error;
  }
}

/** What of the other case an answer gives away. The question itself comes back in places: it is no answer. */
function leaks(text: string): string[] {
  return text.match(/密[^"\\]{1,8}|2026-0002/g) ?? [];
}

test('no question of the contract tells a lawyer anything of a case that is not theirs', async () => {
  const told: Record<string, string[]> = {};
  for (const name of names.filter((n) => contract[n]?.kind !== 'mutation')) {
    const found = leaks(await answer(lawyer, name));
    if (found.length > 0) told[name] = found;
  }
  expect(told).toEqual({});
});

test('the same questions do tell somebody who sees everything', async () => {
  let telling = 0;
  const taken: string[] = [];
  for (const name of names.filter((n) => contract[n]?.kind === 'query')) {
    const text = await answer(manager, name);
    if (leaks(text).length > 0) telling++;
    if (!text.startsWith('failure')) taken.push(name);
  }
  // Else the test above would have asked nothing.
  expect(telling).toBeGreaterThan(15);
  expect(taken.length).toBeGreaterThan(40);
});

test('nothing that a lawyer does changes a case that is not theirs', async () => {
  const image = async () =>
    JSON.stringify([
      await manager.call('cases.get', { caseId: ids.caseId ?? '' }),
      await manager.call('cases.members', { caseId: ids.caseId ?? '' }),
      await manager.call('tasks.list', { view: 'all' }),
      await manager.call('notes.list', { about: { caseId: ids.caseId ?? '' } }),
      await manager.call('time.list', { caseId: ids.caseId ?? '' }),
      (await manager.call('audit.list', { caseId: ids.caseId ?? null })).items.length,
    ]);
  const before = await image();
  const told: Record<string, string[]> = {};
  for (const name of names.filter((n) => contract[n]?.kind === 'mutation')) {
    const procedure = contract[name];
    const text = await answer(lawyer, name);
    const found = leaks(text);
    if (found.length > 0) told[name] = found;
    const mustFail =
      'caseId' in (schemaOf(procedure as Procedure).properties ?? {}) &&
      permissionsOf('lawyer').includes((procedure as Procedure).permission);
    if (mustFail) expect(text, name).toMatch(/^failure .*"(not-found|invalid-input|permission-denied)"/);
  }
  expect(told).toEqual({});
  expect(await image()).toBe(before);
  expect((await manager.call('audit.verify', {})).intact).toBe(true);
});

test('a room that another case has is said to be in use, and nothing of that case', async () => {
  const { id: roomId } = await manager.call('hearings.saveRoom', {
    id: null,
    recordVersion: 0,
    name: '第三仲裁庭',
  });
  const taken = { kind: 'hearing', date: '2026-12-22', start: '09:00', end: '11:00', roomId } as const;
  await manager.call('hearings.save', {
    caseId: ids.caseId ?? '',
    hearingId: null,
    expectedVersion: 0,
    recordVersion: 0,
    hearing: taken,
    reason: '样例',
  });
  const check = async (start: string, end: string) => {
    const found = await lawyer.call('hearings.check', {
      caseId: own,
      hearingId: null,
      ...taken,
      start,
      end,
    });
    expect(JSON.stringify(found)).not.toContain(secret);
    return [found.findings.filter((f) => f.severity === 'clash'), found.day];
  };
  expect(await check('10:00', '12:00')).toEqual([
    [{ code: 'room-in-use', severity: 'clash', what: '第三仲裁庭 09:00–11:00', other: null, due: null }],
    [],
  ]);
  expect(await check('11:00', '12:00')).toEqual([[], []]);
  const set = lawyer.call('hearings.save', {
    caseId: own,
    hearingId: null,
    expectedVersion: 0,
    recordVersion: 0,
    hearing: { ...taken, start: '10:00', end: '12:00' },
  });
  expect((await failureOf(set)).details).toMatchObject({ rule: 'hearing-clash', clash: 'room-in-use' });
});

test('lists, counts, search and board hold the lawyer’s own cases and no others', async () => {
  expect(
    (
      await lawyer.call('cases.list', { filter: {}, sort: { by: 'number', direction: 'asc' } } as never)
    ).items.map((c) => c.id),
  ).toEqual([own]);
  expect((await lawyer.call('cases.count', { filter: {} })).count).toBe(1);
  expect((await lawyer.call('people.list', {})).items.map((p) => p.name)).toEqual(['王甲']);
  const found = await lawyer.call('search.find', { text: '王甲', language: 'zh-CN' } as never);
  expect(found.groups.flatMap((g) => g.hits.map((h) => h.caseId))).toContain(own);
  expect((await failureOf(lawyer.call('cases.get', { caseId: ids.caseId ?? '' }))).code).toBe('not-found');
});

test('an enquiry is told that something stands elsewhere, and not what', async () => {
  const side = { name: '', phone: '', number: '', address: '' };
  const sought = { self: { ...side, name: '密建筑公司' }, other: { ...side, name: '密工人' } };
  expect((await lawyer.call('people.check', sought)).elsewhere).toEqual({ people: 2, conflict: true });
  expect((await lawyer.call('people.check', sought)).matches).toEqual([]);
  expect((await manager.call('people.check', sought)).elsewhere).toEqual({ people: 0, conflict: false });
});

test('somebody known from a case out of sight is the same person in one’s own', async () => {
  const number = '11010519491231002X';
  const theirs = intake({ workers: [worker('密同人', { idNumber: number })] });
  await manager.call('cases.create', theirs);
  const mine = await lawyer.call('cases.create', intake({ workers: [worker('同人', { idNumber: number })] }));
  const list = await manager.call('people.list', { text: number } as never);
  expect(list.items).toHaveLength(1);
  // Without the office's numbers a lawyer's case would take one that is taken.
  expect(mine.number).not.toBe('');
});

test('a lawyer hands no case on', async () => {
  const { version } = await lawyer.call('cases.get', { caseId: own });
  const users = await manager.call('users.list', {});
  const other = users.find((u) => u.id !== lawyerId)?.id ?? '';
  const call = lawyer.call('cases.update', {
    caseId: own,
    expectedVersion: version,
    patch: { handlerId: other },
  });
  expect((await failureOf(call)).code).toBe('permission-denied');
});
