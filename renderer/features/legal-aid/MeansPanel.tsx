import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import type { MeansState } from '../../../shared/features/legal-aid/means.rules.ts';
import type { Fen } from '../../../shared/kernel/money.ts';
import { formatYuan } from '../../../shared/kernel/money.ts';
import { citation, cite } from '../../../shared/law/index.ts';
import { useBilingual } from '../../app/i18n.ts';
import { StatusChip, type Tone } from '../../ui/StatusChip.tsx';

type Data = Output<'aid.forCase'>;
type Member = Data['members'][number];

export const meansTone = (state: MeansState): Tone =>
  state === 'undecided' ? 'amber' : state === 'no-hardship' ? 'red' : 'green';

/** Members with one and the same result stand in one line: a group is usually all exempt. */
function grouped(members: readonly Member[]): Member[][] {
  const groups = new Map<string, Member[]>();
  for (const m of members) {
    const key = JSON.stringify([m.means.state, m.means.article, m.means.missing, m.means.working]);
    groups.set(key, [...(groups.get(key) ?? []), m]);
  }
  return [...groups.values()];
}

/** The result of the means test with its article and arithmetic, and what is missing where it cannot be decided. */
export function MeansPanel({ data }: { data: Data }) {
  const { t } = useTranslation('legal-aid');
  const pick = useBilingual();
  const groups = grouped(data.members);
  return (
    <section aria-label={t('meansTitle')}>
      <h2>{t('meansTitle')}</h2>
      {groups.map((members) => {
        const [first] = members;
        if (!first) return null;
        const { means } = first;
        return (
          <div className="aid-means" key={first.id}>
            <p>
              <StatusChip tone={meansTone(means.state)}>{t(`means.${means.state}`)}</StatusChip>{' '}
              <strong>{members.length === 1 ? first.name : t('meansOf', { count: members.length })}</strong>
            </p>
            <p>
              {pick(means.why)}
              {t('cited', { law: pick(citation(cite('legalAidLaw', means.article))) })}
            </p>
            {means.missing.length > 0 && (
              <p className="gd-amber">
                {t('lacking', { what: means.missing.map((m) => t(`missing.${m}`)).join(t('comma')) })}
              </p>
            )}
            {means.without.length > 0 && (
              <p className="quiet">{t('withoutIncome', { names: means.without.join(t('comma')) })}</p>
            )}
            {means.working.map((line) => (
              <p className="quiet tabular" key={line.zh}>
                {pick(line)}
              </p>
            ))}
            {members.length > 1 && members.length <= 30 && (
              <p className="quiet aid-small">{members.map((m) => m.name).join(t('comma'))}</p>
            )}
          </div>
        );
      })}
      <p className="quiet aid-small aid-threshold">
        {data.threshold.fen === null
          ? t('thresholdNone')
          : t('thresholdIs', { amount: formatYuan(data.threshold.fen as Fen) })}
        {data.threshold.fen !== null && data.threshold.warnings.map((w) => ` ${pick(w)}`)}
      </p>
    </section>
  );
}
