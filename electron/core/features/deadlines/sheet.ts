import { AppError } from '../../../../shared/kernel/errors.ts';
import type { PaperEngine } from '../../../paper/index.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { type ReceiptFacts, receiptDetails, receiptModel } from './receipt.ts';

/** The control sheet as a PDF with as much of the working as fits beside the rest on one page, ready to be fetched. */
export async function printSheet(
  ctx: CommandContext,
  engine: PaperEngine,
  facts: ReceiptFacts,
  language: 'zh-CN' | 'en',
): Promise<{ token: string; fileName: string; pages: number }> {
  const models = receiptDetails.map((detail) => receiptModel(facts, language, detail));
  const model = models.find((m) => engine.layout(m).pages.length === 1) ?? models.at(-1);
  if (!model) throw new AppError('internal', { details: { receipt: 'empty' } });
  const { bytes, pages } = await engine.renderPdf(model, {
    creationDate: new Date(`${ctx.today}T00:00:00Z`),
    author: facts.officeName,
  });
  const { caseNumber, ruleId, due } = facts.sheet;
  const fileName = `${model.title}-${caseNumber ?? ruleId}-${due}.pdf`;
  const token = ctx.handoff.put(ctx.caller.sessionId, { name: fileName, type: 'application/pdf', bytes });
  return { token, fileName, pages };
}
