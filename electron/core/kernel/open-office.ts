import type { OpenDatabase } from '../db/dialects/sqlite.ts';
import type { FileStore } from '../vault/file-store.ts';
import type { Keyring, OfficeKey } from '../vault/keyring.ts';

/** An unlocked office: the only place where its key is in memory. */
export interface OpenOffice {
  readonly folder: string;
  readonly db: OpenDatabase;
  readonly files: FileStore;
  readonly key: OfficeKey;
  keyring: Keyring;
  readonly lock: { release(): void };
}
