import { useQuery } from '@tanstack/react-query';
import { Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type PersonField,
  type PersonFile,
  personFields,
} from '../../../shared/features/people/people.contract.ts';
import { useCall } from '../../app/query.ts';
import { DataState } from '../../ui/DataState.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { personQuery } from './people.queries.ts';
import { useFieldText } from './texts.ts';

/** Two records side by side; what differs is chosen field by field before they become one. */
export function MergeDialog(props: {
  kept: PersonFile;
  otherId: string;
  onClose: () => void;
  onMerged: (personId: string) => void;
}) {
  const { t } = useTranslation('people');
  const query = useQuery(personQuery(props.otherId));
  return (
    <Modal open width={860} title={t('merge.title')} onCancel={props.onClose} footer={null}>
      <DataState query={query}>{(other) => <Compare {...props} other={other} />}</DataState>
    </Modal>
  );
}

function Compare(props: {
  kept: PersonFile;
  other: PersonFile;
  onClose: () => void;
  onMerged: (personId: string) => void;
}) {
  const { kept, other, onClose, onMerged } = props;
  const { t } = useTranslation('people');
  const { t: tc } = useTranslation();
  const { fail } = useNotices();
  const merge = useCall('people.merge', ['person', 'case']);
  const text = useFieldText();
  const [take, setTake] = useState<readonly PersonField[]>([]);
  const rows = personFields.filter((f) => text(f, kept.fields) !== '' || text(f, other.fields) !== '');
  async function go(): Promise<void> {
    try {
      await merge.mutateAsync({
        keepId: kept.id,
        keepVersion: kept.version,
        goneId: other.id,
        goneVersion: other.version,
        take: [...take],
      });
      onMerged(kept.id);
    } catch (error) {
      fail(error);
    }
  }
  return (
    <>
      <p>{t('merge.lead')}</p>
      <table className="list merge-table">
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col">{t('merge.this')}</th>
            <th scope="col">{t('merge.other')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((f) => {
            const [a, b] = [text(f, kept.fields), text(f, other.fields)];
            // Names and phones of both are kept whatever is chosen.
            const choice = a !== '' && b !== '' && a !== b && !['aliases', 'phones', 'kind'].includes(f);
            const taken = take.includes(f) || a === '';
            return (
              <tr key={f} className={a === b ? 'quiet' : ''}>
                <th scope="row">{t(`field.${f}`)}</th>
                <td className={taken && choice ? 'merge-dropped' : ''}>
                  {choice ? (
                    <Radio checked={!taken} onChange={() => setTake(take.filter((x) => x !== f))}>
                      {a}
                    </Radio>
                  ) : (
                    a
                  )}
                </td>
                <td className={!taken && choice ? 'merge-dropped' : ''}>
                  {choice ? (
                    <Radio checked={taken} onChange={() => setTake([...take, f])}>
                      {b}
                    </Radio>
                  ) : (
                    b
                  )}
                </td>
              </tr>
            );
          })}
          <tr>
            <th scope="row">{t('column.cases')}</th>
            {[kept, other].map((p) => (
              <td key={p.id}>{p.roles.map((r) => `${r.number} ${t(`role.${r.role}`)}`).join('、') || '—'}</td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className="quiet">{t('merge.undoNote')}</p>
      <div className="merge-foot">
        <Button onClick={onClose}>{tc('action.cancel')}</Button>
        <Button type="primary" loading={merge.isPending} onClick={() => void go()}>
          {t('merge.go')}
        </Button>
      </div>
    </>
  );
}
