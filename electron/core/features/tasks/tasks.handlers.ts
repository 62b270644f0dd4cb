import type { tasksContract } from '../../../../shared/features/tasks/tasks.contract.ts';
import { addDays } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { PaperEngine } from '../../../paper/index.ts';
import type { Handlers, MutationContext } from '../../kernel/context.ts';
import { assignmentsByUser } from '../legal-aid/index.ts';
import { departedOf } from '../users/index.ts';
import { handoverPack } from './handover.ts';
import { noteHandlers } from './notes.handlers.ts';
import {
  checkAssignee,
  columnsOf,
  findTask,
  listNotes,
  listTasks,
  loadForChange,
  openCase,
} from './tasks.repo.ts';
import { loadTemplates } from './templates.ts';
import { timeHandlers } from './time.handlers.ts';

const soonShown = 8;
const atMostOpen = 500;

export function tasksHandlers(engine: PaperEngine): Handlers<typeof tasksContract> {
  return {
    ...noteHandlers,
    ...timeHandlers,
    'tasks.list': (ctx, asked) => listTasks(ctx.db, { ...asked, userId: ctx.actor.userId }),

    'tasks.get': (ctx, { id }) => findTask(ctx.db, id),

    async 'tasks.save'(ctx, { id, expectedVersion, about, title, detail, assigneeId, dueOn }) {
      const before = id === null ? null : await loadForChange(ctx.db, 'task', id, expectedVersion);
      // Somebody who has left may keep a task whose title is put right.
      if (before?.assignee_id !== assigneeId) await checkAssignee(ctx.db, assigneeId);
      const owner = before ?? (await columnsOf(ctx.db, about));
      const fields = { title, detail, assignee_id: assigneeId, due_on: dueOn };
      const made = id ?? ctx.newId();
      if (before)
        await ctx.db
          .updateTable('task')
          .set({ ...fields, version: before.version + 1 })
          .where('id', '=', made)
          .execute();
      else {
        await assertRoom(ctx, owner.case_id, 1);
        await ctx.db
          .insertInto('task')
          .values({
            id: made,
            case_id: owner.case_id,
            person_id: owner.person_id,
            ...fields,
            done_at: null,
            done_by: null,
            created_at: ctx.now,
            created_by: ctx.actor.userName,
            deleted_at: null,
          })
          .execute();
      }
      told(ctx, owner, { task: made });
      return { id: made, version: before ? before.version + 1 : 1 };
    },

    async 'tasks.complete'(ctx, { id, expectedVersion, done }) {
      const row = await loadForChange(ctx.db, 'task', id, expectedVersion);
      const version = row.version + 1;
      await ctx.db
        .updateTable('task')
        .set({ done_at: done ? ctx.now : null, done_by: done ? ctx.actor.userName : null, version })
        .where('id', '=', id)
        .execute();
      told(ctx, row, { task: id, done });
      return { version };
    },

    async 'tasks.assign'(ctx, { ids, assigneeId }) {
      await checkAssignee(ctx.db, assigneeId);
      const result = await ctx.db
        .updateTable('task')
        .set((eb) => ({ assignee_id: assigneeId, version: eb('version', '+', 1) }))
        .where('id', 'in', ids)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      const tasks = Number(result.numUpdatedRows);
      if (tasks !== ids.length) throw new AppError('not-found', { details: { what: 'task' } });
      told(ctx, await ownerOf(ctx, ids), { tasks, to: assigneeId });
      return { tasks };
    },

    async 'tasks.remove'(ctx, { ids }) {
      const owner = await ownerOf(ctx, ids);
      await ctx.db
        .updateTable('task')
        .set((eb) => ({ deleted_at: ctx.now, version: eb('version', '+', 1) }))
        .where('id', 'in', ids)
        .where('deleted_at', 'is', null)
        .execute();
      told(ctx, owner, { tasks: ids.length });
      return {};
    },

    async 'tasks.restore'(ctx, { id }) {
      const { task, removed } = await findTask(ctx.db, id);
      if (!removed) return { version: task.version };
      if (task.caseId !== null && task.doneAt === null) await assertRoom(ctx, task.caseId, 1);
      const version = task.version + 1;
      await ctx.db.updateTable('task').set({ deleted_at: null, version }).where('id', '=', id).execute();
      told(ctx, { case_id: task.caseId }, { task: id });
      return { version };
    },

    'tasks.templates': (ctx, { track, language }) => loadTemplates(ctx.db, track, language),

    async 'tasks.saveTemplate'(ctx, { id, expectedVersion, track, name, items }) {
      const before = id === null ? null : await loadForChange(ctx.db, 'task_template', id, expectedVersion);
      const made = id ?? ctx.newId();
      const fields = { track, name, items: JSON.stringify(items) };
      const version = before ? before.version + 1 : 1;
      if (before)
        await ctx.db
          .updateTable('task_template')
          .set({ ...fields, version })
          .where('id', '=', made)
          .execute();
      else
        await ctx.db
          .insertInto('task_template')
          .values({ id: made, ...fields, deleted_at: null })
          .execute();
      ctx.about(null, { template: made, items: items.length });
      ctx.changed('office', 'task-templates');
      return { id: made, version };
    },

    async 'tasks.removeTemplate'(ctx, { id, expectedVersion }) {
      const row = await loadForChange(ctx.db, 'task_template', id, expectedVersion);
      await ctx.db
        .updateTable('task_template')
        .set({ deleted_at: ctx.now, version: row.version + 1 })
        .where('id', '=', id)
        .execute();
      ctx.about(null, { template: id });
      ctx.changed('office', 'task-templates');
      return {};
    },

    async 'tasks.useTemplate'(ctx, { caseId, templateId, assigneeId, language }) {
      const { track } = await openCase(ctx.db, caseId);
      await checkAssignee(ctx.db, assigneeId);
      const template = (await loadTemplates(ctx.db, track, language)).find((t) => t.id === templateId);
      if (!template) throw new AppError('not-found', { details: { what: 'task_template' } });
      const open = await ctx.db
        .selectFrom('task')
        .select('title')
        .where('case_id', '=', caseId)
        .where('done_at', 'is', null)
        .where('deleted_at', 'is', null)
        .execute();
      const standing = new Set(open.map((r) => r.title));
      const items = template.items.filter((item) => !standing.has(item.title));
      await assertRoom(ctx, caseId, items.length);
      if (items.length > 0)
        await ctx.db
          .insertInto('task')
          .values(
            items.map(({ title, afterDays }) => ({
              id: ctx.newId(),
              case_id: caseId,
              person_id: null,
              title,
              detail: null,
              assignee_id: assigneeId,
              due_on: afterDays === null ? null : addDays(ctx.today, afterDays),
              done_at: null,
              done_by: null,
              created_at: ctx.now,
              created_by: ctx.actor.userName,
              deleted_at: null,
            })),
          )
          .execute();
      told(ctx, { case_id: caseId }, { template: templateId, tasks: items.length });
      return { made: items.length, leftOut: template.items.length - items.length };
    },

    async 'tasks.waiting'(ctx) {
      const { userId } = ctx.actor;
      const counts = await ctx.db
        .selectFrom('task')
        .innerJoin('app_user', 'app_user.id', 'task.assignee_id')
        .leftJoin('case_file', 'case_file.id', 'task.case_id')
        .select((eb) => [
          eb.fn.countAll().filterWhere('task.due_on', '<', ctx.today).as('overdue'),
          eb.fn.countAll().filterWhere('task.due_on', '=', ctx.today).as('today'),
        ])
        .where('task.assignee_id', '=', userId)
        .where('task.done_at', 'is', null)
        .where('task.deleted_at', 'is', null)
        .where('case_file.deleted_at', 'is', null)
        .executeTakeFirstOrThrow();
      const orphaned = await ctx.db
        .selectFrom('task')
        .leftJoin('app_user', 'app_user.id', 'task.assignee_id')
        .leftJoin('case_file', 'case_file.id', 'task.case_id')
        .select((eb) => eb.fn.countAll().as('n'))
        .where('task.done_at', 'is', null)
        .where('task.deleted_at', 'is', null)
        .where('case_file.deleted_at', 'is', null)
        .where((eb) =>
          eb.or([eb('task.assignee_id', 'is', null), eb('app_user.deactivated_at', 'is not', null)]),
        )
        .executeTakeFirstOrThrow();
      const soon = await listTasks(ctx.db, {
        view: 'mine',
        done: false,
        cursor: null,
        userId,
        limit: soonShown,
      });
      const gone = await departedOf(ctx.db);
      const assignments = await assignmentsByUser(
        ctx.db,
        gone.map((d) => d.id),
      );
      const departed = gone.flatMap(({ id, name, cases: openCases }) => {
        const openAssignments = assignments.get(id) ?? 0;
        return openCases + openAssignments > 0 ? [{ userId: id, name, openCases, openAssignments }] : [];
      });
      return {
        overdue: Number(counts.overdue),
        today: Number(counts.today),
        soon: soon.items,
        mentions: (await listNotes(ctx.db, { mentioning: userId })).items,
        orphaned: Number(orphaned.n),
        departed,
      };
    },

    'tasks.handoverPack': (ctx, asked) => handoverPack(ctx, engine, asked),
  };
}

/** Names the case in the record and tells the windows which page is stale. */
function told(
  ctx: MutationContext,
  owner: { readonly case_id: string | null },
  details: Readonly<Record<string, unknown>>,
): void {
  ctx.about(owner.case_id, details);
  ctx.changed('task', owner.case_id ?? '');
  if (owner.case_id) ctx.changed('case', owner.case_id);
}

/** The one case of these tasks; none where they belong to several. @throws AppError `not-found`. */
async function ownerOf(ctx: MutationContext, ids: readonly string[]): Promise<{ case_id: string | null }> {
  const rows = await ctx.db
    .selectFrom('task')
    .select('case_id')
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .execute();
  if (rows.length !== ids.length) throw new AppError('not-found', { details: { what: 'task' } });
  const cases = new Set(rows.map((r) => r.case_id));
  const [only = null] = cases;
  return { case_id: cases.size === 1 ? only : null };
}

/** More than a person can see on one screen of one case is a mistake of a list that was used again and again. */
async function assertRoom(ctx: MutationContext, caseId: string | null, more: number): Promise<void> {
  if (caseId === null) return;
  const { n } = await ctx.db
    .selectFrom('task')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('case_id', '=', caseId)
    .where('done_at', 'is', null)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (Number(n) + more > atMostOpen)
    throw new AppError('rule-violation', { details: { rule: 'too-many-tasks' } });
}
