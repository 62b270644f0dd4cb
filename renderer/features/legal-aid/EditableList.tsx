import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.tsx';
import type { Answered } from '../../transport/client.ts';
import { Icon } from '../../ui/icons.tsx';
import { useDraft } from '../../ui/versions/use-draft.ts';
import { useKept } from '../../ui/versions/use-kept.ts';
import { RecordGone } from '../../ui/versions/use-meeting.tsx';
import type { FieldWords } from '../../ui/versions/words.tsx';
import { useUndoOffer } from '../undo/use-undo.ts';
import { RecordDialog } from './RecordDialog.tsx';

const isNew = 'new';

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
  /** The fields of the form in words, where two versions are shown side by side. */
  readonly fieldWords: FieldWords;
  readonly save: (based: Based, draft: D) => Promise<unknown>;
  readonly remove: (based: { id: string; expectedVersion: number }) => Promise<Answered>;
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
  const [edited, setEdited] = useState<string | null>(null);
  // Somebody else may change or remove it meanwhile: the form stays, on what the list says of it now.
  const kept = useKept(edited ?? '');
  const row = edited === null || edited === isNew ? null : kept.keep(rows.find((r) => r.id === edited));
  return (
    <>
      {mayChange && (
        <p className="aid-bar">
          <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => setEdited(isNew)}>
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
            {rows.map((line) => (
              <tr key={line.id}>
                <td>
                  {mayChange ? (
                    <button type="button" className="link" onClick={() => setEdited(line.id)}>
                      {line.name}
                    </button>
                  ) : (
                    line.name
                  )}
                </td>
                {columns.map((c) => (
                  <td key={c.title} className={c.num ? 'num' : undefined}>
                    {c.of(line)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {edited !== null && (
        <RecordGone value={kept.gone()}>
          <EditDialog {...props} key={edited} row={row ?? null} onClose={() => setEdited(null)} />
        </RecordGone>
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
  fieldWords,
  save,
  remove,
  fields,
}: Props<R, D> & { row: R | null; onClose: () => void }) {
  const { t } = useTranslation('legal-aid');
  const offer = useUndoOffer();
  const version = row?.version ?? 0;
  const whole = useDraft(() => draftOf(row), { version, file: version }, { isNew: row === null });
  const change = (patch: Partial<D>): void => whole.set((now) => ({ ...now, ...patch }));
  const based = row && { id: row.id, expectedVersion: whole.stamp.version };
  return (
    <RecordDialog
      title={t(`office.${row ? words.edit : words.add}`)}
      prefix={prefix}
      draft={whole}
      words={fieldWords}
      onSave={() => save(based ?? {}, whole.form)}
      onRemove={
        row &&
        based &&
        (async () => {
          offer(t('removed', { what: row.name }), await remove(based));
        })
      }
      onClose={onClose}
    >
      {(errors) => fields(whole.form, change, errors)}
    </RecordDialog>
  );
}
