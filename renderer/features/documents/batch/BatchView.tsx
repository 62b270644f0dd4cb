import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { platform } from '../../../transport/platform.ts';
import { DataState } from '../../../ui/DataState.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { batchQuery } from './batch.queries.ts';
import {
  cancelBatch,
  closeBatches,
  listBatches,
  type RunningBatch,
  runBatch,
  useBatches,
} from './batch-store.ts';

type Got = Output<'batches.get'>;
const mostFailed = 50;

/** How far a batch has come while it is made; what became of it, and how it goes on. */
export function BatchView({ batchId }: { readonly batchId: string }) {
  const query = useQuery(batchQuery(batchId));
  const { running } = useBatches();
  const run = running.get(batchId);
  return (
    <DataState query={query} rows={4}>
      {(got) => (run ? <Making got={got} run={run} /> : <Result got={got} />)}
    </DataState>
  );
}

function Making({ got, run }: { readonly got: Got; readonly run: RunningBatch }) {
  const { t } = useTranslation('batch');
  const bilingual = useBilingual();
  const { batch, items } = got;
  const total = run.total ?? batch.total;
  // Papers are made in their order, so the count tells which one it is.
  const waiting = items.filter((i) => i.state !== 'made' || batch.oneFile);
  const current = waiting[Math.max(0, run.done - (batch.total - waiting.length))];
  const seconds = (performance.now() - run.since) / 1000;
  const rate = run.from === null || seconds < 1 ? null : (run.done - run.from) / seconds;
  const left = rate && rate > 0 ? (total - run.done) / rate : null;
  return (
    <section aria-label={t('making', { title: bilingual(batch.title) })}>
      <h3>{t('making', { title: bilingual(batch.title) })}</h3>
      <Progress percent={total ? Math.floor((100 * run.done) / total) : 0} />
      <p role="status" className="tabular">
        {t('progress', { done: run.done, total })}
        {rate !== null && left !== null && (
          <span className="gd-quiet">
            {' '}
            {t('rate', {
              rate: rate < 10 ? rate.toFixed(1) : Math.round(rate),
              left:
                left < 90
                  ? t('seconds', { count: Math.ceil(left) })
                  : t('minutes', { count: Math.ceil(left / 60) }),
            })}
          </span>
        )}
      </p>
      {current && run.done < total && (
        <p className="gd-quiet">{t('now', { name: `${current.name} ${current.title}` })}</p>
      )}
      <p className="gd-quiet">{t('in', { folder: batch.folder })}</p>
      <footer className="gd-batch-foot">
        <span className="gd-quiet">{t('later')}</span>
        <Button onClick={() => cancelBatch(batch.id)}>{t('cancel')}</Button>
        <Button onClick={closeBatches}>{t('close')}</Button>
      </footer>
    </section>
  );
}

function Result({ got: { batch, items } }: { readonly got: Got }) {
  const { t } = useTranslation('batch');
  const bilingual = useBilingual();
  const { fail, say } = useNotices();
  const queries = useQueryClient();
  const failed = items.filter((i) => i.state === 'failed');
  const waiting = items.filter((i) => i.state === 'waiting').length;
  const goOn = batch.state !== 'done' || failed.length > 0;
  const resume = async (): Promise<void> => {
    try {
      await runBatch(batch.id);
    } catch (error) {
      fail(error);
    } finally {
      await queries.invalidateQueries({ queryKey: ['document'] });
    }
  };
  const show = async (): Promise<void> => {
    try {
      if (!(await platform().showBatch(batch.id))) say(t('showFailed', { folder: batch.folder }));
    } catch (error) {
      fail(error);
    }
  };
  return (
    <section aria-label={bilingual(batch.title)}>
      <h3>
        {bilingual(batch.title)}：{t(`result.${batch.state}`)}
      </h3>
      {batch.stop && (
        <p className="note note-amber" role="alert">
          {t(`stop.${batch.stop}`, { folder: batch.folder })}
        </p>
      )}
      <ul className="gd-batch-sums tabular">
        <li>
          <Icon name="check" size={13} /> {t('made', { count: batch.made })}
          {batch.withGaps > 0 && (
            <span className="gd-quiet"> {t('withGaps', { count: batch.withGaps })}</span>
          )}
        </li>
        {batch.leftOut > 0 && <li>{t('leftOut', { count: batch.leftOut })}</li>}
        {waiting > 0 && <li>{t('waiting', { count: waiting })}</li>}
        {failed.length > 0 && (
          <li>
            {t('failed', { count: failed.length })}
            <ul>
              {failed.slice(0, mostFailed).map((i) => (
                <li key={i.id}>
                  {i.name} {i.title}：{i.fault ? t(`fault.${i.fault}`) : ''}
                </li>
              ))}
            </ul>
          </li>
        )}
      </ul>
      <p className="gd-quiet gd-batch-path">{t('in', { folder: batch.folder })}</p>
      {batch.fileName && batch.made > 0 && <p className="gd-batch-path">{batch.fileName}</p>}
      <footer className="gd-batch-foot">
        <Button type="text" onClick={listBatches}>
          {t('list')}
        </Button>
        {batch.made > 0 && platform().canOpenSaved && (
          <Button icon={<Icon name="folder" />} onClick={() => void show()}>
            {t('show')}
          </Button>
        )}
        {goOn && (
          <Button type="primary" onClick={() => void resume()}>
            {t(batch.state === 'done' ? 'again' : 'resume')}
          </Button>
        )}
        <Button onClick={closeBatches}>{t('close')}</Button>
      </footer>
    </section>
  );
}
