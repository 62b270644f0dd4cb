import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import type { AidKind } from '../../../shared/features/legal-aid/aid.schemas.ts';
import type { AidRecordView } from '../../../shared/features/legal-aid/legal-aid.contract.ts';
import { citation, cite } from '../../../shared/law/index.ts';
import { useBilingual } from '../../app/i18n.ts';
import { DataState } from '../../ui/DataState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ProvisionalMark, StatusChip } from '../../ui/StatusChip.tsx';
import type { TabProps } from '../case/tabs/tab.ts';
import { stageTone, useStageName } from '../cases/names.ts';
import { AidDialog } from './AidDialog.tsx';
import { DaysLeft } from './DaysLeft.tsx';
import './legal-aid.css';
import { aidQuery } from './legal-aid.queries.ts';
import { MeansPanel, meansTone } from './MeansPanel.tsx';
import { StepList } from './StepList.tsx';
import { useWarningText } from './use-warning.ts';

type Data = Output<'aid.forCase'>;

/** The step that is usually next; the others are in the menu. */
function nextKind(data: Data): AidKind | null {
  const has = (kind: AidKind) => data.records.some((r) => r.record.kind === kind);
  const wanted: AidKind | null = (() => {
    switch (data.stage) {
      case 'not-applied':
      case 'deemed-withdrawn':
        return 'application';
      case 'urgent':
      case 'applied':
        // At once a lawyer, then the decision in its time.
        if (data.stage === 'urgent' && !has('assignment')) return 'assignment';
        return data.means.state === 'undecided' &&
          !has('means') &&
          !data.means.missing.includes('exemption-proof')
          ? 'means'
          : 'decision';
      case 'supplement':
        return 'application';
      case 'granted':
        return 'assignment';
      case 'assigned':
        return 'engagement';
      case 'refused':
      case 'terminated':
        return 'objection';
      case 'active':
      case 'closing':
      case 'file-review':
        return 'closing';
      default:
        return null;
    }
  })();
  return wanted !== null && data.may.includes(wanted) ? wanted : null;
}

/** A step that has one record is changed, not entered twice. */
const single: readonly AidKind[] = ['application', 'closing'];

/** Legal aid of a case: application, means, decision, who is assigned, supervision, subsidy, closing. */
export function AidTab({ file, readOnly }: TabProps) {
  const { t } = useTranslation('legal-aid');
  const query = useQuery(aidQuery(file.id));
  return (
    <DataState
      query={query}
      isEmpty={(d) => d.aidCaseId === null}
      empty={<p className="quiet aid">{t('notAid')}</p>}
    >
      {(data) => <Aid data={data} ownId={file.id} readOnly={readOnly} />}
    </DataState>
  );
}

function Aid({ data, ownId, readOnly }: { data: Data; ownId: string; readOnly: boolean }) {
  const { t } = useTranslation('legal-aid');
  const pick = useBilingual();
  const stageName = useStageName();
  const warningText = useWarningText();
  const [open, setOpen] = useState<{ kind: AidKind; view: AidRecordView | null } | null>(null);
  const own = data.aidCaseId === ownId;
  const may = readOnly ? [] : data.may;
  const next = readOnly ? null : nextKind(data);
  const begin = (kind: AidKind): void => {
    const held = single.includes(kind) ? data.records.findLast((r) => r.record.kind === kind) : undefined;
    const again = kind === 'application' && ['deemed-withdrawn', 'refused'].includes(data.stage);
    setOpen({ kind, view: again ? null : (held ?? null) });
  };
  const lawyers = data.records.flatMap((r) =>
    r.record.kind === 'assignment' && r.record.endedOn === null && r.lawyer ? [r.lawyer] : [],
  );
  const [first] = data.dates;
  return (
    <div className="aid">
      {!own && data.aidCaseId && (
        <p className="aid-other">
          {t('otherCase', { number: data.aidCaseNumber })}{' '}
          <Link to="/cases/$caseId" params={{ caseId: data.aidCaseId }} search={{ tab: 'aid' }}>
            {t('openAid')}
          </Link>
        </p>
      )}
      <header className="aid-head">
        <dl className="aid-digest">
          <div>
            <dt>{t('digest.stage')}</dt>
            <dd>
              <StatusChip tone={stageTone('legal-aid', data.stage)}>
                {stageName('legal-aid', data.stage)}
              </StatusChip>
            </dd>
          </div>
          <div>
            <dt>{t('digest.due')}</dt>
            <dd>
              {first ? (
                <>
                  <span className="tabular">{first.due}</span> <DaysLeft days={first.daysLeft} />{' '}
                  {first.provisional && <ProvisionalMark short />}
                  <span className="aid-note">
                    {pick(first.title)}
                    {` · ${pick(first.article)}`}
                  </span>
                </>
              ) : (
                t('digest.noDue')
              )}
            </dd>
          </div>
          <div>
            <dt>{t('digest.means')}</dt>
            <dd>
              <StatusChip tone={meansTone(data.means.state)}>{t(`means.${data.means.state}`)}</StatusChip>
              <span className="aid-note">{pick(citation(cite('legalAidLaw', data.means.article)))}</span>
            </dd>
          </div>
          {data.nextVisitBy && (
            <div>
              <dt>{t('digest.visit')}</dt>
              <dd className="tabular">{data.nextVisitBy}</dd>
            </div>
          )}
          <div>
            <dt>{t('digest.lawyer')}</dt>
            <dd>
              {lawyers.length > 0 ? (
                lawyers.join(t('comma'))
              ) : (
                <span className="quiet">{t('digest.unassigned')}</span>
              )}
            </dd>
          </div>
        </dl>
        {may.length > 0 && (
          <div className="aid-actions">
            {next && <Button onClick={() => begin(next)}>{t('next', { step: t(`kind.${next}`) })}</Button>}
            <Dropdown
              trigger={['click']}
              menu={{
                items: may.map((kind) => ({
                  key: kind,
                  label: t(`kind.${kind}`),
                  onClick: () => begin(kind),
                })),
              }}
            >
              <Button>
                {t('add')} <Icon name="down" size={12} />
              </Button>
            </Dropdown>
          </div>
        )}
      </header>
      {(data.warnings.length > 0 || data.objection) && (
        <ul className="aid-warnings">
          {data.warnings.map((w) => (
            <li key={w.code}>
              <Icon name="warning" size={14} /> {warningText(w)}
            </li>
          ))}
          {data.objection && (
            <li>
              <Icon name="warning" size={14} /> {t('objectionOpen')} {pick(data.objection.text)}（
              {pick(data.objection.article)}）
            </li>
          )}
        </ul>
      )}
      <div className="aid-columns">
        <StepList
          data={data}
          onOpen={(view) => may.includes(view.record.kind) && setOpen({ kind: view.record.kind, view })}
        />
        <div>
          <MeansPanel data={data} />
          <section>
            <h2>{t('sight')}</h2>
            {data.sight.length === 0 && <p className="quiet">{t('noSight')}</p>}
            <ul className="aid-plain">
              {data.sight.map((s) => (
                <li key={`${s.user}${s.givenOn}${s.endedOn}`} className={s.endedOn ? 'quiet' : ''}>
                  {t('sightLine', { user: s.user, givenOn: s.givenOn, givenBy: s.givenBy })}
                  {s.endedOn && t('sightEnded', { endedOn: s.endedOn })}
                </li>
              ))}
            </ul>
            <p className="quiet aid-small">{t('sightHelp')}</p>
          </section>
          <details className="gd-more">
            <summary>{t('help.title')}</summary>
            <p className="gd-quiet">{t('help.text')}</p>
          </details>
        </div>
      </div>
      {open && <AidDialog kind={open.kind} view={open.view} data={data} onClose={() => setOpen(null)} />}
    </div>
  );
}
