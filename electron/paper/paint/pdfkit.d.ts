/** The part of pdfkit 0.20 that the painter uses. The package ships no types of its own. */
declare module 'pdfkit' {
  export interface PdfReference {
    readonly id: number;
    readonly data: Record<string, unknown>;
    end(chunk?: Uint8Array | string): void;
  }

  export interface PdfOutline {
    addItem(
      title: string,
      options: { pageNumber: number; top: number; left: number; zoom: number; expanded: boolean },
    ): PdfOutline;
  }

  export interface PdfPage {
    readonly dictionary: PdfReference;
    readonly content: PdfReference & { compress: boolean };
    readonly fonts: Record<string, PdfReference>;
    readonly width: number;
  }

  export interface PdfInfo {
    Title: string;
    Subject?: string;
    Author?: string;
    Creator: string;
    Producer: string;
    CreationDate: Date;
  }

  export interface PdfOptions {
    autoFirstPage: false;
    bufferPages: true;
    font: null;
    pdfVersion: '1.7';
    subset: 'PDF/A-2b';
    lang: string;
    displayTitle: true;
    info: PdfInfo;
  }

  export default class PDFDocument {
    constructor(options: PdfOptions);
    readonly page: PdfPage;
    readonly outline: PdfOutline;
    info: PdfInfo;
    /** Names and versions of what follows are the library's own: the exact version is pinned, and tests read every file. */
    readonly _root: PdfReference;
    readonly _info: PdfReference;
    readonly _id: Uint8Array;
    readonly _offsets: (number | null)[];
    _offset: number;
    readonly metadata: { getXML: () => string };
    _write(data: string | Uint8Array): void;
    _refEnd(reference: PdfReference): void;
    _finalize(): void;
    _addColorOutputIntent: () => void;
    push(chunk: Uint8Array | null): boolean;
    addPage(options: { size: [number, number]; margin: number }): this;
    addContent(data: string | Uint8Array): this;
    transform(): this;
    ref(data: Record<string, unknown>): PdfReference;
    /** Ends the pages so far; nothing can be added to them. */
    flushPages(): void;
    endMetadata(): void;
    end(): void;
  }
}
