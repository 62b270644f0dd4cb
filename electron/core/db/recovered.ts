import { type QueryExecutorProvider, sql } from 'kysely';
import { recoveredFill } from './migrations/0234-recovered.ts';

/**
 * Puts the kept sums of what was recovered together anew from the rows, for the whole office: in the database itself,
 * because an office has a hundred thousand of them. Takes seconds in such an office.
 */
export async function fillRecovered(db: QueryExecutorProvider): Promise<void> {
  for (const table of ['recovered_case', 'recovered_group', 'recovered_total'])
    await sql`delete from ${sql.table(table)}`.execute(db);
  for (const statement of recoveredFill) await sql.raw(statement).execute(db);
}
