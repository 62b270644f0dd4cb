import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldIssue } from '../../../../shared/kernel/errors.ts';
import { issueSentence } from '../../../ui/failure-text.ts';
import { Icon } from '../../../ui/icons.tsx';
import { isEnter } from '../../../ui/keyboard.ts';
import { Select } from '../../../ui/Select.tsx';
import { useToday } from '../../../ui/today.ts';
import type { FieldSpec } from './fields.ts';
import { type FieldWords, pasteWords } from './labels.ts';
import { cellText, looksLikeTable, type PasteWords, parseTable } from './paste.ts';
import { mainColumns } from './sections.ts';
import { isBlankRow, type RawRow } from './values.ts';

const fewColumns = 6;

/** A list input as a small table. A block from a spreadsheet can be pasted into any cell. */
export function ListTable(props: {
  calculatorId: string;
  field: FieldSpec;
  words: FieldWords;
  rows: readonly RawRow[];
  issues: ReadonlyMap<string, FieldIssue>;
  onChange: (rows: readonly RawRow[]) => void;
  /** Words by which pasted headings are read; the calculator's own when left out. */
  pasting?: PasteWords;
  /** Columns that are there from the start; those of the calculator when left out. */
  main?: readonly string[];
}) {
  const { calculatorId, field, words, rows: given, issues, onChange } = props;
  const { t } = useTranslation('law');
  const { t: te } = useTranslation('errors');
  const today = useToday();
  const table = useRef<HTMLTableElement>(null);
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [pasted, setPasted] = useState<string | null>(null);
  const rows = given.length > 0 ? given : [{}];
  const first = props.main ?? mainColumns[`${calculatorId}.${field.name}`] ?? mainColumns[field.name];
  const isShown = (c: FieldSpec): boolean =>
    field.columns.length <= fewColumns ||
    asked.includes(c.name) ||
    (first ? first.includes(c.name) : c.required) ||
    rows.some((r) => (r[c.name] ?? '') !== '');
  const shown = field.columns.filter(isShown);
  const hidden = field.columns.filter((c) => !isShown(c));
  const pasting = props.pasting ?? pasteWords(calculatorId);

  const set = (index: number, column: FieldSpec, text: string): void =>
    onChange(rows.map((r, i) => (i === index ? { ...r, [column.name]: text } : r)));
  const focusRow = (index: number): void => {
    requestAnimationFrame(() =>
      table.current?.querySelectorAll('tbody tr')[index]?.querySelector<HTMLElement>('input')?.focus(),
    );
  };
  const add = (): void => {
    onChange([...rows, {}]);
    focusRow(rows.length);
  };
  const paste = (index: number, column: FieldSpec, e: React.ClipboardEvent): void => {
    const text = e.clipboardData.getData('text/plain');
    if (!looksLikeTable(text)) return;
    const from = shown.slice(shown.indexOf(column));
    const block = parseTable(text, field.columns, from, today, pasting);
    if (block.rows.length === 0) return;
    e.preventDefault();
    const after = rows.slice(index).filter((r) => !isBlankRow(r));
    onChange([...rows.slice(0, index), ...block.rows, ...after]);
    setPasted(t('calc.pasted', { count: block.rows.length, skipped: block.skipped }));
  };
  const tidy = (index: number, column: FieldSpec, text: string): void => {
    if (column.kind !== 'date' && column.kind !== 'month') return;
    const read = cellText(column, text, today, pasting);
    if (read !== text) set(index, column, read);
  };

  return (
    <div className="calc-list" data-field={field.path}>
      <div className="calc-list-scroll">
        <table ref={table}>
          <thead>
            <tr>
              {shown.map((c) => (
                <th key={c.name} scope="col">
                  {words.label(c)}
                  {c.required && !field.bare && (
                    <span className="required" aria-hidden="true">
                      *
                    </span>
                  )}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // Rows have no identity of their own: they are a sheet of text.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <tr key={index}>
                {shown.map((c) => {
                  const path = field.bare ? `${field.path}.${index}` : `${field.path}.${index}.${c.name}`;
                  const issue = issues.get(path);
                  const common = {
                    className: 'calc-cell',
                    'aria-label': t('calc.cell', { row: index + 1, column: words.label(c) }),
                    ...(issue ? { 'aria-invalid': true as const, title: issueSentence(te, issue) } : {}),
                    value: row[c.name] ?? '',
                  };
                  const values = c.kind === 'boolean' ? ['true', 'false'] : c.options.map(String);
                  return (
                    <td key={c.name}>
                      {values.length > 0 ? (
                        <Select
                          className="calc-cell-choice"
                          variant="borderless"
                          aria-label={common['aria-label']}
                          {...(issue ? { status: 'error', 'aria-invalid': true, title: common.title } : {})}
                          allowClear={!c.required}
                          value={common.value === '' ? null : common.value}
                          placeholder="—"
                          popupMatchSelectWidth={false}
                          options={values.map((v) => ({
                            value: v,
                            label:
                              c.kind === 'boolean'
                                ? t(v === 'true' ? 'calc.yes' : 'calc.no')
                                : words.option(c, v),
                          }))}
                          onChange={(v: string | undefined) => set(index, c, v ?? '')}
                        />
                      ) : (
                        <input
                          {...common}
                          autoComplete="off"
                          inputMode={['money', 'number', 'integer'].includes(c.kind) ? 'decimal' : 'text'}
                          placeholder={
                            c.kind === 'month' ? '2026-03' : c.kind === 'date' ? '2026-03-01' : undefined
                          }
                          onChange={(e) => set(index, c, e.target.value)}
                          onBlur={(e) => tidy(index, c, e.target.value)}
                          onPaste={(e) => paste(index, c, e)}
                          onKeyDown={(e) => {
                            if (!isEnter(e)) return;
                            e.preventDefault();
                            tidy(index, c, e.currentTarget.value);
                            if (index === rows.length - 1) add();
                            else focusRow(index + 1);
                          }}
                        />
                      )}
                    </td>
                  );
                })}
                <td>
                  <button
                    type="button"
                    className="bare"
                    aria-label={t('calc.removeRow', { row: index + 1 })}
                    onClick={() => onChange(rows.filter((_, i) => i !== index))}
                  >
                    <Icon name="close" size={13} />
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="calc-list-foot">
        <Button size="small" onClick={add}>
          {t('calc.addRow')}
        </Button>
        {hidden.length > 0 && (
          <Select
            size="small"
            aria-label={t('calc.addColumn')}
            placeholder={t('calc.addColumn')}
            value={null}
            popupMatchSelectWidth={false}
            options={hidden.map((c) => ({ value: c.name, label: words.label(c) }))}
            onChange={(name: string) => setAsked([...asked, name])}
          />
        )}
        <span className="quiet" role="status">
          {pasted ?? t('calc.pasteHint')}
        </span>
      </div>
    </div>
  );
}
