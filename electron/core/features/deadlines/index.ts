import type { CaseTrack, Member } from '../../../../shared/features/cases/case.schemas.ts';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import {
  type CanRecord,
  type CaseEvent,
  type CaseFacts,
  canRecord,
  citation,
  type DerivedDates,
  type DueOptions,
  deriveDates,
  type LawContext,
  limitOfStep,
  type Obligation,
  ruleOf,
  type Stage,
  stageOf,
  standingOf,
} from '../../../../shared/law/index.ts';
import type { Database } from '../../db/schema.ts';
import type { MutationContext } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { noteEntries, redateAgenda } from '../calendar/index.ts';

export { loadChoices, optionsOf, trackOfRow } from './deadlines.rows.ts';

/** What the dates of a case rest on. */
export interface DatedCase {
  readonly track: CaseTrack;
  readonly cause: string;
  readonly regionCode?: string;
  /** The workers where it is not said. */
  readonly applicantSide?: CaseFile['applicantSide'];
  readonly events: readonly Omit<CaseFile['events'][number], 'version'>[];
  readonly members: readonly Pick<Member, 'isMigrant' | 'owedFen' | 'job'>[];
  /** By rule: the reading or local rule that somebody chose for this case. */
  readonly choices?: Readonly<Record<string, DueOptions>>;
}

export interface OpenDate {
  readonly ruleId: string;
  /** The day it is counted from. */
  readonly trigger: PlainDate;
  readonly due: PlainDate;
  readonly nature: 'duty' | 'right';
  readonly provisional: boolean;
}

export interface DerivedCase {
  /** A state of the case's track. */
  readonly stage: string;
  readonly nextSteps: CaseFile['nextSteps'];
  readonly unexpectedEventIds: string[];
  readonly dates: DerivedDates;
  /** Dates that still have to be kept, soonest first; those already missed come first of all. */
  readonly open: OpenDate[];
}

/** Stage and dates, computed from the events by the law engine; nothing of it is typed by hand. */
export function deriveForCase(file: DatedCase, law: LawData, today: PlainDate): DerivedCase {
  const events = eventsOf(file);
  const stage = stageOf(events, file.track);
  const dates = deriveDates(events, factsOf(file), lawFor(file, law, today), file.track);
  const open = dates.obligations
    .flatMap((o) => {
      const standing = standingOf(o, today);
      const pending = standing === 'running' || standing === 'due-today' || standing === 'overdue';
      // How long a file is kept asks nothing of anybody.
      return pending && o.due && o.sense !== 'keep'
        ? [
            {
              ruleId: o.ruleId,
              trigger: o.trigger,
              due: o.due,
              nature: o.nature,
              provisional: provisionalByData(o),
            },
          ]
        : [];
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  return {
    stage: stage.state.id,
    nextSteps: nextStepsOf(file, stage, events, dates),
    unexpectedEventIds: stage.unexpected.flatMap((e) => (e.id ? [e.id] : [])),
    dates,
    open,
  };
}

/**
 * Whether the data leave the date open. That its first day is yet to come does so, too, but only until that day, and
 * what is stored must not go stale by itself.
 */
function provisionalByData({ provisional, warnings }: Obligation): boolean {
  const codes = warnings.map((w) => w.code);
  return provisional && (!codes.includes('trigger-to-come') || codes.includes('calendar-missing'));
}

/** The data with the place whose local rules apply; with `today`, dates whose first day is yet to come say so. */
export function lawFor(file: Pick<DatedCase, 'regionCode'>, law: LawData, today?: PlainDate): LawContext {
  return { ...law, ...(file.regionCode && { region: file.regionCode }), ...(today && { asOf: today }) };
}

type Recorded = Omit<CaseFile['events'][number], 'recordedAt' | 'reason' | 'version'>;

/** A recorded event as the law engine takes it. */
export function toCaseEvent({ id, type, date, note, days, until, setOn }: Recorded): CaseEvent {
  return {
    id,
    type,
    date,
    ...(note !== null && { note }),
    ...(days !== null && { days }),
    ...(until !== null && { until }),
    ...(setOn !== null && { setOn }),
  };
}

/**
 * The recorded events, and the end of work where only the workers' own records tell it. Limitation runs for each
 * worker apart; the case is safe only when the earliest is met, so the earliest last day counts.
 */
export function eventsOf(file: Pick<DatedCase, 'events' | 'members'>): CaseEvent[] {
  const events = file.events.map(toCaseEvent);
  if (events.some((e) => e.type === 'employment-ended')) return events;
  const ends = file.members.flatMap((m) => (m.job.end ? [m.job.end] : [])).sort();
  const earliest = ends[0];
  if (earliest) events.push({ type: 'employment-ended', date: earliest });
  return events;
}

export function factsOf(file: Pick<DatedCase, 'cause' | 'members' | 'applicantSide' | 'choices'>): CaseFacts {
  const unit = file.applicantSide === 'unit';
  // What art. 27(4) says of wages is for the worker alone.
  const wages = !unit && (file.cause === 'wages' || file.cause === 'overtime');
  return {
    workers: Math.max(1, file.members.length),
    wageClaim: wages,
    otherClaims: !wages,
    migrantWorkers: file.members.some((m) => m.isMigrant === true),
    applicant: unit ? 'employer' : 'worker',
    ...(file.choices && { choices: file.choices }),
  };
}

/**
 * Holds an event against the procedure as it stands without it.
 * @param reason why it is to be recorded all the same; only the law engine says where that is possible.
 * @throws AppError `rule-violation` with `rule: event-refused` and the reason in both languages.
 */
export function checkEvent(
  track: CaseTrack,
  others: readonly CaseEvent[],
  event: CaseEvent,
  reason: string | null,
): void {
  const answer: CanRecord = canRecord(track, others, event);
  if (answer.ok || (answer.overridable && reason)) return;
  const { zh, en } = answer.reason;
  throw new AppError('rule-violation', {
    details: { rule: 'event-refused', refusal: answer.code, zh, en, overridable: answer.overridable },
  });
}

function nextStepsOf(
  file: DatedCase,
  stage: Stage,
  events: readonly CaseEvent[],
  dates: DerivedDates,
): CaseFile['nextSteps'] {
  const facts = factsOf(file);
  const seen = new Set<string>();
  return stage.next.flatMap((t) => {
    if (seen.has(t.event)) return [];
    seen.add(t.event);
    const limit = limitOfStep(file.track, t.event, events, facts, dates);
    return [
      {
        event: t.event,
        words: t.words,
        actor: t.actor,
        by: limit.due,
        whyNoDate: limit.why,
        ahead: t.event === stage.ahead,
        guard: t.guard ?? null,
        article: t.source ? citation(t.source) : null,
        documents: [...t.documents],
        opens: t.opens.map((id) => ruleOf(id).title),
      },
    ];
  });
}

/**
 * Brings the stored open dates of a case up to date, which the board reads, and what hangs on them. A date that stays
 * keeps its row, so that only what is new or has moved counts as entered today.
 */
export async function saveDeadlines(
  ctx: MutationContext,
  calendar: LawData['calendar'],
  file: Pick<Database['case_file'], 'id' | 'handler_id' | 'track' | 'status'>,
  open: readonly OpenDate[],
): Promise<void> {
  const { db } = ctx;
  const gone = await db.selectFrom('deadline').selectAll().where('case_id', '=', file.id).execute();
  const own = { handler_id: file.handler_id, track: file.track };
  const fresh: { date: OpenDate; before: string | null }[] = [];
  for (const date of open) {
    const at = gone.findIndex((g) => g.rule_id === date.ruleId && g.due === date.due);
    const [kept] = at < 0 ? [] : gone.splice(at, 1);
    if (!kept) fresh.push({ date, before: null });
    else if (
      kept.nature !== date.nature ||
      kept.provisional !== Number(date.provisional) ||
      kept.handler_id !== own.handler_id ||
      kept.track !== own.track
    )
      await db
        .updateTable('deadline')
        .set({ ...own, nature: date.nature, provisional: Number(date.provisional) })
        .where('id', '=', kept.id)
        .execute();
  }
  for (const entry of fresh) {
    const { ruleId, due, nature, provisional } = entry.date;
    const values = { due, nature, provisional: Number(provisional), ...own };
    // One that moved stays the same date: a calendar outside knows it by its id.
    const at = gone.findIndex((g) => g.rule_id === ruleId);
    const [moved] = at < 0 ? [] : gone.splice(at, 1);
    entry.before = moved?.due ?? null;
    if (moved) await db.updateTable('deadline').set(values).where('id', '=', moved.id).execute();
    else
      await db
        .insertInto('deadline')
        .values({ id: ctx.newId(), case_id: file.id, rule_id: ruleId, ...values })
        .execute();
  }
  for (const { id } of gone) await db.deleteFrom('deadline').where('id', '=', id).execute();
  await noteEntries(
    ctx,
    file.id,
    fresh.map(({ date, before }) => ({
      kind: 'deadline',
      ref: date.ruleId,
      trigger: date.trigger,
      due: date.due,
      before,
    })),
  );
  await redateAgenda(ctx, calendar, file, open);
}
