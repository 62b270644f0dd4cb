import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startProgram } from './support/run-cli.ts';

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-demo-'));
const env = { GONGDAO_HOME: path.join(home, 'user'), npm_lifecycle_event: undefined };
afterAll(() => fs.rmSync(home, { recursive: true, force: true }));

test('the demonstration does the main job and leaves no trace elsewhere', async () => {
  const out = path.join(home, 'out');
  const first = await startProgram('demo', ['--out', out], env);
  expect(first.err).toBe('');
  expect(first.code).toBe(0);
  const papers = fs.readdirSync(path.join(out, 'documents'));
  // Application, parties' particulars, roster, representatives, schedule of all, evidence; then one schedule, mandate
  // and address for service for each worker.
  expect(papers).toHaveLength(6 + 21 * 3);
  for (const name of papers)
    expect(
      fs
        .readFileSync(path.join(out, 'documents', name))
        .subarray(0, 5)
        .toString(),
      name,
    ).toBe('%PDF-');
  const fen = (text: string): number => Number(text.replaceAll(',', '').replace('.', ''));
  const owed = [...first.out.matchAll(/^\S+ +\d{4}-\d\d-\d\d +\d{4}-\d\d-\d\d .* ([\d,]+\.\d\d)$/gm)];
  const total = /^合计 +([\d,]+\.\d\d)元 +人民币\S+$/m.exec(first.out);
  expect(owed).toHaveLength(21);
  expect(owed.reduce((sum, row) => sum + fen(row[1] ?? ''), 0)).toBe(fen(total?.[1] ?? ''));
  expect(first.out).toContain('《劳动争议调解仲裁法》第27条第4款');
  // The papers first, then what follows: each step with its dates, their length and every article.
  expect(first.out.indexOf('其后各步的期限')).toBeGreaterThan(first.out.indexOf('文书 47 份'));
  for (const [title, law] of [
    [
      '向被申请人送达申请书副本',
      '5个工作日  《劳动争议调解仲裁法》第30条；《劳动人事争议仲裁办案规则》第33条、第80条',
    ],
    ['被申请人提交答辩书', '10个工作日'],
    ['书面通知开庭', '5个工作日'],
    ['作出裁决', '45日'],
    ['劳动者对终局裁决起诉', '15日'],
    ['用人单位申请撤销终局裁决', '30日'],
  ])
    expect(first.out).toMatch(new RegExp(`^ +\\d{4}-\\d\\d-\\d\\d  ${title}(（暂定）)?  ${law}`, 'm'));
  expect(first.out).not.toMatch(/ (open|met|superseded|lapsed)$/m);
  expect(fs.readFileSync(path.join(out, 'rejected-rows.xlsx')).subarray(0, 2).toString()).toBe('PK');
  expect(fs.existsSync(path.join(home, 'user'))).toBe(false);

  fs.writeFileSync(path.join(out, 'note.txt'), 'somebody’s own');
  const second = await startProgram('demo', ['--out', out], env);
  expect(second.code).toBe(0);
  expect(fs.readdirSync(path.join(out, 'documents'))).toHaveLength(papers.length);
  expect(fs.existsSync(path.join(out, 'note.txt'))).toBe(true);
});

test('a folder that no demonstration has made is left alone', async () => {
  const out = path.join(home, 'theirs');
  fs.mkdirSync(path.join(out, 'office'), { recursive: true });
  fs.writeFileSync(path.join(out, 'office', 'keep.txt'), 'keep');
  const { code, err } = await startProgram('demo', ['--out', out], env);
  expect(code).toBe(2);
  expect(err).toContain('没有动它');
  expect(fs.readFileSync(path.join(out, 'office', 'keep.txt'), 'utf8')).toBe('keep');
});
