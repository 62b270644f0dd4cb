import type { OutputOf } from '../../../../shared/contract/builders.ts';
import { seesAssignedOnly } from '../../../../shared/contract/roles.ts';
import { type AidKind, aidKinds, filePapers } from '../../../../shared/features/legal-aid/aid.schemas.ts';
import type { legalAidContract } from '../../../../shared/features/legal-aid/legal-aid.contract.ts';
import {
  exemptionOf,
  type MeansResult,
  meansResult,
  papersMissing,
} from '../../../../shared/features/legal-aid/means.rules.ts';
import { subsidySum } from '../../../../shared/features/legal-aid/subsidy.rules.ts';
import { nextVisitBy } from '../../../../shared/features/legal-aid/visit.rules.ts';
import { addDays, daysBetween, type PlainDate, plainDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { parseYuan } from '../../../../shared/kernel/money.ts';
import { type Bearer, type Bilingual, calculate, citation, ruleOf } from '../../../../shared/law/index.ts';
import type { Actor, QueryContext, ReadHandle } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { may } from '../../kernel/permissions.ts';
import { type CaseFileRow, loadCaseRow, loadMemberRows } from '../cases/index.ts';
import { loadFamily } from '../families/index.ts';
import { loadOffice } from '../office/index.ts';
import {
  latest,
  loadAid,
  loadLawyers,
  loadStandards,
  loadVisitRule,
  type StoredAid,
  standing,
} from './legal-aid.repo.ts';

type View = OutputOf<(typeof legalAidContract)['aid.forCase']>;

/** What a lawyer does of a case's legal aid; the rest is the centre's. */
const lawyersPart: readonly AidKind[] = ['engagement', 'subsidy', 'closing'];

export const mayKeep = (actor: Actor): readonly AidKind[] =>
  !may(actor, 'case.write') ? [] : seesAssignedOnly(actor.role) ? lawyersPart : aidKinds;

/** The legal-aid case that a case belongs to: itself, or the newest of its family. */
export async function aidCaseOf(
  db: ReadHandle,
  caseId: string,
): Promise<{ readonly aid: CaseFileRow | null; readonly family: readonly CaseFileRow[] }> {
  const row = await loadCaseRow(db, caseId);
  const { cases } = await loadFamily(db, caseId);
  const aid = row.track === 'legal-aid' ? row : (cases.filter((c) => c.track === 'legal-aid').at(-1) ?? null);
  return { aid, family: cases.filter((c) => c.id !== aid?.id) };
}

/** The threshold of the office's region a month and head, with what is to be said of it. */
export async function regionThreshold(
  db: ReadHandle,
  law: LawData,
  day: PlainDate,
): Promise<{ fen: number | null; warnings: Bilingual[] }> {
  const { region_code: region } = await loadOffice(db);
  try {
    const { result, warnings } = calculate('legal-aid-means', {}, { ...law, region, asOf: day });
    const threshold = (result as { threshold?: string }).threshold;
    return {
      fen: threshold === undefined ? null : parseYuan(threshold),
      warnings: warnings.map((w) => w.text),
    };
  } catch (error) {
    if (error instanceof AppError && error.failure.code === 'no-data') return { fen: null, warnings: [] };
    throw error;
  }
}

/** The means test of each applicant, and of the application as a whole. */
export function meansOf(
  records: readonly StoredAid[],
  members: readonly { readonly id: string; readonly is_migrant: number | null }[],
  thresholdFen: number | null,
): { readonly each: ReadonlyMap<string, MeansResult>; readonly whole: MeansResult } {
  const application = latest(records, 'application');
  const tests = records.flatMap(({ record }) => (record.kind === 'means' ? [record] : []));
  const each = new Map(
    members.map((m) => {
      const means =
        tests.filter((x) => x.memberId === m.id).at(-1) ??
        tests.filter((x) => x.memberId === null).at(-1) ??
        null;
      const isMigrant = m.is_migrant === null ? null : m.is_migrant === 1;
      return [m.id, meansResult({ application, means, isMigrant, thresholdFen })];
    }),
  );
  const results = [...each.values()];
  const whole =
    results.find((r) => r.state === 'undecided') ??
    results.find((r) => r.state === 'no-hardship') ??
    results[0] ??
    meansResult({ application, means: tests.at(-1) ?? null, isMigrant: null, thresholdFen });
  return { each, whole };
}

function warningsOf(
  records: readonly StoredAid[],
  means: MeansResult,
  missing: readonly string[],
  applicants: number,
  soon: {
    readonly limit: PlainDate | null;
    readonly visit: PlainDate | null;
    /** Names of lawyers who are assigned and have left the office. */
    readonly gone: readonly string[];
  },
): View['warnings'] {
  const out: View['warnings'] = [];
  const application = latest(records, 'application');
  const decision = latest(records, 'decision');
  const closing = latest(records, 'closing');
  if (applicants === 0) out.push({ code: 'no-applicants', params: [], kind: 'application' });
  if (application && missing.length > 0 && decision === null && application.urgentOn === null)
    out.push({ code: 'papers-missing', params: [...missing], kind: 'application' });
  if (application?.urgentOn && missing.length > 0)
    out.push({ code: 'urgent-papers-due', params: [...missing], kind: 'application' });
  if (application && means.state === 'undecided' && decision === null)
    out.push({ code: 'means-undecided', params: [...means.missing], kind: 'means' });
  if (decision?.result === 'granted' && ['undecided', 'no-hardship'].includes(means.state))
    out.push({ code: 'granted-without-hardship', params: [], kind: 'decision' });
  // Art. 44: with fewer than seven days left aid may be given at once and the papers follow.
  if (soon.limit !== null && decision === null && application?.urgentOn === null)
    out.push({ code: 'limit-near', params: [soon.limit], kind: 'application' });
  if (soon.visit !== null) out.push({ code: 'visit-due', params: [soon.visit], kind: 'visit' });
  if (soon.gone.length > 0) out.push({ code: 'lawyer-left', params: [...soon.gone], kind: 'assignment' });
  if (standing(records).length > 0 && latest(records, 'engagement') === null)
    out.push({ code: 'not-signed', params: [], kind: 'engagement' });
  const lacking = closing ? filePapers.filter((p) => (closing.papers[p] ?? 'missing') === 'missing') : [];
  if (closing && closing.acceptedOn === null && lacking.length > 0)
    out.push({ code: 'file-incomplete', params: lacking, kind: 'closing' });
  return out;
}

/** Whose periods are the applicant’s own. */
const applicants: ReadonlySet<Bearer> = new Set(['worker', 'applicant', 'either-party', 'creditor']);

/**
 * The last day of a period of the applicant's own, here or in a case of the family, that has fewer than seven calendar
 * days left (Legal Aid Law art. 44(1)); null where there is none. What runs against others, and what legal aid itself
 * sets, does not count.
 */
async function limitNear(
  db: ReadHandle,
  cases: readonly CaseFileRow[],
  today: PlainDate,
): Promise<PlainDate | null> {
  const rows = await db
    .selectFrom('deadline')
    .select(['rule_id', 'due'])
    .where(
      'case_id',
      'in',
      cases.map((c) => c.id),
    )
    .where('nature', '=', 'right')
    .where('due', '>=', today)
    .where('due', '<', addDays(today, 7))
    .orderBy('due')
    .execute();
  const own = rows.find((d) => !d.rule_id.startsWith('la-') && applicants.has(ruleOf(d.rule_id).bearer));
  return own ? plainDate(own.due) : null;
}

export async function viewOf(
  ctx: Pick<QueryContext, 'db' | 'actor' | 'today'>,
  law: LawData,
  caseId: string,
): Promise<View> {
  const { db, today } = ctx;
  const { aid, family } = await aidCaseOf(db, caseId);
  const records = aid ? await loadAid(db, aid.id) : [];
  const members = await loadMemberRows(db, aid?.id ?? caseId);
  const application = latest(records, 'application');
  const threshold = await regionThreshold(db, law, application?.receivedOn ?? today);
  const means = meansOf(records, members, threshold.fen);
  const lawyers = new Map((await loadLawyers(db)).map((l) => [l.id, l]));
  const standards = new Map((await loadStandards(db)).map((s) => [s.id, s]));
  const exempt = members.some(
    (m) =>
      exemptionOf({ application, means: null, isMigrant: m.is_migrant === 1, thresholdFen: null }) !== null,
  );
  const missing = application ? papersMissing(application, exempt) : [];
  const decision = latest(records, 'decision');
  const objected = records.some(
    ({ record }) => record.kind === 'objection' && decision && record.objectedOn >= decision.decidedOn,
  );
  const rule = ruleOf('la-objection');
  const due = aid
    ? await db.selectFrom('deadline').selectAll().where('case_id', '=', aid.id).orderBy('due').execute()
    : [];
  const limit = aid && (await limitNear(db, [aid, ...family], today));
  const nextVisit = aid?.status === 'open' ? nextVisitBy(records, await loadVisitRule(db)) : null;
  const users = standing(records).flatMap((a) => lawyers.get(a.lawyerId)?.userId ?? []);
  return {
    aidCaseId: aid?.id ?? null,
    aidCaseNumber: aid?.number ?? null,
    version: aid?.version ?? 0,
    stage: aid?.stage ?? '',
    closed: aid?.status === 'closed',
    records: records.map((r) => {
      const { record } = r;
      const standard = record.kind === 'subsidy' ? standards.get(record.standardId) : undefined;
      const sum = record.kind === 'subsidy' && standard ? subsidySum(standard, record) : null;
      return {
        id: r.id,
        version: r.version,
        record,
        createdBy: r.createdBy,
        updatedBy: r.updatedBy,
        amountFen: sum?.amountFen ?? null,
        working: [...(sum?.working ?? [])],
        lawyer: record.kind === 'assignment' ? (lawyers.get(record.lawyerId)?.name ?? r.title) : null,
      };
    }),
    members: members.map((m) => ({
      id: m.id,
      name: m.name,
      isMigrant: m.is_migrant === null ? null : m.is_migrant === 1,
      means: plain(means.each.get(m.id) ?? means.whole),
    })),
    means: plain(means.whole),
    threshold,
    dates: due
      .filter((d) => d.rule_id.startsWith('la-'))
      .map((d) => {
        const { title, source } = ruleOf(d.rule_id);
        return {
          ruleId: d.rule_id,
          title,
          due: plainDate(d.due),
          daysLeft: daysBetween(today, plainDate(d.due)),
          provisional: d.provisional === 1,
          article: citation(source),
        };
      }),
    nextVisitBy: nextVisit,
    objection:
      decision !== null && decision.result !== 'granted' && !objected
        ? { text: rule.ifMissed, article: citation(rule.source) }
        : null,
    warnings: aid
      ? warningsOf(records, means.whole, missing, members.length, {
          limit,
          gone: records.flatMap(({ record, title }) => {
            if (aid.status !== 'open' || record.kind !== 'assignment' || record.endedOn !== null) return [];
            const lawyer = lawyers.get(record.lawyerId);
            // Off the roll, they are known by what the assignment is called.
            return lawyer?.left === false ? [] : [lawyer?.name ?? title];
          }),
          visit: nextVisit !== null && nextVisit <= today ? nextVisit : null,
        })
      : [],
    papersMissing: missing,
    family: family.map((c) => ({ caseId: c.id, number: c.number, track: c.track })),
    minutes: await minutesOf(db, [...(aid ? [aid.id] : []), ...family.map((c) => c.id)], users),
    sight: aid ? await sightOfCase(db, aid.id) : [],
    may: aid?.status === 'open' ? [...mayKeep(ctx.actor)] : [],
    mayApprove: may(ctx.actor, 'office.admin'),
  };
}

const plain = (r: MeansResult) => ({
  ...r,
  missing: [...r.missing],
  without: [...r.without],
  working: [...r.working],
});

async function minutesOf(
  db: ReadHandle,
  caseIds: readonly string[],
  userIds: readonly string[],
): Promise<number> {
  if (caseIds.length === 0 || userIds.length === 0) return 0;
  const row = await db
    .selectFrom('time_entry')
    .select((eb) => eb.fn.sum('minutes').as('sum'))
    .where('case_id', 'in', caseIds)
    .where('user_id', 'in', userIds)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return Number(row?.sum ?? 0);
}

async function sightOfCase(db: ReadHandle, caseId: string): Promise<View['sight']> {
  const rows = await db
    .selectFrom('case_sight')
    .innerJoin('app_user', 'app_user.id', 'case_sight.user_id')
    .select(['app_user.name as user', 'given_on', 'given_by', 'ended_on'])
    .where('case_sight.case_id', '=', caseId)
    .where('case_sight.deleted_at', 'is', null)
    .orderBy('case_sight.id')
    .execute();
  return rows.map((r) => ({
    user: r.user,
    givenOn: plainDate(r.given_on),
    givenBy: r.given_by,
    endedOn: r.ended_on === null ? null : plainDate(r.ended_on),
  }));
}
