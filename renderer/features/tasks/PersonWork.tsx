import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.tsx';
import { Notes } from './Notes.tsx';
import { TaskDialog } from './TaskDialog.tsx';
import { TaskList } from './TaskList.tsx';

/** Tasks and notes that hang on a person and not on one case. */
export function PersonWork({ personId }: { personId: string }) {
  const { t } = useTranslation('tasks');
  const may = useMay('case.write');
  const [adding, setAdding] = useState(false);
  const about = { personId };
  return (
    <>
      <section>
        <h2>{t('tasks')}</h2>
        <TaskList
          view={about}
          actions={
            may && (
              <Button size="small" onClick={() => setAdding(true)}>
                {t('add')}
              </Button>
            )
          }
        />
      </section>
      <Notes about={about} />
      {adding && <TaskDialog task={null} about={about} onClose={() => setAdding(false)} />}
    </>
  );
}
