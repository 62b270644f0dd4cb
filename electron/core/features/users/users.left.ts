import { permissionsOf } from '../../../../shared/contract/roles.ts';
import type { Actor, ReadHandle } from '../../kernel/context.ts';

/** Somebody who can no longer open the office, and the open cases that still lie with them. */
export interface Departed {
  readonly id: string;
  readonly name: string;
  readonly cases: number;
}

/** Whoever has left, as far as they still have cases that the reader sees, or might have something else. */
export async function departedOf(db: ReadHandle): Promise<Departed[]> {
  const users = await db
    .selectFrom('app_user')
    .select(['id', 'name'])
    .where('deactivated_at', 'is not', null)
    .orderBy('id')
    .execute();
  if (users.length === 0) return [];
  const open = await db
    .selectFrom('case_file')
    .select((eb) => ['handler_id', eb.fn.countAll().as('n')])
    .where(
      'handler_id',
      'in',
      users.map((u) => u.id),
    )
    .where('status', '=', 'open')
    .groupBy('handler_id')
    .execute();
  return users.map((u) => ({ ...u, cases: Number(open.find((o) => o.handler_id === u.id)?.n ?? 0) }));
}

/**
 * Whose dates and tasks somebody is reminded of: their own, and who can hand over also those of whoever has left, until
 * somebody else has them. There is always one who can: the last manager is not deactivated.
 */
export async function remindedFor(
  db: ReadHandle,
  { userId, role }: Actor,
): Promise<{ readonly of: readonly string[]; readonly ofCases: readonly string[] }> {
  if (!permissionsOf(role, false).includes('office.admin')) return { of: [userId], ofCases: [userId] };
  const departed = await departedOf(db);
  return {
    of: [userId, ...departed.map((d) => d.id)],
    ofCases: [userId, ...departed.filter((d) => d.cases > 0).map((d) => d.id)],
  };
}
