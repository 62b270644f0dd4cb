import { useTranslation } from 'react-i18next';
import { type ColumnSums, percentText } from '../../../../shared/features/outcomes/settlement.rules.ts';
import { formatYuan } from '../../../../shared/kernel/money.ts';
import { MoneyText } from '../../../ui/MoneyText.tsx';

/** The three columns in sum, and what the agreement gives up. */
export function SettlementSums({ sums, settles }: { readonly sums: ColumnSums; readonly settles: boolean }) {
  const { t } = useTranslation('outcome');
  const { givenUpFen, givenUpBp } = sums;
  return (
    <div className="outcome-sums" role="status">
      <dl>
        <div>
          <dt>{t('line.claimed')}</dt>
          <dd>
            <MoneyText fen={sums.claimedFen} unit />
          </dd>
        </div>
        <div>
          <dt>{t('line.computed')}</dt>
          <dd>
            <MoneyText fen={sums.computedFen} unit />
          </dd>
        </div>
        <div>
          <dt>{t(settles ? 'line.amount' : 'line.awarded')}</dt>
          <dd>
            <strong>
              <MoneyText fen={sums.amountFen} unit />
            </strong>
          </dd>
        </div>
      </dl>
      <p>
        {settles && givenUpBp !== null && (
          <span className={givenUpFen > 0 ? 'gd-amber' : 'gd-green'}>
            {givenUpFen > 0
              ? t('summary.givenUp', {
                  amount: `¥${formatYuan(givenUpFen)}`,
                  percent: percentText(givenUpBp),
                })
              : t('summary.aboveLaw')}
          </span>
        )}
        {sums.open > 0 && <span className="gd-quiet">{t('line.openLines', { count: sums.open })}</span>}
        {settles && sums.lowFen !== sums.computedFen && (
          <span className="gd-quiet tabular">
            {t('line.range', {
              low: formatYuan(sums.lowFen),
              computed: formatYuan(sums.computedFen),
              claimed: formatYuan(sums.claimedFen),
            })}
          </span>
        )}
      </p>
    </div>
  );
}
