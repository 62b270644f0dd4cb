import { useQuery } from '@tanstack/react-query';
import { Button, Input, Radio, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api.ts';
import { type FormId, formTitles } from '../../../../shared/features/documents/form-ids.ts';
import type {
  FormTemplate,
  TemplateFindingRecord,
} from '../../../../shared/features/documents/templates.contract.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { callQuery, useCall } from '../../../app/query.ts';
import { useMay } from '../../../app/session.tsx';
import { failureOf } from '../../../transport/failure.ts';
import { platform } from '../../../transport/platform.ts';
import { issueSentence } from '../../../ui/failure-text.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { instantText } from '../../../ui/today.ts';
import { formsQuery } from '../../documents/batch/batch.queries.ts';
import { OriginChips, templatesQuery } from '../../documents/LayoutOrigin.tsx';

type Form = Output<'documents.forms'>[number];

/** What the list of papers shows: all, those whose layout is still to be checked, those with a template of the office. */
const views = ['all', 'toCheck', 'withOwn'] as const;

/** Every paper with where its layout comes from, and the office's own Word file in its place. */
export function Templates() {
  const { t } = useTranslation('face');
  const bilingual = useBilingual();
  const [formId, setFormId] = useState<FormId>('arb-application');
  const [view, setView] = useState<(typeof views)[number]>('all');
  const [search, setSearch] = useState('');
  const forms = useQuery(formsQuery());
  const templates = useQuery(templatesQuery());
  const inUse = new Map(
    (templates.data ?? []).flatMap((one) => (one.removed ? [] : [[one.formId, one] as const])).reverse(),
  );
  const toCheck = (form: Form): boolean => form.status.form.includes('memory');
  const wanted = search.trim().toLowerCase();
  const found = (forms.data ?? []).filter(
    (form) =>
      (view === 'all' || (view === 'toCheck' ? toCheck(form) : inUse.has(form.id))) &&
      `${form.title.zh} ${form.title.en}`.toLowerCase().includes(wanted),
  );
  return (
    <section>
      <h2>{t('templates')}</h2>
      <p className="quiet">{t('templatesLead')}</p>
      <div className="papers-row">
        <Segmented
          aria-label={t('formList')}
          value={view}
          onChange={setView}
          options={views.map((value) => ({ value, label: t(value) }))}
        />
        <Input
          allowClear
          className="papers-search"
          aria-label={t('filter')}
          placeholder={t('filter')}
          value={search}
          onChange={(e) => setSearch(e.target.value)}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys. */}
      <section className="papers-forms" tabIndex={0} aria-label={t('formList')}>
        <table>
          <thead>
            <tr>
              <th>{t('formNo')}</th>
              <th>{t('formName')}</th>
              <th>{t('originOf')}</th>
              <th>{t('ownFile')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((form) => (
              <tr key={form.id} aria-current={form.id === formId}>
                <td className="tabular">{form.number}</td>
                <td>
                  <Radio name="form" checked={form.id === formId} onChange={() => setFormId(form.id)}>
                    {bilingual(form.title)}
                  </Radio>
                </td>
                <td>
                  <OriginChips marks={form.status.form} />
                </td>
                <td className="anywhere">{inUse.get(form.id)?.fileName}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {forms.data && found.length === 0 && <p className="quiet">{t('noForms')}</p>}
      </section>
      <OneForm
        key={formId}
        formId={formId}
        own={(templates.data ?? []).filter((one) => one.formId === formId)}
        inUse={inUse.get(formId)}
      />
    </section>
  );
}

/** One paper: its templates, what is wrong with one that was just chosen, and what may stand in one. */
function OneForm(props: {
  readonly formId: FormId;
  readonly own: readonly FormTemplate[];
  readonly inUse: FormTemplate | undefined;
}) {
  const { formId, own, inUse } = props;
  const { t } = useTranslation('face');
  const { t: te } = useTranslation('errors');
  const bilingual = useBilingual();
  const { fail, say } = useNotices();
  const admin = useMay('office.admin');
  const [findings, setFindings] = useState<readonly TemplateFindingRecord[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const add = useCall('templates.add', ['office']);

  const choose = async (): Promise<void> => {
    setFindings([]);
    setRefused(null);
    try {
      const picked = await platform().pickFile('template');
      if (!picked) return;
      const { token } = picked;
      const checked = await platform().client.call('templates.check', { formId, token });
      setFindings(checked.findings);
      if (checked.findings.length > 0) return;
      await add.mutateAsync({ formId, token });
      say(t('added', { name: checked.fileName }));
    } catch (error) {
      const issue = failureOf(error).issues?.find((i) => i.path === 'token' || i.path === 'file');
      if (issue) setRefused(issueSentence(te, issue));
      else fail(error);
    }
  };
  return (
    <>
      <div className="papers-row papers-chosen">
        <h3>{bilingual(formTitles[formId])}</h3>
        {admin && <Button onClick={() => void choose()}>{t('choose')}</Button>}
      </div>
      {refused !== null && (
        <p className="note note-amber" role="alert">
          {refused}
        </p>
      )}
      {findings.length > 0 && (
        <div className="note note-amber" role="alert">
          <p>{t('faults', { count: findings.length })}</p>
          <ul className="plain">
            {findings.map((f) => (
              <li key={`${f.code}${f.name}${f.part}${f.paragraph}${f.text}`}>
                {t(`finding.${f.code}`)} {f.name !== '' && <code>{`{${f.name}}`}</code>}{' '}
                {t(`part.${f.part}`, { paragraph: f.paragraph })}{' '}
                <span className="quiet anywhere">{f.text}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {own.length === 0 && <p className="quiet">{t('none')}</p>}
      <ul className="plain">
        {own.map((one) => (
          <Line key={one.id} template={one} inUse={one === inUse} admin={admin} />
        ))}
      </ul>
      <Fields formId={formId} />
    </>
  );
}

function Line(props: { readonly template: FormTemplate; readonly inUse: boolean; readonly admin: boolean }) {
  const { template, inUse, admin } = props;
  const { t } = useTranslation('face');
  const { fail, say, undoable } = useNotices();
  const setRemoved = useCall('templates.setRemoved', ['office']);
  const download = async (): Promise<void> => {
    try {
      const { token, fileName } = await platform().client.call('templates.open', { id: template.id });
      if (await platform().saveFile(token, fileName)) say(fileName);
    } catch (error) {
      fail(error);
    }
  };
  const { id, fileName } = template;
  const put = (removed: boolean) => setRemoved.mutateAsync({ id, removed });
  return (
    <li className="papers-row">
      <span className="anywhere">{fileName}</span>
      <StatusChip tone={inUse ? 'green' : 'neutral'}>{t(inUse ? 'inUse' : 'out')}</StatusChip>
      <span className="quiet tabular">
        {t('version', { version: template.version })} {instantText(template.addedAt).slice(0, 16)}{' '}
        {template.addedBy}
      </span>
      <Button size="small" type="text" onClick={() => void download()}>
        {t('download')}
      </Button>
      {admin && (
        <Button
          size="small"
          type="text"
          onClick={() =>
            void put(!template.removed).then(() => {
              if (!template.removed) undoable(t('removed', { name: fileName }), () => put(false));
            }, fail)
          }
        >
          {t(template.removed ? 'restore' : 'remove')}
        </Button>
      )}
    </li>
  );
}

function Fields({ formId }: { readonly formId: FormId }) {
  const { t } = useTranslation('face');
  const bilingual = useBilingual();
  const { say } = useNotices();
  const fields = useQuery(callQuery(['office', 'template-fields', formId], 'templates.fields', { formId }));
  const copy = (name: string): void =>
    void navigator.clipboard.writeText(name).then(() => say(t('copied', { name })));
  const line = (name: string, label: string) => (
    <li key={name} className="papers-row">
      <code lang="zh-CN">{name}</code>
      <span className="quiet">{label}</span>
      <Button size="small" type="text" aria-label={t('copy', { name })} onClick={() => copy(name)}>
        {t('copy', { name: '' })}
      </Button>
    </li>
  );
  return (
    <details>
      <summary>{t('fields')}</summary>
      <p className="quiet">{t('fieldsHelp')}</p>
      <ul className="plain papers-fields">
        {(fields.data ?? []).flatMap((field) => {
          const [name, label] = [field.zh, bilingual(field.label)];
          if (!field.fields) return [line(`{${name}}`, label)];
          const inner = field.fields.map((one) => line(`{${one.zh}}`, `${label} · ${bilingual(one.label)}`));
          return [line(`{#${name}}`, label), ...inner, line(`{/${name}}`, label)];
        })}
      </ul>
    </details>
  );
}
