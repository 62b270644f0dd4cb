import en from '../../../../../../resources/forms/en/evidence-collection.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/evidence-collection.json' with { type: 'json' };
import { evidenceRequestTopic } from '../../../../../../shared/features/documents/particulars/requests.ts';
import {
  courtTopic,
  hearingTopic,
} from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import type { Block, TableColumn } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { oneEach } from '../kit/copies.ts';
import { startDraft, text } from '../kit/draft.ts';
import { cell, finish, heading, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import {
  addressedTo,
  headed,
  makersOf,
  makersSignature,
  requestFacts,
  requestHead,
  warnAfter,
} from '../kit/request.ts';

/**
 * 调查取证申请书 (办案规则 art. 16; before courts 民事诉讼法 art. 67, 民事证据规定 art. 20). What the employer itself
 * holds is not collected but ordered, with an adverse inference (劳动争议调解仲裁法 arts 6, 39).
 */
export const evidenceCollection = defineForm({
  id: 'evidence-collection',
  number: 18,
  track: 'all',
  stage: 'pending',
  issuer: 'party',
  scope: 'case',
  requiredFacts: [
    ...requestFacts,
    'particulars.evidence-request.kind',
    'particulars.evidence-request.items',
    'particulars.evidence-request.obstacle',
    'particulars.evidence-request.lead',
  ],
  topics: [evidenceRequestTopic, hearingTopic, courtTopic],
  status: { basis: ['law'], form: ['law'] },
  copies: oneEach,
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, evidenceRequestTopic);
    const { items, kind } = own.values;
    const makers = makersOf(facts, own.values.by);
    const forum = own.values.forum ?? 'tribunal';
    const produce = kind === 'produce';
    if (forum === 'tribunal') {
      const { evidenceBy } = readTopic(draft, facts, hearingTopic).values;
      warnAfter(facts, evidenceBy, 'particulars.hearing.evidenceBy', 'evidenceLate', draft);
    }
    const column = (header: string, share: number): TableColumn => ({ header, share });
    const rows = items.map((_, i) => [
      cell(String(i + 1), { align: 'center' as const }),
      ...(['holder', 'address', 'evidence', 'fact'] as const).map((key) =>
        cell(own.needCell('items', i, key, { widthEm: 5 })),
      ),
    ]);
    const { columns } = words;
    const blocks: Block[] = [
      ...requestHead(facts, makers, draft, { forum }),
      heading(2, common.request.asks),
      ...(kind === null ? [headed(draft, words.kind, own.need('kind', { widthEm: 12 }))] : []),
      prose(text(produce ? words.askProduce : words.askCollect)),
      rows.length === 0
        ? prose(own.gap('items', { widthEm: 24 }))
        : {
            kind: 'table',
            sizePt: 10.5,
            columns: [
              column(columns.no, 4),
              column(produce ? columns.party : columns.holder, 11),
              column(columns.address, 11),
              column(columns.evidence, 14),
              column(columns.fact, 14),
            ],
            rows,
          },
      heading(2, words.obstacle),
      ...own.paragraphs('obstacle'),
      heading(2, words.lead),
      ...own.paragraphs('lead'),
      prose(text(produce ? words.basisProduce : forum === 'court' ? words.basisCourt : words.basisTribunal)),
      ...addressedTo(facts, forum, draft),
      ...makersSignature(facts, makers, common.request.maker, draft),
    ];
    return finish(draft, { title: produce ? words.titleProduce : words.title, language, blocks });
  },
});
