import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons.tsx';

export interface FieldProps {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
}

/** Label above, control, one line of help, the error below. The control takes the given props. */
export function FormField(props: {
  label: string;
  help?: ReactNode;
  error?: string | null | undefined;
  required?: boolean;
  children: (field: FieldProps) => ReactNode;
}) {
  const { label, help, error, required = false, children } = props;
  const { t } = useTranslation();
  const id = useId();
  const described = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required && (
          <span className="required" title={t('form.required')} aria-hidden="true">
            *
          </span>
        )}
      </label>
      {children({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
        ...(required ? { 'aria-required': true } : {}),
      })}
      {error && (
        <p className="field-error" id={`${id}-error`} role="alert">
          <Icon name="warning" size={13} /> {error}
        </p>
      )}
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

/** After a failed save: the first field with an error gets the focus. */
export function focusFirstError(form: HTMLElement | null): void {
  // The errors appear with the next frame.
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
