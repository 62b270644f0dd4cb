import type {
  Fields,
  RawCell,
  RawRow,
  RawValue,
} from '../../../../../shared/features/documents/particulars/particular.ts';
import { topicOf } from '../../../../../shared/features/documents/particulars/topics.ts';
import type { SearchSource } from '../source.ts';

interface Said {
  readonly texts: string[];
  readonly amounts: number[];
}

/** What a person wrote into the fields of a topic; marks, choices and days are no text of theirs. */
function said(fields: Fields, values: Readonly<Record<string, RawValue | undefined>>, into: Said): Said {
  for (const [key, { type }] of Object.entries(fields)) {
    const value = values[key];
    if (value === null || value === undefined) continue;
    if (type.kind === 'rows')
      for (const row of value as readonly RawRow[])
        said(type.columns, row as Readonly<Record<string, RawCell>>, into);
    else if (type.kind === 'line' || type.kind === 'text') into.texts.push(String(value));
    else if (type.kind === 'money') into.amounts.push(Number(value));
  }
  return into;
}

/** What was entered for the papers of a case, one topic at a time. */
export const particularsSource: SearchSource = {
  kind: 'particulars',
  number: 14,
  table: 'particular',
  permission: 'case.read',
  async texts(db, ids) {
    const rows = await db
      .selectFrom('particular')
      .leftJoin('case_member', 'case_member.id', 'particular.member_id')
      .leftJoin('respondent', 'respondent.id', 'particular.member_id')
      .select([
        'particular.id',
        'particular.case_id',
        'topic',
        'particular.member_id',
        'body',
        'case_member.deleted_at as member_gone_at',
        'respondent.deleted_at as party_gone_at',
      ])
      .where('particular.id', 'in', ids)
      .where('particular.deleted_at', 'is', null)
      .execute();
    return rows.flatMap((r) => {
      const topic = topicOf(r.topic);
      // A topic of a later version of the program: nobody here knows its fields.
      if (!topic) return [];
      const { texts, amounts } = said(topic.fields, JSON.parse(r.body), { texts: [], amounts: [] });
      return [
        {
          id: r.id,
          caseId: r.case_id,
          title: topic.title.zh,
          names: [],
          texts,
          amounts: [...new Set(amounts)],
          what: r.member_id === '' ? r.topic : `${r.topic}/${r.member_id}`,
          hidden: r.member_gone_at !== null || r.party_gone_at !== null,
        },
      ];
    });
  },
};
