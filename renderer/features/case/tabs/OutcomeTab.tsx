import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataState } from '../../../ui/DataState.tsx';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { outcomeQuery } from '../case.queries.ts';
import { type OutcomePart, outcomeParts } from '../case.search.ts';
import { newId } from '../field-link.ts';
import { AwardPart } from '../outcome/AwardPart.tsx';
import '../outcome/outcome.css';
import type { OutcomeData } from '../outcome/outcome-form.ts';
import { PaymentsPart } from '../outcome/PaymentsPart.tsx';
import { SettlementPart } from '../outcome/SettlementPart.tsx';
import { usePlace } from '../use-place.ts';
import type { TabProps } from './tab.ts';

const sums = ['claimed', 'computed', 'granted', 'paid', 'owed', 'over'] as const;

/** Where one looks first: at what is owed, then at what was decided, then at what is being agreed. */
function usualPart(data: OutcomeData): OutcomePart {
  if (data.ledger.totals.grantedFen > 0) return 'payments';
  return data.outcomes.some((o) => o.kind !== 'settlement') ? 'award' : 'settlement';
}

/** What the case brought in: agreed or awarded, paid, owed, and what to do where it is not paid. */
export function OutcomeTab({ file, readOnly }: TabProps) {
  const { t } = useTranslation('outcome');
  const { search, go, show } = usePlace();
  const query = useQuery(outcomeQuery(file.id));
  return (
    <DataState query={query}>
      {(data) => {
        const part = search.part ?? usualPart(data);
        const add = (id: string) => () => show({ kind: 'outcome', id: `${newId}:${id}` });
        return (
          <div className="outcome">
            <dl className="outcome-digest">
              {sums.map((key) =>
                key === 'over' && data.recovery.overFen === 0 ? null : (
                  <div key={key}>
                    <dt>{t(`summary.${key}`)}</dt>
                    <dd className={key === 'owed' && data.recovery.owedFen > 0 ? 'gd-amber' : ''}>
                      <MoneyText fen={data.recovery[`${key}Fen`]} unit />
                    </dd>
                  </div>
                ),
              )}
            </dl>
            <header className="gd-bar">
              <Segmented<OutcomePart>
                value={part}
                onChange={(next) => go({ tab: 'outcome', part: next })}
                options={outcomeParts.map((value) => ({ value, label: t(`part.${value}`) }))}
              />
              <span className="gd-spring" />
              {!readOnly && part === 'settlement' && (
                <Button type="primary" onClick={add('settlement')}>
                  {t('add.settlement')}
                </Button>
              )}
              {!readOnly && part === 'award' && (
                <>
                  <Button onClick={add('judgment')}>{t('add.judgment')}</Button>
                  <Button type="primary" onClick={add('award')}>
                    {t('add.award')}
                  </Button>
                </>
              )}
              {!readOnly && part === 'payments' && data.ledger.totals.grantedFen > 0 && (
                <Button type="primary" onClick={() => show({ kind: 'payment', id: newId })}>
                  {t('add.payment')}
                </Button>
              )}
            </header>
            {part === 'settlement' && <SettlementPart data={data} />}
            {part === 'award' && <AwardPart data={data} />}
            {part === 'payments' && <PaymentsPart data={data} />}
            <details className="gd-more">
              <summary>{t('help.title')}</summary>
              <p className="gd-quiet">{t('help.text')}</p>
            </details>
          </div>
        );
      }}
    </DataState>
  );
}
