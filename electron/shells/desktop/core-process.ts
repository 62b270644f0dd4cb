// The core in a process of its own, so that a long calculation or a damaged file never stops the window.
import type {} from 'electron';
import { createCore } from '../../core/app.ts';
import { thisHost } from '../common/installation.ts';
import { keepHeapSmall } from '../common/memory.ts';
import { type Installation, realWorld } from '../common/world.ts';
import { serveCore, type ToCore } from './core-wire.ts';

keepHeapSmall();
const installation = JSON.parse(process.argv.at(-1) ?? '') as Installation;
const port = process.parentPort;

serveCore(createCore(realWorld(installation, thisHost())), {
  post: (message) => port.postMessage(message),
  onMessage: (listener) => port.on('message', ({ data }: { data: ToCore }) => listener(data)),
});
