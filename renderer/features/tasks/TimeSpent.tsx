import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimeEntry } from '../../../shared/features/tasks/tasks.contract.ts';
import { type TimeCause, timeCauses } from '../../../shared/features/tasks/time-causes.ts';
import { useCall } from '../../app/query.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { failureOf } from '../../transport/failure.ts';
import { DataState } from '../../ui/DataState.tsx';
import { DateInput } from '../../ui/DateInput.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { issueSentence } from '../../ui/failure-text.ts';
import { useNotices } from '../../ui/notices.tsx';
import { Select } from '../../ui/Select.tsx';
import { useToday } from '../../ui/today.ts';
import { useUndoOffer } from '../undo/use-undo.ts';
import { minutesOf } from './minutes.ts';
import './tasks.css';
import { timeQuery } from './tasks.queries.ts';

/** Time on a case with its cause, for subsidies and for seeing where the work goes. */
export function TimeSpent({ caseId, readOnly = false }: { caseId: string; readOnly?: boolean }) {
  const { t } = useTranslation('tasks');
  const may = useMay('case.write') && !readOnly;
  const query = useQuery(timeQuery(caseId));
  const spent = useSpentText();
  return (
    <section className="time-spent" aria-label={t('time')}>
      <h2>{t('time')}</h2>
      {may && <TimeForm caseId={caseId} />}
      <DataState
        query={query}
        isEmpty={(d) => d.entries.length === 0}
        empty={<p className="quiet">{t('noTime')}</p>}
      >
        {({ entries, totals }) => (
          <>
            <p className="quiet">
              {t('timeTotal', { time: spent(totals.reduce((sum, x) => sum + x.minutes, 0)) })}
              {totals.map((x) => ` · ${t(`cause.${x.cause}`)} ${spent(x.minutes)}`)}
            </p>
            <table className="list">
              <thead>
                <tr>
                  {(['day', 'spent', 'causeOf', 'detail', 'who'] as const).map((key) => (
                    <th scope="col" key={key}>
                      {t(key)}
                    </th>
                  ))}
                  <th scope="col" />
                </tr>
              </thead>
              <tbody>
                {entries.map((entry) => (
                  <TimeRow key={entry.id} entry={entry} readOnly={!may} />
                ))}
              </tbody>
            </table>
          </>
        )}
      </DataState>
    </section>
  );
}

function useSpentText(): (minutes: number) => string {
  const { t } = useTranslation('tasks');
  return (minutes) =>
    minutes < 60
      ? t('minutes', { count: minutes })
      : t(minutes % 60 === 0 ? 'fullHours' : 'hours', {
          hours: Math.floor(minutes / 60),
          minutes: minutes % 60,
        });
}

function TimeRow({ entry, readOnly }: { entry: TimeEntry; readOnly: boolean }) {
  const { t } = useTranslation('tasks');
  const { state } = useSession();
  const { fail } = useNotices();
  const spent = useSpentText();
  const remove = useCall('time.remove', ['task']);
  const offer = useUndoOffer();
  return (
    <tr>
      <td className="tabular">{entry.workedOn}</td>
      <td className="tabular">{spent(entry.minutes)}</td>
      <td>{t(`cause.${entry.cause}`)}</td>
      <td>{entry.detail}</td>
      <td>{entry.userName}</td>
      <td>
        {entry.userId === state.user?.id && !readOnly && (
          <Button
            size="small"
            type="text"
            onClick={() =>
              // Awaited, because the line is off the page by the time it is done.
              void remove
                .mutateAsync({ id: entry.id, expectedVersion: entry.version })
                .then((done) => offer(t('timeRemoved'), done), fail)
            }
          >
            {t('remove')}
          </Button>
        )}
      </td>
    </tr>
  );
}

function TimeForm({ caseId }: { caseId: string }) {
  const { t } = useTranslation('tasks');
  const { t: te } = useTranslation('errors');
  const { fail } = useNotices();
  const today = useToday();
  const save = useCall('time.save', ['task']);
  const [workedOn, setWorkedOn] = useState<typeof today | null>(today);
  const [text, setText] = useState('');
  const [cause, setCause] = useState<TimeCause>('meeting');
  const [detail, setDetail] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});

  async function keep(): Promise<void> {
    const minutes = minutesOf(text);
    if (workedOn === null) return setErrors({ workedOn: te('required') });
    if (minutes === null) return setErrors({ minutes: te('minutes-range') });
    setErrors({});
    try {
      await save.mutateAsync({ caseId, workedOn, minutes, cause, detail });
      setText('');
      setDetail('');
    } catch (error) {
      const issues = failureOf(error).issues ?? [];
      if (issues.length === 0) fail(error);
      setErrors(Object.fromEntries(issues.map((i) => [i.path, issueSentence(te, i)])));
    }
  }

  return (
    <form
      className="time-form"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        void keep();
      }}
    >
      <FormField label={t('day')} error={errors.workedOn}>
        {(field) => <DateInput {...field} value={workedOn} onChange={setWorkedOn} />}
      </FormField>
      <FormField label={t('spent')} error={errors.minutes}>
        {(field) => (
          <Input {...field} value={text} placeholder="1:30" onChange={(e) => setText(e.target.value)} />
        )}
      </FormField>
      <FormField label={t('causeOf')}>
        {(field) => (
          <Select
            {...field}
            value={cause}
            onChange={setCause}
            options={timeCauses.map((value) => ({ value, label: t(`cause.${value}`) }))}
          />
        )}
      </FormField>
      <FormField label={t('detail')} error={errors.detail}>
        {(field) => <Input {...field} value={detail} onChange={(e) => setDetail(e.target.value)} />}
      </FormField>
      <Button htmlType="submit" loading={save.isPending}>
        {t('record')}
      </Button>
    </form>
  );
}
