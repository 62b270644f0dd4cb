import wordsEn from '../../../../resources/forms/en/deadline-receipt.json' with { type: 'json' };
import wordsZh from '../../../../resources/forms/zh-CN/deadline-receipt.json' with { type: 'json' };
import commonEn from '../../../../resources/locales/en/common.json' with { type: 'json' };
import commonZh from '../../../../resources/locales/zh-CN/common.json' with { type: 'json' };
import type { Deadline } from '../../../../shared/features/deadlines/deadlines.contract.ts';
import { type PlainDate, weekday } from '../../../../shared/kernel/date.ts';
import {
  type Bilingual,
  type ControlDay,
  type ControlSheet,
  type Obligation,
  versionInEnglish,
} from '../../../../shared/law/index.ts';
import type { Block, Inline, PaperModel, Table, TableCell } from '../../../paper/model/blocks.ts';

type Language = 'zh-CN' | 'en';
type Words = typeof wordsZh;

export interface ReceiptFacts {
  readonly sheet: ControlSheet;
  readonly obligation: Pick<Obligation, 'bearer' | 'warnings'>;
  /** Null for a date that belongs to no case. */
  readonly openedBy: Bilingual | null;
  /** Who chose the reading or local rule, where somebody did. */
  readonly chosenBy: { readonly name: string; readonly on: PlainDate } | null;
  readonly officeName: string;
  readonly printedOn: PlainDate;
  readonly confirmations: Deadline['confirmations'];
}

const words: Readonly<Record<Language, Words>> = { 'zh-CN': wordsZh, en: wordsEn };
const bearerNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-CN': commonZh.bearer,
  en: commonEn.bearer,
};

const text = (value: string, bold = false): Inline[] =>
  value === '' ? [] : [{ kind: 'text', text: value, ...(bold ? { bold } : {}) }];
const blank = (widthEm: number): Inline => ({ kind: 'blank', widthEm });
const fill = (template: string, slots: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_whole, name: string) => slots[name] ?? '');

/** How the working is set: a line for each day, neighbouring days of one kind together, sentences, one running text. */
export const receiptDetails = ['days', 'groups', 'sentences', 'running'] as const;
type Detail = (typeof receiptDetails)[number];
const sizes: Readonly<Record<Detail, number>> = { days: 9.5, groups: 9, sentences: 8, running: 7.5 };

/** The control sheet of one date: an A4 page that two people can check and sign without the program. */
export function receiptModel(facts: ReceiptFacts, language: Language, detail: Detail): PaperModel {
  const w = words[language];
  const { sheet } = facts;
  const say = (b: Bilingual): string => (language === 'en' ? b.en : b.zh);
  // Months and years have no numbered days: their working is said in sentences.
  const counted =
    sheet.days.some((d) => d.standing === 'counted') && detail !== 'sentences' && detail !== 'running';
  const size = sizes[detail];
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: w.title },
    labels(factRows(facts, w, language, say), size),
    {
      kind: 'paragraph',
      content: text(counted ? w.days : w.steps, true),
      spaceBeforePt: 6,
      keepWithNext: true,
      sizePt: size,
    },
    ...(counted
      ? [dayTable(sheet.days, w, language, say, detail)]
      : stepLines(sheet, w, say, size, detail === 'running')),
    { kind: 'space', points: 6 },
    labels(signatureRows(facts, w), size),
  ];
  return {
    title: w.title,
    language,
    profile: 'party',
    orientation: 'portrait',
    subject: `${sheet.caseNumber ?? ''} ${say(sheet.title)}`,
    runningHead: w.runningHead,
    blocks,
  };
}

type LabelRow = readonly [label: string, value: readonly Inline[]];

function labels(rows: readonly LabelRow[], sizePt: number): Table {
  return {
    kind: 'table',
    columns: [
      { header: '', share: 17 },
      { header: '', share: 83 },
    ],
    rows: rows.map(([label, value]) => [{ content: text(label, true) }, { content: value }]),
    sizePt,
    showHeader: false,
  };
}

function factRows(
  facts: ReceiptFacts,
  w: Words,
  language: Language,
  say: (b: Bilingual) => string,
): LabelRow[] {
  const { sheet, obligation } = facts;
  const versionIn = (version: string): string => (language === 'en' ? versionInEnglish(version) : version);
  const rows: (LabelRow | null)[] = [
    [
      w.case,
      [
        ...(sheet.caseNumber ? text(sheet.caseNumber) : [blank(10)]),
        ...text(
          `　${w.office}${w.marks.colon}${facts.officeName}　${w.printed}${w.marks.colon}${facts.printedOn}`,
        ),
      ],
    ],
    [w.limit, text(say(sheet.title), true)],
    [w.due, [...text(sheet.due ?? '', true), ...text(sheet.due ? aside(day(sheet.due, w), w) : '')]],
    sheet.provisional ? ['', text(`※ ${w.provisional}`, true)] : null,
    sheet.unrolled !== sheet.due && sheet.unrolled
      ? [w.unrolled, text(`${sheet.unrolled}${aside(day(sheet.unrolled, w), w)}`)]
      : null,
    sheet.cutoff ? [w.time, text(say(sheet.cutoff.text))] : null,
    sheet.period ? [w.period, text(say(sheet.period))] : null,
    [w.bearer, text(bearerNames[language][obligation.bearer] ?? obligation.bearer)],
    [
      w.basis,
      text(
        sheet.sources.map((s) => `${say(s.text)}${aside(versionIn(s.version), w)}`).join(w.marks.semicolon),
      ),
    ],
    [w.status, text(w.statuses[sheet.status])],
    [
      w.trigger,
      text(
        fill(sheet.trigger.sameDay ? w.sameDayText : w.triggerText, {
          words: say(sheet.trigger.words),
          date: sheet.trigger.date,
        }) + (facts.openedBy ? `${w.marks.semicolon}${w.event}${w.marks.colon}${say(facts.openedBy)}` : ''),
      ),
    ],
    [w.document, sheet.trigger.document ? text(sheet.trigger.document) : [blank(24)]],
    [
      w.extension,
      sheet.extension
        ? [
            ...text(
              fill(w.extensionText, {
                length: say(sheet.extension.length),
                approver: say(sheet.extension.approver),
                source: say(sheet.extension.source),
              }),
            ),
          ]
        : text(w.noExtension),
    ],
    sheet.localRule ? [w.localRule, text(say(sheet.localRule))] : null,
    ...sheet.readings.map(
      (r): LabelRow => [
        w.reading,
        text(fill(w.readingText, { question: say(r.question), chosen: say(r.chosen) })),
      ],
    ),
    facts.chosenBy && sheet.reason
      ? [
          w.choice,
          text(
            fill(w.choiceText, { reason: sheet.reason, name: facts.chosenBy.name, on: facts.chosenBy.on }),
          ),
        ]
      : null,
    [w.ifMissed, text(say(sheet.ifMissed))],
    ...obligation.warnings.map((warning): LabelRow => [w.warnings, text(say(warning.text))]),
  ];
  return rows.filter((row) => row !== null);
}

function aside(value: string, w: Words): string {
  return `${w.marks.open}${value}${w.marks.close}`;
}

function day(date: PlainDate, w: Words): string {
  return w.weekdays[weekday(date)] ?? '';
}

interface Entry {
  readonly when: string;
  readonly weekday: string;
  readonly standing: string;
  readonly reason: string;
}

/** In two columns, read down the left one first. */
function dayTable(
  days: readonly ControlDay[],
  w: Words,
  language: Language,
  say: (b: Bilingual) => string,
  detail: Detail,
): Table {
  const groups = detail === 'days' ? days.map((d) => [d]) : grouped(days);
  const entries = groups.map((group) => entryOf(group, w, say));
  const half = Math.ceil(entries.length / 2);
  const cells = (e: Entry | undefined): TableCell[] =>
    [e?.when, e?.weekday, e?.standing, e?.reason].map((value) => ({ content: text(value ?? '') }));
  const shares = language === 'en' ? [24, 12, 20, 44] : [26, 11, 19, 44];
  const columns = [w.columns.date, w.columns.weekday, w.columns.standing, w.columns.reason].map(
    (header, i) => ({
      header,
      share: shares[i] ?? 1,
    }),
  );
  return {
    kind: 'table',
    columns: [...columns, ...columns],
    rows: Array.from({ length: half }, (_, i) => [...cells(entries[i]), ...cells(entries[half + i])]),
    sizePt: 8,
  };
}

function grouped(days: readonly ControlDay[]): ControlDay[][] {
  const groups: ControlDay[][] = [];
  for (const d of days) {
    const last = groups.at(-1)?.at(-1);
    const alike = last && last.standing === d.standing && last.reason?.zh === d.reason?.zh;
    if (alike) groups.at(-1)?.push(d);
    else groups.push([d]);
  }
  return groups;
}

function entryOf(group: readonly ControlDay[], w: Words, say: (b: Bilingual) => string): Entry {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last) return { when: '', weekday: '', standing: '', reason: '' };
  const number =
    first.number === null
      ? ''
      : first === last || last.number === null
        ? fill(w.numbered, { n: String(first.number) })
        : fill(w.numberedRange, { from: String(first.number), to: String(last.number) });
  // The step’s own sentence begins with the day, which has a column of its own.
  const reason = first.reason ? say(first.reason).replace(/^\d{4}-\d\d-\d\d ?[（(].*?[）)][：:] ?/, '') : '';
  return {
    when: first === last ? first.date : fill(w.range, { from: first.date, to: last.date }),
    weekday: first === last ? day(first.date, w) : '',
    standing: w.standing[first.standing],
    reason: [number, reason].filter((part) => part !== '').join(' '),
  };
}

function stepLines(
  sheet: ControlSheet,
  w: Words,
  say: (b: Bilingual) => string,
  sizePt: number,
  running: boolean,
): Block[] {
  if (running)
    return [
      { kind: 'paragraph', content: text(sheet.lines.map(say).join(w.marks.semicolon)), sizePt, leftEm: 1 },
    ];
  return sheet.lines.map((line) => ({ kind: 'paragraph', content: text(say(line)), sizePt, leftEm: 1 }));
}

function signatureRows(facts: ReceiptFacts, w: Words): LabelRow[] {
  const [first, second] = facts.confirmations;
  const row = (label: string, confirmed: Deadline['confirmations'][number] | undefined): LabelRow => [
    label,
    [
      ...text(
        confirmed ? fill(w.confirmedText, { name: confirmed.userName, at: confirmed.on }) : w.unconfirmed,
      ),
      ...text(`　${w.signature}${w.marks.colon}`),
      blank(6),
      ...text(`　${w.on}${w.marks.colon}`),
      blank(3),
      ...text(w.year),
      blank(2),
      ...text(w.month),
      blank(2),
      ...text(w.day),
    ],
  ];
  return [row(w.confirmed, first), row(w.second, second)];
}
