import type { World } from '../../../ports/world.ts';
import { PaperPool, PaperThread } from './pool.ts';

/** Threads at most, also on a large machine: each holds fonts and a heap of its own. */
const mostThreads = 6;
/** Threads that nobody used for so long end: starting them again takes a third of a second. */
const idleMs = 20_000;

/** The threads of one core that make papers. */
export interface PaperThreads {
  /** Lends the common pool while `work` goes on. */
  withPool<T>(workers: number | undefined, work: (pool: PaperPool) => Promise<T>): Promise<T>;
  /** A thread of one's own, for a file of many papers. */
  withThread<T>(work: (thread: PaperThread) => Promise<T>): Promise<T>;
  /** Ends the common pool, and what it knows of cases with it. */
  close(): Promise<void>;
}

export function createPaperThreads(world: Pick<World, 'paperThread' | 'fonts' | 'cores'>): PaperThreads {
  const { paperThread, fonts, cores } = world;
  const usual = Math.max(1, Math.min(cores, mostThreads));
  let common: PaperPool | null = null;
  let users = 0;
  let idle: NodeJS.Timeout | undefined;

  async function close(): Promise<void> {
    clearTimeout(idle);
    const pool = common;
    common = null;
    await pool?.close();
  }

  return {
    async withPool(workers, work) {
      if (workers !== undefined && workers !== usual) {
        const own = new PaperPool(paperThread, fonts, workers);
        return work(own).finally(() => own.close());
      }
      clearTimeout(idle);
      users++;
      common ??= new PaperPool(paperThread, fonts, usual);
      try {
        return await work(common);
      } finally {
        users--;
        if (users === 0) idle = setTimeout(() => void close(), idleMs).unref();
      }
    },
    async withThread(work) {
      const thread = new PaperThread(paperThread, fonts);
      return work(thread).finally(() => thread.close());
    },
    close,
  };
}
