import type { Selectable } from 'kysely';
import type { FilingFacts } from '../../../../shared/features/documents/filing-facts.ts';
import type { FormId } from '../../../../shared/features/documents/form-ids.ts';
import { formIds } from '../../../../shared/features/documents/form-ids.ts';
import type {
  FormTemplate,
  templatesContract,
} from '../../../../shared/features/documents/templates.contract.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import type { CallContext, Handlers, ReadHandle } from '../../kernel/context.ts';
import type { FileStore } from '../../vault/file-store.ts';
import { closePackage, openPackage, type Parts } from '../../word/package.ts';
import { checkTemplate, fillTemplate } from '../../word/template.ts';
import { hand } from './documents.handlers.ts';
import { draftMark } from './documents.warnings.ts';
import type { FormTemplateTable } from './face.table.ts';
import type { FormTarget } from './forms/index.ts';
import { templateFields, templateValues } from './template.fields.ts';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Fills the templates in use; each file is opened once for a call. */
export interface TemplateFiller {
  has(formId: FormId): boolean;
  /**
   * Null where the office has no template for the form.
   * @param draft says on the paper that it is a draft.
   */
  fill(formId: FormId, facts: FilingFacts, target: FormTarget, draft: boolean): Uint8Array | null;
}

export async function templateFiller(db: ReadHandle, files: FileStore): Promise<TemplateFiller> {
  const rows = await db
    .selectFrom('form_template')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('version', 'asc')
    .execute();
  // The newest of a form is the last to be put in.
  const inUse = new Map(rows.map((row) => [row.form_id, row]));
  const opened = new Map<string, Parts>();
  return {
    has: (formId) => inUse.has(formId),
    fill(formId, facts, target, draft) {
      const row = inUse.get(formId);
      if (!row) return null;
      let parts = opened.get(row.id);
      if (!parts) {
        parts = openPackage(files.read(row.blob_id, row.sha256));
        opened.set(row.id, parts);
      }
      return fillTemplate(parts, templateValues(facts, formId, target), draft ? draftMark : null);
    },
  };
}

export function templatesHandlers(): Handlers<typeof templatesContract> {
  function taken(ctx: CallContext, token: string): { name: string; parts: Parts } {
    const { name, bytes } = ctx.handoff.require(ctx.caller.sessionId, token);
    return { name, parts: openPackage(bytes) };
  }
  const find = async (db: ReadHandle, id: string) => {
    const row = await db.selectFrom('form_template').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) throw new AppError('not-found', { details: { what: 'template' } });
    return row;
  };

  return {
    'templates.fields': (_ctx, { formId }) => Promise.resolve(templateFields(formId)),

    async 'templates.list'(ctx) {
      const rows = await ctx.db
        .selectFrom('form_template')
        .selectAll()
        .orderBy('form_id')
        .orderBy('version', 'desc')
        .execute();
      return rows.flatMap((row) => toTemplate(row) ?? []);
    },

    'templates.check': (ctx, { formId, token }) => {
      const { name, parts } = taken(ctx, token);
      return Promise.resolve({ fileName: name, findings: checkTemplate(parts, templateFields(formId)) });
    },

    async 'templates.add'(ctx, { formId, token }) {
      const { name, parts } = taken(ctx, token);
      const findings = checkTemplate(parts, templateFields(formId));
      if (findings.length > 0) throw fieldError('token', 'template-has-faults');
      const last = await ctx.db
        .selectFrom('form_template')
        .select((eb) => eb.fn.max('version').as('version'))
        .where('form_id', '=', formId)
        .executeTakeFirst();
      // What is kept is what was opened with care, not what came in.
      const bytes = closePackage(parts);
      const stored = ctx.files.write(bytes);
      ctx.onRollback(() => ctx.files.remove(stored.id));
      const row: FormTemplateTable = {
        id: ctx.newId(),
        form_id: formId,
        version: (last?.version ?? 0) + 1,
        file_name: name,
        byte_length: bytes.length,
        sha256: stored.sha256,
        blob_id: stored.id,
        findings: '[]',
        added_at: ctx.now,
        added_by: ctx.actor.userName,
        removed_at: null,
        removed_by: null,
      };
      await ctx.db.insertInto('form_template').values(row).execute();
      ctx.about(null, { form: formId, version: row.version, sha256: row.sha256 });
      ctx.changed('office', 'templates');
      return toTemplate(row) as FormTemplate;
    },

    async 'templates.setRemoved'(ctx, { id, removed }) {
      const row = await find(ctx.db, id);
      const next = {
        ...row,
        removed_at: removed ? ctx.now : null,
        removed_by: removed ? ctx.actor.userName : null,
      };
      await ctx.db
        .updateTable('form_template')
        .set({ removed_at: next.removed_at, removed_by: next.removed_by })
        .where('id', '=', id)
        .execute();
      ctx.about(null, { form: row.form_id, version: row.version, removed });
      ctx.changed('office', 'templates');
      const template = toTemplate(next);
      if (!template) throw new AppError('not-found', { details: { what: 'form' } });
      return template;
    },

    async 'templates.open'(ctx, { id }) {
      const { db, files } = ctx.reading();
      const row = await find(db, id);
      const bytes = files.read(row.blob_id, row.sha256);
      return { token: hand(ctx, row.file_name, docxType, bytes), fileName: row.file_name };
    },
  };
}

/** Null for a form that this program does not know. */
function toTemplate(row: Selectable<FormTemplateTable>): FormTemplate | null {
  const formId = formIds.find((id) => id === row.form_id);
  return formId
    ? {
        id: row.id,
        formId,
        version: row.version,
        fileName: row.file_name,
        bytes: row.byte_length,
        addedAt: row.added_at,
        addedBy: row.added_by,
        removed: row.removed_at !== null,
      }
    : null;
}
