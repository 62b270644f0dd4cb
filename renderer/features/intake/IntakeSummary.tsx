import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons.tsx';
import { MoneyText } from '../../ui/MoneyText.tsx';
import { amountInWords, owedOf } from '../case/arrears/compute.ts';
import type { IntakeForm, Missing } from './intake-form.ts';

/** Stays in sight: who against whom, which months, what is owed so far, what is still missing. */
export function IntakeSummary({
  form,
  missing,
  onGo,
  children,
}: {
  readonly form: IntakeForm;
  readonly missing: readonly Missing[];
  readonly onGo: (path: string) => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('intake');
  const owed = useMemo(() => form.workers.map((w) => owedOf(w.arrears)), [form.workers]);
  const total = owed.reduce((sum, o) => sum + o.totalFen, 0);
  const rows = owed.reduce((sum, o) => sum + o.rows.filter((r) => r !== null).length, 0);
  const from = owed.flatMap((o) => o.from ?? []).sort()[0];
  const to = owed
    .flatMap((o) => o.to ?? [])
    .sort()
    .at(-1);
  const workers = form.workers.filter((w) => w.name.trim() !== '');
  const against = form.respondents.filter((r) => r.name.trim() !== '');
  return (
    <aside className="gd-summary" aria-label={t('summary.title')}>
      <div className="gd-summary-box">
        <p className="gd-parties">
          {workers.length > 0 ? (
            <strong>
              {workers[0]?.name}
              {workers.length > 1 && t('summary.andOthers', { count: workers.length })}
            </strong>
          ) : (
            <span className="gd-quiet">{t('summary.noWorker')}</span>
          )}
          <span className="gd-versus">{t('summary.versus')}</span>
          {against.length > 0 ? (
            against.map((r) => <strong key={r.name}>{r.name}</strong>)
          ) : (
            <span className="gd-quiet">{t('summary.noRespondent')}</span>
          )}
        </p>
        <dl>
          <dt>{t('summary.months')}</dt>
          <dd className="tabular">{rows > 0 ? t('summary.period', { from, to, count: rows }) : '—'}</dd>
          <dt>{t('summary.owed')}</dt>
          <dd className="gd-big" aria-live="polite">
            <MoneyText fen={total} unit />
            {total > 0 && <span className="gd-quiet gd-words">{amountInWords(total)}</span>}
          </dd>
        </dl>
        <h3>
          {missing.length === 0 ? t('summary.complete') : t('summary.missing', { count: missing.length })}
        </h3>
        {missing.length > 0 && (
          <ul className="gd-missing">
            {missing.slice(0, 8).map((m) => (
              <li key={m.path}>
                <button type="button" className="gd-linkish" onClick={() => onGo(m.path)}>
                  <Icon name="right" size={12} />
                  {m.name && `${m.name} · `}
                  {t(`missing.${m.code}`)}
                </button>
              </li>
            ))}
            {missing.length > 8 && (
              <li className="gd-quiet">{t('summary.more', { count: missing.length - 8 })}</li>
            )}
          </ul>
        )}
        <p className="gd-quiet">{t('summary.canSave')}</p>
        <div className="gd-summary-actions">{children}</div>
      </div>
    </aside>
  );
}
