import { randomUUID } from 'node:crypto';
import type { Client, Input, Output, ProcedureName } from '../../shared/contract/api.ts';
import { AppError } from '../../shared/kernel/errors.ts';
import type { Caller, Core } from './kernel/core.ts';

/** A typed caller within the same process: the command line, the sample office and the tests. */
export function clientOf(core: Core, caller: Caller): Client {
  return {
    async call<N extends ProcedureName>(
      name: N,
      input: Input<N>,
      options?: { callId?: string },
    ): Promise<Output<N>> {
      const reply = await core.dispatch(caller, { id: options?.callId ?? randomUUID(), name, input });
      if (!reply.ok) {
        const { code, ...extra } = reply.failure;
        throw new AppError(code, extra);
      }
      return reply.value as Output<N>;
    },
  };
}
