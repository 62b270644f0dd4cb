import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Note, Task, tasksContract } from '../../../../shared/features/tasks/tasks.contract.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import type { Database } from '../../db/schema.ts';
import type { ReadHandle } from '../../kernel/context.ts';

const pageSize = 100;
const never = '9999-12-31';
type View = z.output<(typeof tasksContract)['tasks.list']['input']>['view'];

/** Tasks with what tells whose they are. Those of a case or person that is gone are nobody's to see. */
const taskRows = (db: ReadHandle) => anyTasks(db).where('task.deleted_at', 'is', null);

function anyTasks(db: ReadHandle) {
  return db
    .selectFrom('task')
    .leftJoin('case_file', 'case_file.id', 'task.case_id')
    .leftJoin('person', 'person.id', 'task.person_id')
    .leftJoin('app_user as assignee', 'assignee.id', 'task.assignee_id')
    .selectAll('task')
    .select([
      'case_file.number as case_number',
      'case_file.first_applicant',
      'case_file.first_respondent',
      'person.name as person_name',
      'assignee.name as assignee_name',
      'assignee.deactivated_at as assignee_left_at',
    ])
    .where('case_file.deleted_at', 'is', null);
}
type TaskRow = Awaited<ReturnType<ReturnType<typeof taskRows>['execute']>>[number];

interface Owned {
  readonly case_id: string | null;
  readonly person_name: string | null;
  readonly first_applicant: string | null;
  readonly first_respondent: string | null;
}
const whoOf = (r: Owned): string =>
  r.case_id === null
    ? (r.person_name ?? '')
    : [r.first_applicant, r.first_respondent].filter(Boolean).join(' / ');

export function toTask(r: TaskRow): Task {
  return {
    id: r.id,
    caseId: r.case_id,
    caseNumber: r.case_number,
    who: whoOf(r),
    personId: r.person_id,
    title: r.title,
    detail: r.detail,
    assigneeId: r.assignee_id,
    assigneeName: r.assignee_name,
    assigneeLeft: r.assignee_left_at !== null,
    dueOn: r.due_on as PlainDate | null,
    doneAt: r.done_at,
    doneBy: r.done_by,
    createdBy: r.created_by,
    version: r.version,
  };
}

/** A task, also a removed one. @throws AppError `not-found`. */
export async function findTask(db: ReadHandle, id: string): Promise<{ task: Task; removed: boolean }> {
  const row = await anyTasks(db).where('task.id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not-found', { details: { what: 'task' } });
  return { task: toTask(row), removed: row.deleted_at !== null };
}

type Asked = { view: View; done: boolean; cursor: string | null; userId: string; limit?: number };

/** A page of tasks: those with a day by their day, those without one after them; done ones the other way round. */
export async function listTasks(
  db: ReadHandle,
  asked: Asked,
): Promise<{ items: Task[]; next: string | null }> {
  const { done, cursor, limit = pageSize } = asked;
  const [due = never, id = ''] = cursor?.split('/') ?? [];
  const from = cursor === null ? null : { due: due === never ? null : due, id };
  const parts = done ? (['undated', 'dated'] as const) : (['dated', 'undated'] as const);
  const rows: TaskRow[] = [];
  for (const part of parts) {
    const here = from !== null && (from.due === null ? 'undated' : 'dated');
    // The page before had come past this part.
    if (here !== false && here !== part && part === parts[0]) continue;
    const most = limit + 1 - rows.length;
    if (most > 0) rows.push(...(await partOf(db, asked, part, here === part ? from : null, most)));
  }
  const items = rows.slice(0, limit).map(toTask);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? `${last.dueOn ?? never}/${last.id}` : null };
}

/** Tasks with a day or those without, each in an order that an index has: a page costs what a page holds. */
function partOf(
  db: ReadHandle,
  { view, done, userId }: Asked,
  part: 'dated' | 'undated',
  from: { readonly due: string | null; readonly id: string } | null,
  most: number,
): Promise<TaskRow[]> {
  const [way, over, onward] = done ? (['desc', '<', '<='] as const) : (['asc', '>', '>='] as const);
  let query = taskRows(db)
    .where('task.done_at', done ? 'is not' : 'is', null)
    .where('task.due_on', part === 'dated' ? 'is not' : 'is', null)
    .limit(most);
  if (part === 'dated') query = query.orderBy('task.due_on', way);
  query = query.orderBy('task.id', way);
  if (view === 'mine') query = query.where('task.assignee_id', '=', userId);
  else if (view === 'orphaned')
    query = query.where((eb) =>
      eb.or([eb('task.assignee_id', 'is', null), eb('assignee.deactivated_at', 'is not', null)]),
    );
  else if (view !== 'all')
    query = query.where((eb) =>
      'caseId' in view
        ? eb('task.case_id', '=', view.caseId)
        : eb('task.person_id', 'in', samePerson(db, view.personId)),
    );
  if (from?.due)
    query = query
      .where('task.due_on', onward, from.due)
      .where((eb) => eb.or([eb('task.due_on', over, from.due), eb('task.id', over, from.id)]));
  else if (from) query = query.where('task.id', over, from.id);
  return query.execute();
}

/** A person and those who were merged into them. */
const samePerson = (db: ReadHandle, personId: string) =>
  db
    .selectFrom('person')
    .select('person.id')
    .where((eb) => eb.or([eb('person.id', '=', personId), eb('person.merged_into', '=', personId)]));

export async function listNotes(
  db: ReadHandle,
  asked: { about: { caseId: string } | { personId: string }; cursor: string | null } | { mentioning: string },
): Promise<{ items: Note[]; next: string | null }> {
  let query = db
    .selectFrom('note')
    .leftJoin('case_file', 'case_file.id', 'note.case_id')
    .leftJoin('person', 'person.id', 'note.person_id')
    .selectAll('note')
    .select([
      'case_file.number as case_number',
      'case_file.first_applicant',
      'case_file.first_respondent',
      'person.name as person_name',
    ])
    .where('note.deleted_at', 'is', null)
    .where('case_file.deleted_at', 'is', null)
    .orderBy('note.id', 'desc')
    .limit(pageSize + 1);
  if ('mentioning' in asked)
    query = query
      .innerJoin('note_mention', 'note_mention.note_id', 'note.id')
      .where('note_mention.user_id', '=', asked.mentioning)
      .where('note_mention.seen_at', 'is', null);
  else {
    const { about } = asked;
    query = query.where((eb) =>
      'caseId' in about
        ? eb('note.case_id', '=', about.caseId)
        : eb('note.person_id', 'in', samePerson(db, about.personId)),
    );
    if (asked.cursor) query = query.where('note.id', '<', asked.cursor);
  }
  const rows = await query.execute();
  const shown = rows.slice(0, pageSize);
  const called =
    shown.length === 0
      ? []
      : await db
          .selectFrom('note_mention')
          .innerJoin('app_user', 'app_user.id', 'note_mention.user_id')
          .select(['note_mention.note_id', 'app_user.name'])
          .where(
            'note_mention.note_id',
            'in',
            shown.map((r) => r.id),
          )
          .execute();
  const items = shown.map((r) => ({
    id: r.id,
    caseId: r.case_id,
    caseNumber: r.case_number,
    personId: r.person_id,
    who: whoOf(r),
    body: r.body,
    authorId: r.author_id,
    author: r.author_name,
    writtenAt: r.written_at,
    editedAt: r.edited_at,
    mentioned: called.filter((c) => c.note_id === r.id).map((c) => c.name),
    version: r.version,
  }));
  return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null };
}

/**
 * The two columns of what a record hangs on.
 * @throws AppError `not-found` for a case or person that is not there.
 */
export async function columnsOf(
  db: ReadHandle,
  about: { caseId: string } | { personId: string },
): Promise<{ case_id: string | null; person_id: string | null }> {
  if ('caseId' in about) {
    await openCase(db, about.caseId);
    return { case_id: about.caseId, person_id: null };
  }
  const person = await db
    .selectFrom('person')
    .select(['id', 'merged_into'])
    .where('id', '=', about.personId)
    .executeTakeFirst();
  if (!person) throw new AppError('not-found', { details: { what: 'person' } });
  return { case_id: null, person_id: person.merged_into ?? person.id };
}

/** @throws AppError `not-found`. */
export async function openCase(db: ReadHandle, caseId: string): Promise<{ track: string }> {
  const file = await db
    .selectFrom('case_file')
    .select('track')
    .where('id', '=', caseId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!file) throw new AppError('not-found', { details: { what: 'case' } });
  return file;
}

/** @throws AppError `validation` at `assigneeId` for somebody who cannot open the office. */
export async function checkAssignee(db: ReadHandle, id: string | null): Promise<void> {
  if (id === null) return;
  const user = await db
    .selectFrom('app_user')
    .select('id')
    .where('id', '=', id)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
  if (!user) throw fieldError('assigneeId', 'user-unknown');
}

type Recorded = 'task' | 'note' | 'time_entry' | 'task_template';

/**
 * The row that is about to be changed.
 * @throws AppError `not-found`, `conflict` when it is another one than the caller has seen.
 */
export async function loadForChange<T extends Recorded>(
  db: ReadHandle,
  table: T,
  id: string,
  expectedVersion: number,
) {
  const row = await db
    .selectFrom(table as 'note')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new AppError('not-found', { details: { what: table } });
  if (row.version !== expectedVersion)
    throw new AppError('conflict', { details: { expected: expectedVersion, actual: row.version } });
  return row as unknown as Selectable<Database[T]>;
}
