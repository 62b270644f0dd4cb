import wordsEn from '../../../../resources/forms/en/handover-pack.json' with { type: 'json' };
import wordsZh from '../../../../resources/forms/zh-CN/handover-pack.json' with { type: 'json' };
import { AppError } from '../../../../shared/kernel/errors.ts';
import { type Bilingual, ruleOf } from '../../../../shared/law/index.ts';
import type { PaperEngine } from '../../../paper/index.ts';
import type { Block, Inline, Table, TableCell } from '../../../paper/model/blocks.ts';
import type { CommandContext, ReadHandle } from '../../kernel/context.ts';
import { loadOffice } from '../office/index.ts';
import { listTasks } from './tasks.repo.ts';

type Language = 'zh-CN' | 'en';
type Words = typeof wordsZh;
const words: Readonly<Record<Language, Words>> = { 'zh-CN': wordsZh, en: wordsEn };
/** Notes of a case that whoever takes over reads first. */
const notesShown = 3;

/** Everything that is open for one person as one dated paper: cases, dates, tasks and the last notes of each case. */
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
  const dates = await openDates(db, user.id);
  const notes = await lastNotes(
    db,
    cases.map((c) => c.id),
  );
  const say = (b: Bilingual): string => (asked.language === 'en' ? b.en : b.zh);
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
      dates.map((d) => [
        d.due + (d.provisional === 1 ? ' ※' : ''),
        say(ruleOf(d.rule_id).title),
        d.number,
        partiesOf(d),
      ]),
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
          .map((n) => `${n.written_at.slice(0, 10)} ${n.author_name}：${n.body}`)
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

function openCases(db: ReadHandle, userId: string) {
  return db
    .selectFrom('case_file')
    .select(['id', 'number', 'first_applicant', 'applicant_count', 'first_respondent', 'next_date'])
    .where('handler_id', '=', userId)
    .where('status', '=', 'open')
    .orderBy('next_date_sort')
    .orderBy('number')
    .execute();
}

function openDates(db: ReadHandle, userId: string) {
  return db
    .selectFrom('deadline')
    .innerJoin('case_file', 'case_file.id', 'deadline.case_id')
    .select([
      'deadline.rule_id',
      'deadline.due',
      'deadline.provisional',
      'case_file.number',
      'case_file.first_applicant',
      'case_file.applicant_count',
      'case_file.first_respondent',
    ])
    .where('case_file.handler_id', '=', userId)
    .where('case_file.status', '=', 'open')
    .orderBy('deadline.due')
    .orderBy('deadline.id')
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
