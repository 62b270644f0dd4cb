import type { OutputOf } from '../../../../shared/contract/builders.ts';
import type { BinKind, undoContract } from '../../../../shared/features/undo/undo.contract.ts';
import type { QueryContext, ReadHandle } from '../../kernel/context.ts';
import { paymentsBesides, remediesAfter } from '../outcomes/index.ts';

type Dependents = OutputOf<(typeof undoContract)['bin.dependents']>;

/** What rests on records that are about to go; nothing that goes unnoticed anyway. */
export async function dependentsOf(
  { db }: Pick<QueryContext, 'db'>,
  kind: BinKind,
  ids: readonly string[],
): Promise<Dependents> {
  const found: Dependents = [];
  const add = (what: Dependents[number]['what'], count: number): void => {
    if (count > 0) found.push({ what, count });
  };
  switch (kind) {
    case 'case':
      add('members', await countOf(db, 'case_member', 'case_id', ids));
      add('respondents', await countOf(db, 'respondent', 'case_id', ids));
      add('evidence', await countOf(db, 'evidence', 'case_id', ids));
      add('papers', await countOf(db, 'document', 'case_id', ids));
      add('dates', await datesOf(db, ids));
      break;
    case 'member':
      add('papers', await countOf(db, 'document', 'member_id', ids));
      add('representatives', await representatives(db, ids));
      add('lastParty', await lastOfCase(db, 'case_member', ids));
      break;
    case 'respondent':
      add('lastParty', await lastOfCase(db, 'respondent', ids));
      break;
    case 'outcome':
      add('payments', await paymentsBesides(db, ids));
      break;
    case 'payment':
      add('remedies', await remediesAfter(db, ids));
      break;
    case 'room':
      add('hearings', await hearingsIn(db, ids));
      break;
    default:
  }
  return found;
}

/** Hearings that are still to be held in a room. */
async function hearingsIn(db: ReadHandle, roomIds: readonly string[]): Promise<number> {
  const row = await db
    .selectFrom('hearing')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('room_id', 'in', roomIds)
    .where('state', '=', 'scheduled')
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

type Counted = 'case_member' | 'respondent' | 'evidence' | 'document';

async function countOf(
  db: ReadHandle,
  table: Counted,
  column: 'case_id' | 'member_id',
  ids: readonly string[],
): Promise<number> {
  const row = await db
    .selectFrom(table as 'document')
    .select((eb) => eb.fn.countAll().as('n'))
    .where(column, 'in', ids)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

async function datesOf(db: ReadHandle, caseIds: readonly string[]): Promise<number> {
  const row = await db
    .selectFrom('deadline')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('case_id', 'in', caseIds)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

async function representatives(db: ReadHandle, ids: readonly string[]): Promise<number> {
  const row = await db
    .selectFrom('case_member')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('id', 'in', ids)
    .where('is_representative', '=', 1)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** 1 when no party of this side is left in the case afterwards. */
async function lastOfCase(
  db: ReadHandle,
  table: 'case_member' | 'respondent',
  ids: readonly string[],
): Promise<number> {
  const of = await db.selectFrom(table).select('case_id').where('id', 'in', ids).executeTakeFirst();
  if (!of) return 0;
  const row = await db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll().as('n'))
    .where('case_id', '=', of.case_id)
    .where('id', 'not in', ids)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.n) === 0 ? 1 : 0;
}
