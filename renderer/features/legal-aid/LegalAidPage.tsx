import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Dropdown, Input, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import { type AidList, aidLists } from '../../../shared/features/legal-aid/legal-aid.contract.ts';
import { useMay } from '../../app/session.tsx';
import { platform } from '../../transport/platform.ts';
import { DataState, Loading } from '../../ui/DataState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useUndoKey } from '../undo/use-undo.ts';
import { CaseLines } from './CaseLines.tsx';
import './legal-aid.css';
import { LawyerList } from './LawyerList.tsx';
import { aidOfficeQuery } from './legal-aid.queries.ts';
import type { LegalAidSearch } from './legal-aid.search.ts';
import { StandardList } from './StandardList.tsx';
import { SubsidyLines } from './SubsidyLines.tsx';
import { VisitRule } from './VisitRule.tsx';

type LineList = 'waiting' | 'toAssign' | 'visits' | 'closing';

/** Lists whose first lines say what they say whatever follows; the others have sums or are put together by lawyer. */
const isLineList = (list: AidList): list is LineList =>
  list === 'waiting' || list === 'toAssign' || list === 'visits' || list === 'closing';

/** The page with one of its lists: the first lines as soon as they are there, then all of them. */
function useAidPage(list: AidList): UseQueryResult<Output<'aid.office'>> {
  const byLines = isLineList(list);
  const first = useQuery({
    ...aidOfficeQuery(list, 'first'),
    enabled: byLines,
    placeholderData: keepPreviousData,
  });
  const found = byLines && !first.isPlaceholderData ? first.data : undefined;
  const isWhole = byLines && found !== undefined && found[list].length >= found.counts[list];
  const all = useQuery({
    ...aidOfficeQuery(list, 'all'),
    enabled: !byLines || (found !== undefined && !isWhole),
    placeholderData: keepPreviousData,
  });
  const hasAll = all.data !== undefined && !all.isPlaceholderData;
  if (byLines) return (hasAll || all.isError) && !isWhole ? all : first;
  // The tabs of the list before stay, so that the keyboard keeps its place.
  return all.data === undefined && !all.isError && first.data !== undefined ? first : all;
}

/** The legal-aid office's own work: what waits, for whom, until when. */
export function LegalAidPage() {
  const { t, i18n } = useTranslation('legal-aid');
  const search: LegalAidSearch = useSearch({ from: '/legal-aid' });
  const navigate = useNavigate();
  const { say, fail } = useNotices();
  const [text, setText] = useState('');
  const list = search.list ?? 'waiting';
  const query = useAidPage(list);
  useUndoKey('legal-aid', useMay('case.write'));

  async function exportAs(format: 'xlsx' | 'csv'): Promise<void> {
    try {
      const language = i18n.language === 'en' ? 'en' : 'zh-CN';
      const made = await platform().client.call('aid.exportSubsidies', { format, language });
      const name = await platform().saveFile(made.token, made.fileName);
      if (name !== null) say(t('office.saved', { name }));
    } catch (error) {
      fail(error);
    }
  }

  return (
    <div className="aid-page">
      <PageHeader title={t('office.title')}>
        <Input
          allowClear
          className="aid-filter"
          prefix={<Icon name="search" size={14} />}
          placeholder={t('office.filter')}
          aria-label={t('office.filter')}
          value={text}
          onChange={(e) => setText(e.target.value)}
        />
        <Dropdown
          trigger={['click']}
          menu={{
            items: (['xlsx', 'csv'] as const).map((format) => ({
              key: format,
              label: t(`office.${format}`),
              onClick: () => void exportAs(format),
            })),
          }}
        >
          <Button>
            {t('office.export')} <Icon name="down" size={12} />
          </Button>
        </Dropdown>
      </PageHeader>
      <DataState query={query} rows={12}>
        {(page) => (
          <>
            <Tabs
              activeKey={list}
              onChange={(key) => {
                const next = aidLists.find((l) => l === key);
                if (next) void navigate({ to: '/legal-aid', search: { list: next }, replace: true });
              }}
              items={aidLists
                .filter((l) => page.mayManage || (l !== 'lawyers' && l !== 'standards'))
                .map((key) => ({
                  key,
                  label: (
                    <>
                      {t(`office.${key}`)} <span className="quiet tabular">{page.counts[key]}</span>
                    </>
                  ),
                }))}
            />
            <div className="aid-list">
              {query.isPlaceholderData ? (
                <Loading rows={12} />
              ) : list === 'lawyers' ? (
                <LawyerList lawyers={page.lawyers} />
              ) : list === 'standards' ? (
                <StandardList standards={page.standards} />
              ) : list === 'subsidies' ? (
                <SubsidyLines page={page} text={text} />
              ) : (
                <>
                  {list === 'visits' && <VisitRule rule={page.visitRule} mayChange={page.mayManage} />}
                  <CaseLines list={list} lines={page[list]} text={text} lawyers={page.lawyers} />
                </>
              )}
            </div>
          </>
        )}
      </DataState>
    </div>
  );
}
