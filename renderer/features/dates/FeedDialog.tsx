import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal, Radio, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import { feedDetails } from '../../../shared/features/calendar/calendar.contract.ts';
import { addDays, type PlainDate } from '../../../shared/kernel/date.ts';
import { sentenceKeys } from '../../../shared/kernel/errors.ts';
import { callQuery, useCall } from '../../app/query.ts';
import { failureOf } from '../../transport/failure.ts';
import { platform } from '../../transport/platform.ts';
import { DataState } from '../../ui/DataState.tsx';
import { DateInput } from '../../ui/DateInput.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { issueSentence } from '../../ui/failure-text.ts';
import { useNotices } from '../../ui/notices.tsx';
import { instantText, useToday } from '../../ui/today.ts';
import { type DatesSearch, filterOf } from './dates.search.ts';

type Detail = (typeof feedDetails)[number];
type Feed = Output<'calendar.feed'>;

function DetailChoice({
  value,
  onChange,
}: {
  readonly value: Detail;
  readonly onChange: (v: Detail) => void;
}) {
  const { t } = useTranslation('dates');
  return (
    <FormField label={t('export.detail')}>
      {({ id }) => (
        <Radio.Group
          id={id}
          aria-label={t('export.detail')}
          vertical
          value={value}
          onChange={(e) => onChange(e.target.value as Detail)}
          options={feedDetails.map((detail) => ({ value: detail, label: t(`detail.${detail}`) }))}
        />
      )}
    </FormField>
  );
}

/** Dates of a stretch as a calendar file, with no more of the parties than is chosen. */
export function ExportDialog({
  search,
  onClose,
}: {
  readonly search: DatesSearch;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation('dates');
  const { t: tc } = useTranslation();
  const today = useToday();
  const { say, fail } = useNotices();
  const [from, setFrom] = useState<PlainDate | null>(today);
  const [to, setTo] = useState<PlainDate | null>(addDays(today, 90));
  const [detail, setDetail] = useState<Detail>('number');
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    if (!from || !to) return;
    setBusy(true);
    try {
      const made = await platform().client.call('calendar.export', {
        what: { from, to, ...filterOf(search) },
        detail,
        language: i18n.language === 'en' ? 'en' : 'zh-CN',
      });
      if (await platform().saveFile(made.token, made.fileName)) {
        say(t('export.done', { count: made.events }));
        onClose();
      }
    } catch (error) {
      fail(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('export.title')}
      onCancel={onClose}
      okText={t('export.make')}
      cancelText={tc('action.cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: !from || !to }}
      onOk={() => void run()}
    >
      <FormField label={t('export.from')}>
        {(field) => <DateInput {...field} value={from} onChange={setFrom} />}
      </FormField>
      <FormField label={t('export.to')}>
        {(field) => <DateInput {...field} value={to} onChange={setTo} />}
      </FormField>
      <DetailChoice value={detail} onChange={setDetail} />
    </Modal>
  );
}

/** The calendar file that the program keeps up to date outside the encrypted office. */
export function FeedDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('dates');
  const query = useQuery(callQuery(['office', 'feed'] as const, 'calendar.feed', {}));
  return (
    <Modal open title={t('feed.title')} onCancel={onClose} footer={null} width={600} destroyOnHidden>
      <p>{t('feed.lead')}</p>
      <p className="note note-amber feed-warning">{t('feed.warning')}</p>
      <DataState query={query} rows={4}>
        {(feed) => <FeedForm key={feed?.folder ?? ''} feed={feed} onClose={onClose} />}
      </DataState>
    </Modal>
  );
}

function FeedForm({ feed, onClose }: { readonly feed: Feed; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('dates');
  const { t: te } = useTranslation('errors');
  const { say, fail } = useNotices();
  const save = useCall('calendar.saveFeed', ['office']);
  const [folder, setFolder] = useState(feed?.folder ?? '');
  const [scope, setScope] = useState(feed?.scope ?? 'mine');
  const [detail, setDetail] = useState<Detail>(feed?.detail ?? 'number');
  const [bad, setBad] = useState<string | null>(null);
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const choose = async (): Promise<void> => {
    const chosen = await platform().pickFolder('calendar-feed');
    if (chosen) setFolder(chosen);
  };
  const set = (wanted: Parameters<typeof save.mutate>[0]['feed']): void =>
    save.mutate(
      { feed: wanted, language },
      {
        onSuccess: ({ events }) => {
          say(wanted ? t('feed.saved', { count: events }) : t('feed.ended'));
          onClose();
        },
        onError: (error) => {
          const issue = failureOf(error).issues?.[0];
          setBad(issue ? issueSentence(te, issue) : null);
          if (!issue) fail(error);
        },
      },
    );
  const [errorKey] = feed?.error
    ? sentenceKeys({ code: 'rule-violation', details: { rule: feed.error } })
    : [];
  return (
    <>
      <FormField label={t('feed.folder')} help={t('feed.folderHelp')} error={bad} required>
        {(field) => (
          <div className="feed-folder">
            <Input {...field} value={folder} onChange={(e) => setFolder(e.target.value)} />
            {platform().canPickFolder && <Button onClick={() => void choose()}>{t('feed.choose')}</Button>}
          </div>
        )}
      </FormField>
      <FormField label={t('feed.scope')}>
        {({ id }) => (
          <Segmented
            id={id}
            aria-label={t('feed.scope')}
            value={scope}
            onChange={setScope}
            options={(['mine', 'all'] as const).map((value) => ({ value, label: t(`feed.${value}`) }))}
          />
        )}
      </FormField>
      <DetailChoice value={detail} onChange={setDetail} />
      {feed?.writtenAt && (
        <p className="quiet">{t('feed.written', { at: instantText(feed.writtenAt).slice(0, 16) })}</p>
      )}
      {errorKey && (
        <p className="field-error" role="alert">
          {t('feed.failed', { reason: te(errorKey as never) as unknown as string })}
        </p>
      )}
      <div className="dialog-actions">
        {feed && (
          <Button danger onClick={() => set(null)}>
            {t('feed.off')}
          </Button>
        )}
        <Button
          type="primary"
          loading={save.isPending}
          disabled={folder.trim() === ''}
          onClick={() => set({ folder: folder.trim(), scope, detail })}
        >
          {t(feed ? 'feed.change' : 'feed.on')}
        </Button>
      </div>
    </>
  );
}
