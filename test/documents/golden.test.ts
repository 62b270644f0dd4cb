import { describe, expect, it } from 'vitest';
import { documentSet, type FormLanguage, forms } from '../../electron/core/features/documents/forms/index.ts';
import type { FilingFacts } from '../../shared/features/documents/filing-facts.ts';
import { group24, oneWorker, threeWorkers } from './support/facts.ts';
import { expectBlocks } from './support/golden.ts';

const cases: Readonly<Record<string, () => FilingFacts>> = {
  'one-worker': oneWorker,
  'three-workers': threeWorkers,
  'group-24': group24,
};

describe.each(Object.entries(cases))('%s', (name, make) => {
  it.each(['zh-CN', 'en'] as const)('builds the blocks on record in %s', async (language: FormLanguage) => {
    const facts = make();
    const seen = new Set<string>();
    for (const { formId, target } of documentSet(facts)) {
      const key = target.applicantId ? `${formId}-member` : formId;
      if (seen.has(key)) continue;
      seen.add(key);
      const built = forms[formId].build(facts, language, target);
      expect(built.warnings).toEqual([]);
      await expectBlocks(`documents/golden/${name}.${key}.${language}.golden`, built.model);
    }
    expect(seen.size).toBeGreaterThanOrEqual(4);
  });
});

describe.each(Object.entries(cases))('%s with boxes', (name, make) => {
  it.each(['zh-CN', 'en'] as const)('builds the blocks on record in %s', async (language) => {
    const built = forms['arb-application'].build(make(), language, { layout: 'element' });
    expect(built.warnings).toEqual([]);
    await expectBlocks(`documents/golden/${name}.arb-application-element.${language}.golden`, built.model);
  });
});

it('gives the same blocks for the same facts', () => {
  const build = (): string => JSON.stringify(forms['arb-application'].build(group24(), 'zh-CN'));
  expect(build()).toBe(build());
});
