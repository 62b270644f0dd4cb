import { eventTypes, type Member, stages } from '../../../../shared/features/cases/case.schemas.ts';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import {
  type CaseEvent,
  type CaseFacts,
  type DerivedDates,
  deriveDates,
  type Stage,
  stageOf,
  standingOf,
} from '../../../../shared/law/index.ts';
import type { WriteHandle } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';

/** What the dates of a case rest on. */
export interface DatedCase {
  readonly cause: string;
  readonly regionCode?: string;
  /** The workers where it is not said. */
  readonly applicantSide?: CaseFile['applicantSide'];
  readonly events: readonly Omit<CaseFile['events'][number], 'version'>[];
  readonly members: readonly Pick<Member, 'isMigrant' | 'owedFen' | 'job'>[];
}

export interface OpenDate {
  readonly ruleId: string;
  readonly due: PlainDate;
  readonly nature: 'duty' | 'right';
  readonly provisional: boolean;
}

export interface DerivedCase {
  readonly stage: (typeof stages)[number];
  readonly nextSteps: CaseFile['nextSteps'];
  readonly unexpectedEventIds: string[];
  readonly dates: DerivedDates;
  /** Dates that still have to be kept, soonest first; those already missed come first of all. */
  readonly open: OpenDate[];
}

/** Stage and dates, computed from the events by the law engine; nothing of it is typed by hand. */
export function deriveForCase(file: DatedCase, law: LawData, today: PlainDate): DerivedCase {
  const events = eventsOf(file);
  const stage = stageOf(events);
  const dates = deriveDates(events, factsOf(file), lawFor(file, law));
  const open = dates.obligations
    .flatMap((o) => {
      const standing = standingOf(o, today);
      const pending = standing === 'running' || standing === 'due-today' || standing === 'overdue';
      return pending && o.due
        ? [{ ruleId: o.ruleId, due: o.due, nature: o.nature, provisional: o.provisional }]
        : [];
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  return {
    stage: stages.find((s) => s === stage.state.id) ?? 'not-filed',
    nextSteps: nextStepsOf(stage),
    unexpectedEventIds: stage.unexpected.flatMap((e) => (e.id ? [e.id] : [])),
    dates,
    open,
  };
}

/** The data with the place whose local rules apply. */
export function lawFor(file: Pick<DatedCase, 'regionCode'>, law: LawData): LawData {
  return file.regionCode ? { ...law, region: file.regionCode } : law;
}

/**
 * The recorded events, and the end of work where only the workers' own records tell it. Limitation runs for each
 * worker apart; the case is safe only when the earliest is met, so the earliest last day counts.
 */
export function eventsOf(file: Pick<DatedCase, 'events' | 'members'>): CaseEvent[] {
  const events: CaseEvent[] = file.events.map((e) => ({
    id: e.id,
    type: e.type,
    date: e.date,
    ...(e.note !== null && { note: e.note }),
  }));
  if (events.some((e) => e.type === 'employment-ended')) return events;
  const ends = file.members.flatMap((m) => (m.job.end ? [m.job.end] : [])).sort();
  const earliest = ends[0];
  if (earliest) events.push({ type: 'employment-ended', date: earliest });
  return events;
}

export function factsOf(file: Pick<DatedCase, 'cause' | 'members' | 'applicantSide'>): CaseFacts {
  const unit = file.applicantSide === 'unit';
  // What art. 27(4) says of wages is for the worker alone.
  const wages = !unit && (file.cause === 'wages' || file.cause === 'overtime');
  return {
    workers: Math.max(1, file.members.length),
    wageClaim: wages,
    otherClaims: !wages,
    migrantWorkers: file.members.some((m) => m.isMigrant === true),
    applicant: unit ? 'employer' : 'worker',
  };
}

function nextStepsOf(stage: Stage): CaseFile['nextSteps'] {
  return stage.next.flatMap((t) => {
    const event = eventTypes.find((e) => e === t.event);
    return event ? [{ event, words: t.words, documents: [...t.documents] }] : [];
  });
}

/** Replaces the stored open dates of a case, which the board reads. */
export async function saveDeadlines(
  db: WriteHandle,
  caseId: string,
  open: readonly OpenDate[],
  newId: () => string,
): Promise<void> {
  await db.deleteFrom('deadline').where('case_id', '=', caseId).execute();
  if (open.length === 0) return;
  await db
    .insertInto('deadline')
    .values(
      open.map((d) => ({
        id: newId(),
        case_id: caseId,
        rule_id: d.ruleId,
        due: d.due,
        nature: d.nature,
        provisional: d.provisional ? 1 : 0,
      })),
    )
    .execute();
}
