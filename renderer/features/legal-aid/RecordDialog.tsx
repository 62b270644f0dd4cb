import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/kernel/errors.ts';
import { failureOf } from '../../transport/failure.ts';
import { issueSentence } from '../../ui/failure-text.ts';
import { useNotices } from '../../ui/notices.tsx';
import type { AnyDraft } from '../../ui/versions/use-draft.ts';
import { useMeeting } from '../../ui/versions/use-meeting.tsx';
import { type FieldWords, noWords } from '../../ui/versions/words.tsx';

/** A form in a dialog: saves, shows the faults at their fields, brings two people's changes together, removes. */
export function RecordDialog({
  title,
  width = 640,
  prefix,
  draft,
  words,
  onSave,
  onRemove,
  onRefused,
  restore,
  onClose,
  children,
}: {
  title: string;
  /** In pixels. */
  width?: number;
  /** What the paths of faults begin with. */
  prefix: string;
  draft: AnyDraft;
  words: FieldWords;
  onSave: () => Promise<unknown>;
  onRemove: (() => Promise<unknown>) | null;
  /** True: the form itself says why it was not saved. */
  onRefused?: (failure: Failure) => boolean;
  /** Puts the record back that somebody else removed. */
  restore?: () => Promise<unknown>;
  onClose: () => void;
  children: (errors: Readonly<Record<string, string>>) => ReactNode;
}) {
  const { t } = useTranslation('legal-aid');
  const { t: te } = useTranslation('errors');
  const { fail } = useNotices();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const form = useRef<HTMLFormElement>(null);
  // A fault above or below what is in sight is brought there.
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'center' });
  }, [errors]);
  const meeting = useMeeting({
    draft,
    told: noWords,
    words,
    refresh: () => queries.invalidateQueries({ queryKey: ['case'] }),
    again: () => void run(onSave, true),
    restore,
  });

  async function run(act: () => Promise<unknown>, saving: boolean): Promise<void> {
    setBusy(true);
    setErrors({});
    try {
      await act();
      onClose();
    } catch (error) {
      setBusy(false);
      if (meeting.conflict(error, saving)) return;
      const failure = failureOf(error);
      const issues = failure.issues ?? [];
      if (!onRefused?.(failure) && issues.length === 0) fail(error);
      setErrors(
        Object.fromEntries(issues.map((i) => [i.path.replace(`${prefix}.`, ''), issueSentence(te, i)])),
      );
    }
  }

  return (
    <Modal
      open
      width={width}
      className="aid-dialog"
      title={title}
      onCancel={onClose}
      footer={
        <div className="aid-foot">
          {onRemove && (
            <Button danger disabled={busy} onClick={() => void run(onRemove, false)}>
              {t('remove')}
            </Button>
          )}
          <span className="gd-spring" />
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={busy} onClick={() => void run(onSave, true)}>
            {t('save')}
          </Button>
        </div>
      }
    >
      {meeting.dialog}
      <form
        ref={form}
        className="aid-form"
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          if (!busy) void run(onSave, true);
        }}
      >
        {children(errors)}
      </form>
    </Modal>
  );
}
