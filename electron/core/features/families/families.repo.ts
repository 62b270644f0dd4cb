import {
  carriedSchema,
  type FamilyLink,
  linkSchema,
} from '../../../../shared/features/families/families.contract.ts';
import type { ReadHandle, WriteHandle } from '../../kernel/context.ts';
import type { CaseFileRow } from '../cases/index.ts';
import type { CaseLinkTable } from './families.table.ts';

/** A family larger than this is a mistake; the strip on the page could not show it either. */
const familyLimit = 200;

export function toLink(row: CaseLinkTable): FamilyLink {
  return linkSchema.parse({
    id: row.id,
    fromId: row.case_id,
    toId: row.to_case_id,
    kind: row.kind,
    routeId: row.route,
    onDate: row.on_date,
    note: row.note,
    carried: row.carried === null ? null : carriedSchema.parse(JSON.parse(row.carried)),
    by: row.created_by,
  });
}

/** Links that have one of the cases at either end. */
async function linksAt(db: ReadHandle, ids: readonly string[]): Promise<CaseLinkTable[]> {
  return db
    .selectFrom('case_link')
    .selectAll()
    .where((eb) => eb.or([eb('case_id', 'in', ids), eb('to_case_id', 'in', ids)]))
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** Everything that a chain of links reaches from a case. Cases in the bin, and the links to them, are left out. */
export async function loadFamily(
  db: ReadHandle,
  caseId: string,
): Promise<{ readonly cases: CaseFileRow[]; readonly links: CaseLinkTable[] }> {
  const links = new Map<string, CaseLinkTable>();
  const seen = new Set([caseId]);
  const cases: CaseFileRow[] = [];
  let fresh = [caseId];
  while (fresh.length > 0 && seen.size <= familyLimit) {
    const rows = await db
      .selectFrom('case_file')
      .selectAll()
      .where('id', 'in', fresh)
      .where('deleted_at', 'is', null)
      .execute();
    cases.push(...rows);
    const found =
      rows.length === 0
        ? []
        : await linksAt(
            db,
            rows.map((r) => r.id),
          );
    fresh = [];
    for (const link of found) {
      links.set(link.id, link);
      for (const id of [link.case_id, link.to_case_id])
        if (!seen.has(id)) {
          seen.add(id);
          fresh.push(id);
        }
    }
  }
  const here = new Set(cases.map((c) => c.id));
  return {
    cases: cases.sort((a, b) => a.id.localeCompare(b.id)),
    links: [...links.values()]
      .filter((l) => here.has(l.case_id) && here.has(l.to_case_id))
      .sort((a, b) => a.id.localeCompare(b.id)),
  };
}

/** Whether the second case follows from the first by links in their direction. */
export function follows(
  links: readonly Pick<CaseLinkTable, 'case_id' | 'to_case_id'>[],
  fromId: string,
  toId: string,
): boolean {
  const seen = new Set<string>();
  const open = [fromId];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === toId) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...links.filter((l) => l.case_id === at).map((l) => l.to_case_id));
  }
  return false;
}

/** Notes which record each copy was made from. */
export async function keepSources(
  db: WriteHandle,
  linkId: string,
  kind: string,
  pairs: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = [...pairs].map(([source_id, copy_id]) => ({ link_id: linkId, kind, source_id, copy_id }));
  for (let i = 0; i < rows.length; i += 500)
    await db
      .insertInto('carried_record')
      .values(rows.slice(i, i + 500))
      .execute();
}
