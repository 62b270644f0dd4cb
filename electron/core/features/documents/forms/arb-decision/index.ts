import en from '../../../../../../resources/forms/en/arb-decision.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/arb-decision.json' with { type: 'json' };
import type { Citation } from '../../../../../../shared/features/documents/filing-facts.ts';
import { decisionTopic } from '../../../../../../shared/features/documents/particulars/commission.ts';
import {
  hearingTopic,
  tribunalTopic,
} from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { mediationArticle, rulesArticle } from '../kit/asked.ts';
import { partiesInFull } from '../kit/both.ts';
import { fill, startDraft, text } from '../kit/draft.ts';
import { citations, longDate } from '../kit/format.ts';
import { eachPartyAndFile, issued, sealed, tribunalLines } from '../kit/institution.ts';
import { handDate, heading, plain, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { lastDay } from '../kit/request.ts';
import { partyFacts } from '../required.ts';

/** The provisions of each matter by the numbers of the 2017 rules. */
const grounds = {
  jurisdiction: [mediationArticle('21'), rulesArticle('8'), rulesArticle('10')],
  recusal: [mediationArticle('33'), rulesArticle('11'), rulesArticle('12')],
  withdrawal: [rulesArticle('35')],
  absence: [mediationArticle('36'), rulesArticle('39')],
  suspension: [rulesArticle('47')],
  cancellation: [rulesArticle('32')],
  correction: [rulesArticle('54')],
  extension: [mediationArticle('43'), rulesArticle('45')],
} as const satisfies Readonly<Record<string, readonly Citation[]>>;

/** 仲裁决定书 on a matter of procedure, effective on service; a longer period's last day comes from the law engine. */
export const arbDecision = defineForm({
  id: 'arb-decision',
  number: 38,
  track: 'arbitration',
  stage: 'any',
  issuer: 'commission',
  scope: 'case',
  // A withdrawal that some of the group declare concerns them alone.
  whose: ({ particulars }) => {
    const matter = particulars.case.decision?.entered.kind;
    return matter === 'withdrawal' || matter === 'absence' ? 'leaving' : 'going';
  },
  requiredFacts: [
    ...new Set([
      ...partyFacts,
      'tribunal.sealName',
      'particulars.hearing.panel',
      'particulars.tribunal.clerk',
      ...['number', 'date', 'kind', 'matter', 'found', 'decision'].map(
        (key) => `particulars.decision.${key}`,
      ),
    ]),
  ],
  topics: [decisionTopic, hearingTopic, tribunalTopic],
  status: { basis: ['official-form'], form: ['official-form'] },
  copies: eachPartyAndFile,
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, decisionTopic);
    const { kind } = own.values;
    const extended = kind === 'extension' ? lastDay(facts, 'arb-award-extend') : null;
    const blocks: Block[] = [
      plain(own.need('number', { widthEm: 10 }), { align: 'right' }),
      ...partiesInFull(facts, draft),
      prose(fill(words.kind, { kind: own.need('kind', { widthEm: 8 }) })),
      heading(2, words.matter),
      ...own.paragraphs('matter'),
      heading(2, words.found),
      ...own.paragraphs('found'),
      heading(2, words.decision),
      ...(kind === null ? [] : [prose(fill(words.basis, { articles: citations(grounds[kind], common) }))]),
      ...own.paragraphs('decision'),
      ...(kind === 'extension'
        ? [
            prose(
              fill(words.extended, {
                date: extended === null ? handDate(common) : longDate(extended, common),
              }),
            ),
          ]
        : []),
      prose(text(words.effect)),
      signature(tribunalLines(facts, draft)),
      sealed(facts, 'commission', draft, own.need('date')),
    ];
    return issued(facts, 'commission', draft, { title: words.title, blocks });
  },
});
