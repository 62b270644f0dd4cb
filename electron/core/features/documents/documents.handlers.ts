import { zipSync } from 'fflate';
import type { Selectable } from 'kysely';
import {
  type DocumentRecord,
  documentRecordSchema,
  type documentsContract,
  languages,
} from '../../../../shared/features/documents/documents.contract.ts';
import type { FilingFacts } from '../../../../shared/features/documents/filing-facts.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { PaperEngine } from '../../../paper/index.ts';
import type { CommandContext, Handlers, MutationContext } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import { loadCaseRow } from '../cases/index.ts';
import { listParticulars, saveParticulars } from './documents.particulars.ts';
import {
  choosePapers,
  contentHash,
  gatherFacts,
  type MadePaper,
  makePaper,
  planPapers,
} from './documents.service.ts';
import type { DocumentTable } from './documents.table.ts';
import type { CaseFacts } from './documents.whose.ts';
import { formList, forms, layoutOfFile, partiesOf, partyId } from './forms/index.ts';

const pdf = 'application/pdf';

export function documentsHandlers(law: LawSource, engine: PaperEngine): Handlers<typeof documentsContract> {
  async function keep(
    ctx: MutationContext,
    facts: FilingFacts,
    paper: MadePaper,
    language: DocumentRecord['language'],
  ): Promise<DocumentRecord> {
    const stored = ctx.files.write(paper.bytes);
    ctx.onRollback(() => ctx.files.remove(stored.id));
    const row: DocumentTable = {
      id: ctx.newId(),
      case_id: facts.matter.caseId,
      form_id: paper.entry.formId,
      member_id: paper.memberId,
      member_name: paper.memberName,
      language,
      file_name: paper.fileName,
      pages: paper.pages,
      byte_length: paper.bytes.length,
      sha256: stored.sha256,
      blob_id: stored.id,
      facts: JSON.stringify(ownFacts(facts, paper.memberId)),
      facts_sha256: contentHash(facts, paper.entry, language),
      warnings: JSON.stringify(paper.warnings),
      fonts: JSON.stringify(paper.fonts),
      made_at: ctx.now,
      made_by: ctx.actor.userName,
      deleted_at: null,
    };
    await ctx.db.insertInto('document').values(row).execute();
    return toRecord(row, row.facts_sha256);
  }

  return {
    'documents.forms': () =>
      Promise.resolve(
        formList.map(({ id, number, title, track, stage, issuer, scope, topics, requiredFacts, status }) => ({
          id,
          number,
          title,
          track,
          stage,
          issuer,
          scope,
          topics: topics.map((topic) => topic.id),
          requiredFacts: [...requiredFacts],
          status: { basis: [...status.basis], form: [...status.form] },
        })),
      ),

    async 'documents.plan'(ctx, { caseId, set }) {
      const facts = await gatherFacts(ctx.db, law.current, caseId, ctx.today);
      return planPapers(facts, set).map(({ entry, memberId, memberName, warnings }) => ({
        formId: entry.formId,
        title: forms[entry.formId].title,
        memberId,
        memberName,
        copies: entry.copies.total,
        fileName: entry.fileName,
        topics: forms[entry.formId].topics.map((topic) => topic.id),
        warnings,
      }));
    },

    async 'documents.particulars'(ctx, { caseId }) {
      await loadCaseRow(ctx.db, caseId);
      return listParticulars(ctx.db, caseId, law.current);
    },

    async 'documents.saveParticulars'(ctx, { caseId, topic, memberId, expectedVersion, values, keep }) {
      const file = await loadCaseRow(ctx.db, caseId);
      if (file.status === 'closed')
        throw new AppError('rule-violation', { details: { rule: 'case-closed' } });
      const place = { caseId, topicId: topic, memberId };
      const version = await saveParticulars(ctx, place, values, expectedVersion, keep);
      ctx.about(caseId, keep.length > 0 ? { topic, keep } : { topic });
      ctx.changed('document', caseId);
      return { version };
    },

    async 'documents.list'(ctx, { caseId }) {
      const rows = await ctx.db
        .selectFrom('document')
        .selectAll()
        .where('case_id', '=', caseId)
        .where('deleted_at', 'is', null)
        .orderBy('made_at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      if (rows.length === 0) return [];
      const facts = await gatherFacts(ctx.db, law.current, caseId, ctx.today);
      return rows.map((row) => toRecord(row, currentHash(row, facts)));
    },

    async 'documents.make'(ctx, { caseId, papers, set, language }) {
      await loadCaseRow(ctx.db, caseId);
      const facts = await gatherFacts(ctx.db, law.current, caseId, ctx.today);
      const entries = choosePapers(facts, papers, set);
      const documents: DocumentRecord[] = [];
      for (const entry of entries) {
        ctx.progress('making-papers', documents.length, entries.length);
        const made = await makePaper(engine, facts, entry, language);
        documents.push(await keep(ctx, facts.of(forms[entry.formId]), made, language));
        await ctx.breathe();
      }
      ctx.progress('making-papers', entries.length, entries.length);
      ctx.about(caseId, { papers: documents.map((d) => ({ form: d.formId, sha256: d.sha256 })) });
      ctx.changed('document', caseId);
      return { documents };
    },

    async 'documents.remove'(ctx, { caseId, documentIds }) {
      await loadCaseRow(ctx.db, caseId);
      const result = await ctx.db
        .updateTable('document')
        .set({ deleted_at: ctx.now })
        .where('case_id', '=', caseId)
        .where('id', 'in', documentIds)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      if (Number(result.numUpdatedRows) !== new Set(documentIds).size)
        throw new AppError('not-found', { details: { what: 'document' } });
      ctx.about(caseId, { papers: documentIds });
      ctx.changed('document', caseId);
      ctx.changed('case', caseId);
      return { removed: documentIds.length };
    },

    async 'documents.preview'(ctx, { caseId, paper, language }) {
      const { db } = ctx.reading();
      const facts = await gatherFacts(db, law.current, caseId, ctx.today);
      const [entry] = choosePapers(facts, [paper]);
      if (!entry) throw new AppError('not-found', { details: { what: 'paper' } });
      const made = await makePaper(engine, facts, entry, language);
      return {
        token: hand(ctx, made.fileName, pdf, made.bytes),
        fileName: made.fileName,
        warnings: made.warnings,
      };
    },

    async 'documents.open'(ctx, { documentId }) {
      const { row, bytes } = await readKept(ctx, documentId);
      return { token: hand(ctx, row.file_name, pdf, bytes), fileName: row.file_name };
    },

    async 'documents.bundle'(ctx, { documentIds }) {
      const files: Record<string, Uint8Array> = Object.create(null);
      let name = '';
      for (const [i, id] of documentIds.entries()) {
        const { row, bytes } = await readKept(ctx, id);
        files[freeName(files, row.file_name)] = bytes;
        if (name === '') name = (await loadCaseRow(ctx.reading().db, row.case_id)).number;
        ctx.progress('packing', i + 1, documentIds.length);
        await ctx.breathe();
      }
      // PDFs hardly shrink: stored, not compressed. A fixed date keeps the bytes the same.
      const bytes = zipSync(files, { level: 0, mtime: '2000-01-01T00:00:00' });
      const fileName = `${name}.zip`;
      return { token: hand(ctx, fileName, 'application/zip', bytes), fileName };
    },
  };
}

export async function readKept(ctx: CommandContext, documentId: string) {
  const { db, files } = ctx.reading();
  const row = await db
    .selectFrom('document')
    .selectAll()
    .where('id', '=', documentId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new AppError('not-found', { details: { what: 'document' } });
  return { row, bytes: files.read(row.blob_id, row.sha256) };
}

export function hand(ctx: CommandContext, name: string, type: string, bytes: Uint8Array): string {
  return ctx.handoff.put(ctx.caller.sessionId, { name, type, bytes });
}

export function freeName(taken: Readonly<Record<string, unknown>>, name: string): string {
  if (!(name in taken)) return name;
  const dot = name.lastIndexOf('.');
  for (let n = 2; ; n++) {
    const candidate = `${name.slice(0, dot)} (${n})${name.slice(dot)}`;
    if (!(candidate in taken)) return candidate;
  }
}

/** A worker's own paper keeps that worker's facts only: fifty papers must not hold fifty copies of everybody. */
function ownFacts(facts: FilingFacts, memberId: string | null): FilingFacts {
  return !facts.applicants.some((a) => a.id === memberId)
    ? facts
    : { ...facts, applicants: facts.applicants.filter((a) => a.id === memberId) };
}

function currentHash(row: Selectable<DocumentTable>, { all, of }: CaseFacts): string {
  const form = Object.values(forms).find((f) => f.id === row.form_id);
  const facts = form ? of(form) : all;
  const owner = row.member_id;
  const worker = facts.applicants.some((a) => a.id === owner);
  const party = partiesOf(facts).some((p) => partyId(p.party) === owner);
  // A paper of a form that is no more, or of somebody who has left the case, is outdated whatever it says.
  if (!form || (owner !== null && !worker && !party)) return '';
  const language = languages.find((l) => l === row.language) ?? 'zh-CN';
  const whose = owner === null ? {} : worker ? { applicantId: owner } : { partyId: owner };
  const target = { ...whose, layout: layoutOfFile(form.id, row.file_name) };
  return contentHash(facts, { formId: form.id, target }, language);
}

function toRecord(row: Selectable<DocumentTable>, current: string): DocumentRecord {
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
  });
}
