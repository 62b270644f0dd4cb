import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api.ts';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import { isMoneyItem, itemCalculators } from '../../../../shared/features/claims/claim-items.rules.ts';
import { cellOf, lockOf } from '../../../../shared/features/group/group.checks.ts';
import type { GroupRow } from '../../../../shared/features/group/group.contract.ts';
import {
  type CellValue,
  type ColumnId,
  claimColumn,
  factIds,
} from '../../../../shared/features/group/group.fields.ts';
import {
  type PasteInput,
  type PastePlan,
  type PasteTarget,
  planPaste,
} from '../../../../shared/features/group/group.paste.ts';
import { hasCode } from '../../../transport/failure.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { useUndoOffer } from '../../undo/use-undo.ts';
import { groupQuery, useChange } from '../case.queries.ts';
import { type GridColumn, useColumnTitle } from './columns.ts';
import type { Spot } from './cursor.ts';
import { PasteSheet } from './PasteSheet.tsx';
import type { CellEdit } from './use-edits.ts';

/** A paste of no more cells, without anything wrong or new in it, needs no second look: one undo takes it back. */
const pastedAtOnce = 200;
const allColumns = [...factIds, 'arrears'] as const;

/** Puts a block of cells into the matrix: at once where it is small and plain, else after a look at what it would do. */
export function usePaste(props: {
  readonly file: CaseFile;
  readonly matrix: Output<'group.matrix'>;
  /** All rows, and those on the screen, with what was typed and is not yet saved. */
  readonly rows: readonly GroupRow[];
  readonly shown: readonly GroupRow[];
  readonly columns: readonly GridColumn[];
  readonly calculators: readonly string[];
  readonly onEdit: (edits: readonly CellEdit[], done?: string) => void;
}): { readonly onPaste: (block: string[][], at: Spot) => void; readonly sheet: ReactNode } {
  const { file, matrix, rows, shown, columns, calculators, onEdit } = props;
  const { t } = useTranslation('group');
  const { fail } = useNotices();
  const queries = useQueryClient();
  const change = useChange(file.id);
  const offer = useUndoOffer();
  const title = useColumnTitle();
  const [pasted, setPasted] = useState<PasteInput | null>(null);
  const [busy, setBusy] = useState(false);

  // What the sheet says a paste would do is held against the rows as they are now, each in the place it was pasted to.
  const input = useMemo<PasteInput | null>(() => {
    if (!pasted) return null;
    const all = rows.map((row) => targetOf(row, calculators));
    const now = new Map(all.map((target) => [target.memberId, target]));
    return { ...pasted, all, shown: pasted.shown.map((target) => now.get(target.memberId) ?? target) };
  }, [pasted, rows, calculators]);

  const onPaste = (block: string[][], at: Spot): void => {
    const editable = columns.flatMap((c) => c.edit ?? []);
    // Under a heading every column that the record has may come, also one that is not shown, and every kind of claim.
    const words = new Map<ColumnId, readonly string[]>([
      ...allColumns.map((c) => [c, [title(c)]] as const),
      ...itemCalculators()
        .filter(isMoneyItem)
        .map((c) => [claimColumn(c.id), [c.title.zh, c.title.en]] as const),
    ]);
    const given: PasteInput = {
      block,
      columns: [...editable, ...allColumns.filter((c) => !editable.includes(c))],
      words,
      at,
      shown: shown.map((row) => targetOf(row, calculators)),
      all: rows.map((row) => targetOf(row, calculators)),
      hasPeriod: typeof matrix.shared.period === 'string',
    };
    const plan = planPaste(given);
    const { counts } = plan;
    if (plan.problems.length === 0 && counts.add === 0 && !plan.heading && counts.cells <= pastedAtOnce) {
      const edits = plan.lines.flatMap((l) =>
        (Object.entries(l.set) as [ColumnId, CellValue][]).map(([column, value]) => ({
          memberId: l.memberId ?? '',
          column,
          value,
        })),
      );
      onEdit(edits, edits.length > 1 ? t('done.pasted', { count: edits.length }) : undefined);
    } else setPasted(given);
  };

  const take = async (plan: PastePlan): Promise<void> => {
    const lines = plan.lines.filter((l) => l.outcome === 'add' || l.outcome === 'change');
    const versions = new Map(matrix.rows.map((r) => [r.memberId, r.version]));
    setBusy(true);
    try {
      const done = await change('group.save', {
        rows: lines.map((l) => ({
          memberId: l.memberId,
          version: l.memberId === null ? null : (versions.get(l.memberId) ?? null),
          set: l.set as Record<string, CellValue>,
        })),
      });
      setPasted(null);
      offer(t('done.taken', { added: done.added.length, changed: done.changed }), done);
    } catch (error) {
      // The sheet shows then what stands there now beside what is pasted over it.
      if (hasCode(error, 'conflict'))
        await queries.refetchQueries({ queryKey: groupQuery(file.id).queryKey });
      fail(error);
    } finally {
      setBusy(false);
    }
  };

  return {
    onPaste,
    sheet: input && (
      <PasteSheet
        input={input}
        busy={busy}
        onTake={(plan) => void take(plan)}
        onClose={() => setPasted(null)}
      />
    ),
  };
}

const targetOf = (row: GroupRow, calculators: readonly string[]): PasteTarget => ({
  memberId: row.memberId,
  values: Object.fromEntries(
    [...allColumns, ...calculators.map(claimColumn)].map((c) => [c, cellOf(row, c)]),
  ),
  locked: new Set(
    (['arrears', 'period', ...calculators.map(claimColumn)] as const).filter((c) => lockOf(row, c) !== null),
  ),
});
