import wordsEn from '../../../../resources/forms/en/date-entries.json' with { type: 'json' };
import wordsZh from '../../../../resources/forms/zh-CN/date-entries.json' with { type: 'json' };
import type { calendarContract, DateEntry } from '../../../../shared/features/calendar/calendar.contract.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { ruleOf } from '../../../../shared/law/index.ts';
import type { PaperEngine } from '../../../paper/index.ts';
import type { Inline, PaperModel } from '../../../paper/model/blocks.ts';
import type { Handlers, ReadHandle } from '../../kernel/context.ts';
import { loadOffice } from '../office/index.ts';

type Entries = Pick<Handlers<typeof calendarContract>, 'calendar.entries' | 'calendar.entryList'>;
type Language = 'zh-CN' | 'en';
const words: Readonly<Record<Language, typeof wordsZh>> = { 'zh-CN': wordsZh, en: wordsEn };

const shownAtOnce = 500;
const onPaper = 2000;

/** What was entered on a day, on the screen and on paper for a second person to sign. */
export function entryHandlers(engine: PaperEngine): Entries {
  return {
    async 'calendar.entries'(ctx, { on }) {
      const items = await entriesOf(ctx.db, on, shownAtOnce + 1);
      return { items: items.slice(0, shownAtOnce), more: items.length > shownAtOnce };
    },
    async 'calendar.entryList'(ctx, { on, language }) {
      const { db } = ctx.reading();
      const entries = await entriesOf(db, on, onPaper);
      if (entries.length === 0)
        throw new AppError('rule-violation', { details: { rule: 'nothing-entered' } });
      const office = await loadOffice(db);
      const model = entryModel(entries, { on, office: office.name, printedOn: ctx.today }, language);
      const { bytes, pages } = await engine.renderPdf(model, {
        creationDate: new Date(`${ctx.today}T00:00:00Z`),
        author: office.name,
      });
      const fileName = `${model.title}-${on}.pdf`;
      const token = ctx.handoff.put(ctx.caller.sessionId, { name: fileName, type: 'application/pdf', bytes });
      return { token, fileName, pages };
    },
  };
}

async function entriesOf(db: ReadHandle, on: PlainDate, limit: number): Promise<DateEntry[]> {
  const rows = await db
    .selectFrom('date_entry')
    .innerJoin('case_file', 'case_file.id', 'date_entry.case_id')
    .selectAll('date_entry')
    .select('case_file.number')
    .where('entered_on', '=', on)
    .where('case_file.deleted_at', 'is', null)
    .orderBy('date_entry.id')
    .limit(limit)
    .execute();
  return rows.map((r) => ({
    id: r.id,
    caseId: r.case_id,
    number: r.number,
    enteredAt: r.entered_at,
    userName: r.user_name,
    kind: r.kind as DateEntry['kind'],
    title: r.kind === 'deadline' ? ruleOf(r.ref).title : r.kind === 'hearing' ? hearingTitle(r.ref) : null,
    label: r.kind === 'predate' ? r.ref : null,
    trigger: r.trigger_date as PlainDate | null,
    due: r.due as PlainDate,
    before: r.before as PlainDate | null,
  }));
}

/** What a hearing or session is called where a text stands in both languages. */
export function hearingTitle(kind: string): { zh: string; en: string } {
  const names = (w: typeof wordsZh) => w.hearing as Readonly<Record<string, string>>;
  return { zh: names(wordsZh)[kind] ?? kind, en: names(wordsEn)[kind] ?? kind };
}

const text = (value: string, bold = false): Inline[] =>
  value === '' ? [] : [{ kind: 'text', text: value, ...(bold ? { bold } : {}) }];

/** China Standard Time of an instant, `HH:MM`. */
const clockOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16);

function entryModel(
  entries: readonly DateEntry[],
  about: { readonly on: PlainDate; readonly office: string; readonly printedOn: PlainDate },
  language: Language,
): PaperModel {
  const w = words[language];
  const blank = (widthEm: number): Inline => ({ kind: 'blank', widthEm });
  return {
    title: w.title,
    language,
    profile: 'party',
    orientation: 'landscape',
    subject: `${w.title} ${about.on}`,
    runningHead: `${w.title} ${about.on}`,
    blocks: [
      { kind: 'heading', level: 1, text: w.title },
      {
        kind: 'paragraph',
        content: text(`${w.office}${about.office}　${w.on}${about.on}　${w.printed}${about.printedOn}`),
        sizePt: 10.5,
      },
      {
        kind: 'table',
        columns: [
          { header: w.columns.no, share: 5, align: 'center' },
          { header: w.columns.number, share: 18 },
          { header: w.columns.what, share: 25 },
          { header: w.columns.trigger, share: 12 },
          { header: w.columns.due, share: 12 },
          { header: w.columns.before, share: 12 },
          { header: w.columns.by, share: 12 },
          { header: w.columns.checked, share: 8, align: 'center' },
        ],
        rows: entries.map((e, i) => [
          { content: text(String(i + 1)) },
          { content: text(e.number) },
          { content: text((language === 'en' ? e.title?.en : e.title?.zh) ?? e.label ?? '') },
          { content: text(e.trigger ?? '') },
          { content: text(e.due, true) },
          { content: text(e.before ?? '') },
          { content: text(`${e.userName} ${clockOf(e.enteredAt)}`) },
          { content: [{ kind: 'checkbox', checked: false }] },
        ]),
        sizePt: 9,
      },
      { kind: 'space', points: 14 },
      {
        kind: 'paragraph',
        content: [
          ...text(w.signEntered),
          blank(10),
          ...text(`　　${w.signChecked}`),
          blank(10),
          ...text(`　　${w.signOn}`),
          blank(8),
        ],
        sizePt: 10.5,
      },
    ],
  };
}
