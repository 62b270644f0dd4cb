import type { Client } from '../../contract/api.ts';
import type { Filling } from './search.contract.ts';

/**
 * Goes on with a filling of the search index until it is done or somebody stops it. What was done stays: the next one
 * goes on from there.
 * @param told hears of each slice, and is waited for; false stops.
 * @returns whether it was done to the end.
 */
export async function fillIndex(
  client: Client,
  told: (state: Filling) => boolean | Promise<boolean> = () => true,
): Promise<boolean> {
  for (;;) {
    const { filling } = await client.call('search.fill', {});
    if (!filling) return true;
    if (!(await told(filling))) return false;
  }
}
