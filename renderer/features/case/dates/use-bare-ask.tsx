import { useNavigate } from '@tanstack/react-router';
import { App, Button, Input } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import { platform } from '../../../transport/platform.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { type CaseSearch, placeOf } from '../case.search.ts';
import { newId } from '../field-link.ts';
import { isOver, mayStillCome } from '../next-act.ts';

const left = async (caseId: string): Promise<number> =>
  (await platform().client.call('calendar.left', { caseId })).open;

/**
 * Runs what may close dates of a case. Where it closed the last one that watched over an open case, the person is
 * told, and sets a date of the office's own or says why none is needed; the reason is kept as a note of the case. Where
 * the procedure has come to its end, what is left to do is to close the case: that is offered in place of a reason.
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
      const now = await platform().client.call('cases.get', { caseId });
      const over = isOver(now);
      const ended = over && !mayStillCome(now);
      const go = (search: CaseSearch): void => {
        dialog.destroy();
        void navigate({ to: '/cases/$caseId', params: { caseId }, search });
      };
      const onAdd = (): void => go(placeOf('dates', { kind: 'predate', id: newId }));
      const onEnd = (): void => go(placeOf('dates', { kind: 'closing', id: null }));
      const dialog = modal[ended ? 'info' : 'warning']({
        title: t(ended ? 'last.ended' : 'last.now'),
        closable: true,
        footer: null,
        content: ended ? (
          <Ended onLater={() => dialog.destroy()} onAdd={onAdd} onEnd={onEnd} />
        ) : (
          <Ask
            onEnd={over ? onEnd : undefined}
            onAdd={onAdd}
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

function Ended(props: { onLater: () => void; onAdd: () => void; onEnd: () => void }) {
  const { t } = useTranslation('dates');
  return (
    <>
      <p>{t('last.endedText')}</p>
      <div className="gd-sheet-foot last-acts">
        <Button type="text" onClick={props.onLater}>
          {t('last.later')}
        </Button>
        <span className="gd-spring" />
        <Button onClick={props.onAdd}>{t('last.followUp')}</Button>
        <Button type="primary" onClick={props.onEnd}>
          {t('last.end')}
        </Button>
      </div>
    </>
  );
}

function Ask(props: {
  onEnd: (() => void) | undefined;
  onAdd: () => void;
  onReason: (reason: string) => Promise<void>;
}) {
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
        {props.onEnd && (
          <Button type="text" onClick={props.onEnd}>
            {t('last.end')}
          </Button>
        )}
        <span className="gd-spring" />
        <Button disabled={reason.trim() === ''} onClick={() => void props.onReason(reason.trim())}>
          {t('last.keepReason')}
        </Button>
        <Button type="primary" onClick={props.onAdd}>
          {t('last.followUp')}
        </Button>
      </div>
    </>
  );
}
