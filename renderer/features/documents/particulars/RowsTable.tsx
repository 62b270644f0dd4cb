import { Button, Input } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CellType,
  Field,
  RowColumns,
} from '../../../../shared/features/documents/particulars/particular.ts';
import { isPlainDate } from '../../../../shared/kernel/date.ts';
import type { Fen } from '../../../../shared/kernel/money.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { DateInput } from '../../../ui/DateInput.tsx';
import { issueSentence } from '../../../ui/failure-text.ts';
import { Icon } from '../../../ui/icons.tsx';
import { MoneyInput } from '../../../ui/MoneyInput.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useToday } from '../../../ui/today.ts';
import { useShownIssues } from '../../case/form/issues.tsx';
import { pastedRows } from './paste.ts';

export type DraftRow = Readonly<Record<string, unknown>>;

/** Rows of one field, typed or pasted from a spreadsheet. */
export function RowsTable({
  path,
  columns,
  rows,
  onChange,
  readOnly,
}: {
  path: string;
  columns: RowColumns;
  rows: readonly DraftRow[];
  onChange: (rows: readonly DraftRow[]) => void;
  readOnly: boolean;
}) {
  const { t } = useTranslation('documents');
  const pick = useBilingual();
  const { shown } = useShownIssues();
  const { t: te } = useTranslation('errors');
  const today = useToday();
  const keys = Object.keys(columns);
  // Rows have no identity of their own; a removed one must not hand its half-typed text to the next.
  const ids = useRef<number[]>([]);
  const counter = useRef(0);
  while (ids.current.length < rows.length) ids.current.push(++counter.current);
  const setCell = (index: number, key: string, value: unknown): void =>
    onChange(rows.map((row, i) => (i === index ? { ...row, [key]: value } : row)));
  const remove = (index: number): void => {
    ids.current = ids.current.filter((_, i) => i !== index);
    onChange(rows.filter((_, i) => i !== index));
  };
  const paste = (index: number, key: string, e: React.ClipboardEvent): void => {
    const text = e.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trim())) return;
    e.preventDefault();
    const block = pastedRows(text, columns, keys.indexOf(key), today);
    ids.current = ids.current.slice(0, index);
    onChange([
      ...rows.slice(0, index),
      ...block.map((row, i) => ({ ...rows[index + i], ...row })),
      ...rows.slice(index + block.length),
    ]);
  };
  return (
    <div className="gd-rows">
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              {keys.map((key) => (
                <th key={key} scope="col">
                  {pick((columns[key] as Field).label)}
                </th>
              ))}
              <th aria-label={t('particulars.removeRow')} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={ids.current[index]}>
                {keys.map((key) => {
                  const column = columns[key] as Field<CellType>;
                  const place = `${path}.${index}.${key}`;
                  const issue = shown.get(place);
                  return (
                    <td key={key} data-field={place} onPaste={(e) => paste(index, key, e)}>
                      <Cell
                        type={column.type}
                        label={`${pick(column.label)} ${index + 1}`}
                        value={row[key]}
                        onChange={(v) => setCell(index, key, v)}
                        bad={issue ? issueSentence(te, issue) : null}
                      />
                    </td>
                  );
                })}
                <td>
                  {!readOnly && (
                    <button
                      type="button"
                      className="gd-icon-button"
                      aria-label={`${t('particulars.removeRow')} ${index + 1}`}
                      onClick={() => remove(index)}
                    >
                      <Icon name="close" size={13} />
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!readOnly && (
        <Button size="small" onClick={() => onChange([...rows, {}])}>
          {t('particulars.addRow')}
        </Button>
      )}
    </div>
  );
}

function Cell({
  type,
  label,
  value,
  onChange,
  bad,
}: {
  type: CellType;
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
  bad: string | null;
}) {
  const { t } = useTranslation('documents');
  const pick = useBilingual();
  const invalid = bad ? ({ 'aria-invalid': true, title: bad } as const) : {};
  switch (type.kind) {
    case 'date':
      return (
        <DateInput
          aria-label={label}
          value={isPlainDate(value) ? value : null}
          onChange={(date) => onChange(date)}
        />
      );
    case 'money':
      return (
        <MoneyInput
          aria-label={label}
          value={typeof value === 'number' ? (value as Fen) : null}
          onChange={onChange}
        />
      );
    case 'choice':
    case 'yes-no':
      return (
        <Select
          aria-label={label}
          allowClear
          value={value === null || value === undefined ? null : String(value)}
          onChange={(v: string | null) =>
            onChange(
              type.kind === 'choice' ? (v ?? null) : v === undefined || v === null ? null : v === 'true',
            )
          }
          options={
            type.kind === 'choice'
              ? type.options.map((o) => ({ value: o.value, label: pick(o.label) }))
              : [
                  { value: 'true', label: t('particulars.yes') },
                  { value: 'false', label: t('particulars.no') },
                ]
          }
          popupMatchSelectWidth={false}
        />
      );
    default:
      return (
        <Input
          aria-label={label}
          {...invalid}
          status={bad ? 'error' : ''}
          value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
          placeholder={type.kind === 'moment' ? '2026-01-31 14:30' : ''}
          autoComplete="off"
          onChange={(e) => onChange(e.target.value)}
        />
      );
  }
}
