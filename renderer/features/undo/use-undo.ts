import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { platform } from '../../transport/platform.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { useNotices } from '../../ui/notices.tsx';
import { useActText } from './act-text.ts';

/** What was done longer ago is no slip any more: the bin and the page's own history lead to it. */
const reachMs = 8 * 3_600_000;

/** Takes back the person's own last act on a page. `scope`: a case's id, `cases` for the list, or `office`. */
export function useUndoLast(scope: string): () => Promise<void> {
  const { t } = useTranslation('undo');
  const { say, fail, takenBack } = useNotices();
  const actText = useActText();
  const queries = useQueryClient();
  const busy = useRef(false);
  return useCallback(async () => {
    // A key that is held down must not walk back through the whole day.
    if (busy.current) return;
    busy.current = true;
    try {
      const since = new Date(Date.now() - reachMs).toISOString();
      const { act } = await platform().client.call('undo.last', { scope, since });
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
    } catch (error) {
      fail(error);
    } finally {
      busy.current = false;
    }
  }, [scope, t, say, fail, takenBack, actText, queries]);
}

/** Ctrl/Cmd+Z on a page; in a field the key stays the field's own, and for a reader it does nothing. */
export function useUndoKey(scope: string, mayWrite: boolean): void {
  const undo = useUndoLast(scope);
  useShortcuts([{ key: 'z', mod: true, outsideFields: true, run: () => mayWrite && void undo() }]);
}
