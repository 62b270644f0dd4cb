import { isPlainDate } from '../../kernel/date.ts';
import { cleanLine, codePointLength } from '../../kernel/text.ts';
import { phone } from '../../law/identifiers/phone.ts';
import { residentId } from '../../law/identifiers/resident-id.ts';
import type { jobEnds } from '../cases/case.schemas.ts';
import {
  compact,
  readAmount,
  readDate,
  readName,
  readPeriod,
  readWageUnit,
  saysNothing,
} from '../transfer/text.values.ts';
import { type CellValue, type ColumnId, facts, isFact, kindOf } from './group.fields.ts';

/** What can be wrong with a cell; each has its sentence, with the remedy, in `locales/…/group.json`. */
export const cellProblems = [
  'name-missing',
  'text-too-long',
  'cell-error',
  'id-lost-digits',
  'id-15-digits',
  'id-checksum',
  'id-birth-invalid',
  'id-invalid',
  'phone-invalid',
  'date-invalid',
  'date-day-missing',
  'date-year-missing',
  'amount-invalid',
  'amount-negative',
  'amount-too-large',
  'unit-invalid',
  'end-kind-invalid',
  'flag-invalid',
  'period-invalid',
  'account-invalid',
  'account-lost-digits',
] as const;
export type CellProblem = (typeof cellProblems)[number];

/**
 * A cell as read. `doubt`: it can be kept as it stands, but a person should look at it; a bulk takes no doubtful cell.
 * `note`: it was read, with a remark.
 */
export type CellReading =
  | { readonly value: CellValue; readonly doubt?: CellProblem; readonly note?: 'date-year-assumed' }
  | { readonly problem: CellProblem };

/** Above this an amount is surely a slip: 100 million yuan for one worker. */
const mostFen = 10_000_000_000;

/** Reads what was typed or pasted into a column. Blank and “nothing” (—, 无) is null. */
export function readCell(column: ColumnId, text: string): CellReading {
  const line = cleanLine(text);
  // What a spreadsheet shows in place of a value that it could not reckon.
  if (/^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!)$/i.test(line))
    return { problem: 'cell-error' };
  if (/^#{3,}$/.test(line)) return { problem: 'cell-error' };
  const kind = kindOf(column);
  if (line === '' || (kind !== 'flag' && saysNothing(line)))
    return kind === 'name' ? { problem: 'name-missing' } : { value: null };
  const max = isFact(column) ? facts[column].max : undefined;
  if (max !== undefined && codePointLength(line) > max) return { problem: 'text-too-long' };
  switch (kind) {
    case 'name':
      return { value: readName(line).name };
    case 'text':
      return { value: line };
    case 'id':
      return readId(line);
    case 'phone': {
      const verdict = phone(line);
      return verdict.ok ? { value: verdict.normalised } : { value: line, doubt: 'phone-invalid' };
    }
    case 'date': {
      const read = readDate({ kind: 'text', text: line }, '1900', null);
      if ('problem' in read)
        return {
          problem:
            read.problem === 'date-day-missing' || read.problem === 'date-year-missing'
              ? read.problem
              : 'date-invalid',
        };
      return read.note ? { value: read.value, note: 'date-year-assumed' } : { value: read.value };
    }
    case 'money':
      return readMoney(line);
    case 'unit': {
      const unit = unitWords.get(line.toLowerCase()) ?? readWageUnit(line);
      return unit ? { value: unit } : { problem: 'unit-invalid' };
    }
    case 'jobEnd': {
      const end = endWords.get(line.toLowerCase());
      return end ? { value: end } : { problem: 'end-kind-invalid' };
    }
    case 'flag': {
      const flag = flagWords.get(line.toLowerCase());
      return flag === undefined ? { problem: 'flag-invalid' } : { value: flag };
    }
    case 'period': {
      const read = readPeriod({ kind: 'text', text: line }, null);
      return 'problem' in read
        ? { problem: read.problem === 'date-year-missing' ? 'date-year-missing' : 'period-invalid' }
        : { value: `${read.value.from}/${read.value.to}` };
    }
    case 'account': {
      const account = compact(line).replace(/-/g, '');
      if (/^\d(?:\.\d+)?E\+?\d+$/i.test(account)) return { problem: 'account-lost-digits' };
      return /^\d{8,32}$/.test(account) ? { value: account } : { problem: 'account-invalid' };
    }
  }
}

function readId(line: string): CellReading {
  const id = compact(line).toUpperCase().replace(/-/g, '');
  // 1.10101E+17 is what a spreadsheet makes of a number that had already lost its end.
  if (/^\d(?:\.\d+)?E\+?1\d$/.test(id)) return { problem: 'id-lost-digits' };
  const verdict = residentId(id);
  if (verdict.ok) return { value: verdict.normalised };
  if (/^\d{15}$/.test(id)) return { value: id, doubt: 'id-15-digits' };
  if (verdict.reason === 'checksum')
    return /^\d{15}000$/.test(id) ? { problem: 'id-lost-digits' } : { value: id, doubt: 'id-checksum' };
  if (verdict.reason === 'birth-date' || verdict.reason === 'birth-future')
    return { value: id, doubt: 'id-birth-invalid' };
  // A passport or a travel permit.
  if (/^[A-Z]{1,3}\d{6,10}[A-Z]?$/.test(id)) return { value: id };
  return { value: id, doubt: 'id-invalid' };
}

function readMoney(line: string): CellReading {
  const read = readAmount({ kind: 'text', text: line }, 1);
  if ('problem' in read) return { problem: 'amount-invalid' };
  if (read.value < 0) return { problem: 'amount-negative' };
  if (read.value > mostFen) return { problem: 'amount-too-large' };
  return { value: read.value };
}

const table = <T>(rows: readonly (readonly [T, string])[]): ReadonlyMap<string, T> =>
  new Map(
    rows.flatMap(([value, words]) => words.split(' ').map((word) => [word.replaceAll('_', ' '), value])),
  );

const unitWords = table<'month' | 'day' | 'hour' | 'piece' | 'fixed'>([
  ['month', '月 按月 month monthly mo'],
  ['day', '日 天 按日 按天 day daily'],
  ['hour', '时 小时 按小时 hour hourly h'],
  ['piece', '件 计件 按件 piece piecework pc'],
  ['fixed', '总 总额 包干 总价 一口价 fixed fixed_sum lump_sum total'],
]);

const endWords = table<(typeof jobEnds)[number]>([
  ['ongoing', '还在干 在职 在岗 ongoing still_working'],
  ['left-for-arrears', '因欠薪离职 被迫解除 欠薪离职 left-for-arrears left_because_of_arrears'],
  ['resigned', '辞职 离职 自离 resigned'],
  ['dismissed', '被辞退 辞退 开除 dismissed'],
  ['agreed', '协商解除 协商 agreed by_agreement'],
  ['expired', '合同到期 到期 expired contract_expired'],
  ['work-finished', '工程完工 完工 work-finished work_finished'],
]);

const flagWords = table<boolean>([
  [true, '是 有 签 已签 y yes true √ ✓ 1'],
  [false, '否 无 没有 未签 没签 n no false × ✗ x 0'],
]);

/** A value as text that `readCell` reads again: what goes into the clipboard and into an opened cell. */
export function cellText(column: ColumnId, value: CellValue): string {
  if (value === null || value === undefined) return '';
  const kind = kindOf(column);
  if (kind === 'money' && typeof value === 'number') {
    const yuan = Math.trunc(value / 100);
    const rest = value % 100;
    return rest === 0 ? String(yuan) : `${yuan}.${String(rest).padStart(2, '0')}`;
  }
  if (kind === 'period' && typeof value === 'string') return value.replace('/', '~');
  return String(value);
}

/** The two days of a period's value; null when it is none. */
export function periodOfValue(value: CellValue | undefined) {
  if (typeof value !== 'string') return null;
  const [from, to] = value.split('/');
  return isPlainDate(from) && isPlainDate(to) && from <= to ? { from, to } : null;
}
