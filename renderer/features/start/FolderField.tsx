import { Button, Input, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FolderPurpose } from '../../../shared/contract/bridge.ts';
import { platform } from '../../transport/platform.ts';
import { FormField } from '../../ui/FormField.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useNotices } from '../../ui/notices.tsx';

/** A folder: chosen in a dialog where there is one, and always typed if the person likes. */
export function FolderField(props: {
  label: string;
  help: string;
  purpose: FolderPurpose;
  value: string;
  onChange: (folder: string) => void;
  error: string | undefined;
}) {
  const { t } = useTranslation('start');
  const { fail } = useNotices();
  const { label, help, purpose, value, onChange, error } = props;
  async function pick(): Promise<void> {
    try {
      const folder = await platform().pickFolder(purpose);
      if (folder) onChange(folder);
    } catch (failure) {
      fail(failure);
    }
  }
  return (
    <FormField label={label} help={help} error={error} required>
      {(field) => (
        <Space.Compact block>
          <Input {...field} value={value} spellCheck={false} onChange={(e) => onChange(e.target.value)} />
          {platform().canPickFolder && (
            <Button icon={<Icon name="folder" />} onClick={() => void pick()}>
              {t('folder.pick')}
            </Button>
          )}
        </Space.Compact>
      )}
    </FormField>
  );
}
