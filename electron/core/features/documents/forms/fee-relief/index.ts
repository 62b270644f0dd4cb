import en from '../../../../../../resources/forms/en/fee-relief.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/fee-relief.json' with { type: 'json' };
import { feeReliefTopic } from '../../../../../../shared/features/documents/particulars/court.ts';
import { courtTopic } from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import { formatYuan } from '../../../../../../shared/kernel/money.ts';
import type { Block, TableCell } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { legalAidArticle, litigationFeeArticle } from '../kit/asked.ts';
import { oneEach } from '../kit/copies.ts';
import { boxes } from '../kit/court.ts';
import { fill, startDraft, text } from '../kit/draft.ts';
import { citations } from '../kit/format.ts';
import { cell, finish, heading, plain, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { addressedTo, attached, makersSignature, requestFacts, requestHead } from '../kit/request.ts';
import { inRoles } from '../kit/roles.ts';
import { unitFiles } from '../kit/sides.ts';
import { sumOrNull } from '../kit/sums.ts';

/** Grounds on which a fee may be waived (诉讼费用交纳办法 art. 45). */
const waivable = new Set(['disabled', 'minimum-living', 'disaster']);

/**
 * 缓交、减交、免交诉讼费用申请书 (诉讼费用交纳办法 arts 44–48; 法律援助法 art. 53): deferral must be granted to those who
 * receive legal aid, claim for a work injury, or claim social insurance or economic compensation.
 */
export const feeRelief = defineForm({
  id: 'fee-relief',
  number: 44,
  track: 'court',
  stage: 'filing',
  issuer: 'applicant',
  scope: 'case',
  requiredFacts: [
    ...requestFacts.filter((path) => path !== 'matter.number' && path !== 'tribunal.sealName'),
    'particulars.court.name',
    'particulars.court.caseNumber',
    ...['relief', 'fees', 'grounds', 'facts', 'proof'].map((key) => `particulars.fee-relief.${key}`),
  ],
  topics: [feeReliefTopic, courtTopic],
  status: { basis: ['law'], form: ['memory'] },
  copies: oneEach,
  words: { 'zh-CN': zh, en },
  build: (facts, { common: usual, form: words, language }) => {
    const common = inRoles(usual, { workers: words.role, units: words.opponentRole });
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, feeReliefTopic);
    const { relief, fees, grounds, deferTo } = own.values;
    const makers = { side: 'workers', filed: !unitFiles(facts), places: [] } as const;
    if (relief === 'waive' && grounds.length > 0 && !grounds.some((ground) => waivable.has(ground))) {
      draft.warn(own.path('grounds'), 'rule', 'advice', 'feeWaiver');
    }
    const { options } = feeReliefTopic.fields.grounds.type;
    const sum = sumOrNull(fees.map((row) => row.amount));
    const table: Block =
      fees.length === 0
        ? prose(own.gap('fees', { widthEm: 20 }))
        : {
            kind: 'table',
            sizePt: 10.5,
            columns: [
              { header: words.columns.no, share: 6 },
              { header: words.columns.kind, share: 26 },
              { header: words.columns.amount, share: 16 },
            ],
            rows: fees.map((row, i): TableCell[] => [
              cell(String(i + 1), { align: 'center' }),
              cell(own.needCell('fees', i, 'kind', { widthEm: 6 })),
              cell(
                row.amount === null
                  ? own.needCell('fees', i, 'amount', { widthEm: 5 })
                  : formatYuan(row.amount),
                { align: 'right' },
              ),
            ]),
            ...(sum === null || fees.length < 2
              ? {}
              : {
                  footRows: [
                    [
                      cell(words.total, { span: 2, align: 'center' }),
                      cell(formatYuan(sum), { align: 'right' }),
                    ],
                  ],
                }),
          };
    const blocks: Block[] = [
      ...requestHead(facts, makers, draft, {
        forum: 'court',
        labels: { maker: words.role, opponent: words.opponentRole },
      }),
      heading(2, common.request.asks),
      {
        ...prose(
          fill(words.askText, {
            relief: own.need('relief', { widthEm: 5 }),
            until: relief === 'defer' && deferTo !== null ? fill(words.until, { date: deferTo }) : '',
          }),
        ),
        keepWithNext: true,
      },
      table,
      heading(2, words.grounds),
      ...(grounds.length === 0 ? [prose(own.gap('grounds', { widthEm: 20 }))] : []),
      ...options.map((o) =>
        plain(boxes([[language === 'en' ? o.label.en : o.label.zh, grounds.includes(o.value)]]), {
          leftEm: 2,
        }),
      ),
      heading(2, common.request.reasons),
      ...own.paragraphs('facts', { widthEm: 24 }),
      prose(
        fill(words.basis, {
          articles: citations(
            [
              litigationFeeArticle(relief === 'waive' ? '44, 45' : relief === 'reduce' ? '44, 46' : '44, 47'),
              ...(grounds.includes('legal-aid') ? [legalAidArticle('53')] : []),
            ],
            common,
          ),
        }),
      ),
      heading(2, words.proof),
      ...own.paragraphs('proof', { widthEm: 20 }),
      ...addressedTo(facts, 'court', draft),
      ...makersSignature(facts, makers, words.role, draft),
      ...attached(
        [
          text(words.attachment.id),
          text(grounds.includes('legal-aid') ? words.attachment.aid : words.attachment.proof),
        ],
        draft,
      ),
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
