import en from '../../../../../../resources/forms/en/la-grant.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/la-grant.json' with { type: 'json' };
import {
  aidAgencyTopic,
  aidDecisionTopic,
  aidMatterTopic,
} from '../../../../../../shared/features/documents/particulars/legal-aid.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { agencySeal, aidPaper, aidRefused } from '../kit/aid.ts';
import { startDecision } from '../kit/aid-decision.ts';
import { legalAidArticle } from '../kit/asked.ts';
import { blank, fill, text } from '../kit/draft.ts';
import { citations, ordinal } from '../kit/format.ts';
import { addresseeAndFile } from '../kit/institution.ts';
import { handDate, plain, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';

/** 给予法律援助决定书 (法律援助法 arts 31, 41–44, 47–48, 55–56), within seven days of the application. */
export const laGrant = defineForm({
  id: 'la-grant',
  number: 47,
  track: 'legal-aid',
  stage: 'decision',
  issuer: 'agency',
  scope: 'case',
  requiredFacts: [
    'applicants.*.name',
    'respondents.*.party.organisation.name',
    'matter.cause',
    'events.aid-applied',
    ...['number', 'date', 'means'].map((key) => `particulars.legal-aid-decision.${key}`),
    'particulars.legal-aid-matter.forms',
  ],
  topics: [aidDecisionTopic, aidMatterTopic, aidAgencyTopic],
  status: { basis: ['law'], form: ['memory'] },
  copies: addresseeAndFile,
  applicable: (facts) => !aidRefused(facts),
  words: { 'zh-CN': zh, en },
  build: (facts, wording) => {
    const { form: words, language } = wording;
    const { common, draft, own, head } = startDecision(facts, wording);
    const matter = readTopic(draft, facts, aidMatterTopic);
    const { urgent, facts: found } = own.values;
    const articles = (list: string) => citations([legalAidArticle(list)], common);
    const rest = [
      fill(words.decision, {
        articles: articles('43'),
        forms: matter.need('forms', { widthEm: 12 }),
      }),
      ...(urgent === true
        ? [
            fill(words.urgentText, {
              articles: articles('44'),
              date: own.need('supplementBy'),
              list: own.need('supplement', { widthEm: 12 }),
            }),
          ]
        : []),
      fill(words.duties, { articles: articles('47') }),
      fill(words.ending, { articles: articles('48') }),
      fill(words.rights, { articles: articles('20, 55, 56') }),
    ];
    const blocks: Block[] = [
      ...head,
      ...(found === null ? [] : own.paragraphs('facts')),
      prose([
        ...fill(words.scope, { articles: articles('31') }),
        ...text(common.sentenceGap),
        ...fill(words.means, { finding: own.need('means', { widthEm: 10 }) }),
      ]),
      ...rest.map((line, i) => prose([...text(ordinal(i + 1, language)), ...line])),
      agencySeal(facts, draft, own.need('date')),
      plain(text(words.served), { sizePt: 12 }),
      plain([...text(words.receipt), blank(8), ...text('　'), ...handDate(common)], { sizePt: 12 }),
    ];
    return aidPaper(facts, draft, { title: words.title, blocks });
  },
});
