import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../shared/features/tasks/tasks.contract.ts';
import { useCall } from '../../app/query.ts';
import { useMay } from '../../app/session.tsx';
import { useToday } from '../../ui/today.ts';
import { useInHandText } from '../office/users/in-hand.ts';
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
  const { soon = [], mentions = [], orphaned = 0, departed = [] } = query.data ?? {};
  const has = useInHandText();
  const mayHandOver = useMay('office.admin');
  const nobodys = orphaned + departed.length;
  if (soon.length + mentions.length + nobodys === 0) return null;
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
      {mentions.length > 0 && (
        <section aria-label={t('callingYou')}>
          <h2>{t('callingYou')}</h2>
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
        </section>
      )}
      {nobodys > 0 && (
        <section aria-label={t('nobodys')}>
          <h2>{t('nobodys')}</h2>
          <ul className="plain">
            {orphaned > 0 && (
              <li>
                <Link to="/tasks" search={{ view: 'orphaned' }}>
                  {t('orphans', { count: orphaned })}
                </Link>
              </li>
            )}
            {departed.map((d) => (
              <li key={d.userId}>
                <Link
                  {...(d.openCases > 0
                    ? { to: '/cases', search: { handler: d.userId } }
                    : { to: '/legal-aid', search: { list: 'toAssign' } })}
                >
                  {t('departed', { name: d.name, what: has({ ...d, openTasks: 0 }) })}
                </Link>
                {mayHandOver && (
                  <>
                    {' '}
                    <Link to="/office" search={{ tab: 'users' }}>
                      {t('handThemOver')}
                    </Link>
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {edited && <TaskDialog task={edited} about={null} onClose={() => setEdited(null)} />}
    </div>
  );
}
