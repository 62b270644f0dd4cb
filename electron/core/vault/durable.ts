import fs from 'node:fs';
import path from 'node:path';

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
