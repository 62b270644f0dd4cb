import { useTranslation } from 'react-i18next';
import type { UndoAct } from '../../../shared/features/undo/undo.contract.ts';
import { useVerbText } from '../case/tabs/verbs.ts';

/** “Evidence removed (pay slip)”. */
export function useActText(): (act: UndoAct) => string {
  const { t } = useTranslation('undo');
  const { t: tc } = useTranslation('case');
  const verbText = useVerbText();
  return (act) => {
    const label =
      act.kind === 'event' ? String(tc(`event.${act.label}` as never)) : act.label || t(`kind.${act.kind}`);
    return t(act.rows > 1 ? 'actMany' : 'act', { verb: verbText(act.verb), label, count: act.rows });
  };
}
