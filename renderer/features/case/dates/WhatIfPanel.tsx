import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input, Output } from '../../../../shared/contract/api.ts';
import type { WhatIfDate } from '../../../../shared/features/deadlines/deadlines.contract.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { callQuery } from '../../../app/query.ts';
import { ProvisionalMark, StatusChip, type Tone } from '../../../ui/StatusChip.tsx';
import { caseKey } from '../case.queries.ts';
import './dates.css';

const groups = {
  moved: 'amber',
  added: 'accent',
  removed: 'neutral',
  met: 'green',
  closed: 'neutral',
  reopened: 'amber',
} as const satisfies Record<string, Tone>;
const kinds = Object.keys(groups) as (keyof typeof groups)[];

export type WhatIfChange = Input<'deadlines.whatIf'>['change'];
type WhatIf = Output<'deadlines.whatIf'>;

/** What a change would do to the dates of a case. Nothing is stored by asking; null asks nothing. */
export function useWhatIf(caseId: string, change: WhatIfChange | null): UseQueryResult<WhatIf> {
  const deferred = useDeferredValue(change);
  return useQuery({
    ...callQuery([...caseKey(caseId), 'what-if', keyOf(deferred)] as const, 'deadlines.whatIf', {
      caseId,
      change: deferred ?? { kind: 'remove', eventId: '' },
    }),
    enabled: deferred !== null,
    gcTime: 0,
    placeholderData: (before: WhatIf | undefined) => before,
  });
}

/** Notes and reasons change no date: they are left out of the key, so that typing them asks nothing. */
function keyOf(change: WhatIfChange | null): string {
  if (change === null) return '';
  if (change.kind === 'choose') return JSON.stringify([change.ruleId, { ...change.choice, reason: '' }]);
  if (change.kind === 'remove') return JSON.stringify(change);
  return JSON.stringify({ ...change, event: { ...change.event, note: null, reason: null } });
}

/** The preview of a change: stage, and each date that opens, moves or closes with its old and new day. */
export function WhatIfPanel({
  found,
  removing,
  open = false,
}: {
  readonly found: WhatIf;
  readonly removing?: boolean;
  /** The case is open: with no date left, that is said. */
  readonly open?: boolean;
}) {
  const { t } = useTranslation('case');
  const { t: tt } = useTranslation('tracks');
  const { t: td } = useTranslation('dates');
  const bilingual = useBilingual();
  const lines = kinds.flatMap((kind) => found[kind].map((date) => ({ kind, date })));
  return (
    <section className="gd-whatif" aria-live="polite">
      <h3>{t(removing ? 'whatIf.titleRemove' : 'whatIf.title')}</h3>
      {found.refusal && (
        <div className="note note-amber" role="alert">
          <strong>{tt('refused')}</strong> {bilingual(found.refusal.reason)}{' '}
          {tt(found.refusal.overridable ? 'overridable' : 'notOverridable')}
        </div>
      )}
      {found.unexpected.length > 0 && (
        <div className="note note-amber">
          {tt('unexpected')}
          {found.unexpected.map((e) => `${e.date} ${bilingual(e.words)}`).join(t('listSemicolon'))}
        </div>
      )}
      {found.stageBefore.zh !== found.stageAfter.zh && (
        <p>
          {t('whatIf.stage', { before: bilingual(found.stageBefore), after: bilingual(found.stageAfter) })}
        </p>
      )}
      {found.served && <ServedNote served={found.served} />}
      {lines.length === 0 && <p className="gd-quiet">{t('whatIf.none')}</p>}
      <ul className="plain">
        {lines.map(({ kind, date }) => (
          <li key={`${kind}${date.ruleId}${date.bearer}${date.before}${date.after}`}>
            <StatusChip tone={groups[kind]}>{t(`whatIf.${kind}`)}</StatusChip>
            <span>{bilingual(date.title)}</span>
            <span className="tabular gd-whatif-days">
              <Days date={date} />
              {date.provisional && kind !== 'removed' && <ProvisionalMark />}
            </span>
          </li>
        ))}
      </ul>
      {open && found.left === 0 && (
        <p className="note note-amber" role="status">
          {td('last.preview')}
        </p>
      )}
    </section>
  );
}

/** Which papers with the old day went out, to whom, and what is to be done about it. */
function ServedNote({ served }: { readonly served: NonNullable<WhatIf['served']> }) {
  const { t } = useTranslation('tracks');
  const bilingual = useBilingual();
  const { papers, receipts, event, date } = served;
  return (
    <div className="note note-amber" role="alert">
      <strong>{t('served.title', { event: bilingual(event), date })}</strong>
      <ul>
        {papers.map((p) => (
          <li key={p.documentId}>
            {t(p.to.length > 0 ? 'served.paperTo' : 'served.paper', {
              title: bilingual(p.title),
              file: p.fileName,
              to: p.to.map((one) => (one.on ? `${one.name} ${one.on}` : one.name)).join(t('served.and')),
            })}
          </li>
        ))}
        {receipts.map((r) => (
          <li key={`${r.words.zh}${r.date}`}>
            {t('served.receipt', { what: bilingual(r.words), date: r.date })}
          </li>
        ))}
      </ul>
      {t('served.todo')}
    </div>
  );
}

function Days({ date: { before, after } }: { date: WhatIfDate }) {
  const { t } = useTranslation('case');
  if (before === after || before === null) return <>{after ?? t('whatIf.noDay')}</>;
  return (
    <>
      {before} → {after ?? t('whatIf.noDay')}
    </>
  );
}
