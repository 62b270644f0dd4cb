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
      add('outcomes', await outcomesOf(db, ids));
      add('payments', await countOf(db, 'payment', 'case_id', ids));
      add('sessions', await hearingsToCome(db, 'case_id', ids));
      add('tasks', await tasksOf(db, ids));
      add('cases', await otherCases(db, ids));
      break;
    case 'member':
      add('papers', await countOf(db, 'document', 'member_id', ids));
      add('representatives', await representatives(db, ids));
      add('granted', await granted(db, ids));
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
      add('hearings', await hearingsToCome(db, 'room_id', ids));
      break;
    default:
  }
  return found;
}

/** Hearings that are still to be held, in a room or of a case. */
async function hearingsToCome(
  db: ReadHandle,
  column: 'room_id' | 'case_id',
  ids: readonly string[],
): Promise<number> {
  const row = await db
    .selectFrom('hearing')
    .select((eb) => eb.fn.countAll().as('n'))
    .where(column, 'in', ids)
    .where('state', '=', 'scheduled')
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

async function outcomesOf(db: ReadHandle, caseIds: readonly string[]): Promise<number> {
  const row = await db
    .selectFrom('outcome')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('case_id', 'in', caseIds)
    .where('state', '=', 'in-force')
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

async function tasksOf(db: ReadHandle, caseIds: readonly string[]): Promise<number> {
  const row = await db
    .selectFrom('task')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('case_id', 'in', caseIds)
    .where('done_at', 'is', null)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Cases that stay and are linked to those that go. */
async function otherCases(db: ReadHandle, caseIds: readonly string[]): Promise<number> {
  const going = new Set(caseIds);
  const links = await db
    .selectFrom('case_link')
    .select(['case_id', 'to_case_id'])
    .where((eb) => eb.or([eb('case_id', 'in', caseIds), eb('to_case_id', 'in', caseIds)]))
    .where('deleted_at', 'is', null)
    .execute();
  const others = new Set(links.flatMap((l) => [l.case_id, l.to_case_id]).filter((id) => !going.has(id)));
  if (others.size === 0) return 0;
  const row = await db
    .selectFrom('case_file')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('id', 'in', [...others])
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Workers to whom an agreement or a decision gives something. */
async function granted(db: ReadHandle, ids: readonly string[]): Promise<number> {
  const row = await db
    .selectFrom('recovery')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('member_id', 'in', ids)
    .where('granted_fen', '>', 0)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

type Counted = 'case_member' | 'respondent' | 'evidence' | 'document' | 'payment';

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
