import { useTranslation } from 'react-i18next';
import type { OutcomeView } from '../../../../shared/features/outcomes/outcomes.contract.ts';
import { useBilingual } from '../../../app/i18n.ts';

/** Days of the document that the case's procedure does not hold: their windows stand here, not among its dates. */
export function Unrecorded({ o }: { readonly o: OutcomeView }) {
  const { t } = useTranslation('outcome');
  const bilingual = useBilingual();
  return o.unrecorded.map((u) => (
    <p key={u.event} className="gd-quiet">
      {t('award.unrecorded', { event: bilingual(u.words), reason: bilingual(u.reason) })}
    </p>
  ));
}
