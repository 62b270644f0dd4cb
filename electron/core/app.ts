import { type Api, api } from '../../shared/contract/api.ts';
import type { CoreEvent } from '../../shared/contract/wire.ts';
import { createPaperEngine } from '../paper/index.ts';
import { clientOf } from './client.ts';
import { takeChanges } from './db/changes.ts';
import { schemaVersion } from './db/migrator.ts';
import { wholeOffice } from './db/sight.ts';
import { auditHandlers } from './features/audit/audit.handlers.ts';
import { calendarHandlers } from './features/calendar/calendar.handlers.ts';
import { casesHandlers } from './features/cases/cases.handlers.ts';
import { filtersHandlers } from './features/cases/filters.handlers.ts';
import { claimsHandlers } from './features/claims/claims.handlers.ts';
import { closingHandlers } from './features/closing/closing.handlers.ts';
import { deadlinesHandlers } from './features/deadlines/deadlines.handlers.ts';
import { batchHandlers } from './features/documents/batch/batch.handlers.ts';
import { createPaperThreads } from './features/documents/batch/threads.ts';
import { documentsHandlers } from './features/documents/documents.handlers.ts';
import { editingHandlers } from './features/documents/editing/editing.handlers.ts';
import { faceHandlers } from './features/documents/face.handlers.ts';
import { templatesHandlers } from './features/documents/templates.handlers.ts';
import { wordHandlers } from './features/documents/word.handlers.ts';
import { enquiriesHandlers } from './features/enquiries/enquiries.handlers.ts';
import { evidenceHandlers } from './features/evidence/evidence.handlers.ts';
import { echoChanged, echoRecorded, familiesHandlers } from './features/families/index.ts';
import { groupHandlers } from './features/group/group.handlers.ts';
import { hearingsHandlers } from './features/hearings/hearings.handlers.ts';
import { adoptLawData, lawDataHandlers } from './features/law-data/index.ts';
import { legalAidHandlers } from './features/legal-aid/legal-aid.handlers.ts';
import { createOfficeHost, officeHandlers, sweepFiles } from './features/office/index.ts';
import { keepRecoveredOf } from './features/outcomes/index.ts';
import { outcomesHandlers } from './features/outcomes/outcomes.handlers.ts';
import { awardService } from './features/outcomes/served.ts';
import { peopleHandlers } from './features/people/people.handlers.ts';
import { indexChanges, searchHandlers } from './features/search/index.ts';
import { tasksHandlers } from './features/tasks/tasks.handlers.ts';
import { transferHandlers } from './features/transfer/transfer.handlers.ts';
import { recordAct, undoHandlers } from './features/undo/index.ts';
import { usersHandlers } from './features/users/users.handlers.ts';
import { startDailyWork } from './jobs/daily.ts';
import { startFeedWork } from './jobs/feed.ts';
import type { Handlers } from './kernel/context.ts';
import type { Core } from './kernel/core.ts';
import { traceOf } from './kernel/failures.ts';
import { createHandoff } from './kernel/handoff.ts';
import { createIds } from './kernel/ids.ts';
import { createLawHolder } from './kernel/law-data.ts';
import { createPipeline, type Pipeline } from './kernel/pipeline.ts';
import type { World } from './ports/world.ts';
import { fillSampleOffice } from './sample/sample.ts';
import type { KdfCost } from './vault/keyring.ts';

export const appVersion = '0.1.0';

/** Puts the core together. The only list of slices: a procedure of the contract without a handler does not compile. */
export function createCore(
  world: World,
  options: {
    kdfCost?: KdfCost;
    /** False leaves the search index alone, which only the benchmark does, as its yardstick. */
    index?: boolean;
    /** False leaves the daily work undone, so that the benchmark measures a list and not what runs beside it. */
    daily?: boolean;
  } = {},
): Core {
  const listeners = new Set<(event: CoreEvent) => void>();
  const emit = (event: CoreEvent): void => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        // A window that is going away must not turn a change that was made into a failure.
        world.log.error('listener-failed', { trace: traceOf(error) });
      }
    }
  };
  const newId = createIds(world.clock, world.random);
  const handoff = createHandoff(world.clock, world.random);
  const law = createLawHolder(world.resources);
  const engine = createPaperEngine(world.fonts);
  const threads = createPaperThreads(world);
  let pipeline: Pipeline | undefined;
  const host = createOfficeHost(
    world,
    newId,
    async () => {
      await pipeline?.drain(5000);
      // What they were told of cases goes with them.
      await threads.close();
      handoff.clear();
      law.reset();
    },
    options.kdfCost,
    async (office) => {
      await sweepFiles(office, world);
      await adoptLawData(law, office.db.read);
    },
  );

  const handlers: Handlers<Api> = {
    'system.cancel': (ctx, { callId }) =>
      Promise.resolve({ found: pipeline?.cancel(ctx.caller, callId) ?? false }),
    'system.about': (ctx) => Promise.resolve({ version: appVersion, schemaVersion, today: ctx.today }),
    ...officeHandlers({
      host,
      sessionChanged: () => emit({ type: 'session' }),
      fillSample: (sessionId) => fillSampleOffice(core, { sessionId }, world),
      calendarThrough: () => Math.max(...law.current.calendar.years),
      divisions: () => law.current.divisions?.divisions ?? {},
    }),
    ...usersHandlers(host, () => emit({ type: 'session' }), law),
    ...peopleHandlers(law),
    ...enquiriesHandlers(law),
    ...casesHandlers(law, {
      // A fact of two cases belongs in both, whoever records it.
      recorded: (ctx, ...rest) => echoRecorded(wholeOffice(ctx), ...rest),
      changed: (ctx, ...rest) => echoChanged(wholeOffice(ctx), ...rest),
    }),
    ...familiesHandlers(law),
    ...closingHandlers(law),
    ...claimsHandlers(law),
    ...groupHandlers(law),
    ...deadlinesHandlers(law, engine),
    ...calendarHandlers(law, engine),
    ...hearingsHandlers(law),
    ...evidenceHandlers(law),
    ...documentsHandlers(law, engine),
    ...editingHandlers(law, engine, awardService),
    ...wordHandlers(law, engine),
    ...batchHandlers(law, threads, world, (caller) => clientOf(core, caller)),
    ...faceHandlers(engine),
    ...templatesHandlers(),
    ...outcomesHandlers(law),
    ...legalAidHandlers(law),
    ...tasksHandlers(engine),
    ...transferHandlers(law, world),
    ...lawDataHandlers(law),
    ...auditHandlers,
    ...searchHandlers,
    ...undoHandlers(law),
    ...filtersHandlers,
  };

  const running = createPipeline({
    world,
    newId,
    handoff,
    contract: api,
    handlers,
    emit,
    settle: async (db, act) => {
      const changes = await takeChanges(db);
      if (changes.length > 0) {
        if (options.index !== false) await indexChanges(db, changes);
        await keepRecoveredOf(db, changes);
      }
      return recordAct(db, act, changes, newId);
    },
    sessionOf: (caller) => {
      const actor = host.actorOf(caller.sessionId);
      return actor && host.office ? { office: host.office, actor } : null;
    },
  });
  pipeline = running;

  const core: Core = {
    dispatch: (caller, envelope) => running.dispatch(caller, envelope),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    receiveFile: async (caller, file) => handoff.receive(caller.sessionId, file),
    fileFor: (caller, token) => Promise.resolve(handoff.get(caller.sessionId, token)),
    close: () => {
      stopDailyWork();
      stopFeedWork();
      return host.leave();
    },
  };
  const stopDailyWork =
    options.daily === false ? () => undefined : startDailyWork(core, world, () => host.present());
  const stopFeedWork = startFeedWork(core, world, () => host.present());
  return core;
}
