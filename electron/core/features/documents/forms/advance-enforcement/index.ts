import en from '../../../../../../resources/forms/en/advance-enforcement.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/advance-enforcement.json' with { type: 'json' };
import type { ClaimKind, FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import {
  advanceTopic,
  assetsTopic,
} from '../../../../../../shared/features/documents/particulars/interim.ts';
import { type Fen, fen, formatYuan } from '../../../../../../shared/kernel/money.ts';
import type { Block, TableCell, TableColumn } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { assetLines } from '../kit/assets.ts';
import { copiesFor } from '../kit/copies.ts';
import { bold, type Content, fill, startDraft, text } from '../kit/draft.ts';
import { moneyInWords } from '../kit/format.ts';
import { cell, finish, heading, plain, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantName, applicantNames, respondentNames } from '../kit/parties.ts';
import {
  addressedTo,
  attached,
  makersOf,
  makersSignature,
  requestFacts,
  requestHead,
  rowNamed,
} from '../kit/request.ts';
import { unitFiles } from '../kit/sides.ts';
import { isMoneyClaim, shareOf, sumOrNull } from '../kit/sums.ts';

/** 追索劳动报酬、工伤医疗费、经济补偿或者赔偿金 (劳动争议调解仲裁法 art. 44). */
const covered: readonly ClaimKind[] = [
  'unpaid-wages',
  'overtime-pay',
  'minimum-wage-difference',
  'annual-leave-pay',
  'double-wage',
  'severance',
  'unlawful-termination',
  'notice-pay',
  'work-injury',
];

/** What one worker claims of it all; null while a share is open. */
function claimedBy(facts: FilingFacts, index: number): Fen | null {
  const applicant = facts.applicants[index];
  if (!applicant) return null;
  return sumOrNull(facts.claims.filter(isMoneyClaim).map((claim) => shareOf(facts, claim, applicant)));
}

/**
 * 先予执行申请书 (劳动争议调解仲裁法 art. 44; 办案规则 art. 51): only what is clear, and only where its want strikes at
 * the worker's living; the worker gives no security.
 */
export const advanceEnforcement = defineForm({
  id: 'advance-enforcement',
  number: 15,
  track: 'arbitration',
  stage: 'pending',
  issuer: 'applicant',
  scope: 'case',
  requiredFacts: [
    ...requestFacts,
    'particulars.advance-enforcement.shares',
    'particulars.advance-enforcement.clear',
    'particulars.advance-enforcement.proof',
  ],
  topics: [advanceTopic, assetsTopic],
  status: { basis: ['law'], form: ['memory'] },
  copies: copiesFor,
  applicable: (facts) => !unitFiles(facts),
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, advanceTopic);
    const { shares } = own.values;
    const makers = makersOf(facts, 'applicant');
    const several = facts.applicants.length > 1;
    // A single worker needs no name to be found by.
    const rowOf = (i: number): number =>
      !several && shares.length === 1 ? 0 : rowNamed(shares, facts.applicants[i]?.name ?? null);
    const amounts = facts.applicants.map((applicant, i): Fen | null => {
      const amount = shares[rowOf(i)]?.amount ?? null;
      const claimed = claimedBy(facts, i);
      const name = applicant.name ?? String(i + 1);
      if (amount !== null && claimed !== null && amount >= claimed) {
        const more = amount > claimed;
        draft.warn(
          'particulars.advance-enforcement.shares',
          'rule',
          more ? 'error' : 'advice',
          more ? 'advanceTooMuch' : 'advanceWhole',
          { name, claimed: formatYuan(claimed) },
        );
      }
      return amount;
    });
    if (facts.claims.length > 0 && !facts.claims.some((claim) => covered.includes(claim.kind))) {
      draft.warn('claims', 'rule', 'error', 'advanceKind');
    }
    const needOf = (i: number, key: 'amount' | 'hardship', widthEm: number): Content => {
      const row = rowOf(i);
      if (several && facts.applicants[i]?.name === null) return [{ kind: 'blank', widthEm }];
      return row < 0 ? own.gap('shares', { widthEm }) : own.needCell('shares', row, key, { widthEm });
    };
    const total = sumOrNull(amounts);
    const sum: Content =
      total !== null && amounts.length > 0
        ? text(moneyInWords(fen(total), common))
        : own.gap('shares', { widthEm: 10 });
    const column = (header: string, share: number): TableColumn => ({ header, share });
    const table: Block = {
      kind: 'table',
      sizePt: 10.5,
      columns: [
        column(words.columns.no, 4),
        column(words.columns.name, 8),
        column(words.columns.claimed, 11),
        column(words.columns.amount, 11),
        column(words.columns.hardship, 20),
      ],
      rows: facts.applicants.map((applicant, i): TableCell[] => {
        const claimed = claimedBy(facts, i);
        const amount = amounts[i] ?? null;
        return [
          cell(String(i + 1), { align: 'center' }),
          cell(applicantName(applicant, i, draft)),
          cell(claimed === null ? words.none : formatYuan(claimed), { align: 'right' }),
          cell(amount === null ? needOf(i, 'amount', 5) : formatYuan(amount), { align: 'right' }),
          cell(needOf(i, 'hardship', 8)),
        ];
      }),
    };
    const assets = assetLines(facts, draft);
    const blocks: Block[] = [
      ...requestHead(facts, makers, draft),
      heading(2, common.request.asks),
      prose(
        fill(several ? words.askTogether : words.ask, {
          respondents: respondentNames(facts, draft),
          applicants: applicantNames(facts, draft),
          amount: sum,
        }),
      ),
      ...(several
        ? [plain(text(words.each), { sizePt: 12, spaceBeforePt: 4, keepWithNext: true }), table]
        : []),
      heading(2, common.request.reasons),
      { ...prose(bold(words.clear)), keepWithNext: true },
      ...own.paragraphs('clear'),
      { ...prose(bold(words.hardship)), keepWithNext: true },
      prose(several ? text(words.hardshipEach) : needOf(0, 'hardship', 20)),
      { ...prose(bold(words.payment)), keepWithNext: true },
      ...(own.values.payment === null && assets.length > 0 ? [] : own.paragraphs('payment')),
      ...assets,
      { ...prose(bold(words.security)), keepWithNext: true },
      prose(text(words.basis)),
      heading(2, common.request.proof),
      ...own.paragraphs('proof'),
      ...addressedTo(facts, 'tribunal', draft),
      ...makersSignature(facts, makers, common.request.maker, draft),
      ...attached(
        [
          fill(words.attachment.copies, { count: String(copiesFor(facts).opponents) }),
          text(words.attachment.proof),
        ],
        draft,
      ),
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
