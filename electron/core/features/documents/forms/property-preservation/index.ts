import en from '../../../../../../resources/forms/en/property-preservation.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/property-preservation.json' with { type: 'json' };
import {
  assetsTopic,
  preservationTopic,
} from '../../../../../../shared/features/documents/particulars/interim.ts';
import { courtTopic } from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import { fen, formatYuan } from '../../../../../../shared/kernel/money.ts';
import type { Block, TableCell, TableColumn } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { copiesFor } from '../kit/copies.ts';
import { type Content, fill, startDraft, text } from '../kit/draft.ts';
import { dayOf, eventDay } from '../kit/events.ts';
import { moneyInWords } from '../kit/format.ts';
import { cell, finish, heading, plain, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { respondentBlock, respondentNames } from '../kit/parties.ts';
import { attached, caseLine, headed, makersInFull, makersOf, makersSignature } from '../kit/request.ts';
import { unitFiles } from '../kit/sides.ts';
import { claimedTotal, isRemuneration } from '../kit/sums.ts';

const person = ['name', 'sex', 'birth', 'idType', 'idNumber', 'domicile', 'mailAddress', 'phone', 'job.post'];
const unit = [
  'name',
  'uscc',
  'domicile',
  'mailAddress',
  'phone',
  'representative.name',
  'representative.title',
];

/**
 * 财产保全申请书 (财产保全规定 art. 1: its contents; art. 3: during arbitration it goes through the commission; art. 9
 * and 劳动争议解释（一） art. 49: security may be waived for wages and must be for workers in hardship).
 */
export const propertyPreservation = defineForm({
  id: 'property-preservation',
  number: 16,
  track: 'arbitration',
  stage: 'pending',
  issuer: 'applicant',
  scope: 'case',
  requiredFacts: [
    ...person.map((name) => `applicants.*.${name}`),
    ...['kind', 'name', 'firm', 'licenceNo', 'phone', 'mode'].map((name) => `agents.*.${name}`),
    ...unit.map((name) => `respondents.*.party.organisation.${name}`),
    'respondents.*.capacity',
    'matter.cause',
    'matter.number',
    'tribunal.sealName',
    'events.accepted',
    'particulars.court.name',
    'particulars.preservation.stage',
    'particulars.assets.list',
    'particulars.preservation.danger',
    'particulars.preservation.security',
  ],
  topics: [preservationTopic, assetsTopic, courtTopic],
  status: { basis: ['law'], form: ['law'] },
  copies: copiesFor,
  applicable: (facts) => !unitFiles(facts),
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, preservationTopic);
    const assets = readTopic(draft, facts, assetsTopic);
    const court = readTopic(draft, facts, courtTopic);
    const { stage, amount, security } = own.values;
    const makers = makersOf(facts, 'applicant');
    const claimed = claimedTotal(facts, draft);
    const sum = amount ?? claimed;
    if (amount !== null && claimed !== null && amount > claimed) {
      draft.warn('particulars.preservation.amount', 'rule', 'error', 'preservationTooMuch', {
        claimed: formatYuan(claimed),
      });
    }
    // 民诉法解释 art. 427(7): preservation before suit bars a payment order.
    if (stage === 'before' && dayOf(facts, 'payment-order-applied') !== null) {
      draft.warn('particulars.preservation.stage', 'rule', 'error', 'preservationPaymentOrder');
    }
    const list = assets.values.list;
    const guarded = list.some((a) =>
      /工资专用账户|工资专户|工资保证金/u.test(`${a.detail ?? ''}${a.holder ?? ''}`),
    );
    if (guarded && !facts.claims.every(isRemuneration)) {
      draft.warn('particulars.assets.list', 'rule', 'error', 'wageAccount');
    }
    const column = (header: string, share: number): TableColumn => ({ header, share });
    const { columns } = words;
    const property: Block =
      list.length === 0
        ? prose(assets.gap('list', { widthEm: 24 }))
        : {
            kind: 'table',
            sizePt: 10.5,
            columns: [
              column(columns.no, 4),
              column(columns.kind, 9),
              column(columns.holder, 14),
              column(columns.detail, 18),
              column(columns.value, 10),
            ],
            rows: list.map((asset, i): TableCell[] => [
              cell(String(i + 1), { align: 'center' }),
              cell(assets.needCell('list', i, 'kind', { widthEm: 4 })),
              cell(assets.needCell('list', i, 'holder', { widthEm: 6 })),
              cell(assets.needCell('list', i, 'detail', { widthEm: 8 })),
              cell(asset.value === null ? words.unknown : formatYuan(asset.value), { align: 'right' }),
            ]),
          };
    const proceedings: Block[] =
      stage === 'litigation'
        ? [caseLine(facts, 'court', draft)]
        : stage === 'before'
          ? [headed(draft, common.request.cause, draft.need('matter.cause', facts.matter.cause, 'cause'))]
          : [
              caseLine(facts, 'tribunal', draft),
              headed(
                draft,
                words.commission,
                fill(words.accepted, {
                  tribunal: draft.need('tribunal.sealName', facts.tribunal.sealName, 'sealName', {
                    widthEm: 16,
                  }),
                  date: eventDay(facts, 'accepted', draft),
                }),
              ),
            ];
    const grounds: Content =
      security === null ? own.need('security', { widthEm: 16 }) : text(words.security[security]);
    const blocks: Block[] = [
      ...makersInFull(facts, makers, common.role.applicant, draft),
      ...(facts.respondents.length === 0
        ? [prose(respondentNames(facts, draft))]
        : facts.respondents.flatMap((_, i) => respondentBlock(facts, i, draft))),
      ...proceedings,
      ...(stage === null ? [headed(draft, words.stage, own.need('stage'))] : []),
      heading(2, common.request.asks),
      prose(
        fill(words.ask, {
          respondents: respondentNames(facts, draft),
          amount: sum === null ? own.gap('amount', { widthEm: 10 }) : text(moneyInWords(fen(sum), common)),
        }),
      ),
      heading(2, words.property),
      property,
      heading(2, common.request.reasons),
      prose(
        fill(words.debt, {
          amount: claimed === null ? own.gap('amount', { widthEm: 10 }) : text(moneyInWords(claimed, common)),
        }),
      ),
      ...own.paragraphs('danger'),
      heading(2, words.securityHead),
      prose(grounds),
      ...(security === 'given' ? [prose(own.need('guarantee', { widthEm: 20 }))] : []),
      { ...prose(text(common.request.to)), keepWithNext: true },
      plain(court.need('name', { widthEm: 16 }), { keepWithNext: true }),
      ...(stage === 'arbitration'
        ? [
            plain(
              fill(words.through, {
                tribunal: draft.need('tribunal.sealName', facts.tribunal.sealName, 'sealName', {
                  widthEm: 14,
                }),
              }),
              { keepWithNext: true },
            ),
          ]
        : []),
      ...makersSignature(facts, makers, common.request.maker, draft),
      ...attached(
        [
          ...(stage === 'before' ? [] : [text(words.attachment.acceptance)]),
          text(words.attachment.application),
          text(words.attachment.clues),
          ...(security === 'hardship' ? [text(words.attachment.hardship)] : []),
        ],
        draft,
      ),
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
