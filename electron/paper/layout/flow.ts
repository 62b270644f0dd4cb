import type { BlockPlace, LaidOutPage, Mark, Op, Role, StructureNode } from './laid-out.ts';
import type { Measures, PageFill } from './measures.ts';

/** A stretch of a paper that is never cut: one line, one table row, one signature. */
export interface Unit {
  readonly height: number;
  /** White space above it, dropped at the top of a page. */
  before: number;
  /** White space below it, dropped at the foot of a page. */
  after?: number;
  /** Glued to the next unit: no page may end between them. */
  keep: boolean;
  readonly table?: TableFlow;
  readonly breakBefore?: boolean;
  /** Index of the block that it belongs to. */
  block?: number;
  /** Index of the body row that it is or belongs to, in a table. */
  row?: number;
  draw(pages: PageStack, y: number): void;
  /** Cuts a unit that is taller than a whole page: one part of at most `height`, and the rest. */
  split?(height: number): readonly [Unit, Unit] | null;
}

/** What a table does when a page ends inside it. */
export interface TableFlow {
  /** Room to keep at the page's foot for the page sum. */
  readonly reserve: number;
  readonly headerHeight: number;
  /** Draws the repeated header; the table's rows follow below it. */
  resume(pages: PageStack, y: number): void;
  /** Closes the table's frame, with the page sum when there is one; answers the new y. */
  suspend(pages: PageStack, y: number): number;
}

/** The pages so far and the logical structure; the only mutable thing in layout. */
export class PageStack {
  readonly measures: Measures;
  readonly nodes: StructureNode[] = [{ role: 'Document', parent: -1 }];
  readonly places: BlockPlace[] = [];
  private readonly marks: Mark[][] = [[]];

  constructor(measures: Measures) {
    this.measures = measures;
  }

  get current(): number {
    return this.marks.length - 1;
  }

  node(role: Role, parent = 0, span?: number): number {
    this.nodes.push(span !== undefined && span > 1 ? { role, parent, span } : { role, parent });
    return this.nodes.length - 1;
  }

  mark(node: number | null, ops: readonly Op[]): void {
    if (ops.length > 0) this.marks[this.current]?.push({ node, ops });
  }

  next(): void {
    this.marks.push([]);
  }

  /**
   * @param edge draws what every page carries: page number, running head, seam.
   * @param under what lies beneath the text of every page.
   */
  finish(edge: (page: number, pages: number) => readonly Op[], under: readonly Op[] = []): LaidOutPage[] {
    const { width, height } = this.measures;
    return this.marks.map((marks, i) => ({
      width,
      height,
      marks: [
        ...(under.length > 0 ? [{ node: null, ops: under }] : []),
        ...marks,
        { node: null, ops: edge(i, this.marks.length) },
      ],
    }));
  }
}

/**
 * Fills pages with units from first to last; glued units stay together as long as a page can hold them.
 */
export function fillPages(units: readonly Unit[], pages: PageStack): PageFill {
  const { top, bottom, height } = pages.measures;
  const limit = height - bottom;
  const capacity = limit - top;
  let y = top;
  let table: TableFlow | undefined;
  let firstPage = pages.current;
  let last = 1;
  let inner = 1;
  const endText = (): void => {
    if (pages.current > firstPage) last = Math.min(last, (y - top) / capacity);
  };

  const turn = (into: TableFlow | undefined): void => {
    if (table) table.suspend(pages, y);
    pages.next();
    y = top;
    gap = 0;
    if (into && into === table) {
      into.resume(pages, y);
      y += into.headerHeight;
    } else table = undefined;
  };
  const fresh = (): boolean => y <= top + (table?.headerHeight ?? 0);
  let gap = 0;
  const space = (unit: Unit): number => (y === top ? 0 : gap + unit.before);
  const put = (unit: Unit): void => {
    if (table && table !== unit.table) y = table.suspend(pages, y);
    table = unit.table;
    y += space(unit);
    unit.draw(pages, y);
    if (unit.block !== undefined && unit.height > 0)
      pages.places.push({
        block: unit.block,
        ...(unit.row === undefined ? {} : { row: unit.row }),
        page: pages.current,
        top: y,
        bottom: y + unit.height,
      });
    y += unit.height;
    gap = unit.after ?? 0;
  };
  const fits = (unit: Unit): boolean =>
    y + space(unit) + unit.height + (unit.table?.reserve ?? 0) <= limit + 0.01;
  const putSplitting = (unit: Unit): void => {
    let rest = unit;
    while (!fits(rest)) {
      const reserve = rest.table?.reserve ?? 0;
      const overTall = rest.height + reserve > capacity - (rest.table?.headerHeight ?? 0);
      const parts = overTall ? rest.split?.(limit - y - space(rest) - reserve) : null;
      if (parts) {
        for (const part of parts) {
          if (rest.block !== undefined) part.block = rest.block;
          if (rest.row !== undefined) part.row = rest.row;
        }
        put(parts[0]);
        rest = parts[1];
      } else if (fresh()) break;
      turn(rest.table);
    }
    put(rest);
  };

  for (let i = 0; i < units.length; ) {
    let end = i + 1;
    while (end < units.length && units[end - 1]?.keep) end++;
    const cluster = units.slice(i, end);
    i = end;
    const first = cluster[0] as Unit;
    if (first.breakBefore) {
      endText();
      if (y > top) turn(undefined);
      firstPage = pages.current;
      continue;
    }
    const reserve = Math.max(...cluster.map((u) => u.table?.reserve ?? 0));
    const need = cluster.reduce(
      (sum, u, k) => sum + u.height + (k === 0 ? space(u) : (cluster[k - 1]?.after ?? 0) + u.before),
      reserve,
    );
    if (y + need > limit + 0.01 && y > top && need <= capacity) {
      inner = Math.min(inner, (y - top) / capacity);
      turn(first.table);
    }
    if (y + need <= limit + 0.01) for (const unit of cluster) put(unit);
    else for (const unit of cluster) putSplitting(unit);
  }
  if (table) y = table.suspend(pages, y);
  endText();
  return { last, inner };
}
