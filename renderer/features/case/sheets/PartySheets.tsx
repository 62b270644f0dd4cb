import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { capacities } from '../../../../shared/features/cases/case.schemas.ts';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { useSheetChange } from '../case.queries.ts';
import { AgentFields } from '../parties/AgentFields.tsx';
import { isOnSite, suggestedRespondents } from '../parties/co-parties.ts';
import {
  agentForm,
  emptyAgent,
  emptyRespondent,
  type RespondentForm,
  readAgent,
  readRespondent,
  respondentForm,
} from '../parties/party-form.ts';
import { RespondentFields } from '../parties/RespondentFields.tsx';
import { SamePerson, typedRespondent, typedWorker } from '../parties/SamePerson.tsx';
import type { TabProps } from '../tabs/tab.ts';
import { EditSheet } from './EditSheet.tsx';

export function RespondentSheet({
  file,
  record,
  capacity,
  readOnly,
}: TabProps & {
  readonly record: CaseFile['respondents'][number] | null;
  /** What a new one is, when a suggestion said so. */
  readonly capacity: string;
}) {
  const { t } = useTranslation('case');
  const { undoable } = useNotices();
  const change = useSheetChange(file, record);
  const [initial] = useState(() =>
    record ? respondentForm(record) : emptyRespondent(suggestedStart(file, capacity)),
  );
  const [respondent, setRespondent] = useState(initial);
  const reading = useMemo(() => readRespondent(respondent), [respondent]);
  const id = record?.id;
  return (
    <EditSheet
      title={record?.name ?? t('sheet.newRespondent')}
      issues={reading.issues}
      dirty={respondent !== initial}
      readOnly={readOnly}
      save={() =>
        change('cases.saveRespondent', {
          respondentId: id ?? null,
          respondent: reading.input,
          samePerson: respondent.samePerson ?? null,
        })
      }
      removes={id === undefined ? undefined : { kind: 'respondent', id }}
      onRemove={
        id === undefined
          ? undefined
          : async () => {
              await change('cases.removeRespondent', { respondentId: id });
              undoable(t('done.respondentRemoved', { name: record?.name }), () =>
                change('cases.restoreRespondent', { respondentId: id }),
              );
            }
      }
    >
      <RespondentFields respondent={respondent} onChange={setRespondent} />
      <SamePerson
        {...typedRespondent(respondent)}
        initial={typedRespondent(initial)}
        partyId={id ?? null}
        value={respondent.samePerson ?? null}
        onChange={(samePerson) => setRespondent({ ...respondent, samePerson })}
      />
    </EditSheet>
  );
}

function suggestedStart(file: CaseFile, wanted: string): Partial<RespondentForm> {
  const capacity = capacities.find((c) => c === wanted);
  if (capacity) {
    const found = suggestedRespondents(file.respondents.map(respondentForm), isOnSite(file), true);
    return found.find((f) => f.respondent.capacity === capacity)?.respondent ?? { capacity };
  }
  return file.respondents.length > 0 ? { capacity: 'general-contractor', footing: 'advance-first' } : {};
}

export function AgentSheet({
  file,
  record,
  principal,
  readOnly,
}: TabProps & {
  readonly record: CaseFile['agents'][number] | null;
  /** For whom a new one acts; blank for the workers. */
  readonly principal: string;
}) {
  const { t } = useTranslation('case');
  const { undoable } = useNotices();
  const change = useSheetChange(file, record);
  const [initial] = useState(() => (record ? agentForm(record) : emptyAgent({ principalId: principal })));
  const [agent, setAgent] = useState(initial);
  const reading = useMemo(() => readAgent(agent), [agent]);
  const id = record?.id;
  return (
    <EditSheet
      title={record?.name ?? t('sheet.newAgent')}
      issues={reading.issues}
      dirty={agent !== initial}
      readOnly={readOnly}
      save={() =>
        change('cases.saveAgent', {
          agentId: id ?? null,
          agent: reading.input,
          samePerson: agent.samePerson ?? null,
        })
      }
      removes={id === undefined ? undefined : { kind: 'agent', id }}
      onRemove={
        id === undefined
          ? undefined
          : async () => {
              await change('cases.removeAgent', { agentId: id });
              undoable(t('done.agentRemoved', { name: record?.name }), () =>
                change('cases.restoreAgent', { agentId: id }),
              );
            }
      }
    >
      <AgentFields agent={agent} onChange={setAgent} principals={file.respondents} />
      <SamePerson
        {...typedWorker(agent)}
        initial={typedWorker(initial)}
        partyId={id ?? null}
        value={agent.samePerson ?? null}
        onChange={(samePerson) => setAgent({ ...agent, samePerson })}
      />
    </EditSheet>
  );
}
