import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { UndoPage } from '../../../shared/features/undo/undo.contract.ts';
import { type Answered, actOf } from '../../transport/client.ts';
import { platform } from '../../transport/platform.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { useNotices } from '../../ui/notices.tsx';
import { useActText } from './act-text.ts';

/** What was done longer ago is no slip any more: the bin and the page's own history lead to it. */
const reachMs = 8 * 3_600_000;

const lastAct = async (scope: string, beside?: UndoPage): Promise<string | null> => {
  const since = new Date(Date.now() - reachMs).toISOString();
  return (await platform().client.call('undo.last', { scope, beside, since })).act?.id ?? null;
};

function useTakeBack(): (actId: string) => Promise<void> {
  const { t } = useTranslation('undo');
  const { say, takenBack } = useNotices();
  const actText = useActText();
  const queries = useQueryClient();
  return useCallback(
    async (actId) => {
      const { act } = await platform().client.call('undo.undo', { actId });
      takenBack();
      await queries.invalidateQueries({
        predicate: (q) => ['case', 'document', 'task', 'person', 'office'].includes(String(q.queryKey[0])),
      });
      say(t('undone', { act: actText(act) }));
    },
    [t, say, takenBack, actText, queries],
  );
}

/**
 * Takes back the person's own last act on a page. `scope`: a case's or a person's id, or one of `undoPages`; `beside`:
 * another page of which something is shown here.
 */
export function useUndoLast(scope: string, beside?: UndoPage): () => Promise<void> {
  const { t } = useTranslation('undo');
  const { fail, say } = useNotices();
  const takeBack = useTakeBack();
  const busy = useRef(false);
  return useCallback(async () => {
    // A key that is held down must not walk back through the whole day.
    if (busy.current) return;
    busy.current = true;
    try {
      const actId = await lastAct(scope, beside);
      if (actId === null) say(t('nothing'));
      else await takeBack(actId);
    } catch (error) {
      fail(error);
    } finally {
      busy.current = false;
    }
  }, [scope, beside, takeBack, fail, say, t]);
}

/**
 * Says what was just done and offers to take back that act, whatever is saved before or while the offer stands. `answer`
 * is what the change came back with: it names its own act, and where it changed nothing, nothing is offered. `before`
 * runs ahead of the undoing, to lead back to where the act was.
 */
export function useUndoOffer(): (text: string, answer: Answered, before?: () => Promise<unknown>) => void {
  const { undoable, say } = useNotices();
  const takeBack = useTakeBack();
  return useCallback(
    (text, answer, before) => {
      const actId = actOf(answer);
      if (actId === null) {
        say(text);
        return;
      }
      undoable(text, async () => {
        await before?.();
        await takeBack(actId);
      });
    },
    [undoable, say, takeBack],
  );
}

/** Ctrl/Cmd+Z on a page; in a field the key stays the field's own, and for a reader it does nothing. */
export function useUndoKey(scope: string, mayWrite: boolean, beside?: UndoPage): void {
  const undo = useUndoLast(scope, beside);
  useShortcuts([{ key: 'z', mod: true, outsideFields: true, run: () => mayWrite && void undo() }]);
}
