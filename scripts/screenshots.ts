// Pictures of every screen of the sample office, for review, and the one of the README.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { createCore } from '../electron/core/app.ts';
import { startBrowserShell } from '../electron/shells/browser/server.ts';
import { fromSource } from '../electron/shells/common/installation.ts';
import { realWorld } from '../electron/shells/common/world.ts';
import type { Api, Input, Output } from '../shared/contract/api.ts';
import { plainDate } from '../shared/kernel/date.ts';
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

/** Name of a picture → how its screen is reached, in the order of the visit. */
type Screens = readonly (readonly [name: string, show: (page: Page) => Promise<unknown>])[];

function screensOf(origin: string, { group, single, mediation, member, hearing }: Cases): Screens {
  const at =
    (address: string, ready: string) =>
    async (page: Page): Promise<void> => {
      await page.goto(`${origin}/#${address}`);
      await page.locator(ready).first().waitFor();
    };
  const tabs = ['overview', 'parties', 'claims', 'dates', 'evidence', 'history'];
  return [
    ['today', at('/', '.today-row')],
    ['cases', at('/cases', '[role=row]')],
    ['intake', at('/intake', '.gd-intake')],
    ...[group, single].flatMap(
      (id, i): Screens =>
        tabs.map((tab) => [
          `${i === 0 ? 'group' : 'single'}-${tab}`,
          at(`/cases/${id}?tab=${tab}`, '.gd-case-body > *'),
        ]),
    ),
    ['group-matrix', at(`/cases/${group}?tab=group`, '.gm-row')],
    ['group-payout', at(`/cases/${group}?tab=group&view=payout`, '.gm-pay-row')],
    ['documents', at(`/cases/${group}?tab=documents`, '.textLayer span')],
    [
      'member',
      async (page) => {
        await at(`/cases/${group}?tab=parties`, '[role=row]')(page);
        await page.getByRole('row').nth(1).click();
        await page.locator('.gd-sheet').waitFor();
      },
    ],
    ['event', at(`/cases/${single}?tab=dates&open=event:new`, '.gd-sheet')],
    ['next', at(`/cases/${mediation}?tab=dates`, '.gd-deadline')],
    ['mediation-event', at(`/cases/${mediation}?tab=dates&open=event:new:mediation-agreed`, '.gd-sheet')],
    ['item-picker', at(`/cases/${single}?tab=claims&open=item:new:${member}`, '.item-picker')],
    [
      'item',
      async (page) => {
        await at(`/cases/${single}?tab=claims`, '.claim-items')(page);
        await page.locator('.claim-items .gd-linkish').first().click();
        await page.locator('.gd-sheet section').first().waitFor();
      },
    ],
    ['group-item', at(`/cases/${group}?tab=claims&open=group-item`, '.item-picker')],
    ['wages', at(`/cases/${single}?tab=claims&open=wages:${member}`, '.gd-sheet')],
    ['particulars', at(`/cases/${group}?tab=documents&open=particulars:hearing`, '.gd-sheet')],
    [
      'search',
      async (page) => {
        await at('/cases', '[role=row]')(page);
        await page.keyboard.press('ControlOrMeta+k');
        await page.locator('.palette input').fill('工');
        await page.getByRole('option').first().waitFor();
      },
    ],
    [
      'import',
      async (page) => {
        await at(`/cases/${single}?tab=parties&open=import`, '.gd-drop')(page);
        const chooser = page.waitForEvent('filechooser');
        await page.locator('.gd-drop button').click();
        await (await chooser).setFiles(path.join(root, 'resources/sample/工资表-样例工地.xlsx'));
        await page.locator('.gd-preview').waitFor();
      },
    ],
    ['desk', at('/desk', '.desk-form')],
    ['people', at('/people', '.people-list tbody tr')],
    [
      'person',
      async (page) => {
        await at('/people', '.people-list tbody tr')(page);
        await page.locator('.people-list a').first().click();
        await page.locator('.person-facts').waitFor();
      },
    ],
    ['dates-board', at('/dates', '.agenda-row')],
    ['dates-month', at('/dates?view=calendar', '.cal-month')],
    ['dates-week', at('/dates?view=calendar&mode=week&day=2026-11-25', '.cal-columns')],
    ['dates-bare', at('/dates?view=bare', '.dates-page table, .dates-page .state')],
    ['dates-entries', at('/dates?view=entries', '.dates-entries')],
    [
      'dates-feed',
      async (page) => {
        await at('/dates', '.agenda-row')(page);
        await page.locator('.page-actions button').last().click();
        await page.locator('.feed-folder').waitFor();
      },
    ],
    ['hearings', at(`/cases/${mediation}?tab=hearings`, '.hearing')],
    ['hearing', at(`/cases/${single}?tab=hearings&open=hearing:new:2026-11-25`, '.hearing-findings')],
    ['minutes', at(`/cases/${mediation}?tab=hearings&open=minutes:${hearing}`, '.minutes-text')],
    ['own-date', at(`/cases/${mediation}?tab=dates&open=predate:new`, '.gd-sheet')],
    ['law', at('/law', '.law-entry')],
    ['rule', at('/law?rule=arb-answer', '.rule')],
    ...['settings', 'hearings', 'users', 'security', 'computer', 'law', 'data', 'bin', 'record'].map(
      (tab) => [`office-${tab}`, at(`/office?tab=${tab}`, 'main .page > *')] as const,
    ),
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
const wanted = process.argv.slice(2);
try {
  fs.mkdirSync(out, { recursive: true });
  const context = await browser.newContext({ viewport: small, reducedMotion: 'reduce' });
  const storage = await enter(context);
  for (const look of looks) {
    const name = `${look.language}-${look.theme}-${look.size.width}`;
    if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
    await pictures(name, look, storage);
  }
  await context.close();
} finally {
  await browser.close();
  await shell.close();
  fs.rmSync(home, { recursive: true, force: true });
}

interface Cases {
  readonly group: string;
  readonly single: string;
  readonly mediation: string;
  /** A session of `mediation`. */
  readonly hearing: string;
  /** The worker of `single`. */
  readonly member: string;
}

interface Entered {
  readonly state: Awaited<ReturnType<BrowserContext['storageState']>>;
  readonly cases: Cases;
}

/** The first screens, then the sample office. */
async function enter(context: BrowserContext): Promise<Entered> {
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
  const call = <N extends keyof Api>(name: N, input: Input<N>): Promise<Output<N>> =>
    page.evaluate(
      async (envelope) => {
        const response = await fetch('/api/call', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(envelope),
        });
        return (await response.json()).value;
      },
      { id: name, name, input },
    );
  const { items } = await call('cases.list', { filter: {}, sort: { by: 'applicants', direction: 'desc' } });
  const group = items.find((c) => c.applicantCount > 1)?.id;
  const single = items.find((c) => c.applicantCount === 1)?.id;
  if (!group || !single) throw new Error('The sample office lacks its cases');
  const more = await addMore(call, single);
  return { state: await context.storageState(), cases: { group, single, ...more } };
}

/** What the sample office lacks: items of a claim, an enquiry, a mediation, something in the bin. */
async function addMore(
  call: <N extends keyof Api>(name: N, input: Input<N>) => Promise<Output<N>>,
  single: string,
): Promise<Pick<Cases, 'mediation' | 'member' | 'hearing'>> {
  const { version: expectedVersion } = await call('cases.get', { caseId: single });
  const member = (await call('cases.members', { caseId: single }))[0]?.id ?? '';
  await call('claims.saveItem', {
    caseId: single,
    expectedVersion,
    itemId: null,
    memberId: member,
    calculator: 'economic-compensation',
    inputs: {
      hireDate: '2023-03-01',
      lastDay: '2026-08-31',
      avgMonthlyWage12m: '6000',
      reason: 'forced-resignation',
    },
  });
  const blank = { name: '', phone: '', number: '', address: '' };
  await call('enquiries.save', {
    self: { ...blank, name: '样例来访', phone: '13800000066' },
    other: { ...blank, name: '样例电子厂' },
    cause: 'wages',
    about: '两个月工资没有发',
    conclusion: 'clear',
  });
  const made = (name: string) =>
    call('cases.create', {
      receivedOn: '2026-11-16',
      track: 'mediation',
      project: {},
      facts: {},
      workers: [{ name, phone: '13800000067', job: {} }],
      respondents: [
        { kind: 'organisation', name: '样例服装有限公司', capacity: 'employer', footing: 'principal' },
      ],
      events: [
        { type: 'mediation-applied', date: '2026-11-16', note: null },
        { type: 'mediation-accepted', date: '2026-11-18', note: null },
      ],
    });
  const { caseId } = await made('样例调解人');
  const gone = await made('样例误录');
  const { version } = await call('cases.get', { caseId: gone.caseId });
  await call('cases.remove', { cases: [{ caseId: gone.caseId, expectedVersion: version }] });
  return { mediation: caseId, member, hearing: await addDates(call, caseId) };
}

/** A room, a session in it, an own date before it, and minutes. @returns the session's id. */
async function addDates(
  call: <N extends keyof Api>(name: N, input: Input<N>) => Promise<Output<N>>,
  caseId: string,
): Promise<string> {
  const { id: roomId } = await call('hearings.saveRoom', {
    id: null,
    recordVersion: 0,
    name: '第一调解室',
    place: '一楼东侧',
  });
  const base = { caseId, expectedVersion: 0, recordVersion: 0 };
  const { id } = await call('hearings.save', {
    ...base,
    hearingId: null,
    hearing: {
      kind: 'mediation',
      date: '2026-11-25',
      start: '09:00',
      end: '11:30',
      roomId,
      people: [
        { role: 'mediator', name: '示例调解员' },
        { role: 'clerk', name: '示例书记员' },
      ],
    },
  });
  await call('calendar.savePredate', {
    ...base,
    predateId: null,
    predate: { title: '电话提醒双方', anchorKind: 'hearing', anchor: id, shift: -1, unit: 'working-day' },
  });
  await call('hearings.saveMinutes', {
    caseId,
    hearingId: id,
    recordVersion: 0,
    body: '调解笔录\n\n申请人：要求支付两个月工资。',
  });
  return id;
}

async function pictures(name: string, look: Look, { state, cases }: Entered): Promise<void> {
  const context = await browser.newContext({
    viewport: look.size,
    storageState: state,
    reducedMotion: 'reduce',
    locale: look.language,
    timezoneId: 'Asia/Shanghai',
  });
  await open(context, look);
  const page = await context.newPage();
  for (const [screen, show] of screensOf(shell.origin, cases)) {
    await page.goto('about:blank');
    await show(page);
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
