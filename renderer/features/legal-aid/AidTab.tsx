import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import { type AidKind, aidKinds } from '../../../shared/features/legal-aid/aid.schemas.ts';
import { citation, cite } from '../../../shared/law/index.ts';
import { useBilingual } from '../../app/i18n.ts';
import { DataState } from '../../ui/DataState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ProvisionalMark, StatusChip } from '../../ui/StatusChip.tsx';
import { useKept } from '../../ui/versions/use-kept.ts';
import { RecordGone } from '../../ui/versions/use-meeting.tsx';
import { newId, parseOpen } from '../case/field-link.ts';
import type { TabProps } from '../case/tabs/tab.ts';
import { usePlace } from '../case/use-place.ts';
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

interface Opened {
  /** As the address says it. */
  readonly asked: string | null;
  readonly kind: AidKind | null;
  /** Null: a new one. */
  readonly id: string | null;
}
const nothing: Opened = { asked: null, kind: null, id: null };

/** What an address opens: a record by its id, or `new:` and the kind of the step. */
function opening(data: Data, asked: string): Opened {
  const wanted = aidKinds.find((k) => asked === `${newId}:${k}`);
  const named = data.records.find((r) => r.id === asked);
  if (named) return { asked, kind: named.record.kind, id: named.id };
  if (!wanted) return { ...nothing, asked };
  const held = data.records.findLast(({ record }) => record.kind === wanted);
  const again = wanted === 'application' && ['deemed-withdrawn', 'refused'].includes(data.stage);
  // An objection that waits for the bureau is answered where it stands.
  const pending = held?.record.kind === 'objection' && held.record.decidedOn === null;
  const same = (single.includes(wanted) && !again) || pending;
  return { asked, kind: wanted, id: same ? (held?.id ?? null) : null };
}

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
  const { search, show, close } = usePlace();
  const sheet = parseOpen(search.open);
  const asked = sheet?.kind === 'aid' ? sheet.id : null;
  // Which record it is is settled when the step is opened: saved, a new one is among those that are there.
  const [open, setOpen] = useState<Opened>(nothing);
  if (asked !== open.asked) setOpen(asked === null ? nothing : opening(data, asked));
  // Somebody else may change or remove the step meanwhile: the form stays, on what is known of it now.
  const kept = useKept(open.id ?? '');
  const opened = open.id ? kept.keep(data.records.find((r) => r.id === open.id)) : undefined;
  const own = data.aidCaseId === ownId;
  const may = readOnly ? [] : data.may;
  const next = readOnly ? null : nextKind(data);
  const begin = (kind: AidKind): void => show({ kind: 'aid', id: `${newId}:${kind}` });
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
              <Icon name="warning" size={14} /> {t('objectionOpen')} {pick(data.objection.text)}
              {t('cited', { law: pick(data.objection.article) })}
            </li>
          )}
        </ul>
      )}
      <div className="aid-columns">
        <StepList
          data={data}
          onOpen={(view) => may.includes(view.record.kind) && show({ kind: 'aid', id: view.id })}
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
      {open.kind && may.includes(open.kind) && (
        <RecordGone value={kept.gone()}>
          <AidDialog key={open.asked} kind={open.kind} view={opened ?? null} data={data} onClose={close} />
        </RecordGone>
      )}
    </div>
  );
}
