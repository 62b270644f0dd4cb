import en from '../../../../resources/locales/en/cases.json' with { type: 'json' };
import zh from '../../../../resources/locales/zh-CN/cases.json' with { type: 'json' };
import type { CaseRow } from '../../../../shared/features/cases/cases.contract.ts';
import {
  type filtersContract,
  savedFilterSchema,
} from '../../../../shared/features/cases/filters.contract.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { type Fen, formatYuan } from '../../../../shared/kernel/money.ts';
import { stateOf } from '../../../../shared/law/index.ts';
import { portions } from '../../db/portions.ts';
import type { Handlers, ReadHandle } from '../../kernel/context.ts';
import { writeCsv, writeSpreadsheet } from '../../spreadsheet/index.ts';
import { filterOn, listCaseRows } from './cases.list.ts';
import { toCaseRow } from './cases.mappers.ts';
import type { CaseFileRow } from './cases.repo.ts';

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const;
const pageSize = 500;

export const filtersHandlers: Handlers<typeof filtersContract> = {
  async 'filters.list'(ctx) {
    const rows = await ctx.db
      .selectFrom('saved_filter')
      .selectAll()
      .where('deleted_at', 'is', null)
      .where((eb) => eb.or([eb('user_id', '=', ctx.actor.userId), eb('is_shared', '=', 1)]))
      .orderBy('name')
      .orderBy('id')
      .execute();
    return rows.map((row) =>
      savedFilterSchema.parse({
        ...(JSON.parse(row.body) as object),
        id: row.id,
        name: row.name,
        shared: row.is_shared === 1,
        own: row.user_id === ctx.actor.userId,
      }),
    );
  },
  async 'filters.save'(ctx, { name, shared, filter, sort }) {
    const values = { body: JSON.stringify({ filter, sort }), is_shared: shared ? 1 : 0 };
    const before = await ctx.db
      .selectFrom('saved_filter')
      .select('id')
      .where('user_id', '=', ctx.actor.userId)
      .where('name', '=', name)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    const id = before?.id ?? ctx.newId();
    if (before) await ctx.db.updateTable('saved_filter').set(values).where('id', '=', id).execute();
    else
      await ctx.db
        .insertInto('saved_filter')
        .values({
          id,
          user_id: ctx.actor.userId,
          name,
          ...values,
          created_at: ctx.now,
          deleted_at: null,
        })
        .execute();
    ctx.about(null, { filter: id });
    ctx.changed('office', 'filters');
    return { id };
  },
  async 'filters.remove'(ctx, { id }) {
    const result = await ctx.db
      .updateTable('saved_filter')
      .set({ deleted_at: ctx.now })
      .where('id', '=', id)
      .where('user_id', '=', ctx.actor.userId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (result.numUpdatedRows !== 1n) throw new AppError('not-found', { details: { what: 'filter' } });
    ctx.about(null, { filter: id });
    ctx.changed('office', 'filters');
    return { id };
  },
  async 'cases.export'(ctx, { filter, sort, ids, format, language }) {
    const { db } = ctx.reading();
    const words = language === 'en' ? en : zh;
    const rows: string[][] = [headings(words)];
    const add = (found: readonly CaseFileRow[]): void => {
      rows.push(...found.map((row) => cellsOf(toCaseRow(row), words, language)));
      ctx.progress('exporting', rows.length - 1, ids?.length ?? null);
    };
    let cursor: string | null = null;
    if (ids) for (const part of portions(ids)) add(await chosenRows(db, part));
    else
      do {
        const page: Awaited<ReturnType<typeof listCaseRows>> = await listCaseRows(db, {
          filter: filterOn(filter, ctx.today),
          sort,
          cursor,
          limit: pageSize,
        });
        add(page.rows);
        cursor = page.next;
        await ctx.breathe();
      } while (cursor !== null);
    const bytes =
      format === 'csv'
        ? writeCsv(rows)
        : await writeSpreadsheet([
            {
              name: words.export.sheet,
              rows,
              widths: [22, 14, 6, 26, 6, 10, 10, 10, 10, 12, 12, 14],
              frozenRows: 1,
            },
          ]);
    const fileName = `${words.export.sheet}-${ctx.today}.${format}`;
    const token = ctx.handoff.put(ctx.caller.sessionId, { name: fileName, type: types[format], bytes });
    return { token, fileName, rows: rows.length - 1 };
  },
};

/** Cases in the order of their ids. Those that have gone meanwhile are left out. */
async function chosenRows(db: ReadHandle, ids: readonly string[]): Promise<CaseFileRow[]> {
  const rows = await db
    .selectFrom('case_file')
    .selectAll()
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

type Words = Pick<typeof zh, 'column' | 'filter' | 'export' | 'cause' | 'track' | 'status'>;

function headings(words: Words): string[] {
  const { column, filter, export: own } = words;
  return [
    column.number,
    own.applicant,
    own.applicants,
    own.respondent,
    own.respondents,
    column.cause,
    column.track,
    column.stage,
    filter.status,
    column.handler,
    column.nextDate,
    column.amount,
  ];
}

function cellsOf(row: CaseRow, words: Words, language: 'zh-CN' | 'en'): string[] {
  const { title } = stateOf(row.track, row.stage);
  const causes: Readonly<Record<string, string>> = words.cause;
  return [
    row.number,
    row.firstApplicant,
    String(row.applicantCount),
    row.firstRespondent,
    String(row.respondentCount),
    causes[row.cause] ?? row.cause,
    words.track[row.track],
    language === 'en' ? title.en : title.zh,
    words.status[row.status],
    row.handlerName,
    row.nextDate ?? '',
    formatYuan(row.amountFen as Fen, false),
  ];
}
