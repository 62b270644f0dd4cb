import { useSyncExternalStore } from 'react';
import type { Input, Output } from '../../../../shared/contract/api.ts';
import { hasCode } from '../../../transport/failure.ts';
import { platform } from '../../../transport/platform.ts';

export type BatchPapers = Input<'batches.check'>['papers'];
export type Batch = Output<'batches.get'>['batch'];

/** What the dialog begins with. */
export type BatchWish = Pick<BatchPapers, 'cases'> & Partial<Pick<BatchPapers, 'forms'>>;

export interface RunningBatch {
  readonly batchId: string;
  readonly done: number;
  readonly total: number | null;
  /** When this run began to count, and from how many: the rate is that of this run. */
  readonly since: number;
  readonly from: number | null;
  /** This page waits for its end itself; else it was begun in another tab, or before a reload. */
  readonly own: boolean;
  /** When word of it came last, as the clock's milliseconds. */
  readonly heardAt: number;
}

type Shown =
  | { readonly kind: 'new'; readonly wish: BatchWish }
  | { readonly kind: 'batch'; readonly batchId: string }
  | { readonly kind: 'list' }
  | null;

interface State {
  readonly shown: Shown;
  readonly running: ReadonlyMap<string, RunningBatch>;
}

// Outside the pages: a batch goes on whatever page is open, and its dialog opens from anywhere.
let state: State = { shown: null, running: new Map() };
const listeners = new Set<() => void>();

function set(next: Partial<State>): void {
  state = { ...state, ...next };
  for (const listener of listeners) listener();
}

export const useBatches = (): State =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );

export const openBatch = (wish: BatchWish): void => set({ shown: { kind: 'new', wish } });
export const showBatch = (batchId: string): void => set({ shown: { kind: 'batch', batchId } });
export const listBatches = (): void => set({ shown: { kind: 'list' } });
export const closeBatches = (): void => set({ shown: null });

const callIdOf = (batchId: string): string => `batch-${batchId}`;

/** Notes how far a batch has come, also one that another tab or this page before a reload has begun. */
export function followBatches(): () => void {
  return platform().onEvent((event) => {
    if (event.type !== 'progress' || event.stage !== 'making-batch') return;
    const batchId = event.callId.replace(/^batch-/, '');
    const before = state.running.get(batchId);
    const now: RunningBatch = {
      batchId,
      done: event.done,
      total: event.total,
      since: before?.from == null ? performance.now() : before.since,
      from: before?.from ?? event.done,
      own: before?.own ?? false,
      heardAt: Date.now(),
    };
    set({ running: new Map([...state.running, [batchId, now]]) });
  });
}

/**
 * Batches that ended without this page's waiting for them. A list that is older than the last word of a batch says
 * nothing of it: the core tells of what begins by its progress alone.
 * @param readAt when the list was read, as the clock's milliseconds.
 */
export function endedElsewhere(
  list: readonly Pick<Batch, 'id' | 'state'>[],
  readAt: number,
  running: ReadonlyMap<string, RunningBatch>,
): string[] {
  return list.flatMap(({ id, state: now }) => {
    const run = running.get(id);
    return run && !run.own && now !== 'running' && run.heardAt < readAt ? [id] : [];
  });
}

/** Forgets a batch whose end the core has told. */
export function batchEnded(batchId: string): void {
  if (!state.running.has(batchId)) return;
  const running = new Map(state.running);
  running.delete(batchId);
  set({ running });
}

/**
 * Makes what a batch still lacks. It goes on without the page that asked for it.
 * @returns null when the office was locked meanwhile: it goes on after that.
 */
export async function runBatch(batchId: string): Promise<Batch | null> {
  const begun: RunningBatch = {
    batchId,
    done: 0,
    total: null,
    since: performance.now(),
    from: null,
    own: true,
    heardAt: Date.now(),
  };
  set({ running: new Map([...state.running, [batchId, begun]]), shown: { kind: 'batch', batchId } });
  try {
    return await platform().client.call('batches.run', { batchId }, { callId: callIdOf(batchId) });
  } catch (error) {
    if (hasCode(error, 'locked')) return null;
    throw error;
  } finally {
    batchEnded(batchId);
  }
}

export const cancelBatch = (batchId: string): void =>
  void platform().client.call('system.cancel', { callId: callIdOf(batchId) });
