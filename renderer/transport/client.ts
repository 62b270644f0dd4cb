import type { Client } from '../../shared/contract/api.ts';
import type { Envelope, KeptAct, Reply } from '../../shared/contract/wire.ts';
import { CallFailure } from './failure.ts';

let last = 0;
const underWay = new Set<Promise<unknown>>();

/** Resolves when no call is under way any more, or after `ms`. Before locking: what is being saved shall be saved. */
export async function whenIdle(ms: number): Promise<void> {
  if (underWay.size === 0) return;
  await Promise.race([Promise.allSettled(underWay), new Promise((resolve) => setTimeout(resolve, ms))]);
}

/** The last act of each page that was made here and that nothing offers to take back yet, by its scope. */
const acts = new Map<string, string>();

/** The act that this window made last on a page, once: an offer is for its own act and no other. */
export function takeAct(scope: string): string | null {
  const id = acts.get(scope) ?? null;
  acts.delete(scope);
  return id;
}

function keepAct(act: KeptAct | null | undefined): void {
  if (act) acts.set(act.scope, act.id);
  // Nothing was changed: whoever offers to take that back shall not find what came before.
  else if (act === null) acts.clear();
}

/** The typed caller over whatever carries an envelope. A carrier that breaks is an `internal` failure. */
export function clientOver(send: (envelope: Envelope) => Promise<Reply>): Client {
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
      keepAct(reply.act);
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
