import en from '../../../../../../resources/forms/en/wage-complaint.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/wage-complaint.json' with { type: 'json' };
import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import { wageComplaintTopic } from '../../../../../../shared/features/documents/particulars/office-papers.ts';
import { bankTopic } from '../../../../../../shared/features/documents/particulars/workers.ts';
import { daysBetween } from '../../../../../../shared/kernel/date.ts';
import { formatYuan } from '../../../../../../shared/kernel/money.ts';
import type { Block, Table, TableCell } from '../../../../../paper/model/blocks.ts';
import { arrearsPeriod, chain, demands, owedText } from '../arb-application/narrative.ts';
import { representativeLine, representatives } from '../arb-application/parts.ts';
import { defineForm } from '../definition.ts';
import { inspectionArticle, wageArticle } from '../kit/asked.ts';
import { boxes, optionBoxes } from '../kit/court.ts';
import { blank, type Content, type Draft, fill, fillText, startDraft, text } from '../kit/draft.ts';
import { dayOf } from '../kit/events.ts';
import { citations, longDate, tableDate } from '../kit/format.ts';
import {
  cell,
  finish,
  handDate,
  heading,
  isCollective,
  needsRoster,
  plain,
  prose,
  rosterTitle,
  signature,
} from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantBlock, applicantName, numberedRole, respondentBlock, subjectName } from '../kit/parties.ts';
import { attached, headed, lastDay, rowNamed, warnAfter } from '../kit/request.ts';
import { inRoles, wordsInRoles } from '../kit/roles.ts';
import { unitFiles } from '../kit/sides.ts';
import { arrearsTotal } from '../kit/sums.ts';

type Words = typeof zh;

/** 刑法 art. 276之一 as the SPC reads it: the lowest figures that a province may set, so only a hint to look. */
function reachesCrime(facts: FilingFacts): boolean {
  const owed = facts.applicants.map((a) => a.arrears.total ?? 0);
  const many =
    owed.filter((sum) => sum > 0).length >= 10 && owed.reduce<number>((a, b) => a + b, 0) >= 3_000_000;
  const long = facts.applicants.some(
    ({ arrears: { from, to, total } }) =>
      from !== null && to !== null && daysBetween(from, to) >= 89 && (total ?? 0) >= 500_000,
  );
  return many || long;
}

/** Who is owed what for which time, and where it is to be paid. */
function arrearsTable(facts: FilingFacts, words: Words, draft: Draft): Table {
  const { common } = draft;
  const c = words.columns;
  const accounts = readTopic(draft, facts, bankTopic).values.list;
  const total = arrearsTotal(facts, draft);
  return {
    kind: 'table',
    sizePt: 9,
    columns: [
      { header: c.no, share: 4 },
      { header: c.name, share: 8 },
      { header: c.idNumber, share: 16 },
      { header: c.period, share: 11 },
      { header: c.amount, share: 9 },
      { header: c.bank, share: 24 },
    ],
    rows: facts.applicants.map((a, i): TableCell[] => {
      const subject = subjectName(common, 'applicant', a.name, i);
      const { from, to, total: owed } = a.arrears;
      const account = accounts[rowNamed(accounts, a.name)];
      return [
        cell(String(i + 1), { align: 'center' }),
        cell(applicantName(a, i, draft)),
        cell(draft.need(`applicants.${i}.idNumber`, a.idNumber, 'idNumber', { subject, widthEm: 9 })),
        cell(
          from !== null && to !== null
            ? fillText(common.tablePeriod, { from: tableDate(from), to: tableDate(to) })
            : draft.gap(
                `applicants.${i}.arrears.${from === null ? 'from' : 'to'}`,
                from === null ? 'arrearsFrom' : 'arrearsTo',
                { subject, widthEm: 6 },
              ),
          { align: 'center' },
        ),
        cell(
          owed === null
            ? draft.gap(`applicants.${i}.arrears.total`, 'arrearsTotal', { subject, widthEm: 5 })
            : formatYuan(owed),
          { align: 'right' },
        ),
        cell([account?.bank, account?.number].flatMap((part) => part ?? []).join('\n')),
      ];
    }),
    ...(total === null || facts.applicants.length < 2
      ? {}
      : {
          footRows: [
            [
              cell(words.total, { span: 4, align: 'center' }),
              cell(formatYuan(total), { align: 'right' }),
              cell(''),
            ],
          ],
        }),
  };
}

/** The whole time and sum in arrears. */
function arrearsInAll(facts: FilingFacts, draft: Draft): Content {
  const hole = Math.max(
    0,
    facts.applicants.findIndex((a) => a.arrears.total === null),
  );
  return [
    ...arrearsPeriod(facts.applicants, draft, 0),
    ...text(draft.common.comma),
    ...owedText(arrearsTotal(facts, draft), `applicants.${hole}.arrears.total`, draft),
  ];
}

/**
 * 劳动保障监察投诉书 for wages (劳动保障监察条例 arts 9, 13, 14, 20, 21, 26; 保障农民工工资支付条例 arts 10, 41–42, 52). What is in
 * arbitration or court is not taken.
 */
export const wageComplaint = defineForm({
  id: 'wage-complaint',
  number: 54,
  track: 'inspection',
  stage: 'filing',
  issuer: 'applicant',
  scope: 'case',
  requiredFacts: [
    ...['name', 'sex', 'birth', 'idType', 'idNumber', 'domicile', 'mailAddress', 'phone'].map(
      (key) => `applicants.*.${key}`,
    ),
    ...[
      'name',
      'uscc',
      'domicile',
      'mailAddress',
      'phone',
      'representative.name',
      'representative.title',
    ].map((key) => `respondents.*.party.organisation.${key}`),
    'respondents.*.capacity',
    ...['post', 'start', 'site'].map((key) => `applicants.*.job.${key}`),
    'applicants.*.arrears.from',
    'applicants.*.arrears.to',
    ...['authority', 'sector', 'requests', 'elsewhere'].map((key) => `particulars.wage-complaint.${key}`),
  ],
  topics: [wageComplaintTopic, bankTopic],
  status: { basis: ['law', 'secondary'], form: ['secondary'] },
  copies: (facts) => ({ tribunal: 1, opponents: 0, own: facts.copies.own, total: 1 + facts.copies.own }),
  applicable: (facts) => !unitFiles(facts),
  words: { 'zh-CN': zh, en },
  build: (facts, { common: usual, form: words, language }) => {
    const roles = { workers: words.maker, units: words.opponent };
    const common = inRoles(usual, roles);
    const draft = startDraft(common, language);
    const told = wordsInRoles(language, roles, '{payers}');
    const own = readTopic(draft, facts, wageComplaintTopic);
    const { requests, elsewhere, sector } = own.values;
    const group = needsRoster(facts);
    if (elsewhere === 'arbitration' || elsewhere === 'suit') {
      draft.warn(own.path('elsewhere'), 'rule', 'error', 'complaintElsewhere');
    } else if (elsewhere === 'none' && dayOf(facts, 'suit-filed-by-worker') !== null) {
      draft.warn(own.path('elsewhere'), 'rule', 'advice', 'complaintElsewhere');
    }
    warnAfter(
      facts,
      lastDay(facts, 'ins-lookback'),
      'events.complaint-made',
      'complaintOld',
      draft,
      'advice',
    );
    if (requests.length > 0 && !requests.includes('police') && reachesCrime(facts)) {
      draft.warn(own.path('requests'), 'rule', 'advice', 'complaintCrime');
    }
    const reps = representatives(facts);
    if (reps.length > 5)
      draft.warn('representation.applicantIds', 'rule', 'advice', 'complaintRepresentatives');
    const fields = wageComplaintTopic.fields;
    const makers: Block[] =
      facts.applicants.length === 0
        ? [headed(draft, words.maker, draft.gap('applicants', 'applicants', { widthEm: 20 }))]
        : group
          ? [
              headed(draft, words.maker, [
                ...fill(common.etAl, {
                  name: facts.applicants[0] ? applicantName(facts.applicants[0], 0, draft) : '',
                  count: String(facts.applicants.length),
                }),
                ...text(common.comma),
                ...fill(words.inRoster, { roster: rosterTitle(facts, told) }),
              ]),
              ...reps.map((at) =>
                headed(draft, words.representatives, representativeLine(facts, at, told, draft)),
              ),
            ]
          : facts.applicants.flatMap((_, i) =>
              applicantBlock(facts, i, numberedRole(common, 'applicant', i, facts.applicants.length), draft),
            );
    const first = facts.applicants[0];
    const day = (at: number): Content => {
      const start = facts.applicants[at]?.job.start ?? null;
      return draft.need(`applicants.${at}.job.start`, start && longDate(start, common), 'jobStart');
    };
    const work: Content = first
      ? fill(words.workText, {
          site: draft.need(
            'applicants.0.job.site',
            first.job.site ?? facts.project?.site ?? null,
            'jobSite',
            {
              widthEm: 12,
            },
          ),
          from: day(0),
          to: first.job.end === null ? words.now : longDate(first.job.end, common),
          post: draft.need('applicants.0.job.post', first.job.post, 'post', { widthEm: 6 }),
        })
      : [];
    const rowsKnown = facts.applicants.some((a) => a.arrears.rows.length > 0);
    const period = facts.applicants.length > 0 ? arrearsInAll(facts, draft) : null;
    const narrative = facts.narrative.demands;
    const asked = demands(facts, told, draft);
    const some = facts.demands.length > 0 || narrative !== null;
    const blocks: Block[] = [
      plain(text(words.subtitle), { align: 'center', keepWithNext: true }),
      ...makers,
      ...(facts.respondents.length === 0
        ? [headed(draft, words.opponent, draft.gap('respondents', 'respondents', { widthEm: 20 }))]
        : facts.respondents.flatMap((_, i) => respondentBlock(facts, i, draft))),
      ...(facts.project?.name
        ? [
            headed(draft, words.project, [
              ...text(facts.project.name),
              ...text(common.stop),
              ...chain(facts, told, draft).flat(),
            ]),
          ]
        : []),
      headed(draft, words.sector, [
        ...optionBoxes(fields.sector.type.options, sector, draft),
        ...(sector === null ? own.need('sector', { widthEm: 4 }) : []),
      ]),
      headed(draft, words.people, fill(words.peopleText, { n: String(facts.applicants.length) })),
      ...(first ? [headed(draft, words.work, [...work, ...text(common.stop)])] : []),
      ...(period === null
        ? []
        : [
            headed(draft, words.arrears, [
              ...period,
              ...text(rowsKnown ? words.schedule : ''),
              ...text(common.stop),
            ]),
          ]),
      heading(2, words.listHead),
      ...(facts.applicants.length === 0 ? [] : [arrearsTable(facts, words, draft)]),
      heading(2, words.demands),
      ...(narrative !== null
        ? narrative.split('\n').map((line) => prose(text(line)))
        : (some ? asked : [text(words.noDemands)]).map(prose)),
      heading(2, words.requests),
      ...(requests.length === 0 ? [prose(own.gap('requests', { widthEm: 20 }))] : []),
      ...fields.requests.type.options.map((o) =>
        plain(boxes([[language === 'en' ? o.label.en : o.label.zh, requests.includes(o.value)]]), {
          leftEm: 2,
        }),
      ),
      headed(draft, words.elsewhere, [
        ...optionBoxes(fields.elsewhere.type.options, elsewhere, draft),
        ...(elsewhere === null ? own.need('elsewhere', { widthEm: 4 }) : []),
      ]),
      headed(
        draft,
        words.evidence,
        facts.evidence.length === 0
          ? draft.gap('evidence', 'evidence', { widthEm: 12 })
          : fill(words.evidenceText, { count: String(facts.evidence.length) }),
      ),
      ...(own.values.further === null ? [] : own.paragraphs('further')),
      prose(
        fill(words.basis, {
          articles: citations([inspectionArticle('9, 11, 26'), wageArticle('10')], common),
        }),
      ),
      prose(text(words.pledge)),
      { ...prose(text(common.request.to)), keepWithNext: true },
      plain(own.need('authority', { widthEm: 16 }), { keepWithNext: true }),
      signature([
        ...(group
          ? [[...text(isCollective(facts) ? words.signRepresentatives : words.sign), blank(9)]]
          : Array.from({ length: Math.max(1, facts.applicants.length) }, () => [
              ...text(words.sign),
              blank(9),
            ])),
        handDate(common),
      ]),
      plain(text(words.oral), { sizePt: 10.5 }),
      ...attached(
        [
          text(words.attachment.ids),
          ...(rowsKnown ? [text(words.attachment.schedule)] : []),
          ...(group ? [fill(words.attachment.roster, { roster: rosterTitle(facts, told) })] : []),
          text(words.attachment.evidence),
        ],
        draft,
      ),
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
