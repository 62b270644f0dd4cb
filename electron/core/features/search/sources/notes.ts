import { chinaDate } from '../../../../../shared/kernel/date.ts';
import { present, type SearchSource } from '../source.ts';

/** Of cases only: what is noted on a person is read on the person's own page. */
export const noteSource: SearchSource = {
  kind: 'note',
  number: 8,
  table: 'note',
  permission: 'case.read',
  async texts(db, ids) {
    const rows = await db
      .selectFrom('note')
      .select(['id', 'case_id', 'body', 'author_name', 'written_at'])
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .where('case_id', 'is not', null)
      .execute();
    return rows.map((r) => ({
      id: r.id,
      caseId: r.case_id ?? '',
      title: `${chinaDate(r.written_at)} ${r.author_name}`,
      names: [],
      texts: [r.body],
      amounts: [],
      what: null,
    }));
  },
};

export const taskSource: SearchSource = {
  kind: 'task',
  number: 9,
  table: 'task',
  permission: 'case.read',
  async texts(db, ids) {
    const rows = await db
      .selectFrom('task')
      .select(['id', 'case_id', 'title', 'detail'])
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .where('case_id', 'is not', null)
      .execute();
    return rows.map((r) => ({
      id: r.id,
      caseId: r.case_id ?? '',
      title: r.title,
      names: [],
      texts: present(r.title, r.detail),
      amounts: [],
      what: null,
    }));
  },
};
