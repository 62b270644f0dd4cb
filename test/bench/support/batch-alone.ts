// The batch in a process of its own, so that its memory is the program's and not that of what was measured before it.
// Prints its figures as JSON. Arguments: folder, papers, rounds.
import { keepHeapSmall } from '../../../electron/shells/common/memory.ts';
import { benchBatch } from '../batch.bench.ts';

// As the application runs.
keepHeapSmall();
const [home = '', papers, rounds] = process.argv.slice(2);
console.log(JSON.stringify(await benchBatch(home, Number(papers), Number(rounds))));
// The test office's own threads would hold the process for a while.
process.exit(0);
