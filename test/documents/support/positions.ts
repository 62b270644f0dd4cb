import type { LaidOutPaper, Op } from '../../../electron/paper/layout/laid-out.ts';
import { mm } from '../../../electron/paper/layout/measures.ts';

/** A stretch of text on one baseline, as it stands on the paper. Lengths in millimetres from the upper left corner. */
export interface Position {
  /** From 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** What stands where: one position for each piece of text that belongs together, top down, left to right. */
export function positionsOf(paper: LaidOutPaper): readonly Position[] {
  return paper.pages.flatMap((page, i) => {
    const found = new Map<string, { x: number; y: number; text: string }>();
    page.marks.forEach((mark, m) => {
      const visit = (op: Op): void => {
        if (op.kind === 'actual') op.ops.forEach(visit);
        if (op.kind !== 'text') return;
        const text = op.glyphs.map((g) => g.text).join('');
        // Runs of one line in several fonts are one text; marks without a node are page numbers and the like.
        const key = `${mark.node ?? `edge ${m}`} ${op.y}`;
        const at = found.get(key);
        if (at) at.text += text;
        else found.set(key, { x: op.x, y: op.y, text });
      };
      mark.ops.forEach(visit);
    });
    return [...found.values()]
      .map(({ x, y, text }) => ({ page: i + 1, x: tenth(x), y: tenth(y), text }))
      .sort((a, b) => a.y - b.y || a.x - b.x);
  });
}

const tenth = (points: number): number => Math.round((points / mm) * 10) / 10;

export const linesOfPositions = (positions: readonly Position[]): readonly string[] =>
  positions.map(({ page, x, y, text }) => `${page}\t${x.toFixed(1)}\t${y.toFixed(1)}\t${text}`);

function parsed(line: string): Position {
  const [page = '', x = '', y = '', ...text] = line.split('\t');
  return { page: Number(page), x: Number(x), y: Number(y), text: text.join('\t') };
}

const place = ({ page, x, y }: Position): string => `page ${page} at ${x.toFixed(1)}, ${y.toFixed(1)} mm`;

/**
 * What a person reads: each text that moved, with both places, that was added or taken out. A run of neighbours that
 * moved by the same way is one line.
 */
export function differences(before: readonly string[], now: readonly string[]): readonly string[] {
  const pairs = aligned(without(before, now).map(parsed), without(now, before).map(parsed));
  const out: string[] = [];
  let run: { readonly from: Position; readonly to: Position; count: number } | null = null;
  const close = (): void => {
    if (!run) return;
    const { from, to, count } = run;
    const more = count > 1 ? ` and the ${count - 1} that follow` : '';
    out.push(`moved    “${from.text}”${more}: ${place(from)} → ${place(to)}`);
    run = null;
  };
  for (const { from, to } of pairs) {
    if (from && to) {
      if (from.page === to.page && from.x === to.x && from.y === to.y) continue;
      const same = run && sameWay(run, { from, to });
      if (run && same) run.count++;
      else {
        close();
        run = { from, to, count: 1 };
      }
      continue;
    }
    close();
    if (from) out.push(`removed  “${from.text}”: ${place(from)}`);
    if (to) out.push(`added    “${to.text}”: ${place(to)}`);
  }
  close();
  return out;
}

/** What stands where it stood says nothing: a page number that text has moved past did not come or go. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

interface Move {
  readonly from: Position;
  readonly to: Position;
}

function sameWay(a: Move, b: Move): boolean {
  const near = (m: number, n: number): boolean => Math.abs(m - n) < 0.15;
  return (
    a.from.page === b.from.page &&
    a.to.page === b.to.page &&
    near(a.to.x - a.from.x, b.to.x - b.from.x) &&
    near(a.to.y - a.from.y, b.to.y - b.from.y)
  );
}

/** Positions of the same text in the same order, by the longest common sequence; the rest stands alone. */
function aligned(
  before: readonly Position[],
  now: readonly Position[],
): readonly { readonly from?: Position; readonly to?: Position }[] {
  const n = before.length;
  const m = now.length;
  const best = Array.from({ length: n + 1 }, () => new Uint32Array(m + 1));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--)
      (best[i] as Uint32Array)[j] =
        before[i]?.text === now[j]?.text ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const out: { from?: Position; to?: Position }[] = [];
  let i = 0;
  let j = 0;
  while (i < n || j < m) {
    const from = before[i];
    const to = now[j];
    if (from && to && from.text === to.text) {
      out.push({ from, to });
      i++;
      j++;
    } else if (to && (!from || at(i, j + 1) >= at(i + 1, j))) {
      out.push({ to });
      j++;
    } else if (from) {
      out.push({ from });
      i++;
    }
  }
  return out;
}
