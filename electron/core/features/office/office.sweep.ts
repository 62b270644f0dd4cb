import { sql } from 'kysely';
import { traceOf } from '../../kernel/failures.ts';
import type { OpenOffice } from '../../kernel/open-office.ts';
import type { World } from '../../ports/world.ts';

/**
 * Puts aside the encrypted files that no record names: a program that is killed between writing a file and recording
 * it leaves one. Called when an office has just been opened: its lock keeps other programs out, and nobody in this
 * one can write yet. An office that cannot be swept opens all the same.
 */
export async function sweepFiles(office: OpenOffice, world: World): Promise<void> {
  try {
    const swept = office.files.sweep(await namedFiles(office), world.clock.now());
    if (swept.putAside + swept.broughtBack > 0) world.log.info('files-swept', swept);
  } catch (error) {
    world.log.error('sweep-failed', { trace: traceOf(error) });
  }
}

/** Every file that any table names: by the house's custom in a column whose name ends in `blob_id`. */
async function namedFiles({ db }: OpenOffice): Promise<Set<string>> {
  const named = new Set<string>();
  for (const { name, columns } of await db.read.introspection.getTables())
    for (const column of columns.filter((c) => c.name.endsWith('blob_id'))) {
      const { rows } = await sql<{ id: string | null }>`
        select ${sql.ref(column.name)} as id from ${sql.table(name)}
      `.execute(db.read);
      for (const { id } of rows) if (id !== null) named.add(id);
    }
  return named;
}
