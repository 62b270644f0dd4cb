import { clientOf } from '../client.ts';
import type { Caller, Core } from '../kernel/core.ts';
import type { World } from '../ports/world.ts';

/** Several changes in a row make one writing. */
const restMs = 3_000;

/**
 * Keeps the calendar file of the person who is in up to date, a moment after something changed and once when the
 * office is opened. Without such a file it costs one look.
 * @returns the function that ends it.
 */
export function startFeedWork(core: Core, world: World, present: () => Caller | null): () => void {
  let timer: NodeJS.Timeout | undefined;
  async function run(): Promise<void> {
    const caller = present();
    if (!caller) return;
    try {
      await clientOf(core, caller).call('calendar.writeFeed', {});
    } catch (error) {
      // Locked meanwhile; the next change or opening writes it.
      world.log.error('calendar-feed-failed', { error: error instanceof Error ? error.message : 'unknown' });
    }
  }
  const stop = core.subscribe((event) => {
    if (event.type !== 'session' && !(event.type === 'changed' && event.topic === 'case')) return;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), restMs);
    timer.unref();
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
