import { CompiledQuery, type Kysely, type QueryExecutorProvider, sql } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import type { Database } from './schema.ts';

/** The tokens of one text, parted by blanks. */
export interface TokenRow {
  readonly rowid: number;
  readonly tokens: string;
}

/** Adds texts that the index does not hold yet. */
export async function addTokens(db: QueryExecutorProvider, rows: readonly TokenRow[]): Promise<void> {
  if (rows.length === 0) return;
  const values = sql.join(rows.map(({ rowid, tokens }) => sql`(${rowid}, ${tokens})`));
  await sql`insert into search_index (rowid, tokens) values ${values}`.execute(db);
}

export async function replaceTokens(db: QueryExecutorProvider, row: TokenRow): Promise<void> {
  await dropTokens(db, row.rowid);
  await addTokens(db, [row]);
}

export async function dropTokens(db: QueryExecutorProvider, rowid: number): Promise<void> {
  await sql`delete from search_index where rowid = ${rowid}`.execute(db);
}

export async function dropAllTokens(db: QueryExecutorProvider): Promise<void> {
  await sql`insert into search_index (search_index) values ('delete-all')`.execute(db);
}

/**
 * Joins some of the pieces that many small writes have left: about `pages` of them; a negative number begins to join
 * all pieces into one.
 * @returns false when nothing is left to join.
 */
export async function mergeTokens(db: QueryExecutorProvider, pages: number): Promise<boolean> {
  const changes = async (): Promise<number> => {
    const { rows } = await sql<{ n: number }>`select total_changes() as n`.execute(db);
    return rows[0]?.n ?? 0;
  };
  const before = await changes();
  await sql`insert into search_index (search_index, rank) values ('merge', ${pages})`.execute(db);
  // The command itself counts as one.
  return (await changes()) - before > 1;
}

type Reader = ReadonlyKysely<Database> | Kysely<Database>;

/**
 * Rows of the index that hold each of several expressions of FTS5, made of quoted phrases only: the latest first, at
 * most `limit` for each, in the order of the expressions.
 */
export async function matchingRowids(
  db: Reader,
  expressions: readonly string[],
  limit: number,
): Promise<number[][]> {
  const lists: number[][] = expressions.map(() => []);
  const rows = await ofEach<{ n: number; id: number }>(db, expressions, 'id', limit);
  for (const { n, id } of rows) lists[n]?.push(id);
  return lists;
}

/** The latest rows that hold an expression. */
export interface Latest {
  /** How many there are, up to the number asked for. */
  readonly held: number;
  /** The first and the last of them; 0 without any. */
  readonly oldest: number;
  readonly newest: number;
}

/** Of each of several expressions the `most` latest rows: how rare it is, without a walk through all that hold it. */
export async function latestRows(
  db: Reader,
  expressions: readonly string[],
  most: number,
): Promise<Latest[]> {
  const what = 'count(*) as held, coalesce(min(id), 0) as oldest, coalesce(max(id), 0) as newest';
  return ofEach<Latest>(db, expressions, what, most);
}

/**
 * The limit stands in the text: SQLite compiles a statement anew each time that a bound limit is set, which takes
 * longer than most searches.
 */
async function ofEach<Row>(
  db: Reader,
  expressions: readonly string[],
  what: string,
  limit: number,
): Promise<Row[]> {
  if (expressions.length === 0) return [];
  // The text depends on the number of expressions only: it is not compiled anew with every key that is typed.
  const text = expressions
    .map(
      (_, i) =>
        `select ${i} as n, ${what} from (select rowid as id from search_index where search_index match ? order by rowid desc limit ${limit})`,
    )
    .join(' union all ');
  const { rows } = await (db as Kysely<Database>).executeQuery<Row>(
    CompiledQuery.raw(text, [...expressions]),
  );
  return rows;
}

/** @returns false when the index contradicts itself. */
export async function isIndexSound(db: QueryExecutorProvider): Promise<boolean> {
  try {
    await sql`insert into search_index (search_index) values ('integrity-check')`.execute(db);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_CORRUPT')) return false;
    throw error;
  }
}
