import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useUndoOffer } from '../undo/use-undo.ts';
import { RecordDialog } from './RecordDialog.tsx';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly name: string;
}
export type Based = { readonly id: string; readonly expectedVersion: number } | Record<string, never>;

interface Props<R extends Row, D> {
  readonly rows: readonly R[];
  /** Locale keys under `office`. */
  readonly words: {
    readonly add: 'addLawyer' | 'addStandard';
    readonly edit: 'editLawyer' | 'editStandard';
    readonly none: 'noLawyers' | 'noStandards';
  };
  /** What the paths of faults begin with. */
  readonly prefix: string;
  readonly columns: readonly {
    readonly title: string;
    readonly num?: boolean;
    readonly of: (row: R) => ReactNode;
  }[];
  readonly draftOf: (row: R | null) => D;
  readonly save: (based: Based, draft: D) => Promise<unknown>;
  readonly remove: (based: { id: string; expectedVersion: number }) => Promise<unknown>;
  readonly fields: (
    draft: D,
    change: (patch: Partial<D>) => void,
    errors: Readonly<Record<string, string>>,
  ) => ReactNode;
}

/** A list that the office keeps: a name leads to the dialog in which it is changed or removed. */
export function EditableList<R extends Row, D>(props: Props<R, D>) {
  const { rows, words, columns } = props;
  const { t } = useTranslation('legal-aid');
  const mayChange = useMay('office.admin');
  const [edited, setEdited] = useState<R | 'new' | null>(null);
  return (
    <>
      {mayChange && (
        <p className="aid-bar">
          <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => setEdited('new')}>
            {t(`office.${words.add}`)}
          </Button>
        </p>
      )}
      {rows.length === 0 && <p className="quiet">{t(`office.${words.none}`)}</p>}
      {rows.length > 0 && (
        <table className="list aid-lines">
          <thead>
            <tr>
              <th scope="col">{t('office.personName')}</th>
              {columns.map((c) => (
                <th scope="col" key={c.title} className={c.num ? 'num' : undefined}>
                  {c.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  {mayChange ? (
                    <button type="button" className="link" onClick={() => setEdited(row)}>
                      {row.name}
                    </button>
                  ) : (
                    row.name
                  )}
                </td>
                {columns.map((c) => (
                  <td key={c.title} className={c.num ? 'num' : undefined}>
                    {c.of(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {edited !== null && (
        <EditDialog {...props} row={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

function EditDialog<R extends Row, D>({
  row,
  onClose,
  words,
  prefix,
  draftOf,
  save,
  remove,
  fields,
}: Props<R, D> & { row: R | null; onClose: () => void }) {
  const { t } = useTranslation('legal-aid');
  const offer = useUndoOffer('cases');
  const [draft, setDraft] = useState(() => draftOf(row));
  const change = (patch: Partial<D>): void => setDraft({ ...draft, ...patch });
  const based = row && { id: row.id, expectedVersion: row.version };
  return (
    <RecordDialog
      title={t(`office.${row ? words.edit : words.add}`)}
      prefix={prefix}
      onSave={() => save(based ?? {}, draft)}
      onRemove={
        row &&
        based &&
        (async () => {
          await remove(based);
          offer(t('removed', { what: row.name }));
        })
      }
      onClose={onClose}
    >
      {(errors) => fields(draft, change, errors)}
    </RecordDialog>
  );
}
