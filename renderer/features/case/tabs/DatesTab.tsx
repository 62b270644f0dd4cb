import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deadline } from '../../../../shared/features/deadlines/deadlines.contract.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { knowsEvent } from '../../../../shared/law/tracks/catalogue.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { useSourceText } from '../../../ui/citation.ts';
import { DataState, EmptyState } from '../../../ui/DataState.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { type DayMark, MonthGrid } from '../../../ui/MonthGrid.tsx';
import { ProvisionalMark, StatusChip, type Tone } from '../../../ui/StatusChip.tsx';
import { useToday } from '../../../ui/today.ts';
import { VerificationChip, type Working, WorkingButton } from '../../../ui/WorkingSheet.tsx';
import { useBearerName, useEventName } from '../../cases/names.ts';
import { deadlinesQuery } from '../case.queries.ts';
import { DateActions } from '../dates/DateActions.tsx';
import { LedgerPanel } from '../dates/LedgerPanel.tsx';
import { NextSteps } from '../dates/NextSteps.tsx';
import { OwnDates } from '../dates/OwnDates.tsx';
import { newId } from '../field-link.ts';
import { recordStep } from '../next-act.ts';
import { usePlace } from '../use-place.ts';
import type { TabProps } from './tab.ts';

const tones: Record<Deadline['status'], Tone> = {
  open: 'accent',
  met: 'green',
  overdue: 'red',
  superseded: 'neutral',
  lapsed: 'red',
  suspended: 'amber',
  'no-limit': 'neutral',
  'not-applicable': 'neutral',
};

/** The dated facts on the left, what follows from them on the right. */
export function DatesTab({ file, readOnly }: TabProps) {
  const { t } = useTranslation('case');
  const { t: tt } = useTranslation('tracks');
  const { show, go } = usePlace();
  const name = useEventName(file.track);
  const dates = useQuery(deadlinesQuery(file.id));
  const events = [...file.events].sort((a, b) => a.date.localeCompare(b.date));
  return (
    <div className="gd-dates">
      <section className="gd-events">
        <header className="gd-bar">
          <h2>{t('dates.events')}</h2>
          <span className="gd-spring" />
          {!readOnly && (
            <Button size="small" type="primary" onClick={() => show({ kind: 'event', id: newId })}>
              {t('dates.record')}
            </Button>
          )}
        </header>
        {events.length === 0 && <p className="gd-quiet">{t('dates.noEvents')}</p>}
        <ol className="plain">
          {events.map((e) => (
            <li key={e.id}>
              <button type="button" className="gd-event" onClick={() => show({ kind: 'event', id: e.id })}>
                <time className="tabular" dateTime={e.date}>
                  {e.date}
                </time>
                <span>
                  {name(e.type)}
                  {e.note && <span className="gd-quiet"> {e.note}</span>}
                  {file.unexpectedEventIds.includes(e.id) && (
                    <span className="gd-check">
                      {e.reason ? tt('reasonShown', { reason: e.reason }) : t('dates.unexpected')}
                    </span>
                  )}
                  {!knowsEvent(file.track, e.type) && <span className="gd-check">{tt('foreign')}</span>}
                  {e.setOn && (
                    <span className="gd-quiet">
                      {' '}
                      {tt('setOn')} {e.setOn}
                    </span>
                  )}
                  {e.days !== null && (
                    <span className="gd-quiet">
                      {' '}
                      {tt('days')} {e.days}
                    </span>
                  )}
                  {e.until && (
                    <span className="gd-quiet">
                      {' '}
                      {tt('fixed')} {e.until}
                    </span>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ol>
        {!readOnly && (
          <>
            <h2>{tt('next')}</h2>
            <NextSteps file={file} onChoose={(event) => go(recordStep(event))} />
          </>
        )}
      </section>
      <section className="gd-derived">
        <OwnDates file={file} readOnly={readOnly} />
        <LedgerPanel caseId={file.id} />
        <h2>{t('dates.derived')}</h2>
        <DataState
          query={dates}
          isEmpty={(d) => d.length === 0}
          empty={<EmptyState title={t('dates.none')} text={t('dates.noneText')} />}
        >
          {(data) => (
            <ul className="plain">
              {[...data].sort(byUrgency).map((d) => (
                <DeadlineRow key={d.id} deadline={d}>
                  <DateActions file={file} deadline={d} readOnly={readOnly} />
                </DeadlineRow>
              ))}
            </ul>
          )}
        </DataState>
      </section>
    </div>
  );
}

const order: Record<Deadline['status'], number> = {
  overdue: 0,
  open: 1,
  suspended: 2,
  'no-limit': 3,
  lapsed: 4,
  met: 5,
  superseded: 6,
  'not-applicable': 7,
};
function byUrgency(a: Deadline, b: Deadline): number {
  return order[a.status] - order[b.status] || (a.due ?? '9').localeCompare(b.due ?? '9');
}

function DeadlineRow({ deadline: d, children }: { deadline: Deadline; children: ReactNode }) {
  const { t } = useTranslation('case');
  const { t: tl } = useTranslation('law');
  const bilingual = useBilingual();
  const bearer = useBearerName();
  const source = useSourceText();
  const live = d.status === 'open' || d.status === 'overdue';
  const working: Working = {
    title: bilingual(d.title),
    ...(d.due ? { result: d.due } : {}),
    lines: d.working.map(bilingual),
    skipped: d.skipped.map((s) => ({ date: s.date, reason: bilingual(s.reason) })),
    source: { citation: source.cite(d.source), version: source.version(d.source.version) },
    furtherSources: (d.furtherSources ?? []).map((s) => ({
      citation: source.cite(s),
      version: source.version(s.version),
    })),
    status: d.verification,
    warnings: d.warnings.map(bilingual),
  };
  return (
    <li className={`gd-deadline gd-d-${d.status}`}>
      <div className="gd-deadline-when">
        {d.due ? (
          <DateText date={d.due} due={live} />
        ) : (
          <span className="gd-quiet">{t('dates.noLimit')}</span>
        )}
        {d.unrolled && d.unrolled !== d.due && (
          <span className="gd-quiet tabular">{t('dates.rolled', { date: d.unrolled })}</span>
        )}
      </div>
      <div className="gd-deadline-what">
        <p>
          <strong>{bilingual(d.title)}</strong>{' '}
          <StatusChip tone={tones[d.status]}>{t(`dateStatus.${d.status}`)}</StatusChip>{' '}
          {d.force !== 'statutory' && <StatusChip tone="amber">{tl(`force.${d.force}` as never)}</StatusChip>}{' '}
          {d.provisional && <ProvisionalMark />}
        </p>
        <p className="gd-quiet">
          {t('dates.bearer', { who: bearer(d.bearer) })} ·{' '}
          {t('dates.from', { trigger: bilingual(d.trigger.words), date: d.trigger.date ?? '' })}
          {d.trigger.restartedOn && ` · ${t('dates.restarted', { date: d.trigger.restartedOn })}`}
          {d.metOn && ` · ${t('dates.metOn', { date: d.metOn })}`}
        </p>
        {live && (
          <p className="gd-quiet">
            {t('dates.ifMissed')}
            {bilingual(d.ifMissed)}
          </p>
        )}
        {d.warnings.map((w) => (
          <p key={w.zh} className="gd-check">
            {bilingual(w)}
          </p>
        ))}
        <p className="gd-source">
          {[d.source, ...(d.furtherSources ?? [])].map(source.cite).join(t('listSemicolon'))}{' '}
          <VerificationChip status={d.verification} />
        </p>
        {children}
      </div>
      <WorkingButton symbol="§" working={working}>
        <DeadlineCalendar deadline={d} />
      </WorkingButton>
    </li>
  );
}

/** The month of the due date, with the first day, the days that did not count, and the last. */
function DeadlineCalendar({ deadline: d }: { deadline: Deadline }) {
  const { t } = useTranslation('case');
  const bilingual = useBilingual();
  const today = useToday();
  const [month, setMonth] = useState<PlainDate>(d.due ?? d.trigger.date ?? today);
  const skipped = useMemo(() => new Map(d.skipped.map((s) => [s.date as string, s.reason])), [d.skipped]);
  const markOf = (day: PlainDate): DayMark | null => {
    if (day === d.due) return { kind: 'due', label: t('dates.dueDay') };
    if (day === d.trigger.date) return { kind: 'trigger', label: bilingual(d.trigger.words) };
    const reason = skipped.get(day);
    if (reason) return { kind: 'skipped', label: bilingual(reason) };
    if (d.trigger.date && d.due && day > d.trigger.date && day < d.due)
      return { kind: 'counted', label: t('dates.counted') };
    return null;
  };
  return <MonthGrid month={month} today={today} markOf={markOf} onMonth={setMonth} />;
}
