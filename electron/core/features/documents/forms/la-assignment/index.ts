import en from '../../../../../../resources/forms/en/la-assignment.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/la-assignment.json' with { type: 'json' };
import {
  aidAgencyTopic,
  aidAssignmentTopic,
  aidDecisionTopic,
  aidMatterTopic,
} from '../../../../../../shared/features/documents/particulars/legal-aid.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import {
  agencyName,
  agencySeal,
  aidPaper,
  aidRefused,
  assigned,
  decisionNumber,
  organOf,
} from '../kit/aid.ts';
import { legalAidArticle } from '../kit/asked.ts';
import { blank, type Content, fill, startDraft, text } from '../kit/draft.ts';
import { citations, longDate, subordinal } from '../kit/format.ts';
import { formTable, greeting } from '../kit/institution.ts';
import { handDate, heading, plain, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantNames, respondentNames, subjectName } from '../kit/parties.ts';
import { warnAfter } from '../kit/request.ts';
import { inRoles } from '../kit/roles.ts';

/** 指派通知书 with its reply slip (法律援助法 art. 43: within three days of the decision). */
export const laAssignment = defineForm({
  id: 'la-assignment',
  number: 49,
  track: 'legal-aid',
  stage: 'assignment',
  issuer: 'agency',
  scope: 'case',
  requiredFacts: [
    'applicants.*.name',
    'applicants.*.phone',
    'respondents.*.party.organisation.name',
    'matter.cause',
    'tribunal.sealName',
    ...['name', 'firm'].map((key) => `agents.*.${key}`),
    'particulars.legal-aid-decision.number',
    ...['number', 'date', 'papers', 'contactDays'].map((key) => `particulars.legal-aid-assignment.${key}`),
    ...['forms', 'stage'].map((key) => `particulars.legal-aid-matter.${key}`),
    ...['phone', 'address'].map((key) => `particulars.legal-aid-agency.${key}`),
  ],
  topics: [aidAssignmentTopic, aidMatterTopic, aidDecisionTopic, aidAgencyTopic],
  status: { basis: ['law'], form: ['secondary'] },
  // Firm, file and client.
  copies: () => ({ tribunal: 1, opponents: 1, own: 1, total: 3 }),
  applicable: (facts) => !aidRefused(facts),
  words: { 'zh-CN': zh, en },
  build: (facts, { common: usual, form: words, language }) => {
    const common = inRoles(usual, { workers: words.role, units: words.opponentRole });
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, aidAssignmentTopic);
    const matter = readTopic(draft, facts, aidMatterTopic);
    const agency = readTopic(draft, facts, aidAgencyTopic);
    const { dialect, urgency, chosen, fileRules, date, assignBy } = own.values;
    warnAfter(
      { ...facts, preparedOn: date ?? facts.preparedOn },
      assignBy?.due ?? null,
      own.path('date'),
      'aidAssignLate',
      draft,
    );
    const { firm, lawyer } = assigned(facts, draft);
    const applicants = applicantNames(facts, draft);
    const [first] = facts.applicants;
    const signBy = own.show('signBy');
    const last = facts.limitation.lastFilingDay;
    const limit: Content =
      urgency !== null
        ? text(urgency)
        : last === null
          ? text('—')
          : fill(words.urgency, { date: longDate(last, common) });
    const r = words.rows;
    const steps: Content[] = [
      fill(words.contact, { days: own.need('contactDays', { widthEm: 3 }) }),
      ...(signBy === null ? [] : [fill(words.signText, { date: signBy })]),
      text(words.report),
      text(words.closing),
      ...(fileRules === null ? [] : [fill(words.fileRules, { text: fileRules })]),
    ];
    const blocks: Block[] = [
      plain(own.need('number', { widthEm: 10 }), { align: 'right' }),
      greeting(firm, draft),
      prose(
        fill(words.text, {
          applicants,
          respondents: respondentNames(facts, draft),
          cause: draft.need('matter.cause', facts.matter.cause, 'cause'),
          decision: decisionNumber(facts, draft),
          articles: citations([legalAidArticle('43')], common),
          lawyer: fill(words.lawyer, { name: lawyer, chosen: chosen === true ? words.chosen : '' }),
        }),
      ),
      formTable([
        [
          [r.recipient, applicants],
          [
            r.phone,
            first
              ? draft.need('applicants.0.phone', first.phone, 'phone', {
                  subject: subjectName(common, 'applicant', first.name, 0),
                })
              : [],
          ],
        ],
        [
          [r.forms, matter.need('forms', { widthEm: 8 })],
          [r.stage, matter.need('stage', { widthEm: 5 })],
        ],
        [[r.organ, organOf(facts, draft)]],
        [
          [r.dialect, text(dialect ?? '')],
          [r.urgency, limit],
        ],
        [[r.papers, own.need('papers', { widthEm: 14 })]],
      ]),
      heading(2, words.reminders),
      ...steps.map((step, i) => prose([...text(subordinal(i + 1, language)), ...step])),
      prose(
        fill(words.contactLine, {
          phone: agency.need('phone'),
          address: agency.need('address', { widthEm: 14 }),
        }),
      ),
      agencySeal(facts, draft, own.need('date')),
      { kind: 'page-break' },
      heading(1, words.slip),
      plain(fill(words.slipTo, { agency: agencyName(facts, draft) })),
      prose(fill(words.slipText, { number: own.need('number', { widthEm: 10 }) })),
      plain([{ kind: 'checkbox', checked: false }, ...text(` ${words.accept}`), blank(14)], { leftEm: 2 }),
      plain([{ kind: 'checkbox', checked: false }, ...text(` ${words.decline}`), blank(14)], { leftEm: 2 }),
      { ...signature([fill(words.sealFirm, { firm }), handDate(common)]), seal: true },
    ];
    return aidPaper(facts, draft, { title: words.title, blocks });
  },
});
