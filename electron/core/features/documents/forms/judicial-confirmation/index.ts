import en from '../../../../../../resources/forms/en/judicial-confirmation.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/judicial-confirmation.json' with { type: 'json' };
import {
  mediationTopic,
  settlementTopic,
} from '../../../../../../shared/features/documents/particulars/mediation.ts';
import { courtTopic } from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { agreementFacts } from '../arb-review-application/index.ts';
import { defineForm } from '../definition.ts';
import { civilArticle } from '../kit/asked.ts';
import { partiesInFull, partiesSignature } from '../kit/both.ts';
import { fill, fillText, startDraft, text } from '../kit/draft.ts';
import { dayOf, eventDay } from '../kit/events.ts';
import { citations, subordinal } from '../kit/format.ts';
import { eachPartyAndFile, institutionName } from '../kit/institution.ts';
import { finish, heading, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { addressedTo, attached, headed, warnAfter } from '../kit/request.ts';
import { settlementTerms } from '../kit/settlement.ts';

/**
 * 司法确认申请书 (民事诉讼法 arts 205–206; 民诉法解释 arts 351–357; 人民调解法 art. 33): both parties together, within thirty
 * days of the agreement's effect. No court fee (诉讼费用交纳办法 art. 8).
 */
export const judicialConfirmation = defineForm({
  id: 'judicial-confirmation',
  number: 27,
  track: 'mediation',
  stage: 'outcome',
  issuer: 'both-parties',
  scope: 'case',
  whose: 'settling',
  requiredFacts: [...agreementFacts, 'particulars.court.name'],
  topics: [settlementTopic, mediationTopic, courtTopic],
  status: { basis: ['law'], form: ['law'] },
  copies: eachPartyAndFile,
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, settlementTopic);
    warnAfter(facts, own.values.confirmBy?.due ?? null, 'events.mediation-agreed', 'confirmLate', draft);
    if (dayOf(facts, 'review-applied') !== null) {
      draft.warn('events.review-applied', 'rule', 'error', 'reviewOrConfirmation');
    }
    const by = own.show('confirmBy');
    const organisation = institutionName(facts, 'committee', draft);
    const blocks: Block[] = [
      ...partiesInFull(facts, draft),
      headed(draft, words.mediation, organisation),
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
      prose(fill(words.asksText, { date: own.need('date'), organisation, number: own.need('number') })),
      heading(2, common.request.reasons),
      prose(
        fill(words.facts, {
          cause: draft.need('matter.cause', facts.matter.cause, 'cause'),
          organisation,
        }),
      ),
      ...settlementTerms(facts, draft),
      prose(
        fill(words.period, {
          by: by === null ? '' : fillText(words.by, { date: by }),
          articles: citations([civilArticle('205')], common),
        }),
      ),
      heading(2, words.pledgeHead),
      ...words.pledge.map((line, i) => prose(text(`${subordinal(i + 1, language)}${line}`))),
      ...addressedTo(facts, 'court', draft),
      ...partiesSignature(facts, draft),
      ...attached(
        [
          text(words.attachment.agreement),
          text(words.attachment.organisation),
          text(words.attachment.property),
          text(words.attachment.ids),
          ...(facts.agents.length > 0 ? [text(words.attachment.agent)] : []),
        ],
        draft,
      ),
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
