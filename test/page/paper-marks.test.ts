import { expect, test } from 'vitest';
import { lackingOf, type PlanEntry, paperMarks } from '../../renderer/features/documents/paper.ts';
import type { DocumentRecord } from '../../shared/features/documents/documents.contract.ts';

const warning = (severity: 'gap' | 'advice' | 'error') => ({
  field: null,
  severity,
  code: 'x',
  label: { zh: '样', en: 'x' },
});
const entry = (...severities: Parameters<typeof warning>[0][]): PlanEntry =>
  ({ warnings: severities.map(warning) }) as unknown as PlanEntry;
const made = (over: Partial<DocumentRecord> = {}): DocumentRecord =>
  ({ state: 'draft', marked: false, outdated: false, warnings: [warning('gap')], ...over }) as DocumentRecord;

test('advice is no gap', () => {
  expect(lackingOf(entry('gap', 'advice', 'error').warnings)).toBe(2);
  expect(paperMarks(entry('advice'), undefined)).toEqual(['ready']);
});

test('a draft that was made with gaps still shows them, a final one was accepted as it is', () => {
  expect(paperMarks(entry('gap'), undefined)).toEqual(['missing-facts']);
  expect(paperMarks(entry('gap'), made())).toEqual(['made', 'missing-facts']);
  expect(paperMarks(entry('gap'), made({ outdated: true }))).toEqual(['outdated', 'missing-facts']);
  expect(paperMarks(entry('gap'), made({ marked: true }))).toEqual(['marked', 'missing-facts']);
  expect(paperMarks(entry('gap'), made({ state: 'final' }))).toEqual(['final']);
  // What only the drawing told, as a character that no font has.
  expect(paperMarks(entry(), made({ warnings: [warning('error')] }))).toEqual(['made', 'missing-facts']);
  expect(paperMarks(entry('gap'), made({ warnings: [] }))).toEqual(['made']);
  expect(paperMarks(entry(), made({ state: 'served', outdated: true }))).toEqual(['served', 'outdated']);
});
