import type { Selectable } from 'kysely';
import en from '../../../../resources/locales/en/legal-aid.json' with { type: 'json' };
import zh from '../../../../resources/locales/zh-CN/legal-aid.json' with { type: 'json' };
import type { OutputOf, ParsedOf } from '../../../../shared/contract/builders.ts';
import { seesAssignedOnly } from '../../../../shared/contract/roles.ts';
import type { AidVisitRule } from '../../../../shared/features/legal-aid/aid.schemas.ts';
import type {
  AidCaseLine,
  AidList,
  AidSubsidyLine,
  legalAidContract,
} from '../../../../shared/features/legal-aid/legal-aid.contract.ts';
import { subsidySum } from '../../../../shared/features/legal-aid/subsidy.rules.ts';
import { visitBy } from '../../../../shared/features/legal-aid/visit.rules.ts';
import { addDays, daysBetween, type PlainDate, plainDate } from '../../../../shared/kernel/date.ts';
import { type Fen, formatYuan } from '../../../../shared/kernel/money.ts';
import { portions } from '../../db/portions.ts';
import type { Database } from '../../db/schema.ts';
import type { CommandContext, QueryContext, ReadHandle } from '../../kernel/context.ts';
import { may } from '../../kernel/permissions.ts';

import { writeCsv, writeSpreadsheet } from '../../spreadsheet/index.ts';
import { lawyersWithLoad } from './legal-aid.assign.ts';
import {
  countPending,
  loadAidOf,
  loadCasesOf,
  loadLawyers,
  loadRemovedLawyers,
  loadStandards,
  loadStanding,
  loadToFollow,
  loadUnpaid,
  loadVisitDays,
  loadVisitRule,
  type StoredAid,
  type StoredLawyer,
} from './legal-aid.repo.ts';

type Page = OutputOf<(typeof legalAidContract)['aid.office']>;

const shownAtMost = 500;
/** Visits that come due within so many days are shown. */
const visitsAhead = 14;
const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const;

const lineColumns = [
  'id',
  'number',
  'first_applicant',
  'applicant_count',
  'first_respondent',
  'stage',
  'next_date_sort',
] as const;

/** Open matters of legal aid in some stages, the soonest date first, at most `most`: an index has each stage so. */
async function openCases(db: ReadHandle, stages: readonly string[], most: number): Promise<LineRow[]> {
  const rows = [];
  for (const stage of stages)
    rows.push(
      ...(await db
        .selectFrom('case_file')
        .select(lineColumns)
        .where('status', '=', 'open')
        .where('track', '=', 'legal-aid')
        .where('stage', '=', stage)
        .where('deleted_at', 'is', null)
        .orderBy('next_date_sort')
        .orderBy('id')
        .limit(most)
        .execute()),
    );
  rows.sort((a, b) => order(a.next_date_sort, b.next_date_sort) || order(a.id, b.id));
  return rows.slice(0, most);
}

/** Of days and ids, which are plain ASCII. */
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Aid at once goes to a lawyer before it is decided on; without one it waits among those to assign. */
async function casesToAssign(db: ReadHandle, most: number): Promise<LineRow[]> {
  const rows = await openCases(db, ['granted', 'urgent'], most);
  const urgent = rows.filter((r) => r.stage === 'urgent').map((r) => r.id);
  const taken = new Set((await loadStanding(db, urgent)).map((s) => s.caseId));
  return rows.filter((r) => !taken.has(r.id));
}

/** Open cases under way of which every lawyer has left the office or its roll: somebody else is to be assigned. */
async function casesOfLeft(db: ReadHandle, lawyers: readonly StoredLawyer[]): Promise<LineRow[]> {
  const removed = await loadRemovedLawyers(db);
  const left = new Set([...lawyers.filter((l) => l.left).map((l) => l.id), ...removed]);
  const ids = await loadCasesOf(db, [...left]);
  const kept = new Set(
    (await loadStanding(db, ids)).filter((s) => !left.has(s.lawyerId ?? '')).map((s) => s.caseId),
  );
  const rows: LineRow[] = [];
  for (const part of portions(ids.filter((id) => !kept.has(id))))
    rows.push(
      ...(await db
        .selectFrom('case_file')
        .select(lineColumns)
        .where('id', 'in', part)
        .where('status', '=', 'open')
        .where('track', '=', 'legal-aid')
        .where('deleted_at', 'is', null)
        .execute()),
    );
  return rows.slice(0, shownAtMost);
}

/** How many open matters of legal aid are in each stage. */
async function countStages(db: ReadHandle): Promise<(stages: readonly string[]) => number> {
  // A case in the bin is not `open`, so the index alone answers.
  const rows = await db
    .selectFrom('case_file')
    .select((eb) => ['stage', eb.fn.countAll().as('n')])
    .where('status', '=', 'open')
    .where('track', '=', 'legal-aid')
    .groupBy('stage')
    .execute();
  const counts = new Map(rows.map((r) => [r.stage, Number(r.n)]));
  return (stages) =>
    Math.min(
      stages.reduce((sum, stage) => sum + (counts.get(stage) ?? 0), 0),
      shownAtMost,
    );
}

type LineRow = Pick<Selectable<Database['case_file']>, (typeof lineColumns)[number]>;

async function linesOf(db: ReadHandle, today: PlainDate, rows: readonly LineRow[]): Promise<AidCaseLine[]> {
  const ids = rows.map((r) => r.id);
  const due: { case_id: string; due: string; provisional: number }[] = [];
  for (const part of portions(ids))
    due.push(
      ...(await db
        .selectFrom('deadline')
        .select(['case_id', 'due', 'provisional'])
        .where('case_id', 'in', part)
        .where('rule_id', 'like', 'la-%')
        .execute()),
    );
  due.sort((a, b) => order(a.due, b.due));
  const firstDue = new Map<string, (typeof due)[number]>();
  for (const d of due) if (!firstDue.has(d.case_id)) firstDue.set(d.case_id, d);
  const lawyerOf = await assigned(db, ids);
  return rows.map((r): AidCaseLine => {
    const d = firstDue.get(r.id);
    const day = d ? plainDate(d.due) : null;
    return {
      caseId: r.id,
      number: r.number,
      applicant: r.first_applicant,
      applicants: r.applicant_count,
      respondent: r.first_respondent,
      stage: r.stage,
      due: day,
      daysLeft: day === null ? null : daysBetween(today, day),
      provisional: d?.provisional === 1,
      lawyer: lawyerOf(r.id)?.names ?? null,
      lawyerLeft: lawyerOf(r.id)?.left ?? false,
    };
  });
}

interface Assigned {
  readonly names: string;
  /** All of them have left the office or its roll. */
  readonly left: boolean;
}

/** Whoever is assigned to each of these cases. */
async function assigned(
  db: ReadHandle,
  caseIds: readonly string[],
): Promise<(caseId: string) => Assigned | null> {
  const lawyers = new Map((await loadLawyers(db)).map((l) => [l.id, l]));
  const found = new Map<string, Assigned>();
  for (const { caseId, lawyerId, title } of await loadStanding(db, caseIds)) {
    const lawyer = lawyers.get(lawyerId ?? '');
    const name = lawyer?.name ?? title;
    const left = lawyer?.left ?? true;
    const before = found.get(caseId);
    found.set(
      caseId,
      before ? { names: `${before.names}、${name}`, left: before.left && left } : { names: name, left },
    );
  }
  return (caseId) => found.get(caseId) ?? null;
}

async function subsidyLines(db: ReadHandle, records: readonly StoredAid[]): Promise<AidSubsidyLine[]> {
  const standards = new Map((await loadStandards(db)).map((s) => [s.id, s]));
  const ids = [...new Set(records.map((r) => r.caseId))];
  const lawyerOf = await assigned(db, ids);
  const files: { id: string; number: string; first_applicant: string }[] = [];
  for (const part of portions(ids))
    files.push(
      ...(await db
        .selectFrom('case_file')
        .select(['id', 'number', 'first_applicant'])
        .where('id', 'in', part)
        .execute()),
    );
  const fileOf = new Map(files.map((f) => [f.id, f]));
  return records.flatMap(({ id, version, caseId, record }) => {
    const file = fileOf.get(caseId);
    if (record.kind !== 'subsidy' || !file) return [];
    const standard = standards.get(record.standardId);
    return [
      {
        id,
        version,
        caseId,
        number: file.number,
        applicant: file.first_applicant,
        lawyer: lawyerOf(caseId)?.names ?? null,
        standard: standard?.name ?? '',
        amountFen: standard ? subsidySum(standard, record).amountFen : 0,
        approvedOn: record.approvedOn,
        paidOn: record.paidOn,
      },
    ];
  });
}

/** Matters to follow up, and visits that the office's rule asks for (`what` empty), the earliest first. */
async function visitsDue(db: ReadHandle, today: PlainDate, byRule: readonly DueVisit[], most: number) {
  const visits = await loadToFollow(db, addDays(today, visitsAhead), most);
  const followUps = visits.flatMap(({ caseId, record }) =>
    record.kind === 'visit' && record.followUpOn !== null
      ? [{ caseId, due: record.followUpOn, what: record.followUp ?? '' }]
      : [],
  );
  const shown = [...followUps, ...byRule].sort((a, b) => order(a.due, b.due)).slice(0, most);
  const files = new Map<string, LineRow>();
  for (const part of portions([...new Set(shown.map((v) => v.caseId))]))
    for (const row of await db.selectFrom('case_file').select(lineColumns).where('id', 'in', part).execute())
      files.set(row.id, row);
  const lines = new Map((await linesOf(db, today, [...files.values()])).map((l) => [l.caseId, l]));
  return shown.flatMap(({ caseId, due, what }) => {
    const line = lines.get(caseId);
    return line ? [{ ...line, due, daysLeft: daysBetween(today, due), provisional: false, what }] : [];
  });
}

interface DueVisit {
  readonly caseId: string;
  readonly due: PlainDate;
  readonly what: string;
}

async function visitsByRule(db: ReadHandle, rule: AidVisitRule, until: PlainDate): Promise<DueVisit[]> {
  const dates = await loadVisitDays(db);
  return dates
    .flatMap(({ caseId, ...days }) => {
      const due = visitBy(days, rule);
      return due === null || due > until ? [] : [{ caseId, due, what: '' }];
    })
    .sort((a, b) => order(a.due, b.due))
    .slice(0, shownAtMost);
}

const stagesOf = {
  waiting: ['not-applied', 'applied', 'supplement', 'urgent', 'objected'],
  underWay: ['assigned', 'active'],
  closing: ['closing', 'file-review'],
} as const;

/** One list of the office's page with as many lines as are asked for, or all of them; how many each has, always. */
export async function officePage(
  ctx: Pick<QueryContext, 'db' | 'today' | 'actor'>,
  { list, limit }: ParsedOf<(typeof legalAidContract)['aid.office']>,
): Promise<Page> {
  const { db, today, actor } = ctx;
  const outside = seesAssignedOnly(actor.role);
  const asks = (...lists: readonly AidList[]): boolean => list === null || lists.includes(list);
  const rule = await loadVisitRule(db);
  const until = addDays(today, visitsAhead);
  const staged = async (name: keyof typeof stagesOf): Promise<AidCaseLine[]> =>
    asks(name) ? linesOf(db, today, await openCases(db, stagesOf[name], limit)) : [];
  const ofStages = await countStages(db);
  // Among those given aid at once it takes a look at each to know whether a lawyer has it.
  const isUrgent = ofStages(['urgent']) > 0;
  const known = await loadLawyers(db);
  const ofLeft = await casesOfLeft(db, known);
  const toAssign =
    asks('toAssign') || isUrgent ? await casesToAssign(db, isUrgent ? shownAtMost : limit) : [];
  const byRule = rule === null ? [] : await visitsByRule(db, rule, until);
  const pending = await countPending(db, until, shownAtMost);
  const subsidies = async (approved: boolean): Promise<AidSubsidyLine[]> =>
    asks('subsidies') ? subsidyLines(db, await loadUnpaid(db, approved, limit)) : [];
  // Cases under way stand by whoever has them, with what that lawyer has in all.
  const lawyers = !outside && asks('lawyers', 'underWay') ? await lawyersWithLoad(db) : [];
  const standards = await loadStandards(db);
  return {
    counts: {
      waiting: ofStages(stagesOf.waiting),
      toAssign: ofLeft.length + (isUrgent ? toAssign.length : ofStages(['granted'])),
      underWay: ofStages(stagesOf.underWay),
      visits: Math.min(pending.toFollow + byRule.length, shownAtMost),
      closing: ofStages(stagesOf.closing),
      subsidies: pending.toApprove + pending.toPay,
      lawyers: outside ? 0 : known.length,
      standards: standards.length,
    },
    waiting: await staged('waiting'),
    toAssign: asks('toAssign') ? await linesOf(db, today, [...ofLeft, ...toAssign].slice(0, limit)) : [],
    underWay: await staged('underWay'),
    visits: asks('visits') ? await visitsDue(db, today, byRule, limit) : [],
    visitRule: rule,
    closing: await staged('closing'),
    toApprove: await subsidies(false),
    toPay: await subsidies(true),
    lawyers,
    standards,
    mayManage: may(actor, 'office.admin'),
  };
}

/** The list of subsidies, for the payroll or the bureau. */
export async function exportSubsidies(
  ctx: CommandContext,
  asked: ParsedOf<(typeof legalAidContract)['aid.exportSubsidies']>,
): Promise<{ token: string; fileName: string; rows: number }> {
  const { db } = ctx.reading();
  const words = (asked.language === 'en' ? en : zh).export;
  const all = await subsidyLines(db, await loadAidOf(db, ['subsidy']));
  const found = all.filter(
    (s) =>
      asked.state === 'all' ||
      (asked.state === 'to-approve' && s.approvedOn === null) ||
      (asked.state === 'to-pay' && s.approvedOn !== null && s.paidOn === null) ||
      (asked.state === 'paid' && s.paidOn !== null),
  );
  const money = (fen: number): string => formatYuan(fen as Fen, false);
  const rows = [
    [
      words.number,
      words.applicant,
      words.lawyer,
      words.standard,
      words.amount,
      words.approvedOn,
      words.paidOn,
    ],
    ...found.map((s) => [
      s.number,
      s.applicant,
      s.lawyer ?? '',
      s.standard,
      money(s.amountFen),
      s.approvedOn ?? '',
      s.paidOn ?? '',
    ]),
    [words.total, '', '', '', money(found.reduce((sum, s) => sum + s.amountFen, 0)), '', ''],
  ];
  const bytes =
    asked.format === 'csv'
      ? writeCsv(rows)
      : await writeSpreadsheet([
          { name: words.title, rows, widths: [20, 16, 20, 26, 14, 14, 14], frozenRows: 1 },
        ]);
  const fileName = `${words.title}-${ctx.today}.${asked.format}`;
  const token = ctx.handoff.put(ctx.caller.sessionId, { name: fileName, type: types[asked.format], bytes });
  return { token, fileName, rows: found.length };
}
