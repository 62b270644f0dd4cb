import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  agentKinds,
  procedureStages,
  specialPowers,
} from '../../../../shared/features/cases/case.schemas.ts';
import { PersonIdInput } from '../../../ui/PersonIdInput.tsx';
import { Field } from '../form/Field.tsx';
import { ChoiceField, DateField, TextField } from '../form/fields.tsx';
import { useNumberCheck } from '../form/number-check.ts';
import type { AgentForm } from './party-form.ts';

/** Turns one tick on or off and keeps the order of `all`. */
function toggled<V extends string>(all: readonly V[], ticked: readonly V[], value: V): V[] {
  return all.filter((v) => (v === value ? !ticked.includes(v) : ticked.includes(v)));
}

export function AgentFields({
  agent,
  onChange,
  principals = [],
  prefix = '',
  autoFocus = false,
}: {
  readonly agent: AgentForm;
  readonly onChange: (agent: AgentForm) => void;
  /** Parties on the unit's side that may have an agent; none while the case is being taken in. */
  readonly principals?: readonly { readonly id: string; readonly name: string }[];
  readonly prefix?: string;
  readonly autoFocus?: boolean;
}) {
  const { t } = useTranslation('case');
  const check = useNumberCheck();
  const set = <K extends keyof AgentForm>(key: K, value: AgentForm[K]): void =>
    onChange({ ...agent, [key]: value });
  const professional = !(['relative', 'employee', 'recommended-citizen'] as const).some(
    (k) => k === agent.kind,
  );
  const tied = agent.kind === 'relative' || agent.kind === 'employee';
  return (
    <div className="gd-grid">
      {principals.length > 0 && (
        <ChoiceField
          path={`${prefix}principalId`}
          label={t('agent.principal')}
          value={agent.principalId}
          onChange={(v) => set('principalId', v)}
          options={[
            { value: '', label: t('agent.workers') },
            ...principals.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          span={6}
        />
      )}
      <TextField
        path={`${prefix}name`}
        label={t('agent.name')}
        required
        value={agent.name}
        onChange={(v) => set('name', v)}
        autoFocus={autoFocus}
        span={3}
      />
      <ChoiceField
        path={`${prefix}kind`}
        label={t('agent.kind')}
        value={agent.kind}
        onChange={(v) => set('kind', v)}
        options={agentKinds.map((value) => ({ value, label: t(`agentKind.${value}`) }))}
        span={3}
      />
      <TextField
        path={`${prefix}firm`}
        label={t('agent.firm')}
        value={agent.firm}
        onChange={(v) => set('firm', v)}
        span={3}
      />
      {professional ? (
        <TextField
          path={`${prefix}licenceNumber`}
          label={t('agent.licenceNumber')}
          value={agent.licenceNumber}
          onChange={(v) => set('licenceNumber', v)}
          span={3}
        />
      ) : (
        <Field
          path={`${prefix}idNumber`}
          label={t('agent.idNumber')}
          caution={check.residentId(agent.idNumber)}
          span={3}
        >
          {(field) => (
            <PersonIdInput {...field} value={agent.idNumber} onChange={(v) => set('idNumber', v)} />
          )}
        </Field>
      )}
      {tied && (
        <TextField
          path={`${prefix}relation`}
          label={t(agent.kind === 'employee' ? 'agent.post' : 'agent.relation')}
          value={agent.relation}
          onChange={(v) => set('relation', v)}
          span={6}
        />
      )}
      <TextField
        path={`${prefix}phone`}
        label={t('agent.phone')}
        value={agent.phone}
        onChange={(v) => set('phone', v)}
        caution={check.phone(agent.phone)}
        inputMode="tel"
        span={2}
      />
      <DateField
        path={`${prefix}from`}
        label={t('agent.from')}
        value={agent.from}
        onChange={(v) => set('from', v)}
        span={2}
      />
      <DateField
        path={`${prefix}to`}
        label={t('agent.to')}
        value={agent.to}
        onChange={(v) => set('to', v)}
        span={2}
      />
      <Field path={`${prefix}stages`} label={t('agent.stages')} required span={6}>
        {(field) => (
          <fieldset className="gd-ticks" aria-describedby={field['aria-describedby']}>
            {procedureStages.map((stage, i) => (
              <Checkbox
                key={stage}
                {...(i === 0 ? { id: field.id } : {})}
                checked={agent.stages.includes(stage)}
                onChange={() => set('stages', toggled(procedureStages, agent.stages, stage))}
              >
                {t(`procedureStage.${stage}`)}
              </Checkbox>
            ))}
          </fieldset>
        )}
      </Field>
      <Field
        path={`${prefix}specialPowers`}
        label={t('agent.specialPowers')}
        span={6}
        hint={t('agent.powersHint')}
      >
        {(field) => (
          <fieldset className="gd-ticks" aria-describedby={field['aria-describedby']}>
            {specialPowers.map((power, i) => (
              <Checkbox
                key={power}
                {...(i === 0 ? { id: field.id } : {})}
                checked={agent.specialPowers.includes(power)}
                onChange={() => set('specialPowers', toggled(specialPowers, agent.specialPowers, power))}
              >
                {t(`power.${power}`)}
              </Checkbox>
            ))}
          </fieldset>
        )}
      </Field>
    </div>
  );
}
