import { useTranslation } from 'react-i18next';
import type { HearingCheck } from '../../../../shared/features/hearings/hearings.contract.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { Icon } from '../../../ui/icons.tsx';
import { ProvisionalMark } from '../../../ui/StatusChip.tsx';

/** What stands in the way of a day, its limits, and what else is on; heard by screen readers as it changes. */
export function Findings({ found }: { readonly found: HearingCheck }) {
  const { t } = useTranslation('hearings');
  const pick = useBilingual();
  return (
    <section className="hearing-findings">
      <ul className="plain" aria-live="polite">
        {found.findings.length === 0 && (
          <li className="hearing-free">
            <Icon name="check" size={14} /> {t('free')}
          </li>
        )}
        {found.findings.map((f) => (
          <li
            key={`${f.code}${f.what}${f.other?.number ?? ''}${f.other?.start ?? ''}`}
            className={`hearing-${f.severity}`}
          >
            <Icon name="warning" size={14} />{' '}
            {t(`finding.${f.code}`, {
              what: f.what,
              number: f.other?.number ?? '',
              start: f.other?.start ?? '',
              end: f.other?.end ?? '',
              due: f.due ?? '',
            })}
          </li>
        ))}
      </ul>
      {found.limits.length > 0 && (
        <>
          <h3>{t('limits')}</h3>
          <ul className="plain">
            {found.limits.map((l) => (
              <li key={l.ruleId} className="hearing-limit">
                <span>
                  {pick(l.title)} <span className="quiet">{pick(l.citation)}</span>
                </span>
                <span className={l.late ? 'tabular hearing-clash' : 'tabular'}>
                  {l.due} {l.provisional && <ProvisionalMark short />}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('sameDay')}</h3>
      {found.day.length === 0 && <p className="quiet">{t('sameDayNone')}</p>}
      <ul className="plain">
        {found.day.map((o) => (
          <li key={o.id} className="hearing-limit tabular">
            <span>
              {o.start}–{o.end} {t(`kind.${o.kind}`)} {o.number}
            </span>
            <span className="quiet">{o.roomName}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
