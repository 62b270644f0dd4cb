import { expect, test } from 'vitest';
import { makeRunner, user } from './support/run-cli.ts';

test('a manager lists and adds people; a name is taken once', { timeout: 120_000 }, async () => {
  const cli = makeRunner();
  const office = [
    '--folder',
    cli.office,
    '--name',
    '测试',
    '--kind',
    'mediation-committee',
    '--region',
    '510104',
  ];
  expect((await cli.json(['office', 'create', ...office])).ok).toBe(true);
  const add = ['office', 'users', 'add', '--name', '新书记', '--role', 'clerk'];
  const made = await cli.json(add);
  expect(made.data).toMatchObject({ name: '新书记', role: 'clerk' });
  expect(made.data.firstPassphrase).toMatch(/^.{4}-.{4}-.{4}$/);
  const listed = await cli.json(['office', 'users', 'list']);
  expect(listed.data.map((u: { name: string }) => u.name)).toEqual([user, '新书记']);
  const again = await cli.json(add);
  expect(again).toMatchObject({ code: 3, ok: false });
  expect(again.error.issues[0]).toMatchObject({ path: 'name', code: 'user-name-taken' });
});
