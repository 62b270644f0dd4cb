import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import { listRules } from '../../../shared/law/rules/registry.ts';
import { useBilingual } from '../../app/i18n.ts';
import { callQuery, useCall } from '../../app/query.ts';
import { useMay } from '../../app/session.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Select } from '../../ui/Select.tsx';
import { useDraft } from '../../ui/versions/use-draft.ts';
import { RecordGone } from '../../ui/versions/use-meeting.tsx';
import { RecordForm } from './HearingRecordDialogs.tsx';
import { Line, Part } from './RecordLines.tsx';

type Rule = Output<'calendar.rules'>[number];
interface RuleForm {
  readonly anchor: string;
  readonly direction: 'before' | 'after';
  readonly distance: string;
  readonly unit: Rule['unit'];
  readonly title: string;
}
const blank: RuleForm = {
  anchor: 'hearing',
  direction: 'before',
  distance: '3',
  unit: 'working-day',
  title: '',
};
const formOf = (rule: Rule): RuleForm => ({
  anchor: rule.anchor,
  direction: rule.shift < 0 ? 'before' : 'after',
  distance: String(Math.abs(rule.shift)),
  unit: rule.unit,
  title: rule.title,
});

/** What the core is told, or null while the form is not yet a rule. */
function readRule(form: RuleForm): Pick<Rule, 'anchor' | 'shift' | 'unit' | 'title'> | null {
  const days = Number(form.distance.normalize('NFKC'));
  if (form.title.trim() === '' || !Number.isInteger(days) || days <= 0 || days > 366) return null;
  const { anchor, unit, title } = form;
  return { anchor, unit, title, shift: form.direction === 'before' ? -days : days };
}

/** Every hearing, mediation session or limit that a rule can be hung on, by its name. */
function useAnchorNames(): ReadonlyMap<string, string> {
  const { t } = useTranslation('dates');
  const pick = useBilingual();
  return new Map<string, string>([
    ['hearing', t('rules.anchors.hearing')],
    ['mediation', t('rules.anchors.mediation')],
    ...listRules().map((r): [string, string] => [r.id, pick(r.title)]),
  ]);
}

/** Dates that each case gets by itself, so many days before or after another. */
export function ReminderRules() {
  const { t } = useTranslation('dates');
  const { fail, say } = useNotices();
  const mayWrite = useMay('case.write');
  const rules = useQuery(callQuery(['case', 'predate-rules'] as const, 'calendar.rules', {}));
  const save = useCall('calendar.saveRule', ['case']);
  const remove = useCall('calendar.removeRule', ['case']);
  const names = useAnchorNames();
  const [form, setForm] = useState(blank);
  const [edited, setEdited] = useState<Rule | null>(null);
  const standing = rules.data?.find((rule) => rule.id === edited?.id);
  const read = readRule(form);
  const add = (): void => {
    if (!read) return;
    save.mutate(
      { id: null, recordVersion: 0, ...read },
      {
        onSuccess: ({ cases }) => {
          setForm((before) => ({ ...before, title: '' }));
          say(t('rules.saved', { count: cases }));
        },
        onError: (error) => fail(error),
      },
    );
  };
  return (
    <Part
      title={t('rules.title')}
      lead={t('rules.lead')}
      none={t('rules.none')}
      empty={rules.data?.length === 0}
    >
      <ul className="plain office-list">
        {(rules.data ?? []).map((rule) => (
          <Line
            key={rule.id}
            name={rule.title}
            undoText={t('rules.removed')}
            setGone={(gone) => remove.mutateAsync({ id: rule.id, gone })}
            onEdit={() => setEdited(rule)}
          >
            <span>
              <strong>{rule.title}</strong>{' '}
              <span className="quiet">
                {names.get(rule.anchor)} {t(`own.direction.${rule.shift < 0 ? 'before' : 'after'}`)}{' '}
                {Math.abs(rule.shift)} {t(`own.unit.${rule.unit}`)}
              </span>
            </span>
          </Line>
        ))}
      </ul>
      {edited && (
        <RecordGone value={standing === undefined}>
          <RuleDialog key={edited.id} record={standing ?? edited} onClose={() => setEdited(null)} />
        </RecordGone>
      )}
      {mayWrite && (
        <div className="office-row">
          <RuleFields form={form} onChange={setForm} />
          <Button disabled={!read} loading={save.isPending} onClick={add}>
            {t('rules.add')}
          </Button>
        </div>
      )}
    </Part>
  );
}

function RuleDialog({ record, onClose }: { readonly record: Rule; readonly onClose: () => void }) {
  const { t } = useTranslation('dates');
  const { say } = useNotices();
  const names = useAnchorNames();
  const save = useCall('calendar.saveRule', ['case']);
  const remove = useCall('calendar.removeRule', ['case']);
  const draft = useDraft(() => formOf(record), { version: record.version, file: record.version });
  const { form, set } = draft;
  const read = readRule(form);
  return (
    <RecordForm
      title={t('rules.title')}
      draft={draft}
      words={{
        anchor: { label: t('rules.anchor'), text: (value) => names.get(String(value)) ?? '' },
        direction: {
          label: t('own.anchorKind'),
          text: (value) => t(`own.direction.${value === 'after' ? 'after' : 'before'}`),
        },
        distance: { label: t('own.shift') },
        unit: {
          label: t('own.unit.day'),
          text: (value) => t(`own.unit.${value === 'day' ? 'day' : 'working-day'}`),
        },
        title: { label: t('own.name') },
      }}
      ready={read !== null}
      save={async () => {
        if (!read) return;
        const { cases } = await save.mutateAsync({
          id: record.id,
          recordVersion: draft.stamp.version,
          ...read,
        });
        say(t('rules.saved', { count: cases }));
      }}
      restore={() => remove.mutateAsync({ id: record.id, gone: false })}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <p className="quiet">{t('rules.follow')}</p>
          <div className="office-row">
            <RuleFields form={form} onChange={set} anchored />
          </div>
          {Object.entries(errors).map(([field, error]) => (
            <p key={field} className="field-error" role="alert">
              <Icon name="warning" size={13} /> {error}
            </p>
          ))}
        </>
      )}
    </RecordForm>
  );
}

function RuleFields({
  form,
  onChange,
  anchored = false,
}: {
  readonly form: RuleForm;
  /** True for a rule that has made dates already: they hang on what it was added for. */
  readonly anchored?: boolean;
  readonly onChange: (form: RuleForm) => void;
}) {
  const { t } = useTranslation('dates');
  const names = useAnchorNames();
  return (
    <>
      <Select
        aria-label={t('rules.anchor')}
        value={form.anchor}
        disabled={anchored}
        onChange={(anchor) => onChange({ ...form, anchor })}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...names].map(([value, label]) => ({ value, label }))}
        popupMatchSelectWidth={false}
      />
      <Select
        aria-label={t('own.anchorKind')}
        value={form.direction}
        onChange={(direction) => onChange({ ...form, direction })}
        options={(['before', 'after'] as const).map((value) => ({
          value,
          label: t(`own.direction.${value}`),
        }))}
      />
      <Input
        aria-label={t('own.shift')}
        className="office-number"
        inputMode="numeric"
        value={form.distance}
        onChange={(e) => onChange({ ...form, distance: e.target.value })}
      />
      <Select
        aria-label={t('own.unit.day')}
        value={form.unit}
        onChange={(unit) => onChange({ ...form, unit })}
        options={(['working-day', 'day'] as const).map((value) => ({
          value,
          label: t(`own.unit.${value}`),
        }))}
      />
      <Input
        aria-label={t('own.name')}
        placeholder={t('own.namePlaceholder')}
        value={form.title}
        onChange={(e) => onChange({ ...form, title: e.target.value })}
      />
    </>
  );
}
