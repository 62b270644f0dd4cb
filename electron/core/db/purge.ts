import { type QueryExecutorProvider, sql } from 'kysely';

/**
 * Removes rows for good, and before them every row that refers to them, in whatever table: a table that is added later
 * is followed by its foreign key.
 * @returns how many rows went, by table.
 */
export async function purgeRows(
  db: QueryExecutorProvider,
  table: string,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const gone = new Map<string, number>();
  if (ids.length === 0) return gone;
  const list = JSON.stringify(ids);
  const { rows: references } = await sql<{ name: string; column: string }>`
    select m.name as name, f."from" as "column" from sqlite_master m, pragma_foreign_key_list(m.name) f
    where m.type = 'table' and f."table" = ${table}`.execute(db);
  for (const { name, column } of references) {
    const { rows: keys } = await sql<{ name: string }>`
      select name from pragma_table_info(${name}) where pk > 0`.execute(db);
    if (keys.length === 1 && keys[0]?.name === 'id') {
      const { rows } = await sql<{ id: string }>`select id from ${sql.table(name)}
        where ${sql.ref(column)} in (select value from json_each(${list}))`.execute(db);
      const deeper = await purgeRows(
        db,
        name,
        rows.map((r) => r.id),
      );
      for (const [t, n] of deeper) gone.set(t, (gone.get(t) ?? 0) + n);
    } else
      await sql`delete from ${sql.table(name)}
        where ${sql.ref(column)} in (select value from json_each(${list}))`.execute(db);
  }
  await sql`delete from ${sql.table(table)} where id in (select value from json_each(${list}))`.execute(db);
  gone.set(table, (gone.get(table) ?? 0) + ids.length);
  return gone;
}
