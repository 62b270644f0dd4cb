import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agendaKinds } from '../../../shared/features/calendar/calendar.contract.ts';
import { tracks } from '../../../shared/features/cases/case.schemas.ts';
import { trackOf } from '../../../shared/law/tracks/catalogue.ts';
import { useBilingual } from '../../app/i18n.ts';
import { callQuery } from '../../app/query.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { roomsQuery } from '../case/case.queries.ts';
import { useUndoKey } from '../undo/use-undo.ts';
import { BareView } from './BareView.tsx';
import { BoardView } from './BoardView.tsx';
import { CalendarView } from './CalendarView.tsx';
import './dates.css';
import { Select } from '../../ui/Select.tsx';
import { type DatesSearch, datesViews } from './dates.search.ts';
import { EntriesView } from './EntriesView.tsx';
import { ExportDialog, FeedDialog } from './FeedDialog.tsx';

export type ChangeSearch = (
  patch: { [K in keyof DatesSearch]?: DatesSearch[K] | undefined },
  replace?: boolean,
) => void;

type Track = (typeof tracks)[number];
type Kind = (typeof agendaKinds)[number];
const views = { board: BoardView, calendar: CalendarView, bare: BareView, entries: EntriesView } as const;

/** Everything with a day: what is to be done, the calendar, what has no date, and what was entered. */
export function DatesPage() {
  const { t } = useTranslation('dates');
  const { t: tc } = useTranslation();
  const search = useSearch({ from: '/dates' });
  const navigate = useNavigate();
  useUndoKey('dates', useMay('case.write'));
  const [dialog, setDialog] = useState<'export' | 'feed' | null>(null);
  const change = useCallback<ChangeSearch>(
    (patch, replace = false) =>
      void navigate({
        to: '/dates',
        search: (old: DatesSearch) =>
          Object.fromEntries(
            Object.entries({ ...old, ...patch }).filter(([, v]) => v !== undefined),
          ) as DatesSearch,
        replace,
      }),
    [navigate],
  );
  // An address may be typed or kept from an older version.
  const view: keyof typeof views = search.view && Object.hasOwn(views, search.view) ? search.view : 'board';
  const View = views[view];
  return (
    <div className="dates-page">
      <PageHeader title={tc('nav.dates')}>
        <Button onClick={() => setDialog('export')}>{t('actions.export')}</Button>
        <Button onClick={() => setDialog('feed')}>{t('actions.feed')}</Button>
      </PageHeader>
      <div className="dates-bar">
        <Segmented
          aria-label={tc('nav.dates')}
          value={view}
          onChange={(value) => change({ view: value === 'board' ? undefined : value })}
          options={datesViews.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
        {view !== 'entries' && <Filters search={search} onChange={change} withKind={view !== 'bare'} />}
      </div>
      <View search={search} onChange={change} />
      {dialog === 'export' && <ExportDialog search={search} onClose={() => setDialog(null)} />}
      {dialog === 'feed' && <FeedDialog onClose={() => setDialog(null)} />}
    </div>
  );
}

function Filters({
  search,
  onChange,
  withKind,
}: {
  readonly search: DatesSearch;
  readonly onChange: ChangeSearch;
  readonly withKind: boolean;
}) {
  const { t } = useTranslation('dates');
  const pick = useBilingual();
  const { state } = useSession();
  const users = useQuery(callQuery(['office', 'users'] as const, 'office.users', {}));
  const rooms = useQuery({ ...roomsQuery(), enabled: search.view === 'calendar' });
  const me = state.user?.id;
  return (
    <div className="dates-filters">
      <Select
        aria-label={t('filter.handler')}
        value={search.handler ?? ''}
        onChange={(handler: string) => onChange({ handler: handler === '' ? undefined : handler })}
        options={[
          { value: '', label: t('filter.everyone') },
          ...(me ? [{ value: me, label: t('filter.mine') }] : []),
          ...(users.data ?? []).filter((u) => u.id !== me).map((u) => ({ value: u.id, label: u.name })),
        ]}
        popupMatchSelectWidth={false}
      />
      <Select
        aria-label={t('filter.track')}
        value={(search.track ?? '') as Track | ''}
        onChange={(track) => onChange({ track: track === '' ? undefined : track })}
        options={[
          { value: '' as const, label: t('filter.everyTrack') },
          ...tracks.map((value) => ({ value, label: pick(trackOf(value).title) })),
        ]}
        popupMatchSelectWidth={false}
      />
      {withKind && (
        <Select
          aria-label={t('filter.kind')}
          value={(search.kind ?? '') as Kind | ''}
          onChange={(kind) => onChange({ kind: kind === '' ? undefined : kind })}
          options={[
            { value: '' as const, label: t('filter.everyKind') },
            ...agendaKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
          ]}
          popupMatchSelectWidth={false}
        />
      )}
      {search.view === 'calendar' && (rooms.data?.length ?? 0) > 0 && (
        <Select
          aria-label={t('filter.room')}
          value={search.room ?? ''}
          onChange={(room: string) => onChange({ room: room === '' ? undefined : room })}
          options={[
            { value: '', label: t('filter.everyRoom') },
            ...(rooms.data ?? []).map((r) => ({ value: r.id, label: r.name })),
          ]}
          popupMatchSelectWidth={false}
        />
      )}
    </div>
  );
}
