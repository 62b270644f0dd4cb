import { causes } from '../../../../shared/features/cases/case.schemas.ts';
import type { PersonFields, PersonRole } from '../../../../shared/features/people/people.contract.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { MutationContext, ReadHandle, WriteHandle } from '../../kernel/context.ts';
import { fromFields, keysOfFields } from './people.mappers.ts';
import type { PersonTable } from './people.table.ts';

export const partyTables = ['case_member', 'respondent', 'agent'] as const;
export type PartyTable = (typeof partyTables)[number];

const roleOf = { case_member: 'applicant', respondent: 'respondent', agent: 'agent' } as const;

/** @throws AppError `not-found`. */
export async function loadPerson(db: ReadHandle, personId: string): Promise<PersonTable> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst();
  if (!row) throw new AppError('not-found', { details: { what: 'person' } });
  return row;
}

/** @throws AppError `conflict` when somebody else was quicker, or the record was merged into another. */
export async function loadForChange(
  db: ReadHandle,
  id: string,
  expectedVersion: number,
): Promise<PersonTable> {
  const row = await loadPerson(db, id);
  if (row.version !== expectedVersion || row.status !== 'here')
    throw new AppError('conflict', { details: { expected: expectedVersion, actual: row.version } });
  return row;
}

// SQLite binds a bounded number of values in one statement.
const chunk = 300;

async function insertKeys(
  db: WriteHandle,
  people: readonly { id: string; fields: PersonFields }[],
): Promise<void> {
  const rows = people.flatMap(({ id, fields }) =>
    keysOfFields(fields).map((key) => ({ ...key, person_id: id })),
  );
  for (let i = 0; i < rows.length; i += chunk)
    await db
      .insertInto('person_key')
      .values(rows.slice(i, i + chunk))
      .execute();
}

export async function insertPeople(
  ctx: MutationContext,
  people: readonly { id: string; fields: PersonFields }[],
): Promise<void> {
  const made = people.map(({ id, fields }) => ({
    id,
    ...fromFields(fields),
    status: 'here',
    merged_into: null,
    version: 1,
    created_at: ctx.now,
    updated_at: ctx.now,
  }));
  for (let i = 0; i < made.length; i += 100)
    await ctx.db
      .insertInto('person')
      .values(made.slice(i, i + 100))
      .execute();
  await insertKeys(ctx.db, people);
  for (const { id } of people) ctx.changed('person', id);
}

export async function updatePerson(
  ctx: MutationContext,
  before: PersonTable,
  fields: PersonFields,
  what: string,
  changed: readonly string[],
): Promise<number> {
  const version = before.version + 1;
  await ctx.db
    .updateTable('person')
    .set({ ...fromFields(fields), version, updated_at: ctx.now })
    .where('id', '=', before.id)
    .execute();
  await rekey(ctx.db, before.id, fields);
  await recordChange(ctx, before.id, what, changed);
  ctx.changed('person', before.id);
  return version;
}

/** Null: found by nothing any more. */
export async function rekey(db: WriteHandle, id: string, fields: PersonFields | null): Promise<void> {
  await db.deleteFrom('person_key').where('person_id', '=', id).execute();
  if (fields) await insertKeys(db, [{ id, fields }]);
}

export async function recordChange(
  ctx: MutationContext,
  personId: string,
  what: string,
  fields: readonly string[],
): Promise<void> {
  await ctx.db
    .insertInto('person_change')
    .values({
      id: ctx.newId(),
      person_id: personId,
      at: ctx.now,
      user_name: ctx.actor.userName,
      what,
      fields: JSON.stringify(fields),
    })
    .execute();
}

/** How many cases each of these people stands in, in whatever role, and the newest of them. */
export async function caseCounts(
  db: ReadHandle,
  personIds: readonly string[],
): Promise<Map<string, { count: number; last: string | null }>> {
  if (personIds.length === 0) return new Map();
  const of = (table: PartyTable) =>
    db
      .selectFrom(table)
      .select(['person_id', 'case_id'])
      .where('person_id', 'in', personIds)
      .where('deleted_at', 'is', null);
  const rows = await db
    .selectFrom(of('case_member').union(of('respondent')).union(of('agent')).as('party'))
    // Ids of cases are ordered by time.
    .select((eb) => ['person_id', eb.fn.countAll().as('n'), eb.fn.max('case_id').as('last')])
    .groupBy('person_id')
    .execute();
  const last = rows.map((r) => r.last).filter((id) => id !== null);
  const numbers =
    last.length === 0
      ? []
      : await db.selectFrom('case_file').select(['id', 'number']).where('id', 'in', last).execute();
  return new Map(
    rows.map((r) => [
      r.person_id ?? '',
      { count: Number(r.n), last: numbers.find((c) => c.id === r.last)?.number ?? null },
    ]),
  );
}

/**
 * In which cases each of these people is what, the newest first, without cases in the bin; at most `limit` in each of the three roles, so that
 * an employer with thousands of cases costs what anybody costs.
 */
export async function rolesOf(
  db: ReadHandle,
  personIds: readonly string[],
  limit = 500,
): Promise<Map<string, PersonRole[]>> {
  const found = new Map<string, PersonRole[]>();
  if (personIds.length === 0) return found;
  for (const table of partyTables) {
    // All three have the columns that are read here; the types of one do for the others.
    const party = table as 'case_member';
    const rows = await db
      .selectFrom('person')
      .innerJoin(party, (join) =>
        join.on(`${party}.id`, 'in', (eb) =>
          eb
            .selectFrom(`${party} as own`)
            .innerJoin('case_file as file', 'file.id', 'own.case_id')
            .select('own.id')
            .where('file.deleted_at', 'is', null)
            .whereRef('own.person_id', '=', 'person.id')
            .where('own.deleted_at', 'is', null)
            .orderBy('own.case_id', 'desc')
            .orderBy('own.id', 'desc')
            .limit(limit),
        ),
      )
      .innerJoin('case_file', 'case_file.id', `${party}.case_id`)
      .select([
        `${party}.id as partyId`,
        'person.id as personId',
        'case_file.id as caseId',
        'case_file.number',
        'case_file.first_applicant as applicant',
        'case_file.applicant_count as count',
        'case_file.first_respondent as respondent',
        'case_file.cause',
        'case_file.status',
        'case_file.received_on as receivedOn',
      ])
      .where('person.id', 'in', personIds)
      .execute();
    for (const r of rows) {
      const list = found.get(r.personId) ?? [];
      list.push({
        partyId: r.partyId,
        role: roleOf[table],
        caseId: r.caseId,
        number: r.number,
        title: { applicant: r.applicant, count: r.count, respondent: r.respondent },
        cause: causes.find((c) => c === r.cause) ?? 'other',
        status: r.status === 'closed' ? 'closed' : 'open',
        receivedOn: r.receivedOn,
      });
      found.set(r.personId, list);
    }
  }
  for (const list of found.values())
    list.sort((a, b) =>
      a.receivedOn < b.receivedOn ? 1 : a.receivedOn > b.receivedOn ? -1 : a.caseId < b.caseId ? 1 : -1,
    );
  return found;
}
