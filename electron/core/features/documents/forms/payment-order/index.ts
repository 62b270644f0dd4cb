import en from '../../../../../../resources/forms/en/payment-order.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/payment-order.json' with { type: 'json' };
import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import { preservationTopic } from '../../../../../../shared/features/documents/particulars/interim.ts';
import {
  mediationTopic,
  paymentOrderTopic,
  settlementTopic,
} from '../../../../../../shared/features/documents/particulars/mediation.ts';
import { wageSettlementTopic } from '../../../../../../shared/features/documents/particulars/office-papers.ts';
import { courtTopic } from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import { isPlainDate, type PlainDate } from '../../../../../../shared/kernel/date.ts';
import { type Fen, fen } from '../../../../../../shared/kernel/money.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { formerOfPaymentOrder } from '../../documents.former.ts';
import { defineForm } from '../definition.ts';
import { mediationArticle } from '../kit/asked.ts';
import { blank, type Content, type Draft, fill, joined, startDraft, text } from '../kit/draft.ts';
import { citations, longDate, money, moneyInWords, ordinal, subordinal } from '../kit/format.ts';
import { institutionName } from '../kit/institution.ts';
import { finish, handDate, heading, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import {
  agentBlock,
  applicantBlock,
  employerIndex,
  partyBlock,
  partyName,
  respondentName,
  subjectName,
} from '../kit/parties.ts';
import { addressedTo, attached } from '../kit/request.ts';
import { settledShare } from '../kit/settlement.ts';
import { agentsOf, unitFiles } from '../kit/sides.ts';
import { partyFacts } from '../required.ts';

const contractLaw = { law: { zh: '中华人民共和国劳动合同法', en: 'Labour Contract Law' }, article: '30(2)' };
type Words = typeof zh;

/** Whether a day of payment has passed when the paper is made; a day that is not known is not held against it. */
const past = (day: PlainDate, facts: FilingFacts): boolean =>
  facts.preparedOn === null || day < facts.preparedOn;

/**
 * The days agreed in a mediation agreement. An order is for what is due (民诉法解释 art. 427(3)): all of it after the last
 * day; between two instalments only where the agreement makes a default fall on the whole, which it is for a person to see.
 */
function agreedDays(facts: FilingFacts, words: Words, draft: Draft): Content {
  const { common } = draft;
  const settlement = readTopic(draft, facts, settlementTopic);
  const { instalments } = settlement.values;
  const open = instalments.findIndex((row) => row.due === null);
  if (instalments.length === 0) return fill(words.due, { due: settlement.gap('instalments') });
  if (open >= 0) return fill(words.due, { due: settlement.needCell('instalments', open, 'due') });
  const days = instalments.flatMap((row) => row.due ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  if (past(last, facts)) return fill(words.due, { due: longDate(last, common) });
  const path = settlement.path('instalments');
  if (!past(first, facts)) {
    draft.warn(path, 'rule', 'error', 'orderNotDue', { date: longDate(first, common) });
    return fill(words.due, { due: longDate(first, common) });
  }
  draft.warn(path, 'rule', 'advice', 'orderPartDue', { date: longDate(last, common) });
  return fill(words.dueByDefault, { due: longDate(first, common) });
}

/** The day that the wage settlement or IOU names. */
function settledDay(facts: FilingFacts, words: Words, draft: Draft): Content {
  const wages = readTopic(draft, facts, wageSettlementTopic);
  const { payOn } = wages.values;
  if (payOn !== null && !past(payOn, facts)) {
    const date = longDate(payOn, draft.common);
    draft.warn(wages.path('payOn'), 'rule', 'error', 'orderNotDue', { date });
  }
  return fill(words.due, { due: wages.need('payOn') });
}

/** What was agreed for delay, on one line and without its last stop. */
function delay(facts: FilingFacts, onAgreement: boolean, draft: Draft): Content {
  const terms = readTopic(draft, facts, settlementTopic);
  const wages = readTopic(draft, facts, wageSettlementTopic);
  const agreed = onAgreement ? terms.values.lateConsequence : wages.values.late;
  if (agreed === null) return onAgreement ? terms.need('lateConsequence') : wages.need('late');
  const lines = agreed.split('\n').map((line) => line.trim());
  return text(lines.join('').replace(/[。.；;]+$/u, ''));
}

/** A day or an interest typed earlier that is not the agreement's: a person has to say which is right. */
function warnOfFormer(facts: FilingFacts, draft: Draft): void {
  const own = readTopic(draft, facts, paymentOrderTopic);
  const { common } = draft;
  const said = (value: string): string => (isPlainDate(value) ? longDate(value, common) : value);
  for (const { field, typed, now } of formerOfPaymentOrder((id) => facts.particulars.case[id]?.entered))
    draft.warn(
      own.path(field),
      'rule',
      'error',
      field === 'dueOn' ? 'orderDayDiffers' : 'orderInterestDiffers',
      {
        typed: said(typed),
        now: now.length === 0 ? '—' : now.map(said).join(common.listComma),
      },
    );
}

const payableKinds = new Set([
  'unpaid-wages',
  'overtime-pay',
  'minimum-wage-difference',
  'annual-leave-pay',
  'double-wage',
  'severance',
  'unlawful-termination',
  'notice-pay',
  'work-injury',
]);

/**
 * 支付令申请书 of one worker (劳动争议调解仲裁法 art. 16 on a mediation agreement; 劳动合同法 art. 30 on wages; 民事诉讼法
 * arts 225–228; 民诉法解释 art. 427). The sum is the worker's part of the agreement or the arrears of the record, less what
 * was paid since; day of payment and delay are those of the agreement or of the wage settlement.
 */
export const paymentOrder = defineForm({
  id: 'payment-order',
  number: 28,
  track: 'mediation',
  stage: 'outcome',
  issuer: 'applicant',
  scope: 'member',
  whose: ({ particulars }) =>
    particulars.case['payment-order']?.entered.door === 'agreement' ? 'settling' : 'going',
  requiredFacts: [
    ...partyFacts.filter((path) => path !== 'respondents.*.capacity'),
    ...['organisation'].map((key) => `particulars.mediation.${key}`),
    ...['number', 'date', 'total', 'instalments'].map((key) => `particulars.settlement.${key}`),
    ...['door', 'document'].map((key) => `particulars.payment-order.${key}`),
    'particulars.court.name',
  ],
  topics: [paymentOrderTopic, settlementTopic, wageSettlementTopic, mediationTopic, courtTopic],
  status: { basis: ['law'], form: ['law'] },
  copies: (facts) => ({ tribunal: 1, opponents: 1, own: facts.copies.own, total: 2 + facts.copies.own }),
  applicable: (facts) => !unitFiles(facts),
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }, target) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, paymentOrderTopic);
    const settlement = readTopic(draft, facts, settlementTopic);
    warnOfFormer(facts, draft);
    const at = Math.max(
      0,
      facts.applicants.findIndex((a) => a.id === target.applicantId),
    );
    const worker = facts.applicants[at];
    if (!worker) {
      const blocks: Block[] = [prose(draft.gap('applicants', 'applicants', { widthEm: 20 }))];
      return finish(draft, { title: words.title, language, blocks });
    }
    const subject = subjectName(common, 'applicant', worker.name, at);
    const { door, payments, interest, document } = own.values;
    const onAgreement = door !== 'wages';
    const owed = onAgreement ? settledShare(facts, worker, draft) : worker.arrears.total;
    const paid = payments.reduce(
      (sum, row) => (row.name?.trim() === worker.name ? sum + (row.amount ?? 0) : sum),
      0,
    );
    const balance: Fen | null = owed === null || owed < paid ? null : fen(owed - paid);
    if (owed !== null && owed <= paid) {
      draft.warn(own.path('payments'), 'rule', 'error', 'orderNothing', { name: worker.name ?? subject });
    }
    const due = onAgreement ? agreedDays(facts, words, draft) : settledDay(facts, words, draft);
    if (onAgreement && facts.claims.some((claim) => !payableKinds.has(claim.kind))) {
      draft.warn(own.path('door'), 'rule', 'advice', 'orderKinds');
    }
    // 民诉法解释 art. 427(7).
    const preserved = facts.events.some((e) => e.type === 'preservation-applied');
    if (preserved && readTopic(draft, facts, preservationTopic).values.stage === 'before') {
      draft.warn('particulars.preservation.stage', 'rule', 'error', 'orderPreservation');
    }
    const missing = (): Content =>
      !onAgreement
        ? draft.gap(`applicants.${at}.arrears.total`, 'arrearsTotal', { subject, widthEm: 10 })
        : facts.applicants.length > 1
          ? settlement.gap('shares', { subject, widthEm: 10 })
          : settlement.gap('total', { widthEm: 10 });
    const sum = (amount: Fen | null): Content =>
      amount === null
        ? owed === null
          ? missing()
          : text(money(fen(0), common))
        : text(moneyInWords(amount, common));
    const debtorAt = employerIndex(facts.respondents);
    const debtor = facts.respondents[debtorAt]?.party;
    const agents = agentsOf(facts, worker.id);
    const address =
      debtor?.kind === 'organisation' ? debtor.organisation.mailAddress : debtor?.person.mailAddress;
    const story = onAgreement
      ? fill(words.agreement, {
          organisation: institutionName(facts, 'committee', draft),
          date: settlement.need('date'),
          number: settlement.need('number'),
          owed: sum(owed),
        })
      : fill(words.wages, {
          start: draft.need(
            `applicants.${at}.job.start`,
            worker.job.start && longDate(worker.job.start, common),
            'jobStart',
            { subject },
          ),
          end: worker.job.end === null ? words.now : longDate(worker.job.end, common),
          post: draft.need(`applicants.${at}.job.post`, worker.job.post, 'post', { subject }),
          owed: sum(owed),
          document: own.need('document'),
          docDate: own.need('documentDate'),
        });
    const facts1: Content[] = [
      story,
      due,
      paid > 0
        ? fill(words.balance, { paid: money(fen(paid), common), balance: sum(balance) })
        : text(words.unpaid),
    ];
    const statements = words.statements.map((line, i) =>
      prose([
        ...text(subordinal(i + 1, language)),
        ...fill(line, {
          address: debtor
            ? draft.need(
                `respondents.${debtorAt}.party.${debtor.kind}.mailAddress`,
                address ?? null,
                'mailAddress',
                {
                  subject: subjectName(common, 'respondent', partyName(debtor), debtorAt),
                  widthEm: 14,
                },
              )
            : draft.gap('respondents', 'respondents', { widthEm: 14 }),
        }),
      ]),
    );
    const asks = [
      fill(words.ask, { amount: sum(balance) }),
      ...(interest === true ? [fill(words.interest, { interest: delay(facts, onAgreement, draft) })] : []),
      text(words.cost),
    ];
    const named = own.need('document', { widthEm: 6 });
    const blocks: Block[] = [
      ...applicantBlock(facts, at, words.creditor, draft),
      ...agents.map((_, i) => agentBlock(agents, i, draft)),
      ...(debtor
        ? partyBlock(debtor, `respondents.${debtorAt}.party`, 'respondent', words.debtor, debtorAt, draft)
        : [prose(respondentName(facts, 0, draft))]),
      heading(2, common.request.asks),
      ...(door === null ? [prose(own.need('door', { widthEm: 16 }))] : []),
      ...asks.map((ask, i) => prose([...text(asks.length > 1 ? ordinal(i + 1, language) : ''), ...ask])),
      heading(2, common.request.reasons),
      prose(joined(facts1, common.sentenceGap)),
      prose(
        fill(words.ground, {
          articles: citations([onAgreement ? mediationArticle('16') : contractLaw], common),
        }),
      ),
      heading(2, words.statementHead),
      ...statements,
      heading(2, words.evidence),
      prose(
        facts.evidence.length === 0
          ? fill(words.noEvidence, { gap: draft.gap('evidence', 'evidence', { widthEm: 12 }) })
          : fill(words.evidenceLine, { count: String(facts.evidence.length) }),
      ),
      prose(text(onAgreement ? words.afterAgreement : words.afterWages)),
      ...addressedTo(facts, 'court', draft),
      signature([[...text(common.signApplicant), blank(9)], handDate(common)]),
      ...attached(
        [
          fill(words.attachment.copies, { count: '1' }),
          document === null ? named : fill(words.attachment.document, { document: named }),
          text(words.attachment.id),
          text(words.attachment.registration),
          text(words.attachment.evidence),
          ...(agents.length > 0 ? [text(words.attachment.agent)] : []),
        ],
        draft,
      ),
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
