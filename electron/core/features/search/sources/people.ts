import { jobSchema } from '../../../../../shared/features/cases/case.schemas.ts';
import { present, type SearchSource } from '../source.ts';

export const memberSource: SearchSource = {
  kind: 'member',
  number: 2,
  table: 'case_member',
  permission: 'case.read',
  async texts(db, ids) {
    const rows = await db
      .selectFrom('case_member')
      .select([
        'id',
        'case_id',
        'name',
        'id_number',
        'phone',
        'domicile',
        'residence',
        'mail_address',
        'occupation',
        'job',
        'owed_fen',
      ])
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .execute();
    return rows.map((r) => {
      const job = jobSchema.parse(JSON.parse(r.job));
      return {
        id: r.id,
        caseId: r.case_id,
        title: r.name,
        names: present(r.name, r.id_number, r.phone),
        texts: present(r.domicile, r.residence, r.mail_address, r.occupation, job.post, job.site, job.team),
        amounts: [r.owed_fen],
        what: null,
      };
    });
  },
};

export const respondentSource: SearchSource = {
  kind: 'respondent',
  number: 3,
  table: 'respondent',
  permission: 'case.read',
  async texts(db, ids) {
    const rows = await db
      .selectFrom('respondent')
      .selectAll()
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .execute();
    return rows.map((r) => ({
      id: r.id,
      caseId: r.case_id,
      title: r.name,
      names: present(r.name, r.representative_name, r.uscc, r.id_number, r.phone),
      texts: present(r.registered_address, r.mail_address),
      amounts: [],
      what: null,
    }));
  },
};

export const agentSource: SearchSource = {
  kind: 'agent',
  number: 4,
  table: 'agent',
  permission: 'case.read',
  async texts(db, ids) {
    const rows = await db
      .selectFrom('agent')
      .selectAll()
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .execute();
    return rows.map((r) => ({
      id: r.id,
      caseId: r.case_id,
      title: r.name,
      names: present(r.name, r.firm, r.licence_number, r.id_number, r.phone),
      texts: [],
      amounts: [],
      what: null,
    }));
  },
};
