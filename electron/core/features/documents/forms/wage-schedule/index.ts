import type zh from '../../../../../../resources/forms/zh-CN/wage-schedule.json';
import type {
  Applicant,
  ArrearsRow,
  FilingFacts,
} from '../../../../../../shared/features/documents/filing-facts.ts';
import { addFen, type Fen, formatYuan, zeroFen } from '../../../../../../shared/kernel/money.ts';
import type { Block, Table, TableCell } from '../../../../../paper/model/blocks.ts';
import { blank, type Content, type Draft, fill, fillText, joined, startDraft, text } from '../kit/draft.ts';
import { jobRate, longDate, moneyInWords, tableDate } from '../kit/format.ts';
import {
  type BuiltForm,
  cell,
  type FormTarget,
  finish,
  handDate,
  heading,
  needsRoster,
  plain,
  prose,
  signature,
} from '../kit/paper.ts';
import { applicantName, employerIndex, respondentName, subjectName } from '../kit/parties.ts';
import { arrearsOf, arrearsTotal, crossCheck, sumOrNull } from '../kit/sums.ts';
import type { FormWording } from '../kit/wording.ts';

export type WageScheduleWording = typeof zh;

const noNote = '—';

/** Σ of a period's deductions in fen. */
function deducted(row: ArrearsRow): Fen {
  return addFen(...row.deductions.map((d) => d.amount));
}

/** What must agree inside a row, and what a careful colleague would ask about. */
function checkRow(applicant: Applicant, index: number, at: number, draft: Draft): void {
  const row = applicant.arrears.rows[at];
  if (!row) return;
  const { common } = draft;
  const path = `applicants.${index}.arrears.rows.${at}`;
  const params = { name: applicant.name ?? String(index + 1), n: String(at + 1) };
  const what = fillText(common.role.rowOf, params);
  const { base, gross, paid, owed } = row;
  const made = sumOrNull([base, row.overtimeWorkday, row.overtimeRestDay, row.overtimeHoliday, row.otherDue]);
  crossCheck(`${path}.gross`, gross, made, fillText(common.sums.gross, params), draft);
  if (row.payments.length > 0) {
    const sum = addFen(...row.payments.map((p) => p.amount));
    crossCheck(`${path}.paid`, paid, sum, fillText(common.sums.paid, params), draft);
  }
  if (gross !== null && paid !== null) {
    const rest = addFen(gross, -deducted(row) as Fen, -paid as Fen);
    crossCheck(`${path}.owed`, owed, rest < 0 ? zeroFen : rest, fillText(common.sums.owed, params), draft);
  }
  if (owed !== null && owed < 0) draft.warn(`${path}.owed`, 'rule', 'error', 'negative', { what });
  row.deductions.forEach((deduction, d) => {
    if (deduction.basis !== null) return;
    draft.warn(`${path}.deductions.${d}.basis`, 'rule', 'advice', 'deduction', {
      what,
      label: deduction.label,
    });
  });
  if (row.belowMinimumWage === true) draft.warn(`${path}.base`, 'rule', 'advice', 'minimumWage', { what });
  const earlier = applicant.arrears.rows.slice(0, at);
  const { from, to } = row;
  const overlaps = earlier.some(
    (other) =>
      from !== null &&
      to !== null &&
      other.from !== null &&
      other.to !== null &&
      from <= other.to &&
      other.from <= to,
  );
  if (overlaps) draft.warn(`${path}.from`, 'rule', 'error', 'overlap', { what });
}

function overtimeCell(row: ArrearsRow, words: WageScheduleWording): string {
  const parts = [
    [words.overtime.workday, row.overtimeWorkday],
    [words.overtime.restDay, row.overtimeRestDay],
    [words.overtime.holiday, row.overtimeHoliday],
  ] as const;
  const shown = parts.flatMap(([template, amount]) =>
    amount === 0 ? [] : [fillText(template, { amount: formatYuan(amount) })],
  );
  return shown.length === 0 ? noNote : shown.join(' ');
}

function deductionCell(row: ArrearsRow, words: WageScheduleWording): Content {
  if (row.deductions.length === 0) return text(noNote);
  const details = row.deductions.map((d) =>
    fillText(d.basis === null ? words.deduction : words.deductionWithBasis, {
      label: d.label,
      amount: formatYuan(d.amount),
      basis: d.basis ?? '',
    }),
  );
  return fill(words.paidDetail, {
    amount: formatYuan(deducted(row)),
    details: details.join(words.detailJoin),
  });
}

function paidCell(row: ArrearsRow, paid: Content, words: WageScheduleWording): Content {
  const several = row.payments.length > 1;
  const details = row.payments.map((p) =>
    [p.date === null ? null : tableDate(p.date), several ? formatYuan(p.amount) : null, p.method, p.voucher]
      .filter((part) => part !== null)
      .join(' '),
  );
  const named = details.filter((detail) => detail !== '');
  return named.length === 0
    ? paid
    : fill(words.paidDetail, { amount: paid, details: named.join(words.detailJoin) });
}

function rowCells(
  applicant: Applicant,
  index: number,
  at: number,
  running: Fen | null,
  words: WageScheduleWording,
  draft: Draft,
): TableCell[] {
  const row = applicant.arrears.rows[at];
  if (!row) return [];
  checkRow(applicant, index, at, draft);
  const { common } = draft;
  const path = `applicants.${index}.arrears.rows.${at}`;
  const subject = fillText(common.role.rowOf, {
    name: applicant.name ?? String(index + 1),
    n: String(at + 1),
  });
  const small = { subject, widthEm: 4 };
  const amount = (name: 'rate' | 'base' | 'gross' | 'paid' | 'owed'): Content => {
    const value = row[name];
    return draft.need(`${path}.${name}`, value === null ? null : formatYuan(value), name, small);
  };
  const unit =
    row.wageForm === 'piece'
      ? (row.pieceUnit ?? common.defaultPieceUnit)
      : common.unit[row.wageForm ?? 'day'];
  // A monthly wage is counted in days of attendance.
  const measure = row.wageForm === 'month' ? common.unit.day : unit;
  return [
    cell(String(at + 1), { align: 'center' }),
    cell(
      fill(common.tablePeriod, {
        from: draft.need(`${path}.from`, row.from && tableDate(row.from), 'rowFrom', small),
        to: draft.need(`${path}.to`, row.to && tableDate(row.to), 'rowTo', small),
      }),
      { align: 'center' },
    ),
    cell(
      fill(common.quantity, {
        quantity: draft.need(`${path}.quantity`, row.quantity, 'quantity', small),
        unit: measure,
      }),
      { align: 'center' },
    ),
    cell(draft.need(`${path}.wageForm`, row.wageForm && common.wageForm[row.wageForm], 'wageForm', small), {
      align: 'center',
    }),
    cell(amount('rate'), { align: 'right' }),
    cell(amount('base'), { align: 'right' }),
    cell(overtimeCell(row, words), { align: 'right' }),
    cell(row.otherDue === 0 ? noNote : formatYuan(row.otherDue), { align: 'right' }),
    cell(amount('gross'), { align: 'right' }),
    cell(deductionCell(row, words)),
    cell(paidCell(row, amount('paid'), words)),
    cell(amount('owed'), { align: 'right' }),
    cell(running === null ? noNote : formatYuan(running), { align: 'right' }),
    cell(row.evidencePages ?? noNote, { align: 'center' }),
  ];
}

/** Printed sum or a dash: a total with a hole in it is not printed. */
function figure(amount: Fen | null): string {
  return amount === null ? noNote : formatYuan(amount);
}

function tableA(applicant: Applicant, index: number, words: WageScheduleWording, draft: Draft): Table {
  const { rows } = applicant.arrears;
  const { columns } = words;
  const shares: readonly (readonly [keyof typeof columns, number])[] = [
    ['no', 4],
    ['period', 11],
    ['quantity', 8],
    ['wageForm', 6],
    ['rate', 7],
    ['base', 9],
    ['overtime', 11],
    ['other', 7],
    ['gross', 9],
    ['deductions', 12],
    ['paid', 18],
    ['owed', 9],
    ['running', 10],
    ['evidence', 7],
  ];
  let running: Fen | null = zeroFen;
  const body = rows.map((row, at) => {
    running = running === null || row.owed === null ? null : addFen(running, row.owed);
    return rowCells(applicant, index, at, running, words, draft);
  });
  const sum = (pick: (row: ArrearsRow) => Fen | null): string => figure(sumOrNull(rows.map(pick)));
  const right = (value: string): TableCell => ({
    content: [{ kind: 'text', text: value, bold: true }],
    align: 'right',
  });
  const foot: TableCell[] = [
    { content: [{ kind: 'text', text: words.total, bold: true }], span: 5, align: 'center' },
    right(sum((r) => r.base)),
    right(sum((r) => addFen(r.overtimeWorkday, r.overtimeRestDay, r.overtimeHoliday))),
    right(sum((r) => r.otherDue)),
    right(sum((r) => r.gross)),
    right(sum(deducted)),
    right(sum((r) => r.paid)),
    right(sum((r) => r.owed)),
    right(sum((r) => r.owed)),
    cell(''),
  ];
  return {
    kind: 'table',
    columns: shares.map(([key, share]) => ({
      header: columns[key],
      share,
      align: key === 'gross' || key === 'owed' ? 'right' : 'center',
    })),
    rows: body,
    footRows: [foot],
    pageSums: {
      label: words.pageSum,
      columns: [8, 11],
      values: rows.map((row) => [row.gross ?? 0, row.owed ?? 0]),
    },
    sizePt: 8,
  };
}

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
    columns: [4, 10, 4, 12, 4, 12].map((share) => ({ header: '', share })),
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
  ].map((p) => ({ ...p, sizePt: 11, spaceBeforePt: 4 }));
}

function workings(applicant: Applicant, words: WageScheduleWording, draft: Draft): Block[] {
  const lines = applicant.arrears.rows.flatMap((row, i) => {
    const n = String(i + 1);
    const out: Content[] = [];
    if (row.working)
      out.push(fill(words.working, { n, line: row.working[draft.language === 'en' ? 'en' : 'zh'] }));
    if (row.note !== null) out.push(fill(words.noteLine, { n, note: row.note }));
    return out;
  });
  if (lines.length === 0) return [];
  return [
    plain(fill(words.workings, { lines: joined(lines, words.detailJoin) }), { sizePt: 10, spaceBeforePt: 4 }),
  ];
}

function closing(facts: FilingFacts, words: WageScheduleWording, draft: Draft, summary: boolean): Block {
  const { common } = draft;
  const gap = text('　　　');
  const named = (label: string, value: string | null): Content =>
    value === null ? [...text(label), blank(8)] : text(label + value);
  const worker: Content = summary ? [] : [...text(words.worker), blank(8), ...gap];
  return signature(
    [
      [
        ...named(words.preparedBy, facts.preparedBy),
        ...gap,
        ...named(words.checkedBy, facts.checkedBy),
        ...gap,
        ...text(words.date),
        ...handDate(common),
      ],
      [...worker, ...text(words.employer), blank(10)],
    ],
    'left',
  );
}

function summary(facts: FilingFacts, words: WageScheduleWording, draft: Draft): Block[] {
  const { common } = draft;
  const columns = words.summaryColumns;
  const shares: readonly (readonly [keyof typeof columns, number])[] = [
    ['no', 4],
    ['name', 9],
    ['idNumber', 15],
    ['period', 16],
    ['gross', 11],
    ['deductions', 11],
    ['paid', 11],
    ['owed', 11],
    ['note', 8],
  ];
  const sums = facts.applicants.map(({ arrears }) => ({
    gross: arrears.rows.length > 0 ? sumOrNull(arrears.rows.map((r) => r.gross)) : null,
    deductions: arrears.rows.length > 0 ? addFen(...arrears.rows.map(deducted)) : null,
    paid: arrears.rows.length > 0 ? sumOrNull(arrears.rows.map((r) => r.paid)) : null,
  }));
  const owed = facts.applicants.map((applicant, i) => arrearsOf(applicant, i, draft));
  const rows = facts.applicants.map((applicant, i): TableCell[] => {
    const path = `applicants.${i}`;
    const subject = subjectName(common, 'applicant', applicant.name, i);
    const { from, to } = applicant.arrears;
    return [
      cell(String(i + 1), { align: 'center' }),
      cell(applicantName(applicant, i, draft), { align: 'center' }),
      cell(draft.need(`${path}.idNumber`, applicant.idNumber, 'idNumber', { subject, widthEm: 9 }), {
        align: 'center',
      }),
      cell(
        fill(common.tablePeriod, {
          from: draft.need(`${path}.arrears.from`, from && tableDate(from), 'arrearsFrom', {
            subject,
            widthEm: 5,
          }),
          to: draft.need(`${path}.arrears.to`, to && tableDate(to), 'arrearsTo', { subject, widthEm: 5 }),
        }),
        { align: 'center' },
      ),
      cell(figure(sums[i]?.gross ?? null), { align: 'right' }),
      cell(figure(sums[i]?.deductions ?? null), { align: 'right' }),
      cell(figure(sums[i]?.paid ?? null), { align: 'right' }),
      cell(
        draft.need(`${path}.arrears.total`, owed[i] == null ? null : formatYuan(owed[i]), 'arrearsTotal', {
          subject,
          widthEm: 5,
        }),
        { align: 'right' },
      ),
      cell(''),
    ];
  });
  const total = arrearsTotal(facts, draft);
  const foot = (value: Fen | null): TableCell => ({
    content: [{ kind: 'text', text: figure(value), bold: true }],
    align: 'right',
  });
  const table: Table = {
    kind: 'table',
    columns: shares.map(([key, share]) => ({
      header: columns[key],
      share,
      align: key === 'gross' || key === 'owed' ? 'right' : 'center',
    })),
    rows,
    footRows: [
      [
        { content: [{ kind: 'text', text: words.total, bold: true }], span: 4, align: 'center' },
        foot(sumOrNull(sums.map((s) => s.gross))),
        foot(sumOrNull(sums.map((s) => s.deductions))),
        foot(sumOrNull(sums.map((s) => s.paid))),
        foot(total),
        cell(''),
      ],
    ],
    pageSums: { label: words.pageSum, columns: [7], values: owed.map((amount) => [amount ?? 0]) },
    sizePt: 9,
  };
  const line: Block[] =
    total === null
      ? []
      : [
          {
            ...prose(
              fill(words.summaryLine, {
                count: String(facts.applicants.length),
                owed: moneyInWords(total, common),
              }),
            ),
            sizePt: 12,
            spaceBeforePt: 6,
          },
        ];
  return [table, ...line, closing(facts, words, draft, true)];
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
      { kind: 'space', points: 6 },
      tableA(applicant, index, words, draft),
      ...totalLine(facts, index, words, draft),
      ...workings(applicant, words, draft),
      plain(text(words.noOverpay), { sizePt: 10 }),
      closing(facts, words, draft, false),
    ];
  });
  return finish(draft, { title: words.title, language, blocks, landscape: true });
}
