import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import { knowsEvent, trackOf } from '../../../../shared/law/tracks/catalogue.ts';
import { Select } from '../../../ui/Select.tsx';
import { useEventName } from '../../cases/names.ts';
import { Field } from '../form/Field.tsx';

/** Every event of the case's procedure: what is possible now, then dated facts, then the steps out of turn. */
export function EventTypeField(props: {
  readonly file: Pick<CaseFile, 'track' | 'nextSteps'>;
  readonly value: string;
  readonly onChange: (type: string) => void;
  readonly hint?: string | undefined;
}) {
  const { file, value, onChange, hint } = props;
  const { t } = useTranslation('case');
  const { t: tt } = useTranslation('tracks');
  const name = useEventName(file.track);
  const { facts, transitions } = trackOf(file.track);
  const possible = file.nextSteps.map((s) => s.event);
  // A fact that counts in several stages is one thing to choose.
  const dated = [...new Set(facts.map((f) => f.event))].filter((type) => !possible.includes(type));
  const known = new Set([...possible, ...facts.map((f) => f.event)]);
  const other = [...new Set(transitions.map((m) => m.event))].filter((type) => !known.has(type));
  const group = (label: string, types: readonly string[]) =>
    types.length > 0 ? [{ label, options: types.map((v) => ({ value: v, label: name(v) })) }] : [];
  return (
    <Field path="type" label={t('event.label')} hint={hint} span={6}>
      {(field) => (
        <Select
          {...field}
          {...(field['aria-invalid'] ? { status: 'error' as const } : {})}
          value={value}
          onChange={onChange}
          options={[
            ...group(tt('possible'), possible),
            ...group(tt('dated'), dated),
            ...group(tt('other'), other),
            ...(knowsEvent(file.track, value) ? [] : group(tt('elsewhere'), [value])),
          ]}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
        />
      )}
    </Field>
  );
}
