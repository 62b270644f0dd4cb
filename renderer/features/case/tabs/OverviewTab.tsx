import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formIds, formTitles } from '../../../../shared/features/documents/form-ids.ts';
import { useBilingual, useHeading } from '../../../app/i18n.ts';
import { platform } from '../../../transport/platform.ts';
import { DataState, EmptyState } from '../../../ui/DataState.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { ProvisionalMark } from '../../../ui/StatusChip.tsx';
import { instantText } from '../../../ui/today.ts';
import {
  caseKey,
  claimsQuery,
  deadlinesQuery,
  evidenceQuery,
  membersQuery,
  papersQuery,
} from '../case.queries.ts';
import { NextSteps } from '../dates/NextSteps.tsx';
import { Ways } from '../family/Ways.tsx';
import { recordStep } from '../next-act.ts';
import { usePlace } from '../use-place.ts';
import type { TabProps } from './tab.ts';
import { useVerbText } from './verbs.ts';

/** What happened, what is next, what is owed, on one screen. */
export function OverviewTab({ file, readOnly }: TabProps) {
  const { t } = useTranslation('case');
  const { t: tl } = useTranslation('cases');
  const { t: tt } = useTranslation('tracks');
  const bilingual = useBilingual();
  const { show, go } = usePlace();
  const claims = useQuery(claimsQuery(file.id));
  const dates = useQuery(deadlinesQuery(file.id));
  const members = useQuery(membersQuery(file.id));
  const evidence = useQuery(evidenceQuery(file.id));
  const papers = useQuery(papersQuery(file.id));
  const due = dates.data
    ?.filter((d) => d.due !== null && (d.status === 'open' || d.status === 'overdue'))
    .sort((a, b) => (a.due ?? '').localeCompare(b.due ?? ''));
  const first = members.data?.[0];
  return (
    <div className="gd-overview">
      <div className="gd-digest">
        <section>
          <h2>{t('digest.owed')}</h2>
          <p className="gd-big">{claims.data ? <MoneyText fen={claims.data.totalFen} unit /> : '…'}</p>
          {claims.data && <p className="gd-quiet">{claims.data.totalInWords}</p>}
          {claims.data && (
            <button type="button" className="gd-linkish" onClick={() => go({ tab: 'claims' })}>
              {t('digest.workersOwed', { count: claims.data.workersOwed })}
            </button>
          )}
        </section>
        <section>
          <h2>{t('digest.dates')}</h2>
          {due && due.length === 0 && <p className="gd-quiet">{t('digest.noDates')}</p>}
          <ul className="plain gd-datelist">
            {due?.slice(0, 5).map((d) => (
              <li key={d.id}>
                {d.due && <DateText date={d.due} due />} <span>{bilingual(d.title)}</span>
                {d.provisional && <ProvisionalMark short />}
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t('digest.parties')}</h2>
          <dl className="gd-facts">
            <dt>{t('digest.workers')}</dt>
            <dd>
              <button type="button" className="gd-linkish" onClick={() => go({ tab: 'parties' })}>
                {first === undefined
                  ? t('digest.none')
                  : members.data?.length === 1
                    ? first.name
                    : t('digest.workerCount', { name: first.name, count: members.data?.length })}
              </button>
            </dd>
            {file.respondents.map((r) => [
              <dt key={`${r.id}t`}>{t(`capacity.${r.capacity}`)}</dt>,
              <dd key={r.id}>
                <button
                  type="button"
                  className="gd-linkish"
                  onClick={() => show({ kind: 'respondent', id: r.id })}
                >
                  {r.name}
                </button>
              </dd>,
            ])}
            {file.agents.map((a) => [
              <dt key={`${a.id}t`}>{t('digest.agent')}</dt>,
              <dd key={a.id}>
                <button
                  type="button"
                  className="gd-linkish"
                  onClick={() => show({ kind: 'agent', id: a.id })}
                >
                  {a.name} {a.firm && <span className="gd-quiet">{a.firm}</span>}
                </button>
              </dd>,
            ])}
          </dl>
        </section>
        {file.status === 'open' && (
          <section>
            <h2>{tt('next')}</h2>
            <NextSteps
              file={file}
              limit={3}
              {...(readOnly ? {} : { onChoose: (event: string) => go(recordStep(event)) })}
            />
          </section>
        )}
        <Ways file={file} />
        <section>
          <h2>{t('digest.case')}</h2>
          <dl className="gd-facts">
            <dt>{t('caseField.cause')}</dt>
            <dd>{tl(`cause.${file.cause}`)}</dd>
            <dt>{t('caseField.tribunalName')}</dt>
            <dd>
              {file.tribunalName ?? (
                <button
                  type="button"
                  className="gd-warn-link"
                  disabled={readOnly}
                  onClick={() => show({ kind: 'case', id: null }, 'tribunalName')}
                >
                  {t('digest.fillIn')}
                </button>
              )}
              {file.tribunalCaseNumber && <span className="gd-quiet"> {file.tribunalCaseNumber}</span>}
            </dd>
            {file.project.name && [
              <dt key="pt">{t('project.name')}</dt>,
              <dd key="p">
                {file.project.name}{' '}
                {file.project.site && <span className="gd-quiet">{file.project.site}</span>}
              </dd>,
            ]}
            <dt>{t('caseField.receivedOn')}</dt>
            <dd className="tabular">{file.receivedOn}</dd>
            <dt>{t('tab.evidence')}</dt>
            <dd>
              <button type="button" className="gd-linkish" onClick={() => go({ tab: 'evidence' })}>
                {t('digest.items', { count: evidence.data?.length ?? 0 })}
              </button>
            </dd>
            <dt>{t('tab.documents')}</dt>
            <dd>
              <button type="button" className="gd-linkish" onClick={() => go({ tab: 'documents' })}>
                {t('digest.papers', { count: papers.data?.length ?? 0 })}
                {papers.data?.some((p) => p.outdated) && (
                  <span className="gd-amber"> · {t('digest.outdated')}</span>
                )}
              </button>
            </dd>
          </dl>
          <Button size="small" onClick={() => show({ kind: 'case', id: null })}>
            {t(readOnly ? 'header.look' : 'header.edit')}
          </Button>
        </section>
      </div>
      <Timeline caseId={file.id} />
    </div>
  );
}

function Timeline({ caseId }: { caseId: string }) {
  const { t } = useTranslation('case');
  const verb = useVerbText();
  const bilingual = useBilingual();
  const heading = useHeading();
  const query = useInfiniteQuery({
    queryKey: [...caseKey(caseId), 'timeline'] as const,
    queryFn: ({ pageParam }) => platform().client.call('cases.timeline', { caseId, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const what = (item: NonNullable<typeof query.data>['pages'][number]['items'][number]): string => {
    if (item.eventWords) return heading(item.eventWords);
    const form = formIds.find((f) => f === item.what);
    if (item.kind === 'document' && form) return t('timeline.made', { paper: bilingual(formTitles[form]) });
    return verb(item.what);
  };
  return (
    <section className="gd-timeline">
      <h2>{t('timeline.title')}</h2>
      <DataState
        query={query}
        isEmpty={(data) => data.pages.every((p) => p.items.length === 0)}
        empty={<EmptyState title={t('timeline.empty')} />}
      >
        {(data) => (
          <>
            <ol className="plain">
              {data.pages
                .flatMap((p) => p.items)
                .map((item) => (
                  <li key={item.id} className={`gd-t-${item.kind}`}>
                    <time className="tabular gd-quiet" dateTime={item.at}>
                      {item.at.length > 10 ? instantText(item.at).slice(0, 16) : item.at}
                    </time>
                    <span>
                      {what(item)}
                      {item.note && <span className="gd-quiet"> — {item.note}</span>}
                    </span>
                    <span className="gd-quiet">{item.who}</span>
                  </li>
                ))}
            </ol>
            {query.hasNextPage && (
              <Button
                size="small"
                type="text"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('timeline.more')}
              </Button>
            )}
          </>
        )}
      </DataState>
    </section>
  );
}
