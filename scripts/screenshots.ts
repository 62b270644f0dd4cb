// Pictures of every screen of the sample office, for review, and the one of the README.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { createCore } from '../electron/core/app.ts';
import { startBrowserShell } from '../electron/shells/browser/server.ts';
import { fromSource } from '../electron/shells/common/installation.ts';
import { realWorld } from '../electron/shells/common/world.ts';
import type { Client } from '../shared/contract/api.ts';
import { plainDate } from '../shared/kernel/date.ts';
import { clientOf, screensOf } from '../test/e2e/support/screens.ts';
import { findOrInstallBrowser } from './browser.ts';
import { buildStale } from './build.ts';

const root = path.resolve(import.meta.dirname, '..');
const out = path.join(root, 'out/screenshots');
/** The day on which the pictures are taken, so that they are the same in every year. */
const moment = Date.parse('2026-11-23T02:00:00Z');

interface Look {
  readonly language: 'zh-CN' | 'en';
  readonly theme: 'light' | 'dark';
  readonly size: { readonly width: number; readonly height: number };
}

const small = { width: 1280, height: 800 };
const large = { width: 1920, height: 1080 };
const looks: readonly Look[] = (['zh-CN', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [small, large].map((size) => ({ language, theme, size }))),
);

type Act = ((page: Page) => Promise<unknown>) | undefined;

/** A screen's picture and how it is reached. */
type Shot = readonly [name: string, address: string, ready: string, act?: Act];

/** The cases of the sample office as its users see them, then every screen that the looks test walks. */
async function shotsOf(client: Client): Promise<readonly Shot[]> {
  const { items } = await client.call('cases.list', {
    filter: {},
    sort: { by: 'applicants', direction: 'desc' },
  });
  const group = items.find((c) => c.applicantCount > 1)?.id;
  const single = items.find((c) => c.applicantCount === 1)?.id;
  if (!group || !single) throw new Error('The sample office lacks its cases');
  const tabs = ['overview', 'parties', 'claims', 'dates', 'evidence', 'history'];
  const walked = await screensOf(client);
  return [
    ...Object.entries({ group, single }).flatMap(([name, id]) =>
      tabs.map((tab): Shot => [`${name}-${tab}`, `/cases/${id}?tab=${tab}`, '.gd-case-body > *']),
    ),
    ['group-matrix', `/cases/${group}?tab=group`, '.gm-row'],
    ['group-payout', `/cases/${group}?tab=group&view=payout`, '.gm-pay-row'],
    ['group-documents', `/cases/${group}?tab=documents`, '.textLayer span'],
    ...walked.map(([address, ready, act], i): Shot => {
      const words = address.replace(/[0-9A-HJKMNP-TV-Z]{26}/g, '').match(/[a-zA-Z]{2,}/g) ?? ['today'];
      return [[String(i + 1).padStart(3, '0'), ...words].join('-'), address, ready, act];
    }),
  ];
}

async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((a) => a.finished.catch(() => undefined))),
  );
}

async function open(context: BrowserContext, look: Look): Promise<void> {
  await context.addInitScript(
    ({ shown, start }) => {
      localStorage.setItem('gongdao.preferences', JSON.stringify(shown));
      const shift = start - Date.now();
      const Real = Date;
      globalThis.Date = class extends Real {
        constructor(...given: unknown[]) {
          if (given.length === 0) super(Real.now() + shift);
          else super(...(given as [number]));
        }
        static override now = (): number => Real.now() + shift;
      } as DateConstructor;
    },
    { shown: { language: look.language, theme: look.theme }, start: moment },
  );
}

await buildStale(['renderer']);
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-pictures-'));
const world = {
  ...realWorld(fromSource(root), { platform: process.platform, env: { GONGDAO_HOME: home }, home }),
  clock: { now: () => moment, today: () => plainDate('2026-11-23') },
};
const shell = await startBrowserShell({
  core: createCore(world),
  renderer: path.join(root, 'out/renderer'),
  log: world.log,
  info: { platform: process.platform, version: '0.1.0', defaultOfficeFolder: world.suggestedOfficeFolder },
});
const browser = await chromium.launch({
  executablePath: findOrInstallBrowser(),
  chromiumSandbox: process.getuid?.() !== 0,
});
/** `npm run screenshots -- zh-CN-light @law`: looks whose name holds a word, screens whose name holds one after an @. */
const given = process.argv.slice(2);
const wanted = given.filter((word) => !word.startsWith('@'));
const onlyScreens = given.filter((word) => word.startsWith('@')).map((word) => word.slice(1));
try {
  fs.mkdirSync(out, { recursive: true });
  const context = await browser.newContext({ viewport: small, reducedMotion: 'reduce' });
  const { state, shots } = await enter(context);
  for (const look of looks) {
    const name = `${look.language}-${look.theme}-${look.size.width}`;
    if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
    await pictures(name, look, state, shots);
  }
  await context.close();
} finally {
  await browser.close();
  await shell.close();
  fs.rmSync(home, { recursive: true, force: true });
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

/** The first screens, then the sample office. */
async function enter(context: BrowserContext): Promise<{ state: State; shots: readonly Shot[] }> {
  await open(context, { language: 'zh-CN', theme: 'light', size: small });
  const page = await context.newPage();
  await page.goto(shell.launchUrl);
  const doors = page.locator('.door');
  await doors.first().waitFor();
  await page.screenshot({ path: path.join(out, 'start-doors.png') });
  await doors.first().click();
  await page.screenshot({ path: path.join(out, 'start-new.png'), fullPage: true });
  await page.locator('.start-actions button').first().click();
  await doors.nth(2).click();
  await page.locator('.today-row').first().waitFor();
  return { state: await context.storageState(), shots: await shotsOf(clientOf(page)) };
}

async function pictures(name: string, look: Look, state: State, shots: readonly Shot[]): Promise<void> {
  const context = await browser.newContext({
    viewport: look.size,
    storageState: state,
    reducedMotion: 'reduce',
    locale: look.language,
    timezoneId: 'Asia/Shanghai',
  });
  await open(context, look);
  const page = await context.newPage();
  for (const [screen, address, ready, act] of shots) {
    if (onlyScreens.length > 0 && !onlyScreens.some((part) => screen.includes(part))) continue;
    await page.goto('about:blank');
    await page.goto(`${shell.origin}/#${address}`);
    await page.locator(ready).first().waitFor();
    await act?.(page);
    await settle(page);
    await page.screenshot({ path: path.join(out, `${name}-${screen}.png`) });
    if (screen === 'group-claims' && name === 'zh-CN-light-1280') {
      fs.mkdirSync(path.join(root, 'docs'), { recursive: true });
      // Without the status bar, which names a folder of this computer.
      const clip = { x: 0, y: 0, width: 1280, height: 776 };
      await page.screenshot({ path: path.join(root, 'docs/case-page.png'), clip });
    }
  }
  await context.close();
}
