import { useTranslation } from 'react-i18next';
import type { OutcomeView } from '../../../../shared/features/outcomes/outcomes.contract.ts';
import { columnSums } from '../../../../shared/features/outcomes/settlement.rules.ts';
import { type Fen, formatYuan } from '../../../../shared/kernel/money.ts';
import { ruleOf } from '../../../../shared/law/index.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { useSourceText } from '../../../ui/citation.ts';
import { EmptyState } from '../../../ui/DataState.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { ProvisionalMark } from '../../../ui/StatusChip.tsx';
import { WorkingButton } from '../../../ui/WorkingSheet.tsx';
import { VerdictChip } from '../claims/VerdictChip.tsx';
import { LinesTable } from './LinesTable.tsx';
import { OutcomeHead } from './OutcomeHead.tsx';
import { type OutcomeData, toLines } from './outcome-form.ts';
import { SettlementSums } from './SettlementSums.tsx';
import { Unrecorded } from './Unrecorded.tsx';

/** Awards and judgments of the case, newest first. */
export function AwardPart({ data }: { readonly data: OutcomeData }) {
  const { t } = useTranslation('outcome');
  const own = data.outcomes.filter((o) => o.kind !== 'settlement').reverse();
  if (own.length === 0) return <EmptyState title={t('empty.award')} text={t('empty.awardText')} />;
  return own.map((o) => <Award key={o.id} o={o} data={data} />);
}

/** Whether what the amounts say and what the document says are two things. */
function differs(o: OutcomeView): boolean {
  if (o.kind !== 'award' || o.finality === null || o.finality === 'both') return false;
  return (o.verdict === 'final' || o.verdict === 'non-final') && o.verdict !== o.finality;
}

function Award({ o, data }: { readonly o: OutcomeView; readonly data: OutcomeData }) {
  const { t } = useTranslation('outcome');
  const lines = toLines(o);
  const above = lines.some((l) => l.amountFen !== null && l.amountFen > l.claimedFen);
  return (
    <section className="outcome-card">
      <OutcomeHead o={o} names={data.names} />
      <SettlementSums sums={columnSums(lines)} settles={false} />
      {o.kind === 'award' && (
        <p>
          <VerdictChip verdict={o.verdict} />{' '}
          <span className="gd-quiet tabular">
            {data.limitFen === null
              ? t('award.limitUnknown')
              : t('award.limit', { limit: formatYuan(data.limitFen as Fen) })}
          </span>
        </p>
      )}
      {o.kind === 'award' && o.verdict === 'mixed' && (
        <p className="gd-amber">
          <Icon name="warning" size={13} /> {t('award.mixed')}
        </p>
      )}
      {differs(o) && (
        <p className="gd-amber">
          <Icon name="warning" size={13} />{' '}
          {t('award.differs', {
            tested: t(`finality.${o.verdict as 'final'}`),
            stated: t(`finality.${o.finality ?? 'unsaid'}`),
          })}
        </p>
      )}
      {above && (
        <p className="gd-amber">
          <Icon name="warning" size={13} /> {t('award.aboveClaim')}
        </p>
      )}
      <Unrecorded o={o} />
      <Windows o={o} />
      <LinesTable kind={o.kind} lines={lines} names={data.names} />
    </section>
  );
}

function Windows({ o }: { readonly o: OutcomeView }) {
  const { t } = useTranslation('outcome');
  const bilingual = useBilingual();
  const source = useSourceText();
  if (o.windows.length === 0)
    return o.servedWorkerOn === null && o.servedEmployerOn === null ? (
      <p className="gd-quiet">{t('award.noService')}</p>
    ) : null;
  return (
    <section>
      <h3>{t('award.windows')}</h3>
      <ul className="plain outcome-windows">
        {o.windows.map((w) => {
          const rule = ruleOf(w.ruleId);
          return (
            <li key={`${w.ruleId}/${w.who}`}>
              <span>
                {t(`award.who.${w.who}`)} · {bilingual(w.title)}
              </span>
              <span className="gd-quiet tabular">{t('award.from', { day: w.from })}</span>
              {w.due && <DateText date={w.due} due />}
              {w.provisional && <ProvisionalMark short />}
              <WorkingButton
                symbol="§"
                working={{
                  title: bilingual(w.title),
                  ...(w.due ? { result: w.due } : {}),
                  lines: w.working.map(bilingual),
                  source: {
                    citation: source.cite(rule.source),
                    version: source.version(rule.source.version),
                  },
                  status: rule.status,
                  warnings: [bilingual(rule.ifMissed)],
                }}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
