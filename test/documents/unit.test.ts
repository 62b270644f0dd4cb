import { describe, expect, it } from 'vitest';
import { documentSet, type FormLanguage, forms } from '../../electron/core/features/documents/forms/index.ts';
import { group24 } from './support/facts.ts';
import { expectBlocks } from './support/golden.ts';
import { gapsOf, textOf, withValue } from './support/read.ts';
import { oneRespondentAgent, unitAgainstWorker } from './support/unit-facts.ts';

describe('a unit against a worker', () => {
  it.each(['zh-CN', 'en'] as const)('builds the blocks on record in %s', async (language: FormLanguage) => {
    const facts = unitAgainstWorker();
    for (const { formId, target } of documentSet(facts)) {
      const built = forms[formId].build(facts, language, target);
      expect(built.warnings).toEqual([]);
      await expectBlocks(`documents/golden/unit.${formId}.${language}.golden`, built.model);
    }
  });

  it('files an application, its evidence, mandate and certificate, and nothing of the workers', () => {
    expect(documentSet(unitAgainstWorker()).map((e) => [e.formId, e.target])).toEqual([
      ['arb-application', {}],
      ['evidence-list', {}],
      ['power-of-attorney', { partyId: 'unit-1' }],
      ['legal-rep-certificate', { partyId: 'unit-1' }],
      ['service-address', { partyId: 'unit-1' }],
    ]);
  });

  it('names the parties by their roles', () => {
    const facts = unitAgainstWorker();
    const text = textOf(forms['arb-application'].build(facts, 'zh-CN').model);
    expect(text).toContain('申请人（用人单位）：云州示范建筑劳务有限公司');
    expect(text).toContain('被申请人：钟示甲');
    expect(text).toContain('申请人（盖章）：云州示范建筑劳务有限公司');
    expect(text).toContain('法定代表人（签名）：');
    expect(text).toContain('仲裁申请书副本1份');
    expect(text).not.toContain('捺印');
    const list = textOf(forms['evidence-list'].build(facts, 'zh-CN').model);
    expect(list).toContain('提交人：云州示范建筑劳务有限公司');
    expect(list).toContain('被申请人：钟示甲');
  });

  it.each([
    ['narrative.performance', 'narrative.performance'],
    ['narrative.grounds', 'narrative.grounds'],
    [
      'respondents.*.party.organisation.representative.name',
      'respondents.0.party.organisation.representative.name',
    ],
    ['applicants.*.idNumber', 'applicants.0.idNumber'],
  ])('shows a gap without %s, by the role of whom it concerns', (path, field) => {
    const { model, warnings } = forms['arb-application'].build(
      withValue(unitAgainstWorker(), path, null),
      'zh-CN',
    );
    expect(warnings.map((w) => w.field)).toEqual([field]);
    expect(gapsOf(model)).toContain(field);
    if (path.startsWith('applicants')) expect(warnings[0]?.label).toBe('请补充被申请人钟示甲的证件号码');
  });

  it('has no claim of its own before somebody writes it', () => {
    const { warnings } = forms['arb-application'].build({ ...unitAgainstWorker(), claims: [] }, 'zh-CN');
    expect(warnings.map((w) => w.field)).toEqual(['claims']);
  });
});

describe('the agent of a respondent', () => {
  it('has a power of attorney with representative, post and room for the seal', async () => {
    const facts = oneRespondentAgent();
    const entry = documentSet(facts).find((e) => e.target.partyId === 'unit-1');
    expect(entry?.fileName).toContain('云州示范建筑劳务有限公司');
    const { model, warnings } = forms['power-of-attorney'].build(facts, 'zh-CN', entry?.target);
    expect(warnings).toEqual([]);
    const text = textOf(model);
    for (const words of [
      '统一社会信用代码',
      '法定代表人',
      '职务',
      '执行董事',
      '委托人（盖章）：',
      '工作人员',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toContain('委托人因与钟示甲追索劳动报酬争议一案');
    expect(model.blocks.some((b) => b.kind === 'signature' && b.seal === true)).toBe(true);
    await expectBlocks('documents/golden/respondent.power-of-attorney.zh-CN.golden', model);
  });

  it('does not stand in the application of the worker', () => {
    expect(textOf(forms['arb-application'].build(oneRespondentAgent(), 'zh-CN').model)).not.toContain(
      '单示代',
    );
  });
});

it.each([1, 2, 5, 20])('names all of %i respondents on roster and list', (count) => {
  const base = group24();
  const [first] = base.respondents;
  const respondents = Array.from({ length: count }, (_, n) =>
    first?.party.kind === 'organisation'
      ? {
          ...first,
          party: {
            kind: 'organisation' as const,
            organisation: { ...first.party.organisation, id: `u${n}`, name: `云州第${n + 1}示范有限公司` },
          },
        }
      : (() => {
          throw new Error('the base has a unit');
        })(),
  );
  for (const id of ['arb-group-roster', 'evidence-list'] as const) {
    const text = textOf(forms[id].build({ ...base, respondents }, 'zh-CN').model);
    for (let n = 1; n <= count; n++) expect(text).toContain(`云州第${n}示范有限公司`);
  }
});
