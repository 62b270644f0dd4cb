import { AppError } from '../../../shared/kernel/errors.ts';
import type { Clock, Random } from '../ports/world.ts';
import type { HandoffFile } from './core.ts';

const maxFile = 64 * 1024 * 1024;
const maxHeld = 512 * 1024 * 1024;
const lifetimeMs = 30 * 60_000;

/** Files between a person's choice and the core, in memory only: personal data never lies in a temporary file. */
export interface Handoff {
  put(sessionId: string, file: { name: string; type: string; bytes: Uint8Array }): string;
  get(sessionId: string, token: string): HandoffFile | null;
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
  const get = (sessionId: string, token: string): HandoffFile | null => {
    const f = held.get(token);
    if (!f || f.sessionId !== sessionId || clock.now() - f.since > lifetimeMs) return null;
    return f;
  };
  return {
    put(sessionId, file) {
      if (file.bytes.length > maxFile)
        throw new AppError('file-too-large', { details: { maxMegabytes: maxFile / 1024 / 1024 } });
      const token = Buffer.from(random.bytes(24)).toString('base64url');
      held.set(token, { token, sessionId, since: clock.now(), ...file });
      sweep();
      return token;
    },
    get,
    require(sessionId, token) {
      const f = get(sessionId, token);
      if (!f) throw new AppError('file-expired');
      return f;
    },
    clear: () => held.clear(),
  };
}
