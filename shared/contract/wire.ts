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
      /** What a change kept so that it can be taken back; null where it changed nothing, absent where nothing is kept. */
      readonly act?: KeptAct | null;
    }
  | { readonly id: string; readonly ok: false; readonly failure: Failure };

/** A change that can be taken back, and the page on which a person expects to. */
export interface KeptAct {
  readonly id: string;
  /** A case's or a person's id, or one of `undoPages`. */
  readonly scope: string;
}

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
