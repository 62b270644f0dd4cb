import type { Contract, Procedure } from '../../../shared/contract/builders.ts';
import type { CoreEvent, Envelope, Reply, Topic } from '../../../shared/contract/wire.ts';
import { AppError } from '../../../shared/kernel/errors.ts';
import { appendAudit } from '../features/audit/index.ts';
import type { World } from '../ports/world.ts';
import type { Actor, CallContext, CommandContext, MutationContext, QueryContext } from './context.ts';
import type { Caller } from './core.ts';
import { toFailure } from './failures.ts';
import type { Handoff } from './handoff.ts';
import type { OpenOffice } from './open-office.ts';
import { may } from './permissions.ts';

type AnyHandler = (ctx: never, input: never) => Promise<unknown>;

interface PipelineOptions {
  readonly world: World;
  readonly newId: () => string;
  readonly handoff: Handoff;
  readonly contract: Contract;
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  readonly emit: (event: CoreEvent) => void;
  /** The open office and who this caller is in it; null when locked for this caller. */
  readonly sessionOf: (caller: Caller) => { office: OpenOffice; actor: Actor } | null;
}

export interface Pipeline {
  dispatch(caller: Caller, envelope: Envelope): Promise<Reply>;
  cancel(caller: Caller, callId: string): boolean;
  /** Asks every running call to stop and waits for them, at most `ms`. */
  drain(ms: number): Promise<void>;
}

/** The one way into the core: name → parse → session → permission → transaction → handler → audit → commit → reply. */
export function createPipeline(options: PipelineOptions): Pipeline {
  const { world, newId, contract, handlers, emit } = options;
  const running = new Map<string, { sessionId: string; abort: AbortController; done: Promise<unknown> }>();

  async function run(caller: Caller, envelope: Envelope, signal: AbortSignal): Promise<unknown> {
    const procedure = Object.hasOwn(contract, envelope.name) ? contract[envelope.name] : undefined;
    const handler = handlers[envelope.name];
    if (!procedure || !handler) throw new AppError('unknown-procedure');
    const session = options.sessionOf(caller);
    if (procedure.access === 'session') {
      if (!session) throw new AppError('locked');
      if (!may(session.actor.role, procedure.permission)) throw new AppError('permission-denied');
    }
    const input: unknown = procedure.input.parse(envelope.input);
    const base = callContext(caller, envelope.id, signal);
    const value = await execute(procedure, handler, base, session, input);
    return procedure.output.parse(value);
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
  ): Promise<unknown> {
    if (procedure.kind === 'command') {
      const ctx: CommandContext = {
        ...base,
        actor: session?.actor ?? null,
        reading() {
          if (!session) throw new AppError('locked');
          return { actor: session.actor, db: session.office.db.read, files: session.office.files };
        },
      };
      return handler(ctx as never, input as never);
    }
    if (!session) throw new AppError('locked');
    const { office, actor } = session;
    if (procedure.kind === 'query') {
      const ctx: QueryContext = { ...base, actor, db: office.db.read, files: office.files };
      return handler(ctx as never, input as never);
    }
    const topics = new Map<Topic, Set<string>>();
    const undo: (() => void)[] = [];
    try {
      const value = await office.db.write.transaction().execute(async (db) => {
        let subject: { caseId: string | null; details: Readonly<Record<string, unknown>> } = {
          caseId: null,
          details: {},
        };
        const ctx: MutationContext = {
          ...base,
          actor,
          db,
          files: office.files,
          about: (caseId, details = {}) => {
            subject = { caseId, details };
          },
          changed: (topic, id) => {
            const ids = topics.get(topic) ?? new Set();
            topics.set(topic, ids.add(id));
          },
          onRollback: (fn) => undo.push(fn),
        };
        const result = await handler(ctx as never, input as never);
        if (procedure.audit !== null)
          await appendAudit(db, { at: base.now, verb: procedure.audit, actor, ...subject });
        return result;
      });
      for (const [topic, ids] of topics) emit({ type: 'changed', topic, ids: [...ids] });
      return value;
    } catch (error) {
      for (const fn of undo) fn();
      throw error;
    }
  }

  return {
    async dispatch(caller, envelope) {
      const abort = new AbortController();
      const started = performance.now();
      const work = run(caller, envelope, abort.signal);
      running.set(envelope.id, { sessionId: caller.sessionId, abort, done: work.catch(() => undefined) });
      try {
        const value = await work;
        const ms = Math.round(performance.now() - started);
        if (ms > 200) world.log.info('slow-call', { name: envelope.name, ms });
        return { id: envelope.id, ok: true, value };
      } catch (error) {
        const reference = newId().slice(-8);
        const { failure, unexpected } = toFailure(error, reference);
        if (unexpected) {
          // The stack names our files and functions; the message may quote a person's data, so it stays out.
          const stack =
            error instanceof Error ? (error.stack ?? '').split('\n    at ').slice(1, 8).join(' < ') : '';
          world.log.error('unexpected', { name: envelope.name, reference, stack });
        }
        return { id: envelope.id, ok: false, failure };
      } finally {
        running.delete(envelope.id);
      }
    },
    cancel(caller, callId) {
      const call = running.get(callId);
      if (!call || call.sessionId !== caller.sessionId) return false;
      call.abort.abort();
      return true;
    },
    async drain(ms) {
      const calls = [...running.values()];
      for (const c of calls) c.abort.abort();
      await Promise.race([
        Promise.allSettled(calls.map((c) => c.done)),
        new Promise((resolve) => setTimeout(resolve, ms).unref()),
      ]);
    },
  };
}
