import { addDays, isPlainDate, type PlainDate } from '../../../../shared/kernel/date.ts';
import { addWorkingDays, type Calendar, rollBack, rollForward } from '../../../../shared/law/index.ts';
import type { Database } from '../../db/schema.ts';
import type { MutationContext, ReadHandle } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import type { PredateRuleTable, PredateTable } from './calendar.table.ts';

type HearingTable = Database['hearing'];
type CaseOf = Pick<Database['case_file'], 'id' | 'handler_id' | 'track' | 'status'>;
interface Open {
  readonly ruleId: string;
  readonly due: PlainDate;
}

/** A date that was entered or moved. */
interface Entry {
  readonly kind: 'deadline' | 'hearing' | 'predate';
  readonly ref: string;
  readonly trigger: string | null;
  readonly due: string;
  readonly before: string | null;
}

/** Keeps which dates were entered or moved, by whom and when: the day's list that a second person signs. */
export async function noteEntries(
  ctx: MutationContext,
  caseId: string,
  entries: readonly Entry[],
): Promise<void> {
  if (entries.length === 0) return;
  await ctx.db
    .insertInto('date_entry')
    .values(
      entries.map((e) => ({
        id: ctx.newId(),
        case_id: caseId,
        entered_on: ctx.today,
        entered_at: ctx.now,
        user_name: ctx.actor.userName,
        kind: e.kind,
        ref: e.ref,
        trigger_date: e.trigger,
        due: e.due,
        before: e.before,
      })),
    )
    .execute();
}

/**
 * So many days from another day. A natural day that falls on a rest day gives way to the working day before it, or
 * after it where it lies after its trigger: on a rest day nobody acts.
 */
export function shifted(from: PlainDate, shift: number, unit: string, calendar: Calendar): PlainDate {
  if (unit === 'working-day') return addWorkingDays(from, shift, calendar);
  if (shift === 0) return from;
  const day = addDays(from, shift);
  return shift < 0 ? rollBack(day, calendar) : rollForward(day, calendar);
}

export type Anchored = Pick<PredateTable, 'id' | 'anchor_kind' | 'anchor' | 'shift' | 'unit'>;

/** Finds the day of each date of a case, whatever it is counted from. */
export function dueFinder(
  predates: readonly Anchored[],
  hearings: readonly Pick<HearingTable, 'id' | 'date' | 'state' | 'follows_id'>[],
  open: readonly Open[],
  calendar: Calendar,
): (predate: Anchored) => PlainDate | null {
  const byId = new Map(predates.map((p) => [p.id, p]));
  const anchorDay = (p: Anchored, seen: ReadonlySet<string>): PlainDate | null => {
    switch (p.anchor_kind) {
      case 'date':
        return isPlainDate(p.anchor) ? p.anchor : null;
      case 'deadline':
        return open.find((o) => o.ruleId === p.anchor)?.due ?? null;
      case 'hearing':
        return dayOfHearing(p.anchor);
      default: {
        const other = byId.get(p.anchor);
        return other && !seen.has(other.id) ? find(other, new Set([...seen, other.id])) : null;
      }
    }
  };
  const find = (p: Anchored, seen: ReadonlySet<string>): PlainDate | null => {
    const from = anchorDay(p, seen);
    return from && shifted(from, p.shift, p.unit, calendar);
  };
  /** One that was put off hands its dates on to the one that came in its place. */
  const dayOfHearing = (id: string): PlainDate | null => {
    let row = hearings.find((h) => h.id === id);
    for (let hops = 0; row && row.state === 'adjourned' && hops < 100; hops++) {
      const before = row.id;
      row = hearings.find((h) => h.follows_id === before);
    }
    return row && (row.state === 'scheduled' || row.state === 'held') ? (row.date as PlainDate) : null;
  };
  return (p) => find(p, new Set([p.id]));
}

/** @returns true when one of the dates is counted, through others, from itself. */
export function hasCycle(predates: readonly Anchored[]): boolean {
  const byId = new Map(predates.map((p) => [p.id, p]));
  return predates.some((start) => {
    let at: Anchored | undefined = start;
    for (let hops = 0; at && hops <= predates.length; hops++) {
      if (at.anchor_kind !== 'predate') return false;
      at = byId.get(at.anchor);
      if (at?.id === start.id) return true;
    }
    return false;
  });
}

export async function loadPredates(db: ReadHandle, caseId: string): Promise<PredateTable[]> {
  return db
    .selectFrom('predate')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
}

export async function loadHearingDays(db: ReadHandle, caseId: string): Promise<HearingTable[]> {
  return db
    .selectFrom('hearing')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
}

/**
 * After any change of a case: its hearings and its own dates get their open day, handler and track anew, and the
 * office's rules their dates. @param open what the law asks for, soonest first; empty for a closed or removed case.
 */
export async function redateAgenda(
  ctx: MutationContext,
  calendar: LawData['calendar'],
  file: CaseOf,
  open: readonly Open[],
): Promise<void> {
  const hearings = await loadHearingDays(ctx.db, file.id);
  const live = file.status === 'open';
  for (const h of hearings) {
    const openOn = live && h.state === 'scheduled' ? h.date : null;
    if (h.open_on === openOn && h.handler_id === file.handler_id && h.track === file.track) continue;
    await ctx.db
      .updateTable('hearing')
      .set({ open_on: openOn, handler_id: file.handler_id, track: file.track })
      .where('id', '=', h.id)
      .execute();
  }
  if (live) await makeByRules(ctx, file, hearings, open);
  const predates = await loadPredates(ctx.db, file.id);
  const dueOf = dueFinder(predates, hearings, open, calendar);
  for (const p of predates) {
    const due = dueOf(p);
    const openOn = live && p.done_on === null ? due : null;
    if (p.due === due && p.open_on === openOn && p.handler_id === file.handler_id && p.track === file.track)
      continue;
    await ctx.db
      .updateTable('predate')
      .set({ due, open_on: openOn, handler_id: file.handler_id, track: file.track })
      .where('id', '=', p.id)
      .execute();
    if (openOn !== null && openOn !== p.open_on)
      await noteEntries(ctx, file.id, [
        { kind: 'predate', ref: p.title, trigger: null, due: openOn, before: p.open_on },
      ]);
  }
}

/** One for each rule and each date it speaks of; one that a person removed is not made again. */
async function makeByRules(
  ctx: MutationContext,
  file: CaseOf,
  hearings: readonly HearingTable[],
  open: readonly Open[],
): Promise<void> {
  const rules = await ctx.db.selectFrom('predate_rule').selectAll().where('deleted_at', 'is', null).execute();
  if (rules.length === 0) return;
  const made = await ctx.db
    .selectFrom('predate')
    .select(['id', 'rule_id', 'anchor', 'declined', 'deleted_at'])
    .where('case_id', '=', file.id)
    .where('rule_id', 'is not', null)
    .execute();
  for (const rule of rules)
    for (const anchor of anchorsOf(rule, hearings, open)) {
      const own = made.find((m) => m.rule_id === rule.id && m.anchor === anchor);
      if (own) {
        // What made it was undone and is here again.
        if (own.deleted_at !== null && own.declined === 0)
          await ctx.db.updateTable('predate').set({ deleted_at: null }).where('id', '=', own.id).execute();
        continue;
      }
      await ctx.db
        .insertInto('predate')
        .values({
          id: ctx.newId(),
          case_id: file.id,
          anchor_kind: isHearingRule(rule) ? 'hearing' : 'deadline',
          anchor,
          shift: rule.shift,
          unit: rule.unit,
          title: rule.title,
          note: null,
          due: null,
          open_on: null,
          done_on: null,
          done_by: null,
          handler_id: file.handler_id,
          track: file.track,
          rule_id: rule.id,
          declined: 0,
          created_at: ctx.now,
          created_by: ctx.actor.userName,
          version: 1,
          deleted_at: null,
        })
        .execute();
    }
}

export const isHearingRule = (rule: Pick<PredateRuleTable, 'anchor'>): boolean =>
  rule.anchor === 'hearing' || rule.anchor === 'mediation';

function anchorsOf(
  rule: PredateRuleTable,
  hearings: readonly HearingTable[],
  open: readonly Open[],
): string[] {
  if (!isHearingRule(rule)) return open.some((o) => o.ruleId === rule.anchor) ? [rule.anchor] : [];
  // What was put off keeps the date it has, which moves on to the next one.
  return hearings
    .filter((h) => h.kind === rule.anchor && h.state === 'scheduled' && h.follows_id === null)
    .map((h) => h.id);
}
