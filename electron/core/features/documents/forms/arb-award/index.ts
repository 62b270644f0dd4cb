import en from '../../../../../../resources/forms/en/arb-award.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/arb-award.json' with { type: 'json' };
import {
  arbAcceptanceTopic,
  awardReasonsTopic,
} from '../../../../../../shared/features/documents/particulars/commission.ts';
import {
  awardTopic,
  hearingTopic,
  tribunalTopic,
} from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import { formatYuan } from '../../../../../../shared/kernel/money.ts';
import type { Block, TableCell } from '../../../../../paper/model/blocks.ts';
import { claimBlocks } from '../arb-application/claims.ts';
import { defineForm } from '../definition.ts';
import { applicationWords, mediationArticle, rulesArticle } from '../kit/asked.ts';
import { partiesInFull } from '../kit/both.ts';
import { type Content, fill, startDraft, text } from '../kit/draft.ts';
import { eventDay } from '../kit/events.ts';
import { citations, longDate, moneyInWords } from '../kit/format.ts';
import { eachPartyAndFile, issued, panelOf, sealed, tribunalLines } from '../kit/institution.ts';
import { cell, heading, numbered, plain, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantName } from '../kit/parties.ts';
import { isMoneyClaim, sumOrNull } from '../kit/sums.ts';
import { partyFacts } from '../required.ts';
import { awardedSums, awardSentence, checkFinality, decidedClaims, isAllowed } from './items.ts';

/**
 * 仲裁裁决书 (劳动争议调解仲裁法 arts 43, 46–51; 办案规则 arts 49, 50, 53). The figures of the result are those of the claims;
 * the finality is compared with twelve monthly minimum wages, item by item.
 */
export const arbAward = defineForm({
  id: 'arb-award',
  number: 37,
  track: 'arbitration',
  stage: 'outcome',
  issuer: 'commission',
  scope: 'case',
  requiredFacts: [
    ...new Set([
      ...partyFacts,
      'claims.*.amount',
      'matter.cause',
      'tribunal.sealName',
      'events.application-submitted',
      'events.accepted',
      ...['panel', 'at', 'open'].map((key) => `particulars.hearing.${key}`),
      'particulars.tribunal.clerk',
      ...['number', 'date', 'finality'].map((key) => `particulars.award.${key}`),
      ...['defence', 'evidence', 'findings', 'reasons', 'law', 'items', 'within', 'court'].map(
        (key) => `particulars.award-reasons.${key}`,
      ),
    ]),
  ],
  topics: [awardTopic, awardReasonsTopic, hearingTopic, tribunalTopic],
  status: { basis: ['law'], form: ['secondary'] },
  copies: eachPartyAndFile,
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const award = readTopic(draft, facts, awardTopic);
    const own = readTopic(draft, facts, awardReasonsTopic);
    const hearing = readTopic(draft, facts, hearingTopic);
    const { awardBy } = readTopic(draft, facts, arbAcceptanceTopic).values;
    const { finality, date } = award.values;
    const by = awardBy?.due ?? null;
    if (date !== null && by !== null && date > by) {
      draft.warn(award.path('date'), 'rule', 'error', 'awardOverdue', { date: longDate(by, common) });
    }
    panelOf(facts, draft);
    const law = (article: string): Content => citations([mediationArticle(article)], common);
    const decided = decidedClaims(facts, draft);
    checkFinality(facts, decided, draft);
    const allowed = decided.filter(isAllowed);
    const open = decided.some(({ outcome }) => outcome === null);
    const items: Content[] = allowed.map((one) => [
      ...awardSentence(facts, one, words, draft),
      ...text(common.stop),
    ]);
    if (open || facts.claims.length === 0) items.push(own.gap('items', { widthEm: 24 }));
    else if (allowed.length === 0) items.push(text(`${words.rejectAll}${common.stop}`));
    else if (decided.some(({ outcome }) => outcome !== 'allow'))
      items.push(text(`${words.reject}${common.stop}`));
    const paid = allowed.filter(({ claim }) => isMoneyClaim(claim));
    const total = sumOrNull(paid.map(({ amount }) => amount));
    const procedure = (): Block[] => [
      prose(
        fill(words.procedure, {
          cause: draft.need('matter.cause', facts.matter.cause, 'cause'),
          filed: eventDay(facts, 'application-submitted', draft),
          accepted: eventDay(facts, 'accepted', draft),
          heard: hearing.need('at', { widthEm: 8 }),
          open: hearing.need('open', { widthEm: 4 }),
        }),
      ),
    ];
    const court = own.need('court', { widthEm: 12 });
    const remedies: Block[] =
      finality === null
        ? [prose(award.need('finality', { widthEm: 10 }))]
        : finality === 'final'
          ? [
              prose(fill(words.final, { articles: law('47') })),
              prose(fill(words.finalWorker, { court, articles: law('48') })),
              prose(
                fill(words.finalEmployer, {
                  court: own.need('intermediate', { widthEm: 12 }),
                  articles: law('49'),
                }),
              ),
            ]
          : [prose(fill(words.nonFinal, { court, articles: law('50') }))];
    const sums = awardedSums(facts, decided, draft);
    const all = sumOrNull(sums);
    const annex: Block[] =
      facts.applicants.length < 2 || paid.length === 0
        ? []
        : [
            heading(2, words.partsHead),
            {
              kind: 'table',
              sizePt: 10.5,
              columns: [
                { header: words.partColumns.no, share: 6 },
                { header: words.partColumns.name, share: 24 },
                { header: words.partColumns.amount, share: 16 },
              ],
              rows: facts.applicants.map((worker, i): TableCell[] => {
                const sum = sums[i] ?? null;
                return [
                  cell(String(i + 1), { align: 'center' }),
                  cell(applicantName(worker, i, draft)),
                  cell(sum === null ? own.gap('parts', { widthEm: 6 }) : formatYuan(sum), { align: 'right' }),
                ];
              }),
              ...(all === null
                ? {}
                : {
                    footRows: [
                      [
                        cell(words.sum, { span: 2, align: 'center' }),
                        cell(formatYuan(all), { align: 'right' }),
                      ],
                    ],
                  }),
            },
          ];
    const blocks: Block[] = [
      plain(award.need('number', { widthEm: 10 }), { align: 'right' }),
      ...partiesInFull(facts, draft),
      ...(own.values.procedure === null ? procedure() : own.paragraphs('procedure')),
      heading(2, words.claims),
      ...claimBlocks(facts, applicationWords(language), draft),
      heading(2, words.defence),
      ...own.paragraphs('defence'),
      heading(2, words.evidence),
      ...own.paragraphs('evidence'),
      heading(2, words.findings),
      ...own.paragraphs('findings'),
      heading(2, words.reasons),
      ...own.paragraphs('reasons'),
      heading(2, words.result),
      {
        ...prose(
          fill(words.law, {
            law: own.need('law', { widthEm: 14 }),
            articles: citations([mediationArticle('46'), rulesArticle('53')], common),
          }),
        ),
        keepWithNext: true,
      },
      ...items.map((item, i) => numbered(i + 1, item, language)),
      ...(paid.length > 0 && total !== null
        ? [prose(fill(words.total, { amount: moneyInWords(total, common) }))]
        : []),
      heading(2, words.finality),
      ...remedies,
      prose(fill(words.enforce, { articles: law('51') })),
      signature(tribunalLines(facts, draft)),
      sealed(facts, 'commission', draft, award.need('date')),
      ...annex,
    ];
    return issued(facts, 'commission', draft, { title: words.title, blocks, seam: true });
  },
});
