import { aidRecordSchema } from '../../../../../shared/features/legal-aid/aid.schemas.ts';
import { present, type SearchSource } from '../source.ts';

/** Steps of legal aid: whoever is assigned, what was found, decided, reported. */
export const aidSource: SearchSource = {
  kind: 'aid',
  number: 18,
  table: 'aid_record',
  permission: 'case.read',
  async texts(db, ids) {
    const rows = await db
      .selectFrom('aid_record')
      .select(['id', 'case_id', 'kind', 'title', 'body'])
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .execute();
    return rows.map((r) => ({
      id: r.id,
      caseId: r.case_id,
      title: r.title,
      names: r.kind === 'assignment' ? [r.title] : [],
      texts: textsOf(r.body),
      amounts: [],
      what: r.kind,
    }));
  },
};

function textsOf(body: string): string[] {
  const r = aidRecordSchema.parse(JSON.parse(body));
  switch (r.kind) {
    case 'application':
      return present(r.reason);
    case 'means':
      return present(r.note, r.thresholdSource, ...r.household.map((h) => h.name));
    case 'decision':
      return present(r.number, r.reason);
    case 'objection':
      return present(r.bureau, r.grounds);
    case 'assignment':
      return present(r.number, r.reason, r.endNote);
    case 'engagement':
      return present(r.lateReason);
    case 'visit':
      return present(r.findings, r.followUp);
    case 'subsidy':
      return present(r.voucher, r.deductionReason, ...r.costs.map((c) => c.what));
    case 'closing':
      return present(r.report, r.returnReason);
  }
}
