import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Where installers put a Chromium browser, by system. */
function standardPlaces(): string[] {
  const { env, platform } = process;
  if (platform === 'darwin') {
    const programs = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', path.join(os.homedir(), 'Applications')].flatMap((folder) =>
      programs.map((name) => path.join(folder, `${name}.app/Contents/MacOS/${name}`)),
    );
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (f) => f !== undefined,
    );
    return folders.flatMap((folder) => [
      path.join(folder, 'Google/Chrome/Application/chrome.exe'),
      path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      path.join(folder, 'Chromium/Application/chrome.exe'),
    ]);
  }
  const folders = [...(env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return onPath.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** A Chromium browser that is here already: `GONGDAO_BROWSER`, an installed one, or Playwright's own. */
export function findBrowser(): string | null {
  const named = process.env.GONGDAO_BROWSER;
  if (named) return fs.existsSync(named) ? named : null;
  return [...standardPlaces(), chromium.executablePath()].find((file) => fs.existsSync(file)) ?? null;
}

/**
 * Finds a browser for the tests or installs one: from Debian's packages when run as root there (with the Chinese
 * fonts that the screens need), from Playwright's elsewhere.
 * @throws when there is none; the message says what a person can do.
 */
export function findOrInstallBrowser(): string {
  const found = findBrowser();
  if (found !== null) return found;
  if (process.env.GONGDAO_BROWSER)
    throw new Error(`GONGDAO_BROWSER names no file: ${process.env.GONGDAO_BROWSER}`);
  const isDebianRoot = fs.existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (isDebianRoot) {
    console.log('Installing chromium and fonts-noto-cjk with apt-get…');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], { stdio: 'ignore', env });
  } else {
    console.log('Downloading Chromium with Playwright…');
    const cli = path.resolve(import.meta.dirname, '../node_modules/playwright-core/cli.js');
    spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 });
  }
  const installed = findBrowser();
  if (installed !== null) return installed;
  throw new Error(
    'No Chromium browser was found and none could be installed. Install Chrome, Edge or Chromium ' +
      '(Debian: apt-get install chromium fonts-noto-cjk), or set GONGDAO_BROWSER to its program.',
  );
}
