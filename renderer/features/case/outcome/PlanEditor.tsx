import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../../shared/features/outcomes/outcome.schemas.ts';
import {
  lastDayOf,
  monthlyDates,
  type Remainder,
  restDays,
  splitEqually,
} from '../../../../shared/features/outcomes/split.rules.ts';
import { addMonths, type PlainDate } from '../../../../shared/kernel/date.ts';
import { type Fen, fen, formatYuan } from '../../../../shared/kernel/money.ts';
import { DateInput } from '../../../ui/DateInput.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useToday } from '../../../ui/today.ts';
import { useLawData } from '../../law/law-data.ts';
import { useShownIssues } from '../form/issues.tsx';
import { IssueLine } from './IssueLine.tsx';
import { MoneyCell } from './MoneyCell.tsx';

/** When and how the sum is paid: in one payment, or in instalments that add up to it. */
export function PlanEditor(props: {
  readonly plan: Plan;
  readonly totalFen: Fen;
  readonly onChange: (plan: Plan) => void;
}) {
  const { plan, totalFen, onChange } = props;
  const { t } = useTranslation('outcome');
  const today = useToday();
  const law = useLawData().tables;
  const { shown } = useShownIssues();
  const [count, setCount] = useState('3');
  const [first, setFirst] = useState<PlainDate | null>(null);
  const [step, setStep] = useState<1 | 100>(100);
  const n = /^\d{1,3}$/.test(count.trim()) ? Number(count) : 0;
  const { instalments } = plan;
  const planned = fen(instalments.reduce((s, i) => s + i.amountFen, 0));
  const split = (): void => {
    const start = first ?? addMonths(today, 1);
    const dates = monthlyDates(start, n);
    const parts = splitEqually(totalFen, n, plan.remainder, step);
    onChange({
      ...plan,
      instalments: dates.map((due, i) => ({ due, amountFen: parts[i] ?? fen(0) })),
    });
  };
  const set = (i: number, patch: Partial<Plan['instalments'][number]>): void =>
    onChange({ ...plan, instalments: instalments.map((row, k) => (k === i ? { ...row, ...patch } : row)) });
  const last = instalments.at(-1);
  return (
    <section>
      <h3>{t('plan.title')}</h3>
      <fieldset className="gd-fill">
        <div className="outcome-labelled">
          <span>{t('plan.count')}</span>
          <Input
            size="small"
            aria-label={t('plan.count')}
            style={{ width: 60 }}
            inputMode="numeric"
            value={count}
            onChange={(e) => setCount(e.target.value)}
          />
        </div>
        <div className="outcome-labelled">
          <span>{t('plan.first')}</span>
          <DateInput
            value={first}
            onChange={setFirst}
            aria-label={t('plan.first')}
            placeholder={addMonths(today, 1)}
          />
        </div>
        <div className="outcome-labelled">
          <span>{t('plan.step')}</span>
          <Select
            size="small"
            aria-label={t('plan.step')}
            value={step}
            onChange={setStep}
            options={[
              { value: 100 as const, label: t('plan.stepYuan') },
              { value: 1 as const, label: t('plan.stepFen') },
            ]}
          />
        </div>
        <div className="outcome-labelled">
          <span>{t('plan.remainder')}</span>
          <Select<Remainder>
            size="small"
            aria-label={t('plan.remainder')}
            value={plan.remainder}
            onChange={(remainder) => onChange({ ...plan, remainder })}
            options={[
              { value: 'first', label: t('plan.remainderFirst') },
              { value: 'last', label: t('plan.remainderLast') },
            ]}
          />
        </div>
        <Button size="small" disabled={n < 1 || n > 120 || totalFen < n} onClick={split}>
          {t('plan.split')}
        </Button>
        <span className="gd-quiet">
          {t('plan.rule', {
            where: t(plan.remainder === 'first' ? 'plan.remainderFirst' : 'plan.remainderLast'),
          })}
        </span>
      </fieldset>
      {instalments.length === 0 ? (
        <p className="gd-quiet">{t('plan.single')}</p>
      ) : (
        <table className="gd-table outcome-plan" data-field="plan.instalments">
          <thead>
            <tr>
              <th>{t('ledger.n')}</th>
              <th>{t('plan.due')}</th>
              <th className="gd-num">{t('plan.amount')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {instalments.map((row, i) => {
              const until = lastDayOf(row.due, plan.restDay, law.calendar);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: an instalment is its place in the list
                <tr key={i}>
                  <td>{t('plan.n', { n: i + 1 })}</td>
                  <td data-field={`plan.instalments.${i}.due`}>
                    <DateInput
                      value={row.due}
                      onChange={(due) => due && set(i, { due })}
                      aria-label={`${t('plan.n', { n: i + 1 })} ${t('plan.due')}`}
                    />
                    {until !== row.due && (
                      <p className="gd-amber">
                        <Icon name="warning" size={13} /> {t('plan.isRest', { day: row.due, last: until })}
                      </p>
                    )}
                    {plan.restDay === 'same' && !law.calendar.isWorkingDay(row.due) && (
                      <p className="gd-amber">
                        <Icon name="warning" size={13} /> {t('plan.isRest', { day: row.due, last: row.due })}
                      </p>
                    )}
                    <IssueLine issue={shown.get(`plan.instalments.${i}.due`)} />
                  </td>
                  <td className="gd-num">
                    <MoneyCell
                      value={row.amountFen}
                      label={`${t('plan.n', { n: i + 1 })} ${t('plan.amount')}`}
                      onChange={(amount) => set(i, { amountFen: amount ?? fen(0) })}
                    />
                    <IssueLine issue={shown.get(`plan.instalments.${i}.amountFen`)} />
                  </td>
                  <td>
                    <button
                      type="button"
                      className="gd-icon-button"
                      aria-label={t('plan.removeOne', { n: i + 1 })}
                      onClick={() =>
                        onChange({ ...plan, instalments: instalments.filter((_, k) => k !== i) })
                      }
                    >
                      <Icon name="close" size={13} />
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <IssueLine issue={shown.get('plan.instalments')} />
      {instalments.length > 0 && (
        <p className={planned === totalFen ? 'gd-quiet tabular' : 'gd-amber tabular'} role="status">
          {t('plan.sum', { planned: formatYuan(planned), total: formatYuan(totalFen) })}
        </p>
      )}
      <div className="outcome-acts">
        <Button
          size="small"
          onClick={() =>
            onChange({
              ...plan,
              instalments: [
                ...instalments,
                {
                  due: addMonths(last?.due ?? today, 1),
                  amountFen: fen(Math.max(0, totalFen - planned)),
                },
              ],
            })
          }
        >
          {t('plan.addOne')}
        </Button>
        {instalments.length > 0 && (
          <Button size="small" type="text" onClick={() => onChange({ ...plan, instalments: [] })}>
            {t('plan.clear')}
          </Button>
        )}
      </div>
      <div className="outcome-acts">
        <span>{t('plan.restDay')}</span>
        <Select
          size="small"
          aria-label={t('plan.restDay')}
          value={plan.restDay}
          onChange={(restDay) => onChange({ ...plan, restDay })}
          popupMatchSelectWidth={false}
          options={restDays.map((value) => ({ value, label: t(`plan.rest.${value}`) }))}
        />
        <Checkbox
          checked={plan.acceleration}
          onChange={(e) => onChange({ ...plan, acceleration: e.target.checked })}
        >
          {t('plan.acceleration')}
        </Checkbox>
      </div>
    </section>
  );
}
