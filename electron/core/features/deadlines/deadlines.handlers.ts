import type { CaseTrack } from '../../../../shared/features/cases/case.schemas.ts';
import type {
  BoardRow,
  Deadline,
  deadlinesContract,
} from '../../../../shared/features/deadlines/deadlines.contract.ts';
import { addDays, type PlainDate } from '../../../../shared/kernel/date.ts';
import {
  eventWords,
  type LegalSource,
  lengthText,
  type NoDate,
  type Obligation,
  ruleOf,
  type Standing,
  standingOf,
} from '../../../../shared/law/index.ts';
import type { PaperEngine } from '../../../paper/index.ts';
import type { Handlers, ReadHandle } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import { countBare } from '../calendar/index.ts';
import { redate } from '../cases/index.ts';
import { actHandlers } from './deadlines.acts.ts';
import { choiceHandlers, choicesOf } from './deadlines.choices.ts';
import { dueDates } from './deadlines.dues.ts';
import { confirmationsOf, loadConfirmations, loadDatedCase } from './deadlines.repo.ts';
import { loadChoices } from './deadlines.rows.ts';
import type { DateConfirmationTable } from './deadlines.table.ts';
import { deriveForCase, lawFor } from './index.ts';

const boardLimit = 100;

export function deadlinesHandlers(law: LawSource, engine: PaperEngine): Handlers<typeof deadlinesContract> {
  return {
    ...actHandlers(law, engine),
    ...choiceHandlers(law),

    async 'deadlines.forCase'(ctx, { caseId }) {
      const file = await loadDatedCase(ctx.db, caseId);
      const derived = deriveForCase(file, law.current, ctx.today);
      const confirmed = await loadConfirmations(ctx.db, caseId);
      const choices = await loadChoices(ctx.db, caseId);
      const data = lawFor(file, law.current);
      return [
        ...derived.dates.obligations.map((o, i) => ({
          ...fromObligation(o, i, ctx.today, file.track, confirmed),
          ...choicesOf(o, data, choices),
        })),
        ...(await dueDates(ctx, caseId, law.current)),
        ...derived.dates.withoutDate.map(fromNoDate),
      ];
    },

    async 'deadlines.refresh'(ctx) {
      const stale = await ctx.db
        .selectFrom('deadline')
        .select('case_id')
        .distinct()
        .where('due', '<', ctx.today)
        .where('nature', '=', 'right')
        .execute();
      const underived = await ctx.db
        .selectFrom('case_file')
        .select('id as case_id')
        .where('stage', '=', '')
        .execute();
      const all = [...stale, ...underived];
      for (const { case_id: caseId } of all) {
        await redate(ctx, law.current, caseId);
        await ctx.breathe();
      }
      return { cases: all.length };
    },

    async 'deadlines.board'(ctx) {
      const today = ctx.today;
      const week = addDays(today, 7);
      return {
        today,
        overdue: await boardRows(ctx.db, null, addDays(today, -1)),
        dueToday: await boardRows(ctx.db, today, today),
        nextSevenDays: await boardRows(ctx.db, addDays(today, 1), week),
        later: await boardRows(ctx.db, addDays(week, 1), null),
        openCasesWithoutDate: await countBare(ctx.db, { handlerId: null, track: null }),
      };
    },
  };
}

async function boardRows(db: ReadHandle, from: PlainDate | null, to: PlainDate | null): Promise<BoardRow[]> {
  let query = db
    .selectFrom('deadline')
    .innerJoin('case_file', 'case_file.id', 'deadline.case_id')
    .select([
      'deadline.case_id',
      'deadline.rule_id',
      'deadline.due',
      'deadline.provisional',
      'case_file.number',
      'case_file.first_applicant',
      'case_file.applicant_count',
      'case_file.first_respondent',
      'case_file.respondent_count',
      'case_file.handler_name',
    ])
    .orderBy('deadline.due')
    .orderBy('deadline.id')
    .limit(boardLimit);
  if (from) query = query.where('deadline.due', '>=', from);
  if (to) query = query.where('deadline.due', '<=', to);
  const rows = await query.execute();
  return rows.map((r) => {
    const rule = ruleOf(r.rule_id);
    return {
      caseId: r.case_id,
      number: r.number,
      firstApplicant: r.first_applicant,
      applicantCount: r.applicant_count,
      firstRespondent: r.first_respondent,
      respondentCount: r.respondent_count,
      ruleId: r.rule_id,
      title: rule.title,
      due: r.due as PlainDate,
      bearer: rule.bearer,
      provisional: r.provisional === 1,
      handlerName: r.handler_name,
    };
  });
}

const statusOf: Readonly<Record<Standing, Deadline['status']>> = {
  done: 'met',
  superseded: 'superseded',
  suspended: 'suspended',
  running: 'open',
  'due-today': 'open',
  overdue: 'overdue',
  lapsed: 'lapsed',
};

function fromObligation(
  o: Obligation,
  index: number,
  today: PlainDate,
  track: CaseTrack,
  confirmed: readonly DateConfirmationTable[],
): Omit<Deadline, 'localRule' | 'variants' | 'readings' | 'choice'> {
  const rule = ruleOf(o.ruleId);
  return {
    id: `${o.ruleId}/${index}`,
    ruleId: o.ruleId,
    title: o.title,
    due: o.due,
    unrolled: o.unrolled,
    status: statusOf[standingOf(o, today)],
    metOn: o.metBy?.date ?? null,
    bearer: o.bearer,
    ifMissed: o.ifMissed,
    trigger: {
      type: o.openedBy.type,
      event: eventWords(track, o.openedBy.type),
      date: o.trigger,
      words: rule.trigger.words,
      restartedOn: o.base === o.trigger ? null : o.base,
    },
    period: o.period && o.period.length > 0 ? lengthText(o.period.length, o.period.unit) : null,
    provisional: o.provisional,
    working: o.working.map((s) => s.text),
    skipped: o.working
      .filter((s) => s.role === 'skipped' || s.role === 'rolled-over')
      .map((s) => ({ date: s.from, reason: s.name ?? s.text })),
    force: o.force,
    explanation: o.explanation,
    source: toSource(o.source),
    furtherSources: o.furtherSources.map(toSource),
    verification: rule.status,
    warnings: o.warnings.map((w) => w.text),
    metBy: [...o.metByTypes],
    confirmations: confirmationsOf(o, confirmed),
  };
}

function toSource({ instrument, article, version }: LegalSource): Deadline['source'] {
  return { instrument, article, version };
}

function fromNoDate(n: NoDate): Deadline {
  const rule = ruleOf(n.ruleId);
  return {
    id: `${n.ruleId}/none`,
    ruleId: n.ruleId,
    title: n.title,
    due: null,
    unrolled: null,
    status: n.kind,
    metOn: null,
    bearer: rule.bearer,
    ifMissed: rule.ifMissed,
    trigger: { type: null, event: null, date: null, words: rule.trigger.words, restartedOn: null },
    provisional: false,
    working: [],
    skipped: [],
    force: rule.force,
    explanation: n.explanation,
    source: toSource(n.source),
    furtherSources: rule.furtherSources.map(toSource),
    verification: rule.status,
    warnings: [],
    metBy: [],
    localRule: null,
    variants: [],
    readings: [],
    choice: null,
    confirmations: [],
  };
}
