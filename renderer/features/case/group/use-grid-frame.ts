import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useMemo } from 'react';
import type { GridColumn } from './columns.ts';
import type { Spot } from './cursor.ts';

const gridRowHeight = 32;
/** Tick, number. */
const leadWidth = 68;

/** How wide a line of the grid is, and its columns as CSS takes them. */
export interface Frame {
  readonly width: number;
  readonly template: string;
}

/** The rows that are drawn, the widths of the columns, and a way to bring a cell into sight. */
export function useGridFrame(
  scroll: RefObject<HTMLDivElement | null>,
  columns: readonly GridColumn[],
  count: number,
  at: Spot,
) {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => gridRowHeight,
    overscan: 8,
    scrollPaddingStart: gridRowHeight,
    scrollPaddingEnd: gridRowHeight,
    // The row with the field must stay: with it the focus would go.
    rangeExtractor: ({ startIndex, endIndex, overscan, count: all }) => {
      const first = Math.max(0, startIndex - overscan);
      const last = Math.min(all - 1, endIndex + overscan);
      const shown = Array.from({ length: last - first + 1 }, (_, i) => first + i);
      if (at.row < first) shown.unshift(at.row);
      else if (at.row > last && at.row < all) shown.push(at.row);
      return shown;
    },
  });
  const frame = useMemo<Frame>(
    () => ({
      template: [leadWidth, ...columns.map((c) => c.width)].map((w) => `${w}px`).join(' '),
      width: leadWidth + columns.reduce((sum, c) => sum + c.width, 0),
    }),
    [columns],
  );
  const offsets = useMemo(() => {
    let left = leadWidth;
    return columns.map((c) => {
      const start = left;
      left += c.width;
      return start;
    });
  }, [columns]);
  const fixed = leadWidth + (columns[0]?.width ?? 0);

  /** Brings the cell under the cursor into sight, beside the columns that stand still. */
  const reveal = useCallback(
    (spot: Spot): void => {
      virtual.scrollToIndex(spot.row);
      const box = scroll.current;
      if (!box || spot.column === 0) return;
      const left = offsets[spot.column] ?? 0;
      const right = left + (columns[spot.column]?.width ?? 0);
      if (left < box.scrollLeft + fixed) box.scrollLeft = left - fixed;
      else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
    },
    [virtual, scroll, offsets, columns, fixed],
  );
  return { virtual, frame, reveal };
}
