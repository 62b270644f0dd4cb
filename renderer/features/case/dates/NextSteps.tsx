import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import { useBilingual, useHeading } from '../../../app/i18n.ts';
import { DateText } from '../../../ui/DateText.tsx';
import { useBearerName } from '../../cases/names.ts';
import './dates.css';

type Step = CaseFile['nextSteps'][number];

/** What the procedure provides for next: who does it, by when, with which paper, and what it starts. */
export function NextSteps(props: {
  readonly file: Pick<CaseFile, 'nextSteps'>;
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
  const heading = useHeading();
  const bearer = useBearerName();
  if (file.nextSteps.length === 0) return <p className="gd-quiet">{t('noNext')}</p>;
  const list = (texts: Step['documents']): string => texts.map(pick).join(tc('listComma'));
  return (
    <ul className="plain gd-next">
      {file.nextSteps.slice(0, limit).map((step) => {
        return (
          <li key={step.event} className={chosen === step.event ? 'gd-next-on' : undefined}>
            {!onChoose ? (
              <strong>{heading(step.words)}</strong>
            ) : (
              <Button
                type="link"
                size="small"
                aria-pressed={chosen === undefined ? undefined : chosen === step.event}
                onClick={() => onChoose(step.event)}
              >
                {heading(step.words)}
              </Button>
            )}
            <p className="gd-quiet">
              {t('who', { who: bearer(step.actor) })}
              {' · '}
              {step.by ? (
                <>
                  {t('by', { date: '' })} <DateText date={step.by} due />
                </>
              ) : (
                step.whyNoDate && t('noDay', { why: pick(step.whyNoDate) })
              )}
              {' · '}
              {step.documents.length > 0 ? t('papers', { list: list(step.documents) }) : t('noPaper')}
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
