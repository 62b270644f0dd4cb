import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRunner, sampleRoster, user } from './support/run-cli.ts';

const cli = makeRunner();
let number = '';

beforeAll(async () => {
  await cli.json([
    ...['office', 'create', '--folder', cli.office, '--name', '测试区调解委员会'],
    ...['--kind', 'mediation-committee', '--region', '510104', '--user', user],
  ]);
  const made = await cli.json([
    ...['case', 'import', '--file', sampleRoster, '--employer', '样例建筑劳务有限公司'],
  ]);
  number = made.data.number;
});
afterAll(() => fs.rmSync(cli.home, { recursive: true, force: true }));

test('items are added and listed, refusals name their field', async () => {
  const before = await cli.json(['case', 'claims', number]);
  const [first] = before.data.members;
  expect(before.data.itemsFen).toBe(0);
  const input = JSON.stringify({
    hireDate: '2024-03-01',
    lastDay: '2026-02-28',
    avgMonthlyWage12m: 6000,
    reason: 'forced-resignation',
  });
  const add = (calculator: string, json: string, ...more: string[]) =>
    cli.json([
      ...['case', 'claims', number, '--add', calculator, '--worker', first.memberId, '--input', json],
      ...more,
    ]);
  const added = await add('economic-compensation', input);
  expect(added).toMatchObject({ code: 0, data: { itemsFen: 1_200_000 } });
  expect(added.data.totalFen).toBe(before.data.totalFen + 1_200_000);
  expect(await add('economic-compensation', '{"hireDate":"2024-02-30"}')).toMatchObject({
    code: 3,
    error: { issues: [{ path: 'inputs.hireDate', code: 'date-invalid' }] },
  });
  expect(
    await add(
      'unlawful-termination',
      '{"hireDate":"2024-03-01","lastDay":"2026-02-28","avgMonthlyWage12m":6000}',
    ),
  ).toMatchObject({
    code: 3,
    error: { issues: [{ path: 'calculator', code: 'overlap-2n-excludes-n' }] },
  });
  expect(await cli.json(['case', 'claims', number, '--add', 'economic-compensation'])).toMatchObject({
    error: { issues: [{ path: 'worker', code: 'worker-ambiguous' }] },
  });
  const text = await cli.run(['case', 'claims', number]);
  expect(text.out).toContain('6,000.00元 × 2个月 = 12,000.00元');
  expect(text.out).toContain('一裁终局');
});

test('a calculation with an office applies its region; without one it does not open it', async () => {
  const input = ['law', 'calc', 'sick-leave-pay', '--input', '{"month":"2026-03"}'];
  expect(await cli.json(input)).toMatchObject({ code: 3, error: { code: 'invalid-input' } });
  const own = await cli.json([...input, '--office', cli.office, '--user', user]);
  expect(own.code).toBe(0);
  expect(JSON.stringify(own.data.lines)).toContain('成都市最低工资');
});
