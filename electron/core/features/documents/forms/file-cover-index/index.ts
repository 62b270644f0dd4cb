import en from '../../../../../../resources/forms/en/file-cover-index.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/file-cover-index.json' with { type: 'json' };
import { archiveTopic } from '../../../../../../shared/features/documents/particulars/office-papers.ts';
import {
  hearingTopic,
  tribunalTopic,
} from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import type { Block, TableCell } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { type Content, emboldened, fill, fillText, joined, startDraft, text } from '../kit/draft.ts';
import { dayOf } from '../kit/events.ts';
import { longDate, tableDate } from '../kit/format.ts';
import { formTable, handSigned, panelOf } from '../kit/institution.ts';
import { cell, finish, heading, plain, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantNames, partyName, respondentNames } from '../kit/parties.ts';
import { unitFiles } from '../kit/sides.ts';

type Pair = readonly [label: string, value: Content];

/**
 * 卷宗封面, 卷内目录 and 备考表, a sheet each (办案规则 arts 22–24): ten years at least for an award, five for other ends.
 * A legal-aid file names the aided person and who handled the matter in place of the tribunal.
 */
export const fileCoverIndex = defineForm({
  id: 'file-cover-index',
  number: 53,
  track: 'all',
  stage: 'archive',
  issuer: 'office',
  scope: 'case',
  requiredFacts: [
    'applicants.*.name',
    'respondents.*.party.organisation.name',
    'matter.cause',
    'matter.number',
    'preparedBy',
    ...['kind', 'number', 'result', 'closing', 'closedOn', 'years', 'contents', 'filer'].map(
      (key) => `particulars.file-archive.${key}`,
    ),
    'particulars.hearing.panel',
    'particulars.tribunal.clerk',
  ],
  topics: [archiveTopic, hearingTopic, tribunalTopic],
  status: { basis: ['official-form', 'secondary'], form: ['official-form', 'secondary'] },
  copies: () => ({ tribunal: 1, opponents: 0, own: 0, total: 1 }),
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, archiveTopic);
    const { kind, secret, closing, years, forever, contents, remarks } = own.values;
    const least = closing === 'award' ? 10 : 5;
    if (forever !== true && years !== null && years < least) {
      draft.warn(own.path('years'), 'rule', 'error', 'keepTooShort');
    }
    contents.forEach((row, i) => {
      const before = contents[i - 1]?.to ?? null;
      if (i > 0 && before !== null && row.from !== null && row.from !== before + 1) {
        draft.warn(own.path('contents'), 'rule', 'advice', 'indexPages', { n: String(i + 1) });
      }
    });
    const aid = kind === 'aid';
    const workers = applicantNames(facts, draft);
    const units = respondentNames(facts, draft);
    const thirds = facts.thirdParties.flatMap(({ party }) => partyName(party) ?? []);
    const pages = contents.reduce((last, row) => Math.max(last, row.to ?? row.from ?? 0), 0);
    const accepted = dayOf(facts, 'accepted');
    const kept: Content =
      forever === true
        ? text(words.forever)
        : years === null
          ? own.need('years', { widthEm: 4 })
          : fill(words.years, { n: String(years) });
    const people: Pair[] = aid
      ? [[words.lawyer, text(facts.agents.flatMap((a) => a.name ?? []).join(common.listComma))]]
      : kind === 'mediation'
        ? []
        : [
            [words.panel, panelOf(facts, draft)],
            [words.clerk, readTopic(draft, facts, tribunalTopic).need('clerk', { widthEm: 6 })],
          ];
    const c = words.columns;
    const rows = contents.map((row, i): TableCell[] => [
      cell(String(i + 1), { align: 'center' }),
      cell(own.needCell('contents', i, 'name', { widthEm: 8 })),
      cell(row.number ?? ''),
      cell(row.author ?? ''),
      cell(row.date === null ? '' : tableDate(row.date), { align: 'center' }),
      cell(
        row.from === null
          ? own.needCell('contents', i, 'from', { widthEm: 2 })
          : row.to === null || row.to === row.from
            ? String(row.from)
            : fillText(words.range, { from: String(row.from), to: String(row.to) }),
        { align: 'center' },
      ),
      cell(row.note ?? ''),
    ]);
    const index: Block =
      rows.length === 0
        ? prose(own.gap('contents', { widthEm: 24 }))
        : {
            kind: 'table',
            sizePt: 10.5,
            minRowHeightMm: 9,
            columns: [
              { header: c.no, share: 5 },
              { header: c.name, share: 20 },
              { header: c.number, share: 13 },
              { header: c.author, share: 10 },
              { header: c.date, share: 9 },
              { header: c.pages, share: 7 },
              { header: c.note, share: 7 },
            ],
            rows,
          };
    const number = draft.need('matter.number', facts.matter.number, 'caseNumber', { widthEm: 10 });
    const office = draft.need('preparedBy', facts.preparedBy, 'office', { widthEm: 14 });
    const title = secret === true ? `${words.title}${words.secret}` : words.title;
    const blocks: Block[] = [
      plain(emboldened(own.need('kind', { widthEm: 6 })), { align: 'center', keepWithNext: true }),
      { kind: 'space', points: 24 },
      formTable([
        [
          [words.number, own.need('number', { widthEm: 8 })],
          [words.caseNumber, number],
        ],
        [[words.cause, draft.need('matter.cause', facts.matter.cause, 'cause')]],
        [[aid ? words.recipient : words.applicant, unitFiles(facts) && !aid ? units : workers]],
        [[words.respondent, unitFiles(facts) && !aid ? workers : units]],
        [[words.third, text(thirds.length > 0 ? thirds.join(common.listComma) : words.noParty)]],
        [
          [words.closing, own.need('closing')],
          [words.result, own.need('result', { widthEm: 8 })],
        ],
        ...people.map((pair) => [pair]),
        [
          [words.accepted, text(accepted === null ? '' : longDate(accepted, common))],
          [words.closedOn, own.need('closedOn')],
        ],
        [
          [words.archivedOn, text(own.show('archivedOn') ?? '')],
          [words.keep, kept],
        ],
        [
          [words.pagesLabel, text(pages > 0 ? fillText(words.pages, { n: String(pages) }) : '')],
          [words.filer, own.need('filer', { widthEm: 6 })],
        ],
        [[words.institution, office]],
      ]),
      { kind: 'page-break' },
      heading(1, words.index),
      plain(joined([fill(common.labelled, { label: words.caseNumber, value: number })], '　'), {
        sizePt: 12,
      }),
      index,
      { kind: 'page-break' },
      heading(1, words.end),
      ...(contents.length === 0
        ? []
        : [prose(fill(words.count, { items: String(contents.length), pages: String(pages) }))]),
      heading(2, words.remarks),
      ...(remarks === null ? [prose(text(words.noRemarks))] : own.paragraphs('remarks')),
      { kind: 'space', points: 60 },
      plain(handSigned(fillText(common.labelled, { label: words.filer, value: '' }), draft), {
        align: 'right',
      }),
      plain(handSigned(fillText(common.labelled, { label: words.checker, value: '' }), draft), {
        align: 'right',
      }),
    ];
    return finish(draft, { title, language, blocks, profile: 'gongwen' });
  },
});
