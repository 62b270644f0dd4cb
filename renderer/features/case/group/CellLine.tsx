import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  exceptionsOf,
  type GroupShared,
  lockOf,
  type RowCheck,
} from '../../../../shared/features/group/group.checks.ts';
import type { GroupRow } from '../../../../shared/features/group/group.contract.ts';
import {
  type CellValue,
  calculatorOfColumn,
  type SharedId,
} from '../../../../shared/features/group/group.fields.ts';
import type { Fen } from '../../../../shared/kernel/money.ts';
import { formatYuan } from '../../../../shared/kernel/money.ts';
import { type GridColumn, useCellWords } from './columns.ts';
import { type BadCell, type CellEdit, cellKey } from './use-edits.ts';

/** What there is to say of the cell under the cursor, with the way back where it is an exception. */
export function CellLine(props: {
  row: GroupRow | undefined;
  column: GridColumn | undefined;
  checks: readonly RowCheck[];
  shared: GroupShared;
  bad: ReadonlyMap<string, BadCell>;
  readOnly: boolean;
  onEdit: (edits: readonly CellEdit[], done: string) => void;
}) {
  const { row, column, shared, readOnly } = props;
  const { t } = useTranslation('group');
  const words = useCellWords();
  if (!row || !column)
    return (
      <p className="gm-line gd-quiet" role="status">
        {readOnly ? '' : t('newRowHint')}
      </p>
    );
  const id = column.edit;
  const name = String(row.values.name ?? '');
  const parts: React.ReactNode[] = [];
  if (id !== null) {
    const bad = props.bad.get(cellKey(row.memberId, id));
    if (bad)
      parts.push(
        <span key="bad" className="gd-red">
          {bad.why}
        </span>,
      );
    for (const check of props.checks.filter((c) => c.column === id && c.code !== 'claim-differs'))
      parts.push(
        <span key={check.code} className={check.severity === 'error' ? 'gd-red' : 'gd-amber'}>
          {t(`check.${check.code}`)}
        </span>,
      );
    const locked = lockOf(row, id);
    if (locked)
      parts.push(
        <span key="lock" className="gd-quiet">
          {t(`lock.${locked}`)}
        </span>,
      );
    const reset = (value: CellValue, label: string, shown: string): void =>
      void parts.push(
        !readOnly && (
          <Button
            key={`reset ${label}`}
            size="small"
            onClick={() =>
              props.onEdit([{ memberId: row.memberId, column: id, value }], t('done.reset', { value: shown }))
            }
          >
            {label}
          </Button>
        ),
      );
    const common = shared[id];
    if (exceptionsOf(row, shared).includes(id as SharedId) && common !== undefined) {
      const value = words(id, common);
      parts.push(<span key="exception">{t('exception', { value })}</span>);
      if (!locked) reset(common, t('resetTo', { value }), value);
    }
    const calculator = calculatorOfColumn(id);
    const cell = calculator === null ? undefined : row.claims[calculator];
    if (cell?.typed && cell.computedFen !== null) {
      const computed = formatYuan(cell.computedFen as Fen);
      parts.push(
        <span key="differs">
          {t('computedIs', { claimed: formatYuan((cell.claimedFen ?? 0) as Fen), computed })}
        </span>,
      );
      if (!locked) reset(null, t('resetComputed', { computed }), computed);
    }
  }
  return (
    <p className="gm-line" role="status">
      <strong>{t('cell', { name, column: column.title })}</strong>
      {parts}
    </p>
  );
}
