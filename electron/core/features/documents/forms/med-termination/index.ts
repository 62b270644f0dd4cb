import en from '../../../../../../resources/forms/en/med-termination.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/med-termination.json' with { type: 'json' };
import {
  mediationEndTopic,
  mediationTopic,
} from '../../../../../../shared/features/documents/particulars/mediation.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { interpretationArticle, mediationArticle } from '../kit/asked.ts';
import { fill, fillText, startDraft, text } from '../kit/draft.ts';
import { dayOf, eventDay } from '../kit/events.ts';
import { citations, longDate } from '../kit/format.ts';
import {
  addresseeAndFile,
  addresseeOf,
  addresseeTargets,
  contactLines,
  greeting,
  issued,
  numberLine,
  sealed,
} from '../kit/institution.ts';
import { heading, numbered, plain, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantNames, respondentNames } from '../kit/parties.ts';
import { isRemuneration } from '../kit/sums.ts';

const grounds = ['refused', 'expired', 'withdrawn', 'unreachable', 'scope', 'other'] as const;
const inspection = { law: { zh: '劳动保障监察条例', en: 'Labour Inspection Regulation' }, article: '9, 11' };
/**
 * 调解终止通知书 (人民调解法 art. 26; 劳动争议调解仲裁法 arts 14, 27): the end day and the ways that are open, with the last
 * day of the limitation as the law engine found it.
 */
export const medTermination = defineForm({
  id: 'med-termination',
  number: 25,
  track: 'mediation',
  stage: 'outcome',
  issuer: 'committee',
  scope: 'case',
  requiredFacts: [
    'applicants.*.name',
    'respondents.*.party.organisation.name',
    'matter.cause',
    'tribunal.sealName',
    'events.mediation-accepted',
    'events.mediation-failed',
    ...['organisation', 'caseNumber', 'address', 'phone'].map((key) => `particulars.mediation.${key}`),
    'particulars.mediation-end.ground',
  ],
  topics: [mediationEndTopic, mediationTopic],
  status: { basis: ['law'], form: ['memory'] },
  copies: addresseeAndFile,
  targets: (facts) => addresseeTargets(facts),
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }, target) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, mediationTopic);
    const end = readTopic(draft, facts, mediationEndTopic);
    const { ground, explanation } = end.values;
    const to = addresseeOf(facts, target, draft);
    const refusedOn = dayOf(facts, 'mediation-refused');
    const ended =
      dayOf(facts, 'mediation-failed') === null && refusedOn !== null
        ? text(longDate(refusedOn, common))
        : eventDay(facts, 'mediation-failed', draft);
    const { lastFilingDay } = facts.limitation;
    if (lastFilingDay === null) draft.warn('limitation.knownOn', 'rule', 'advice', 'limitationUnknown');
    const cite = (article: string) => citations([mediationArticle(article)], common);
    const options = mediationEndTopic.fields.ground.type.options;
    const held = own.values.sessions.length;
    const ways = [
      fill(words.arbitration, {
        tribunal: draft.need('tribunal.sealName', facts.tribunal.sealName, 'sealName', { widthEm: 14 }),
        articles: cite('14(3)'),
      }),
      lastFilingDay === null
        ? fill(words.limitationOpen, { articles: cite('27') })
        : fill(words.limitation, { date: longDate(lastFilingDay, common), articles: cite('27') }),
      ...(facts.claims.some(isRemuneration)
        ? [
            fill(words.inspection, { articles: citations([inspection], common) }),
            fill(words.court, { articles: citations([interpretationArticle('15')], common) }),
          ]
        : []),
      text(words.aid),
    ];
    const blocks: Block[] = [
      numberLine(facts, 'committee', draft),
      greeting(to.name, draft),
      {
        ...prose(
          fill(words.text, {
            other: to.units ? applicantNames(facts, draft) : respondentNames(facts, draft),
            cause: draft.need('matter.cause', facts.matter.cause, 'cause'),
            accepted: eventDay(facts, 'mediation-accepted', draft),
            sessions: held === 0 ? '' : fillText(words.held, { n: String(held) }),
            ended,
          }),
        ),
        keepWithNext: true,
      },
      ...(ground === null ? [prose(end.need('ground', { widthEm: 16 }))] : []),
      ...grounds.map((key): Block => {
        const label = options.find((o) => o.value === key)?.label;
        return plain(
          [
            { kind: 'checkbox', checked: key === ground },
            ...text(` ${(language === 'en' ? label?.en : label?.zh) ?? ''}`),
          ],
          { leftEm: 2 },
        );
      }),
      ...(explanation === null ? [] : end.paragraphs('explanation')),
      heading(2, words.next),
      ...ways.map((way, i) => numbered(i + 1, way, language)),
      ...contactLines(facts, 'committee', draft),
      sealed(facts, 'committee', draft),
    ];
    return issued(facts, 'committee', draft, { title: words.title, blocks });
  },
});
