import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import { useBilingual, useHeading } from '../../../app/i18n.ts';
import { useMay } from '../../../app/session.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { usePlace } from '../use-place.ts';
import './family.css';
import { waysQuery } from './family.queries.ts';

/** The procedures in which a case can go on from where it stands, with the limit that runs for each. */
export function Ways({ file }: { readonly file: Pick<CaseFile, 'id'> }) {
  const { t } = useTranslation('family');
  const pick = useBilingual();
  const heading = useHeading();
  const ways = useQuery(waysQuery(file.id));
  const { show } = usePlace();
  const mayWrite = useMay('case.write');
  if (!ways.data || ways.data.length === 0) return null;
  return (
    <section className="gd-ways">
      <h2>{t('ways')}</h2>
      <ul className="plain">
        {ways.data.map((way) => (
          <li key={way.routeId}>
            {way.goneTo ? (
              <span>
                {heading(way.words)} <span className="gd-quiet">{t('goneTo')}</span>{' '}
                <Link to="/cases/$caseId" params={{ caseId: way.goneTo.id }} search={{}} className="tabular">
                  {way.goneTo.number}
                </Link>
              </span>
            ) : !mayWrite ? (
              <span>{heading(way.words)}</span>
            ) : (
              <Button type="link" size="small" onClick={() => show({ kind: 'continue', id: way.routeId })}>
                {heading(way.words)}
              </Button>
            )}
            {way.by && !way.goneTo && (
              <span className="gd-quiet">
                {' '}
                {way.byTitle && pick(way.byTitle)} <DateText date={way.by} due={!way.lapsed} />
                {way.lapsed && ` ${t('wayLapsed')}`}
              </span>
            )}
            <p className="gd-quiet">{pick(way.why)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
