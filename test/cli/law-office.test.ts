import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCore } from '../../electron/core/app.ts';
import { clientOf } from '../../electron/core/client.ts';
import { listProvisions, listRules } from '../../shared/law/index.ts';
import { inventedYear } from '../support/law-files.ts';
import { testWorld } from '../support/open-test-app.ts';
import { makeRunner, passphrase, user } from './support/run-cli.ts';

const cli = makeRunner();
const env = { GONGDAO_PASSPHRASE: passphrase };
const office = ['--office', cli.office, '--user', user];
const due = ['law', 'due', 'arb-accept-decision', '--input', '{"trigger":"2027-09-28"}'];

beforeAll(async () => {
  const core = createCore(testWorld(cli.home));
  const caller = { sessionId: 'test' };
  const client = clientOf(core, caller);
  await client.call('office.create', {
    folder: cli.office,
    name: '测试区调解委员会',
    kinds: ['mediation-committee'],
    regionCode: '330106',
    tribunalName: null,
    userName: user,
    passphrase,
  });
  const bytes = new Uint8Array(Buffer.from(JSON.stringify(inventedYear)));
  const token = await core.receiveFile(caller, { name: '2027.json', type: 'application/json', bytes });
  await client.call('lawData.import', { token });
  await core.close();
});
afterAll(() => fs.rmSync(cli.home, { recursive: true, force: true }));

test('a date uses what the office imported, and says so', async () => {
  const shipped = await cli.json(due, { env });
  // Whether the day of the trigger has come is another matter than whether its calendar is known.
  const doubts = (data: { warnings: { code: string }[] }) =>
    data.warnings.map((w) => w.code).filter((code) => code !== 'trigger-to-come');
  expect(doubts(shipped.data)).not.toEqual([]);
  expect(shipped.data).toMatchObject({ provisional: true, lawData: { from: 'shipped', additions: [] } });
  const own = await cli.json([...due, ...office], { env });
  // The invented holiday runs from 1 to 7 October.
  expect(own.data).toMatchObject({
    due: '2027-10-12',
    lawData: { from: 'office', region: '330106', calendarThrough: 2027, additions: [{ kind: 'holidays' }] },
  });
  expect(doubts(own.data)).toEqual([]);
  const text = await cli.run([...due, ...office], { env });
  expect(text.out).toMatch(/数据：.*机构增补.*2027/);
  expect((await cli.run(due, { env })).out).toContain('数据：随程序提供');
});

test('a batch does too', async () => {
  const file = path.join(cli.home, 'one.jsonl');
  fs.writeFileSync(file, '{"rule":"arb-accept-decision","input":{"trigger":"2027-09-28"}}\n');
  const { out } = await cli.run(['law', 'due', '--batch', file, ...office], { env });
  expect(JSON.parse(out)).toMatchObject({ due: '2027-10-12', lawData: { from: 'office' } });
});

test('the rules are listed whole: limits with what they take in, provisions with their text', async () => {
  const { data } = await cli.json(['law', 'rules'], { env });
  const of = (id: string) => data.find((r: { id: string }) => r.id === id);
  expect(data).toHaveLength(listRules().length + listProvisions().length);
  expect(of('arb-answer')).toMatchObject({ kind: 'limit', period: { length: 10, unit: 'working-day' } });
  for (const { id, source, status } of listProvisions())
    expect(of(id)).toMatchObject({ kind: 'provision', period: null, inputSchema: null, source, status });
});

test('the rules name the local one of the office, and how many are how surely known', async () => {
  const { data } = await cli.json(['law', 'rules', ...office], { env });
  const local = data.filter((r: { localRules: unknown[] }) => r.localRules.length > 0);
  expect(local.length).toBeGreaterThan(0);
  const { out } = await cli.run(['law', 'rules'], { env });
  const all = [...listRules(), ...listProvisions()];
  for (const status of ['verified', 'secondary', 'from-memory', 'design'])
    expect(out).toMatch(new RegExp(`核对情况：.*${all.filter((r) => r.status === status).length}(、|\\n|$)`));
});
