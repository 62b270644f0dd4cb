import { type Expression, type SqlBool, sql } from 'kysely';

/** The few expressions whose SQL differs between databases. Features use these, never raw SQL. */

/** True where the text holds the part, letter for letter. */
export function contains(text: Expression<string>, part: string): Expression<SqlBool> {
  return sql<SqlBool>`instr(${text}, ${part}) > 0`;
}
