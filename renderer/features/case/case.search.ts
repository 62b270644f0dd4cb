import {
  type CaseTab,
  caseTabs,
  type FieldTarget,
  formatOpen,
  type OpenSheet,
  parseOpen,
} from './field-link.ts';

/** The address of a state of the case page: which tab, what is open in the side sheet, which field has the focus. */
export interface CaseSearch {
  readonly tab?: CaseTab;
  readonly open?: string;
  readonly focus?: string;
  /** Page of the group's tab; none: the matrix. */
  readonly view?: GroupView;
}

/** Pages of the group's tab beside the matrix. */
export const groupViews = ['payout', 'acts'] as const;
export type GroupView = (typeof groupViews)[number];

/** The sheet of the roster import; it is no record, so no field link leads to it. */
export const importSheet = 'import';

export function parseCaseSearch(search: Record<string, unknown>): CaseSearch {
  const tab = caseTabs.find((t) => t === search.tab);
  const open = search.open === importSheet ? importSheet : formatOpen(parseOpen(search.open));
  const view = groupViews.find((v) => v === search.view);
  return {
    ...(tab ? { tab } : {}),
    ...(tab === 'group' && view ? { view } : {}),
    ...(open ? { open } : {}),
    ...(open && typeof search.focus === 'string' ? { focus: search.focus } : {}),
  };
}

export function searchOf(target: FieldTarget): CaseSearch {
  return placeOf(target.tab, target.open, target.focus);
}

export function placeOf(tab: CaseTab, open: OpenSheet | null, focus: string | null = null): CaseSearch {
  const sheet = formatOpen(open);
  return { tab, ...(sheet ? { open: sheet } : {}), ...(sheet && focus ? { focus } : {}) };
}
