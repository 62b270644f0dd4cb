import en from '../../../../../../resources/forms/en/witness-request.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/witness-request.json' with { type: 'json' };
import type { Witness } from '../../../../../../shared/features/documents/filing-facts.ts';
import { courtTopic } from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import { witnessesTopic } from '../../../../../../shared/features/documents/particulars/witnesses.ts';
import { residentId } from '../../../../../../shared/law/index.ts';
import type { Block, TableCell } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { oneEach } from '../kit/copies.ts';
import { blank, bold, type Content, fill, startDraft, text } from '../kit/draft.ts';
import { cell, finish, handDate, heading, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { numberedRole, respondentNames, subjectName } from '../kit/parties.ts';
import {
  addressedTo,
  attached,
  makersOf,
  makersSignature,
  requestFacts,
  requestHead,
  rowNamed,
} from '../kit/request.ts';
import type { FieldName } from '../kit/wording.ts';

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
  requiredFacts: [
    ...requestFacts,
    ...['name', 'domicile', 'phone', 'proves'].map((name) => `witnesses.*.${name}`),
    'particulars.witnesses.list',
  ],
  topics: [witnessesTopic, courtTopic],
  status: { basis: ['law'], form: ['memory'] },
  copies: oneEach,
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, witnessesTopic);
    const { list } = own.values;
    const makers = makersOf(facts, own.values.by);
    const forum = own.values.forum ?? 'tribunal';
    const label = (value: string): TableCell => ({ content: bold(value), align: 'center' });
    const rowOf = (i: number): number => rowNamed(list, facts.witnesses[i]?.name ?? null);
    const needOf = (i: number, key: 'idNumber' | 'relation' | 'ownCase', widthEm = 6): Content => {
      const row = rowOf(i);
      // Before the witness has a name there is nothing to look up.
      if (!facts.witnesses[i]?.name) return [blank(widthEm)];
      return row < 0 ? own.gap('list', { widthEm }) : own.needCell('list', row, key, { widthEm });
    };
    const nameOf = (i: number): Content =>
      draft.need(`witnesses.${i}.name`, facts.witnesses[i]?.name ?? null, 'witnessName', { widthEm: 6 });
    const witness = ({ name, domicile, phone, proves }: Witness, i: number): Block[] => {
      const role = numberedRole(common, 'witness', i, facts.witnesses.length);
      const subject = subjectName(common, 'witness', name, i);
      const need = (
        key: 'domicile' | 'phone' | 'proves',
        field: FieldName,
        value: string | null,
        widthEm: number,
      ): Content => draft.need(`witnesses.${i}.${key}`, value, field, { subject, widthEm });
      const more = list[rowOf(i)];
      const number = residentId(more?.idNumber ?? '');
      if (more?.idNumber && !number.ok) {
        draft.warn('particulars.witnesses.list', 'rule', 'error', 'idNumberCheck', { name: name ?? role });
      }
      if (more?.ownCase === true) {
        draft.warn('particulars.witnesses.list', 'rule', 'advice', 'witnessInterest', {
          name: name ?? role,
        });
      }
      const w = words.fields;
      return [
        heading(3, role),
        {
          kind: 'table',
          showHeader: false,
          sizePt: 10.5,
          columns: [11, 12, 5, 7, 11, 12].map((share) => ({ header: '', share })),
          rows: [
            [
              label(w.name),
              cell(nameOf(i)),
              label(w.sex),
              cell(number.ok ? common.sex[number.sex] : [blank(2)]),
              label(w.phone),
              cell(need('phone', 'phone', phone, 6)),
            ],
            [
              label(w.idNumber),
              cell(needOf(i, 'idNumber', 9), { span: 3 }),
              label(w.relation),
              cell(needOf(i, 'relation')),
            ],
            [
              label(w.domicile),
              cell(need('domicile', 'witnessDomicile', domicile, 12), { span: 3 }),
              label(w.ownCase),
              cell(needOf(i, 'ownCase', 3)),
            ],
            [label(w.proves), cell(need('proves', 'proves', proves, 20), { span: 5 })],
          ],
        },
      ];
    };
    const pledge = (_: Witness, i: number): Block[] => [
      { kind: 'page-break' },
      heading(1, words.pledge.title),
      prose(
        fill(words.pledge.text, {
          name: nameOf(i),
          idNumber: needOf(i, 'idNumber', 11),
          respondents: respondentNames(facts, draft),
          cause: draft.need('matter.cause', facts.matter.cause, 'cause'),
        }),
      ),
      ...words.pledge.items.map((item) => prose(text(item))),
      signature([[...text(words.pledge.sign), blank(9)], handDate(common)]),
    ];
    const blocks: Block[] = [
      ...requestHead(facts, makers, draft, { forum }),
      heading(2, common.request.asks),
      prose(
        fill(words.ask, {
          count:
            facts.witnesses.length > 0
              ? String(facts.witnesses.length)
              : draft.gap('witnesses', 'witnessName', { widthEm: 4 }),
        }),
      ),
      ...facts.witnesses.flatMap(witness),
      { ...prose(text(words.told)), spaceBeforePt: 6 },
      ...addressedTo(facts, forum, draft),
      ...makersSignature(facts, makers, common.request.maker, draft),
      ...attached([text(words.attachment.ids), text(words.attachment.pledge)], draft),
      ...facts.witnesses.flatMap(pledge),
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
