import fs from 'node:fs';
import path from 'node:path';
import { createCore } from '../../electron/core/app.ts';
import { clientOf } from '../../electron/core/client.ts';
import { fileLog } from '../../electron/shells/common/log.ts';
import { fillWithMarkers } from './markers.ts';
import { openTestApp, testKdfCost, testPassphrase, testUser, testWorld } from './open-test-app.ts';

/**
 * A process of its own for a test that kills it. It says what it has reached, one line each, and then waits.
 * Usage: fault-child.ts (hold | import <roster> <caseId> | papers <caseId> | remind <instant>… | markers) <home>
 */
const [mode = '', home = '', ...rest] = process.argv.slice(2);
const say = (line: string): void => void fs.writeSync(1, `${line}\n`);
const standing = testWorld(home);
const world = {
  ...standing,
  log: fileLog(path.join(home, 'logs'), () => Date.parse('2026-11-23T02:00:00Z')),
};

if (mode === 'markers') {
  await fillWithMarkers(await openTestApp(world), say);
} else {
  const core = createCore(world, { kdfCost: testKdfCost });
  const caller = { sessionId: 'child' };
  const client = clientOf(core, caller);
  await client.call('office.choose', { folder: world.suggestedOfficeFolder });
  try {
    await client.call('office.unlock', { userName: testUser, passphrase: testPassphrase });
    say('open');
  } catch (error) {
    say(String(error));
  }
  if (mode === 'papers') {
    const [caseId = ''] = rest;
    core.subscribe((e) => {
      if (e.type !== 'progress' || e.done < 2) return;
      say(`${e.stage} ${e.done}`);
      // Two papers lie on the disk and nothing is committed: here it stands still until it is killed.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    });
    await client.call('documents.make', { caseId, papers: null });
  }
  if (mode === 'import') {
    const [roster = '', caseId = ''] = rest;
    core.subscribe((e) => {
      if (e.type === 'progress') say(`${e.stage} ${e.done}`);
    });
    const token = await core.receiveFile(caller, {
      name: 'r.xlsx',
      type: '',
      bytes: fs.readFileSync(roster),
    });
    const { version } = await client.call('cases.get', { caseId });
    await client.call('transfer.import', { caseId, expectedVersion: version, token, sheet: 0 });
    say('imported');
  }
  if (mode === 'remind')
    for (const [n, instant] of rest.entries()) {
      standing.setNow(instant);
      say(`told ${n} ${JSON.stringify(await client.call('calendar.remind', {}))}`);
    }
}
// The process lives until it is killed or its parent goes away.
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
