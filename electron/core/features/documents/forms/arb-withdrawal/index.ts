import en from '../../../../../../resources/forms/en/arb-withdrawal.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/arb-withdrawal.json' with { type: 'json' };
import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import { withdrawalTopic } from '../../../../../../shared/features/documents/particulars/requests.ts';
import type { Block, Table, TableCell, TableColumn } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { oneEach } from '../kit/copies.ts';
import { blank, type Content, type Draft, fill, startDraft, text } from '../kit/draft.ts';
import { eventDay } from '../kit/events.ts';
import { addressed, cell, finish, handDate, prose, signature } from '../kit/paper.ts';
import { labelled, readTopic } from '../kit/particulars.ts';
import { applicantName, applicantNames, respondentNames } from '../kit/parties.ts';
import { makersOf, makersSignature } from '../kit/request.ts';
import { unitFiles } from '../kit/sides.ts';

/** More signatures than these take a table with the names: lines would run over the page, and nobody finds their own. */
const mostLines = 6;

const center = { align: 'center' } as const;

/** Two workers in each row. */
function signatories(facts: FilingFacts, { columns }: { readonly columns: Columns }, draft: Draft): Table {
  const cellsOf = (i: number): TableCell[] => {
    const worker = facts.applicants[i];
    if (!worker) return [cell(''), cell(''), cell('')];
    return [cell(String(i + 1), center), cell(applicantName(worker, i, draft), center), cell('')];
  };
  const half: TableColumn[] = [
    { header: columns.no, share: 4 },
    { header: columns.name, share: 9 },
    { header: columns.signature, share: 12 },
  ];
  return {
    kind: 'table',
    columns: [...half, ...half],
    rows: Array.from({ length: Math.ceil(facts.applicants.length / 2) }, (_, i) => [
      ...cellsOf(2 * i),
      ...cellsOf(2 * i + 1),
    ]),
    minRowHeightMm: 10,
  };
}

type Columns = Readonly<Record<'no' | 'name' | 'signature', string>>;

/**
 * 撤回仲裁申请书 (劳动争议调解仲裁法 art. 41; 办案规则 art. 35). In a group only those who sign withdraw; an agent needs
 * express authority for it, so nobody signs for a party here.
 */
export const arbWithdrawal = defineForm({
  id: 'arb-withdrawal',
  number: 14,
  track: 'arbitration',
  stage: 'pending',
  issuer: 'applicant',
  scope: 'case',
  whose: 'leaving',
  requiredFacts: [
    'applicants.*.name',
    'respondents.*.party.organisation.name',
    'matter.cause',
    'matter.number',
    'tribunal.sealName',
    'events.application-submitted',
    'particulars.withdrawal.extent',
    'particulars.withdrawal.reason',
  ],
  topics: [withdrawalTopic],
  status: { basis: ['law'], form: ['official-form'] },
  copies: oneEach,
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, withdrawalTopic);
    const unit = unitFiles(facts);
    const line = (label: string, value: Content): Block => prose(labelled(common, label, value));
    const blocks: Block[] = [
      prose(
        fill(words.opening, {
          applicants: unit ? respondentNames(facts, draft) : applicantNames(facts, draft),
          respondents: unit ? applicantNames(facts, draft) : respondentNames(facts, draft),
          cause: draft.need('matter.cause', facts.matter.cause, 'cause'),
          filed: eventDay(facts, 'application-submitted', draft),
          tribunal: draft.need('tribunal.sealName', facts.tribunal.sealName, 'sealName', { widthEm: 14 }),
          number: draft.need('matter.number', facts.matter.number, 'caseNumber', { widthEm: 10 }),
        }),
      ),
      line(words.extent, own.need('extent')),
      ...(own.values.extent === 'claims' || own.values.extent === 'respondent'
        ? [line(words.part, own.need('part', { widthEm: 16 }))]
        : []),
      line(words.reason, own.need('reason')),
      ...(own.values.explanation === null && own.values.reason !== 'other'
        ? []
        : [line(words.explanation, []), ...own.paragraphs('explanation')]),
      ...(own.values.received === null && own.values.reason !== 'settled'
        ? []
        : [line(words.received, own.needInWords('received', { widthEm: 16 }))]),
      prose(text(words.voluntary)),
      ...((unit ? facts.respondents : facts.applicants).length > 1 ? [prose(text(words.only))] : []),
      ...addressed(facts, words.to, draft),
      ...(unit
        ? makersSignature(facts, makersOf(facts, 'applicant'), common.request.maker, draft)
        : facts.applicants.length > mostLines
          ? [signatories(facts, words, draft), signature([handDate(common)], 'right')]
          : [
              signature(
                [
                  ...facts.applicants.map((): Content => [...text(common.signApplicant), blank(9)]),
                  handDate(common),
                ],
                'right',
              ),
            ]),
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
