import type { Applicant, ArrearsRow } from '../../../../../../shared/features/documents/filing-facts.ts';
import { addFen, type Fen, formatYuan, zeroFen } from '../../../../../../shared/kernel/money.ts';
import type { Table, TableCell } from '../../../../../paper/model/blocks.ts';
import { type Content, type Draft, fill, fillText, text } from '../kit/draft.ts';
import { tableDate } from '../kit/format.ts';
import { cell } from '../kit/paper.ts';
import { subjectName } from '../kit/parties.ts';
import { checkPeriod, crossCheck, sumOrNull } from '../kit/sums.ts';
import type { WageScheduleWording } from './index.ts';

const noNote = '—';

/** Σ of a period's deductions in fen. */
export function deducted(row: ArrearsRow): Fen {
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
  checkPeriod(applicant, row, `${path}.`, what, draft);
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
    // One warning for the worker, not one for each line.
    cell(
      draft.need(`applicants.${index}.arrears.evidencePages`, row.evidencePages, 'wagePages', {
        subject: subjectName(common, 'applicant', applicant.name, index),
        widthEm: 3,
      }),
      { align: 'center' },
    ),
  ];
}

/** Printed sum or a dash: a total with a hole in it is not printed. */
export function figure(amount: Fen | null): string {
  return amount === null ? noNote : formatYuan(amount);
}

/** Table A: a line for each pay period, with the running total and the column sums. */
export function tableA(applicant: Applicant, index: number, words: WageScheduleWording, draft: Draft): Table {
  const { rows } = applicant.arrears;
  const { columns } = words;
  const shares: readonly (readonly [keyof typeof columns, number])[] = [
    ['no', 4],
    ['period', 11],
    ['quantity', 8],
    ['wageForm', 6],
    ['rate', 7],
    ['base', 10],
    ['overtime', 10],
    ['other', 7],
    ['gross', 10],
    ['deductions', 10],
    ['paid', 18],
    ['owed', 10],
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
