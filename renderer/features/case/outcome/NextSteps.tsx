import { useTranslation } from 'react-i18next';
import { useBilingual } from '../../../app/i18n.ts';
import { useSourceText } from '../../../ui/citation.ts';
import { DateText } from '../../../ui/DateText.tsx';
import { ProvisionalMark, StatusChip } from '../../../ui/StatusChip.tsx';
import { WorkingButton } from '../../../ui/WorkingSheet.tsx';
import type { OutcomeData } from './outcome-form.ts';

/** What can be done where it is not paid, each with its window. */
export function NextSteps({ data }: { readonly data: OutcomeData }) {
  const { t } = useTranslation('outcome');
  const bilingual = useBilingual();
  const source = useSourceText();
  if (data.nextSteps.length === 0) return null;
  const missed = data.ledger.totals.overdueFen > 0;
  return (
    <section>
      <h3>{t(missed ? 'step.title' : 'step.titleOpen')}</h3>
      <ul className="plain outcome-steps">
        {data.nextSteps.map((s) => (
          <li key={`${s.outcomeId}/${s.id}`} className={s.state === 'lapsed' ? 'gd-quiet' : ''}>
            <p>
              <strong>{bilingual(s.title)}</strong>{' '}
              <StatusChip tone={s.state === 'open' ? 'accent' : 'neutral'}>
                {t(`step.state.${s.state}`)}
              </StatusChip>{' '}
              {s.joint && <span className="gd-quiet">{t('step.joint')}</span>}
            </p>
            <p className="tabular">
              {s.due ? (
                <>
                  {t('step.until')} <DateText date={s.due} due={s.state !== 'lapsed'} />{' '}
                  {s.provisional && <ProvisionalMark short />}{' '}
                  <WorkingButton
                    symbol="§"
                    working={{
                      title: bilingual(s.title),
                      result: s.due,
                      lines: s.working.map(bilingual),
                      source: {
                        citation: source.cite(s.source),
                        version: source.version(s.source.version),
                      },
                    }}
                  />
                </>
              ) : (
                <span className="gd-quiet">
                  {t('step.noLimit')} · {source.cite(s.source)}
                </span>
              )}
            </p>
            <p className="gd-quiet">{bilingual(s.text)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
