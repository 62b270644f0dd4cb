import en from '../../../../../../resources/forms/en/claim-change.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/claim-change.json' with { type: 'json' };
import { claimChangeTopic } from '../../../../../../shared/features/documents/particulars/requests.ts';
import { hearingTopic } from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import { type Fen, fen, formatYuan } from '../../../../../../shared/kernel/money.ts';
import type { Block, TableCell, TableColumn } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { copiesFor } from '../kit/copies.ts';
import { type Content, fill, fillText, startDraft, text } from '../kit/draft.ts';
import { moneyInWords } from '../kit/format.ts';
import { cell, finish, heading, isCollective, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import {
  addressedTo,
  attached,
  makersOf,
  makersSignature,
  requestFacts,
  requestHead,
  warnAfter,
} from '../kit/request.ts';

interface Change {
  readonly kind: 'add' | 'change' | 'drop' | null;
  readonly beforeAmount: Fen | null;
  readonly afterAmount: Fen | null;
}

/** By how much the claim rises or falls; null while an amount that it needs is open. */
function difference({ kind, beforeAmount, afterAmount }: Change): number | null {
  if (kind === 'add') return afterAmount;
  if (kind === 'drop') return beforeAmount === null ? null : -beforeAmount;
  return beforeAmount === null || afterAmount === null ? null : afterAmount - beforeAmount;
}

/** `+1,200.00`, `−300.00`. */
function signed(value: number): string {
  const amount = formatYuan(fen(Math.abs(value)));
  return value < 0 ? `−${amount}` : value > 0 ? `+${amount}` : amount;
}

/**
 * 增加（变更）仲裁请求申请书 (办案规则 arts 44, 46): before the time for evidence ends. Older notices say three days
 * before the first hearing, which has been wrong since 2017.
 */
export const claimChange = defineForm({
  id: 'claim-change',
  number: 17,
  track: 'arbitration',
  stage: 'pre-hearing',
  issuer: 'applicant',
  scope: 'case',
  requiredFacts: [...requestFacts, 'particulars.claim-change.changes', 'particulars.claim-change.reason'],
  topics: [claimChangeTopic, hearingTopic],
  status: { basis: ['rule'], form: ['memory'] },
  copies: copiesFor,
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, claimChangeTopic);
    const { changes } = own.values;
    const makers = makersOf(facts, 'applicant');
    const hearing = readTopic(draft, facts, hearingTopic);
    const last = hearing.show('changeBy');
    warnAfter(
      facts,
      hearing.values.changeBy?.due ?? null,
      'particulars.hearing.evidenceBy',
      'changeLate',
      draft,
    );
    const claimText = (i: number, side: 'before' | 'after'): Content => {
      const kind = changes[i]?.kind ?? null;
      const absent = side === 'before' ? kind === 'add' : kind === 'drop';
      if (absent) return text(words.none);
      const amount = changes[i]?.[`${side}Amount`] ?? null;
      return [
        ...own.needCell('changes', i, side, { widthEm: 8 }),
        ...(amount === null ? [] : text(fillText(words.amount, { amount: formatYuan(amount) }))),
      ];
    };
    const differences = changes.map(difference);
    const rows: TableCell[][] = changes.map((_, i) => {
      const own1 = differences[i] ?? null;
      return [
        cell(String(i + 1), { align: 'center' }),
        cell(own.needCell('changes', i, 'kind', { widthEm: 3 }), { align: 'center' }),
        cell(claimText(i, 'before')),
        cell(claimText(i, 'after')),
        cell(own1 === null ? words.none : signed(own1), { align: 'right' }),
      ];
    });
    const total = differences.reduce<number>((sum, d) => sum + (d ?? 0), 0);
    const column = (header: string, share: number): TableColumn => ({ header, share });
    const { columns } = words;
    const blocks: Block[] = [
      ...requestHead(facts, makers, draft),
      heading(2, common.request.asks),
      prose(text(words.ask)),
      rows.length === 0
        ? prose(own.gap('changes', { widthEm: 24 }))
        : {
            kind: 'table',
            sizePt: 10.5,
            columns: [
              column(columns.no, 4),
              column(columns.kind, 7),
              column(columns.before, 16),
              column(columns.after, 16),
              column(columns.difference, 10),
            ],
            rows,
          },
      ...(total === 0
        ? []
        : [
            {
              ...prose(
                fill(total > 0 ? words.more : words.less, {
                  amount: moneyInWords(fen(Math.abs(total)), common),
                }),
              ),
              spaceBeforePt: 6,
            },
          ]),
      heading(2, common.request.reasons),
      ...own.paragraphs('reason'),
      ...(own.values.evidence === null ? [] : [heading(2, words.evidence), ...own.paragraphs('evidence')]),
      prose(last ? fill(words.basisBy, { last }) : text(words.basis)),
      ...(isCollective(facts) ? [prose(text(words.consent))] : []),
      ...addressedTo(facts, 'tribunal', draft),
      ...makersSignature(facts, makers, common.request.maker, draft),
      ...attached(
        [
          fill(words.attachment.copies, { count: String(copiesFor(facts).opponents) }),
          ...(own.values.evidence === null ? [] : [text(words.attachment.evidence)]),
          ...(isCollective(facts) ? [text(words.attachment.consent)] : []),
        ],
        draft,
      ),
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
