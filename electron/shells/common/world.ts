import { randomFillSync } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import { chinaDate } from '../../../shared/kernel/date.ts';
import type { Disk, World } from '../../core/ports/world.ts';
import type { FontSources } from '../../paper/index.ts';
import { fileLog } from './log.ts';
import { type Host, systemFontFolders, userPaths } from './paths.ts';

/** Where the program's own data lies: the project folder when run from source, the resources folder when packaged. */
export interface Installation {
  readonly resources: string;
  /** The shipped font files. */
  readonly fonts: FontSources['files'];
  /** The script of the threads that make papers. */
  readonly paperThread: string;
}

/** The computer's own files. */
export const realDisk: Disk = {
  writeFile: (file, bytes) => fs.writeFile(file, bytes, { flush: true, mode: 0o644 }),
  rename: (from, to) => fs.rename(from, to),
  rm: (file) => fs.rm(file, { force: true }),
  readFile: (file) => fs.readFile(file),
  stat: (file) => fs.stat(file),
  readdir: (folder) => fs.readdir(folder),
  async syncFolder(folder) {
    // Windows refuses to open a folder; NTFS journals the rename itself.
    if (process.platform === 'win32') return;
    const handle = await fs.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

/** The real clock, random source, log and folders. */
export function realWorld(installation: Installation, host: Host): World {
  const now = (): number => Date.now();
  const paths = userPaths(host);
  return {
    clock: { now, today: () => chinaDate(now()) },
    random: { bytes: (length) => randomFillSync(new Uint8Array(length)) },
    log: fileLog(paths.logs, now),
    resources: installation.resources,
    fonts: { files: installation.fonts, installed: systemFontFolders(host) },
    paperThread: installation.paperThread,
    cores: os.availableParallelism(),
    disk: realDisk,
    configFolder: paths.config,
    suggestedOfficeFolder: paths.defaultOffice,
  };
}
