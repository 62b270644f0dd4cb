import { Checkbox } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { allocate, type Ledger } from '../../../../shared/features/outcomes/ledger.rules.ts';
import { paymentMethods, paymentSchema } from '../../../../shared/features/outcomes/outcome.schemas.ts';
import type { PaymentView } from '../../../../shared/features/outcomes/outcomes.contract.ts';
import { type Fen, fen, formatYuan } from '../../../../shared/kernel/money.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { issuesOf } from '../../../ui/failure-text.ts';
import { Icon } from '../../../ui/icons.tsx';
import { MoneyInput } from '../../../ui/MoneyInput.tsx';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { useToday } from '../../../ui/today.ts';
import type { FieldWord, FieldWords } from '../../../ui/versions/words.tsx';
import { useSheetDraft } from '../case.queries.ts';
import { Field } from '../form/Field.tsx';
import { ChoiceField, DateField, TextField } from '../form/fields.tsx';
import { EditSheet } from '../sheets/EditSheet.tsx';
import type { TabProps } from '../tabs/tab.ts';
import { MoneyCell } from './MoneyCell.tsx';
import './outcome.css';
import { useListText } from '../../../ui/list-text.ts';
import { Select } from '../../../ui/Select.tsx';
import type { OutcomeData } from './outcome-form.ts';

type Parts = Readonly<Record<string, Fen>>;

const anyDue = '-';
const shownAtMost = 100;

/** The account as it stands without the payment at hand, for sharing it out anew. */
function without(ledger: OutcomeData['ledger'], id: string | undefined): Ledger {
  const workers = ledger.workers.map((w) => {
    const cells = w.cells.map((c) => {
      const own = c.payments.filter((p) => p.id === id).reduce((s, p) => s + p.amountFen, 0);
      return { ...c, openFen: fen(c.openFen + own) };
    });
    return { ...w, cells, openFen: fen(cells.reduce((s, c) => s + c.openFen, 0)) };
  });
  return { ...ledger, workers } as unknown as Ledger;
}

/** One payment: who paid what, for whom, and for which instalment. */
export function PaymentSheet(
  props: TabProps & { readonly data: OutcomeData; readonly record: PaymentView | null },
) {
  const { file, data, record, readOnly } = props;
  const { t } = useTranslation('outcome');
  const listed = useListText();
  const bilingual = useBilingual();
  const today = useToday();
  const { undoable } = useNotices();
  const { draft, change } = useSheetDraft(file, record, () => ({
    date: (record?.date ?? today) as string,
    amountFen: (record?.amountFen ?? null) as Fen | null,
    payer: record?.payer ?? data.employer,
    method: (record?.method ?? 'bank') as (typeof paymentMethods)[number],
    voucher: record?.voucher ?? '',
    note: record?.note ?? '',
    allocation: record?.allocation ?? ('oldest' as const),
    some: record !== null && record.memberIds !== null,
    memberIds: (record?.memberIds ?? []) as readonly string[],
    parts: Object.fromEntries((record?.parts ?? []).map((p) => [p.memberId, fen(p.amountFen)])) as Parts,
    toDue: record?.toDue ? `${record.toDue.outcomeId}/${record.toDue.n}` : anyDue,
    keep: (record?.overFen ?? 0) > 0,
  }));
  const { form, set: setForm } = draft;
  const ledger = useMemo(() => without(data.ledger, record?.id), [data.ledger, record?.id]);
  const chosen = form.allocation === 'chosen';
  const [outcomeId = '', n = '1'] = form.toDue.split('/');
  const toDue = form.toDue === anyDue ? null : { outcomeId, n: Number(n) };
  const parts = Object.entries(form.parts).flatMap(([memberId, amountFen]) =>
    amountFen > 0 ? [{ memberId, amountFen }] : [],
  );
  const payment = {
    date: form.date,
    amountFen: form.amountFen ?? 0,
    payer: form.payer,
    method: form.method,
    voucher: form.voucher,
    note: form.note,
    allocation: form.allocation,
    memberIds: !chosen && form.some ? [...form.memberIds] : null,
    parts: chosen ? parts : [],
    toDue,
    overpayment: form.keep ? ('keep' as const) : ('refuse' as const),
  };
  const shared = allocate(
    fen(payment.amountFen),
    ledger,
    !chosen && form.some ? form.memberIds : null,
    toDue,
  );
  const given = parts.reduce((s, p) => s + p.amountFen, 0);
  const openOf = new Map(ledger.workers.map((w) => [w.memberId, w.openFen]));
  const overFen = chosen
    ? parts.reduce((s, p) => s + Math.max(0, p.amountFen - (openOf.get(p.memberId) ?? 0)), 0)
    : shared.overFen;
  const checked = paymentSchema.safeParse(payment);
  const issues = [
    ...(form.amountFen === null
      ? [{ path: 'amountFen', code: 'required' }]
      : checked.success
        ? []
        : issuesOf(checked.error)),
    ...(form.date > today ? [{ path: 'date', code: 'payment-in-future' }] : []),
    ...(chosen && form.amountFen !== null && given !== form.amountFen
      ? [
          {
            path: 'parts',
            code: 'parts-not-total',
            params: { sum: formatYuan(fen(given)), total: formatYuan(form.amountFen) },
          },
        ]
      : []),
    ...(overFen > 0 && !form.keep
      ? [
          {
            path: 'amountFen',
            code: 'payment-above-owed',
            params: { owed: formatYuan(fen(payment.amountFen - overFen)), over: formatYuan(fen(overFen)) },
          },
        ]
      : []),
  ];
  const id = record?.id;
  const restore = () => change('outcomes.restorePayment', { paymentId: id ?? '' });
  const nameOf = (memberId: string): string => data.names[memberId] ?? '';
  const words: FieldWords = {
    ...Object.fromEntries(
      ledger.workers.map((w): [string, FieldWord] => [
        `parts.${w.memberId}`,
        {
          label: `${t('payment.amount')} · ${nameOf(w.memberId)}`,
          text: (v: number | undefined) => (v === undefined ? null : formatYuan(fen(v))),
        },
      ]),
    ),
    some: {
      label: t('payment.workers'),
      text: (v: boolean) => t(v ? 'payment.some' : 'payment.everybody'),
    },
    memberIds: {
      label: t('payment.choose'),
      text: (ids: readonly string[]) => listed(ids.map(nameOf)),
    },
    keep: { label: t('payment.overpayment') },
  };
  const rows = chosen
    ? ledger.workers.map((w) => ({ memberId: w.memberId, amountFen: form.parts[w.memberId] ?? null }))
    : shared.parts;
  return (
    <EditSheet
      title={record ? t('payment.of', { day: record.date }) : t('payment.new')}
      issues={issues}
      dirty={draft.dirty || record === null}
      draft={draft}
      words={words}
      restore={restore}
      readOnly={readOnly}
      save={() => change('outcomes.savePayment', { paymentId: id ?? null, payment })}
      removes={id === undefined ? undefined : { kind: 'payment', id }}
      onRemove={
        id === undefined
          ? undefined
          : async () => {
              await change('outcomes.removePayment', { paymentId: id });
              undoable(t('payment.removed'), restore);
            }
      }
    >
      {record && record.remedies.length > 0 && (
        <p className="note note-amber">
          {t('payment.remedies', {
            list: listed(record.remedies.map((r) => `${bilingual(r.words)} ${r.date}`)),
          })}
        </p>
      )}
      <div className="gd-grid">
        <DateField
          path="date"
          label={t('payment.date')}
          required
          value={form.date}
          onChange={(date) => setForm({ ...form, date })}
        />
        <Field path="amountFen" label={t('payment.amount')} required>
          {(f) => (
            <MoneyInput
              {...f}
              value={form.amountFen}
              onChange={(amountFen) => setForm({ ...form, amountFen })}
            />
          )}
        </Field>
        <ChoiceField
          path="method"
          label={t('payment.method')}
          value={form.method}
          onChange={(method) => setForm({ ...form, method })}
          options={paymentMethods.map((value) => ({ value, label: t(`payment.methods.${value}`) }))}
        />
        <TextField
          path="payer"
          label={t('payment.payer')}
          required
          value={form.payer}
          onChange={(payer) => setForm({ ...form, payer })}
          span={4}
        />
        <TextField
          path="voucher"
          label={t('payment.voucher')}
          value={form.voucher}
          onChange={(voucher) => setForm({ ...form, voucher })}
        />
        <ChoiceField
          path="allocation"
          label={t('payment.allocation')}
          value={form.allocation}
          onChange={(allocation) => setForm({ ...form, allocation })}
          options={(['oldest', 'chosen'] as const).map((value) => ({ value, label: t(`payment.${value}`) }))}
          span={3}
        />
        <ChoiceField
          path="toDue"
          label={t('payment.toDue')}
          value={form.toDue}
          onChange={(v) => setForm({ ...form, toDue: v })}
          options={[
            { value: anyDue, label: t('payment.toDueNone') },
            ...ledger.dues.map((d) => ({
              value: `${d.outcomeId}/${d.n}`,
              label: `${t('plan.n', { n: d.n })} ${d.due ?? ''} ¥${formatYuan(d.amountFen)}`,
            })),
          ]}
          span={3}
        />
        {!chosen && ledger.workers.length > 1 && (
          <>
            <ChoiceField
              path="some"
              label={t('payment.workers')}
              value={form.some ? 'some' : 'everybody'}
              onChange={(v) => setForm({ ...form, some: v === 'some' })}
              options={(['everybody', 'some'] as const).map((value) => ({
                value,
                label: t(`payment.${value}`),
              }))}
              span={3}
            />
            {form.some && (
              <Field path="memberIds" label={t('payment.choose')} required span={6}>
                {(f) => (
                  <Select
                    {...f}
                    mode="multiple"
                    value={[...form.memberIds]}
                    onChange={(memberIds: string[]) => setForm({ ...form, memberIds })}
                    options={ledger.workers.map((w) => ({
                      value: w.memberId,
                      label: data.names[w.memberId] ?? '',
                    }))}
                    showSearch={{ optionFilterProp: 'label' }}
                  />
                )}
              </Field>
            )}
          </>
        )}
        <TextField
          path="note"
          label={t('payment.note')}
          value={form.note}
          onChange={(note) => setForm({ ...form, note })}
          span={6}
        />
      </div>
      {overFen > 0 && (
        <p className="note note-amber">
          <Checkbox checked={form.keep} onChange={(e) => setForm({ ...form, keep: e.target.checked })}>
            {t('payment.overpayment')}
          </Checkbox>
          <br />
          {t('payment.overpaymentHelp', {
            owed: formatYuan(fen(payment.amountFen - overFen)),
            over: formatYuan(fen(overFen)),
          })}
        </p>
      )}
      <h3>
        {t('payment.result')}{' '}
        {chosen && form.amountFen !== null && given !== form.amountFen && (
          <span className="gd-amber tabular">
            {t('payment.left', { amount: formatYuan(fen(form.amountFen - given)) })}
          </span>
        )}
      </h3>
      <table className="gd-table" data-field="parts">
        <thead>
          <tr>
            <th>{t('line.worker')}</th>
            <th className="gd-num">{t('ledger.open')}</th>
            <th className="gd-num">{t('payment.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, chosen ? rows.length : shownAtMost).map((row) => (
            <tr key={row.memberId}>
              <td>{data.names[row.memberId]}</td>
              <td className="gd-num">
                <MoneyText fen={openOf.get(row.memberId) ?? 0} />
              </td>
              <td className="gd-num">
                {chosen ? (
                  <MoneyCell
                    value={row.amountFen}
                    label={data.names[row.memberId] ?? ''}
                    disabled={readOnly}
                    onChange={(amount) =>
                      setForm({ ...form, parts: { ...form.parts, [row.memberId]: amount ?? fen(0) } })
                    }
                  />
                ) : (
                  <MoneyText fen={row.amountFen ?? 0} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!chosen && rows.length > shownAtMost && (
        <p className="gd-quiet">
          <Icon name="group" size={13} /> {t('payment.shared', { count: rows.length })}
        </p>
      )}
    </EditSheet>
  );
}
