import { Worker } from 'node:worker_threads';
import type { FilingFacts } from '../../../../../shared/features/documents/filing-facts.ts';
import { AppError } from '../../../../../shared/kernel/errors.ts';
import type { FontSources } from '../../../../paper/index.ts';
import type { FromThread, ResultOf, Task, ThreadData, ToThread } from './paper-tasks.ts';

/** The thread ended while it made this paper. */
export class ThreadEnded extends Error {
  /** False: it only waited behind the paper with which the thread ended. */
  readonly guilty: boolean;

  constructor(guilty: boolean) {
    super('The thread ended');
    this.name = 'ThreadEnded';
    this.guilty = guilty;
  }
}

/** One paper could not be made; the thread goes on. */
export class TaskFailed extends Error {
  readonly trace: string;

  constructor(trace: string) {
    super('The paper could not be made');
    this.name = 'TaskFailed';
    this.trace = trace;
  }
}

interface Waiting {
  readonly seq: number;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** Facts that a thread keeps at most: a case of hundreds of workers takes megabytes. */
const mostFacts = 4;

/**
 * One thread. Its heap is bounded: a paper that needs more ends this thread and not the program.
 */
export class PaperThread {
  private readonly worker: Worker;
  private readonly waiting: Waiting[] = [];
  private readonly sent: number[] = [];
  private seq = 0;
  private isReady = false;
  ended = false;

  constructor(script: string, fonts: FontSources) {
    this.worker = new Worker(script, {
      workerData: { fonts } satisfies ThreadData,
      resourceLimits: { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 16 },
      // Nothing that a thread might say reaches a terminal or a log.
      stdout: true,
      stderr: true,
    });
    this.worker.on('message', (message: FromThread) => this.receive(message));
    // `exit` follows, and tells those who wait.
    this.worker.on('error', () => undefined);
    this.worker.on('exit', () => this.end());
    this.worker.unref();
  }

  get load(): number {
    return this.waiting.length;
  }

  /** @throws ThreadEnded, TaskFailed; AppError `internal` when threads cannot be started here. */
  run<K extends Task['kind']>(
    task: Extract<Task, { kind: K }>,
    facts: ReadonlyMap<number, FilingFacts>,
  ): Promise<ResultOf<K>> {
    if ('facts' in task) this.send(task.facts, facts);
    const seq = ++this.seq;
    return new Promise<ResultOf<K>>((resolve, reject) => {
      if (this.ended) return reject(new ThreadEnded(false));
      this.waiting.push({ seq, resolve, reject });
      // Alive for as long as somebody waits for it.
      if (this.waiting.length === 1) this.worker.ref();
      this.post({ kind: 'task', seq, task });
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private send(id: number, facts: ReadonlyMap<number, FilingFacts>): void {
    const at = this.sent.indexOf(id);
    if (at >= 0) this.sent.splice(at, 1);
    else {
      const known = facts.get(id);
      if (known) this.post({ kind: 'facts', id, facts: known });
    }
    this.sent.push(id);
    if (this.sent.length > mostFacts) this.post({ kind: 'forget', id: this.sent.shift() as number });
  }

  private post(message: ToThread): void {
    this.worker.postMessage(message);
  }

  private receive(message: FromThread): void {
    if (message.kind === 'ready') {
      this.isReady = true;
      return;
    }
    const entry = this.waiting.shift();
    if (this.waiting.length === 0) this.worker.unref();
    if (message.kind === 'done') entry?.resolve(message.value as never);
    else entry?.reject(new TaskFailed(message.trace));
  }

  private end(): void {
    this.ended = true;
    const left = this.waiting.splice(0);
    for (const [i, { reject }] of left.entries())
      reject(
        this.isReady
          ? new ThreadEnded(i === 0)
          : new AppError('internal', { details: { reason: 'paper-thread' } }),
      );
  }
}

/** Papers that a thread holds beside the one it makes, so that it never waits for the next. */
const ahead = 2;

/**
 * Threads that make papers side by side. A task waits until a thread has room, so that what lies in memory does not
 * grow with the batch; a thread that ended is replaced, and what only waited in it goes to another.
 */
export class PaperPool {
  private readonly script: string;
  private readonly fonts: FontSources;
  private readonly size: number;
  private readonly threads: PaperThread[] = [];
  private readonly queue: (() => void)[] = [];

  constructor(script: string, fonts: FontSources, size: number) {
    this.script = script;
    this.fonts = fonts;
    this.size = size;
  }

  /** How many tasks may usefully be given at once. */
  get room(): number {
    return this.size * ahead;
  }

  /** @throws as `PaperThread.run`; ThreadEnded only for the paper with which a thread ended. */
  async run<K extends Task['kind']>(
    task: Extract<Task, { kind: K }>,
    facts: ReadonlyMap<number, FilingFacts>,
  ): Promise<ResultOf<K>> {
    for (;;) {
      const thread = await this.free();
      try {
        return await thread.run(task, facts);
      } catch (error) {
        if (!(error instanceof ThreadEnded) || error.guilty) throw error;
      } finally {
        this.queue.shift()?.();
      }
    }
  }

  /** Ends every thread; what they were making is lost. */
  async close(): Promise<void> {
    await Promise.all(this.threads.splice(0).map((thread) => thread.close()));
  }

  private async free(): Promise<PaperThread> {
    for (;;) {
      for (const [i, thread] of this.threads.entries()) if (thread.ended) this.threads.splice(i, 1);
      const [least] = [...this.threads].sort((a, b) => a.load - b.load);
      if (least && least.load === 0) return least;
      if (this.threads.length < this.size) {
        const started = new PaperThread(this.script, this.fonts);
        this.threads.push(started);
        return started;
      }
      if (least && least.load < ahead) return least;
      await new Promise<void>((resolve) => this.queue.push(resolve));
    }
  }
}
