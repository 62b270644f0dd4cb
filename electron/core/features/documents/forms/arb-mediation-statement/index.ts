import en from '../../../../../../resources/forms/en/arb-mediation-statement.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/arb-mediation-statement.json' with { type: 'json' };
import { statementTopic } from '../../../../../../shared/features/documents/particulars/commission.ts';
import {
  mediationTopic,
  settlementTopic,
} from '../../../../../../shared/features/documents/particulars/mediation.ts';
import {
  hearingTopic,
  tribunalTopic,
} from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import type { Block, TableCell } from '../../../../../paper/model/blocks.ts';
import { claimBlocks } from '../arb-application/claims.ts';
import { defineForm } from '../definition.ts';
import { applicationWords, mediationArticle } from '../kit/asked.ts';
import { partiesInFull } from '../kit/both.ts';
import { type Content, fill, startDraft, text } from '../kit/draft.ts';
import { eventDay } from '../kit/events.ts';
import { citations } from '../kit/format.ts';
import {
  eachPartyAndFile,
  institutionName,
  issued,
  panelOf,
  sealed,
  tribunalLines,
} from '../kit/institution.ts';
import { cell, heading, isCollective, plain, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantName, applicantNames, partyName } from '../kit/parties.ts';
import { settlementFacts, settlementTerms } from '../kit/settlement.ts';
import { partiesOf } from '../kit/sides.ts';
import { partyFacts } from '../required.ts';

/**
 * 仲裁调解书 (劳动争议调解仲裁法 arts 42, 51; 办案规则 arts 74–78 on a mediation agreement). It repeats the terms agreed, from
 * the same record as the agreement, and takes effect when both have signed for it.
 */
export const arbMediationStatement = defineForm({
  id: 'arb-mediation-statement',
  number: 36,
  track: 'arbitration',
  stage: 'outcome',
  issuer: 'commission',
  scope: 'case',
  whose: 'settling',
  requiredFacts: [
    ...new Set([
      ...partyFacts,
      ...settlementFacts,
      'matter.cause',
      'tribunal.sealName',
      'events.accepted',
      'particulars.hearing.panel',
      'particulars.tribunal.clerk',
      ...['number', 'date', 'basis'].map((key) => `particulars.mediation-statement.${key}`),
    ]),
  ],
  topics: [statementTopic, settlementTopic, mediationTopic, hearingTopic, tribunalTopic],
  status: { basis: ['law'], form: ['secondary'] },
  copies: eachPartyAndFile,
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, statementTopic);
    const settlement = readTopic(draft, facts, settlementTopic);
    const review = own.values.basis === 'review';
    const cause = draft.need('matter.cause', facts.matter.cause, 'cause');
    const opening = review
      ? fill(words.review, {
          cause,
          organisation: institutionName(facts, 'committee', draft),
          date: settlement.need('date'),
          number: settlement.need('number'),
        })
      : fill(words.hearing, { cause, accepted: eventDay(facts, 'accepted', draft) });
    panelOf(facts, draft);
    const receivers: Content[] = [
      ...(isCollective(facts)
        ? [applicantNames(facts, draft)]
        : facts.applicants.map((a, i) => applicantName(a, i, draft))),
      ...partiesOf(facts).map(({ party }) => text(partyName(party) ?? '')),
    ];
    const blocks: Block[] = [
      plain(own.need('number', { widthEm: 10 }), { align: 'right' }),
      ...partiesInFull(facts, draft),
      heading(2, words.claims),
      ...claimBlocks(facts, applicationWords(language), draft),
      ...(own.values.basis === null ? [prose(own.need('basis', { widthEm: 10 }))] : []),
      { ...prose(opening), spaceBeforePt: 6, keepWithNext: true },
      ...settlementTerms(facts, draft),
      ...(review ? [] : [prose(text(words.confirm))]),
      prose(
        fill(words.effect, { articles: citations([mediationArticle('42'), mediationArticle('51')], common) }),
      ),
      signature(tribunalLines(facts, draft)),
      sealed(facts, 'commission', draft, own.need('date')),
      heading(2, words.receipt),
      { ...prose(text(words.receiptText)), keepWithNext: true },
      {
        kind: 'table',
        sizePt: 10.5,
        minRowHeightMm: 10,
        columns: [
          { header: words.columns.party, share: 22 },
          { header: words.columns.sign, share: 18 },
          { header: words.columns.date, share: 14 },
        ],
        rows: receivers.map((name): TableCell[] => [cell(name), cell(''), cell('')]),
      },
    ];
    return issued(facts, 'commission', draft, { title: words.title, blocks, seam: true });
  },
});
