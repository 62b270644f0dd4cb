import { Button, Modal } from 'antd';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasCode } from '../../transport/failure.ts';
import { useNotices } from '../notices.tsx';
import { type Merged, withBoth, withTheirs } from './three-way.ts';
import type { AnyDraft } from './use-draft.ts';
import { VersionsDialog } from './VersionsDialog.tsx';
import { type FieldWord, type FieldWords, useReader } from './words.tsx';

/** True beneath a form whose record somebody else has removed. */
const Gone = createContext(false);
export const RecordGone = Gone.Provider;

interface Waiting {
  readonly error: unknown;
  readonly saving: boolean;
  /** The record has just been put back. */
  readonly restored?: boolean;
}

/** After so long without a newer version the failure is told in words. */
const patienceMs = 8_000;
/** After so long what is not there is something else than the record itself. */
const shortPatienceMs = 2_000;

/**
 * What happens when somebody else was quicker: the newest version is read, what only one side changed is brought
 * together and saved at once, and where both changed a field the person is shown both and chooses.
 */
export function useMeeting(props: {
  readonly draft: AnyDraft | undefined;
  readonly told: ReadonlyMap<string, FieldWord>;
  readonly words?: FieldWords | undefined;
  /** Reads the record again. */
  readonly refresh: () => Promise<unknown>;
  /** Saves what the form says now. */
  readonly again: () => void;
  /** Puts a record back that somebody else removed. */
  readonly restore?: (() => Promise<unknown>) | undefined;
}): {
  /** Takes care of a failed save. False: it is no conflict. */
  readonly conflict: (error: unknown, saving: boolean) => boolean;
  readonly dialog: ReactNode;
} {
  const { draft, told, words = {}, refresh, again, restore } = props;
  const { t } = useTranslation('versions');
  const { fail, say } = useNotices();
  const gone = useContext(Gone);
  const reader = useReader(told, words);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [merged, setMerged] = useState<Merged<unknown> | null>(null);
  const [lost, setLost] = useState<Waiting | null>(null);
  const [due, setDue] = useState(false);
  const latest = useRef({ again });
  latest.current = { again };

  const settle = (form: unknown, saving: boolean): void => {
    draft?.settle(form as never);
    if (saving) setDue(true);
  };
  const meet = useRef<(saving: boolean) => void>(() => undefined);
  meet.current = (saving) => {
    if (!draft) return;
    const found = draft.meet();
    if (found.differences.length > 0 && saving) {
      setMerged(found);
      return;
    }
    if (!saving) say(t('lookAgain'));
    else if (found.taken.length > 0) say(t('merged', { fields: reader.labels(found.taken) }));
    settle(found.value, saving);
  };

  const moved = draft?.moved ?? false;
  useEffect(() => {
    if (!waiting) return;
    if (gone && !waiting.restored) {
      setWaiting(null);
      setLost(waiting);
    } else if (moved && !gone) {
      setWaiting(null);
      meet.current(waiting.saving);
    } else {
      const timer = window.setTimeout(
        () => {
          setWaiting(null);
          fail(waiting.error);
        },
        hasCode(waiting.error, 'not-found') && !waiting.restored ? shortPatienceMs : patienceMs,
      );
      return () => window.clearTimeout(timer);
    }
  }, [waiting, gone, moved, fail]);
  useEffect(() => {
    if (!due) return;
    setDue(false);
    // After this rendering: the form that is saved is the one that was brought together.
    window.setTimeout(() => latest.current.again());
  }, [due]);

  return {
    conflict(error, saving) {
      // Word of a removal may come after the refusal: a form that can put its record back looks once more.
      const removed = hasCode(error, 'not-found') && (gone || restore !== undefined);
      if (!draft || !(hasCode(error, 'conflict') || removed)) return false;
      // Not before all of it is read: a form may stand over more than what carries the version. The pages are told
      // of what was read in a task of its own, which is waited for.
      void refresh()
        .catch(() => undefined)
        .then(() => window.setTimeout(() => setWaiting({ error, saving })));
      return true;
    },
    dialog: (
      <>
        {merged && (
          <VersionsDialog
            merged={merged}
            reader={reader}
            onClose={() => setMerged(null)}
            onChoose={(sideOf) => {
              setMerged(null);
              const kept = withBoth(merged, (path) => sideOf(path) === 'both');
              settle(
                withTheirs(kept, (path) => sideOf(path) !== 'mine', draft?.rows),
                true,
              );
            }}
          />
        )}
        <Modal
          open={lost !== null}
          title={t('gone.title')}
          onCancel={() => setLost(null)}
          footer={[
            <Button key="back" onClick={() => setLost(null)}>
              {t('back')}
            </Button>,
            ...(restore
              ? [
                  <Button
                    key="restore"
                    type="primary"
                    onClick={async () => {
                      setLost(null);
                      try {
                        await restore();
                        // The page learns a moment later that it is there again.
                        if (lost) setWaiting({ ...lost, restored: true });
                      } catch (error) {
                        fail(error);
                      }
                    }}
                  >
                    {t('gone.restore')}
                  </Button>,
                ]
              : []),
          ]}
        >
          <p>{t(restore ? 'gone.text' : 'gone.textBin')}</p>
        </Modal>
      </>
    ),
  };
}
