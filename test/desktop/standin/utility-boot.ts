// The child side of utilityProcess.fork: gives a plain Node process the parentPort of a utility process.
import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';

const parentPort = new EventEmitter();
// Node keeps messages until somebody listens, so we listen only once the module does.
parentPort.once('newListener', () =>
  process.on('message', (data) => parentPort.emit('message', { data, ports: [] })),
);
Object.assign(parentPort, { postMessage: (message: unknown) => process.send?.(message) });
Object.assign(process, { parentPort, type: 'utility' });

const [, , modulePath = '', ...args] = process.argv;
process.argv = [process.execPath, modulePath, ...args];
process.once('disconnect', () => process.exit(0));
// The program may have ended before this line.
if (!process.connected) process.exit(0);
await import(pathToFileURL(modulePath).href);
