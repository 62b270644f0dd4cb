import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.tsx';
import { Icon } from '../../ui/icons.tsx';
import type { TabProps } from '../case/tabs/tab.ts';
import { Notes } from './Notes.tsx';
import { TaskDialog } from './TaskDialog.tsx';
import { TaskList } from './TaskList.tsx';
import { TemplateDialog } from './TemplateDialog.tsx';
import { TimeSpent } from './TimeSpent.tsx';
import './tasks.css';

/** The work on a case: who does what by when, what was noted, what time went into it. */
export function WorkTab({ file, readOnly }: TabProps) {
  const { t } = useTranslation('tasks');
  const may = useMay('case.write') && !readOnly;
  const [open, setOpen] = useState<'task' | 'template' | null>(null);
  const about = { caseId: file.id };
  return (
    <div className="work">
      <section aria-label={t('tasks')}>
        <h2>{t('tasks')}</h2>
        <TaskList
          view={about}
          readOnly={readOnly}
          actions={
            may && (
              <>
                <span className="gd-spring" />
                <Button size="small" onClick={() => setOpen('template')}>
                  {t('fromTemplate')}
                </Button>
                <Button
                  size="small"
                  type="primary"
                  icon={<Icon name="plus" size={14} />}
                  onClick={() => setOpen('task')}
                >
                  {t('add')}
                </Button>
              </>
            )
          }
        />
      </section>
      <Notes about={about} readOnly={readOnly} />
      <TimeSpent caseId={file.id} readOnly={readOnly} />
      {open === 'task' && <TaskDialog task={null} about={about} onClose={() => setOpen(null)} />}
      {open === 'template' && <TemplateDialog file={file} onClose={() => setOpen(null)} />}
    </div>
  );
}
