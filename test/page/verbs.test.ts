import { expect, test } from 'vitest';
import { undoReach } from '../../electron/core/features/undo/undo.reach.ts';
import enCase from '../../resources/locales/en/case.json' with { type: 'json' };
import enOffice from '../../resources/locales/en/office.json' with { type: 'json' };
import zhCase from '../../resources/locales/zh-CN/case.json' with { type: 'json' };
import zhOffice from '../../resources/locales/zh-CN/office.json' with { type: 'json' };
import { api, type ProcedureName } from '../../shared/contract/api.ts';
import type { Procedure } from '../../shared/contract/builders.ts';

type Words = { readonly [key: string]: string | Words };

const inOffice = (words: Words, verb: string): unknown =>
  verb.split('.').reduce<unknown>((at, key) => (at as Words | undefined)?.[key], words);

const auditOf = (name: ProcedureName): readonly string[] => {
  const procedure: Procedure = api[name];
  return procedure.kind === 'mutation' && procedure.audit !== null ? [procedure.audit] : [];
};

test('everything that undo and the bin can name has words in both languages', () => {
  const kept = Object.entries(undoReach).filter(([, reach]) => typeof reach === 'string');
  const verbs = new Set(kept.flatMap(([name]) => auditOf(name as ProcedureName)));
  expect(verbs.size).toBeGreaterThan(60);
  const without = [...verbs].filter((verb) =>
    (
      [
        [zhCase.verb, zhOffice.verb],
        [enCase.verb, enOffice.verb],
      ] as [Words, Words][]
    ).some(
      ([ofCase, ofOffice]) =>
        typeof (ofCase[verb.replaceAll('.', '_')] ?? inOffice(ofOffice, verb)) !== 'string',
    ),
  );
  expect(without).toEqual([]);
});
