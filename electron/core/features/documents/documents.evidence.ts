import type { EvidenceRecord } from '../../../../shared/features/evidence/evidence.contract.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';

interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

function covers(item: EvidenceRecord, memberId: string, period: Period): boolean {
  if (item.covers === null) return false;
  const { memberIds, from, to } = item.covers;
  return (
    (memberIds === null || memberIds.includes(memberId)) &&
    (from === null || from <= period.to) &&
    (to === null || to >= period.from)
  );
}

/**
 * 依据证据页码 of one line of the wage schedule, `12—14、20`: pages of the bundle on which the items that were linked to
 * this worker and period stand. Null where nothing is linked, or where an item's pages are not known yet: half the
 * pages would look like all of them.
 */
export function pagesFor(
  evidence: readonly EvidenceRecord[],
  memberId: string,
  period: Period,
): string | null {
  const ranges: { from: number; to: number }[] = [];
  for (const item of evidence) {
    if (!covers(item, memberId, period)) continue;
    if (item.pageFrom === null || item.pageTo === null) return null;
    const last = ranges.at(-1);
    if (last && last.to + 1 === item.pageFrom) last.to = item.pageTo;
    else ranges.push({ from: item.pageFrom, to: item.pageTo });
  }
  return ranges.length === 0
    ? null
    : ranges.map(({ from, to }) => (from === to ? String(from) : `${from}—${to}`)).join('、');
}
