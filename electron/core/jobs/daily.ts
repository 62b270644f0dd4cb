import type { Client } from '../../../shared/contract/api.ts';
import { fillIndex } from '../../../shared/features/search/fill.ts';
import { clientOf } from '../client.ts';
import type { Caller, Core } from '../kernel/core.ts';
import type { World } from '../ports/world.ts';

const hour = 3_600_000;

/**
 * Once a day for as long as an office is open: what a date means changes with the day. It calls the pipeline like
 * everybody else, in the name of the person who is in.
 * @param present who is in, or null while the office is locked.
 * @returns the function that ends it.
 */
export function startDailyWork(core: Core, world: World, present: () => Caller | null): () => void {
  let doneFor = '';
  async function run(): Promise<void> {
    const caller = present();
    const today = world.clock.today();
    if (!caller) {
      doneFor = '';
      return;
    }
    if (doneFor === today) return;
    doneFor = today;
    try {
      const client = clientOf(core, caller);
      await client.call('deadlines.refresh', {});
      // Parties that an earlier version wrote are taken into the directory, a few cases at a time.
      while ((await client.call('people.adopt', {})).more) await breathe();
      await client.call('bin.purge', {});
      await keepSums(client);
      await keepIndex(client);
    } catch (error) {
      // Locked meanwhile, or the disk is full: the next hour tries again.
      doneFor = '';
      world.log.error('daily-work-failed', { error: error instanceof Error ? error.message : 'unknown' });
    }
  }
  const stop = core.subscribe((event) => {
    if (event.type === 'session') void run();
  });
  const timer = setInterval(() => void run(), hour);
  timer.unref();
  return () => {
    clearInterval(timer);
    stop();
  };
}

/**
 * Lets whatever a window has asked meanwhile be answered. A call within the process never waits for anything outside
 * it, so one after another would keep every message waiting until the last is done.
 */
const breathe = (): Promise<true> => new Promise((resolve) => setImmediate(() => resolve(true)));

/** Kept sums that are not what their rows come to are put together anew. */
async function keepSums(client: Client): Promise<void> {
  if ((await client.call('recovered.verify', {})).faults > 0) await client.call('recovered.rebuild', {});
}

/** An index that does not say what the records say is put right; one that lacks much is filled anew. */
async function keepIndex(client: Client): Promise<void> {
  // One that was begun and not ended, when the program was closed.
  await fillIndex(client, breathe);
  const { faults, ...counts } = await client.call('search.verify', {});
  if (faults.length === 0) return;
  if (faults.length < counts.missing + counts.stale + counts.orphaned) {
    await client.call('search.rebuild', { keep: true });
    await fillIndex(client, breathe);
    return;
  }
  await client.call('search.repair', { records: faults });
  await fillIndex(client, breathe);
}
