import { useTranslation } from 'react-i18next';
import type { FieldIssue } from '../../../../shared/kernel/errors.ts';
import { issueSentence } from '../../../ui/failure-text.ts';
import { Icon } from '../../../ui/icons.tsx';

/** A fault in words where the control has no field of its own. */
export function IssueLine({ issue }: { readonly issue: FieldIssue | undefined }) {
  const { t } = useTranslation('errors');
  if (!issue) return null;
  return (
    <p className="field-error" role="alert">
      <Icon name="warning" size={13} /> {issueSentence(t, issue)}
    </p>
  );
}
