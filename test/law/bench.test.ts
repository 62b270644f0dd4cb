import { expect, test } from 'vitest';
import { benchLaw } from '../bench/law.bench.ts';

test('the bench gives the same results every time', () => {
  const [a, b] = [benchLaw(200), benchLaw(200)];
  expect(a.map((r) => [r.name, r.count, r.checksum])).toEqual(b.map((r) => [r.name, r.count, r.checksum]));
  expect(a.every((r) => r.perSecond > 0 && r.checksum > 0)).toBe(true);
});
