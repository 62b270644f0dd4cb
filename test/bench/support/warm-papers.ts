// A process that holds the warm application against what could be used instead; `--expose-gc` keeps each one's garbage
// out of the other's time. Its parent gives it, and so all that it starts, one core.
import { keepHeapSmall } from '../../../electron/shells/common/memory.ts';
import { benchWarmPaper } from '../paper.bench.ts';

// As the application runs.
keepHeapSmall();
console.log(JSON.stringify(await benchWarmPaper(Number(process.argv[2]))));
