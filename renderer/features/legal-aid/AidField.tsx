import { Checkbox, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import { isPlainDate } from '../../../shared/kernel/date.ts';
import type { Fen } from '../../../shared/kernel/money.ts';
import { DateInput } from '../../ui/DateInput.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { MoneyInput } from '../../ui/MoneyInput.tsx';
import { Select } from '../../ui/Select.tsx';
import type { FieldSpec } from './aid-fields.ts';
import { MinutesField } from './MinutesField.tsx';
import { PapersField } from './PapersField.tsx';
import { ProposalField } from './ProposalField.tsx';
import { RowsField } from './RowsField.tsx';
import { StandardField } from './StandardField.tsx';
import { useAidWords } from './use-words.ts';

export interface AidFieldProps {
  readonly spec: FieldSpec;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly error: string | undefined;
  readonly data: Output<'aid.forCase'>;
  /** Faults of rows, by their path. */
  readonly errors: Readonly<Record<string, string>>;
}

/** One field of a step. */
export function AidField(props: AidFieldProps) {
  const { spec, error } = props;
  const words = useAidWords();
  return (
    <div className={spec.wide ? 'aid-wide' : ''}>
      <FormField label={words.field(spec.key)} error={error} required={spec.required ?? false}>
        {(field) => <Control {...props} field={field} />}
      </FormField>
    </div>
  );
}

function Control({
  spec,
  value,
  onChange,
  data,
  errors,
  field,
}: AidFieldProps & { field: { readonly id: string; readonly 'aria-invalid'?: true } }) {
  const { t } = useTranslation('legal-aid');
  const words = useAidWords();
  const names = spec.names ?? spec.key;
  const text = typeof value === 'string' ? value : '';
  const label = words.field(spec.key);
  switch (spec.type) {
    case 'date':
      return <DateInput {...field} value={isPlainDate(value) ? value : null} onChange={onChange} />;
    case 'line':
      return <Input {...field} value={text} autoComplete="off" onChange={(e) => onChange(e.target.value)} />;
    case 'text':
      return <Input.TextArea {...field} rows={3} value={text} onChange={(e) => onChange(e.target.value)} />;
    case 'number':
      return (
        <InputNumber
          {...field}
          min={1}
          precision={0}
          value={typeof value === 'number' ? value : null}
          onChange={(n) => onChange(n ?? 1)}
        />
      );
    case 'minutes':
      return <MinutesField field={field} value={value} onChange={onChange} recorded={data.minutes} />;
    case 'money':
      return (
        <MoneyInput
          {...field}
          value={typeof value === 'number' ? (value as Fen) : null}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <Select
          {...field}
          allowClear={!spec.required}
          placeholder={t('notSet')}
          value={value === null || value === undefined ? undefined : String(value)}
          onChange={(v: string | undefined) => onChange(v ?? null)}
          options={(spec.values ?? []).map((v) => ({ value: v, label: words.option(names, v) }))}
        />
      );
    case 'choices':
      return (
        <Checkbox.Group
          className="aid-choices"
          aria-label={label}
          value={Array.isArray(value) ? value : []}
          onChange={onChange}
          options={(spec.values ?? []).map((v) => ({ value: v, label: words.option(names, v) }))}
        />
      );
    case 'yes-no':
      return (
        <Select
          {...field}
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
          onChange={(v: string) => onChange(v === 'yes')}
          options={['yes', 'no'].map((v) => ({ value: v, label: words.option(names, v) }))}
        />
      );
    case 'papers':
      return <PapersField spec={spec} value={value} onChange={onChange} />;
    case 'household':
      return (
        <RowsField
          path={spec.key}
          columns={[
            { key: 'name', label: t('name'), type: 'line' },
            { key: 'relation', label: t('relation'), type: 'line' },
            { key: 'incomeFen', label: t('income'), type: 'money' },
          ]}
          empty={{ name: '', relation: '', incomeFen: null }}
          value={value}
          onChange={onChange}
          errors={errors}
        />
      );
    case 'costs':
      return (
        <RowsField
          path={spec.key}
          columns={[
            { key: 'what', label: t('what'), type: 'line' },
            { key: 'amountFen', label: t('yuan'), type: 'money' },
          ]}
          empty={{ what: '', amountFen: null }}
          value={value}
          onChange={onChange}
          errors={errors}
        />
      );
    case 'member':
      return (
        <Select
          {...field}
          value={text || 'all'}
          onChange={(v: string) => onChange(v === 'all' ? null : v)}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: 'all', label: t('all') },
            ...data.members.map((m) => ({ value: m.id, label: m.name })),
          ]}
        />
      );
    case 'family':
      return (
        <Checkbox.Group
          className="aid-choices"
          aria-label={label}
          value={Array.isArray(value) ? value : []}
          onChange={onChange}
          options={data.family.map((c) => ({ value: c.caseId, label: c.number }))}
        />
      );
    case 'lawyer':
      return <ProposalField caseId={data.aidCaseId ?? ''} value={text} onChange={onChange} />;
    case 'standard':
      return <StandardField field={field} value={text} onChange={onChange} />;
  }
}
