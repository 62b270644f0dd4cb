import { Input, Radio } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isPlainDate } from '../../../../shared/kernel/date.ts';
import { AppError, type FieldIssue } from '../../../../shared/kernel/errors.ts';
import { parseYuan } from '../../../../shared/kernel/money.ts';
import { rmbUppercase } from '../../../../shared/law/index.ts';
import { DateInput } from '../../../ui/DateInput.tsx';
import { FormField } from '../../../ui/FormField.tsx';
import { issueSentence } from '../../../ui/failure-text.ts';
import { Icon } from '../../../ui/icons.tsx';
import { RegionPicker } from '../../../ui/region/RegionPicker.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { FieldSpec } from './fields.ts';
import { ListTable } from './ListTable.tsx';
import type { FieldWords } from './labels.ts';
import { monthText } from './paste.ts';
import { isEmpty, listOf, type Raw, type RawValue, rowsOf, textOf } from './values.ts';

const fewOptions = 3;

/** The amount in capitals; null while the text is no amount. */
function capitalsOf(text: string): string | null {
  if (text.trim() === '') return null;
  try {
    return rmbUppercase(parseYuan(text));
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** One input of a calculator by its kind, with its sentence when something is wrong. */
export function FieldControl(props: {
  calculatorId: string;
  field: FieldSpec;
  words: FieldWords;
  raw: Raw;
  issues: ReadonlyMap<string, FieldIssue>;
  onChange: (path: string, value: RawValue) => void;
}) {
  const { calculatorId, field, words, raw, issues, onChange } = props;
  const { t } = useTranslation('law');
  const { t: te } = useTranslation('errors');
  const groupId = useId();
  const value = raw[field.path];
  const text = textOf(value);
  const label = words.label(field);
  const issue = issues.get(field.path);
  const error = issue ? issueSentence(te, issue) : null;
  const help = words.help(field);

  if (field.kind === 'list') {
    const inside = [...issues].find(([path]) => path.startsWith(`${field.path}.`));
    const row = Number(inside?.[0].slice(field.path.length + 1).split('.')[0] ?? 0) + 1;
    return (
      <fieldset className="field calc-fieldset" data-field={field.path}>
        <legend>
          {label}
          {field.required && <Required />}
        </legend>
        <ListTable
          calculatorId={calculatorId}
          field={field}
          words={words}
          rows={rowsOf(value)}
          issues={issues}
          onChange={(rows) => onChange(field.path, rows)}
        />
        <Sentence
          text={error ?? (inside ? t('calc.rowIssue', { row, text: issueSentence(te, inside[1]) }) : null)}
        />
        {help && <p className="field-help">{help}</p>}
      </fieldset>
    );
  }

  const radio =
    field.kind === 'boolean' ? field.required : field.kind === 'choice' && field.options.length <= fewOptions;
  const options =
    field.kind === 'boolean'
      ? [
          { value: 'true', label: t('calc.yes') },
          { value: 'false', label: t('calc.no') },
        ]
      : field.options.map((o) => ({ value: String(o), label: words.option(field, String(o)) }));
  if (radio) {
    return (
      <div className="field" data-field={field.path}>
        <span className="calc-label" id={groupId}>
          {label}
          {field.required && <Required />}
        </span>
        <Radio.Group
          aria-labelledby={groupId}
          options={options}
          value={text}
          onChange={(e) => onChange(field.path, String(e.target.value))}
        />
        <Sentence text={error} />
        {help && <p className="field-help">{help}</p>}
      </div>
    );
  }

  const source = field.source;
  const showSource =
    source && (!isEmpty(value) || !isEmpty(raw[source.path]) || issue?.code.startsWith('no-data'));
  return (
    <div data-field={field.path}>
      <FormField label={label} required={field.required} error={error} help={help}>
        {(f) => {
          if (field.kind === 'date')
            return (
              <DateInput
                {...f}
                value={isPlainDate(text) ? text : null}
                onChange={(date) => onChange(field.path, date ?? '')}
              />
            );
          if (field.kind === 'region')
            return (
              <RegionPicker
                {...f}
                value={text}
                allowClear={!field.required}
                onChange={(code) => onChange(field.path, code)}
              />
            );
          if (field.kind === 'choices')
            return (
              <Select
                {...f}
                mode="multiple"
                allowClear
                value={[...listOf(value)]}
                options={options}
                onChange={(list: string[]) => onChange(field.path, list)}
              />
            );
          if (options.length > 0)
            return (
              <Select
                {...f}
                allowClear={!field.required}
                showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
                value={text === '' ? null : text}
                placeholder={t('calc.choose')}
                options={options}
                onChange={(chosen: string | null) => onChange(field.path, chosen ?? '')}
              />
            );
          return (
            <>
              <Input
                {...f}
                value={text}
                autoComplete="off"
                {...(field.kind === 'money' ? { prefix: '¥', className: 'tabular' } : {})}
                {...(error ? { status: 'error' as const } : {})}
                inputMode={['money', 'number', 'integer'].includes(field.kind) ? 'decimal' : 'text'}
                {...(field.kind === 'month' ? { placeholder: '2026-03' } : {})}
                onChange={(e) => onChange(field.path, e.target.value)}
                onBlur={() => {
                  if (field.kind === 'month' && monthText(text) !== text)
                    onChange(field.path, monthText(text));
                }}
              />
              {field.kind === 'money' && capitalsOf(text) && <p className="field-help">{capitalsOf(text)}</p>}
            </>
          );
        }}
      </FormField>
      {showSource && (
        <div className="calc-source">
          <FormField
            label={words.label(source)}
            error={issues.has(source.path) ? issueSentence(te, issues.get(source.path) as FieldIssue) : null}
          >
            {(f) => (
              <Input
                {...f}
                value={textOf(raw[source.path])}
                autoComplete="off"
                placeholder={t('calc.sourcePlaceholder')}
                onChange={(e) => onChange(source.path, e.target.value)}
              />
            )}
          </FormField>
        </div>
      )}
    </div>
  );
}

function Required() {
  return (
    <span className="required" aria-hidden="true">
      *
    </span>
  );
}

function Sentence({ text }: { text: string | null }) {
  if (!text) return null;
  return (
    <p className="field-error" role="alert">
      <Icon name="warning" size={13} /> {text}
    </p>
  );
}
