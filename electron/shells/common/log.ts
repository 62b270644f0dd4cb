import fs from 'node:fs';
import path from 'node:path';
import type { Log } from '../../core/ports/world.ts';

const maxBytes = 1024 * 1024;
const kept = 3;

/**
 * JSON lines in `<folder>/gongdao.log`; at 1 MiB the file becomes `gongdao.1.log`, and so on up to three old ones.
 * A log that cannot be written (full disk, read-only stick) must never stop the work: its errors are swallowed.
 */
export function fileLog(folder: string, now: () => number): Log {
  const file = path.join(folder, 'gongdao.log');
  const old = (n: number): string => path.join(folder, `gongdao.${n}.log`);

  function rotate(): void {
    if ((fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) < maxBytes) return;
    for (let n = kept - 1; n >= 1; n--) if (fs.existsSync(old(n))) fs.renameSync(old(n), old(n + 1));
    fs.renameSync(file, old(1));
  }

  function write(level: 'info' | 'error', event: string, facts: Parameters<Log['info']>[1]): void {
    try {
      fs.mkdirSync(folder, { recursive: true });
      rotate();
      fs.appendFileSync(
        file,
        `${JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...facts })}\n`,
        {
          mode: 0o600,
        },
      );
    } catch {
      // see above
    }
  }

  return {
    info: (event, facts) => write('info', event, facts),
    error: (event, facts) => write('error', event, facts),
  };
}
