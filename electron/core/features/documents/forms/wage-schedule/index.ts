import type zh from '../../../../../../resources/forms/zh-CN/wage-schedule.json';
import type { Applicant, FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import { addFen, type Fen, formatYuan } from '../../../../../../shared/kernel/money.ts';
import type { Block, Table, TableCell } from '../../../../../paper/model/blocks.ts';
import { type Content, type Draft, fill, fillText, joined, startDraft, text } from '../kit/draft.ts';
import { jobRate, longDate, moneyInWords, tableDate } from '../kit/format.ts';
import {
  type BuiltForm,
  cell,
  type FormTarget,
  finish,
  heading,
  needsRoster,
  plain,
  prose,
} from '../kit/paper.ts';
import { applicantName, employerIndex, respondentName, subjectName } from '../kit/parties.ts';
import { arrearsOf, sumOrNull } from '../kit/sums.ts';
import type { FormWording } from '../kit/wording.ts';
import { deducted, tableA } from './rows.ts';
import { closing, summary } from './summary.ts';

export type WageScheduleWording = typeof zh;

function headTable(facts: FilingFacts, index: number, words: WageScheduleWording, draft: Draft): Table {
  const applicant = facts.applicants[index];
  const { common } = draft;
  const label = (value: string): TableCell => ({
    content: [{ kind: 'text', text: value, bold: true }],
    align: 'center',
  });
  const path = `applicants.${index}`;
  const subject = subjectName(common, 'applicant', applicant?.name ?? null, index);
  const need = draft.need;
  const job = applicant?.job;
  const rate = job ? jobRate(job, common, 'rateShort') : null;
  const project = [facts.project?.name, facts.project?.site]
    .filter((part) => part != null)
    .join(common.comma);
  const { head } = words;
  return {
    kind: 'table',
    showHeader: false,
    sizePt: 10.5,
    columns: [5, 10, 5, 12, 5, 12].map((share) => ({ header: '', share })),
    rows: [
      [
        label(head.worker),
        cell(applicant ? applicantName(applicant, index, draft) : []),
        label(head.idNumber),
        cell(need(`${path}.idNumber`, applicant?.idNumber ?? null, 'idNumber', { subject, widthEm: 11 })),
        label(head.phone),
        cell(need(`${path}.phone`, applicant?.phone ?? null, 'phone', { subject })),
      ],
      [
        label(head.employer),
        cell(respondentName(facts, employerIndex(facts.respondents), draft), { span: 3 }),
        label(head.project),
        cell(project || head.none),
      ],
      [
        label(head.post),
        cell(need(`${path}.job.post`, job?.post ?? null, 'post', { subject, widthEm: 6 })),
        label(head.rate),
        cell(
          need(
            `${path}.job.${job?.wageForm == null ? 'wageForm' : 'wageRate'}`,
            rate,
            job?.wageForm == null ? 'wageForm' : 'wageRate',
            { subject },
          ),
        ),
        label(head.span),
        cell(
          fill(common.tablePeriod, {
            from: need(
              `${path}.arrears.from`,
              applicant?.arrears.from ? tableDate(applicant.arrears.from) : null,
              'arrearsFrom',
              { subject, widthEm: 5 },
            ),
            to: need(
              `${path}.arrears.to`,
              applicant?.arrears.to ? tableDate(applicant.arrears.to) : null,
              'arrearsTo',
              { subject, widthEm: 5 },
            ),
          }),
        ),
      ],
    ],
  };
}

/** Closing sentence with all four totals; null where a figure of the table is missing, because gaps show there. */
function totalLine(facts: FilingFacts, index: number, words: WageScheduleWording, draft: Draft): Block[] {
  const applicant = facts.applicants[index];
  if (!applicant) return [];
  const { common } = draft;
  const { rows, from, to } = applicant.arrears;
  const owed = arrearsOf(applicant, index, draft);
  const gross = sumOrNull(rows.map((r) => r.gross));
  const paid = sumOrNull(rows.map((r) => r.paid));
  if (owed === null || gross === null || paid === null || from === null || to === null) return [];
  const yuan = (amount: Fen): string => fillText(common.yuan, { amount: formatYuan(amount) });
  return [
    prose(
      fill(words.totalLine, {
        period: fill(common.period, { from: longDate(from, common), to: longDate(to, common) }),
        worker: applicantName(applicant, index, draft),
        gross: yuan(gross),
        deductions: yuan(addFen(...rows.map(deducted))),
        paid: yuan(paid),
        owed: moneyInWords(owed, common),
      }),
    ),
  ].map((p) => ({ ...p, sizePt: 10.5, spaceBeforePt: 2 }));
}

/** The arithmetic of each row and the notes, closed by the rule about overpaid periods. */
function workings(applicant: Applicant, words: WageScheduleWording, draft: Draft): Block {
  const lines = applicant.arrears.rows.flatMap((row, i) => {
    const n = String(i + 1);
    const out: Content[] = [];
    if (row.working)
      out.push(fill(words.working, { n, line: row.working[draft.language === 'en' ? 'en' : 'zh'] }));
    if (row.note !== null) out.push(fill(words.noteLine, { n, note: row.note }));
    return out;
  });
  const sums = lines.length === 0 ? [] : [fill(words.workings, { lines: joined(lines, words.detailJoin) })];
  return plain(joined([...sums, text(words.noOverpay)], draft.common.sentenceGap), {
    sizePt: 9,
    spaceBeforePt: 2,
  });
}

/**
 * 工资清单·欠薪明细表 of one worker, or, without a target in a group, the summary of all (保障农民工工资支付条例
 * art. 15; 工资支付暂行规定 arts 6–7). Every figure comes from the record; the form adds up the columns and reports
 * what does not agree.
 */
export function buildWageSchedule(
  facts: FilingFacts,
  wording: FormWording<WageScheduleWording>,
  target: FormTarget = {},
): BuiltForm {
  const { form: words, common, language } = wording;
  const draft = startDraft(common, language);
  if (target.applicantId === undefined && needsRoster(facts)) {
    const blocks = summary(facts, words, draft);
    return finish(draft, { title: words.summaryTitle, language, blocks, landscape: true, seam: true });
  }
  if (facts.applicants.length === 0) {
    const blocks = [prose(draft.gap('applicants', 'applicants', { widthEm: 20 }))];
    return finish(draft, { title: words.title, language, blocks, landscape: true });
  }
  const indices = facts.applicants
    .map((_, i) => i)
    .filter((i) => target.applicantId === undefined || facts.applicants[i]?.id === target.applicantId);
  const blocks: Block[] = indices.flatMap((index, n): Block[] => {
    const applicant = facts.applicants[index];
    if (!applicant) return [];
    if (applicant.arrears.rows.length === 0) draft.gap(`applicants.${index}.arrears.rows`, 'arrearsRows');
    return [
      ...(n > 0 ? [{ kind: 'page-break' } as const, heading(1, words.title)] : []),
      headTable(facts, index, words, draft),
      { kind: 'space', points: 2 },
      tableA(applicant, index, words, draft),
      ...totalLine(facts, index, words, draft),
      workings(applicant, words, draft),
      closing(facts, words, draft, false),
    ];
  });
  return finish(draft, { title: words.title, language, blocks, landscape: true });
}
