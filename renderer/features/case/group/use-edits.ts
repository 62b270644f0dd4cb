import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { cellText } from '../../../../shared/features/group/group.cells.ts';
import { cellOf } from '../../../../shared/features/group/group.checks.ts';
import type { GroupRow } from '../../../../shared/features/group/group.contract.ts';
import {
  type CellValue,
  type ColumnId,
  calculatorOfColumn,
  type Values,
} from '../../../../shared/features/group/group.fields.ts';
import type { Answered } from '../../../transport/client.ts';
import { failureOf, hasCode } from '../../../transport/failure.ts';
import { useFailureText } from '../../../ui/failure-text.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { type Merged, sameValue } from '../../../ui/versions/three-way.ts';
import { caseKey, groupQuery, useChange } from '../case.queries.ts';

export interface CellEdit {
  readonly memberId: string;
  readonly column: ColumnId;
  readonly value: CellValue;
  /** What stood in the cell when typing began; the cell as it stands when it is not told. */
  readonly was?: CellValue;
}

/** What was typed and could not be kept: it stays in its cell until it is mended or given up. */
export interface BadCell {
  readonly text: string;
  readonly why: string;
}

export const cellKey = (memberId: string, column: ColumnId): string => `${memberId} ${column}`;

type Overlay = ReadonlyMap<string, Values>;
/** Worker, column, value: of cells, what stood in them. */
type Cells = Readonly<Record<string, Readonly<Record<string, CellValue>>>>;

const mostRounds = 5;

/**
 * Edits show at once and are saved behind the screen, one call at a time: what is typed while one is under way goes
 * together with the next. What the core refuses stays in its cell, marked. A cell that somebody else changed since
 * typing began is not overwritten: it waits in `met` until the person has seen both versions. `edit` gives the answer to
 * the save that took the cells along; null where none was kept.
 */
export function useEdits(caseId: string) {
  const change = useChange(caseId);
  const queries = useQueryClient();
  const failureText = useFailureText();
  const { fail } = useNotices();
  const [overlay, setOverlay] = useState<Overlay>(new Map());
  const [bad, setBad] = useState<ReadonlyMap<string, BadCell>>(new Map());
  const [met, setMet] = useState<Merged<Cells> | null>(null);
  const waiting = useRef(new Map<string, Values>());
  const before = useRef(new Map<string, CellValue>());
  const running = useRef(false);
  /** Those who wait for the answer to what is still to be sent. */
  const asked = useRef<((answer: Answered | null) => void)[]>([]);

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
    let rounds = 0;
    try {
      while (waiting.current.size > 0) {
        const sent = waiting.current;
        waiting.current = new Map();
        const told = asked.current;
        asked.current = [];
        let answer: Answered | null = null;
        let again = false;
        const { queryKey } = groupQuery(caseId);
        const known = new Map(queries.getQueryData(queryKey)?.rows.map((r) => [r.memberId, r]));
        const both = collided(sent, known, before.current);
        // Whatever is decided, it is based on what stands there now.
        for (const { path } of both.differences) before.current.delete(path.join(' '));
        if (both.differences.length > 0) setMet((shown) => (shown ? joined(shown, both) : both));
        const rows = [...sent].flatMap(([memberId, all]) => {
          const clashes = new Set(
            both.differences.filter((d) => d.path[0] === memberId).map((d) => d.path[1] ?? ''),
          );
          const set = Object.fromEntries(Object.entries(all).filter(([column]) => !clashes.has(column)));
          return Object.keys(set).length === 0
            ? []
            : [
                {
                  memberId,
                  version: known.get(memberId)?.version ?? null,
                  set: set as Record<string, CellValue>,
                },
              ];
        });
        try {
          if (rows.length > 0) answer = await change('group.save', { rows });
          rounds = 0;
          const now = new Map(queries.getQueryData(queryKey)?.rows.map((r) => [r.memberId, r]));
          for (const { memberId, set } of rows)
            for (const column of Object.keys(set) as ColumnId[]) {
              const row = now.get(memberId);
              // Typed again meanwhile: on top of what was just saved.
              if (row && column in (waiting.current.get(memberId) ?? {}))
                before.current.set(cellKey(memberId, column), cellOf(row, column));
              else before.current.delete(cellKey(memberId, column));
            }
        } catch (error) {
          rounds += 1;
          if (hasCode(error, 'conflict') && rounds < mostRounds) {
            // Somebody else was quicker in these rows: they are read again, and each cell is looked at.
            await queries.refetchQueries({ queryKey });
            for (const [memberId, all] of sent)
              waiting.current.set(memberId, { ...all, ...waiting.current.get(memberId) });
            asked.current.unshift(...told);
            continue;
          }
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
              if (Object.keys(rest).length > 0 && named.length < rows.length * 20) {
                again = true;
                waiting.current.set(memberId, { ...rest, ...waiting.current.get(memberId) });
              }
            });
          fail(error, () => void queries.invalidateQueries({ queryKey: caseKey(caseId) }));
        }
        drop(sent);
        if (again) asked.current.unshift(...told);
        else for (const tell of told) tell(answer);
      }
    } finally {
      running.current = false;
    }
  }, [caseId, change, queries, failureText, fail, drop]);

  const edit = useCallback(
    (edits: readonly CellEdit[]): Promise<Answered | null> => {
      if (edits.length === 0) return Promise.resolve(null);
      const known = new Map(
        queries.getQueryData(groupQuery(caseId).queryKey)?.rows.map((r) => [r.memberId, r]),
      );
      for (const { memberId, column, value, was } of edits) {
        const key = cellKey(memberId, column);
        const row = known.get(memberId);
        // What has not been saved yet is based on what stood there before it.
        if (row && !before.current.has(key))
          before.current.set(key, was === undefined ? cellOf(row, column) : was);
        waiting.current.set(memberId, { ...waiting.current.get(memberId), [column]: value });
      }
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
      return new Promise((resolve) => {
        asked.current.push(resolve);
        void run();
      });
    },
    [run, queries, caseId],
  );

  const keepBad = useCallback((memberId: string, column: ColumnId, cell: BadCell | null): void => {
    setBad((shown) => {
      const next = new Map(shown);
      if (cell) next.set(cellKey(memberId, column), cell);
      else next.delete(cellKey(memberId, column));
      return next;
    });
  }, []);

  const meet = useCallback((): void => setMet(null), []);

  return useMemo(
    () => ({ overlay, bad, edit, keepBad, met, meet }),
    [overlay, bad, edit, keepBad, met, meet],
  );
}

/** The cells that somebody else has changed to something else since typing began in them. */
function collided(
  sent: ReadonlyMap<string, Values>,
  known: ReadonlyMap<string, GroupRow>,
  before: ReadonlyMap<string, CellValue>,
): Merged<Cells> {
  const differences = [...sent].flatMap(([memberId, values]) =>
    (Object.entries(values) as [ColumnId, CellValue][]).flatMap(([column, mine]) => {
      const row = known.get(memberId);
      const base = before.get(cellKey(memberId, column));
      if (!row || base === undefined) return [];
      const theirs = cellOf(row, column);
      return sameValue(theirs, base) || sameValue(theirs, mine)
        ? []
        : [{ path: [memberId, column], base, mine, theirs }];
    }),
  );
  return { value: {}, taken: [], differences };
}

/** The newer one of two differences in one cell stands. */
function joined(shown: Merged<Cells>, more: Merged<Cells>): Merged<Cells> {
  const keys = new Set(more.differences.map((d) => d.path.join(' ')));
  return {
    ...shown,
    differences: [...shown.differences.filter((d) => !keys.has(d.path.join(' '))), ...more.differences],
  };
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
