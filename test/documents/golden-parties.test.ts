import { describe, expect, it } from 'vitest';
import { forms } from '../../electron/core/features/documents/forms/index.ts';
import { partyForms } from '../../electron/core/features/documents/forms/parts/parties.ts';
import type { FormId } from '../../shared/features/documents/form-ids.ts';
import { group24, oneWorker, threeWorkers } from './support/facts.ts';
import { expectBlocks } from './support/golden.ts';
import { withAdvances } from './support/particulars.ts';

/** Papers of the filing set, whose blocks golden.test.ts has. */
const filed = new Set<FormId>([
  'arb-application',
  'arb-group-roster',
  'arb-group-rep',
  'evidence-list',
  'power-of-attorney',
  'service-address',
]);
const ids = (Object.keys(partyForms) as FormId[]).filter((id) => !filed.has(id));
const cases = { 'one-worker': oneWorker, 'three-workers': threeWorkers, 'group-24': group24 };

describe.each(Object.entries(cases))('%s', (name, make) => {
  describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
    it.each(ids)('%s is as on record and complete', async (id) => {
      const facts = withAdvances(make());
      const form = forms[id];
      const target = form.targets?.(facts, 'all')[0]?.target ?? {};
      const built = form.build(
        facts,
        language,
        form.scope === 'member' ? { applicantId: 'worker-0' } : target,
      );
      expect(built.warnings).toEqual([]);
      await expectBlocks(`documents/golden/${name}.${id}.${language}.golden`, built.model);
    });
  });
});
