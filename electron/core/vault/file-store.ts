import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { AppError } from '../../../shared/kernel/errors.ts';
import type { Random } from '../ports/world.ts';
import { makeOwnFolder, writeFileDurably } from './durable.ts';

const magic = Buffer.from('GDF1');
/** How long a file that no record names is kept: long enough to notice that an old copy of the record was put back. */
const keptMs = 30 * 86_400_000;

/** Encrypted files of the office, one AES-256-GCM file each under `files/`. Names say nothing. */
export interface FileStore {
  /** @returns the stored file's id and the SHA-256 of its plain bytes in hex. */
  write(bytes: Uint8Array): { id: string; sha256: string };
  /** @throws AppError `not-found`; `database-damaged` when the bytes are not those that were written. */
  read(id: string, sha256: string): Buffer;
  remove(id: string): void;
  /**
   * Puts aside what a killed program left: files that no record names go to `trash/`, and from there away for good
   * after 30 days; one that a record names comes back. Only while nobody writes.
   * @param named ids of every file that the record names.
   */
  sweep(named: ReadonlySet<string>, now: number): { readonly putAside: number; readonly broughtBack: number };
  /** Wipes the key; the store is unusable afterwards. */
  forget(): void;
}

/** `key` is the office's key for files; the id is bound in, so a file moved under another name is refused. */
export function openFileStore(folder: string, key: Buffer, random: Random, newId: () => string): FileStore {
  const fileOf = (id: string): string => {
    if (!/^[0-9A-Z]{26}$/.test(id)) throw new AppError('not-found');
    return path.join(folder, id.slice(-2).toLowerCase(), `${id}.gdf`);
  };
  return {
    write(bytes) {
      const id = newId();
      const nonce = Buffer.from(random.bytes(12));
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(Buffer.from(id));
      const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
      const file = fileOf(id);
      makeOwnFolder(path.dirname(file));
      writeFileDurably(file, Buffer.concat([magic, nonce, cipher.getAuthTag(), body]));
      return { id, sha256: createHash('sha256').update(bytes).digest('hex') };
    },
    read(id, sha256) {
      const file = fileOf(id);
      if (!fs.existsSync(file)) throw new AppError('not-found', { details: { part: 'file' } });
      const raw = fs.readFileSync(file);
      const damaged = (): AppError => new AppError('database-damaged', { details: { part: 'file' } });
      if (raw.length < 32 || !raw.subarray(0, 4).equals(magic)) throw damaged();
      const decipher = createDecipheriv('aes-256-gcm', key, raw.subarray(4, 16));
      decipher.setAAD(Buffer.from(id));
      decipher.setAuthTag(raw.subarray(16, 32));
      let plain: Buffer;
      try {
        plain = Buffer.concat([decipher.update(raw.subarray(32)), decipher.final()]);
      } catch {
        throw damaged();
      }
      if (createHash('sha256').update(plain).digest('hex') !== sha256) throw damaged();
      return plain;
    },
    remove(id) {
      fs.rmSync(fileOf(id), { force: true });
    },
    sweep(named, now) {
      let [putAside, broughtBack] = [0, 0];
      const idIn = (name: string): string => /^([0-9A-Z]{26})\.gdf$/.exec(name)?.[1] ?? '';
      const trash = path.join(folder, 'trash');
      if (fs.existsSync(trash))
        for (const name of fs.readdirSync(trash)) {
          const file = path.join(trash, name);
          if (named.has(idIn(name))) {
            makeOwnFolder(path.dirname(fileOf(idIn(name))));
            fs.renameSync(file, fileOf(idIn(name)));
            broughtBack++;
          } else if (now - fs.statSync(file).mtimeMs > keptMs) fs.rmSync(file);
        }
      for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
        if (!entry.isDirectory() || entry.name === 'trash') continue;
        for (const name of fs.readdirSync(path.join(folder, entry.name))) {
          const file = path.join(folder, entry.name, name);
          // The half of a file: it never had its name.
          if (name.endsWith('.gdf.new')) fs.rmSync(file);
          else if (idIn(name) !== '' && !named.has(idIn(name))) {
            makeOwnFolder(trash);
            fs.renameSync(file, path.join(trash, name));
            fs.utimesSync(path.join(trash, name), now / 1000, now / 1000);
            putAside++;
          }
        }
      }
      return { putAside, broughtBack };
    },
    forget: () => void key.fill(0),
  };
}
