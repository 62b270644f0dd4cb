import { type AidList, aidLists } from '../../../shared/features/legal-aid/legal-aid.contract.ts';

/** The address of a state of the page. */
export interface LegalAidSearch {
  readonly list?: AidList;
}

export function parseLegalAidSearch(search: Record<string, unknown>): LegalAidSearch {
  const list = aidLists.find((l) => l === search.list);
  return list ? { list } : {};
}
