import { expect, test } from 'vitest';
import { chooseShell, type Surroundings } from '../../scripts/shell-choice.ts';
import { tallyOfPlaywright, tallyOfVitest } from '../../scripts/tally.ts';

const around = (change: Partial<Surroundings>): Surroundings => ({
  wantsBrowser: false,
  platform: 'linux',
  env: { DISPLAY: ':0' },
  electron: { program: '/e' },
  ...change,
});

test('a window where there is Electron and a display, else a browser, else an address', () => {
  expect(chooseShell(around({})).shell).toBe('desktop');
  expect(chooseShell(around({ electron: { missing: 'not-downloaded' } })).shell).toBe('browser');
  expect(chooseShell(around({ wantsBrowser: true })).shell).toBe('browser');
  expect(chooseShell(around({ env: {} })).shell).toBe('address');
  expect(chooseShell(around({ env: { WAYLAND_DISPLAY: 'wayland-0' } })).shell).toBe('desktop');
  expect(chooseShell(around({ env: {}, platform: 'win32' })).shell).toBe('desktop');
});

test("vitest's report is counted, files that broke included", () => {
  const file = (name: string, status: string, ...states: string[]) => ({
    name,
    status,
    assertionResults: states.map((state, n) => ({ fullName: `${state} ${n}`, status: state })),
  });
  expect(
    tallyOfVitest({
      testResults: [
        file('a', 'failed', 'passed', 'failed', 'skipped'),
        file('b', 'failed'),
        file('c', 'passed', 'passed'),
      ],
    }),
  ).toEqual({ passed: 2, failed: 2, skipped: ['a: skipped 2'], flaky: [] });
});

test("Playwright's report is counted, nested suites and stray errors included", () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
  expect(
    tallyOfPlaywright({
      suites: [
        {
          title: 'a',
          specs: [spec('x', 'expected'), spec('y', 'skipped')],
          suites: [{ title: 'b', specs: [spec('z', 'unexpected'), spec('w', 'flaky')] }],
        },
      ],
      errors: [{ message: 'stray' }],
    }),
  ).toEqual({ passed: 2, failed: 2, skipped: ['a: y'], flaky: ['b: w'] });
});
