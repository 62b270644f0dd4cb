import type { SearchHit } from '../../../../shared/features/search/search.contract.ts';
import { chineseNumeral, citation, listParts } from '../../../../shared/law/index.ts';
import { mayFit, show, tierOf } from './match.ts';
import type { SearchQuery } from './query.ts';
import type { FoundGroup } from './search.find.ts';
import type { SourceText } from './source.ts';
import { tiers } from './tokens.ts';

interface Choice {
  readonly id: string;
  readonly title: string;
  readonly words: string;
}

/** The rules and provisions of the law, in both languages: whoever reads Chinese may type the English name. */
export function findRules(query: SearchQuery, language: 'zh-CN' | 'en', limit: number): FoundGroup[] {
  const rules = (language === 'en' ? english : chinese)();
  return mayFit(rules, query) ? group('rule', rules, query, limit) : [];
}

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
const chinese = once(() => ruleTexts('zh-CN'));
const english = once(() => ruleTexts('en'));

const inCharacters = (cited: string): string =>
  cited.replace(/第(\d{1,4})/g, (_, n: string) => `第${chineseNumeral(Number(n))}`);

function ruleTexts(language: 'zh-CN' | 'en'): SourceText[] {
  return listParts().flatMap((part) =>
    [
      ...part.rules.map((r) => ({ ...r, what: 'rule', text: [r.ifMissed] })),
      ...part.provisions.map((p) => ({ ...p, what: 'provision', text: [p.text] })),
    ].map((entry): SourceText => {
      const own = language === 'en' ? entry.title.en : entry.title.zh;
      return {
        id: entry.id,
        caseId: '',
        title: own,
        names: [entry.title.zh, entry.title.en],
        texts: [
          ...[entry.source, ...entry.furtherSources].flatMap((s) => [
            // As it is cited, 第27条第4款, as statutes write it, 第二十七条第四款, and as it is typed in haste: 27(4).
            language === 'en' ? citation(s).en : citation(s).zh,
            ...(language === 'en' ? [] : [inCharacters(citation(s).zh)]),
            `${language === 'en' ? `${s.instrument.en} ` : s.instrument.zh}${s.article}`,
          ]),
          part.title.zh,
          ...entry.text.map((t) => (language === 'en' ? t.en : t.zh)),
        ],
        amounts: [],
        what: entry.what,
      };
    }),
  );
}

export function findChoices(query: SearchQuery, choices: readonly Choice[], limit: number): FoundGroup[] {
  const texts = choices.map(
    (c): SourceText => ({
      id: c.id,
      caseId: '',
      title: c.title,
      names: [c.title],
      texts: [c.words],
      amounts: [],
      what: null,
    }),
  );
  return group('choice', texts, query, limit);
}

function group(
  kind: 'rule' | 'choice',
  texts: readonly SourceText[],
  query: SearchQuery,
  limit: number,
): FoundGroup[] {
  const fitting: { text: SourceText; rank: number }[] = [];
  for (const text of texts) {
    const tier = tierOf(text, query);
    if (tier !== null) fitting.push({ text, rank: tiers.indexOf(tier) });
  }
  fitting.sort((a, b) => a.rank - b.rank);
  const hits = fitting.slice(0, limit).map(({ text }): SearchHit => {
    const shown = show(text, query) ?? { titleRanges: [], excerpt: null, excerptRanges: [] };
    return { kind, id: text.id, caseId: null, title: text.title, what: text.what, case: null, ...shown };
  });
  return hits.length > 0 ? [{ kind, hits, more: fitting.length > limit }] : [];
}
