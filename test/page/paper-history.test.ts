import { expect, test } from 'vitest';
import {
  noHistory,
  noteChange,
  paragraphAt,
  stepBack,
  stepOn,
} from '../../renderer/features/documents/editing/history.ts';

test('typing in one go is one step, an insertion its own, and both can be taken again', () => {
  let history = noteChange(noHistory, '', 1000, true);
  history = noteChange(history, '甲', 1100, true);
  history = noteChange(history, '甲乙', 1200, false);
  history = noteChange(history, '甲乙{欠薪金额}', 5000, true);
  const one = stepBack(history, '甲乙{欠薪金额}丙');
  expect(one?.text).toBe('甲乙{欠薪金额}');
  const two = stepBack(one?.history ?? noHistory, one?.text ?? '');
  expect(two?.text).toBe('甲乙');
  const three = stepBack(two?.history ?? noHistory, two?.text ?? '');
  expect(three?.text).toBe('');
  expect(stepBack(three?.history ?? noHistory, '')).toBeNull();
  expect(stepOn(three?.history ?? noHistory, '')?.text).toBe('甲乙');
  expect(stepOn(noHistory, '')).toBeNull();
});

test('the steps of a long text take bounded room', () => {
  const text = '长'.repeat(100_000);
  let history = noHistory;
  for (let i = 0; i < 200; i++) history = noteChange(history, `${text}${i}`, i * 10_000, true);
  expect(history.past.length).toBeLessThan(60);
  expect(history.past.at(-1)?.endsWith('199')).toBe(true);
});

test('the paragraph of the caret leaves out blank lines before the text', () => {
  expect(paragraphAt('甲\n乙\n丙', 0)).toBe(0);
  expect(paragraphAt('甲\n乙\n丙', 4)).toBe(2);
  expect(paragraphAt('\n\n甲\n乙', 5)).toBe(1);
});
