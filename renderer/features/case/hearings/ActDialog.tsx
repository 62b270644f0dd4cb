import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import type { Hearing } from '../../../../shared/features/hearings/hearings.contract.ts';
import type { Answered } from '../../../transport/client.ts';
import { hasCode } from '../../../transport/failure.ts';
import { useNotices } from '../../../ui/notices.tsx';
import type { AnyDraft } from '../../../ui/versions/use-draft.ts';
import { useMeeting } from '../../../ui/versions/use-meeting.tsx';
import { type FieldWords, noWords } from '../../../ui/versions/words.tsx';
import { useUndoOffer } from '../../undo/use-undo.ts';
import { caseKey } from '../case.queries.ts';
import { useLastDate } from '../dates/use-last-date.tsx';

export interface ActProps {
  readonly file: CaseFile;
  readonly hearing: Hearing;
  readonly onClose: () => void;
}

/**
 * A dialog that saves; a failure leaves it open with everything that was typed. It acts on the hearing as it was when the
 * dialog was opened: where somebody else has changed it since, both versions are shown, or, where nothing of it can be
 * typed here, it is said once and the next press acts on what is now on the screen.
 */
export function ActDialog({
  title,
  ok,
  act,
  said,
  caseId,
  hearing,
  draft,
  words,
  width = 480,
  disabled = false,
  onClose,
  onFail,
  children,
}: {
  readonly title: string;
  readonly ok: string;
  readonly act: (recordVersion: number) => Promise<Answered>;
  readonly said: string;
  readonly caseId: string;
  readonly hearing: Hearing;
  /** What is typed here of the hearing itself. */
  readonly draft?: AnyDraft;
  readonly words?: FieldWords;
  readonly width?: number;
  readonly disabled?: boolean;
  readonly onClose: () => void;
  readonly onFail?: (error: unknown) => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const { fail } = useNotices();
  const offer = useUndoOffer();
  const askLast = useLastDate(caseId);
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [opened, setOpened] = useState(hearing.version);
  const newest = useRef(hearing.version);
  newest.current = hearing.version;
  const refresh = () => queries.invalidateQueries({ queryKey: caseKey(caseId) });
  const meeting = useMeeting({ draft, told: noWords, words, refresh, again: () => void run() });
  const run = async (): Promise<void> => {
    setBusy(true);
    try {
      const done = await askLast(() => act(draft?.stamp.version ?? opened));
      onClose();
      if (done) offer(said, done);
    } catch (error) {
      if (meeting.conflict(error, true)) return;
      if (hasCode(error, 'conflict')) {
        await refresh();
        // The page behind learns of it in a task of its own.
        window.setTimeout(() => setOpened(newest.current));
      }
      onFail?.(error);
      fail(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={title}
      width={width}
      onCancel={onClose}
      okText={ok}
      cancelText={t('action.cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled }}
      onOk={() => void run()}
    >
      {meeting.dialog}
      {children}
    </Modal>
  );
}

export const oneOf = (file: CaseFile, h: Hearing, recordVersion: number) => ({
  caseId: file.id,
  hearingId: h.id,
  recordVersion,
});
