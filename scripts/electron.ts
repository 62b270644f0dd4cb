import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const packageFolder = path.join(root, 'node_modules/electron');
const failedMark = path.join(root, 'node_modules/.cache/gongdao/electron-download-failed');
const dayMs = 86_400_000;

const programs: Readonly<Record<string, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

/** The Electron program that is here already: named by `ELECTRON_OVERRIDE_DIST_PATH`, or downloaded by its package. */
export function findElectron(): string | null {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(packageFolder, 'dist');
  const program = path.join(folder, programs[process.platform] ?? 'electron');
  return fs.existsSync(program) ? program : null;
}

/**
 * Finds Electron, or lets its package download it, for 20 seconds at most. A failure is remembered for a day, so that
 * a computer without a connection starts quickly the next time.
 */
export function findOrFetchElectron(): string | null {
  const found = findElectron();
  if (found !== null || process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return found;
  const failedAt = fs.statSync(failedMark, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Date.now() - failedAt < dayMs) return null;
  console.log(
    '首次启动，正在下载 Electron（最多 20 秒）… / First start: downloading Electron (20 seconds at most)…',
  );
  spawnSync(process.execPath, [path.join(packageFolder, 'install.js')], {
    stdio: 'ignore',
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  const fetched = findElectron();
  if (fetched === null) {
    fs.mkdirSync(path.dirname(failedMark), { recursive: true });
    fs.writeFileSync(failedMark, '');
  }
  return fetched;
}
