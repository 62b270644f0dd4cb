import type { z } from 'zod';
import type { OutputOf } from '../../../../shared/contract/builders.ts';
import type { CaseTrack } from '../../../../shared/features/cases/case.schemas.ts';
import type {
  deadlinesContract,
  Ledger,
  WhatIfDate,
} from '../../../../shared/features/deadlines/deadlines.contract.ts';
import { carrierOf } from '../../../../shared/features/documents/served.rules.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import {
  type CaseEvent,
  type Change,
  canRecord,
  controlSheet,
  eventWords,
  type LimitationLedger,
  ledgerEventsOf,
  ledgerPlans,
  limitationLedger,
  type Obligation,
  parseDueOptions,
  type RecordedLedgerEvent,
  ruleOf,
  trackOf,
  whatIf,
} from '../../../../shared/law/index.ts';
import type { PaperEngine } from '../../../paper/index.ts';
import type { Handlers, ReadHandle } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import { openOf } from '../calendar/index.ts';
import { papersWithDay } from '../documents/index.ts';
import { loadOffice } from '../office/index.ts';
import { optionsFor } from './deadlines.choices.ts';
import { confirmationsOf, loadConfirmations, loadDatedCase } from './deadlines.repo.ts';
import { loadChoices } from './deadlines.rows.ts';
import { type DatedCase, deriveForCase, eventsOf, factsOf, lawFor } from './index.ts';
import { printSheet } from './sheet.ts';

type Acts =
  | 'deadlines.confirm'
  | 'deadlines.unconfirm'
  | 'deadlines.receipt'
  | 'deadlines.sheet'
  | 'deadlines.whatIf'
  | 'deadlines.ledger';

/** What a person does with a date: confirm it, print it, ask what would change it. */
export function actHandlers(
  law: LawSource,
  engine: PaperEngine,
): Pick<Handlers<typeof deadlinesContract>, Acts> {
  return {
    async 'deadlines.confirm'(ctx, seen) {
      const { caseId, ruleId, trigger, due } = seen;
      const file = await loadDatedCase(ctx.db, caseId);
      const o = dateSeen(deriveForCase(file, law.current, ctx.today).dates.obligations, seen);
      const before = confirmationsOf(o, await loadConfirmations(ctx.db, caseId));
      if (before.some((c) => c.userId === ctx.actor.userId))
        throw new AppError('rule-violation', { details: { rule: 'already-confirmed' } });
      const id = ctx.newId();
      const { userId, userName } = ctx.actor;
      await ctx.db
        .insertInto('date_confirmation')
        .values({
          id,
          case_id: caseId,
          rule_id: ruleId,
          trigger_date: trigger,
          due,
          user_id: userId,
          user_name: userName,
          confirmed_at: ctx.now,
          confirmed_on: ctx.today,
          withdrawn_at: null,
        })
        .execute();
      ctx.about(caseId, { rule: ruleId, due });
      ctx.changed('case', caseId);
      return { id, userId, userName, at: ctx.now, on: ctx.today };
    },

    async 'deadlines.unconfirm'(ctx, { caseId, id }) {
      const result = await ctx.db
        .updateTable('date_confirmation')
        .set({ withdrawn_at: ctx.now })
        .where('id', '=', id)
        .where('case_id', '=', caseId)
        .where('user_id', '=', ctx.actor.userId)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirst();
      if (result.numUpdatedRows !== 1n)
        throw new AppError('not-found', { details: { what: 'confirmation' } });
      ctx.about(caseId, { confirmation: id });
      ctx.changed('case', caseId);
      return {};
    },

    async 'deadlines.receipt'(ctx, { language, ...seen }) {
      const { db } = ctx.reading();
      const file = await loadDatedCase(db, seen.caseId);
      const o = dateSeen(deriveForCase(file, law.current, ctx.today).dates.obligations, seen);
      const confirmations = confirmationsOf(o, await loadConfirmations(db, seen.caseId));
      const [first, second] = confirmations;
      const choice = (await loadChoices(db, seen.caseId)).find((c) => c.rule_id === o.ruleId);
      const sheet = controlSheet(
        o.ruleId,
        o.input,
        lawFor(file, law.current, ctx.today),
        {
          caseNumber: file.number,
          ...(o.openedBy.note ? { triggerDocument: o.openedBy.note } : {}),
          ...(first ? { confirmedBy: first.userName } : {}),
          ...(second ? { secondSignatory: second.userName } : {}),
        },
        o.options,
      );
      const office = await loadOffice(db);
      const facts = {
        sheet,
        obligation: o,
        openedBy: eventWords(file.track, o.openedBy.type),
        chosenBy: choice ? { name: choice.user_name, on: choice.chosen_on as PlainDate } : null,
        officeName: office.name,
        printedOn: ctx.today,
        confirmations,
      };
      return printSheet(ctx, engine, facts, language);
    },

    async 'deadlines.sheet'(ctx, { ruleId, input, options, language }) {
      const office = await loadOffice(ctx.reading().db);
      const lawHere = { ...law.current, asOf: ctx.today, region: office.region_code };
      const sheet = controlSheet(ruleId, input, lawHere, {}, parseDueOptions(options));
      if (sheet.due === null) throw new AppError('no-data', { details: { rule: ruleId } });
      const { bearer, warnings } = sheet;
      const facts = {
        sheet,
        obligation: { bearer, warnings },
        openedBy: null,
        chosenBy: null,
        officeName: office.name,
        printedOn: ctx.today,
        confirmations: [],
      };
      return printSheet(ctx, engine, facts, language);
    },

    async 'deadlines.whatIf'(ctx, { caseId, change }) {
      const file = await loadDatedCase(ctx.db, caseId);
      const { track } = file;
      const { before, after, events, id, made } = changed(file, change, ctx.newId());
      const found = whatIf(track, before, made, factsOf(file), lawFor(file, law.current));
      const event = after.find((e) => e.id === id);
      const others = after.filter((e) => e !== event);
      const record = event ? canRecord(track, others, event) : null;
      const openIn = (events: DatedCase['events']): number =>
        deriveForCase({ ...file, events }, law.current, ctx.today).open.length;
      const turned = new Set([...found.met, ...found.closed].map((p) => p.after));
      return {
        stageBefore: found.stageBefore.title,
        stageAfter: found.stageAfter.title,
        added: found.added.map((o) => toWhatIfDate(null, o)),
        removed: found.removed.map((o) => toWhatIfDate(o, null)),
        moved: found.moved.filter((p) => !turned.has(p.after)).map((p) => toWhatIfDate(p.before, p.after)),
        met: found.met.map((p) => toWhatIfDate(p.before, p.after)),
        closed: found.closed.map((p) => toWhatIfDate(p.before, p.after)),
        reopened: found.reopened.map((p) => toWhatIfDate(p.before, p.after)),
        left: Math.max(0, (await openOf(ctx.db, caseId)) - openIn(file.events) + openIn(events)),
        unexpected: found.unexpected
          .filter((e) => e !== event)
          .map((e) => ({ words: eventWords(track, e.type), date: e.date })),
        served: await servedWith(ctx.db, caseId, track, before, after, made),
        refusal: record && !record.ok ? { reason: record.reason, overridable: record.overridable } : null,
      };
    },

    async 'deadlines.ledger'(ctx, { caseId }) {
      return ledgersOf(await loadDatedCase(ctx.db, caseId), law);
    },
  };
}

/** @throws AppError `not-found` for a rule without such a date, `conflict` when the date has moved since it was seen. */
function dateSeen(
  obligations: readonly Obligation[],
  seen: { readonly ruleId: string; readonly trigger: PlainDate; readonly due: PlainDate },
): Obligation {
  const ofRule = obligations.filter((o) => o.ruleId === seen.ruleId);
  if (ofRule.length === 0) throw new AppError('not-found', { details: { what: 'date' } });
  const found = ofRule.find((o) => o.trigger === seen.trigger && o.due === seen.due);
  if (!found) throw new AppError('conflict', { details: { rule: seen.ruleId } });
  return found;
}

/** What went out with the day of the event that a change moves or takes away. */
async function servedWith(
  db: ReadHandle,
  caseId: string,
  track: CaseTrack,
  before: readonly CaseEvent[],
  after: readonly CaseEvent[],
  made: Change,
): Promise<WhatIfFound['served']> {
  const was = made.kind === 'replace' || made.kind === 'remove' ? before[made.index] : undefined;
  if (!was || after.some((e) => e.type === was.type && e.date === was.date)) return null;
  const papers = await papersWithDay(db, caseId, was);
  const service = carrierOf(was.type)?.service ?? [];
  const receipts = before
    .filter((e) => service.includes(e.type))
    .map((e) => ({ words: eventWords(track, e.type), date: e.date }));
  if (papers.length === 0 && receipts.length === 0) return null;
  return {
    event: eventWords(track, was.type),
    date: was.date,
    papers: papers.map((p) => ({ ...p, to: [...p.to] })),
    receipts,
  };
}

type WhatIfFound = OutputOf<(typeof deadlinesContract)['deadlines.whatIf']>;
type WhatIfChange = z.output<(typeof deadlinesContract)['deadlines.whatIf']['input']>['change'];

/** The events before and after a change, and the change as the law engine takes it. */
function changed(
  file: DatedCase,
  change: WhatIfChange,
  newId: string,
): {
  before: CaseEvent[];
  after: CaseEvent[];
  events: DatedCase['events'];
  id: string | null;
  made: Change;
} {
  const before = eventsOf(file);
  if (change.kind === 'choose') {
    const { ruleId, choice } = change;
    return {
      before,
      after: before,
      events: file.events,
      id: null,
      made: { kind: 'choose', ruleId, options: optionsFor(ruleId, choice) },
    };
  }
  const kept = change.kind === 'add' ? file.events : file.events.filter((e) => e.id !== change.eventId);
  if (change.kind !== 'add' && kept.length === file.events.length)
    throw new AppError('not-found', { details: { what: 'event' } });
  const id = change.kind === 'replace' ? change.eventId : newId;
  const events = change.kind === 'remove' ? kept : [...kept, { id, recordedAt: '', ...change.event }];
  const after = eventsOf({ ...file, events });
  return { before, after, events, id, made: changeBetween(before, after) };
}

/**
 * The one difference between two lists of events. The end of work that stands in the workers' records gives way to a
 * recorded one and returns with its removal, so adding an event may be a replacement.
 */
function changeBetween(before: readonly CaseEvent[], after: readonly CaseEvent[]): Change {
  const same = (a: CaseEvent, b: CaseEvent): boolean =>
    a.id === b.id && a.type === b.type && a.date === b.date && a.note === b.note;
  const index = before.findIndex((b) => !after.some((a) => same(a, b)));
  const event = after.find((a) => !before.some((b) => same(a, b)));
  if (index >= 0) return event ? { kind: 'replace', index, event } : { kind: 'remove', index };
  if (event) return { kind: 'add', event };
  // Nothing differs: the first event put in its own place.
  const [first] = before;
  return first ? { kind: 'replace', index: 0, event: first } : { kind: 'remove', index: 0 };
}

function toWhatIfDate(before: Obligation | null, after: Obligation | null): WhatIfDate {
  const o = after ?? before;
  if (!o) throw new AppError('internal', { details: { whatIf: 'empty' } });
  return {
    ruleId: o.ruleId,
    title: o.title,
    bearer: o.bearer,
    before: before?.due ?? null,
    after: after?.due ?? null,
    provisional: o.provisional,
  };
}

/** The limitation periods of a case's track as running accounts. */
function ledgersOf(file: DatedCase, law: LawSource): Ledger[] {
  const events = eventsOf(file);
  const facts = factsOf(file);
  const plans = trackOf(file.track).plansFor(facts, events).obligations;
  return ledgerPlans(plans).flatMap((plan) => {
    const entries = ledgerEventsOf(events, plan);
    const options = { ...facts.choices?.[plan.ruleId], rule: plan.ruleId };
    const ledger = limitationLedger(entries, lawFor(file, law.current), options);
    return ledger.segments.length > 0 ? [toLedger(ledger, entries, file.track)] : [];
  });
}

function toLedger(
  ledger: LimitationLedger,
  entries: readonly RecordedLedgerEvent[],
  track: CaseTrack,
): Ledger {
  return {
    ruleId: ledger.ruleId,
    title: ruleOf(ledger.ruleId).title,
    state: ledger.state,
    lastDay: ledger.lastDay,
    provisional: ledger.provisional,
    segments: ledger.segments.map((s) => {
      const entry = entries.find((e) => e === s.event);
      return {
        state: s.state,
        from: s.from,
        to: s.to,
        event: entry ? eventWords(track, entry.type) : null,
        lastDay: s.lastDay,
        remainingDays: s.remainingDays,
        provisional: s.provisional,
      };
    }),
    otherReadings: ledger.otherReadings.map(({ text, lastDay }) => ({ text, lastDay })),
    notes: ledger.warnings.map((w) => w.text),
  };
}
