import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Hearing } from '../../../../shared/features/hearings/hearings.contract.ts';
import {
  benchRoles,
  hearingKinds,
  hearingModes,
} from '../../../../shared/features/hearings/hearings.rules.ts';
import { callQuery } from '../../../app/query.ts';
import { Icon } from '../../../ui/icons.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TimeInput } from '../../../ui/TimeInput.tsx';
import { roomsQuery } from '../case.queries.ts';
import { Field } from '../form/Field.tsx';
import { ChoiceField, DateField, TextField } from '../form/fields.tsx';
import { goneRoom, type HearingForm, laterBy } from './hearing-form.ts';

/** A usual hearing lasts so many minutes until somebody says otherwise. */
const usualMinutes = 150;

/** Day, time, place and people of a hearing. */
export function HearingFields({
  form,
  record = null,
  onChange,
  fixedKind = false,
}: {
  readonly form: HearingForm;
  /** The hearing as it is kept: its room stays its own, also when the office has it no more. */
  readonly record?: Hearing | null;
  readonly onChange: (form: HearingForm) => void;
  readonly fixedKind?: boolean;
}) {
  const { t } = useTranslation('hearings');
  const rooms = useQuery(roomsQuery());
  const users = useQuery(callQuery(['office', 'users'] as const, 'office.users', {}));
  const set = (patch: Partial<HearingForm>): void => onChange({ ...form, ...patch });
  const people = (users.data ?? []).filter((u) => u.active);
  const setPerson = (at: number, patch: Partial<HearingForm['people'][number]>): void =>
    set({ people: form.people.map((p, i) => (i === at ? { ...p, ...patch } : p)) });
  const nextRole = form.kind === 'mediation' ? 'mediator' : form.people.length === 0 ? 'sole' : 'clerk';
  return (
    <div className="gd-grid">
      {!fixedKind && (
        <ChoiceField
          path="kind"
          label={t('field.kind')}
          value={form.kind}
          onChange={(kind) => set({ kind })}
          options={hearingKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          span={2}
        />
      )}
      <DateField
        path="date"
        label={t('field.date')}
        value={form.date}
        onChange={(date) => set({ date })}
        required
        span={fixedKind ? 4 : 2}
      />
      <Field path="start" label={t('field.start')} required span={1}>
        {(field) => (
          <TimeInput
            field={field}
            value={form.start}
            onChange={(start) =>
              // The end goes along as long as it only followed from the start.
              set(
                form.end === laterBy(form.start, usualMinutes) || form.end === ''
                  ? { start, end: laterBy(start, usualMinutes) }
                  : { start },
              )
            }
          />
        )}
      </Field>
      <Field path="end" label={t('field.end')} required span={1}>
        {(field) => <TimeInput field={field} value={form.end} onChange={(end) => set({ end })} />}
      </Field>
      <Field path="roomId" label={t('field.room')} span={3}>
        {(field) => (
          <Select
            {...field}
            value={form.roomId ?? ''}
            onChange={(id: string) => set({ roomId: id === '' ? null : id })}
            options={[
              { value: '', label: t('field.noRoom') },
              ...goneRoom(record, rooms.data).map((r) => ({
                value: r.id,
                label: t('field.roomGone', { name: r.name }),
              })),
              ...(rooms.data ?? []).map((r) => ({
                value: r.id,
                label: r.place ? t('field.roomAt', { name: r.name, place: r.place }) : r.name,
              })),
            ]}
            popupMatchSelectWidth={false}
          />
        )}
      </Field>
      <ChoiceField
        path="mode"
        label={t('field.mode')}
        value={form.mode}
        onChange={(mode) => set({ mode })}
        options={hearingModes.map((value) => ({ value, label: t(`mode.${value}`) }))}
        span={3}
      />
      {(form.roomId === null || form.mode === 'online') && (
        <TextField
          path="place"
          label={t('field.place')}
          value={form.place}
          onChange={(place) => set({ place })}
          span={6}
        />
      )}
      <div className="gd-place" data-span={6}>
        <fieldset className="hearing-people">
          <legend>{t('field.people')}</legend>
          {form.people.map((person, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own while they are typed
            <div key={i} className="hearing-person" data-field={`people.${i}.name`}>
              <Select
                aria-label={t('field.role')}
                value={person.role}
                onChange={(role) => setPerson(i, { role })}
                options={benchRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
                popupMatchSelectWidth={false}
              />
              <AutoComplete
                aria-label={t('field.name')}
                value={person.name}
                onChange={(name: string) =>
                  setPerson(i, { name, userId: people.find((u) => u.name === name)?.id ?? null })
                }
                options={people.map((u) => ({ value: u.name }))}
                showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
              />
              <button
                type="button"
                className="bare"
                aria-label={t('field.removePerson', { name: person.name })}
                onClick={() => set({ people: form.people.filter((_, j) => j !== i) })}
              >
                <Icon name="close" size={14} />
              </button>
            </div>
          ))}
          <Button
            size="small"
            icon={<Icon name="plus" size={13} />}
            onClick={() => set({ people: [...form.people, { role: nextRole, name: '', userId: null }] })}
          >
            {t('field.addPerson')}
          </Button>
        </fieldset>
      </div>
      <TextField
        path="note"
        label={t('field.note')}
        value={form.note}
        onChange={(note) => set({ note })}
        span={6}
      />
    </div>
  );
}
