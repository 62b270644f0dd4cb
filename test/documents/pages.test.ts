import { describe, expect, it } from 'vitest';
import { forms } from '../../electron/core/features/documents/forms/index.ts';
import type { FilingFacts } from '../../shared/features/documents/filing-facts.ts';
import type { RawRow, RawValues } from '../../shared/features/documents/particulars/particular.ts';
import { engine } from '../paper/support/engine.ts';
import { applicant, group24, monthRow, oneWorker } from './support/facts.ts';
import { fullParticulars } from './support/particulars.ts';
import { oneRespondentAgent } from './support/unit-facts.ts';

describe('pages', () => {
  it.each(['zh-CN', 'en'] as const)('hold a wage schedule of six months on one sheet in %s', (language) => {
    for (let months = 1; months <= 6; months++) {
      const rows = Array.from({ length: months }, (_, i) => monthRow(2026, 1 + i, 24 + (i % 3)));
      const facts: FilingFacts = { ...oneWorker(), applicants: [applicant(0, rows)] };
      const { model } = forms['wage-schedule'].build(facts, language, { applicantId: 'worker-0' });
      expect(engine.layout(model).pages).toHaveLength(1);
    }
  });

  it.each(['zh-CN', 'en'] as const)(
    'hold a power of attorney on one sheet in %s, a unit’s too',
    (language) => {
      for (const target of [{ applicantId: 'worker-0' }, { partyId: 'unit-1' }]) {
        const { model } = forms['power-of-attorney'].build(oneRespondentAgent(), language, target);
        expect(engine.layout(model).pages).toHaveLength(1);
      }
    },
  );

  it('do not end with a few attachments alone', () => {
    const { model } = forms['arb-application'].build(group24(), 'zh-CN');
    expect(engine.layout(model).pages).toHaveLength(3);
  });

  it.each(['zh-CN', 'en'] as const)('hold a pledge and its signature together in %s', (language) => {
    const form = forms['la-hardship'];
    const worker = { ...oneWorker(), ...{ particulars: fullParticulars(['worker-0']) } };
    let broken = 0;
    for (let members = 0; members < 30; members++) {
      const family = Array.from({ length: members }, (_, i) => ({
        name: `家人${i}`,
        relation: '子女',
        age: 9,
        job: null,
        health: null,
      }));
      const { model } = form.build(meansTested(worker, family), language, { applicantId: 'worker-0' });
      const { places, pages } = engine.layout(model);
      const at = model.blocks.findIndex((b) => b.kind === 'heading' && /承诺|Pledge/.test(b.text));
      const own = places.filter((p) => p.block >= at).map((p) => p.page);
      expect(at).toBeGreaterThan(0);
      expect(new Set(own).size).toBe(1);
      if (pages.length > 1) broken++;
    }
    expect(broken).toBeGreaterThan(0);
  });
});

function meansTested(facts: FilingFacts, family: readonly RawRow[]): FilingFacts {
  const of = facts.particulars.members['worker-0'] ?? {};
  const with_ = (topic: string, values: RawValues) => ({
    ...(of[topic] ?? { dues: {} }),
    entered: { ...of[topic]?.entered, ...values },
  });
  return {
    ...facts,
    particulars: {
      ...facts.particulars,
      members: {
        'worker-0': {
          ...of,
          'legal-aid-applicant': with_('legal-aid-applicant', { exempt: 'none' }),
          'legal-aid-hardship': with_('legal-aid-hardship', { family }),
        },
      },
    },
  };
}
