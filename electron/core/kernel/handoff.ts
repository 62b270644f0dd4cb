import { AppError } from '../../../shared/kernel/errors.ts';
import type { Clock, Random } from '../ports/world.ts';
import type { HandoffFile } from './core.ts';

const maxFile = 64 * 1024 * 1024;
const maxHeld = 512 * 1024 * 1024;
const lifetimeMs = 30 * 60_000;

/** Files between a person's choice and the core, in memory only: personal data never lies in a temporary file. */
export interface Handoff {
  /** Takes in what a person chose. @throws AppError `file-too-large` above 64 MiB. */
  receive(sessionId: string, file: { name: string; type: string; bytes: Uint8Array }): string;
  /** Holds what the core itself has made. @throws AppError `file-too-large` above 512 MiB. */
  put(sessionId: string, file: { name: string; type: string; bytes: Uint8Array }): string;
  get(sessionId: string, token: string): HandoffFile | null;
  /** Forgets one that is not needed any more. */
  drop(sessionId: string, token: string): void;
  /** @throws AppError `file-expired` when the token is unknown to this caller. */
  require(sessionId: string, token: string): HandoffFile;
  clear(): void;
}

export function createHandoff(clock: Clock, random: Random): Handoff {
  const held = new Map<string, HandoffFile & { sessionId: string; since: number }>();
  const sweep = (): void => {
    const now = clock.now();
    let total = 0;
    for (const [token, f] of held) {
      if (now - f.since > lifetimeMs) held.delete(token);
      else total += f.bytes.length;
    }
    // Oldest first: a Map keeps insertion order.
    for (const [token, f] of held) {
      if (total <= maxHeld) break;
      held.delete(token);
      total -= f.bytes.length;
    }
  };
  const put: Handoff['put'] = (sessionId, file) => {
    if (file.bytes.length > maxHeld) throw tooLarge(maxHeld);
    const token = Buffer.from(random.bytes(24)).toString('base64url');
    held.set(token, { token, sessionId, since: clock.now(), ...file });
    sweep();
    return token;
  };
  const get = (sessionId: string, token: string): HandoffFile | null => {
    sweep();
    const f = held.get(token);
    if (!f || f.sessionId !== sessionId) return null;
    return f;
  };
  return {
    receive(sessionId, file) {
      if (file.bytes.length > maxFile) throw tooLarge(maxFile);
      return put(sessionId, file);
    },
    put,
    get,
    drop(sessionId, token) {
      if (held.get(token)?.sessionId === sessionId) held.delete(token);
    },
    require(sessionId, token) {
      const f = get(sessionId, token);
      if (!f) throw new AppError('file-expired');
      return f;
    },
    clear: () => held.clear(),
  };
}

function tooLarge(limit: number): AppError {
  return new AppError('file-too-large', { details: { maxMegabytes: limit / 1024 / 1024 } });
}
