// Runs everything: the builds, vitest, Word documents in LibreOffice, then Playwright. Ends with one line `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findOrInstallBrowser } from './browser.ts';
import { buildStale } from './build.ts';
import { findElectron } from './electron.ts';
import { hasDisplay } from './shell-choice.ts';
import { addTallies, noTally as nothing, type Tally, tallyOfPlaywright, tallyOfVitest } from './tally.ts';
import { bringWordProgram } from './word-program.ts';

const root = path.resolve(import.meta.dirname, '..');
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-test-'));

function runTool(entry: string, args: string[], env: Record<string, string> = {}): number {
  const tool = path.join(root, 'node_modules', entry);
  const { status } = spawnSync(process.execPath, [tool, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}

/** A runner that ended badly without naming a failed test, or that ran nothing, counts as one failure. */
function judged(status: number, file: string, read: (report: unknown) => Tally): Tally {
  const tally = fs.existsSync(file) ? read(JSON.parse(fs.readFileSync(file, 'utf8'))) : nothing;
  const silent = tally.failed === 0 && (status !== 0 || tally.passed === 0);
  return silent ? { ...tally, failed: 1 } : tally;
}

function runVitest(args: readonly string[], name: string, env: Record<string, string>): Tally {
  const file = path.join(reports, `${name}.json`);
  const all = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args];
  return judged(runTool('vitest/vitest.mjs', all, env), file, tallyOfVitest);
}

/** Runs by itself, once LibreOffice is there: it came beside the other tests. */
const inWordProgram = 'test/word/libreoffice.test.ts';

function runUnits(browser: string | null): Tally {
  const env: Record<string, string> = browser === null ? {} : { GONGDAO_BROWSER: browser };
  return runVitest([`--exclude=${inWordProgram}`], 'vitest', env);
}

function runInWordProgram(program: string | null): Tally {
  if (program !== null) return runVitest([inWordProgram], 'word', { GONGDAO_SOFFICE: program });
  console.log(
    'The Word documents were not opened in LibreOffice: it is not here (GONGDAO_SOFFICE names its program).',
  );
  return nothing;
}

function runPlaywright(browser: string): Tally {
  const file = path.join(reports, 'playwright.json');
  const env = { GONGDAO_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  return judged(
    runTool('@playwright/test/cli.js', ['test', '--reporter=line,json'], env),
    file,
    tallyOfPlaywright,
  );
}

async function inBrowserAndWindow(browser: string | null): Promise<Tally> {
  try {
    // Said again, because what was said first is far up by now.
    if (browser === null) throw browserMissing;
    await buildStale();
    console.log(
      findElectron() !== null && hasDisplay(process)
        ? 'Desktop tests run on Electron itself.'
        : 'Desktop tests run on the stand-in for Electron: its program or a display is not here.',
    );
    return runPlaywright(browser);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { ...nothing, failed: 1 };
  }
}

let browser: string | null = null;
let browserMissing: unknown;
try {
  // Before any test: an installation takes minutes, and a test has a limit.
  browser = findOrInstallBrowser();
} catch (error) {
  browserMissing = error;
  console.error(error instanceof Error ? error.message : error);
}
const wordProgram = bringWordProgram();
// The packaging test needs the bundles, so they come first; a broken build shows in the tally below.
const broken = await buildStale().then(
  () => nothing,
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return { ...nothing, failed: 1 };
  },
);
const units = addTallies(runUnits(browser), broken);
const words = runInWordProgram(await wordProgram);
const total = addTallies(addTallies(units, words), await inBrowserAndWindow(browser));
fs.rmSync(reports, { recursive: true, force: true });
for (const name of total.skipped) console.log(`skipped: ${name}`);
for (const name of total.flaky) console.log(`passed at the second try only: ${name}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
