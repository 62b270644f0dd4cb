import en from '../../../../../../resources/forms/en/lawyer-letter.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/lawyer-letter.json' with { type: 'json' };
import { lawyerLetterTopic } from '../../../../../../shared/features/documents/particulars/office-papers.ts';
import { bankTopic } from '../../../../../../shared/features/documents/particulars/workers.ts';
import { formatYuan } from '../../../../../../shared/kernel/money.ts';
import type { Block, TableCell } from '../../../../../paper/model/blocks.ts';
import { rate } from '../arb-application/narrative.ts';
import { defineForm } from '../definition.ts';
import { contractArticle, inspectionArticle, wageArticle } from '../kit/asked.ts';
import { type Content, emboldened, fill, startDraft, text } from '../kit/draft.ts';
import { citations, longDate, moneyInWords } from '../kit/format.ts';
import { greeting } from '../kit/institution.ts';
import { cell, finish, handDate, heading, partyLabel, plain, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import {
  applicantName,
  applicantNames,
  partyId,
  partyName,
  respondentName,
  subjectName,
} from '../kit/parties.ts';
import { attached, headed, rowNamed } from '../kit/request.ts';

const offices = new Set(['lawyer', 'legal-aid-lawyer', 'grassroots-legal-worker']);

/**
 * 律师函 to each unit before action. A demand interrupts the limitation (劳动争议调解仲裁法 art. 27), so its service must be
 * provable; prosecution is no bargaining counter.
 */
export const lawyerLetter = defineForm({
  id: 'lawyer-letter',
  number: 58,
  track: 'all',
  stage: 'pre-action',
  issuer: 'firm',
  scope: 'case',
  requiredFacts: [
    'applicants.*.name',
    'respondents.*.party.organisation.name',
    'matter.cause',
    ...['name', 'firm', 'phone', 'from'].map((key) => `agents.*.${key}`),
    ...['start', 'post', 'wageForm', 'wageRate'].map((key) => `applicants.*.job.${key}`),
    'applicants.*.arrears.from',
    'applicants.*.arrears.to',
    'totals.arrears',
    ...['number', 'payBy', 'address', 'service'].map((key) => `particulars.lawyer-letter.${key}`),
  ],
  topics: [lawyerLetterTopic, bankTopic],
  status: { basis: ['memory'], form: ['secondary'] },
  copies: () => ({ tribunal: 0, opponents: 1, own: 1, total: 2 }),
  targets: (facts) =>
    facts.respondents.length === 0
      ? [{ target: {}, who: partyLabel(facts) }]
      : facts.respondents.map(({ party }) => ({
          target: { partyId: partyId(party) },
          who: partyName(party),
        })),
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }, target) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, lawyerLetterTopic);
    const { subject: about, facts: story, opinion, amount } = own.values;
    if (/刑事|坐牢|抓|判刑|拘留/u.test(`${story ?? ''}${opinion ?? ''}`)) {
      draft.warn(own.path('opinion'), 'rule', 'advice', 'letterThreat');
    }
    const agentAt = Math.max(
      0,
      facts.agents.findIndex((a) => a.party === null && a.kind !== null && offices.has(a.kind)),
    );
    const agent = facts.agents[agentAt];
    const lawyer = (key: 'name' | 'firm' | 'phone', widthEm: number): Content =>
      agent
        ? draft.need(`agents.${agentAt}.${key}`, agent[key], key, {
            subject: subjectName(common, 'agent', agent.name, agentAt),
            widthEm,
          })
        : draft.gap('agents', 'agents', { widthEm });
    const firm = lawyer('firm', 14);
    const from: Content = agent
      ? draft.need(`agents.${agentAt}.from`, agent.from && longDate(agent.from, common), 'agentFrom', {
          subject: subjectName(common, 'agent', agent.name, agentAt),
        })
      : [];
    const to = Math.max(
      0,
      facts.respondents.findIndex(({ party }) => partyId(party) === target.partyId),
    );
    const workers = applicantNames(facts, draft);
    const cause = draft.need('matter.cause', facts.matter.cause, 'cause');
    const one = facts.applicants.length === 1 ? facts.applicants[0] : undefined;
    const demanded = amount ?? facts.totals.arrears;
    const sum: Content =
      demanded === null
        ? draft.gap('totals.arrears', 'arrearsTotal', { widthEm: 10 })
        : text(moneyInWords(demanded, common));
    const boundary = (key: 'from' | 'to'): Content => {
      const days = facts.applicants.flatMap((a) => a.arrears[key] ?? []).sort();
      const day = (key === 'from' ? days[0] : days.at(-1)) ?? null;
      return draft.need(
        `applicants.0.arrears.${key}`,
        day && longDate(day, common),
        key === 'from' ? 'arrearsFrom' : 'arrearsTo',
      );
    };
    const period = { from: boundary('from'), to: boundary('to') };
    const told: Block[] =
      story !== null
        ? own.paragraphs('facts')
        : [
            prose(
              one
                ? fill(words.fact, {
                    worker: workers,
                    start: draft.need(
                      'applicants.0.job.start',
                      one.job.start && longDate(one.job.start, common),
                      'jobStart',
                    ),
                    post: draft.need('applicants.0.job.post', one.job.post, 'post', { widthEm: 6 }),
                    rate: rate(one, 0, draft),
                    ...period,
                    sum: fill(words.factSum, { amount: sum }),
                  })
                : fill(words.factGroup, {
                    worker: workers,
                    ...period,
                    sum: fill(words.factSum, { amount: sum }),
                  }),
            ),
          ];
    const migrant = facts.applicants.some((a) => a.isMigrant === true);
    const accounts = readTopic(draft, facts, bankTopic).values.list;
    const account = one && accounts[rowNamed(accounts, one.name)];
    const c = words.columns;
    const annex: Block[] =
      facts.applicants.length < 2
        ? []
        : [
            heading(2, words.annex),
            {
              kind: 'table',
              sizePt: 10.5,
              columns: [
                { header: c.no, share: 5 },
                { header: c.name, share: 11 },
                { header: c.amount, share: 11 },
                { header: c.bank, share: 19 },
                { header: c.number, share: 17 },
              ],
              rows: facts.applicants.map((a, i): TableCell[] => {
                const row = accounts[rowNamed(accounts, a.name)];
                return [
                  cell(String(i + 1), { align: 'center' }),
                  cell(applicantName(a, i, draft)),
                  cell(a.arrears.total === null ? '' : formatYuan(a.arrears.total), { align: 'right' }),
                  cell(row?.bank ?? ''),
                  cell(row?.number ?? ''),
                ];
              }),
            },
          ];
    const blocks: Block[] = [
      plain(own.need('number', { widthEm: 10 }), { align: 'right' }),
      greeting(respondentName(facts, to, draft), draft),
      headed(
        draft,
        words.subject,
        about === null ? fill(words.subjectText, { worker: workers, cause }) : text(about),
      ),
      prose(fill(words.mandate, { firm, worker: workers, lawyer: lawyer('name', 5), cause, from })),
      heading(2, words.factsHead),
      ...told,
      heading(2, words.opinionHead),
      ...(opinion === null
        ? [
            prose([
              ...fill(words.opinion, {
                articles: citations([contractArticle('30, 85'), inspectionArticle('26')], common),
              }),
              ...text(migrant ? common.sentenceGap : ''),
              ...(migrant
                ? fill(words.opinionMigrant, { articles: citations([wageArticle('3, 16, 30')], common) })
                : []),
            ]),
          ]
        : own.paragraphs('opinion')),
      heading(2, words.demandHead),
      prose(
        one
          ? fill(words.demand, {
              date: own.need('payBy'),
              amount: sum,
              account:
                account?.number && account.bank
                  ? fill(words.account, {
                      holder: account.holder ?? one.name ?? '',
                      bank: account.bank,
                      number: account.number,
                    })
                  : '',
            })
          : fill(words.demandGroup, { date: own.need('payBy'), amount: sum }),
      ),
      heading(2, words.afterHead),
      prose(text(words.after)),
      heading(2, words.reserveHead),
      prose(text(words.reserve)),
      prose(
        fill(words.contact, {
          name: lawyer('name', 5),
          phone: lawyer('phone', 8),
          address: own.need('address', { widthEm: 14 }),
        }),
      ),
      prose(fill(words.service, { means: own.need('service', { widthEm: 8 }) })),
      {
        ...signature([
          fill(words.sealFirm, { firm }),
          [...fill(words.signLawyer, { name: lawyer('name', 5) }), { kind: 'blank', widthEm: 8 }],
          handDate(common),
        ]),
        seal: true,
      },
      ...attached(
        [text(words.attachment.mandate), text(words.attachment.schedule), text(words.attachment.licence)],
        draft,
      ),
      ...annex,
    ];
    return finish(draft, {
      title: words.title,
      language,
      blocks,
      seam: true,
      above: [plain(emboldened(firm), { align: 'center', sizePt: 18, keepWithNext: true })],
    });
  },
});
