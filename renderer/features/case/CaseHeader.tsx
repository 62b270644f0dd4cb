import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { usualSet } from '../../../shared/features/documents/sets.ts';
import { ruleOf } from '../../../shared/law/index.ts';
import { useBilingual, useHeading } from '../../app/i18n.ts';
import { platform } from '../../transport/platform.ts';
import { DateText } from '../../ui/DateText.tsx';
import { Icon } from '../../ui/icons.tsx';
import { MoneyText } from '../../ui/MoneyText.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { ProvisionalMark, StatusChip } from '../../ui/StatusChip.tsx';
import { stageTone, useStageName } from '../cases/names.ts';
import { usePartiesText } from '../cases/parties.ts';
import { useRemoval } from '../undo/use-removal.ts';
import { useUndoOffer } from '../undo/use-undo.ts';
import { claimsQuery, deadlinesQuery, planQuery, recoveryQuery } from './case.queries.ts';
import { FamilyStrip } from './family/FamilyStrip.tsx';
import { waysQuery } from './family/family.queries.ts';
import { type Money, type NextAct, nextActs, recordStep } from './next-act.ts';
import type { TabProps } from './tabs/tab.ts';
import { usePlace } from './use-place.ts';

/** Who, at what stage, what next, by when, how much: always in sight. */
export function CaseHeader({ file, mayWrite }: Pick<TabProps, 'file'> & { readonly mayWrite: boolean }) {
  const { t } = useTranslation('case');
  const { t: tl } = useTranslation('cases');
  const bilingual = useBilingual();
  const heading = useHeading();
  const parties = usePartiesText();
  const stageName = useStageName();
  const { go, show, tab } = usePlace();
  const { fail } = useNotices();
  const { t: tu } = useTranslation('undo');
  const { t: to } = useTranslation('outcome');
  const navigate = useNavigate();
  const mayRemove = useRemoval();
  const offer = useUndoOffer();
  // The matrix shows what these would; with hundreds of workers they would keep it waiting.
  const inMatrix = tab === 'group' && file.applicantSide === 'workers';
  const claims = useQuery({ ...claimsQuery(file.id), enabled: !inMatrix });
  const dates = useQuery(deadlinesQuery(file.id));
  const recovery = useQuery(recoveryQuery(file.id));
  const plan = useQuery({ ...planQuery(file.id, usualSet(file.track, file.stage)), enabled: !inMatrix });
  const next = dates.data
    ?.filter((d) => d.due !== null && (d.status === 'open' || d.status === 'overdue'))
    .sort((a, b) => (a.due ?? '').localeCompare(b.due ?? ''))[0];
  const nextDue = recovery.data?.nextDue ?? null;
  const lacking = plan.data?.reduce((sum, p) => sum + p.warnings.length, 0) ?? 0;
  const ways = useQuery(waysQuery(file.id)).data ?? [];
  const { t: tf } = useTranslation('family');
  const owed = recovery.data;
  const money: Money = !owed || owed.grantedFen === 0 ? 'none' : owed.owedFen === 0 ? 'paid' : 'owed';
  // Papers may be looked at by everybody; all else is a change.
  const acts = nextActs(file, ways, money)
    .filter((act) => mayWrite || act.kind === 'papers')
    // The outcome's own page has this button.
    .filter((act) => act.kind !== 'payment' || tab !== 'outcome');
  const says = (act: NextAct): string => {
    if (act.kind === 'step') return t('act.record', { event: bilingual(act.step.words) });
    if (act.kind === 'route') return heading(act.route.words);
    if (act.kind === 'papers') return t('act.papers');
    if (act.kind === 'payment') return to('add.payment');
    return t(act.kind === 'close' ? 'header.close' : 'header.reopen');
  };
  const remove = async (): Promise<void> => {
    try {
      if (!(await mayRemove('case', [file.id], file.number))) return;
      const done = await platform().client.call('cases.remove', {
        cases: [{ caseId: file.id, expectedVersion: file.version }],
      });
      await navigate({ to: '/cases', search: {} });
      offer(tu('caseRemoved'), done);
    } catch (error) {
      fail(error);
    }
  };
  return (
    <header className="gd-case-head">
      <div className="gd-case-title">
        <Link to="/cases" className="bare" aria-label={t('header.back')}>
          <Icon name="left" />
        </Link>
        <span className="gd-number tabular">{file.number}</span>
        <h1 title={parties(file)}>{parties(file)}</h1>
        <div className="gd-case-acts">
          {acts.map((act, i) => (
            <Button
              key={act.kind}
              type={i === 0 && act.kind !== 'reopen' ? 'primary' : 'default'}
              onClick={() => ('show' in act ? show(act.show) : go(act.go))}
            >
              {says(act)}
            </Button>
          ))}
          {mayWrite && (
            <Dropdown
              trigger={['click']}
              menu={{
                items: [
                  ...(file.status === 'closed' ? [] : file.nextSteps).map((step) => ({
                    key: step.event,
                    label: t('act.record', { event: bilingual(step.words) }),
                    onClick: () => go(recordStep(step.event)),
                  })),
                  { type: 'divider' as const },
                  { key: 'edit', label: t('header.edit'), onClick: () => show({ kind: 'case', id: null }) },
                  ...ways
                    .filter((way) => !way.goneTo)
                    .map((way) => ({
                      key: way.routeId,
                      label: tf('goOn', { words: bilingual(way.words) }),
                      onClick: () => show({ kind: 'continue', id: way.routeId }),
                    })),
                  { key: 'links', label: tf('linkCase'), onClick: () => show({ kind: 'links', id: null }) },
                  {
                    key: 'close',
                    label: t(file.status === 'open' ? 'header.close' : 'header.reopen'),
                    onClick: () => show({ kind: 'closing', id: null }),
                  },
                  { key: 'remove', danger: true, label: tu('removeCase'), onClick: () => void remove() },
                ],
              }}
            >
              <Button>{t('header.more')}</Button>
            </Dropdown>
          )}
        </div>
      </div>
      <div className="gd-case-facts">
        <StatusChip tone={stageTone(file.track, file.stage)}>
          {tl(`track.${file.track}`)} · {stageName(file.track, file.stage)}
        </StatusChip>
        {nextDue !== null && (next?.due == null || nextDue <= next.due) && (
          <span>
            {bilingual(ruleOf('perform-instalment').title)} <DateText date={nextDue} due />
          </span>
        )}
        {next?.due && (nextDue === null || next.due < nextDue) && (
          <span>
            {bilingual(next.title)} <DateText date={next.due} due />{' '}
            {next.provisional && <ProvisionalMark short />}
          </span>
        )}
        <span>
          {t('header.handler')} {file.handlerName}
        </span>
        <span>
          {t('header.amount')}{' '}
          <strong>
            {inMatrix ? (
              <MoneyText fen={file.amountFen} unit />
            ) : claims.data ? (
              <MoneyText fen={claims.data.totalFen} unit />
            ) : (
              '…'
            )}
          </strong>
        </span>
        {recovery.data && recovery.data.grantedFen > 0 && (
          <button type="button" className="gd-linkish" onClick={() => go({ tab: 'outcome' })}>
            {to('summary.granted')} <MoneyText fen={recovery.data.grantedFen} unit /> · {to('summary.paid')}{' '}
            <MoneyText fen={recovery.data.paidFen} unit /> · {to('summary.owed')}{' '}
            <MoneyText fen={recovery.data.owedFen} unit />
          </button>
        )}
        {lacking > 0 && (
          <button type="button" className="gd-warn-link" onClick={() => go({ tab: 'documents' })}>
            <Icon name="warning" size={13} /> {t('header.lacking', { count: lacking })}
          </button>
        )}
      </div>
      <FamilyStrip file={file} />
    </header>
  );
}
