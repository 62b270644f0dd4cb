// Compares every form with its blocks and places on record; `--accept` puts what is now in their stead.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');
const reports = path.join(root, 'out/golden-report');
const { accept } = parseArgs({ options: { accept: { type: 'boolean' } } }).values;

fs.rmSync(reports, { recursive: true, force: true });
const tests = ['run', 'test/documents/golden', 'test/paper/layout.test.ts', ...(accept ? ['--update'] : [])];
const { status } = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules/vitest/vitest.mjs'), ...tests],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
if (accept) fs.rmSync(reports, { recursive: true, force: true });
const found = fs.existsSync(reports) ? fs.readdirSync(reports).length : 0;
if (found > 0) console.log(`${found} papers differ; what moved is in ${reports}`);
process.exitCode = status ?? 1;
