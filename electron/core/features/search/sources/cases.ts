import { toFacts } from '../../cases/index.ts';
import { present, type SearchSource } from '../source.ts';

/** The file itself: its numbers, the first parties, the project and what was written down as facts. */
export const caseSource: SearchSource = {
  kind: 'case',
  number: 1,
  table: 'case_file',
  permission: 'case.read',
  async texts(db, ids) {
    const rows = await db
      .selectFrom('case_file')
      .select([
        'id',
        'number',
        'tribunal_case_number',
        'first_applicant',
        'first_respondent',
        'project_name',
        'project_site',
        'team_leader',
        'tribunal_name',
        'handler_name',
        'facts',
        'amount_fen',
      ])
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .execute();
    return rows.map((r) => ({
      id: r.id,
      caseId: r.id,
      title: r.number,
      names: present(r.number, r.tribunal_case_number, r.first_applicant, r.first_respondent, r.project_name),
      texts: present(
        r.project_site,
        r.team_leader,
        r.tribunal_name,
        r.handler_name,
        ...Object.values(toFacts(r.facts)),
      ),
      amounts: [r.amount_fen],
      what: null,
    }));
  },
};
