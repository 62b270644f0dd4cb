import type { Transaction } from 'kysely';
import type { Database } from './schema.ts';

/** Takes the next number of a counter; the row is locked by the transaction, so no number is given twice. */
export async function nextNumber(db: Transaction<Database>, counter: string): Promise<number> {
  const row = await db
    .insertInto('counter')
    .values({ name: counter, value: 1 })
    .onConflict((c) => c.column('name').doUpdateSet((eb) => ({ value: eb('counter.value', '+', 1) })))
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value;
}
