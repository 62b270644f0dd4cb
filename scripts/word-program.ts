// LibreOffice, which opens the Word documents that the app makes: found, or brought by Debian's packages.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const { platform, env } = process;

/** The program of a LibreOffice that is here: `GONGDAO_SOFFICE`, or an installed one. */
export function findWordProgram(): string | null {
  if (env.GONGDAO_SOFFICE) return fs.existsSync(env.GONGDAO_SOFFICE) ? env.GONGDAO_SOFFICE : null;
  if (platform === 'win32')
    return firstThere([path.join(env.PROGRAMFILES ?? '', 'LibreOffice/program/soffice.com')]);
  if (platform === 'darwin') return firstThere(['/Applications/LibreOffice.app/Contents/MacOS/soffice']);
  const folders = [...(env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin'];
  return firstThere(folders.filter((f) => f.startsWith('/')).map((folder) => path.join(folder, 'soffice')));
}

const firstThere = (files: readonly string[]): string | null => files.find((f) => fs.existsSync(f)) ?? null;

const debian = (): boolean =>
  fs.existsSync('/etc/os-release') && /^ID="?debian"?$/m.test(fs.readFileSync('/etc/os-release', 'utf8'));

/**
 * Brings LibreOffice's writer beside other work, where Debian's packages can and nobody has one already; elsewhere the
 * answer comes at once. Null when there is none. A step that hangs is ended after ten minutes.
 */
export async function bringWordProgram(): Promise<string | null> {
  const found = findWordProgram();
  if (found !== null || platform !== 'linux' || process.getuid?.() !== 0 || !debian()) return found;
  console.log('Installing libreoffice-writer-nogui with apt-get in the background…');
  const limits = [
    '-o',
    'Acquire::Retries=1',
    '-o',
    'Acquire::http::Timeout=20',
    '-o',
    'DPkg::Lock::Timeout=120',
  ];
  await run(['apt-get', ...limits, 'update']);
  await run(['apt-get', ...limits, 'install', '-y', '--no-install-recommends', 'libreoffice-writer-nogui']);
  return findWordProgram();
}

/** At the lowest priority: the tests that run beside it wait for pages. */
function run(command: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn('nice', ['-n', '19', ...command], {
      stdio: 'ignore',
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 600_000,
      killSignal: 'SIGKILL',
    });
    child.on('error', () => resolve());
    child.on('close', () => resolve());
  });
}
