import { FontBook } from './fonts/book.ts';
import type { FontSources } from './fonts/sources.ts';
import type { BlockPlace, LaidOutPaper, PaperWarning } from './layout/laid-out.ts';
import { layOut } from './layout/layout.ts';
import type { PaperModel } from './model/blocks.ts';
import { paintPdf } from './paint/pdf.ts';

export { type FontSources, packagedFonts } from './fonts/sources.ts';
export type { LaidOutPaper, PaperWarning } from './layout/laid-out.ts';

export interface PaperInfo {
  /** Stamped into the file. Take it from the record, not from the clock: the same date gives the same bytes. */
  readonly creationDate: Date;
  readonly author?: string;
}

export interface RenderedPaper {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Blanks that stand for missing facts, and characters that no font has. */
  readonly warnings: readonly PaperWarning[];
  /** PostScript names of the fonts that drew something, most used first. */
  readonly fonts: readonly string[];
  /** Where the lines and rows of each block stand. */
  readonly places: readonly BlockPlace[];
}

export interface PaperEngine {
  /** Positions without a file: for a preview or a page count. */
  layout(model: PaperModel): LaidOutPaper;
  /** PDF 1.7, PDF/A-2b, tagged, all fonts embedded as subsets. Knows no clock, locale or network. */
  renderPdf(model: PaperModel, info: PaperInfo): Promise<RenderedPaper>;
}

/** Keep one engine for a process: it opens each font file once, on first need. */
export function createPaperEngine(sources: FontSources): PaperEngine {
  const book = new FontBook(sources);
  return {
    layout: (model) => layOut(model, book),
    renderPdf: async (model, info) => {
      const paper = layOut(model, book);
      const bytes = paintPdf(paper, info);
      return {
        bytes,
        pages: paper.pages.length,
        warnings: paper.warnings,
        fonts: paper.fonts,
        places: paper.places,
      };
    },
  };
}
