import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import type { BoardRow } from '../../../shared/features/deadlines/deadlines.contract.ts';
import { useBilingual } from '../../app/i18n.ts';
import { useMay } from '../../app/session.tsx';
import { DataState, EmptyState } from '../../ui/DataState.tsx';
import { DateText, useDueText, useWeekdayText } from '../../ui/DateText.tsx';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProvisionalMark } from '../../ui/StatusChip.tsx';
import { TodoLinks } from '../../ui/TodoLinks.tsx';
import { useToday } from '../../ui/today.ts';
import { useBearerName } from '../cases/names.ts';
import { usePartiesText } from '../cases/parties.ts';
import { Waiting } from '../tasks/Waiting.tsx';
import { useUndoKey } from '../undo/use-undo.ts';
import './today.css';
import { boardQuery } from './today.queries.ts';

type Board = Output<'deadlines.board'>;

const groups = [
  { name: 'overdue', icon: 'overdue' },
  { name: 'dueToday', icon: 'clock' },
  { name: 'nextSevenDays', icon: 'today' },
  { name: 'later', icon: 'right' },
] as const satisfies readonly { name: keyof Board; icon: IconName }[];

/** So many of what is due later are shown before the person asks for more. */
const laterShown = 12;

/** What is due, the most urgent first. */
export function TodayPage() {
  const { t } = useTranslation('today');
  const { t: tc } = useTranslation();
  const query = useQuery(boardQuery());
  const today = useToday();
  const day = useWeekdayText();
  const { refetch } = query;
  useUndoKey('tasks', useMay('case.write'));

  // Past midnight the same dates fall into other groups.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the day is the reason to ask again
  useEffect(() => void refetch(), [today, refetch]);

  return (
    <>
      <PageHeader
        title={tc('nav.today')}
        aside={
          <>
            {`${today} ${day(today)}`}
            <TodoLinks />
          </>
        }
      >
        {query.data && query.data.openCasesWithoutDate > 0 && (
          <Link to="/dates" search={{ view: 'bare' }} className="quiet-link">
            {t('withoutDate', { count: query.data.openCasesWithoutDate })}
          </Link>
        )}
      </PageHeader>
      <Waiting />
      <DataState query={query} rows={10}>
        {(board) => <Groups board={board} />}
      </DataState>
    </>
  );
}

function Groups({ board }: { board: Board }) {
  const { t } = useTranslation('today');
  const navigate = useNavigate();
  const pick = useBilingual();
  const mayWrite = useMay('case.write');
  const due = useDueText();
  const parties = usePartiesText();
  const pressing = board.overdue.length + board.dueToday.length + board.nextSevenDays.length;
  const next = board.later[0];
  if (pressing === 0 && !next)
    return (
      <EmptyState title={t('zero.title')} text={t('zero.nothing')}>
        <Button onClick={() => void navigate({ to: '/cases' })}>{t('zero.cases')}</Button>
        {mayWrite && (
          <Button type="primary" onClick={() => void navigate({ to: '/intake' })}>
            {t('zero.new')}
          </Button>
        )}
      </EmptyState>
    );
  return (
    <div className="today">
      {pressing === 0 && next && (
        <div className="today-calm">
          <Icon name="check" size={20} />
          <p>
            <strong>{t('zero.title')}</strong>
            <br />
            {t('zero.next', {
              date: next.due,
              left: due(next.due, board.today),
              what: pick(next.title),
              who: parties(next),
            })}
          </p>
        </div>
      )}
      {groups.map(
        ({ name, icon }) =>
          board[name].length > 0 && <Group key={name} name={name} icon={icon} rows={board[name]} />,
      )}
    </div>
  );
}

function Group({
  name,
  icon,
  rows,
}: {
  name: (typeof groups)[number]['name'];
  icon: IconName;
  rows: readonly BoardRow[];
}) {
  const { t } = useTranslation('today');
  const [all, setAll] = useState(name !== 'later');
  const shown = all ? rows : rows.slice(0, laterShown);
  return (
    <section className={`today-group today-${name}`} aria-labelledby={`today-${name}`}>
      <h2 id={`today-${name}`}>
        <Icon name={icon} /> {t(`group.${name}`)} <span className="count tabular">{rows.length}</span>
      </h2>
      <ul className="plain">
        {shown.map((row) => (
          <Row key={`${row.caseId} ${row.ruleId} ${row.due}`} row={row} />
        ))}
      </ul>
      {shown.length < rows.length && (
        <button type="button" className="link today-more" onClick={() => setAll(true)}>
          {t('more', { count: rows.length - shown.length })}
        </button>
      )}
    </section>
  );
}

function Row({ row }: { row: BoardRow }) {
  const pick = useBilingual();
  const parties = usePartiesText();
  const bearer = useBearerName();
  const title = parties(row);
  return (
    <li>
      <Link
        to="/cases/$caseId"
        params={{ caseId: row.caseId }}
        search={{ tab: 'dates' }}
        className="today-row"
      >
        <DateText date={row.due} due />
        <span className="today-what">
          <span className="cut" title={pick(row.title)}>
            {pick(row.title)}
          </span>
          {row.provisional && <ProvisionalMark />}
        </span>
        <span className="today-bearer quiet cut">{bearer(row.bearer)}</span>
        <span className="cut" title={title}>
          {title}
        </span>
        <span className="quiet tabular cut" title={row.number}>
          {row.number}
        </span>
        <span className="quiet cut">{row.handlerName}</span>
      </Link>
    </li>
  );
}
