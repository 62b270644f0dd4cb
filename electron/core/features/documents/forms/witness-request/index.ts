import en from '../../../../../../resources/forms/en/witness-request.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/witness-request.json' with { type: 'json' };
import { courtTopic } from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import { witnessesTopic } from '../../../../../../shared/features/documents/particulars/witnesses.ts';
import type { Block, TableCell } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { oneEach } from '../kit/copies.ts';
import { blank, bold, type Content, fill, startDraft, text } from '../kit/draft.ts';
import { cell, finish, handDate, heading, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { numberedRole, respondentNames } from '../kit/parties.ts';
import { addressedTo, attached, requestFacts, requestHead, sideSignature } from '../kit/request.ts';

/**
 * 证人出庭作证申请书 with a pledge of each witness (民事证据规定 arts 68, 71; 民诉法解释 art. 119). A statement of
 * somebody who stays away without good reason proves nothing.
 */
export const witnessRequest = defineForm({
  id: 'witness-request',
  number: 19,
  track: 'all',
  stage: 'pre-hearing',
  issuer: 'party',
  scope: 'case',
  requiredFacts: [...requestFacts, 'particulars.witnesses.list'],
  topics: [witnessesTopic, courtTopic],
  status: { basis: ['law'], form: ['memory'] },
  copies: oneEach,
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, witnessesTopic);
    const { list } = own.values;
    const side = own.values.by ?? 'applicant';
    const forum = own.values.forum ?? 'tribunal';
    const label = (value: string): TableCell => ({ content: bold(value), align: 'center' });
    const witness = (i: number): Block[] => {
      const need = (key: keyof (typeof list)[number] & string, widthEm = 6): Content =>
        own.needCell('list', i, key, { widthEm });
      if (list[i]?.ownCase === true) {
        draft.warn(`particulars.witnesses.list.${i}.ownCase`, 'rule', 'advice', 'witnessInterest', {
          name: list[i]?.name ?? numberedRole(common, 'witness', i, list.length),
        });
      }
      const w = words.fields;
      return [
        heading(3, numberedRole(common, 'witness', i, list.length)),
        {
          kind: 'table',
          showHeader: false,
          sizePt: 10.5,
          columns: [11, 12, 5, 7, 11, 12].map((share) => ({ header: '', share })),
          rows: [
            [
              label(w.name),
              cell(need('name')),
              label(w.sex),
              cell(need('sex', 3)),
              label(w.phone),
              cell(need('phone')),
            ],
            [
              label(w.idNumber),
              cell(need('idNumber', 11), { span: 3 }),
              label(w.relation),
              cell(need('relation')),
            ],
            [
              label(w.domicile),
              cell(need('domicile', 12), { span: 3 }),
              label(w.ownCase),
              cell(need('ownCase', 3)),
            ],
            [label(w.proves), cell(need('proves', 20), { span: 5 })],
          ],
        },
      ];
    };
    const pledge = (i: number): Block[] => [
      { kind: 'page-break' },
      heading(1, words.pledge.title),
      prose(
        fill(words.pledge.text, {
          name: own.needCell('list', i, 'name', { widthEm: 6 }),
          idNumber: own.needCell('list', i, 'idNumber', { widthEm: 11 }),
          respondents: respondentNames(facts, draft),
          cause: draft.need('matter.cause', facts.matter.cause, 'cause'),
        }),
      ),
      ...words.pledge.items.map((item) => prose(text(item))),
      signature([[...text(words.pledge.sign), blank(9)], handDate(common)]),
    ];
    const blocks: Block[] = [
      ...requestHead(facts, side, draft, forum),
      heading(2, common.request.asks),
      prose(
        fill(words.ask, { count: list.length > 0 ? String(list.length) : own.gap('list', { widthEm: 4 }) }),
      ),
      ...list.flatMap((_, i) => witness(i)),
      { ...prose(text(words.told)), spaceBeforePt: 6 },
      ...addressedTo(facts, forum, draft),
      ...sideSignature(facts, side, draft),
      ...attached([text(words.attachment.ids), text(words.attachment.pledge)], draft),
      ...list.flatMap((_, i) => pledge(i)),
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
