import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../../shared/features/calendar/calendar.contract.ts';
import { useBilingual } from '../../app/i18n.ts';
import { useMay } from '../../app/session.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { ProvisionalMark, StatusChip } from '../../ui/StatusChip.tsx';
import { useToday } from '../../ui/today.ts';
import { placeOf } from '../case/case.search.ts';
import { useLastDate } from '../case/dates/use-last-date.tsx';
import { useCaseCall } from '../case/hearings/hearing-form.ts';
import { useBearerName } from '../cases/names.ts';
import { usePartiesText } from '../cases/parties.ts';
import { useUndoOffer } from '../undo/use-undo.ts';

export const kindIcons = {
  deadline: 'clock',
  hearing: 'group',
  predate: 'check',
} as const satisfies Record<AgendaItem['kind'], IconName>;

/** What a date is called, whoever named it. */
export function useAgendaTitle(): (item: AgendaItem) => string {
  const { t } = useTranslation('dates');
  const pick = useBilingual();
  return (item) =>
    item.hearingKind ? t(`hearing.${item.hearingKind}`) : item.title ? pick(item.title) : (item.label ?? '');
}

/** The place in its case where a date can be dealt with. */
export const placeOfItem = (item: Pick<AgendaItem, 'kind' | 'id'>) =>
  item.kind === 'hearing'
    ? placeOf('hearings', null)
    : item.kind === 'predate'
      ? placeOf('dates', { kind: 'predate', id: item.id })
      : placeOf('dates', null);

/** One line of the board. */
export function AgendaRow({ item }: { readonly item: AgendaItem }) {
  const { t } = useTranslation('dates');
  const title = useAgendaTitle();
  const parties = usePartiesText();
  const bearer = useBearerName();
  const today = useToday();
  const toRecord = item.kind === 'hearing' && item.due < today;
  const names = item.confirmedBy.map((c) => c.name).join('、');
  return (
    <li className="agenda-row">
      <Link
        to="/cases/$caseId"
        params={{ caseId: item.caseId }}
        search={placeOfItem(item)}
        className="agenda-link"
      >
        <DateText date={item.due} due />
        <span className="agenda-what">
          <Icon name={kindIcons[item.kind]} size={14} />
          <span className="cut" title={title(item)}>
            {item.start && <span className="tabular">{item.start} </span>}
            {title(item)}
          </span>
          {toRecord && <StatusChip tone="red">{t('toRecord')}</StatusChip>}
          {item.provisional && <ProvisionalMark />}
        </span>
        <span className="quiet cut">{item.roomName ?? (item.bearer ? bearer(item.bearer) : '')}</span>
        <span className="cut" title={parties(item)}>
          {parties(item)}
        </span>
        <span className="quiet tabular cut" title={item.number}>
          {item.number}
        </span>
        <span className="quiet cut">{item.handlerName}</span>
      </Link>
      <span className="agenda-end">
        {item.kind === 'deadline' && (
          <span
            className={item.confirmedBy.length > 0 ? 'agenda-confirmed' : 'quiet'}
            title={names ? t('confirmedBy', { names }) : ''}
          >
            {item.confirmedBy.length === 0 ? t('unconfirmed') : names}
          </span>
        )}
        {item.kind === 'predate' && <DoneButton item={item} />}
      </span>
    </li>
  );
}

function DoneButton({ item }: { readonly item: AgendaItem }) {
  const { t } = useTranslation('dates');
  const { fail } = useNotices();
  const mayWrite = useMay('case.write');
  const offer = useUndoOffer();
  const call = useCaseCall(item.caseId);
  const askLast = useLastDate(item.caseId);
  if (!mayWrite) return null;
  const close = async (): Promise<void> => {
    try {
      const closed = await askLast((acceptLast) =>
        call('calendar.closePredate', {
          caseId: item.caseId,
          predateId: item.id,
          recordVersion: item.version,
          done: true,
          acceptLast,
        }),
      );
      if (closed) offer(t('doneSaid', { title: item.label ?? '' }), closed);
    } catch (error) {
      fail(error);
    }
  };
  return (
    <Button size="small" aria-label={`${t('done')} ${item.label ?? ''}`} onClick={() => void close()}>
      {t('done')}
    </Button>
  );
}
