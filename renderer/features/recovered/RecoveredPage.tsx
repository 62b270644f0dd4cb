import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Checkbox, Dropdown, Input, Segmented } from 'antd';
import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RecoveryGroup, recoveryGroups } from '../../../shared/features/outcomes/outcomes.contract.ts';
import { callQuery } from '../../app/query.ts';
import { platform } from '../../transport/platform.ts';
import { DataState, EmptyState } from '../../ui/DataState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { MoneyText } from '../../ui/MoneyText.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import './recovered.css';
import { Select } from '../../ui/Select.tsx';
import type { RecoveredSearch } from './recovered.search.ts';

const money = ['claimed', 'computed', 'granted', 'paid', 'owed', 'over'] as const;

/** Money claimed, computed, agreed or awarded, paid and owed: by worker, case, employer or project. */
export function RecoveredPage() {
  const { t, i18n } = useTranslation('outcome');
  const search: RecoveredSearch = useSearch({ from: '/recovered' });
  const navigate = useNavigate();
  const { say, fail } = useNotices();
  const [text, setText] = useState(search.text ?? '');
  const later = useDeferredValue(text);
  const go = (change: { [K in keyof RecoveredSearch]?: RecoveredSearch[K] | undefined }): void => {
    const next = Object.entries({ ...search, ...change }).filter(([, v]) => v !== undefined && v !== '');
    void navigate({ to: '/recovered', search: Object.fromEntries(next), replace: true });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed changes the address by itself
  useEffect(() => {
    if ((search.text ?? '') !== later) go({ text: later });
  }, [later]);
  const by: RecoveryGroup = search.by ?? 'case';
  const asked = {
    by,
    text: later,
    status: search.status ?? ('all' as const),
    owedOnly: search.owed ?? false,
  };
  const query = useQuery({
    ...callQuery(['case', 'recovered', asked] as const, 'recovered.list', asked),
    placeholderData: keepPreviousData,
  });
  const exportAs = async (format: 'xlsx' | 'csv'): Promise<void> => {
    try {
      const language = i18n.language === 'en' ? 'en' : 'zh-CN';
      const file = await platform().client.call('recovered.export', { ...asked, format, language });
      if (await platform().saveFile(file.token, file.fileName))
        say(t('recovered.exported', { count: file.rows }));
    } catch (error) {
      fail(error);
    }
  };
  return (
    <div className="recovered">
      <PageHeader title={t('recovered.title')}>
        <Dropdown
          trigger={['click']}
          menu={{
            items: (['xlsx', 'csv'] as const).map((format) => ({
              key: format,
              label: t(`recovered.${format}`),
              onClick: () => void exportAs(format),
            })),
          }}
        >
          <Button>
            {t('recovered.export')} <Icon name="down" size={12} />
          </Button>
        </Dropdown>
      </PageHeader>
      <p className="quiet">{t('recovered.lead')}</p>
      <div className="recovered-filter">
        <Segmented<RecoveryGroup>
          value={by}
          onChange={(next) => go({ by: next })}
          options={recoveryGroups.map((value) => ({ value, label: t(`recovered.by.${value}`) }))}
        />
        <Input
          allowClear
          prefix={<Icon name="search" size={14} />}
          placeholder={t('recovered.find')}
          aria-label={t('recovered.find')}
          value={text}
          onChange={(e) => setText(e.target.value)}
        />
        <Select
          aria-label={t('recovered.status.all')}
          value={search.status ?? 'all'}
          onChange={(v: 'all' | 'open' | 'closed') => go({ status: v === 'all' ? undefined : v })}
          options={(['all', 'open', 'closed'] as const).map((value) => ({
            value,
            label: t(`recovered.status.${value}`),
          }))}
        />
        <Checkbox
          checked={search.owed ?? false}
          onChange={(e) => go({ owed: e.target.checked ? true : undefined })}
        >
          {t('recovered.owedOnly')}
        </Checkbox>
      </div>
      <DataState
        query={query}
        rows={14}
        isEmpty={(data) => data.count === 0}
        empty={<EmptyState title={t('recovered.empty')} text={t('recovered.emptyText')} />}
      >
        {(data) => (
          <>
            <p className="quiet" role="status">
              {data.rows.length < data.count
                ? t('recovered.shown', { count: data.count, shown: data.rows.length })
                : t('recovered.count', { count: data.count })}
            </p>
            <div className="recovered-scroll">
              <table className="list recovered-list">
                <thead>
                  <tr>
                    <th scope="col">{t(`recovered.by.${by}`)}</th>
                    {by !== 'case' && (
                      <th scope="col" className="num">
                        {t('recovered.cases')}
                      </th>
                    )}
                    {by !== 'worker' && (
                      <th scope="col" className="num">
                        {t('recovered.workers')}
                      </th>
                    )}
                    {money.map((key) => (
                      <th key={key} scope="col" className="num">
                        {t(`recovered.${key}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {data.rows.map((row) => (
                    <tr key={row.key}>
                      <td>
                        {row.caseId ? (
                          <Link
                            to="/cases/$caseId"
                            params={{ caseId: row.caseId }}
                            search={{ tab: 'outcome' }}
                          >
                            {row.label || t(`recovered.none.${by}`)}
                          </Link>
                        ) : (
                          row.label || t(`recovered.none.${by}`)
                        )}
                      </td>
                      {by !== 'case' && <td className="num tabular">{row.cases}</td>}
                      {by !== 'worker' && <td className="num tabular">{row.workers}</td>}
                      {money.map((key) => (
                        <td key={key} className="num">
                          <MoneyText fen={row[`${key}Fen`]} />
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr>
                    <th scope="row">{t('recovered.total')}</th>
                    {by !== 'case' && <td />}
                    {by !== 'worker' && <td />}
                    {money.map((key) => (
                      <td key={key} className="num">
                        <MoneyText fen={data.totals[`${key}Fen`]} />
                      </td>
                    ))}
                  </tr>
                </tfoot>
              </table>
            </div>
          </>
        )}
      </DataState>
    </div>
  );
}
