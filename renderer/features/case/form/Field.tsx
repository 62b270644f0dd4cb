import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldProps, FormField } from '../../../ui/FormField.tsx';
import { issueSentence } from '../../../ui/failure-text.ts';
import { Icon } from '../../../ui/icons.tsx';
import { useTellWords } from '../../../ui/versions/words.tsx';
import { useShownIssues } from './issues.tsx';

export interface PlacedField {
  /** The form's own path; links of warnings and the first fault find the control by it. */
  readonly path: string;
  readonly label: string;
  readonly required?: boolean;
  readonly hint?: ReactNode;
  /** What is doubtful about the value, in a sentence: a warning that takes the place of the hint. */
  readonly caution?: string | null;
  /** Columns of the six-column grid it takes. */
  readonly span?: 1 | 2 | 3 | 4 | 5 | 6;
  /** How a value reads where two versions stand side by side; null for the usual reading. */
  readonly reads?: (value: never) => string | null;
}

/** A form field at its place in the grid; its fault appears once it was left or saving was tried. */
export function Field({
  path,
  label,
  required = false,
  hint,
  caution = null,
  span = 2,
  reads,
  children,
}: PlacedField & { readonly children: (field: FieldProps) => ReactNode }) {
  const { t } = useTranslation('errors');
  const { shown, leave } = useShownIssues();
  useTellWords(path, { label, text: reads });
  // Nobody is told about a number while typing it; one that was there or was pasted is judged at once.
  const [typing, setTyping] = useState(false);
  const issue = shown.get(path);
  const doubt = caution !== null && !typing && (
    <span className="gd-amber" role="status">
      <Icon name="warning" size={13} /> {caution}
    </span>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving the control inside is what is listened to
    <div
      className="gd-place"
      data-span={span}
      data-field={path}
      onInput={() => setTyping(true)}
      onBlur={() => {
        setTyping(false);
        leave(path);
      }}
    >
      <FormField
        label={label}
        required={required}
        help={issue ? undefined : doubt || hint}
        error={issue ? issueSentence(t, issue) : null}
      >
        {children}
      </FormField>
    </div>
  );
}
