import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBilingual } from '../../app/i18n.ts';
import { callQuery } from '../../app/query.ts';
import { platform } from '../../transport/platform.ts';
import { DataState, EmptyState } from '../../ui/DataState.tsx';
import { DateInput } from '../../ui/DateInput.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { timeText, useToday } from '../../ui/today.ts';
import type { ChangeSearch } from './DatesPage.tsx';
import type { DatesSearch } from './dates.search.ts';

/** What was entered or moved on a day; printed, a second person checks and signs it. */
export function EntriesView({
  search,
  onChange,
}: {
  readonly search: DatesSearch;
  readonly onChange: ChangeSearch;
}) {
  const { t, i18n } = useTranslation('dates');
  const pick = useBilingual();
  const today = useToday();
  const { fail } = useNotices();
  const [busy, setBusy] = useState(false);
  const on = search.day ?? today;
  const query = useQuery({
    ...callQuery(['case', 'entries', on] as const, 'calendar.entries', { on }),
    staleTime: 0,
  });
  const print = async (): Promise<void> => {
    setBusy(true);
    try {
      const made = await platform().client.call('calendar.entryList', {
        on,
        language: i18n.language === 'en' ? 'en' : 'zh-CN',
      });
      await platform().saveFile(made.token, made.fileName);
    } catch (error) {
      fail(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div className="dates-bar dates-entries-bar">
        <span>{t('entries.day')}</span>
        <DateInput
          aria-label={t('entries.day')}
          value={on}
          onChange={(day) => onChange({ day: day ?? undefined })}
        />
        <Button
          icon={<Icon name="print" size={14} />}
          loading={busy}
          disabled={!query.data || query.data.items.length === 0}
          onClick={() => void print()}
        >
          {t('actions.print')}
        </Button>
      </div>
      <DataState
        query={query}
        rows={12}
        isEmpty={(d) => d.items.length === 0}
        empty={<EmptyState title={t('entries.none')} text={t('entries.noneText')} />}
      >
        {(data) => (
          <div className="dates-scroll">
            <p className="quiet dates-lead">
              {t('entries.lead')} {data.more && t('entries.more')}
            </p>
            <table className="list dates-entries">
              <thead>
                <tr>
                  {(['number', 'what', 'trigger', 'due', 'before', 'by'] as const).map((name) => (
                    <th key={name} scope="col">
                      {t(`entries.columns.${name}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.items.map((e) => (
                  <tr key={e.id}>
                    <td className="tabular">
                      <Link to="/cases/$caseId" params={{ caseId: e.caseId }} search={{ tab: 'dates' }}>
                        {e.number}
                      </Link>
                    </td>
                    <td>{e.title ? pick(e.title) : e.label}</td>
                    <td className="tabular">{e.trigger}</td>
                    <td className="tabular">
                      <strong>{e.due}</strong>
                    </td>
                    <td className="tabular">{e.before}</td>
                    <td className="tabular">
                      {e.userName} {timeText(e.enteredAt)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </DataState>
    </>
  );
}
