import type { CoreEvent, Reply } from '../../../shared/contract/wire.ts';
import { AppError } from '../../../shared/kernel/errors.ts';
import type { Core, HandoffFile } from '../../core/kernel/core.ts';
import type { FromCore, Port, ToCore } from './core-wire.ts';

/** A running core process, however it was forked. */
export interface CoreProcess extends Port<ToCore, FromCore> {
  onExit(listener: (code: number) => void): void;
  kill(): void;
}

export interface CoreHostOptions {
  fork(): CoreProcess;
  /** The core ended without being asked. `restarted` is false when it did so too often to be tried again. */
  onCrash(crash: { code: number; restarted: boolean }): void;
  /** Milliseconds from any fixed point; only differences count. */
  now(): number;
}

const maxCrashes = 3;
const crashWindowMs = 60_000;
const closeTimeoutMs = 5_000;

interface Waiting {
  readonly resolve: (value: Reply | HandoffFile | string | null) => void;
  readonly reject: (error: AppError) => void;
}

type Question = ToCore extends infer M ? (M extends { seq: number } ? Omit<M, 'seq'> : never) : never;

/**
 * The core as the window's process sees it. When its process dies, open calls fail as `internal`, a new process takes
 * over (locked, as after any start), and the windows are told that the session changed. After three deaths in a
 * minute it stays down: something on this computer stops it, and a person must look.
 */
export function hostCore(options: CoreHostOptions): Core {
  const listeners = new Set<(event: CoreEvent) => void>();
  const waiting = new Map<number, Waiting>();
  let crashes: number[] = [];
  let seq = 0;
  let closing: Promise<void> | undefined;
  let process: CoreProcess | null = null;
  start();

  function start(): void {
    const started = options.fork();
    process = started;
    started.onMessage(receive);
    started.onExit((code) => {
      if (process === started) ended(code);
    });
  }

  function receive(message: FromCore): void {
    if (message.kind === 'event') {
      announce(message.event);
      return;
    }
    const entry = waiting.get(message.seq);
    waiting.delete(message.seq);
    if (message.kind === 'done') entry?.resolve(message.value);
    else entry?.reject(new AppError(message.failure.code, message.failure));
  }

  function ended(code: number): void {
    process = null;
    for (const { reject } of waiting.values())
      reject(new AppError('internal', { details: { reason: 'core-ended' } }));
    waiting.clear();
    if (closing) return;
    const now = options.now();
    crashes = [...crashes.filter((at) => now - at < crashWindowMs), now];
    const restarted = crashes.length < maxCrashes;
    if (restarted) start();
    options.onCrash({ code, restarted });
    announce({ type: 'session' });
  }

  function announce(event: CoreEvent): void {
    for (const listener of listeners) listener(event);
  }

  function ask(question: Question): Promise<Reply | HandoffFile | string | null> {
    return new Promise((resolve, reject) => {
      if (process === null) return reject(new AppError('internal', { details: { reason: 'core-ended' } }));
      seq += 1;
      waiting.set(seq, { resolve, reject });
      process.post({ ...question, seq });
    });
  }

  return {
    async dispatch(caller, envelope) {
      try {
        return (await ask({ kind: 'dispatch', caller, envelope })) as Reply;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return { id: envelope.id, ok: false, failure: error.failure };
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    receiveFile: async (caller, file) => (await ask({ kind: 'receiveFile', caller, file })) as string,
    fileFor: async (caller, token) => (await ask({ kind: 'fileFor', caller, token })) as HandoffFile | null,
    close() {
      closing ??= closeProcess(ask({ kind: 'close' }));
      return closing;
    },
  };

  async function closeProcess(closed: Promise<unknown>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise((resolve) => {
      timer = setTimeout(resolve, closeTimeoutMs);
    });
    await Promise.race([closed.catch(() => undefined), tooLate]);
    clearTimeout(timer);
    process?.kill();
  }
}
