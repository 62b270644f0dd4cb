import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Fen } from '../../../shared/kernel/money.ts';
import { Icon } from '../../ui/icons.tsx';
import { MoneyInput } from '../../ui/MoneyInput.tsx';

type Row = Readonly<Record<string, unknown>>;

/** A short table that is typed row by row. An amount that is left blank is not known. */
export function RowsField({
  path,
  columns,
  empty,
  value,
  onChange,
  errors,
}: {
  path: string;
  columns: readonly { readonly key: string; readonly label: string; readonly type: 'line' | 'money' }[];
  empty: Row;
  value: unknown;
  onChange: (value: unknown) => void;
  errors: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation('legal-aid');
  const rows = Array.isArray(value) ? (value as Row[]) : [];
  const set = (at: number, change: Row): void =>
    onChange(rows.map((r, i) => (i === at ? { ...r, ...change } : r)));
  return (
    <div>
      {rows.length > 0 && (
        <table className="list aid-rows">
          <thead>
            <tr>
              {columns.map((c) => (
                <th scope="col" key={c.key}>
                  {c.label}
                </th>
              ))}
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place
              <tr key={i}>
                {columns.map((c) => {
                  const error = errors[`${path}.${i}.${c.key}`];
                  return (
                    <td key={c.key}>
                      {c.type === 'line' ? (
                        <Input
                          aria-label={`${c.label} ${i + 1}`}
                          status={error ? 'error' : ''}
                          value={String(row[c.key] ?? '')}
                          onChange={(e) => set(i, { [c.key]: e.target.value })}
                        />
                      ) : (
                        <MoneyInput
                          aria-label={`${c.label} ${i + 1}`}
                          value={typeof row[c.key] === 'number' ? (row[c.key] as Fen) : null}
                          onChange={(amount) => set(i, { [c.key]: amount })}
                        />
                      )}
                      {error && (
                        <p className="field-error" role="alert">
                          {error}
                        </p>
                      )}
                    </td>
                  );
                })}
                <td>
                  <Button
                    type="text"
                    aria-label={`${t('removeRow')} ${i + 1}`}
                    icon={<Icon name="close" size={14} />}
                    onClick={() => onChange(rows.filter((_, at) => at !== i))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button size="small" icon={<Icon name="plus" size={12} />} onClick={() => onChange([...rows, empty])}>
        {t('addRow')}
      </Button>
    </div>
  );
}
