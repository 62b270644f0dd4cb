import { useNavigate } from '@tanstack/react-router';
import { App, Button, Input } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import { platform } from '../../../transport/platform.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { placeOf } from '../case.search.ts';
import { newId } from '../field-link.ts';

const left = async (caseId: string): Promise<number> =>
  (await platform().client.call('calendar.left', { caseId })).open;

/**
 * Runs what may close dates of a case. Where it closed the last one that watched over an open case, the person is
 * told, and sets a date of the office's own or says why none is needed; the reason is kept as a note of the case.
 */
export function useBareAsk(
  file: Pick<CaseFile, 'id' | 'status'>,
): (act: () => Promise<unknown>) => Promise<void> {
  const { modal } = App.useApp();
  const { t } = useTranslation('dates');
  const { fail, say } = useNotices();
  const navigate = useNavigate();
  const { id: caseId, status } = file;
  return useCallback(
    async (act) => {
      const watched = status === 'open' && (await left(caseId)) > 0;
      await act();
      if (!watched || (await left(caseId)) > 0) return;
      const dialog = modal.warning({
        title: t('last.now'),
        closable: true,
        footer: null,
        content: (
          <Ask
            onAdd={() => {
              dialog.destroy();
              void navigate({
                to: '/cases/$caseId',
                params: { caseId },
                search: placeOf('dates', { kind: 'predate', id: newId }),
              });
            }}
            onReason={async (reason) => {
              try {
                const body = t('last.note', { reason });
                await platform().client.call('notes.save', { about: { caseId }, body });
                dialog.destroy();
                say(t('last.kept'));
              } catch (error) {
                fail(error);
              }
            }}
          />
        ),
      });
    },
    [modal, t, fail, say, navigate, caseId, status],
  );
}

function Ask(props: { onAdd: () => void; onReason: (reason: string) => Promise<void> }) {
  const { t } = useTranslation('dates');
  const [reason, setReason] = useState('');
  return (
    <>
      <p>{t('last.nowText')}</p>
      <Input.TextArea
        rows={2}
        value={reason}
        maxLength={500}
        aria-label={t('last.reason')}
        placeholder={t('last.reason')}
        onChange={(e) => setReason(e.target.value)}
      />
      <div className="gd-sheet-foot last-acts">
        <span className="gd-spring" />
        <Button disabled={reason.trim() === ''} onClick={() => void props.onReason(reason.trim())}>
          {t('last.keepReason')}
        </Button>
        <Button type="primary" onClick={props.onAdd}>
          {t('last.add')}
        </Button>
      </div>
    </>
  );
}
