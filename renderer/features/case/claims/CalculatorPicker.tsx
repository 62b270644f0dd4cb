import { useTranslation } from 'react-i18next';
import { itemCalculators } from '../../../../shared/features/claims/claim-items.rules.ts';
import { type CalculatorInfo, calculatorGroups } from '../../../../shared/law/index.ts';
import { useBilingual } from '../../../app/i18n.ts';

const calculators = itemCalculators();

export const calculatorOf = (id: string): CalculatorInfo | undefined => calculators.find((c) => c.id === id);

/** Every calculator that can stand as an item, by subject. */
export function CalculatorPicker({ onPick }: { onPick: (id: string) => void }) {
  const { t } = useTranslation('law');
  const bilingual = useBilingual();
  return (
    <nav className="item-picker" aria-label={t('calc.list')}>
      {calculatorGroups.map((group) => {
        const own = calculators.filter((c) => c.group === group);
        if (own.length === 0) return null;
        return (
          <section key={group}>
            <h3>{t(`calc.group.${group}`)}</h3>
            <ul className="plain">
              {own.map((c) => (
                <li key={c.id}>
                  <button type="button" title={bilingual(c.summary)} onClick={() => onPick(c.id)}>
                    {bilingual(c.title)}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}
