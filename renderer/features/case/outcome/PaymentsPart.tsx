import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Fen, formatYuan } from '../../../../shared/kernel/money.ts';
import { useBilingual, useHeading } from '../../../app/i18n.ts';
import { useSourceText } from '../../../ui/citation.ts';
import { EmptyState } from '../../../ui/DataState.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { useListText } from '../../../ui/list-text.ts';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { StatusChip, type Tone } from '../../../ui/StatusChip.tsx';
import { WorkingButton } from '../../../ui/WorkingSheet.tsx';
import { newId } from '../field-link.ts';
import { usePlace } from '../use-place.ts';
import { LedgerTable } from './LedgerTable.tsx';
import { NextSteps } from './NextSteps.tsx';
import type { OutcomeData } from './outcome-form.ts';

type Due = OutcomeData['ledger']['dues'][number];
const tones: Readonly<Record<Due['state'], Tone>> = {
  paid: 'green',
  undated: 'amber',
  upcoming: 'neutral',
  'due-today': 'amber',
  overdue: 'red',
};

/** What falls due, what was paid, who is owed what, and what can be done about it. */
export function PaymentsPart({ data }: { readonly data: OutcomeData }) {
  const { t } = useTranslation('outcome');
  const bilingual = useBilingual();
  const heading = useHeading();
  const source = useSourceText();
  const { go } = usePlace();
  const { ledger } = data;
  const { totals } = ledger;
  if (totals.grantedFen === 0 && data.payments.length === 0)
    return <EmptyState title={t('empty.payments')} text={t('empty.paymentsText')} />;
  return (
    <>
      {data.closing.map((c) => (
        <p key={c.event} className="gd-notice">
          <Icon name="check" size={14} />
          <span>{t('step.closing', { event: bilingual(c.words) })}</span>
          <Button size="small" onClick={() => go({ tab: 'dates', open: `event:${newId}:${c.event}` })}>
            {heading(c.words)}
          </Button>
        </p>
      ))}
      <div className="outcome-columns">
        <section>
          <h3>{t('ledger.dues')}</h3>
          <table className="gd-table outcome-dues">
            <thead>
              <tr>
                <th>{t('ledger.n')}</th>
                <th>{t('ledger.due')}</th>
                <th className="gd-num">{t('ledger.amount')}</th>
                <th className="gd-num">{t('ledger.paid')}</th>
                <th className="gd-num">{t('ledger.open')}</th>
                <th>{t('ledger.state')}</th>
              </tr>
            </thead>
            <tbody>
              {ledger.dues.map((d) => (
                <tr key={`${d.outcomeId}/${d.n}`}>
                  <td>{t('plan.n', { n: d.n })}</td>
                  <td className="tabular">
                    {d.due ?? '—'}
                    {d.due !== d.lastDay && d.due && d.lastDay && (
                      <p className="gd-quiet">{t('plan.isRest', { day: d.due, last: d.lastDay })}</p>
                    )}
                  </td>
                  <td className="gd-num">
                    <MoneyText fen={d.amountFen} />
                  </td>
                  <td className="gd-num">
                    <MoneyText fen={d.paidFen} />
                  </td>
                  <td className="gd-num">
                    <MoneyText fen={d.openFen} />
                  </td>
                  <td>
                    <StatusChip tone={tones[d.state]}>{t(`ledger.stateOf.${d.state}`)}</StatusChip>
                    {d.paidOn && <span className="gd-quiet tabular outcome-paid-on"> {d.paidOn}</span>}
                    {d.accelerated && <p className="gd-amber">{t('ledger.accelerated')}</p>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {totals.overdueFen > 0 && (
            <p className="gd-red tabular">
              <Icon name="overdue" size={13} />{' '}
              {t('ledger.unpaidOverdue', { amount: `¥${formatYuan(totals.overdueFen as Fen)}` })}
              {totals.claimableFen > totals.overdueFen &&
                ` · ${t('ledger.claimable')} ¥${formatYuan(totals.claimableFen as Fen)}`}
            </p>
          )}
          {totals.interestFen !== null && totals.interestFen > 0 && (
            <p className="tabular">
              {t('ledger.interestOf')} <MoneyText fen={totals.interestFen} unit />{' '}
              <WorkingButton
                symbol="ƒ"
                working={{
                  title: t('ledger.interestOf'),
                  result: `¥${formatYuan(totals.interestFen as Fen)}`,
                  lines: [t('ledger.interestNote'), ...ledger.interestLines.map(bilingual)],
                  source: {
                    citation: source.cite(ledger.interestSource),
                    version: source.version(ledger.interestSource.version),
                  },
                  status: 'verified',
                }}
              />
            </p>
          )}
          <Payments data={data} />
        </section>
        <NextSteps data={data} />
      </div>
      <LedgerTable data={data} />
    </>
  );
}

function Payments({ data }: { readonly data: OutcomeData }) {
  const { t } = useTranslation('outcome');
  const inWords = useListText();
  const bilingual = useBilingual();
  const { show } = usePlace();
  const { payments } = data;
  const listed = [...payments].sort((a, b) => b.date.localeCompare(a.date));
  return (
    <section>
      <h3>{t('payment.list')}</h3>
      {listed.length === 0 && <p className="gd-quiet">{t('payment.none')}</p>}
      <ul className="plain outcome-payments">
        {listed.map((p) => (
          <li key={p.id} className={p.removedAt ? 'gd-quiet' : ''}>
            {p.removedAt ? (
              <s className="tabular">
                {p.date} ¥{formatYuan(p.amountFen as Fen)}
              </s>
            ) : (
              <button
                type="button"
                className="gd-linkish tabular"
                onClick={() => show({ kind: 'payment', id: p.id })}
              >
                {p.date} ¥{formatYuan(p.amountFen as Fen)}
              </button>
            )}
            <span className="gd-name" title={p.payer}>
              {p.payer}
            </span>
            <span className="gd-quiet">
              {t(`payment.methods.${p.method as 'bank'}`)}
              {p.parts.length > 1 && ` · ${t('payment.shared', { count: p.parts.length })}`}
              {p.parts.length === 1 && ` · ${data.names[p.parts[0]?.memberId ?? ''] ?? ''}`}
            </span>
            {p.overFen > 0 && (
              <span className="gd-amber">
                {t('payment.over', { amount: `¥${formatYuan(p.overFen as Fen)}` })}
              </span>
            )}
            {p.removedAt && <StatusChip>{t('payment.withdrawn')}</StatusChip>}
            {p.removedAt && p.remedies.length > 0 && (
              <p className="gd-amber">
                <Icon name="warning" size={13} />{' '}
                {t('payment.withdrawnWarn', {
                  list: inWords(p.remedies.map((r) => `${bilingual(r.words)} ${r.date}`)),
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
