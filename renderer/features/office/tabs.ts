/** The tabs of the office page, in order. */
export const officeTabs = [
  'settings',
  'papers',
  'hearings',
  'computer',
  'security',
  'users',
  'law',
  'data',
  'bin',
  'record',
] as const;
export type OfficeTab = (typeof officeTabs)[number];
