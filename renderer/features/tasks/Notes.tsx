import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Mentions } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { About, Note } from '../../../shared/features/tasks/tasks.contract.ts';
import { useCall } from '../../app/query.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { DataState } from '../../ui/DataState.tsx';
import { isComposing } from '../../ui/keyboard.ts';
import { useNotices } from '../../ui/notices.tsx';
import { instantText } from '../../ui/today.ts';
import { useDraft } from '../../ui/versions/use-draft.ts';
import { useMeeting } from '../../ui/versions/use-meeting.tsx';
import { noWords } from '../../ui/versions/words.tsx';
import { useUndoOffer } from '../undo/use-undo.ts';
import './tasks.css';
import { notesQuery } from './tasks.queries.ts';
import { useColleagues } from './use-colleagues.ts';

/** What colleagues have written down about a case or a person, newest first. */
export function Notes({ about, readOnly = false }: { about: About; readOnly?: boolean }) {
  const { t } = useTranslation('tasks');
  const may = useMay('case.write') && !readOnly;
  const query = useInfiniteQuery(notesQuery(about));
  const [edited, setEdited] = useState<string | null>(null);
  return (
    <section className="notes" aria-label={t('notes')}>
      <h2>{t('notes')}</h2>
      {may && edited === null && <Composer about={about} note={null} onDone={() => undefined} />}
      <DataState
        query={query}
        isEmpty={(d) => d.pages[0]?.items.length === 0}
        empty={<p className="quiet">{t('noNotes')}</p>}
      >
        {(data) => (
          <>
            <ul className="plain">
              {data.pages
                .flatMap((p) => p.items)
                .map((note) =>
                  edited === note.id ? (
                    <li key={note.id}>
                      <Composer about={about} note={note} onDone={() => setEdited(null)} />
                    </li>
                  ) : (
                    <NoteItem key={note.id} note={note} readOnly={!may} onEdit={() => setEdited(note.id)} />
                  ),
                )}
            </ul>
            {query.hasNextPage && (
              <Button type="text" onClick={() => void query.fetchNextPage()}>
                {t('more')}
              </Button>
            )}
          </>
        )}
      </DataState>
    </section>
  );
}

function NoteItem({ note, readOnly, onEdit }: { note: Note; readOnly: boolean; onEdit: () => void }) {
  const { t } = useTranslation('tasks');
  const { state } = useSession();
  const { fail } = useNotices();
  const remove = useCall('notes.remove', ['task']);
  const offer = useUndoOffer();
  const mine = note.authorId === state.user?.id;
  return (
    <li className="note">
      <div className="note-head">
        <strong>{note.author}</strong>
        <span className="quiet tabular">{instantText(note.writtenAt).slice(0, 16)}</span>
        {note.editedAt && <span className="quiet">{t('edited')}</span>}
        <span className="gd-spring" />
        {mine && !readOnly && (
          <>
            <Button size="small" type="text" onClick={onEdit}>
              {t('editNote')}
            </Button>
            <Button
              size="small"
              type="text"
              onClick={() =>
                // Awaited, because the note is off the page by the time it is done.
                void remove
                  .mutateAsync({ id: note.id, expectedVersion: note.version })
                  .then((done) => offer(t('noteRemoved'), done), fail)
              }
            >
              {t('remove')}
            </Button>
          </>
        )}
      </div>
      <NoteBody note={note} />
    </li>
  );
}

/** The text with whom it calls marked. */
export function NoteBody({ note }: { note: Note }) {
  const names = [...note.mentioned].sort((a, b) => b.length - a.length);
  const escaped = names.map((n) => n.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const parts =
    names.length === 0 ? [note.body] : note.body.split(new RegExp(`([@＠](?:${escaped.join('|')}))`, 'u'));
  return (
    <p className="note-body">
      {parts.map((part, i) =>
        i % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one fixed text
          <mark key={i}>{part}</mark>
        ) : (
          part
        ),
      )}
    </p>
  );
}

/**
 * The list of colleagues narrows when a key is released. What is put in without one (a candidate of the input method
 * chosen with the mouse, dictation) has to narrow it too, or Enter would name whoever stood first before.
 */
function narrow(e: React.InputEvent<HTMLElement> | React.FormEvent<HTMLElement>): void {
  const field = e.target;
  const typed = 'data' in e.nativeEvent ? String(e.nativeEvent.data ?? '') : '';
  // After the text has been taken in.
  setTimeout(() => field.dispatchEvent(new KeyboardEvent('keyup', { key: typed.slice(-1), bubbles: true })));
}

function Composer({ about, note, onDone }: { about: About; note: Note | null; onDone: () => void }) {
  const { t } = useTranslation('tasks');
  const { fail } = useNotices();
  const colleagues = useColleagues();
  const save = useCall('notes.save', ['task']);
  const version = note?.version ?? 0;
  const queries = useQueryClient();
  const draft = useDraft(
    () => ({ body: note?.body ?? '' }),
    { version, file: version },
    { isNew: note === null },
  );
  const { body } = draft.form;
  const setBody = (text: string): void => draft.set({ body: text });
  const meeting = useMeeting({
    draft,
    told: noWords,
    words: { body: { label: t('writeNote'), both: true } },
    refresh: () => queries.invalidateQueries({ queryKey: ['task'] }),
    again: () => void keep(),
  });
  async function keep(): Promise<void> {
    if (body.trim() === '' || save.isPending) return;
    try {
      await save.mutateAsync({
        ...(note ? { id: note.id, expectedVersion: draft.stamp.version } : {}),
        about,
        body,
      });
      setBody('');
      onDone();
    } catch (error) {
      if (!meeting.conflict(error, true)) fail(error);
    }
  }
  return (
    <div className="note-composer">
      {meeting.dialog}
      <Mentions
        aria-label={t('writeNote')}
        placeholder={t('notePlaceholder')}
        prefix={['@', '＠']}
        split=" "
        rows={3}
        value={body}
        onChange={setBody}
        options={colleagues.map(({ label }) => ({ value: label, label }))}
        onInput={narrow}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && !isComposing(e)) {
            e.preventDefault();
            void keep();
          }
        }}
      />
      <div className="task-foot">
        <span className="quiet">{t('noteHelp')}</span>
        <span className="gd-spring" />
        {note && <Button onClick={onDone}>{t('cancel')}</Button>}
        <Button
          type="primary"
          disabled={body.trim() === ''}
          loading={save.isPending}
          onClick={() => void keep()}
        >
          {t('save')}
        </Button>
      </div>
    </div>
  );
}
