import path from 'node:path';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { createCore } from '../../../electron/core/app.ts';
import type { Core } from '../../../electron/core/kernel/core.ts';
import { type BrowserShell, startBrowserShell } from '../../../electron/shells/browser/server.ts';
import { clientOver } from '../../../renderer/transport/client.ts';
import type { Client } from '../../../shared/contract/api.ts';
import {
  openTestApp,
  type TestApp,
  type TestWorld,
  testKdfCost,
  testPassphrase,
  testUser,
  testWorld,
} from '../../support/open-test-app.ts';

export { expect };

/** The real page over the real core in this process. */
export interface RunningShell {
  readonly shell: BrowserShell;
  /** Lets a fresh browser context in: the launch address serves only once. */
  enter(context: BrowserContext): Promise<void>;
  /** Calls as the browser's own session. */
  readonly client: Client;
}

/** A running program whose clock stands at the test world's day, without an office. */
export interface Program extends RunningShell {
  readonly world: TestWorld;
  readonly core: Core;
}

export async function serve(core: Core, world: TestWorld): Promise<RunningShell> {
  const shell = await startBrowserShell({
    core,
    renderer: path.resolve('out/renderer'),
    log: world.log,
    info: {
      platform: process.platform,
      version: '0.1.0',
      defaultOfficeFolder: world.suggestedOfficeFolder,
    },
  });
  const launched = await fetch(shell.launchUrl, { redirect: 'manual' });
  const cookie = launched.headers.get('set-cookie')?.split(';')[0] ?? '';
  const [name = '', value = ''] = cookie.split('=');
  return {
    shell,
    enter: (context) =>
      context.addCookies([{ name, value, url: shell.origin, httpOnly: true, sameSite: 'Strict' }]),
    client: clientOver(async (envelope) => {
      const response = await fetch(`${shell.origin}/api/call`, {
        method: 'POST',
        // A connection for each call: one kept while a test fills an office for a minute is dead when it is used again.
        headers: { 'content-type': 'application/json', origin: shell.origin, cookie, connection: 'close' },
        body: JSON.stringify(envelope),
      });
      return (await response.json()) as never;
    }),
  };
}

export async function startProgram(world = testWorld()): Promise<Program> {
  const core = createCore(world, { kdfCost: testKdfCost });
  return { world, core, ...(await serve(core, world)) };
}

export interface Office extends TestApp, Omit<RunningShell, 'client'> {}

/** The page's clock beside the core's: both stand at the same day, seconds run on. */
async function setClock(page: Page, world: TestWorld): Promise<void> {
  await page.addInitScript((start) => {
    const shift = start - Date.now();
    const Real = Date;
    const Shifted = class extends Real {
      constructor(...given: unknown[]) {
        if (given.length === 0) super(Real.now() + shift);
        else super(...(given as [number]));
      }
      static override now(): number {
        return Real.now() + shift;
      }
    };
    globalThis.Date = Shifted as DateConstructor;
  }, world.clock.now());
}

/** What a page must never do: log an error, break its policy, throw. */
function listenForFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.text().includes('Content Security Policy'))
      faults.push(message.text());
  });
  return faults;
}

export interface Look {
  readonly language?: 'zh-CN' | 'en';
  readonly theme?: 'light' | 'dark';
}

export async function setLook(page: Page, look: Look): Promise<void> {
  await page.addInitScript((shown) => {
    localStorage.setItem('gongdao.preferences', JSON.stringify({ theme: 'light', ...shown }));
  }, look);
}

interface Fixtures {
  /** Opens an address of the program (`/cases?tab=…`) and returns when the page is there. */
  readonly visit: (address: string) => Promise<void>;
  /** A second tab of the same person. */
  readonly secondTab: () => Promise<Page>;
}

async function withOffice(use: (office: Office) => Promise<void>): Promise<void> {
  const app = await openTestApp();
  await app.client.call('office.confirmRecoveryKey', { recoveryKey: app.recoveryKey });
  const { client, ...running } = await serve(app.core, app.world);
  await client.call('office.unlock', { userName: testUser, passphrase: testPassphrase });
  await use({ ...app, ...running });
  await running.shell.close();
}

interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly office: Office;
}
type Use<T> = (value: T) => Promise<void>;

const inOffice = {
  page: async ({ page, office, context }: OpenPage, use: Use<Page>) => {
    await office.enter(context);
    await setClock(page, office.world);
    const faults = listenForFaults(page);
    await use(page);
    expect(faults).toEqual([]);
  },
  visit: async ({ page, office }: OpenPage, use: Use<Fixtures['visit']>) => {
    await use(async (address) => {
      await page.goto(`${office.shell.origin}/#${address}`);
      await page.locator('#main').waitFor();
    });
  },
  secondTab: async ({ context, office }: OpenPage, use: Use<Fixtures['secondTab']>) => {
    await use(async () => {
      const tab = await context.newPage();
      await setClock(tab, office.world);
      return tab;
    });
  },
};

/** One office for the specs of a worker; each test makes the cases it needs. */
export const test = base.extend<Fixtures, { office: Office }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  office: [async ({}, use) => withOffice(use), { scope: 'worker' }],
  ...inOffice,
});

/** For what looks at everything in the office: nothing of another test is in it. */
export const aloneInOffice = base.extend<Fixtures & { office: Office }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  office: async ({}, use) => withOffice(use),
  ...inOffice,
});

/** For the screens before an office is open: a program of its own for each test. */
export const firstRun = base.extend<{ program: Program }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  program: async ({}, use) => {
    const program = await startProgram();
    await use(program);
    await program.shell.close();
  },
  page: async ({ page, program, context }, use) => {
    await program.enter(context);
    await setClock(page, program.world);
    const faults = listenForFaults(page);
    await use(page);
    expect(faults).toEqual([]);
  },
});

/** Keys as a person presses them, counted. */
export class Keys {
  presses = 0;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(key: string, times = 1): Promise<void> {
    for (let i = 0; i < times; i++) await this.page.keyboard.press(key);
    this.presses += times;
  }

  async type(text: string): Promise<void> {
    this.presses += [...text].length;
    await this.page.keyboard.type(text);
  }

  /** What an input method or the clipboard brings in: counted as two presses. */
  async paste(text: string): Promise<void> {
    this.presses += 2;
    await this.page.evaluate((given) => {
      const data = new DataTransfer();
      data.setData('text/plain', given);
      const target = document.activeElement;
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      if (target?.dispatchEvent(event)) document.execCommand('insertText', false, given);
    }, text);
  }

  /** Presses Tab until the control has the focus. */
  async tabTo(selector: string, atMost = 40): Promise<void> {
    for (let i = 0; i <= atMost; i++) {
      if (await this.page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
      await this.press('Tab');
    }
    throw new Error(`${atMost} presses of Tab did not reach ${selector}`);
  }
}

/** The control at a field path. */
export const field = (page: Page, path: string) => page.locator(`[data-field="${path}"] input`).first();
