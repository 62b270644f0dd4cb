import type { z } from 'zod';
import { workerSchema } from '../../../../shared/features/cases/case.schemas.ts';
import { matchColumns, overrideColumns } from '../../../../shared/features/transfer/roster.columns.ts';
import {
  type ExistingWorker,
  groupByWorker,
  type ImportPlan,
  type ImportWorker,
  planImport,
} from '../../../../shared/features/transfer/roster.identity.ts';
import { parseRoster } from '../../../../shared/features/transfer/roster.parse.ts';
import {
  type ParsedRoster,
  type Period,
  type RosterField,
  type RosterLayout,
  type RowReason,
  rosterFields,
} from '../../../../shared/features/transfer/roster.types.ts';
import {
  columnLetter,
  corrected,
  type Sheet,
  type Workbook,
} from '../../../../shared/features/transfer/sheet.ts';
import type { transferContract } from '../../../../shared/features/transfer/transfer.contract.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { CallContext, ReadHandle } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { readSpreadsheet } from '../../spreadsheet/index.ts';
import { identityKey, loadMemberRows, toMember, type Worker } from '../cases/index.ts';
import { fromRecord, hasMoney, periodOf, toRecordRow, toWorker } from './transfer.convert.ts';

type Source = Omit<z.output<(typeof transferContract)['transfer.preview']['input']>, 'caseId'>;

export interface ReadRoster {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly layout: RosterLayout;
  readonly parsed: ParsedRoster;
}

/** @throws AppError `file-expired`, `file-not-spreadsheet`, `file-encrypted`, `file-old-format`, `file-too-large`, `file-empty`. */
export async function openWorkbook(
  ctx: CallContext,
  token: string,
): Promise<{ name: string; workbook: Workbook }> {
  const file = ctx.handoff.require(ctx.caller.sessionId, token);
  ctx.progress('reading-file', 0, null);
  const workbook = await readSpreadsheet(file.name, file.bytes);
  await ctx.breathe();
  return { name: file.name, workbook };
}

/** @throws AppError `file-empty` when the sheet does not exist, `invalid-input` on `sheet` when no header is found. */
export function layoutOf(
  workbook: Workbook,
  index: number,
): { sheet: Sheet; layout: ReturnType<typeof matchColumns> } {
  const sheet = workbook.sheets[index];
  if (!sheet) throw new AppError('file-empty');
  return { sheet, layout: matchColumns(sheet) };
}

export async function readRoster(ctx: CallContext, source: Source): Promise<ReadRoster> {
  const { workbook } = await openWorkbook(ctx, source.token);
  const { sheet: read, layout: proposed } = layoutOf(workbook, source.sheet);
  if (!proposed)
    throw new AppError('invalid-input', { issues: [{ path: 'sheet', code: 'roster-no-header' }] });
  const layout = source.mapping ? overrideColumns(proposed, knownFields(source.mapping)) : proposed;
  ctx.progress('checking-rows', 0, read.rows.length);
  // What the header says decided the columns; a cell of it is not put right here.
  const sheet = corrected(
    read,
    source.corrections.filter((c) => c.row > layout.dataTop),
  );
  const parsed = parseRoster(sheet, layout, {
    ...(source.defaultYear !== null && { defaultYear: source.defaultYear }),
    ...(source.defaultPeriod && { defaultPeriod: source.defaultPeriod }),
    today: ctx.today,
  });
  await ctx.breathe();
  return { workbook, sheet, layout, parsed };
}

export interface Planned {
  readonly plan: ImportPlan;
  readonly workers: ReadonlyMap<string, Worker>;
  /** Workers with a pay row that names no period; they stay out until it is known. */
  readonly withoutPeriod: readonly ImportWorker[];
  /** Workers with a value that the record refuses, such as a sum above a hundred thousand million yuan. */
  readonly unfit: readonly { readonly incoming: ImportWorker; readonly reason: RowReason }[];
  readonly members: readonly { id: string; worker: Worker }[];
}

/** A worker of the file whom importing leaves out although each of his cells can be read, and why. */
export interface KeptOut {
  readonly incoming: ImportWorker;
  readonly action: 'conflict' | 'error';
  readonly reason: RowReason;
}

export function keptOut({ plan, withoutPeriod, unfit }: Planned): KeptOut[] {
  return [
    ...plan.conflict.map(
      ({ incoming, reason }): KeptOut => ({ incoming, action: 'conflict', reason: `conflict-${reason}` }),
    ),
    ...withoutPeriod.map((incoming): KeptOut => ({ incoming, action: 'error', reason: 'period-missing' })),
    ...unfit.map((one): KeptOut => ({ ...one, action: 'error' })),
  ];
}

/** What the known columns of a row say in the file, from left to right. */
export function cellsOfRow(
  { sheet, layout }: ReadRoster,
  row: number,
): { field: RosterField; column: string; text: string }[] {
  return rosterFields
    .flatMap((field) => {
      const at = layout.fields[field];
      return at === null || at === undefined ? [] : [{ field, at }];
    })
    .sort((a, b) => a.at - b.at)
    .map(({ field, at }) => ({
      field,
      column: columnLetter(at),
      text: sheet.rows[row - 1]?.[at]?.text ?? '',
    }));
}

/** The same by row of the file: a worker of several months stands in several. */
export function reasonsByRow(out: readonly KeptOut[]): ReadonlyMap<number, RowReason> {
  return new Map(out.flatMap(({ incoming, reason }) => incoming.sourceRows.map((row) => [row, reason])));
}

/** Compares the file's workers with those of the case and decides what each would be. */
export async function planRoster(
  db: ReadHandle | null,
  caseId: string | null,
  roster: ReadRoster,
  options: { law: LawData; ctx: CallContext; defaultPeriod: Period | null; site: string | null },
): Promise<Planned> {
  const { law, ctx } = options;
  const members =
    db && caseId
      ? (await loadMemberRows(db, caseId)).map((row) => {
          const { id, position, owedFen, itemsFen, isRepresentative, version, ...worker } = toMember(row);
          return { id, worker };
        })
      : [];
  const existing: ExistingWorker[] = members.map((m) => ({
    ref: m.id,
    ...fromRecord(m.worker, law, ctx.today),
  }));
  const workers = new Map<string, Worker>();
  const withoutPeriod: ImportWorker[] = [];
  const unfit: Planned['unfit'][number][] = [];
  const incoming: ImportWorker[] = [];
  for (const group of groupByWorker(roster.parsed.rows)) {
    const rows: Worker['arrears'] = [];
    let complete = true;
    for (const a of group.arrears.filter(hasMoney)) {
      const period = periodOf(a, group.worker, options.defaultPeriod);
      if (!period) {
        complete = false;
        continue;
      }
      // The roster's remark goes with the worker's first pay period: the worker has no place for one.
      const note = rows.length === 0 ? group.worker.note : null;
      rows.push({ ...toRecordRow(a, group.worker, period, law, ctx.today), note });
    }
    if (!complete) {
      withoutPeriod.push(group);
      continue;
    }
    const worker = workerSchema.safeParse(toWorker(group.worker, rows, options.site));
    // One row that the record cannot hold must not keep the others out.
    if (!worker.success) {
      const beyond = worker.error.issues.some((i) => i.message === 'quantity-beyond-period');
      unfit.push({ incoming: group, reason: beyond ? 'quantity-beyond-period' : 'value-too-large' });
      continue;
    }
    workers.set(group.key, worker.data);
    // Compared as the record would keep it: else a blank deduction would differ from a recorded 0 in every row.
    incoming.push({ ...group, ...fromRecord(worker.data, law, ctx.today) });
  }
  return { plan: planImport(incoming, existing), workers, withoutPeriod, unfit, members };
}

function knownFields(
  mapping: Readonly<Record<string, number | null>>,
): Partial<Record<RosterField, number | null>> {
  return Object.fromEntries(
    Object.entries(mapping).filter(([field]) => (rosterFields as readonly string[]).includes(field)),
  );
}

/** Other cases that hold workers of these ID numbers, those with the most first; at most ten. */
export async function casesElsewhere(
  db: ReadHandle,
  caseId: string | null,
  workers: Iterable<Worker>,
): Promise<{ caseId: string; number: string; workers: number }[]> {
  const keys = [...workers].flatMap((w) => (w.idNumber ? [identityKey(w)] : []));
  const found = new Map<string, { caseId: string; number: string; workers: number }>();
  // SQLite binds a bounded number of values in one statement.
  for (let i = 0; i < keys.length; i += 500) {
    const rows = await db
      .selectFrom('case_member')
      .innerJoin('case_file', 'case_file.id', 'case_member.case_id')
      .select(['case_file.id', 'case_file.number'])
      .where('case_member.identity_key', 'in', keys.slice(i, i + 500))
      .where('case_member.deleted_at', 'is', null)
      .where('case_file.deleted_at', 'is', null)
      .execute();
    for (const { id, number } of rows) {
      if (id === caseId) continue;
      const known = found.get(id) ?? { caseId: id, number, workers: 0 };
      found.set(id, { ...known, workers: known.workers + 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.workers - a.workers).slice(0, 10);
}
