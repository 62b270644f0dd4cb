import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Ledger } from '../../../../shared/features/deadlines/deadlines.contract.ts';
import { daysBetween, type PlainDate } from '../../../../shared/kernel/date.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { callQuery } from '../../../app/query.ts';
import { ProvisionalMark } from '../../../ui/StatusChip.tsx';
import { useToday } from '../../../ui/today.ts';
import { caseKey } from '../case.queries.ts';
import './dates.css';

/** The limitation periods of a case drawn on a line of time, and the same in words. */
export function LedgerPanel({ caseId }: { readonly caseId: string }) {
  const query = useQuery(callQuery([...caseKey(caseId), 'ledger'] as const, 'deadlines.ledger', { caseId }));
  return query.data?.map((ledger) => <LedgerLine key={ledger.ruleId} ledger={ledger} />);
}

const width = 640;
const bar = { y: 18, height: 12 };

export function LedgerLine({ ledger }: { readonly ledger: Ledger }) {
  const { t } = useTranslation('case');
  const bilingual = useBilingual();
  const today = useToday();
  const first = ledger.segments[0]?.from ?? today;
  const days = [
    today,
    ...(ledger.lastDay ? [ledger.lastDay] : []),
    ...ledger.segments.flatMap((s) => [s.from, ...(s.to ? [s.to] : [])]),
  ].sort();
  const start = days[0] ?? first;
  const span = Math.max(1, daysBetween(start, days.at(-1) ?? today));
  const x = (day: PlainDate): number => (daysBetween(start, day) / span) * (width - 2) + 1;
  const textOf = (s: Ledger['segments'][number]): string => {
    const state = t(`ledger.state.${s.state}`);
    const by = s.event ? t('ledger.by', { event: bilingual(s.event) }) : '';
    const line = s.to
      ? t('ledger.line', { from: s.from, to: s.to, state })
      : t('ledger.open', { from: s.from, state });
    return line + by;
  };
  const last = ledger.lastDay
    ? t('ledger.lastDay', { date: ledger.lastDay })
    : ledger.state === 'stopped'
      ? t('ledger.noLastDay')
      : '';
  return (
    <section className="gd-ledger">
      <h2>
        {t('ledger.title')} <span className="gd-quiet">{bilingual(ledger.title)}</span>
      </h2>
      <svg
        viewBox={`0 0 ${width} 48`}
        role="img"
        aria-label={[bilingual(ledger.title), ...ledger.segments.map(textOf), last].join(t('listSemicolon'))}
      >
        {ledger.segments.map((s) => {
          const from = x(s.from);
          const to = s.to ? x(s.to) : width - 1;
          return (
            <rect
              key={`${s.from}${s.state}`}
              className={`gd-ledger-${s.state}`}
              x={from}
              y={bar.y}
              width={Math.max(2, to - from)}
              height={bar.height}
            >
              <title>{textOf(s)}</title>
            </rect>
          );
        })}
        {ledger.lastDay && <Mark at={x(ledger.lastDay)} label={ledger.lastDay} kind="last" />}
        <Mark at={x(today)} label={t('ledger.today')} kind="today" />
      </svg>
      <ol className="plain tabular gd-ledger-text">
        {ledger.segments.map((s) => (
          <li key={`${s.from}${s.state}`}>
            <span className={`gd-ledger-key gd-ledger-${s.state}`} aria-hidden="true" /> {textOf(s)}
          </li>
        ))}
      </ol>
      <p>
        <strong className="tabular">{last}</strong> {ledger.provisional && <ProvisionalMark />}
      </p>
      {ledger.otherReadings.map((r) => (
        <p key={r.lastDay + r.text.zh} className="gd-quiet">
          {t('ledger.reading', { text: bilingual(r.text), date: r.lastDay })}
        </p>
      ))}
      {ledger.notes.map((note) => (
        <p key={note.zh} className="gd-check">
          {bilingual(note)}
        </p>
      ))}
    </section>
  );
}

/** Today stands above the bar and the last day below it, so that they never cover each other. */
function Mark({ at, label, kind }: { at: number; label: string; kind: 'last' | 'today' }) {
  const anchor = at > width * 0.85 ? 'end' : at < width * 0.15 ? 'start' : 'middle';
  return (
    <g className={`gd-ledger-mark gd-ledger-mark-${kind}`}>
      <line x1={at} x2={at} y1={bar.y - 4} y2={bar.y + bar.height + 4} />
      <text x={at} y={kind === 'today' ? 11 : 45} textAnchor={anchor}>
        {label}
      </text>
    </g>
  );
}
