// biome-ignore-all lint/a11y/useSemanticElements: a grid of 2,000 rows is drawn only where it is seen
// biome-ignore-all lint/a11y/useFocusableInteractive: the field of the cell with the cursor takes the focus
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Totals } from '../../../../shared/features/group/group.checks.ts';
import { calculatorOfColumn } from '../../../../shared/features/group/group.fields.ts';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import type { GridColumn } from './columns.ts';
import type { Frame } from './use-grid-frame.ts';

/** The headings, with the tick that chooses all rows. */
export function GridHead(props: {
  readonly columns: readonly GridColumn[];
  /** The column with the cursor. */
  readonly at: number;
  readonly frame: Frame;
  readonly count: number;
  readonly selected: 'all' | 'some' | 'none';
  readonly onSelectAll: () => void;
}) {
  const { columns, at, frame, count, selected, onSelectAll } = props;
  const { t } = useTranslation('group');
  return (
    <div className="gm-head" role="row" style={{ width: frame.width, gridTemplateColumns: frame.template }}>
      <span role="columnheader" className="gm-lead">
        <Checkbox
          checked={selected === 'all'}
          indeterminate={selected === 'some'}
          disabled={count === 0}
          aria-label={t('selectAll')}
          onChange={onSelectAll}
        />
      </span>
      {columns.map((c, i) => (
        <span
          key={c.id}
          role="columnheader"
          title={c.title}
          className={`${c.numeric ? 'gd-num ' : ''}${i === 0 ? 'gm-first ' : ''}${i === at ? 'gm-here' : ''}`}
        >
          {c.title}
        </span>
      ))}
    </div>
  );
}

/** The sums of what is shown. */
export function GridFoot(props: {
  readonly columns: readonly GridColumn[];
  readonly frame: Frame;
  readonly totals: Totals;
}) {
  const { columns, frame, totals } = props;
  const { t } = useTranslation('group');
  return (
    <div className="gm-foot" role="row" style={{ width: frame.width, gridTemplateColumns: frame.template }}>
      <span role="gridcell" className="gm-lead" />
      {columns.map((c, i) => (
        <span
          key={c.id}
          role="gridcell"
          className={`${c.numeric ? 'gd-num ' : ''}${i === 0 ? 'gm-first' : ''}`}
        >
          {i === 0 ? t('sums', { count: totals.count }) : <FootCell column={c} totals={totals} />}
        </span>
      ))}
    </div>
  );
}

function FootCell({ column, totals }: { column: GridColumn; totals: Totals }) {
  if (column.id === 'total') return <MoneyText fen={totals.claimedFen} />;
  if (column.id === 'arrears') return <MoneyText fen={totals.arrearsFen} />;
  const calculator = column.edit === null ? null : calculatorOfColumn(column.edit);
  return calculator === null ? null : <MoneyText fen={totals.claims[calculator] ?? 0} />;
}
