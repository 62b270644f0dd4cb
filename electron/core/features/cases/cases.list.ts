import type { ExpressionBuilder } from 'kysely';
import type { z } from 'zod';
import type { casesContract } from '../../../../shared/features/cases/cases.contract.ts';
import { addDays, type PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { cleanLine } from '../../../../shared/kernel/text.ts';
import type { Database } from '../../db/schema.ts';
import { contains } from '../../db/sqlx.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import type { CaseFileRow } from './cases.repo.ts';

type ListInput = z.output<(typeof casesContract)['cases.list']['input']>;
type Filter = ListInput['filter'];
type Status = 'open' | 'closed';

/** Column behind each sort key; each has an index led by `status`. */
const sortColumns = {
  number: 'number',
  applicants: 'first_applicant',
  cause: 'cause',
  track: 'track',
  stage: 'stage',
  handler: 'handler_name',
  nextDate: 'next_date_sort',
  amount: 'amount_fen',
  updated: 'updated_at',
} as const satisfies Record<ListInput['sort']['by'], keyof CaseFileRow>;

/** A filter as it reads on a day. */
export function filterOn(filter: Filter, today: PlainDate): Filter {
  if (filter.dueWithin === null) return filter;
  const last = addDays(today, filter.dueWithin);
  return { ...filter, dueBy: filter.dueBy && filter.dueBy < last ? filter.dueBy : last };
}

/** Up to so many hits are looked up one by one; more lie dense enough to be met on the way along the order. */
const fewHits = 500;

/**
 * One page by key: the cursor is the last row's sort value and id, so page 1,000 costs what page 1 costs and a row
 * that moves is neither lost nor shown twice.
 */
export async function listCaseRows(
  db: ReadHandle,
  input: ListInput,
): Promise<{ rows: CaseFileRow[]; next: string | null }> {
  const column = sortColumns[input.sort.by];
  const after = input.cursor ? parseCursor(input.cursor) : null;
  const statuses: Status[] = input.filter.status === 'all' ? ['open', 'closed'] : [input.filter.status];
  const ascending = input.sort.direction === 'asc';
  // One ordered read per status: each walks its index and stops at the limit; `status in (…)` would sort everything.
  const parts = await Promise.all(
    statuses.map(async (status) => {
      const hits = await fewHitsOf(db, status, input.filter.text);
      if (hits?.length === 0) return [];
      let query = db
        .selectFrom('case_file')
        .selectAll()
        .where('status', '=', status)
        .where((eb) => matches(eb, input.filter));
      if (hits) query = query.where('id', 'in', hits);
      if (after) {
        // The cursor was read as the kind of value that its column holds; the compiler knows it only as one of several.
        const { value, id } = after;
        query = query.where((eb) =>
          eb(eb.refTuple(column, 'id'), ascending ? '>' : '<', eb.tuple(value as never, id)),
        );
      }
      return query
        .orderBy(column, input.sort.direction)
        .orderBy('id', input.sort.direction)
        .limit(input.limit + 1)
        .execute();
    }),
  );
  const sign = ascending ? 1 : -1;
  const merged = parts.flat();
  if (parts.length > 1) merged.sort((a, b) => sign * (compare(a[column], b[column]) || compare(a.id, b.id)));
  const rows = merged.slice(0, input.limit);
  const last = rows.at(-1);
  return { rows, next: merged.length > input.limit && last ? makeCursor(last[column], last.id) : null };
}

/**
 * The cases in which a text occurs, from the index that holds nothing but the searched text: to look for a rare name
 * along the order would fetch every case of the office. Null without a text, or when there are more than a few.
 */
async function fewHitsOf(db: ReadHandle, status: Status, text: string): Promise<string[] | null> {
  if (searchWords(text).length === 0) return null;
  const rows = await db
    .selectFrom('case_file')
    .select('id')
    .where('status', '=', status)
    .where((eb) => eb.and(holds(eb, text)))
    .limit(fewHits + 1)
    .execute();
  return rows.length > fewHits ? null : rows.map((r) => r.id);
}

export async function countCaseRows(db: ReadHandle, filter: Filter): Promise<number> {
  let query = db
    .selectFrom('case_file')
    .select((eb) => eb.fn.countAll().as('count'))
    .where((eb) => matches(eb, filter));
  query =
    filter.status === 'all'
      ? query.where('status', 'in', ['open', 'closed'])
      : query.where('status', '=', filter.status);
  const row = await query.executeTakeFirstOrThrow();
  return Number(row.count);
}

function matches(eb: ExpressionBuilder<Database, 'case_file'>, filter: Filter) {
  const all = [];
  if (filter.track) all.push(eb('track', '=', filter.track));
  if (filter.stage) all.push(eb('stage', '=', filter.stage));
  if (filter.cause) all.push(eb('cause', '=', filter.cause));
  if (filter.handlerId) all.push(eb('handler_id', '=', filter.handlerId));
  if (filter.dueBy) all.push(eb('next_date_sort', '<=', filter.dueBy));
  if (filter.noDate) all.push(eb('next_date_sort', '=', '9999-12-31'));
  if (filter.group !== null) all.push(eb('applicant_count', filter.group ? '>=' : '<', 2));
  all.push(...holds(eb, filter.text));
  return all.length > 0 ? eb.and(all) : eb.lit(true);
}

const searchWords = (text: string): string[] => searchFold(text).split(' ').filter(Boolean);

const holds = (eb: ExpressionBuilder<Database, 'case_file'>, text: string) =>
  searchWords(text).map((word) => contains(eb.ref('search_text'), word));

/** Text as it is compared: one case, half-width, brackets of any style alike, no signs that only choose a shape. */
export function searchFold(text: string): string {
  return cleanLine(text)
    .replace(/\p{Variation_Selector}/gu, '')
    .toLowerCase()
    .replace(/[〔［【〖｛{[(（]/g, '(')
    .replace(/[〕］】〗｝}\])）]/g, ')');
}

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  // By bytes of UTF-8, as the database orders text: JavaScript's own order puts 𠮷 before （.
  return Buffer.compare(Buffer.from(String(a ?? '')), Buffer.from(String(b ?? '')));
}

function makeCursor(value: string | number | null, id: string): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url');
}

function parseCursor(text: string): { value: string | number; id: string } {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(parsed) && parsed.length === 2) {
      const [value, id] = parsed;
      if ((typeof value === 'string' || typeof value === 'number') && typeof id === 'string')
        return { value, id };
    }
  } catch {
    throw new AppError('invalid-input', { issues: [{ path: 'cursor', code: 'value-invalid' }] });
  }
  throw new AppError('invalid-input', { issues: [{ path: 'cursor', code: 'value-invalid' }] });
}
