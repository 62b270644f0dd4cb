/** What time on a case goes into, as supervision and subsidies of legal aid ask for it. */
export const timeCauses = [
  'consultation',
  'meeting',
  'investigation',
  'drafting',
  'filing',
  'mediation',
  'hearing',
  'enforcement',
  'travel',
  'other',
] as const;
export type TimeCause = (typeof timeCauses)[number];
