import { expect, test } from 'vitest';
import { endedElsewhere, type RunningBatch } from '../../renderer/features/documents/batch/batch-store.ts';

const run = (over: Partial<RunningBatch> = {}): RunningBatch => ({
  batchId: 'a',
  done: 3,
  total: 600,
  since: 0,
  from: 0,
  own: false,
  heardAt: 1000,
  ...over,
});
const running = (over: Partial<RunningBatch> = {}) => new Map([['a', run(over)]]);

test('a list read before a batch was begun does not end it', () => {
  expect(endedElsewhere([{ id: 'a', state: 'stopped' }], 999, running())).toEqual([]);
});

test('a batch of another tab ends by a later list, one of this page by its own answer alone', () => {
  const list = [{ id: 'a', state: 'done' as const }];
  expect(endedElsewhere(list, 1001, running())).toEqual(['a']);
  expect(endedElsewhere(list, 1001, running({ own: true }))).toEqual([]);
  expect(endedElsewhere([{ id: 'a', state: 'running' }], 1001, running())).toEqual([]);
  expect(endedElsewhere([{ id: 'b', state: 'done' }], 1001, running())).toEqual([]);
});
