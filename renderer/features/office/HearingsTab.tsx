import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Phrase } from '../../../shared/features/hearings/hearings.contract.ts';
import { useCall } from '../../app/query.ts';
import { useMay } from '../../app/session.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Select } from '../../ui/Select.tsx';
import { phrasesQuery, roomsQuery } from '../case/case.queries.ts';
import { useRemoval } from '../undo/use-removal.ts';
import { useUndoKey } from '../undo/use-undo.ts';
import { PhraseDialog, type Room, RoomDialog } from './HearingRecordDialogs.tsx';
import { Line, Part } from './RecordLines.tsx';
import { ReminderRules } from './ReminderRules.tsx';

/** The office's rooms, its reminders by rule, and its own templates and phrases. */
export function HearingsTab() {
  useUndoKey('office', useMay('case.write'));
  return (
    <div className="office-form office-wide office-hearings">
      <Rooms />
      <ReminderRules />
      <Phrases />
    </div>
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
