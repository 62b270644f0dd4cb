import en from '../../../../../../resources/forms/en/la-closing-report.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/la-closing-report.json' with { type: 'json' };
import {
  aidAgencyTopic,
  aidAssignmentTopic,
  aidClosingTopic,
  aidMatterTopic,
} from '../../../../../../shared/features/documents/particulars/legal-aid.ts';
import type { Block, TableCell } from '../../../../../paper/model/blocks.ts';
import { totalAmount } from '../arb-application/claims.ts';
import { defineForm } from '../definition.ts';
import { aidPaper, assigned } from '../kit/aid.ts';
import { optionBoxes, yesOrNo } from '../kit/court.ts';
import { blank, type Content, fillText, joined, startDraft, text } from '../kit/draft.ts';
import { tableDate } from '../kit/format.ts';
import { formTable } from '../kit/institution.ts';
import { cell, handDate, heading, plain, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantNames } from '../kit/parties.ts';
import { warnAfter } from '../kit/request.ts';
import { inRoles } from '../kit/roles.ts';

/** 结案报告表 (法律援助法 art. 50): what was asked, what was awarded and what was paid stand apart. */
export const laClosingReport = defineForm({
  id: 'la-closing-report',
  number: 52,
  track: 'legal-aid',
  stage: 'close',
  issuer: 'lawyer',
  scope: 'case',
  requiredFacts: [
    'applicants.*.name',
    'matter.cause',
    ...['name', 'firm', 'licenceNo'].map((key) => `agents.*.${key}`),
    'claims.*.amount',
    ...['number', 'date'].map((key) => `particulars.legal-aid-assignment.${key}`),
    'particulars.legal-aid-matter.stage',
    ...['closedOn', 'outcome', 'work', 'awarded', 'received', 'support', 'summary', 'papers'].map(
      (key) => `particulars.legal-aid-closing.${key}`,
    ),
  ],
  topics: [aidClosingTopic, aidAssignmentTopic, aidMatterTopic, aidAgencyTopic],
  status: { basis: ['law'], form: ['memory'] },
  copies: () => ({ tribunal: 1, opponents: 0, own: 1, total: 2 }),
  words: { 'zh-CN': zh, en },
  build: (facts, { common: usual, form: words, language }) => {
    const common = inRoles(usual, { workers: words.role, units: words.opponentRole });
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, aidClosingTopic);
    const assignment = readTopic(draft, facts, aidAssignmentTopic);
    const matter = readTopic(draft, facts, aidMatterTopic);
    const { firm, lawyer, licence } = assigned(facts, draft);
    const { work, awarded, received, papers, outcome, support, handInBy } = own.values;
    warnAfter(facts, handInBy?.due ?? null, 'events.aid-result-received', 'aidClosingLate', draft, 'advice');
    if (awarded !== null && received !== null && received > awarded) {
      draft.warn(own.path('received'), 'rule', 'advice', 'aidReceivedAbove');
    }
    if (papers !== null && !/裁决|调解|判决|协议|送达|award|judgment|statement|service/iu.test(papers)) {
      draft.warn(own.path('papers'), 'rule', 'advice', 'aidNoReceipt');
    }
    const sum = (key: 'awarded' | 'received'): Content => {
      const value = own.values[key];
      return value === null ? own.need(key, { widthEm: 6 }) : text(own.show(key) ?? '');
    };
    const fields = aidClosingTopic.fields;
    const sign = (): Content => [...text(words.sign), blank(6), ...text('　'), ...handDate(common)];
    const review = joined([[], sign(), text(words.stamp)], '\n');
    const deadline = own.show('handInBy');
    const c = words.columns;
    const blocks: Block[] = [
      formTable([
        [
          [words.number, assignment.need('number', { widthEm: 8 })],
          [words.assigned, assignment.need('date')],
        ],
        [[words.recipient, applicantNames(facts, draft)]],
        [
          [words.cause, draft.need('matter.cause', facts.matter.cause, 'cause')],
          [words.stage, matter.need('stage', { widthEm: 5 })],
        ],
        [
          [words.lawyer, lawyer],
          [words.licence, licence()],
        ],
        [[words.firm, firm]],
        [[words.closed, own.need('closedOn')]],
        [
          [
            words.outcome,
            [
              ...optionBoxes(fields.outcome.type.options, outcome, draft),
              ...(outcome === null ? own.need('outcome', { widthEm: 4 }) : []),
            ],
          ],
        ],
        [
          [
            words.support,
            [
              ...optionBoxes(fields.support.type.options, support, draft),
              ...(support === null ? own.need('support', { widthEm: 4 }) : []),
            ],
          ],
        ],
        [[words.claimed, totalAmount(facts, draft) ?? text('—')]],
        [
          [words.awarded, sum('awarded')],
          [words.received, sum('received')],
        ],
        [
          [words.benefit, text(own.show('benefit') ?? '—')],
          [words.typical, yesOrNo(own.values.typical, common)],
        ],
      ]),
      heading(2, words.workHead),
      work.length === 0
        ? prose(own.gap('work', { widthEm: 24 }))
        : {
            kind: 'table',
            sizePt: 10.5,
            columns: [
              { header: c.no, share: 5 },
              { header: c.date, share: 11 },
              { header: c.kind, share: 11 },
              { header: c.note, share: 32 },
            ],
            rows: work.map((row, i): TableCell[] => [
              cell(String(i + 1), { align: 'center' }),
              cell(
                row.date === null ? own.needCell('work', i, 'date', { widthEm: 5 }) : tableDate(row.date),
                {
                  align: 'center',
                },
              ),
              cell(own.needCell('work', i, 'kind', { widthEm: 4 })),
              cell(row.note ?? ''),
            ]),
          },
      heading(2, words.summary),
      ...own.paragraphs('summary', { widthEm: 24 }),
      heading(2, words.papers),
      ...own.paragraphs('papers', { widthEm: 24 }),
      heading(2, words.opinions),
      formTable([
        [[words.lawyerSign, sign()]],
        [[words.firmOpinion, review]],
        [[words.agencyReview, review]],
      ]),
      ...(deadline === null
        ? []
        : [
            plain(text(fillText(words.deadline, { date: deadline })), {
              sizePt: 10.5,
              spaceBeforePt: 4,
            }),
          ]),
    ];
    return aidPaper(facts, draft, { title: words.title, blocks });
  },
});
