import { FontBook } from './fonts/book.ts';
import type { FontSources } from './fonts/sources.ts';
import { KeptRuns } from './layout/kept-runs.ts';
import type { BlockPlace, LaidOutPaper, PaperWarning } from './layout/laid-out.ts';
import { layOut } from './layout/layout.ts';
import type { PaperModel } from './model/blocks.ts';
import { MergedPdf, paintPdf } from './paint/pdf.ts';
import { paintWord } from './paint/word/word.ts';

export { type FontSources, packagedFonts } from './fonts/sources.ts';
export type { BlockPlace, LaidOutPaper, PaperWarning } from './layout/laid-out.ts';

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
  /** Many papers in one PDF, a bookmark for each. The same papers in the same order give the same bytes. */
  merge(title: string, language: string, info: PaperInfo): MergedPaper;
  /** The same blocks as a Word document, for offices that go on writing in Word or WPS. */
  renderWord(model: PaperModel, info: PaperInfo): RenderedWord;
}

/** A file of many papers in the making. */
export interface MergedPaper {
  add(model: PaperModel, bookmark: string): Pick<RenderedPaper, 'pages' | 'warnings'>;
  /** Nothing may be added afterwards. */
  finish(): Uint8Array;
}

export interface RenderedWord {
  readonly bytes: Uint8Array;
  /** Pages of the laid-out paper: the program that opens the file may break them elsewhere. */
  readonly pages: number;
  /** As for a PDF, though the file embeds no font: a character that no font here has may lack there too. */
  readonly warnings: readonly PaperWarning[];
}

/** Keep one engine for a process: it opens each font file once, on first need. */
export function createPaperEngine(sources: FontSources): PaperEngine {
  const book = new FontBook(sources);
  const kept = new KeptRuns();
  return {
    layout: (model) => layOut(model, book, kept),
    renderPdf: async (model, info) => {
      const paper = layOut(model, book, kept);
      const bytes = paintPdf(paper, info);
      return {
        bytes,
        pages: paper.pages.length,
        warnings: paper.warnings,
        fonts: paper.fonts,
        places: paper.places,
      };
    },
    merge: (title, language, info) => {
      const merged = new MergedPdf({ title, language }, info);
      return {
        add: (model, bookmark) => {
          const paper = layOut(model, book, kept);
          merged.add(paper, bookmark);
          return { pages: paper.pages.length, warnings: paper.warnings };
        },
        finish: () => merged.finish(),
      };
    },
    renderWord: (model, info) => {
      const { pages, warnings } = layOut(model, book, kept);
      return { bytes: paintWord(model, info), pages: pages.length, warnings };
    },
  };
}
