// The thread that makes papers, as it is when one of them ends it: for a worker of this name it goes down.
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', (message) => {
  if (message.kind === 'task' && JSON.stringify(message.task).includes(process.env.GONGDAO_ENDS_AT ?? '\0'))
    process.exit(9);
});
await import('../../electron/core/features/documents/batch/paper-thread.ts');
