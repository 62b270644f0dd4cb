import type { Carried } from '../../../../shared/features/families/families.contract.ts';
import type { MutationContext } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import {
  type CaseFileRow,
  createCase,
  loadAgentRows,
  loadMemberRows,
  loadRespondentRows,
  toFacts,
  toFiling,
} from '../cases/index.ts';
import { loadChoices } from '../deadlines/index.ts';
import { keepSources } from './families.repo.ts';

/** The file of a new case like another: what it is about, who handles it, what was told of it; nobody in it yet. */
export async function createLike(
  ctx: MutationContext,
  law: LawData,
  source: CaseFileRow,
  changes: {
    readonly track: string;
    readonly receivedOn: string;
    readonly handlerId: string | null;
    readonly applicantSide: 'workers' | 'unit';
    readonly withUnitClaims: boolean;
  },
): Promise<{ caseId: string; number: string }> {
  const filing = toFiling(source);
  const { caseId, number } = await createCase(ctx, law, {
    applicantSide: changes.applicantSide,
    unitClaims: changes.withUnitClaims ? filing.unitClaims : [],
    witnesses: filing.witnesses,
    samePersons: [],
    track: changes.track as never,
    cause: source.cause as never,
    receivedOn: changes.receivedOn as never,
    handlerId: changes.handlerId,
    tribunalName: source.tribunal_name,
    project: { name: source.project_name, site: source.project_site, teamLeader: source.team_leader },
    facts: toFacts(source.facts),
    workers: [],
    respondents: [],
    agents: [],
    evidence: [],
    events: [],
  });
  return { caseId, number };
}

type Copied =
  | 'case_member'
  | 'respondent'
  | 'agent'
  | 'evidence'
  | 'claim_item'
  | 'case_event'
  | 'date_choice';

/**
 * Inserts copies of rows under new ids. @returns the copies' ids by those of their sources.
 * Breathes between portions: a group has thousands.
 */
async function copyRows<R extends { readonly id: string }>(
  ctx: MutationContext,
  table: Copied,
  caseId: string,
  rows: readonly R[],
  change: (row: R) => Partial<R> = () => ({}),
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (let i = 0; i < rows.length; i += 100) {
    const part = rows.slice(i, i + 100).map((row) => {
      const id = ctx.newId();
      ids.set(row.id, id);
      return { ...row, ...('version' in row && { version: 1 }), ...change(row), id, case_id: caseId };
    });
    await ctx.db
      .insertInto(table as 'case_member')
      .values(part as never)
      .execute();
    await ctx.breathe();
  }
  return ids;
}

/** Which records go along beside the parties. */
export interface Carriage {
  readonly sourceId: string;
  readonly targetId: string;
  readonly linkId: string;
  /** Agents that stay behind. */
  readonly withoutAgents: readonly string[];
  readonly topics: (topic: string) => boolean;
  /** Null: every worker, copied; else none, because they were moved. */
  readonly members: 'copied' | 'moved';
  /** What an item of evidence covers in the other case; null leaves it behind. */
  readonly covers: (
    covers: string | null,
    copies: ReadonlyMap<string, string>,
  ) => { readonly covers: string | null } | null;
}

/** Copies what a case knows into another one, in one go, and notes where each record came from. */
export async function carryRecords(
  ctx: MutationContext,
  carriage: Carriage,
): Promise<Omit<Carried, 'events'>> {
  const { db } = ctx;
  const { sourceId, targetId, linkId } = carriage;
  const copied = carriage.members === 'copied';
  const members = copied
    ? await copyRows(ctx, 'case_member', targetId, await loadMemberRows(db, sourceId))
    : new Map<string, string>();
  const respondents = await copyRows(ctx, 'respondent', targetId, await loadRespondentRows(db, sourceId));
  const agents = await copyRows(
    ctx,
    'agent',
    targetId,
    (await loadAgentRows(db, sourceId)).filter((a) => !carriage.withoutAgents.includes(a.id)),
    (row) => ({ principal_id: row.principal_id && (respondents.get(row.principal_id) ?? null) }),
  );
  const kept = await db
    .selectFrom('evidence')
    .selectAll()
    .where('case_id', '=', sourceId)
    .where('deleted_at', 'is', null)
    .orderBy('number')
    .execute();
  const going = kept.flatMap((row) => {
    const found = carriage.covers(row.covers, members);
    return found ? [{ ...row, covers: found.covers }] : [];
  });
  let number = 0;
  const evidence = await copyRows(ctx, 'evidence', targetId, going, () => ({ number: ++number }));
  const items = copied ? await copyItems(ctx, sourceId, targetId, members) : new Map<string, string>();
  const wages = copied ? await copyWages(ctx, sourceId, targetId, members) : 0;
  const particulars = await copyParticulars(ctx, carriage, new Map([...members, ...respondents]));
  await copyRows(ctx, 'date_choice', targetId, await loadChoices(db, sourceId));
  const lists = { case_member: members, respondent: respondents, agent: agents, evidence, claim_item: items };
  for (const [kind, pairs] of Object.entries(lists)) await keepSources(db, linkId, kind, pairs);
  return {
    workers: members.size,
    respondents: respondents.size,
    agents: agents.size,
    evidence: evidence.size,
    items: items.size,
    wages,
    particulars,
  };
}

async function copyItems(
  ctx: MutationContext,
  sourceId: string,
  targetId: string,
  members: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('claim_item')
    .selectAll()
    .where('case_id', '=', sourceId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  const going = rows.filter((r) => members.has(r.member_id));
  return copyRows(ctx, 'claim_item', targetId, going, (r) => ({ member_id: members.get(r.member_id) ?? '' }));
}

/** @returns of how many workers. */
async function copyWages(
  ctx: MutationContext,
  sourceId: string,
  targetId: string,
  members: ReadonlyMap<string, string>,
): Promise<number> {
  const rows = await ctx.db
    .selectFrom('member_wages')
    .select(['member_id', 'months'])
    .where('case_id', '=', sourceId)
    .where('deleted_at', 'is', null)
    .execute();
  const going = rows.flatMap(({ member_id, months }) => {
    const id = members.get(member_id);
    return id ? [{ member_id: id, case_id: targetId, months, deleted_at: null }] : [];
  });
  for (let i = 0; i < going.length; i += 200)
    await ctx.db
      .insertInto('member_wages')
      .values(going.slice(i, i + 200))
      .execute();
  return going.length;
}

/** @returns how many topics were entered. */
async function copyParticulars(
  ctx: MutationContext,
  carriage: Carriage,
  parties: ReadonlyMap<string, string>,
): Promise<number> {
  const rows = await ctx.db
    .selectFrom('particular')
    .selectAll()
    .where('case_id', '=', carriage.sourceId)
    .where('deleted_at', 'is', null)
    .execute();
  const going = rows.flatMap((row) => {
    const id = row.member_id === '' ? '' : parties.get(row.member_id);
    if (id === undefined || !carriage.topics(row.topic)) return [];
    return [{ ...row, id: ctx.newId(), case_id: carriage.targetId, member_id: id, version: 1 }];
  });
  for (let i = 0; i < going.length; i += 200)
    await ctx.db
      .insertInto('particular')
      .values(going.slice(i, i + 200))
      .execute();
  return going.length;
}

/** Copies events as they stand, whatever the procedure says of them. @returns the copies' ids by their sources'. */
export async function copyEvents(
  ctx: MutationContext,
  targetId: string,
  rows: readonly { readonly id: string }[],
): Promise<Map<string, string>> {
  return copyRows(ctx, 'case_event', targetId, rows, () => ({ recorded_at: ctx.now }) as object);
}
