import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseTrack } from '../../../../shared/features/cases/case.schemas.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { useMay } from '../../../app/session.tsx';
import { useSourceText } from '../../../ui/citation.ts';
import { DateText } from '../../../ui/DateText.tsx';
import { ProvisionalMark, StatusChip } from '../../../ui/StatusChip.tsx';
import { WorkingButton } from '../../../ui/WorkingSheet.tsx';
import { waysQuery } from '../family/family.queries.ts';
import { usePlace } from '../use-place.ts';
import type { OutcomeData } from './outcome-form.ts';

type Step = OutcomeData['nextSteps'][number];

/** The procedure in which a step is taken. */
const trackOfStep = {
  review: 'review',
  confirmation: 'confirmation',
  'payment-order': 'payment-order',
  suit: 'litigation',
  arbitration: 'arbitration',
  enforcement: 'enforcement',
} as const satisfies Record<Step['id'], CaseTrack>;

/** What can be done where it is not paid, each with its window, its article and the way to it. */
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
                <span className="gd-quiet">{t('step.noLimit')}</span>
              )}
              <span className="gd-quiet"> · {source.cite(s.source)}</span>
            </p>
            <p className="gd-quiet">{bilingual(s.text)}</p>
            {s.state !== 'lapsed' && <Way step={s} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where the step leads: into a case of its procedure, or to the one that was made already. */
function Way({ step }: { readonly step: Step }) {
  const { t } = useTranslation('family');
  const pick = useBilingual();
  const { caseId, show } = usePlace();
  const mayWrite = useMay('case.write');
  const ways = useQuery(waysQuery(caseId));
  const own = ways.data?.filter((w) => w.to === trackOfStep[step.id]) ?? [];
  const gone = own.find((w) => w.goneTo)?.goneTo;
  const [way] = own;
  if (gone)
    return (
      <p>
        {t('goneTo')}{' '}
        <Link to="/cases/$caseId" params={{ caseId: gone.id }} search={{}} className="tabular">
          {gone.number}
        </Link>
      </p>
    );
  if (!mayWrite || ways.data === undefined) return null;
  if (!way) return <p className="gd-quiet">{t('stepNoCase')}</p>;
  return (
    <Button
      size="small"
      onClick={() => show({ kind: 'continue', id: way.routeId })}
      aria-label={t('stepCase', { step: pick(step.title) })}
    >
      {t('stepCaseShort')}
    </Button>
  );
}
