import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import type { Deadline } from '../../../../shared/features/deadlines/deadlines.contract.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { DateText } from '../../../ui/DateText.tsx';
import { useBearerName } from '../../cases/names.ts';
import { deadlinesQuery } from '../case.queries.ts';
import './dates.css';

type Step = CaseFile['nextSteps'][number];

/** The last day by which a step has to be taken: the soonest open limit that it meets. */
function dueBy(step: Step, dates: readonly Deadline[] | undefined): PlainDate | null {
  const days = (dates ?? [])
    .filter((d) => (d.status === 'open' || d.status === 'overdue') && d.metBy.includes(step.event))
    .flatMap((d) => (d.due ? [d.due] : []));
  return days.sort()[0] ?? null;
}

/** What the procedure provides for next: who does it, by when, with which paper, and what it starts. */
export function NextSteps(props: {
  readonly file: Pick<CaseFile, 'id' | 'nextSteps'>;
  /** Left out where nothing may be recorded: the steps are named only. */
  readonly onChoose?: (event: string) => void;
  readonly chosen?: string;
  /** Only so many at first; the rest on demand. */
  readonly limit?: number;
}) {
  const { file, onChoose, chosen, limit } = props;
  const { t } = useTranslation('tracks');
  const { t: tc } = useTranslation('case');
  const pick = useBilingual();
  const bearer = useBearerName();
  const dates = useQuery(deadlinesQuery(file.id));
  if (file.nextSteps.length === 0) return <p className="gd-quiet">{t('noNext')}</p>;
  const list = (texts: Step['documents']): string => texts.map(pick).join(tc('listComma'));
  return (
    <ul className="plain gd-next">
      {file.nextSteps.slice(0, limit).map((step) => {
        const due = dueBy(step, dates.data);
        return (
          <li key={step.event} className={chosen === step.event ? 'gd-next-on' : undefined}>
            {!onChoose ? (
              <strong>{pick(step.words)}</strong>
            ) : (
              <Button
                type="link"
                size="small"
                aria-pressed={chosen === undefined ? undefined : chosen === step.event}
                onClick={() => onChoose(step.event)}
              >
                {pick(step.words)}
              </Button>
            )}
            <p className="gd-quiet">
              {t('who', { who: bearer(step.actor) })}
              {due && (
                <>
                  {' · '}
                  {t('by', { date: '' })} <DateText date={due} due />
                </>
              )}
              {step.documents.length > 0 && ` · ${t('papers', { list: list(step.documents) })}`}
              {step.opens.length > 0 && ` · ${t('opens', { list: list(step.opens) })}`}
            </p>
            {step.article && <p className="gd-quiet">{t('article', { text: pick(step.article) })}</p>}
            {step.guard && <p className="gd-quiet">{t('guard', { text: pick(step.guard) })}</p>}
          </li>
        );
      })}
    </ul>
  );
}
