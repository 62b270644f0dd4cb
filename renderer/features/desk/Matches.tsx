import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Match } from '../../../shared/features/people/people.contract.ts';
import { useListText } from '../../ui/list-text.ts';
import { StatusChip, type Tone } from '../../ui/StatusChip.tsx';

const tones: Record<Match['weight'], Tone> = { conflict: 'red', duplicate: 'amber', seen: 'neutral' };

/** Whom the office has met and who is like one of the two sides, the weightiest first. */
export function Matches({
  asked,
  matches,
  more,
  elsewhere = { people: 0, conflict: false },
}: {
  asked: boolean;
  matches: readonly Match[];
  more: boolean;
  /** What stands in cases that this user may not see. */
  elsewhere?: { people: number; conflict: boolean } | undefined;
}) {
  const { t } = useTranslation('desk');
  return (
    <section className="desk-matches" aria-label={t('matches')} aria-live="polite">
      <h2>{t('matches')}</h2>
      {matches.length === 0 && <p className="quiet">{asked ? t('noMatch') : t('idle')}</p>}
      <ul className="person-list">
        {matches.map((m) => (
          <MatchLine key={`${m.side}${m.personId}`} match={m} />
        ))}
      </ul>
      {(elsewhere.people > 0 || elsewhere.conflict) && (
        <p role="note">
          <StatusChip tone={elsewhere.conflict ? 'red' : 'amber'} icon="warning">
            {t(elsewhere.conflict ? 'elsewhereConflict' : 'elsewhere')}
          </StatusChip>
        </p>
      )}
      {more && <p className="quiet">{t('moreMatches')}</p>}
    </section>
  );
}

export function MatchLine({ match: m }: { match: Match }) {
  const { t } = useTranslation('desk');
  const { t: tp } = useTranslation('people');
  const listed = useListText();
  return (
    <li>
      <StatusChip
        tone={m.sure ? tones[m.weight] : 'neutral'}
        {...(m.weight === 'conflict' ? { icon: 'warning' } : {})}
      >
        {t(`weight.${m.weight}`)}
      </StatusChip>
      <span className="quiet">{t(`side.${m.side}`)}</span>
      <Link to="/people/$personId" params={{ personId: m.personId }}>
        {m.name}
      </Link>
      <span className="tabular quiet">{[m.number, m.phone].filter(Boolean).join(' · ')}</span>
      <span className="quiet">
        {listed(m.reasons.map((r) => t(`reason.${r}`)))}
        {!m.sure && t('sureNot')}
      </span>
      {m.roles.slice(0, 3).map((r) => (
        <span key={r.partyId} className="desk-role">
          {tp(`role.${r.role}`)}{' '}
          <Link to="/cases/$caseId" params={{ caseId: r.caseId }} search={{}}>
            {r.number}
          </Link>{' '}
          <span className="quiet">
            {tp('versus', { applicant: r.title.applicant, respondent: r.title.respondent })}
            {r.status === 'closed' && ` · ${tp('closed')}`}
          </span>
        </span>
      ))}
    </li>
  );
}
