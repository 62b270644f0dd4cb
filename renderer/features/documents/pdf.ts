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

/**
 * Prints through the page, for neither shell has a PDF plug-in: each page becomes a picture at 200 dpi in a container
 * that only the printer sees, on an A4 sheet of its own orientation, `copies` times over. `onPage` counts the pages made; an aborted
 * signal prints nothing.
 */
export async function printPdf(
  pdf: PDFDocumentProxy,
  onPage: (done: number, total: number) => void,
  signal: AbortSignal,
  copies = 1,
): Promise<void> {
  const holder = document.createElement('div');
  holder.className = 'gd-print';
  const urls: string[] = [];
  try {
    for (let n = 1; n <= pdf.numPages; n++) {
      if (signal.aborted) return;
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
      if (!blob) continue;
      const url = URL.createObjectURL(blob);
      urls.push(url);
      const sheet = document.createElement('div');
      sheet.className = viewport.width > viewport.height ? 'gd-print-landscape' : 'gd-print-portrait';
      const image = document.createElement('img');
      image.src = url;
      image.alt = '';
      sheet.append(image);
      holder.append(sheet);
      await image.decode();
      onPage(n, pdf.numPages);
    }
    // Whole copies one after the other: a page cannot tell the printer how many it wants.
    const sheets = [...holder.children];
    for (let copy = 2; copy <= copies; copy++) holder.append(...sheets.map((s) => s.cloneNode(true)));
    document.body.append(holder);
    document.documentElement.classList.add('gd-printing');
    window.print();
  } finally {
    document.documentElement.classList.remove('gd-printing');
    holder.remove();
    for (const url of urls) URL.revokeObjectURL(url);
  }
}
