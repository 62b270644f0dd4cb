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
import type { Handlers } from '../../kernel/context.ts';
import { writeCsv, writeSpreadsheet } from '../../spreadsheet/index.ts';
import { listCaseRows } from './cases.list.ts';
import { toCaseRow } from './cases.mappers.ts';

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
    const id = ctx.newId();
    await ctx.db
      .deleteFrom('saved_filter')
      .where('user_id', '=', ctx.actor.userId)
      .where('name', '=', name)
      .execute();
    await ctx.db
      .insertInto('saved_filter')
      .values({
        id,
        user_id: ctx.actor.userId,
        name,
        body: JSON.stringify({ filter, sort }),
        is_shared: shared ? 1 : 0,
        created_at: ctx.now,
      })
      .execute();
    ctx.about(null, { filter: id });
    ctx.changed('office', 'filters');
    return { id };
  },
  async 'filters.remove'(ctx, { id }) {
    const result = await ctx.db
      .deleteFrom('saved_filter')
      .where('id', '=', id)
      .where('user_id', '=', ctx.actor.userId)
      .executeTakeFirst();
    if (result.numDeletedRows !== 1n) throw new AppError('not-found', { details: { what: 'filter' } });
    ctx.about(null, { filter: id });
    ctx.changed('office', 'filters');
    return { id };
  },
  async 'cases.export'(ctx, { filter, sort, format, language }) {
    const { db } = ctx.reading();
    const words = language === 'en' ? en : zh;
    const rows: string[][] = [headings(words)];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listCaseRows>> = await listCaseRows(db, {
        filter,
        sort,
        cursor,
        limit: pageSize,
      });
      rows.push(...page.rows.map((row) => cellsOf(toCaseRow(row), words, language)));
      cursor = page.next;
      ctx.progress('exporting', rows.length - 1, null);
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
