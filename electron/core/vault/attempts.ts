import fs from 'node:fs';
import { writeFileDurably } from './durable.ts';

/**
 * Wrong passphrases, kept beside the keyring so that a restart does not reset the delay. It slows a person at this
 * computer; against a copied folder only the passphrase and Argon2id stand.
 */
export interface Attempts {
  /** Seconds to wait before the next try, 0 when none. */
  waitSeconds(now: number): number;
  /** @returns the seconds to wait after this failure: 1, 2, 4 … 300. */
  failed(now: number): number;
  succeeded(): void;
}

export function openAttempts(file: string): Attempts {
  let state = load(file);
  const delayOf = (count: number): number => (count === 0 ? 0 : Math.min(2 ** (count - 1), 300));
  const save = (): void => {
    try {
      writeFileDurably(file, JSON.stringify(state));
    } catch {
      // A read-only folder cannot remember; the delay then holds for this run of the program.
      return;
    }
  };
  return {
    waitSeconds(now) {
      const until = state.lastAt + delayOf(state.count) * 1000;
      // A clock set back must not lock the office for years.
      return now >= until || now < state.lastAt ? 0 : Math.ceil((until - now) / 1000);
    },
    failed(now) {
      state = { count: Math.min(state.count + 1, 1000), lastAt: now };
      save();
      return delayOf(state.count);
    },
    succeeded() {
      if (state.count === 0) return;
      state = { count: 0, lastAt: 0 };
      save();
    },
  };
}

function load(file: string): { count: number; lastAt: number } {
  try {
    const parsed: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    if (typeof parsed === 'object' && parsed !== null && 'count' in parsed && 'lastAt' in parsed) {
      const { count, lastAt } = parsed;
      if (typeof count === 'number' && typeof lastAt === 'number') return { count, lastAt };
    }
  } catch {
    return { count: 0, lastAt: 0 };
  }
  return { count: 0, lastAt: 0 };
}
