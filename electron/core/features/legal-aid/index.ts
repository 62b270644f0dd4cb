import type { AidRecordOf } from '../../../../shared/features/legal-aid/aid.schemas.ts';
import type { MeansResult } from '../../../../shared/features/legal-aid/means.rules.ts';
import { type SubsidySum, subsidySum } from '../../../../shared/features/legal-aid/subsidy.rules.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { loadMemberRows } from '../cases/index.ts';
import { latest, loadAid, loadLawyers, loadStandards, type StoredLawyer } from './legal-aid.repo.ts';
import { aidCaseOf, meansOf, regionThreshold } from './legal-aid.view.ts';

export { assignmentsByUser, handOverAssignments, usersOnRoll } from './legal-aid.handover.ts';

/** What the papers of legal aid take from the record; null or empty where a step was not taken yet. */
export interface AidFacts {
  readonly aidCaseId: string;
  readonly application: AidRecordOf<'application'> | null;
  /** The means test by worker, with the exemption's article where one applies, and the statement of hardship behind it. */
  readonly means: ReadonlyMap<string, MeansResult>;
  readonly hardship: readonly AidRecordOf<'means'>[];
  /** Fen a month and head; null where the region's is not on file. */
  readonly thresholdFen: number | null;
  readonly decision: AidRecordOf<'decision'> | null;
  readonly objection: AidRecordOf<'objection'> | null;
  /** Assignments that stand, with whoever was assigned. */
  readonly assignments: readonly {
    readonly assignment: AidRecordOf<'assignment'>;
    readonly lawyer: StoredLawyer | null;
  }[];
  readonly engagement: AidRecordOf<'engagement'> | null;
  readonly visits: readonly AidRecordOf<'visit'>[];
  readonly subsidies: readonly {
    readonly subsidy: AidRecordOf<'subsidy'>;
    readonly sum: SubsidySum | null;
  }[];
  readonly closing: AidRecordOf<'closing'> | null;
}

/**
 * The facts of legal aid for a case: of itself, or of the legal-aid case of its family; null where there is none.
 * @throws AppError `not-found`.
 */
export async function aidFacts(
  db: ReadHandle,
  law: LawData,
  caseId: string,
  today: PlainDate,
): Promise<AidFacts | null> {
  const { aid } = await aidCaseOf(db, caseId);
  if (!aid) return null;
  const records = await loadAid(db, aid.id);
  const application = latest(records, 'application');
  const { fen } = await regionThreshold(db, law, application?.receivedOn ?? today);
  const lawyers = await loadLawyers(db);
  const standards = await loadStandards(db);
  const all = records.map((r) => r.record);
  return {
    aidCaseId: aid.id,
    application,
    means: meansOf(records, await loadMemberRows(db, aid.id), fen).each,
    hardship: all.filter((r) => r.kind === 'means'),
    thresholdFen: fen,
    decision: latest(records, 'decision'),
    objection: latest(records, 'objection'),
    assignments: all
      .filter((r) => r.kind === 'assignment')
      .filter((a) => a.endedOn === null)
      .map((assignment) => ({
        assignment,
        lawyer: lawyers.find((l) => l.id === assignment.lawyerId) ?? null,
      })),
    engagement: latest(records, 'engagement'),
    visits: all.filter((r) => r.kind === 'visit'),
    subsidies: all
      .filter((r) => r.kind === 'subsidy')
      .map((subsidy) => {
        const standard = standards.find((s) => s.id === subsidy.standardId);
        return { subsidy, sum: standard ? subsidySum(standard, subsidy) : null };
      }),
    closing: latest(records, 'closing'),
  };
}
