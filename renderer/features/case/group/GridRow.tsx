// biome-ignore-all lint/a11y/useSemanticElements: a grid of 2,000 rows is drawn only where it is seen
// biome-ignore-all lint/a11y/useFocusableInteractive: the field of the cell with the cursor takes the focus
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the field answers the keys
import { Checkbox } from 'antd';
import type { TFunction } from 'i18next';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  cellOf,
  exceptionsOf,
  type GroupShared,
  lockOf,
  type RowCheck,
} from '../../../../shared/features/group/group.checks.ts';
import type { GroupRow } from '../../../../shared/features/group/group.contract.ts';
import { calculatorOfColumn, type SharedId } from '../../../../shared/features/group/group.fields.ts';
import { Icon } from '../../../ui/icons.tsx';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { StatusChip, type Tone } from '../../../ui/StatusChip.tsx';
import { type GridColumn, useCellWords } from './columns.ts';
import type { Spot } from './cursor.ts';
import { type BadCell, cellKey } from './use-edits.ts';

export interface Marks {
  readonly checks: readonly RowCheck[];
  readonly shared: GroupShared;
  readonly bad: ReadonlyMap<string, BadCell>;
}

export const statusTones: Readonly<Record<GroupRow['status'], Tone>> = {
  active: 'neutral',
  settled: 'green',
  withdrawn: 'amber',
  split: 'accent',
};

interface Props {
  /** Null for the row in which a name adds a worker. */
  readonly row: GroupRow | null;
  readonly index: number;
  readonly top: number;
  readonly width: number;
  readonly template: string;
  readonly columns: readonly GridColumn[];
  readonly marks: Marks | null;
  readonly selected: boolean;
  readonly activeColumn: number;
  readonly editor: ReactNode;
  readonly typing: boolean;
  readonly left: number;
  readonly right: number;
  readonly readOnly: boolean;
  readonly onPick: (spot: Spot, extend: boolean) => void;
  readonly onSelect: (ids: readonly string[], on: boolean) => void;
  readonly onOpen: (memberId: string) => void;
}

/** One worker; drawn anew only when something of this row has changed. */
export const GridRow = memo(
  function GridRow(props: Props) {
    const { row, index, columns, marks, selected } = props;
    const { t } = useTranslation('group');
    const words = useCellWords();
    const name = String(row?.values.name ?? '');
    return (
      <div
        role="row"
        aria-rowindex={index + 2}
        aria-selected={selected}
        className={`gm-row${selected ? ' gm-selected' : ''}${row ? ` gm-is-${row.status}` : ' gm-new'}`}
        style={{
          width: props.width,
          gridTemplateColumns: props.template,
          transform: `translateY(${props.top}px)`,
        }}
      >
        <span role="gridcell" className="gm-lead">
          {row && (
            <>
              <Checkbox
                tabIndex={-1}
                checked={selected}
                aria-label={t('select', { name })}
                onChange={() => props.onSelect([row.memberId], !selected)}
              />
              <button
                type="button"
                tabIndex={-1}
                className="gm-number tabular"
                title={t('open', { name })}
                onClick={() => props.onOpen(row.memberId)}
              >
                {index + 1}
              </button>
            </>
          )}
        </span>
        {columns.map((column, i) => (
          <Cell
            key={column.id}
            row={row}
            column={column}
            first={i === 0}
            marks={marks}
            active={i === props.activeColumn}
            picked={i >= props.left && i <= props.right}
            editor={i === props.activeColumn ? props.editor : null}
            typing={props.typing && i === props.activeColumn}
            t={t}
            words={words}
            onPick={(extend) => props.onPick({ row: index, column: i }, extend)}
          />
        ))}
      </div>
    );
  },
  (a, b) =>
    // The editor is another element each time; only the row that has it is drawn with it.
    a.editor === null &&
    b.editor === null &&
    a.row === b.row &&
    a.index === b.index &&
    a.top === b.top &&
    a.template === b.template &&
    a.columns === b.columns &&
    a.selected === b.selected &&
    a.left === b.left &&
    a.right === b.right &&
    a.readOnly === b.readOnly &&
    a.marks?.checks === b.marks?.checks &&
    a.marks?.shared === b.marks?.shared &&
    a.marks?.bad === b.marks?.bad,
);

function Cell(props: {
  row: GroupRow | null;
  column: GridColumn;
  first: boolean;
  marks: Marks | null;
  active: boolean;
  picked: boolean;
  editor: ReactNode;
  typing: boolean;
  // Given by the row: asking for them in each of hundreds of cells takes longer than drawing them.
  t: TFunction<'group'>;
  words: ReturnType<typeof useCellWords>;
  onPick: (extend: boolean) => void;
}) {
  const { row, column, marks, t, words } = props;
  const classes = ['gm-cell'];
  if (column.numeric) classes.push('gd-num', 'tabular');
  if (props.first) classes.push('gm-first');
  if (props.picked) classes.push('gm-picked');
  if (props.active) classes.push('gm-active');
  let content: ReactNode = null;
  let title = '';
  if (!row) {
    content = props.first && !props.active ? <span className="gd-quiet">{t('newRow')}</span> : null;
  } else if (column.id === 'total') {
    content = (
      <strong>
        <MoneyText fen={row.claimedFen} />
      </strong>
    );
  } else if (column.id === 'status') {
    content = <StatusChip tone={statusTones[row.status]}>{t(`status.${row.status}`)}</StatusChip>;
    title = [row.statusOn, row.statusNote].filter(Boolean).join(' ');
  } else {
    const { id } = column;
    const bad = marks?.bad.get(cellKey(row.memberId, id));
    const check = marks?.checks.find((c) => c.column === id && c.severity !== 'note');
    const calculator = calculatorOfColumn(id);
    const cell = calculator === null ? undefined : row.claims[calculator];
    const text = bad?.text ?? words(id, cellOf(row, id));
    title = bad?.why ?? (check ? t(`check.${check.code}`) : text);
    if (bad) classes.push('gm-bad');
    else if (check) classes.push(check.severity === 'error' ? 'gm-error' : 'gm-warning');
    if (cell?.typed) classes.push('gm-typed');
    if (marks && exceptionsOf(row, marks.shared).includes(id as SharedId)) classes.push('gm-exception');
    if (lockOf(row, id)) classes.push('gm-locked');
    content = (
      <>
        {(bad || check) && <Icon name="warning" size={12} />}
        <span className="gm-text">{text}</span>
        {id === 'name' && row.isRepresentative && <RepMark />}
      </>
    );
  }
  return (
    <span
      role="gridcell"
      aria-selected={props.picked}
      className={classes.join(' ')}
      title={title}
      onMouseDown={(e) => {
        // The field in this cell takes its own clicks.
        if (e.target instanceof HTMLInputElement) return;
        e.preventDefault();
        props.onPick(e.shiftKey);
      }}
    >
      {!props.typing && content}
      {props.editor}
    </span>
  );
}

function RepMark() {
  const { t } = useTranslation('case');
  return <StatusChip tone="accent">{t('reps.mark')}</StatusChip>;
}
