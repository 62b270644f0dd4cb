import en from '../../../../../../resources/forms/en/la-refusal.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/la-refusal.json' with { type: 'json' };
import {
  aidAgencyTopic,
  aidDecisionTopic,
} from '../../../../../../shared/features/documents/particulars/legal-aid.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { agencySeal, aidPaper, aidRefused } from '../kit/aid.ts';
import { startDecision } from '../kit/aid-decision.ts';
import { legalAidArticle } from '../kit/asked.ts';
import { optionBoxes } from '../kit/court.ts';
import { blank, fill, text } from '../kit/draft.ts';
import { citations } from '../kit/format.ts';
import { addresseeAndFile } from '../kit/institution.ts';
import { handDate, heading, plain, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';

/** 不予法律援助决定书 with reasons and the way to object (法律援助法 arts 43, 49). */
export const laRefusal = defineForm({
  id: 'la-refusal',
  number: 48,
  track: 'legal-aid',
  stage: 'decision',
  issuer: 'agency',
  scope: 'case',
  requiredFacts: [
    'applicants.*.name',
    'respondents.*.party.organisation.name',
    'matter.cause',
    'events.aid-applied',
    ...['number', 'date', 'facts', 'refusal', 'explanation', 'article'].map(
      (key) => `particulars.legal-aid-decision.${key}`,
    ),
    'particulars.legal-aid-agency.department',
  ],
  topics: [aidDecisionTopic, aidAgencyTopic],
  status: { basis: ['law'], form: ['memory'] },
  copies: addresseeAndFile,
  applicable: aidRefused,
  words: { 'zh-CN': zh, en },
  build: (facts, wording) => {
    const { form: words } = wording;
    const { common, draft, own, head } = startDecision(facts, wording);
    const agency = readTopic(draft, facts, aidAgencyTopic);
    const { refusal } = own.values;
    const blocks: Block[] = [
      ...head,
      ...own.paragraphs('facts', { widthEm: 24 }),
      heading(2, words.reasonHead),
      ...aidDecisionTopic.fields.refusal.type.options.map((o) =>
        plain(optionBoxes([o], refusal, draft), { leftEm: 2 }),
      ),
      ...(refusal === null ? [prose(own.need('refusal', { widthEm: 12 }))] : []),
      ...own.paragraphs('explanation', { widthEm: 24 }),
      ...(refusal === 'missing' ? [prose(text(words.missing))] : []),
      prose(fill(words.decision, { articles: own.need('article', { widthEm: 12 }) })),
      ...(refusal === 'competence'
        ? [prose(fill(words.refer, { agency: own.need('refer', { widthEm: 12 }) }))]
        : []),
      prose(
        fill(words.remedy, {
          department: agency.need('department', { widthEm: 12 }),
          articles: citations([legalAidArticle('49')], common),
        }),
      ),
      agencySeal(facts, draft, own.need('date')),
      plain([...text(words.receipt), blank(8), ...text('　'), ...handDate(common)], { sizePt: 12 }),
    ];
    return aidPaper(facts, draft, { title: words.title, blocks });
  },
});
