import { randomFillSync } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createCore } from '../../electron/core/app.ts';
import { clientOf } from '../../electron/core/client.ts';
import type { Caller, Core } from '../../electron/core/kernel/core.ts';
import type { World } from '../../electron/core/ports/world.ts';
import { packagedFonts } from '../../electron/paper/index.ts';
import { fromSource } from '../../electron/shells/common/installation.ts';
import { realDisk } from '../../electron/shells/common/world.ts';
import type { Client } from '../../shared/contract/api.ts';
import type { CoreEvent } from '../../shared/contract/wire.ts';
import { type PlainDate, plainDate } from '../../shared/kernel/date.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The cheapest cost that Argon2id's parameters allow here: tests unlock often. */
export const testKdfCost = { memoryKiB: 1024, passes: 1, parallelism: 1 };

export interface TestWorld extends World {
  /** Every line that was logged. */
  readonly lines: string[];
  /** Moves the clock. */
  setNow(instant: string): void;
}

/** A world with its own folder, a clock that stands still until it is moved, and a log that can be read. */
export function testWorld(home = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-test-'))): TestWorld {
  let now = Date.parse('2026-11-23T02:00:00Z');
  const lines: string[] = [];
  const log = (level: string) => (event: string, facts?: object) =>
    void lines.push(JSON.stringify({ level, event, ...facts }));
  return {
    clock: {
      now: () => now,
      today: (): PlainDate => plainDate(new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)),
    },
    random: { bytes: (n) => randomFillSync(new Uint8Array(n)) },
    log: { info: log('info'), error: log('error') },
    resources: path.join(root, 'resources'),
    fonts: packagedFonts(path.join(root, 'node_modules')),
    paperThread: fromSource(root).paperThread,
    cores: 2,
    disk: realDisk,
    configFolder: path.join(home, 'config'),
    suggestedOfficeFolder: path.join(home, 'office'),
    lines,
    setNow: (instant) => {
      now = Date.parse(instant);
    },
  };
}

export interface TestApp {
  readonly world: TestWorld;
  readonly core: Core;
  readonly caller: Caller;
  readonly client: Client;
  readonly events: CoreEvent[];
  readonly folder: string;
  readonly recoveryKey: string;
}

export const testPassphrase = '四个字的口令 八位以上';
export const testUser = '测试员';

/** A real core on a real encrypted office in a temporary folder, unlocked. */
export async function openTestApp(world: TestWorld = testWorld()): Promise<TestApp> {
  const core = createCore(world, { kdfCost: testKdfCost });
  const caller: Caller = { sessionId: 'test-window' };
  const client = clientOf(core, caller);
  const events: CoreEvent[] = [];
  core.subscribe((e) => events.push(e));
  const folder = world.suggestedOfficeFolder;
  const { recoveryKey } = await client.call('office.create', {
    folder,
    name: '测试区调解委员会',
    kinds: ['mediation-committee'],
    regionCode: '510104',
    tribunalName: '测试市测试区劳动人事争议仲裁委员会',
    userName: testUser,
    passphrase: testPassphrase,
  });
  return { world, core, caller, client, events, folder, recoveryKey };
}
