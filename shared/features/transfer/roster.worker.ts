import { isPlainDate, type PlainDate, partsOf } from '../../kernel/date.ts';
import { cleanLine, cleanText, codePointLength } from '../../kernel/text.ts';
import { phone as checkPhone } from '../../law/identifiers/phone.ts';
import { residentId } from '../../law/identifiers/resident-id.ts';
import { doubtfulRateYuan } from '../../law/wages/plausible.ts';
import type { RowReader } from './roster.reader.ts';
import type { ParsedWorker, RosterField, WageUnit } from './roster.types.ts';
import { compact, readAmount, readDate, readName, readWageUnit, saysNothing } from './text.values.ts';

const longestName = 60;
const longestText = 200;

/** Everything about the person in one row; problems go to the reader. */
export function readWorker(row: RowReader, sectionTeam: string | null): ParsedWorker {
  const named = readWorkerName(row);
  const id = readId(row);
  const unitAndRate = readRate(row);
  const startDate = readDay(row, 'startDate');
  const endDate = readDay(row, 'endDate');
  if (startDate && endDate && endDate < startDate) {
    row.report('endDate', 'dates-reversed', 'error', { start: startDate, end: endDate });
  }
  const note = [text(row, 'note'), named.aside].filter((t) => t !== null).join('；');
  return {
    name: named.name,
    sex: readSex(row, id.sex),
    birth: readBirth(row, id.birth),
    idType: id.type,
    idNumber: id.number,
    phone: readPhone(row),
    address: text(row, 'address'),
    mailAddress: text(row, 'mailAddress'),
    trade: text(row, 'trade'),
    team: text(row, 'team') ?? sectionTeam,
    startDate,
    endDate,
    wageUnit: unitAndRate.unit,
    rate: unitAndRate.rate,
    bankHolder: text(row, 'bankHolder'),
    bankName: text(row, 'bankName'),
    bankAccount: readBankAccount(row),
    note: note === '' ? null : note,
  };
}

function readWorkerName(row: RowReader): { name: string; aside: string | null } {
  const cell = row.cell('name');
  const read = cell.kind === 'error' ? { name: '', aside: null } : readName(cell.text);
  if (read.name === '' || saysNothing(read.name)) {
    if (cell.kind !== 'error') row.report('name', 'name-missing', 'error');
    return { name: '', aside: null };
  }
  const length = codePointLength(read.name);
  if (length > longestName) row.report('name', 'name-too-long', 'error', { length, limit: longestName });
  if (read.aside) row.report('name', 'name-note-split', 'warning', { name: read.name, note: read.aside });
  if (/[\p{Co}\uFFFD]/u.test(read.name)) row.report('name', 'name-private-character', 'warning');
  else if (/[^\p{L}\p{M}·.\-' ]/u.test(read.name) || length < 2) row.report('name', 'name-odd', 'warning');
  return read;
}

interface IdReading {
  readonly type: 'resident' | 'other' | null;
  readonly number: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly birth: PlainDate | null;
}

function readId(row: RowReader): IdReading {
  const none: IdReading = { type: null, number: null, sex: null, birth: null };
  const cell = row.cell('idNumber');
  if (cell.kind === 'error') return none;
  const id = compact(cell.text).toUpperCase().replace(/-/g, '');
  if (id === '' || saysNothing(cell.text)) {
    row.report('idNumber', 'id-missing', 'warning');
    return none;
  }
  // 1.10101E+17 is what a text export makes of a number that had already lost its end.
  if (cell.lostDigits || /^\d(?:\.\d+)?E\+?1\d$/.test(id)) {
    row.report('idNumber', 'id-number-lost-digits', 'error');
    return none;
  }
  if (/^\d{15}$/.test(id)) {
    row.report('idNumber', 'id-15-digits', 'error');
    return none;
  }
  const check = residentId(id);
  if (check.ok)
    return {
      type: 'resident',
      number: check.normalised,
      sex: check.sex,
      birth: isPlainDate(check.birth) ? check.birth : null,
    };
  if (check.reason === 'checksum') row.report('idNumber', 'id-checksum', 'error');
  else if (check.reason === 'birth-date' || check.reason === 'birth-future')
    row.report('idNumber', 'id-birth-invalid', 'error');
  else if (/^[A-Z]{1,3}\d{6,10}[A-Z]?$/.test(id)) {
    row.report('idNumber', 'id-other-document', 'warning');
    return { ...none, type: 'other', number: id };
  } else row.report('idNumber', 'id-invalid', 'error', { length: codePointLength(id) });
  return none;
}

function readSex(row: RowReader, fromId: 'male' | 'female' | null): 'male' | 'female' | null {
  const value = compact(row.cell('sex').text);
  if (value === '' || saysNothing(value)) return fromId;
  const stated = /^(?:男性?|M|male)$/i.test(value)
    ? 'male'
    : /^(?:女性?|F|female)$/i.test(value)
      ? 'female'
      : null;
  if (stated === null) row.report('sex', 'sex-invalid', 'warning');
  else if (fromId && fromId !== stated) row.report('sex', 'sex-differs-from-id', 'warning');
  return fromId ?? stated;
}

function readBirth(row: RowReader, fromId: PlainDate | null): PlainDate | null {
  const cell = row.cell('birth');
  if (cell.kind === 'empty' || saysNothing(cell.text)) return fromId;
  const reading = readDate(cell, row.dateSystem, null);
  if (!('value' in reading)) return fromId;
  if (fromId && fromId !== reading.value)
    row.report('birth', 'birth-differs-from-id', 'warning', { birth: fromId });
  return fromId ?? reading.value;
}

function readPhone(row: RowReader): string | null {
  const cell = row.cell('phone');
  if (cell.kind === 'empty' || cell.kind === 'error' || saysNothing(cell.text)) return null;
  // Two numbers in one cell: the first that is one.
  for (const part of cell.text.split(/[,，;；、/／\n]|\s{2,}/)) {
    const phone = checkPhone(part);
    if (phone.ok) return phone.normalised;
  }
  const whole = checkPhone(cell.text);
  if (whole.ok) return whole.normalised;
  row.report('phone', 'phone-invalid', 'warning');
  return null;
}

function readBankAccount(row: RowReader): string | null {
  const cell = row.cell('bankAccount');
  if (cell.kind === 'empty' || cell.kind === 'error' || saysNothing(cell.text)) return null;
  const account = compact(cell.text).replace(/-/g, '');
  if (cell.lostDigits || /^\d(?:\.\d+)?E\+?\d+$/i.test(account)) {
    row.report('bankAccount', 'bank-account-lost-digits', 'warning');
    return null;
  }
  if (!/^\d{8,30}$/.test(account)) {
    row.report('bankAccount', 'bank-account-invalid', 'warning');
    return null;
  }
  return account;
}

function readDay(row: RowReader, field: 'startDate' | 'endDate'): PlainDate | null {
  const cell = row.cell(field);
  if (cell.kind === 'empty' || cell.kind === 'error' || saysNothing(cell.text)) return null;
  if (/^(?:至今|在职|在岗|未离[场职]|未退场)$/.test(compact(cell.text))) return null;
  const reading = readDate(cell, row.dateSystem, row.year);
  if ('problem' in reading) {
    row.report(field, reading.problem, reading.problem === 'date-day-missing' ? 'warning' : 'error');
    return null;
  }
  if (reading.note) row.report(field, reading.note, 'warning', reading.params);
  if (row.today && reading.value > row.today) row.report(field, 'date-future', 'warning');
  // A wrongly typed century (1925 for 2025) gives a date that exists.
  if (partsOf(reading.value).year < 1960) row.report(field, 'date-invalid', 'error');
  return reading.value;
}

function readRate(row: RowReader): { unit: WageUnit | null; rate: ParsedWorker['rate'] } {
  const unitText = row.cell('wageUnit').text;
  const rateCell = row.cell('rate');
  let unit = saysNothing(unitText) ? null : readWageUnit(unitText);
  if (unit === null && !saysNothing(unitText)) row.report('wageUnit', 'unit-invalid', 'warning');
  if (rateCell.kind === 'empty' || rateCell.kind === 'error' || saysNothing(rateCell.text)) {
    return { unit, rate: null };
  }
  // Only a rate that is there takes its unit from the header or the default.
  unit ??= (rateCell.kind === 'text' ? readWageUnit(rateCell.text) : null) ?? row.wageUnit;
  // 35元/㎡: what follows the stroke is the unit, not the amount.
  const cell =
    rateCell.kind === 'text'
      ? {
          ...rateCell,
          text: rateCell.text.replace(/^\s*每?[天日月时]/, '').replace(/(\d\D*?)\s*[/／每].*$/s, '$1'),
        }
      : rateCell;
  // A rate is in yuan even where the sums are in 万元.
  const reading = readAmount(cell, 1);
  if ('problem' in reading) {
    row.report('rate', reading.problem, 'error');
    return { unit, rate: null };
  }
  if (reading.value < 0) {
    row.report('rate', 'amount-negative', 'error');
    return { unit, rate: null };
  }
  if (reading.note) row.report('rate', reading.note, 'warning');
  if (reading.value > doubtfulRateYuan[unit] * 100) {
    row.report('rate', 'rate-absurd', 'warning', { limit: doubtfulRateYuan[unit] });
  }
  return { unit, rate: reading.value };
}

function text(row: RowReader, field: RosterField): string | null {
  const cell = row.cell(field);
  if (cell.kind === 'error' || saysNothing(cell.text)) return null;
  const value = field === 'note' ? cleanText(cell.text) : cleanLine(cell.text);
  return [...value].slice(0, longestText).join('');
}
