import type { KyselyPlugin } from 'kysely';
import type { Contract, Procedure } from '../../../shared/contract/builders.ts';
import { seesAssignedOnly } from '../../../shared/contract/roles.ts';
import type { CoreEvent, Envelope, Reply, Topic } from '../../../shared/contract/wire.ts';
import { AppError } from '../../../shared/kernel/errors.ts';
import { sightOf } from '../db/sight.ts';
import { appendAudit } from '../features/audit/index.ts';
import type { World } from '../ports/world.ts';
import type {
  Actor,
  CallContext,
  CommandContext,
  MutationContext,
  PreparingContext,
  QueryContext,
  WriteHandle,
} from './context.ts';
import type { Caller } from './core.ts';
import { inSituation, parseInput, toFailure, traceOf } from './failures.ts';
import type { Handoff } from './handoff.ts';
import type { OpenOffice } from './open-office.ts';
import { may } from './permissions.ts';

type Answering = (ctx: never, input: never) => Promise<unknown>;
type AnyHandler =
  | Answering
  | { prepare(ctx: PreparingContext, input: never): Promise<(ctx: MutationContext) => Promise<unknown>> };

/** Who did what, for whatever is kept of it beside the audit entry. */
export interface SettledAct {
  readonly at: string;
  readonly verb: string | null;
  readonly actor: Actor;
  readonly caseId: string | null;
}

interface PipelineOptions {
  readonly world: World;
  readonly newId: () => string;
  readonly handoff: Handoff;
  readonly contract: Contract;
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  readonly emit: (event: CoreEvent) => void;
  /** Runs in the transaction of every mutation once its handler is done: whatever follows from changed rows. */
  readonly settle: (db: WriteHandle, act: SettledAct) => Promise<string | null | undefined>;
  /** The open office and who this caller is in it; null when locked for this caller. */
  readonly sessionOf: (caller: Caller) => { office: OpenOffice; actor: Actor } | null;
}

/** What a call comes to; `act` of a change only. */
interface Done {
  readonly value: unknown;
  readonly act?: string | null;
}

export interface Pipeline {
  dispatch(caller: Caller, envelope: Envelope): Promise<Reply>;
  cancel(caller: Caller, callId: string): boolean;
  /**
   * Asks every call that works in the office to stop and waits for them, at most `ms`. Calls that open, lock or leave
   * an office are not waited for: one of them is asking.
   */
  drain(ms: number): Promise<void>;
}

interface RunningCall {
  readonly id: string;
  readonly sessionId: string;
  readonly abort: AbortController;
  /** Works in the open office; it ends before the office closes. */
  readonly inOffice: boolean;
  readonly done: Promise<unknown>;
}

/** What a handler gets of the store: of a lawyer's office only what is theirs. The one place that decides it. */
function inSight<D extends { withPlugin(plugin: KyselyPlugin): unknown }>(
  db: D,
  actor: Actor,
  procedure: Procedure,
): D {
  if (procedure.reach === 'office' || !seesAssignedOnly(actor.role)) return db;
  return db.withPlugin(sightOf(actor)) as D;
}

/** The one way into the core: name → parse → session → permission → transaction → handler → audit → commit → reply. */
export function createPipeline(options: PipelineOptions): Pipeline {
  const { world, newId, contract, handlers, emit } = options;
  // A set: the caller chooses the id of a call, so two calls may bear the same.
  const running = new Set<RunningCall>();

  async function run(caller: Caller, envelope: Envelope, signal: AbortSignal): Promise<Done> {
    const procedure = Object.hasOwn(contract, envelope.name) ? contract[envelope.name] : undefined;
    const handler = handlers[envelope.name];
    if (!procedure || !handler) throw new AppError('unknown-procedure');
    const session = options.sessionOf(caller);
    if (procedure.access === 'session') {
      if (!session) throw new AppError('locked');
      if (!may(session.actor, procedure.permission)) throw new AppError('permission-denied');
    }
    const input = parseInput(procedure.input, envelope.input);
    const base = callContext(caller, envelope.id, signal);
    return execute(procedure, handler, base, session, input);
  }

  function callContext(caller: Caller, callId: string, signal: AbortSignal): CallContext {
    let lastTold = 0;
    return {
      caller,
      callId,
      world,
      now: new Date(world.clock.now()).toISOString(),
      today: world.clock.today(),
      newId,
      handoff: options.handoff,
      progress(stage, done, total) {
        // Ten times a second is all that an eye can use.
        const now = performance.now();
        if (done !== total && now - lastTold < 100) return;
        lastTold = now;
        emit({ type: 'progress', callId, stage, done, total });
      },
      async breathe() {
        await new Promise((resolve) => setImmediate(resolve));
        if (signal.aborted) throw new AppError('cancelled');
      },
    };
  }

  async function execute(
    procedure: Procedure,
    handler: AnyHandler,
    base: CallContext,
    session: { office: OpenOffice; actor: Actor } | null,
    input: unknown,
  ): Promise<Done> {
    // The table of handlers is checked where it is made; here the kind says which context this one takes.
    const answer = async (
      ctx: CommandContext | QueryContext | MutationContext,
      by: Answering = handler as Answering,
    ): Promise<unknown> => procedure.output.parse(await by(ctx as never, input as never));
    if (procedure.kind === 'command') {
      const ctx: CommandContext = {
        ...base,
        actor: session?.actor ?? null,
        reading() {
          if (!session) throw new AppError('locked');
          const { actor, office } = session;
          return { actor, db: inSight(office.db.read, actor, procedure), files: office.files };
        },
      };
      return { value: await answer(ctx) };
    }
    if (!session) throw new AppError('locked');
    const { office, actor } = session;
    if (procedure.kind === 'query') {
      // One transaction, so that an answer put together from several reads is of one moment.
      return office.db.read.transaction().execute(async (db) => {
        const ctx: QueryContext = { ...base, actor, db: inSight(db, actor, procedure), files: office.files };
        return { value: await answer(ctx) };
      });
    }
    const topics = new Map<Topic, Set<string>>();
    const undo: (() => void)[] = [];
    const then: (() => void)[] = [];
    let done: Done;
    try {
      const preparing: PreparingContext = {
        ...base,
        actor,
        files: office.files,
        reading: (read) => office.db.read.transaction().execute((db) => read(inSight(db, actor, procedure))),
        onRollback: (fn) => undo.push(fn),
      };
      const by = typeof handler === 'function' ? handler : await handler.prepare(preparing, input as never);
      done = await office.db.write.transaction().execute(async (db) => {
        let subject: { caseId: string | null; details: Readonly<Record<string, unknown>> } = {
          caseId: null,
          details: {},
        };
        const ctx: MutationContext = {
          ...base,
          actor,
          db: inSight(db, actor, procedure),
          files: office.files,
          about: (caseId, details = {}) => {
            subject = { caseId, details };
          },
          changed: (topic, id) => {
            const ids = topics.get(topic) ?? new Set();
            topics.set(topic, ids.add(id));
          },
          onRollback: (fn) => undo.push(fn),
          onCommit: (fn) => then.push(fn),
        };
        // Inside the transaction: an answer that cannot be given is a change that was not made.
        const result = await answer(ctx, by);
        const act = await options.settle(db, {
          at: base.now,
          verb: procedure.audit,
          actor,
          caseId: subject.caseId,
        });
        if (procedure.audit !== null)
          await appendAudit(db, { at: base.now, verb: procedure.audit, actor, ...subject });
        return { value: result, ...(act !== undefined && { act }) };
      });
    } catch (error) {
      for (const fn of undo) attempt(fn);
      throw error;
    }
    for (const fn of then) fn();
    for (const [topic, ids] of topics) emit({ type: 'changed', topic, ids: [...ids] });
    return done;
  }

  /** One undo that fails must not keep the others from running, nor hide why the call failed. */
  function attempt(undo: () => void): void {
    try {
      undo();
    } catch (error) {
      world.log.error('undo-failed', { trace: traceOf(error) });
    }
  }

  return {
    async dispatch(caller, envelope) {
      const abort = new AbortController();
      const started = performance.now();
      const work = run(caller, envelope, abort.signal);
      const procedure = Object.hasOwn(contract, envelope.name) ? contract[envelope.name] : undefined;
      const call: RunningCall = {
        id: envelope.id,
        sessionId: caller.sessionId,
        abort,
        inOffice: procedure?.access === 'session',
        done: work.catch(() => undefined),
      };
      running.add(call);
      try {
        const done = await work;
        const ms = Math.round(performance.now() - started);
        if (ms > 200) world.log.info('slow-call', { name: envelope.name, ms });
        return { id: envelope.id, ok: true, ...done };
      } catch (error) {
        const reference = newId().slice(-8);
        const { failure, unexpected } = toFailure(error, reference);
        if (unexpected) {
          world.log.error('unexpected', { name: envelope.name, reference, trace: traceOf(error) });
        }
        return { id: envelope.id, ok: false, failure: inSituation(failure, procedure) };
      } finally {
        running.delete(call);
      }
    },
    cancel(caller, callId) {
      const own = [...running].filter((c) => c.id === callId && c.sessionId === caller.sessionId);
      for (const c of own) c.abort.abort();
      return own.length > 0;
    },
    async drain(ms) {
      const calls = [...running].filter((c) => c.inOffice);
      for (const c of calls) c.abort.abort();
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([
        Promise.allSettled(calls.map((c) => c.done)),
        new Promise((resolve) => {
          timer = setTimeout(resolve, ms);
        }),
      ]);
      clearTimeout(timer);
    },
  };
}
