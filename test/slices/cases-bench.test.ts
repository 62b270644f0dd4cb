import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { benchCases } from '../bench/cases.bench.ts';

// A change of the schema must not be noticed only when somebody wants to measure.
test('the bench of the case desk runs, and measures every list', async () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-bench-'));
  const figures = await benchCases(home, 20, 40, 1);
  for (const { name, value } of figures) expect(Number.isFinite(value) && value > 0, name).toBe(true);
  const lists = figures.map((f) => f.name).filter((name) => name.includes('first-page.p95'));
  expect(lists).toEqual(
    expect.arrayContaining(['legal-aid.office.first-page.p95', 'hearings.first-page.p95']),
  );
  fs.rmSync(home, { recursive: true, force: true });
});
