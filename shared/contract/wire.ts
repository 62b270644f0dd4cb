import type { Failure } from '../kernel/errors.ts';

/** One call as it crosses a message port or HTTP. `id` is chosen by the caller and names the call in progress events. */
export interface Envelope {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
}

export type Reply =
  | {
      readonly id: string;
      readonly ok: true;
      readonly value: unknown;
      /** The act under which a change can be taken back; null where it changed nothing, absent where none is kept. */
      readonly act?: string | null;
    }
  | { readonly id: string; readonly ok: false; readonly failure: Failure };

/** What the core tells its windows without being asked. No personal data: ids and counts only. */
export type CoreEvent =
  /** A record changed; lists and pages that show it refetch. `ids` may be empty: everything under the topic. */
  | { readonly type: 'changed'; readonly topic: Topic; readonly ids: readonly string[] }
  /** Long work. `total` null while unknown. `stage` is a key of `progress.json`. */
  | {
      readonly type: 'progress';
      readonly callId: string;
      readonly stage: string;
      readonly done: number;
      readonly total: number | null;
    }
  /** The office was opened, locked or closed. */
  | { readonly type: 'session' };

export type Topic = 'case' | 'document' | 'office' | 'person' | 'task';
