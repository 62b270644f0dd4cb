import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldProps, FormField } from '../../../ui/FormField.tsx';
import { issueSentence } from '../../../ui/failure-text.ts';
import { useShownIssues } from './issues.tsx';

export interface PlacedField {
  /** The form's own path; links of warnings and the first fault find the control by it. */
  readonly path: string;
  readonly label: string;
  readonly required?: boolean;
  readonly hint?: ReactNode;
  /** Columns of the six-column grid it takes. */
  readonly span?: 1 | 2 | 3 | 4 | 5 | 6;
}

/** A form field at its place in the grid; its fault appears once it was left or saving was tried. */
export function Field({
  path,
  label,
  required = false,
  hint,
  span = 2,
  children,
}: PlacedField & { readonly children: (field: FieldProps) => ReactNode }) {
  const { t } = useTranslation('errors');
  const { shown, leave } = useShownIssues();
  const issue = shown.get(path);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving the control inside is what is listened to
    <div className="gd-place" data-span={span} data-field={path} onBlur={() => leave(path)}>
      <FormField
        label={label}
        required={required}
        help={issue ? undefined : hint}
        error={issue ? issueSentence(t, issue) : null}
      >
        {children}
      </FormField>
    </div>
  );
}
