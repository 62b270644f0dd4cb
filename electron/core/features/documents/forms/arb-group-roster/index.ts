import type zh from '../../../../../../resources/forms/zh-CN/arb-group-roster.json';
import type { Applicant, FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import { addFen, type Fen, formatYuan, zeroFen } from '../../../../../../shared/kernel/money.ts';
import type { Block, Table, TableCell } from '../../../../../paper/model/blocks.ts';
import { blank, bold, type Content, type Draft, fill, fillText, startDraft, text } from '../kit/draft.ts';
import { jobRate, moneyInWords, tableDate } from '../kit/format.ts';
import {
  type BuiltForm,
  cell,
  finish,
  handDate,
  isCollective,
  plain,
  prose,
  rosterTitle,
  signature,
} from '../kit/paper.ts';
import { applicantName, respondentNames, subjectName } from '../kit/parties.ts';
import { headLines } from '../kit/sides.ts';
import { arrearsOf, arrearsTotal, claimedTotal, isMoneyClaim, shareOf } from '../kit/sums.ts';
import type { FormWording } from '../kit/wording.ts';

export type RosterWording = typeof zh;

/** The worker's part of all claims other than unpaid wages; null while a part is not recorded. */
function otherClaims(facts: FilingFacts, applicant: Applicant): Fen | null {
  let sum = zeroFen;
  for (const claim of facts.claims) {
    if (claim.kind === 'unpaid-wages' || !isMoneyClaim(claim)) continue;
    const share = shareOf(facts, claim, applicant);
    if (share === null) return null;
    sum = addFen(sum, share);
  }
  return sum;
}

function workSpan(
  applicant: Applicant,
  index: number,
  subject: string,
  words: RosterWording,
  draft: Draft,
): Content {
  const path = `applicants.${index}.job`;
  const { start, end, endKind } = applicant.job;
  const from = draft.need(`${path}.start`, start && tableDate(start), 'jobStart', { subject, widthEm: 5 });
  if (endKind === 'ongoing') return fill(words.toNow, { from });
  const to = draft.need(`${path}.end`, end && tableDate(end), 'jobEnd', { subject, widthEm: 5 });
  return fill(draft.common.tablePeriod, { from, to });
}

interface WorkerFigures {
  readonly arrears: Fen | null;
  readonly other: Fen | null;
}

function workerRow(
  facts: FilingFacts,
  index: number,
  figures: WorkerFigures,
  words: RosterWording,
  draft: Draft,
): TableCell[] {
  const applicant = facts.applicants[index];
  if (!applicant) return [];
  const { common } = draft;
  const path = `applicants.${index}`;
  const subject = subjectName(common, 'applicant', applicant.name, index);
  const small = { subject, widthEm: 5 };
  const { job, arrears } = applicant;
  const rateField = job.wageForm === null ? 'wageForm' : 'wageRate';
  const leader = facts.project?.teamLeader ?? null;
  const team = job.team ?? (leader === null ? null : fillText(words.teamOf, { leader }));
  const post = [job.post, team].filter((p) => p !== null);
  const missingShare = facts.claims.findIndex(
    (claim) =>
      claim.kind !== 'unpaid-wages' && isMoneyClaim(claim) && shareOf(facts, claim, applicant) === null,
  );
  const row = arrears.rows.findIndex((r) => r.owed === null);
  const owedPath = row < 0 ? `${path}.arrears.total` : `${path}.arrears.rows.${row}.owed`;
  const center = { align: 'center' } as const;
  const right = { align: 'right' } as const;
  return [
    cell(String(index + 1), center),
    cell(
      fill(words.nameSex, {
        name: applicantName(applicant, index, draft),
        sex: draft.need(`${path}.sex`, applicant.sex && common.sex[applicant.sex], 'sex', {
          subject,
          widthEm: 2,
        }),
      }),
      center,
    ),
    cell(draft.need(`${path}.idNumber`, applicant.idNumber, 'idNumber', { subject, widthEm: 9 }), center),
    cell(
      fill(words.contact, {
        phone: draft.need(`${path}.phone`, applicant.phone, 'phone', { subject, widthEm: 6 }),
        address: draft.need(`${path}.mailAddress`, applicant.mailAddress, 'mailAddress', {
          subject,
          widthEm: 8,
        }),
      }),
    ),
    cell(post.join(' '), center),
    cell(workSpan(applicant, index, subject, words, draft), center),
    cell(draft.need(`${path}.job.${rateField}`, jobRate(job, common, 'rateShort'), rateField, small), center),
    cell(
      fill(common.tablePeriod, {
        from: draft.need(
          `${path}.arrears.from`,
          arrears.from && tableDate(arrears.from),
          'arrearsFrom',
          small,
        ),
        to: draft.need(`${path}.arrears.to`, arrears.to && tableDate(arrears.to), 'arrearsTo', small),
      }),
      center,
    ),
    cell(
      draft.need(
        owedPath,
        figures.arrears === null ? null : formatYuan(figures.arrears),
        'arrearsTotal',
        small,
      ),
      right,
    ),
    cell(
      figures.other === null
        ? draft.gap(`claims.${missingShare}.shares`, 'claimShares', { widthEm: 5 })
        : formatYuan(figures.other),
      right,
    ),
    cell(''),
    cell(''),
  ];
}

const shares: readonly (readonly [keyof RosterWording['columns'], number])[] = [
  ['no', 8],
  ['name', 17],
  ['idNumber', 33],
  ['contact', 36],
  ['post', 20],
  ['span', 21],
  ['rate', 20],
  ['arrearsSpan', 21],
  ['arrears', 21],
  ['other', 19],
  ['signature', 24],
  ['print', 14],
];

/** Sum of the known figures for a page's foot; the grand total is printed only when nothing is missing. */
function footRow(label: string, arrears: Fen | null, other: Fen | null): TableCell[] {
  const figure = (amount: Fen | null): TableCell => ({
    content: bold(amount === null ? '—' : formatYuan(amount)),
    align: 'right',
  });
  return [
    { content: bold(label), span: 8, align: 'center' },
    figure(arrears),
    figure(other),
    cell('', { span: 2 }),
  ];
}

/** 集体争议申请人名册: one row per worker with room for signature and fingerprint, page sums and grand total. */
export function buildRoster(facts: FilingFacts, wording: FormWording<RosterWording>): BuiltForm {
  const { form: words, common, language } = wording;
  const draft = startDraft(common, language);
  const title = rosterTitle(facts, words);
  const labelled = (label: string, value: Content): Content =>
    fill(common.labelled, { label: bold(label), value });
  const figures = facts.applicants.map(
    (applicant, i): WorkerFigures => ({
      arrears: arrearsOf(applicant, i, draft),
      other: otherClaims(facts, applicant),
    }),
  );
  const rows = facts.applicants.map((_, i) =>
    workerRow(facts, i, figures[i] ?? { arrears: null, other: null }, words, draft),
  );
  if (rows.length === 0) draft.gap('applicants', 'applicants');
  const arrears = arrearsTotal(facts, draft);
  const other = figures.reduce<Fen | null>(
    (sum, f) => (sum === null || f.other === null ? null : addFen(sum, f.other)),
    zeroFen,
  );
  const claimed = claimedTotal(facts, draft);
  if (arrears !== null && other !== null && claimed !== null && addFen(arrears, other) !== claimed) {
    draft.warn('totals.claimed', 'sum-mismatch', 'error', 'sum', {
      what: common.sums.claimed,
      stated: formatYuan(claimed),
      sum: formatYuan(addFen(arrears, other)),
    });
  }
  const table: Table = {
    kind: 'table',
    columns: shares.map(([key, share]) => ({
      header: words.columns[key],
      share,
      align: key === 'arrears' || key === 'other' ? 'right' : 'center',
    })),
    rows,
    footRows: [footRow(words.total, arrears, other)],
    pageSums: {
      label: words.pageSum,
      columns: [8, 9],
      values: figures.map((f) => [f.arrears ?? 0, f.other ?? 0]),
    },
    sizePt: 8,
    minRowHeightMm: 12.2,
  };
  const spaced = text('　　');
  const head = headLines(
    [],
    labelled(words.respondent, respondentNames(facts, draft)),
    [
      labelled(words.cause, draft.need('matter.cause', facts.matter.cause, 'cause', { widthEm: 10 })),
      ...(facts.project?.name ? [labelled(words.project, text(facts.project.name))] : []),
    ],
    facts.respondents.length,
  );
  const total = arrears !== null && other !== null ? addFen(arrears, other) : null;
  const sum: Block[] =
    total === null || arrears === null
      ? []
      : [
          {
            ...prose(
              fill(other === 0 ? words.footWages : words.foot, {
                count: String(facts.applicants.length),
                total: moneyInWords(total, common),
                arrears: moneyInWords(arrears, common),
              }),
            ),
            sizePt: 11,
            spaceBeforePt: 4,
          },
        ];
  const collective = isCollective(facts);
  const ids = facts.representation?.applicantIds ?? [];
  const names = facts.applicants
    .filter((a) => ids.includes(a.id))
    .flatMap((a) => (a.name === null ? [] : [a.name]));
  const reps: Content[] = collective
    ? [
        [
          ...labelled(
            words.representatives,
            names.length > 0
              ? text(names.join(common.listComma))
              : draft.gap('representation.applicantIds', 'representatives', { widthEm: 14 }),
          ),
          ...spaced,
          ...text(words.representativesSign),
          blank(16),
        ],
      ]
    : [];
  const maker: Content = [
    ...labelled(words.preparedBy, facts.preparedBy === null ? [blank(8)] : text(facts.preparedBy)),
    ...spaced,
    ...labelled(words.date, handDate(common)),
  ];
  return finish(draft, {
    title,
    language,
    landscape: true,
    seam: true,
    blocks: [
      ...head,
      table,
      ...sum,
      plain(text(collective ? words.handNote : words.handNotePlain), { sizePt: 10.5 }),
      signature([...reps, maker], 'left'),
    ],
  });
}
