import { type ChildProcess, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { findElectron } from '../../scripts/electron.ts';
import { hasDisplay } from '../../scripts/shell-choice.ts';

/** Generous: a loaded build server needs many times what a desk computer does. */
const startMayTakeMs = 60_000;
const closeMayTakeMs = 20_000;

const root = path.resolve(import.meta.dirname, '../..');

/** Real Electron where its program and a display exist, the stand-in otherwise. */
export function shellProgram(): { program: string; real: boolean } {
  const electron = hasDisplay(process) ? findElectron() : null;
  if (electron !== null) return { program: electron, real: true };
  return { program: path.join(import.meta.dirname, 'standin/electron-shell'), real: false };
}

export interface LaunchOptions {
  readonly home: string;
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the built program as a person would, with a user folder of its own. */
export function launchApp({ home, folder = root, env = {} }: LaunchOptions): Promise<ElectronApplication> {
  const { program, real } = shellProgram();
  const sandbox = real && process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return _electron.launch({
    executablePath: program,
    timeout: startMayTakeMs,
    args: [...sandbox, folder],
    env: {
      ...(process.env as Record<string, string>),
      STANDIN_NODE: process.execPath,
      GONGDAO_HOME: home,
      ...env,
    },
  });
}

/** The page of the only window, once it is loaded: a window begins as about:blank. */
export async function pageOf(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow({ timeout: startMayTakeMs });
  await page.waitForURL((url) => url.href.includes('bundle'), { timeout: startMayTakeMs });
  return page;
}

/** The last lines that the program wrote to either output, for whoever must find out what it was doing. */
function lastLines(app: ElectronApplication): () => string[] {
  let text = '';
  for (const output of [app.process().stdout, app.process().stderr])
    output?.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-4_000);
    });
  return () => text.trim().split('\n').slice(-10);
}

/** Closes the program as a person would, and kills it with all its processes when that takes too long. */
async function closeOrKill(app: ElectronApplication): Promise<boolean> {
  const timer = new AbortController();
  const closed = app.close().then(() => true);
  const late = delay(closeMayTakeMs, false, { signal: timer.signal }).catch(() => false);
  const inTime = await Promise.race([closed, late]);
  timer.abort();
  if (inTime) return true;
  killTree(app.process());
  await closed;
  return false;
}

/** Playwright starts the program as the leader of a process group; its core belongs to it. */
function killTree(program: ChildProcess): void {
  const { pid } = program;
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}

/** A test with the program running in a fresh user folder. */
export const test = base.extend<{ home: string; app: ElectronApplication; page: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  home: async ({}, use) => {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-desktop-'));
    await use(home);
    fs.rmSync(home, { recursive: true, force: true });
  },
  app: async ({ home }, use, testInfo) => {
    const app = await launchApp({ home });
    const last = lastLines(app);
    await use(app);
    if (await closeOrKill(app)) return;
    // Whether the program quits by itself is what quit.spec.ts demands; here it is only told.
    const description = `killed after ${closeMayTakeMs} ms; its last lines: ${last().join(' | ')}`;
    testInfo.annotations.push({ type: 'did not quit', description });
    console.error(`${testInfo.title}: the program did not quit, ${description}`);
  },
  page: async ({ app }, use) => {
    await use(await pageOf(app));
  },
});
