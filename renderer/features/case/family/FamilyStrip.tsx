import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import { useMay } from '../../../app/session.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { useStageName } from '../../cases/names.ts';
import { usePartiesText } from '../../cases/parties.ts';
import { usePlace } from '../use-place.ts';
import './family.css';
import { familyQuery } from './family.queries.ts';
import { linkBetween, useRelation } from './relation.ts';

/** The cases that belong together, each one click away. Nothing where a case stands alone. */
export function FamilyStrip({ file }: { readonly file: Pick<CaseFile, 'id'> }) {
  const { t } = useTranslation('family');
  const { t: tl } = useTranslation('cases');
  const family = useQuery(familyQuery(file.id));
  const stageName = useStageName();
  const parties = usePartiesText();
  const relation = useRelation();
  const { show } = usePlace();
  const mayWrite = useMay('case.write');
  if (!family.data || family.data.cases.length < 2) return null;
  const { cases, links } = family.data;
  return (
    <nav className="gd-family" aria-label={t('strip')}>
      <span className="gd-quiet">{t('strip')}</span>
      <ul className="plain">
        {cases.map((one) => {
          const link = linkBetween(links, file.id, one.id);
          const body = (
            <>
              {link && <em>{relation(link, file.id)}</em>}
              <span className="tabular">{one.number}</span>
              <span className="gd-family-state">
                {tl(`track.${one.track}`)} · {stageName(one.track, one.stage)}
                {one.status === 'closed' && ` · ${t('closed')}`}
              </span>
            </>
          );
          return (
            <li key={one.id}>
              {one.id === file.id ? (
                <span className="gd-family-one gd-family-here" aria-current="page">
                  {body}
                </span>
              ) : (
                <Link
                  to="/cases/$caseId"
                  params={{ caseId: one.id }}
                  search={{}}
                  className="gd-family-one"
                  title={parties(one)}
                >
                  {body}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
      {mayWrite && (
        <button type="button" className="gd-linkish" onClick={() => show({ kind: 'links', id: null })}>
          <Icon name="group" size={13} /> {t('manage')}
        </button>
      )}
    </nav>
  );
}
