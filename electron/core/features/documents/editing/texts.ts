import type { OutputOf, ParsedOf } from '../../../../../shared/contract/builders.ts';
import type { editingContract } from '../../../../../shared/features/documents/editing.contract.ts';
import { topicOf } from '../../../../../shared/features/documents/particulars/topics.ts';
import { placeholders } from '../../../../../shared/features/documents/placeholders.ts';
import { AppError, fieldError } from '../../../../../shared/kernel/errors.ts';
import type { MutationContext, QueryContext, ReadHandle } from '../../../kernel/context.ts';
import type { LawData } from '../../../kernel/law-data.ts';
import { loadCaseRow, refreshCase, toFacts } from '../../cases/index.ts';
import { loadParticulars, loadTold, saveParticulars } from '../documents.particulars.ts';
import { choosePapers, gatherFacts } from '../documents.service.ts';
import { forms } from '../forms/index.ts';
import { factKeys, textFields } from './fields.ts';

type Texts = (typeof editingContract)['documents.texts'];
type Save = ParsedOf<(typeof editingContract)['documents.saveTexts']>;

export async function textsOf(
  ctx: QueryContext,
  law: LawData,
  { caseId, paper, language }: ParsedOf<Texts>,
): Promise<OutputOf<Texts>> {
  const gathered = await gatherFacts(ctx.db, law, caseId, ctx.today);
  const [entry] = choosePapers(gathered, [paper]);
  if (!entry) throw new AppError('not-found', { details: { what: 'paper' } });
  const facts = gathered.of(forms[entry.formId]);
  const drafts = await ctx.db
    .selectFrom('text_draft')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('user_id', '=', ctx.actor.userId)
    .execute();
  const scene = { facts, language, applicantId: entry.target.applicantId ?? null };
  return {
    texts: textFields(facts, entry.formId, entry.target).map(({ kind: _, text, ...field }) => {
      const draft = drafts.find((d) => d.field === field.field);
      const now = text ?? '';
      return {
        ...field,
        text: now,
        draft:
          draft && draft.body !== now
            ? { text: draft.body, savedAt: draft.saved_at, stale: draft.base !== now }
            : null,
      };
    }),
    placeholders: placeholders.map(({ id, zh, group, figure, value }) => ({
      id,
      name: { zh, en: id },
      group,
      figure,
      value: value(scene),
    })),
  };
}

/** Keeps what somebody is writing, for nobody else to see, until it is saved or forgotten. */
export async function keepText(
  ctx: MutationContext,
  caseId: string,
  field: string,
  text: string | null,
  base: string,
): Promise<string | null> {
  await assertOpen(ctx.db, caseId);
  const key = { case_id: caseId, field, user_id: ctx.actor.userId };
  if (text === null) {
    await ctx.db
      .deleteFrom('text_draft')
      .where((eb) => eb.and(key))
      .execute();
    return null;
  }
  const row = { body: text, base, saved_at: ctx.now };
  await ctx.db
    .insertInto('text_draft')
    .values({ ...key, ...row })
    .onConflict((oc) => oc.columns(['case_id', 'field', 'user_id']).doUpdateSet(row))
    .execute();
  return ctx.now;
}

/** @throws AppError `rule-violation` with `rule: case-closed`. */
async function assertOpen(db: ReadHandle, caseId: string): Promise<void> {
  const file = await loadCaseRow(db, caseId);
  if (file.status === 'closed') throw new AppError('rule-violation', { details: { rule: 'case-closed' } });
}

/**
 * Puts texts into the case: all of them or none.
 * @throws AppError `conflict` when one was changed since, `not-found` for a text that no paper has.
 */
export async function saveTexts(ctx: MutationContext, law: LawData, { caseId, texts }: Save): Promise<void> {
  await assertOpen(ctx.db, caseId);
  const facts = texts.filter((t) => t.field.startsWith('facts.'));
  if (facts.length > 0) await saveFacts(ctx, caseId, facts);
  const places = Map.groupBy(
    texts.filter((t) => t.field.startsWith('particulars.')),
    (t) => t.field.split('.')[1] ?? '',
  );
  for (const [place, own] of places) await saveTopic(ctx, law, caseId, place, own);
  for (const { field } of texts) await keepText(ctx, caseId, field, null, '');
  if (facts.length > 0) await refreshCase(ctx, law, caseId);
  ctx.about(caseId, { fields: texts.map((t) => t.field) });
  ctx.changed('document', caseId);
  ctx.changed('case', caseId);
}

function hold(text: Save['texts'][number], now: string): void {
  if (now !== text.base && now !== text.text)
    throw new AppError('conflict', { details: { field: text.field } });
}

async function saveFacts(ctx: MutationContext, caseId: string, texts: Save['texts']): Promise<void> {
  const row = await loadCaseRow(ctx.db, caseId);
  const facts: Record<string, string | null> = { ...toFacts(row.facts) };
  for (const text of texts) {
    const key = factKeys.find((k) => `facts.${k}` === text.field);
    if (!key) throw new AppError('not-found', { details: { what: 'field' } });
    hold(text, facts[key] ?? '');
    facts[key] = text.text === '' ? null : text.text;
  }
  await ctx.db
    .updateTable('case_file')
    .set({ facts: JSON.stringify(facts) })
    .where('id', '=', caseId)
    .execute();
}

async function saveTopic(
  ctx: MutationContext,
  law: LawData,
  caseId: string,
  place: string,
  texts: Save['texts'],
): Promise<void> {
  const [topicId = '', memberId = null] = place.split('/');
  const topic = topicOf(topicId);
  const stored = (await loadParticulars(ctx.db, caseId)).find(
    (row) => row.topic === topicId && row.member_id === (memberId ?? ''),
  );
  const values: Record<string, unknown> = stored ? JSON.parse(stored.body) : {};
  const told = (await loadTold(ctx.db, law, caseId, ctx.today))[place] ?? {};
  const kept: string[] = stored ? JSON.parse(stored.kept) : [];
  for (const text of texts) {
    const key = text.field.split('.')[2] ?? '';
    const kind = topic?.fields[key]?.type.kind;
    if (kind !== 'text' && kind !== 'line') throw fieldError(text.field, 'field-unknown');
    const now = key in told && !kept.includes(key) ? told[key] : values[key];
    hold(text, typeof now === 'string' ? now : '');
    values[key] = text.text;
    // What is written here stands over what the record tells.
    kept.push(key);
  }
  await saveParticulars(ctx, law, { caseId, topicId, memberId }, values, stored?.version ?? 0, kept);
}
