import en from '../../../../../../resources/forms/en/arb-nonacceptance.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/arb-nonacceptance.json' with { type: 'json' };
import { nonAcceptanceTopic } from '../../../../../../shared/features/documents/particulars/commission.ts';
import { tribunalTopic } from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { claimBlocks } from '../arb-application/claims.ts';
import { defineForm } from '../definition.ts';
import { applicationWords, mediationArticle, rulesArticle } from '../kit/asked.ts';
import { fill, startDraft } from '../kit/draft.ts';
import { eventDay } from '../kit/events.ts';
import { citations } from '../kit/format.ts';
import {
  addresseeAndFile,
  addresseeOf,
  addresseeTargets,
  contactLines,
  greeting,
  issued,
  otherSide,
  sealed,
} from '../kit/institution.ts';
import { prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { warnAfter } from '../kit/request.ts';

/**
 * 不予受理通知书, or for want of jurisdiction the written explanation that names the right commission (劳动争议调解仲裁法
 * art. 29; 办案规则 arts 30, 31). The law sets no period for the suit, so fifteen days stand only where an office wants them.
 */
export const arbNonAcceptance = defineForm({
  id: 'arb-nonacceptance',
  number: 31,
  track: 'arbitration',
  stage: 'intake',
  issuer: 'commission',
  scope: 'case',
  requiredFacts: [
    'applicants.*.name',
    'respondents.*.party.organisation.name',
    'matter.cause',
    'claims.*.amount',
    'tribunal.sealName',
    'events.application-submitted',
    ...['address', 'phone'].map((key) => `particulars.tribunal.${key}`),
    'particulars.non-acceptance.ground',
    'particulars.non-acceptance.reason',
  ],
  topics: [nonAcceptanceTopic, tribunalTopic],
  status: { basis: ['law'], form: ['secondary'] },
  copies: addresseeAndFile,
  targets: (facts) => {
    const elsewhere = facts.particulars.case[nonAcceptanceTopic.id]?.entered.ground === 'jurisdiction';
    return addresseeTargets(facts, ['applicant']).map((named) =>
      elsewhere ? { ...named, title: zh.titleJurisdiction } : named,
    );
  },
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }, target) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, nonAcceptanceTopic);
    const { ground, fifteenDays, tellBy } = own.values;
    warnAfter(facts, tellBy?.due ?? null, 'events.application-submitted', 'rejectLate', draft);
    const to = addresseeOf(facts, target, draft, 'applicant');
    const elsewhere = ground === 'jurisdiction';
    const articles = citations([mediationArticle('29'), rulesArticle('30'), rulesArticle('31')], common);
    const blocks: Block[] = [
      greeting(to.name, draft),
      prose(
        fill(words.text, {
          other: otherSide(facts, to, draft),
          cause: draft.need('matter.cause', facts.matter.cause, 'cause'),
          received: eventDay(facts, 'application-submitted', draft),
        }),
      ),
      ...claimBlocks(facts, applicationWords(language), draft),
      prose(
        elsewhere
          ? fill(words.jurisdiction, {
              articles: citations([mediationArticle('21'), rulesArticle('31')], common),
            })
          : fill(words.decided, { ground: own.need('ground', { widthEm: 12 }), articles }),
      ),
      ...own.paragraphs('reason'),
      elsewhere
        ? prose(fill(words.goTo, { right: own.need('right', { widthEm: 14 }) }))
        : prose(
            fill(fifteenDays === true ? words.sueDays : words.sue, {
              articles: citations([mediationArticle('29')], common),
            }),
          ),
      ...contactLines(facts, 'commission', draft),
      sealed(facts, 'commission', draft),
    ];
    return issued(facts, 'commission', draft, {
      title: elsewhere ? words.titleJurisdiction : words.title,
      blocks,
    });
  },
});
