import en from '../../../../../../resources/forms/en/la-letter.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/la-letter.json' with { type: 'json' };
import {
  aidAgencyTopic,
  aidAssignmentTopic,
  aidDecisionTopic,
  aidLetterTopic,
} from '../../../../../../shared/features/documents/particulars/legal-aid.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { agencySeal, aidPaper, assigned, decisionNumber } from '../kit/aid.ts';
import { type Content, emboldened, fill, startDraft, text } from '../kit/draft.ts';
import { greeting } from '../kit/institution.ts';
import { handDate, heading, plain, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantNames, respondentNames } from '../kit/parties.ts';
import { attached } from '../kit/request.ts';
import { inRoles } from '../kit/roles.ts';

/** 法律援助公函 and 律师事务所函, a sheet each, for one body and one stage (民诉法解释 art. 88). */
export const laLetter = defineForm({
  id: 'la-letter',
  number: 50,
  track: 'legal-aid',
  stage: 'appearance',
  issuer: 'agency',
  scope: 'case',
  requiredFacts: [
    'applicants.*.name',
    'respondents.*.party.organisation.name',
    'matter.cause',
    'tribunal.sealName',
    ...['name', 'firm', 'licenceNo', 'phone'].map((key) => `agents.*.${key}`),
    'particulars.legal-aid-decision.number',
    ...['agencyNumber', 'firmNumber', 'stage'].map((key) => `particulars.legal-aid-letter.${key}`),
  ],
  topics: [aidLetterTopic, aidAssignmentTopic, aidDecisionTopic, aidAgencyTopic],
  status: { basis: ['law'], form: ['secondary'] },
  copies: () => ({ tribunal: 1, opponents: 0, own: 1, total: 2 }),
  words: { 'zh-CN': zh, en },
  build: (facts, { common: usual, form: words, language }) => {
    const common = inRoles(usual, { workers: words.role, units: words.opponentRole });
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, aidLetterTopic);
    const { to, assistant } = own.values;
    const { firm, lawyer, licence, phone } = assigned(facts, draft);
    const body: Content =
      to === null
        ? draft.need('tribunal.sealName', facts.tribunal.sealName, 'sealName', { widthEm: 14 })
        : text(to);
    const stage = own.need('stage', { widthEm: 5 });
    const slots = {
      applicants: applicantNames(facts, draft),
      respondents: respondentNames(facts, draft),
      cause: draft.need('matter.cause', facts.matter.cause, 'cause'),
      lawyer,
      licence: licence(),
      stage,
    };
    const blocks: Block[] = [
      plain(own.need('agencyNumber', { widthEm: 10 }), { align: 'right' }),
      greeting(body, draft),
      prose(fill(words.agencyText, { ...slots, firm, decision: decisionNumber(facts, draft) })),
      prose(fill(words.only, { stage })),
      agencySeal(facts, draft),
      ...attached([text(words.attachment.decision)], draft),
      { kind: 'page-break' },
      plain(emboldened(firm), { align: 'center', sizePt: 18, keepWithNext: true }),
      heading(1, words.firmTitle),
      plain(own.need('firmNumber', { widthEm: 10 }), { align: 'right' }),
      greeting(body, draft),
      prose(fill(words.firmText, { ...slots, phone: phone() })),
      ...(assistant === null ? [] : [prose(fill(words.assistant, { text: assistant }))]),
      prose(fill(words.only, { stage })),
      { ...signature([firm, handDate(common)]), seal: true },
      ...attached([text(words.attachment.mandate), text(words.attachment.licence)], draft),
    ];
    return aidPaper(facts, draft, { title: words.title, blocks });
  },
});
