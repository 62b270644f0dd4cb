import type { ReadHandle } from '../../kernel/context.ts';
import type { LawHolder } from '../../kernel/law-data.ts';
import { inForce, loadPacks } from './law-data.repo.ts';
import { layer } from './law-data.tables.ts';

export { lawDataHandlers } from './law-data.handlers.ts';

/** Puts the data of an office that was just opened in force. */
export async function adoptLawData(holder: LawHolder, db: ReadHandle): Promise<void> {
  const packs = inForce(await loadPacks(db));
  if (packs.length > 0) holder.use(layer(holder.shipped, packs).law);
}
