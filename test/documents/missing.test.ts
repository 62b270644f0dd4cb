import { describe, expect, it } from 'vitest';
import {
  type FormLanguage,
  type FormTarget,
  forms,
} from '../../electron/core/features/documents/forms/index.ts';
import type { FilingFacts } from '../../shared/features/documents/filing-facts.ts';
import { type FormId, formIds } from '../../shared/features/documents/form-ids.ts';
import { group24, oneWorker } from './support/facts.ts';
import { gapsOf, textOf, withValue } from './support/read.ts';
import { strip } from './support/variants.ts';

/** A group whose arrears are recorded as totals, without rows. */
function groupWithoutRows(): FilingFacts {
  const facts = group24();
  return {
    ...facts,
    applicants: facts.applicants.map((a) => ({ ...a, arrears: { ...a.arrears, rows: [] } })),
  };
}

function base(id: FormId): FilingFacts {
  if (id === 'arb-group-roster') return groupWithoutRows();
  return id === 'arb-group-rep' ? group24() : oneWorker();
}

// What a sentence looks like when a fact fell out of it without a trace.
const dangling = /人民币元|（）|：，|：。|，，|，。|至的|于，|《》|null|undefined|NaN|\{|\}/;

const papers: readonly (readonly [string, FormId, FormTarget])[] = [
  ...formIds.map((id): readonly [string, FormId, FormTarget] => [
    id,
    id,
    id === 'wage-schedule' || id === 'power-of-attorney' ? { applicantId: 'worker-0' } : {},
  ]),
  ['arb-application with boxes', 'arb-application', { layout: 'element' }],
];

describe.each(papers)('%s', (_, id, target) => {
  it.each(forms[id].requiredFacts)('shows a gap and warns once without %s', (path) => {
    const empty = path === 'representation.applicantIds' ? [] : null;
    const facts = withValue(base(id), path, empty);
    const { model, warnings } = forms[id].build(facts, 'zh-CN', target);
    const field = path.replaceAll('*', '0');
    expect(warnings.map((w) => [w.field, w.code])).toEqual([[field, 'missing']]);
    expect(warnings[0]?.label).not.toMatch(dangling);
    expect(gapsOf(model)).toContain(field);
    expect(textOf(model)).not.toMatch(dangling);
  });

  it.each(['zh-CN', 'en'] as const)('stands with nothing but ids in %s', (language: FormLanguage) => {
    const bare = strip(base(id));
    const { model, warnings } = forms[id].build(bare, language, target);
    expect(warnings.length).toBeGreaterThan(2);
    expect(textOf(model)).not.toMatch(/null|undefined|NaN|\{|\}|人民币元/);
    for (const gap of gapsOf(model)) expect(warnings.map((w) => w.field)).toContain(gap);
  });

  it('stands on a case without any people or claims', () => {
    const empty: FilingFacts = {
      ...oneWorker(),
      applicants: [],
      respondents: [],
      agents: [],
      claims: [],
      evidence: [],
      witnesses: [],
      demands: [],
    };
    const { model, warnings } = forms[id].build(empty, 'zh-CN', target);
    expect(warnings.length).toBeGreaterThan(0);
    expect(textOf(model)).not.toMatch(/null|undefined|NaN|\{|\}/);
  });
});
