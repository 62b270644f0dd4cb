import type { Insertable, Selectable } from 'kysely';
import type { z } from 'zod';
import {
  type Batch,
  type BatchItem,
  type BatchPapers,
  batchContract,
  batchPapersSchema,
} from '../../../../../shared/features/documents/batch.contract.ts';
import type { PlainDate } from '../../../../../shared/kernel/date.ts';
import { AppError } from '../../../../../shared/kernel/errors.ts';
import { portions } from '../../../db/portions.ts';
import type { ReadHandle, WriteHandle } from '../../../kernel/context.ts';
import type { PaperBatchItemTable, PaperBatchTable } from '../batch.table.ts';

/** Batches of one user that are listed; the ends of older ones are forgotten when a new one begins. */
const kept = 30;

type Row = Selectable<PaperBatchTable>;

const batchSchema = batchContract['batches.list'].output.element;
const itemSchema = batchContract['batches.get'].output.shape.items.element;

async function countsOf(db: ReadHandle, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await db
    .selectFrom('paper_batch_item')
    .select((eb) => [
      'batch_id',
      'state',
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number>(eb.case().when('gaps', '>', 0).then(1).else(0).end()).as('gaps'),
      eb.fn.max('file_name').as('file_name'),
    ])
    .where('batch_id', 'in', ids)
    .groupBy(['batch_id', 'state'])
    .execute();
  return Map.groupBy(rows, (row) => row.batch_id);
}

/** @param isRunning whether this program works at it; one that is not, though it was begun, was broken off. */
async function toBatches(
  db: ReadHandle,
  rows: readonly Row[],
  isRunning: (id: string) => boolean,
): Promise<Batch[]> {
  const counts = await countsOf(
    db,
    rows.map((r) => r.id),
  );
  return rows.map((row) => {
    const own = counts.get(row.id) ?? [];
    const of = (state: string): number => Number(own.find((c) => c.state === state)?.count ?? 0);
    const asked = JSON.parse(row.asked) as { kinds: number };
    const broken = row.state === 'running' && !isRunning(row.id);
    return batchSchema.parse({
      id: row.id,
      startedAt: row.started_at,
      finishedAt: row.finished_at,
      state: broken ? 'stopped' : row.state,
      stop: broken ? 'program-ended' : row.stop,
      title: JSON.parse(row.title),
      kinds: asked.kinds,
      folder: row.folder,
      format: row.format,
      oneFile: row.one_file === 1,
      fileName: row.one_file === 1 ? (own.find((c) => c.file_name)?.file_name ?? null) : null,
      gaps: row.gaps,
      language: row.language,
      total: own.reduce((n, c) => n + Number(c.count), 0),
      made: of('made'),
      leftOut: of('left-out'),
      failed: of('failed'),
      withGaps: Number(own.find((c) => c.state === 'made')?.gaps ?? 0),
    });
  });
}

/** The newest batches of a user. */
export async function listBatches(
  db: ReadHandle,
  userId: string,
  isRunning: (id: string) => boolean,
): Promise<Batch[]> {
  const rows = await db
    .selectFrom('paper_batch')
    .selectAll()
    .where('started_by', '=', userId)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(kept)
    .execute();
  return toBatches(db, rows, isRunning);
}

export interface StoredBatch {
  readonly batch: Batch;
  readonly items: readonly BatchItem[];
  readonly asked: BatchPapers;
  readonly day: PlainDate;
}

/** @throws AppError `not-found`, also for somebody else's. */
export async function loadBatch(
  db: ReadHandle,
  id: string,
  userId: string,
  isRunning: (id: string) => boolean,
): Promise<StoredBatch> {
  const row = await db
    .selectFrom('paper_batch')
    .selectAll()
    .where('id', '=', id)
    .where('started_by', '=', userId)
    .executeTakeFirst();
  const [batch] = row ? await toBatches(db, [row], isRunning) : [];
  if (!row || !batch) throw new AppError('not-found', { details: { what: 'batch' } });
  const items = await db
    .selectFrom('paper_batch_item')
    .selectAll()
    .where('batch_id', '=', id)
    .orderBy('position')
    .execute();
  const { papers } = JSON.parse(row.asked) as { papers: unknown };
  return {
    batch,
    items: items.map(toItem),
    asked: batchPapersSchema.parse(papers),
    day: row.day as PlainDate,
  };
}

const toItem = (row: Selectable<PaperBatchItemTable>): BatchItem =>
  itemSchema.parse({
    id: row.id,
    caseId: row.case_id,
    formId: row.form_id,
    memberId: row.member_id,
    name: row.name,
    title: row.title,
    fileName: row.file_name,
    state: row.state,
    fault: row.fault,
    gaps: row.gaps,
    pages: row.pages,
    bytes: row.byte_length,
    sha256: row.sha256,
  });

export async function insertBatch(
  db: WriteHandle,
  row: Insertable<PaperBatchTable>,
  items: readonly Insertable<PaperBatchItemTable>[],
): Promise<void> {
  await forgetOld(db, row.started_by);
  await db.insertInto('paper_batch').values(row).execute();
  for (const part of portions(items))
    await db
      .insertInto('paper_batch_item')
      .values([...part])
      .execute();
}

async function forgetOld(db: WriteHandle, userId: string): Promise<void> {
  const old = await db
    .selectFrom('paper_batch')
    .select('id')
    .where('started_by', '=', userId)
    .where('state', '!=', 'running')
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .offset(kept - 1)
    .limit(1000)
    .execute();
  const ids = old.map((r) => r.id);
  if (ids.length === 0) return;
  await db.deleteFrom('paper_batch_item').where('batch_id', 'in', ids).execute();
  await db.deleteFrom('paper_batch').where('id', 'in', ids).execute();
}

type Note = z.output<(typeof batchContract)['batches.note']['input']>;

/** @throws AppError `not-found`, also for somebody else's. */
export async function noteBatch(db: WriteHandle, note: Note, userId: string, now: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('paper_batch')
    .set({ state: note.state, stop: note.stop, finished_at: note.state === 'running' ? null : now })
    .where('id', '=', note.batchId)
    .where('started_by', '=', userId)
    .executeTakeFirst();
  if (Number(numUpdatedRows) !== 1) throw new AppError('not-found', { details: { what: 'batch' } });
  for (const i of note.items)
    await db
      .updateTable('paper_batch_item')
      .set({
        state: i.state,
        fault: i.fault,
        file_name: i.fileName,
        gaps: i.gaps,
        pages: i.pages,
        byte_length: i.bytes,
        sha256: i.sha256,
      })
      .where('id', '=', i.id)
      .where('batch_id', '=', note.batchId)
      .execute();
}

/** The pattern of the newest batch that anybody in sight began. */
export async function lastPattern(db: ReadHandle): Promise<string | null> {
  const row = await db
    .selectFrom('paper_batch')
    .select('pattern')
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.pattern ?? null;
}
