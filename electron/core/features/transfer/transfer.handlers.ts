import fs from 'node:fs';
import path from 'node:path';
import {
  problemHeader,
  rosterErrors,
  rowsLeftOut,
} from '../../../../shared/features/transfer/roster.errors.ts';
import type { transferContract } from '../../../../shared/features/transfer/transfer.contract.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { Handlers } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import type { World } from '../../ports/world.ts';
import { writeSpreadsheet } from '../../spreadsheet/index.ts';
import { checkVersion, fromWorker, identityKey, insertMembers, refreshCase } from '../cases/index.ts';
import { owedBy } from '../claims/index.ts';
import { merged } from './transfer.convert.ts';
import {
  casesElsewhere,
  cellsOfRow,
  keptOut,
  layoutOf,
  openWorkbook,
  planRoster,
  readRoster,
  reasonsByRow,
} from './transfer.service.ts';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function transferHandlers(law: LawSource, world: World): Handlers<typeof transferContract> {
  const sentences = (language: string): Record<string, string> =>
    JSON.parse(fs.readFileSync(path.join(world.resources, 'locales', language, 'import.json'), 'utf8'));

  return {
    async 'transfer.read'(ctx, { token, sheet: index }) {
      const { name, workbook } = await openWorkbook(ctx, token);
      // A workbook often opens with a cover sheet: the first sheet that looks like a roster is proposed.
      const found =
        index === 0 ? workbook.sheets.findIndex((_, i) => layoutOf(workbook, i).layout !== null) : index;
      const chosen = Math.max(found, 0);
      const { sheet, layout } = layoutOf(workbook, chosen);
      const from = layout?.dataTop ?? 0;
      return {
        fileName: name,
        sheets: workbook.sheets.map((s) => ({ name: s.name, rows: s.rows.length })),
        sheet: chosen,
        headerRow: layout?.headerTop ?? 0,
        headers: [...(layout?.headers ?? sheet.rows[0]?.map((c) => c.text) ?? [])],
        mapping: Object.fromEntries(
          Object.entries(layout?.fields ?? {}).map(([field, column]) => [field, column ?? null]),
        ),
        confidence: { ...layout?.confidence },
        sample: sheet.rows.slice(from, from + 5).map((row) => row.map((c) => c.text)),
        needsYear: layout?.months.some((m) => m.year === null) ?? false,
        needsPeriod:
          layout !== null &&
          layout.months.length === 0 &&
          layout.titlePeriod === null &&
          !['period', 'periodFrom', 'startDate'].some(
            (f) => typeof layout.fields[f as keyof typeof layout.fields] === 'number',
          ),
      };
    },

    async 'transfer.preview'(ctx, { caseId, ...source }) {
      const { db } = ctx.reading();
      const roster = await readRoster(ctx, source);
      const planned = await planRoster(db, caseId, roster, {
        law: law.current,
        ctx,
        defaultPeriod: source.defaultPeriod,
        site: null,
      });
      const { plan, workers } = planned;
      const out = keptOut(planned);
      const owed = (key: string): number => {
        const worker = workers.get(key);
        return worker ? owedBy(worker.arrears, law.current, ctx.today) : 0;
      };
      const line = (
        incoming: (typeof plan.add)[number],
        action: 'add' | 'same' | 'update' | 'conflict' | 'error',
        reason: string | null = null,
      ) => ({
        row: incoming.sourceRows[0] ?? 0,
        name: incoming.worker.name,
        idNumber: incoming.worker.idNumber,
        phone: incoming.worker.phone,
        team: incoming.worker.team,
        owedFen: owed(incoming.key),
        action,
        reason,
        cells:
          action === 'conflict' || action === 'error' ? cellsOfRow(roster, incoming.sourceRows[0] ?? 0) : [],
      });
      const bad = roster.parsed.rows.filter((r) => !r.importable);
      const lines = [
        ...plan.add.map((w) => line(w, 'add')),
        ...plan.same.map((s) => line(s.incoming, 'same')),
        ...plan.update.map((u) => line(u.incoming, 'update')),
        ...out.map((o) => line(o.incoming, o.action, o.reason)),
        ...bad.map((r) => ({
          row: r.sourceRow,
          name: r.worker.name,
          idNumber: r.worker.idNumber,
          phone: r.worker.phone,
          team: r.worker.team,
          owedFen: r.arrears.reduce((sum, a) => sum + (a.owed ?? 0), 0),
          action: 'error' as const,
          reason: null,
          cells: cellsOfRow(roster, r.sourceRow),
        })),
      ].sort((a, b) => a.row - b.row);
      return {
        workers: lines,
        problems: roster.parsed.problems.map(({ params, ...problem }) => ({
          ...problem,
          ...(params && { params: { ...params } }),
        })),
        skippedRows: roster.parsed.skipped.length,
        counts: {
          add: plan.add.length,
          same: plan.same.length,
          update: plan.update.length,
          conflict: plan.conflict.length,
          error: bad.length + out.length - plan.conflict.length,
        },
        totalOwedFen: [...plan.add, ...plan.update.map((u) => u.incoming)].reduce(
          (sum, w) => sum + owed(w.key),
          0,
        ),
        elsewhere: await casesElsewhere(db, caseId, workers.values()),
      };
    },

    async 'transfer.import'(ctx, { caseId, expectedVersion, ...source }) {
      const file = await checkVersion(ctx.db, caseId, expectedVersion);
      const roster = await readRoster(ctx, source);
      const planned = await planRoster(ctx.db, caseId, roster, {
        law: law.current,
        ctx,
        defaultPeriod: source.defaultPeriod,
        site: file.project_site ?? file.project_name,
      });
      const { plan, workers, members } = planned;
      await insertMembers(
        ctx,
        law.current,
        caseId,
        plan.add.flatMap((w) => workers.get(w.key) ?? []),
      );
      const records = new Map(members.map((m) => [m.id, m.worker]));
      for (const [i, { incoming, ref }] of plan.update.entries()) {
        if (i % 100 === 0) await ctx.breathe();
        const before = records.get(ref);
        const after = workers.get(incoming.key);
        if (!before || !after) throw new AppError('internal', { details: { import: 'unknown-ref' } });
        const worker = merged(before, after);
        await ctx.db
          .updateTable('case_member')
          .set((eb) => ({
            ...fromWorker(worker),
            identity_key: identityKey(worker),
            owed_fen: owedBy(worker.arrears, law.current, ctx.today),
            version: eb('version', '+', 1),
          }))
          .where('id', '=', ref)
          .execute();
      }
      const result = {
        added: plan.add.length,
        updated: plan.update.length,
        same: plan.same.length,
        rejected: rowsLeftOut(roster.parsed, reasonsByRow(keptOut(planned))).length,
      };
      // The same file again changes nothing, so the record does not rise either.
      const version =
        result.added + result.updated > 0 ? await refreshCase(ctx, law.current, caseId) : file.version;
      ctx.about(caseId, result);
      return { version, ...result, elsewhere: await casesElsewhere(ctx.db, caseId, workers.values()) };
    },

    async 'transfer.errorFile'(ctx, { caseId, language: _, ...source }) {
      const { db } = ctx.reading();
      const roster = await readRoster(ctx, source);
      const planned = await planRoster(db, caseId, roster, {
        law: law.current,
        ctx,
        defaultPeriod: source.defaultPeriod,
        site: null,
      });
      const reasons = reasonsByRow(keptOut(planned));
      const table = rosterErrors(
        roster.sheet,
        roster.layout,
        roster.parsed,
        reasons,
        sentences('zh-CN'),
        sentences('en'),
      );
      if (!table) throw new AppError('no-data', { details: { what: 'import-problems' } });
      const bytes = await writeSpreadsheet([table]);
      const fileName = `${table.name}-${problemHeader.split(' ')[0]}.xlsx`;
      const token = ctx.handoff.put(ctx.caller.sessionId, { name: fileName, type: xlsxType, bytes });
      return { token, fileName, rows: rowsLeftOut(roster.parsed, reasons).length };
    },

    async 'transfer.template'(ctx, { language }) {
      ctx.reading();
      const columns =
        language === 'en' ? templateColumns.map((c) => `${c.zh} ${c.en}`) : templateColumns.map((c) => c.zh);
      const fileName = language === 'en' ? 'Roster-template.xlsx' : '工人工资花名册-模板.xlsx';
      const bytes = await writeSpreadsheet([{ name: '花名册', rows: [columns], frozenRows: 1 }]);
      const token = ctx.handoff.put(ctx.caller.sessionId, { name: fileName, type: xlsxType, bytes });
      return { token, fileName };
    },
  };
}

const templateColumns = [
  { zh: '姓名', en: 'Name' },
  { zh: '性别', en: 'Sex' },
  { zh: '身份证号', en: 'ID number' },
  { zh: '联系电话', en: 'Phone' },
  { zh: '家庭住址', en: 'Address' },
  { zh: '工种', en: 'Trade' },
  { zh: '班组', en: 'Team' },
  { zh: '进场日期', en: 'Start' },
  { zh: '离场日期', en: 'End' },
  { zh: '月份', en: 'Month' },
  { zh: '日工资', en: 'Day rate' },
  { zh: '出勤天数', en: 'Days' },
  { zh: '应发工资', en: 'Due' },
  { zh: '扣款', en: 'Deducted' },
  { zh: '已付', en: 'Paid' },
  { zh: '欠付', en: 'Owed' },
  { zh: '备注', en: 'Note' },
];
