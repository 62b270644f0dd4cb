import fs from 'node:fs';
import path from 'node:path';

const ownFolder = 0o700;
const ownFile = 0o600;

/** Makes a file that only this user may read, for a library that would make it readable to all. */
export function makeOwnFile(file: string): void {
  fs.closeSync(fs.openSync(file, 'a', ownFile));
}

/** Makes a folder that only this user may enter; those above it as the system makes them. */
export function makeOwnFolder(folder: string): void {
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  if (!fs.existsSync(folder)) fs.mkdirSync(folder, { mode: ownFolder });
}

/** Closes to others what lies under a folder, so many levels deep. What cannot be closed stays as it is. */
export function closeToOthers(folder: string, levels: number): void {
  // Windows has no such modes; there the folder's own list of rights holds.
  if (process.platform === 'win32') return;
  const close = (at: string, mode: number): void => {
    try {
      if ((fs.statSync(at).mode & 0o077) !== 0) fs.chmodSync(at, mode);
    } catch {
      // Another user's file, a read-only disk, or a disk without modes.
      return;
    }
  };
  close(folder, ownFolder);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isFile()) close(at, ownFile);
    else if (entry.isDirectory() && levels > 0) closeToOthers(at, levels - 1);
    else if (entry.isDirectory()) close(at, ownFolder);
  }
}

/** Writes a whole file or nothing: to a neighbour, flushed, then renamed over. */
export function writeFileDurably(file: string, bytes: Uint8Array | string): void {
  const temporary = `${file}.new`;
  const fd = fs.openSync(temporary, 'w', 0o600);
  try {
    fs.writeFileSync(fd, bytes);
    fs.fsyncSync(fd);
  } catch (error) {
    fs.closeSync(fd);
    fs.rmSync(temporary, { force: true });
    throw error;
  }
  fs.closeSync(fd);
  fs.renameSync(temporary, file);
  syncFolder(path.dirname(file));
}

// Without it a power cut may forget the rename. Windows refuses to open a folder; NTFS journals the rename itself.
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}
