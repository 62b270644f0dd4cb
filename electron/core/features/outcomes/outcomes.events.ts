import type { Outcome } from '../../../../shared/features/outcomes/outcome.schemas.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { type Bilingual, canRecord, eventWords, knowsEvent } from '../../../../shared/law/index.ts';
import type { MutationContext, ReadHandle } from '../../kernel/context.ts';
import { loadCaseRow, loadEventRows, toEvent, toFiling } from '../cases/index.ts';
import { toCaseEvent, trackOfRow } from '../deadlines/index.ts';

type Dated = Pick<
  Outcome,
  | 'kind'
  | 'form'
  | 'state'
  | 'finality'
  | 'instance'
  | 'madeOn'
  | 'servedWorkerOn'
  | 'servedEmployerOn'
  | 'effectiveOn'
>;

interface Wanted {
  /** What it tells of the outcome. */
  readonly slot: 'made' | 'worker' | 'employer' | 'effective';
  readonly type: string;
  readonly date: PlainDate;
}

const awardMade = { final: 'award-made-final', 'non-final': 'award-made-nonfinal', both: 'award-made-both' };
const agreed = {
  // A paper of the parties alone is the other side's promise to perform: it interrupts limitation.
  private: 'promise-made',
  mediation: 'mediation-agreed',
  arbitral: 'mediation-signed',
  court: 'court-mediated',
};

/** The days of an outcome as events of the case, in the order in which they happen. */
function wantedEvents(o: Dated, unitFiles: boolean): Wanted[] {
  const worker = unitFiles ? 'respondent' : 'applicant';
  const employer = unitFiles ? 'applicant' : 'respondent';
  const wanted: (Wanted | null)[] =
    o.kind === 'settlement'
      ? [o.state === 'draft' ? null : slot('made', agreed[o.form], o.madeOn)]
      : o.kind === 'award'
        ? [
            slot('made', o.finality === null ? 'award-made' : awardMade[o.finality], o.madeOn),
            slot('worker', `award-received-by-${worker}`, o.servedWorkerOn),
            slot('employer', `award-received-by-${employer}`, o.servedEmployerOn),
            slot('effective', 'award-effective', o.effectiveOn),
          ]
        : [
            slot('made', o.instance === 'first' ? 'first-judgment' : 'final-judgment', o.madeOn),
            slot('worker', 'judgment-served-on-worker', o.servedWorkerOn),
            slot('employer', 'judgment-served-on-employer', o.servedEmployerOn),
            slot('effective', 'judgment-effective', o.effectiveOn),
          ];
  return wanted.filter((w) => w !== null).sort((a, b) => a.date.localeCompare(b.date));
}

const slot = (name: Wanted['slot'], type: string, date: PlainDate | null): Wanted | null =>
  date === null ? null : { slot: name, type, date };

const otherProcedure: Bilingual = {
  zh: '案件现在的程序没有这一事项',
  en: 'the procedure that the case is in has no such event',
};

async function standing(db: ReadHandle, caseId: string) {
  const row = await loadCaseRow(db, caseId);
  return {
    track: trackOfRow(row),
    unitFiles: toFiling(row).applicantSide === 'unit',
    events: (await loadEventRows(db, caseId)).map(toEvent),
  };
}
type Standing = Awaited<ReturnType<typeof standing>>;

export const loadStanding = standing;

function refusal(at: Standing, wanted: Wanted, without: string | undefined): Bilingual | null {
  if (!knowsEvent(at.track, wanted.type)) return otherProcedure;
  const others = at.events.filter((e) => e.id !== without).map(toCaseEvent);
  const answer = canRecord(at.track, others, { type: wanted.type, date: wanted.date });
  return answer.ok ? null : answer.reason;
}

/** The days of an outcome that the procedure does not hold, with the reason. */
export function unrecordedOf(o: Dated, at: Standing) {
  return wantedEvents(o, at.unitFiles).flatMap((wanted) => {
    if (at.events.some((e) => e.type === wanted.type && e.date === wanted.date)) return [];
    const reason = refusal(at, wanted, undefined) ?? {
      zh: '尚未登记',
      en: 'not recorded yet',
    };
    return [{ event: wanted.type, words: eventWords(at.track, wanted.type), reason }];
  });
}

/**
 * Brings the case's events in line with the days of an outcome, so that they open and move their windows. What the
 * procedure does not take stays out; the screen says which and why.
 * @param made events that the outcome has recorded so far, by slot.
 * @returns those it has now.
 */
export async function recordDays(
  ctx: MutationContext,
  caseId: string,
  o: Dated,
  made: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const at = await standing(ctx.db, caseId);
  const wanted = wantedEvents(o, at.unitFiles);
  const now: Record<string, string> = {};
  for (const [name, id] of Object.entries(made))
    if (!wanted.some((w) => w.slot === name) && at.events.some((e) => e.id === id))
      await setGone(ctx, id, true);
  for (const w of wanted) {
    const own = at.events.find((e) => e.id === made[w.slot]);
    if (at.events.some((e) => e.type === w.type && e.date === w.date)) {
      if (own?.type === w.type && own.date === w.date) now[w.slot] = own.id;
      continue;
    }
    if (refusal(at, w, own?.id) !== null) continue;
    const id = own?.id ?? ctx.newId();
    const values = { type: w.type, date: w.date };
    if (own)
      await ctx.db
        .updateTable('case_event')
        .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute();
    else
      await ctx.db
        .insertInto('case_event')
        .values({
          id,
          case_id: caseId,
          ...values,
          method: null,
          addressee: null,
          note: null,
          days: null,
          until_date: null,
          set_on: null,
          reason: null,
          recorded_at: ctx.now,
          deleted_at: null,
        })
        .execute();
    now[w.slot] = id;
    at.events = (await loadEventRows(ctx.db, caseId)).map(toEvent);
  }
  return now;
}

/** Takes the events that an outcome recorded out of the case, or puts them back. */
export async function setGone(ctx: MutationContext, eventId: string, gone: boolean): Promise<void> {
  await ctx.db
    .updateTable('case_event')
    .set((eb) => ({ deleted_at: gone ? ctx.now : null, version: eb('version', '+', 1) }))
    .where('id', '=', eventId)
    .execute();
}

/** What is recorded as the last step once everything is paid, where the procedure takes it now. */
export function closingEvents(at: Standing, today: PlainDate) {
  return ['agreement-performed', 'paid-in-full'].flatMap((type) => {
    if (at.events.some((e) => e.type === type)) return [];
    return refusal(at, { slot: 'made', type, date: today }, undefined) === null
      ? [{ event: type, words: eventWords(at.track, type) }]
      : [];
  });
}
