import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import {
  browserCandidates,
  browserRemedy,
  type Computer,
  installSteps,
  type Step,
} from './browser-choice.ts';

const { platform, env } = process;

function thisComputer(): Computer {
  const release = fs.existsSync('/etc/os-release') ? fs.readFileSync('/etc/os-release', 'utf8') : '';
  return {
    platform,
    env,
    home: os.homedir(),
    isRoot: process.getuid?.() === 0,
    distribution: /^ID="?([\w-]+)/m.exec(release)?.[1],
    playwrightBrowser: chromium.executablePath(),
  };
}

/**
 * Linux has stubs that only tell where a browser could be had, and browsers that lack a library. Asked for its
 * version, Chrome opens a window on Windows; there and on macOS a program that is there runs.
 */
function runs(file: string): boolean {
  if (!fs.existsSync(file)) return false;
  if (platform !== 'linux') return true;
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

/** A Chromium browser that is here already: `GONGDAO_BROWSER`, an installed one, or Playwright's own. */
export function findBrowser(): string | null {
  const named = env.GONGDAO_BROWSER;
  if (named) return fs.existsSync(named) ? named : null;
  return browserCandidates(thisComputer()).find(runs) ?? null;
}

/** @returns what the program last said when it failed, else an empty text. */
function take({ program, args }: Step): string {
  const playwright = path.resolve(import.meta.dirname, '../node_modules/playwright-core/cli.js');
  const [command, given] =
    program === 'playwright' ? [process.execPath, [playwright, ...args]] : [program, [...args]];
  const { status, error, stderr } = spawnSync(command, given, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 900_000,
    killSignal: 'SIGKILL',
  });
  if (status === 0) return '';
  const lines = (stderr ?? '').trim().split('\n');
  return `${program}: ${error?.message ?? lines.find((line) => /^E:|error/i.test(line)) ?? lines.at(-1) ?? ''}`;
}

/**
 * Finds a browser for the tests, or installs one: from Debian's packages when run as root there (with Chinese fonts,
 * so that screenshots show text), from Playwright's elsewhere.
 * @throws when there is none; the message says what a person can do.
 */
export function findOrInstallBrowser(): string {
  const found = findBrowser();
  if (found !== null) return found;
  if (env.GONGDAO_BROWSER) throw new Error(`GONGDAO_BROWSER names no file: ${env.GONGDAO_BROWSER}`);
  const computer = thisComputer();
  const troubles: string[] = [];
  let said = '';
  for (const step of installSteps(computer)) {
    if (step.says !== said) console.log(step.says);
    said = step.says;
    const trouble = take(step);
    if (trouble !== '') troubles.push(trouble);
    const installed = findBrowser();
    if (installed !== null) return installed;
  }
  throw new Error([...troubles, browserRemedy(computer)].join('\n'));
}
