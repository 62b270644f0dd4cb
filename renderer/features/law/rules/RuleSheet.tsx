import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { citation, disagreementsOf, lengthText, type RuleDefinition } from '../../../../shared/law/index.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { VerificationChip } from '../../../ui/WorkingSheet.tsx';
import { useBearerName } from '../../cases/names.ts';
import { settingsQuery } from '../../office/office.queries.ts';
import { Fact, Known, Sources } from './Facts.tsx';
import { TryIt } from './TryIt.tsx';

/** One time limit: what it is, what it rests on, and what it makes of a date. */
export function RuleSheet({ rule }: { rule: RuleDefinition }) {
  const { t } = useTranslation('law');
  const pick = useBilingual();
  const bearer = useBearerName();
  const settings = useQuery(settingsQuery());
  const region = settings.data?.regionCode;
  const unit = rule.period?.unit ?? rule.fixed?.unit;
  const roll =
    rule.sense === 'lapse' || !unit || unit === 'hour'
      ? null
      : rule.rolls === 'back'
        ? 'back'
        : rule.direction === 'before'
          ? 'before'
          : rule.rolls
            ? unit === 'working-day'
              ? null
              : 'forward'
            : 'none';
  const disagreements = disagreementsOf(rule);
  return (
    <article className="rule" aria-labelledby="rule-title">
      <header>
        <h2 id="rule-title">{pick(rule.title)}</h2>
        <VerificationChip status={rule.status} />
        {rule.force !== 'statutory' && <StatusChip tone="amber">{t(`force.${rule.force}`)}</StatusChip>}
      </header>
      <dl className="facts">
        <Fact name={t('trigger')}>{pick(rule.trigger.words)}</Fact>
        <Fact name={t('period')}>
          <strong>
            {rule.period
              ? pick(lengthText(rule.period.length, rule.period.unit))
              : rule.fixed
                ? pick(rule.fixed.by)
                : t('noPeriod')}
          </strong>
          {rule.period && rule.direction === 'before' && ` ${t('before')}`}
          {unit && <p className="quiet">{t(`unit.${unit}`)}</p>}
          {roll && <p className="quiet">{t(`roll.${roll}`)}</p>}
        </Fact>
        <Fact name={t('bearer')}>{bearer(rule.bearer)}</Fact>
        <Fact name={t('ifMissed')}>{pick(rule.ifMissed)}</Fact>
        {rule.extension && (
          <Fact name={t('extension')}>
            {t('extensionText', {
              length: pick(lengthText(rule.extension.max.length, rule.extension.max.unit)),
              approver: pick(rule.extension.approver),
            })}{' '}
            <span className="quiet">{pick(citation(rule.extension.source))}</span>
          </Fact>
        )}
        {rule.openExtension && (
          <Fact name={t('extension')}>
            {t('openExtensionText', { approver: pick(rule.openExtension.approver) })}{' '}
            <span className="quiet">{pick(citation(rule.openExtension.source))}</span>
          </Fact>
        )}
        <Fact name={t('source')}>
          <Sources sources={[rule.source, ...rule.furtherSources]} />
        </Fact>
        <Known of={rule} />
        {rule.variants.length > 0 && (
          <Fact name={t('local')}>
            {rule.variants.map((v) => (
              <p key={`${v.region} ${v.text.zh}`}>
                <strong>{pick(v.name)}</strong>{' '}
                {region?.startsWith(v.region) && <StatusChip tone="accent">{t('here')}</StatusChip>}{' '}
                {pick(v.text)} <span className="quiet">{pick(citation(v.source))}</span>{' '}
                <VerificationChip status={v.status} />
              </p>
            ))}
          </Fact>
        )}
        {rule.notes.length > 0 && (
          <Fact name={t('notes')}>
            {rule.notes.map((note) => (
              <p key={note.zh}>{pick(note)}</p>
            ))}
          </Fact>
        )}
        {disagreements.length > 0 && (
          <Fact name={t('disputed')}>
            {disagreements.map((d) => (
              <div key={d.id} className="reading">
                <p>{pick(d.question)}</p>
                <ul>
                  {d.readings.map((r) => (
                    <li key={r.id}>
                      {pick(r.text)}
                      {r.id === d.default && ` ${t('defaultReading')}`}
                    </li>
                  ))}
                </ul>
                <p className="quiet">{pick(d.why)}</p>
              </div>
            ))}
          </Fact>
        )}
      </dl>
      <TryIt rule={rule} region={region} />
    </article>
  );
}
