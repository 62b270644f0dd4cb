import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Left alone it keeps one core free, which of two is half the machine.
    maxWorkers: '100%',
  },
});
