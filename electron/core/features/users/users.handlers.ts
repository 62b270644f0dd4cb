import type { Role } from '../../../../shared/contract/roles.ts';
import type { usersContract } from '../../../../shared/features/users/users.contract.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import { cleanLine } from '../../../../shared/kernel/text.ts';
import type { Handlers, MutationContext, ReadHandle, WriteHandle } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import type { Random } from '../../ports/world.ts';
import { assignmentsByUser, handOverAssignments, usersOnRoll } from '../legal-aid/index.ts';
import { type OfficeHost, toRole } from '../office/index.ts';

export function usersHandlers(
  host: OfficeHost,
  /** Told to every window: who is in, or what they may do, has changed. */
  sessionChanged: () => void,
  law: LawSource,
): Handlers<typeof usersContract> {
  /** After the commit, so that a change that was not kept shuts nobody out. */
  function outOnCommit(ctx: MutationContext, userId: string): void {
    ctx.onCommit(() => {
      host.endSessionsOf(userId);
      sessionChanged();
    });
  }

  /** Gives a first passphrase. Last of all, because the keyring is a file and no part of the transaction. */
  async function give(
    ctx: MutationContext,
    user: { userId: string; userName: string },
    chosen: string | null,
  ): Promise<string | null> {
    const made = chosen === null ? makePassphrase(ctx.world.random) : null;
    const { undo } = await host.givePassphrase(user, chosen ?? made ?? '');
    ctx.onRollback(undo);
    return made;
  }

  return {
    async 'users.list'(ctx) {
      const users = await ctx.db
        .selectFrom('app_user')
        .selectAll()
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      const open = await ctx.db
        .selectFrom('case_file')
        .select((eb) => ['handler_id', eb.fn.countAll().as('n')])
        .where('status', '=', 'open')
        .groupBy('handler_id')
        .execute();
      const tasks = await ctx.db
        .selectFrom('task')
        .leftJoin('case_file', 'case_file.id', 'task.case_id')
        .select((eb) => ['task.assignee_id', eb.fn.countAll().as('n')])
        .where('task.done_at', 'is', null)
        .where('task.deleted_at', 'is', null)
        .where('case_file.deleted_at', 'is', null)
        .groupBy('task.assignee_id')
        .execute();
      const assignments = await assignmentsByUser(ctx.db, null);
      const roll = await usersOnRoll(ctx.db);
      return users.map((u) => ({
        id: u.id,
        name: u.name,
        role: toRole(u.role),
        active: u.deactivated_at === null,
        mustChangePassphrase: u.must_change === 1,
        createdAt: u.created_at,
        deactivatedAt: u.deactivated_at,
        openCases: Number(open.find((o) => o.handler_id === u.id)?.n ?? 0),
        openTasks: Number(tasks.find((o) => o.assignee_id === u.id)?.n ?? 0),
        openAssignments: assignments.get(u.id) ?? 0,
        onRoll: roll.has(u.id),
        version: u.version,
      }));
    },

    async 'users.add'(ctx, { name, role, passphrase }) {
      await assertNameFree(ctx.db, name, null);
      const id = ctx.newId();
      await ctx.db
        .insertInto('app_user')
        .values({ id, name, role, created_at: ctx.now, deactivated_at: null, must_change: 1, version: 1 })
        .execute();
      ctx.about(null, { user: id, role });
      ctx.changed('office', 'users');
      return { id, version: 1, passphrase: await give(ctx, { userId: id, userName: name }, passphrase) };
    },

    async 'users.change'(ctx, { userId, expectedVersion, name, role }) {
      const user = await loadForChange(ctx.db, userId, expectedVersion);
      await assertNameFree(ctx.db, name, userId);
      if (role !== 'manager') await assertAnotherManager(ctx.db, userId);
      const version = user.version + 1;
      await ctx.db.updateTable('app_user').set({ name, role, version }).where('id', '=', userId).execute();
      ctx.about(null, { user: userId, role, renamed: name !== user.name });
      ctx.changed('office', 'users');
      if (name !== user.name) {
        await ctx.db
          .updateTable('case_file')
          .set({ handler_name: name })
          .where('handler_id', '=', userId)
          .execute();
        ctx.changed('case', '');
        const { undo } = await host.renameInKeyring({ userId, userName: name });
        ctx.onRollback(undo);
      }
      ctx.onCommit(() => {
        const mustChangePassphrase = user.must_change === 1;
        host.setActor({ userId, userName: name, role, mustChangePassphrase });
        sessionChanged();
      });
      return { version };
    },

    async 'users.resetPassphrase'(ctx, { userId, expectedVersion, passphrase }) {
      const user = await loadForChange(ctx.db, userId, expectedVersion);
      if (user.deactivated_at !== null)
        throw new AppError('rule-violation', { details: { rule: 'user-inactive' } });
      // One's own is changed by typing the old one.
      if (userId === ctx.actor.userId)
        throw new AppError('rule-violation', { details: { rule: 'not-yourself' } });
      const version = await mark(ctx.db, user, { must_change: 1 });
      ctx.about(null, { user: userId });
      ctx.changed('office', 'users');
      outOnCommit(ctx, userId);
      return { version, passphrase: await give(ctx, { userId, userName: user.name }, passphrase) };
    },

    async 'users.deactivate'(ctx, { userId, expectedVersion }) {
      const user = await loadForChange(ctx.db, userId, expectedVersion);
      if (user.deactivated_at !== null)
        throw new AppError('rule-violation', { details: { rule: 'user-inactive' } });
      if (userId === ctx.actor.userId)
        throw new AppError('rule-violation', { details: { rule: 'not-yourself' } });
      await assertAnotherManager(ctx.db, userId);
      const version = await mark(ctx.db, user, { deactivated_at: ctx.now });
      const open = await ctx.db
        .selectFrom('case_file')
        .select((eb) => eb.fn.countAll().as('n'))
        .where('handler_id', '=', userId)
        .where('status', '=', 'open')
        .executeTakeFirstOrThrow();
      ctx.about(null, { user: userId, openCases: Number(open.n) });
      ctx.changed('office', 'users');
      outOnCommit(ctx, userId);
      const { undo } = await host.takePassphrase(userId);
      ctx.onRollback(undo);
      return { version, openCases: Number(open.n) };
    },

    async 'users.reactivate'(ctx, { userId, expectedVersion, passphrase }) {
      const user = await loadForChange(ctx.db, userId, expectedVersion);
      if (user.deactivated_at === null)
        throw new AppError('rule-violation', { details: { rule: 'user-active' } });
      const version = await mark(ctx.db, user, { deactivated_at: null, must_change: 1 });
      ctx.about(null, { user: userId });
      ctx.changed('office', 'users');
      return { version, passphrase: await give(ctx, { userId, userName: user.name }, passphrase) };
    },

    async 'users.handOver'(ctx, { fromId, toId }) {
      const to = await ctx.db
        .selectFrom('app_user')
        .selectAll()
        .where('id', '=', toId)
        .where('deactivated_at', 'is', null)
        .executeTakeFirst();
      if (!to || toId === fromId) throw fieldError('toId', 'user-unknown');
      const result = await ctx.db
        .updateTable('case_file')
        .set((eb) => ({
          handler_id: toId,
          handler_name: to.name,
          version: eb('version', '+', 1),
          updated_at: ctx.now,
        }))
        .where('handler_id', '=', fromId)
        .where('status', '=', 'open')
        .executeTakeFirst();
      // The board filters dates by handler without their case.
      for (const table of ['deadline', 'hearing', 'predate'] as const)
        await ctx.db
          .updateTable(table)
          .set({ handler_id: toId })
          .where('handler_id', '=', fromId)
          .where('case_id', 'in', (eb) =>
            eb
              .selectFrom('case_file')
              .select('id')
              .where('handler_id', '=', toId)
              .where('status', '=', 'open'),
          )
          .execute();
      const cases = Number(result.numUpdatedRows);
      const handed = await ctx.db
        .updateTable('task')
        .set((eb) => ({ assignee_id: toId, version: eb('version', '+', 1) }))
        .where('assignee_id', '=', fromId)
        .where('done_at', 'is', null)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      const tasks = Number(handed.numUpdatedRows);
      const aid = await handOverAssignments(ctx, law.current, { fromId, toId });
      ctx.about(null, { from: fromId, to: toId, cases, tasks, ...aid });
      ctx.changed('task', '');
      ctx.changed('office', 'users');
      ctx.changed('case', '');
      return { cases, tasks, ...aid };
    },
  };
}

type UserRow = Awaited<ReturnType<typeof loadForChange>>;

async function loadForChange(db: WriteHandle, userId: string, expectedVersion: number) {
  const user = await db.selectFrom('app_user').selectAll().where('id', '=', userId).executeTakeFirst();
  if (!user) throw new AppError('not-found', { details: { what: 'user' } });
  if (user.version !== expectedVersion)
    throw new AppError('conflict', { details: { expected: expectedVersion, actual: user.version } });
  return user;
}

async function mark(
  db: WriteHandle,
  user: UserRow,
  set: { deactivated_at?: string | null; must_change?: number },
): Promise<number> {
  const version = user.version + 1;
  await db
    .updateTable('app_user')
    .set({ ...set, version })
    .where('id', '=', user.id)
    .execute();
  return version;
}

/** As the keyring compares names at the door. */
const fold = (name: string): string => cleanLine(name).toLowerCase();

async function assertNameFree(db: ReadHandle, name: string, except: string | null): Promise<void> {
  const users = await db.selectFrom('app_user').select(['id', 'name']).execute();
  if (users.some((u) => u.id !== except && fold(u.name) === fold(name)))
    throw fieldError('name', 'user-name-taken');
}

/** Somebody has to remain who can let others in. */
async function assertAnotherManager(db: ReadHandle, userId: string): Promise<void> {
  const manager: Role = 'manager';
  const other = await db
    .selectFrom('app_user')
    .select('id')
    .where('role', '=', manager)
    .where('deactivated_at', 'is', null)
    .where('id', '!=', userId)
    .executeTakeFirst();
  if (!other) throw new AppError('rule-violation', { details: { rule: 'last-manager' } });
}

// No 0/O, 1/I/L: it is read from a slip of paper and typed once.
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Three groups of four, 58 bits: `7H2K-9QDM-4WXA`. Behind Argon2id, and replaced at the first unlocking. */
function makePassphrase(random: Random): string {
  const chosen: string[] = [];
  while (chosen.length < 12)
    // 240 = 8 × 30: above it, some letters would come more often.
    for (const byte of random.bytes(16))
      if (byte < 240 && chosen.length < 12) chosen.push(letters[byte % 30] ?? '');
  return chosen.join('').replace(/(.{4})(?=.)/g, '$1-');
}
