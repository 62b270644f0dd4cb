import en from '../../../../../../resources/forms/en/arb-hearing-transcript.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/arb-hearing-transcript.json' with { type: 'json' };
import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import { hearingRecordTopic } from '../../../../../../shared/features/documents/particulars/commission.ts';
import {
  hearingTopic,
  tribunalTopic,
} from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import type { Block, TableCell } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { mediationArticle, rulesArticle } from '../kit/asked.ts';
import { blank, type Content, type Draft, fill, fillText, startDraft, text } from '../kit/draft.ts';
import { citations, subordinal } from '../kit/format.ts';
import { caseParties, formTable, institutionNumber, issued, panelOf } from '../kit/institution.ts';
import { cell, handDate, heading, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';

type Words = typeof zh;

const steps = ['claim', 'defence', 'inquiry', 'debate', 'final'] as const;
const before = ['claim', 'defence', 'inquiry'] as const;
const after = ['debate', 'final'] as const;
const aspects = ['authenticity', 'legality', 'relevance', 'purpose'] as const;

/** Each item by its number in the list of evidence, with what the other side says of it. */
function evidenceTable(facts: FilingFacts, words: Words, draft: Draft): Block {
  const own = readTopic(draft, facts, hearingRecordTopic);
  const { evidence } = own.values;
  if (evidence.length === 0) return prose(own.gap('evidence', { widthEm: 24 }));
  const c = words.evidenceColumns;
  return {
    kind: 'table',
    sizePt: 10.5,
    columns: [
      { header: c.side, share: 8 },
      { header: c.number, share: 5 },
      { header: c.name, share: 12 },
      ...aspects.map((key) => ({ header: c[key], share: key === 'purpose' ? 9 : 8 })),
      { header: c.opinion, share: 13 },
    ],
    rows: evidence.map((row, i): TableCell[] => {
      const listed =
        row.side === 'applicant' && row.number !== null ? facts.evidence[row.number - 1] : undefined;
      const known = row.name ?? listed?.name ?? null;
      if (row.side === 'applicant' && row.number !== null && !listed) {
        draft.warn(own.path('evidence'), 'rule', 'error', 'evidenceNumber', { n: String(row.number) });
      }
      return [
        cell(row.side === null ? own.needCell('evidence', i, 'side', { widthEm: 3 }) : words.side[row.side]),
        cell(own.needCell('evidence', i, 'number', { widthEm: 2 }), { align: 'center' }),
        cell(known === null ? own.needCell('evidence', i, 'name', { widthEm: 5 }) : known),
        ...aspects.map((key) =>
          cell(
            row[key] === null
              ? own.needCell('evidence', i, key, { widthEm: 2 })
              : row[key]
                ? words.yes
                : words.no,
            {
              align: 'center',
            },
          ),
        ),
        cell(row.opinion ?? ''),
      ];
    }),
  };
}

/**
 * 庭审笔录 (劳动争议调解仲裁法 art. 40; 办案规则 arts 41, 42): each step in its order, evidence by the numbers of its list,
 * corrections and refusals noted, every page signed.
 */
export const arbHearingTranscript = defineForm({
  id: 'arb-hearing-transcript',
  number: 35,
  track: 'arbitration',
  stage: 'hearing',
  issuer: 'commission',
  scope: 'case',
  requiredFacts: [
    'applicants.*.name',
    'respondents.*.party.organisation.name',
    'matter.cause',
    'matter.number',
    'tribunal.sealName',
    'particulars.tribunal.clerk',
    ...['panel', 'place', 'mode', 'open'].map((key) => `particulars.hearing.${key}`),
    ...['from', 'to', 'present', 'recusal', 'speeches', 'evidence', 'focus', 'mediation'].map(
      (key) => `particulars.hearing-record.${key}`,
    ),
  ],
  topics: [hearingRecordTopic, hearingTopic, tribunalTopic],
  status: { basis: ['law', 'rule'], form: ['memory'] },
  copies: () => ({ tribunal: 1, opponents: 0, own: 0, total: 1 }),
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, hearingRecordTopic);
    const hearing = readTopic(draft, facts, hearingTopic);
    const tribunal = readTopic(draft, facts, tribunalTopic);
    const { present, speeches, absent, recusalNote, corrections, unsigned } = own.values;
    const h = words.head;
    if (speeches.length > 0) {
      for (const step of steps) {
        if (!speeches.some((s) => s.step === step)) {
          draft.warn(own.path('speeches'), 'rule', 'advice', 'recordUnfinished', { step: words.steps[step] });
          break;
        }
      }
    }
    const said = (of: readonly (typeof steps)[number][]): Block[] =>
      of.flatMap((step): Block[] => {
        const lines = speeches.flatMap((speech, i): Block[] =>
          speech.step === step
            ? [
                prose(
                  fill(words.says, {
                    speaker: own.needCell('speeches', i, 'speaker'),
                    text: own.needCell('speeches', i, 'text', { widthEm: 16 }),
                  }),
                ),
              ]
            : [],
        );
        return lines.length === 0 ? [] : [heading(2, words.steps[step]), ...lines];
      });
    const parties = caseParties(facts, draft);
    const line = (label: string): Content => [...text(label), blank(9)];
    const blocks: Block[] = [
      formTable([
        [
          [h.number, institutionNumber(facts, 'commission', draft)],
          [h.cause, draft.need('matter.cause', facts.matter.cause, 'cause')],
        ],
        [
          [
            h.time,
            fill(h.period, { from: own.need('from', { widthEm: 10 }), to: own.need('to', { widthEm: 10 }) }),
          ],
        ],
        [
          [h.place, hearing.need('place')],
          [h.mode, hearing.need('mode', { widthEm: 4 })],
        ],
        [
          [h.open, hearing.need('open', { widthEm: 4 })],
          [h.clerk, tribunal.need('clerk', { widthEm: 5 })],
        ],
        [[h.panel, panelOf(facts, draft)]],
        [[h.applicant, parties.applicant]],
        [[h.respondent, parties.respondent]],
      ]),
      heading(2, words.present),
      present.length === 0
        ? prose(own.gap('present', { widthEm: 24 }))
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
              cell(own.needCell('present', i, 'name', { widthEm: 4 })),
              cell(own.needCell('present', i, 'role', { widthEm: 8 })),
              cell(one.checked === true ? words.checked : words.unchecked, { align: 'center' }),
              cell(''),
            ]),
          },
      ...(absent === null ? [] : [prose(fill(words.absent, { absent }))]),
      heading(2, words.opening),
      ...words.openingText.map((sentence, i) =>
        prose([
          ...text(subordinal(i + 1, language)),
          ...fill(sentence, { articles: citations([mediationArticle('33'), rulesArticle('41')], common) }),
        ]),
      ),
      prose(
        fill(words.recusal, {
          answer: [
            ...own.need('recusal', { widthEm: 8 }),
            ...(recusalNote === null
              ? []
              : text(fillText(common.bracketed, { text: '', note: recusalNote }))),
          ],
        }),
      ),
      ...(speeches.length === 0 ? [prose(own.gap('speeches', { widthEm: 24 }))] : said(before)),
      heading(2, words.focus),
      ...own.paragraphs('focus'),
      heading(2, words.evidence),
      evidenceTable(facts, words, draft),
      ...said(after),
      heading(2, words.mediation),
      prose([...own.need('mediation', { widthEm: 10 }), ...text(common.stop)]),
      heading(2, words.corrections),
      ...(corrections === null ? [prose(text(words.noCorrections))] : own.paragraphs('corrections')),
      ...(unsigned === null ? [] : [prose(fill(words.unsigned, { note: unsigned }))]),
      prose(fill(words.read, { articles: citations([mediationArticle('40'), rulesArticle('42')], common) })),
      signature([
        line(words.applicantSign),
        line(words.respondentSign),
        line(words.panelSign),
        line(words.clerkSign),
        handDate(common),
      ]),
    ];
    return issued(facts, 'commission', draft, {
      title: words.title,
      blocks,
      seam: true,
      signEachPage: words.pageSign,
    });
  },
});
