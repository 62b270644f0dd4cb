import type { OutputOf } from '../../../../shared/contract/builders.ts';
import type {
  Family,
  familiesContract,
  LinkKind,
} from '../../../../shared/features/families/families.contract.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { MutationContext, ReadHandle, WriteHandle } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { checkVersion, loadCaseRow, refreshCase, searchFold, toCaseRow } from '../cases/index.ts';
import { follows, loadFamily, toLink } from './families.repo.ts';

type Candidates = OutputOf<(typeof familiesContract)['families.candidates']>;

const refuse = (rule: string, details: Record<string, string> = {}): AppError =>
  new AppError('rule-violation', { details: { rule, ...details } });

/** The family of a case, itself included. @throws AppError `not-found`. */
export async function familyOf(db: ReadHandle, caseId: string): Promise<Family> {
  await loadCaseRow(db, caseId);
  const { cases, links } = await loadFamily(db, caseId);
  return { cases: cases.map(toCaseRow), links: links.map(toLink) };
}

/**
 * Whether a link may be made. One that leads back to where it began would make each case come before itself.
 * @throws AppError `rule-violation`: `link-self`, `link-exists`, `link-cycle` with the numbers of both cases.
 */
async function checkLink(db: WriteHandle, kind: LinkKind, fromId: string, toId: string): Promise<void> {
  if (fromId === toId) throw refuse('link-self');
  const from = await loadCaseRow(db, fromId);
  const to = await loadCaseRow(db, toId);
  const numbers = { from: from.number, to: to.number };
  const { cases, links } = await loadFamily(db, fromId);
  const between = links.some(
    (l) => (l.case_id === fromId && l.to_case_id === toId) || (l.case_id === toId && l.to_case_id === fromId),
  );
  if (between || (kind === 'related' && cases.some((c) => c.id === toId)))
    throw refuse('link-exists', numbers);
  if (follows(links, toId, fromId)) throw refuse('link-cycle', numbers);
}

async function insertLink(
  ctx: MutationContext,
  link: {
    readonly kind: LinkKind;
    readonly fromId: string;
    readonly toId: string;
    readonly onDate: string;
    readonly note: string | null;
  },
): Promise<string> {
  await checkLink(ctx.db, link.kind, link.fromId, link.toId);
  const id = ctx.newId();
  await ctx.db
    .insertInto('case_link')
    .values({
      id,
      case_id: link.fromId,
      to_case_id: link.toId,
      kind: link.kind,
      route: null,
      on_date: link.onDate,
      note: link.note,
      carried: null,
      created_at: ctx.now,
      created_by: ctx.actor.userName,
      deleted_at: null,
    })
    .execute();
  return id;
}

export async function linkCases(
  ctx: MutationContext,
  law: LawData,
  input: {
    readonly caseId: string;
    readonly expectedVersion: number;
    readonly otherId: string;
    readonly kind: LinkKind;
    readonly follows: boolean;
    readonly note: string | null;
  },
): Promise<{ version: number; id: string }> {
  await checkVersion(ctx.db, input.caseId, input.expectedVersion, { allowClosed: true });
  const [fromId, toId] = input.follows ? [input.otherId, input.caseId] : [input.caseId, input.otherId];
  const id = await insertLink(ctx, { kind: input.kind, fromId, toId, onDate: ctx.today, note: input.note });
  const version = await refreshCase(ctx, law, input.caseId);
  ctx.changed('case', input.otherId);
  ctx.about(input.caseId, { link: id, kind: input.kind, other: input.otherId });
  return { version, id };
}

export async function unlinkCases(
  ctx: MutationContext,
  law: LawData,
  input: { readonly caseId: string; readonly expectedVersion: number; readonly linkId: string },
): Promise<{ version: number }> {
  const { db } = ctx;
  await checkVersion(db, input.caseId, input.expectedVersion, { allowClosed: true });
  const { links } = await loadFamily(db, input.caseId);
  const link = links.find((l) => l.id === input.linkId);
  if (!link) throw new AppError('not-found', { details: { what: 'link' } });
  await db.updateTable('case_link').set({ deleted_at: ctx.now }).where('id', '=', link.id).execute();
  const version = await refreshCase(ctx, law, input.caseId);
  for (const id of [link.case_id, link.to_case_id]) ctx.changed('case', id);
  ctx.about(input.caseId, { link: link.id, kind: link.kind });
  return { version };
}

/** Puts cases under a lead. Each keeps its number, its state and its dates; hearings are recorded in the lead alone. */
export async function consolidate(
  ctx: MutationContext,
  law: LawData,
  input: {
    readonly caseId: string;
    readonly expectedVersion: number;
    readonly others: readonly { readonly caseId: string; readonly expectedVersion: number }[];
    readonly onDate: string;
    readonly note: string | null;
  },
): Promise<{ version: number }> {
  const { db } = ctx;
  const lead = await checkVersion(db, input.caseId, input.expectedVersion);
  if (await consolidatedAt(db, lead.id, 'to_case_id'))
    throw refuse('consolidate-lead', { number: lead.number });
  for (const { caseId, expectedVersion } of input.others) {
    const other = await checkVersion(db, caseId, expectedVersion);
    if (other.track !== lead.track) throw refuse('consolidate-track', { number: other.number });
    // A case has one lead, and a lead is led by none: else nobody could say whose hearing counts.
    for (const end of ['case_id', 'to_case_id'] as const)
      if (await consolidatedAt(db, caseId, end)) throw refuse('consolidate-lead', { number: other.number });
    await insertLink(ctx, {
      kind: 'consolidated',
      fromId: lead.id,
      toId: caseId,
      onDate: input.onDate,
      note: input.note,
    });
    await refreshCase(ctx, law, caseId);
  }
  ctx.about(lead.id, { others: input.others.map((o) => o.caseId), on: input.onDate });
  return { version: await refreshCase(ctx, law, lead.id) };
}

async function consolidatedAt(
  db: ReadHandle,
  caseId: string,
  end: 'case_id' | 'to_case_id',
): Promise<boolean> {
  const row = await db
    .selectFrom('case_link')
    .innerJoin('case_file', 'case_file.id', end === 'case_id' ? 'case_link.to_case_id' : 'case_link.case_id')
    .select('case_link.id')
    .where(`case_link.${end}`, '=', caseId)
    .where('case_link.kind', '=', 'consolidated')
    .where('case_link.deleted_at', 'is', null)
    .where('case_file.deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Cases that may be linked to one: those with the same parties first. At most twenty. */
export async function candidates(db: ReadHandle, caseId: string, text: string): Promise<Candidates> {
  await loadCaseRow(db, caseId);
  const known = new Set((await loadFamily(db, caseId)).cases.map((c) => c.id));
  const shared = await sharedParties(db, caseId);
  const wanted = searchFold(text);
  let found = db
    .selectFrom('case_file')
    .selectAll()
    .where('deleted_at', 'is', null)
    .where('id', 'not in', [...known])
    .orderBy('updated_at', 'desc')
    .limit(20);
  if (wanted !== '') found = found.where('search_text', 'like', `%${wanted.replaceAll(/[%_]/g, '')}%`);
  else if (shared.size > 0) found = found.where('id', 'in', [...shared.keys()].slice(0, 500));
  else return [];
  const rows = await found.execute();
  return rows
    .map((row) => ({ ...toCaseRow(row), version: row.version, sharedParties: shared.get(row.id) ?? [] }))
    .sort((a, b) => b.sharedParties.length - a.sharedParties.length);
}

/** Names of the people and units that another case has in common with this one, by case. */
async function sharedParties(db: ReadHandle, caseId: string): Promise<Map<string, string[]>> {
  const shared = new Map<string, string[]>();
  for (const table of ['respondent', 'case_member'] as const) {
    const rows = await db
      .selectFrom(table)
      .select(['person_id', 'name'])
      .where('case_id', '=', caseId)
      .where('deleted_at', 'is', null)
      .where('person_id', 'is not', null)
      .limit(500)
      .execute();
    const names = new Map(rows.map((r) => [r.person_id, r.name]));
    if (names.size === 0) continue;
    const others = await db
      .selectFrom(table)
      .select(['case_id', 'person_id'])
      .where('person_id', 'in', [...names.keys()])
      .where('case_id', '!=', caseId)
      .where('deleted_at', 'is', null)
      .limit(500)
      .execute();
    for (const { case_id, person_id } of others) {
      const name = names.get(person_id);
      if (name) shared.set(case_id, [...new Set([...(shared.get(case_id) ?? []), name])]);
    }
  }
  return shared;
}
