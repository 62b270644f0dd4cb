import { Button, Input } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isPlainDate } from '../../../../shared/kernel/date.ts';
import { DateInput } from '../../../ui/DateInput.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { blankPayment, type MonthRow } from './rows.ts';

/** What one line of the months table has no room for: several payments and deductions, each with its ground. */
export function RowDetails({
  row,
  onChange,
  readOnly,
}: {
  readonly row: MonthRow;
  readonly onChange: (row: MonthRow) => void;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('case');
  const noteId = useId();
  return (
    <div className="gd-row-details">
      <Lines
        legend={t('months.payments')}
        addLabel={t('months.addPayment')}
        items={row.paid}
        blank={blankPayment}
        onChange={(paid) => onChange({ ...row, paid })}
        readOnly={readOnly}
      >
        {(payment, set) => (
          <>
            <DateInput
              value={isPlainDate(payment.date) ? payment.date : null}
              onChange={(date) => set({ date: date ?? '' })}
              aria-label={t('months.paidOn')}
            />
            <Cell label={t('months.amount')} value={payment.amount} onChange={(amount) => set({ amount })} />
            <Cell label={t('months.method')} value={payment.method} onChange={(method) => set({ method })} />
            <Cell
              label={t('months.voucher')}
              value={payment.voucher}
              onChange={(voucher) => set({ voucher })}
            />
          </>
        )}
      </Lines>
      <Lines
        legend={t('months.deductions')}
        addLabel={t('months.addDeduction')}
        items={row.deductions}
        blank={{ amount: '', basis: '' }}
        onChange={(deductions) => onChange({ ...row, deductions })}
        readOnly={readOnly}
      >
        {(deduction, set) => (
          <>
            <Cell
              label={t('months.amount')}
              value={deduction.amount}
              onChange={(amount) => set({ amount })}
            />
            <Cell label={t('months.basis')} value={deduction.basis} onChange={(basis) => set({ basis })} />
          </>
        )}
      </Lines>
      <fieldset disabled={readOnly}>
        <legend>{t('months.overtime')}</legend>
        <div className="gd-line">
          {(['workday', 'restDay', 'holiday'] as const).map((key) => (
            <Cell
              key={key}
              label={t(`months.overtimeRate.${key}`)}
              value={row.overtime[key]}
              onChange={(text) => onChange({ ...row, overtime: { ...row.overtime, [key]: text } })}
            />
          ))}
        </div>
      </fieldset>
      <label className="gd-note" htmlFor={noteId}>
        <span>{t('months.note')}</span>
        <Input
          id={noteId}
          size="small"
          value={row.note}
          disabled={readOnly}
          onChange={(e) => onChange({ ...row, note: e.target.value })}
        />
      </label>
    </div>
  );
}

/** A list that grows and shrinks a line at a time. */
function Lines<T extends object>(props: {
  legend: string;
  addLabel: string;
  items: readonly T[];
  blank: T;
  onChange: (items: T[]) => void;
  readOnly: boolean;
  children: (item: T, set: (over: Partial<T>) => void) => ReactNode;
}) {
  const { legend, addLabel, items, blank, onChange, readOnly, children } = props;
  const { t } = useTranslation('case');
  return (
    <fieldset disabled={readOnly}>
      <legend>{legend}</legend>
      {items.map((item, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: payments and deductions have no identity of their own
        <div key={i} className="gd-line">
          {children(item, (over) => onChange(items.map((o, at) => (at === i ? { ...o, ...over } : o))))}
          <button
            type="button"
            className="gd-icon-button"
            aria-label={t('action.remove')}
            onClick={() => onChange(items.filter((_, at) => at !== i))}
          >
            <Icon name="close" size={14} />
          </button>
        </div>
      ))}
      <Button size="small" type="text" onClick={() => onChange([...items, blank])}>
        {addLabel}
      </Button>
    </fieldset>
  );
}

function Cell(props: { label: string; value: string; onChange: (value: string) => void }) {
  const { label, value, onChange } = props;
  return (
    <Input
      size="small"
      value={value}
      placeholder={label}
      aria-label={label}
      onChange={(e) => onChange(e.target.value)}
    />
  );
}
