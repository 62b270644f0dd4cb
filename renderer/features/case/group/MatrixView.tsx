import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api.ts';
import { readCell } from '../../../../shared/features/group/group.cells.ts';
import { checksOf, type RowCheck, totalsOf } from '../../../../shared/features/group/group.checks.ts';
import type { GroupRow } from '../../../../shared/features/group/group.contract.ts';
import { type ColumnId, claimColumn } from '../../../../shared/features/group/group.fields.ts';
import { type ActKind, memberStatuses } from '../../../../shared/features/group/group.status.ts';
import type { Fen } from '../../../../shared/kernel/money.ts';
import { formatYuan } from '../../../../shared/kernel/money.ts';
import { platform } from '../../../transport/platform.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { useUndoLast, useUndoOffer } from '../../undo/use-undo.ts';
import { useChange } from '../case.queries.ts';
import { importSheet } from '../case.search.ts';
import type { TabProps } from '../tabs/tab.ts';
import { usePlace } from '../use-place.ts';
import { ActDialog } from './ActDialog.tsx';
import { CellLine } from './CellLine.tsx';
import { CellVersions } from './CellVersions.tsx';
import { ChosenBar } from './ChosenBar.tsx';
import { useColumns, useColumnTitle } from './columns.ts';
import { type Cursor, home } from './cursor.ts';
import { MatrixBar, type Seen } from './MatrixBar.tsx';
import { MatrixGrid } from './MatrixGrid.tsx';
import { ProblemPanel } from './ProblemPanel.tsx';
import { SharedSheet } from './SharedSheet.tsx';
import { type CellEdit, useEdits, withTyped } from './use-edits.ts';
import { usePaste } from './use-paste.tsx';

const everything: Seen = { find: '', status: null, onlyProblems: false, more: false, panel: false };

/** The workers of a case by claim, as a sheet that is typed into. */
export function MatrixView(
  props: TabProps & { readonly matrix: Output<'group.matrix'>; readonly views: ReactNode },
) {
  const { file, readOnly, matrix } = props;
  const { t, i18n } = useTranslation('group');
  const { say, fail } = useNotices();
  const { show, go } = usePlace();
  const change = useChange(file.id);
  const undo = useUndoLast(file.id);
  const offer = useUndoOffer();
  const title = useColumnTitle();
  const { overlay, bad, edit, keepBad, met, meet } = useEdits(file.id);
  const [seen, setSeen] = useState<Seen>(everything);
  const { find, status, onlyProblems, more, panel } = seen;
  const [added, setAdded] = useState<readonly string[]>([]);
  const [cursor, setCursor] = useState<Cursor>(home);
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set());
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
    void edit(edits).then((answer) => done && answer && offer(done, answer));
  };
  const paste = usePaste({ file, matrix, rows, shown, columns, calculators, onEdit });
  const addWorker = (text: string): void => {
    const read = readCell('name', text);
    if ('problem' in read) return;
    change('group.save', { rows: [{ memberId: null, set: { name: read.value } }] }).catch(fail);
  };

  const recompute = async (of: readonly GroupRow[]): Promise<void> => {
    try {
      const done = await change('group.recompute', { memberIds: of.map((r) => r.memberId) });
      const { recomputed: count, failed } = done;
      offer(
        failed > 0
          ? t('done.recomputedSome', { count, failed })
          : t('done.recomputed', { count, amount: formatYuan(done.differenceFen as Fen) }),
        done,
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
    setSeen({ ...seen, find: '', status: null, onlyProblems: false });
    const row = rows.findIndex((r) => r.memberId === check.memberId);
    const column = Math.max(
      0,
      columns.findIndex((c) => c.id === check.column),
    );
    const at = { row: Math.max(0, row), column };
    setCursor({ at, from: at });
  };

  return (
    <div className="gm-page">
      <MatrixBar
        views={props.views}
        readOnly={readOnly}
        hasActs={matrix.acts.length > 0}
        seen={seen}
        onSeen={(part) => setSeen({ ...seen, ...part })}
        problems={counted}
        saving={overlay.size > 0}
        calculators={calculators}
        onClaim={(id) => {
          setAdded([...added, id]);
          say(t('claimAdded', { title: title(claimColumn(id)) }));
        }}
        outdated={outdated.length}
        stated={stated.length}
        onRecompute={(which) => void recompute(which === 'outdated' ? outdated : stated)}
        onShare={() => setSharing(true)}
        onExport={(what) => void exportAs(what)}
        onImport={() => go({ tab: 'group', open: importSheet })}
        onRepresentatives={() => show({ kind: 'representatives', id: null })}
      />
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
          onPaste={paste.onPaste}
          onCopied={(count) => say(t('copied', { count }))}
          onUndo={() => void undo()}
          onOpen={onOpen}
        />
        {panel && <ProblemPanel checks={checks} rows={rows} onGo={goTo} />}
      </div>
      {chosen.length > 0 ? (
        <ChosenBar
          caseId={file.id}
          chosen={chosen}
          all={rows.length}
          readOnly={readOnly}
          onAct={setAct}
          onUnselect={() => setSelected(new Set())}
        />
      ) : (
        <p className="gm-keys gd-quiet">{t('help')}</p>
      )}
      {paste.sheet}
      {met && <CellVersions met={met} rows={matrix.rows} onEdit={onEdit} onBad={keepBad} onClose={meet} />}
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
