import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { useFailureText } from '../../ui/failure-text.ts';
import { FolderField } from './FolderField.tsx';
import { useChooseOffice } from './start.mutations.ts';

export function OpenOffice({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('start');
  const { t: tc } = useTranslation();
  const { adopt } = useSession();
  const text = useFailureText();
  const choose = useChooseOffice();
  const [folder, setFolder] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose.mutate({ folder: folder.trim() }, { onSuccess: adopt });
  };
  return (
    <form className="start-card" onSubmit={submit} noValidate>
      <h1>{t('open.title')}</h1>
      <p className="quiet">{t('open.text')}</p>
      <FolderField
        label={t('open.folder')}
        help={t('open.folderHelp')}
        purpose="open-office"
        value={folder}
        onChange={setFolder}
        error={choose.error ? text(choose.error) : undefined}
      />
      <div className="start-actions">
        <Button onClick={onBack}>{tc('action.back')}</Button>
        <Button type="primary" htmlType="submit" loading={choose.isPending}>
          {t('open.submit')}
        </Button>
      </div>
    </form>
  );
}
