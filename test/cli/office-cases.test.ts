import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSpreadsheet } from '../../electron/core/spreadsheet/index.ts';
import { formIds } from '../../shared/features/documents/form-ids.ts';
import { makeRunner, passphrase, sampleRoster, user } from './support/run-cli.ts';

const cli = makeRunner();
let recoveryKey = '';
let caseId = '';
let number = '';

const scratch = (name: string, bytes: string | Uint8Array = ''): string => {
  const file = path.join(cli.home, name);
  fs.writeFileSync(file, bytes);
  return file;
};

beforeAll(async () => {
  const made = await cli.json([
    ...['office', 'create', '--folder', cli.office, '--name', '测试区调解委员会'],
    ...['--kind', 'mediation-committee,legal-aid-centre', '--region', '510104', '--user', user],
  ]);
  expect(made).toMatchObject({ code: 0, ok: true, data: { folder: cli.office, userName: user } });
  recoveryKey = made.data.recoveryKey;
});
afterAll(() => fs.rmSync(cli.home, { recursive: true, force: true }));

describe('help', () => {
  test('the program, every noun and a verb say what they do in both languages, exit codes included', async () => {
    for (const args of [[], ['office'], ['case'], ['document'], ['law'], ['case', 'import']]) {
      const zh = await cli.run([...args, '--help']);
      const en = await cli.run([...args, '--help', '--lang', 'en']);
      expect([zh.code, en.code]).toEqual([0, 0]);
      expect(zh.out).toContain('退出码');
      expect(zh.out).toContain('存储问题');
      expect(en.out).toContain('Exit codes');
      expect(en.out).not.toMatch(/\p{Script=Han}/u);
      expect(zh.out).toContain(args[0] ?? 'gongdao');
    }
  });

  test('a language is taken from the environment', async () => {
    const { out } = await cli.run(['--help'], { env: { LANG: 'en_GB.UTF-8' } });
    expect(out).toContain('Usage:');
  });

  test('wrong words, verbs and options are usage errors', async () => {
    for (const args of [
      ['nonsense'],
      ['case'],
      ['case', 'eat'],
      ['case', 'list', '--limt', '3'],
      ['case', 'list', '--limit', 'many'],
      ['case', 'list', '--sort', 'beauty'],
      ['case', 'show'],
      ['case', 'import'],
      ['law', 'due', '--input', '{}'],
    ]) {
      const answer = await cli.json(args);
      expect(answer, args.join(' ')).toMatchObject({
        code: 2,
        ok: false,
        error: { code: 'usage', issues: [] },
      });
    }
  });
});

describe('an office', () => {
  test('shows its recovery key once and keeps it nowhere', async () => {
    expect(recoveryKey).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
    for (const name of fs.readdirSync(cli.home, { recursive: true, encoding: 'utf8' })) {
      const file = path.join(cli.home, name);
      if (!fs.statSync(file).isFile()) continue;
      const bytes = fs.readFileSync(file);
      for (const secret of [recoveryKey, recoveryKey.replaceAll('-', ''), passphrase])
        expect(bytes.includes(secret), name).toBe(false);
    }
  });

  test('tells of itself', async () => {
    const { data } = await cli.json(['office', 'info', '--folder', cli.office], {
      env: { GONGDAO_OFFICE: '' },
    });
    expect(data).toMatchObject({ name: '测试区调解委员会', regionCode: '510104', recoveryConfirmed: false });
    expect(data.users).toMatchObject([{ name: user }]);
  });

  test('opens with a passphrase from a file, and not with another', async () => {
    const env = { GONGDAO_PASSPHRASE: '' };
    const right = scratch('right.txt', `\uFEFF${passphrase}\r\n`);
    expect((await cli.json(['case', 'list', '--passphrase-file', right], { env })).code).toBe(0);
    const wrong = await cli.json(
      ['case', 'list', '--passphrase-file', scratch('wrong.txt', 'not-this-one')],
      { env },
    );
    expect(wrong).toMatchObject({ code: 5, error: { code: 'wrong-passphrase' } });
    // After a wrong one the office asks for a second's patience.
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect((await cli.json(['case', 'list'], { env })).error.code).toBe('usage');
  });

  test('that is not there, or is there already, is told apart', async () => {
    const none = await cli.json(['case', 'list', '--office', path.join(cli.home, 'none')]);
    expect(none).toMatchObject({ code: 4, error: { code: 'office-not-found' } });
    const again = await cli.json([
      ...['office', 'create', '--folder', cli.office, '--name', '又一个'],
      ...['--kind', 'mediation-committee', '--region', '510104'],
    ]);
    expect(again).toMatchObject({ code: 6, error: { code: 'office-exists' } });
    const bad = await cli.json([
      ...['office', 'create', '--folder', path.join(cli.home, 'other'), '--name', '又一个'],
      ...['--kind', 'mediation-committee', '--region', '51'],
    ]);
    expect(bad).toMatchObject({
      code: 3,
      error: { issues: [{ path: 'regionCode', code: 'region-invalid' }] },
    });
    expect(bad.error.issues[0]?.message).toContain('六位');
  });

  test('takes its place by name, and no place that is not', async () => {
    const create = (folder: string, region: string) =>
      cli.json([
        ...['office', 'create', '--folder', path.join(cli.home, folder), '--name', '又一个'],
        ...['--kind', 'mediation-committee', '--region', region],
      ]);
    const unknown = await create('unknown', '999999');
    expect(unknown).toMatchObject({
      code: 3,
      error: { issues: [{ path: 'regionCode', code: 'region-unknown' }] },
    });
    const two = await create('two', '朝阳区');
    expect(two).toMatchObject({ code: 2, error: { code: 'usage' } });
    expect(two.error.message).toContain('北京市朝阳区 110105');
    expect(await create('none', '没有这个地方')).toMatchObject({ code: 2, error: { code: 'usage' } });
    expect(fs.existsSync(path.join(cli.home, 'unknown'))).toBe(false);
    expect((await create('named', '成都锦江区')).code).toBe(0);
    const { data } = await cli.json(['office', 'info', '--folder', path.join(cli.home, 'named')], {
      env: { GONGDAO_OFFICE: '' },
    });
    expect(data.regionCode).toBe('510104');
  });
});

test('the search index is checked and built anew, in the office that is named', async () => {
  const index = (...more: string[]) =>
    cli.json(['office', 'reindex', '--office', cli.office, ...more], { env: { GONGDAO_OFFICE: '' } });
  expect(await index('--check')).toMatchObject({
    code: 0,
    data: { missing: 0, stale: 0, orphaned: 0, sums: { faults: 0 } },
  });
  expect(await index()).toMatchObject({ code: 0, ok: true });
});

describe('a roster', () => {
  test('becomes a case; bad rows are named and saved', async () => {
    const errors = path.join(cli.home, 'bad.xlsx');
    const done = await cli.json([
      ...['case', 'import', '--file', sampleRoster, '--employer', '样例建筑劳务有限公司'],
      ...['--employer', '示例建设集团有限公司', '--errors-to', errors],
    ]);
    expect(done).toMatchObject({
      code: 0,
      data: { created: true, added: 21, same: 0, updated: 0, rejected: 3 },
    });
    ({ caseId, number } = done.data);
    const problem = done.data.problems.find((p: { code: string }) => p.code === 'id-checksum');
    expect(problem).toMatchObject({ row: 11, column: 'D', severity: 'error' });
    expect(done.data.problems.map((p: { message: string }) => p.message).join()).not.toContain('{{');
    const saved = await readSpreadsheet('bad.xlsx', fs.readFileSync(errors));
    expect(saved.sheets[0]?.rows.flat().some((c) => c.text.includes('校验码'))).toBe(true);
  });

  test('brought in again changes nothing', async () => {
    const again = await cli.json(['case', 'import', '--file', sampleRoster, '--case', number]);
    expect(again.data).toMatchObject({ created: false, caseId, added: 0, same: 21, updated: 0, rejected: 3 });
  });

  test('that is none is refused with its reason, and leaves no case behind', async () => {
    const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');
    // Compound file: what a spreadsheet with a password is stored in.
    const compound = Buffer.alloc(1024);
    compound.write('d0cf11e0a1b11ae1', 'hex');
    compound.write('EncryptedPackage', 512, 'utf16le');
    compound.writeUInt16LE(34, 576);
    for (const [name, bytes, expected] of [
      ['letter.docx', zip, 'file-not-spreadsheet'],
      ['notes.pdf', '%PDF-1.7', 'file-not-spreadsheet'],
      ['nothing.xlsx', '', 'file-empty'],
      ['locked.xlsx', compound, 'file-encrypted'],
      ['header.csv', '姓名,身份证号,日工资\n', 'invalid-input'],
    ] as const) {
      const answer = await cli.json(['case', 'import', '--file', scratch(name, bytes)]);
      expect(answer, name).toMatchObject({ code: 3, ok: false, error: { code: expected } });
      expect(answer.error.message).toMatch(/\p{Script=Han}/u);
    }
    const missing = await cli.json(['case', 'import', '--file', path.join(cli.home, 'no.xlsx')]);
    expect(missing).toMatchObject({ code: 4, error: { code: 'not-found' } });
    expect((await cli.json(['case', 'list'])).data.count).toBe(1);
  });
});

describe('a case', () => {
  test('is listed and found by number in any brackets, by id and by name', async () => {
    const list = await cli.json([
      'case',
      'list',
      '--text',
      '赵甲',
      '--limit',
      '5',
      '--sort',
      'amount',
      '--reverse',
    ]);
    expect(list.data.items).toMatchObject([{ id: caseId, number, applicantCount: 21 }]);
    expect((await cli.json(['case', 'list', '--text', '查无此人'])).data).toEqual({ items: [], count: 0 });
    for (const name of [number, number.replace('〔', '[').replace('〕', ']'), caseId]) {
      const { data } = await cli.json(['case', 'show', name]);
      expect(data.case.id).toBe(caseId);
      expect(data.claims.totalFen).toBe(
        data.members.reduce((sum: number, m: { owedFen: number }) => sum + m.owedFen, 0),
      );
      expect(data.deadlines[0]).toHaveProperty('source.article');
    }
    expect(await cli.json(['case', 'show', '〔2026〕第9999号'])).toMatchObject({
      code: 4,
      error: { code: 'not-found' },
    });
  });

  test('reads as text with working and capitals', async () => {
    const { out, code } = await cli.run(['case', 'show', number]);
    expect(code).toBe(0);
    expect(out).toMatch(/合计 {2}327,850\.00元 {2}人民币叁拾贰万柒仟捌佰伍拾元整/);
    expect(out).toContain('60天 × 320.00元/天');
  });
});

describe('documents', () => {
  test('are listed without an office', async () => {
    const { data } = await cli.json(['document', 'list'], { env: { GONGDAO_OFFICE: '' } });
    expect(data).toHaveLength(formIds.length);
    for (const form of data)
      expect(Object.keys(form).sort()).toEqual(
        [
          'id',
          'issuer',
          'number',
          'requiredFacts',
          'scope',
          'stage',
          'status',
          'title',
          'topics',
          'track',
        ].sort(),
      );
  });

  test('are listed in the words of the language, no code left over', async () => {
    const { data } = await cli.json(['document', 'list'], { env: { GONGDAO_OFFICE: '' } });
    const words = ['zh-CN', 'en'].map((locale) =>
      JSON.parse(
        fs.readFileSync(path.join(import.meta.dirname, `../../resources/locales/${locale}/cli.json`), 'utf8'),
      ),
    );
    for (const form of data)
      for (const kind of ['track', 'stage', 'issuer', 'scope'])
        for (const table of words) expect(table[kind]).toHaveProperty(form[kind]);
  });

  test('are made as PDFs; a taken name is never written over', async () => {
    const out = path.join(cli.home, 'papers');
    const args = ['document', 'make', '--case', number, '--out', out];
    const one = await cli.json([
      ...args,
      '--form',
      'wage-schedule',
      '--member',
      '赵甲',
      '--form',
      'evidence-list',
    ]);
    expect(one.code).toBe(0);
    expect(one.data.documents.map((d: { formId: string }) => d.formId)).toEqual([
      'wage-schedule',
      'evidence-list',
    ]);
    for (const { path: file, bytes } of one.data.documents) {
      const written = fs.readFileSync(file);
      expect(written.subarray(0, 5).toString()).toBe('%PDF-');
      expect(written).toHaveLength(bytes);
    }
    const again = await cli.json([...args, '--form', 'evidence-list']);
    expect(again.data.documents[0].path).toMatch(/ \(2\)\.pdf$/);
    expect(fs.readdirSync(out).every((name) => name.endsWith('.pdf'))).toBe(true);
    const kept = await cli.json(['document', 'list', '--case', number]);
    expect(kept.data).toHaveLength(3);
    // Two zones far apart: the day printed is the one at the office, not at the computer.
    const [first] = kept.data;
    const inChina = new Date(Date.parse(first.madeAt) + 8 * 3_600_000).toISOString();
    for (const TZ of ['UTC', 'Pacific/Kiritimati'])
      expect((await cli.run(['document', 'list', '--case', number], { env: { TZ } })).out).toContain(
        inChina.slice(0, 16).replace('T', ' '),
      );
    expect(await cli.json([...args, '--member', '查无此人'])).toMatchObject({ code: 4 });
    const taken = scratch('a-file');
    expect(
      await cli.json(['document', 'make', '--case', number, '--form', 'evidence-list', '--out', taken]),
    ).toMatchObject({
      code: 7,
      error: { code: 'file-write-failed' },
    });
  });

  test('nothing personal reaches a log', () => {
    const logs = path.join(cli.home, 'home', 'logs');
    const text = fs.existsSync(logs)
      ? fs
          .readdirSync(logs)
          .map((name) => fs.readFileSync(path.join(logs, name), 'utf8'))
          .join()
      : '';
    expect(text).not.toMatch(/\p{Script=Han}|1101\d{14}/u);
    expect(text).not.toContain(passphrase);
  });
});
