export const aidLists = [
  'waiting',
  'toAssign',
  'underWay',
  'visits',
  'closing',
  'subsidies',
  'lawyers',
  'standards',
] as const;
export type AidList = (typeof aidLists)[number];

/** The address of a state of the page. */
export interface LegalAidSearch {
  readonly list?: AidList;
}

export function parseLegalAidSearch(search: Record<string, unknown>): LegalAidSearch {
  const list = aidLists.find((l) => l === search.list);
  return list ? { list } : {};
}
