import { useNavigate } from '@tanstack/react-router';
import { App, Button, Input } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../transport/failure.ts';
import { platform } from '../../../transport/platform.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { type CaseSearch, placeOf } from '../case.search.ts';
import { newId } from '../field-link.ts';
import { isOver, mayStillCome } from '../next-act.ts';

const left = async (caseId: string): Promise<number> =>
  (await platform().client.call('calendar.left', { caseId })).open;

/**
 * Runs what may close the last date that watches over an open case. What asks beforehand (an own date) is done only once
 * it is answered; what cannot know beforehand (a step) is asked about afterwards. Either way the person sets another
 * date, or says why none is needed, which is kept as a note of the case; where the procedure has come to its end, closing
 * the case is offered in place of a reason.
 * @returns runs the act, with whether the last date may go; gives its answer, null where it was not done.
 */
export function useLastDate(
  caseId: string,
): <T>(act: (acceptLast: boolean) => Promise<T>) => Promise<T | null> {
  const { modal } = App.useApp();
  const { t } = useTranslation('dates');
  const { fail, say } = useNotices();
  const navigate = useNavigate();
  const ask = useCallback(
    async <T,>(act: (() => Promise<T>) | null): Promise<T | null> => {
      const file = await platform().client.call('cases.get', { caseId });
      if (file.status === 'closed') return null;
      const over = isOver(file);
      const ended = over && !mayStillCome(file);
      return new Promise((resolve) => {
        const end = (done: T | null): void => {
          dialog.destroy();
          resolve(done);
        };
        const go = (search: CaseSearch): void =>
          void navigate({ to: '/cases/$caseId', params: { caseId }, search });
        const doing = async (then: () => unknown): Promise<void> => {
          try {
            const done = (await act?.()) ?? null;
            await then();
            end(done);
          } catch (error) {
            fail(error);
          }
        };
        const dialog = modal[ended ? 'info' : 'warning']({
          title: t(ended ? 'last.ended' : act ? 'last.title' : 'last.now'),
          closable: true,
          footer: null,
          onCancel: () => resolve(null),
          content: (
            <Choices
              text={t(ended ? 'last.endedText' : act ? 'last.text' : 'last.nowText')}
              keep={t(act ? 'last.keepReasonDone' : 'last.keepReason')}
              onLater={ended ? () => void doing(() => undefined) : undefined}
              onEnd={
                over ? () => void doing(() => go(placeOf('dates', { kind: 'closing', id: null }))) : undefined
              }
              onAdd={() => {
                go(placeOf('dates', { kind: 'predate', id: newId }));
                end(null);
              }}
              onReason={(reason) =>
                doing(async () => {
                  const body = t('last.note', { reason });
                  await platform().client.call('notes.save', { about: { caseId }, body });
                  say(t('last.kept'));
                })
              }
            />
          ),
        });
      });
    },
    [modal, t, fail, say, navigate, caseId],
  );
  return useCallback(
    async (act) => {
      const watched = (await left(caseId)) > 0;
      const first = act(false);
      try {
        await first;
      } catch (error) {
        if (failureOf(error).details?.rule !== 'last-open-date') throw error;
        return ask(() => act(true));
      }
      // What was done stands; the question need not be answered for it to go on.
      if (watched && (await left(caseId)) === 0) void ask(null).catch(fail);
      return first;
    },
    [ask, fail, caseId],
  );
}

/** A date, a reason, or the end of the case; a procedure that is finished needs no reason. */
function Choices(props: {
  readonly text: string;
  readonly keep: string;
  readonly onLater: (() => void) | undefined;
  readonly onEnd: (() => void) | undefined;
  readonly onAdd: () => void;
  readonly onReason: (reason: string) => Promise<void>;
}) {
  const { onLater, onEnd } = props;
  const { t } = useTranslation('dates');
  const [reason, setReason] = useState('');
  return (
    <>
      <p>{props.text}</p>
      {!onLater && (
        <Input.TextArea
          rows={2}
          value={reason}
          maxLength={500}
          aria-label={t('last.reason')}
          placeholder={t('last.reason')}
          onChange={(e) => setReason(e.target.value)}
        />
      )}
      <div className="gd-sheet-foot last-acts">
        {onLater && (
          <Button type="text" onClick={onLater}>
            {t('last.later')}
          </Button>
        )}
        {onEnd && !onLater && (
          <Button type="text" onClick={onEnd}>
            {t('last.end')}
          </Button>
        )}
        <span className="gd-spring" />
        {!onLater && (
          <Button disabled={reason.trim() === ''} onClick={() => void props.onReason(reason.trim())}>
            {props.keep}
          </Button>
        )}
        <Button type={onLater ? 'default' : 'primary'} onClick={props.onAdd}>
          {t('last.followUp')}
        </Button>
        {onEnd && onLater && (
          <Button type="primary" onClick={onEnd}>
            {t('last.end')}
          </Button>
        )}
      </div>
    </>
  );
}
