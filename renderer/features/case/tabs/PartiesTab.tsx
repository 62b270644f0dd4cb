import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataState, EmptyState } from '../../../ui/DataState.tsx';
import { membersQuery } from '../case.queries.ts';
import { importSheet } from '../case.search.ts';
import { newId } from '../field-link.ts';
import { CoPartySuggestions } from '../parties/CoPartySuggestions.tsx';
import { isOnSite } from '../parties/co-parties.ts';
import { respondentForm } from '../parties/party-form.ts';
import { ApplicantSide, WitnessList } from '../parties/Sides.tsx';
import { usePlace } from '../use-place.ts';
import { MemberTable } from './MemberTable.tsx';
import type { TabProps } from './tab.ts';

export function PartiesTab({ file, readOnly }: TabProps) {
  const { t } = useTranslation('case');
  const { show, go } = usePlace();
  const members = useQuery(membersQuery(file.id));
  const count = members.data?.length ?? 0;
  const unitFiles = file.applicantSide === 'unit';
  // A new agent acts for those who file, as a rule.
  const [first] = file.respondents;
  const newAgentId = unitFiles && first ? `${newId}:${first.id}` : newId;
  const nameOf = (id: string | null): string | null =>
    file.respondents.find((r) => r.id === id)?.name ?? (id === null ? null : '…');
  return (
    <div className="gd-parties-tab">
      <section className="gd-members">
        <DataState
          query={members}
          isEmpty={(m) => m.length === 0}
          empty={
            <EmptyState title={t('members.empty')} text={t('members.emptyText')}>
              {!readOnly && (
                <>
                  <Button type="primary" onClick={() => go({ tab: 'parties', open: importSheet })}>
                    {t('members.import')}
                  </Button>
                  <Button onClick={() => show({ kind: 'member', id: newId })}>{t('members.add')}</Button>
                </>
              )}
            </EmptyState>
          }
        >
          {(data) => <MemberTable members={data} file={file} readOnly={readOnly} />}
        </DataState>
      </section>
      <aside className="gd-sides">
        <ApplicantSide file={file} readOnly={readOnly} />
        <section>
          <header>
            <h2>{t(unitFiles ? 'sides.unitParties' : 'parties.respondents')}</h2>
            {!readOnly && (
              <Button size="small" onClick={() => show({ kind: 'respondent', id: newId })}>
                {t('parties.add')}
              </Button>
            )}
          </header>
          {file.respondents.length === 0 && <p className="gd-quiet">{t('parties.noRespondent')}</p>}
          {file.respondents.map((r) => (
            <button
              key={r.id}
              type="button"
              className="gd-party"
              onClick={() => show({ kind: 'respondent', id: r.id })}
            >
              <strong>{r.name}</strong>
              <span className="gd-quiet">
                {t(`capacity.${r.capacity}`)}
                {r.standing === 'third-party'
                  ? ` · ${t('standing.third-party')}`
                  : !unitFiles && ` · ${t(`footing.${r.footing}`)}`}
              </span>
              {r.kind === 'organisation' && (
                <span className={r.uscc ? 'gd-quiet tabular' : 'gd-amber'}>
                  {r.uscc ?? t('parties.noUscc')}
                </span>
              )}
            </button>
          ))}
          {!readOnly && (
            <CoPartySuggestions
              respondents={file.respondents.map(respondentForm)}
              onSite={isOnSite(file)}
              migrantWorkers={members.data?.some((m) => m.isMigrant !== false) ?? false}
              onAdd={({ capacity }) => show({ kind: 'respondent', id: `${newId}:${capacity}` })}
            />
          )}
        </section>
        <section>
          <header>
            <h2>{t('parties.agents')}</h2>
            {!readOnly && (
              <Button size="small" onClick={() => show({ kind: 'agent', id: newAgentId })}>
                {t('parties.add')}
              </Button>
            )}
          </header>
          {file.agents.length === 0 && <p className="gd-quiet">{t('parties.noAgent')}</p>}
          {file.agents.map((a) => (
            <button
              key={a.id}
              type="button"
              className="gd-party"
              onClick={() => show({ kind: 'agent', id: a.id })}
            >
              <strong>{a.name}</strong>
              {(a.principalId !== null || unitFiles) && (
                <span className="gd-quiet">
                  {t('sides.actsFor', { name: nameOf(a.principalId) ?? t('agent.workers') })}
                </span>
              )}
              <span className="gd-quiet">
                {t(`agentKind.${a.kind}`)}
                {a.firm && ` · ${a.firm}`}
              </span>
              <span className="gd-quiet">
                {a.specialPowers.length === 0
                  ? t('parties.generalPower')
                  : `${t('parties.specialPower')}${a.specialPowers.map((p) => t(`power.${p}`)).join(t('listComma'))}`}
              </span>
            </button>
          ))}
        </section>
        <WitnessList file={file} readOnly={readOnly} />
        {count >= 10 && !unitFiles && (
          <section>
            <header>
              <h2>{t('reps.title')}</h2>
              {!readOnly && (
                <Button size="small" onClick={() => show({ kind: 'representatives', id: null })}>
                  {t('reps.choose')}
                </Button>
              )}
            </header>
            <p className={file.representativeIds.length < 3 ? 'gd-amber' : ''}>
              {file.representativeIds.length === 0
                ? t('reps.none')
                : file.representativeIds
                    .map((id) => members.data?.find((m) => m.id === id)?.name ?? '…')
                    .join(t('listComma'))}
            </p>
          </section>
        )}
      </aside>
    </div>
  );
}
