// A process that makes papers one after another, each with other facts, and says what it holds in memory after some.
import { keepHeapSmall } from '../../../electron/shells/common/memory.ts';
import { engine, info } from '../../paper/support/engine.ts';
import { twoPages } from './two-pages.ts';

// As the application runs.
keepHeapSmall();
const most = Number(process.argv[2]);
const seen: Record<number, { rss: number; heap: number }> = {};
for (let i = 1; i <= most; i++) {
  await engine.renderPdf(twoPages(i), info);
  if (![50, 1000, most].includes(i)) continue;
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  seen[i] = { rss: rss / 1e6, heap: heapUsed / 1e6 };
}
console.log(JSON.stringify(seen));
