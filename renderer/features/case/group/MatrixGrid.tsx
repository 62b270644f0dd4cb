// biome-ignore-all lint/a11y/useSemanticElements: a grid of 2,000 rows is drawn only where it is seen
// biome-ignore-all lint/a11y/useFocusableInteractive: the field of the cell with the cursor takes the focus
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readCell } from '../../../../shared/features/group/group.cells.ts';
import {
  cellOf,
  type GroupShared,
  lockOf,
  type RowCheck,
  type Totals,
} from '../../../../shared/features/group/group.checks.ts';
import type { GroupRow } from '../../../../shared/features/group/group.contract.ts';
import { type CellValue, type ColumnId, kindOf } from '../../../../shared/features/group/group.fields.ts';
import { formatBlock, parseBlock } from '../../../../shared/features/group/group.paste.ts';
import { parseDateText } from '../../../ui/date-text.ts';
import { isComposing } from '../../../ui/keyboard.ts';
import { useToday } from '../../../ui/today.ts';
import { type GridColumn, useChoices, useEditText } from './columns.ts';
import { areaOf, type Cursor, isSingle, moved, placed, type Spot } from './cursor.ts';
import { GridFoot, GridHead } from './GridEnds.tsx';
import { GridRow, type Marks } from './GridRow.tsx';
import type { BadCell, CellEdit } from './use-edits.ts';
import { cellKey } from './use-edits.ts';
import { useGridFrame } from './use-grid-frame.ts';

interface Props {
  readonly rows: readonly GroupRow[];
  readonly columns: readonly GridColumn[];
  readonly totals: Totals;
  readonly shared: GroupShared;
  readonly checks: ReadonlyMap<string, readonly RowCheck[]>;
  readonly bad: ReadonlyMap<string, BadCell>;
  readonly selected: ReadonlySet<string>;
  readonly cursor: Cursor;
  readonly readOnly: boolean;
  readonly onCursor: (cursor: Cursor) => void;
  readonly onSelect: (ids: readonly string[], on: boolean) => void;
  /** `done`: what is said of it, with the offer to take it back. */
  readonly onEdit: (edits: readonly CellEdit[], done?: string) => void;
  readonly onBad: (memberId: string, column: ColumnId, cell: BadCell | null) => void;
  readonly onAdd: (name: string) => void;
  readonly onPaste: (block: string[][], at: Spot) => void;
  readonly onCopied: (cells: number) => void;
  readonly onUndo: () => void;
  readonly onOpen: (memberId: string) => void;
}

/**
 * The matrix as a grid. The focus is always in one field, laid over the cell that has the cursor, so that an input
 * method can begin in it; until something is typed the field is empty and the cell shows through.
 */
export function MatrixGrid(props: Props) {
  const { rows, columns, cursor, readOnly, onCursor } = props;
  const { t } = useTranslation('group');
  const { t: tp } = useTranslation('group', { keyPrefix: 'problem' });
  const editText = useEditText();
  const choices = useChoices();
  const today = useToday();
  const scroll = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  /** Where typing began, and what stood there: others may add and remove rows meanwhile. */
  const began = useRef<{ memberId: string | null; column: ColumnId; was: CellValue } | null>(null);
  const [focused, setFocused] = useState(false);
  const listId = useId();
  // One row more than there are workers: a name typed there adds one.
  const extent = useMemo(
    () => ({ rows: rows.length + (readOnly ? 0 : 1), columns: columns.length }),
    [rows.length, columns.length, readOnly],
  );
  const { at } = cursor;
  const area = areaOf(cursor);
  const { virtual, frame, reveal } = useGridFrame(scroll, columns, extent.rows, at);

  const column = columns[at.column];
  const row = rows[at.row];
  const go = (next: Cursor): void => {
    onCursor(next);
    reveal(next.at);
  };
  // The field moves with the cursor; the focus goes along once it stands in its new cell.
  const spotKey = `${at.row} ${at.column}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is what moves the field
  useLayoutEffect(() => {
    if (focused) input.current?.focus({ preventScroll: true });
  }, [spotKey, focused]);
  const revealed = useRef(spotKey);
  useEffect(() => {
    if (revealed.current === spotKey) return;
    revealed.current = spotKey;
    reveal(at);
  }, [spotKey, at, reveal]);

  const locked = row && column?.edit ? lockOf(row, column.edit) : null;
  const mayEdit = !readOnly && column?.edit !== null && column !== undefined && locked === null;
  const mark = (): void => {
    if (column?.edit)
      began.current = {
        memberId: row?.memberId ?? null,
        column: column.edit,
        was: row ? cellOf(row, column.edit) : null,
      };
  };
  const begin = (text?: string): void => {
    if (!mayEdit || !column?.edit) return;
    mark();
    if (!row) setDraft(text ?? '');
    else {
      const left = props.bad.get(cellKey(row.memberId, column.edit));
      setDraft(text ?? left?.text ?? editText(column.edit, cellOf(row, column.edit)));
    }
  };

  /** Takes what was typed; what cannot be read stays in its cell. */
  const commit = (): void => {
    const text = draft;
    setDraft(null);
    if (text === null || !began.current) return;
    const { memberId, column: id, was } = began.current;
    if (memberId === null) {
      if (id === 'name' && text.trim() !== '') props.onAdd(text);
      return;
    }
    const target = rows.find((r) => r.memberId === memberId);
    const day = kindOf(id) === 'date' && text.trim() !== '' ? parseDateText(text, today) : null;
    const read = day ? { value: day as CellValue } : readCell(id, text);
    if ('problem' in read) {
      props.onBad(memberId, id, { text, why: tp(read.problem, { value: text.trim() }) });
      return;
    }
    // Nothing was changed here, whatever somebody else has changed meanwhile.
    if (read.value === was || (target && read.value === cellOf(target, id))) props.onBad(memberId, id, null);
    else props.onEdit([{ memberId, column: id, value: read.value, was }]);
  };

  const cellsOfArea = (): { row: GroupRow; column: ColumnId }[] => {
    const cells: { row: GroupRow; column: ColumnId }[] = [];
    for (let r = area.top; r <= area.bottom; r++)
      for (let c = area.left; c <= area.right; c++) {
        const target = rows[r];
        const edit = columns[c]?.edit;
        if (target && edit && lockOf(target, edit) === null) cells.push({ row: target, column: edit });
      }
    return cells;
  };
  const clear = (): void => {
    if (readOnly) return;
    // Without a name nobody is there.
    const cells = cellsOfArea().filter((c) => c.column !== 'name' && cellOf(c.row, c.column) !== null);
    const edits = cells.map((c) => ({ memberId: c.row.memberId, column: c.column, value: null }));
    props.onEdit(edits, edits.length > 1 ? t('done.cleared', { count: edits.length }) : undefined);
  };
  const fillDown = (): void => {
    if (readOnly) return;
    const source = rows[isSingle(area) ? area.top - 1 : area.top];
    if (!source) return;
    const edits = cellsOfArea()
      .filter((c) => c.row !== source && c.column !== 'name' && c.column !== 'idNumber')
      .map((c) => ({ memberId: c.row.memberId, column: c.column, value: cellOf(source, c.column) }))
      .filter((e) => e.value !== null);
    props.onEdit(edits, edits.length > 1 ? t('done.filled', { count: edits.length }) : undefined);
  };
  const textOf = (r: number, c: number): string => {
    const target = rows[r];
    const shown = columns[c];
    if (!target || !shown) return '';
    if (shown.id === 'total') return editText('arrears', target.claimedFen);
    if (shown.id === 'status') return t(`status.${target.status}`);
    return editText(shown.id, cellOf(target, shown.id));
  };
  const copy = (event: React.ClipboardEvent): void => {
    if (draft !== null) return;
    event.preventDefault();
    const lines: string[][] = [];
    for (let r = area.top; r <= Math.min(area.bottom, rows.length - 1); r++)
      lines.push(Array.from({ length: area.right - area.left + 1 }, (_, i) => textOf(r, area.left + i)));
    event.clipboardData.setData('text/plain', formatBlock(lines));
    props.onCopied(lines.reduce((sum, l) => sum + l.length, 0));
  };
  const paste = (event: React.ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    const block = parseBlock(text);
    const single = block.length === 1 && block[0]?.length === 1;
    // Into a cell that is being typed in, a single value goes as into any field.
    if (draft !== null && single) return;
    event.preventDefault();
    if (readOnly || text === '') return;
    setDraft(null);
    props.onPaste(block, { row: area.top, column: area.left });
  };

  const onKey = (e: React.KeyboardEvent): void => {
    if (isComposing(e)) return;
    const mod = e.ctrlKey || e.metaKey;
    const stop = (): void => {
      e.preventDefault();
      e.stopPropagation();
    };
    if (draft !== null) {
      if (e.key === 'Enter') {
        stop();
        commit();
        go(placed({ row: at.row + (e.shiftKey ? -1 : 1), column: at.column }, extent));
      } else if (e.key === 'Tab') {
        stop();
        commit();
        go(placed({ row: at.row, column: at.column + (e.shiftKey ? -1 : 1) }, extent));
      } else if (e.key === 'Escape') {
        stop();
        setDraft(null);
      }
      return;
    }
    if (e.key === 'Tab' && !mod) {
      const next = at.column + (e.shiftKey ? -1 : 1);
      // At the end of a row the key leads out of the grid, as anywhere on the page.
      if (next < 0 || next >= columns.length) return;
      stop();
      go(placed({ row: at.row, column: next }, extent));
      return;
    }
    if (mod) {
      const key = e.key.toLowerCase();
      if (key === 'd') {
        stop();
        fillDown();
        return;
      }
      if (key === 'z') {
        stop();
        props.onUndo();
        return;
      }
      if (key === 'a') {
        stop();
        onCursor({ from: { row: 0, column: 0 }, at: { row: rows.length - 1, column: columns.length - 1 } });
        return;
      }
    }
    if (e.key === ' ' && e.shiftKey && row) {
      stop();
      props.onSelect([row.memberId], !props.selected.has(row.memberId));
      return;
    }
    const next = moved(cursor, e.key, { shift: e.shiftKey, mod }, extent);
    if (next) {
      stop();
      go(next);
    } else if (e.key === 'Enter' || e.key === 'F2') {
      stop();
      if (mod && row) props.onOpen(row.memberId);
      else if (mayEdit) begin();
      else if (row) props.onOpen(row.memberId);
    } else if (e.key === 'Delete' || e.key === 'Backspace') {
      stop();
      clear();
    } else if (e.key === 'Escape' && (!isSingle(area) || (row && column?.edit))) {
      stop();
      if (row && column?.edit) props.onBad(row.memberId, column.edit, null);
      onCursor({ at, from: at });
    }
  };

  const marksOf = (target: GroupRow): Marks => ({
    checks: props.checks.get(target.memberId) ?? none,
    shared: props.shared,
    bad: props.bad,
  });
  const options = column?.edit ? choices(column.edit) : [];
  const editor = (
    <>
      <input
        ref={input}
        className={draft === null ? 'gm-editor gm-ready' : 'gm-editor'}
        value={draft ?? ''}
        readOnly={!mayEdit}
        list={draft !== null && options.length > 0 ? listId : undefined}
        autoComplete="off"
        spellCheck={false}
        aria-label={
          row
            ? `${t('cell', { name: String(row.values.name ?? ''), column: column?.title ?? '' })}: ${textOf(at.row, at.column) || t('blank')}`
            : t('newRow')
        }
        onChange={(e) => {
          if (draft === null) mark();
          setDraft(e.target.value);
        }}
        onKeyDown={onKey}
        onCopy={copy}
        onCut={copy}
        onPaste={paste}
        onCompositionStart={() => {
          if (draft !== null || !mayEdit) return;
          mark();
          setDraft('');
        }}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          commit();
        }}
        onDoubleClick={() => draft === null && begin()}
      />
      {draft !== null && options.length > 0 && (
        <datalist id={listId}>
          {options.map((o) => (
            <option key={o} value={o} />
          ))}
        </datalist>
      )}
    </>
  );
  const click = (spot: Spot, extend: boolean): void => {
    if (draft !== null) commit();
    onCursor(extend ? { at: spot, from: cursor.from } : placed(spot, extent));
    setFocused(true);
    // The same cell again: nothing moves, so nothing else brings the focus back.
    requestAnimationFrame(() => input.current?.focus({ preventScroll: true }));
  };
  // Rows that are not drawn anew keep the function that they were given.
  const latest = useRef(click);
  latest.current = click;
  const pick = useCallback((spot: Spot, extend: boolean): void => latest.current(spot, extend), []);
  const allOn = rows.length > 0 && rows.every((r) => props.selected.has(r.memberId));
  return (
    <div
      ref={scroll}
      className="gm-scroll"
      role="grid"
      aria-label={t('grid')}
      aria-rowcount={rows.length + 2}
      aria-colcount={columns.length + 1}
    >
      <GridHead
        columns={columns}
        at={at.column}
        frame={frame}
        count={rows.length}
        selected={allOn ? 'all' : props.selected.size > 0 ? 'some' : 'none'}
        onSelectAll={() =>
          props.onSelect(
            rows.map((r) => r.memberId),
            !allOn,
          )
        }
      />
      <div className="gm-body" role="rowgroup" style={{ height: virtual.getTotalSize(), width: frame.width }}>
        {virtual.getVirtualItems().map((v) => {
          const target = rows[v.index];
          const active = v.index === at.row;
          return (
            <GridRow
              key={target?.memberId ?? 'new'}
              row={target ?? null}
              index={v.index}
              top={v.start}
              width={frame.width}
              template={frame.template}
              columns={columns}
              marks={target ? marksOf(target) : null}
              selected={target !== undefined && props.selected.has(target.memberId)}
              activeColumn={active ? at.column : -1}
              editor={active ? editor : null}
              typing={active && draft !== null}
              left={v.index >= area.top && v.index <= area.bottom ? area.left : -1}
              right={v.index >= area.top && v.index <= area.bottom ? area.right : -2}
              readOnly={readOnly}
              onPick={pick}
              onSelect={props.onSelect}
              onOpen={props.onOpen}
            />
          );
        })}
      </div>
      <GridFoot columns={columns} frame={frame} totals={props.totals} />
    </div>
  );
}

const none: readonly RowCheck[] = [];
