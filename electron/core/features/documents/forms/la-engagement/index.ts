import en from '../../../../../../resources/forms/en/la-engagement.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/la-engagement.json' with { type: 'json' };
import {
  aidAgencyTopic,
  aidAssignmentTopic,
  aidDecisionTopic,
  aidEngagementTopic,
  aidLetterTopic,
  aidMatterTopic,
} from '../../../../../../shared/features/documents/particulars/legal-aid.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { agencyName, assigned, decisionNumber } from '../kit/aid.ts';
import { legalAidArticle } from '../kit/asked.ts';
import { blank, type Content, fill, startDraft, text } from '../kit/draft.ts';
import { citations, ordinal } from '../kit/format.ts';
import { finish, handDate, plain, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantName, respondentNames, subjectName } from '../kit/parties.ts';
import { headed } from '../kit/request.ts';
import { inRoles } from '../kit/roles.ts';

/** 法律援助委托代理协议 of one client: without fee, and without a mandate to collect money (法律援助法 arts 20, 47, 48). */
export const laEngagement = defineForm({
  id: 'la-engagement',
  number: 51,
  track: 'legal-aid',
  stage: 'assignment',
  issuer: 'both-parties',
  scope: 'member',
  requiredFacts: [
    ...['name', 'idNumber', 'mailAddress', 'phone'].map((key) => `applicants.*.${key}`),
    'respondents.*.party.organisation.name',
    'matter.cause',
    ...['name', 'firm', 'licenceNo'].map((key) => `agents.*.${key}`),
    'particulars.legal-aid-decision.number',
    'particulars.legal-aid-engagement.number',
    'particulars.legal-aid-letter.stage',
    'particulars.legal-aid-matter.forms',
  ],
  topics: [
    aidEngagementTopic,
    aidLetterTopic,
    aidMatterTopic,
    aidAssignmentTopic,
    aidDecisionTopic,
    aidAgencyTopic,
  ],
  status: { basis: ['memory'], form: ['memory'] },
  copies: () => ({ tribunal: 1, opponents: 1, own: 1, total: 3 }),
  words: { 'zh-CN': zh, en },
  build: (facts, { common: usual, form: words, language }, target) => {
    const common = inRoles(usual, { workers: words.role, units: words.opponentRole });
    const draft = startDraft(common, language);
    const at = Math.max(
      0,
      facts.applicants.findIndex((a) => a.id === target.applicantId),
    );
    const worker = facts.applicants[at];
    if (!worker) {
      const blocks: Block[] = [prose(draft.gap('applicants', 'applicants', { widthEm: 20 }))];
      return finish(draft, { title: words.title, language, blocks });
    }
    const own = readTopic(draft, facts, aidEngagementTopic);
    const subject = subjectName(common, 'applicant', worker.name, at);
    const need = (key: 'idNumber' | 'phone' | 'mailAddress', widthEm: number): Content =>
      draft.need(`applicants.${at}.${key}`, worker[key], key, { subject, widthEm });
    const { firm, lawyer, licence } = assigned(facts, draft);
    const articles = (list: string): Content => citations([legalAidArticle(list)], common);
    const special = own.show('special');
    const terms: Content[] = [
      fill(words.agent, {
        lawyer,
        licence: licence(),
        stage: readTopic(draft, facts, aidLetterTopic).need('stage', { widthEm: 5 }),
        forms: readTopic(draft, facts, aidMatterTopic).need('forms', { widthEm: 10 }),
      }),
      [
        ...text(words.general),
        ...text(common.sentenceGap),
        ...(special === null ? text(words.noSpecial) : fill(words.special, { list: special })),
      ],
      text(words.collect),
      fill(words.free, { articles: articles('20') }),
      text(words.firmDuties),
      fill(words.clientDuties, { articles: articles('47') }),
      fill(words.end, { articles: articles('48') }),
      text(words.papers),
      ...(own.values.further ?? '')
        .split('\n')
        .flatMap((line) => (line.trim() === '' ? [] : [text(line.trim())])),
      text(words.copies),
    ];
    const blocks: Block[] = [
      plain(own.need('number', { widthEm: 10 }), { align: 'right' }),
      headed(
        draft,
        words.client,
        fill(words.clientText, {
          name: applicantName(worker, at, draft),
          idNumber: need('idNumber', 11),
          address: need('mailAddress', 14),
          phone: need('phone', 8),
        }),
      ),
      headed(draft, words.firm, fill(words.firmText, { firm })),
      prose(
        fill(words.opening, {
          respondents: respondentNames(facts, draft),
          cause: draft.need('matter.cause', facts.matter.cause, 'cause'),
          agency: agencyName(facts, draft),
          decision: decisionNumber(facts, draft),
        }),
      ),
      ...terms.map((term, i) => prose([...text(ordinal(i + 1, language)), ...term])),
      signature([[...text(words.signClient), blank(9)], handDate(common)]),
      {
        ...signature([
          fill(words.signFirm, { firm }),
          [...text(words.signLawyer), blank(9)],
          handDate(common),
        ]),
        seal: true,
      },
    ];
    return finish(draft, { title: words.title, language, blocks, seam: true });
  },
});
