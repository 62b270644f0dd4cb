import type { OutputOf, ParsedOf } from '../../../../../shared/contract/builders.ts';
import { paperWarningSchema } from '../../../../../shared/features/documents/documents.contract.ts';
import type { editingContract } from '../../../../../shared/features/documents/editing.contract.ts';
import { chinaDate } from '../../../../../shared/kernel/date.ts';
import { AppError } from '../../../../../shared/kernel/errors.ts';
import type { PaperEngine } from '../../../../paper/index.ts';
import type { MutationContext, PreparingContext, QueryContext, ReadHandle } from '../../../kernel/context.ts';
import type { LawData } from '../../../kernel/law-data.ts';
import { compareTexts } from '../../../text/index.ts';
import { loadCaseRow } from '../../cases/index.ts';
import {
  currentHash,
  factsFor,
  keepWritten,
  languageOf,
  loadPaper,
  loadServices,
  targetOf,
  toRecord,
  writePaper,
} from '../documents.kept.ts';
import { choosePapers, gatherFacts, makePaper, sameFacts } from '../documents.service.ts';
import { forms } from '../forms/index.ts';
import { blockTexts } from './content.ts';

type Contract = typeof editingContract;

const refuse = (rule: string, details: Readonly<Record<string, string | number>> = {}): AppError =>
  new AppError('rule-violation', { details: { rule, ...details } });

/**
 * What a look at the card or the licence may prove right after all, and characters that no font has, which are written
 * in by hand; it must be accepted, as blanks are.
 */
const mayBeRight: ReadonlySet<string> = new Set([
  'number-check',
  'number-differs',
  'name-differs',
  'character-missing',
]);

/**
 * Makes versions final: from now on nothing changes their bytes, and they are not deleted but with their case.
 * @throws AppError `rule-violation`, see the contract.
 */
export async function finalise(
  ctx: MutationContext,
  law: LawData,
  { caseId, documentIds, acceptGaps }: ParsedOf<Contract['documents.finalise']>,
): Promise<number> {
  await loadCaseRow(ctx.db, caseId);
  const facts = await gatherFacts(ctx.db, law, caseId, ctx.today);
  const hashes: string[] = [];
  for (const id of new Set(documentIds)) {
    const row = await loadPaper(ctx.db, id, caseId);
    if (row.state === 'final') throw refuse('paper-final');
    if (row.marked === 1) throw refuse('paper-marked-draft');
    // What is handed in must be what the record says on that day.
    if (row.facts_sha256 !== currentHash(row, facts)) throw refuse('paper-outdated');
    const warnings = paperWarningSchema.array().parse(JSON.parse(row.warnings));
    const errors = warnings.filter((w) => w.severity === 'error' && !mayBeRight.has(w.code)).length;
    if (errors > 0) throw refuse('paper-has-errors', { count: errors });
    const gaps = warnings.filter((w) => w.severity === 'gap' || mayBeRight.has(w.code)).length;
    if (gaps > 0 && !acceptGaps) throw refuse('paper-has-gaps', { count: gaps });
    // A final version whose file is damaged would be found out years later.
    ctx.files.read(row.blob_id, row.sha256);
    await ctx.db
      .updateTable('document')
      .set({ state: 'final', finalised_at: ctx.now, finalised_by: ctx.actor.userName })
      .where('id', '=', id)
      .execute();
    hashes.push(row.sha256);
    await ctx.breathe();
  }
  ctx.about(caseId, { papers: hashes });
  ctx.changed('document', caseId);
  return hashes.length;
}

/** Two papers in the place of one would contradict each other: a successor is made again, or corrected in its turn. */
async function refuseSecond(db: ReadHandle, id: string): Promise<void> {
  const successor = await db
    .selectFrom('document')
    .select(['version_no', 'state'])
    .where('predecessor_id', '=', id)
    .where('deleted_at', 'is', null)
    .orderBy('version_no', 'desc')
    .executeTakeFirst();
  if (successor)
    throw refuse(successor.state === 'final' ? 'paper-replaced' : 'paper-in-correction', {
      no: successor.version_no,
    });
}

/**
 * A successor of a final version, from the record as it is now. It is a draft until it is made final itself. It is laid
 * out before the change, which keeps nothing when the record moved on meanwhile.
 */
export async function correct(
  ctx: PreparingContext,
  law: LawData,
  engine: PaperEngine,
  { caseId, documentId, reason }: ParsedOf<Contract['documents.correct']>,
): Promise<(keeping: MutationContext) => Promise<OutputOf<Contract['documents.correct']>>> {
  const read = async (db: ReadHandle) => {
    await loadCaseRow(db, caseId);
    const row = await loadPaper(db, documentId, caseId);
    if (row.state !== 'final') throw refuse('paper-not-final');
    await refuseSecond(db, row.id);
    return { row, facts: await gatherFacts(db, law, caseId, ctx.today) };
  };
  const { row, facts } = await ctx.reading(read);
  const own = factsFor(row, facts);
  const target = targetOf(row, own);
  if (target === null) throw new AppError('not-found', { details: { what: 'paper' } });
  const { layout } = target.target;
  const [entry] = choosePapers(facts, [{ formId: target.formId, memberId: row.member_id, layout }]);
  if (!entry) throw new AppError('not-found', { details: { what: 'paper' } });
  const language = languageOf(row);
  ctx.progress('making-papers', 0, 1);
  const made = await makePaper(engine, facts, entry, {
    language,
    // In the file's own description: whoever has the file alone knows that another came before.
    subject:
      language === 'en'
        ? `Takes the place of version ${row.version_no} of ${chinaDate(row.made_at)}, SHA-256 ${row.sha256}`
        : `替代 ${chinaDate(row.made_at)} 第 ${row.version_no} 版，SHA-256 ${row.sha256}`,
  });
  const written = writePaper(ctx, own, made, { language, reason });
  await ctx.breathe();
  return async (keeping) => {
    if (!sameFacts(facts, (await read(keeping.db)).facts, [entry])) throw refuse('record-moved-on');
    const kept = await keepWritten(keeping, written);
    if (kept.predecessorId !== row.id)
      await keeping.db
        .updateTable('document')
        .set({ predecessor_id: row.id })
        .where('id', '=', kept.id)
        .execute();
    keeping.about(caseId, { paper: kept.id, instead: row.id, sha256: kept.sha256 });
    keeping.changed('document', caseId);
    return { document: { ...kept, predecessorId: row.id } };
  };
}

/** @throws AppError `rule-violation` with `rule: paper-without-text` for a version made before texts were kept. */
export async function compare(
  ctx: QueryContext,
  law: LawData,
  { caseId, olderId, newerId }: ParsedOf<Contract['documents.compare']>,
): Promise<OutputOf<Contract['documents.compare']>> {
  const facts = await gatherFacts(ctx.db, law, caseId, ctx.today);
  const older = await loadPaper(ctx.db, olderId, caseId);
  const newer = newerId === null ? null : await loadPaper(ctx.db, newerId, caseId);
  const services = await loadServices(ctx.db, newer ? [older.id, newer.id] : [older.id]);
  const said = (row: typeof older): string[] => {
    if (row.content === null) throw refuse('paper-without-text');
    return JSON.parse(row.content);
  };
  const today = (): string[] => {
    const own = factsFor(older, facts);
    const entry = targetOf(older, own);
    if (entry === null) throw new AppError('not-found', { details: { what: 'paper' } });
    return blockTexts(forms[entry.formId].build(own, languageOf(older), entry.target).model.blocks);
  };
  const record = (row: typeof older) => toRecord(row, currentHash(row, facts), services.get(row.id) ?? []);
  return {
    older: record(older),
    newer: newer && record(newer),
    ...compareTexts(said(older), newer ? said(newer) : today()),
  };
}
