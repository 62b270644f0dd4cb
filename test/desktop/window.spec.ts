import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Bridge } from '../../shared/contract/bridge.ts';
import type { CoreEvent } from '../../shared/contract/wire.ts';
import { launchApp, pageOf, shellProgram, test } from './launch.ts';
import { makePaper } from './make-paper.ts';

declare global {
  interface Window {
    readonly bridge?: Bridge;
    seen?: CoreEvent[];
  }
}

const unknownCall = (page: import('@playwright/test').Page): Promise<string> =>
  page.evaluate(async () => {
    const reply = await window.bridge?.call({ id: 'c1', name: 'no.such.procedure', input: {} });
    return reply?.ok === false ? reply.failure.code : 'no failure';
  });

test('a window opens with the built page', async ({ app, page }) => {
  await expect(page.locator('#root > *').first()).toBeVisible();
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.isVisible())))
    .toEqual([true]);
});

test('the window is isolated from Node', async ({ app, page }) => {
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Electron.WebPreferences;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  });
  const visible = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'ipcRenderer', '__ipc', 'electron'].filter(
      (name) => name in window,
    ),
  );
  expect(visible).toEqual([]);
});

test('the page has exactly the doors of the bridge', async ({ page }) => {
  const doors = await page.evaluate(() => ({
    names: Object.keys(window.bridge ?? {}).sort(),
    frozen: Object.isFrozen(window.bridge),
  }));
  expect(doors).toEqual({
    frozen: true,
    names: [
      'call',
      'info',
      'mayNotify',
      'notify',
      'onEvent',
      'openSaved',
      'pickFile',
      'pickFolder',
      'saveFile',
      'setLocale',
      'showBatch',
    ],
  });
  expect(await page.evaluate(() => window.bridge?.info())).toMatchObject({
    shell: 'desktop',
    platform: process.platform,
    version: JSON.parse(fs.readFileSync('package.json', 'utf8')).version,
  });
});

test('a call reaches the core and its failure comes back as data', async ({ page }) => {
  expect(await unknownCall(page)).toBe('unknown-procedure');
});

test('a malformed message is refused at the door', async ({ page }) => {
  const refusals = await page.evaluate(async () => {
    const bridge = window.bridge as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
    const message = async (name: string, ...args: unknown[]): Promise<string> => {
      try {
        return `answered ${JSON.stringify(await bridge[name]?.(...args))}`;
      } catch (error) {
        return (error as Error).message;
      }
    };
    return Promise.all([
      message('call', 'a string'),
      message('call', { id: 1, name: 'x' }),
      message('pickFile', '__proto__'),
      message('pickFolder', 'anywhere'),
      message('saveFile', '../token', 'a.pdf'),
      message('setLocale', 'fr'),
    ]);
  });
  for (const refusal of refusals) expect(refusal).toContain('invalid-input');
});

test('no message is taken from a foreign frame', async ({ app, page: _loaded }) => {
  const answers = await app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const sender = BrowserWindow.getAllWindows()[0]?.webContents;
    const { _invokeHandlers } = ipcMain as unknown as {
      _invokeHandlers: Map<string, (event: object, ...args: unknown[]) => Promise<object>>;
    };
    const from = (event: object): Promise<object>[] =>
      [..._invokeHandlers.values()].map((handler) => handler(event, { id: 'c', name: 'x', input: {} }));
    const url = 'app://bundle/index.html';
    return (
      await Promise.all([
        ...from({ sender, senderFrame: { url: 'https://example.com/', parent: null } }),
        ...from({ sender, senderFrame: { url: 'app://other/index.html', parent: null } }),
        ...from({ sender, senderFrame: { url, parent: {} } }),
        ...from({ sender, senderFrame: null }),
        ...from({ sender: {}, senderFrame: { url, parent: null } }),
      ])
    ).map((answer) => JSON.stringify(answer));
  });
  expect(answers.length).toBeGreaterThanOrEqual(5 * 7);
  expect(new Set(answers)).toEqual(new Set(['{"failure":"permission-denied"}']));
});

test('the page can go nowhere and open nothing', async ({ app, page }) => {
  const before = page.url();
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    window.open('https://example.com/');
  });
  await expect.poll(() => app.windows().length).toBe(1);
  expect(page.url()).toBe(before);
  expect(await page.evaluate(() => document.querySelector('#root') !== null)).toBe(true);
});

test('permissions are refused', async ({ page }) => {
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'camera', 'microphone'] as PermissionName[];
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
  });
  expect(states).toEqual(['denied', 'denied', 'denied']);
});

test('the content security policy holds', async ({ page }) => {
  const result = await page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(event.effectiveDirective),
    );
    const inline = document.createElement('script');
    inline.textContent = 'window.injected = true';
    document.body.append(inline);
    const image = document.createElement('img');
    image.src = 'https://example.com/x.png';
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    document.body.append(image, frame);
    const fetched = await fetch('https://example.com/').then(
      () => 'fetched',
      () => 'refused',
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { violations: [...new Set(violations)].sort(), injected: 'injected' in window, fetched };
  });
  expect(result.injected).toBe(false);
  expect(result.fetched).toBe('refused');
  expect(result.violations).toEqual(['connect-src', 'frame-src', 'img-src', 'script-src-elem']);
});

test('a chosen file goes in as a token and comes out whole', async ({ app, page, home }) => {
  const source = path.join(home, '工资条𠮷.pdf');
  const target = path.join(home, '副本.pdf');
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, i) => i % 256));
  fs.writeFileSync(source, bytes);
  await app.evaluate(
    ({ dialog, shell }, files) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [files.source] });
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: files.target });
      shell.openPath = async (file) => (file === files.target ? '' : 'another file');
    },
    { source, target },
  );
  const picked = await page.evaluate(() => window.bridge?.pickFile('evidence'));
  expect(picked).toMatchObject({ name: '工资条𠮷.pdf', size: bytes.length });
  const saved = await page.evaluate((token) => window.bridge?.saveFile(token, 'x.pdf'), picked?.token ?? '');
  expect(saved).toBe('副本.pdf');
  expect(fs.readFileSync(target).equals(bytes)).toBe(true);
  expect(await page.evaluate(() => window.bridge?.openSaved())).toBe(true);
});

test('a dropped file goes by the handoff route', async ({ page }) => {
  const received = await page.evaluate(async () => {
    const body = new Blob([new Uint8Array([0, 1, 2, 255])], { type: 'image/png' });
    const response = await fetch(`/handoff?name=${encodeURIComponent('照片.png')}`, { method: 'POST', body });
    const { token, size } = (await response.json()) as { token: string; size: number };
    const back = await fetch(`/handoff/${token}`);
    return {
      size,
      type: back.headers.get('content-type'),
      bytes: [...new Uint8Array(await back.arrayBuffer())],
    };
  });
  expect(received).toEqual({ size: 4, type: 'image/png', bytes: [0, 1, 2, 255] });
});

test('a paper is made by the built core', async ({ page }) => {
  const paper = await makePaper(page);
  expect(paper).toMatchObject({ type: 'application/pdf', start: '%PDF-' });
  expect(paper.size).toBeGreaterThan(10_000);
});

test('the core is started again after it died', async ({ app, page }) => {
  expect(await unknownCall(page)).toBe('unknown-procedure');
  await page.evaluate(() => {
    window.seen = [];
    window.bridge?.onEvent((event) => window.seen?.push(event));
  });
  const corePid = (): Promise<number | undefined> =>
    app.evaluate(({ app: electron }) => electron.getAppMetrics().find((m) => m.name === 'Gongdao core')?.pid);
  const first = await corePid();
  process.kill(first ?? 0, 'SIGKILL');
  await expect.poll(() => page.evaluate(() => window.seen?.map((event) => event.type))).toEqual(['session']);
  await expect.poll(() => unknownCall(page)).toBe('unknown-procedure');
  const second = await corePid();
  expect(second).toBeGreaterThan(0);
  expect(second).not.toBe(first);
});

test('a second start only brings the window forward', async ({ app, page: _loaded, home }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const { program } = shellProgram();
  const second = spawn(program, [process.cwd()], {
    env: { ...process.env, STANDIN_NODE: process.execPath, GONGDAO_HOME: home },
    stdio: 'ignore',
  });
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
  const state = (): Promise<object | undefined> =>
    app.evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows();
      return {
        count: windows.length,
        minimized: windows[0]?.isMinimized(),
        focused: windows[0]?.isFocused(),
      };
    });
  await expect.poll(state).toEqual({ count: 1, minimized: false, focused: true });
});

test('language and place of the window are remembered', async ({ home }) => {
  const first = await launchApp({ home });
  const page = await pageOf(first);
  const labels = (app: typeof first): Promise<string[] | undefined> =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label));
  expect(await labels(first)).toContain('编辑');
  // As a person changes it: the page tells the window.
  await page.getByRole('button', { name: 'English' }).click();
  await expect.poll(() => labels(first)).toContain('Edit');
  await first.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 50, y: 60, width: 1000, height: 700 }),
  );
  await first.close();
  const second = await launchApp({ home });
  await expect((await pageOf(second)).locator('#root > *').first()).toBeVisible();
  expect(await labels(second)).toContain('Edit');
  const bounds = await second.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(bounds).toMatchObject({ width: 1000, height: 700 });
  await second.close();
});
