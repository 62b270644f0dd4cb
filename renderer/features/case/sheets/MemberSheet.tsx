import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../../../shared/features/cases/case.schemas.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { MonthsTable } from '../arrears/MonthsTable.tsx';
import { useSheetChange } from '../case.queries.ts';
import { SamePerson, typedWorker } from '../parties/SamePerson.tsx';
import type { TabProps } from '../tabs/tab.ts';
import { JobFields, MorePersonFields, PersonFields } from '../worker/WorkerFields.tsx';
import { alikeWorker, emptyWorker, readWorker, workerFromMember } from '../worker/worker-form.ts';
import { EditSheet } from './EditSheet.tsx';

export function MemberSheet({
  file,
  member,
  like,
  readOnly,
}: TabProps & { readonly member: Member | null; readonly like: Member | null }) {
  const { t } = useTranslation('case');
  const { undoable } = useNotices();
  const change = useSheetChange(file, member);
  const [initial] = useState(() =>
    member ? workerFromMember(member) : like ? alikeWorker(workerFromMember(like)) : emptyWorker(),
  );
  const [worker, setWorker] = useState(initial);
  const reading = useMemo(() => readWorker(worker), [worker]);
  return (
    <EditSheet
      title={member?.name ?? t('sheet.newMember')}
      issues={reading.issues}
      dirty={worker !== initial}
      readOnly={readOnly}
      size={860}
      save={() =>
        change('cases.saveMember', {
          memberId: member?.id ?? null,
          worker: reading.input,
          samePerson: worker.samePerson ?? null,
        })
      }
      removes={member?.id === undefined ? undefined : { kind: 'member', id: member.id }}
      onRemove={
        member
          ? async () => {
              await change('cases.removeMembers', { memberIds: [member.id] });
              undoable(t('done.memberRemoved', { name: member.name }), () =>
                change('cases.restoreMembers', { memberIds: [member.id] }),
              );
            }
          : undefined
      }
    >
      <PersonFields worker={worker} onChange={setWorker} />
      <SamePerson
        {...typedWorker(worker)}
        initial={typedWorker(initial)}
        partyId={member?.id ?? null}
        value={worker.samePerson ?? null}
        onChange={(samePerson) => setWorker({ ...worker, samePerson })}
      />
      <details
        className="gd-more"
        open={worker.bankAccount !== '' || worker.residence !== '' || worker.guardian.name !== ''}
      >
        <summary>{t('worker.more')}</summary>
        <MorePersonFields worker={worker} onChange={setWorker} />
      </details>
      <h3>{t('worker.job')}</h3>
      <JobFields worker={worker} onChange={setWorker} />
      <h3>{t('months.title')}</h3>
      <MonthsTable
        rows={worker.arrears}
        onChange={(arrears) => setWorker({ ...worker, arrears })}
        unit={worker.job.wageUnit || 'month'}
        rate={worker.job.rate}
        job={worker.job}
        readOnly={readOnly}
      />
    </EditSheet>
  );
}
