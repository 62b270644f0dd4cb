import en from '../../../../../../resources/forms/en/arb-review-application.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/arb-review-application.json' with { type: 'json' };
import {
  mediationTopic,
  settlementTopic,
} from '../../../../../../shared/features/documents/particulars/mediation.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { rulesArticle } from '../kit/asked.ts';
import { partiesInFull, partiesSignature } from '../kit/both.ts';
import { fill, fillText, joined, startDraft, text } from '../kit/draft.ts';
import { dayOf, eventDay } from '../kit/events.ts';
import { citations, subordinal } from '../kit/format.ts';
import { eachPartyAndFile, institutionName } from '../kit/institution.ts';
import { addressed, finish, heading, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { attached, headed, warnAfter } from '../kit/request.ts';
import { settlementFacts, settlementTerms } from '../kit/settlement.ts';
import { partyFacts } from '../required.ts';

/** What an application on an agreement prints of the agreement. */
export const agreementFacts: readonly string[] = [
  ...partyFacts,
  ...settlementFacts,
  'matter.cause',
  'events.mediation-agreed',
  'particulars.mediation.organisation',
  'particulars.settlement.number',
  'particulars.settlement.date',
];

/**
 * 仲裁审查申请书 (办案规则 arts 74–78): both parties ask together, within fifteen days of the agreement's effect, for an
 * arbitral mediation statement of the same content.
 */
export const arbReviewApplication = defineForm({
  id: 'arb-review-application',
  number: 26,
  track: 'mediation',
  stage: 'outcome',
  issuer: 'both-parties',
  scope: 'case',
  whose: 'settling',
  requiredFacts: [...agreementFacts, 'particulars.mediation.mediators', 'tribunal.sealName'],
  topics: [settlementTopic, mediationTopic],
  status: { basis: ['rule'], form: ['memory'] },
  copies: eachPartyAndFile,
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, settlementTopic);
    const mediation = readTopic(draft, facts, mediationTopic);
    warnAfter(facts, own.values.reviewBy?.due ?? null, 'events.mediation-agreed', 'reviewLate', draft);
    if (dayOf(facts, 'confirmation-applied') !== null) {
      draft.warn('events.confirmation-applied', 'rule', 'error', 'reviewOrConfirmation');
    }
    const by = own.show('reviewBy');
    const organisation = institutionName(facts, 'committee', draft);
    const blocks: Block[] = [
      ...partiesInFull(facts, draft),
      headed(draft, words.mediation, organisation),
      headed(
        draft,
        words.mediators,
        mediation.values.mediators.length === 0
          ? mediation.gap('mediators')
          : joined(
              mediation.values.mediators.map((_, i) => mediation.needCell('mediators', i, 'name')),
              common.listComma,
            ),
      ),
      headed(
        draft,
        words.agreement,
        fill(words.agreementText, {
          number: own.need('number'),
          date: own.need('date'),
          effective: eventDay(facts, 'mediation-agreed', draft),
        }),
      ),
      heading(2, common.request.asks),
      prose(text(words.asksText)),
      heading(2, common.request.reasons),
      prose(
        fill(words.facts, {
          cause: draft.need('matter.cause', facts.matter.cause, 'cause'),
          organisation,
          date: own.need('date'),
        }),
      ),
      ...settlementTerms(facts, draft),
      prose(
        fill(words.period, {
          by: by === null ? '' : fillText(words.by, { date: by }),
          articles: citations([rulesArticle('74')], common),
        }),
      ),
      heading(2, words.pledgeHead),
      ...words.pledge.map((line, i) => prose(text(`${subordinal(i + 1, language)}${line}`))),
      ...addressed(facts, common.request.to, draft),
      ...partiesSignature(facts, draft),
      ...attached(
        [
          text(words.attachment.agreement),
          text(words.attachment.ids),
          text(words.attachment.organisation),
          ...(facts.agents.length > 0 ? [text(words.attachment.agent)] : []),
          text(words.attachment.proof),
        ],
        draft,
      ),
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
