import { describe, expect, it } from 'vitest';
import { forms } from '../../../electron/core/features/documents/forms/index.ts';
import type { FormId } from '../../../shared/features/documents/form-ids.ts';
import { group24, oneWorker, threeWorkers } from './facts.ts';
import { expectBlocks } from './golden.ts';
import { fullCase } from './particulars.ts';

const cases = { 'one-worker': oneWorker, 'three-workers': threeWorkers, 'group-24': group24 };

/** The blocks of each form in both languages, for one worker, three and a group, with nothing missing. */
export function goldens(ids: readonly FormId[]): void {
  describe.each(Object.entries(cases))('%s', (name, make) => {
    describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
      it.each(ids)('%s is as on record and complete', async (id) => {
        const facts = fullCase(make());
        const form = forms[id];
        const [first] = form.targets?.(facts, 'all') ?? [];
        const target = first?.target ?? (form.scope === 'member' ? { applicantId: 'worker-0' } : {});
        const built = form.build(facts, language, target);
        expect(built.warnings).toEqual([]);
        await expectBlocks(`golden/${name}.${id}.${language}.golden`, built.model);
      });
    });
  });
}
