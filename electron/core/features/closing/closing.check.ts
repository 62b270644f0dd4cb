import type { CaseTrack } from '../../../../shared/features/cases/case.schemas.ts';
import type {
  Closing,
  ClosingItem,
  ClosingItemId,
} from '../../../../shared/features/closing/closing.contract.ts';
import { closingItems, closingSchema } from '../../../../shared/features/closing/closing.contract.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { canRecord, eventWords, knowsEvent, ruleOf, stateOf } from '../../../../shared/law/index.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { loadCaseRow, loadEventRows, loadMemberRows, toEvent, toFiling, toMember } from '../cases/index.ts';
import {
  type DerivedCase,
  deriveForCase,
  loadChoices,
  optionsOf,
  toCaseEvent,
  trackOfRow,
} from '../deadlines/index.ts';
import { listEvidence } from '../evidence/index.ts';
import { nextRoutes } from '../families/index.ts';
import { loadOffice } from '../office/index.ts';
import { type OutcomesLeft, outcomesLeft } from '../outcomes/index.ts';

/** By procedure: after any of the first, each of the others has to show that its paper arrived. */
const receipts: Partial<Record<CaseTrack, readonly { after: readonly string[]; by: readonly string[] }[]>> = {
  arbitration: [
    {
      after: ['award-made', 'award-made-final', 'award-made-nonfinal', 'award-made-both'],
      by: ['award-received-by-applicant', 'award-received-by-respondent'],
    },
  ],
  litigation: [
    { after: ['first-judgment'], by: ['judgment-served-on-worker', 'judgment-served-on-employer'] },
  ],
  'set-aside': [{ after: ['setaside-granted'], by: ['setaside-ruling-received'] }],
  'work-injury': [{ after: ['recognised', 'recognition-denied'], by: ['recognition-known'] }],
  'capacity-appraisal': [{ after: ['appraisal-concluded'], by: ['appraisal-received'] }],
  inspection: [{ after: ['pay-ordered', 'penalised'], by: ['inspection-decision-known'] }],
};

/** Procedures that cost nothing: 劳动争议调解仲裁法 art. 53, 人民调解法 art. 4, 诉讼费用交纳办法 art. 8. */
const free: readonly CaseTrack[] = [
  'mediation',
  'arbitration',
  'review',
  'confirmation',
  'inspection',
  'work-injury',
];

/** Events that show that the file was handed in. */
const handedIn: Partial<Record<CaseTrack, readonly string[]>> = {
  arbitration: ['archived'],
  'legal-aid': ['aid-file-submitted'],
};
/** Events that show that fees, or the subsidy, are settled. */
const settled: Partial<Record<CaseTrack, readonly string[]>> = {
  litigation: ['fee-paid'],
  'legal-aid': ['aid-closed'],
};

type Found = {
  readonly lines: readonly ClosingItem['lines'][number][];
  readonly state: 'done' | 'open' | 'not-needed';
  readonly tickable: boolean;
  readonly events?: readonly string[];
};

const done: Found = { state: 'done', tickable: false, lines: [] };
const notNeeded: Found = { state: 'not-needed', tickable: false, lines: [] };
const open = (tickable: boolean, lines: Found['lines'] = [], events: readonly string[] = []): Found => ({
  state: 'open',
  tickable,
  lines,
  events,
});

/** What a file still lacks before it is closed: what the record can show, it shows; the rest a person ticks off. */
export async function checkClosing(
  db: ReadHandle,
  law: LawData,
  caseId: string,
  today: PlainDate,
): Promise<Closing> {
  const row = await loadCaseRow(db, caseId);
  const track = trackOfRow(row);
  const events = (await loadEventRows(db, caseId)).map(toEvent);
  const members = (await loadMemberRows(db, caseId)).map(toMember);
  const derived = deriveForCase(
    {
      track,
      cause: row.cause,
      applicantSide: toFiling(row).applicantSide,
      regionCode: (await loadOffice(db)).region_code,
      events,
      members,
      choices: optionsOf(await loadChoices(db, caseId)),
    },
    law,
    today,
  );
  const ids = members.map((m) => m.id);
  const has = (types: readonly string[] | undefined): boolean =>
    events.some((e) => types?.includes(e.type) ?? false);
  const found: Record<ClosingItemId, Found> = {
    outcome: stateOf(track, derived.stage).open
      ? open(
          false,
          [],
          derived.nextSteps.slice(0, 3).map((s) => s.event),
        )
      : done,
    steps: stepsOf(track, events, derived),
    dates:
      derived.open.length === 0
        ? done
        : open(
            true,
            derived.open.map((d) => ({ text: ruleOf(d.ruleId).title, date: d.due })),
          ),
    next: await nextOf(db, law, caseId, today),
    service: serviceOf(track, has),
    claims: row.amount_fen > 0 ? open(true) : notNeeded,
    ...moneyOf(track, events, await outcomesLeft(db, caseId, ids, events, law, today), today),
    originals: await originalsOf(db, caseId),
    fees: free.includes(track) ? notNeeded : shown(track, settled, has),
    handin: shown(track, handedIn, has),
  };
  const known = events.map(toCaseEvent);
  // Today, or on the day of a step that is recorded: what was forgotten happened before.
  const lawful = (type: string): boolean =>
    [today, ...new Set(known.map((e) => e.date))].some((date) => canRecord(track, known, { type, date }).ok);
  const ticks = await loadTicks(db, caseId);
  const closings = await db
    .selectFrom('case_closing')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  return closingSchema.parse({
    items: closingItems.map((id) => {
      const { state, tickable, lines, events: fixing = [] } = found[id];
      const tick = ticks.find((t) => t.item === id);
      return {
        id,
        state: state === 'open' && tickable && tick ? 'ticked' : state,
        tickable,
        // A step that the procedure has no place for would only be refused.
        events: fixing.filter(lawful).map((event) => ({ event, words: eventWords(track, event) })),
        lines,
        tick: tick && tickable ? { on: tick.done_on, by: tick.done_by, note: tick.note } : null,
      };
    }),
    history: closings.map((c) => ({
      closedOn: c.closed_on,
      by: c.closed_by,
      note: c.note,
      openItems: JSON.parse(c.open_items),
      reopenedOn: c.reopened_on,
      reopenedBy: c.reopened_by,
      reopenReason: c.reopen_reason,
    })),
  });
}

export async function loadTicks(db: ReadHandle, caseId: string) {
  return db
    .selectFrom('closing_tick')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
}

function stepsOf(
  track: CaseTrack,
  events: readonly ReturnType<typeof toEvent>[],
  derived: DerivedCase,
): Found {
  const wrong = events.filter((e) => derived.unexpectedEventIds.includes(e.id));
  if (wrong.length === 0) return done;
  return open(
    true,
    wrong.map((e) => ({ text: eventWords(track, e.type), date: e.date })),
  );
}

/** Ways into another procedure for which a limit runs. One that was gone, or without a limit, holds nothing up. */
async function nextOf(db: ReadHandle, law: LawData, caseId: string, today: PlainDate): Promise<Found> {
  const waiting = (await nextRoutes(db, law, caseId, today)).filter(
    (r) => r.by !== null && !r.lapsed && !r.goneTo,
  );
  if (waiting.length === 0) return notNeeded;
  return open(
    true,
    waiting.map((r) => ({ text: r.words, date: r.by })),
  );
}

function serviceOf(track: CaseTrack, has: (types: readonly string[]) => boolean): Found {
  const rows = receipts[track];
  if (!rows) return open(true);
  const due = rows.filter((r) => has(r.after));
  if (due.length === 0) return notNeeded;
  const missing = due.flatMap((r) => r.by).filter((type) => !has([type]));
  return missing.length === 0 ? done : open(true, [], missing);
}

/** What the outcomes show: sums unpaid, awards without finality, payments that nobody wrote down. */
function moneyOf(
  track: CaseTrack,
  events: readonly ReturnType<typeof toEvent>[],
  left: OutcomesLeft,
  today: PlainDate,
): Record<'instalments' | 'finality' | 'payments', Found> {
  const known = events.map(toCaseEvent);
  const steps = left.performed
    ? ['agreement-performed', 'paid-in-full'].filter(
        (type) => knowsEvent(track, type) && canRecord(track, known, { type, date: today }).ok,
      )
    : [];
  return {
    instalments: left.unpaid.length > 0 ? open(true, left.unpaid) : left.granted ? done : notNeeded,
    finality: left.notFinal.length > 0 ? open(true, left.notFinal) : left.decided ? done : notNeeded,
    payments:
      left.unrecorded.length > 0 || steps.length > 0
        ? open(true, left.unrecorded, steps)
        : left.granted
          ? done
          : notNeeded,
  };
}

async function originalsOf(db: ReadHandle, caseId: string): Promise<Found> {
  const originals = (await listEvidence(db, caseId)).filter((e) => e.form === 'original');
  if (originals.length === 0) return notNeeded;
  const line = ({ name, holder }: (typeof originals)[number]) => {
    const text = holder ? `${name}（${holder}）` : name;
    return { text: { zh: text, en: text }, date: null };
  };
  return open(true, originals.map(line));
}

function shown(
  track: CaseTrack,
  by: Partial<Record<CaseTrack, readonly string[]>>,
  has: (types: readonly string[] | undefined) => boolean,
): Found {
  const types = by[track];
  if (!types) return open(true);
  return has(types) ? done : open(true, [], types);
}
