import { expect, test } from 'vitest';
import {
  browserCandidates,
  browserRemedy,
  type Computer,
  installSteps,
} from '../../scripts/browser-choice.ts';

const on = (change: Partial<Computer>): Computer => ({
  platform: 'linux',
  env: { PATH: '/opt/bin:relative:/usr/bin' },
  home: '/home/a',
  isRoot: false,
  distribution: 'debian',
  playwrightBrowser: '/cache/chrome',
  ...change,
});
const commands = (computer: Computer): string[] =>
  installSteps(computer).map(({ program, args }) =>
    [program, ...args.filter((a) => !/^-o$|::/.test(a))].join(' '),
  );

test("installed browsers come before Playwright's own, in the places of each system", () => {
  const linux = browserCandidates(on({}));
  expect(linux[0]).toBe('/opt/bin/chromium');
  expect(linux).toContain('/snap/bin/chromium');
  expect(linux.at(-1)).toBe('/cache/chrome');
  expect(linux.every((file) => file.startsWith('/'))).toBe(true);
  expect(new Set(linux).size).toBe(linux.length);
  expect(browserCandidates(on({ platform: 'darwin' }))).toContain(
    '/home/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  );
  const windows = browserCandidates(on({ platform: 'win32', env: { PROGRAMFILES: 'C:\\Program Files' } }));
  expect(windows).toEqual([
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
    '/cache/chrome',
  ]);
  expect(browserCandidates(on({ env: {} }))).toContain('/usr/bin/chromium');
});

test("root on Debian takes its packages first, everybody else Playwright's download", () => {
  expect(commands(on({ isRoot: true }))).toEqual([
    'apt-get update',
    'apt-get install -y --no-install-recommends chromium fonts-noto-cjk',
    'playwright install --with-deps --no-shell chromium',
  ]);
  expect(commands(on({ isRoot: true, distribution: 'ubuntu' }))).toEqual([
    'playwright install --with-deps --no-shell chromium',
  ]);
  for (const computer of [
    on({}),
    on({ platform: 'win32', distribution: undefined }),
    on({ platform: 'darwin' }),
  ])
    expect(commands(computer)).toEqual(['playwright install --no-shell chromium']);
});

test('every wait for a mirror has a limit', () => {
  for (const { program, args } of installSteps(on({ isRoot: true })))
    if (program === 'apt-get') expect(args).toContain('Acquire::http::Timeout=20');
});

test('the remedy is one command where there is one, with sudo for whoever needs it', () => {
  expect(browserRemedy(on({}))).toContain('run "sudo apt-get install chromium fonts-noto-cjk"');
  expect(browserRemedy(on({ isRoot: true }))).toContain('run "apt-get install chromium');
  expect(browserRemedy(on({ distribution: 'ubuntu' }))).toContain(
    '"sudo npx playwright install --with-deps chromium"',
  );
  expect(browserRemedy(on({ platform: 'win32', distribution: undefined }))).toContain(
    'install Chrome, Edge or Chromium',
  );
  expect(browserRemedy(on({}))).toContain('GONGDAO_BROWSER');
});
