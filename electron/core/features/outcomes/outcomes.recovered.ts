import en from '../../../../resources/locales/en/outcome.json' with { type: 'json' };
import zh from '../../../../resources/locales/zh-CN/outcome.json' with { type: 'json' };
import type { OutputOf, ParsedOf } from '../../../../shared/contract/builders.ts';
import { seesAssignedOnly } from '../../../../shared/contract/roles.ts';
import type { outcomesContract } from '../../../../shared/features/outcomes/outcomes.contract.ts';
import { type Fen, formatYuan } from '../../../../shared/kernel/money.ts';
import { fillRecovered } from '../../db/recovered.ts';
import type { Actor, Handlers, ReadHandle } from '../../kernel/context.ts';
import { writeCsv, writeSpreadsheet } from '../../spreadsheet/index.ts';
import { findKept } from './recovered.kept.ts';
import { leadingRespondent, shownSums, sumColumns } from './recovered.live.ts';
import { verifyRecovered } from './recovered.verify.ts';

export type Asked = Omit<ParsedOf<(typeof outcomesContract)['recovered.list']>, never>;
export type Found = OutputOf<(typeof outcomesContract)['recovered.list']>;

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const;
const shownAtMost = 500;
const exportedAtMost = 100_000;

/** One row a worker, case, employer or project. A case belongs to one employer and one project, so sums add up. */
function grouped(db: ReadHandle, { by, text, status, owedOnly }: Asked) {
  let query = db
    .selectFrom('recovery')
    .innerJoin('case_file', 'case_file.id', 'recovery.case_id')
    .innerJoin('case_member', 'case_member.id', 'recovery.member_id')
    .leftJoin('respondent', (join) =>
      join.on((eb) => eb('respondent.id', '=', leadingRespondent(eb).select('party.id'))),
    )
    .where('case_file.deleted_at', 'is', null)
    .where('case_member.deleted_at', 'is', null);
  if (status !== 'all') query = query.where('case_file.status', '=', status);
  const wanted = text.trim();
  if (wanted !== '') {
    const label = labels[by];
    query = query.where(label, 'like', `%${wanted.replace(/[%_]/g, '')}%`);
  }
  const rows = query.select((eb) => [
    eb.fn.max(labels[by]).as('label'),
    eb.fn.min('case_file.id').as('case_id'),
    eb.fn.min('case_file.number').as('case_number'),
    eb.fn.count('case_file.id').distinct().as('cases'),
    eb.fn.count('recovery.member_id').distinct().as('workers'),
    ...sumColumns.map((name) => eb.fn.sum(`recovery.${name}`).as(name)),
  ]);
  const keyed =
    by === 'worker'
      ? rows
          .select((eb) => eb.fn.coalesce('case_member.person_id', 'case_member.id').as('key'))
          .groupBy((eb) => eb.fn.coalesce('case_member.person_id', 'case_member.id'))
      : by === 'case'
        ? rows.select('case_file.id as key').groupBy('case_file.id')
        : by === 'employer'
          ? // An organisation's name is its own; the directory joins two entries only by their numbers.
            rows.select('respondent.name as key').groupBy('respondent.name')
          : rows.select('case_file.project_name as key').groupBy('case_file.project_name');
  return owedOnly ? keyed.having((eb) => eb(eb.fn.sum('recovery.owed_fen'), '>', 0)) : keyed;
}

const labels = {
  worker: 'case_member.name',
  case: 'case_file.number',
  employer: 'respondent.name',
  project: 'case_file.project_name',
} as const;

async function find(
  { db, actor }: { readonly db: ReadHandle; readonly actor: Actor },
  asked: Asked,
  limit: number,
): Promise<Found> {
  // The kept sums are of the whole office; and a part of a worker's name chooses among their rows, not among people.
  const isKept = !seesAssignedOnly(actor.role) && !(asked.by === 'worker' && asked.text.trim() !== '');
  return isKept ? findKept(db, asked, limit) : findLive(db, asked, limit);
}

async function findLive(db: ReadHandle, asked: Asked, limit: number): Promise<Found> {
  const rows = await grouped(db, asked).orderBy('owed_fen', 'desc').orderBy('label').limit(limit).execute();
  const all = await db
    .selectFrom(grouped(db, asked).as('g'))
    .select((eb) => [eb.fn.countAll().as('n'), ...sumColumns.map((name) => eb.fn.sum(`g.${name}`).as(name))])
    .executeTakeFirstOrThrow();
  return {
    rows: rows.map((r) => ({
      key: r.key ?? '',
      label: r.label ?? '',
      caseId: Number(r.cases) === 1 ? r.case_id : null,
      caseNumber: Number(r.cases) === 1 ? r.case_number : null,
      cases: Number(r.cases),
      workers: Number(r.workers),
      ...shownSums(r),
    })),
    count: Number(all.n),
    totals: shownSums(all),
  };
}

export const recoveredHandlers: Pick<
  Handlers<typeof outcomesContract>,
  'recovered.list' | 'recovered.export' | 'recovered.verify' | 'recovered.rebuild'
> = {
  'recovered.list': (ctx, asked) => find(ctx, asked, shownAtMost),

  async 'recovered.export'(ctx, { format, language, ...asked }) {
    const words = (language === 'en' ? en : zh).recovered;
    const found = await find(ctx.reading(), asked, exportedAtMost);
    const money = (fen: number): string => formatYuan(fen as Fen, false);
    const cells = (r: Omit<Found['rows'][number], 'key' | 'caseId'>): string[] => [
      r.label || words.none[asked.by],
      r.caseNumber ?? '',
      String(r.cases),
      String(r.workers),
      ...[r.claimedFen, r.computedFen, r.grantedFen, r.paidFen, r.owedFen, r.overFen].map(money),
    ];
    const rows = [
      [
        words.by[asked.by],
        words.caseNumber,
        words.cases,
        words.workers,
        words.claimed,
        words.computed,
        words.granted,
        words.paid,
        words.owed,
        words.over,
      ],
      ...found.rows.map(cells),
      [words.total, '', '', '', ...Object.values(found.totals).map(money)],
    ];
    const bytes =
      format === 'csv'
        ? writeCsv(rows)
        : await writeSpreadsheet([
            {
              name: words.title,
              rows,
              widths: [26, 20, 8, 8, 14, 14, 14, 14, 14, 14],
              frozenRows: 1,
            },
          ]);
    const fileName = `${words.title}-${words.by[asked.by]}-${ctx.today}.${format}`;
    const token = ctx.handoff.put(ctx.caller.sessionId, { name: fileName, type: types[format], bytes });
    return { token, fileName, rows: found.rows.length };
  },

  async 'recovered.verify'(ctx) {
    const { db } = ctx.reading();
    return verifyRecovered(db, ctx.breathe);
  },

  async 'recovered.rebuild'(ctx) {
    await fillRecovered(ctx.db);
    ctx.changed('case', 'recovered');
    return {};
  },
};
