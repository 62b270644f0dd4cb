import type { Client } from '../../shared/contract/api.ts';
import type { Envelope, Reply } from '../../shared/contract/wire.ts';
import { CallFailure } from './failure.ts';

let last = 0;

/** The typed caller over whatever carries an envelope. A carrier that breaks is an `internal` failure. */
export function clientOver(send: (envelope: Envelope) => Promise<Reply>): Client {
  return {
    async call(name, input, options) {
      const id = options?.callId ?? newCallId();
      let reply: Reply;
      try {
        reply = await send({ id, name, input });
      } catch (error) {
        throw error instanceof CallFailure
          ? error
          : new CallFailure({ code: 'internal', details: { carrier: true } });
      }
      if (!reply.ok) throw new CallFailure(reply.failure);
      return reply.value as never;
    },
  };
}

/** Names a call, so that its progress can be followed and it can be cancelled. */
export function newCallId(): string {
  last += 1;
  return `${crypto.randomUUID()}-${last}`;
}
