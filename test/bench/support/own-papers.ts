// A process that prints nothing but our papers, as the application does: it warms up, and then prints as many as it is asked
// for and answers the milliseconds of each.

import { createPaperEngine } from '../../../electron/paper/index.ts';
import { keepHeapSmall } from '../../../electron/shells/common/memory.ts';
import { info, sources } from '../../paper/support/engine.ts';
import { timed } from './figures.ts';
import { twoPages } from './two-pages.ts';

keepHeapSmall();
const engine = createPaperEngine(sources);
let next = 0;
/** The next application, whose words no other has. */
const print = (): Promise<number> => {
  const model = twoPages(next++);
  return timed(() => engine.renderPdf(model, info));
};
for (let i = 0; i < 200; i++) await print();

process.on('message', async (count: number) => {
  const times: number[] = [];
  for (let i = 0; i < count; i++) times.push(await print());
  process.send?.(times);
});
