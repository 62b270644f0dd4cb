import { useTranslation } from 'react-i18next';
import type { SettlementWarning } from '../../../../shared/features/outcomes/settlement.rules.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { useSourceText } from '../../../ui/citation.ts';
import { Icon } from '../../../ui/icons.tsx';

/** Where the law protects the worker, with the article. */
export function Warnings({ warnings }: { readonly warnings: readonly SettlementWarning[] }) {
  const { t } = useTranslation('outcome');
  const bilingual = useBilingual();
  const source = useSourceText();
  if (warnings.length === 0) return null;
  return (
    <ul className="plain outcome-warnings">
      {warnings.map((w) => (
        <li key={w.code}>
          <span className="gd-amber">
            <Icon name="warning" size={13} /> {bilingual(w.text)}
          </span>
          <span className="gd-quiet">
            {w.lines.length > 0 && ` ${t('warning.lines', { count: w.lines.length })}`}
            {w.source && ` ${source.cite(w.source)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
