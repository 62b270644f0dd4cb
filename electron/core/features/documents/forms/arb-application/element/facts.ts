import type {
  Applicant,
  ContractState,
  FilingFacts,
  JobEnd,
} from '../../../../../../../shared/features/documents/filing-facts.ts';
import { employmentTopic } from '../../../../../../../shared/features/documents/particulars/workers.ts';
import { type Fen, formatYuan } from '../../../../../../../shared/kernel/money.ts';
import { blank, type Content, type Draft, fill, fillText, joined, text } from '../../kit/draft.ts';
import { longDate } from '../../kit/format.ts';
import { needsRoster, rosterTitle } from '../../kit/paper.ts';
import { readTopic } from '../../kit/particulars.ts';
import { employerIndex, respondentName } from '../../kit/parties.ts';
import { rowNamed } from '../../kit/request.ts';
import { arrearsOf, sumOrNull } from '../../kit/sums.ts';
import type { ApplicationWording } from '../index.ts';
import { limitationBlocks } from '../limitation.ts';
import {
  arrearsPeriod,
  chain,
  demands,
  ends,
  grounds,
  groupRelation,
  hasArrears,
  owedText,
  payTermsOf,
  performance,
  rate,
  subjectOf,
} from '../narrative.ts';
import { evidenceLines } from '../parts.ts';
import { type ElementRow, field, inLine, ticks, yesNo } from './rows.ts';

const contracts: readonly ContractState[] = ['written', 'none', 'expired-not-renewed', 'not-given-to-worker'];
const jobEnds: readonly JobEnd[] = [
  'ongoing',
  'left-for-arrears',
  'resigned',
  'dismissed',
  'agreed',
  'expired',
  'work-finished',
];

/** The user's own words under an element, a line for each paragraph. */
function ownLines(own: string | null, words: ApplicationWording): Content[] {
  const lines = (own ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  return lines.map((line, i) => text(i === 0 ? `${words.element.ownText}${line}` : line));
}

/** One worker's row, or one for each of two or three, named. */
export function perWorker(
  facts: FilingFacts,
  label: string,
  draft: Draft,
  lines: (applicant: Applicant, index: number) => readonly Content[],
  own: readonly Content[],
): ElementRow[] {
  const rows = facts.applicants.map((applicant, i): ElementRow => {
    const name = applicant.name ?? String(i + 1);
    const whose =
      facts.applicants.length === 1 ? label : fillText(draft.common.bracketed, { text: label, note: name });
    return { label: whose, lines: lines(applicant, i) };
  });
  const last = rows.at(-1);
  if (!last) return [{ label, lines: own }];
  return [...rows.slice(0, -1), { ...last, lines: [...last.lines, ...own] }];
}

/** What was entered of a worker's employment beyond the record. */
export function employmentOf(facts: FilingFacts, applicant: Applicant, draft: Draft) {
  const { list } = readTopic(draft, facts, employmentTopic).values;
  return list[rowNamed(list, applicant.name)] ?? null;
}

export function contractLines(
  facts: FilingFacts,
  applicant: Applicant,
  index: number,
  words: ApplicationWording,
  draft: Draft,
): Content[] {
  const e = words.element;
  const { contract } = applicant.job;
  const boxes = ticks(
    contracts.map((state) => [e.contractStates[state], contract === state]),
    e,
  );
  const subject = subjectOf(applicant, index, draft);
  const missing =
    contract === null
      ? draft.gap(`applicants.${index}.job.contract`, 'contract', { subject, widthEm: 8 })
      : [];
  const lines: Content[] = [[...boxes, ...missing]];
  if (contract === 'none') return lines;
  const own = employmentOf(facts, applicant, draft);
  const { contractParty = null, contractPlace = null, contractName = null } = own ?? {};
  const day = own?.contractDate ? longDate(own.contractDate, draft.common) : null;
  const when = [day, contractPlace].flatMap((part) => part ?? []).join(draft.common.listComma);
  // What nobody entered is for the hand.
  const shown = (value: string | null): Content => (value === null ? [blank(8)] : text(value));
  const fields = [
    field(e.contractParties, shown(contractParty), draft),
    field(e.contractDate, shown(when === '' ? null : when), draft),
    field(e.contractName, shown(contractName), draft),
  ];
  const entered = contractParty !== null || when !== '' || contractName !== null;
  return entered ? [...lines, ...fields] : [...lines, inLine(fields, e)];
}

export function performanceLines(
  facts: FilingFacts,
  applicant: Applicant,
  index: number,
  words: ApplicationWording,
  draft: Draft,
): Content[] {
  const e = words.element;
  const { common, need } = draft;
  const { job } = applicant;
  const path = `applicants.${index}.job`;
  const subject = subjectOf(applicant, index, draft);
  const site = job.site ?? facts.project?.site ?? null;
  const own = employmentOf(facts, applicant, draft);
  const lines: Content[] = [
    inLine(
      [
        field(
          e.start,
          need(`${path}.start`, job.start && longDate(job.start, common), 'jobStart', { subject }),
          draft,
        ),
        field(
          e.recruiter,
          need(`${path}.recruiter`, job.recruiter, 'recruiter', { subject, widthEm: 6 }),
          draft,
        ),
      ],
      e,
    ),
    field(e.employer, respondentName(facts, employerIndex(facts.respondents), draft), draft),
    ...(facts.project?.name ? [field(e.project, facts.project.name, draft)] : []),
    inLine(
      [
        field(e.site, need(`${path}.site`, site, 'jobSite', { subject, widthEm: 12 }), draft),
        field(e.post, need(`${path}.post`, job.post, 'post', { subject, widthEm: 6 }), draft),
      ],
      e,
    ),
    inLine(
      [
        field(e.rate, rate(applicant, index, draft), draft),
        field(e.payTerms, payTermsOf(applicant, index, e.payDay, draft), draft),
      ],
      e,
    ),
    field(e.composition, own?.composition ?? [blank(20)], draft),
    field(
      e.insurance,
      ticks(
        [
          [e.insured, own?.insured === 'insured'],
          [e.notInsured, own?.insured === 'not-insured'],
        ],
        e,
      ),
      draft,
    ),
    field(e.insuranceDetail, own?.insuranceDetail ?? [blank(16)], draft),
  ];
  return hasArrears(facts) ? [...lines, ...arrearsLines(applicant, index, words, draft)] : lines;
}

function arrearsLines(
  applicant: Applicant,
  index: number,
  words: ApplicationWording,
  draft: Draft,
): Content[] {
  const e = words.element;
  const { rows } = applicant.arrears;
  const yuan = (amount: Fen | null): string =>
    amount === null ? '' : fillText(draft.common.yuan, { amount: formatYuan(amount) });
  const gross = rows.length === 0 ? null : sumOrNull(rows.map((r) => r.gross));
  const paid = rows.length === 0 ? null : sumOrNull(rows.map((r) => r.paid));
  const hole = rows.findIndex((r) => r.owed === null);
  const path = `applicants.${index}.arrears.${hole < 0 ? 'total' : `rows.${hole}.owed`}`;
  const owed = owedText(arrearsOf(applicant, index, draft), path, draft, subjectOf(applicant, index, draft));
  const sums = [
    ...(gross === null ? [] : [field(e.gross, yuan(gross), draft)]),
    ...(paid === null ? [] : [field(e.paid, yuan(paid), draft)]),
  ];
  return [
    field(e.arrearsPeriod, arrearsPeriod([applicant], draft, index), draft),
    ...(sums.length > 0 ? [inLine(sums, e)] : []),
    field(e.owed, owed, draft),
  ];
}

export function endLines(
  applicant: Applicant,
  index: number,
  words: ApplicationWording,
  draft: Draft,
): Content[] {
  const e = words.element;
  const { job } = applicant;
  const path = `applicants.${index}.job`;
  const subject = subjectOf(applicant, index, draft);
  const boxes = ticks(
    jobEnds.map((kind) => [e.endKinds[kind], job.endKind === kind]),
    e,
  );
  const day = job.end && longDate(job.end, draft.common);
  if (job.endKind === null) {
    const kind = [...boxes, ...draft.gap(`${path}.endKind`, 'jobEndKind', { subject, widthEm: 8 })];
    return day === null ? [kind] : [kind, field(e.end, day, draft)];
  }
  if (job.endKind === 'ongoing') return [boxes];
  const parts = [field(e.end, draft.need(`${path}.end`, day, 'jobEnd', { subject }), draft)];
  if (job.endReason !== null) parts.push(field(e.endReason, job.endReason, draft));
  return [boxes, inLine(parts, e)];
}

/** 事实与理由 element by element; the user's own paragraphs stand under the element to which they belong. */
export function factRows(facts: FilingFacts, words: ApplicationWording, draft: Draft): ElementRow[] {
  const e = words.element;
  const { narrative } = facts;
  const group = needsRoster(facts);
  const inRoster = (): Content => [
    ...fill(e.inRoster, { roster: rosterTitle(facts, words) }),
    ...text(draft.common.stop),
  ];
  const own = (key: keyof FilingFacts['narrative']): Content[] => ownLines(narrative[key], words);
  const computation =
    narrative.computation !== null
      ? own('computation')
      : facts.applicants.some((a) => a.arrears.rows.length > 0)
        ? [text(words.computation)]
        : [];
  const relation = [...own('relation'), ...own('performance'), ...computation];
  const demandLines = narrative.demands === null ? demands(facts, words, draft) : own('demands');
  const some = facts.demands.length > 0 || narrative.demands !== null;
  const migrants = facts.applicants.map((a) => a.isMigrant);
  const allMigrant = migrants.length > 0 && migrants.every((m) => m === migrants[0]) ? migrants[0] : null;
  const links = chain(facts, words, draft);
  return [
    ...(group
      ? [{ label: e.contract, lines: [inRoster()] }]
      : perWorker(facts, e.contract, draft, (a, i) => contractLines(facts, a, i, words, draft), [])),
    ...(group
      ? [
          {
            label: e.performance,
            lines: [...groupRelation(facts, words, draft), ...performance(facts, words, draft), ...relation],
          },
        ]
      : perWorker(
          facts,
          e.performance,
          draft,
          (a, i) => performanceLines(facts, a, i, words, draft),
          relation,
        )),
    ...(group
      ? [{ label: e.termination, lines: [...ends(facts, words, draft), ...own('end')] }]
      : perWorker(facts, e.termination, draft, (a, i) => endLines(a, i, words, draft), own('end'))),
    {
      label: e.demands,
      lines: [
        ticks(
          [
            [e.has, some],
            [e.hasNot, !some],
          ],
          e,
        ),
        ...demandLines,
      ],
    },
    { label: e.migrant, lines: [yesNo(allMigrant ?? null, e)] },
    { label: e.chain, lines: links.length > 0 ? links : [text(e.none)] },
    {
      label: e.basis,
      lines: narrative.grounds === null ? grounds(facts, words, draft) : own('grounds'),
    },
    { label: e.limitation, lines: limitationBlocks(facts, words, draft).map((p) => p.content) },
  ];
}

/** 证据清单 见附, and the witnesses by name and domicile. */
export function evidenceRows(facts: FilingFacts, words: ApplicationWording, draft: Draft): ElementRow[] {
  const e = words.element;
  const [list = [], ...witnesses] = evidenceLines(facts, words, draft);
  const attached = facts.evidence.length > 0 ? ticks([[e.attached, true]], e) : [];
  return [
    { label: e.evidenceList, lines: [joined(attached.length > 0 ? [attached, list] : [list], e.gap)] },
    { label: e.witnesses, lines: witnesses.length > 0 ? witnesses : [text(e.none)] },
  ];
}
