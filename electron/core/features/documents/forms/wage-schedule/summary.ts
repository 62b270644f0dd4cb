import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import { addFen, type Fen, formatYuan } from '../../../../../../shared/kernel/money.ts';
import type { Block, Table, TableCell } from '../../../../../paper/model/blocks.ts';
import { blank, type Content, type Draft, fill, text } from '../kit/draft.ts';
import { moneyInWords, tableDate } from '../kit/format.ts';
import { cell, handDate, prose, signature } from '../kit/paper.ts';
import { applicantName, subjectName } from '../kit/parties.ts';
import { arrearsOf, arrearsTotal, sumOrNull } from '../kit/sums.ts';
import type { WageScheduleWording } from './index.ts';
import { deducted, figure } from './rows.ts';

/** Who made, checked and confirms the schedule; the employer's confirmation is optional. */
export function closing(
  facts: FilingFacts,
  words: WageScheduleWording,
  draft: Draft,
  summary: boolean,
): Block {
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

/** Table B: one line per worker of a group. */
export function summary(facts: FilingFacts, words: WageScheduleWording, draft: Draft): Block[] {
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
