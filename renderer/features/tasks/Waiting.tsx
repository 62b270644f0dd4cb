import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../shared/features/tasks/tasks.contract.ts';
import { useCall } from '../../app/query.ts';
import { useToday } from '../../ui/today.ts';
import { NoteBody } from './Notes.tsx';
import { TaskDialog } from './TaskDialog.tsx';
import { TaskLine } from './TaskList.tsx';
import './tasks.css';
import { waitingQuery } from './tasks.queries.ts';

/** On the page of the day: what waits for the person who looks. Nothing of it is kept by the page, so none is lost. */
export function Waiting() {
  const { t } = useTranslation('tasks');
  const query = useQuery(waitingQuery(useToday()));
  const seen = useCall('notes.seen', ['task']);
  const [edited, setEdited] = useState<Task | null>(null);
  const { soon = [], mentions = [], orphaned = 0 } = query.data ?? {};
  if (soon.length + mentions.length + orphaned === 0) return null;
  return (
    <div className="waiting">
      {soon.length > 0 && (
        <section aria-label={t('mine')}>
          <h2>
            <Link to="/tasks">{t('mine')}</Link>
          </h2>
          <ul className="plain">
            {soon.map((task) => (
              <TaskLine key={task.id} task={task} readOnly={false} withCase onEdit={() => setEdited(task)} />
            ))}
          </ul>
        </section>
      )}
      {(mentions.length > 0 || orphaned > 0) && (
        <section aria-label={t('callingYou')}>
          {mentions.length > 0 && <h2>{t('callingYou')}</h2>}
          <ul className="plain">
            {mentions.map((note) => (
              <li key={note.id} className="note">
                <div className="note-head">
                  <strong>{note.author}</strong>
                  {note.caseId ? (
                    <Link to="/cases/$caseId" params={{ caseId: note.caseId }} search={{ tab: 'work' }}>
                      {note.caseNumber}
                    </Link>
                  ) : (
                    note.personId && (
                      <Link to="/people/$personId" params={{ personId: note.personId }}>
                        {note.who}
                      </Link>
                    )
                  )}
                  <span className="gd-spring" />
                  <Button
                    size="small"
                    loading={seen.isPending}
                    onClick={() => seen.mutate({ ids: [note.id] })}
                  >
                    {t('seen')}
                  </Button>
                </div>
                <NoteBody note={note} />
              </li>
            ))}
          </ul>
          {orphaned > 0 && (
            <p>
              <Link to="/tasks" search={{ view: 'orphaned' }}>
                {t('orphans', { count: orphaned })}
              </Link>
            </p>
          )}
        </section>
      )}
      {edited && <TaskDialog task={edited} about={null} onClose={() => setEdited(null)} />}
    </div>
  );
}
