import type { CaseTrack } from '../cases/case.schemas.ts';
import type { Election, GroupRow } from './group.contract.ts';

/** How many may represent a group: 办案规则 art. 63 in arbitration, 民诉法解释 art. 78 in court. */
export function representativesIn(track: CaseTrack): { readonly least: number; readonly most: number } {
  const inCourt = track === 'litigation' || track === 'review' || track === 'set-aside';
  return { least: inCourt ? 2 : 3, most: 5 };
}

/** As many workers with a common claim may elect representatives (调解仲裁法 art. 7). */
export const leastForRepresentatives = 10;

/** What only the consent of those represented makes good (办案规则 art. 63; 民诉法 art. 56). */
export const consentNeeded = ['admit', 'waive', 'change-claims', 'settle', 'mediate'] as const;

export type ElectionFinding =
  | 'fewer-than-ten'
  | 'wrong-number'
  | 'left-group'
  | 'not-all-signed'
  | 'more-signed-than-workers'
  | 'no-day'
  | 'day-ahead'
  | 'consent-needed';

/** What is to be looked at in the record of the representatives. */
export function electionFindings(
  election: Election | null,
  representativeIds: readonly string[],
  rows: readonly GroupRow[],
  track: CaseTrack,
  today: string,
): ElectionFinding[] {
  const found: ElectionFinding[] = [];
  const active = rows.filter((r) => r.status === 'active');
  const { least, most } = representativesIn(track);
  const count = representativeIds.length;
  if (rows.length < leastForRepresentatives) found.push('fewer-than-ten');
  if (count !== 0 && (count < least || count > most)) found.push('wrong-number');
  if (representativeIds.some((id) => rows.find((r) => r.memberId === id)?.status !== 'active'))
    found.push('left-group');
  if (!election || count === 0) return found;
  if (election.heldOn === null) found.push('no-day');
  else if (election.heldOn > today) found.push('day-ahead');
  if (election.signedCount !== null && election.signedCount > rows.length)
    found.push('more-signed-than-workers');
  else if (election.signedCount === null || election.signedCount < active.length)
    found.push('not-all-signed');
  if (election.powers.some((p) => (consentNeeded as readonly string[]).includes(p)))
    found.push('consent-needed');
  return found;
}
