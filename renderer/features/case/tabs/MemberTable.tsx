// biome-ignore-all lint/a11y/useSemanticElements: a table of 2,000 rows is drawn only where it is seen
// biome-ignore-all lint/a11y/useFocusableInteractive: the rows take the focus, not their cells
import { useVirtualizer } from '@tanstack/react-virtual';
import { Button, Checkbox, Input } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../../../shared/features/cases/case.schemas.ts';
import { EmptyState } from '../../../ui/DataState.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { isEnter } from '../../../ui/keyboard.ts';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { useRemoval } from '../../undo/use-removal.ts';
import { yuanText } from '../arrears/rows.ts';
import { useChange } from '../case.queries.ts';
import { importSheet } from '../case.search.ts';
import { newId } from '../field-link.ts';
import { usePlace } from '../use-place.ts';
import type { TabProps } from './tab.ts';

const rowHeight = 34;

/** Up to 2,000 workers, of which only those in sight are drawn. Arrows move, Enter opens, x selects. */
export function MemberTable({ members, file, readOnly }: TabProps & { members: readonly Member[] }) {
  const { t } = useTranslation('case');
  const { show, go } = usePlace();
  const { fail, undoable } = useNotices();
  const change = useChange(file.id);
  const [find, setFind] = useState('');
  const mayRemove = useRemoval();
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set());
  const [current, setCurrent] = useState(0);
  const scroll = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => {
    const text = find.trim().toLowerCase();
    if (text === '') return members;
    return members.filter((m) =>
      [m.name, m.idNumber, m.phone, m.job.team].some((v) => (v ?? '').toLowerCase().includes(text)),
    );
  }, [members, find]);
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const toggle = (id: string): void =>
    setSelected((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const move = (to: number): void => {
    const index = Math.max(0, Math.min(shown.length - 1, to));
    setCurrent(index);
    rows.scrollToIndex(index);
    requestAnimationFrame(() =>
      scroll.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus(),
    );
  };
  const remove = async (): Promise<void> => {
    const memberIds = [...selected].filter((id) => members.some((m) => m.id === id));
    const label = t('members.count', { count: memberIds.length });
    if (!(await mayRemove('member', memberIds, label).catch(fail))) return;
    change('cases.removeMembers', { memberIds }).then(() => {
      setSelected(new Set());
      undoable(t('done.membersRemoved', { count: memberIds.length }), () =>
        change('cases.restoreMembers', { memberIds }),
      );
    }, fail);
  };
  const onKey = (e: React.KeyboardEvent, index: number, id: string): void => {
    const step: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: shown.length - 1,
      PageDown: index + 15,
      PageUp: index - 15,
    };
    const to = step[e.key];
    if (to !== undefined) {
      e.preventDefault();
      move(to);
    } else if (isEnter(e) && e.target === e.currentTarget) {
      e.preventDefault();
      show({ kind: 'member', id });
    } else if ((e.key === 'x' || e.key === ' ') && e.target === e.currentTarget && !readOnly) {
      e.preventDefault();
      toggle(id);
    }
  };
  const total = shown.reduce((sum, m) => sum + m.owedFen + m.itemsFen, 0);
  return (
    <>
      <header className="gd-bar">
        <Input
          allowClear
          value={find}
          onChange={(e) => setFind(e.target.value)}
          placeholder={t('members.find')}
          aria-label={t('members.find')}
          prefix={<Icon name="search" size={14} />}
          style={{ width: 220 }}
        />
        <span className="gd-quiet" role="status">
          {t('members.count', { count: shown.length })} · <MoneyText fen={total} unit />
        </span>
        <span className="gd-spring" />
        {!readOnly && (
          <>
            <Button onClick={() => go({ tab: 'parties', open: importSheet })}>{t('members.import')}</Button>
            <Button type="primary" onClick={() => show({ kind: 'member', id: newId })}>
              {t('members.add')}
            </Button>
          </>
        )}
      </header>
      <div
        role="table"
        className="gd-vtable"
        aria-rowcount={shown.length + 1}
        aria-label={t('members.title')}
      >
        <div role="row" className="gd-vhead" tabIndex={-1}>
          <span role="columnheader" />
          <span role="columnheader">{t('members.position')}</span>
          <span role="columnheader">{t('worker.name')}</span>
          <span role="columnheader">{t('worker.idNumber')}</span>
          <span role="columnheader">{t('worker.phone')}</span>
          <span role="columnheader">{t('job.team')}</span>
          <span role="columnheader" className="gd-num">
            {t('job.rate')}
          </span>
          <span role="columnheader" className="gd-num">
            {t('members.claimed')}
          </span>
        </div>
        <div ref={scroll} className="gd-vscroll" role="rowgroup">
          {shown.length === 0 && (
            <EmptyState title={t('members.noMatch')}>
              <Button onClick={() => setFind('')}>{t('members.clear')}</Button>
            </EmptyState>
          )}
          <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
            {rows.getVirtualItems().map((virtual) => {
              const m = shown[virtual.index];
              if (!m) return null;
              return (
                <div
                  key={m.id}
                  role="row"
                  aria-rowindex={virtual.index + 2}
                  aria-selected={selected.has(m.id)}
                  data-index={virtual.index}
                  tabIndex={virtual.index === current ? 0 : -1}
                  className="gd-vrow"
                  style={{ transform: `translateY(${virtual.start}px)` }}
                  onClick={() => show({ kind: 'member', id: m.id })}
                  onFocus={() => setCurrent(virtual.index)}
                  onKeyDown={(e) => onKey(e, virtual.index, m.id)}
                >
                  {/* biome-ignore lint/a11y/useKeyWithClickEvents: the row itself answers the keys */}
                  <span role="cell" onClick={(e) => e.stopPropagation()}>
                    <Checkbox
                      tabIndex={-1}
                      disabled={readOnly}
                      checked={selected.has(m.id)}
                      onChange={() => toggle(m.id)}
                      aria-label={t('members.select', { name: m.name })}
                    />
                  </span>
                  <span role="cell" className="gd-quiet tabular">
                    {virtual.index + 1}
                  </span>
                  <span role="cell" className="gd-name" title={m.name}>
                    {m.name}
                    {m.isRepresentative && <StatusChip tone="accent">{t('reps.mark')}</StatusChip>}
                  </span>
                  <span role="cell" className={m.idNumber ? 'tabular' : 'gd-amber'}>
                    {m.idNumber ?? t('members.lacking')}
                  </span>
                  <span role="cell" className={m.phone ? 'tabular' : 'gd-amber'}>
                    {m.phone ?? t('members.lacking')}
                  </span>
                  <span role="cell" title={m.job.team ?? ''}>
                    {m.job.team ?? ''}
                  </span>
                  <span role="cell" className="gd-num tabular">
                    {m.job.rateFen === null
                      ? ''
                      : `${yuanText(m.job.rateFen)}/${t(`unitShort.${m.job.wageUnit ?? 'month'}`)}`}
                  </span>
                  <span role="cell" className="gd-num">
                    <MoneyText fen={m.owedFen + m.itemsFen} />
                  </span>
                </div>
              );
            })}
          </div>
        </div>
      </div>
      {selected.size > 0 && (
        <footer className="gd-bulk">
          <span>{t('members.selected', { count: selected.size })}</span>
          <Button size="small" danger onClick={() => void remove()}>
            {t('action.remove')}
          </Button>
          <Button size="small" type="text" onClick={() => setSelected(new Set())}>
            {t('members.unselect')}
          </Button>
        </footer>
      )}
    </>
  );
}
