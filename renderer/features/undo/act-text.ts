import { useTranslation } from 'react-i18next';
import { calculatorInfo } from '../../../shared/features/claims/claim-items.rules.ts';
import { topicOf } from '../../../shared/features/documents/particulars/topics.ts';
import type { UndoAct } from '../../../shared/features/undo/undo.contract.ts';
import { eventWords } from '../../../shared/law/tracks/catalogue.ts';
import { useBilingual } from '../../app/i18n.ts';
import { useVerbText } from '../case/tabs/verbs.ts';

/** “Evidence removed (pay slip)”. */
export function useActText(): (act: UndoAct) => string {
  const { t } = useTranslation('undo');
  const { t: tg } = useTranslation('group');
  const pick = useBilingual();
  const verbText = useVerbText();
  return (act) => {
    // An act does not say the track; an event is called much the same on each.
    const named =
      act.kind === 'event'
        ? pick(eventWords('arbitration', act.label))
        : act.kind === 'particulars'
          ? pick(topicOf(act.label)?.title ?? { zh: '', en: '' })
          : act.kind === 'claim'
            ? pick(calculatorInfo(act.label)?.title ?? { zh: '', en: '' })
            : act.kind === 'group-act'
              ? tg(`act.${act.label}` as 'act.settle')
              : act.label;
    const label = named || t(`kind.${act.kind}`);
    return t(act.rows > 1 ? 'actMany' : 'act', { verb: verbText(act.verb), label, count: act.rows });
  };
}
