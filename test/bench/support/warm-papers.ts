// A process that holds the warm application against what could be used instead. Its parent gives it, and so all that it
// starts, one core.
import { benchWarmPaper } from '../paper.bench.ts';

console.log(JSON.stringify(await benchWarmPaper(Number(process.argv[2]))));
