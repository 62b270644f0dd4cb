import type { PlainDate } from '../../../shared/kernel/date.ts';
import type { FontSources } from '../../paper/index.ts';

/** Everything the core may ask of the outside. Tests give fixed ones. */
export interface World {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** The read-only folder `resources/`. */
  readonly resources: string;
  /** The shipped font files, and folders in which the user's own may be found. */
  readonly fonts: FontSources;
  /** Where the program remembers which offices were opened (paths only). */
  readonly configFolder: string;
  /** Folder suggested for a new office. */
  readonly suggestedOfficeFolder: string;
}

export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** Today at the office: China Standard Time, whatever the computer's zone. */
  today(): PlainDate;
}

export interface Random {
  bytes(length: number): Uint8Array;
}

/** Structured log. Values are codes, counts and ids; never names, numbers or text of a case. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  error(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
}
