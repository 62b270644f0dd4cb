import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hearing } from '../../../../shared/features/hearings/hearings.contract.ts';
import { hearingLaw } from '../../../../shared/features/hearings/hearings.rules.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { platform } from '../../../transport/platform.ts';
import { DataState, EmptyState } from '../../../ui/DataState.tsx';
import { DateText, useWeekdayText } from '../../../ui/DateText.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { StatusChip, type Tone } from '../../../ui/StatusChip.tsx';
import { hearingsQuery } from '../case.queries.ts';
import { familyQuery } from '../family/family.queries.ts';
import { newId } from '../field-link.ts';
import type { TabProps } from '../tabs/tab.ts';
import { usePlace } from '../use-place.ts';
import { AttendanceDialog } from './AttendanceDialog.tsx';
import { AdjournDialog, CancelDialog, HoldDialog, NoticeDialog } from './HearingDialogs.tsx';
import './hearings.css';

const tones: Record<Hearing['state'], Tone> = {
  scheduled: 'accent',
  held: 'green',
  adjourned: 'amber',
  cancelled: 'neutral',
};
export type HearingAct = 'notice' | 'hold' | 'adjourn' | 'cancel' | 'attendance';

/** Hearings and sessions of a case, the next one first, each with what can be done about it. */
export function HearingsTab({ file, readOnly }: TabProps) {
  const { t } = useTranslation('hearings');
  const { show } = usePlace();
  const query = useQuery(hearingsQuery(file.id));
  const [asked, setAct] = useState<{ act: HearingAct; hearing: Hearing } | null>(null);
  // As it is now, or as it last was, when somebody else has removed it meanwhile.
  const act = asked && {
    ...asked,
    hearing: query.data?.find((h) => h.id === asked.hearing.id) ?? asked.hearing,
  };
  const close = (): void => setAct(null);
  const add = (primary: boolean) => (
    <Button
      type={primary ? 'primary' : 'default'}
      size={primary ? 'middle' : 'small'}
      onClick={() => show({ kind: 'hearing', id: newId })}
    >
      {t('add')}
    </Button>
  );
  return (
    <div className="hearings">
      <Lead file={file} />
      <DataState
        query={query}
        isEmpty={(d) => d.length === 0}
        empty={
          <EmptyState title={t('none')} text={t('noneText')}>
            {!readOnly && add(true)}
          </EmptyState>
        }
      >
        {(data) => (
          <>
            {!readOnly && <header className="gd-bar">{add(false)}</header>}
            <ul className="plain">
              {[...data].sort(byNearness).map((hearing) => (
                <HearingCard
                  key={hearing.id}
                  file={file}
                  hearing={hearing}
                  readOnly={readOnly}
                  onAct={(name) => setAct({ act: name, hearing })}
                />
              ))}
            </ul>
          </>
        )}
      </DataState>
      {act?.act === 'notice' && <NoticeDialog file={file} hearing={act.hearing} onClose={close} />}
      {act?.act === 'hold' && <HoldDialog file={file} hearing={act.hearing} onClose={close} />}
      {act?.act === 'adjourn' && <AdjournDialog file={file} hearing={act.hearing} onClose={close} />}
      {act?.act === 'cancel' && <CancelDialog file={file} hearing={act.hearing} onClose={close} />}
      {act?.act === 'attendance' && (
        <AttendanceDialog file={file} hearing={act.hearing} readOnly={readOnly} onClose={close} />
      )}
    </div>
  );
}

/** Of a case that is heard together with another: the hearings are recorded there. */
function Lead({ file }: Pick<TabProps, 'file'>) {
  const { t } = useTranslation('family');
  const family = useQuery(familyQuery(file.id));
  const link = family.data?.links.find((l) => l.kind === 'consolidated' && l.toId === file.id);
  const lead = link && family.data?.cases.find((one) => one.id === link.fromId);
  if (!lead) return null;
  return (
    <p className="note">
      {t('heardWith')}{' '}
      <Link to="/cases/$caseId" params={{ caseId: lead.id }} search={{ tab: 'hearings' }} className="tabular">
        {lead.number}
      </Link>
    </p>
  );
}

function byNearness(a: Hearing, b: Hearing): number {
  const [x, y] = [a.state === 'scheduled', b.state === 'scheduled'];
  if (x !== y) return x ? -1 : 1;
  const order = `${a.date}${a.start}`.localeCompare(`${b.date}${b.start}`);
  return x ? order : -order;
}

function HearingCard({
  file,
  hearing: h,
  readOnly,
  onAct,
}: TabProps & { readonly hearing: Hearing; readonly onAct: (act: HearingAct) => void }) {
  const { t } = useTranslation('hearings');
  const { i18n } = useTranslation();
  const pick = useBilingual();
  const day = useWeekdayText();
  const { show } = usePlace();
  const { fail } = useNotices();
  const open = h.state === 'scheduled';
  const { notice } = hearingLaw(file.track, h.kind);
  const exportFile = async (): Promise<void> => {
    try {
      const made = await platform().client.call('calendar.export', {
        what: { hearingId: h.id },
        detail: 'number',
        language: i18n.language === 'en' ? 'en' : 'zh-CN',
      });
      await platform().saveFile(made.token, made.fileName);
    } catch (error) {
      fail(error);
    }
  };
  const present = h.attendance.filter((a) => a.state !== 'absent').length;
  return (
    <li className={`hearing hearing-is-${h.state}`}>
      <div className="hearing-when">
        <DateText date={h.date} due={open} />
        <span className="tabular">
          {day(h.date)} {h.start}–{h.end}
        </span>
      </div>
      <div className="hearing-what">
        <p>
          <strong>{t(`kind.${h.kind}`)}</strong>{' '}
          <StatusChip tone={tones[h.state]}>{t(`state.${h.state}`)}</StatusChip>{' '}
          {h.mode === 'online' && <StatusChip>{t('mode.online')}</StatusChip>} {h.roomName} {h.place}
        </p>
        {h.people.length > 0 && (
          <p className="gd-quiet">{h.people.map((p) => `${t(`role.${p.role}`)} ${p.name}`).join(' · ')}</p>
        )}
        <p className="gd-quiet">
          {t('setOn', { on: h.setOn })} {h.createdBy}
          {h.followsId && ` · ${t('follows')}`}
          {h.noticeOn && ` · ${t('noticeServed', { on: h.noticeOn })}`}
          {h.reason && ` · ${h.reason}`}
          {h.note && ` · ${h.note}`}
        </p>
        {h.results.length > 0 && <p>{t('results', { list: h.results.map(pick).join(' · ') })}</p>}
        {h.attendance.length > 0 && (
          <p className="gd-quiet">
            {t('attendanceShort', { present, absent: h.attendance.length - present })}
          </p>
        )}
        <p className="hearing-acts">
          {open && !readOnly && (
            <>
              <Button size="small" type="primary" onClick={() => onAct('hold')}>
                {t('hold')}
              </Button>
              {notice && (
                <Button size="small" onClick={() => onAct('notice')}>
                  {t('notice')}
                </Button>
              )}
              <Button size="small" onClick={() => onAct('adjourn')}>
                {t('adjourn')}
              </Button>
              <Button size="small" onClick={() => show({ kind: 'hearing', id: h.id })}>
                {t('edit')}
              </Button>
              <Button size="small" onClick={() => onAct('cancel')}>
                {t('cancel')}
              </Button>
            </>
          )}
          {/* Who came and what was said until it was put off stays within reach. */}
          {(h.state !== 'cancelled' || h.attendance.length > 0) && (
            <Button size="small" onClick={() => onAct('attendance')}>
              {t('attendance')}
            </Button>
          )}
          {(h.state !== 'cancelled' || h.hasMinutes) && (
            <Button size="small" onClick={() => show({ kind: 'minutes', id: h.id })}>
              {t('minutes')}
              {h.hasMinutes ? ' ✓' : ''}
            </Button>
          )}
          <Button size="small" type="text" onClick={() => void exportFile()}>
            {t('export')}
          </Button>
        </p>
      </div>
    </li>
  );
}
