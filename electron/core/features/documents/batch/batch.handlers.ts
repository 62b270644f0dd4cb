import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Client } from '../../../../../shared/contract/api.ts';
import {
  type Batch,
  type BatchItem,
  type BatchPapers,
  type batchContract,
  mostPapers,
} from '../../../../../shared/features/documents/batch.contract.ts';
import {
  batchFileNames,
  fillPattern,
  patternFaults,
  safeFileName,
  usualPattern,
} from '../../../../../shared/features/documents/file-pattern.ts';
import type { FormId } from '../../../../../shared/features/documents/form-ids.ts';
import { documentSets } from '../../../../../shared/features/documents/sets.ts';
import type { PlainDate } from '../../../../../shared/kernel/date.ts';
import { AppError, fieldError } from '../../../../../shared/kernel/errors.ts';
import type { Handlers, ReadHandle } from '../../../kernel/context.ts';
import type { Caller } from '../../../kernel/core.ts';
import type { LawSource } from '../../../kernel/law-data.ts';
import type { World } from '../../../ports/world.ts';
import { isInOffice } from '../../office/index.ts';
import { forms } from '../forms/index.ts';
import { templateFiller } from '../templates.handlers.ts';
import { FactsBook } from './facts-book.ts';
import { openOutFolder } from './out-folder.ts';
import { type BatchPaper, numbered, papersOfCase } from './papers.ts';
import { ThreadEnded } from './pool.ts';
import { runBatch } from './run.ts';
import { insertBatch, lastPattern, listBatches, loadBatch, noteBatch } from './store.ts';
import type { PaperThreads } from './threads.ts';

type Papers = BatchPapers;

/** @param clientOf the core's own way in: a run keeps what it reached by calls like everybody else. */
export function batchHandlers(
  law: LawSource,
  threads: PaperThreads,
  world: World,
  clientOf: (caller: Caller) => Client,
): Handlers<typeof batchContract> {
  const running = new Set<string>();
  const isRunning = (id: string): boolean => running.has(id);

  /** @throws AppError `rule-violation` `batch-empty`, `batch-too-large`. */
  async function papersOf(
    db: ReadHandle,
    asked: Papers,
    day: PlainDate,
    breathe: () => Promise<void>,
  ): Promise<BatchPaper[]> {
    const all: BatchPaper[] = [];
    for (const one of asked.cases) {
      all.push(...(await papersOfCase(db, law.current, asked, one, day)));
      if (all.length > mostPapers)
        throw new AppError('rule-violation', { details: { rule: 'batch-too-large', most: mostPapers } });
      await breathe();
    }
    if (all.length === 0) throw new AppError('rule-violation', { details: { rule: 'batch-empty' } });
    return numbered(all);
  }

  return {
    async 'batches.check'(ctx, { papers: asked }) {
      const { db } = ctx.reading();
      const papers = await papersOf(db, asked, ctx.today, () => ctx.breathe());
      const book = new FactsBook();
      let done = 0;
      const warnings = await threads.withPool(undefined, async (pool) => {
        const results: Awaited<ReturnType<typeof check>>[] = new Array(papers.length);
        async function check({ formId, target, facts, shared }: BatchPaper) {
          const id = book.idOf(facts());
          try {
            const task = { kind: 'check', facts: id, formId, target, language: asked.language } as const;
            return await pool.run(task, book.known);
          } catch (error) {
            // The making will name it; the check of the others goes on.
            if (error instanceof ThreadEnded) return [];
            throw error;
          } finally {
            if (!shared) book.forget(id);
          }
        }
        let next = 0;
        const lane = async (): Promise<void> => {
          for (let i = next++; i < papers.length; i = next++) {
            results[i] = await check(papers[i] as BatchPaper);
            ctx.progress('checking-papers', ++done, papers.length);
            await ctx.breathe();
          }
        };
        await Promise.all(Array.from({ length: pool.room }, lane));
        return results;
      });
      return {
        papers: papers.map(({ caseId, formId, memberId, parts }, i) => ({
          caseId,
          formId,
          memberId,
          parts,
          warnings: [...(warnings[i] ?? [])],
        })),
      };
    },

    async 'batches.pattern'(ctx) {
      return { pattern: (await lastPattern(ctx.db)) ?? usualPattern };
    },

    async 'batches.start'(ctx, { papers: asked, format, oneFile, gaps, pattern, folder }) {
      const [fault] = patternFaults(pattern);
      if (fault !== undefined) throw fieldError('pattern', 'pattern-unknown', { field: fault });
      if (oneFile && format !== 'pdf') throw fieldError('oneFile', 'one-file-pdf');
      if (!path.isAbsolute(folder) || !(await isFolder(folder))) throw fieldError('folder', 'folder-unknown');
      if (isInOffice(folder)) throw fieldError('folder', 'folder-in-office');
      const papers = await papersOf(ctx.db, asked, ctx.today, () => ctx.breathe());
      const kinds = [...new Set(papers.map((p) => p.formId))];
      const title = titleOf(kinds, asked);
      const fileNames = oneFile
        ? papers.map(() => nameOfOne(papers, pattern, asked, title))
        : batchFileNames(
            pattern,
            papers.map((p) => p.parts),
            `.${format}`,
          );
      const id = ctx.newId();
      await insertBatch(
        ctx.db,
        {
          id,
          started_at: ctx.now,
          started_by: ctx.actor.userId,
          finished_at: null,
          state: 'running',
          stop: null,
          day: ctx.today,
          asked: JSON.stringify({ papers: asked, kinds: kinds.length }),
          title: JSON.stringify(title),
          language: asked.language,
          format,
          one_file: oneFile ? 1 : 0,
          gaps,
          pattern,
          folder: path.normalize(folder),
        },
        papers.map((p, i) => ({
          id: ctx.newId(),
          batch_id: id,
          position: i,
          case_id: p.caseId,
          form_id: p.formId,
          member_id: p.memberId,
          name: p.parts.name,
          title: p.title,
          file_name: fileNames[i] ?? '',
          state: 'waiting',
          fault: null,
          gaps: 0,
          pages: null,
          byte_length: null,
          sha256: null,
        })),
      );
      const [only, another] = asked.cases;
      ctx.about(only && !another ? only.caseId : null, {
        batch: id,
        papers: papers.length,
        cases: asked.cases.length,
        forms: kinds,
      });
      ctx.changed('document', id);
      return { batchId: id, total: papers.length };
    },

    async 'batches.run'(ctx, { batchId, workers }) {
      const { db, files, actor } = ctx.reading();
      if (isRunning(batchId)) throw new AppError('rule-violation', { details: { rule: 'batch-running' } });
      running.add(batchId);
      try {
        const { batch, items, asked, day } = await loadBatch(db, batchId, actor.userId, isRunning);
        // What failed is tried again; what is made, and what was left out for its gaps, may be whole by now.
        const waiting = items.filter((i) => i.state !== 'made' || batch.oneFile);
        if (batch.state === 'done' && waiting.every((i) => i.state === 'made')) return batch;
        const client = clientOf(ctx.caller);
        const cases = new Map(asked.cases.map((c) => [c.caseId, c]));
        const templates = batch.format === 'docx' ? await templateFiller(db, files) : null;
        await runBatch(batch, waiting, {
          threads,
          workers,
          log: world.log,
          folder: openOutFolder(world.disk, batch.folder),
          async papersOf(caseId) {
            const one = cases.get(caseId);
            return one ? papersOfCase(db, law.current, asked, one, day) : [];
          },
          template: ({ formId, facts, target }) => {
            if (target.layout === 'element' || !templates?.has(formId)) return null;
            return (draft) => {
              const bytes = new Uint8Array(templates.fill(formId, facts(), target, draft) ?? []);
              return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
            };
          },
          async note(state, stop, notes) {
            await client.call('batches.note', { batchId, state, stop, items: notes.map(toNote) });
          },
          progress: (done) => ctx.progress('making-batch', done, batch.total),
          breathe: () => ctx.breathe(),
        });
        return (await loadBatch(db, batchId, actor.userId, () => false)).batch;
      } finally {
        running.delete(batchId);
      }
    },

    async 'batches.note'(ctx, note) {
      await noteBatch(ctx.db, note, ctx.actor.userId, ctx.now);
      if (note.state !== 'running') ctx.changed('document', note.batchId);
      return {};
    },

    'batches.list': (ctx) => listBatches(ctx.db, ctx.actor.userId, isRunning),

    async 'batches.get'(ctx, { batchId }) {
      const { batch, items } = await loadBatch(ctx.db, batchId, ctx.actor.userId, isRunning);
      return { batch, items: [...items] };
    },
  };

  async function isFolder(folder: string): Promise<boolean> {
    try {
      return (await world.disk.stat(folder)).isDirectory();
    } catch {
      return false;
    }
  }
}

const toNote = ({ id, state, fault, fileName, gaps, pages, bytes, sha256 }: BatchItem | Note): Note => ({
  id,
  state,
  fault,
  fileName,
  gaps,
  pages,
  bytes,
  sha256,
});
type Note = Pick<BatchItem, 'id' | 'state' | 'fault' | 'fileName' | 'gaps' | 'pages' | 'bytes' | 'sha256'>;

function titleOf(kinds: readonly FormId[], { forms: asked }: Papers): Batch['title'] {
  const [only, another] = kinds;
  if (only && !another) return { ...forms[only].title };
  if (!Array.isArray(asked)) return { ...documentSets[asked.set].title };
  return { zh: `${kinds.length} 种文书`, en: `${kinds.length} kinds of documents` };
}

/** The pattern with what all papers share; where they differ, how many they are. */
function nameOfOne(
  papers: readonly BatchPaper[],
  pattern: string,
  asked: Papers,
  title: Batch['title'],
): string {
  const english = asked.language === 'en';
  const shared = (of: (p: BatchPaper['parts']) => string, many: (n: number) => string): string => {
    const values = new Set(papers.map((p) => of(p.parts)));
    const [first = ''] = values;
    return values.size === 1 ? first : many(values.size);
  };
  const whole = fillPattern(pattern, {
    case: shared(
      (p) => p.case,
      (n) => (english ? `${n} cases` : `${n}件案件`),
    ),
    name: shared(
      (p) => p.name,
      () => (english ? `${papers.length} documents` : `${papers.length}份`),
    ),
    paper: english ? title.en : title.zh,
    unit: shared(
      (p) => p.unit,
      () => '',
    ),
    team: shared(
      (p) => p.team,
      () => '',
    ),
    number: '',
    date: shared(
      (p) => p.date,
      () => '',
    ),
  });
  return safeFileName(whole, '.pdf');
}
