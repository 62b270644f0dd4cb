import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { seesAssignedOnly } from '../../../shared/contract/roles.ts';
import type { CaseRow } from '../../../shared/features/cases/cases.contract.ts';
import { useCall } from '../../app/query.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { platform } from '../../transport/platform.ts';
import { useNotices } from '../../ui/notices.tsx';
import { Select } from '../../ui/Select.tsx';
import { openBatch } from '../documents/batch/batch-store.ts';
import { useRemoval } from '../undo/use-removal.ts';
import { useUndoOffer } from '../undo/use-undo.ts';
import { type CaseFilter, type CaseSort, usersQuery } from './cases.queries.ts';

/** So many cases go in one act; more are chosen in several goes. */
const mostAtOnce = 500;

/** What can be done to the cases chosen in the list, each act with one way back. */
export function CaseBulk(props: {
  rows: readonly CaseRow[];
  filter: CaseFilter;
  sort: CaseSort;
  onDone: () => void;
}) {
  const { rows, filter, sort, onDone } = props;
  const { t, i18n } = useTranslation('cases');
  const { t: tb } = useTranslation('batch');
  const { say, fail } = useNotices();
  const mayWrite = useMay('case.write');
  const mayMake = useMay('document.make');
  const role = useSession().state.user?.role;
  const users = useQuery(usersQuery());
  const confirm = useRemoval();
  const offer = useUndoOffer();
  const remove = useCall('cases.remove', ['case']);
  const handOver = useCall('cases.handOver', ['case', 'task']);
  const count = rows.length;
  const cases = rows.map((row) => ({ caseId: row.id, expectedVersion: row.version }));
  const tooMany = count > mostAtOnce;

  const removeAll = async (): Promise<void> => {
    try {
      const ids = cases.map((c) => c.caseId);
      if (!(await confirm('case', ids, t('bulk.cases', { count })))) return;
      offer(t('bulk.removed', { count }), await remove.mutateAsync({ cases }));
      onDone();
    } catch (error) {
      fail(error);
    }
  };
  const giveTo = async (toId: string): Promise<void> => {
    try {
      const done = await handOver.mutateAsync({ cases, toId });
      const name = users.data?.find((user) => user.id === toId)?.name ?? '';
      offer(t('bulk.handedOver', { count, name }), done);
      onDone();
    } catch (error) {
      fail(error);
    }
  };
  const exportAll = async (): Promise<void> => {
    try {
      const language = i18n.language === 'en' ? 'en' : 'zh-CN';
      const ids = cases.map((c) => c.caseId);
      const input = { filter, sort, ids, format: 'xlsx', language } as const;
      const file = await platform().client.call('cases.export', input);
      if (await platform().saveFile(file.token, file.fileName)) say(t('export.done', { count: file.rows }));
    } catch (error) {
      fail(error);
    }
  };
  return (
    <section className="cases-bulk" aria-label={t('bulk.title')}>
      <span role="status" className="tabular">
        {t('bulk.chosen', { count })}
      </span>
      {tooMany && <span className="quiet">{t('bulk.tooMany', { count: mostAtOnce })}</span>}
      {mayWrite && role && !seesAssignedOnly(role) && (
        <Select<string | null>
          size="small"
          className="filter-chip"
          aria-label={t('bulk.handOver')}
          placeholder={t('bulk.handOver')}
          value={null}
          popupMatchSelectWidth={false}
          loading={handOver.isPending}
          // A closed case has nobody who works on it.
          disabled={tooMany || rows.some((row) => row.status === 'closed')}
          options={(users.data ?? [])
            .filter((user) => user.active)
            .map((user) => ({ value: user.id, label: user.name }))}
          onChange={(toId) => toId && void giveTo(toId)}
        />
      )}
      <Button size="small" onClick={() => void exportAll()}>
        {t('export.xlsx')}
      </Button>
      {mayMake && (
        <Button
          size="small"
          disabled={tooMany}
          onClick={() => openBatch({ cases: cases.map(({ caseId }) => ({ caseId, memberIds: null })) })}
        >
          {tb('openCount')}
        </Button>
      )}
      {mayWrite && (
        <Button
          size="small"
          danger
          disabled={tooMany}
          loading={remove.isPending}
          onClick={() => void removeAll()}
        >
          {t('bulk.remove')}
        </Button>
      )}
      <Button size="small" type="text" onClick={onDone}>
        {t('bulk.none')}
      </Button>
    </section>
  );
}
