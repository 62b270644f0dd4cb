import type { FilingFace } from '../../../../../../shared/features/documents/face.ts';
import type { Block, PaperModel, Paragraph } from '../../../../../paper/model/blocks.ts';
import type { FormDefinition } from '../definition.ts';
import { text } from './draft.ts';
import { plain, prose } from './paper.ts';
import type { FormLanguage } from './wording.ts';

/** Type of the head in points: 初号 is 42, and a long name must still fit a line of 156 mm. */
const headSize = { red: 36, black: 22 };
const lineWidth = 442;

/** A paper with the office's own face: head, standard sentences. Without a face it stays as it is. */
export function dress(
  model: PaperModel,
  { id, issuer }: Pick<FormDefinition, 'id' | 'issuer'>,
  face: FilingFace | null | undefined,
  language: FormLanguage,
): PaperModel {
  if (!face) return model;
  const own = face.issues.includes(issuer);
  const sentences = face.sentences.filter(({ forms }) => (forms.length === 0 ? own : forms.includes(id)));
  const said = (place: (typeof sentences)[number]['place']): Block[] =>
    sentences
      .filter((s) => s.place === place)
      .flatMap((s): Block[] => {
        const sentence = language === 'en' ? s.en : s.zh;
        return sentence === null ? [] : sentence.split('\n').map((line) => prose(text(line)));
      });
  const headed = own ? withHead(model.blocks, face) : model.blocks;
  const at = closingFrom(headed);
  return {
    ...model,
    blocks: [...headed.slice(0, at), ...said('before-signature'), ...headed.slice(at), ...said('end')],
  };
}

/** The office's head in place of the issuer's name, which stands over the title of official papers. */
function withHead(blocks: readonly Block[], { letterhead, redHead }: FilingFace): readonly Block[] {
  if (letterhead.length === 0 && !redHead) return blocks;
  const title = blocks.findIndex((b) => b.kind === 'heading');
  const above = blocks.slice(0, Math.max(0, title));
  // A paper that opens with something else than the issuer's name keeps it, under the head.
  const isName = above.length > 0 && above.every((b) => b.kind === 'paragraph' && b.align === 'center');
  const names = isName ? (above as Paragraph[]) : [];
  const lines = letterhead.length > 0 ? letterhead.map((line) => text(line)) : names.map((p) => p.content);
  const most = redHead ? headSize.red : headSize.black;
  const head = lines.map((content, i): Block => {
    const length = content.reduce((n, part) => n + (part.kind === 'text' ? [...part.text].length : 10), 0);
    const sizePt = Math.min(most, Math.floor((lineWidth / Math.max(1, length)) * 2) / 2);
    const last = i === lines.length - 1;
    return plain(
      content.map((part) => (part.kind === 'text' ? { ...part, bold: true, face: 'song' } : part)),
      {
        align: 'center',
        sizePt,
        keepWithNext: true,
        ...(redHead ? { red: true, ...(last ? { redRule: true } : {}) } : {}),
      },
    );
  });
  return [...head, ...blocks.slice(isName ? title : 0)];
}

/** Where 此致 and the signature begin; the end where a paper has none. */
function closingFrom(blocks: readonly Block[]): number {
  let at = blocks.findIndex((b) => b.kind === 'signature');
  if (at < 0) return blocks.length;
  for (; at > 0; at--) {
    const before = blocks[at - 1];
    const closes = before?.kind === 'space' || (before?.kind === 'paragraph' && before.keepWithNext === true);
    if (!closes) break;
  }
  return at;
}
