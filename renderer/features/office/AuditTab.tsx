import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import { DataState } from '../../ui/DataState.tsx';
import { useFailureText } from '../../ui/failure-text.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { instantText } from '../../ui/today.ts';
import { useVerbText } from '../case/tabs/verbs.ts';
import { auditQuery, auditVerifyQuery } from './office.queries.ts';

type Entry = Output<'audit.list'>['items'][number];

/** Who did what, newest first, and whether the chain is whole. */
export function AuditTab() {
  const { t } = useTranslation('office');
  const { t: tc } = useTranslation();
  const query = useInfiniteQuery(auditQuery());
  return (
    <div className="office-form office-wide">
      <div className="audit-head">
        <p className="quiet">{t('record.lead')}</p>
        <Verify />
      </div>
      <DataState query={query} rows={12}>
        {(data) => (
          <>
            <table className="list">
              <thead>
                <tr>
                  <th scope="col" className="audit-number">
                    {t('record.number')}
                  </th>
                  <th scope="col">{t('record.at')}</th>
                  <th scope="col">{t('record.who')}</th>
                  <th scope="col">{t('record.what')}</th>
                  <th scope="col">{t('record.case')}</th>
                </tr>
              </thead>
              <tbody>
                {data.pages
                  .flatMap((page) => page.items)
                  .map((entry) => (
                    <Line key={entry.sequence} entry={entry} />
                  ))}
              </tbody>
            </table>
            {query.hasNextPage && (
              <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {query.isFetchNextPageError ? tc('action.retry') : t('record.more')}
              </Button>
            )}
          </>
        )}
      </DataState>
    </div>
  );
}

function Line({ entry }: { entry: Entry }) {
  const verb = useVerbText();
  return (
    <tr>
      <td className="tabular audit-number">{entry.sequence}</td>
      <td className="tabular">{instantText(entry.at)}</td>
      <td>{entry.who}</td>
      <td>{verb(entry.verb)}</td>
      <td className="tabular">
        {entry.caseId && (
          <Link to="/cases/$caseId" params={{ caseId: entry.caseId }} search={{}}>
            {entry.caseNumber}
          </Link>
        )}
      </td>
    </tr>
  );
}

function Verify() {
  const { t } = useTranslation('office');
  const text = useFailureText();
  const check = useQuery(auditVerifyQuery());
  return (
    <div className="audit-verify" role="status">
      {check.isError && !check.isFetching && <StatusChip tone="red">{text(check.error)}</StatusChip>}
      {check.data && !check.isFetching && (
        <StatusChip tone={check.data.intact ? 'green' : 'red'} icon={check.data.intact ? 'check' : 'warning'}>
          {check.data.intact
            ? t('record.intact', { count: check.data.entries })
            : t('record.broken', { number: check.data.brokenAt })}
        </StatusChip>
      )}
      <Button loading={check.isFetching} onClick={() => void check.refetch()}>
        {t('record.verify')}
      </Button>
    </div>
  );
}
