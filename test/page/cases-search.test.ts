import { describe, expect, it } from 'vitest';
import {
  filterOf,
  isFiltered,
  parseCasesSearch,
  searchOfFilter,
  sortOf,
} from '../../renderer/features/cases/cases.search.ts';
import { api } from '../../shared/contract/api.ts';

describe('the address of the case list', () => {
  it('gives the contract what it asks for, whatever stands in it', () => {
    const addresses = [
      {},
      { q: '宏远', status: 'all', track: 'arbitration', stage: 'accepted', cause: 'wages', group: true },
      { q: 20260001, due: '2026-04-12', sort: 'amount', dir: 'desc' },
      { status: 'nonsense', track: 7, due: '2026-02-30', handler: '../..', sort: 'sql', group: 'yes' },
      { q: '长'.repeat(300) },
      { within: 30 },
      { within: -1 },
      { within: 1e9 },
    ];
    for (const address of addresses) {
      const search = parseCasesSearch(address);
      const input = { filter: filterOf(search), sort: sortOf(search) };
      expect(api['cases.list'].input.safeParse(input).success, JSON.stringify(address)).toBe(true);
    }
  });

  it('leaves out what it does not know and what is usual', () => {
    expect(parseCasesSearch({ status: 'nonsense', due: '2026-02-30', sort: 'sql', q: '' })).toEqual({});
  });

  it('keeps “within 30 days” as days, not as the day that it was when it was kept', () => {
    const search = parseCasesSearch({ within: 30, track: 'legal-aid' });
    expect(filterOf(search)).toMatchObject({ dueWithin: 30, dueBy: null });
    const again = searchOfFilter(filterOf(search), sortOf(search));
    expect(again).toMatchObject({ within: 30, track: 'legal-aid' });
    expect(again).not.toHaveProperty('due');
    expect(isFiltered(parseCasesSearch({ within: 0 }))).toBe(true);
  });

  it('does not count sorting as filtering', () => {
    expect(isFiltered({ sort: 'amount', dir: 'desc' })).toBe(false);
    expect(isFiltered({ group: false })).toBe(true);
  });
});
