import { z } from 'zod';
import type { casesContract } from '../../../../shared/features/cases/cases.contract.ts';
import { checkInput } from '../../../../shared/features/people/people.contract.ts';
import { eventWords } from '../../../../shared/law/index.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import { trackOfRow } from '../deadlines/index.ts';
import { notCarried } from '../enquiries/index.ts';
import { loadCaseRow, loadEventRows } from './cases.repo.ts';

const sought = checkInput.shape;

type Timeline = z.output<(typeof casesContract)['cases.timeline']['output']>;
type Entry = Timeline['items'][number];

const pageSize = 50;

const movedDetails = z.object({
  date: z.string(),
  was: z.object({ date: z.string() }),
  papers: z.array(z.string()).default([]),
});

/** Of an event that was moved: both days, and the papers that went out with the first. */
function movedDay(details: string): string | null {
  const moved = movedDetails.safeParse(JSON.parse(details));
  if (!moved.success) return null;
  const { was, date, papers } = moved.data;
  return [`${was.date} → ${date}`, ...papers].join('；');
}

/** Events by the day they happened, papers and changes by the instant they were recorded, newest first. */
export async function timelinePage(db: ReadHandle, caseId: string, cursor: string | null): Promise<Timeline> {
  const track = trackOfRow(await loadCaseRow(db, caseId));
  const events: Entry[] = (await loadEventRows(db, caseId)).map((e) => ({
    id: e.id,
    kind: 'event',
    at: e.date,
    eventWords: eventWords(track, e.type),
    what: e.type,
    who: '',
    note: e.note,
  }));
  const documents = await db
    .selectFrom('document')
    .select(['id', 'made_at', 'form_id', 'made_by', 'member_name'])
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .orderBy('made_at', 'desc')
    .limit(500)
    .execute();
  const changes = await db
    .selectFrom('audit')
    .select(['sequence', 'at', 'verb', 'actor_name', 'details'])
    .where('case_id', '=', caseId)
    .where('verb', '!=', 'document.made')
    .orderBy('sequence', 'desc')
    .limit(500)
    .execute();
  const enquiries = await db
    .selectFrom('enquiry')
    .select(['id', 'received_at', 'received_by_name', 'about', 'self', 'other'])
    .where('case_id', '=', caseId)
    .execute();
  const all: Entry[] = [
    ...events,
    ...documents.map((d) => ({
      id: d.id,
      kind: 'document' as const,
      at: d.made_at,
      eventWords: null,
      what: d.form_id,
      who: d.made_by,
      note: d.member_name,
    })),
    ...changes.map((c) => ({
      id: String(c.sequence),
      kind: 'change' as const,
      at: c.at,
      eventWords: null,
      what: c.verb,
      who: c.actor_name,
      note: movedDay(c.details),
    })),
    // What was said at the desk, so that nobody has to ask again.
    ...enquiries.map((e) => ({
      id: e.id,
      kind: 'change' as const,
      at: e.received_at,
      eventWords: null,
      what: 'enquiry.saved',
      who: e.received_by_name,
      note:
        [
          e.about ?? '',
          ...notCarried(sought.self.parse(JSON.parse(e.self)), sought.other.parse(JSON.parse(e.other))),
        ]
          .filter((text) => text !== '')
          .join(' · ') || null,
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1));
  const start = Number(cursor ?? 0) || 0;
  const items = all.slice(start, start + pageSize);
  return { items, next: start + pageSize < all.length ? String(start + pageSize) : null };
}
