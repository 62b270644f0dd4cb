import en from '../../../../../../resources/forms/en/arb-acceptance.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/arb-acceptance.json' with { type: 'json' };
import { arbAcceptanceTopic } from '../../../../../../shared/features/documents/particulars/commission.ts';
import {
  hearingTopic,
  tribunalTopic,
} from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { claimSentence, totalAmount } from '../arb-application/claims.ts';
import { defineForm } from '../definition.ts';
import { applicationWords, mediationArticle, rulesArticle } from '../kit/asked.ts';
import { type Content, emboldened, fill, joined, startDraft, text } from '../kit/draft.ts';
import { eventDay } from '../kit/events.ts';
import { citations, ordinal } from '../kit/format.ts';
import {
  addresseeAndFile,
  addresseeOf,
  addresseeTargets,
  caseParties,
  contactLines,
  formTable,
  greeting,
  handSigned,
  institutionNumber,
  issued,
  numberLine,
  otherSide,
  panelOf,
  sealed,
} from '../kit/institution.ts';
import { numbered, plain, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { warnAfter } from '../kit/request.ts';

/**
 * 受理通知书 with the internal 立案组庭审批表 on a sheet of its own (劳动争议调解仲裁法 arts 29, 43; 办案规则 arts 30, 37, 44, 45).
 * The day of acceptance, from which the 45 days run, is that of the approval.
 */
export const arbAcceptance = defineForm({
  id: 'arb-acceptance',
  number: 30,
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
    'claims.*.amount',
    'events.application-submitted',
    'events.accepted',
    ...['address', 'phone', 'clerk'].map((key) => `particulars.tribunal.${key}`),
    'particulars.arb-acceptance.awardBy',
    'particulars.arb-acceptance.clerkOpinion',
    'particulars.hearing.panel',
  ],
  topics: [arbAcceptanceTopic, hearingTopic, tribunalTopic],
  status: { basis: ['law'], form: ['official-form'] },
  copies: addresseeAndFile,
  targets: (facts) => addresseeTargets(facts, ['applicant']),
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }, target) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, arbAcceptanceTopic);
    const tribunal = readTopic(draft, facts, tribunalTopic);
    const { furtherProof, mandateBy, panelBy } = own.values;
    warnAfter(facts, panelBy?.due ?? null, 'events.accepted', 'panelLate', draft, 'advice');
    const to = addresseeOf(facts, target, draft, 'applicant');
    const rules = (article: string): Content => citations([rulesArticle(article)], common);
    const law = (article: string): Content => citations([mediationArticle(article)], common);
    const cause = draft.need('matter.cause', facts.matter.cause, 'cause');
    const received = eventDay(facts, 'application-submitted', draft);
    const accepted = eventDay(facts, 'accepted', draft);
    const number = institutionNumber(facts, 'commission', draft);
    const items: Content[] = [
      text(words.receipt),
      ...(to.units ? [text(words.unit)] : []),
      fill(words.agent, {
        by: mandateBy === null ? words.byHand : own.need('mandateBy'),
        articles: law('24'),
      }),
      fill(words.change, { articles: rules('44') }),
      text(words.rights),
      text(words.duties),
      fill(words.period, { date: own.need('awardBy'), articles: law('43') }),
      fill(words.free, { articles: law('53') }),
      ...(furtherProof === null
        ? []
        : [
            [
              ...fill(words.further, {
                by: own.values.furtherBy === null ? words.byHand : own.need('furtherBy'),
              }),
              ...text(furtherProof.replaceAll('\n', '')),
            ],
          ]),
      text(words.enclosed),
    ];
    const parties = caseParties(facts, draft);
    const asked = applicationWords(language);
    const claims = facts.claims.map(
      (claim, i): Content => [
        ...(facts.claims.length > 1 ? text(ordinal(i + 1, language)) : []),
        ...claimSentence(facts, claim, i, asked, draft),
        ...text(common.stop),
      ],
    );
    const a = words.approval;
    const approval = formTable([
      [
        [a.number, number],
        [a.received, received],
      ],
      [[a.applicant, parties.applicant]],
      [[a.respondent, parties.respondent]],
      [
        [a.cause, cause],
        [a.total, totalAmount(facts, draft) ?? text('—')],
      ],
      [
        [
          a.claims,
          claims.length === 0 ? draft.gap('claims', 'claims', { widthEm: 20 }) : joined(claims, '\n'),
        ],
      ],
      [
        [
          a.opinion,
          own.values.clerkOpinion === null
            ? own.need('clerkOpinion', { widthEm: 20 })
            : text(own.values.clerkOpinion),
        ],
      ],
      [[a.clerk, own.values.clerk === null ? handSigned(a.sign, draft) : text(own.values.clerk)]],
      [
        [a.panel, panelOf(facts, draft)],
        [a.recorder, tribunal.need('clerk', { widthEm: 5 })],
      ],
      [[a.leader, [...text(`${a.agree}\n\n`), ...handSigned(a.sign, draft)]]],
      [[a.accepted, accepted]],
    ]);
    const blocks: Block[] = [
      numberLine(facts, 'commission', draft),
      greeting(to.name, draft),
      prose(fill(words.text, { other: otherSide(facts, to, draft), cause, received, accepted, number })),
      ...items.map((item, i) => numbered(i + 1, item, language)),
      ...contactLines(facts, 'commission', draft),
      sealed(facts, 'commission', draft),
      { kind: 'page-break' },
      plain(emboldened(text(words.approvalTitle)), { align: 'center', sizePt: 22, keepWithNext: true }),
      plain(text(words.approvalNote), { align: 'center', sizePt: 10.5, keepWithNext: true }),
      approval,
    ];
    return issued(facts, 'commission', draft, { title: words.title, blocks });
  },
});
