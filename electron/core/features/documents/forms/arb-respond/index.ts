import en from '../../../../../../resources/forms/en/arb-respond.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/arb-respond.json' with { type: 'json' };
import {
  arbAcceptanceTopic,
  deliveryTopic,
} from '../../../../../../shared/features/documents/particulars/commission.ts';
import { tribunalTopic } from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { interpretationArticle, mediationArticle, rulesArticle } from '../kit/asked.ts';
import { type Content, fill, fillText, startDraft, text } from '../kit/draft.ts';
import { eventDay } from '../kit/events.ts';
import { citations, longDate } from '../kit/format.ts';
import {
  addresseeAndFile,
  addresseeOf,
  addresseeTargets,
  contactLines,
  greeting,
  institutionNumber,
  issued,
  numberLine,
  otherSide,
  sealed,
} from '../kit/institution.ts';
import { numbered, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { attached, lastDay, warnAfter } from '../kit/request.ts';
import { unitFiles } from '../kit/sides.ts';

/**
 * 应诉通知书 to each respondent (劳动争议调解仲裁法 arts 30, 36, 39; 办案规则 arts 33, 36). The last day of the defence runs
 * from each one's own receipt; until that is recorded the server writes it in.
 */
export const arbRespond = defineForm({
  id: 'arb-respond',
  number: 32,
  track: 'arbitration',
  stage: 'intake',
  issuer: 'commission',
  scope: 'case',
  requiredFacts: [
    'applicants.*.name',
    'respondents.*.party.organisation.name',
    'matter.cause',
    'matter.number',
    'tribunal.sealName',
    'events.accepted',
    ...['address', 'phone'].map((key) => `particulars.tribunal.${key}`),
  ],
  topics: [deliveryTopic, arbAcceptanceTopic, tribunalTopic],
  status: { basis: ['law'], form: ['memory'] },
  copies: addresseeAndFile,
  targets: (facts) => addresseeTargets(facts, ['respondent']),
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }, target) => {
    const draft = startDraft(common, language);
    const to = addresseeOf(facts, target, draft, 'respondent');
    const acceptance = readTopic(draft, facts, arbAcceptanceTopic);
    warnAfter(facts, acceptance.values.serveBy?.due ?? null, 'events.accepted', 'serveLate', draft, 'advice');
    const own =
      target.partyId === undefined
        ? null
        : (facts.particulars.members[target.partyId]?.[deliveryTopic.id]?.dues.answerBy?.due ?? null);
    const due = own ?? lastDay(facts, 'arb-answer');
    const law = (article: string): Content => citations([mediationArticle(article)], common);
    const opponents = unitFiles(facts) ? facts.respondents.length : facts.applicants.length;
    const items: Content[] = [
      fill(words.answer, {
        by: due === null ? words.byHand : fillText(words.by, { date: longDate(due, common) }),
        copies: String(Math.max(1, opponents)),
        articles: law('30'),
      }),
      text(to.units ? words.hand : words.handPerson),
      ...(to.units
        ? [
            fill(words.records, {
              articles: citations(
                [mediationArticle('6'), mediationArticle('39'), interpretationArticle('44')],
                common,
              ),
            }),
          ]
        : []),
      fill(words.silence, { articles: law('30, 36') }),
      fill(words.counter, { articles: citations([rulesArticle('36')], common) }),
      fill(words.jurisdiction, { articles: citations([rulesArticle('10')], common) }),
      text(words.rights),
      text(words.duties),
    ];
    const blocks: Block[] = [
      numberLine(facts, 'commission', draft),
      greeting(to.name, draft),
      prose(
        fill(words.text, {
          applicant: otherSide(facts, to, draft),
          cause: draft.need('matter.cause', facts.matter.cause, 'cause'),
          accepted: eventDay(facts, 'accepted', draft),
          number: institutionNumber(facts, 'commission', draft),
        }),
      ),
      ...items.map((item, i) => numbered(i + 1, item, language)),
      ...contactLines(facts, 'commission', draft),
      sealed(facts, 'commission', draft),
      ...attached(
        [
          text(words.attachment.copy),
          text(words.attachment.evidence),
          text(words.attachment.notice),
          text(words.attachment.address),
        ],
        draft,
      ),
    ];
    return issued(facts, 'commission', draft, { title: words.title, blocks });
  },
});
