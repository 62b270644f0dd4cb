import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Predate } from '../../../../shared/features/calendar/calendar.contract.ts';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import { ruleOf } from '../../../../shared/law/rules/registry.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { DateText } from '../../../ui/DateText.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { useUndoOffer } from '../../undo/use-undo.ts';
import { hearingsQuery, openDatesQuery, predatesQuery } from '../case.queries.ts';
import { newId } from '../field-link.ts';
import { useCaseCall } from '../hearings/hearing-form.ts';
import { usePlace } from '../use-place.ts';
import { useLastDate } from './use-last-date.tsx';

interface Props {
  readonly file: CaseFile;
  readonly readOnly: boolean;
}

/** Dates that people set in this case, and a word when nothing watches over it any more. */
export function OwnDates({ file, readOnly }: Props) {
  const { t } = useTranslation('dates');
  const { show } = usePlace();
  const query = useQuery(predatesQuery(file.id));
  const left = useQuery({ ...openDatesQuery(file.id), enabled: file.status === 'open' });
  const list = [...(query.data ?? [])].sort(
    (a, b) =>
      Number(a.doneOn !== null) - Number(b.doneOn !== null) || (a.due ?? '9').localeCompare(b.due ?? '9'),
  );
  return (
    <section className="own-dates">
      <header className="gd-bar">
        <h2>{t('own.title')}</h2>
        <span className="gd-spring" />
        {!readOnly && (
          <Button size="small" onClick={() => show({ kind: 'predate', id: newId })}>
            {t('own.add')}
          </Button>
        )}
      </header>
      {left.data?.open === 0 && !readOnly && (
        <p className="note note-amber" role="status">
          <Icon name="warning" size={14} /> {t('own.bare')}
        </p>
      )}
      {query.data && list.length === 0 && <p className="quiet">{t('own.none')}</p>}
      <ul className="plain">
        {list.map((p) => (
          <OwnDate key={p.id} file={file} predate={p} all={list} readOnly={readOnly} />
        ))}
      </ul>
    </section>
  );
}

function OwnDate({
  file,
  predate: p,
  all,
  readOnly,
}: Props & { readonly predate: Predate; readonly all: readonly Predate[] }) {
  const { t } = useTranslation('dates');
  const { show } = usePlace();
  const { fail } = useNotices();
  const offer = useUndoOffer();
  const call = useCaseCall(file.id);
  const askLast = useLastDate(file.id);
  const anchor = useAnchorText(file.id, p, all);
  const close = async (done: boolean): Promise<void> => {
    try {
      const closed = await askLast((acceptLast) =>
        call('calendar.closePredate', {
          caseId: file.id,
          predateId: p.id,
          recordVersion: p.version,
          done,
          acceptLast,
        }),
      );
      if (closed && done) offer(t('doneSaid', { title: p.title }), closed);
    } catch (error) {
      fail(error);
    }
  };
  return (
    <li className="own-date">
      {p.due ? <DateText date={p.due} due={p.doneOn === null} /> : <span className="quiet">—</span>}
      <span>
        <button type="button" className="link" onClick={() => show({ kind: 'predate', id: p.id })}>
          {p.title}
        </button>{' '}
        {p.byRule && <StatusChip>{t('own.byRule')}</StatusChip>}{' '}
        <span className="quiet">
          {anchor && t('own.follows', { anchor })} {p.due === null && p.doneOn === null && t('own.dormant')}{' '}
          {p.doneOn && t('own.doneBy', { name: p.doneBy ?? '', on: p.doneOn })} {p.note}
        </span>
      </span>
      {!readOnly && (
        <Button size="small" onClick={() => void close(p.doneOn === null)}>
          {t(p.doneOn === null ? 'done' : 'own.reopen')}
        </Button>
      )}
    </li>
  );
}

function useAnchorText(caseId: string, p: Predate, all: readonly Predate[]): string {
  const { t } = useTranslation('hearings');
  const pick = useBilingual();
  const hearings = useQuery({ ...hearingsQuery(caseId), enabled: p.anchorKind === 'hearing' });
  switch (p.anchorKind) {
    case 'date':
      return '';
    case 'deadline':
      return pick(ruleOf(p.anchor).title);
    case 'hearing': {
      const hearing = hearings.data?.find((h) => h.id === p.anchor);
      return hearing ? `${t(`kind.${hearing.kind}`)} ${hearing.date}` : '';
    }
    default:
      return all.find((other) => other.id === p.anchor)?.title ?? '';
  }
}
