import { Button, Dropdown, Input, Tooltip } from 'antd';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api.ts';
import { isMoneyItem, itemCalculators } from '../../../../shared/features/claims/claim-items.rules.ts';
import { readCell } from '../../../../shared/features/group/group.cells.ts';
import {
  cellOf,
  checksOf,
  lockOf,
  type RowCheck,
  totalsOf,
} from '../../../../shared/features/group/group.checks.ts';
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
import {
  type ActKind,
  type MemberStatus,
  mayAct,
  memberStatuses,
} from '../../../../shared/features/group/group.status.ts';
import type { Fen } from '../../../../shared/kernel/money.ts';
import { formatYuan } from '../../../../shared/kernel/money.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { useMay } from '../../../app/session.tsx';
import { platform } from '../../../transport/platform.ts';
import { Icon } from '../../../ui/icons.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { Select } from '../../../ui/Select.tsx';
import { openBatch } from '../../documents/batch/batch-store.ts';
import { useUndoLast } from '../../undo/use-undo.ts';
import { useChange } from '../case.queries.ts';
import { importSheet } from '../case.search.ts';
import type { TabProps } from '../tabs/tab.ts';
import { usePlace } from '../use-place.ts';
import { ActDialog } from './ActDialog.tsx';
import { CellLine } from './CellLine.tsx';
import { CellVersions } from './CellVersions.tsx';
import { useColumns, useColumnTitle } from './columns.ts';
import { type Cursor, home, type Spot } from './cursor.ts';
import { MatrixGrid } from './MatrixGrid.tsx';
import { PasteSheet } from './PasteSheet.tsx';
import { ProblemPanel } from './ProblemPanel.tsx';
import { SharedSheet } from './SharedSheet.tsx';
import { type CellEdit, useEdits, withTyped } from './use-edits.ts';

/** A paste of no more cells, without anything wrong or new in it, needs no second look: one undo takes it back. */
const pastedAtOnce = 200;
const allColumns = [...factIds, 'arrears'] as const;

export function MatrixView(
  props: TabProps & { readonly matrix: Output<'group.matrix'>; readonly views: ReactNode },
) {
  const { file, readOnly, matrix } = props;
  const { t, i18n } = useTranslation('group');
  const { t: tb } = useTranslation('batch');
  const mayMake = useMay('document.make');
  const bilingual = useBilingual();
  const { say, fail, undoable } = useNotices();
  const { show, go } = usePlace();
  const change = useChange(file.id);
  const undo = useUndoLast(file.id);
  const title = useColumnTitle();
  const { overlay, bad, edit, keepBad, met, meet } = useEdits(file.id);
  const [find, setFind] = useState('');
  const [status, setStatus] = useState<MemberStatus | null>(null);
  const [onlyProblems, setOnlyProblems] = useState(false);
  const [more, setMore] = useState(false);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [panel, setPanel] = useState(false);
  const [cursor, setCursor] = useState<Cursor>(home);
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set());
  const [pasted, setPasted] = useState<PasteInput | null>(null);
  const [busy, setBusy] = useState(false);
  const [sharing, setSharing] = useState(false);
  const [act, setAct] = useState<ActKind | 'split' | null>(null);

  const rows = useMemo(
    () => (overlay.size === 0 ? matrix.rows : matrix.rows.map((r) => withTyped(r, overlay.get(r.memberId)))),
    [matrix.rows, overlay],
  );
  const calculators = useMemo(
    () => [...matrix.calculators, ...added.filter((c) => !matrix.calculators.includes(c))],
    [matrix.calculators, added],
  );
  const filled = useCallback(
    (column: ColumnId) => matrix.rows.some((r) => (r.values[column] ?? null) !== null),
    [matrix.rows],
  );
  const columns = useColumns(calculators, more, filled);
  const checks = useMemo(() => checksOf(rows), [rows]);
  const checksByRow = useMemo(() => Map.groupBy(checks, (c) => c.memberId), [checks]);
  const counted = checks.filter((c) => c.severity !== 'note').length + bad.size;
  const shown = useMemo(() => {
    const text = find.trim().toLowerCase();
    return rows.filter(
      (r) =>
        (status === null || r.status === status) &&
        (!onlyProblems || checksByRow.get(r.memberId)?.some((c) => c.severity !== 'note')) &&
        (text === '' ||
          ['name', 'idNumber', 'phone', 'team'].some((c) =>
            String(r.values[c] ?? '')
              .toLowerCase()
              .includes(text),
          )),
    );
  }, [rows, find, status, onlyProblems, checksByRow]);
  const totals = useMemo(() => totalsOf(shown, calculators), [shown, calculators]);
  const chosen = rows.filter((r) => selected.has(r.memberId));
  const outdated = rows.filter((r) => Object.values(r.claims).some((c) => c.outdated));
  const stated = rows.filter((r) => Object.values(r.claims).some((c) => c.typed && c.computedFen === null));

  const onSelect = useCallback((ids: readonly string[], on: boolean): void => {
    setSelected((before) => {
      const next = new Set(before);
      for (const id of ids) {
        if (on) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  }, []);
  const onOpen = useCallback((id: string): void => show({ kind: 'member', id }), [show]);
  const onEdit = (edits: readonly CellEdit[], done?: string): void => {
    edit(edits);
    if (done) say(done);
  };
  const addWorker = (text: string): void => {
    const read = readCell('name', text);
    if ('problem' in read) return;
    change('group.save', { rows: [{ memberId: null, set: { name: read.value } }] }).catch(fail);
  };

  const target = (row: GroupRow): PasteTarget => ({
    memberId: row.memberId,
    values: Object.fromEntries(
      [...allColumns, ...calculators.map(claimColumn)].map((c) => [c, cellOf(row, c)]),
    ),
    locked: new Set(
      (['arrears', 'period', ...calculators.map(claimColumn)] as const).filter(
        (c) => lockOf(row, c) !== null,
      ),
    ),
  });
  const onPaste = (block: string[][], at: Spot): void => {
    const editable = columns.flatMap((c) => c.edit ?? []);
    // Under a heading every column that the record has may come, also one that is not shown, and every kind of claim.
    const words = new Map<ColumnId, readonly string[]>([
      ...allColumns.map((c) => [c, [title(c)]] as const),
      ...itemCalculators()
        .filter(isMoneyItem)
        .map((c) => [claimColumn(c.id), [c.title.zh, c.title.en]] as const),
    ]);
    const input: PasteInput = {
      block,
      columns: [...editable, ...allColumns.filter((c) => !editable.includes(c))],
      words,
      at,
      shown: shown.map(target),
      all: rows.map(target),
      hasPeriod: typeof matrix.shared.period === 'string',
    };
    const plan = planPaste(input);
    const { counts } = plan;
    if (plan.problems.length === 0 && counts.add === 0 && !plan.heading && counts.cells <= pastedAtOnce) {
      const edits = plan.lines.flatMap((l) =>
        (Object.entries(l.set) as [ColumnId, CellValue][]).map(([column, value]) => ({
          memberId: l.memberId ?? '',
          column,
          value,
        })),
      );
      edit(edits);
      if (edits.length > 1) undoable(t('done.pasted', { count: edits.length }), undo);
    } else setPasted(input);
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
      undoable(t('done.taken', { added: done.added.length, changed: done.changed }), undo);
    } catch (error) {
      fail(error);
    } finally {
      setBusy(false);
    }
  };
  const recompute = async (of: readonly GroupRow[]): Promise<void> => {
    try {
      const done = await change('group.recompute', { memberIds: of.map((r) => r.memberId) });
      const { recomputed: count, failed } = done;
      undoable(
        failed > 0
          ? t('done.recomputedSome', { count, failed })
          : t('done.recomputed', { count, amount: formatYuan(done.differenceFen as Fen) }),
        undo,
      );
    } catch (error) {
      fail(error);
    }
  };
  const exportAs = async (what: 'payout' | 'matrix'): Promise<void> => {
    try {
      const made = await platform().client.call('group.export', {
        caseId: file.id,
        what,
        statuses: [...memberStatuses],
        language: i18n.language === 'en' ? 'en' : 'zh-CN',
      });
      if (await platform().saveFile(made.token, made.fileName)) say(t('export.done', { count: made.rows }));
    } catch (error) {
      fail(error);
    }
  };
  const goTo = (check: RowCheck): void => {
    setFind('');
    setStatus(null);
    setOnlyProblems(false);
    const row = rows.findIndex((r) => r.memberId === check.memberId);
    const column = Math.max(
      0,
      columns.findIndex((c) => c.id === check.column),
    );
    const at = { row: Math.max(0, row), column };
    setCursor({ at, from: at });
  };
  const may = (kind: ActKind): boolean => chosen.some((r) => mayAct(kind, r.status));

  return (
    <div className="gm-page">
      <header className="gd-bar">
        {props.views}
        <Input
          allowClear
          value={find}
          onChange={(e) => setFind(e.target.value)}
          placeholder={t('find')}
          aria-label={t('find')}
          prefix={<Icon name="search" size={14} />}
          style={{ width: 150 }}
        />
        {matrix.acts.length > 0 && (
          <Select
            aria-label={t('column.status')}
            value={status ?? 'all'}
            style={{ width: 108 }}
            options={[
              { value: 'all', label: t('allStatuses') },
              ...memberStatuses.map((s) => ({ value: s, label: t(`status.${s}`) })),
            ]}
            onChange={(s) => setStatus(memberStatuses.find((m) => m === s) ?? null)}
          />
        )}
        {counted > 0 ? (
          <Button
            type="text"
            aria-expanded={panel}
            title={t(panel ? 'problems.hide' : 'problems.show')}
            onClick={() => setPanel(!panel)}
          >
            <span className="gd-amber">
              <Icon name="warning" size={13} /> {t('problems.count', { count: counted })}
            </span>
          </Button>
        ) : (
          <span className="gd-green">
            <Icon name="check" size={13} /> {t('problems.none')}
          </span>
        )}
        <span className="gd-quiet" role="status">
          {overlay.size > 0 ? t('saving') : ''}
        </span>
        <span className="gd-spring" />
        {outdated.length > 0 && !readOnly && (
          <Tooltip title={t('recomputeHelp')}>
            <Button onClick={() => void recompute(outdated)}>
              {t('recompute', { count: outdated.length })}
            </Button>
          </Tooltip>
        )}
        <Button onClick={() => setSharing(true)}>{t('shared.open')}</Button>
        {!readOnly && (
          <Select
            aria-label={t('addClaim')}
            placeholder={t('addClaim')}
            value={null}
            style={{ width: 126 }}
            popupMatchSelectWidth={280}
            showSearch={{ optionFilterProp: 'label' }}
            options={itemCalculators()
              .filter((c) => isMoneyItem(c) && !calculators.includes(c.id))
              .map((c) => ({ value: c.id, label: bilingual(c.title) }))}
            onChange={(id: string | null) => {
              if (id === null) return;
              setAdded([...added, id]);
              say(t('claimAdded', { title: title(claimColumn(id)) }));
            }}
          />
        )}
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'more', label: `${more ? '✓ ' : ''}${t('moreColumns')}`, onClick: () => setMore(!more) },
              {
                key: 'only',
                label: `${onlyProblems ? '✓ ' : ''}${t('onlyProblems')}`,
                onClick: () => setOnlyProblems(!onlyProblems),
              },
              { type: 'divider' as const },
              { key: 'payout', label: t('export.payout'), onClick: () => void exportAs('payout') },
              { key: 'matrix', label: t('export.matrix'), onClick: () => void exportAs('matrix') },
              { type: 'divider' as const },
              ...(readOnly
                ? []
                : [
                    ...(stated.length > 0
                      ? [
                          {
                            key: 'compute',
                            label: t('compute', { count: stated.length }),
                            onClick: () => void recompute(stated),
                          },
                        ]
                      : []),
                    {
                      key: 'import',
                      label: <ImportWords />,
                      onClick: () => go({ tab: 'group', open: importSheet }),
                    },
                    {
                      key: 'reps',
                      label: <RepsWords />,
                      onClick: () => show({ kind: 'representatives', id: null }),
                    },
                  ]),
            ],
          }}
        >
          <Button aria-label={t('keysMenu')}>{t('menu')}</Button>
        </Dropdown>
      </header>
      <CellLine
        row={shown[cursor.at.row]}
        column={columns[cursor.at.column]}
        checks={checksByRow.get(shown[cursor.at.row]?.memberId ?? '') ?? []}
        shared={matrix.shared}
        bad={bad}
        readOnly={readOnly}
        onEdit={onEdit}
      />
      <div className="gm-main">
        <MatrixGrid
          rows={shown}
          columns={columns}
          totals={totals}
          shared={matrix.shared}
          checks={checksByRow}
          bad={bad}
          selected={selected}
          cursor={cursor}
          readOnly={readOnly}
          onCursor={setCursor}
          onSelect={onSelect}
          onEdit={onEdit}
          onBad={keepBad}
          onAdd={addWorker}
          onPaste={onPaste}
          onCopied={(count) => say(t('copied', { count }))}
          onFilled={(count) => undoable(t('done.filled', { count }), undo)}
          onCleared={(count) => undoable(t('done.cleared', { count }), undo)}
          onUndo={() => void undo()}
          onOpen={onOpen}
        />
        {panel && <ProblemPanel checks={checks} rows={rows} onGo={goTo} />}
      </div>
      {chosen.length > 0 ? (
        <footer className="gm-chosen">
          <strong>
            {t('selected', {
              count: chosen.length,
              amount: formatYuan(totalsOf(chosen, []).claimedFen as Fen),
            })}
          </strong>
          {!readOnly &&
            (['settle', 'withdraw', 'return'] as const).map(
              (kind) =>
                may(kind) && (
                  <Button key={kind} size="small" onClick={() => setAct(kind)}>
                    {t(`act.${kind}`)}…
                  </Button>
                ),
            )}
          {!readOnly && chosen.length < rows.length && (
            <Button size="small" onClick={() => setAct('split')}>
              {t('act.split')}…
            </Button>
          )}
          {mayMake && (
            <Button
              size="small"
              onClick={() =>
                openBatch({ cases: [{ caseId: file.id, memberIds: chosen.map((r) => r.memberId) }] })
              }
            >
              {tb('openCount')}
            </Button>
          )}
          <Button size="small" type="text" onClick={() => setSelected(new Set())}>
            {t('unselect')}
          </Button>
        </footer>
      ) : (
        <p className="gm-keys gd-quiet">{t('help')}</p>
      )}
      {pasted && (
        <PasteSheet
          input={pasted}
          busy={busy}
          onTake={(plan) => void take(plan)}
          onClose={() => setPasted(null)}
        />
      )}
      {met && <CellVersions met={met} rows={matrix.rows} onEdit={edit} onBad={keepBad} onClose={meet} />}
      {sharing && (
        <SharedSheet
          file={file}
          readOnly={readOnly}
          rows={rows}
          shared={matrix.shared}
          onClose={() => setSharing(false)}
        />
      )}
      {act && (
        <ActDialog
          file={file}
          kind={act}
          rows={chosen}
          onClose={(done) => {
            setAct(null);
            if (done) setSelected(new Set());
          }}
        />
      )}
    </div>
  );
}

function ImportWords() {
  const { t } = useTranslation('case');
  return t('members.import');
}

function RepsWords() {
  const { t } = useTranslation('case');
  return t('reps.title');
}
