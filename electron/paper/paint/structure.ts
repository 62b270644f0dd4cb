import type PDFDocument from 'pdfkit';
import type { PdfReference } from 'pdfkit';
import type { StructureNode } from '../layout/laid-out.ts';

interface Element {
  readonly reference: PdfReference;
  readonly children: unknown[];
  /** Page of the first content; content on other pages names its page itself. */
  page: PdfReference | null;
}

/**
 * The logical structure tree. Written here because every marked stretch of a page is known in advance: the
 * library's own tree would re-open and re-convert each element as it grows.
 */
export class StructureTree {
  private readonly root: PdfReference;
  private readonly nodes: readonly StructureNode[];
  private readonly document: PDFDocument;
  private readonly elements = new Map<number, Element>();
  /** Owning elements of each page's marked content, by page and then by mark. */
  private readonly owners: PdfReference[][] = [];
  private page: PdfReference | null = null;

  constructor(document: PDFDocument, nodes: readonly StructureNode[]) {
    this.document = document;
    this.nodes = nodes;
    this.root = document.ref({ Type: 'StructTreeRoot' });
    document._root.data.MarkInfo = document.ref({ Marked: true });
    document._root.data.StructTreeRoot = this.root;
    this.element(0);
  }

  startPage(page: PdfReference, index: number): void {
    this.page = page;
    page.data.StructParents = index;
    page.data.Tabs = 'S';
    this.owners.push([]);
  }

  /** Opens marked content of a node on the current page. */
  open(node: number): string {
    const element = this.element(node);
    const owners = this.owners[this.owners.length - 1] as PdfReference[];
    const number = owners.length;
    owners.push(element.reference);
    element.page ??= this.page;
    element.children.push(element.page === this.page ? number : { Type: 'MCR', Pg: this.page, MCID: number });
    return `/${this.nodes[node]?.role ?? 'P'} <</MCID ${number}>> BDC`;
  }

  finish(): void {
    for (const { reference, children, page } of this.elements.values()) {
      if (page) reference.data.Pg = page;
      reference.data.K = children;
      reference.end();
    }
    const numbers = this.owners.flatMap((owners, page) => [page, owners]);
    Object.assign(this.root.data, {
      K: [this.elements.get(0)?.reference],
      ParentTree: { Nums: numbers },
      ParentTreeNextKey: this.owners.length,
    });
    // The library ends the root and the mark dictionary itself when the document ends.
  }

  private element(index: number): Element {
    let element = this.elements.get(index);
    if (element === undefined) {
      const node = this.nodes[index] as StructureNode;
      const parent = node.parent < 0 ? null : this.element(node.parent);
      const reference = this.document.ref({
        Type: 'StructElem',
        S: node.role,
        P: parent?.reference ?? this.root,
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
