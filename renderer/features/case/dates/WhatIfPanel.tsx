import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
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

/** What the typed event would do to the dates, while it is typed. Nothing is stored by looking. */
export function WhatIfPanel(props: {
  readonly caseId: string;
  readonly eventId: string | null;
  readonly event: Pick<CaseFile['events'][number], 'type' | 'date' | 'note'>;
}) {
  const { t } = useTranslation('case');
  const bilingual = useBilingual();
  const { caseId, eventId } = props;
  const event = useDeferredValue(props.event);
  const change =
    eventId === null ? { kind: 'add' as const, event } : { kind: 'replace' as const, eventId, event };
  // The note changes no date: it is left out of the key, so that typing it asks nothing.
  const query = useQuery({
    ...callQuery(
      [...caseKey(caseId), 'what-if', eventId, event.type, event.date] as const,
      'deadlines.whatIf',
      {
        caseId,
        change,
      },
    ),
    gcTime: 0,
    placeholderData: (before) => before,
  });
  const found = query.data;
  if (!found) return null;
  const lines = kinds.flatMap((kind) => found[kind].map((date) => ({ kind, date })));
  return (
    <section className="gd-whatif" aria-live="polite">
      <h3>{t('whatIf.title')}</h3>
      {found.refusal && <p className="note note-amber">{bilingual(found.refusal)}</p>}
      {found.stageBefore.zh !== found.stageAfter.zh && (
        <p>
          {t('whatIf.stage', { before: bilingual(found.stageBefore), after: bilingual(found.stageAfter) })}
        </p>
      )}
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
    </section>
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
