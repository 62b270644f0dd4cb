import type { Batch, BatchItem, BatchStop } from '../../../../../shared/features/documents/batch.contract.ts';
import { safeFileName } from '../../../../../shared/features/documents/file-pattern.ts';
import { AppError } from '../../../../../shared/kernel/errors.ts';
import type { Log } from '../../../ports/world.ts';
import { FactsBook } from './facts-book.ts';
import { FolderRefuses, type OutFolder } from './out-folder.ts';
import type { MadeInThread } from './paper-tasks.ts';
import { type BatchPaper, paperKey } from './papers.ts';
import { TaskFailed, ThreadEnded } from './pool.ts';
import type { PaperThreads } from './threads.ts';

export type ItemNote = Pick<
  BatchItem,
  'id' | 'state' | 'fault' | 'fileName' | 'gaps' | 'pages' | 'bytes' | 'sha256'
>;

/** What a run needs of the core. */
export interface RunPorts {
  readonly threads: PaperThreads;
  readonly workers: number | undefined;
  readonly folder: OutFolder;
  readonly log: Log;
  /** The papers of one case as the record has them now. */
  papersOf(caseId: string): Promise<readonly BatchPaper[]>;
  /** Fills the office's own Word template for the form; null where it has none. */
  template(paper: BatchPaper): ((draft: boolean) => NonNullable<MadeInThread['file']>) | null;
  /** Keeps what was reached. */
  note(state: Batch['state'], stop: BatchStop | null, items: readonly ItemNote[]): Promise<void>;
  /** @param done papers of the whole batch that are through. */
  progress(done: number): void;
  /** @throws AppError `cancelled`. */
  breathe(): Promise<void>;
}

/** What was reached is kept so often at least: what a crash takes is made again. */
const notedEvery = 50;
const notedAfterMs = 500;
/** Files on their way to the disk beside the papers being made. */
const writesAhead = 4;

type Draft = Pick<Batch, 'gaps' | 'language' | 'format'>;

/** Makes the papers of a batch that are still waiting; ends in `note` with `done`, `cancelled` or `stopped`. */
export async function runBatch(batch: Batch, waiting: readonly BatchItem[], ports: RunPorts): Promise<void> {
  const notes = new Notes(ports, batch.total - waiting.length);
  try {
    await ports.note('running', null, []);
    await ports.folder.sweep();
    if (batch.oneFile) await oneFile(batch, waiting, ports, notes);
    else await separateFiles(batch, waiting, ports, notes);
    await notes.end('done', null);
  } catch (error) {
    if (error instanceof FolderRefuses) {
      await notes.end('stopped', error.stop).catch((again: unknown) => {
        if (!(again instanceof FolderRefuses)) throw again;
      });
      return;
    }
    if (error instanceof AppError && error.failure.code === 'cancelled') return notes.end('cancelled', null);
    await notes.end('stopped', 'internal').catch(() => undefined);
    throw error;
  }
}

/** What is reached, told at once and kept in portions. */
class Notes {
  private readonly ports: RunPorts;
  private kept: ItemNote[] = [];
  private since = performance.now();
  private done: number;

  constructor(ports: RunPorts, done: number) {
    this.ports = ports;
    this.done = done;
    ports.progress(done);
  }

  /** Another paper is through, whether it is in `put` yet or not. */
  count(by = 1): void {
    this.done += by;
    this.ports.progress(this.done);
  }

  put(note: ItemNote): void {
    this.kept.push(note);
  }

  async keep(): Promise<void> {
    if (this.kept.length === 0) return;
    if (this.kept.length < notedEvery && performance.now() - this.since < notedAfterMs) return;
    await this.flush('running', null);
  }

  end(state: Batch['state'], stop: BatchStop | null): Promise<void> {
    return this.flush(state, stop);
  }

  private async flush(state: Batch['state'], stop: BatchStop | null): Promise<void> {
    const items = this.kept.splice(0);
    this.since = performance.now();
    try {
      if (items.some((i) => i.state === 'made')) await this.ports.folder.sync();
    } finally {
      // Also of a folder that is gone by now it is kept what was written into it.
      await this.ports.note(state, stop, items);
    }
  }
}

const failedNote = (item: BatchItem, fault: NonNullable<BatchItem['fault']>): ItemNote => ({
  ...item,
  state: 'failed',
  fault,
  pages: null,
  bytes: null,
  sha256: null,
});

/** Why one paper failed while the batch goes on; whatever else happened ends the batch. */
function faultOf(error: unknown, item: BatchItem, log: Log): ItemNote {
  if (error instanceof ThreadEnded) {
    log.error('paper-thread-ended', { form: item.formId });
    return failedNote(item, 'worker-ended');
  }
  if (error instanceof TaskFailed) {
    log.error('paper-failed', { form: item.formId, trace: error.trace });
    return failedNote(item, 'paper-failed');
  }
  throw error;
}

const endingOf = (fileName: string): string => fileName.slice(fileName.lastIndexOf('.'));

async function separateFiles(
  batch: Batch,
  waiting: readonly BatchItem[],
  ports: RunPorts,
  notes: Notes,
): Promise<void> {
  const book = new FactsBook();
  await ports.threads.withPool(ports.workers, async (pool) => {
    const running = new Set<Promise<void>>();
    // What ends the batch; the first counts.
    const broken: { readonly error: unknown }[] = [];

    async function make(item: BatchItem, paper: BatchPaper): Promise<ItemNote> {
      const made = await inThread(paper, batch, book, async (task): Promise<MadeInThread> => {
        const template = batch.format === 'docx' && batch.language === 'zh-CN' ? ports.template(paper) : null;
        if (!template) return pool.run({ kind: 'make', format: batch.format, ...task }, book.known);
        const warnings = await pool.run({ kind: 'check', ...task }, book.known);
        const gaps = warnings.filter((w) => w.severity !== 'advice').length;
        const leftOut = gaps > 0 && batch.gaps === 'leave-out';
        const marked = gaps > 0 && batch.gaps === 'draft';
        return { gaps, leftOut, marked, file: leftOut ? null : template(marked), pages: null };
      });
      const { file, gaps, pages } = made;
      const plain = { ...item, fault: null, gaps };
      if (made.leftOut || file === null)
        return { ...plain, state: 'left-out', pages: null, bytes: null, sha256: null };
      const ending = endingOf(item.fileName);
      const stem = item.fileName.slice(0, -ending.length);
      const name = made.marked ? safeFileName(stem, `${draftTail[batch.language]}${ending}`) : item.fileName;
      const fileName = await ports.folder.put(name, file.bytes, file.sha256);
      return { ...plain, state: 'made', fileName, pages, bytes: file.bytes.length, sha256: file.sha256 };
    }

    for (const [caseId, items] of Map.groupBy(waiting, (item) => item.caseId)) {
      await ports.breathe();
      const papers = new Map((await papersOrNone(ports, caseId)).map((p) => [paperKey(p), p]));
      for (const item of items) {
        while (running.size >= pool.room + writesAhead) await Promise.race(running);
        await notes.keep().catch((error: unknown) => broken.push({ error }));
        await ports.breathe().catch((error: unknown) => broken.push({ error }));
        if (broken.length > 0) break;
        const paper = papers.get(paperKey(item));
        const work: Promise<void> = (
          paper ? make(item, paper) : Promise.resolve(failedNote(item, 'paper-gone'))
        )
          .catch((error: unknown) => faultOf(error, item, ports.log))
          .then((note) => {
            notes.put(note);
            notes.count();
          })
          .catch((error: unknown) => void broken.push({ error }))
          .finally(() => running.delete(work));
        running.add(work);
      }
      await Promise.all(running);
      book.clear();
      if (broken[0]) throw broken[0].error;
    }
  });
}

const draftTail: Readonly<Record<Batch['language'], string>> = { 'zh-CN': '_草稿', en: '_DRAFT' };

/** A case that is gone meanwhile has no papers: each of them is told as such. */
async function papersOrNone(ports: RunPorts, caseId: string): Promise<readonly BatchPaper[]> {
  try {
    return await ports.papersOf(caseId);
  } catch (error) {
    if (error instanceof AppError && error.failure.code === 'not-found') return [];
    throw error;
  }
}

async function inThread<T>(
  { formId, target, facts, shared }: BatchPaper,
  { gaps, language }: Draft,
  book: FactsBook,
  run: (task: {
    facts: number;
    formId: BatchPaper['formId'];
    target: BatchPaper['target'];
    language: Draft['language'];
    gaps: Draft['gaps'];
  }) => Promise<T>,
): Promise<T> {
  const id = book.idOf(facts());
  try {
    return await run({ facts: id, formId, target, language, gaps });
  } finally {
    if (!shared) book.forget(id);
  }
}

/**
 * All in one file. Its papers are put together in one thread, in their order. The file is there when all are in it, so
 * what was reached before a stop is made again; a paper with which the thread ends is left out and named.
 */
async function oneFile(
  batch: Batch,
  waiting: readonly BatchItem[],
  ports: RunPorts,
  notes: Notes,
): Promise<void> {
  const bad = new Set<string>();
  for (;;) {
    const items = waiting.filter((item) => !bad.has(item.id));
    const [first] = items;
    if (!first) return;
    const guilty = await ports.threads.withThread(async (thread): Promise<BatchItem | null> => {
      const book = new FactsBook();
      const made: ItemNote[] = [];
      let begun = false;
      for (const [caseId, own] of Map.groupBy(items, (item) => item.caseId)) {
        const papers = new Map((await papersOrNone(ports, caseId)).map((p) => [paperKey(p), p]));
        for (const item of own) {
          await ports.breathe();
          const paper = papers.get(paperKey(item));
          const plain = { ...item, fault: null, bytes: null, sha256: null };
          if (!paper) {
            bad.add(item.id);
            notes.put(failedNote(item, 'paper-gone'));
            notes.count();
            continue;
          }
          try {
            const { gaps, pages, leftOut } = await inThread(paper, batch, book, async (task) => {
              if (!begun) {
                const title = batch.language === 'en' ? batch.title.en : batch.title.zh;
                await thread.run(
                  { kind: 'begin', title, language: batch.language, facts: task.facts },
                  book.known,
                );
              }
              begun = true;
              return thread.run({ kind: 'add', bookmark: bookmarkOf(item, batch), ...task }, book.known);
            });
            made.push({ ...plain, gaps, pages, state: leftOut ? 'left-out' : 'made' });
            notes.count();
          } catch (error) {
            const note = faultOf(error, item, ports.log);
            bad.add(item.id);
            notes.put(note);
            notes.count();
            // What was put together is gone with its thread, or half of this paper is in it.
            notes.count(-made.length);
            return item;
          }
        }
        book.clear();
      }
      if (made.some((note) => note.state === 'made')) {
        const { bytes, sha256 } = await thread.run({ kind: 'finish' }, book.known);
        const fileName = await ports.folder.put(first.fileName, bytes, sha256);
        for (const note of made)
          notes.put(note.state === 'made' ? { ...note, fileName, bytes: bytes.length, sha256 } : note);
      } else for (const note of made) notes.put(note);
      return null;
    });
    if (guilty === null) return;
  }
}

/** Whose paper, and which where there are several kinds. */
function bookmarkOf(item: BatchItem, batch: Batch): string {
  return batch.kinds === 1 && item.name !== '' ? item.name : `${item.name} ${item.title}`.trim();
}
