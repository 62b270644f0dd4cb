import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { capacities } from '../../../../shared/features/cases/case.schemas.ts';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { useSheetDraft } from '../case.queries.ts';
import { AgentFields } from '../parties/AgentFields.tsx';
import { isOnSite, suggestedRespondents } from '../parties/co-parties.ts';
import {
  type AgentForm,
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
  const { draft, change } = useSheetDraft(
    file,
    record,
    (): RespondentForm => (record ? respondentForm(record) : emptyRespondent(suggestedStart(file, capacity))),
  );
  const { form: respondent, initial, set: setRespondent } = draft;
  const reading = useMemo(() => readRespondent(respondent), [respondent]);
  const id = record?.id;
  const restore = () => change('cases.restoreRespondent', { respondentId: id ?? '' });
  return (
    <EditSheet
      title={record?.name ?? t('sheet.newRespondent')}
      issues={reading.issues}
      dirty={draft.dirty}
      draft={draft}
      restore={restore}
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
              undoable(t('done.respondentRemoved', { name: record?.name }), restore);
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
  const { draft, change } = useSheetDraft(
    file,
    record,
    (): AgentForm => (record ? agentForm(record) : emptyAgent({ principalId: principal })),
  );
  const { form: agent, initial, set: setAgent } = draft;
  const reading = useMemo(() => readAgent(agent), [agent]);
  const id = record?.id;
  const restore = () => change('cases.restoreAgent', { agentId: id ?? '' });
  return (
    <EditSheet
      title={record?.name ?? t('sheet.newAgent')}
      issues={reading.issues}
      dirty={draft.dirty}
      draft={draft}
      words={{
        stages: {
          label: t('agent.stages'),
          text: (v: AgentForm['stages']) => v.map((s) => t(`procedureStage.${s}`)).join(t('listComma')),
        },
        specialPowers: {
          label: t('agent.specialPowers'),
          text: (v: AgentForm['specialPowers']) => v.map((p) => t(`power.${p}`)).join(t('listComma')),
        },
      }}
      restore={restore}
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
              undoable(t('done.agentRemoved', { name: record?.name }), restore);
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
