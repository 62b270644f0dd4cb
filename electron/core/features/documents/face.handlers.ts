import sampleEn from '../../../../resources/forms/en/face-sample.json' with { type: 'json' };
import sampleZh from '../../../../resources/forms/zh-CN/face-sample.json' with { type: 'json' };
import type { faceContract } from '../../../../shared/features/documents/face.contract.ts';
import { type OfficeFace, plainFace } from '../../../../shared/features/documents/face.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { PaperEngine } from '../../../paper/index.ts';
import type { PaperModel } from '../../../paper/model/blocks.ts';
import type { Handlers, MutationContext } from '../../kernel/context.ts';
import { loadOffice } from '../office/index.ts';
import { hand } from './documents.handlers.ts';
import { faceOf, filingFace, loadFace } from './face.service.ts';
import { text } from './forms/kit/draft.ts';
import { dress } from './forms/kit/dress.ts';
import { heading, plain, prose, signature } from './forms/kit/paper.ts';
import { commonWording, type FormLanguage } from './forms/kit/wording.ts';

export function faceHandlers(engine: PaperEngine): Handlers<typeof faceContract> {
  async function save(
    ctx: MutationContext,
    face: OfficeFace,
    expected: number,
  ): Promise<{ version: number }> {
    const { version: actual } = await loadFace(ctx.db);
    if (actual !== expected) throw new AppError('conflict', { details: { expected, actual } });
    const version = actual + 1;
    await ctx.db
      .insertInto('office_face')
      .values({ version, body: JSON.stringify(face), saved_at: ctx.now, saved_by: ctx.actor.userName })
      .execute();
    ctx.about(null, { version });
    ctx.changed('office', 'face');
    ctx.changed('document', '');
    return { version };
  }

  return {
    async 'face.get'(ctx) {
      const [saved, { kinds }] = [await loadFace(ctx.db), await loadOffice(ctx.db)];
      return { ...saved, issues: [...filingFace(saved.face, JSON.parse(kinds)).issues] };
    },

    'face.save': (ctx, { face, expectedVersion }) => save(ctx, face, expectedVersion),

    async 'face.restore'(ctx, { version, expectedVersion }) {
      if (version === 0) return save(ctx, plainFace, expectedVersion);
      const row = await ctx.db
        .selectFrom('office_face')
        .select('body')
        .where('version', '=', version)
        .executeTakeFirst();
      if (!row) throw new AppError('not-found', { details: { what: 'face' } });
      return save(ctx, faceOf(row.body), expectedVersion);
    },

    async 'face.preview'(ctx, { face, language }) {
      const office = await loadOffice(ctx.reading().db);
      const own = filingFace(face, JSON.parse(office.kinds));
      const model = sampleModel(face.sealName ?? office.name, language);
      // The sample stands for any paper of the office, whatever its kind.
      const dressed = dress(
        model,
        { id: 'med-acceptance', issuer: 'committee' },
        { ...own, issues: ['committee'], sentences: face.sentences.map((s) => ({ ...s, forms: [] })) },
        language,
      );
      const { bytes } = await engine.renderPdf(dressed, { creationDate: new Date(`${ctx.today}T00:00:00Z`) });
      const fileName = `${model.title}.pdf`;
      return { token: hand(ctx, fileName, 'application/pdf', bytes), fileName };
    },
  };
}

/** A paper that says nothing of anybody, with all that a face touches. */
function sampleModel(issuer: string, language: FormLanguage): PaperModel {
  const words = language === 'en' ? sampleEn : sampleZh;
  const { runningHead } = commonWording[language];
  return {
    title: words.title,
    language,
    profile: 'gongwen',
    orientation: 'portrait',
    blocks: [
      plain([{ kind: 'text', text: issuer, bold: true }], {
        align: 'center',
        sizePt: 18,
        keepWithNext: true,
      }),
      heading(1, words.title),
      plain(text(words.to)),
      ...words.text.map((line) => prose(text(line))),
      { ...signature([text(issuer), text(words.date)]), seal: true },
    ],
    ...(runningHead ? { runningHead } : {}),
  };
}
