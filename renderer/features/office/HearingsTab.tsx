import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import type { Phrase } from '../../../shared/features/hearings/hearings.contract.ts';
import { listRules } from '../../../shared/law/rules/registry.ts';
import { useBilingual } from '../../app/i18n.ts';
import { callQuery, useCall } from '../../app/query.ts';
import { useMay } from '../../app/session.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Select } from '../../ui/Select.tsx';
import { phrasesQuery, roomsQuery } from '../case/case.queries.ts';
import { useRemoval } from '../undo/use-removal.ts';
import { useUndoKey } from '../undo/use-undo.ts';
import { PhraseDialog, type Room, RoomDialog } from './HearingRecordDialogs.tsx';

/** The office's rooms, its reminders by rule, and its own templates and phrases. */
export function HearingsTab() {
  useUndoKey('office', useMay('case.write'));
  return (
    <div className="office-form office-wide office-hearings">
      <Rooms />
      <Rules />
      <Phrases />
    </div>
  );
}

function Part({
  title,
  lead,
  none,
  empty,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly empty: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section>
      <h2>{title}</h2>
      <p className="quiet">{lead}</p>
      {empty && <p className="quiet">{none}</p>}
      {children}
    </section>
  );
}

/** A line that goes at once and comes back at a key; on what others rest, it asks first. */
function Line(props: {
  readonly name: string;
  readonly undoText: string;
  /** False when it is to stay after all. */
  readonly mayGo?: () => Promise<boolean>;
  readonly setGone: (gone: boolean) => Promise<unknown>;
  readonly onEdit?: () => void;
  readonly children: ReactNode;
}) {
  const { name, undoText, mayGo, setGone, onEdit, children } = props;
  const { t: tc } = useTranslation('case');
  const { t: th } = useTranslation('hearings');
  const { fail, undoable } = useNotices();
  const mayWrite = useMay('case.write');
  const go = async (): Promise<void> => {
    try {
      if (mayGo && !(await mayGo())) return;
      await setGone(true);
      undoable(undoText, () => setGone(false));
    } catch (error) {
      fail(error);
    }
  };
  return (
    <li>
      {children}
      <span className="gd-spring" />
      {mayWrite && onEdit && (
        <Button size="small" type="text" aria-label={`${th('rooms.change')} ${name}`} onClick={onEdit}>
          {th('rooms.change')}
        </Button>
      )}
      {mayWrite && (
        <button
          type="button"
          className="bare"
          aria-label={`${tc('action.remove')} ${name}`}
          onClick={() => void go()}
        >
          <Icon name="close" size={14} />
        </button>
      )}
    </li>
  );
}

function Rooms() {
  const { t } = useTranslation('hearings');
  const { fail } = useNotices();
  const mayWrite = useMay('case.write');
  const rooms = useQuery(roomsQuery());
  const save = useCall('hearings.saveRoom', ['case']);
  const remove = useCall('hearings.removeRoom', ['case']);
  const mayGo = useRemoval();
  const [name, setName] = useState('');
  const [place, setPlace] = useState('');
  const [edited, setEdited] = useState<Room | null>(null);
  const standing = rooms.data?.find((room) => room.id === edited?.id);
  const add = (): void =>
    save.mutate(
      { id: null, recordVersion: 0, name, place: place || null },
      {
        onSuccess: () => {
          setName('');
          setPlace('');
        },
        onError: (error) => fail(error),
      },
    );
  return (
    <Part
      title={t('rooms.title')}
      lead={t('rooms.lead')}
      none={t('rooms.none')}
      empty={rooms.data?.length === 0}
    >
      <ul className="plain office-list">
        {(rooms.data ?? []).map((room) => (
          <Line
            key={room.id}
            name={room.name}
            undoText={t('rooms.removed', { name: room.name })}
            mayGo={() => mayGo('room', [room.id], room.name)}
            setGone={(gone) => remove.mutateAsync({ id: room.id, gone })}
            onEdit={() => setEdited(room)}
          >
            <strong>{room.name}</strong> <span className="quiet">{room.place}</span>
          </Line>
        ))}
      </ul>
      {edited && (
        <RoomDialog
          key={edited.id}
          record={standing ?? edited}
          gone={standing === undefined}
          onClose={() => setEdited(null)}
        />
      )}
      {mayWrite && (
        <div className="office-row">
          <Input
            aria-label={t('rooms.name')}
            placeholder={t('rooms.name')}
            value={name}
            onChange={(e) => setName(e.target.value)}
          />
          <Input
            aria-label={t('rooms.place')}
            placeholder={t('rooms.place')}
            value={place}
            onChange={(e) => setPlace(e.target.value)}
          />
          <Button disabled={name.trim() === ''} loading={save.isPending} onClick={add}>
            {t('rooms.add')}
          </Button>
        </div>
      )}
    </Part>
  );
}

function Rules() {
  const { t } = useTranslation('dates');
  const pick = useBilingual();
  const { fail, say } = useNotices();
  const mayWrite = useMay('case.write');
  const rules = useQuery(callQuery(['case', 'predate-rules'] as const, 'calendar.rules', {}));
  const save = useCall('calendar.saveRule', ['case']);
  const remove = useCall('calendar.removeRule', ['case']);
  const [anchor, setAnchor] = useState('hearing');
  const [distance, setDistance] = useState('3');
  const [unit, setUnit] = useState<Output<'calendar.rules'>[number]['unit']>('working-day');
  const [direction, setDirection] = useState<'before' | 'after'>('before');
  const [title, setTitle] = useState('');
  const names = new Map<string, string>([
    ['hearing', t('rules.anchors.hearing')],
    ['mediation', t('rules.anchors.mediation')],
    ...listRules().map((r): [string, string] => [r.id, pick(r.title)]),
  ]);
  const days = Number(distance.normalize('NFKC'));
  const ready = title.trim() !== '' && Number.isInteger(days) && days > 0 && days <= 366;
  const add = (): void =>
    save.mutate(
      { id: null, recordVersion: 0, anchor, unit, title, shift: direction === 'before' ? -days : days },
      {
        onSuccess: ({ cases }) => {
          setTitle('');
          say(t('rules.saved', { count: cases }));
        },
        onError: (error) => fail(error),
      },
    );
  return (
    <Part
      title={t('rules.title')}
      lead={t('rules.lead')}
      none={t('rules.none')}
      empty={rules.data?.length === 0}
    >
      <ul className="plain office-list">
        {(rules.data ?? []).map((rule) => (
          <Line
            key={rule.id}
            name={rule.title}
            undoText={t('rules.removed')}
            setGone={(gone) => remove.mutateAsync({ id: rule.id, gone })}
          >
            <span>
              <strong>{rule.title}</strong>{' '}
              <span className="quiet">
                {names.get(rule.anchor)} {t(`own.direction.${rule.shift < 0 ? 'before' : 'after'}`)}{' '}
                {Math.abs(rule.shift)} {t(`own.unit.${rule.unit}`)}
              </span>
            </span>
          </Line>
        ))}
      </ul>
      {mayWrite && (
        <div className="office-row">
          <Select
            aria-label={t('rules.anchor')}
            value={anchor}
            onChange={setAnchor}
            showSearch={{ optionFilterProp: 'label' }}
            options={[...names].map(([value, label]) => ({ value, label }))}
            popupMatchSelectWidth={false}
          />
          <Select
            aria-label={t('own.anchorKind')}
            value={direction}
            onChange={setDirection}
            options={(['before', 'after'] as const).map((value) => ({
              value,
              label: t(`own.direction.${value}`),
            }))}
          />
          <Input
            aria-label={t('own.shift')}
            className="office-number"
            inputMode="numeric"
            value={distance}
            onChange={(e) => setDistance(e.target.value)}
          />
          <Select
            aria-label={t('own.unit.day')}
            value={unit}
            onChange={setUnit}
            options={(['working-day', 'day'] as const).map((value) => ({
              value,
              label: t(`own.unit.${value}`),
            }))}
          />
          <Input
            aria-label={t('own.name')}
            placeholder={t('own.namePlaceholder')}
            value={title}
            onChange={(e) => setTitle(e.target.value)}
          />
          <Button disabled={!ready} loading={save.isPending} onClick={add}>
            {t('rules.add')}
          </Button>
        </div>
      )}
    </Part>
  );
}

function Phrases() {
  const { t } = useTranslation('hearings');
  const { fail } = useNotices();
  const mayWrite = useMay('case.write');
  const phrases = useQuery(phrasesQuery());
  const save = useCall('hearings.savePhrase', ['case']);
  const remove = useCall('hearings.removePhrase', ['case']);
  const [kind, setKind] = useState<'template' | 'phrase'>('phrase');
  const [title, setTitle] = useState('');
  const [body, setBody] = useState('');
  const [edited, setEdited] = useState<Phrase | null>(null);
  const standing = phrases.data?.find((p) => p.id === edited?.id);
  const add = (): void =>
    save.mutate(
      { id: null, recordVersion: 0, kind, title, body },
      {
        onSuccess: () => {
          setTitle('');
          setBody('');
        },
        onError: (error) => fail(error),
      },
    );
  return (
    <Part
      title={t('phrases.title')}
      lead={t('phrases.lead')}
      none={t('phrases.none')}
      empty={phrases.data?.length === 0}
    >
      <ul className="plain office-list">
        {(phrases.data ?? []).map((p) => (
          <Line
            key={p.id}
            name={p.title}
            undoText={t('phrases.removed', { name: p.title })}
            setGone={(gone) => remove.mutateAsync({ id: p.id, gone })}
            onEdit={() => setEdited(p)}
          >
            <span>
              <strong>{p.title}</strong>{' '}
              <span className="quiet">
                {t(`phrases.kind.${p.kind}`)} · {[...p.body].slice(0, 40).join('')}
              </span>
            </span>
          </Line>
        ))}
      </ul>
      {edited && (
        <PhraseDialog
          key={edited.id}
          record={standing ?? edited}
          gone={standing === undefined}
          onClose={() => setEdited(null)}
        />
      )}
      {mayWrite && (
        <>
          <div className="office-row">
            <Select
              aria-label={t('field.kind')}
              value={kind}
              onChange={setKind}
              options={(['phrase', 'template'] as const).map((value) => ({
                value,
                label: t(`phrases.kind.${value}`),
              }))}
            />
            <Input
              aria-label={t('phrases.name')}
              placeholder={t('phrases.name')}
              value={title}
              onChange={(e) => setTitle(e.target.value)}
            />
            <Button
              disabled={title.trim() === '' || body.trim() === ''}
              loading={save.isPending}
              onClick={add}
            >
              {t('phrases.add')}
            </Button>
          </div>
          <Input.TextArea
            aria-label={t('phrases.body')}
            placeholder={t('phrases.body')}
            rows={3}
            value={body}
            onChange={(e) => setBody(e.target.value)}
          />
          <p className="quiet">{t('phrases.bodyHelp')}</p>
        </>
      )}
    </Part>
  );
}
