import type {
  ParsedArrears,
  ParsedWorker,
  Period,
} from '../../../../shared/features/transfer/roster.types.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { type Fen, fen, zeroFen } from '../../../../shared/kernel/money.ts';
import type { LawData } from '../../kernel/law-data.ts';
import type { Worker } from '../cases/index.ts';
import { arrearsOf } from '../claims/index.ts';

type RecordRow = Worker['arrears'][number];

/** Pay period of a roster row: its own, else the time on the site, else the one the person gave. */
export function periodOf(
  arrears: ParsedArrears,
  worker: ParsedWorker,
  fallback: Period | null,
): Period | null {
  if (arrears.period) return arrears.period;
  if (worker.startDate && worker.endDate && worker.startDate <= worker.endDate)
    return { from: worker.startDate, to: worker.endDate };
  return fallback;
}

/**
 * A roster row as a pay period of the record. Rate × quantity is kept where it explains the sheet's gross amount; a
 * gross amount above it leaves the rest as other pay, and one that it cannot explain is kept as a fixed sum.
 */
export function toRecordRow(
  arrears: ParsedArrears,
  worker: ParsedWorker,
  period: Period,
  law: LawData,
  today: PlainDate,
): RecordRow {
  const gross = grossOf(arrears);
  const base = {
    period,
    otherFen: zeroFen,
    overtime: null,
    deductions: arrears.deduction ? [{ amountFen: arrears.deduction, basis: null }] : [],
    paid: arrears.paid ? [{ date: null, amountFen: arrears.paid, method: null, voucher: null }] : [],
    note: null,
  };
  const fixed: RecordRow = { ...base, unit: 'fixed', quantity: '1', rateFen: gross };
  if (worker.rate === null || arrears.quantity === null || worker.wageUnit === null) return fixed;
  const byRate: RecordRow = {
    ...base,
    unit: worker.wageUnit,
    quantity: arrears.quantity,
    rateFen: worker.rate,
  };
  const explained = arrearsOf([{ ...byRate, deductions: [], paid: [] }], law, today).grossFen;
  if (explained > gross) return fixed;
  return { ...byRate, otherFen: fen(gross - explained) };
}

function grossOf(arrears: ParsedArrears): Fen {
  if (arrears.gross !== null) return arrears.gross;
  return fen((arrears.owed ?? 0) + (arrears.paid ?? 0) + (arrears.deduction ?? 0));
}

/** True when the row says anything about money. */
export function hasMoney(arrears: ParsedArrears): boolean {
  return arrears.gross !== null || arrears.owed !== null || arrears.paid !== null;
}

export function toWorker(worker: ParsedWorker, rows: readonly RecordRow[], site: string | null): Worker {
  return {
    name: worker.name,
    sex: worker.sex,
    birth: worker.birth,
    ethnicity: null,
    idType: worker.idType === 'other' ? 'other' : 'resident-id',
    idNumber: worker.idNumber,
    phone: worker.phone,
    domicile: worker.address,
    residence: null,
    mailAddress: worker.mailAddress,
    occupation: worker.trade,
    isMigrant: null,
    bankHolder: worker.bankHolder,
    bankName: worker.bankName,
    bankAccount: worker.bankAccount,
    guardian: null,
    job: {
      start: worker.startDate,
      end: worker.endDate,
      post: worker.trade,
      site,
      team: worker.team,
      recruiter: null,
      contractSigned: null,
      wageUnit: worker.wageUnit,
      rateFen: worker.rate,
      payDay: null,
      endKind: null,
      endReason: null,
    },
    arrears: [...rows],
  };
}

/** A worker of the record as the import compares him. */
export function fromRecord(
  worker: Worker,
  law: LawData,
  today: PlainDate,
): { worker: ParsedWorker; arrears: ParsedArrears[] } {
  const computed = arrearsOf(worker.arrears, law, today);
  return {
    worker: {
      name: worker.name,
      sex: worker.sex,
      birth: worker.birth,
      idType: worker.idNumber === null ? null : worker.idType === 'resident-id' ? 'resident' : 'other',
      idNumber: worker.idNumber,
      phone: worker.phone,
      address: worker.domicile,
      mailAddress: worker.mailAddress,
      trade: worker.job.post,
      team: worker.job.team,
      startDate: worker.job.start,
      endDate: worker.job.end,
      wageUnit: worker.job.wageUnit === 'fixed' ? null : worker.job.wageUnit,
      rate: worker.job.rateFen,
      bankHolder: worker.bankHolder,
      bankName: worker.bankName,
      bankAccount: worker.bankAccount,
      note: null,
    },
    arrears: worker.arrears.map((row, i) => {
      const result = computed.rows[i];
      return {
        period: row.period,
        quantity: row.unit === 'fixed' ? null : row.quantity,
        gross: result?.grossFen ?? null,
        grossSource: 'sheet',
        deduction: result?.deductFen ?? null,
        paid: result?.paidFen ?? null,
        owed: result?.owedFen ?? null,
        owedComputed: result?.owedFen ?? null,
      };
    }),
  };
}

/**
 * What the record knows, with what the file adds or corrects; pay periods that overlap are replaced. Where the file
 * says nothing of payments or deductions for a period of the record, those of the record stay.
 */
export function merged(record: Worker, incoming: Worker): Worker {
  const pick = <T extends object>(before: T, after: T): T =>
    Object.fromEntries(
      Object.entries(before).map(([key, value]) => {
        const next = (after as Record<string, unknown>)[key];
        return [key, next === null || next === undefined ? value : next];
      }),
    ) as T;
  const rows = record.arrears.filter(
    (a) => !incoming.arrears.some((b) => a.period.from <= b.period.to && b.period.from <= a.period.to),
  );
  const stated = incoming.arrears.map((row): RecordRow => {
    const known = record.arrears.find(
      (a) => a.period.from === row.period.from && a.period.to === row.period.to,
    );
    if (!known) return row;
    return {
      ...row,
      deductions: row.deductions.length > 0 ? row.deductions : known.deductions,
      paid: row.paid.length > 0 ? row.paid : known.paid,
      note: row.note ?? known.note,
    };
  });
  return {
    ...pick(record, incoming),
    job: pick(record.job, incoming.job),
    arrears: [...rows, ...stated].sort((a, b) =>
      a.period.from < b.period.from ? -1 : a.period.from > b.period.from ? 1 : 0,
    ),
  };
}
