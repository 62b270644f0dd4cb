import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeRunner } from './support/run-cli.ts';

const cli = makeRunner();
afterAll(() => fs.rmSync(cli.home, { recursive: true, force: true }));

// biome-ignore lint/suspicious/noExplicitAny: what a script reads has no type.
const lines = (out: string): any[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

test('rules and calculators come with their sources and the schema of their input', async () => {
  const rules = await cli.json(['law', 'rules']);
  expect(rules.data.length).toBeGreaterThan(20);
  for (const rule of rules.data) {
    expect(rule.source.article, rule.id).toBeTypeOf('string');
    if (rule.kind === 'limit') expect(rule.inputSchema.properties.trigger, rule.id).toBeDefined();
  }
  const calculators = await cli.json(['law', 'calculators']);
  for (const calculator of calculators.data)
    expect(calculator.inputSchema.type, calculator.id).toBe('object');
  expect(calculators.data.map((c: { id: string }) => c.id)).toContain('rmb-uppercase');
});

test('one date with its working', async () => {
  const { data, code } = await cli.json([
    'law',
    'due',
    'arb-accept-decision',
    '--input',
    '{"trigger":"2026-09-21"}',
  ]);
  expect(code).toBe(0);
  // Five working days over the Mid-Autumn rest day of 25 September.
  expect(data).toMatchObject({ rule: 'arb-accept-decision', due: '2026-09-29', provisional: false });
  const text = await cli.run(['law', 'due', 'arb-accept-decision', '--input', '{"trigger":"2026-09-21"}']);
  expect(text.out).toContain('2026-09-29');
  expect(text.out).toContain('《劳动争议调解仲裁法》');
});

test('a date names every source, how surely it is known, the other reading and what a miss means', async () => {
  const input = ['--input', '{"trigger":"2026-09-21"}'];
  const { out } = await cli.run(['law', 'due', 'arb-answer', ...input]);
  expect(out).toContain('《劳动人事争议仲裁办案规则》第33条、第58条、第80条');
  expect(out).toContain('核对情况：已核对原文');
  expect(out).toMatch(/另有理解：2026-10-08 .*10个自然日/);
  expect(out).toContain('逾期后果：逾期未答辩的');
  expect(out).toContain('2026-10-11（星期日）：周末，不计');
  expect((await cli.run(['law', 'due', 'med-accept', ...input])).out).toContain('核对情况：据转引');
  const { data } = await cli.json(['law', 'due', 'arb-answer', ...input]);
  expect(data).toMatchObject({
    status: 'verified',
    otherReadings: [{ reading: 'natural', due: '2026-10-08' }],
  });
});

test('a reading that sets no limit is among the others', async () => {
  const input = ['--input', '{"trigger":"2026-03-02"}'];
  const { data } = await cli.json(['law', 'due', 'arb-suit-after-reject', ...input]);
  expect(data.otherReadings).toContainEqual(expect.objectContaining({ reading: 'none', due: null }));
  const { out } = await cli.run(['law', 'due', 'arb-suit-after-reject', ...input]);
  expect(out).toMatch(/另有理解：没有期限 .*法律未规定期限/);
});

test('the hour of the last day follows how it is filed', async () => {
  const args = ['law', 'due', 'suit-nonfinal', '--input', '{"trigger":"2026-03-02"}'];
  expect((await cli.run(args)).out).toContain('最后一日至24时止');
  const counter = [...args, '--filing', 'counter', '--closes-at', '17:00'];
  expect((await cli.run(counter)).out).toContain('最后一日17:00');
  const { error } = await cli.json([...args, '--filing', 'counter', '--closes-at', '24:00']);
  expect(error?.issues).toMatchObject([{ path: 'closesAt', code: 'time-invalid' }]);
});

test('every result says how surely its calculator is known, and dates out of range name their field', async () => {
  const pay = ['law', 'calc', 'unpaid-wages', '--input', '{"monthlyWage":5000,"unpaidMonths":3}'];
  expect((await cli.run(pay)).out).toContain('核对情况：已核对原文');
  const early = ['law', 'due', 'arb-answer', '--input', '{"trigger":"1899-12-31"}', '--json'];
  expect(JSON.parse((await cli.run(early)).out)).toMatchObject({
    ok: false,
    error: { issues: [{ path: 'trigger', code: 'date-out-of-range' }] },
  });
});

test('the other readings are those beside what was chosen', async () => {
  const input = ['--input', '{"trigger":"2026-03-05"}'];
  // Zhejiang's 30 days end on 4 April, a day off; without weekends the national 45 days would have been answered.
  const award = ['law', 'due', 'arb-award', ...input, '--variant', '33', '--reason', '简易程序'];
  const { data } = await cli.json(award);
  expect(data).toMatchObject({ due: '2026-04-07', reason: '简易程序', otherReadings: [] });
  expect((await cli.run(award)).out).toContain('理由：简易程序');
  // How surely a local rule is known is its own matter.
  const aid = ['law', 'due', 'la-decide', ...input, '--variant', '11', '--reason', '当地口径'];
  expect((await cli.json(aid)).data).toMatchObject({ due: '2026-03-12', status: 'secondary' });
  const chosen = ['law', 'due', 'med-conclude', ...input, '--reading', 'mediation-time=people-1-month'];
  const month = (await cli.json(chosen)).data;
  expect(month).toMatchObject({ due: '2026-04-07', chosenReadings: [{ reading: 'people-1-month' }] });
  expect(month.otherReadings).toContainEqual(
    expect.objectContaining({ reading: 'act-15-days', due: '2026-03-20' }),
  );
  expect((await cli.run(chosen)).out).toContain('采用的理解：劳动争议调解期限是多少？一般一个月');
});

test('a calculation names both methods, and the figure that no table has with the field for it', async () => {
  const double = '{"hireDate":"2024-03-01","monthlyWage":5000,"filingDate":"2025-09-01"}';
  const { out } = await cli.run(['law', 'calc', 'double-wage-no-contract', '--input', double]);
  expect(out).toMatch(/算法1：.*55,000\.00（采用）\n算法2：.*35,000\.00/);
  const death = ['law', 'calc', 'work-death-benefits', '--input', '{"item":"lump-sum","deathYear":2030}'];
  expect(await cli.json(death)).toMatchObject({
    code: 3,
    error: { code: 'no-data', issues: [{ path: 'nationalUrbanDisposableIncomePrevYear' }] },
  });
  expect((await cli.run(death)).err).toContain('居民人均可支配收入（全国，2029）');
});

test('a calculation names the notice that set a figure of a table', async () => {
  const input = '{"areaCode":"510104","month":"2026-03","gross":2000}';
  const { out } = await cli.run(['law', 'calc', 'minimum-wage-differential', '--input', input]);
  expect(out).toContain('所用数据：成都市最低工资：成府规〔2025〕4号');
  const { data } = await cli.json(['law', 'calc', 'minimum-wage-differential', '--input', input]);
  expect(data.sources.at(-1).instrument.zh).toContain('成府规〔2025〕4号');
});

test('one calculation', async () => {
  const { data } = await cli.json(['law', 'calc', 'rmb-uppercase', '--input', '{"amount":"1234.50"}']);
  expect(JSON.stringify(data)).toContain('壹仟贰佰叁拾肆元伍角');
});

test('bad input names the field; an unknown id is not found', async () => {
  expect(await cli.json(['law', 'due', 'lim-general', '--input', '{"trigger":"2026-02-30"}'])).toMatchObject({
    code: 3,
    error: { code: 'invalid-input', issues: [{ path: 'trigger', code: 'date-invalid' }] },
  });
  expect((await cli.json(['law', 'due', 'lim-general', '--input', 'x'])).code).toBe(3);
  expect((await cli.json(['law', 'due', 'no-such-rule', '--input', '{}'])).code).toBe(4);
  expect((await cli.json(['law', 'calc', 'no-such', '--input', '{}'])).code).toBe(4);
  expect((await cli.json(['law', 'due', '--batch', path.join(cli.home, 'none.jsonl')])).code).toBe(4);
  const place = ['law', 'due', 'lim-general', '--input', '{"trigger":"2026-01-05"}', '--region', 'x'];
  expect((await cli.json(place)).code).toBe(3);
});

test('a batch answers every line in order and goes on after a bad one', async () => {
  const file = path.join(cli.home, 'batch.jsonl');
  fs.writeFileSync(
    file,
    [
      '{"rule":"lim-general","input":{"trigger":"2026-01-05"},"id":"a"}',
      '{"rule":"lim-general"',
      '',
      '[1]',
      '{"rule":"no-such","input":{}}',
      '{"rule":"lim-general"}',
      '{"rule":"lim-general","input":{"trigger":"2026-13-01"},"id":6}',
      // A line separator of Unicode within JSON text is no end of a line.
      '{"rule":"lim-general","input":{"trigger":"2026-01-06"},"id":"\u2028"}',
    ].join('\r\n'),
  );
  const { out, code } = await cli.run(['law', 'due', '--batch', file]);
  const answers = lines(out);
  expect(code).toBe(3);
  expect(answers.map((a) => a.error?.code ?? a.due)).toEqual([
    '2027-01-05',
    'invalid-input',
    'invalid-input',
    'invalid-input',
    'not-found',
    'invalid-input',
    'invalid-input',
    '2027-01-06',
  ]);
  expect(answers[5].error.issues).toMatchObject([{ path: 'input', code: 'required' }]);
  expect(answers.map((a) => a.id)).toEqual([
    'a',
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    6,
    '\u2028',
  ]);
});

test('a batch that a Windows program saved begins with a byte order mark', async () => {
  const file = path.join(cli.home, 'marked.jsonl');
  fs.writeFileSync(file, '\uFEFF{"calculator":"court-fee","inputs":{"type":"arbitration"}}\r\n');
  const { out, code } = await cli.run(['law', 'calc', '--batch', file]);
  expect([code, lines(out).map((a) => a.result)]).toEqual([0, [0]]);
});

test('an input that is no set of fields is named', async () => {
  const given = ['null', '5', '"x"', '[]', 'true'];
  const input = given.map((v) => `{"calculator":"court-fee","inputs":${v}}\n`).join('');
  const { out, code } = await cli.run(['law', 'calc', '--batch', '-'], { input });
  expect(code).toBe(3);
  expect(
    lines(out).map((a) => a.error.issues.map((i: { path: string; code: string }) => [i.path, i.code])),
  ).toEqual([[['inputs', 'required']], ...given.slice(1).map(() => [['inputs', 'invalid-type']])]);
  const alone = await cli.json(['law', 'due', 'lim-general', '--input', 'null']);
  expect(alone).toMatchObject({ code: 3, error: { issues: [{ path: 'input', code: 'required' }] } });
});

test('a long batch comes from standard input, a good one ends with 0', async () => {
  const input = `${'{"calculator":"rmb-uppercase","inputs":{"amount":"1"}}\n'.repeat(3000)}`;
  const { out, code } = await cli.run(['law', 'calc', '--batch', '-'], { input });
  expect(code).toBe(0);
  expect(lines(out)).toHaveLength(3000);
});

test('the list of forms speaks in words, its JSON in codes', async () => {
  const { out } = await cli.run(['document', 'list']);
  expect(out).toMatch(/^arb-application +1 .* 仲裁 +立案 +申请人 +每案一份 +法律、规章 +转引、待核对$/m);
  const { data } = await cli.json(['document', 'list']);
  expect(data[0].status).toEqual({ basis: ['law', 'rule'], form: ['secondary', 'memory'] });
  const english = await cli.run(['document', 'list', '--lang', 'en']);
  expect(english.out).toContain('each worker');
});

const due = (input: object, ...options: string[]) =>
  cli.json(['law', 'due', 'suit-nonfinal', '--input', JSON.stringify(input), ...options]);

test('a day to come is provisional and says why', async () => {
  const { data } = await due({ trigger: '2150-03-03' });
  expect(data.provisional).toBe(true);
  expect(data.warnings.map((w: { code: string }) => w.code)).toContain('trigger-to-come');
  const past = await due({ trigger: '2026-03-03' });
  expect(past.data).toMatchObject({ provisional: false, warnings: [] });
});

test('a reading or another place’s rule is chosen with a reason', async () => {
  const args = ['law', 'due', 'arb-award', '--input', '{"trigger":"2026-03-02"}'];
  const refused = await cli.json([...args, '--variant', '330000']);
  expect(refused.error.issues).toEqual([expect.objectContaining({ path: 'reason', code: 'required' })]);
  const chosen = await cli.json([...args, '--variant', '330000', '--reason', '当地规定']);
  expect(chosen.data).toMatchObject({ reason: '当地规定', variant: { region: '33' } });
  const served = ['law', 'due', 'svc-public-30d', '--input', '{"trigger":"2026-03-02"}'];
  const usual = await cli.json(served);
  const read = await cli.json([...served, '--reading', 'lapse-day=next-day']);
  expect(read.data.due > usual.data.due).toBe(true);
});

test('a line of a batch may choose, too; a wrong choice names its member', async () => {
  const file = path.join(cli.home, 'choices.jsonl');
  const line = (options: object): string =>
    JSON.stringify({ rule: 'svc-public-30d', input: { trigger: '2026-03-02' }, options });
  fs.writeFileSync(file, `${line({ readings: { 'lapse-day': 'next-day' } })}\n${line({ variant: 5 })}\n`);
  const { out } = await cli.run(['law', 'due', '--batch', file]);
  const [chosen, wrong] = lines(out);
  expect(chosen.readings).toContainEqual(expect.objectContaining({ reading: 'next-day', isDefault: false }));
  expect(wrong.error.issues).toEqual([
    { path: 'options.variant', code: expect.any(String), message: expect.any(String) },
  ]);
});
