import { useTranslation } from 'react-i18next';
import { rosterFields } from '../../../shared/features/transfer/roster.types.ts';
import { columnLetter } from '../../../shared/features/transfer/sheet.ts';
import { Select } from '../../ui/Select.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { assignColumn, fieldOfColumn, type Mapping } from './columns.ts';

/** Every column of the file with what the program takes it for, above the first rows as they stand in the file. */
export function ColumnMatching({
  headers,
  sample,
  mapping,
  proposed,
  confidence,
  onChange,
}: {
  readonly headers: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly mapping: Mapping;
  readonly proposed: Mapping;
  /** 0–1 by field, of the proposal. */
  readonly confidence: Readonly<Record<string, number>>;
  readonly onChange: (mapping: Mapping) => void;
}) {
  const { t } = useTranslation('import-ui');
  const unused = headers.filter((h, i) => h !== '' && fieldOfColumn(mapping, i) === null).length;
  return (
    <section>
      <header className="gd-bar">
        <h3>{t('columns')}</h3>
        <span className="gd-quiet">{t('columnsHelp', { count: headers.length - unused, unused })}</span>
        {(mapping.name ?? null) === null && <span className="gd-amber">{t('noName')}</span>}
      </header>
      <div className="gd-columns">
        <table className="gd-table">
          <thead>
            <tr>
              {headers.map((header, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position
                <th key={i} scope="col">
                  <span className="gd-quiet tabular">{columnLetter(i)}</span> {header || t('noHeader')}
                </th>
              ))}
            </tr>
            <tr className="gd-match">
              {headers.map((header, i) => {
                const field = fieldOfColumn(mapping, i);
                const unsure = field !== null && (confidence[field] ?? 1) < 0.7;
                const changed = fieldOfColumn(proposed, i) !== field;
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position
                  <td key={i}>
                    <Select
                      size="small"
                      value={field ?? ''}
                      aria-label={t('columnOf', { header: header || columnLetter(i) })}
                      onChange={(v) =>
                        onChange(assignColumn(mapping, i, rosterFields.find((f) => f === v) ?? null))
                      }
                      options={[
                        { value: '', label: t('unused') },
                        ...rosterFields.map((value) => ({
                          value: value as string,
                          label: t(`field.${value}`),
                        })),
                      ]}
                      popupMatchSelectWidth={false}
                      style={{ width: '100%' }}
                      showSearch={{ optionFilterProp: 'label' }}
                    />
                    <StatusChip tone={changed ? 'accent' : unsure ? 'amber' : field ? 'green' : 'neutral'}>
                      {t(
                        changed
                          ? 'match.yours'
                          : unsure
                            ? 'match.unsure'
                            : field
                              ? 'match.found'
                              : 'match.none',
                      )}
                    </StatusChip>
                  </td>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {sample.slice(0, 5).map((row, r) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a sample row is its position
              <tr key={r}>
                {headers.map((_, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position
                  <td key={i} title={row[i] ?? ''}>
                    {row[i] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
