import { AppError } from '../../../../shared/kernel/errors.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import type { LawDataTable } from './law-data.table.ts';

/** Everything that was ever added, in the order of adding. */
export async function loadPacks(db: ReadHandle): Promise<LawDataTable[]> {
  return db.selectFrom('law_data').selectAll().orderBy('id').execute();
}

/** @throws AppError `not-found`. */
export async function loadPack(db: ReadHandle, id: string): Promise<LawDataTable> {
  const row = await db.selectFrom('law_data').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not-found', { details: { what: 'law-data' } });
  return row;
}

export const inForce = (packs: readonly LawDataTable[]): LawDataTable[] =>
  packs.filter((pack) => pack.removed_at === null);
