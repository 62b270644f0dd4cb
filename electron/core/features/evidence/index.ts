import {
  type EvidenceRecord,
  evidenceRecordSchema,
} from '../../../../shared/features/evidence/evidence.contract.ts';
import type { ReadHandle } from '../../kernel/context.ts';

/**
 * Evidence of a case in the order of its numbers; page numbers run on through the bundle from 1 and stop at the first
 * item whose pages are not counted yet.
 */
export async function listEvidence(db: ReadHandle, caseId: string): Promise<EvidenceRecord[]> {
  const rows = await db
    .selectFrom('evidence')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .orderBy('number')
    .execute();
  let page: number | null = 1;
  return rows.map((row) => {
    const from: number | null = row.pages === null ? null : page;
    page = row.pages === null || page === null ? null : page + row.pages;
    return evidenceRecordSchema.parse({
      id: row.id,
      number: row.number,
      pageFrom: from,
      pageTo: from === null || page === null ? null : page - 1,
      group: row.item_group,
      name: row.name,
      kind: row.kind,
      form: row.form,
      copies: row.copies,
      pages: row.pages,
      source: row.source,
      proves: row.proves,
      holder: row.holder,
      covers: row.covers === null ? null : JSON.parse(row.covers),
      version: row.version,
    });
  });
}
