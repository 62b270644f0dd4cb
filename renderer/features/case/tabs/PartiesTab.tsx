import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Button, Checkbox, Input } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../../../shared/features/cases/case.schemas.ts';
import { DataState, EmptyState } from '../../../ui/DataState.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { isEnter } from '../../../ui/keyboard.ts';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { yuanText } from '../arrears/rows.ts';
import { membersQuery, useChange } from '../case.queries.ts';
import { importSheet } from '../case.search.ts';
import { newId } from '../field-link.ts';
import { usePlace } from '../use-place.ts';
import type { TabProps } from './tab.ts';

export function PartiesTab({ file, readOnly }: TabProps) {
  const { t } = useTranslation('case');
  const { show, go } = usePlace();
  const members = useQuery(membersQuery(file.id));
  const count = members.data?.length ?? 0;
  return (
    <div className="gd-parties-tab">
      <section className="gd-members">
        <DataState
          query={members}
          isEmpty={(m) => m.length === 0}
          empty={
            <EmptyState title={t('members.empty')} text={t('members.emptyText')}>
              {!readOnly && (
                <>
                  <Button type="primary" onClick={() => go({ tab: 'parties', open: importSheet })}>
                    {t('members.import')}
                  </Button>
                  <Button onClick={() => show({ kind: 'member', id: newId })}>{t('members.add')}</Button>
                </>
              )}
            </EmptyState>
          }
        >
          {(data) => <MemberTable members={data} file={file} readOnly={readOnly} />}
        </DataState>
      </section>
      <aside className="gd-sides">
        <section>
          <header>
            <h2>{t('parties.respondents')}</h2>
            {!readOnly && (
              <Button size="small" onClick={() => show({ kind: 'respondent', id: newId })}>
                {t('parties.add')}
              </Button>
            )}
          </header>
          {file.respondents.length === 0 && <p className="gd-quiet">{t('parties.noRespondent')}</p>}
          {file.respondents.map((r) => (
            <button key={r.id} type="button" className="gd-party" onClick={() => show({ kind: 'respondent', id: r.id })}>
              <strong>{r.name}</strong>
              <span className="gd-quiet">
                {t(`capacity.${r.capacity}`)} · {t(`footing.${r.footing}`)}
              </span>
              {r.kind === 'organisation' && (
                <span className={r.uscc ? 'gd-quiet tabular' : 'gd-amber'}>{r.uscc ?? t('parties.noUscc')}</span>
              )}
            </button>
          ))}
        </section>
        <section>
          <header>
            <h2>{t('parties.agents')}</h2>
            {!readOnly && file.agents.length < 2 && (
              <Button size="small" onClick={() => show({ kind: 'agent', id: newId })}>
                {t('parties.add')}
              </Button>
            )}
          </header>
          {file.agents.length === 0 && <p className="gd-quiet">{t('parties.noAgent')}</p>}
          {file.agents.map((a) => (
            <button key={a.id} type="button" className="gd-party" onClick={() => show({ kind: 'agent', id: a.id })}>
              <strong>{a.name}</strong>
              <span className="gd-quiet">
                {t(`agentKind.${a.kind}`)}
                {a.firm && ` · ${a.firm}`}
              </span>
              <span className="gd-quiet">
                {a.specialPowers.length === 0
                  ? t('parties.generalPower')
                  : `${t('parties.specialPower')}${a.specialPowers.map((p) => t(`power.${p}`)).join(t('listComma'))}`}
              </span>
            </button>
          ))}
        </section>
        {count >= 10 && (
          <section>
            <header>
              <h2>{t('reps.title')}</h2>
              {!readOnly && (
                <Button size="small" onClick={() => show({ kind: 'representatives', id: null })}>
                  {t('reps.choose')}
                </Button>
              )}
            </header>
            <p className={file.representativeIds.length < 3 ? 'gd-amber' : ''}>
              {file.representativeIds.length === 0
                ? t('reps.none')
                : file.representativeIds
                    .map((id) => members.data?.find((m) => m.id === id)?.name ?? '…')
                    .join(t('listComma'))}
            </p>
          </section>
        )}
      </aside>
    </div>
  );
}

const rowHeight = 34;

function MemberTable({ members, file, readOnly }: TabProps & { members: readonly Member[] }) {
  const { t } = useTranslation('case');
  const { show, go } = usePlace();
  const { fail, undoable } = useNotices();
  const change = useChange(file.id);
  const [find, setFind] = useState('');
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
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus());
  };
  const remove = (): void => {
    const memberIds = [...selected].filter((id) => members.some((m) => m.id === id));
    change('cases.removeMembers', { memberIds }).then(() => {
      setSelected(new Set());
      undoable(t('done.membersRemoved', { count: memberIds.length }), () =>
        change('cases.restoreMembers', { memberIds }),
      );
    }, fail);
  };
  const onKey = (e: React.KeyboardEvent, index: number, id: string): void => {
    const step: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: shown.length - 1, PageDown: index + 15, PageUp: index - 15 };
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
  const total = shown.reduce((sum, m) => sum + m.owedFen, 0);
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
      {/* biome-ignore lint/a11y/useSemanticElements: a table of 2,000 rows is drawn only where it is seen */}
      <div role="table" className="gd-vtable" aria-rowcount={shown.length + 1} aria-label={t('members.title')}>
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
            {t('months.owed')}
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
                    {m.job.rateFen === null ? '' : `${yuanText(m.job.rateFen)}/${t(`unitShort.${m.job.wageUnit ?? 'month'}`)}`}
                  </span>
                  <span role="cell" className="gd-num">
                    <MoneyText fen={m.owedFen} />
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
          <Button size="small" danger onClick={remove}>
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
