import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  batchFileNames,
  fillPattern,
  longestName,
  type NameParts,
  patternFaults,
  patternIn,
  safeFileName,
} from '../../shared/features/documents/file-pattern.ts';

const parts: NameParts = {
  case: '（2026）样劳第1号',
  name: '赵样',
  paper: '授权委托书',
  unit: '样例公司',
  team: '',
  number: '01',
  date: '2026-11-23',
};

test('words of either language are filled in; an empty one takes its separator along', () => {
  expect(fillPattern('{案号}_{姓名}_{文书}', parts)).toBe('（2026）样劳第1号_赵样_授权委托书');
  expect(fillPattern('{case}_{name}_{paper}', parts)).toBe('（2026）样劳第1号_赵样_授权委托书');
  expect(fillPattern('{姓名}_{班组}_{日期}', parts)).toBe('赵样_2026-11-23');
  expect(fillPattern('{班组}_{姓名}', parts)).toBe('赵样');
  expect(fillPattern('｛姓名｝', parts)).toBe('赵样');
  expect(patternFaults('{姓氏}-{name}-{')).toEqual(['{姓氏}', '{']);
  expect(patternFaults('{案号}{number}')).toEqual([]);
});

test('signs that a system forbids, its own names and invisible ones do not get into a name', () => {
  expect(safeFileName('a/b\\c:d*e?f"g<h>i|j', '.pdf')).toBe('a／b＼c：d＊e？f＂g＜h＞i｜j.pdf');
  expect(safeFileName('赵\u202e样\u200b\n文', '.pdf')).toBe('赵样 文.pdf');
  for (const name of ['CON', 'nul', 'com1', 'LPT9', 'aux.txt', 'com¹'])
    expect(safeFileName(name, '.pdf')).toBe(`_${name}.pdf`);
  expect(safeFileName('.. ', '.pdf')).toBe('文书.pdf');
  expect(safeFileName('名. ', '.pdf')).toBe('名.pdf');
  expect(safeFileName('\ud842', '.pdf')).toBe('文书.pdf');
});

test('a long name is cut between characters, its ending kept', () => {
  const name = safeFileName('𠮷'.repeat(60), ' (2).pdf');
  expect(name).toBe(`${'𠮷'.repeat(28)} (2).pdf`);
  expect(Buffer.byteLength(name)).toBe(longestName);
});

test('equal names are numbered, also where only their case or their cut differs', () => {
  const same = [parts, parts, { ...parts, name: '赵样' }];
  expect(batchFileNames('{name}', same, '.pdf')).toEqual(['赵样.pdf', '赵样 (2).pdf', '赵样 (3).pdf']);
  const mixed = [
    { ...parts, name: 'Li' },
    { ...parts, name: 'LI' },
    { ...parts, name: 'Li (2)' },
  ];
  expect(new Set(batchFileNames('{name}', mixed, '.pdf').map((n) => n.toLowerCase())).size).toBe(3);
  const long = Array.from({ length: 500 }, (_, i) => ({ ...parts, name: `${'长'.repeat(50)}${i}` }));
  expect(new Set(batchFileNames('{name}', long, '.pdf')).size).toBe(500);
});

test('a pattern is told in the language of its reader, with what it does not know as typed', () => {
  expect(patternIn('en', '{案号}_{ 姓名 }-{县}｛文书｝')).toBe('{case}_{name}-{县}{paper}');
  expect(patternIn('zh-CN', '{case}_{name}')).toBe('{案号}_{姓名}');
});

test('whatever a record says, every system takes the name and no two are alike', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (names) => {
      const made = batchFileNames(
        '{姓名}_{文书}',
        names.map((name) => ({ ...parts, name })),
        '.pdf',
      );
      for (const name of made) {
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(longestName);
        expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}\p{Cf}]+\.pdf$/u);
        expect(name).not.toMatch(/^[. ]|[. ]\.pdf$/);
        expect(name.isWellFormed()).toBe(true);
      }
      expect(new Set(made.map((n) => n.normalize('NFC').toLowerCase())).size).toBe(made.length);
    }),
  );
});
