import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import { rosterFields } from '../../../shared/features/transfer/roster.types.ts';
import type { Correction } from '../../../shared/features/transfer/sheet.ts';

/** The known cells of a row that stays out, to be put right without going back to the spreadsheet. */
export function RowFix(props: {
  readonly worker: Output<'transfer.preview'>['workers'][number];
  readonly onFix: (correction: Correction) => void;
}) {
  const { t } = useTranslation('import-ui');
  const id = useId();
  const { row, cells } = props.worker;
  const keep = (column: string, before: string, text: string): void => {
    if (text !== before) props.onFix({ row, column, text });
  };
  return (
    <div className="gd-row-fix">
      {cells.map(({ field: name, column, text }) => {
        const field = rosterFields.find((f) => f === name);
        return (
          <label key={column} htmlFor={`${id}${column}`}>
            <span>
              {field ? t(`field.${field}`) : name} <span className="gd-quiet tabular">{column}</span>
            </span>
            <Input
              key={text}
              id={`${id}${column}`}
              size="small"
              defaultValue={text}
              onPressEnter={(e) => keep(column, text, e.currentTarget.value)}
              onBlur={(e) => keep(column, text, e.currentTarget.value)}
            />
          </label>
        );
      })}
    </div>
  );
}
