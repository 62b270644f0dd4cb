import { createHash } from 'node:crypto';
import path from 'node:path';
import type { BatchStop } from '../../../../../shared/features/documents/batch.contract.ts';
import { safeFileName } from '../../../../../shared/features/documents/file-pattern.ts';
import type { Disk } from '../../../ports/world.ts';

/** The folder takes no more; the whole batch stops, and goes on when the reason is gone. */
export class FolderRefuses extends Error {
  readonly stop: Extract<BatchStop, 'disk-full' | 'folder-missing' | 'folder-closed'>;

  constructor(stop: FolderRefuses['stop'], cause: unknown) {
    super('The folder takes no more', { cause });
    this.name = 'FolderRefuses';
    this.stop = stop;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

function refusal(error: unknown): FolderRefuses {
  const code = codeOf(error);
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return new FolderRefuses('disk-full', error);
  if (['ENOENT', 'ENOTDIR'].includes(code)) return new FolderRefuses('folder-missing', error);
  return new FolderRefuses('folder-closed', error);
}

/** Half-written files bear this ending, and no file keeps it. */
const halfWritten = '.gongdao-part';

/** Papers written whole into a folder of the user's. Never over another file: somebody may have signed or corrected it. */
export interface OutFolder {
  /**
   * @param name with its ending, which `safeFileName` made.
   * @returns the name that it has, for a taken one gets a number; a file of the same bytes is taken for this one.
   * @throws FolderRefuses.
   */
  put(name: string, bytes: Uint8Array, sha256: string): Promise<string>;
  /** What was put here is to last. @throws FolderRefuses. */
  sync(): Promise<void>;
  /** Takes away what a program that was killed left half-written. @throws FolderRefuses. */
  sweep(): Promise<void>;
}

export function openOutFolder(disk: Disk, folder: string): OutFolder {
  const taken = new Set<string>();

  async function sameAs(file: string, bytes: Uint8Array, sha256: string): Promise<boolean> {
    const found = await disk.stat(file);
    if (found.size !== bytes.length) return false;
    return (
      createHash('sha256')
        .update(await disk.readFile(file))
        .digest('hex') === sha256
    );
  }

  async function isThere(file: string): Promise<boolean> {
    try {
      await disk.stat(file);
      return true;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    }
  }

  async function nameFor(name: string, bytes: Uint8Array, sha256: string) {
    const { name: stem, ext } = path.parse(name);
    for (let n = 1; ; n++) {
      const free = n === 1 ? name : safeFileName(stem, ` (${n})${ext}`);
      // Two papers on their way at once must not settle on one name.
      if (taken.has(free)) continue;
      if (!(await isThere(path.join(folder, free)))) return { free, same: false };
      if (await sameAs(path.join(folder, free), bytes, sha256)) return { free, same: true };
    }
  }

  return {
    async put(name, bytes, sha256) {
      let half: string | null = null;
      let claimed: string | null = null;
      try {
        const { free, same } = await nameFor(name, bytes, sha256);
        if (same) return free;
        claimed = free;
        taken.add(free);
        const file = path.join(folder, free);
        half = `${file.slice(0, file.length - path.extname(file).length)}${halfWritten}`;
        await disk.writeFile(half, bytes);
        await disk.rename(half, file);
        return free;
      } catch (error) {
        if (half !== null) await disk.rm(half).catch(() => undefined);
        throw refusal(error);
      } finally {
        if (claimed !== null) taken.delete(claimed);
      }
    },
    async sync() {
      await disk.syncFolder(folder).catch((error: unknown) => {
        throw refusal(error);
      });
    },
    async sweep() {
      try {
        for (const name of await disk.readdir(folder))
          if (name.endsWith(halfWritten)) await disk.rm(path.join(folder, name)).catch(() => undefined);
      } catch (error) {
        throw refusal(error);
      }
    },
  };
}
