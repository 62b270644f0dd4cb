import type { ReadHandle, Role, WriteHandle } from '../../kernel/context.ts';
import type { OfficeTable } from './office.table.ts';

export async function loadOffice(db: ReadHandle): Promise<OfficeTable> {
  return db.selectFrom('office').selectAll().executeTakeFirstOrThrow();
}

export async function loadUser(
  db: ReadHandle,
  userId: string,
): Promise<{ userId: string; userName: string; role: Role }> {
  const row = await db.selectFrom('app_user').selectAll().where('id', '=', userId).executeTakeFirstOrThrow();
  return { userId: row.id, userName: row.name, role: row.role === 'manager' ? 'manager' : 'handler' };
}

export async function listUsers(db: ReadHandle): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('app_user').select(['id', 'name']).orderBy('created_at').execute();
}

/** Takes the next number of a counter; the row is locked by the transaction, so no number is given twice. */
export async function nextNumber(db: WriteHandle, counter: string): Promise<number> {
  const row = await db
    .insertInto('counter')
    .values({ name: counter, value: 1 })
    .onConflict((c) => c.column('name').doUpdateSet((eb) => ({ value: eb('counter.value', '+', 1) })))
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value;
}
