import type { PersonField, PersonFields } from '../../../../shared/features/people/people.contract.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { MutationContext } from '../../kernel/context.ts';
import { foldName, foldPhone } from './names.ts';
import { differing, type StoredFields, toFields } from './people.mappers.ts';
import {
  loadForChange,
  loadPerson,
  type PartyTable,
  partyTables,
  recordChange,
  rekey,
  updatePerson,
} from './people.repo.ts';

interface Link {
  readonly table: PartyTable;
  readonly id: string;
}

/**
 * One record of two. The other stays in the table with all it held, found by nothing, so that parting them again
 * brings it back exactly.
 * @throws AppError `conflict`; `rule-violation` for two of different kinds.
 */
export async function mergePeople(
  ctx: MutationContext,
  input: {
    keepId: string;
    keepVersion: number;
    goneId: string;
    goneVersion: number;
    take: readonly PersonField[];
  },
): Promise<{ mergeId: string; version: number }> {
  if (input.keepId === input.goneId)
    throw new AppError('rule-violation', { details: { rule: 'merge-self' } });
  const kept = await loadForChange(ctx.db, input.keepId, input.keepVersion);
  const gone = await loadForChange(ctx.db, input.goneId, input.goneVersion);
  if (kept.kind !== gone.kind) throw new AppError('rule-violation', { details: { rule: 'merge-kinds' } });
  const before = toFields(kept);
  const other = toFields(gone);
  const after = combined(before, other, input.take);
  const links: Link[] = [];
  for (const table of partyTables) {
    const rows = await ctx.db
      .updateTable(table)
      .set({ person_id: kept.id })
      .where('person_id', '=', gone.id)
      .returning('id')
      .execute();
    links.push(...rows.map((r) => ({ table, id: r.id })));
  }
  const mergeId = ctx.newId();
  await ctx.db
    .insertInto('person_merge')
    .values({
      id: mergeId,
      kept_id: kept.id,
      gone_id: gone.id,
      at: ctx.now,
      user_name: ctx.actor.userName,
      before_kept: JSON.stringify(before),
      after_kept: JSON.stringify(after),
      links: JSON.stringify(links),
      undone_at: null,
    })
    .execute();
  await ctx.db
    .updateTable('person')
    .set({ status: 'merged', merged_into: kept.id, version: gone.version + 1, updated_at: ctx.now })
    .where('id', '=', gone.id)
    .execute();
  await rekey(ctx.db, gone.id, null);
  await recordChange(ctx, gone.id, 'merged-away', []);
  const version = await updatePerson(ctx, kept, after, 'merged', differing(before, after));
  ctx.changed('person', gone.id);
  ctx.about(null, { kept: kept.id, gone: gone.id, links: links.length });
  return { mergeId, version };
}

/** The kept one's value unless the other's was chosen or it has none; every name and phone of both stays known. */
function combined(kept: PersonFields, gone: PersonFields, take: readonly PersonField[]): PersonFields {
  const result: Record<string, unknown> = { ...kept };
  for (const [field, value] of Object.entries(gone))
    if (value !== null && (result[field] === null || take.includes(field as PersonField)))
      result[field] = value;
  const chosen = result as PersonFields;
  const unlike = (texts: readonly string[], main: string | null, fold: (t: string) => string): string[] => {
    const seen = new Set([fold(main ?? '')]);
    return texts.filter((t) => !seen.has(fold(t)) && seen.add(fold(t)));
  };
  const phones = [kept.phone, ...kept.phones, gone.phone, ...gone.phones].filter((p) => p !== null);
  return {
    ...chosen,
    kind: kept.kind,
    aliases: unlike([kept.name, ...kept.aliases, gone.name, ...gone.aliases], chosen.name, foldName).slice(
      0,
      20,
    ),
    phones: unlike(phones, chosen.phone, foldPhone).slice(0, 20),
  };
}

/**
 * Parts two that were made one: the other comes back exactly, with its parties of cases; the kept one gets back every
 * field that nobody has edited since. What was edited stays, and so does every party that was added to the kept one
 * or given to somebody else after the merge.
 */
export async function unmergePeople(
  ctx: MutationContext,
  mergeId: string,
): Promise<{ personId: string; keptEdits: string[]; keptCases: number }> {
  const merge = await ctx.db
    .selectFrom('person_merge')
    .selectAll()
    .where('id', '=', mergeId)
    .executeTakeFirst();
  if (!merge) throw new AppError('not-found', { details: { what: 'merge' } });
  if (merge.undone_at !== null) throw new AppError('rule-violation', { details: { rule: 'merge-undone' } });
  const kept = await loadPerson(ctx.db, merge.kept_id);
  // Merged on since: the later one has to be undone first, or the middle would be lost.
  if (kept.status !== 'here')
    throw new AppError('rule-violation', { details: { rule: 'merge-later-first' } });
  const later = await ctx.db
    .selectFrom('person_merge')
    .select('id')
    .where('kept_id', '=', kept.id)
    .where('id', '>', mergeId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (later) throw new AppError('rule-violation', { details: { rule: 'merge-later-first' } });
  const before = JSON.parse(merge.before_kept) as PersonFields;
  const after = JSON.parse(merge.after_kept) as PersonFields;
  const now = toFields(kept);
  const edited = differing(after, now);
  const restored = { ...before } as Record<string, unknown>;
  for (const field of edited) restored[field] = now[field];
  const links = JSON.parse(merge.links) as Link[];
  let moved = 0;
  for (const { table, id } of links) {
    const result = await ctx.db
      .updateTable(table)
      .set({ person_id: merge.gone_id })
      .where('id', '=', id)
      .where('person_id', '=', kept.id)
      .executeTakeFirst();
    moved += Number(result.numUpdatedRows);
  }
  const gone = await loadPerson(ctx.db, merge.gone_id);
  await ctx.db
    .updateTable('person')
    .set({ status: 'here', merged_into: null, version: gone.version + 1, updated_at: ctx.now })
    .where('id', '=', gone.id)
    .execute();
  await rekey(ctx.db, gone.id, toFields(gone satisfies StoredFields));
  await recordChange(ctx, gone.id, 'unmerged', []);
  await updatePerson(
    ctx,
    kept,
    restored as PersonFields,
    'unmerged',
    differing(now, restored as PersonFields),
  );
  await ctx.db.updateTable('person_merge').set({ undone_at: ctx.now }).where('id', '=', mergeId).execute();
  ctx.changed('person', gone.id);
  ctx.about(null, { kept: kept.id, gone: gone.id, links: moved });
  return { personId: gone.id, keptEdits: edited, keptCases: links.length - moved };
}
