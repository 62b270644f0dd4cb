import { describe, expect, it } from 'vitest';
import {
  filterOf,
  isFiltered,
  parseCasesSearch,
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

  it('does not count sorting as filtering', () => {
    expect(isFiltered({ sort: 'amount', dir: 'desc' })).toBe(false);
    expect(isFiltered({ group: false })).toBe(true);
  });
});
