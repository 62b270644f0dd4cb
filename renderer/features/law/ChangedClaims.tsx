import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBilingual } from '../../app/i18n.ts';
import { MoneyText } from '../../ui/MoneyText.tsx';

interface Changed {
  readonly caseId: string;
  readonly number: string;
  readonly firstApplicant: string;
  readonly itemId: string | null;
  readonly worker: string | null;
  readonly title: { readonly zh: string; readonly en: string };
  readonly beforeFen: number | null;
  readonly afterFen: number | null;
  readonly differenceFen: number | null;
  readonly note?: { readonly zh: string; readonly en: string } | null;
}

/** Open claims whose amount is another by other data: before, after and the difference, a line each. */
export function ChangedClaims<T extends Changed>(props: {
  claims: readonly T[];
  /** What can be done about one of them. */
  act?: (claim: T) => ReactNode;
}) {
  const { claims, act } = props;
  const { t } = useTranslation('claim-items');
  const bilingual = useBilingual();
  const money = (fen: number | null) => (fen === null ? t('stale.none') : <MoneyText fen={fen} />);
  return (
    <table className="list changed-claims">
      <thead>
        <tr>
          <th scope="col">{t('stale.case')}</th>
          <th scope="col">{t('stale.worker')}</th>
          <th scope="col">{t('stale.item')}</th>
          <th scope="col" className="num">
            {t('stale.before')}
          </th>
          <th scope="col" className="num">
            {t('stale.after')}
          </th>
          <th scope="col" className="num">
            {t('stale.difference')}
          </th>
          {act && <th scope="col" aria-label={t('stale.act')} />}
        </tr>
      </thead>
      <tbody>
        {claims.map((c) => (
          <tr key={`${c.caseId} ${c.itemId ?? ''}`}>
            <td className="tabular">
              <Link to="/cases/$caseId" params={{ caseId: c.caseId }} search={{ tab: 'claims' }}>
                {c.number}
              </Link>
            </td>
            <td>{c.worker ?? c.firstApplicant}</td>
            <td>
              {bilingual(c.title)}
              {c.note && <div className="quiet">{bilingual(c.note)}</div>}
            </td>
            <td className="num">{money(c.beforeFen)}</td>
            <td className="num">{money(c.afterFen)}</td>
            <td className="num">
              {c.differenceFen !== null && c.differenceFen > 0 && '+'}
              {c.differenceFen === null ? '—' : <MoneyText fen={c.differenceFen} />}
            </td>
            {act && <td>{act(c)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
