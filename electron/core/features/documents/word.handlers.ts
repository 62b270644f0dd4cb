import { zipSync } from 'fflate';
import type { DocumentRecord } from '../../../../shared/features/documents/documents.contract.ts';
import type { FilingFacts } from '../../../../shared/features/documents/filing-facts.ts';
import type { FormId } from '../../../../shared/features/documents/form-ids.ts';
import type { wordContract } from '../../../../shared/features/documents/word.contract.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { PaperEngine } from '../../../paper/index.ts';
import type { CommandContext, Handlers } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import { loadCaseRow } from '../cases/index.ts';
import { freeName, hand } from './documents.handlers.ts';
import { readKept } from './documents.kept.ts';

import { choosePapers, gatherFacts } from './documents.service.ts';
import { draftMark, infoOf } from './documents.warnings.ts';

import { type FormTarget, forms, layoutOfFile } from './forms/index.ts';
import { docxType, type TemplateFiller, templateFiller } from './templates.handlers.ts';

interface WordPaper {
  readonly facts: FilingFacts;
  readonly formId: FormId;
  readonly target: FormTarget;
  readonly language: DocumentRecord['language'];
  /** Without extension. */
  readonly fileName: string;
  /** Left out: where facts are missing. */
  readonly marked?: boolean;
}

export function wordHandlers(law: LawSource, engine: PaperEngine): Handlers<typeof wordContract> {
  /** The paper in Word; one that is a draft says so on each page and in its name, as its PDF does. */
  function wordOf(
    { facts, formId, target, language, fileName, marked }: WordPaper,
    templates: TemplateFiller | null,
  ): { readonly fileName: string; readonly bytes: Uint8Array } {
    // A template is the office's own and Chinese; the layout with boxes is the app's.
    const { model, warnings } = forms[formId].build(facts, language, target);
    const draft = marked ?? warnings.some((w) => w.code === 'missing');
    const named = draft && !fileName.endsWith(draftMark) ? `${fileName}-${draftMark}` : fileName;
    const own =
      language === 'en' || target.layout === 'element' ? null : templates?.fill(formId, facts, target, draft);
    if (own) return { fileName: `${named}.docx`, bytes: own };
    const printed = draft ? { ...model, draftMark } : model;
    return { fileName: `${named}.docx`, bytes: engine.renderWord(printed, infoOf(facts)).bytes };
  }

  /** One paper as it is, several as a .zip named after the case. */
  async function handOver(
    ctx: CommandContext,
    caseId: string,
    papers: readonly WordPaper[],
    standard: boolean,
  ) {
    const { db, files: store } = ctx.reading();
    const templates = standard ? null : await templateFiller(db, store);
    const [first] = papers;
    if (!first) throw new AppError('not-found', { details: { what: 'paper' } });
    if (papers.length === 1) {
      const { fileName, bytes } = wordOf(first, templates);
      return { token: hand(ctx, fileName, docxType, bytes), fileName, count: 1 };
    }
    const files: Record<string, Uint8Array> = Object.create(null);
    for (const [i, paper] of papers.entries()) {
      const { fileName, bytes } = wordOf(paper, templates);
      files[freeName(files, fileName)] = bytes;
      ctx.progress('making-papers', i + 1, papers.length);
      await ctx.breathe();
    }
    const { number } = await loadCaseRow(db, caseId);
    // A Word document is packed already.
    const bytes = zipSync(files, { level: 0, mtime: '2000-01-01T00:00:00' });
    const fileName = `${number}-Word.zip`;
    return { token: hand(ctx, fileName, 'application/zip', bytes), fileName, count: papers.length };
  }

  return {
    async 'word.make'(ctx, { caseId, papers, set, language, standard }) {
      const { db } = ctx.reading();
      const facts = await gatherFacts(db, law.current, caseId, ctx.today);
      const entries = choosePapers(facts, papers, set);
      return handOver(
        ctx,
        caseId,
        entries.map(({ formId, target, fileName }) => ({
          facts: facts.of(forms[formId]),
          formId,
          target,
          language,
          fileName: `${fileName}${language === 'en' ? '-en' : ''}`,
        })),
        standard,
      );
    },

    async 'word.ofMade'(ctx, { documentIds, standard }) {
      const papers: WordPaper[] = [];
      let caseId = '';
      for (const id of documentIds) {
        const { row } = await readKept(ctx, id);
        caseId ||= row.case_id;
        const form = Object.values(forms).find((f) => f.id === row.form_id);
        if (!form) throw new AppError('not-found', { details: { what: 'form' } });
        const facts = JSON.parse(row.facts) as FilingFacts;
        const owner = row.member_id;
        const worker = facts.applicants.some((a) => a.id === owner);
        papers.push({
          facts,
          formId: form.id,
          target: {
            ...(owner === null ? {} : worker ? { applicantId: owner } : { partyId: owner }),
            layout: layoutOfFile(form.id, row.file_name),
          },
          language: row.language === 'en' ? 'en' : 'zh-CN',
          fileName: row.file_name.replace(/\.pdf$/, ''),
          marked: row.marked === 1,
        });
      }
      return handOver(ctx, caseId, papers, standard);
    },
  };
}
