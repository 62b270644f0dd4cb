import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { _electron } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/browser.ts';
import { buildStale } from '../../scripts/build.ts';
import type { Bridge } from '../../shared/contract/bridge.ts';
import { makePaper } from './make-paper.ts';
import { stubLinuxDistribution } from './stub-distribution.ts';

declare global {
  interface Window {
    readonly bridge?: Bridge;
  }
}

const root = path.resolve(import.meta.dirname, '../..');
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-package-'));
const packed = path.join(work, 'dist/linux-unpacked');
const resources = path.join(packed, 'resources');
const read = (file: string): { version: string } =>
  JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));

beforeAll(async () => {
  await buildStale();
  const version = read('node_modules/electron/package.json').version;
  const stub = path.join(work, 'stub');
  await stubLinuxDistribution(stub, version);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/electron-builder/out/cli/cli.js'),
      ...['--linux', 'dir', '--x64', '--config', 'electron-builder.yml', '--publish', 'never'],
      `-c.electronDist=${stub}`,
      `-c.electronVersion=${version}`,
      `-c.directories.output=${path.join(work, 'dist')}`,
    ],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`electron-builder failed:\n${stdout}\n${stderr}`);
}, 240_000);
afterAll(() => fs.rmSync(work, { recursive: true, force: true }));

test('the archive holds the built program, the native module and nothing else', () => {
  const entries = listPackage(path.join(resources, 'app.asar'), { isPack: false }).map((entry) =>
    entry.replaceAll('\\', '/'),
  );
  for (const wanted of [
    '/package.json',
    '/out/main/main.js',
    '/out/preload/preload.cjs',
    '/out/core-process/core-process.js',
    '/out/core-process/data/sRGB_IEC61966_2_1.icc',
    '/out/paper-thread/paper-thread.js',
    '/out/paper-thread/data/sRGB_IEC61966_2_1.icc',
    '/out/renderer/index.html',
    '/node_modules/better-sqlite3/package.json',
  ])
    expect(entries).toContain(wanted);
  const known =
    /^\/(package\.json|out(\/(main|preload|core-process|paper-thread|renderer)(\/.*)?)?|node_modules(\/better-sqlite3(\/.*)?)?)$/;
  expect(entries.filter((entry) => !known.test(entry))).toEqual([]);
  expect(entries.filter((entry) => /\.(ts|tsx|map|test\.js|gyp|c|h|cpp|hpp)$/.test(entry))).toEqual([]);
});

test('only the native module of this platform is shipped, outside the archive', () => {
  const prebuilds = path.join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds');
  expect(fs.readdirSync(prebuilds)).toEqual(['linux-x64.node']);
  expect(fs.statSync(path.join(prebuilds, 'linux-x64.node')).size).toBeGreaterThan(1_000_000);
});

test('the fuses close what the program does not use', async () => {
  const fuses = await getCurrentFuseWire(path.join(packed, 'gongdao'));
  const state = (option: FuseV1Options): FuseState | undefined => fuses[option];
  expect(state(FuseV1Options.RunAsNode)).toBe(FuseState.DISABLE);
  expect(state(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(FuseState.DISABLE);
  expect(state(FuseV1Options.EnableNodeCliInspectArguments)).toBe(FuseState.DISABLE);
  expect(state(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(FuseState.DISABLE);
  expect(state(FuseV1Options.EnableCookieEncryption)).toBe(FuseState.ENABLE);
  expect(state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(FuseState.ENABLE);
  expect(state(FuseV1Options.OnlyLoadAppFromAsar)).toBe(FuseState.ENABLE);
});

test('fonts come with their licences, and only the faces that documents use', () => {
  expect(fs.readdirSync(path.join(resources, 'fonts')).sort()).toEqual([
    'NotoSansSC_700Bold.ttf',
    'NotoSerifHK_400Regular.ttf',
    'NotoSerifJP_400Regular.ttf',
    'NotoSerifSC_400Regular.ttf',
    'NotoSerifSC_700Bold.ttf',
    'noto-sans-sc-OFL.txt',
    'noto-serif-hk-OFL.txt',
    'noto-serif-jp-OFL.txt',
    'noto-serif-sc-OFL.txt',
  ]);
});

test('data and languages are those that the program has', () => {
  const list = (folder: string): string[] =>
    fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => fs.statSync(path.join(folder, name)).isFile() && !name.startsWith('icons'))
      .sort();
  if (fs.existsSync(path.join(root, 'resources')))
    expect(list(path.join(resources, 'resources'))).toEqual(list(path.join(root, 'resources')));
  expect(fs.readdirSync(path.join(packed, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);
});

test('the packaged content runs: its window opens and its core answers', async () => {
  const browser = findBrowser();
  if (browser === null) throw new Error('No Chromium browser is here; npm test would install one');
  const folder = path.join(work, 'app');
  extractAll(path.join(resources, 'app.asar'), folder);
  const app = await _electron.launch({
    executablePath: path.join(import.meta.dirname, 'standin/electron-shell'),
    args: [folder],
    env: {
      ...(process.env as Record<string, string>),
      GONGDAO_BROWSER: browser,
      GONGDAO_HOME: path.join(work, 'home'),
      STANDIN_NODE: process.execPath,
      STANDIN_PACKAGED: '1',
      STANDIN_RESOURCES: resources,
    },
  });
  const page = await app.firstWindow();
  await page.waitForURL((url) => url.href.includes('bundle'));
  await page.locator('#root > *').first().waitFor();
  const reply = await page.evaluate(() =>
    window.bridge?.call({ id: '1', name: 'no.such.procedure', input: {} }),
  );
  expect(reply).toMatchObject({ ok: false, failure: { code: 'unknown-procedure' } });
  expect(await page.evaluate(() => window.bridge?.info())).toMatchObject({
    version: read('package.json').version,
  });
  expect(await makePaper(page)).toMatchObject({ type: 'application/pdf', start: '%PDF-' });
  await app.close();
}, 240_000);
