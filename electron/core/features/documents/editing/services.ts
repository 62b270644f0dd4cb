import type { OutputOf, ParsedOf } from '../../../../../shared/contract/builders.ts';
import type { editingContract } from '../../../../../shared/features/documents/editing.contract.ts';
import { type FormId, formIds } from '../../../../../shared/features/documents/form-ids.ts';
import { serviceEvent } from '../../../../../shared/features/documents/service-events.ts';
import { AppError } from '../../../../../shared/kernel/errors.ts';
import {
  type Bilingual,
  canRecord,
  citation,
  eventWords,
  knowsEvent,
  type Service,
  servedOn,
} from '../../../../../shared/law/index.ts';
import type { MutationContext, ReadHandle } from '../../../kernel/context.ts';
import type { LawData } from '../../../kernel/law-data.ts';
import { loadCaseRow, loadEventRows, putEvent, refreshCase, toEvent, toFiling } from '../../cases/index.ts';
import { toCaseEvent, trackOfRow } from '../../deadlines/index.ts';
import { loadOffice } from '../../office/index.ts';
import type { AwardService } from '../../outcomes/index.ts';
import { loadPaper } from '../documents.kept.ts';

type Contract = typeof editingContract;
type Input = ParsedOf<Contract['documents.serve']>;
type Served = OutputOf<Contract['documents.servedOn']>;

const courtTracks: ReadonlySet<string> = new Set([
  'litigation',
  'set-aside',
  'enforcement',
  'payment-order',
  'confirmation',
]);

function documentKind(formId: FormId) {
  switch (formId) {
    case 'arb-award':
      return 'award';
    case 'arb-mediation-statement':
      return 'mediation-document';
    case 'arb-hearing-notice':
      return 'hearing-notice';
    default:
      return 'other';
  }
}

interface Reckoned {
  readonly service: Service;
  /** The event of the procedure, where it knows one for this paper. */
  readonly event: {
    readonly type: string;
    readonly words: Bilingual;
    readonly refused: Bilingual | null;
  } | null;
}

async function reckon(
  db: ReadHandle,
  law: LawData,
  { caseId, documentId, service }: Input,
): Promise<Reckoned> {
  const file = await loadCaseRow(db, caseId);
  const row = await loadPaper(db, documentId, caseId);
  const formId = formIds.find((id) => id === row.form_id);
  if (!formId) throw new AppError('not-found', { details: { what: 'paper' } });
  const { region_code } = await loadOffice(db);
  const track = trackOfRow(file);
  const found = servedOn(
    service.route,
    {
      by: courtTracks.has(track) ? 'court' : 'commission',
      document: documentKind(formId),
      dates: service.dates,
      agreed: service.agreed,
      recorded: service.recorded,
      refusedToSign: service.refusedToSign,
      workers: Math.max(1, file.applicant_count),
      toEmployer: service.party === 'employer',
    },
    { ...law, region: region_code },
  );
  const { applicantSide } = toFiling(file);
  const toApplicant =
    service.party === 'other' ? null : (service.party === 'worker') === (applicantSide === 'workers');
  const type = serviceEvent(formId, toApplicant);
  // A mediation document takes effect with both signatures only.
  const half = formId === 'arb-mediation-statement' && service.route !== 'mediation-document';
  if (type === null || half || found.date === null || !knowsEvent(track, type))
    return { service: found, event: null };
  const events = (await loadEventRows(db, caseId)).map(toEvent).map(toCaseEvent);
  const answer = canRecord(track, events, { type, date: found.date });
  return {
    service: found,
    event: { type, words: eventWords(track, type), refused: answer.ok ? null : answer.reason },
  };
}

/** What a service in this way means, for the person who is about to record it. */
export async function servedDay(db: ReadHandle, law: LawData, input: Input): Promise<Served> {
  const { service, event } = await reckon(db, law, input);
  return {
    date: service.date,
    reason: service.notServed,
    article: citation(service.source),
    provisional: service.provisional,
    warnings: service.warnings.map((w) => w.text),
    event,
  };
}

/**
 * Records a service. Its day goes where the record keeps such a day: into the award that it is about, or as an event of
 * the procedure, so that the periods which it opens are counted from it and nobody types it again.
 * @throws AppError `rule-violation` with `rule: paper-not-final`, `not-served` with the reason, `event-refused`.
 */
export async function serve(
  ctx: MutationContext,
  law: LawData,
  award: AwardService,
  input: Input,
): Promise<OutputOf<Contract['documents.serve']>> {
  const { caseId, documentId, service } = input;
  const row = await loadPaper(ctx.db, documentId, caseId);
  if (row.state !== 'final') throw new AppError('rule-violation', { details: { rule: 'paper-not-final' } });
  const { service: found, event } = await reckon(ctx.db, law, input);
  if (found.date === null) {
    const { zh, en } = found.notServed ?? { zh: '', en: '' };
    throw new AppError('rule-violation', { details: { rule: 'not-served', zh, en } });
  }
  const { date } = found;
  const id = ctx.newId();
  let eventId: string | null | undefined;
  if (row.form_id === 'arb-award' && service.party !== 'other')
    eventId = await award.served(ctx, caseId, service.party, date);
  if (eventId === undefined)
    eventId = event ? await recordStep(ctx, caseId, event, service.recipient, date) : null;
  const { voucher, note, dates, agreed, recorded, refusedToSign } = service;
  await ctx.db
    .insertInto('paper_service')
    .values({
      id,
      case_id: caseId,
      document_id: documentId,
      party: service.party,
      party_id: service.partyId,
      recipient: service.recipient,
      route: service.route,
      acted_on: [...dates].sort().at(-1) ?? date,
      served_on: date,
      rule_id: found.ruleId,
      body: JSON.stringify({ voucher, note, dates, agreed, recorded, refusedToSign }),
      event_id: eventId,
      recorded_at: ctx.now,
      recorded_by: ctx.actor.userName,
      deleted_at: null,
      version: 1,
    })
    .execute();
  await refreshCase(ctx, law, caseId);
  ctx.about(caseId, { paper: documentId, service: id });
  ctx.changed('document', caseId);
  return { id, servedOn: date, eventId };
}

/** The step that the service is. One that is on record under that day stays the only one; one that the procedure does
 * not take now is left to the person, who was told. */
async function recordStep(
  ctx: MutationContext,
  caseId: string,
  { type, refused }: { readonly type: string; readonly refused: Bilingual | null },
  recipient: string,
  date: NonNullable<Service['date']>,
): Promise<string | null> {
  const events = (await loadEventRows(ctx.db, caseId)).map(toEvent);
  if (refused !== null || events.some((e) => e.type === type && e.date === date)) return null;
  return putEvent(ctx, caseId, null, {
    type,
    date,
    method: null,
    addressee: recipient,
    note: null,
    days: null,
    until: null,
    setOn: null,
    reason: null,
  });
}

/** Takes a service back, with the day that it put on record. */
export async function unserve(
  ctx: MutationContext,
  law: LawData,
  award: AwardService,
  { caseId, serviceId }: ParsedOf<Contract['documents.unserve']>,
): Promise<void> {
  const row = await ctx.db
    .selectFrom('paper_service')
    .selectAll()
    .where('id', '=', serviceId)
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new AppError('not-found', { details: { what: 'service' } });
  await loadCaseRow(ctx.db, caseId);
  const paper = await loadPaper(ctx.db, row.document_id, caseId);
  const party = row.party === 'worker' || row.party === 'employer' ? row.party : null;
  const ofAward =
    row.event_id !== null &&
    paper.form_id === 'arb-award' &&
    party !== null &&
    (await award.gone(ctx, caseId, party, row.served_on));
  if (row.event_id !== null && !ofAward)
    await ctx.db
      .updateTable('case_event')
      .set((eb) => ({ deleted_at: ctx.now, version: eb('version', '+', 1) }))
      .where('id', '=', row.event_id)
      .where('deleted_at', 'is', null)
      .execute();
  await ctx.db
    .updateTable('paper_service')
    .set((eb) => ({ deleted_at: ctx.now, version: eb('version', '+', 1) }))
    .where('id', '=', serviceId)
    .execute();
  await refreshCase(ctx, law, caseId);
  ctx.about(caseId, { service: serviceId });
  ctx.changed('document', caseId);
}
