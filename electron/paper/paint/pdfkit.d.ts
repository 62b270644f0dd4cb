/** The part of pdfkit 0.20 that the painter uses. The package ships no types of its own. */
declare module 'pdfkit' {
  export interface PdfReference {
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
    readonly _root: PdfReference;
    push(chunk: Uint8Array | null): boolean;
    addPage(options: { size: [number, number]; margin: number }): this;
    addContent(data: string): this;
    /** Ends the pages so far; nothing can be added to them. */
    flushPages(): void;
    ref(data: Record<string, unknown>): PdfReference;
    endMetadata(): void;
    end(): void;
  }
}
