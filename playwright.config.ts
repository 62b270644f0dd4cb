import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.ts';

const executablePath = findBrowser();
// The desktop fixture hands it on to the stand-in.
if (executablePath) process.env.GONGDAO_BROWSER = executablePath;

export default defineConfig({
  testDir: 'test',
  testMatch: '**/*.spec.ts',
  outputDir: 'out/test-results',
  // Limits end what hangs; they measure nothing. A loaded build server is many times slower than a desk computer.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A browser test waits more than it computes: two at a time take little longer than one.
  workers: 2,
  // A second try tells a test that cannot pass from one that a loaded machine tripped up; the summary names both.
  retries: 1,
  forbidOnly: true,
  reporter: 'line',
  use: {
    actionTimeout: 30_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    // A dialog that grows out of the press before moves its buttons away from the next one on a slow machine.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Chromium refuses its sandbox to root only.
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    },
  },
  projects: [
    { name: 'browser', testDir: 'test/e2e' },
    { name: 'desktop', testDir: 'test/desktop' },
  ],
});
