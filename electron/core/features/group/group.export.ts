import enCase from '../../../../resources/locales/en/case.json' with { type: 'json' };
import en from '../../../../resources/locales/en/group.json' with { type: 'json' };
import zhCase from '../../../../resources/locales/zh-CN/case.json' with { type: 'json' };
import zh from '../../../../resources/locales/zh-CN/group.json' with { type: 'json' };
import type { OutputOf, ParsedOf } from '../../../../shared/contract/builders.ts';
import { calculatorInfo } from '../../../../shared/features/claims/claim-items.rules.ts';
import { cellText } from '../../../../shared/features/group/group.cells.ts';
import { totalsOf } from '../../../../shared/features/group/group.checks.ts';
import type { GroupRow, groupContract } from '../../../../shared/features/group/group.contract.ts';
import { type FactId, factIds } from '../../../../shared/features/group/group.fields.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { fen, formatYuan } from '../../../../shared/kernel/money.ts';
import type { CommandContext } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { writeSpreadsheet } from '../../spreadsheet/index.ts';
import { loadCaseRow } from '../cases/index.ts';
import { matrixOf } from './group.matrix.ts';

type Procedure = (typeof groupContract)['group.export'];
type Words = Pick<typeof zh, 'column' | 'status' | 'flag'> & {
  // The two languages count their people in different ways.
  readonly payout: Omit<(typeof zh)['payout'], 'lacking'>;
  readonly export: Pick<(typeof zh)['export'], 'payout' | 'matrix'>;
};

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const yuan = (amount: number): string => formatYuan(fen(amount), false);

/** The list for paying out, or the whole matrix, with the sums beneath. Every cell is text: no digit is lost. */
export async function exportGroup(
  ctx: CommandContext,
  law: LawData,
  input: ParsedOf<Procedure>,
): Promise<OutputOf<Procedure>> {
  const { db, actor, files } = ctx.reading();
  const file = await loadCaseRow(db, input.caseId);
  const matrix = await matrixOf({ ...ctx, db, actor, files }, law, input.caseId);
  const rows = matrix.rows.filter((r) => input.statuses.includes(r.status));
  if (rows.length === 0) throw new AppError('no-data', { details: { what: 'group-rows' } });
  const words = input.language === 'en' ? en : zh;
  const table =
    input.what === 'payout'
      ? payoutTable(rows, words)
      : matrixTable(rows, matrix.calculators, words, input.language);
  const title = words.export[input.what];
  const bytes = await writeSpreadsheet([{ name: title, frozenRows: 1, ...table }]);
  const fileName = `${title}-${ctx.today}.xlsx`;
  const token = ctx.handoff.put(ctx.caller.sessionId, { name: fileName, type: xlsxType, bytes });
  return { token, fileName: file.number ? `${title}-${file.number}.xlsx` : fileName, rows: rows.length };
}

function payoutTable(rows: readonly GroupRow[], words: Words) {
  const { column, payout } = words;
  const text = (row: GroupRow, field: FactId): string => cellText(field, row.values[field] ?? null);
  const sums = totalsOf(rows, []);
  // Nothing is left to pay before something was granted: then the sum is written by hand.
  const granted = ({ settledFen, awardedFen }: GroupRow['money']): boolean => settledFen + awardedFen > 0;
  const sumOf = (money: GroupRow['money'], key: keyof GroupRow['money']): string =>
    granted(money) || money[key] > 0 ? yuan(money[key]) : '';
  const parts = ['settledFen', 'awardedFen', 'paidFen', 'openFen'] as const;
  return {
    widths: [6, 12, 22, 14, 12, 24, 24, 14, 14, 14, 14, 14, 14, 12, 12, 24, 14, 14],
    rows: [
      [
        payout.number,
        column.name,
        column.idNumber,
        column.phone,
        column.bankHolder,
        column.bankName,
        column.bankAccount,
        payout.claimed,
        payout.computed,
        ...parts.map((key) => payout[key]),
        payout.status,
        payout.since,
        payout.note,
        payout.amount,
        payout.signature,
      ],
      ...rows.map((row, i) => [
        String(i + 1),
        text(row, 'name'),
        text(row, 'idNumber'),
        text(row, 'phone'),
        text(row, 'bankHolder') || text(row, 'name'),
        text(row, 'bankName'),
        text(row, 'bankAccount'),
        yuan(row.claimedFen),
        yuan(row.computedFen),
        ...parts.map((key) => sumOf(row.money, key)),
        words.status[row.status],
        row.statusOn ?? '',
        row.statusNote ?? '',
        sumOf(row.money, 'openFen'),
        '',
      ]),
      [
        '',
        payout.total,
        '',
        '',
        '',
        '',
        '',
        yuan(sums.claimedFen),
        yuan(sums.computedFen),
        ...parts.map((key) => sumOf(sums.money, key)),
        '',
        '',
        '',
        sumOf(sums.money, 'openFen'),
        '',
      ],
    ],
  };
}

function matrixTable(
  rows: readonly GroupRow[],
  calculators: readonly string[],
  words: Words,
  language: 'zh-CN' | 'en',
) {
  const sums = totalsOf(rows, calculators);
  const { unit, jobEnd } = language === 'en' ? enCase : zhCase;
  const choices: Readonly<Record<string, string>> = { ...unit, ...jobEnd };
  const shown = (row: GroupRow, field: FactId): string => {
    const value = row.values[field] ?? null;
    if (typeof value === 'boolean') return value ? words.flag.yes : words.flag.no;
    if ((field === 'wageUnit' || field === 'endKind') && typeof value === 'string')
      return choices[value] ?? value;
    return cellText(field, value);
  };
  const title = (id: string): string => {
    const info = calculatorInfo(id);
    return info ? (language === 'en' ? info.title.en : info.title.zh) : id;
  };
  return {
    widths: [6, ...factIds.map((f) => (f === 'idNumber' || f === 'bankAccount' ? 22 : 14))],
    rows: [
      [
        words.payout.number,
        ...factIds.map((f) => words.column[f]),
        words.column.arrears,
        ...calculators.map(title),
        words.payout.claimed,
        words.payout.status,
      ],
      ...rows.map((row, i) => [
        String(i + 1),
        ...factIds.map((f) => shown(row, f)),
        yuan(row.arrears.owedFen),
        ...calculators.map((c) => {
          const amount = row.claims[c]?.claimedFen ?? null;
          return amount === null ? '' : yuan(amount);
        }),
        yuan(row.claimedFen),
        words.status[row.status],
      ]),
      [
        '',
        words.payout.total,
        ...factIds.slice(1).map(() => ''),
        yuan(sums.arrearsFen),
        ...calculators.map((c) => yuan(sums.claims[c] ?? 0)),
        yuan(sums.claimedFen),
        '',
      ],
    ],
  };
}
