import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { type BrowserShell, startBrowserShell } from '../../../electron/shells/browser/server.ts';
import { openTestApp, type TestApp, testPassphrase, testUser } from '../../support/open-test-app.ts';

/** An office of the test's own, whose core the test can reach, open in a browser. */
export const test = base.extend<{ app: TestApp; shell: BrowserShell; visit: (at: string) => Promise<void> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  app: async ({}, use) => {
    const app = await openTestApp();
    await use(app);
    await app.core.close();
  },
  shell: async ({ app }, use) => {
    const shell = await startBrowserShell({
      core: app.core,
      renderer: path.resolve('out/renderer'),
      log: app.world.log,
      info: { platform: process.platform, version: '0.0.0', defaultOfficeFolder: app.folder },
    });
    await use(shell);
    await shell.close();
  },
  visit: async ({ page, shell }, use) => {
    await page.goto(shell.launchUrl);
    const unlocked = await page.evaluate(
      async (input) =>
        (
          await fetch('/api/call', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ id: '1', name: 'office.unlock', input }),
          })
        ).ok,
      { userName: testUser, passphrase: testPassphrase },
    );
    expect(unlocked).toBe(true);
    await use(async (at) => {
      await page.goto(`${shell.origin}/#${at}`);
      await page.reload();
    });
  },
});

/** Pictures for a reviewer, only where a folder for them is named. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.GONGDAO_PICTURES;
  if (folder) await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
