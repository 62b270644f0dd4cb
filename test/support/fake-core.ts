import { randomUUID } from 'node:crypto';
import type { Caller, Core, HandoffFile } from '../../electron/core/kernel/core.ts';
import type { CoreEvent, Envelope, Reply } from '../../shared/contract/wire.ts';
import { AppError } from '../../shared/kernel/errors.ts';

/** A core without an office, for tests of what surrounds it: it answers with what it was asked. */
export interface FakeCore extends Core {
  readonly calls: { caller: Caller; envelope: Envelope }[];
  emit(event: CoreEvent): void;
  readonly closed: () => boolean;
}

/**
 * `echo` returns caller and input, `fail` a failure, `announce` emits its input as an event, `crash` ends the process
 * in which the core runs; every other name is unknown.
 */
export function fakeCore(): FakeCore {
  const listeners = new Set<(event: CoreEvent) => void>();
  const files = new Map<string, HandoffFile & { sessionId: string }>();
  const calls: FakeCore['calls'] = [];
  let closed = false;
  const emit = (event: CoreEvent): void => {
    for (const listener of listeners) listener(event);
  };

  function reply({ sessionId }: Caller, { id, name, input }: Envelope): Reply {
    switch (name) {
      case 'echo':
        return { id, ok: true, value: { sessionId, input } };
      case 'announce':
        emit(input as CoreEvent);
        return { id, ok: true, value: null };
      case 'crash':
        process.exit(7);
        break;
      case 'fail':
        return { id, ok: false, failure: { code: 'conflict', details: { version: 2 } } };
    }
    return { id, ok: false, failure: { code: 'unknown-procedure' } };
  }

  return {
    calls,
    emit,
    closed: () => closed,
    async dispatch(caller, envelope) {
      calls.push({ caller, envelope });
      return reply(caller, envelope);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async receiveFile({ sessionId }, file) {
      if (file.bytes.length > 64 * 1024 * 1024) throw new AppError('file-too-large');
      const token = randomUUID();
      files.set(token, { ...file, token, sessionId });
      return token;
    },
    async fileFor({ sessionId }, token) {
      const file = files.get(token);
      return file?.sessionId === sessionId ? file : null;
    },
    async close() {
      closed = true;
    },
  };
}
