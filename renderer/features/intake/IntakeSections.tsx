import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceGroups, tracks } from '../../../shared/features/cases/case.schemas.ts';
import { Icon } from '../../ui/icons.tsx';
import { isEnter } from '../../ui/keyboard.ts';
import { DemandFields } from '../case/form/DemandFields.tsx';
import { ChoiceField, DateField, LongTextField, TextField } from '../case/form/fields.tsx';
import { focusField } from '../case/form/issues.tsx';
import { AgentFields } from '../case/parties/AgentFields.tsx';
import { CoPartySuggestions } from '../case/parties/CoPartySuggestions.tsx';
import { emptyAgent, emptyRespondent, type RespondentForm } from '../case/parties/party-form.ts';
import { RespondentFields } from '../case/parties/RespondentFields.tsx';
import { SamePerson, typedRespondent, typedWorker } from '../case/parties/SamePerson.tsx';
import { evidenceItems } from './evidence-items.ts';
import { type IntakeForm, recordsDay } from './intake-form.ts';
import { Section } from './Section.tsx';

interface Props {
  readonly form: IntakeForm;
  readonly onChange: (over: Partial<IntakeForm>) => void;
}

export function RespondentsSection({ form, onChange }: Props) {
  const { t } = useTranslation('intake');
  const add = (respondent: RespondentForm): void => {
    const index = form.respondents.length;
    onChange({ respondents: [...form.respondents, respondent] });
    requestAnimationFrame(() => focusField(`respondents.${index}.name`));
  };
  return (
    <Section title={t('section.against')} help={t('section.againstHelp')}>
      <Checkbox
        checked={form.onSite}
        onChange={(e) => onChange({ onSite: e.target.checked })}
        className="gd-site"
      >
        {t('onSite')}
      </Checkbox>
      {form.onSite && (
        <div className="gd-grid">
          <TextField
            path="projectName"
            label={t('projectName')}
            value={form.projectName}
            onChange={(projectName) => onChange({ projectName })}
            span={2}
          />
          <TextField
            path="projectSite"
            label={t('projectSite')}
            value={form.projectSite}
            onChange={(projectSite) => onChange({ projectSite })}
            span={2}
          />
          <TextField
            path="teamLeader"
            label={t('teamLeader')}
            value={form.teamLeader}
            onChange={(teamLeader) => onChange({ teamLeader })}
            span={2}
          />
        </div>
      )}
      {form.respondents.map((respondent, i) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: cards are only added and removed by index
          key={i}
          className={form.respondents.length > 1 ? 'gd-card' : ''}
        >
          {form.respondents.length > 1 && (
            <div className="gd-card-head">
              <h3>{respondent.name || t(`capacityTitle.${respondent.capacity}`)}</h3>
              {i > 0 && (
                <Button
                  size="small"
                  type="text"
                  onClick={() => onChange({ respondents: form.respondents.filter((_, at) => at !== i) })}
                >
                  {t('remove')}
                </Button>
              )}
            </div>
          )}
          <RespondentFields
            respondent={respondent}
            onChange={(r) =>
              onChange({ respondents: form.respondents.map((old, at) => (at === i ? r : old)) })
            }
            prefix={`respondents.${i}.`}
          />
          <SamePerson
            {...typedRespondent(respondent)}
            value={respondent.samePerson ?? null}
            onChange={(samePerson) =>
              onChange({
                respondents: form.respondents.map((old, at) => (at === i ? { ...old, samePerson } : old)),
              })
            }
          />
        </div>
      ))}
      <CoPartySuggestions
        respondents={form.respondents}
        onSite={form.onSite}
        migrantWorkers={form.workers.some((w) => w.isMigrant !== 'no')}
        onAdd={add}
      />
      <div className="gd-line-actions">
        <Button
          icon={<Icon name="plus" size={14} />}
          onClick={() => add(emptyRespondent({ footing: 'joint' }))}
        >
          {t('addRespondent')}
        </Button>
        {form.onSite &&
          (
            [
              ['general-contractor', 'organisation', 'advance-first'],
              ['subcontractor', 'organisation', 'principal'],
              ['foreman', 'person', 'joint'],
            ] as const
          )
            .filter(([capacity]) => !form.respondents.some((r) => r.capacity === capacity))
            .map(([capacity, kind, footing]) => (
              <Button
                key={capacity}
                type="dashed"
                onClick={() => add(emptyRespondent({ capacity, kind, footing }))}
              >
                {t('addCapacity', { capacity: t(`capacityTitle.${capacity}`) })}
              </Button>
            ))}
      </div>
    </Section>
  );
}

export function EvidenceSection({ form, onChange }: Props) {
  const { t } = useTranslation('intake');
  const [other, setOther] = useState('');
  const toggle = (key: string): void =>
    onChange({
      evidence: form.evidence.includes(key)
        ? form.evidence.filter((k) => k !== key)
        : [...form.evidence, key],
    });
  const addOther = (): void => {
    if (other.trim() === '') return;
    onChange({ otherEvidence: [...form.otherEvidence, other.trim()] });
    setOther('');
  };
  return (
    <Section title={t('section.evidence')} help={t('section.evidenceHelp')}>
      <div className="gd-evidence-ticks" data-field="evidence">
        {evidenceGroups
          .filter((group) => evidenceItems.some((i) => i.group === group))
          .map((group) => (
            <fieldset key={group}>
              <legend>{t(`group.${group}`)}</legend>
              {evidenceItems
                .filter((i) => i.group === group)
                .map((i) => (
                  <Checkbox
                    key={i.key}
                    checked={form.evidence.includes(i.key)}
                    onChange={() => toggle(i.key)}
                  >
                    {t(`evidence.${i.key}` as 'evidence.contract')}
                  </Checkbox>
                ))}
            </fieldset>
          ))}
      </div>
      <div className="gd-other">
        <Input
          value={other}
          placeholder={t('otherEvidence')}
          aria-label={t('otherEvidence')}
          onChange={(e) => setOther(e.target.value)}
          onKeyDown={(e) => {
            if (isEnter(e) && !e.ctrlKey && !e.metaKey) addOther();
          }}
        />
        <Button onClick={addOther} disabled={other.trim() === ''}>
          {t('add')}
        </Button>
      </div>
      {form.otherEvidence.length > 0 && (
        <ul className="gd-tags">
          {form.otherEvidence.map((name) => (
            <li key={name}>
              {name}
              <button
                type="button"
                className="gd-icon-button"
                aria-label={t('removeNamed', { name })}
                onClick={() => onChange({ otherEvidence: form.otherEvidence.filter((n) => n !== name) })}
              >
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export function DatesSection({ form, onChange }: Props) {
  const { t } = useTranslation('intake');
  const { t: tl } = useTranslation('cases');
  return (
    <Section title={t('section.dates')} help={t('section.datesHelp')}>
      <div className="gd-grid">
        <TextField
          path="tribunalName"
          label={t('tribunalName')}
          value={form.tribunalName}
          onChange={(tribunalName) => onChange({ tribunalName })}
          hint={t('tribunalHint')}
          span={4}
        />
        <DateField
          path="receivedOn"
          label={t('receivedOn')}
          required
          value={form.receivedOn}
          onChange={(receivedOn) => onChange({ receivedOn })}
        />
        {recordsDay(form.track, 'employmentEnded') && (
          <DateField
            path="employmentEnded"
            label={t('employmentEnded')}
            value={form.employmentEnded}
            onChange={(employmentEnded) => onChange({ employmentEnded })}
            hint={t('employmentEndedHint')}
          />
        )}
        {recordsDay(form.track, 'rightKnown') && (
          <DateField
            path="rightKnown"
            label={t('rightKnown')}
            value={form.rightKnown}
            onChange={(rightKnown) => onChange({ rightKnown })}
          />
        )}
        {recordsDay(form.track, 'lastDemand') && (
          <DateField
            path="lastDemand"
            label={t('lastDemand')}
            value={form.lastDemand}
            onChange={(lastDemand) => onChange({ lastDemand })}
            hint={t('lastDemandHint')}
          />
        )}
        {recordsDay(form.track, 'lastDemand') && form.lastDemand !== '' && (
          <DemandFields
            type="demand-made"
            method={form.demandMethod}
            addressee={form.demandedFrom}
            onChange={({ method = form.demandMethod, addressee = form.demandedFrom }) =>
              onChange({ demandMethod: method, demandedFrom: addressee })
            }
            paths={{ method: 'demandMethod', addressee: 'demandedFrom' }}
            span={2}
          />
        )}
        <ChoiceField
          path="track"
          label={t('track')}
          value={form.track}
          onChange={(track) => onChange({ track })}
          options={tracks.map((value) => ({ value, label: tl(`track.${value}`) }))}
        />
        <ChoiceField
          path="cause"
          label={t('cause')}
          value={form.cause}
          onChange={(cause) => onChange({ cause })}
          options={(
            [
              'wages',
              'labour-relation',
              'contract',
              'severance',
              'overtime',
              'work-injury',
              'social-insurance',
              'other',
            ] as const
          ).map((value) => ({ value, label: tl(`cause.${value}`) }))}
        />
        <LongTextField
          path="demands"
          label={t('demands')}
          value={form.demands}
          onChange={(demands) => onChange({ demands })}
          rows={2}
          span={6}
        />
      </div>
    </Section>
  );
}

export function AgentsSection({ form, onChange }: Props) {
  const { t } = useTranslation('intake');
  return (
    <Section title={t('section.agents')} help={t('section.agentsHelp')}>
      {form.agents.map((agent, i) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: cards are only added and removed by index
          key={i}
          className="gd-card"
        >
          <div className="gd-card-head">
            <h3>{agent.name || t('agentNumber', { number: i + 1 })}</h3>
            <Button
              size="small"
              type="text"
              onClick={() => onChange({ agents: form.agents.filter((_, at) => at !== i) })}
            >
              {t('remove')}
            </Button>
          </div>
          <AgentFields
            agent={agent}
            onChange={(a) => onChange({ agents: form.agents.map((old, at) => (at === i ? a : old)) })}
            prefix={`agents.${i}.`}
          />
          <SamePerson
            {...typedWorker(agent)}
            value={agent.samePerson ?? null}
            onChange={(samePerson) =>
              onChange({ agents: form.agents.map((old, at) => (at === i ? { ...old, samePerson } : old)) })
            }
          />
        </div>
      ))}
      {form.agents.length < 2 && (
        <Button
          icon={<Icon name="plus" size={14} />}
          onClick={() => {
            const index = form.agents.length;
            onChange({ agents: [...form.agents, emptyAgent()] });
            requestAnimationFrame(() => focusField(`agents.${index}.name`));
          }}
        >
          {t('addAgent')}
        </Button>
      )}
    </Section>
  );
}
