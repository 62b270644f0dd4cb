import en from '../../../../resources/locales/en/legal-aid.json' with { type: 'json' };
import zh from '../../../../resources/locales/zh-CN/legal-aid.json' with { type: 'json' };
import type { OutputOf, ParsedOf } from '../../../../shared/contract/builders.ts';
import { seesAssignedOnly } from '../../../../shared/contract/roles.ts';
import type { AidVisitRule } from '../../../../shared/features/legal-aid/aid.schemas.ts';
import type {
  AidCaseLine,
  AidSubsidyLine,
  legalAidContract,
} from '../../../../shared/features/legal-aid/legal-aid.contract.ts';
import { subsidySum } from '../../../../shared/features/legal-aid/subsidy.rules.ts';
import { nextVisitBy } from '../../../../shared/features/legal-aid/visit.rules.ts';
import { addDays, daysBetween, type PlainDate, plainDate } from '../../../../shared/kernel/date.ts';
import { type Fen, formatYuan } from '../../../../shared/kernel/money.ts';
import type { CommandContext, QueryContext, ReadHandle } from '../../kernel/context.ts';
import { may } from '../../kernel/permissions.ts';
import { writeCsv, writeSpreadsheet } from '../../spreadsheet/index.ts';
import { lawyersWithLoad } from './legal-aid.assign.ts';
import { loadAidOf, loadLawyers, loadStandards, loadVisitRule, type StoredAid } from './legal-aid.repo.ts';

type Page = OutputOf<(typeof legalAidContract)['aid.office']>;

const shownAtMost = 500;
/** Visits that come due within so many days are shown. */
const visitsAhead = 14;
const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const;

async function openCases(db: ReadHandle, today: PlainDate, lawyerOf: (caseId: string) => string | null) {
  const rows = await db
    .selectFrom('case_file')
    .select([
      'id',
      'number',
      'first_applicant',
      'applicant_count',
      'first_respondent',
      'stage',
      'next_date',
      'next_date_sort',
      'next_rule_id',
      'next_provisional',
    ])
    .where('track', '=', 'legal-aid')
    .where('status', '=', 'open')
    .where('deleted_at', 'is', null)
    .orderBy('next_date_sort')
    .orderBy('id')
    .execute();
  const due = await db
    .selectFrom('deadline')
    .innerJoin('case_file', 'case_file.id', 'deadline.case_id')
    .select(['deadline.case_id', 'deadline.rule_id', 'deadline.due', 'deadline.provisional'])
    .where('case_file.track', '=', 'legal-aid')
    .where('deadline.rule_id', 'like', 'la-%')
    .orderBy('deadline.due')
    .execute();
  const firstDue = new Map<string, (typeof due)[number]>();
  for (const d of due) if (!firstDue.has(d.case_id)) firstDue.set(d.case_id, d);
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
      lawyer: lawyerOf(r.id),
    };
  });
}

/** Names of whoever is assigned to each case. */
async function assigned(db: ReadHandle): Promise<(caseId: string) => string | null> {
  const lawyers = new Map((await loadLawyers(db)).map((l) => [l.id, l.name]));
  const names = new Map<string, string[]>();
  for (const { caseId, record, title } of await loadAidOf(db, ['assignment']))
    if (record.kind === 'assignment' && record.endedOn === null)
      names.set(caseId, [...(names.get(caseId) ?? []), lawyers.get(record.lawyerId) ?? title]);
  return (caseId) => names.get(caseId)?.join('、') ?? null;
}

async function subsidyLines(
  db: ReadHandle,
  lawyerOf: (caseId: string) => string | null,
): Promise<AidSubsidyLine[]> {
  const records = await loadAidOf(db, ['subsidy']);
  const standards = new Map((await loadStandards(db)).map((s) => [s.id, s]));
  const ids = [...new Set(records.map((r) => r.caseId))];
  const files =
    ids.length === 0
      ? []
      : await db
          .selectFrom('case_file')
          .select(['id', 'number', 'first_applicant'])
          .where('id', 'in', ids)
          .execute();
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
        lawyer: lawyerOf(caseId),
        standard: standard?.name ?? '',
        amountFen: standard ? subsidySum(standard, record).amountFen : 0,
        approvedOn: record.approvedOn,
        paidOn: record.paidOn,
      },
    ];
  });
}

/** Matters to follow up and visits that the office's rule asks for, late or soon, the earliest first. */
function visitsDue(
  cases: ReadonlyMap<string, AidCaseLine>,
  records: readonly StoredAid[],
  rule: AidVisitRule | null,
  today: PlainDate,
) {
  const of = new Map<string, StoredAid[]>();
  for (const r of records) {
    const own = of.get(r.caseId);
    if (own) own.push(r);
    else of.set(r.caseId, [r]);
  }
  const byRule = [...of].flatMap(([caseId, own]) => {
    const line = cases.get(caseId);
    const due = line ? nextVisitBy(own, rule) : null;
    if (!line || due === null || due > addDays(today, visitsAhead)) return [];
    return [{ ...line, due, daysLeft: daysBetween(today, due), provisional: false, what: '' }];
  });
  const followUps = records.flatMap(({ caseId, record }) => {
    const line = cases.get(caseId);
    if (record.kind !== 'visit' || !line || record.followUpOn === null || record.followUpDoneOn !== null)
      return [];
    if (record.followUpOn > addDays(today, visitsAhead)) return [];
    const daysLeft = daysBetween(today, record.followUpOn);
    return [{ ...line, due: record.followUpOn, daysLeft, provisional: false, what: record.followUp ?? '' }];
  });
  return [...followUps, ...byRule].sort((a, b) => a.due.localeCompare(b.due));
}

const waiting = ['not-applied', 'applied', 'supplement', 'urgent', 'objected'];
const closing = ['closing', 'file-review'];

export async function officePage(ctx: QueryContext): Promise<Page> {
  const { db, today, actor } = ctx;
  const lawyerOf = await assigned(db);
  const cases = await openCases(db, today, lawyerOf);
  const at = (stages: readonly string[]) =>
    cases.filter((c) => stages.includes(c.stage)).slice(0, shownAtMost);
  const subsidies = await subsidyLines(db, lawyerOf);
  const outside = seesAssignedOnly(actor.role);
  const rule = await loadVisitRule(db);
  return {
    // Aid at once goes to a lawyer before it is decided on.
    waiting: at(waiting),
    toAssign: cases
      .filter((c) => c.stage === 'granted' || (c.stage === 'urgent' && c.lawyer === null))
      .slice(0, shownAtMost),
    underWay: at(['assigned', 'active']),
    visits: visitsDue(
      new Map(cases.map((c) => [c.caseId, c])),
      await loadAidOf(db, ['visit', 'assignment', 'engagement', 'closing']),
      rule,
      today,
    ).slice(0, shownAtMost),
    visitRule: rule,
    closing: at(closing),
    toApprove: subsidies.filter((s) => s.approvedOn === null).slice(0, shownAtMost),
    toPay: subsidies.filter((s) => s.approvedOn !== null && s.paidOn === null).slice(0, shownAtMost),
    lawyers: outside ? [] : await lawyersWithLoad(db),
    standards: await loadStandards(db),
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
  const all = await subsidyLines(db, await assigned(db));
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
