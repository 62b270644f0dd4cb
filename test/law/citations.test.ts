import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  citation,
  cite,
  listProvisions,
  listRules,
  listTracks,
  provisionOf,
  ruleOf,
} from '../../shared/law/index.ts';
import { courtTexts } from '../../shared/law/instruments/court-texts.ts';
import type { Instrument } from '../../shared/law/instruments/instrument.ts';
import { ministryRules } from '../../shared/law/instruments/ministry-rules.ts';
import { statutes } from '../../shared/law/instruments/statutes.ts';
import { chineseNumeral } from '../../shared/law/words/numerals.ts';
import {
  bounds,
  extensions,
  figures,
  limits,
  provisions,
  steps,
  workingDays,
} from './fixtures/law-wording.ts';

const instruments: Readonly<Record<string, Instrument>> = { ...statutes, ...courtTexts, ...ministryRules };
type Source = ReturnType<typeof cite>;

/** Whether the text of the instrument lay open when its articles were checked. */
const wasRead = ({ instrument }: Source): boolean =>
  Object.values(instruments).some((i) => i.name === instrument && i.compared !== undefined);

const units = {
  'natural-day': '日',
  'working-day': '(?:个工作日|日)',
  month: '个月',
  year: '年',
  hour: '小时',
} as const;
type Length = { readonly length: number; readonly unit: keyof typeof units };

/** The length as a law may write it: 十五日, 15日, 两个月, 每月; never the end of a longer numeral. */
function written({ length, unit }: Length): RegExp {
  const words = [chineseNumeral(length), ...(length === 2 ? ['两'] : []), String(length)];
  const monthly = length === 1 && unit === 'month' ? '|每月' : '';
  return new RegExp(`(?<![一二三四五六七八九十百\\d])(?:${words.join('|')})${units[unit]}${monthly}`);
}

/** Articles that stand behind an entry, as `law article` without paragraph and item. */
const articles = (sources: readonly Source[]): string[] =>
  sources.flatMap((s) => s.article.split(', ').map((a) => `${s.instrument.zh} ${Number.parseInt(a, 10)}`));
const bare = ([key, article]: readonly [Parameters<typeof cite>[0], string, string]): string =>
  articles([cite(key, article)])[0] ?? '';

describe('limits', () => {
  test.each(Object.entries(limits))('%s has the length of its article', (id, wording) => {
    const rule = ruleOf(id);
    expect(articles([rule.source, ...rule.furtherSources])).toContain(bare(wording));
    expect(wording[2]).toMatch(written(rule.period as Length));
    if (rule.period?.unit !== 'working-day' || wording[2].includes('工作日')) return;
    const [, ...more] = [rule.source, ...rule.furtherSources].map((s) => s.instrument.zh);
    expect(more).toContain(workingDays[wording[0]]);
  });

  test('a paragraph or item that is read is the one that is cited', () => {
    for (const [id, wording] of Object.entries(limits)) {
      const { source } = ruleOf(id);
      const own = cite(wording[0], wording[1]);
      if (!/[([]/.test(wording[1]) || source.instrument !== own.instrument) continue;
      if (bare(wording) !== articles([source])[0] || id === 'lim-interrupt' || id === 'lim-suspend') continue;
      expect([id, source.article]).toEqual([id, wording[1]]);
    }
  });

  test('every verified length whose law was read stands in the table', () => {
    const missing = listRules()
      .filter((r) => r.status === 'verified' && r.period && r.period.length > 0 && wasRead(r.source))
      .map((r) => r.id)
      .filter((id) => !(id in limits));
    expect(missing).toEqual([]);
  });

  test.each(Object.entries(extensions))('%s is extended by no more than its article says', (id, wording) => {
    const { extension, source, furtherSources } = ruleOf(id);
    expect(articles([...(extension ? [extension.source] : []), source, ...furtherSources])).toContain(
      bare(wording),
    );
    expect(wording[2]).toMatch(written(extension?.max as Length));
  });

  test.each(Object.entries(bounds))('%s keeps the bound of its article', (id, wording) => {
    const { fixed, source, furtherSources } = ruleOf(id);
    expect(articles([source, ...furtherSources])).toContain(bare(wording));
    const length = fixed?.min ?? fixed?.max;
    expect(wording[2]).toMatch(written({ length, unit: fixed?.unit } as Length));
    expect(wording[2].includes('不得少于')).toBe(fixed?.min !== undefined);
  });
});

/** `47[1]` and `47[1], 50` rest on item 1; a whole article rests on any of its parts. */
const restsOn = (source: Source, [key, article]: readonly [Parameters<typeof cite>[0], string, string]) =>
  source.instrument === cite(key, '').instrument && source.article.split(', ').includes(article);

test.each(Object.entries(provisions))('%s rests on the article that was read', (id, wording) => {
  expect(restsOn(provisionOf(id).source, wording)).toBe(true);
});

test('every provision whose law was read, and names an article, stands in the table', () => {
  const missing = listProvisions()
    .filter((p) => wasRead(p.source) && p.source.article !== '')
    .map((p) => p.id)
    .filter((id) => !(id in provisions));
  expect(missing).toEqual([]);
});

const cited = listTracks().flatMap(({ id: track, transitions, facts }) => {
  const marked = facts.map((fact) => ({ ...fact, from: [] as readonly string[] }));
  return [...transitions, ...marked].flatMap((step) => {
    if (!step.source || !wasRead(step.source)) return [];
    const onAppeal = step.from.includes('second') ? ' second' : ' first';
    const which = step.event === 'suit-withdrawn' ? onAppeal : '';
    return [{ step: `${track} ${step.event}${which}`, source: step.source }];
  });
});

test.each(Object.entries(steps))('%s rests on the article that was read', (step, wording) => {
  const found = cited.filter((c) => c.step === step);
  expect(found.map(({ source }) => restsOn(source, wording))).toEqual([true]);
});

/** The first number of a phrase: 27个月 is 27, 三万元 is 30,000, 五千元 is 5,000. */
function numberIn(phrase: string): number {
  const arabic = /\d+/.exec(phrase);
  if (arabic) return Number(arabic[0]);
  const [, digit = '', scale = ''] = /([三五十])([千万]?)/.exec(phrase) ?? [];
  const value = { 三: 3, 五: 5, 十: 10 }[digit] ?? Number.NaN;
  return value * ({ 千: 1000, 万: 10_000 }[scale] ?? 1);
}

/** `第13、14、16条` names 14, `第35至37条` names 36. */
function names(source: string, article: number): boolean {
  const [, list = ''] = /第([\d、至]+)条/.exec(source) ?? [];
  return list.split('、').some((part) => {
    const [from = 0, to = from] = part.split('至').map(Number);
    return from <= article && article <= to;
  });
}

test.each(figures)('%s: %s is the figure of its article', (file, path, _key, article, phrase) => {
  const text = readFileSync(new URL(`../../resources/law/${file}.json`, import.meta.url), 'utf8');
  const found = path.split('.').reduce<{ at: unknown; source: string }>(
    ({ at, source }, step) => {
      const held = at as Readonly<Record<string, unknown> & { source?: unknown }>;
      return { at: held[step], source: typeof held.source === 'string' ? held.source : source };
    },
    { at: JSON.parse(text), source: '' },
  );
  expect(found.at).toBe(numberIn(phrase));
  expect(names(found.source, Number(article))).toBe(true);
});

test('no phrase is longer than a dozen characters', () => {
  const all = [limits, extensions, bounds, provisions, steps].flatMap((t) => Object.values(t));
  expect(all.filter(([, , phrase]) => phrase.length > 12)).toEqual([]);
});

// These articles have one paragraph of numbered items: “第47条第1款” would be a place that does not exist.
const ofItems: readonly (readonly [Parameters<typeof cite>[0], string])[] = [
  ['mediationArbitrationLaw', '47'],
  ['legalAidLaw', '42'],
  ['labourInterpretation1', '1'],
  ['labourInterpretation1', '18'],
  ['civilProcedureInterpretation', '430'],
];

test('items are not cited as paragraphs', () => {
  const sources = [...listRules(), ...listProvisions()].flatMap((e) => [e.source, ...e.furtherSources]);
  const wrong = [...sources, ...cited.map((c) => c.source)].filter((s) =>
    ofItems.some(
      ([key, n]) =>
        s.instrument === cite(key, '').instrument && s.article.split(', ').some((a) => a.startsWith(`${n}(`)),
    ),
  );
  expect(wrong.map((s) => citation(s).zh)).toEqual([]);
});

test('no text stands in the list twice', () => {
  const names = Object.values(instruments).map(({ name }) => name.zh);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test('a comparison names the text of the version that is cited', () => {
  const days = Object.entries(instruments).flatMap(([key, { compared }]) =>
    compared ? [[key, compared.text, compared.on]] : [],
  );
  expect(days.length).toBeGreaterThan(30);
  for (const [key, text, on] of days) {
    expect([key, text, on].join(' ')).toMatch(/^\w+ \d{4}-\d\d-\d\d \d{4}-\d\d-\d\d$/);
    expect([key, (text ?? '') <= (on ?? '')]).toEqual([key, true]);
  }
});
