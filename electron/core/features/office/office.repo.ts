import { type Role, roles } from '../../../../shared/contract/roles.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { Actor, ReadHandle } from '../../kernel/context.ts';
import type { OfficeTable } from './office.table.ts';

export async function loadOffice(db: ReadHandle): Promise<OfficeTable> {
  return db.selectFrom('office').selectAll().executeTakeFirstOrThrow();
}

/** @throws AppError `permission-denied` for somebody who was deactivated: an old keyring must not let them in. */
export async function loadUser(db: ReadHandle, userId: string): Promise<Actor> {
  const row = await db.selectFrom('app_user').selectAll().where('id', '=', userId).executeTakeFirst();
  // The keyring knows somebody whom the record does not: the two files are not of one time.
  if (!row) throw new AppError('database-damaged', { details: { part: 'users' } });
  if (row.deactivated_at !== null)
    throw new AppError('permission-denied', { details: { reason: 'deactivated' } });
  return {
    userId: row.id,
    userName: row.name,
    role: toRole(row.role),
    mustChangePassphrase: row.must_change === 1,
  };
}

/** A role that a newer program gave is read as the one that may do least. */
export const toRole = (text: string): Role => roles.find((r) => r === text) ?? 'reader';

export async function listUsers(
  db: ReadHandle,
): Promise<{ id: string; name: string; role: Role; active: boolean }[]> {
  const rows = await db.selectFrom('app_user').selectAll().orderBy('created_at').orderBy('id').execute();
  return rows.map((r) => ({
    id: r.id,
    name: r.name,
    role: toRole(r.role),
    active: r.deactivated_at === null,
  }));
}
