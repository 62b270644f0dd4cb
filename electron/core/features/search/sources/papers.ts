import { present, type SearchSource } from '../source.ts';

export const documentSource: SearchSource = {
  kind: 'document',
  number: 5,
  table: 'document',
  permission: 'case.read',
  async texts(db, ids) {
    const rows = await db
      .selectFrom('document')
      .select(['id', 'case_id', 'file_name', 'form_id', 'member_name'])
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .execute();
    return rows.map((r) => ({
      id: r.id,
      caseId: r.case_id,
      title: r.file_name,
      names: present(r.file_name, r.member_name),
      texts: [],
      amounts: [],
      what: r.form_id,
    }));
  },
};

export const evidenceSource: SearchSource = {
  kind: 'evidence',
  number: 6,
  table: 'evidence',
  permission: 'case.read',
  async texts(db, ids) {
    const rows = await db
      .selectFrom('evidence')
      .select(['id', 'case_id', 'name', 'source', 'proves', 'holder'])
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .execute();
    return rows.map((r) => ({
      id: r.id,
      caseId: r.case_id,
      title: r.name,
      names: [r.name],
      texts: present(r.proves, r.source, r.holder),
      amounts: [],
      what: null,
    }));
  },
};

/** What somebody noted on an event of the procedure; without a note there is nothing to find. */
export const eventSource: SearchSource = {
  kind: 'event',
  number: 7,
  table: 'case_event',
  permission: 'case.read',
  async texts(db, ids) {
    const rows = await db
      .selectFrom('case_event')
      .select(['id', 'case_id', 'type', 'date', 'note'])
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .where('note', 'is not', null)
      .execute();
    return rows.map((r) => ({
      id: r.id,
      caseId: r.case_id,
      title: r.date,
      names: [],
      texts: present(r.note),
      amounts: [],
      what: r.type,
    }));
  },
};
