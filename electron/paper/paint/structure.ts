import type PDFDocument from 'pdfkit';
import type { PdfReference } from 'pdfkit';
import type { StructureNode } from '../layout/laid-out.ts';
import { utf16Hex } from './font.ts';

interface Element {
  readonly reference: PdfReference;
  readonly children: unknown[];
  /** Page of the first content; content on other pages names its page itself. */
  page: PdfReference | null;
}

/** What the structure trees of all papers in one file hang from. */
export class StructureRoot {
  readonly reference: PdfReference;
  private readonly document: PDFDocument;
  /** Owning elements of each page's marked content, by page and then by mark. */
  readonly owners: PdfReference[][] = [];

  constructor(document: PDFDocument) {
    this.document = document;
    this.reference = document.ref({ Type: 'StructTreeRoot' });
    document._root.data.MarkInfo = document.ref({ Marked: true });
    document._root.data.StructTreeRoot = this.reference;
  }

  /** An element above the trees of several papers; `end` it when the last is done. */
  above(children: readonly PdfReference[]): PdfReference {
    return this.document.ref({ Type: 'StructElem', S: 'Document', P: this.reference, K: children });
  }

  finish(top: PdfReference): void {
    const numbers = this.owners.flatMap((owners, page) => [page, owners]);
    Object.assign(this.reference.data, {
      K: [top],
      ParentTree: { Nums: numbers },
      ParentTreeNextKey: this.owners.length,
    });
    // The library ends the root and the mark dictionary itself when the document ends.
  }
}

/**
 * The logical structure tree of one paper. Written here because every marked stretch of a page is known in advance: the
 * library's own tree would re-open and re-convert each element as it grows.
 */
export class StructureTree {
  private readonly root: StructureRoot;
  private readonly nodes: readonly StructureNode[];
  private readonly document: PDFDocument;
  /** What the paper's own top hangs from, where it is one of several in a file. */
  private readonly above: PdfReference | null;
  private readonly elements = new Map<number, Element>();
  private readonly spans: Element[] = [];
  private page: PdfReference | null = null;

  constructor(
    document: PDFDocument,
    root: StructureRoot,
    nodes: readonly StructureNode[],
    above: PdfReference | null = null,
  ) {
    this.document = document;
    this.root = root;
    this.nodes = nodes;
    this.above = above;
    this.element(0);
  }

  get top(): PdfReference {
    return this.element(0).reference;
  }

  startPage(page: PdfReference): void {
    const { owners } = this.root;
    this.page = page;
    page.data.StructParents = owners.length;
    page.data.Tabs = 'S';
    owners.push([]);
  }

  /** Opens marked content of a node on the current page. */
  open(node: number): string {
    return this.mark(this.element(node), `/${this.nodes[node]?.role ?? 'P'}`, '');
  }

  /**
   * Opens a drawing inside a node that stands for text. It is an element of its own: readers lose their place in
   * marked content that is nested.
   */
  openActual(node: number, text: string): string {
    const parent = this.element(node);
    const reference = this.document.ref({
      Type: 'StructElem',
      S: 'Span',
      P: parent.reference,
      ActualText: new String(text),
    });
    const element: Element = { reference, children: [], page: null };
    this.spans.push(element);
    parent.children.push(reference);
    return this.mark(element, '/Span', `/ActualText <feff${utf16Hex(text)}>`);
  }

  private mark(element: Element, tag: string, properties: string): string {
    const owners = this.root.owners.at(-1) as PdfReference[];
    const number = owners.length;
    owners.push(element.reference);
    element.page ??= this.page;
    element.children.push(element.page === this.page ? number : { Type: 'MCR', Pg: this.page, MCID: number });
    return `${tag} <</MCID ${number}${properties}>> BDC`;
  }

  finish(): void {
    for (const { reference, children, page } of [...this.elements.values(), ...this.spans]) {
      if (page) reference.data.Pg = page;
      reference.data.K = children;
      reference.end();
    }
  }

  private element(index: number): Element {
    let element = this.elements.get(index);
    if (element === undefined) {
      const node = this.nodes[index] as StructureNode;
      const parent = node.parent < 0 ? null : this.element(node.parent);
      const reference = this.document.ref({
        Type: 'StructElem',
        // A file has one document; of several papers each is a part of it.
        S: parent === null && this.above ? 'Part' : node.role,
        P: parent?.reference ?? this.above ?? this.root.reference,
        ...attributesOf(node),
      });
      element = { reference, children: [], page: null };
      this.elements.set(index, element);
      parent?.children.push(reference);
    }
    return element;
  }
}

function attributesOf(node: StructureNode): Record<string, unknown> {
  if (node.role === 'TH') return { A: { O: 'Table', Scope: 'Column', ColSpan: node.span ?? 1 } };
  return node.span === undefined ? {} : { A: { O: 'Table', ColSpan: node.span } };
}
