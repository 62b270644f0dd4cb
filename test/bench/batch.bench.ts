import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { openTestApp, testWorld } from '../support/open-test-app.ts';
import { days, intake, respondent, worker } from '../support/records.ts';
import { type Figure, median } from './support/figures.ts';

/**
 * A batch of one application for each worker of a case, about two pages each, through the whole program: record, facts,
 * paper, hash, file on the disk and the record of the batch. One thread against two, by turns in one run.
 * @param home where the office and the files go.
 */
export async function benchBatch(home: string, papers: number, rounds: number): Promise<Figure[]> {
  const app = await openTestApp({ ...testWorld(path.join(home, 'batch')), cores: 2 });
  const { client } = app;
  const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'];
  const workers = Array.from({ length: papers }, (_, i) =>
    worker(`样${String(i).replace(/\d/g, (d) => '零一二三四五六七八九'[Number(d)] ?? '')}`, {
      arrears: months.map((m) => days('20', `2026-${m}`)),
    }),
  );
  const { caseId } = await client.call('cases.create', intake({ workers, respondents: [respondent] }));
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const hashes = new Set<string>();
  let pages = 0;

  async function once(threads: number, oneFile: boolean): Promise<number> {
    const folder = fs.mkdtempSync(path.join(home, 'papers-'));
    const { batchId } = await client.call('batches.start', {
      papers: { cases: [{ caseId, memberIds: null }], forms: ['arb-application'], each: 'worker' },
      pattern: '{序号}_{姓名}_{文书}',
      gaps: 'blank',
      oneFile,
      folder,
    });
    const start = performance.now();
    const batch = await client.call('batches.run', { batchId, workers: threads });
    const ms = performance.now() - start;
    if (batch.made !== papers) throw new Error(`Only ${batch.made} of ${papers} papers were made`);
    const { items } = await client.call('batches.get', { batchId });
    pages = items[0]?.pages ?? 0;
    if (!oneFile)
      hashes.add(
        createHash('sha256')
          .update(items.map((i) => i.sha256).join())
          .digest('hex'),
      );
    fs.rmSync(folder, { recursive: true });
    return ms;
  }
  const [one, two, joined]: [number[], number[], number[]] = [[], [], []];
  // The first of each only warms up.
  for (let i = 0; i <= rounds; i++) {
    const times = [await once(1, false), await once(2, false), await once(1, true)] as const;
    if (i === 0) continue;
    one.push(times[0]);
    two.push(times[1]);
    joined.push(times[2]);
  }
  clearInterval(watch);
  await app.core.close();
  if (hashes.size !== 1) throw new Error('The number of threads changed the papers');
  const sizes = { papers, pages, rounds };
  return [
    { name: 'batch, one thread', value: median(one), unit: 'ms', sizes },
    { name: 'batch, two threads', value: median(two), unit: 'ms', sizes },
    {
      name: 'batch, times faster with two threads',
      value: median(one.map((ms, i) => ms / (two[i] ?? ms))),
      unit: '×',
      target: { least: 1.6 },
    },
    { name: 'batch in one file with bookmarks', value: median(joined), unit: 'ms', sizes },
    { name: 'batch, most memory of the program', value: peak / 1024 ** 2, unit: 'MB' },
  ];
}
