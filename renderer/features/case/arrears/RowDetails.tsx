import { Button, Input } from 'antd';
import { useId } from 'react';
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
      <fieldset disabled={readOnly}>
        <legend>{t('months.payments')}</legend>
        {row.paid.map((payment, i) => {
          const set = (over: Partial<typeof payment>): void =>
            onChange({ ...row, paid: row.paid.map((p, at) => (at === i ? { ...p, ...over } : p)) });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: payments have no identity of their own
            <div key={i} className="gd-line">
              <DateInput
                value={isPlainDate(payment.date) ? payment.date : null}
                onChange={(date) => set({ date: date ?? '' })}
                aria-label={t('months.paidOn')}
              />
              <Input
                size="small"
                value={payment.amount}
                placeholder={t('months.amount')}
                aria-label={t('months.amount')}
                onChange={(e) => set({ amount: e.target.value })}
              />
              <Input
                size="small"
                value={payment.method}
                placeholder={t('months.method')}
                aria-label={t('months.method')}
                onChange={(e) => set({ method: e.target.value })}
              />
              <Input
                size="small"
                value={payment.voucher}
                placeholder={t('months.voucher')}
                aria-label={t('months.voucher')}
                onChange={(e) => set({ voucher: e.target.value })}
              />
              <button
                type="button"
                className="gd-icon-button"
                aria-label={t('action.remove')}
                onClick={() => onChange({ ...row, paid: row.paid.filter((_, at) => at !== i) })}
              >
                <Icon name="close" size={14} />
              </button>
            </div>
          );
        })}
        <Button
          size="small"
          type="text"
          onClick={() => onChange({ ...row, paid: [...row.paid, blankPayment] })}
        >
          {t('months.addPayment')}
        </Button>
      </fieldset>
      <fieldset disabled={readOnly}>
        <legend>{t('months.deductions')}</legend>
        {row.deductions.map((deduction, i) => {
          const set = (over: Partial<typeof deduction>): void =>
            onChange({
              ...row,
              deductions: row.deductions.map((d, at) => (at === i ? { ...d, ...over } : d)),
            });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: deductions have no identity of their own
            <div key={i} className="gd-line">
              <Input
                size="small"
                value={deduction.amount}
                placeholder={t('months.amount')}
                aria-label={t('months.amount')}
                onChange={(e) => set({ amount: e.target.value })}
              />
              <Input
                size="small"
                value={deduction.basis}
                placeholder={t('months.basis')}
                aria-label={t('months.basis')}
                onChange={(e) => set({ basis: e.target.value })}
              />
              <button
                type="button"
                className="gd-icon-button"
                aria-label={t('action.remove')}
                onClick={() => onChange({ ...row, deductions: row.deductions.filter((_, at) => at !== i) })}
              >
                <Icon name="close" size={14} />
              </button>
            </div>
          );
        })}
        <Button
          size="small"
          type="text"
          onClick={() => onChange({ ...row, deductions: [...row.deductions, { amount: '', basis: '' }] })}
        >
          {t('months.addDeduction')}
        </Button>
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
