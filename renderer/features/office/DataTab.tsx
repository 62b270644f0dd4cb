import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callQuery } from '../../app/query.ts';
import { useSession } from '../../app/session.tsx';
import { DataState } from '../../ui/DataState.tsx';
import { IndexPanel } from '../search/IndexPanel.tsx';
import { settingsQuery } from './office.queries.ts';

const points = ['encrypted', 'keys', 'lost', 'open', 'backup', 'network'] as const;

/** Ciphers as they are known, by the name that the database gives them. */
const cipherNames: Readonly<Record<string, string>> = { aegis: 'AEGIS-256', chacha20: 'ChaCha20-Poly1305' };

/** Where the data lie and what protects them; also what does not. */
export function DataTab() {
  const { t } = useTranslation('office');
  const { state } = useSession();
  const settings = useQuery(settingsQuery());
  const about = useQuery(callQuery(['session', 'about'], 'system.about', {}));
  return (
    <DataState query={settings}>
      {({ folder, cipher }) => (
        <div className="office-form office-wide">
          <dl className="facts">
            <dt>{t('data.folder')}</dt>
            <dd className="anywhere">{folder}</dd>
            <dt>{t('data.cipher')}</dt>
            <dd>{cipherNames[cipher] ?? cipher}</dd>
            <dt>{t('data.calendar')}</dt>
            <dd>{t('data.calendarText', { year: state.calendarThrough })}</dd>
            <dt>{t('data.version')}</dt>
            <dd className="tabular">
              {about.data
                ? t('data.versionText', { version: about.data.version, schema: about.data.schemaVersion })
                : ''}
            </dd>
          </dl>
          <h2>{t('data.protection')}</h2>
          <ul className="data-points">
            {points.map((point) => (
              <li key={point}>{t(`data.point.${point}`)}</li>
            ))}
          </ul>
          <IndexPanel />
        </div>
      )}
    </DataState>
  );
}
