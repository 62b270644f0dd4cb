import en from '../../../../../../resources/forms/en/service-receipt.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/service-receipt.json' with { type: 'json' };
import { deliveryTopic } from '../../../../../../shared/features/documents/particulars/commission.ts';
import type { Block, TableCell } from '../../../../../paper/model/blocks.ts';
import { defineForm, type NamedTarget } from '../definition.ts';
import { rulesArticle } from '../kit/asked.ts';
import { blank, type Content, fill, startDraft, text } from '../kit/draft.ts';
import { citations } from '../kit/format.ts';
import { formTable, institutionName, institutionNumber, issued } from '../kit/institution.ts';
import { cell, plain } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantName, partyId, partyName, respondentName } from '../kit/parties.ts';
import { partiesOf, unitFiles } from '../kit/sides.ts';

/**
 * 送达回证 of one party (办案规则 art. 20; 民事诉讼法 arts 87–95): a row for each document; the day that the recipient signs is
 * the day of service, and its periods run from there.
 */
export const serviceReceipt = defineForm({
  id: 'service-receipt',
  number: 39,
  track: 'arbitration',
  stage: 'any',
  issuer: 'commission',
  scope: 'member',
  // What ends the case for some is served on them, too.
  whose: 'everybody',
  requiredFacts: ['applicants.*.name', 'matter.cause', 'matter.number', 'tribunal.sealName'],
  topics: [deliveryTopic],
  status: { basis: ['official-form'], form: ['official-form'] },
  copies: () => ({ tribunal: 1, opponents: 0, own: 0, total: 1 }),
  targets: (facts) => {
    const workers = facts.applicants.map(
      (a): NamedTarget => ({ target: { applicantId: a.id }, who: a.name }),
    );
    const parties = partiesOf(facts).map(
      ({ party }): NamedTarget => ({ target: { partyId: partyId(party) }, who: partyName(party) }),
    );
    return unitFiles(facts) ? [...parties, ...workers] : [...workers, ...parties];
  },
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }, target) => {
    const draft = startDraft(common, language);
    const placed = partiesOf(facts).find(({ party }) => partyId(party) === target.partyId);
    const at = Math.max(
      0,
      facts.applicants.findIndex((a) => a.id === target.applicantId),
    );
    const worker = facts.applicants[at];
    const id = placed ? partyId(placed.party) : (worker?.id ?? null);
    const own = readTopic(draft, facts, deliveryTopic, id ?? '');
    const { documents, means, refusal, witnesses, postedOn, copyReceivedOn, note } = own.values;
    const indirect = means === 'left' || means === 'posted';
    if (indirect && refusal === null && witnesses === null) {
      draft.warn(own.path('witnesses'), 'rule', 'advice', 'served');
    }
    const name: Content = placed
      ? placed.role === 'respondent'
        ? respondentName(facts, placed.index, draft)
        : text(partyName(placed.party) ?? '')
      : worker
        ? applicantName(worker, at, draft)
        : draft.gap('applicants', 'applicants');
    const h = words.head;
    const c = words.columns;
    const free = (value: string | null, widthEm: number): Content =>
      value === null ? [blank(widthEm)] : text(value);
    const table: Block =
      documents.length === 0
        ? plain(own.gap('documents', { widthEm: 24 }))
        : {
            kind: 'table',
            sizePt: 10.5,
            minRowHeightMm: 14,
            columns: [
              { header: c.name, share: 17 },
              { header: c.pages, share: 8 },
              { header: c.issuer, share: 7 },
              { header: c.server, share: 7 },
              { header: c.at, share: 9 },
              { header: c.sign, share: 10 },
            ],
            rows: documents.map((row, i): TableCell[] => [
              cell([
                ...own.needCell('documents', i, 'name', { widthEm: 6 }),
                ...(row.number === null ? [] : text(`\n${row.number}`)),
              ]),
              cell(
                fill(words.counts, {
                  pages: own.needCell('documents', i, 'pages', { widthEm: 2 }),
                  copies: own.needCell('documents', i, 'copies', { widthEm: 2 }),
                }),
                { align: 'center' },
              ),
              cell(free(row.issuer, 3)),
              cell(free(row.server, 3)),
              cell(row.at === null ? '' : (own.showCell('documents', i, 'at') ?? '')),
              cell(''),
            ]),
          };
    const copy: readonly (readonly (readonly [string, Content])[])[] =
      copyReceivedOn === null
        ? []
        : [
            [
              [words.copy, own.need('copyReceivedOn')],
              [words.answer, own.need('answerBy')],
            ],
          ];
    const posted: readonly (readonly (readonly [string, Content])[])[] =
      indirect || postedOn !== null
        ? [
            [
              [words.posted, own.need('postedOn')],
              [words.deemed, postedOn === null ? [blank(6)] : own.need('servedBy')],
            ],
          ]
        : [];
    const blocks: Block[] = [
      formTable([
        [
          [h.number, institutionNumber(facts, 'commission', draft)],
          [h.cause, draft.need('matter.cause', facts.matter.cause, 'cause')],
        ],
        [
          [h.to, name],
          [h.role, text(common.role[placed ? placed.role : 'applicant'])],
        ],
        [[h.from, institutionName(facts, 'commission', draft)]],
        [[h.place, free(own.values.place, 16)]],
        [[h.means, own.need('means', { widthEm: 6 })]],
      ]),
      { kind: 'space', points: 8 },
      table,
      { kind: 'space', points: 8 },
      formTable([
        [[words.refusal, refusal === null ? text('') : text(refusal)]],
        [[words.witnesses, free(witnesses, 16)]],
        ...posted,
        ...copy,
        [[words.note, text(note ?? '')]],
      ]),
      ...words.notes.map((line, i) =>
        plain([...text(`${i + 1}. `), ...fill(line, { articles: citations([rulesArticle('20')], common) })], {
          sizePt: 9,
          align: 'justify',
          ...(i === 0 ? { spaceBeforePt: 6 } : {}),
        }),
      ),
    ];
    return issued(facts, 'commission', draft, { title: words.title, blocks });
  },
});
