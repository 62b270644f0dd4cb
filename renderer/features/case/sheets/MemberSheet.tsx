import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../../../shared/features/cases/case.schemas.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { MonthsTable } from '../arrears/MonthsTable.tsx';
import type { MonthRow } from '../arrears/rows.ts';
import { useSheetDraft } from '../case.queries.ts';
import { SamePerson, typedWorker } from '../parties/SamePerson.tsx';
import type { TabProps } from '../tabs/tab.ts';
import { JobFields, MorePersonFields, PersonFields } from '../worker/WorkerFields.tsx';
import {
  alikeWorker,
  emptyWorker,
  readWorker,
  type WorkerForm,
  workerFromMember,
} from '../worker/worker-form.ts';
import { EditSheet } from './EditSheet.tsx';

export function MemberSheet({
  file,
  member,
  like,
  readOnly,
}: TabProps & { readonly member: Member | null; readonly like: Member | null }) {
  const { t } = useTranslation('case');
  const { undoable } = useNotices();
  const { draft, change } = useSheetDraft(
    file,
    member,
    (): WorkerForm =>
      member ? workerFromMember(member) : like ? alikeWorker(workerFromMember(like)) : emptyWorker(),
    { rows: { arrears: (row: MonthRow) => row.period.trim() } },
  );
  const { form: worker, initial, set: setWorker } = draft;
  const restore = () => change('cases.restoreMembers', { memberIds: member ? [member.id] : [] });
  const reading = useMemo(() => readWorker(worker), [worker]);
  return (
    <EditSheet
      title={member?.name ?? t('sheet.newMember')}
      issues={reading.issues}
      dirty={draft.dirty}
      draft={draft}
      words={{ arrears: { label: t('months.title'), row: (row: MonthRow) => row.period } }}
      restore={restore}
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
              undoable(t('done.memberRemoved', { name: member.name }), restore);
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
