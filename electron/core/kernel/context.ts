import type { Kysely, Transaction } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import type {
  Command,
  Contract,
  Mutation,
  OutputOf,
  ParsedOf,
  Procedure,
  Query,
} from '../../../shared/contract/builders.ts';
import type { Role } from '../../../shared/contract/roles.ts';
import type { Topic } from '../../../shared/contract/wire.ts';
import type { PlainDate } from '../../../shared/kernel/date.ts';
import type { Database } from '../db/schema.ts';
import type { World } from '../ports/world.ts';
import type { FileStore } from '../vault/file-store.ts';
import type { Caller } from './core.ts';
import type { Handoff } from './handoff.ts';

/** Repositories take one of these first and open nothing themselves. */
export type ReadHandle = ReadonlyKysely<Database> | Kysely<Database> | Transaction<Database>;
export type WriteHandle = Transaction<Database>;

export interface Actor {
  readonly userId: string;
  readonly userName: string;
  readonly role: Role;
  /** Somebody else has chosen the passphrase: nothing is allowed before it is changed. */
  readonly mustChangePassphrase: boolean;
}

/** What every handler gets, whatever it does. */
export interface CallContext {
  readonly caller: Caller;
  readonly callId: string;
  readonly world: World;
  /** The instant of the call, ISO UTC: one call, one time. */
  readonly now: string;
  readonly today: PlainDate;
  readonly newId: () => string;
  readonly handoff: Handoff;
  progress(stage: string, done: number, total: number | null): void;
  /**
   * Lets other work run, then goes on; long loops call it.
   * @throws AppError `cancelled` when the caller has asked to stop.
   */
  breathe(): Promise<void>;
}

export interface QueryContext extends CallContext {
  readonly actor: Actor;
  readonly db: ReadHandle;
  readonly files: FileStore;
}

export interface MutationContext extends CallContext {
  readonly actor: Actor;
  readonly db: WriteHandle;
  readonly files: FileStore;
  /** The case that the record entry is about, and facts for it: ids, counts and field names, no content. */
  about(caseId: string | null, details?: Readonly<Record<string, unknown>>): void;
  /** Told to every window after the commit. */
  changed(topic: Topic, id: string): void;
  /** Runs when the transaction is rolled back: for files that were written meanwhile. */
  onRollback(undo: () => void): void;
  /** Runs once the change is kept, before anybody hears of it: for what the core holds in memory. */
  onCommit(then: () => void): void;
}

/** Of a change that takes long to prepare: what it needs before its transaction. */
export interface PreparingContext extends CallContext {
  readonly actor: Actor;
  readonly files: FileStore;
  /** Reads in a transaction of its own, of one moment. */
  reading<T>(read: (db: ReadHandle) => Promise<T>): Promise<T>;
  /** Runs when the change does not come about, here or in its transaction. */
  onRollback(undo: () => void): void;
}

/**
 * A change in two steps: the long one holds nobody up; what it returns runs in the transaction and checks that what was
 * read before still stands.
 */
interface Prepared<I, O> {
  readonly prepare: (ctx: PreparingContext, input: I) => Promise<(ctx: MutationContext) => Promise<O>>;
}

export interface CommandContext extends CallContext {
  /** Null before an office is unlocked for this caller. */
  readonly actor: Actor | null;
  /** Read-only handle on the open office. @throws AppError `locked`. */
  reading(): { actor: Actor; db: ReadHandle; files: FileStore };
}

type ContextOf<P extends Procedure> = P extends Query
  ? QueryContext
  : P extends Mutation
    ? MutationContext
    : P extends Command
      ? CommandContext
      : never;

/** One handler for each procedure of a contract: a forgotten or misshapen one does not compile. */
export type Handlers<C extends Contract> = {
  readonly [N in keyof C]:
    | ((ctx: ContextOf<C[N]>, input: ParsedOf<C[N]>) => Promise<OutputOf<C[N]>>)
    | (C[N] extends Mutation ? Prepared<ParsedOf<C[N]>, OutputOf<C[N]>> : never);
};
