import type zh from '../../../../../../resources/forms/zh-CN/evidence-list.json';
import {
  type EvidenceGroup,
  type EvidenceItem,
  evidenceGroups,
  type FilingFacts,
} from '../../../../../../shared/features/documents/filing-facts.ts';
import { chineseNumeral } from '../../../../../../shared/law/words/numerals.ts';
import type { Block, Table, TableCell } from '../../../../../paper/model/blocks.ts';
import { copiesFor } from '../kit/copies.ts';
import { blank, bold, type Content, type Draft, fill, fillText, startDraft, text } from '../kit/draft.ts';
import { type BuiltForm, cell, finish, handDate, plain, signature } from '../kit/paper.ts';
import { applicantNames, respondentNames } from '../kit/parties.ts';
import { headLines, unitFiles } from '../kit/sides.ts';
import type { FieldName, FormWording } from '../kit/wording.ts';

export type EvidenceListWording = typeof zh;

/** Pages must run on from item to item and be as many as the range says: the bundle is stamped by them. */
function checkPages(items: readonly EvidenceItem[], draft: Draft): void {
  // Null after an item whose end is not known: what follows cannot be judged.
  let next: number | null = 1;
  items.forEach((item, i) => {
    const { pages, pageFrom, pageTo } = item;
    const gap = next !== null && pageFrom !== null && pageFrom !== next;
    const miscounted =
      pages !== null && pageFrom !== null && pageTo !== null && pageTo - pageFrom + 1 !== pages;
    if (gap || miscounted) {
      const what = fillText(draft.common.role.numberedItem, {
        role: draft.common.role.evidence,
        n: String(i + 1),
      });
      draft.warn(`evidence.${i}.pageFrom`, 'rule', 'error', 'pages', { what });
    }
    next = pageTo === null ? null : pageTo + 1;
  });
}

function checkOrder(items: readonly EvidenceItem[], draft: Draft): void {
  let last = -1;
  for (const [i, item] of items.entries()) {
    if (item.group === null) continue;
    const at = evidenceGroups.indexOf(item.group);
    if (at < last) {
      draft.warn(`evidence.${i}.group`, 'rule', 'advice', 'order');
      return;
    }
    last = at;
  }
}

function itemCells(item: EvidenceItem, i: number, words: EvidenceListWording, draft: Draft): TableCell[] {
  const subject = fillText(draft.common.role.numberedItem, {
    role: draft.common.role.evidence,
    n: String(i + 1),
  });
  const need = (
    name: keyof EvidenceItem,
    value: string | number | null,
    field: FieldName,
    widthEm = 4,
  ): Content =>
    draft.need(`evidence.${i}.${name}`, value === null ? null : String(value), field, { subject, widthEm });
  const center = { align: 'center' } as const;
  return [
    cell(String(i + 1), center),
    cell(need('name', item.name, 'evidenceName', 8)),
    cell(need('kind', item.kind && words.kind[item.kind], 'evidenceKind'), center),
    cell(need('form', item.form && words.form[item.form], 'evidenceForm'), center),
    cell(need('copies', item.copies, 'evidenceCopies', 2), center),
    cell(need('pages', item.pages, 'evidencePages', 2), center),
    cell(
      item.pageFrom !== null && item.pageFrom === item.pageTo
        ? String(item.pageFrom)
        : fill(words.pages, {
            from: need('pageFrom', item.pageFrom, 'pageFrom', 2),
            to: need('pageTo', item.pageTo, 'pageTo', 2),
          }),
      center,
    ),
    cell(need('source', item.source, 'source', 6)),
    cell(need('proves', item.proves, 'proves', 10)),
    cell(item.holder === null ? '' : fill(words.holder, { holder: item.holder })),
  ];
}

/** Shares of the width in Chinese and in English, whose short columns have longer words. */
const columnShares: readonly (readonly [keyof EvidenceListWording['columns'], number, number])[] = [
  ['no', 4, 4],
  ['name', 17, 17],
  ['kind', 8, 11],
  ['form', 9, 10],
  ['copies', 5, 6],
  ['pages', 5, 6],
  ['range', 8, 7],
  ['source', 14, 12],
  ['proves', 25, 22],
  ['note', 13, 13],
];

function table(facts: FilingFacts, words: EvidenceListWording, draft: Draft): Table {
  const rows: TableCell[][] = [];
  let current: EvidenceGroup | null | undefined;
  let count = 0;
  facts.evidence.forEach((item, i) => {
    if (item.group !== current || i === 0) {
      current = item.group;
      count++;
      const n = draft.language === 'en' ? String(count) : chineseNumeral(count);
      const subject = fillText(draft.common.role.numberedItem, {
        role: draft.common.role.evidence,
        n: String(i + 1),
      });
      const group = draft.need(
        `evidence.${i}.group`,
        item.group && words.group[item.group],
        'evidenceGroup',
        {
          subject,
          bold: true,
        },
      );
      rows.push([{ content: fill(words.groupRow, { n, group }), span: columnShares.length }]);
    } else if (item.group === null) draft.gap(`evidence.${i}.group`, 'evidenceGroup');
    rows.push(itemCells(item, i, words, draft));
  });
  const pages = facts.evidence.reduce((sum, item) => sum + (item.pages ?? 0), 0);
  const total = fillText(words.total, { items: String(facts.evidence.length), pages: String(pages) });
  return {
    kind: 'table',
    columns: columnShares.map(([key, zh, en]) => ({
      header: words.columns[key],
      share: draft.language === 'en' ? en : zh,
      align: 'left',
    })),
    rows,
    footRows: [[{ content: bold(total), span: columnShares.length, align: 'center' }]],
    sizePt: 9,
  };
}

/** 证据清单: numbered, grouped, with source and object of proof (民事证据规定 art. 19); both sides sign for it. */
export function buildEvidenceList(facts: FilingFacts, wording: FormWording<EvidenceListWording>): BuiltForm {
  const { form: words, common, language } = wording;
  const draft = startDraft(common, language);
  if (facts.evidence.length === 0) draft.gap('evidence', 'evidence');
  checkPages(facts.evidence, draft);
  checkOrder(facts.evidence, draft);
  const labelled = (label: string, value: Content): Content =>
    fill(common.labelled, { label: bold(label), value });
  const unit = unitFiles(facts);
  const [filers, others] = [applicantNames(facts, draft), respondentNames(facts, draft)];
  const head = headLines(
    [labelled(words.submitter, unit ? others : filers)],
    labelled(words.respondent, unit ? filers : others),
    [labelled(words.cause, draft.need('matter.cause', facts.matter.cause, 'cause', { widthEm: 10 }))],
    (unit ? facts.applicants : facts.respondents).length,
  );
  const held = facts.evidence.flatMap((item, i) => (item.holder === null ? [] : [String(i + 1)]));
  const electronic = facts.evidence.some((item) => item.kind === 'electronic' || item.kind === 'audiovisual');
  const { tribunal, opponents } = copiesFor(facts);
  const pages = facts.evidence.reduce((sum, item) => sum + (item.pages ?? 0), 0);
  const sets = String(tribunal + opponents);
  const blocks: Block[] = [
    ...head,
    table(facts, words, draft),
    plain(
      [
        ...(held.length > 0 ? fill(words.held, { numbers: held.join(common.listComma) }) : []),
        ...(electronic ? text(words.electronicNote) : []),
        ...fill(words.sets, { sets }),
      ],
      { sizePt: 10, spaceBeforePt: 4 },
    ),
    signature(
      [
        [
          ...text(unit ? words.submitSeal : words.submitSign),
          blank(9),
          ...text('　　'),
          ...text(words.submitDate),
          ...handDate(common),
        ],
        fill(words.received, { sets, pages: String(pages) }),
        [
          ...text(words.receiveSign),
          blank(9),
          ...text('　　'),
          ...text(words.receiveDate),
          ...handDate(common),
        ],
      ],
      'left',
    ),
  ];
  return finish(draft, { title: words.title, language, blocks, landscape: true });
}
