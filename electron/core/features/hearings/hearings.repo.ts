import { AppError } from '../../../../shared/kernel/errors.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import type { HearingTable } from './hearings.table.ts';

/** Hearings with the name of their room and whether minutes exist; narrowed down by the caller. */
export function selectHearings(db: ReadHandle) {
  return db
    .selectFrom('hearing')
    .leftJoin('room', 'room.id', 'hearing.room_id')
    .leftJoin('minutes', (join) =>
      join.onRef('minutes.hearing_id', '=', 'hearing.id').on('minutes.deleted_at', 'is', null),
    )
    .selectAll('hearing')
    .select(['room.name as room_name', 'minutes.id as minutes_id'])
    .where('hearing.deleted_at', 'is', null);
}

/** @throws AppError `not-found`. */
export async function loadHearing(db: ReadHandle, caseId: string, id: string): Promise<HearingTable> {
  const row = await db
    .selectFrom('hearing')
    .selectAll()
    .where('id', '=', id)
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new AppError('not-found', { details: { what: 'hearing' } });
  return row;
}
