import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import type { LawDataPack } from '../../../shared/features/law-data/law-data.contract.ts';
import { useBilingual } from '../../app/i18n.ts';
import { callQuery } from '../../app/query.ts';
import { useMay } from '../../app/session.tsx';
import { platform } from '../../transport/platform.ts';
import { DataState } from '../../ui/DataState.tsx';
import { useListText } from '../../ui/list-text.ts';
import { useNotices } from '../../ui/notices.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { instantText } from '../../ui/today.ts';
import { useProgress } from '../documents/use-progress.ts';
import { LawDataPreview, type LawPreview } from './LawDataPreview.tsx';
import { StaleClaims } from './StaleClaims.tsx';

const stateQuery = () => callQuery(['office', 'law-data'], 'lawData.state', {});

type Preview = LawPreview & { readonly token: string; readonly done: boolean };

/** What the law is applied with: tables, import with a look first, and what was added so far. */
export function LawDataTab() {
  const { t } = useTranslation('office');
  const { fail, say, undoable } = useNotices();
  const queries = useQueryClient();
  const mayImport = useMay('office.admin');
  const state = useQuery(stateQuery());
  const long = useProgress();
  const [preview, setPreview] = useState<Preview | null>(null);

  const settle = () =>
    Promise.all(['office', 'case'].map((topic) => queries.invalidateQueries({ queryKey: [topic] })));
  const choose = async (): Promise<void> => {
    try {
      const picked = await platform().pickFile('law-data');
      if (!picked) return;
      const { token } = picked;
      setPreview({
        token,
        done: false,
        ...(await long.run((callId) => platform().client.call('lawData.preview', { token }, { callId }))),
      });
    } catch (error) {
      fail(error);
    }
  };
  const set = async (name: 'lawData.remove' | 'lawData.restore', id: string): Promise<void> => {
    await long.run((callId) => platform().client.call(name, { id }, { callId }));
    await settle();
  };
  const remove = async (id: string): Promise<void> => {
    try {
      await set('lawData.remove', id);
      undoable(t('law.removedNote'), () => set('lawData.restore', id));
    } catch (error) {
      fail(error);
    }
  };
  const apply = async (chosen: Preview): Promise<void> => {
    const { token } = chosen;
    try {
      const done = await long.run((callId) =>
        platform().client.call('lawData.import', { token }, { callId }),
      );
      // The list stays to be worked through: nobody remembers which dates moved.
      setPreview({ ...chosen, done: true });
      await settle();
      say(t('law.done', { cases: done.casesDated, moved: done.datesMoved }));
    } catch (error) {
      fail(error);
    }
  };
  return (
    <DataState query={state}>
      {({ tables, packs }) => (
        <div className="office-form office-wide">
          <div className="audit-head">
            <p className="quiet">{t('law.lead')}</p>
            {mayImport && (
              <Button type="primary" loading={long.progress !== null} onClick={() => void choose()}>
                {t('law.import')}
              </Button>
            )}
          </div>
          <Tables tables={tables} />
          <StaleClaims />
          <h2>{t('law.history')}</h2>
          {packs.length === 0 && <p className="quiet">{t('law.noHistory')}</p>}
          <ul className="plain">
            {packs.map((pack) => (
              <Pack
                key={pack.id}
                pack={pack}
                busy={long.progress !== null}
                onRemove={() => void remove(pack.id)}
                onRestore={() => void set('lawData.restore', pack.id).catch(fail)}
              />
            ))}
          </ul>
          {preview && (
            <LawDataPreview
              preview={preview}
              done={preview.done}
              progress={long.progress}
              onClose={() => setPreview(null)}
              onApply={() => void apply(preview)}
            />
          )}
        </div>
      )}
    </DataState>
  );
}

function Tables({ tables }: { readonly tables: Output<'lawData.state'>['tables'] }) {
  const { t } = useTranslation('office');
  const listed = useListText();
  const bilingual = useBilingual();
  return (
    <table className="list law-tables">
      <thead>
        <tr>
          <th scope="col">{t('law.table')}</th>
          <th scope="col">{t('law.loaded')}</th>
          <th scope="col">{t('law.newest')}</th>
          <th scope="col">{t('law.source')}</th>
        </tr>
      </thead>
      <tbody>
        {tables.map((table) => (
          <tr key={table.kind}>
            <th scope="row">{t(`law.kind.${table.kind}`)}</th>
            <td className="tabular">
              {table.kind === 'holidays'
                ? listed(table.years.map(String))
                : t('law.rows', { count: table.rows })}
              {table.imported + table.byHand > 0 && (
                <div className="quiet">
                  {t('law.extra', { imported: table.imported, byHand: table.byHand })}
                </div>
              )}
            </td>
            <td className="tabular">
              {table.newest?.name && bilingual(table.newest.name)} {table.newest?.since}
              {table.verifiedThrough && (
                <div className="quiet">{t('law.through', { date: table.verifiedThrough })}</div>
              )}
            </td>
            <td className="anywhere quiet" lang="zh-CN">
              {table.newest?.source}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Pack(props: {
  readonly pack: LawDataPack;
  readonly busy: boolean;
  readonly onRemove: () => void;
  readonly onRestore: () => void;
}) {
  const { pack, busy, onRemove, onRestore } = props;
  const listed = useListText();
  const { t } = useTranslation('office');
  const bilingual = useBilingual();
  const gone = pack.removedAt !== null;
  return (
    <li className="law-pack">
      <div>
        <strong>{t(`law.kind.${pack.kind}`)}</strong> <span className="tabular">{listed(pack.keys)}</span>{' '}
        {pack.figure && <span className="tabular">{bilingual(pack.figure)} </span>}
        {gone && <StatusChip tone="neutral">{t('law.removed')}</StatusChip>}
        {!pack.usable && <StatusChip tone="red">{t('law.unusable')}</StatusChip>}
        <p className="quiet anywhere">
          {pack.source} · {t('law.signedOff', { by: pack.signedOffBy, on: pack.signedOffOn })} ·{' '}
          {t('law.added', { by: pack.addedBy, at: instantText(pack.addedAt) })} ·{' '}
          {pack.fileName ?? t('law.byHand')}
        </p>
      </div>
      {pack.mayChange && (
        <Button size="small" disabled={busy} onClick={gone ? onRestore : onRemove}>
          {t(gone ? 'law.restore' : 'law.remove')}
        </Button>
      )}
    </li>
  );
}
