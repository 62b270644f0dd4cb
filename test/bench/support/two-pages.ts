import type { PaperModel } from '../../../electron/paper/model/blocks.ts';
import { application } from '../../paper/support/application.ts';

/** The application on two pages: about 1,100 Han characters in 11 pt and a table of twelve months. */
export function twoPages(i: number): PaperModel {
  const model = application(i);
  const blocks = model.blocks.map((block) => (block.kind === 'paragraph' ? { ...block, sizePt: 11 } : block));
  return { ...model, blocks };
}
