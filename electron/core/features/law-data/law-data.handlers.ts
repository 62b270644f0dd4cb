import { z } from 'zod';
import {
  type LawDataFile,
  type LawDataPack,
  type LawTable,
  type LawValue,
  type lawDataContract,
  lawDataFileSchema,
  lawDataFormat,
  lawTables,
} from '../../../../shared/features/law-data/law-data.contract.ts';
import { addDays, type PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import { lprQuotes } from '../../../../shared/law/index.ts';
import type { Actor, Handlers, MutationContext } from '../../kernel/context.ts';
import type { LawData, LawFiles, LawHolder } from '../../kernel/law-data.ts';
import { may } from '../../kernel/permissions.ts';
import { redate } from '../cases/index.ts';
import { effectsOf, openCaseIds } from './law-data.effects.ts';
import { inForce, loadPack, loadPacks } from './law-data.repo.ts';
import type { LawDataTable } from './law-data.table.ts';
import {
  definitions,
  keyOf,
  type Layered,
  labelOf,
  layer,
  mergeFile,
  type Row,
  readDataFile,
  rowsOf,
} from './law-data.tables.ts';
import { figureOf, rowOf } from './law-data.values.ts';

const shownKeys = 20;

export function lawDataHandlers(holder: LawHolder): Handlers<typeof lawDataContract> {
  const layered = (packs: readonly LawDataTable[]): Layered => layer(holder.shipped, inForce(packs));

  /** Every open case is dated with the changed data, then the data are put in force: together with the commit. */
  async function putInForce(ctx: MutationContext): Promise<{ casesDated: number; datesMoved: number }> {
    const { law } = layered(await loadPacks(ctx.db));
    const ids = await openCaseIds(ctx.db);
    let datesMoved = 0;
    for (const [i, caseId] of ids.entries()) {
      const before = await duesOf(ctx, caseId);
      await redate(ctx, law, caseId);
      datesMoved += movedDues(before, await duesOf(ctx, caseId));
      ctx.progress('dating-cases', i + 1, ids.length);
      await ctx.breathe();
    }
    ctx.onCommit(() => holder.use(law));
    ctx.changed('office', 'law-data');
    return { casesDated: ids.length, datesMoved };
  }

  /** A value as a data file of one row. @throws AppError `invalid-input`: `value` `value-present`. */
  function valueFile(
    packs: readonly LawDataTable[],
    value: LawValue,
    signedOffBy: string,
    today: PlainDate,
  ): LawDataFile {
    const row = rowOf(value, holder.current);
    const key = keyOf(value.kind, row);
    if (rowsOf(layered(packs).files, value.kind).some((r) => keyOf(value.kind, r) === key))
      throw fieldError('value', 'value-present', { key });
    const file = {
      format: lawDataFormat,
      version: 1,
      kind: value.kind,
      source: value.source,
      validFrom: 'validFrom' in value ? value.validFrom : null,
      signedOffBy,
      signedOffOn: today,
      rows: [row],
    };
    return readDataFile(holder.shipped, new TextEncoder().encode(JSON.stringify(file)));
  }

  async function keep(
    ctx: MutationContext,
    file: LawDataFile,
    from: Pick<LawDataTable, 'origin' | 'file_name'>,
  ): Promise<{ id: string; casesDated: number; datesMoved: number }> {
    const id = ctx.newId();
    await ctx.db
      .insertInto('law_data')
      .values({
        id,
        kind: file.kind,
        ...from,
        body: JSON.stringify(file),
        added_at: ctx.now,
        added_by: ctx.actor.userName,
        removed_at: null,
        removed_by: null,
      })
      .execute();
    const done = await putInForce(ctx);
    ctx.about(null, { id, table: file.kind, rows: file.rows.length, ...done });
    return { id, ...done };
  }

  async function setRemoved(ctx: MutationContext, id: string, removed: boolean) {
    const pack = await loadPack(ctx.db, id);
    if (!mayChange(ctx.actor, pack)) throw new AppError('permission-denied');
    if ((pack.removed_at !== null) === removed)
      throw new AppError('not-found', { details: { what: 'law-data' } });
    await ctx.db
      .updateTable('law_data')
      .set({ removed_at: removed ? ctx.now : null, removed_by: removed ? ctx.actor.userName : null })
      .where('id', '=', id)
      .execute();
    const done = await putInForce(ctx);
    ctx.about(null, { id, table: pack.kind, ...done });
    return { id, ...done };
  }

  return {
    async 'lawData.state'(ctx) {
      const packs = await loadPacks(ctx.db);
      const { files, law, unusable } = layered(packs);
      const inUse = inForce(packs).filter((p) => !unusable.has(p.id));
      return {
        tables: lawTables.map((kind) => tableState(files, law, kind, inUse)),
        packs: packs.map((pack) => toPack(pack, !unusable.has(pack.id), ctx.actor)).reverse(),
        calendarThrough: Math.max(...law.calendar.years),
      };
    },

    async 'lawData.current'(ctx) {
      const packs = inForce(await loadPacks(ctx.db));
      const { files, unusable } = layered(packs);
      const used = packs.filter((p) => !unusable.has(p.id)).map((p) => toPack(p, true, ctx.actor));
      const names = new Set(used.map((p) => definitions[p.kind].file));
      return {
        files: Object.fromEntries([...names].map((name) => [name, z.json().parse(files[name])])),
        additions: used.map(({ kind, keys, rows }) => ({ kind, keys, rows })),
      };
    },

    async 'lawData.preview'(ctx, { token }) {
      const { db } = ctx.reading();
      const chosen = ctx.handoff.require(ctx.caller.sessionId, token);
      const { rows, ...file } = readDataFile(holder.shipped, chosen.bytes);
      const packs = await loadPacks(db);
      const merged = mergeFile(layered(packs).files, { ...file, rows });
      const after = layer(holder.shipped, [
        ...inForce(packs),
        { id: '', body: JSON.stringify({ ...file, rows }) },
      ]);
      return {
        file,
        fileName: chosen.name,
        rows: rows.length,
        added: merged.added,
        replaced: merged.replaced,
        unchanged: merged.unchanged,
        effects: await effectsOf(ctx, db, holder.current, after.law),
      };
    },

    async 'lawData.import'(ctx, { token }) {
      const chosen = ctx.handoff.require(ctx.caller.sessionId, token);
      const file = readDataFile(holder.shipped, chosen.bytes);
      const merged = mergeFile(layered(await loadPacks(ctx.db)).files, file);
      if (merged.added.length + merged.replaced.length === 0)
        throw fieldError('file', 'law-file-nothing-new');
      return keep(ctx, file, { origin: 'file', file_name: chosen.name });
    },

    'lawData.remove': (ctx, { id }) => setRemoved(ctx, id, true),
    'lawData.restore': (ctx, { id }) => setRemoved(ctx, id, false),

    async 'lawData.previewValue'(ctx, { value }) {
      const { actor, db } = ctx.reading();
      const packs = await loadPacks(db);
      const file = valueFile(packs, value, actor.userName, ctx.today);
      const after = layer(holder.shipped, [...inForce(packs), { id: '', body: JSON.stringify(file) }]);
      return { effects: await effectsOf(ctx, db, holder.current, after.law) };
    },

    async 'lawData.setValue'(ctx, { value }) {
      const file = valueFile(await loadPacks(ctx.db), value, ctx.actor.userName, ctx.today);
      return keep(ctx, file, { origin: 'hand', file_name: null });
    },
  };
}

type Dues = readonly { readonly rule_id: string; readonly due: string | null }[];

/** The stored open dates of a case, those of one rule in their order. */
async function duesOf(ctx: MutationContext, caseId: string): Promise<Dues> {
  return ctx.db
    .selectFrom('deadline')
    .select(['rule_id', 'due'])
    .where('case_id', '=', caseId)
    .orderBy('rule_id')
    .orderBy('due')
    .execute();
}

/** How many dates are on another day, new or gone: counted as the preview counts them. */
function movedDues(before: Dues, after: Dues): number {
  const rules = new Set([...before, ...after].map((d) => d.rule_id));
  let moved = 0;
  for (const rule of rules) {
    const [was, is] = [before, after].map((list) => list.filter((d) => d.rule_id === rule));
    const pairs = Math.max(was?.length ?? 0, is?.length ?? 0);
    for (let i = 0; i < pairs; i++) if (was?.[i]?.due !== is?.[i]?.due) moved++;
  }
  return moved;
}

/** The last day before the first gap of the quotes. */
function knownLpr(law: LawData): PlainDate | null {
  if (!law.lpr) return null;
  const { verifiedThrough } = law.lpr;
  let known = verifiedThrough;
  for (const quote of lprQuotes(law.lpr)) if (quote.from <= addDays(known, 1)) known = quote.knownThrough;
  return known;
}

function tableState(files: LawFiles, law: LawData, kind: LawTable, packs: readonly LawDataTable[]) {
  const { since, sourced } = definitions[kind];
  const rows = rowsOf(files, kind);
  const own = packs.filter((p) => p.kind === kind);
  const rowsIn = (origin: string): number =>
    own.filter((p) => p.origin === origin).reduce((sum, p) => sum + bodyOf(p).rows.length, 0);
  const newest = rows.reduce<Row | null>(
    (best, row) => (best && since(best) >= since(row) ? best : row),
    null,
  );
  const years = rows.map((row) => Number(since(row).slice(0, 4))).filter((year) => year > 0);
  const notice = newest?.notice as { title?: string } | undefined;
  return {
    kind,
    rows: rows.length,
    imported: rowsIn('file'),
    byHand: rowsIn('hand'),
    years: [...new Set(years)].sort(),
    areas: new Set(rows.map((row) => row.area).filter((area) => area !== undefined && area !== '000000'))
      .size,
    newest: newest && {
      name: (newest.name as LawNamed['name']) ?? null,
      since: since(newest),
      source: sourced ? String(newest.source) : (notice?.title ?? ''),
      status: String(newest.status ?? 'verified'),
    },
    verifiedThrough: kind === 'lpr' ? knownLpr(law) : null,
  };
}

interface LawNamed {
  readonly name?: { zh: string; en: string };
}

const bodyOf = (pack: LawDataTable): { rows: Row[] } & Record<string, unknown> => JSON.parse(pack.body);

/** Whoever entered a value may take it out and put it back; the rest is for whoever runs the office. */
function mayChange(actor: Actor, pack: LawDataTable): boolean {
  if (may(actor, 'office.admin')) return true;
  const own = pack.origin === 'hand' && pack.added_by === actor.userName && may(actor, 'case.write');
  return own && (pack.removed_at === null || pack.removed_by === actor.userName);
}

function toPack(pack: LawDataTable, usable: boolean, actor: Actor): LawDataPack {
  const { rows, ...file } = lawDataFileSchema.parse(JSON.parse(pack.body));
  return {
    id: pack.id,
    kind: file.kind,
    origin: pack.origin === 'hand' ? 'hand' : 'file',
    fileName: pack.file_name,
    keys: rows.slice(0, shownKeys).map((row) => labelOf(file.kind, row)),
    rows: rows.length,
    figure: pack.origin === 'hand' && rows[0] ? figureOf(file.kind, rows[0]) : null,
    source: file.source,
    validFrom: file.validFrom,
    signedOffBy: file.signedOffBy,
    signedOffOn: file.signedOffOn,
    addedAt: pack.added_at,
    addedBy: pack.added_by,
    removedAt: pack.removed_at,
    removedBy: pack.removed_by,
    usable,
    mayChange: mayChange(actor, pack),
  };
}
