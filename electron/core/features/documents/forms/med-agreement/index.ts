import en from '../../../../../../resources/forms/en/med-agreement.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/med-agreement.json' with { type: 'json' };
import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import {
  mediationTopic,
  settlementTopic,
} from '../../../../../../shared/features/documents/particulars/mediation.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { claimBlocks } from '../arb-application/claims.ts';
import { defineForm } from '../definition.ts';
import { askedWords, civilArticle, mediationArticle, rulesArticle } from '../kit/asked.ts';
import { partiesInFull, partiesSignature } from '../kit/both.ts';
import { blank, type Content, type Draft, fill, fillText, joined, startDraft, text } from '../kit/draft.ts';
import { citations, longDate, money, moneyInWords } from '../kit/format.ts';
import { eachPartyAndFile, institutionName, issued, sealed } from '../kit/institution.ts';
import { heading, needsRoster, plain, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantName, applicantNames, subjectName } from '../kit/parties.ts';
import { settlementFacts, settlementTerms } from '../kit/settlement.ts';
import { arrearsTotal } from '../kit/sums.ts';
import { partyFacts } from '../required.ts';

type Words = typeof zh;

const ways = ['arbitral-review', 'judicial-confirmation', 'payment-order', 'none'] as const;

/** Employment and arrears in a sentence for each worker, or one for a group with its roster. */
function employment(facts: FilingFacts, words: Words, draft: Draft): Block[] {
  const { common } = draft;
  if (needsRoster(facts)) {
    const total = arrearsTotal(facts, draft);
    return [
      prose(
        fill(words.group, {
          names: applicantNames(facts, draft),
          amount:
            total === null
              ? draft.gap('applicants.0.arrears.total', 'arrearsTotal')
              : text(moneyInWords(total, common)),
        }),
      ),
    ];
  }
  return facts.applicants.flatMap((applicant, i): Block[] => {
    const { job, arrears } = applicant;
    if (arrears.total === 0) return [];
    const subject = subjectName(common, 'applicant', applicant.name, i);
    const path = `applicants.${i}`;
    return [
      prose(
        fill(words.employed, {
          name: applicantName(applicant, i, draft),
          start: draft.need(`${path}.job.start`, job.start && longDate(job.start, common), 'jobStart', {
            subject,
          }),
          post: draft.need(`${path}.job.post`, job.post, 'post', { subject, widthEm: 6 }),
          from: draft.need(
            `${path}.arrears.from`,
            arrears.from && longDate(arrears.from, common),
            'arrearsFrom',
            {
              subject,
            },
          ),
          to: draft.need(`${path}.arrears.to`, arrears.to && longDate(arrears.to, common), 'arrearsTo', {
            subject,
          }),
          amount: draft.need(
            `${path}.arrears.total`,
            arrears.total === null ? null : money(arrears.total, common),
            'arrearsTotal',
            { subject },
          ),
        }),
      ),
    ];
  });
}

/**
 * 调解协议书 (劳动争议调解仲裁法 arts 14–16; 人民调解法 arts 29, 31). Without the organisation's seal it is an ordinary
 * settlement; each way of securing it has its own last day.
 */
export const medAgreement = defineForm({
  id: 'med-agreement',
  number: 24,
  track: 'mediation',
  stage: 'outcome',
  issuer: 'both-parties',
  scope: 'case',
  whose: 'settling',
  requiredFacts: [
    ...new Set([
      ...partyFacts,
      ...['job.start', 'arrears.from', 'arrears.to', 'arrears.total'].map((key) => `applicants.*.${key}`),
      ...settlementFacts,
      'matter.cause',
      'particulars.mediation.organisation',
      'particulars.mediation.mediators',
      'particulars.settlement.number',
      'particulars.settlement.date',
      'particulars.settlement.effect',
    ]),
  ],
  topics: [settlementTopic, mediationTopic],
  status: { basis: ['law'], form: ['law'] },
  copies: eachPartyAndFile,
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, settlementTopic);
    const mediation = readTopic(draft, facts, mediationTopic);
    const { effect, undisputed } = own.values;
    const by = (key: 'reviewBy' | 'confirmBy'): string => {
      const date = own.show(key);
      return date === null ? '' : fillText(words.by, { date });
    };
    const law = citations;
    const told: Readonly<Record<(typeof ways)[number], Content>> = {
      'arbitral-review': fill(words.review, {
        by: by('reviewBy'),
        articles: law([rulesArticle('74')], common),
      }),
      'judicial-confirmation': fill(words.confirmation, {
        by: by('confirmBy'),
        articles: law([civilArticle('205')], common),
      }),
      'payment-order': fill(words.order, { articles: law([mediationArticle('16')], common) }),
      none: text(words.none),
    };
    const mediators =
      mediation.values.mediators.length === 0
        ? mediation.gap('mediators')
        : joined(
            mediation.values.mediators.map((_, i) => mediation.needCell('mediators', i, 'name')),
            common.listComma,
          );
    const facts1 = own.values.facts === null ? employment(facts, words, draft) : own.paragraphs('facts');
    const blocks: Block[] = [
      plain(own.need('number', { widthEm: 10 }), { align: 'right' }),
      ...partiesInFull(facts, draft),
      heading(2, words.cause),
      prose(
        fill(words.dispute, {
          cause: draft.need('matter.cause', facts.matter.cause, 'cause'),
          organisation: institutionName(facts, 'committee', draft),
          mediators,
        }),
      ),
      ...facts1,
      ...(undisputed === null
        ? []
        : [prose(fill(words.undisputed, { amount: own.needInWords('undisputed') }))]),
      heading(2, words.asks),
      ...claimBlocks(facts, askedWords(language), draft),
      heading(2, words.terms),
      { ...prose(text(words.intro)), keepWithNext: true },
      ...settlementTerms(facts, draft),
      heading(2, words.effectHead),
      prose(fill(words.effect, { articles: law([mediationArticle('14')], common) })),
      {
        ...prose([...text(words.ways), ...(effect === null ? own.need('effect', { widthEm: 10 }) : [])]),
        keepWithNext: true,
      },
      ...ways.map(
        (way): Block =>
          plain([{ kind: 'checkbox', checked: way === effect }, ...text(' '), ...told[way]], {
            leftEm: 2,
            align: 'justify',
          }),
      ),
      prose(fill(words.copies, { n: String(eachPartyAndFile(facts).total) })),
      ...partiesSignature(facts, draft),
      signature([[...text(words.mediatorSign), blank(9)]]),
      sealed(facts, 'committee', draft, own.need('date')),
    ];
    return issued(facts, 'committee', draft, { title: words.title, blocks, seam: true });
  },
});
