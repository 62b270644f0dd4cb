import type { Api, Input, Output, ProcedureName } from '../../shared/contract/api.ts';
import type { Envelope, Reply } from '../../shared/contract/wire.ts';
import { CallFailure } from './failure.ts';

let last = 0;
const underWay = new Set<Promise<unknown>>();

/** Resolves when no call is under way any more, or after `ms`. Before locking: what is being saved shall be saved. */
export async function whenIdle(ms: number): Promise<void> {
  if (underWay.size === 0) return;
  await Promise.race([Promise.allSettled(underWay), new Promise((resolve) => setTimeout(resolve, ms))]);
}

declare const change: unique symbol;
/** The answer to a change: what an offer to take it back is made of. */
export interface Answered {
  readonly [change]: true;
}
export type Answer<N extends ProcedureName> = Output<N> &
  (Api[N]['kind'] extends 'mutation' ? Answered : unknown);

/** The `Client` of the contract, whose answers know what they changed. */
export interface PageClient {
  call<N extends ProcedureName>(name: N, input: Input<N>, options?: { callId?: string }): Promise<Answer<N>>;
}

/** The act that each answer named, for as long as somebody holds the answer. */
const acts = new WeakMap<object, string>();

/** The act by which this very change is taken back; null where it changed nothing or none is kept. */
export const actOf = (answer: Answered): string | null => acts.get(answer) ?? null;

/** The typed caller over whatever carries an envelope. A carrier that breaks is an `internal` failure. */
export function clientOver(send: (envelope: Envelope) => Promise<Reply>): PageClient {
  return {
    async call(name, input, options) {
      const id = options?.callId ?? newCallId();
      let reply: Reply;
      try {
        const sent = send({ id, name, input });
        underWay.add(sent);
        reply = await sent.finally(() => underWay.delete(sent));
      } catch (error) {
        throw error instanceof CallFailure
          ? error
          : new CallFailure({ code: 'internal', details: { carrier: true } });
      }
      if (!reply.ok) throw new CallFailure(reply.failure);
      if (reply.act && typeof reply.value === 'object' && reply.value !== null)
        acts.set(reply.value, reply.act);
      // The core has checked the answer against the contract that this call's type is read from.
      return reply.value as never;
    },
  };
}

/** Names a call, so that its progress can be followed and it can be cancelled. */
export function newCallId(): string {
  last += 1;
  return `${crypto.randomUUID()}-${last}`;
}
