import en from '../../../../../../resources/forms/en/arb-receipt-supplement.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/arb-receipt-supplement.json' with { type: 'json' };
import { arbIntakeTopic } from '../../../../../../shared/features/documents/particulars/commission.ts';
import { tribunalTopic } from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import type { Block, TableCell } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { rulesArticle } from '../kit/asked.ts';
import { blank, fill, startDraft, text } from '../kit/draft.ts';
import { citations } from '../kit/format.ts';
import {
  addresseeAndFile,
  addresseeOf,
  addresseeTargets,
  contactLines,
  greeting,
  issued,
  otherSide,
  sealed,
} from '../kit/institution.ts';
import { cell, handDate, heading, plain, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { warnAfter } from '../kit/request.ts';

/**
 * 收件回执 with, where something is missing, 材料补正通知书 (办案规则 arts 29, 30, 46(2)): everything at once, for a second
 * request is a fault of procedure.
 */
export const arbReceiptSupplement = defineForm({
  id: 'arb-receipt-supplement',
  number: 29,
  track: 'arbitration',
  stage: 'intake',
  issuer: 'commission',
  scope: 'case',
  requiredFacts: [
    'applicants.*.name',
    'respondents.*.party.organisation.name',
    'matter.cause',
    'tribunal.sealName',
    ...['address', 'phone'].map((key) => `particulars.tribunal.${key}`),
    ...['receivedAt', 'received', 'supplementBy'].map((key) => `particulars.arb-intake.${key}`),
  ],
  topics: [arbIntakeTopic, tribunalTopic],
  status: { basis: ['rule'], form: ['memory'] },
  copies: addresseeAndFile,
  targets: (facts) => {
    const defects = facts.particulars.case[arbIntakeTopic.id]?.entered.defects;
    const complete = !Array.isArray(defects) || defects.length === 0;
    return addresseeTargets(facts, ['applicant']).map((named) =>
      complete ? { ...named, title: zh.titleReceipt } : named,
    );
  },
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }, target) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, arbIntakeTopic);
    const { received, defects, tellBy } = own.values;
    const to = addresseeOf(facts, target, draft, 'applicant');
    const { columns } = words;
    const options = arbIntakeTopic.fields.defects.type.options;
    const incomplete = defects.length > 0;
    if (incomplete) {
      warnAfter(facts, tellBy?.due ?? null, own.path('receivedAt'), 'supplementLate', draft);
    }
    const decideBy = own.show('decideBy');
    const table: Block =
      received.length === 0
        ? prose(own.gap('received', { widthEm: 24 }))
        : {
            kind: 'table',
            sizePt: 10.5,
            columns: [
              { header: columns.no, share: 5 },
              { header: columns.name, share: 25 },
              { header: columns.copies, share: 7 },
              { header: columns.pages, share: 7 },
              { header: columns.form, share: 12 },
            ],
            rows: received.map((row, i): TableCell[] => [
              cell(String(i + 1), { align: 'center' }),
              cell(own.needCell('received', i, 'name', { widthEm: 8 })),
              cell(own.needCell('received', i, 'copies', { widthEm: 2 }), { align: 'center' }),
              cell(row.pages === null ? '—' : String(row.pages), { align: 'center' }),
              cell(own.needCell('received', i, 'form', { widthEm: 4 }), { align: 'center' }),
            ]),
          };
    const supplement: Block[] = [
      heading(2, words.supplement),
      {
        ...prose(fill(words.supplementText, { by: own.need('supplementBy', { widthEm: 7 }) })),
        keepWithNext: true,
      },
      ...options.map(
        ({ value, label }): Block =>
          plain(
            [
              { kind: 'checkbox', checked: (defects as readonly string[]).includes(value) },
              ...text(` ${language === 'en' ? label.en : label.zh}`),
            ],
            { leftEm: 2 },
          ),
      ),
      ...(own.values.defectNotes === null ? [] : own.paragraphs('defectNotes')),
      prose(fill(words.effect, { articles: citations([rulesArticle('29'), rulesArticle('46')], common) })),
    ];
    const blocks: Block[] = [
      greeting(to.name, draft),
      prose(
        fill(words.text, {
          other: otherSide(facts, to, draft),
          cause: draft.need('matter.cause', facts.matter.cause, 'cause'),
        }),
      ),
      table,
      { ...prose(fill(words.receivedAt, { at: own.need('receivedAt', { widthEm: 10 }) })), spaceBeforePt: 6 },
      ...(decideBy !== null && !incomplete
        ? [
            prose(
              fill(words.decide, {
                date: decideBy,
                articles: citations([rulesArticle('30')], common),
              }),
            ),
          ]
        : []),
      ...(incomplete ? supplement : []),
      ...contactLines(facts, 'commission', draft),
      signature([
        [...text(words.submitter), blank(7)],
        [...text(words.receiver), ...(own.values.receiver === null ? [blank(7)] : text(own.values.receiver))],
        handDate(common),
      ]),
      sealed(facts, 'commission', draft),
    ];
    return issued(facts, 'commission', draft, {
      title: incomplete ? words.title : words.titleReceipt,
      blocks,
    });
  },
});
