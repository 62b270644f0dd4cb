import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSpreadsheet, writeSpreadsheet } from '../../electron/core/spreadsheet/index.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { failureOf, give, intake, type RosterLine, rosterLines, worker } from '../support/records.ts';

let app: TestApp;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

const newCase = async (more = {}): Promise<string> => (await call('cases.create', intake(more))).caseId;

async function bring(caseId: string, lines: readonly RosterLine[] | string) {
  const { version } = await call('cases.get', { caseId });
  const token = typeof lines === 'string' ? lines : await give(app, lines);
  return call('transfer.import', { caseId, expectedVersion: version, token, sheet: 0 });
}

async function offer(rows: readonly (readonly string[])[]): Promise<string> {
  const bytes = await writeSpreadsheet([{ name: '表', rows }]);
  return app.core.receiveFile(app.caller, { name: '表.xlsx', type: '', bytes });
}

async function cellsOf(made: { token: string; fileName: string }): Promise<string[][]> {
  const file = await app.core.fileFor(app.caller, made.token);
  const [sheet] = (await readSpreadsheet(made.fileName, file?.bytes ?? new Uint8Array())).sheets;
  return (sheet?.rows ?? []).map((row) => row.map((c) => c.text));
}

test('the same file twice adds nobody and changes nothing', async () => {
  const caseId = await newCase();
  const lines = rosterLines(30);
  const first = await bring(caseId, lines);
  expect(first).toMatchObject({ added: 30, updated: 0, same: 0, rejected: 0 });
  const before = await call('cases.members', { caseId });
  expect(await bring(caseId, lines)).toEqual({ ...first, added: 0, same: 30 });
  expect(await call('cases.members', { caseId })).toEqual(before);
});

test('rejected rows come back as a file; mended, they come in and nobody comes twice', async () => {
  const caseId = await newCase();
  const good = rosterLines(10);
  const bad = good.map((l, i) =>
    i % 5 === 0 ? { ...l, id: `${l.id.slice(0, 17)}${l.id.endsWith('0') ? 1 : 0}` } : l,
  );
  const token = await give(app, bad);
  const preview = await call('transfer.preview', { caseId, token, sheet: 0 });
  expect(preview.counts).toMatchObject({ add: 8, error: 2 });
  expect(await bring(caseId, token)).toMatchObject({ added: 8, rejected: 2 });
  const made = await call('transfer.errorFile', { caseId, token, sheet: 0 });
  expect(made.rows).toBe(2);
  const cells = await cellsOf(made);
  // As a person does it: the wrong numbers are typed over, the rest of the file stays.
  const mended = cells.map((row) =>
    row.map((text) => good[bad.findIndex((l, i) => i % 5 === 0 && l.id === text)]?.id ?? text),
  );
  expect(mended).not.toEqual(cells);
  expect(await bring(caseId, await offer(mended))).toMatchObject({ added: 2, rejected: 0 });
  expect(await bring(caseId, good)).toMatchObject({ added: 0, same: 10 });
});

test('a wrong cell put right in the preview counts as if the file had said so', async () => {
  const caseId = await newCase();
  const [one, two, three] = rosterLines(3);
  if (!one || !two || !three) throw new Error('no lines');
  const token = await offer([
    ['姓名', '身份证号', '月份', '欠付'],
    [one.name, one.id, '2026-04', '-5000'],
    [two.name, two.id, '', '4000'],
    [three.name, three.id, '2026-04', '三千元左右'],
  ]);
  const source = { caseId, token, sheet: 0 };
  const before = await call('transfer.preview', source);
  expect(before.counts).toMatchObject({ add: 0, error: 3 });
  expect(before.problems.filter((p) => p.severity === 'error')).toMatchObject([
    { row: 2, column: 'D', field: 'owed', code: 'owed-negative', value: '-5000' },
    { row: 4, column: 'D', field: 'owed', code: 'amount-invalid', value: '三千元左右' },
  ]);
  expect(before.workers[1]).toMatchObject({ reason: 'period-missing' });
  expect(before.workers[1]?.cells).toContainEqual({ field: 'period', column: 'C', text: '' });
  const corrections = [
    { row: 2, column: 'D', text: '5000' },
    { row: 3, column: 'C', text: '2026-04' },
    { row: 4, column: 'D', text: '３，０００元' },
    // What decides the columns is matched, not typed over.
    { row: 1, column: 'D', text: '备注' },
  ];
  const after = await call('transfer.preview', { ...source, corrections });
  expect(after.counts).toMatchObject({ add: 3, error: 0 });
  expect(after.totalOwedFen).toBe(1_200_000);
  const { version } = await call('cases.get', { caseId });
  const made = await call('transfer.import', { ...source, corrections, expectedVersion: version });
  expect(made).toMatchObject({ added: 3, rejected: 0 });
  expect((await call('cases.members', { caseId })).map((m) => m.owedFen)).toEqual([
    500_000, 400_000, 300_000,
  ]);
});

test('a row that changed updates its worker and leaves what the file does not say', async () => {
  const caseId = await newCase();
  const lines = rosterLines(3);
  await bring(caseId, lines);
  const [member] = await call('cases.members', { caseId });
  if (!member) throw new Error('no member');
  const { id, position, owedFen, itemsFen, isRepresentative, version, ...record } = member;
  await call('cases.saveMember', {
    caseId,
    expectedVersion: (await call('cases.get', { caseId })).version,
    memberId: id,
    worker: { ...record, domicile: '示例省样例村', bankName: '样例银行' },
  });
  const changed = lines.map((l, i) => (i === 0 ? { ...l, paid: '2000', team: '另一个样例班组' } : l));
  expect(await bring(caseId, changed)).toMatchObject({ added: 0, updated: 1, same: 2 });
  const [after] = await call('cases.members', { caseId });
  expect(after).toMatchObject({ domicile: '示例省样例村', bankName: '样例银行' });
  expect(after?.job.team).toBe('另一个样例班组');
  expect(after?.arrears).toHaveLength(1);
  expect(after?.owedFen).toBe((5000 - 2000) * 100);
});

test('a number that the case knows under another name is left out for a person to decide', async () => {
  const caseId = await newCase();
  const [one, two] = rosterLines(2);
  if (!one || !two) throw new Error('no lines');
  await bring(caseId, [one]);
  const before = await call('cases.members', { caseId });
  const token = await give(app, [{ ...one, name: '冒名样' }, two]);
  const preview = await call('transfer.preview', { caseId, token, sheet: 0 });
  expect(preview.workers.map((w) => [w.action, w.reason])).toEqual([
    ['conflict', 'conflict-id-of-another-name'],
    ['add', null],
  ]);
  expect(await bring(caseId, token)).toMatchObject({ added: 1, rejected: 1 });
  const [after] = await call('cases.members', { caseId });
  expect({ ...after, version: before[0]?.version }).toEqual(before[0]);
});

test('every row left out comes back with its reason, and mended comes in', async () => {
  const caseId = await newCase();
  const [known, late, large, mistyped, good] = rosterLines(5);
  if (!known || !late || !large || !mistyped || !good) throw new Error('no lines');
  await bring(caseId, [known]);
  const wrongId = `${mistyped.id.slice(0, 17)}${mistyped.id.endsWith('0') ? 1 : 0}`;
  const row = (l: RosterLine, paid = '1000', owed = '4000'): string[] => [l.name, l.id, l.month, paid, owed];
  const token = await offer([
    ['姓名', '身份证号', '月份', '已付', '欠付'],
    row(good),
    row({ ...known, name: '冒名样' }),
    row({ ...late, month: '' }),
    row(large, '99999999999', '99999999999'),
    row({ ...mistyped, id: wrongId }),
  ]);
  const left = (await call('transfer.preview', { caseId, token, sheet: 0 })).counts;
  expect(left).toEqual({ add: 1, same: 0, update: 0, conflict: 1, error: 3 });
  const made = await call('transfer.errorFile', { caseId, token, sheet: 0 });
  expect(made.rows).toBe(4);
  expect(await bring(caseId, token)).toMatchObject({ added: 1, rejected: 4 });
  // Saved after importing it is the same file: whom it left out stays left out.
  const after = await call('transfer.errorFile', { caseId, token, sheet: 0 });
  const cells = await cellsOf(made);
  expect(await cellsOf(after)).toEqual(cells);
  const problems = cells.slice(1).map((row) => row.at(-1) ?? '');
  expect(problems.map((text) => text.split('\n')[0])).toEqual(
    [3, 4, 5, 6].map((row) => `原表第 ${row} 行 / Row ${row}`),
  );
  for (const [i, words] of [
    ['案中同一身份证号属于另一姓名', 'under another name'],
    ['没有写明工资属于哪个月份', 'pay period is not stated'],
    ['超出可以保存的范围', 'cannot be kept'],
    ['校验码不对', 'check digit'],
  ].entries())
    for (const word of words) expect(problems[i]).toContain(word);
  // As a person does it: the cell that the problem names is typed over, the rest of the file stays.
  const column = (name: string): number => cells[0]?.indexOf(name) ?? -1;
  const mended = cells.map((row) => [...row]);
  for (const [r, name, text] of [
    [1, '姓名', known.name],
    [2, '月份', late.month],
    [3, '已付', '1000'],
    [3, '欠付', '4000'],
    [4, '身份证号', mistyped.id],
  ] as const)
    mended[r]?.splice(column(name), 1, text);
  expect(await bring(caseId, await offer(mended))).toMatchObject({ added: 3, same: 1, rejected: 0 });
  const members = await call('cases.members', { caseId });
  expect(members.map((m) => m.name).sort()).toEqual(
    [known, late, large, mistyped, good].map((l) => l.name).sort(),
  );
  expect(
    (await failureOf(call('transfer.errorFile', { caseId, token: await offer(mended), sheet: 0 }))).code,
  ).toBe('no-data');
});

test('more work than its period holds keeps a row out, by import and by hand alike', async () => {
  const caseId = await newCase();
  const token = await offer([
    ['姓名', '小时工资', '工时'],
    ['样长工', '30', '500'],
    ['样误录', '30', '7200'],
  ]);
  const defaultPeriod = { from: '2026-03-01', to: '2026-03-31' };
  const offered = { caseId, token, sheet: 0, defaultPeriod };
  expect((await call('transfer.preview', offered)).counts).toMatchObject({ add: 1, error: 1 });
  const made = await cellsOf(await call('transfer.errorFile', offered));
  expect(made.flat().join()).toContain('这段期间（31 天）最多 744');
  const { version } = await call('cases.get', { caseId });
  expect(await call('transfer.import', { ...offered, expectedVersion: version })).toMatchObject({
    added: 1,
    rejected: 1,
  });
  const [member] = await call('cases.members', { caseId });
  if (!member) throw new Error('one worker came in');
  const { warnings } = (await call('claims.forCase', { caseId })).members[0] ?? { warnings: [] };
  expect(warnings.map((w) => w.code)).toContain('quantity-above-period');

  // The period of the file is longer than that of the row's own work.
  const short = { from: '2026-03-01', to: '2026-03-10' };
  const left = await offer([
    ['姓名', '日工资', '出勤天数', '进场日期', '离场日期'],
    ['样短工', '300', '40', '2026-03-01', '2026-03-10'],
  ]);
  const again = { caseId, token: left, sheet: 0, defaultPeriod: null };
  expect((await call('transfer.preview', again)).counts).toMatchObject({ add: 0, error: 1 });
  expect((await cellsOf(await call('transfer.errorFile', again))).flat().join()).toContain(
    '超过所属期间可能的上限',
  );

  const row = (quantity: string) => ({ ...(member.arrears[0] as never as object), period: short, quantity });
  const base = { caseId, expectedVersion: (await call('cases.get', { caseId })).version };
  const save = (quantity: string) =>
    call('claims.saveArrears', {
      ...base,
      recordVersion: member.version,
      memberId: member.id,
      rows: [row(quantity) as never],
    });
  expect(await failureOf(save('240.5'))).toEqual({
    code: 'invalid-input',
    issues: [{ path: 'rows.0.quantity', code: 'quantity-beyond-period', params: { days: 10, most: 240 } }],
  });
  const { arrears: _, id, position, owedFen, itemsFen, isRepresentative, version: own, ...facts } = member;
  expect(
    await failureOf(
      call('cases.saveMember', {
        ...base,
        recordVersion: own,
        memberId: id,
        worker: { ...facts, arrears: [row('241')] } as never,
      }),
    ),
  ).toMatchObject({ issues: [{ path: 'worker.arrears.0.quantity', code: 'quantity-beyond-period' }] });
  await save('240');
  expect((await call('cases.members', { caseId }))[0]?.arrears[0]?.quantity).toBe('240');
});

test('a row left out keeps the team of the section that it stood in', async () => {
  const caseId = await newCase();
  const [one, two] = rosterLines(2);
  if (!one || !two) throw new Error('no lines');
  const token = await offer([
    ['姓名', '身份证号', '月份', '应发工资'],
    ['样例木工班组'],
    [one.name, one.id, '2026-03', '5000'],
    [two.name, two.id, '', '5000'],
  ]);
  expect(await bring(caseId, token)).toMatchObject({ added: 1, rejected: 1 });
  const cells = await cellsOf(await call('transfer.errorFile', { caseId, token, sheet: 0 }));
  expect(cells[0]?.slice(0, 5)).toEqual(['姓名', '身份证号', '月份', '应发工资', '班组']);
  const mended = cells.map((row) => row.map((text, c) => (c === 2 && text === '' ? '2026-03' : text)));
  expect(await bring(caseId, await offer(mended))).toMatchObject({ added: 1, rejected: 0 });
  const members = await call('cases.members', { caseId });
  expect(members.map((m) => [m.name, m.job.team])).toEqual([
    [one.name, '样例木工班组'],
    [two.name, '样例木工班组'],
  ]);
});

test('rare characters and signs come in as they are', async () => {
  const caseId = await newCase();
  const names = ['施𬭎', '𠮷样', '阿卜杜拉·样', 'Ünal Örnek', '张😀样', '㐂样'];
  const lines = rosterLines(names.length).map((l, i) => ({ ...l, name: names[i] ?? '', team: '😀𠮷班' }));
  expect(await bring(caseId, lines)).toMatchObject({ added: names.length });
  const members = await call('cases.members', { caseId });
  expect(members.map((m) => m.name)).toEqual(names);
  expect(members.every((m) => m.job.team === '😀𠮷班')).toBe(true);
  for (const name of names)
    expect((await call('cases.count', { filter: { text: name } })).count, name).toBeGreaterThan(0);
  expect(await bring(caseId, lines)).toMatchObject({ added: 0, same: names.length });
});

test('long cells and a long site keep nobody out', async () => {
  const site = '样'.repeat(160);
  const caseId = await newCase({ project: { name: null, site, teamLeader: null } });
  const token = await offer([
    ['姓名', '工种', '班组', '家庭住址', '开户行', '月份', '应发工资'],
    ['样一', '长'.repeat(300), '长'.repeat(300), '长'.repeat(300), '长'.repeat(300), '2026-03', '100'],
    ['样二', '木工', '甲班', '样例村', '样例银行', '2026-03', '200'],
    ['样三', '木工', '甲班', '样例村', '样例银行', '2026-03', '99999999999'],
  ]);
  expect((await bring(caseId, token)).added).toBeGreaterThanOrEqual(2);
  const members = await call('cases.members', { caseId });
  expect(members[0]?.job).toMatchObject({ site, post: '长'.repeat(200) });
  // What came in can be saved again as it stands.
  const [first] = members;
  if (!first) throw new Error('no member');
  const { id, position, owedFen, itemsFen, isRepresentative, version, ...record } = first;
  const file = await call('cases.get', { caseId });
  await call('cases.saveMember', { caseId, expectedVersion: file.version, memberId: id, worker: record });
});

test('a roster of ten thousand comes in whole, to the fen', async () => {
  const caseId = await newCase({ workers: [worker('原有样')] });
  const lines = rosterLines(10_000);
  expect(await bring(caseId, lines)).toMatchObject({ added: 10_000, updated: 0, rejected: 0 });
  const file = await call('cases.get', { caseId });
  expect(file.applicantCount).toBe(10_001);
  const owed = lines.reduce((sum, l) => sum + (Number(l.due) - Number(l.paid)) * 100, 0);
  expect(file.amountFen).toBe(owed);
  const members = await call('cases.members', { caseId });
  expect(members.reduce((sum, m) => sum + m.owedFen, 0)).toBe(owed);
  expect(members.slice(1).map((m) => m.idNumber)).toEqual(lines.map((l) => l.id));
});

test.each(['zh-CN', 'en'] as const)(
  'the template (%s) is read back with every column known',
  async (language) => {
    const { token } = await call('transfer.template', { language });
    const read = await call('transfer.read', { token });
    const columns = Object.values(read.mapping).filter((c) => c !== null);
    expect(read.headers.length).toBeGreaterThan(15);
    expect(columns.sort((a, b) => a - b)).toEqual(read.headers.map((_h, i) => i));
    expect(Object.values(read.confidence).every((c) => c >= 0.7)).toBe(true);
  },
);

test('a file that has expired, or is none, is told as such and changes nothing', async () => {
  const caseId = await newCase();
  const { version } = await call('cases.get', { caseId });
  const at = (token: string) =>
    call('transfer.import', { caseId, expectedVersion: version, token, sheet: 0 });
  expect((await failureOf(at('unknown'))).code).toBe('file-expired');
  const token = await app.core.receiveFile(app.caller, {
    name: 'a.xlsx',
    type: '',
    bytes: Buffer.from('PK\x03\x04no'),
  });
  expect((await failureOf(at(token))).code).toBe('file-not-spreadsheet');
  app.world.setNow('2026-11-23T02:31:00Z');
  expect((await failureOf(at(token))).code).toBe('file-expired');
  app.world.setNow('2026-11-23T02:00:00Z');
  await expect(
    app.core.receiveFile(app.caller, { name: 'a', type: '', bytes: new Uint8Array(64 * 1024 * 1024 + 1) }),
  ).rejects.toThrow('file-too-large');
  expect((await call('cases.get', { caseId })).version).toBe(version);
});

test("a roster's remark is kept with the first pay period", async () => {
  const caseId = await newCase();
  const token = await offer([
    ['姓名', '身份证号', '月份', '日工资', '出勤天数', '应发工资', '已付', '欠付', '备注'],
    ['样例丁', '', '2026年3月', '300', '20', '6000', '0', '6000', '身份证遗失，补办中'],
  ]);
  await bring(caseId, token);
  const [member] = await call('cases.members', { caseId });
  expect(member?.arrears.map((row) => row.note)).toEqual(['身份证遗失，补办中']);
});

test('workers who stand in another case already are pointed out', async () => {
  const lines = rosterLines(5);
  const first = await newCase();
  await bring(first, lines);
  const { number } = await call('cases.get', { caseId: first });
  const second = await newCase();
  const token = await give(app, lines.slice(0, 3));
  const preview = await call('transfer.preview', { caseId: second, token, sheet: 0 });
  expect(preview.elsewhere).toContainEqual({ caseId: first, number, workers: 3 });
  expect((await bring(second, token)).elsewhere).toContainEqual({ caseId: first, number, workers: 3 });
  const again = await call('transfer.preview', { caseId: first, token, sheet: 0 });
  expect(again.elsewhere.map((e) => e.caseId)).not.toContain(first);
});
