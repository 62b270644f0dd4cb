import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../../shared/contract/api.ts';
import {
  causes,
  factsSchema,
  projectSchema,
  tracks,
} from '../../../../shared/features/cases/case.schemas.ts';
import { issuesOf } from '../../../ui/failure-text.ts';
import { sameValue } from '../../../ui/versions/three-way.ts';
import { usersQuery } from '../../cases/cases.queries.ts';
import { useSheetDraft } from '../case.queries.ts';
import { ChoiceField, DateField, LongTextField, TextField } from '../form/fields.tsx';
import type { TabProps } from '../tabs/tab.ts';
import { EditSheet } from './EditSheet.tsx';

const projectKeys = ['name', 'site', 'teamLeader'] as const;
const factKeys = ['relation', 'performance', 'demands', 'ending', 'grounds', 'limitation'] as const;

/** The case itself: tribunal, handler, project, and free text that replaces the generated paragraphs. */
export function CaseSheet({ file, readOnly }: TabProps) {
  const { t } = useTranslation('case');
  const { t: tl } = useTranslation('cases');
  const users = useQuery(usersQuery());
  const { draft, change } = useSheetDraft(file, undefined, () => ({
    cause: file.cause,
    track: file.track,
    receivedOn: file.receivedOn as string,
    handlerId: file.handlerId,
    tribunalName: file.tribunalName ?? '',
    tribunalCaseNumber: file.tribunalCaseNumber ?? '',
    project: {
      name: file.project.name ?? '',
      site: file.project.site ?? '',
      teamLeader: file.project.teamLeader ?? '',
    },
    facts: Object.fromEntries(factKeys.map((k) => [k, file.facts[k] ?? ''])) as Record<
      (typeof factKeys)[number],
      string
    >,
  }));
  const { form, initial, set: setForm } = draft;
  const project = projectSchema.safeParse(form.project);
  const facts = factsSchema.safeParse(form.facts);
  const issues = [
    ...(project.success ? [] : issuesOf(project.error).map((i) => ({ ...i, path: `project.${i.path}` }))),
    ...(facts.success ? [] : issuesOf(facts.error).map((i) => ({ ...i, path: `facts.${i.path}` }))),
    ...(form.receivedOn === '' ? [{ path: 'receivedOn', code: 'required' }] : []),
  ];
  const whole: Omit<
    Required<Input<'cases.update'>['patch']>,
    'applicantSide' | 'unitClaims' | 'witnesses'
  > = {
    cause: form.cause,
    track: form.track,
    receivedOn: form.receivedOn,
    handlerId: form.handlerId,
    tribunalName: form.tribunalName.trim() || null,
    tribunalCaseNumber: form.tribunalCaseNumber.trim() || null,
    project: form.project,
    facts: form.facts,
  };
  // Only what was touched here.
  const patch: Input<'cases.update'>['patch'] = Object.fromEntries(
    Object.entries(whole).filter(
      ([key]) => !sameValue(form[key as keyof typeof form], initial[key as keyof typeof form]),
    ),
  );
  const handlers = users.data?.filter((u) => u.active || u.id === file.handlerId) ?? [
    { id: file.handlerId, name: file.handlerName },
  ];
  return (
    <EditSheet
      title={t('sheet.case')}
      issues={issues}
      dirty={draft.dirty}
      draft={draft}
      readOnly={readOnly}
      save={() => change('cases.update', { patch })}
    >
      <div className="gd-grid">
        <TextField
          path="tribunalName"
          label={t('caseField.tribunalName')}
          hint={t('caseField.tribunalHint')}
          value={form.tribunalName}
          onChange={(v) => setForm({ ...form, tribunalName: v })}
          span={4}
        />
        <TextField
          path="tribunalCaseNumber"
          label={t('caseField.tribunalCaseNumber')}
          value={form.tribunalCaseNumber}
          onChange={(v) => setForm({ ...form, tribunalCaseNumber: v })}
        />
        <ChoiceField
          path="cause"
          label={t('caseField.cause')}
          value={form.cause}
          onChange={(cause) => setForm({ ...form, cause })}
          options={causes.map((value) => ({ value, label: tl(`cause.${value}`) }))}
        />
        <ChoiceField
          path="track"
          label={t('caseField.track')}
          value={form.track}
          onChange={(track) => setForm({ ...form, track })}
          options={tracks.map((value) => ({ value, label: tl(`track.${value}`) }))}
        />
        <ChoiceField
          path="handlerId"
          label={t('header.handler')}
          value={form.handlerId}
          onChange={(handlerId) => setForm({ ...form, handlerId })}
          options={handlers.map((u) => ({ value: u.id, label: u.name }))}
        />
        <DateField
          path="receivedOn"
          label={t('caseField.receivedOn')}
          required
          value={form.receivedOn}
          onChange={(receivedOn) => setForm({ ...form, receivedOn })}
        />
        {projectKeys.map((key) => (
          <TextField
            key={key}
            path={`project.${key}`}
            label={t(`project.${key}`)}
            value={form.project[key]}
            onChange={(v) => setForm({ ...form, project: { ...form.project, [key]: v } })}
          />
        ))}
      </div>
      <h3>{t('facts.title')}</h3>
      <p className="gd-quiet">{t('facts.help')}</p>
      <div className="gd-grid">
        {factKeys.map((key) => (
          <LongTextField
            key={key}
            path={`facts.${key}`}
            label={t(`facts.${key}`)}
            value={form.facts[key]}
            onChange={(v) => setForm({ ...form, facts: { ...form.facts, [key]: v } })}
            rows={2}
            span={6}
          />
        ))}
      </div>
    </EditSheet>
  );
}
