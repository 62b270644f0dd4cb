import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { findElectron } from '../../scripts/electron.ts';
import { hasDisplay } from '../../scripts/shell-choice.ts';

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
  const page = await app.firstWindow();
  await page.waitForURL((url) => url.href.includes('bundle'));
  return page;
}

/** A test with the program running in a fresh user folder. */
export const test = base.extend<{ home: string; app: ElectronApplication; page: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  home: async ({}, use) => {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-desktop-'));
    await use(home);
    fs.rmSync(home, { recursive: true, force: true });
  },
  app: async ({ home }, use) => {
    const app = await launchApp({ home });
    await use(app);
    await app.close();
  },
  page: async ({ app }, use) => {
    await use(await pageOf(app));
  },
});
