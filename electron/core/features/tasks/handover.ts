import wordsEn from '../../../../resources/forms/en/handover-pack.json' with { type: 'json' };
import wordsZh from '../../../../resources/forms/zh-CN/handover-pack.json' with { type: 'json' };
import type { HearingKind } from '../../../../shared/features/hearings/hearings.rules.ts';
import { aidRecordSchema } from '../../../../shared/features/legal-aid/aid.schemas.ts';
import { chinaDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { type Bilingual, ruleOf } from '../../../../shared/law/index.ts';
import type { PaperEngine } from '../../../paper/index.ts';
import type { Block, Inline, Table, TableCell } from '../../../paper/model/blocks.ts';
import { portions } from '../../db/portions.ts';
import type { CommandContext, ReadHandle } from '../../kernel/context.ts';
import { loadOffice } from '../office/index.ts';
import { listNotes, listTasks } from './tasks.repo.ts';

type Language = 'zh-CN' | 'en';
type Words = typeof wordsZh;
const words: Readonly<Record<Language, Words>> = { 'zh-CN': wordsZh, en: wordsEn };
/** Notes of a case that whoever takes over reads first. */
const notesShown = 3;

/**
 * Everything that is open for one person as one dated paper: the cases that they handle or are assigned to with their
 * last notes, dates of every kind, tasks, notes that call them, and enquiries that they took in.
 */
export async function handoverPack(
  ctx: CommandContext,
  engine: PaperEngine,
  asked: { userId: string; language: Language },
): Promise<{ token: string; fileName: string; pages: number }> {
  const { db } = ctx.reading();
  const w = words[asked.language];
  const user = await db.selectFrom('app_user').selectAll().where('id', '=', asked.userId).executeTakeFirst();
  if (!user) throw new AppError('not-found', { details: { what: 'user' } });
  const office = await loadOffice(db);
  const cases = await openCases(db, user.id);
  const tasks = await allTasks(db, user.id);
  const ids = cases.map((c) => c.id);
  const say = (b: Bilingual): string => (asked.language === 'en' ? b.en : b.zh);
  const dates = await openDates(db, ids, w, say);
  const caseOf = new Map(cases.map((c) => [c.id, c]));
  const notes = await lastNotes(db, ids);
  const mentions = (await listNotes(db, { mentioning: user.id })).items;
  const enquiries = await openEnquiries(db, user.id);
  const dash = '—';
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: w.title },
    line(`${w.person}：${user.name}　${w.office}：${office.name}　${w.day}：${ctx.today}`),
    line(
      w.counts
        .replace('{cases}', String(cases.length))
        .replace('{dates}', String(dates.length))
        .replace('{tasks}', String(tasks.length)),
    ),
    { kind: 'heading', level: 2, text: w.dates },
    table(
      [
        [w.due, 15],
        [w.what, 40],
        [w.case, 20],
        [w.parties, 25],
      ],
      dates.map((d) => {
        const file = caseOf.get(d.caseId);
        return [
          d.due + (d.provisional ? ' ※' : ''),
          d.what,
          file?.number ?? dash,
          file ? partiesOf(file) : dash,
        ];
      }),
      w.none,
    ),
    { kind: 'heading', level: 2, text: w.tasks },
    table(
      [
        [w.due, 15],
        [w.task, 45],
        [w.case, 20],
        [w.parties, 20],
      ],
      tasks.map((t) => [
        t.dueOn ?? dash,
        [t.title, t.detail].filter(Boolean).join('：'),
        t.caseNumber ?? dash,
        t.who,
      ]),
      w.none,
    ),
    { kind: 'heading', level: 2, text: w.mentions },
    table(
      [
        [w.note, 60],
        [w.case, 20],
        [w.parties, 20],
      ],
      mentions.map((n) => [`${n.author}：${n.body}`, n.caseNumber ?? dash, n.who]),
      w.none,
    ),
    { kind: 'heading', level: 2, text: w.enquiries },
    table(
      [
        [w.number, 20],
        [w.parties, 30],
        [w.about, 50],
      ],
      enquiries.map((e) => [e.number, [e.name, e.other_name || dash].join(' / '), e.about ?? dash]),
      w.none,
    ),
    { kind: 'heading', level: 2, text: w.cases },
    table(
      [
        [w.case, 20],
        [w.parties, 30],
        [w.next, 15],
        [w.notes, 35],
      ],
      cases.map((c) => [
        c.number,
        partiesOf(c),
        c.next_date ?? dash,
        (notes.get(c.id) ?? [])
          .map((n) => `${chinaDate(n.written_at)} ${n.author_name}：${n.body}`)
          .join('\n') || dash,
      ]),
      w.none,
    ),
    {
      kind: 'signature',
      lines: [w.handedBy, w.takenBy, w.witnessed].map((label): Inline[] => [
        { kind: 'text', text: `${label}：` },
        { kind: 'blank', widthEm: 8 },
        { kind: 'text', text: `　${w.signedOn}：` },
        { kind: 'blank', widthEm: 6 },
      ]),
      align: 'left',
    },
  ];
  const { bytes, pages } = await engine.renderPdf(
    {
      title: w.title,
      language: asked.language,
      profile: 'party',
      orientation: 'landscape',
      subject: user.name,
      blocks,
    },
    { creationDate: new Date(`${ctx.today}T00:00:00Z`), author: office.name },
  );
  const fileName = `${w.title}-${user.name}-${ctx.today}.pdf`;
  const token = ctx.handoff.put(ctx.caller.sessionId, { name: fileName, type: 'application/pdf', bytes });
  return { token, fileName, pages };
}

const line = (text: string): Block => ({ kind: 'paragraph', content: [{ kind: 'text', text }] });

function table(
  columns: readonly (readonly [header: string, share: number])[],
  rows: readonly (readonly string[])[],
  none: string,
): Table {
  const cells = (row: readonly string[]): TableCell[] =>
    row.map((text) => ({ content: [{ kind: 'text', text }], align: 'left' }));
  return {
    kind: 'table',
    columns: columns.map(([header, share]) => ({ header, share })),
    rows:
      rows.length > 0
        ? rows.map(cells)
        : [[{ content: [{ kind: 'text', text: none }], span: columns.length, align: 'center' }]],
    sizePt: 9.5,
  };
}

interface Parties {
  readonly first_applicant: string;
  readonly applicant_count: number;
  readonly first_respondent: string;
}
const partiesOf = (c: Parties): string =>
  `${c.first_applicant}${c.applicant_count > 1 ? `（${c.applicant_count}）` : ''} / ${c.first_respondent || '—'}`;

/** Cases that somebody handles, or that a lawyer is assigned to while a colleague handles them. */
function openCases(db: ReadHandle, userId: string) {
  return db
    .selectFrom('case_file')
    .select(['id', 'number', 'first_applicant', 'applicant_count', 'first_respondent', 'next_date'])
    .where((eb) =>
      eb.or([
        eb('handler_id', '=', userId),
        eb(
          'id',
          'in',
          eb
            .selectFrom('case_sight')
            .select('case_sight.case_id')
            .where('case_sight.user_id', '=', userId)
            .where('case_sight.ended_on', 'is', null)
            .where('case_sight.deleted_at', 'is', null),
        ),
      ]),
    )
    .where('status', '=', 'open')
    .orderBy('next_date_sort')
    .orderBy('number')
    .execute();
}

interface OpenDate {
  readonly caseId: string;
  readonly due: string;
  readonly what: string;
  readonly provisional: boolean;
}

/** Limits, hearings and own dates of cases that are still open, the earliest first. */
async function openDates(
  db: ReadHandle,
  caseIds: readonly string[],
  w: Words,
  say: (b: Bilingual) => string,
): Promise<OpenDate[]> {
  const found: OpenDate[] = [];
  for (const part of portions(caseIds)) {
    for (const d of await db.selectFrom('deadline').selectAll().where('case_id', 'in', part).execute())
      found.push({
        caseId: d.case_id,
        due: d.due,
        what: say(ruleOf(d.rule_id).title),
        provisional: d.provisional === 1,
      });
    const hearings = db.selectFrom('hearing').select(['case_id', 'open_on', 'kind', 'start_time']);
    for (const h of await hearings
      .where('case_id', 'in', part)
      .where('open_on', 'is not', null)
      .where('deleted_at', 'is', null)
      .execute())
      found.push({
        caseId: h.case_id,
        due: h.open_on ?? '',
        what: `${h.start_time} ${w.hearing[h.kind as HearingKind]}`,
        provisional: false,
      });
    const own = db.selectFrom('predate').select(['case_id', 'open_on', 'title']);
    for (const p of await own
      .where('case_id', 'in', part)
      .where('open_on', 'is not', null)
      .where('deleted_at', 'is', null)
      .execute())
      found.push({ caseId: p.case_id, due: p.open_on ?? '', what: p.title, provisional: false });
    found.push(...(await followUps(db, part, w)));
  }
  // Days are plain ASCII.
  return found.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** What supervision visits of legal aid left to be followed up. */
async function followUps(db: ReadHandle, caseIds: readonly string[], w: Words): Promise<OpenDate[]> {
  const visits = await db
    .selectFrom('aid_record')
    .select(['case_id', 'body'])
    .where('case_id', 'in', caseIds)
    .where('kind', '=', 'visit')
    .where('deleted_at', 'is', null)
    .execute();
  return visits.flatMap(({ case_id, body }) => {
    const visit = aidRecordSchema.parse(JSON.parse(body));
    return visit.kind === 'visit' && visit.followUpOn !== null && visit.followUpDoneOn === null
      ? [
          {
            caseId: case_id,
            due: visit.followUpOn,
            what: [w.followUp, visit.followUp].filter(Boolean).join('：'),
            provisional: false,
          },
        ]
      : [];
  });
}

function openEnquiries(db: ReadHandle, userId: string) {
  return db
    .selectFrom('enquiry')
    .select(['number', 'name', 'other_name', 'about'])
    .where('received_by', '=', userId)
    .where('status', '=', 'open')
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
}

async function allTasks(db: ReadHandle, userId: string) {
  const all = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listTasks>> = await listTasks(db, {
      view: 'mine',
      done: false,
      cursor,
      userId,
    });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}

async function lastNotes(db: ReadHandle, caseIds: readonly string[]) {
  const found = new Map<string, { written_at: string; author_name: string; body: string }[]>();
  for (const caseId of caseIds)
    found.set(
      caseId,
      await db
        .selectFrom('note')
        .select(['written_at', 'author_name', 'body'])
        .where('case_id', '=', caseId)
        .where('deleted_at', 'is', null)
        .orderBy('id', 'desc')
        .limit(notesShown)
        .execute(),
    );
  return found;
}
