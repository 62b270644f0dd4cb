import type { z } from 'zod';
import type { PersonRow, peopleContract } from '../../../../shared/features/people/people.contract.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import { toPersonRow } from './people.mappers.ts';
import { caseCounts } from './people.repo.ts';
import { idsOf, type Lookup, meanings } from './people.search.ts';
import type { PersonTable } from './people.table.ts';

/** Found by a text: beyond these nobody scrolls, they type more. */
const mostFound = 400;

type ListInput = z.output<(typeof peopleContract)['people.list']['input']>;

/** One page by key, in the order of sound: page 1,000 costs what page 1 costs. */
export async function listPeople(
  db: ReadHandle,
  input: ListInput,
): Promise<{ items: PersonRow[]; next: string | null }> {
  const lookups = meanings(input.text);
  if (input.text.trim() !== '' && lookups.length === 0) return { items: [], next: null };
  const after = input.cursor === null ? null : parseCursor(input.cursor);
  const rows = lookups.length > 0 ? await found(db, lookups, input, after) : await all(db, input, after);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: await withCases(db, page),
    next: rows.length > input.limit && last ? JSON.stringify([last.sort_key, last.id]) : null,
  };
}

interface Place {
  readonly key: string;
  readonly id: string;
}

async function all(db: ReadHandle, input: ListInput, after: Place | null): Promise<PersonTable[]> {
  let query = db.selectFrom('person').selectAll().where('status', '=', 'here');
  if (input.kind) query = query.where('kind', '=', input.kind);
  if (after)
    query = query.where((eb) => eb(eb.refTuple('sort_key', 'id'), '>', eb.tuple(after.key, after.id)));
  return query
    .orderBy('sort_key')
    .orderBy('id')
    .limit(input.limit + 1)
    .execute();
}

/** Put in order here: asked to sort them, SQLite would rather walk through everybody in that order. */
async function found(
  db: ReadHandle,
  lookups: readonly Lookup[],
  input: ListInput,
  after: Place | null,
): Promise<PersonTable[]> {
  const ids = new Set<string>();
  for (const lookup of lookups) for (const id of await idsOf(db, lookup, mostFound)) ids.add(id);
  if (ids.size === 0) return [];
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  const isAfter = (key: string, id: string): boolean =>
    !after || key > after.key || (key === after.key && id > after.id);
  return rows
    .filter(
      (r) =>
        r.status === 'here' && (input.kind === null || r.kind === input.kind) && isAfter(r.sort_key, r.id),
    )
    .sort((a, b) => (a.sort_key < b.sort_key || (a.sort_key === b.sort_key && a.id < b.id) ? -1 : 1))
    .slice(0, input.limit + 1);
}

function parseCursor(text: string): Place {
  try {
    const parsed: unknown = JSON.parse(text);
    if (Array.isArray(parsed) && typeof parsed[0] === 'string' && typeof parsed[1] === 'string')
      return { key: parsed[0], id: parsed[1] };
  } catch {
    throw new AppError('invalid-input', { issues: [{ path: 'cursor', code: 'value-invalid' }] });
  }
  throw new AppError('invalid-input', { issues: [{ path: 'cursor', code: 'value-invalid' }] });
}

export async function withCases(db: ReadHandle, rows: readonly PersonTable[]): Promise<PersonRow[]> {
  const cases = await caseCounts(
    db,
    rows.map((r) => r.id),
  );
  return rows.map((row) => toPersonRow(row, cases.get(row.id)));
}
