import en from '../../../../../../resources/forms/en/med-transcript.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/med-transcript.json' with { type: 'json' };
import {
  mediationRecordTopic,
  mediationTopic,
} from '../../../../../../shared/features/documents/particulars/mediation.ts';
import type { Block, TableCell } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { blank, type Content, fill, joined, startDraft, text } from '../kit/draft.ts';
import { subordinal } from '../kit/format.ts';
import { formTable, issued } from '../kit/institution.ts';
import { cell, handDate, heading, plain, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantNames, respondentNames } from '../kit/parties.ts';
import { unitFiles } from '../kit/sides.ts';

/**
 * 调解笔录 (劳动争议调解仲裁法 art. 13; 人民调解法 arts 22, 27). Each page is signed, so the record is seamed; the sum owed
 * is confirmed by itself.
 */
export const medTranscript = defineForm({
  id: 'med-transcript',
  number: 23,
  track: 'mediation',
  stage: 'session',
  issuer: 'committee',
  scope: 'case',
  requiredFacts: [
    'applicants.*.name',
    'respondents.*.party.organisation.name',
    'matter.cause',
    ...['organisation', 'caseNumber', 'mediators', 'recorder'].map((key) => `particulars.mediation.${key}`),
    ...[
      'from',
      'to',
      'place',
      'mode',
      'present',
      'statements',
      'focus',
      'proposal',
      'opinions',
      'result',
    ].map((key) => `particulars.mediation-record.${key}`),
  ],
  topics: [mediationRecordTopic, mediationTopic],
  status: { basis: ['law'], form: ['memory'] },
  copies: () => ({ tribunal: 1, opponents: 0, own: 0, total: 1 }),
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, mediationTopic);
    const record = readTopic(draft, facts, mediationRecordTopic);
    const { present, statements, opinions, confirmed, result, next } = record.values;
    if (confirmed === null && result !== null) {
      draft.warn(record.path('confirmed'), 'rule', 'advice', 'amountUnconfirmed');
    }
    const said = (key: 'statements' | 'opinions', count: number): Block[] =>
      count === 0
        ? [prose(record.gap(key, { widthEm: 24 }))]
        : Array.from({ length: count }, (_, i) =>
            prose(
              fill(words.says, {
                speaker: record.needCell(key, i, 'speaker'),
                text: record.needCell(key, i, 'text', { widthEm: 16 }),
              }),
            ),
          );
    const mediators =
      own.values.mediators.length === 0
        ? own.gap('mediators')
        : joined(
            own.values.mediators.map((_, i) => own.needCell('mediators', i, 'name')),
            common.listComma,
          );
    const line = (label: string): Content => [...text(label), blank(9)];
    const blocks: Block[] = [
      formTable([
        [
          [words.number, own.need('caseNumber', { widthEm: 8 })],
          [words.cause, draft.need('matter.cause', facts.matter.cause, 'cause')],
        ],
        [
          [
            words.time,
            fill(words.period, {
              from: record.need('from', { widthEm: 10 }),
              to: record.need('to', { widthEm: 10 }),
            }),
          ],
        ],
        [
          [words.place, record.need('place')],
          [words.mode, record.need('mode', { widthEm: 4 })],
        ],
        [[words.applicant, unitFiles(facts) ? respondentNames(facts, draft) : applicantNames(facts, draft)]],
        [[words.respondent, unitFiles(facts) ? applicantNames(facts, draft) : respondentNames(facts, draft)]],
        [
          [words.mediators, mediators],
          [words.recorder, own.need('recorder', { widthEm: 5 })],
        ],
      ]),
      plain(text(words.note), { sizePt: 10.5, indentEm: 2, align: 'justify', spaceBeforePt: 4 }),
      heading(2, words.present),
      present.length === 0
        ? prose(record.gap('present', { widthEm: 24 }))
        : {
            kind: 'table',
            sizePt: 10.5,
            minRowHeightMm: 9,
            columns: [
              { header: words.columns.name, share: 9 },
              { header: words.columns.role, share: 24 },
              { header: words.columns.checked, share: 8 },
              { header: words.columns.sign, share: 13 },
            ],
            rows: present.map((one, i): TableCell[] => [
              cell(record.needCell('present', i, 'name', { widthEm: 4 })),
              cell(record.needCell('present', i, 'role', { widthEm: 8 })),
              cell(one.checked === true ? words.checked : words.unchecked, { align: 'center' }),
              cell(''),
            ]),
          },
      heading(2, words.rights),
      ...words.rightsText.map((sentence, i) => prose(text(`${subordinal(i + 1, language)}${sentence}`))),
      heading(2, words.statements),
      ...said('statements', statements.length),
      heading(2, words.focus),
      ...record.paragraphs('focus'),
      heading(2, words.proposal),
      ...record.paragraphs('proposal'),
      heading(2, words.opinions),
      ...said('opinions', opinions.length),
      ...(confirmed === null
        ? []
        : [
            heading(2, words.confirmed),
            prose(fill(words.confirmedText, { amount: record.needInWords('confirmed') })),
          ]),
      heading(2, words.result),
      prose([
        ...record.need('result', { widthEm: 8 }),
        ...(next === null ? [] : fill(words.next, { note: next })),
        ...text(common.stop),
      ]),
      prose(text(words.read)),
      signature([
        ...Array.from({ length: Math.max(2, Math.min(4, present.length)) }, () => line(words.sign)),
        line(words.mediatorSign),
        line(words.recorderSign),
        handDate(common),
      ]),
    ];
    return issued(facts, 'committee', draft, {
      title: words.title,
      blocks,
      seam: true,
      signEachPage: words.pageSign,
    });
  },
});
