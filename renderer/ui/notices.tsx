import { App, Button, Modal } from 'antd';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasCode } from '../transport/failure.ts';
import { useFailureText } from './failure-text.ts';

interface Notices {
  /** One quiet line that goes by itself. */
  say(text: string): void;
  /** What was done, with a button that undoes it; stays ten seconds, longer under the pointer. */
  undoable(text: string, undo: () => Promise<unknown> | unknown): void;
  /** Something was taken back in another way: an offer that is still on the screen would take back what came before. */
  takenBack(): void;
  /** A failure in words. A conflict opens the dialog that offers to reload. */
  fail(error: unknown, reload?: () => void): void;
}

const undoKey = 'undo';
const NoticeContext = createContext<Notices | null>(null);

export function useNotices(): Notices {
  const notices = useContext(NoticeContext);
  if (!notices) throw new Error('useNotices needs a NoticeProvider');
  return notices;
}

export function NoticeProvider({ children }: { children: ReactNode }) {
  const { message, notification } = App.useApp();
  const { t } = useTranslation();
  const failureText = useFailureText();
  const [conflict, setConflict] = useState<{ reload?: () => void } | null>(null);

  const notices = useMemo<Notices>(() => {
    const fail: Notices['fail'] = (error, reload) => {
      if (hasCode(error, 'conflict')) setConflict(reload ? { reload } : {});
      else notification.error({ title: failureText(error), placement: 'bottomLeft', duration: 12 });
    };
    return {
      say: (text) => void message.info(text, 3),
      undoable(text, undo) {
        // One at a time: the offer of an earlier act would take back the later one.
        notification.info({
          key: undoKey,
          title: text,
          placement: 'bottomLeft',
          duration: 10,
          actions: (
            <Button
              size="small"
              onClick={async () => {
                notification.destroy(undoKey);
                try {
                  await undo();
                } catch (error) {
                  fail(error);
                }
              }}
            >
              {t('action.undo')}
            </Button>
          ),
        });
      },
      takenBack: () => notification.destroy(undoKey),
      fail,
    };
  }, [message, notification, t, failureText]);

  return (
    <NoticeContext value={notices}>
      {children}
      <ConflictDialog
        open={conflict !== null}
        onClose={() => setConflict(null)}
        {...(conflict?.reload ? { onReload: conflict.reload } : {})}
      />
    </NoticeContext>
  );
}

/** Someone else changed the same record first. Nothing was overwritten; what was typed stays until it is reloaded. */
export function ConflictDialog(props: { open: boolean; onClose: () => void; onReload?: () => void }) {
  const { t } = useTranslation();
  const { open, onClose, onReload } = props;
  return (
    <Modal
      open={open}
      title={t('conflict.title')}
      onCancel={onClose}
      cancelText={t('conflict.keep')}
      okText={t('conflict.reload')}
      okButtonProps={{ disabled: !onReload }}
      onOk={() => {
        onClose();
        onReload?.();
      }}
    >
      <p>{t('conflict.text')}</p>
    </Modal>
  );
}
