import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../transport/failure.ts';
import { issueSentence } from '../../ui/failure-text.ts';
import { useNotices } from '../../ui/notices.tsx';

/** A short form in a dialog: saves, shows the faults at their fields, removes. */
export function RecordDialog({
  title,
  prefix,
  onSave,
  onRemove,
  onClose,
  children,
}: {
  title: string;
  /** What the paths of faults begin with. */
  prefix: string;
  onSave: () => Promise<unknown>;
  onRemove: (() => Promise<unknown>) | null;
  onClose: () => void;
  children: (errors: Readonly<Record<string, string>>) => ReactNode;
}) {
  const { t } = useTranslation('legal-aid');
  const { t: te } = useTranslation('errors');
  const { fail } = useNotices();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});

  async function run(act: () => Promise<unknown>): Promise<void> {
    setBusy(true);
    setErrors({});
    try {
      await act();
      onClose();
    } catch (error) {
      const issues = failureOf(error).issues ?? [];
      if (issues.length === 0) fail(error);
      setErrors(
        Object.fromEntries(issues.map((i) => [i.path.replace(`${prefix}.`, ''), issueSentence(te, i)])),
      );
      setBusy(false);
    }
  }

  return (
    <Modal
      open
      width={640}
      title={title}
      onCancel={onClose}
      footer={
        <div className="aid-foot">
          {onRemove && (
            <Button danger disabled={busy} onClick={() => void run(onRemove)}>
              {t('remove')}
            </Button>
          )}
          <span className="gd-spring" />
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={busy} onClick={() => void run(onSave)}>
            {t('save')}
          </Button>
        </div>
      }
    >
      <div className="aid-form">{children(errors)}</div>
    </Modal>
  );
}
