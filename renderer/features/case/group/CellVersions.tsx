import { useTranslation } from 'react-i18next';
import type { GroupRow } from '../../../../shared/features/group/group.contract.ts';
import type { CellValue, ColumnId } from '../../../../shared/features/group/group.fields.ts';
import type { Merged } from '../../../ui/versions/three-way.ts';
import { VersionsDialog } from '../../../ui/versions/VersionsDialog.tsx';
import { noWords, useReader } from '../../../ui/versions/words.tsx';
import { useCellWords, useColumnTitle } from './columns.ts';
import type { BadCell, CellEdit } from './use-edits.ts';

/** Cells that two people changed: both values of each are shown, and one is chosen. */
export function CellVersions(props: {
  readonly met: Merged<unknown>;
  readonly rows: readonly GroupRow[];
  readonly onEdit: (edits: readonly CellEdit[]) => void;
  /** What is not decided yet stays in its cell, marked. */
  readonly onBad: (memberId: string, column: ColumnId, cell: BadCell) => void;
  readonly onClose: () => void;
}) {
  const { met, rows, onEdit, onBad, onClose } = props;
  const { t } = useTranslation('group');
  const title = useColumnTitle();
  const text = useCellWords();
  const names = new Map(rows.map((r) => [r.memberId, String(r.values.name ?? '')]));
  const cells = met.differences.map((d) => ({
    memberId: d.path[0] ?? '',
    column: (d.path[1] ?? 'name') as ColumnId,
    mine: d.mine as CellValue,
    theirs: d.theirs as CellValue,
    path: d.path,
  }));
  const words = Object.fromEntries(
    cells.map(({ memberId, column }) => [
      `${memberId}.${column}`,
      {
        label: t('cell', { name: names.get(memberId) ?? '', column: title(column) }),
        text: (value: CellValue) => text(column, value),
      },
    ]),
  );
  const reader = useReader(noWords, words);
  return (
    <VersionsDialog
      merged={met}
      reader={reader}
      onClose={() => {
        for (const { memberId, column, mine, theirs } of cells)
          onBad(memberId, column, {
            text: text(column, mine),
            why: t('cellChanged', { value: text(column, theirs) }),
          });
        onClose();
      }}
      onChoose={(sideOf) => {
        onClose();
        onEdit(
          cells
            .filter((c) => sideOf(c.path) === 'mine')
            .map(({ memberId, column, mine, theirs }) => ({ memberId, column, value: mine, was: theirs })),
        );
      }}
    />
  );
}
