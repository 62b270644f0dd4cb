import { useTranslation } from 'react-i18next';
import {
  capacities,
  footings,
  representativeKinds,
  standings,
} from '../../../../shared/features/cases/case.schemas.ts';
import { PersonIdInput } from '../../../ui/PersonIdInput.tsx';
import { Field } from '../form/Field.tsx';
import { ChoiceField, TextField } from '../form/fields.tsx';
import { useNumberCheck } from '../form/number-check.ts';
import { type RespondentForm, statuses } from './party-form.ts';

/** One respondent. `short` leaves out what a first visit seldom brings. */
export function RespondentFields({
  respondent,
  onChange,
  prefix = '',
  autoFocus = false,
}: {
  readonly respondent: RespondentForm;
  readonly onChange: (respondent: RespondentForm) => void;
  readonly prefix?: string;
  readonly autoFocus?: boolean;
}) {
  const { t } = useTranslation('case');
  const check = useNumberCheck();
  const set = <K extends keyof RespondentForm>(key: K, value: RespondentForm[K]): void =>
    onChange({ ...respondent, [key]: value });
  const text = (
    key: 'phone' | 'registeredAddress' | 'mailAddress' | 'representativeName' | 'representativeTitle',
    span: 2 | 3,
  ) => (
    <TextField
      path={`${prefix}${key}`}
      label={t(`respondent.${key}`)}
      value={respondent[key]}
      onChange={(v) => set(key, v)}
      caution={key === 'phone' ? check.phone(respondent.phone) : null}
      span={span}
    />
  );
  const person = respondent.kind === 'person';
  return (
    <div className="gd-grid">
      <TextField
        path={`${prefix}name`}
        label={t(person ? 'respondent.personName' : 'respondent.name')}
        required
        value={respondent.name}
        onChange={(v) => set('name', v)}
        autoFocus={autoFocus}
        {...(person ? {} : { hint: t('respondent.nameHint') })}
        span={4}
      />
      <ChoiceField
        path={`${prefix}kind`}
        label={t('respondent.kind')}
        value={respondent.kind}
        onChange={(v) => set('kind', v)}
        options={[
          { value: 'organisation', label: t('respondent.organisation') },
          { value: 'person', label: t('respondent.person') },
        ]}
      />
      {person ? (
        <Field
          path={`${prefix}idNumber`}
          label={t('respondent.idNumber')}
          caution={check.residentId(respondent.idNumber)}
          span={3}
        >
          {(field) => (
            <PersonIdInput {...field} value={respondent.idNumber} onChange={(v) => set('idNumber', v)} />
          )}
        </Field>
      ) : (
        <TextField
          path={`${prefix}uscc`}
          label={t('respondent.uscc')}
          value={respondent.uscc}
          onChange={(v) => set('uscc', v.toUpperCase())}
          caution={check.creditCode(respondent.uscc)}
          span={3}
        />
      )}
      {text('phone', 3)}
      <ChoiceField
        path={`${prefix}capacity`}
        label={t('respondent.capacity')}
        value={respondent.capacity}
        onChange={(v) => set('capacity', v)}
        options={capacities.map((value) => ({ value, label: t(`capacity.${value}`) }))}
      />
      <ChoiceField
        path={`${prefix}footing`}
        label={t('respondent.footing')}
        value={respondent.footing}
        onChange={(v) => set('footing', v)}
        options={footings.map((value) => ({ value, label: t(`footing.${value}`) }))}
      />
      {!person && (
        <ChoiceField
          path={`${prefix}status`}
          label={t('respondent.status')}
          value={respondent.status}
          onChange={(v) => set('status', v)}
          options={statuses.map((value) => ({ value, label: t(`orgStatus.${value}`) }))}
        />
      )}
      {text('registeredAddress', 3)}
      {text('mailAddress', 3)}
      {!person && (
        <ChoiceField
          path={`${prefix}representativeKind`}
          label={t('respondent.representativeKind')}
          value={respondent.representativeKind}
          onChange={(v) => set('representativeKind', v)}
          options={representativeKinds.map((value) => ({ value, label: t(`representativeKind.${value}`) }))}
          span={2}
        />
      )}
      {!person && text('representativeName', 2)}
      {!person && text('representativeTitle', 2)}
      <ChoiceField
        path={`${prefix}standing`}
        label={t('respondent.standing')}
        value={respondent.standing}
        onChange={(v) => set('standing', v)}
        options={standings.map((value) => ({ value, label: t(`standing.${value}`) }))}
        hint={t('respondent.standingHint')}
        span={6}
      />
    </div>
  );
}
