import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { UndoAct } from '../../../shared/features/undo/undo.contract.ts';
import { platform } from '../../transport/platform.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { useNotices } from '../../ui/notices.tsx';
import { useActText } from './act-text.ts';

/** What was done longer ago is no slip any more: the bin and the page's own history lead to it. */
const reachMs = 8 * 3_600_000;

const lastAct = async (scope: string): Promise<UndoAct | null> => {
  const since = new Date(Date.now() - reachMs).toISOString();
  return (await platform().client.call('undo.last', { scope, since })).act;
};

function useTakeBack(): (act: UndoAct | null) => Promise<void> {
  const { t } = useTranslation('undo');
  const { say, takenBack } = useNotices();
  const actText = useActText();
  const queries = useQueryClient();
  return useCallback(
    async (act) => {
      if (!act) {
        say(t('nothing'));
        return;
      }
      await platform().client.call('undo.undo', { actId: act.id });
      takenBack();
      await queries.invalidateQueries({
        predicate: (q) => ['case', 'document', 'task', 'person', 'office'].includes(String(q.queryKey[0])),
      });
      say(t('undone', { act: actText(act) }));
    },
    [t, say, takenBack, actText, queries],
  );
}

/** Takes back the person's own last act on a page. `scope`: a case's id, `cases` for the list, or `office`. */
export function useUndoLast(scope: string): () => Promise<void> {
  const { fail } = useNotices();
  const takeBack = useTakeBack();
  const busy = useRef(false);
  return useCallback(async () => {
    // A key that is held down must not walk back through the whole day.
    if (busy.current) return;
    busy.current = true;
    try {
      await takeBack(await lastAct(scope));
    } catch (error) {
      fail(error);
    } finally {
      busy.current = false;
    }
  }, [scope, takeBack, fail]);
}

/**
 * Says what was just done and offers to take back that act, whatever is saved while the offer stands. `before` runs
 * ahead of the undoing, to lead back to where the act was.
 */
export function useUndoOffer(scope: string): (text: string, before?: () => Promise<unknown>) => void {
  const { undoable } = useNotices();
  const takeBack = useTakeBack();
  return useCallback(
    (text, before) => {
      // Found now and not at the press: what is saved meanwhile is no part of the offer.
      const found = lastAct(scope).then(
        (act) => ({ act }),
        (error: unknown) => ({ error }),
      );
      undoable(text, async () => {
        const last = await found;
        if ('error' in last) throw last.error;
        await before?.();
        await takeBack(last.act);
      });
    },
    [scope, undoable, takeBack],
  );
}

/** Ctrl/Cmd+Z on a page; in a field the key stays the field's own, and for a reader it does nothing. */
export function useUndoKey(scope: string, mayWrite: boolean): void {
  const undo = useUndoLast(scope);
  useShortcuts([{ key: 'z', mod: true, outsideFields: true, run: () => mayWrite && void undo() }]);
}
