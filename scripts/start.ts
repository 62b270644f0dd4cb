import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildStale } from './build.ts';
import { findOrFetchElectron } from './electron.ts';
import { chooseShell, hasDisplay } from './shell-choice.ts';

const root = path.resolve(import.meta.dirname, '..');
const { platform, env } = process;
const wantsBrowser = process.argv.includes('--browser');

const mayUseWindow = !wantsBrowser && hasDisplay({ platform, env });
const program = mayUseWindow ? findOrFetchElectron() : null;
const choice = chooseShell({
  wantsBrowser,
  platform,
  env,
  electron: program ? { program } : { missing: mayUseWindow ? 'not-downloaded' : 'not-tried' },
});

if (choice.shell === 'desktop' && program) {
  await buildStale();
  say(choice.zh, choice.en);
  const early = await runWindow(program);
  if (early) {
    say(
      'Electron 窗口未能启动，因此改在浏览器中打开公道。',
      "Electron's window could not start, so Gongdao opens in the browser instead.",
    );
    await runBrowser(true);
  }
} else {
  await buildStale(['renderer']);
  say(choice.zh, choice.en);
  await runBrowser(choice.shell === 'browser');
}

function say(zh: string, en: string): void {
  console.log(`${zh} ${en}`);
}

/** Resolves when the window was closed; true when it failed within ten seconds, as it does where a library is missing. */
async function runWindow(electron: string): Promise<boolean> {
  const args = [root];
  if (platform === 'linux' && process.getuid?.() === 0) {
    args.unshift('--no-sandbox');
    say(
      '注意：以 root 身份运行时 Chromium 沙箱不可用，请改用普通用户。',
      'Note: run as root, Chromium works without its sandbox; use an ordinary account.',
    );
  }
  const started = performance.now();
  const child = spawn(electron, args, { stdio: 'inherit' });
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (exitCode) => resolve(exitCode));
  });
  const failed = code !== 0 && performance.now() - started < 10_000;
  if (!failed) process.exitCode = code ?? 1;
  return failed;
}

async function runBrowser(open: boolean): Promise<void> {
  const { runBrowserShell } = await import('../electron/shells/browser/main.ts');
  const { launchUrl } = await runBrowserShell();
  console.log(launchUrl);
  console.log('按 Ctrl+C 结束。 / Press Ctrl+C to end.');
  if (open) openAddress(launchUrl);
}

/** Hands the address to the default browser. When there is none the address is on the screen anyway. */
function openAddress(url: string): void {
  const commands: Readonly<Record<string, readonly [string, ...string[]]>> = {
    darwin: ['open', url],
    // `start` is a word of cmd; the empty text is the title that it expects first.
    win32: ['cmd', '/c', 'start', '""', url],
  };
  const [command, ...args] = commands[platform] ?? ['xdg-open', url];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}
