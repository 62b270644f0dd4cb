import { createHash } from 'node:crypto';
import { nextNumber } from '../../db/counter.ts';
import type { Actor, ReadHandle, WriteHandle } from '../../kernel/context.ts';
import type { AuditTable } from './audit.table.ts';

const counter = 'audit';

export interface AuditEntry {
  readonly at: string;
  readonly verb: string;
  readonly actor: Actor;
  readonly caseId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * Adds an entry to the chain. Each hash covers the one before, so no entry can be changed or taken out unseen; the
 * counter tells when the last ones are missing.
 */
export async function appendAudit(db: WriteHandle, entry: AuditEntry): Promise<void> {
  const last = await db
    .selectFrom('audit')
    .select('hash')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const row = {
    sequence: await nextNumber(db, counter),
    at: entry.at,
    verb: entry.verb,
    actor_id: entry.actor.userId,
    actor_name: entry.actor.userName,
    case_id: entry.caseId,
    details: JSON.stringify(entry.details),
  };
  await db
    .insertInto('audit')
    .values({ ...row, hash: hashOf(last?.hash ?? '', row) })
    .execute();
}

/** Recomputes the chain. @returns the sequence of the first entry that does not fit or is missing, or null. */
export async function verifyAudit(db: ReadHandle): Promise<{ entries: number; brokenAt: number | null }> {
  let previous = '';
  let expected = 1;
  let after = 0;
  for (;;) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(2000)
      .execute();
    for (const { hash, ...row } of rows) {
      if (row.sequence !== expected || hashOf(previous, row) !== hash)
        return { entries: expected - 1, brokenAt: row.sequence };
      previous = hash;
      after = row.sequence;
      expected++;
    }
    if (rows.length > 0) continue;
    const written = await db
      .selectFrom('counter')
      .select('value')
      .where('name', '=', counter)
      .executeTakeFirst();
    const entries = expected - 1;
    return { entries, brokenAt: entries === (written?.value ?? 0) ? null : expected };
  }
}

function hashOf(previous: string, row: Omit<AuditTable, 'hash'>): string {
  const fields = [
    previous,
    row.sequence,
    row.at,
    row.verb,
    row.actor_id,
    row.actor_name,
    row.case_id,
    row.details,
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}
