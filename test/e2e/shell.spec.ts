import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type BrowserShell, startBrowserShell } from '../../electron/shells/browser/server.ts';
import { type FakeCore, fakeCore } from '../support/fake-core.ts';

const test = base.extend<{ core: FakeCore; shell: BrowserShell }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  core: async ({}, use) => use(fakeCore()),
  shell: async ({ core }, use) => {
    const shell = await startBrowserShell({
      core,
      renderer: path.resolve('out/renderer'),
      log: { info() {}, error() {} },
      info: { platform: process.platform, version: '0.0.0', defaultOfficeFolder: '/offices/new' },
    });
    await use(shell);
    await shell.close();
  },
});

test('the launch address opens the page under its policy', async ({ page, shell }) => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text());
  });
  await page.goto(shell.launchUrl);
  expect(page.url().split('#')[0]).toBe(`${shell.origin}/`);
  await expect(page.locator('#root > *').first()).toBeVisible();
  expect(violations).toEqual([]);
});

test('a second tab shares the session and both hear the core', async ({ context, page, shell, core }) => {
  await page.goto(shell.launchUrl);
  const second = await context.newPage();
  await second.goto(shell.origin);
  const heard = [page, second].map((tab) =>
    tab.evaluate(
      () =>
        new Promise((resolve) => {
          new EventSource('/api/events').onmessage = (message) => resolve(JSON.parse(message.data));
        }),
    ),
  );
  const session = (tab: typeof page): Promise<unknown> =>
    tab.evaluate(async () => {
      const response = await fetch('/api/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id: '1', name: 'echo', input: null }),
      });
      return (await response.json()).value.sessionId;
    });
  expect(await session(page)).toBe(await session(second));
  const repeat = setInterval(() => core.emit({ type: 'changed', topic: 'case', ids: ['a'] }), 50);
  const events = await Promise.all(heard);
  clearInterval(repeat);
  expect(events).toEqual(Array(2).fill({ type: 'changed', topic: 'case', ids: ['a'] }));
});

test('more tabs than a browser keeps connections: each is answered and hears the core', async ({
  context,
  page,
  shell,
  core,
}) => {
  const asked = (tab: typeof page): Promise<void> =>
    tab.waitForResponse('**/api/call').then((response) => void response.finished());
  const tabs = [page, ...(await Promise.all(Array.from({ length: 7 }, () => context.newPage())))];
  for (const [i, tab] of tabs.entries()) {
    const answered = asked(tab);
    await tab.goto(i === 0 ? shell.launchUrl : shell.origin);
    await answered;
  }
  const again = tabs.map(asked);
  core.emit({ type: 'session' });
  await Promise.all(again);
  // The tab that kept the stream is gone: another one keeps it.
  await page.close();
  const rest = tabs.slice(1).map(asked);
  const repeat = setInterval(() => core.emit({ type: 'session' }), 100);
  await Promise.all(rest);
  clearInterval(repeat);
});

test('another site in the same browser gets nothing', async ({ context, page, shell }) => {
  await page.goto(shell.launchUrl);
  await context.route('http://other.test/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>other</p>' }),
  );
  const other = await context.newPage();
  await other.goto('http://other.test/');
  const outcome = await other.evaluate(async (origin) => {
    const attempt = (path: string, init: RequestInit): Promise<string> =>
      fetch(origin + path, { credentials: 'include', ...init }).then(
        (response) => `answered ${response.status}`,
        () => 'refused',
      );
    return Promise.all([
      attempt('/api/info', {}),
      attempt('/api/call', { method: 'POST', body: '{}' }),
      attempt('/handoff?name=a.pdf', { method: 'POST', body: 'x' }),
    ]);
  }, shell.origin);
  expect(outcome).toEqual(['refused', 'refused', 'refused']);
});
