import type {
  DocumentRecord,
  PaperWarning,
} from '../../../../../shared/features/documents/documents.contract.ts';
import type { FilingFacts } from '../../../../../shared/features/documents/filing-facts.ts';
import type { FormId } from '../../../../../shared/features/documents/form-ids.ts';
import type { FontSources } from '../../../../paper/index.ts';
import type { FormTarget } from '../forms/index.ts';

/** What crosses between the core's thread and those that make papers: plain data, files' bytes handed over whole. */

export interface PaperTask {
  /** Names facts that were sent before. */
  readonly facts: number;
  readonly formId: FormId;
  readonly target: FormTarget;
  readonly language: DocumentRecord['language'];
  readonly gaps: 'draft' | 'leave-out' | 'blank';
}

export type Task =
  | ({ readonly kind: 'check' } & Omit<PaperTask, 'gaps'>)
  | ({ readonly kind: 'make'; readonly format: 'pdf' | 'docx' } & PaperTask)
  /** Begins a file of many papers; one at a time in a thread. */
  | { readonly kind: 'begin'; readonly title: string; readonly language: string; readonly facts: number }
  | ({ readonly kind: 'add'; readonly bookmark: string } & PaperTask)
  | { readonly kind: 'finish' };

export type ToThread =
  | { readonly kind: 'facts'; readonly id: number; readonly facts: FilingFacts }
  | { readonly kind: 'forget'; readonly id: number }
  | { readonly kind: 'task'; readonly seq: number; readonly task: Task };

export interface MadeInThread {
  /** Missing or wrong facts; advice is not counted. */
  readonly gaps: number;
  /** It has gaps, and such are not wanted: nothing was made. */
  readonly leftOut: boolean;
  /** Each page says that it is a draft. */
  readonly marked: boolean;
  /** Null for a paper that went into a file of many. */
  readonly file: { readonly bytes: Uint8Array<ArrayBuffer>; readonly sha256: string } | null;
  readonly pages: number | null;
}

export interface Results {
  check: readonly PaperWarning[];
  make: MadeInThread;
  begin: null;
  add: MadeInThread;
  finish: { readonly bytes: Uint8Array<ArrayBuffer>; readonly sha256: string };
}
export type ResultOf<K extends Task['kind']> = Results[K];

export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly seq: number; readonly value: Results[Task['kind']] }
  /** Where it went wrong, without what was said: function names and lines. */
  | { readonly kind: 'failed'; readonly seq: number; readonly trace: string };

export interface ThreadData {
  readonly fonts: FontSources;
}
