import { zipSync } from 'fflate';
import type {
  DocumentRecord,
  documentsContract,
} from '../../../../shared/features/documents/documents.contract.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { PaperEngine } from '../../../paper/index.ts';
import type { CommandContext, Handlers, ReadHandle } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import { loadCaseRow } from '../cases/index.ts';
import { currentHash, keepWritten, loadServices, readKept, toRecord, writePaper } from './documents.kept.ts';
import { listParticulars, saveParticulars } from './documents.particulars.ts';
import { choosePapers, gatherFacts, makePaper, planPapers, sameFacts } from './documents.service.ts';
import { formList, forms } from './forms/index.ts';

const pdf = 'application/pdf';

export function documentsHandlers(law: LawSource, engine: PaperEngine): Handlers<typeof documentsContract> {
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
      return listParticulars(ctx.db, law.current, caseId, ctx.today);
    },

    async 'documents.saveParticulars'(ctx, { caseId, topic, memberId, expectedVersion, values, keep }) {
      const file = await loadCaseRow(ctx.db, caseId);
      if (file.status === 'closed')
        throw new AppError('rule-violation', { details: { rule: 'case-closed' } });
      const place = { caseId, topicId: topic, memberId };
      const version = await saveParticulars(ctx, law.current, place, values, expectedVersion, keep);
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
      const services = await loadServices(
        ctx.db,
        rows.map((r) => r.id),
      );
      return rows.map((row) => toRecord(row, currentHash(row, facts), services.get(row.id) ?? []));
    },

    'documents.make': {
      async prepare(ctx, { caseId, papers, set, language, asDraft }) {
        const gather = (db: ReadHandle) => gatherFacts(db, law.current, caseId, ctx.today);
        const facts = await ctx.reading(gather);
        const entries = choosePapers(facts, papers, set);
        const options = { language, marked: asDraft };
        const written: ReturnType<typeof writePaper>[] = [];
        for (const entry of entries) {
          ctx.progress('making-papers', written.length, entries.length);
          const made = await makePaper(engine, facts, entry, options);
          written.push(writePaper(ctx, facts.of(forms[entry.formId]), made, options));
          await ctx.breathe();
        }
        return async (keeping) => {
          // Nothing holds the record still while papers are laid out: papers of an older record are not kept.
          if (!sameFacts(facts, await gather(keeping.db), entries))
            throw new AppError('rule-violation', { details: { rule: 'record-moved-on' } });
          const documents: DocumentRecord[] = [];
          for (const paper of written) documents.push(await keepWritten(keeping, paper));
          keeping.progress('making-papers', entries.length, entries.length);
          keeping.about(caseId, { papers: documents.map((d) => ({ form: d.formId, sha256: d.sha256 })) });
          keeping.changed('document', caseId);
          return { documents };
        };
      },
    },

    async 'documents.remove'(ctx, { caseId, documentIds }) {
      await loadCaseRow(ctx.db, caseId);
      const final = await ctx.db
        .selectFrom('document')
        .select('id')
        .where('id', 'in', documentIds)
        .where('state', '=', 'final')
        .executeTakeFirst();
      if (final) throw new AppError('rule-violation', { details: { rule: 'paper-final' } });
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
      const made = await makePaper(engine, facts, entry, { language });
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
