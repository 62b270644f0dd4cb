import type { PdfReference } from 'pdfkit';
import type { StructureNode } from '../layout/laid-out.ts';
import type { CompactDocument } from './document.ts';
import { utf16Hex } from './font.ts';

interface Element {
  readonly id: number;
  /** Its dictionary, but for its page and its children. */
  readonly head: string;
  /** As they are written. */
  readonly children: string[];
  /** Object number of the page of the first content, or 0; content on other pages names its page itself. */
  page: number;
}

/**
 * The logical structure tree. Written here because every marked stretch of a page is known in advance: the
 * library's own tree would re-open and re-convert each element as it grows.
 */
export class StructureTree {
  private readonly root: PdfReference;
  private nodes: readonly StructureNode[];
  private readonly document: CompactDocument;
  private elements: (Element | undefined)[] = [];
  private spans: Element[] = [];
  /** Of several papers in one file: the element of each, below one for the whole. Null for a paper alone. */
  private readonly parts: string[] | null;
  /** Object numbers of the owning elements of each page's marked content, by page and then by mark. */
  private readonly owners: number[][] = [];
  /** The elements that the root names. */
  private readonly top: PdfReference;
  private readonly parents: PdfReference;
  private page = 0;

  /** @param nodes of the one paper; null where `next` begins each of several. */
  constructor(document: CompactDocument, nodes: readonly StructureNode[] | null) {
    this.document = document;
    this.nodes = nodes ?? [];
    this.parts = nodes === null ? [] : null;
    this.top = document.ref({});
    this.parents = document.ref({});
    // The library ends the root and the mark dictionary itself when the document ends.
    this.root = document.ref({ Type: 'StructTreeRoot', K: [this.top], ParentTree: this.parents });
    document._root.data.MarkInfo = document.ref({ Marked: true });
    document._root.data.StructTreeRoot = this.root;
  }

  /** Begins another paper; the one before is done with. */
  next(nodes: readonly StructureNode[]): void {
    this.write();
    this.nodes = nodes;
    this.element(0);
  }

  startPage(page: PdfReference): void {
    this.page = page.id;
    page.data.StructParents = this.owners.length;
    page.data.Tabs = 'S';
    this.owners.push([]);
  }

  /** The operator that opens marked content of a node on the current page. */
  open(node: number): string {
    return this.mark(this.element(node), `/${this.nodes[node]?.role ?? 'P'}`, '');
  }

  /**
   * Opens a drawing inside a node that stands for text. It is an element of its own: readers lose their place in
   * marked content that is nested.
   */
  openActual(node: number, text: string): string {
    const parent = this.element(node);
    const id = this.document.reserve();
    const head = `/S/Span/P ${parent.id} 0 R/ActualText<feff${utf16Hex(text)}>`;
    const element: Element = { id, head, children: [], page: 0 };
    this.spans.push(element);
    parent.children.push(`${id} 0 R`);
    return this.mark(element, '/Span', `/ActualText<feff${utf16Hex(text)}>`);
  }

  private mark(element: Element, tag: string, properties: string): string {
    const owners = this.owners[this.owners.length - 1] as number[];
    const number = owners.length;
    owners.push(element.id);
    if (element.page === 0) element.page = this.page;
    element.children.push(
      element.page === this.page ? `${number}` : `<</Type/MCR/Pg ${this.page} 0 R/MCID ${number}>>`,
    );
    return `${tag}<</MCID ${number}${properties}>>BDC\n`;
  }

  finish(): void {
    const { document, parts } = this;
    if (parts === null) this.element(0);
    this.write();
    if (parts !== null)
      document.put(this.top.id, `<</S/Document/P ${this.root.id} 0 R/K[${parts.join(' ')}]>>`);
    document.settle(this.top);
    const pages = this.owners.map((ids, page) => `${page}[${ids.map((id) => `${id} 0 R`).join(' ')}]`);
    document.put(this.parents.id, `<</Nums[${pages.join('')}]>>`);
    document.settle(this.parents);
    // Papers of one form have the same tree, however their words differ.
    document.packObjects(true);
    this.root.data.ParentTreeNextKey = this.owners.length;
  }

  private write(): void {
    for (const element of [...this.elements, ...this.spans]) {
      if (element === undefined) continue;
      const page = element.page === 0 ? '' : `/Pg ${element.page} 0 R`;
      this.document.put(element.id, `<<${element.head}${page}/K${kids(element.children)}>>`);
    }
    this.elements = [];
    this.spans = [];
  }

  private element(index: number): Element {
    let element = this.elements[index];
    if (element === undefined) {
      const node = this.nodes[index] as StructureNode;
      const parent = node.parent < 0 ? null : this.element(node.parent);
      const isPart = parent === null && this.parts !== null;
      const id = parent === null && !isPart ? this.top.id : this.document.reserve();
      const above = parent?.id ?? (isPart ? this.top.id : this.root.id);
      const head = `/S/${isPart ? 'Part' : node.role}/P ${above} 0 R${attributesOf(node)}`;
      element = { id, head, children: [], page: 0 };
      this.elements[index] = element;
      (parent?.children ?? this.parts)?.push(`${id} 0 R`);
    }
    return element;
  }
}

/** One child needs no array. */
const kids = (children: readonly string[]): string =>
  children.length === 1 ? ` ${children[0]}` : `[${children.join(' ')}]`;

function attributesOf(node: StructureNode): string {
  const span = node.span === undefined ? '' : `/ColSpan ${node.span}`;
  if (node.role === 'TH') return `/A<</O/Table/Scope/Column${span}>>`;
  return span && `/A<</O/Table${span}>>`;
}
