import { AppError } from '../../../../shared/kernel/errors.ts';
import type { ReadHandle, Role } from '../../kernel/context.ts';
import type { OfficeTable } from './office.table.ts';

export async function loadOffice(db: ReadHandle): Promise<OfficeTable> {
  return db.selectFrom('office').selectAll().executeTakeFirstOrThrow();
}

export async function loadUser(
  db: ReadHandle,
  userId: string,
): Promise<{ userId: string; userName: string; role: Role }> {
  const row = await db.selectFrom('app_user').selectAll().where('id', '=', userId).executeTakeFirst();
  // The keyring knows somebody whom the record does not: the two files are not of one time.
  if (!row) throw new AppError('database-damaged', { details: { part: 'users' } });
  return { userId: row.id, userName: row.name, role: row.role === 'manager' ? 'manager' : 'handler' };
}

export async function listUsers(db: ReadHandle): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('app_user').select(['id', 'name']).orderBy('created_at').execute();
}
