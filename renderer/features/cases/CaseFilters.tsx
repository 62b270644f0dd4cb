import { useQuery } from '@tanstack/react-query';
import { Button, Input, type InputRef } from 'antd';
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseTrack, causes, tracks } from '../../../shared/features/cases/case.schemas.ts';
import { trackOf } from '../../../shared/law/tracks/catalogue.ts';
import { useBilingual } from '../../app/i18n.ts';
import { Icon } from '../../ui/icons.tsx';
import { Select } from '../../ui/Select.tsx';
import { usersQuery } from './cases.queries.ts';
import { type CasesSearch, filterOf, isFiltered, sortOf } from './cases.search.ts';
import { SavedFilters } from './SavedFilters.tsx';

type Patch = { [K in keyof CasesSearch]?: CasesSearch[K] | undefined };

/** The stages of the chosen procedure; those of arbitration, where most cases are, while none is chosen. */
const stagesOf = (track: CaseTrack = 'arbitration') => [trackOf(track).initial, ...trackOf(track).states];

/** The choice of cases that have no open date; any other is a day. */
const noDate = 'none';

/** Days from today: what is kept under a name shall mean the same on every day. */
const withins = [
  [0, 'today'],
  [7, 'week'],
  [30, 'month'],
] as const;

/** Every filter as a chip in one row; a chip that filters stands out and can be cleared by itself. */
export function CaseFilters(props: {
  search: CasesSearch;
  count: number | null;
  onChange: (patch: Patch, replace?: boolean) => void;
  onClear: () => void;
  /** Goes to the list of a filter that was kept. */
  onOpen: (search: CasesSearch) => void;
  inputRef: RefObject<HTMLInputElement | null>;
}) {
  const { search, count, onChange, onClear, onOpen, inputRef } = props;
  const { t } = useTranslation('cases');
  const { t: tc } = useTranslation();
  const pick = useBilingual();
  const users = useQuery(usersQuery());
  const { due, within } = search;
  const dueOptions = [
    ...(due ? [{ value: due, label: t('due.by', { date: due }) }] : []),
    ...withins.map(([days, name]) => ({ value: String(days), label: t(`due.${name}`) })),
    ...(within !== undefined && !withins.some(([days]) => days === within)
      ? [{ value: String(within), label: t('due.within', { count: within }) }]
      : []),
    { value: noDate, label: t('due.none') },
  ];
  return (
    <search className="cases-bar">
      <h1>{tc('nav.cases')}</h1>
      <span className="cases-count quiet tabular" role="status">
        {count === null ? '' : t('count', { count, shown: count.toLocaleString('en-US') })}
      </span>
      <TextFilter value={search.q ?? ''} inputRef={inputRef} onChange={(q) => onChange({ q }, true)} />
      <Chip
        label={t('filter.status')}
        value={search.status}
        options={(['closed', 'all'] as const).map((value) => ({ value, label: t(`status.${value}`) }))}
        placeholder={t('status.open')}
        onChange={(status) => onChange({ status })}
      />
      <Chip
        label={t('filter.track')}
        value={search.track}
        options={tracks.map((value) => ({ value, label: t(`track.${value}`) }))}
        // A stage belongs to its procedure.
        onChange={(track) => onChange({ track, stage: undefined })}
      />
      <Chip
        label={t('filter.stage')}
        value={search.stage}
        options={stagesOf(search.track).map(({ id, title }) => ({ value: id, label: pick(title) }))}
        onChange={(stage) => onChange({ stage })}
      />
      <Chip
        label={t('filter.cause')}
        value={search.cause}
        options={causes.map((value) => ({ value, label: t(`cause.${value}`) }))}
        onChange={(cause) => onChange({ cause })}
      />
      <Chip
        label={t('filter.handler')}
        value={search.handler}
        options={(users.data ?? []).map((user) => ({ value: user.id, label: user.name }))}
        onChange={(handler) => onChange({ handler })}
      />
      <Chip
        label={t('filter.due')}
        value={search.bare ? noDate : (due ?? within?.toString())}
        options={dueOptions}
        onChange={(value) =>
          onChange({
            due: value === due ? due : undefined,
            within: value === undefined || value === noDate || value === due ? undefined : Number(value),
            bare: value === noDate ? true : undefined,
          })
        }
      />
      <Chip
        label={t('filter.group')}
        value={search.group === undefined ? undefined : search.group ? 'group' : 'single'}
        options={(['group', 'single'] as const).map((value) => ({ value, label: t(`group.${value}`) }))}
        onChange={(value) => onChange({ group: value === undefined ? undefined : value === 'group' })}
      />
      <SavedFilters
        filter={filterOf(search)}
        sort={sortOf(search)}
        filtered={isFiltered(search)}
        onOpen={onOpen}
      />
      {isFiltered(search) && (
        <Button size="small" type="text" onClick={onClear}>
          {t('filter.clear')}
        </Button>
      )}
    </search>
  );
}

function Chip<T extends string>(props: {
  label: string;
  value: T | undefined;
  options: { value: T; label: string }[];
  placeholder?: string;
  onChange: (value: T | undefined) => void;
}) {
  const { label, value, options, placeholder, onChange } = props;
  return (
    <Select<T>
      size="small"
      className={value === undefined ? 'filter-chip' : 'filter-chip filter-chip-on'}
      aria-label={label}
      placeholder={placeholder ?? label}
      allowClear
      popupMatchSelectWidth={false}
      {...(value === undefined ? {} : { value })}
      options={options}
      onChange={(next: T | undefined) => onChange(next)}
    />
  );
}

/** Filters while the person types, but not while an input method composes. */
function TextFilter({
  value,
  inputRef,
  onChange,
}: {
  value: string;
  inputRef: RefObject<HTMLInputElement | null>;
  onChange: (text: string | undefined) => void;
}) {
  const { t } = useTranslation('cases');
  const [text, setText] = useState(value);
  const [composing, setComposing] = useState(false);
  const ref = useRef<InputRef>(null);
  const latest = useRef(onChange);
  latest.current = onChange;
  useImperativeHandle(inputRef, () => ref.current?.input as HTMLInputElement);

  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (composing || text.trim() === value) return;
    const timer = window.setTimeout(() => latest.current(text.trim() || undefined), 200);
    return () => window.clearTimeout(timer);
  }, [text, value, composing]);

  return (
    <Input
      ref={ref}
      size="small"
      className="cases-text"
      allowClear
      prefix={<Icon name="search" size={14} />}
      aria-label={t('filter.text')}
      placeholder={t('filter.textPlaceholder')}
      value={text}
      onChange={(e) => setText(e.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={(e) => {
        if (e.key === 'ArrowDown' || e.key === 'Escape') document.getElementById('case-grid')?.focus();
      }}
    />
  );
}
