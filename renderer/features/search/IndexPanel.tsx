import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fillIndex } from '../../../shared/features/search/fill.ts';
import type { Filling } from '../../../shared/features/search/search.contract.ts';
import { callQuery } from '../../app/query.ts';
import { platform } from '../../transport/platform.ts';
import { useFailureText } from '../../ui/failure-text.ts';

const stateQuery = callQuery(['office', 'search-state'], 'search.state', {});
const verify = () => platform().client.call('search.verify', {});

/** Checks the search index against the record and fills it anew, in slices between which everybody goes on working. */
export function IndexPanel() {
  const { t } = useTranslation('search');
  const failureText = useFailureText();
  const queries = useQueryClient();
  const state = useQuery(stateQuery);
  const [now, setNow] = useState<Filling | null>(null);
  const stopped = useRef(false);
  const fill = useMutation({
    mutationFn: async (begin: boolean) => {
      stopped.current = false;
      const { client } = platform();
      if (begin) setNow(await client.call('search.rebuild', {}));
      const ended = await fillIndex(client, (at) => {
        setNow(at);
        return !stopped.current;
      });
      return ended ? verify() : null;
    },
    onSettled: () => {
      setNow(null);
      void queries.invalidateQueries({ queryKey: ['case'] });
      return queries.invalidateQueries({ queryKey: stateQuery.queryKey });
    },
  });
  const check = useMutation({ mutationFn: verify });
  const open = fill.isPending ? null : (state.data?.filling ?? null);
  const counts = fill.data ?? check.data;
  const start = (begin: boolean): void => {
    check.reset();
    fill.mutate(begin);
  };
  const faults = counts ? counts.missing + counts.stale + counts.orphaned : 0;
  const busy = check.isPending || fill.isPending;
  const percent = ({ done, total }: Filling): number => Math.floor((100 * done) / Math.max(1, total));
  const words = (): string => {
    if (check.isError || fill.isError) return failureText(fill.error ?? check.error);
    if (open) return t(open.emptied ? 'index.stopped' : 'index.stoppedKept', { percent: percent(open) });
    if (!counts) return '';
    if (faults > 0) return t('index.faults', { count: counts.texts, faults });
    return t(fill.data ? 'index.rebuilt' : 'index.verified', { count: counts.texts });
  };
  return (
    <section className="index-panel">
      <h2>{t('index.title')}</h2>
      <p className="quiet">{t('index.text')}</p>
      <p className="index-acts">
        <Button
          loading={check.isPending}
          disabled={busy}
          onClick={() => {
            fill.reset();
            check.mutate();
          }}
        >
          {t('index.verify')}
        </Button>
        {open && (
          <Button type="primary" onClick={() => start(false)}>
            {t('index.goOn')}
          </Button>
        )}
        <Button loading={fill.isPending} disabled={busy} onClick={() => start(true)}>
          {t('index.rebuild')}
        </Button>
        {fill.isPending && (
          <Button
            onClick={() => {
              stopped.current = true;
            }}
          >
            {t('index.stop')}
          </Button>
        )}
      </p>
      {fill.isPending && (
        <Progress
          percent={now ? percent(now) : 0}
          aria-label={t('index.rebuild')}
          className="index-progress"
        />
      )}
      <p role="status">{words()}</p>
    </section>
  );
}
