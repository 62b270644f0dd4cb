import en from '../../../../../../resources/forms/en/wage-settlement.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/wage-settlement.json' with { type: 'json' };
import { wageSettlementTopic } from '../../../../../../shared/features/documents/particulars/office-papers.ts';
import { bankTopic } from '../../../../../../shared/features/documents/particulars/workers.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { arrearsPeriod, owedText, rate } from '../arb-application/narrative.ts';
import { defineForm } from '../definition.ts';
import { blank, type Content, fill, startDraft, text } from '../kit/draft.ts';
import { longDate, money, ordinal } from '../kit/format.ts';
import { formTable } from '../kit/institution.ts';
import { finish, handDate, plain, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantName, employerIndex, partyName, respondentName, subjectName } from '../kit/parties.ts';
import { rowNamed } from '../kit/request.ts';
import { inRoles } from '../kit/roles.ts';
import { arrearsOf, sumOrNull } from '../kit/sums.ts';

/**
 * 工资结算确认单 that is a wage IOU as well (法释〔2020〕26号 art. 15): it names the unit and not only its foreman, says that the
 * debt is wages, and shows what was paid, so that a court or a payment order may rest on it alone.
 */
export const wageSettlement = defineForm({
  id: 'wage-settlement',
  number: 57,
  track: 'all',
  stage: 'pre-action',
  issuer: 'both-parties',
  scope: 'member',
  requiredFacts: [
    ...['name', 'idNumber', 'phone'].map((key) => `applicants.*.${key}`),
    ...['name', 'uscc'].map((key) => `respondents.*.party.organisation.${key}`),
    ...['start', 'wageForm', 'wageRate'].map((key) => `applicants.*.job.${key}`),
    'applicants.*.arrears.from',
    'applicants.*.arrears.to',
    ...['work', 'payOn', 'head', 'headTitle'].map((key) => `particulars.wage-settlement.${key}`),
  ],
  topics: [wageSettlementTopic, bankTopic],
  status: { basis: ['law'], form: ['memory'] },
  copies: () => ({ tribunal: 0, opponents: 1, own: 1, total: 2 }),
  words: { 'zh-CN': zh, en },
  build: (facts, { common: usual, form: words, language }, target) => {
    const common = inRoles(usual, { workers: words.worker, units: words.unit });
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
    const own = readTopic(draft, facts, wageSettlementTopic);
    const { work, late, advances, guarantor, guarantee, witness, place } = own.values;
    if (work !== null && /工程款|借款|承包|材料款/u.test(work)) {
      draft.warn(own.path('work'), 'rule', 'error', 'settlementWording');
    }
    const subject = subjectName(common, 'applicant', worker.name, at);
    const need = (key: 'idNumber' | 'phone', widthEm: number): Content =>
      draft.need(`applicants.${at}.${key}`, worker[key], key, { subject, widthEm });
    const name = applicantName(worker, at, draft);
    const unitAt = employerIndex(facts.respondents);
    const unitName = respondentName(facts, unitAt, draft);
    const party = facts.respondents[unitAt]?.party;
    const code: Content =
      party?.kind === 'organisation'
        ? draft.need(`respondents.${unitAt}.party.organisation.uscc`, party.organisation.uscc, 'uscc', {
            subject: subjectName(common, 'respondent', partyName(party), unitAt),
            widthEm: 11,
          })
        : [];
    const { rows } = worker.arrears;
    const total = arrearsOf(worker, at, draft);
    const hole = rows.findIndex((row) => row.owed === null);
    const path = `applicants.${at}.arrears.${hole < 0 ? 'total' : `rows.${hole}.owed`}`;
    const owed = owedText(total, path, draft, subject);
    const gross = rows.length === 0 ? null : sumOrNull(rows.map((row) => row.gross));
    const paid = rows.length === 0 ? null : sumOrNull(rows.map((row) => row.paid));
    const start = draft.need(
      `applicants.${at}.job.start`,
      worker.job.start && longDate(worker.job.start, common),
      'jobStart',
      { subject },
    );
    const accounts = readTopic(draft, facts, bankTopic).values.list;
    const account = accounts[rowNamed(accounts, worker.name)];
    const terms: Content[] = [
      fill(words.owed, { amount: owed }),
      fill(words.payOn, {
        date: own.need('payOn'),
        account:
          account?.number && account.bank
            ? fill(words.account, { bank: account.bank, number: account.number })
            : '',
      }),
      ...(late === null ? [] : [fill(words.late, { text: late })]),
      ...(advances === true ? [text(words.advances)] : []),
      ...(guarantor === null
        ? []
        : [
            fill(words.guarantee, {
              name: guarantor,
              kind: guarantee === null ? own.need('guarantee') : words.kinds[guarantee],
            }),
          ]),
      text(words.copies),
      ...(place === null ? [] : [fill(words.place, { place })]),
    ];
    if (late === null) draft.warn(own.path('late'), 'rule', 'advice', 'settlementLate');
    const sum = (value: typeof gross): Content => text(value === null ? '' : money(value, common));
    const blocks: Block[] = [
      plain(text(words.subtitle), { align: 'center', keepWithNext: true }),
      formTable([
        [[words.unit, unitName]],
        [[words.uscc, code]],
        ...(facts.project?.name ? [[[words.project, text(facts.project.name)] as const]] : []),
        [
          [words.worker, name],
          [words.phone, need('phone', 8)],
        ],
        [[words.idNumber, need('idNumber', 11)]],
        [
          [words.work, own.need('work', { widthEm: 8 })],
          [words.rate, rate(worker, at, draft)],
        ],
        [
          [
            words.period,
            worker.job.end === null
              ? fill(common.periodToNow, { from: start })
              : fill(common.period, { from: start, to: longDate(worker.job.end, common) }),
          ],
        ],
        [[words.arrearsPeriod, arrearsPeriod([worker], draft, at)]],
        [
          [words.gross, sum(gross)],
          [words.paid, sum(paid)],
        ],
        [[words.balance, owed]],
      ]),
      { kind: 'space', points: 6 },
      ...terms.map((term, i) => prose([...text(ordinal(i + 1, language)), ...term])),
      {
        ...signature([
          fill(words.sealUnit, { name: unitName }),
          // A printed name is no signature: each has a line to sign on.
          [
            ...fill(words.head, {
              name: own.need('head', { widthEm: 5 }),
              title: own.need('headTitle', { widthEm: 5 }),
            }),
            blank(6),
          ],
          handDate(common),
        ]),
        seal: true,
      },
      ...(guarantor === null ? [] : [signature([fill(words.signGuarantor, { name: guarantor })])]),
      signature([
        [...text(words.signWorker), blank(9)],
        ...(witness === null ? [] : [[...fill(words.signWitness, { name: witness }), blank(6)]]),
        handDate(common),
      ]),
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
