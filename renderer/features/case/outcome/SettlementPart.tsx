import { useTranslation } from 'react-i18next';
import {
  clauseFacts,
  defaultClauses,
  renderClause,
  tokensOf,
} from '../../../../shared/features/outcomes/clauses.rules.ts';
import type { OutcomeView } from '../../../../shared/features/outcomes/outcomes.contract.ts';
import {
  columnSums,
  settlementWarnings,
  workerSums,
} from '../../../../shared/features/outcomes/settlement.rules.ts';
import { EmptyState } from '../../../ui/DataState.tsx';
import { LinesTable } from './LinesTable.tsx';
import { OutcomeHead } from './OutcomeHead.tsx';
import { type OutcomeData, toLines } from './outcome-form.ts';
import { SettlementSums } from './SettlementSums.tsx';
import { Unrecorded } from './Unrecorded.tsx';
import { Warnings } from './Warnings.tsx';

/** Agreements of the case, newest first. */
export function SettlementPart({ data }: { readonly data: OutcomeData }) {
  const { t } = useTranslation('outcome');
  const own = data.outcomes.filter((o) => o.kind === 'settlement').reverse();
  if (own.length === 0) return <EmptyState title={t('empty.settlement')} text={t('empty.settlementText')} />;
  return own.map((o) => <Settlement key={o.id} o={o} data={data} />);
}

function Settlement({ o, data }: { readonly o: OutcomeView; readonly data: OutcomeData }) {
  const { t } = useTranslation('outcome');
  const lines = toLines(o);
  const members = Object.entries(data.names).map(([id, name]) => ({ id, name }));
  const facts = clauseFacts(o, members, data.employer);
  const tokens = tokensOf(facts);
  return (
    <section className="outcome-card">
      <OutcomeHead o={o} names={data.names} />
      <SettlementSums sums={columnSums(lines)} settles />
      <Unrecorded o={o} />
      <Warnings
        warnings={settlementWarnings(lines, {
          workers: workerSums(lines).size,
          dated: o.performBy !== null || o.plan.instalments.length > 0,
        })}
      />
      <LinesTable kind="settlement" lines={lines} names={data.names} />
      <details className="gd-more">
        <summary>{t('clauses.title')}</summary>
        <ol className="outcome-clauses" lang="zh-CN">
          {(o.clauses ?? defaultClauses(facts)).map((c) => (
            <li key={c.id}>{renderClause(c.text, tokens)}</li>
          ))}
        </ol>
      </details>
    </section>
  );
}
