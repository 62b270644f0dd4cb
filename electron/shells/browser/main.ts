import fs from 'node:fs';
import path from 'node:path';
import { createCore } from '../../core/app.ts';
import { fromSource, thisHost } from '../common/installation.ts';
import { keepHeapSmall } from '../common/memory.ts';
import { userPaths } from '../common/paths.ts';
import { realWorld } from '../common/world.ts';
import { type BrowserShell, startBrowserShell } from './server.ts';

/** Starts the core and its loopback server in this process; SIGINT and SIGTERM lock the office and end it. */
export async function runBrowserShell(): Promise<BrowserShell> {
  keepHeapSmall();
  const root = path.resolve(import.meta.dirname, '../../..');
  const host = thisHost();
  const world = realWorld(fromSource(root), host);
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const shell = await startBrowserShell({
    core: createCore(world),
    renderer: path.join(root, 'out/renderer'),
    log: world.log,
    info: { platform: process.platform, version, defaultOfficeFolder: userPaths(host).defaultOffice },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      shell.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  return shell;
}

// Run by itself, it prints the address and nothing else.
if (process.argv[1] === import.meta.filename) console.log((await runBrowserShell()).launchUrl);
