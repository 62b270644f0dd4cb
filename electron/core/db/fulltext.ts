import { type Expression, type QueryExecutorProvider, type SqlBool, sql } from 'kysely';

/** Adds or replaces the tokens of one text, parted by blanks. */
export async function writeTokens(
  db: QueryExecutorProvider,
  row: { rowid: number; tokens: string; isNew: boolean },
): Promise<void> {
  if (!row.isNew) await dropTokens(db, row.rowid);
  await sql`insert into search_index (rowid, tokens) values (${row.rowid}, ${row.tokens})`.execute(db);
}

export async function dropTokens(db: QueryExecutorProvider, rowid: number): Promise<void> {
  await sql`delete from search_index where rowid = ${rowid}`.execute(db);
}

export async function dropAllTokens(db: QueryExecutorProvider): Promise<void> {
  await sql`insert into search_index (search_index) values ('delete-all')`.execute(db);
}

/** Joins the pieces that many small writes have left. */
export async function optimiseTokens(db: QueryExecutorProvider): Promise<void> {
  await sql`insert into search_index (search_index) values ('optimize')`.execute(db);
}

/** True where the index's row holds an expression of FTS5 that is made of quoted phrases only. */
export function matches(expression: string): Expression<SqlBool> {
  return sql<SqlBool>`search_index match ${expression}`;
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
