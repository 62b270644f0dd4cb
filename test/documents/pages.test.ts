import { describe, expect, it } from 'vitest';
import { forms } from '../../electron/core/features/documents/forms/index.ts';
import type { FilingFacts } from '../../shared/features/documents/filing-facts.ts';
import { engine } from '../paper/support/engine.ts';
import { applicant, group24, monthRow, oneWorker } from './support/facts.ts';
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
});
