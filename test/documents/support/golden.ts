import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { PaperModel } from '../../../electron/paper/model/blocks.ts';
import { engine } from '../../paper/support/engine.ts';
import { differences, linesOfPositions, positionsOf } from './positions.ts';

const root = path.resolve(import.meta.dirname, '../../..');
/** Where a person finds what a failed golden test saw. */
const reports = path.join(root, 'out/golden-report');

/**
 * Compares a paper's blocks with those on record in `test/<file>`. Where they differ, a report of which line moved
 * from where to where is written beside the pictures of the app's screens, in out/golden-report.
 */
export async function expectBlocks(file: string, model: PaperModel): Promise<void> {
  const kept = path.join(root, 'test', file);
  const now = `${JSON.stringify(model, null, 1)}\n`;
  const before = fs.existsSync(kept) ? fs.readFileSync(kept, 'utf8') : now;
  const said =
    before === now
      ? ''
      : report(file, placesOf(JSON.parse(before) as PaperModel), placesOf(model), 'The blocks differ.');
  await expect.soft(now, said).toMatchFileSnapshot(kept);
}

/** Compares where each line of a paper stands with what is on record in `test/<file>`, to a tenth of a millimetre. */
export async function expectPositions(file: string, model: PaperModel): Promise<void> {
  const kept = path.join(root, 'test', file);
  const now = `${placesOf(model).join('\n')}\n`;
  const before = fs.existsSync(kept) ? fs.readFileSync(kept, 'utf8') : now;
  const said =
    before === now
      ? ''
      : report(file, before.replace(/\n$/, '').split('\n'), placesOf(model), 'The places differ.');
  await expect.soft(now, said).toMatchFileSnapshot(kept);
}

const placesOf = (model: PaperModel): readonly string[] =>
  linesOfPositions(positionsOf(engine.layout(model)));

/** @returns what the failed test says: the first differences, and where all of them stand. */
function report(file: string, before: readonly string[], now: readonly string[], reason: string): string {
  const found = differences(before, now);
  const lines =
    found.length > 0 ? found : [`${reason} No line moved: marks that are not seen, such as fields, did.`];
  const name = path.basename(file).replace(/\.(golden|places)$/, '.txt');
  fs.mkdirSync(reports, { recursive: true });
  const head = `${file}\nAccept with: npm run goldens -- --accept\n\n`;
  fs.writeFileSync(path.join(reports, name), `${head}${lines.join('\n')}\n`);
  const more = lines.length > 8 ? [`… ${lines.length - 8} more`] : [];
  return [`${file}: see out/golden-report/${name}`, ...lines.slice(0, 8), ...more].join('\n');
}
