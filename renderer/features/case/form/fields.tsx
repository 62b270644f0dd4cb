import { Input } from 'antd';
import { isPlainDate } from '../../../../shared/kernel/date.ts';
import { DateInput } from '../../../ui/DateInput.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Field, type PlacedField } from './Field.tsx';

/** A date as ISO text, blank for none. */
export function DateField({
  value,
  onChange,
  ...place
}: PlacedField & { readonly value: string; readonly onChange: (date: string) => void }) {
  return (
    <Field {...place}>
      {(field) => (
        <DateInput
          {...field}
          value={isPlainDate(value) ? value : null}
          onChange={(date) => onChange(date ?? '')}
        />
      )}
    </Field>
  );
}

interface TextProps extends PlacedField {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** True when the pasted text was taken care of. */
  readonly onPasteText?: (text: string) => boolean;
  readonly placeholder?: string;
  readonly inputMode?: 'numeric' | 'decimal' | 'tel';
  readonly autoFocus?: boolean;
}

export function TextField({
  value,
  onChange,
  onPasteText,
  placeholder,
  inputMode,
  autoFocus,
  ...place
}: TextProps) {
  return (
    <Field {...place}>
      {(field) => (
        <Input
          {...field}
          status={field['aria-invalid'] ? 'error' : ''}
          value={value}
          onChange={(e) => onChange(e.target.value)}
          onPaste={(e) => {
            if (onPasteText?.(e.clipboardData.getData('text/plain'))) e.preventDefault();
          }}
          placeholder={placeholder}
          inputMode={inputMode}
          autoFocus={autoFocus ?? false}
          autoComplete="off"
        />
      )}
    </Field>
  );
}

export function LongTextField({
  value,
  onChange,
  rows = 3,
  ...place
}: Omit<TextProps, 'onPasteText'> & { readonly rows?: number }) {
  return (
    <Field {...place}>
      {(field) => (
        <Input.TextArea
          {...field}
          status={field['aria-invalid'] ? 'error' : ''}
          value={value}
          onChange={(e) => onChange(e.target.value)}
          rows={rows}
          className="gd-long"
        />
      )}
    </Field>
  );
}

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
}

/** A longer list can be searched by typing. */
const searchAbove = 10;

export function ChoiceField<V extends string>({
  value,
  onChange,
  options,
  ...place
}: PlacedField & {
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly options: readonly Option<V>[];
}) {
  return (
    <Field {...place} reads={(v: V) => options.find((o) => o.value === v)?.label ?? null}>
      {(field) => (
        <Select<V>
          {...field}
          {...(field['aria-invalid'] ? { status: 'error' as const } : {})}
          value={value}
          onChange={onChange}
          options={options.map((o) => ({ ...o }))}
          showSearch={options.length > searchAbove ? { optionFilterProp: 'label' } : false}
          popupMatchSelectWidth={false}
        />
      )}
    </Field>
  );
}
