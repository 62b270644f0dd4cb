import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inFewLengths } from '../../electron/core/db/portions.ts';
import { show, tierOf } from '../../electron/core/features/search/match.ts';
import { parseQuery } from '../../electron/core/features/search/query.ts';
import type { SourceText } from '../../electron/core/features/search/source.ts';
import { findRules } from '../../electron/core/features/search/static.ts';
import { foldText, segmentsOf } from '../../electron/core/text/index.ts';
import { listParts } from '../../shared/law/index.ts';

const signs = [...'人工资張樣三𠮷𬭎①㊣ＡａＺ１２３,，-–－、。 （〔〕·\u0301\u200b\ud800'];
const text = fc.array(fc.constantFrom(...signs), { maxLength: 40 }).map((parts) => parts.join(''));

test('a text is folded to its segments, parted by blanks', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (any) => {
      expect(foldText(any)).toBe(
        segmentsOf(any)
          .map((s) => s.chars.join(''))
          .join(' '),
      );
    }),
    { numRuns: 2000 },
  );
});

test('what is shown of a text marks the word in it, and cuts no sign in two', () => {
  const filler = fc
    .array(fc.constantFrom(...'甲𠮷乙𬭎。'), { maxLength: 120 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(filler, filler, fc.constantFrom('拖欠工资', '𠮷野', '１２楼'), (before, after, word) => {
      const record: SourceText = {
        id: '',
        caseId: '',
        title: '欠条',
        names: [],
        texts: [`${before}${word}${after}`],
        amounts: [],
        what: null,
      };
      const shown = show(record, parseQuery(word));
      const excerpt = shown?.excerpt ?? '';
      expect(excerpt.isWellFormed()).toBe(true);
      expect([...excerpt].length).toBeLessThanOrEqual(74);
      expect(`${before}${word}${after}`).toContain(excerpt.replaceAll('…', ''));
      const marked = shown?.excerptRanges.map(([a, b]) => excerpt.slice(a, b)) ?? [];
      expect(marked).toContain(word);
    }),
  );
});

test('no rule of the law is passed over', () => {
  const titles = listParts().flatMap((part) =>
    [...part.rules, ...part.provisions].map((entry) => [entry.title.zh, entry.title.en] as const),
  );
  expect(titles.length).toBeGreaterThan(100);
  for (const [zh, en] of titles) {
    const chars = [...(foldText(zh).split(' ')[0] as string)];
    for (const query of [chars.slice(0, 4).join(''), chars.slice(-2).join(''), en.split(' ')[0] ?? '']) {
      const titled: SourceText = {
        id: '',
        caseId: '',
        title: zh,
        names: [zh, en],
        texts: [],
        amounts: [],
        what: null,
      };
      if (tierOf(titled, parseQuery(query)) === null) continue;
      const [group] = findRules(parseQuery(query), 'zh-CN', 1000);
      expect(
        group?.hits.map((hit) => hit.title),
        query,
      ).toContain(zh);
    }
  }
  expect(findRules(parseQuery('查无此事'), 'zh-CN', 10)).toEqual([]);
  expect(findRules(parseQuery('时效 查无此事'), 'zh-CN', 10)).toEqual([]);
  expect(findRules(parseQuery('shixiao'), 'zh-CN', 10)).not.toEqual([]);
});

test('lists come in few lengths, and hold the same', () => {
  const lengths = new Set<number>();
  for (let n = 0; n <= 500; n++) {
    const items = Array.from({ length: n }, (_, i) => i);
    const padded = inFewLengths(items);
    lengths.add(padded.length);
    expect([...new Set(padded)]).toEqual(items);
    expect(padded.length - n).toBeLessThan(8);
  }
  expect(lengths.size).toBeLessThan(70);
});
