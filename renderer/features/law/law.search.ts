export const lawTabs = ['rules', 'calculators', 'words'] as const;
export type LawTab = (typeof lawTabs)[number];

export interface LawSearch {
  readonly tab?: LawTab;
  /** Rule or provision that is open. */
  readonly rule?: string;
  /** Calculator that is open. */
  readonly id?: string;
}

/** The state of the law page from its address; what is not understood is left out. */
export function parseLawSearch(search: Record<string, unknown>): LawSearch {
  const tab = lawTabs.find((name) => name === search.tab);
  return {
    ...(tab ? { tab } : {}),
    ...(typeof search.rule === 'string' ? { rule: search.rule } : {}),
    ...(typeof search.id === 'string' ? { id: search.id } : {}),
  };
}
