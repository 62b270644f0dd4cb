import { useTranslation } from 'react-i18next';
import { idTypes, jobEnds, wageUnits } from '../../../../shared/features/cases/case.schemas.ts';
import { PersonIdInput } from '../../../ui/PersonIdInput.tsx';
import { Field } from '../form/Field.tsx';
import { ChoiceField, DateField, TextField } from '../form/fields.tsx';
import { useNumberCheck } from '../form/number-check.ts';
import { parsePersonLine } from './paste.ts';
import { withIdNumber, withPasted } from './person.ts';
import type { GuardianForm, JobForm, WorkerForm } from './worker-form.ts';

interface Props {
  readonly worker: WorkerForm;
  readonly onChange: (worker: WorkerForm) => void;
  /** Goes before every path: `workers.0.` on the intake page. */
  readonly prefix?: string;
  readonly autoFocus?: boolean;
}

/** Who the worker is. A pasted “name ID phone” line fills three fields, an ID number fills sex and birth. */
export function PersonFields({ worker, onChange, prefix = '', autoFocus = false }: Props) {
  const { t } = useTranslation('case');
  const check = useNumberCheck();
  const set = <K extends keyof WorkerForm>(key: K, value: WorkerForm[K]): void =>
    onChange({ ...worker, [key]: value });
  const paste = (text: string): boolean => {
    const person = parsePersonLine(text);
    if (person) onChange(withPasted(worker, person));
    return person !== null;
  };
  return (
    <div className="gd-grid">
      <TextField
        path={`${prefix}name`}
        label={t('worker.name')}
        required
        value={worker.name}
        onChange={(v) => set('name', v)}
        onPasteText={paste}
        hint={t('worker.pasteHint')}
        autoFocus={autoFocus}
        span={2}
      />
      <Field
        path={`${prefix}idNumber`}
        label={t(`idType.${worker.idType}`)}
        caution={worker.idType === 'resident-id' ? check.residentId(worker.idNumber) : null}
        span={3}
      >
        {(field) => (
          <div
            onPasteCapture={(e) => {
              if (paste(e.clipboardData.getData('text/plain'))) e.preventDefault();
            }}
          >
            <PersonIdInput
              {...field}
              value={worker.idNumber}
              onChange={(v) => onChange(withIdNumber(worker, v))}
            />
          </div>
        )}
      </Field>
      <ChoiceField
        path={`${prefix}sex`}
        label={t('worker.sex')}
        value={worker.sex}
        onChange={(v) => set('sex', v)}
        options={[
          { value: '', label: '—' },
          { value: 'male', label: t('worker.male') },
          { value: 'female', label: t('worker.female') },
        ]}
        span={1}
      />
      <TextField
        path={`${prefix}phone`}
        label={t('worker.phone')}
        value={worker.phone}
        onChange={(v) => set('phone', v)}
        onPasteText={paste}
        caution={check.phone(worker.phone)}
        inputMode="tel"
        span={2}
      />
      <DateField
        path={`${prefix}birth`}
        label={t('worker.birth')}
        value={worker.birth}
        onChange={(v) => set('birth', v)}
        span={2}
      />
      <ChoiceField
        path={`${prefix}idType`}
        label={t('worker.idType')}
        value={worker.idType}
        onChange={(v) => set('idType', v)}
        options={idTypes.map((value) => ({ value, label: t(`idType.${value}`) }))}
        span={2}
      />
      <TextField
        path={`${prefix}domicile`}
        label={t('worker.domicile')}
        value={worker.domicile}
        onChange={(v) => set('domicile', v)}
        span={4}
      />
      <ChoiceField
        path={`${prefix}isMigrant`}
        label={t('worker.isMigrant')}
        value={worker.isMigrant}
        onChange={(v) => set('isMigrant', v)}
        options={[
          { value: '', label: t('form.unknown') },
          { value: 'yes', label: t('form.yes') },
          { value: 'no', label: t('form.no') },
        ]}
        span={2}
      />
      <TextField
        path={`${prefix}mailAddress`}
        label={t('worker.mailAddress')}
        value={worker.mailAddress}
        onChange={(v) => set('mailAddress', v)}
        span={6}
      />
    </div>
  );
}

/** Facts that papers ask for less often. */
export function MorePersonFields({ worker, onChange, prefix = '' }: Props) {
  const { t } = useTranslation('case');
  const field = (
    key: 'ethnicity' | 'residence' | 'occupation' | 'bankHolder' | 'bankName' | 'bankAccount',
    span: 3,
  ) => (
    <TextField
      path={`${prefix}${key}`}
      label={t(`worker.${key}`)}
      value={worker[key]}
      onChange={(v) => onChange({ ...worker, [key]: v })}
      span={span}
    />
  );
  const guardian = (key: keyof GuardianForm) => (
    <TextField
      path={`${prefix}guardian.${key}`}
      label={t(`worker.guardian.${key}`)}
      value={worker.guardian[key]}
      onChange={(v) => onChange({ ...worker, guardian: { ...worker.guardian, [key]: v } })}
      span={3}
    />
  );
  return (
    <div className="gd-grid">
      {field('residence', 3)}
      {field('occupation', 3)}
      {field('ethnicity', 3)}
      {field('bankHolder', 3)}
      {field('bankName', 3)}
      {field('bankAccount', 3)}
      {guardian('name')}
      {guardian('relation')}
      {guardian('idNumber')}
      {guardian('phone')}
    </div>
  );
}

/** The work: since when, where, for whom, at what rate. */
export function JobFields({ worker, onChange, prefix = '' }: Props) {
  const { t } = useTranslation('case');
  const { job } = worker;
  const set = <K extends keyof JobForm>(key: K, value: JobForm[K]): void =>
    onChange({ ...worker, job: { ...job, [key]: value } });
  const text = (
    key: 'post' | 'site' | 'team' | 'recruiter' | 'payDay' | 'endReason',
    span: 2 | 3 | 4 | 6 = 2,
  ) => (
    <TextField
      path={`${prefix}job.${key}`}
      label={t(`job.${key}`)}
      value={job[key]}
      onChange={(v) => set(key, v)}
      span={span}
    />
  );
  return (
    <div className="gd-grid">
      <DateField
        path={`${prefix}job.start`}
        label={t('job.start')}
        value={job.start}
        onChange={(v) => set('start', v)}
      />
      <DateField
        path={`${prefix}job.end`}
        label={t('job.end')}
        value={job.end}
        onChange={(v) => set('end', v)}
        hint={t('job.endHint')}
      />
      {text('post')}
      {text('site', 4)}
      {text('team')}
      {text('recruiter')}
      <ChoiceField
        path={`${prefix}job.contractSigned`}
        label={t('job.contractSigned')}
        value={job.contractSigned}
        onChange={(v) => set('contractSigned', v)}
        options={[
          { value: '', label: t('form.unknown') },
          { value: 'yes', label: t('form.yes') },
          { value: 'no', label: t('form.no') },
        ]}
      />
      {text('payDay')}
      <ChoiceField
        path={`${prefix}job.wageUnit`}
        label={t('job.wageUnit')}
        value={job.wageUnit}
        onChange={(v) => set('wageUnit', v)}
        options={wageUnits.map((value) => ({ value, label: t(`unit.${value}`) }))}
      />
      <TextField
        path={`${prefix}job.rate`}
        label={t('job.rate')}
        value={job.rate}
        onChange={(v) => set('rate', v)}
        inputMode="decimal"
        hint={t('job.rateHint')}
      />
      <ChoiceField
        path={`${prefix}job.endKind`}
        label={t('job.endKind')}
        value={job.endKind}
        onChange={(v) => set('endKind', v)}
        options={[
          { value: '', label: t('form.unknown') },
          ...jobEnds.map((value) => ({ value, label: t(`jobEnd.${value}`) })),
        ]}
      />
      {(job.end !== '' || job.endReason !== '') && text('endReason', 6)}
    </div>
  );
}
