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
  /** Where the thread that makes papers begins: its source, or what was built of it. */
  readonly paperThread: string;
  /** Cores that this program may use. */
  readonly cores: number;
  /** Files of the user outside the office, for papers that are made into a folder. */
  readonly disk: Disk;
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

/** What writing whole files takes. Each rejects as Node does, with a `code`. */
export interface Disk {
  /** Makes a new file and brings it to the disk itself, not only to its cache. */
  writeFile(file: string, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  rm(file: string): Promise<void>;
  readFile(file: string): Promise<Uint8Array>;
  stat(file: string): Promise<{ readonly size: number; isDirectory(): boolean }>;
  readdir(folder: string): Promise<string[]>;
  /** Brings the names in a folder to the disk itself, where the system keeps them back. */
  syncFolder(folder: string): Promise<void>;
}

export interface Random {
  bytes(length: number): Uint8Array;
}

/** Structured log. Values are codes, counts and ids; never names, numbers or text of a case. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  error(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
}
