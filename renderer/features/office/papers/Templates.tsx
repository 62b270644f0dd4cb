import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FormId, formIds, formTitles } from '../../../../shared/features/documents/form-ids.ts';
import type {
  FormTemplate,
  TemplateFindingRecord,
} from '../../../../shared/features/documents/templates.contract.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { callQuery, useCall } from '../../../app/query.ts';
import { useMay } from '../../../app/session.tsx';
import { platform } from '../../../transport/platform.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { Select } from '../../../ui/Select.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { instantText } from '../../../ui/today.ts';

/** The office's own Word files, form by form: what may stand in them, what is wrong with one, which are in use. */
export function Templates() {
  const { t } = useTranslation('face');
  const bilingual = useBilingual();
  const { fail, say } = useNotices();
  const admin = useMay('office.admin');
  const [formId, setFormId] = useState<FormId>('arb-application');
  const [findings, setFindings] = useState<readonly TemplateFindingRecord[]>([]);
  const templates = useQuery(callQuery(['office', 'templates'], 'templates.list', {}));
  const add = useCall('templates.add', ['office']);
  const own = templates.data?.filter((one) => one.formId === formId) ?? [];
  const inUse = own.find((one) => !one.removed);

  const choose = async (): Promise<void> => {
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
      fail(error);
    }
  };
  return (
    <section>
      <h2>{t('templates')}</h2>
      <p className="quiet">{t('templatesLead')}</p>
      <div className="papers-row">
        <Select<FormId>
          aria-label={t('form')}
          value={formId}
          onChange={(id) => {
            setFormId(id);
            setFindings([]);
          }}
          options={formIds.map((id) => ({ value: id, label: bilingual(formTitles[id]) }))}
        />
        {admin && <Button onClick={() => void choose()}>{t('choose')}</Button>}
      </div>
      {findings.length > 0 && (
        <div className="note note-amber" role="alert">
          <p>{t('faults', { count: findings.length })}</p>
          <ul className="plain">
            {findings.map((f) => (
              <li key={`${f.code}${f.name}${f.part}${f.paragraph}${f.text}`}>
                {t(`finding.${f.code}`)} <code>{f.name}</code>{' '}
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
    </section>
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
