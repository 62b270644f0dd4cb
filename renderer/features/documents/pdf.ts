import type { PDFDocumentProxy } from 'pdfjs-dist';
import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist';
// Bundled as a file of our own: the page may load nothing from elsewhere.
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Opens a PDF that the app itself made; its fonts are embedded, so no map or font is fetched. */
export async function openPdf(data: Blob): Promise<PDFDocumentProxy> {
  return getDocument({
    data: new Uint8Array(await data.arrayBuffer()),
    enableXfa: false,
    useSystemFonts: false,
    stopAtErrors: false,
  }).promise;
}

const printDpi = 200;

export interface ToPrint {
  readonly pages: number;
  readonly copies: number;
  /** Asked when its turn has come, so that one paper is open at a time. */
  open(): Promise<PDFDocumentProxy>;
  /** Told when its pages are made. */
  close?(pdf: PDFDocumentProxy): Promise<void>;
}

interface Printing {
  readonly signal: AbortSignal;
  /** Both sides of a sheet: a copy with an odd number of pages is followed by an empty one, so that none begins on a back. */
  readonly duplex?: boolean;
  /** Pages made so far, of all. */
  onPage(done: number, total: number): void;
}

/**
 * Prints through the page, for neither shell has a PDF plug-in: each page becomes a picture at 200 dpi in a container
 * that only the printer sees, on an A4 sheet of its own orientation, each paper as often as it says. An aborted signal
 * prints nothing.
 */
export async function printPapers(all: readonly ToPrint[], printing: Printing): Promise<void> {
  const { signal, duplex = false, onPage } = printing;
  const papers = all.filter((paper) => paper.copies > 0);
  const total = papers.reduce((n, paper) => n + paper.pages, 0);
  const holder = document.createElement('div');
  holder.className = 'gd-print';
  const urls: string[] = [];
  let done = 0;
  try {
    for (const paper of papers) {
      if (signal.aborted) return;
      const pdf = await paper.open();
      const sheets: HTMLElement[] = [];
      try {
        for (let n = 1; n <= pdf.numPages; n++) {
          if (signal.aborted) return;
          sheets.push(await sheetOf(pdf, n, urls));
          onPage(++done, total);
        }
      } finally {
        await paper.close?.(pdf);
      }
      if (duplex && sheets.length % 2 === 1) sheets.push(emptySheet());
      // Whole copies one after the other: a page cannot tell the printer how many it wants.
      holder.append(...sheets);
      for (let copy = 2; copy <= paper.copies; copy++) holder.append(...sheets.map((s) => s.cloneNode(true)));
    }
    document.body.append(holder);
    document.documentElement.classList.add('gd-printing');
    window.print();
  } finally {
    document.documentElement.classList.remove('gd-printing');
    holder.remove();
    for (const url of urls) URL.revokeObjectURL(url);
  }
}

function emptySheet(): HTMLElement {
  const sheet = document.createElement('div');
  sheet.className = 'gd-print-portrait';
  return sheet;
}

async function sheetOf(pdf: PDFDocumentProxy, n: number, urls: string[]): Promise<HTMLElement> {
  const page = await pdf.getPage(n);
  const viewport = page.getViewport({ scale: printDpi / 72 });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  // A canvas of this size holds 15 MB; the picture is what is kept.
  canvas.width = 0;
  page.cleanup();
  // A sheet left out in silence would be a filing without a page.
  if (!blob) throw new Error('The page could not be drawn');
  const url = URL.createObjectURL(blob);
  urls.push(url);
  const sheet = document.createElement('div');
  sheet.className = viewport.width > viewport.height ? 'gd-print-landscape' : 'gd-print-portrait';
  const image = document.createElement('img');
  image.src = url;
  image.alt = '';
  sheet.append(image);
  await image.decode();
  return sheet;
}

/** One paper that is open already. */
export const printPdf = (pdf: PDFDocumentProxy, copies: number, printing: Printing): Promise<void> =>
  printPapers([{ pages: pdf.numPages, copies, open: () => Promise.resolve(pdf) }], printing);
