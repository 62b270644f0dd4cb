import type { z } from 'zod';
import { type Member, workerSchema } from '../../../../shared/features/cases/case.schemas.ts';
import type { OverlapSource } from '../../../../shared/features/claims/claim-items.rules.ts';
import { periodOfValue } from '../../../../shared/features/group/group.cells.ts';
import type { groupContract } from '../../../../shared/features/group/group.contract.ts';
import {
  type CellValue,
  type ColumnId,
  calculatorOfColumn,
  type FactId,
  isFact,
  sharedIds,
} from '../../../../shared/features/group/group.fields.ts';
import { mostWorkers } from '../../../../shared/features/group/group.paste.ts';
import { isPlainDate } from '../../../../shared/kernel/date.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import { residentId } from '../../../../shared/law/index.ts';
import type { MutationContext } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import {
  checkVersion,
  fromWorker,
  identityKey,
  insertMembers,
  loadCaseRow,
  loadMemberRows,
  toMember,
  type Worker,
} from '../cases/index.ts';
import {
  asSource,
  type ClaimCase,
  computeItem,
  insertItem,
  lawAt,
  loadClaimCase,
  prefilled,
  refuseExcluded,
  setClaimed,
  settleItemSums,
} from '../claim-items/index.ts';
import { owedBy } from '../claims/index.ts';
import { isClaimKind, isDirect } from './group.matrix.ts';
import { loadGroup, type Shared } from './group.repo.ts';

type Row = z.output<(typeof groupContract)['group.save']['input']>['rows'][number];
type Draft = { -readonly [K in keyof Worker]: Worker[K] };

/** Columns by which the directory knows a person; a change of the job says nothing new to it. */
const personal: readonly string[] = ['name', 'idNumber', 'phone', 'bankHolder', 'bankName', 'bankAccount'];

/** Fields of the record's own refusals by the column that they are typed in. */
const columnOfPath: Readonly<Record<string, ColumnId>> = {
  'job.rateFen': 'rate',
  'job.end': 'end',
  'job.start': 'start',
};

/**
 * Saves rows of the matrix. Nothing is kept unless all of it can be.
 * @returns ids of the added workers in the order of the rows, and how many others were changed.
 * @throws AppError `invalid-input` with `rows.<i>.set.<column>`, `conflict`, `not-found`.
 */
export async function saveRows(
  ctx: MutationContext,
  law: LawData,
  caseId: string,
  rows: readonly Row[],
): Promise<{ added: string[]; changed: number }> {
  const { db } = ctx;
  const known = new Map((await loadMemberRows(db, caseId)).map((row) => [row.id, row]));
  const { shared } = await loadGroup(db, caseId);
  const fresh: { row: Row; at: number; worker: Worker }[] = [];
  const all: { memberId: string; row: Row; at: number }[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % 200 === 199) await ctx.breathe();
    const touchesFacts = Object.keys(row.set).some((c) => calculatorOfColumn(c) === null);
    if (row.memberId === null) {
      fresh.push({ row, at, worker: checked(applied(newWorker(shared), row.set, at, shared, true), at) });
      continue;
    }
    const before = known.get(row.memberId);
    if (!before) throw new AppError('not-found', { details: { what: 'member' } });
    if (row.version !== null && row.version !== before.version)
      throw new AppError('conflict', { details: { expected: row.version, actual: before.version } });
    all.push({ memberId: row.memberId, row, at });
    if (!touchesFacts) {
      // An amount is no part of the worker's record, but it is of the row that others look at.
      await db
        .updateTable('case_member')
        .set((eb) => ({ version: eb('version', '+', 1) }))
        .where('id', '=', row.memberId)
        .execute();
      continue;
    }
    const member = toMember(before);
    const worker = checked(applied(workerOf(member), row.set, at, shared, isDirect(member)), at);
    const { person_stale: _, ...columns } = fromWorker(worker);
    await db
      .updateTable('case_member')
      .set((eb) => ({
        ...columns,
        ...(Object.keys(row.set).some((c) => personal.includes(c)) && { person_stale: 1 }),
        identity_key: identityKey(worker),
        owed_fen: owedBy(worker.arrears, law, ctx.today),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', row.memberId)
      .execute();
  }
  if (known.size + fresh.length > mostWorkers)
    throw fieldError('rows', 'too-many-workers', { most: mostWorkers });
  const added = await insertMembers(
    ctx,
    law,
    caseId,
    fresh.map((f) => f.worker),
  );
  for (const [i, { row, at }] of fresh.entries()) all.push({ memberId: added[i] ?? '', row, at });
  await saveClaims(ctx, law, caseId, all);
  return { added, changed: rows.length - fresh.length };
}

/** @throws AppError `conflict` when a row without a version of its own is based on an older state of the case. */
export async function checkRows(
  ctx: MutationContext,
  caseId: string,
  expectedVersion: number,
  rows: readonly Row[],
): Promise<void> {
  const whole = rows.some((r) => r.memberId !== null && r.version === null);
  const { version } = await loadCaseRow(ctx.db, caseId);
  await checkVersion(ctx.db, caseId, whole ? expectedVersion : version);
}

function newWorker(shared: Shared): Draft {
  const blank = workerSchema.parse({ name: '-', job: {} });
  const worker: Draft = { ...blank, name: '' };
  for (const field of sharedIds) {
    const value = shared[field];
    if (value !== undefined && value !== null && field !== 'period') setFact(worker, field, value);
  }
  return worker;
}

const workerOf = ({
  id: _i,
  position: _p,
  owedFen: _o,
  itemsFen: _t,
  isRepresentative: _r,
  version: _v,
  ...rest
}: Member): Draft => ({
  ...rest,
});

/** A worker with the typed cells put in. */
function applied(worker: Draft, set: Row['set'], at: number, shared: Shared, direct: boolean): Draft {
  for (const [column, value] of Object.entries(set))
    if (isFact(column) && column !== 'period') setFact(worker, column, value);
  if (set.arrears !== undefined || set.period !== undefined) {
    if (!direct)
      throw fieldError(
        `rows.${at}.set.${set.arrears === undefined ? 'period' : 'arrears'}`,
        'several-periods',
      );
    worker.arrears = arrearsAs(worker, set, at, shared);
  }
  return worker;
}

/**
 * One sum for one period. A period alone moves the sum that is there; where none is told, the group's holds, else the
 * time of the work.
 */
function arrearsAs(worker: Draft, set: Row['set'], at: number, shared: Shared): Worker['arrears'] {
  const [before] = worker.arrears;
  const amount = set.arrears === undefined ? (before?.rateFen ?? 0) : set.arrears;
  if (amount !== null && (typeof amount !== 'number' || amount < 0 || amount > 1e13))
    throw fieldError(`rows.${at}.set.arrears`, 'amount-invalid');
  const { start, end } = worker.job;
  const period =
    periodOfValue(set.period) ??
    before?.period ??
    periodOfValue(shared.period) ??
    (start && end ? { from: start, to: end } : null);
  if (typeof set.period === 'string' && !periodOfValue(set.period))
    throw fieldError(`rows.${at}.set.period`, 'period-invalid');
  if (amount === null || amount === 0) return [];
  if (!period) throw fieldError(`rows.${at}.set.arrears`, 'period-needed');
  return [
    {
      period,
      unit: 'fixed',
      quantity: '1',
      rateFen: amount as Worker['arrears'][number]['rateFen'],
      otherFen: 0 as Worker['arrears'][number]['otherFen'],
      overtime: null,
      deductions: [],
      paid: [],
      note: before?.note ?? null,
    },
  ];
}

export function setFact(worker: Draft, field: Exclude<FactId, 'period'>, value: CellValue): void {
  // What does not fit its field is refused by the record's schema, which sees the whole worker.
  const any = value as never;
  switch (field) {
    case 'name':
      worker.name = any ?? '';
      break;
    case 'idNumber':
      worker.idNumber = any;
      if (typeof value === 'string') fillFromId(worker, value);
      break;
    case 'phone':
    case 'bankHolder':
    case 'bankName':
    case 'bankAccount':
      worker[field] = any;
      break;
    case 'rate':
      worker.job = {
        ...worker.job,
        rateFen: any,
        // A rate without its unit would be worth nothing to any calculation.
        wageUnit: value === null ? worker.job.wageUnit : (worker.job.wageUnit ?? 'month'),
      };
      break;
    default:
      worker.job = { ...worker.job, [field]: value };
  }
}

/** What an ID number tells by itself; what is recorded stays. */
function fillFromId(worker: Draft, text: string): void {
  const id = residentId(text);
  if (!id.ok) {
    if (/^[A-Z]{1,3}\d/i.test(text) && worker.idType === 'resident-id') worker.idType = 'other';
    return;
  }
  worker.idType = 'resident-id';
  worker.sex ??= id.sex;
  if (worker.birth === null && isPlainDate(id.birth)) worker.birth = id.birth;
}

function checked(draft: Draft, at: number): Worker {
  const read = workerSchema.safeParse(draft);
  if (read.success) return read.data;
  throw new AppError('invalid-input', {
    issues: read.error.issues.map((issue) => {
      const path = issue.path.join('.');
      const column = columnOfPath[path] ?? path.replace(/^job\./, '');
      const code = /^[a-z]+(-[a-z]+)*$/.test(issue.message) ? issue.message : 'invalid-input';
      const params = issue.code === 'custom' ? issue.params : undefined;
      return { path: `rows.${at}.set.${column}`, code, ...(params && { params }) };
    }),
  });
}

/** Amounts of claims: over the computed one, or for a claim that is not there yet, computed where the record allows. */
async function saveClaims(
  ctx: MutationContext,
  law: LawData,
  caseId: string,
  rows: readonly { memberId: string; row: Row; at: number }[],
): Promise<void> {
  const withClaims = rows.filter(({ row }) =>
    Object.keys(row.set).some((c) => calculatorOfColumn(c) !== null),
  );
  if (withClaims.length === 0) return;
  const file = await loadClaimCase(ctx.db, caseId, ctx.today);
  const members = new Map(file.members.map((m) => [m.id, m]));
  const items = Map.groupBy(file.items, (i) => i.memberId);
  for (const [n, { memberId, row, at }] of withClaims.entries()) {
    const others: OverlapSource[] = (items.get(memberId) ?? []).map(asSource);
    const member = members.get(memberId);
    if (!member) throw new AppError('not-found', { details: { what: 'member' } });
    for (const [column, value] of Object.entries(row.set)) {
      const calculator = calculatorOfColumn(column);
      if (calculator === null) continue;
      const path = `rows.${at}.set.${column}`;
      if (!isClaimKind(calculator)) throw fieldError(path, 'unknown-field');
      if (value !== null && (typeof value !== 'number' || value < 0 || value > 1e13))
        throw fieldError(path, 'amount-invalid');
      const own = (items.get(memberId) ?? []).filter((i) => i.calculator === calculator);
      const [item, second] = own;
      if (second) throw fieldError(path, 'several-items');
      if (item && value === null && item.computedFen === null) await removeItem(ctx, item.id);
      else if (item) await setClaimed(ctx, item.id, value === item.computedFen ? null : value);
      else if (value !== null && value > 0)
        others.push(await addClaim(ctx, law, file, member, { calculator, claimedFen: value, path, others }));
    }
    if (n % 50 === 49) {
      ctx.progress('saving-workers', n + 1, withClaims.length);
      await ctx.breathe();
    }
  }
  await settleItemSums(ctx, caseId);
}

async function addClaim(
  ctx: MutationContext,
  law: LawData,
  file: ClaimCase,
  member: Member,
  claim: { calculator: string; claimedFen: number; path: string; others: readonly OverlapSource[] },
): Promise<OverlapSource> {
  const { calculator, claimedFen, path, others } = claim;
  const inputs = prefilled(file, member, calculator, law);
  let computed: ReturnType<typeof computeItem> | null = null;
  try {
    computed = computeItem(
      { calculator, inputs: inputs as never, method: null, methodReason: null },
      lawAt(law, file.region, ctx.today),
    );
  } catch (error) {
    // The record does not know enough yet: the sum stands as stated until somebody computes it.
    if (!(error instanceof AppError)) throw error;
  }
  const self = {
    id: ctx.newId(),
    calculator,
    inputs: computed ? inputs : {},
    result: computed?.kept.result ?? null,
  };
  try {
    refuseExcluded(member, [...others, self], self.id);
  } catch (error) {
    if (error instanceof AppError && error.failure.issues?.[0])
      throw fieldError(path, error.failure.issues[0].code);
    throw error;
  }
  await insertItem(
    ctx,
    file.caseId,
    member.id,
    { calculator, inputs: self.inputs, method: null, methodReason: null },
    computed,
    computed?.amountFen === claimedFen ? null : claimedFen,
  );
  return self;
}

async function removeItem(ctx: MutationContext, id: string): Promise<void> {
  await ctx.db.updateTable('claim_item').set({ deleted_at: ctx.now }).where('id', '=', id).execute();
}
