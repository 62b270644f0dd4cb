import en from '../../../../../../resources/forms/en/arb-evidence-notice.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/arb-evidence-notice.json' with { type: 'json' };
import {
  hearingTopic,
  tribunalTopic,
} from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { interpretationArticle, mediationArticle, rulesArticle, wageArticle } from '../kit/asked.ts';
import { type Content, fill, startDraft, text } from '../kit/draft.ts';
import { citations, subordinal } from '../kit/format.ts';
import {
  addresseeAndFile,
  addresseeOf,
  addresseeTargets,
  caseParties,
  contactLines,
  greeting,
  institutionNumber,
  issued,
  numberLine,
  sealed,
} from '../kit/institution.ts';
import { heading, numbered, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';

/**
 * 举证通知书 to every party (劳动争议调解仲裁法 arts 6, 39; 办案规则 arts 13–16; 法释〔2020〕26号 arts 42, 44). The commission sets
 * the day; a unit's notice lists what the employer must keep (保障农民工工资支付条例 art. 15).
 */
export const arbEvidenceNotice = defineForm({
  id: 'arb-evidence-notice',
  number: 33,
  track: 'arbitration',
  stage: 'pre-hearing',
  issuer: 'commission',
  scope: 'case',
  requiredFacts: [
    'applicants.*.name',
    'respondents.*.party.organisation.name',
    'matter.cause',
    'matter.number',
    'tribunal.sealName',
    ...['address', 'phone'].map((key) => `particulars.tribunal.${key}`),
    'particulars.hearing.evidenceBy',
  ],
  topics: [hearingTopic, tribunalTopic],
  status: { basis: ['secondary'], form: ['memory'] },
  copies: addresseeAndFile,
  targets: (facts) => addresseeTargets(facts),
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }, target) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, hearingTopic);
    const to = addresseeOf(facts, target, draft);
    const rules = (article: string): Content => citations([rulesArticle(article)], common);
    const items: Content[] = [
      fill(words.period, { date: own.need('evidenceBy') }),
      fill(words.burden, { articles: citations([mediationArticle('6'), mediationArticle('39')], common) }),
      fill(words.burdenSpc, {
        articles: citations([interpretationArticle('42'), interpretationArticle('44')], common),
      }),
      text(words.how),
      text(words.foreign),
      fill(words.collect, { articles: rules('16') }),
      fill(words.extend, { articles: rules('15') }),
      text(words.late),
    ];
    const employer: Block[] = to.units
      ? [
          heading(2, words.employer),
          ...words.employerList.map((line, i) =>
            prose([
              ...text(subordinal(i + 1, language)),
              ...fill(line, { articles: citations([wageArticle('15')], common) }),
              ...text(common.stop),
            ]),
          ),
        ]
      : [];
    const blocks: Block[] = [
      numberLine(facts, 'commission', draft),
      greeting(to.name, draft),
      prose(
        fill(words.text, {
          ...caseParties(facts, draft),
          cause: draft.need('matter.cause', facts.matter.cause, 'cause'),
          number: institutionNumber(facts, 'commission', draft),
        }),
      ),
      ...items.map((item, i) => numbered(i + 1, item, language)),
      ...employer,
      ...contactLines(facts, 'commission', draft),
      sealed(facts, 'commission', draft),
    ];
    return issued(facts, 'commission', draft, { title: words.title, blocks });
  },
});
