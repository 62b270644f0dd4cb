import { expect, test } from 'vitest';
import { listCalculators, listProvisions, listRules, versionInEnglish } from '../../shared/law/index.ts';

test('the version of every source that a rule or calculator rests on can be read in English', () => {
  const versions = [
    ...[...listRules(), ...listProvisions()].flatMap((rule) => [rule.source, ...rule.furtherSources]),
    ...listRules().flatMap((rule) => rule.variants.map((v) => v.source)),
    ...listCalculators().flatMap((c) => c.sources),
  ].map((source) => source.version);
  const left = [...new Set(versions)].map(versionInEnglish).filter((text) => /\p{Script=Han}/u.test(text));
  expect(left).toEqual([]);
});

test.each([
  ['2007-12-29通过，2008-05-01施行', 'adopted 2007-12-29, in force 2008-05-01'],
  ['人社部令第33号，2017-07-01施行', 'MOHRSS Order No. 33, in force 2017-07-01'],
  ['法释〔2025〕12号，2025-09-01施行', 'Fa Shi [2025] No. 12, in force 2025-09-01'],
  ['2023-09-01第五次修正，2024-01-01施行', 'amended 2023-09-01, in force 2024-01-01'],
  ['an unknown form', 'an unknown form'],
])('%s → %s', (zh, en) => expect(versionInEnglish(zh)).toBe(en));
