import type { Selectable } from 'kysely';
import {
  type DocumentRecord,
  documentRecordSchema,
  languages,
  type PaperService,
  paperServiceSchema,
} from '../../../../shared/features/documents/documents.contract.ts';
import type { FilingFacts } from '../../../../shared/features/documents/filing-facts.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { portions } from '../../db/portions.ts';
import type { CommandContext, MutationContext, PreparingContext, ReadHandle } from '../../kernel/context.ts';
import { contentHash, type MadePaper } from './documents.service.ts';
import type { DocumentTable, PaperServiceTable } from './documents.table.ts';
import type { CaseFacts } from './documents.whose.ts';
import { forms, layoutOfFile, partiesOf, partyId } from './forms/index.ts';

type Row = Selectable<DocumentTable>;

/** Papers of one form, owner and language are versions of each other. */
type Series = Pick<Row, 'case_id' | 'form_id' | 'member_id' | 'language'>;

/** The versions of a series, the oldest first; those in the bin count, so that no number is given twice. */
async function versionsOf(db: ReadHandle, { member_id, ...own }: Series): Promise<Row[]> {
  return db
    .selectFrom('document')
    .selectAll()
    .where((eb) => eb.and(own))
    .where('member_id', member_id === null ? 'is' : '=', member_id)
    .orderBy('version_no')
    .execute();
}

interface KeepOptions {
  readonly language: DocumentRecord['language'];
  readonly marked?: boolean;
  readonly reason?: string;
}

/** A paper whose bytes are in the file store already, and go again if the change does not come about. */
interface WrittenPaper {
  readonly facts: FilingFacts;
  readonly paper: Omit<MadePaper, 'bytes'>;
  readonly options: KeepOptions;
  readonly blobId: string;
  readonly sha256: string;
  readonly byteLength: number;
  readonly factsSha256: string;
}

export function writePaper(
  ctx: Pick<PreparingContext, 'files' | 'onRollback'>,
  facts: FilingFacts,
  { bytes, ...paper }: MadePaper,
  options: KeepOptions,
): WrittenPaper {
  const { id, sha256 } = ctx.files.write(bytes);
  ctx.onRollback(() => ctx.files.remove(id));
  const factsSha256 = contentHash(facts, paper.entry, options.language);
  return { facts, paper, options, blobId: id, sha256, byteLength: bytes.length, factsSha256 };
}

/** Keeps a paper as the newest version of its series; after a final version it is that one's successor. */
export async function keepWritten(
  ctx: MutationContext,
  { facts, paper, options, blobId, sha256, byteLength, factsSha256 }: WrittenPaper,
): Promise<DocumentRecord> {
  const series: Series = {
    case_id: facts.matter.caseId,
    form_id: paper.entry.formId,
    member_id: paper.memberId,
    language: options.language,
  };
  const before = await versionsOf(ctx.db, series);
  const row: DocumentTable = {
    id: ctx.newId(),
    ...series,
    member_name: paper.memberName,
    file_name: paper.fileName,
    pages: paper.pages,
    byte_length: byteLength,
    sha256,
    blob_id: blobId,
    facts: JSON.stringify(ownFacts(facts, paper.memberId)),
    facts_sha256: factsSha256,
    warnings: JSON.stringify(paper.warnings),
    fonts: JSON.stringify(paper.fonts),
    made_at: ctx.now,
    made_by: ctx.actor.userName,
    deleted_at: null,
    content: JSON.stringify(paper.content),
    state: 'draft',
    version_no: (before.at(-1)?.version_no ?? 0) + 1,
    marked: options.marked ? 1 : 0,
    predecessor_id: finalOf(before)?.id ?? null,
    reason: options.reason ?? reasonBegun(before),
    finalised_at: null,
    finalised_by: null,
  };
  await ctx.db.insertInto('document').values(row).execute();
  return toRecord(row, row.facts_sha256, []);
}

/** A correction that is made again keeps the reason for which it was begun. */
function reasonBegun(versions: readonly Row[]): string | null {
  const final = finalOf(versions);
  const begun = versions.findLast(
    (v) => v.state === 'draft' && v.deleted_at === null && v.predecessor_id === final?.id,
  );
  return begun?.reason ?? null;
}

/** The final version that stands, of versions in their order. */
export function finalOf(versions: readonly Row[]): Row | undefined {
  return versions.findLast((v) => v.state === 'final' && v.deleted_at === null);
}

/** @throws AppError `not-found` for a paper that is gone or of another case. */
export async function loadPaper(db: ReadHandle, documentId: string, caseId?: string): Promise<Row> {
  const row = await db
    .selectFrom('document')
    .selectAll()
    .where('id', '=', documentId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row || (caseId !== undefined && row.case_id !== caseId))
    throw new AppError('not-found', { details: { what: 'document' } });
  return row;
}

/** The kept bytes, held against their hash. @throws AppError `not-found`, `database-damaged`. */
export async function readKept(ctx: CommandContext, documentId: string) {
  const { db, files } = ctx.reading();
  const row = await loadPaper(db, documentId);
  return { row, bytes: files.read(row.blob_id, row.sha256) };
}

/** A worker's own paper keeps that worker's facts only: fifty papers must not hold fifty copies of everybody. */
function ownFacts(facts: FilingFacts, memberId: string | null): FilingFacts {
  return !facts.applicants.some((a) => a.id === memberId)
    ? facts
    : { ...facts, applicants: facts.applicants.filter((a) => a.id === memberId) };
}

/** The facts of those workers whom its form names. */
export function factsFor(row: Pick<Row, 'form_id'>, { all, of }: CaseFacts): FilingFacts {
  const form = Object.values(forms).find((f) => f.id === row.form_id);
  return form ? of(form) : all;
}

/** Which of a case's papers a kept one is; null when its form is no more, or its owner has left the case. */
export function targetOf(row: Row, facts: FilingFacts) {
  const form = Object.values(forms).find((f) => f.id === row.form_id);
  const owner = row.member_id;
  const worker = facts.applicants.some((a) => a.id === owner);
  const party = partiesOf(facts).some((p) => partyId(p.party) === owner);
  if (!form || (owner !== null && !worker && !party)) return null;
  const whose = owner === null ? {} : worker ? { applicantId: owner } : { partyId: owner };
  return { formId: form.id, target: { ...whose, layout: layoutOfFile(form.id, row.file_name) } };
}

export const languageOf = (row: Row): DocumentRecord['language'] =>
  languages.find((l) => l === row.language) ?? 'zh-CN';

/** What the paper would say today; empty for one that could no longer be made. */
export function currentHash(row: Row, facts: CaseFacts): string {
  const own = factsFor(row, facts);
  const entry = targetOf(row, own);
  return entry === null ? '' : contentHash(own, entry, languageOf(row));
}

export async function loadServices(
  db: ReadHandle,
  documentIds: readonly string[],
): Promise<Map<string, PaperService[]>> {
  const found = new Map<string, PaperService[]>();
  for (const part of portions(documentIds)) {
    const rows = await db
      .selectFrom('paper_service')
      .selectAll()
      .where('document_id', 'in', part)
      .where('deleted_at', 'is', null)
      .orderBy('served_on')
      .orderBy('id')
      .execute();
    for (const row of rows)
      found.set(row.document_id, [...(found.get(row.document_id) ?? []), toService(row)]);
  }
  return found;
}

function toService(row: Selectable<PaperServiceTable>): PaperService {
  const { voucher, note } = JSON.parse(row.body) as Pick<PaperService, 'voucher' | 'note'>;
  return paperServiceSchema.parse({
    id: row.id,
    party: row.party,
    partyId: row.party_id,
    recipient: row.recipient,
    route: row.route,
    actedOn: row.acted_on,
    servedOn: row.served_on,
    eventId: row.event_id,
    voucher,
    note,
  });
}

export function toRecord(row: Row, current: string, services: readonly PaperService[]): DocumentRecord {
  return documentRecordSchema.parse({
    id: row.id,
    caseId: row.case_id,
    formId: row.form_id,
    memberId: row.member_id,
    memberName: row.member_name,
    language: row.language,
    fileName: row.file_name,
    pages: row.pages,
    bytes: row.byte_length,
    sha256: row.sha256,
    warnings: JSON.parse(row.warnings),
    fonts: JSON.parse(row.fonts),
    outdated: row.facts_sha256 !== current,
    madeAt: row.made_at,
    madeBy: row.made_by,
    state: row.state === 'final' && services.length > 0 ? 'served' : row.state,
    versionNo: row.version_no,
    marked: row.marked === 1,
    predecessorId: row.predecessor_id,
    reason: row.reason,
    finalisedAt: row.finalised_at,
    finalisedBy: row.finalised_by,
    services,
  });
}
