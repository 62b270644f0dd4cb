import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { cellText } from '../../../../shared/features/group/group.cells.ts';
import type { GroupRow } from '../../../../shared/features/group/group.contract.ts';
import {
  type CellValue,
  type ColumnId,
  calculatorOfColumn,
  type Values,
} from '../../../../shared/features/group/group.fields.ts';
import { failureOf } from '../../../transport/failure.ts';
import { useFailureText } from '../../../ui/failure-text.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { caseKey, groupQuery, useChange } from '../case.queries.ts';

export interface CellEdit {
  readonly memberId: string;
  readonly column: ColumnId;
  readonly value: CellValue;
}

/** What was typed and could not be kept: it stays in its cell until it is mended or given up. */
export interface BadCell {
  readonly text: string;
  readonly why: string;
}

export const cellKey = (memberId: string, column: ColumnId): string => `${memberId} ${column}`;

type Overlay = ReadonlyMap<string, Values>;

/**
 * Edits show at once and are saved behind the screen, one call at a time: what is typed while one is under way goes
 * together with the next. What the core refuses stays in its cell, marked.
 */
export function useEdits(caseId: string) {
  const change = useChange(caseId);
  const queries = useQueryClient();
  const failureText = useFailureText();
  const { fail } = useNotices();
  const [overlay, setOverlay] = useState<Overlay>(new Map());
  const [bad, setBad] = useState<ReadonlyMap<string, BadCell>>(new Map());
  const waiting = useRef(new Map<string, Values>());
  const running = useRef(false);

  const drop = useCallback((sent: ReadonlyMap<string, Values>): void => {
    setOverlay((shown) => {
      const next = new Map(shown);
      for (const [id, values] of sent) {
        const left = Object.fromEntries(
          // What was typed again meanwhile is not yet saved.
          Object.entries(next.get(id) ?? {}).filter(
            ([column, value]) => !(column in values) || values[column as ColumnId] !== value,
          ),
        );
        if (Object.keys(left).length > 0) next.set(id, left);
        else next.delete(id);
      }
      return next;
    });
  }, []);

  const run = useCallback(async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    try {
      while (waiting.current.size > 0) {
        const sent = waiting.current;
        waiting.current = new Map();
        const { queryKey } = groupQuery(caseId);
        const known = new Map(queries.getQueryData(queryKey)?.rows.map((r) => [r.memberId, r.version]));
        const rows = [...sent].map(([memberId, set]) => ({
          memberId,
          version: known.get(memberId) ?? null,
          set: set as Record<string, CellValue>,
        }));
        try {
          await change('group.save', { rows });
        } catch (error) {
          const failure = failureOf(error);
          const why = failureText(error);
          const named = failure.issues?.map((i) => i.path) ?? [];
          setBad((shown) => {
            const next = new Map(shown);
            rows.forEach(({ memberId, set }, i) => {
              for (const [column, value] of Object.entries(set))
                if (named.length === 0 || named.includes(`rows.${i}.set.${column}`))
                  next.set(cellKey(memberId, column as ColumnId), {
                    text: cellText(column as ColumnId, value),
                    why,
                  });
            });
            return next;
          });
          // The cells that were not at fault go again, without those that were.
          if (named.length > 0)
            rows.forEach(({ memberId, set }, i) => {
              const rest = Object.fromEntries(
                Object.entries(set).filter(([column]) => !named.includes(`rows.${i}.set.${column}`)),
              );
              if (Object.keys(rest).length > 0 && named.length < rows.length * 20)
                waiting.current.set(memberId, { ...rest, ...waiting.current.get(memberId) });
            });
          fail(error, () => void queries.invalidateQueries({ queryKey: caseKey(caseId) }));
        }
        drop(sent);
      }
    } finally {
      running.current = false;
    }
  }, [caseId, change, queries, failureText, fail, drop]);

  const edit = useCallback(
    (edits: readonly CellEdit[]): void => {
      if (edits.length === 0) return;
      for (const { memberId, column, value } of edits)
        waiting.current.set(memberId, { ...waiting.current.get(memberId), [column]: value });
      setOverlay((shown) => {
        const next = new Map(shown);
        for (const { memberId, column, value } of edits)
          next.set(memberId, { ...next.get(memberId), [column]: value });
        return next;
      });
      setBad((shown) => {
        const next = new Map(shown);
        for (const { memberId, column } of edits) next.delete(cellKey(memberId, column));
        return next.size === shown.size ? shown : next;
      });
      void run();
    },
    [run],
  );

  const keepBad = useCallback((memberId: string, column: ColumnId, cell: BadCell | null): void => {
    setBad((shown) => {
      const next = new Map(shown);
      if (cell) next.set(cellKey(memberId, column), cell);
      else next.delete(cellKey(memberId, column));
      return next;
    });
  }, []);

  return useMemo(() => ({ overlay, bad, edit, keepBad }), [overlay, bad, edit, keepBad]);
}

/** A row as it will be once what was typed is saved. */
export function withTyped(row: GroupRow, typed: Values | undefined): GroupRow {
  if (!typed) return row;
  let { arrears, claims, claimedFen } = row;
  const values: Record<string, CellValue> = { ...row.values };
  for (const [column, value] of Object.entries(typed) as [ColumnId, CellValue][]) {
    const calculator = calculatorOfColumn(column);
    const amount = typeof value === 'number' ? value : 0;
    if (column === 'arrears') {
      claimedFen += amount - arrears.owedFen;
      arrears = { ...arrears, owedFen: amount };
    } else if (calculator !== null) {
      const before = claims[calculator];
      const after = value === null ? (before?.computedFen ?? null) : amount;
      claimedFen += (after ?? 0) - (before?.claimedFen ?? 0);
      claims = {
        ...claims,
        [calculator]: {
          claimedFen: after,
          computedFen: before?.computedFen ?? null,
          typed: value !== null && value !== before?.computedFen,
          items: before?.items ?? (value === null ? 0 : 1),
          outdated: before?.outdated ?? false,
        },
      };
    } else values[column] = value;
  }
  return { ...row, values, arrears, claims, claimedFen };
}
