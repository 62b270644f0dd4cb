import { useTranslation } from 'react-i18next';
import { isMoneyItem, itemCalculators } from '../../../../shared/features/claims/claim-items.rules.ts';
import { type CalculatorInfo, calculatorGroups } from '../../../../shared/law/index.ts';
import { useBilingual } from '../../../app/i18n.ts';

const calculators = itemCalculators();

export const calculatorOf = (id: string): CalculatorInfo | undefined => calculators.find((c) => c.id === id);

/** Every calculator that can stand as an item: what asks for money by subject, then what only checks a claim. */
export function CalculatorPicker({ onPick }: { onPick: (id: string) => void }) {
  const { t } = useTranslation('law');
  const { t: ti } = useTranslation('claim-items');
  const money = calculators.filter(isMoneyItem);
  const groups = calculatorGroups.map((group) => ({
    key: group as string,
    title: t(`calc.group.${group}`),
    own: money.filter((c) => c.group === group),
  }));
  const checks = { key: 'checks', title: ti('checks'), own: calculators.filter((c) => !isMoneyItem(c)) };
  return (
    <nav className="item-picker" aria-label={t('calc.list')}>
      {[...groups, checks]
        .filter(({ own }) => own.length > 0)
        .map(({ key, title, own }) => (
          <section key={key}>
            <h3>{title}</h3>
            <Choices calculators={own} onPick={onPick} />
          </section>
        ))}
    </nav>
  );
}

function Choices(props: { calculators: readonly CalculatorInfo[]; onPick: (id: string) => void }) {
  const bilingual = useBilingual();
  return (
    <ul className="plain">
      {props.calculators.map((c) => (
        <li key={c.id}>
          <button type="button" title={bilingual(c.summary)} onClick={() => props.onPick(c.id)}>
            {bilingual(c.title)}
          </button>
        </li>
      ))}
    </ul>
  );
}
