import { expect, test } from 'vitest';
import { ruleCounts, statusCounts } from '../../renderer/features/law/rules/RulesTab.tsx';
import { listProvisions, listRules } from '../../shared/law/index.ts';

test('the browser says of every rule how surely it is known', () => {
  const all = [...listRules(), ...listProvisions()];
  expect(statusCounts).toEqual({
    verified: all.filter((r) => r.status === 'verified').length,
    secondary: all.filter((r) => r.status === 'secondary').length,
    'from-memory': all.filter((r) => r.status === 'from-memory').length,
    design: all.filter((r) => r.status === 'design').length,
  });
  expect(Object.values(statusCounts).reduce((a, b) => a + b)).toBe(ruleCounts.rules + ruleCounts.provisions);
  // What is from memory must be looked up before anybody relies on it: nothing joins this list unseen.
  expect(all.filter((r) => r.status === 'from-memory').map((r) => r.id)).toEqual(['jur-30-obsolete']);
  expect([statusCounts.verified, statusCounts.secondary, statusCounts.design]).toEqual([217, 22, 6]);
});
