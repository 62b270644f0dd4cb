import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type EnquiryRow, enquiryStates } from '../../../shared/features/enquiries/enquiries.contract.ts';
import { callQuery, useCall } from '../../app/query.ts';
import { useMay } from '../../app/session.tsx';
import { platform } from '../../transport/platform.ts';
import { DataState } from '../../ui/DataState.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { useFailureText } from '../../ui/failure-text.ts';
import { useNotices } from '../../ui/notices.tsx';
import { StatusChip, type Tone } from '../../ui/StatusChip.tsx';
import { instantText } from '../../ui/today.ts';
import { MatchLine } from './Matches.tsx';

type Shown = EnquiryRow['status'] | 'all';
const tones: Record<EnquiryRow['conclusion'], Tone> = { clear: 'green', related: 'amber', conflict: 'red' };

/** What was asked and what became of it, newest first. */
export function EnquiryList({ onEdit }: { readonly onEdit: (enquiryId: string) => void }) {
  const { t } = useTranslation('desk');
  const [status, setStatus] = useState<Shown>('open');
  const [settling, setSettling] = useState<{ row: EnquiryRow; status: 'referred' | 'closed' } | null>(null);
  const [report, setReport] = useState<EnquiryRow | null>(null);
  const query = useInfiniteQuery({
    queryKey: ['person', 'enquiries', status] as const,
    queryFn: ({ pageParam }) => platform().client.call('enquiries.list', { status, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  return (
    <section className="desk-list">
      <div className="desk-list-head">
        <h2>{t('list')}</h2>
        <Segmented
          size="small"
          value={status}
          onChange={setStatus}
          options={([...enquiryStates, 'all'] as const).map((value) => ({
            value,
            label: t(`status.${value}`),
          }))}
        />
      </div>
      <DataState
        query={query}
        isEmpty={(data) => data.pages[0]?.items.length === 0}
        empty={<p className="quiet">{t('none')}</p>}
      >
        {(data) => (
          <>
            <table className="list">
              <thead>
                <tr>
                  {(['number', 'when', 'who', 'against', 'about', 'status', 'by'] as const).map((key) => (
                    <th scope="col" key={key}>
                      {t(`column.${key}`)}
                    </th>
                  ))}
                  <th scope="col" />
                </tr>
              </thead>
              <tbody>
                {data.pages
                  .flatMap((p) => p.items)
                  .map((row) => (
                    <Line
                      key={row.id}
                      row={row}
                      onSettle={(to) => setSettling({ row, status: to })}
                      onReport={() => setReport(row)}
                      onEdit={() => onEdit(row.id)}
                    />
                  ))}
              </tbody>
            </table>
            {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t('more')}</Button>}
          </>
        )}
      </DataState>
      <SettleDialog settling={settling} onClose={() => setSettling(null)} />
      {report && <ReportDialog row={report} onClose={() => setReport(null)} />}
    </section>
  );
}

function Line(props: {
  row: EnquiryRow;
  onSettle: (status: 'referred' | 'closed') => void;
  onReport: () => void;
  onEdit: () => void;
}) {
  const { row, onSettle, onReport, onEdit } = props;
  const { t } = useTranslation('desk');
  const { t: tl } = useTranslation('cases');
  const { fail } = useNotices();
  const navigate = useNavigate();
  const make = useCall('enquiries.toCase', ['person', 'case']);
  const settle = useCall('enquiries.settle', ['person']);
  const may = useMay('enquiry.write');
  const mayRead = useMay('conflict.read');
  async function toCase(): Promise<void> {
    try {
      const { caseId } = await make.mutateAsync({ enquiryId: row.id, expectedVersion: row.version });
      await navigate({ to: '/cases/$caseId', params: { caseId }, search: {} });
    } catch (error) {
      fail(error);
    }
  }
  const small = { size: 'small', type: 'text' } as const;
  return (
    <tr>
      <td className="tabular">{row.number}</td>
      <td className="tabular">{instantText(row.receivedAt)}</td>
      <td>
        {row.name} <span className="quiet tabular">{row.phone}</span>
      </td>
      <td>{row.otherName || '—'}</td>
      <td className="desk-words" title={row.about ?? ''}>
        {tl(`cause.${row.cause}`)} <span className="quiet">{row.about}</span>
      </td>
      <td>
        <StatusChip>{t(`status.${row.status}`)}</StatusChip>{' '}
        {row.caseId && (
          <Link to="/cases/$caseId" params={{ caseId: row.caseId }} search={{}}>
            {row.caseNumber}
          </Link>
        )}
        <span className="quiet">{row.result}</span>
      </td>
      <td>{row.receivedBy}</td>
      <td className="desk-row-actions">
        {mayRead && (
          <Button {...small} onClick={onReport}>
            <StatusChip tone={tones[row.conclusion]}>{t('report')}</StatusChip>
          </Button>
        )}
        {may && row.status !== 'became-case' && (
          <Button {...small} onClick={onEdit}>
            {t('correct')}
          </Button>
        )}
        {may && row.status === 'open' && (
          <>
            <Button {...small} loading={make.isPending} onClick={() => void toCase()}>
              {t('make')}
            </Button>
            <Button {...small} onClick={() => onSettle('referred')}>
              {t('refer')}
            </Button>
            <Button {...small} onClick={() => onSettle('closed')}>
              {t('close')}
            </Button>
          </>
        )}
        {may && (row.status === 'referred' || row.status === 'closed') && (
          <Button
            {...small}
            onClick={() =>
              settle.mutate(
                { enquiryId: row.id, expectedVersion: row.version, status: 'open' },
                { onError: (error) => fail(error) },
              )
            }
          >
            {t('reopen')}
          </Button>
        )}
      </td>
    </tr>
  );
}

function SettleDialog(props: {
  settling: { row: EnquiryRow; status: 'referred' | 'closed' } | null;
  onClose: () => void;
}) {
  const { settling, onClose } = props;
  const { t } = useTranslation('desk');
  const text = useFailureText();
  const settle = useCall('enquiries.settle', ['person']);
  const [result, setResult] = useState('');
  if (!settling) return null;
  const { row, status } = settling;
  const close = () => {
    setResult('');
    settle.reset();
    onClose();
  };
  return (
    <Modal
      open
      title={`${row.number} · ${t(`status.${status}`)}`}
      onCancel={close}
      okText={t(status === 'referred' ? 'refer' : 'close')}
      confirmLoading={settle.isPending}
      onOk={() =>
        settle.mutate(
          { enquiryId: row.id, expectedVersion: row.version, status, result },
          { onSuccess: close },
        )
      }
    >
      <FormField
        label={t('result')}
        help={t(`resultHelp.${status}`)}
        error={settle.error ? text(settle.error) : null}
        required
      >
        {(p) => <Input {...p} autoFocus value={result} onChange={(e) => setResult(e.target.value)} />}
      </FormField>
    </Modal>
  );
}

function ReportDialog({ row, onClose }: { row: EnquiryRow; onClose: () => void }) {
  const { t: tl } = useTranslation('cases');
  const { t } = useTranslation('desk');
  const query = useQuery(
    callQuery(['person', 'reports', row.id] as const, 'enquiries.reports', { enquiryId: row.id }),
  );
  return (
    <Modal open width={760} title={t('reportTitle', { number: row.number })} onCancel={onClose} footer={null}>
      <DataState query={query}>
        {(reports) =>
          reports.map((r) => (
            <section key={r.id}>
              <p>
                {t('looked', { who: r.who, when: instantText(r.at) })}{' '}
                <StatusChip tone={tones[r.conclusion]}>{t(`conclusions.${r.conclusion}`)}</StatusChip>{' '}
                {r.note}
              </p>
              <p className="quiet">
                {[r.sought.self.name, r.sought.other.name].filter(Boolean).join(' ↔ ')} ·{' '}
                {t('found', { count: r.matches.length })}
              </p>
              {(r.cause || r.about) && (
                <p className="quiet">
                  {r.cause && tl(`cause.${r.cause}`)} {r.about}
                </p>
              )}
              <ul className="person-list">
                {r.matches.map((m) => (
                  <MatchLine key={`${m.side}${m.personId}`} match={m} />
                ))}
              </ul>
            </section>
          ))
        }
      </DataState>
    </Modal>
  );
}
