import type { CoreEvent, Envelope, Reply } from '../../../shared/contract/wire.ts';

/** Who is speaking. The shell has checked the frame, the cookie or the process before it makes one. */
export interface Caller {
  /** One per window, cookie or process; an unlocked session belongs to it. */
  readonly sessionId: string;
}

/** A file on its way between a person's choice and the core. Bytes stay in memory and expire. */
export interface HandoffFile {
  readonly token: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What a shell needs from the core, and all of it. */
export interface Core {
  dispatch(caller: Caller, envelope: Envelope): Promise<Reply>;
  subscribe(listener: (event: CoreEvent) => void): () => void;
  /**
   * Takes in a file that the person chose; the page then speaks of its token only.
   * @throws AppError `file-too-large` above 64 MiB.
   */
  receiveFile(caller: Caller, file: { name: string; type: string; bytes: Uint8Array }): Promise<string>;
  /** The bytes behind a token, for the same caller only; null when unknown or expired. */
  fileFor(caller: Caller, token: string): Promise<HandoffFile | null>;
  /** Locks, flushes and closes everything; safe to call twice. */
  close(): Promise<void>;
}
